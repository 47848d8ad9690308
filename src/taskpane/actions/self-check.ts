/** 自检: what the add-in takes for granted of Excel is tried in the Excel at hand. */
import { buttonAction } from "./action";

export const selfCheck = buttonAction({
  name: "self-check",
  section: "help",
  words: {
    zh: {
      button: "自检",
      hint: "在一张临时工作表上逐项核对本机的 Excel，约一分钟，完成后删去该表；不读单位的内容。装好或升级 Excel 后做一次。",
      running: "自检",
      done: "",
      failed: "自检没有做完",
    },
    en: {
      button: "Self-check",
      hint: "Tries this machine’s Excel on a sheet of its own that goes away afterwards; about a minute, nothing of the unit’s is read. Once after installing or updating Excel.",
      running: "Self-check",
      done: "",
      failed: "The self-check did not come to its end",
    },
  },
  run: (excel, _, steering) => excel.selfCheck(steering),
  after: (selfChecked, pane) => pane.set({ selfChecked }),
  doneText: ({ results }, language) => {
    const held = results.filter(({ state }) => state === "holds").length;
    return {
      text:
        language === "zh"
          ? `自检完成：${results.length} 项中 ${held} 项与预期一致`
          : `Self-check done: ${held} of ${results.length} as expected`,
    };
  },
});

/** 仅看问题行: hides rows without problems, and the columns in between, for a while. */
import { buttonAction } from "./action";

export const showProblemRows = buttonAction({
  name: "problem-view",
  section: "other-papers",
  words: {
    zh: {
      button: "仅看问题行",
      hint: "暂时隐藏没有问题的行和中间的列，退出时恢复原样。",
      running: "隐藏其他行",
      done: "",
      failed: "没有隐藏",
    },
    en: {
      button: "Rows with problems only",
      hint: "Hides rows without problems and the columns in between for a while; leaving restores them.",
      running: "Hiding other rows",
      done: "",
      failed: "Nothing was hidden",
    },
  },
  offered: ({ problemView }) => !problemView,
  run: (excel, _, steering) => excel.enterProblemView(steering),
  after: ({ state }, pane) => pane.set({ problemView: state === "on" }),
  doneText: ({ state, rows }, language) => ({
    text:
      state === "on"
        ? language === "zh"
          ? `仅看问题行：${rows} 行`
          : `Rows with problems: ${rows}`
        : language === "zh"
          ? "没有问题行"
          : "There are no rows with problems",
  }),
});

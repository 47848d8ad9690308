/** 固化结果: formulas of the results become their values. */
import { buttonAction } from "./action";

export const freeze = buttonAction({
  name: "freeze",
  section: "output",
  ribbon: "freezeResults",
  words: {
    zh: {
      button: "固化结果",
      hint: "公式换成数值，发给没有本加载项的人前使用。",
      running: "固化结果",
      done: "已固化：公式已换成数值",
      failed: "没有固化",
    },
    en: {
      button: "Freeze results",
      hint: "Turns formulas into values, for readers without this add-in.",
      running: "Freezing",
      done: "Frozen: formulas are values now",
      failed: "Nothing was frozen",
    },
  },
  run: (excel, _, steering) => excel.freezeResults(steering),
});

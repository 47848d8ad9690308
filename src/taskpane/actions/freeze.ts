/** 固化结果: formulas of the results become their values. */
import { buttonAction } from "./action";

const NOTHING = {
  zh: "没有要固化的公式：还没有审核，或已经固化",
  en: "There is no formula to freeze: nothing was reviewed, or it is frozen already",
} as const;

export const freeze = buttonAction({
  name: "freeze",
  section: "output",
  ribbon: "freezeResults",
  words: {
    zh: {
      button: "固化结果",
      hint: "学时列、审核意见和上轮对照里的公式换成数值，此后更正单元格不再自动重算。发给没有本加载项的人前使用。",
      running: "固化结果",
      done: "已固化：公式已换成数值",
      failed: "没有固化",
    },
    en: {
      button: "Freeze results",
      hint: "Turns the formulas of our columns and sheets into values: a corrected cell is no longer judged by itself. For readers without this add-in.",
      running: "Freezing",
      done: "Frozen: formulas are values now",
      failed: "Nothing was frozen",
    },
  },
  run: (excel, _, steering) => excel.freezeResults(steering),
  doneText: (cells, language, done) => ({ text: cells === 0 ? NOTHING[language] : done }),
});

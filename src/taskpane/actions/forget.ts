/** 全部清除: the results, and 口径, decisions on records and the ledger as well. The form of 清除审核结果 offers it. */
import { buttonAction } from "./action";

export const forget = buttonAction({
  name: "forget",
  words: {
    zh: {
      button: "连同口径、处理意见和台账一并清除",
      hint: "把工作簿还原成单位交来的样子。还有有效编号时不能清除，须先作废。",
      running: "全部清除",
      done: "已清除审核结果、口径、处理意见和台账",
      failed: "没有清除",
    },
    en: {
      button: "Clear readings, decisions and the ledger as well",
      hint: "Leaves the workbook as the unit handed it in. Refused while a certificate number is valid: void it first.",
      running: "Clearing everything",
      done: "Results, readings, decisions and ledger cleared",
      failed: "Nothing was cleared",
    },
  },
  closes: "clear",
  run: (excel, _, steering) => excel.forgetDecisions(steering),
  after: (_, pane) => {
    pane.dropReview();
    pane.set({ ledger: null });
  },
});

/** 清除审核结果: annotation and result sheets go, the unit's own sheets are as they came. */
import { ClearForm } from "../papers/clear-form";
import { formAction } from "./action";

export const clear = formAction({
  name: "clear",
  section: "clearing",
  ribbon: "clearResults",
  words: {
    zh: {
      button: "清除审核结果",
      hint: "去掉批注列和结果表，恢复单位原表；口径、已验印依据、人工处理和发证台账保留。",
      running: "清除审核结果",
      done: "已清除审核结果",
      failed: "没有清除",
    },
    en: {
      button: "Clear results",
      hint: "Takes our columns and sheets away and restores the unit’s own; readings, proven years, decisions and the ledger stay.",
      running: "Clearing results",
      done: "Results cleared",
      failed: "Nothing was cleared",
    },
  },
  Form: ClearForm,
  run: (excel, _: undefined, steering) => excel.clearResults(steering),
  after: (_, pane) => pane.dropReview(),
});

/** 政策工作簿: the workbook is reviewed under a policy that the office wrote itself. */
import type { PolicyPreview } from "../../excel";
import { PolicyForm } from "../papers/policy-form";
import { formAction } from "./action";

export const usePolicy = formAction({
  name: "policy",
  section: "other-papers",
  reviews: true,
  words: {
    zh: {
      button: "政策工作簿",
      hint: "把通知导出为工作簿，改成新年度或本地的规定，检查后按它审核。",
      running: "按所选政策审核",
      done: "已按所选政策重新审核",
      failed: "没有改用所选政策",
    },
    en: {
      button: "Policy workbook",
      hint: "Exports the notice as a workbook to be changed for next year or another place, checks it, and reviews by it.",
      running: "Reviewing under the policy",
      done: "Reviewed again under the policy",
      failed: "The policy is not in use",
    },
  },
  Form: PolicyForm,
  run: (excel, { kept }: Pick<PolicyPreview, "kept">, steering) => excel.usePolicy({ kept, ...steering }),
  after: (outcome, pane) => pane.showReview(outcome),
});

/** Reads and checks a policy workbook; what was found stands in the form of 政策工作簿. */
import type { ForeignFile } from "../../excel";
import { innerAction } from "./action";

export const previewPolicy = innerAction({
  name: "policy-preview",
  words: {
    zh: {
      button: "",
      hint: "",
      running: "检查政策工作簿",
      done: "已检查政策工作簿，尚未采用",
      failed: "没有读取政策工作簿",
    },
    en: {
      button: "",
      hint: "",
      running: "Checking the policy workbook",
      done: "The policy workbook was checked; it is not in use yet",
      failed: "No policy workbook was read",
    },
  },
  run: (excel, { file }: { readonly file: ForeignFile | null }, steering) => excel.previewPolicy({ file, ...steering }),
  after: (policyPreview, pane) => pane.set({ policyPreview }),
});

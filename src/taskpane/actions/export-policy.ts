/** 导出政策: a notice as a policy workbook, in a new window. */
import { innerAction } from "./action";

export const exportPolicy = innerAction({
  name: "policy-export",
  words: {
    zh: {
      button: "",
      hint: "",
      running: "导出政策",
      done: "政策工作簿已在新窗口打开",
      failed: "没有导出政策",
    },
    en: {
      button: "",
      hint: "",
      running: "Exporting the policy",
      done: "The policy workbook is open in a new window",
      failed: "No policy was exported",
    },
  },
  run: (excel, { id }: { readonly id: string }, steering) => excel.exportPolicy({ id, ...steering }),
});

/** Reads another workbook's 口径 without writing anything; what it would change stands in the form of 导入口径. */
import type { ForeignFile } from "../../excel";
import { innerAction } from "./action";

export const previewDecisions = innerAction({
  name: "preview",
  words: {
    zh: {
      button: "",
      hint: "",
      running: "读取另一工作簿",
      done: "已读取另一工作簿的口径，尚未写入",
      failed: "没有读取口径",
    },
    en: {
      button: "",
      hint: "",
      running: "Reading the other workbook",
      done: "The other workbook’s readings were read, nothing is written yet",
      failed: "No readings were read",
    },
  },
  run: (excel, file: ForeignFile, steering) => excel.previewDecisions({ file, ...steering }),
  after: (preview, pane) => pane.set({ preview }),
});

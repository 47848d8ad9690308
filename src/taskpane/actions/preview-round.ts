/** Reads a workbook reviewed before without writing anything; what it would bring stands in the form of 导入上轮结果. */
import type { ForeignFile } from "../../excel";
import { innerAction } from "./action";

export const previewRound = innerAction({
  name: "round-preview",
  words: {
    zh: {
      button: "",
      hint: "",
      running: "读取上轮工作簿",
      done: "已读取上轮工作簿，尚未写入",
      failed: "没有读取上轮结果",
    },
    en: {
      button: "",
      hint: "",
      running: "Reading the earlier workbook",
      done: "The earlier workbook was read, nothing is written yet",
      failed: "No earlier results were read",
    },
  },
  run: (excel, file: ForeignFile, steering) => excel.previewRound({ file, ...steering }),
  after: (roundPreview, pane) => pane.set({ roundPreview }),
});

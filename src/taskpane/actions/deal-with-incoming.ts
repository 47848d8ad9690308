/** What came with the workbook is taken over by the office, or put aside. */
import type { DealRequest } from "../overview/deal-request";
import { IncomingForm } from "../overview/incoming-form";
import { formAction } from "./action";
import { reviewDoneText } from "./review";

export const dealWithIncoming = formAction({
  name: "incoming",
  section: "incoming",
  reviews: true,
  offered: ({ incoming: { rows, settings } }) => rows.length + settings.length > 0,
  words: {
    zh: {
      button: "核对随文件带来的内容",
      hint: "",
      running: "处理随文件带来的内容",
      done: "已处理随文件带来的内容并重新审核",
      failed: "没有处理",
    },
    en: {
      button: "Look at what came with the file",
      hint: "",
      running: "Dealing with what came with the file",
      done: "What came with the file was dealt with, and everything reviewed again",
      failed: "Nothing was dealt with",
    },
  },
  Form: IncomingForm,
  run: (excel, request: DealRequest, steering) => excel.dealWithIncoming({ ...request, ...steering }),
  after: (outcome, pane) => pane.showReview(outcome),
  doneText: (outcome, language, done) => reviewDoneText(done, outcome, language),
});

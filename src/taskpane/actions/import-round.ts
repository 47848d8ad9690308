/** 导入上轮结果: takes over decisions, numbers and proven years of a workbook reviewed before. */
import { RoundForm, type RoundRequest } from "../papers/round-form";
import { formAction } from "./action";

export const importRound = formAction({
  name: "round",
  section: "second-round",
  reviews: true,
  words: {
    zh: {
      button: "导入上轮结果",
      hint: "",
      running: "导入上轮结果",
      done: "已导入上轮结果并重新审核",
      failed: "没有导入上轮结果",
    },
    en: {
      button: "Take over the last round",
      hint: "",
      running: "Taking over the last round",
      done: "Earlier results taken over and reviewed again",
      failed: "No earlier results were taken over",
    },
  },
  Form: RoundForm,
  run: (excel, { previous, name }: RoundRequest, steering) => excel.importRound({ previous, name, ...steering }),
  after: (outcome, pane) => pane.showReview(outcome),
});

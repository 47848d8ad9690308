/** Decides one question of 口径, or opens it again. */
import { innerAction } from "./action";

export interface QuestionDecision {
  /** J-01 … */
  readonly id: string;
  /** null opens the question again. */
  readonly option: string | null;
  /** Who decides. */
  readonly name: string;
  readonly reason: string;
}

export const decideQuestion = innerAction({
  name: "decide-question",
  reviews: true,
  words: {
    zh: { button: "", hint: "", running: "写入口径", done: "已写入口径并重新审核", failed: "口径没有写入" },
    en: {
      button: "",
      hint: "",
      running: "Writing the reading",
      done: "Reading written and reviewed again",
      failed: "The reading was not written",
    },
  },
  run: (excel, decision: QuestionDecision, steering) => excel.decideQuestion({ ...decision, ...steering }),
  after: (outcome, pane) => pane.showReview(outcome),
  // A decision that took another one's place can't be taken back: what stood there is gone
  takeBack: (decision, { outcome }) =>
    decision.option !== null && outcome?.review.questions.find(({ id }) => id === decision.id)?.decision === null
      ? { ...decision, option: null, reason: "" }
      : null,
});

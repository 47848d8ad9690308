/** 处理本条记录: 认定, 不予认定 or 核定学时, written to 审核意见 with today's date; or the way back. */
import type { RecordTreatment } from "../../results";
import { innerAction } from "./action";

export interface RecordDecisionRequest {
  /** What the record is known by (`identitiesOf`). */
  readonly identity: string;
  /** null takes the decision back. */
  readonly given: Omit<RecordTreatment, "on"> | null;
  /** Another decision stood there before. */
  readonly replaces?: boolean;
}

export const decideRecord = innerAction({
  name: "decide",
  reviews: true,
  words: {
    zh: { button: "", hint: "", running: "写入处理意见", done: "已写入处理意见并重新审核", failed: "处理意见没有写入" },
    en: {
      button: "",
      hint: "",
      running: "Writing the decision",
      done: "Decision written and reviewed again",
      failed: "The decision was not written",
    },
  },
  run: (excel, { identity, given }: RecordDecisionRequest, { today, ...steering }) =>
    excel.decideRecords({
      identities: [identity],
      given: given === null ? null : { ...given, on: today },
      ...steering,
    }),
  after: (outcome, pane) => pane.showReview(outcome),
  takeBack: ({ identity, given, replaces = false }) => (given !== null && !replaces ? { identity, given: null } : null),
});

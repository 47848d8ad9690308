/** 一并处理: the records of the list that is shown, credited or refused at once with one reason; taken back as one. */
import { recordCount } from "../decide/decide-strings";
import { innerAction } from "./action";
import { decideRecord } from "./decide-record";

export interface ManyDecisionsRequest {
  /** What the records are known by (`identitiesOf`); none of them has been decided on. */
  readonly identities: readonly string[];
  /** null takes the decisions back. */
  readonly given: { readonly treatment: "accept" | "refuse"; readonly by: string; readonly reason: string } | null;
}

export const decideMany = innerAction({
  name: "decide-many",
  reviews: true,
  words: decideRecord.words,
  run: (excel, { identities, given }: ManyDecisionsRequest, { today, ...steering }) =>
    excel
      .decideRecords({ identities, given: given === null ? null : { ...given, hours: null, on: today }, ...steering })
      .then((outcome) => ({ outcome, count: identities.length })),
  after: ({ outcome }, pane) => pane.showReview(outcome),
  doneText: ({ count }, language, done) => ({ text: `${done}${recordCount(count, language)}` }),
  takeBack: ({ identities, given }) => (given === null ? null : { identities, given: null }),
});

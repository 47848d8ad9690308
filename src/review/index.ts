/** The review: pure, from a submission to hours, findings, years and verdicts. */
import { policyOf, type Policy } from "../policy";
import type { Submission } from "../submission/types";
import { assemble } from "./assemble";
import { judge } from "./judge";
import type { Review } from "./types";

/** Reviews a submission under its policy (or the one given) and the decisions it carries. Throws only for a policy that does not exist. */
export function reviewSubmission(
  submission: Submission,
  policy: Policy | undefined = policyOf(submission.unit.policyId),
): Review {
  if (!policy) throw new Error(`there is no policy ${submission.unit.policyId}`);
  return assemble(submission, policy, judge(submission, policy));
}

export { reviewAgain } from "./incremental-review";
export { affectedPart, sharedRows, type AffectedPeople } from "./affected-people";
export { reviewRow } from "./function-row";
export type * from "./types";

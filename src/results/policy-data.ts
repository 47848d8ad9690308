/** The notice that a review went by, as data: what its record in the workbook is a hash of. */
import { policyOf } from "../policy";
import type { Review } from "../review/types";

/** Canonical JSON of the notice; "" when it is not known any more. */
export function policyData({ policy }: Pick<Review, "policy">): string {
  const data = policyOf(policy);
  return data === undefined ? "" : JSON.stringify(data);
}

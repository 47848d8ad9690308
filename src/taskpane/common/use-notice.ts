/** The notice that the review in the pane goes by: its words are those to show. */
import { policyOf, type Policy } from "../../policy";
import { usePaneContext } from "./pane-context";

/** Undefined before the first review. */
export function useNotice(): Policy | undefined {
  const { outcome } = usePaneContext().controller.getState();
  return outcome === null ? undefined : policyOf(outcome.review.policy);
}

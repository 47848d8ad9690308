/** The findings as they stand, for components. */
import { useSyncExternalStore } from "react";
import { usePaneContext } from "../common/pane-context";
import type { FindingsState } from "./findings-model";

/** The state of the view 问题 in a component. */
export function useFindings(): FindingsState {
  const { findings } = usePaneContext().controller;
  return useSyncExternalStore(findings.subscribe, findings.getState);
}

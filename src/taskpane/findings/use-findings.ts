/** The findings as they stand, for components. */
import { useSyncExternalStore } from "react";
import { usePaneContext } from "../shared/pane-context";
import type { FindingsState } from "./findings-model";

export function useFindings(): FindingsState {
  const { findings } = usePaneContext().controller;
  return useSyncExternalStore(findings.subscribe, findings.getState);
}

/** What every part of the pane has at hand: the controller, and the words of the language it speaks. */
import { createContext, useContext } from "react";
import type { Language } from "../../messages";
import type { Controller } from "../controller";
import type { Strings } from "../strings";

export interface PaneContext {
  readonly controller: Controller;
  readonly language: Language;
  readonly strings: Strings;
}

export const PaneContextProvider = createContext<PaneContext | null>(null);

/** Throws outside of the pane. */
export function usePaneContext(): PaneContext {
  const context = useContext(PaneContextProvider);
  if (context === null) throw new Error("usePaneContext outside of the pane");
  return context;
}

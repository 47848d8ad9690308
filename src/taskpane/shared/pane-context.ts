/** What every part of the pane has at hand: the controller, and the words to speak. */
import { createContext, useContext } from "react";
import type { Language } from "../../messages/index";
import type { Controller } from "../controller";
import type { Strings } from "../strings";

export interface Surroundings {
  readonly controller: Controller;
  readonly language: Language;
  readonly strings: Strings;
}

export const SurroundingsContext = createContext<Surroundings | null>(null);

export function useSurroundings(): Surroundings {
  const surroundings = useContext(SurroundingsContext);
  if (surroundings === null) throw new Error("outside of the pane");
  return surroundings;
}

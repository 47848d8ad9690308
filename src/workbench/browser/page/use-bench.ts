/** React's way to the workbench: a component that uses it is drawn anew after each change. */
import { createContext, useContext, useSyncExternalStore } from "react";
import type { Bench } from "../bench";
import type { RibbonTab } from "../manifest";

export interface PageParts {
  readonly bench: Bench;
  /** Element the grid draws into. */
  readonly gridPlace: HTMLElement;
  /** Element that holds the add-in's frame. */
  readonly panePlace: HTMLElement;
  readonly ribbon: () => readonly RibbonTab[];
  readonly focusGrid: () => void;
  readonly gridReady: () => boolean;
}

export const PageContext = createContext<PageParts | null>(null);

let changes = 0;

export function usePage(): PageParts {
  const parts = useContext(PageContext);
  if (parts === null) throw new Error("outside the page");
  useSyncExternalStore(
    (changed) =>
      parts.bench.host.onChange(() => {
        changes++;
        changed();
      }),
    () => changes,
  );
  return parts;
}

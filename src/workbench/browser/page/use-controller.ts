/** React's way to the workbench: a component that uses it is drawn anew after each change. */
import { createContext, useContext, useSyncExternalStore } from "react";
import type { PageController } from "../controller";
import type { RibbonTab } from "../manifest";

export interface PageParts {
  readonly controller: PageController;
  /** Element the grid draws into. */
  readonly gridElement: HTMLElement;
  /** Element that holds the add-in's frame. */
  readonly paneElement: HTMLElement;
  readonly ribbon: () => readonly RibbonTab[];
  readonly focusGrid: () => void;
  readonly gridReady: () => boolean;
}

export const PageContext = createContext<PageParts | null>(null);

let changes = 0;

/** The controller and words of the page. Throws outside of it. */
export function usePage(): PageParts {
  const parts = useContext(PageContext);
  if (parts === null) throw new Error("outside the page");
  useSyncExternalStore(
    (changed) =>
      parts.controller.host.onChange(() => {
        changes++;
        changed();
      }),
    () => changes,
  );
  return parts;
}

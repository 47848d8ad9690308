/** Keeps what was typed into a form until it is sent, also while the form is closed and after a failure. */
import { useState } from "react";
import { usePaneContext } from "./pane-context";

export interface Draft<T extends object> {
  readonly draft: T;
  readonly change: (part: Partial<T>) => void;
  /** Once it has been sent. */
  readonly forget: () => void;
}

/** The fields of the form `key`: as they were left, or `initial` when it was not begun. */
export function useDraft<T extends object>(key: string, initial: () => T): Draft<T> {
  const { drafts } = usePaneContext().controller;
  const [draft, setDraft] = useState<T>(() => (drafts.get(key) as T | undefined) ?? initial());
  return {
    draft,
    change: (part) => {
      // From the map, not from `draft`: two fields may change in one event
      const next = { ...((drafts.get(key) as T | undefined) ?? draft), ...part };
      drafts.set(key, next);
      setDraft(next);
    },
    forget: () => {
      drafts.delete(key);
      setDraft(initial());
    },
  };
}

/** What was typed into a form and not sent yet: closing the form, or a failure, loses nothing. */
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
      // Two fields may change in one event
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

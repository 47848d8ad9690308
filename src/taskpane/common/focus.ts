/** Moves the focus when the control that had it is removed: otherwise the Tab key would start at the top of the pane. */
import { useEffect, useRef, type RefObject } from "react";

/** A ref that focuses its element when it appears, in place of a control that had the focus. */
export function takeFocus(element: HTMLElement | null): void {
  element?.focus();
}

/** Gives the focus to the first choice of a form, once. Fluent's own handle changes at every rendering. */
export function useFocusOnChoice(wanted: boolean): RefObject<HTMLFormElement> {
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => {
    if (!wanted) return;
    const choices = form.current;
    (
      choices?.querySelector<HTMLElement>("input[type=radio]:checked") ??
      choices?.querySelector<HTMLElement>("input[type=radio]")
    )?.focus();
  }, [wanted]);
  return form;
}

/** Puts the focus on `fallback` whenever a control inside of `pane` was removed while it had the focus. */
export function useFocusRescue(pane: HTMLElement | null, fallback: () => HTMLElement | null): void {
  const last = useRef<Element | null>(null);
  useEffect(() => {
    if (pane === null) return;
    const note = ({ target }: FocusEvent): void => void (last.current = target as Element);
    pane.addEventListener("focusin", note);
    return () => pane.removeEventListener("focusin", note);
  }, [pane]);
  useEffect(() => {
    const had = last.current;
    if (had === null || had.isConnected || document.activeElement !== document.body) return;
    last.current = null;
    fallback()?.focus();
  });
}

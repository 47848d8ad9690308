/** Where the focus goes when what had it is gone: without it the keyboard would begin at the top again. */
import { useEffect, useRef, type RefObject } from "react";

/** A ref for what comes in place of the control that had the focus. */
export function takeFocus(element: HTMLElement | null): void {
  element?.focus();
}

/** Gives the focus to the first choice of a form, once. Fluent hands its own handle out anew whenever the form is drawn. */
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

/** Puts the focus on `fallback` whenever a control inside of `pane` has gone from the page while it had the focus. */
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

/** A ref for what comes in place of the control that had the focus: without it the keyboard would begin at the top again. */
export function takeFocus(element: HTMLElement | null): void {
  element?.focus();
}

/** Tells of a change of Office's theme, on hosts that tell of it; others have to be asked. */

/** Excel for the web has no such event in its document, and office.js throws or answers with a failure where it is not known. */
export function watchTheme(onChanged: () => void): void {
  try {
    Office.context.document.addHandlerAsync(Office.EventType.OfficeThemeChanged, onChanged, () => undefined);
  } catch {
    // asked again whenever the pane gets the focus
  }
}

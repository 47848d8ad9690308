/**
 * Copying, cutting and pasting cells through the browser's own events: they bring the clipboard along and ask for no
 * permission. The grid would take the keys for itself, so they are kept from it.
 */

export interface CellClipboard {
  /** Cells, not the text of one being edited, have the keyboard. */
  readonly applies: () => boolean;
  readonly copied: () => readonly (readonly string[])[];
  readonly cut: () => void;
  readonly pasted: (lines: readonly (readonly string[])[]) => void;
}

const KEYS = new Set(["c", "x", "v"]);

/** A cell of a line: quoted when it holds what separates cells. */
const quoted = (text: string): string => (/[\t\n\r"]/.test(text) ? `"${text.replace(/"/g, '""')}"` : text);

/** Cells as spreadsheets exchange them. */
export const cellsToText = (lines: readonly (readonly string[])[]): string =>
  lines.map((line) => line.map(quoted).join("\t")).join("\r\n");

/** Lines of cells from what a spreadsheet, or anybody else, put on the clipboard. */
export function textToCells(text: string): string[][] {
  const lines: string[][] = [];
  let line: string[] = [];
  const cell = /(?:"((?:[^"]|"")*)"(?=[\t\r\n]|$)|([^\t\r\n]*))(\t|\r\n|\n|\r|$)/gy;
  for (;;) {
    const match = cell.exec(text);
    if (match === null) break;
    line.push(match[1] === undefined ? (match[2] ?? "") : match[1].replace(/""/g, '"'));
    if (match[3] === "\t") continue;
    lines.push(line);
    line = [];
    if (match[3] === "" || cell.lastIndex >= text.length) break;
  }
  return lines;
}

/** Listens before the grid does: call it before the grid is made. */
export function attachClipboard(clipboard: CellClipboard): void {
  window.addEventListener(
    "keydown",
    (event) => {
      const command =
        (event.ctrlKey || event.metaKey) && !event.altKey && !event.shiftKey && KEYS.has(event.key.toLowerCase());
      if (command && clipboard.applies()) event.stopImmediatePropagation();
    },
    true,
  );
  const listen = (kind: "copy" | "cut" | "paste", act: (data: DataTransfer) => void): void =>
    window.addEventListener(
      kind,
      (event) => {
        if (!clipboard.applies() || event.clipboardData === null) return;
        event.preventDefault();
        event.stopImmediatePropagation();
        act(event.clipboardData);
      },
      true,
    );
  const copy = (data: DataTransfer): void => data.setData("text/plain", cellsToText(clipboard.copied()));
  listen("copy", copy);
  listen("cut", (data) => {
    copy(data);
    clipboard.cut();
  });
  listen("paste", (data) => clipboard.pasted(textToCells(data.getData("text/plain"))));
}

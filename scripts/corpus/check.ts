/**
 * What must hold of every workbook: opened and saved untouched it is the same file; with a cell changed, or with rows put
 * in, every part is well-formed and in the schema's order, every relation leads somewhere, and every cell is kept.
 */
import { SaxesParser } from "saxes";
import type { Sheet, Workbook } from "../../src/book/model/workbook";
import { isCellError } from "../../src/book/model/workbook";
import { NotAWorkbookError, openWorkbook, saveWorkbook } from "../../src/book/xlsx";
import { decodeXml } from "../../src/book/xlsx/encoding";
import { openPackage, resolveTarget, type Package } from "../../src/book/xlsx/package";
import { changeLines, checkLines } from "../../src/workbench/host/user/structure";
import { EditRefused } from "../../src/workbench/host/user/edit-refused";

/** `refused`: no workbook that is opened, and why; `faults`: what does not hold, empty when all does. */
export interface Checked {
  readonly refused: string | null;
  readonly faults: readonly string[];
  readonly cells: number;
}

const ROWS_PUT_IN = 2;
const SHEET_ORDER =
  "sheetPr dimension sheetViews sheetFormatPr cols sheetData sheetCalcPr sheetProtection protectedRanges scenarios autoFilter sortState dataConsolidate customSheetViews mergeCells phoneticPr conditionalFormatting dataValidations hyperlinks printOptions pageMargins pageSetup headerFooter rowBreaks colBreaks customProperties cellWatches ignoredErrors smartTags drawing legacyDrawing legacyDrawingHF drawingHF picture oleObjects controls webPublishItems tableParts extLst".split(
    " ",
  );

export function checkWorkbook(bytes: Uint8Array): Checked {
  const faults: string[] = [];
  const opened = (): Workbook => openWorkbook(bytes);
  let workbook: Workbook;
  try {
    workbook = opened();
  } catch (error) {
    if (error instanceof NotAWorkbookError) return { refused: `${error.kind}: ${error.message}`, faults, cells: 0 };
    return { refused: null, faults: [`opening: ${messageOf(error)}`], cells: 0 };
  }
  const before = cellsOf(workbook);
  const source = openPackage(bytes);
  const attempt = (what: string, work: () => void): void => {
    try {
      work();
    } catch (error) {
      faults.push(`${what}: ${messageOf(error)}`);
    }
  };
  attempt("untouched", () => {
    if (!sameBytes(saveWorkbook(workbook), bytes)) faults.push("untouched: not the same bytes");
  });
  attempt("touched", () => {
    const changed = opened();
    const sheet = changed.activeSheet;
    const used = sheet.usedBox(true);
    const column = used === null ? 0 : Math.min(used.column + used.columns, 16_383);
    sheet.setValue(used?.row ?? 0, column, "改动");
    const expected = new Map(before).set(keyOf(sheet, used?.row ?? 0, column), "改动");
    faults.push(...checkSaved("touched", source, saveWorkbook(changed), expected));
  });
  attempt("rows put in", () => {
    const changed = opened();
    const sheet = changed.activeSheet;
    const change = { axis: "rows", at: (sheet.usedBox(true)?.row ?? 0) + 1, count: ROWS_PUT_IN } as const;
    try {
      checkLines(sheet, change);
    } catch (error) {
      if (error instanceof EditRefused) return;
      throw error;
    }
    changeLines(changed, sheet, change);
    faults.push(...checkSaved("rows put in", source, saveWorkbook(changed), cellsOf(changed)));
    const values = [...cellsOf(changed).values()].filter((each) => !each.startsWith("=")).sort();
    const old = [...before.values()].filter((each) => !each.startsWith("=")).sort();
    if (values.join("\n") !== old.join("\n")) faults.push("rows put in: the values are not those of before");
  });
  return { refused: null, faults, cells: before.size };
}

const messageOf = (error: unknown): string =>
  error instanceof Error ? `${error.name} ${error.message}` : String(error);

const sameBytes = (a: Uint8Array, b: Uint8Array): boolean =>
  a.length === b.length && a.every((byte, at) => byte === b[at]);

const keyOf = (sheet: Sheet, row: number, column: number): string => `${sheet.name}!${row},${column}`;

/** What each cell that holds something shows, formulas with `=` in front. */
function cellsOf(workbook: Workbook): Map<string, string> {
  const cells = new Map<string, string>();
  for (const sheet of workbook.sheets)
    for (const [row, { cells: line }] of sheet.rows)
      line.forEach((cell, column) => {
        if (cell === undefined || (cell.value === null && cell.formula === undefined)) return;
        const value = isCellError(cell.value) ? cell.value.error : String(cell.value);
        cells.set(keyOf(sheet, row, column), cell.formula === undefined ? value : `${cell.formula} → ${value}`);
      });
  return cells;
}

function checkSaved(what: string, source: Package, saved: Uint8Array, expected: ReadonlyMap<string, string>): string[] {
  const faults: string[] = [];
  const pack = openPackage(saved);
  for (const name of pack.names) {
    const old = source.bytes(name);
    const bytes = pack.bytes(name) ?? new Uint8Array();
    if (pack.contentType(name) === undefined && name !== "[Content_Types].xml")
      if (old === undefined) faults.push(`${what}: ${name} has no content type`);
    if (!/\.(xml|rels)$/i.test(name) || (old !== undefined && sameBytes(old, bytes))) continue;
    const text = decodeXml(bytes);
    const fault = formFault(text);
    if (fault !== null) faults.push(`${what}: ${name}: ${fault}`);
    if (name.endsWith(".rels")) faults.push(...danglingOf(pack, source, name).map((each) => `${what}: ${each}`));
  }
  const again = cellsOf(openWorkbook(saved));
  for (const [key, value] of expected)
    if (again.get(key) !== value) {
      faults.push(`${what}: ${key} was ${value}, is ${again.get(key) ?? "gone"}`);
      break;
    }
  if (again.size !== expected.size) faults.push(`${what}: ${expected.size} cells, then ${again.size}`);
  return faults;
}

/** Why a text is no well-formed XML, or a worksheet out of the schema's order; null when it is neither. */
function formFault(text: string): string | null {
  const errors: string[] = [];
  const path: string[] = [];
  const order: string[] = [];
  const parser = new SaxesParser({ xmlns: true });
  parser.on("error", (error) => {
    errors.push(error.message);
  });
  parser.on("opentag", ({ local }) => {
    if (path.length === 1 && path[0] === "worksheet") order.push(local);
    path.push(local);
  });
  parser.on("closetag", () => void path.pop());
  parser.write(text).close();
  const ranks = order.map((name) => SHEET_ORDER.indexOf(name)).filter((rank) => rank >= 0);
  const at = ranks.findIndex((rank, index) => rank < (ranks[index - 1] ?? -1));
  return errors[0] ?? (at < 0 ? null : `${SHEET_ORDER[ranks[at] ?? 0] ?? ""} stands too late`);
}

/** Relations of a part that lead nowhere, unless they did so before. */
function danglingOf(pack: Package, source: Package, relsName: string): string[] {
  const owner = relsName.replace(/(^|\/)_rels\/([^/]*)\.rels$/, "$1$2");
  const missing = (of: Package): string[] =>
    of
      .relations(owner)
      .filter(({ external, target }) => !external && !target.startsWith("#") && !of.has(resolveTarget(owner, target)))
      .map(
        ({ type, target }) =>
          `${owner} leads to ${target}, which is not there (${type.slice(type.lastIndexOf("/") + 1)})`,
      );
  const old = new Set(missing(source));
  return missing(pack).filter((each) => !old.has(each));
}

/** Page set-up of a sheet, its areas to print and repeated rows and columns. */
import type { Area } from "../address";
import { formatBox, MAX_COLUMNS, MAX_ROWS, parseAddress, sameBox, splitUnion } from "../address";
import type { PageSetup, SheetPart } from "./content";
import type { SheetCore } from "./core";

const PRINT_AREA = "_xlnm.Print_Area";
const PRINT_TITLES = "_xlnm.Print_Titles";

/** Lines (rows or columns) repeated on each page. */
export interface PrintTitles {
  /** 0-based. */
  readonly first: number;
  readonly count: number;
}

/** Where on file each of the settings stands. */
const PARTS: readonly (readonly [SheetPart, readonly (keyof PageSetup)[]])[] = [
  ["printOptions", ["centerHorizontally", "centerVertically", "printGridlines", "printHeadings"]],
  ["margins", ["margins"]],
  [
    "pageSetup",
    [
      "orientation",
      "paperSize",
      "scale",
      "fitToWidth",
      "fitToHeight",
      "blackAndWhite",
      "pageOrder",
      "firstPageNumber",
      "fitToPage",
    ],
  ],
  ["properties", ["fitToPage"]],
  ["headerFooter", ["headerFooter"]],
  ["rowBreaks", ["rowBreaks"]],
  ["columnBreaks", ["columnBreaks"]],
];

/** Changes some of the page set-up; what stays the same is not written anew. */
export function setPage(core: SheetCore, patch: Partial<PageSetup>): void {
  const old = core.content.page;
  const page = { ...old, ...patch };
  core.content.page = page;
  for (const [part, keys] of PARTS)
    if (keys.some((key) => JSON.stringify(old[key]) !== JSON.stringify(page[key]))) core.dirty.add(part);
}

/** Areas to print, in order; empty = all that is used. */
export const printAreas = (core: SheetCore): Area[] => boxesOfName(core, PRINT_AREA);

/** Sets the rectangles that are printed; none: the whole sheet is. */
export const setPrintAreas = (core: SheetCore, boxes: readonly Area[]): void => nameBoxes(core, PRINT_AREA, boxes);

/** Rows repeated at the top of each page. */
export function printTitleRows(core: SheetCore): PrintTitles | null {
  const box = boxesOfName(core, PRINT_TITLES).find((title) => title.columns >= MAX_COLUMNS);
  return box === undefined ? null : { first: box.row, count: box.rows };
}

/** Sets the rows repeated on each page (0-based); null: none. */
export function setPrintTitleRows(core: SheetCore, rows: PrintTitles | null): void {
  const columns = boxesOfName(core, PRINT_TITLES).filter((title) => title.rows >= MAX_ROWS);
  const added = rows === null ? [] : [{ row: rows.first, column: 0, rows: rows.count, columns: MAX_COLUMNS }];
  nameBoxes(core, PRINT_TITLES, [...columns, ...added]);
}

/** Columns repeated at the left of each page. */
export function printTitleColumns(core: SheetCore): PrintTitles | null {
  const box = boxesOfName(core, PRINT_TITLES).find((title) => title.rows >= MAX_ROWS);
  return box === undefined ? null : { first: box.column, count: box.columns };
}

/** Sets the columns repeated on each page (0-based); null: none. */
export function setPrintTitleColumns(core: SheetCore, columns: PrintTitles | null): void {
  const rows = boxesOfName(core, PRINT_TITLES).filter((title) => title.columns >= MAX_COLUMNS);
  const added = columns === null ? [] : [{ row: 0, column: columns.first, rows: MAX_ROWS, columns: columns.count }];
  nameBoxes(core, PRINT_TITLES, [...added, ...rows]);
}

function boxesOfName(core: SheetCore, name: string): Area[] {
  const formula = core.workbook.definedName(name, core.sheet)?.formula;
  if (formula === undefined) return [];
  return splitUnion(formula.slice(1)).flatMap((part) => {
    const address = parseAddress(part);
    return address === null ? [] : [address.box];
  });
}

/** Makes a name that is valid on this sheet mean these boxes; without boxes the name goes. */
function nameBoxes(core: SheetCore, name: string, boxes: readonly Area[]): void {
  const old = boxesOfName(core, name);
  if (boxes.length === old.length && boxes.every((box, i) => sameBox(box, old[i] ?? box))) return;
  if (boxes.length === 0) core.workbook.removeDefinedName(name, core.sheet);
  else {
    const parts = boxes.map((box) => formatBox(box, { absolute: true, sheet: core.sheet.name }));
    core.workbook.setDefinedName(name, `=${parts.join(",")}`, core.sheet);
  }
}

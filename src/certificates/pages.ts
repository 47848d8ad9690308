/** 合格证明 as print pages: one A4 landscape page a person, stub on the left, certificate on the right, a cutting line between. */
import type { CellBlock, OwnSheetPlan, PlannedCell, StyledArea } from "../results/plan";
import type { CertificateContent } from "./content";
import { SHEETS } from "../submission/vocabulary";

export const PAGE_SHEET = SHEETS.certificates;
/** Excel takes about 1,000 manual page breaks a sheet. */
export const PAGES_PER_SHEET = 1000;

/**
 * Twelve rows of one height: 480 points, the printable height of A4 landscape less a rest. One height for all keeps
 * the host's work per page small.
 */
const ROWS_PER_PAGE = 12;
const ROW_HEIGHT = 40;
const MARGINS = { top: 48, bottom: 48, left: 24, right: 24 } as const;

const STUB = 0;
const CUT = 2;
const BODY = 3;
/**
 * Characters: stub about a third of the width, two gutters for the cutting line and the cross-cut seal. Narrow enough
 * for one page also where the default font is a third wider than Excel's (LibreOffice without Calibri).
 */
const WIDTHS = [34, 3, 3, 69] as const;

/** Rows of a page. The rows between 登记证书编号 and the date are left to the seal. */
const TITLE_ROW = 1;
const SUBTITLE_ROW = 3;
const LINES_ROW = 4;
const PARAGRAPH_ROWS = 4;
const PARAGRAPH_ROW = 4;
const REGISTRATION_ROW = 9;
const DATE_ROW = 11;

/** Longest texts that stand in their cells at full size in Excel's widths; longer ones are set smaller. */
const STUB_CHARACTERS = 28;
const PARAGRAPH_CHARACTERS = 165;

/** Of the first, second … sheet of pages. */
export function pageSheetName(at: number): string {
  return at === 0 ? PAGE_SHEET : `${PAGE_SHEET}(${at + 1})`;
}

/** Sheets of up to 1,000 pages each: 合格证明, 合格证明(2) … */
export function pagePlans(contents: readonly CertificateContent[]): readonly OwnSheetPlan[] {
  const plans: OwnSheetPlan[] = [];
  for (let first = 0; first < contents.length; first += PAGES_PER_SHEET) {
    plans.push(pageSheet(pageSheetName(plans.length), contents.slice(first, first + PAGES_PER_SHEET)));
  }
  return plans;
}

/** One sheet of pages. */
export function pageSheet(name: string, contents: readonly CertificateContent[]): OwnSheetPlan {
  const rows = contents.length * ROWS_PER_PAGE;
  const tops = contents.map((_, page) => page * ROWS_PER_PAGE);
  const cells = contents.flatMap(pageCells);
  const block: CellBlock = { row: 0, column: 0, cells };
  const text = { numberFormat: "@", fontName: "仿宋", wrap: true, vertical: "center" } as const;
  return {
    name,
    blocks: [block],
    styles: [
      { row: 0, column: 0, rows, columns: WIDTHS.length, style: { ...text, fontSize: 13 } },
      { row: 0, column: BODY, rows, columns: 1, style: { fontSize: 16 } },
      ...contents.flatMap((content, page) => pageStyles(content, page * ROWS_PER_PAGE)),
      { row: 0, column: CUT, rows, columns: 1, style: { border: "dashed-left" } },
    ],
    columnWidths: WIDTHS.map((characters, column) => ({ column, characters })),
    rowHeights: [{ row: 0, rows, points: ROW_HEIGHT }],
    merges: tops.map((top) => ({ row: top + PARAGRAPH_ROW, column: BODY, rows: PARAGRAPH_ROWS, columns: 1 })),
    hideGridlines: true,
    print: {
      orientation: "landscape",
      paper: "a4",
      scale: 100,
      area: { row: 0, column: 0, rows, columns: WIDTHS.length },
      breaksAbove: tops.slice(1),
      margins: MARGINS,
      centerHorizontally: true,
    },
  };
}

function pageCells({ stub, body }: CertificateContent): PlannedCell[][] {
  const cells = Array.from({ length: ROWS_PER_PAGE }, () => new Array<PlannedCell>(WIDTHS.length).fill(null));
  const put = (row: number, column: number, value: string): void => {
    const line = cells[row];
    if (line !== undefined) line[column] = value;
  };
  stub.title.forEach((line, at) => put(TITLE_ROW + at, STUB, line));
  put(SUBTITLE_ROW, STUB, stub.subtitle);
  stub.lines.forEach((line, at) => put(LINES_ROW + at, STUB, line));
  put(DATE_ROW, STUB, stub.date);
  body.title.forEach((line, at) => put(TITLE_ROW + at, BODY, line));
  put(PARAGRAPH_ROW, BODY, body.paragraph);
  put(REGISTRATION_ROW, BODY, body.registration);
  put(DATE_ROW, BODY, body.date);
  return cells;
}

function pageStyles({ stub, body }: CertificateContent, top: number): StyledArea[] {
  const long = stub.lines.flatMap((line, at): StyledArea[] =>
    line.length > STUB_CHARACTERS
      ? [{ row: top + LINES_ROW + at, column: STUB, rows: 1, columns: 1, style: { fontSize: 10 } }]
      : [],
  );
  const paragraphSize = body.paragraph.length > PARAGRAPH_CHARACTERS ? { fontSize: 14 } : {};
  const title = { bold: true, fontName: "宋体", horizontal: "center" } as const;
  return [
    { row: top + TITLE_ROW, column: STUB, rows: 3, columns: 1, style: { ...title, fontSize: 14 } },
    { row: top + TITLE_ROW, column: BODY, rows: 2, columns: 1, style: { ...title, fontSize: 26 } },
    // Lines spread over the height: about one and a half lines apart.
    {
      row: top + PARAGRAPH_ROW,
      column: BODY,
      rows: PARAGRAPH_ROWS,
      columns: 1,
      style: { vertical: "distributed", ...paragraphSize },
    },
    ...long,
    { row: top + DATE_ROW, column: STUB, rows: 1, columns: BODY + 1, style: { horizontal: "right" } },
  ];
}

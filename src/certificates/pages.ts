/** 合格证明 as print pages: one A4 landscape page a person, stub on the left, certificate on the right, a cutting line between. */
import type { CellBlock, OwnSheetPlan, PlannedCell, StyledArea } from "../results/plan";
import type { CertificateForm } from "../policy/certificate-form";
import type { CertificateContent } from "./content";
import { SHEETS } from "../submission/vocabulary";

export const PAGE_SHEET = SHEETS.certificates;
/** Excel takes about 1,000 manual page breaks a sheet. */
export const PAGES_PER_SHEET = 1000;

/** Columns of a page: the stub, the gutter with the cutting line, the certificate. */
const STUB = 0;
const CUT = 2;
const BODY = 3;

/** Of the first, second … sheet of pages. */
export function pageSheetName(at: number): string {
  return at === 0 ? PAGE_SHEET : `${PAGE_SHEET}(${at + 1})`;
}

/** Sheets of up to 1,000 pages each: 合格证明, 合格证明(2) … */
export function pagePlans(contents: readonly CertificateContent[], form: CertificateForm): readonly OwnSheetPlan[] {
  const plans: OwnSheetPlan[] = [];
  for (let first = 0; first < contents.length; first += PAGES_PER_SHEET) {
    plans.push(pageSheet(pageSheetName(plans.length), contents.slice(first, first + PAGES_PER_SHEET), form));
  }
  return plans;
}

type Layout = CertificateForm["layout"];

/** One sheet of pages. */
export function pageSheet(
  name: string,
  contents: readonly CertificateContent[],
  { layout }: CertificateForm,
): OwnSheetPlan {
  const { widths, sizes } = layout;
  const rows = contents.length * layout.rows;
  const tops = contents.map((_, page) => page * layout.rows);
  const cells = contents.flatMap((content) => pageCells(content, layout));
  const block: CellBlock = { row: 0, column: 0, cells };
  const text = { numberFormat: "@", fontName: layout.fonts.text, wrap: true, vertical: "center" } as const;
  return {
    name,
    blocks: [block],
    styles: [
      { row: 0, column: 0, rows, columns: widths.length, style: { ...text, fontSize: sizes.stub } },
      { row: 0, column: BODY, rows, columns: 1, style: { fontSize: sizes.body } },
      ...contents.flatMap((content, page) => pageStyles(content, page * layout.rows, layout)),
      { row: 0, column: CUT, rows, columns: 1, style: { border: "dashed-left" } },
    ],
    columnWidths: widths.map((characters, column) => ({ column, characters })),
    rowHeights: [{ row: 0, rows, points: layout.rowHeight }],
    merges: tops.map((top) => ({
      row: top + layout.paragraphRow,
      column: BODY,
      rows: layout.paragraphRows,
      columns: 1,
    })),
    hideGridlines: true,
    print: {
      orientation: "landscape",
      paper: "a4",
      scale: 100,
      area: { row: 0, column: 0, rows, columns: widths.length },
      breaksAbove: tops.slice(1),
      margins: layout.margins,
      centerHorizontally: true,
    },
  };
}

function pageCells({ stub, body }: CertificateContent, layout: Layout): PlannedCell[][] {
  const cells = Array.from({ length: layout.rows }, () => new Array<PlannedCell>(layout.widths.length).fill(null));
  const put = (row: number, column: number, value: string): void => {
    const line = cells[row];
    if (line !== undefined) line[column] = value;
  };
  stub.title.forEach((line, at) => put(layout.titleRow + at, STUB, line));
  put(layout.subtitleRow, STUB, stub.subtitle);
  stub.lines.forEach((line, at) => put(layout.linesRow + at, STUB, line));
  put(layout.dateRow, STUB, stub.date);
  body.title.forEach((line, at) => put(layout.titleRow + at, BODY, line));
  put(layout.paragraphRow, BODY, body.paragraph);
  put(layout.registrationRow, BODY, body.registration);
  put(layout.dateRow, BODY, body.date);
  return cells;
}

function pageStyles({ stub, body }: CertificateContent, top: number, layout: Layout): StyledArea[] {
  const { sizes, longest, titleRow, subtitleRow } = layout;
  const long = stub.lines.flatMap((line, at): StyledArea[] =>
    line.length > longest.stubLine
      ? [
          {
            row: top + layout.linesRow + at,
            column: STUB,
            rows: 1,
            columns: 1,
            style: { fontSize: sizes.longStubLine },
          },
        ]
      : [],
  );
  const paragraphSize = body.paragraph.length > longest.paragraph ? { fontSize: sizes.longParagraph } : {};
  const title = { bold: true, fontName: layout.fonts.title, horizontal: "center" } as const;
  return [
    {
      row: top + titleRow,
      column: STUB,
      rows: subtitleRow - titleRow + 1,
      columns: 1,
      style: { ...title, fontSize: sizes.stubTitle },
    },
    {
      row: top + titleRow,
      column: BODY,
      rows: body.title.length,
      columns: 1,
      style: { ...title, fontSize: sizes.bodyTitle },
    },
    // Lines spread over the height: about one and a half lines apart.
    {
      row: top + layout.paragraphRow,
      column: BODY,
      rows: layout.paragraphRows,
      columns: 1,
      style: { vertical: "distributed", ...paragraphSize },
    },
    ...long,
    { row: top + layout.dateRow, column: STUB, rows: 1, columns: BODY + 1, style: { horizontal: "right" } },
  ];
}

/**
 * Sheets of pages. They are made under a name of their own and take the place of the old ones in the end, so that what
 * is called 合格证明 is never half made.
 */
import {
  formPages,
  PAGES_PER_SHEET,
  pageSheetName,
  smallerLetters,
  TEMPLATE_SHEET,
  templatePage,
  type CertificateFields,
  type CertificateForm,
  type CertificateSettings,
} from "../../certificates/index";
import type { Area } from "../../grid/address";
import { CALL_BYTES, lineBytes } from "../request-sizes";
import { onRange, rangeOf } from "./cell-operations";
import type { Operation } from "./operations";
import { readLedgerRows, SHEETS } from "../../submission";
import { renameOperation } from "./foreign-sheets";
import { ownSheetOperations, removeSheet } from "./own-sheets";
import { readCells, type SheetArea } from "../read/cells";
import type { OpenWorkbook } from "../types";
import { deleteSheet, isPageSheet, isUnfinished, unfinished } from "../sheets";
import type { LoadedTemplate } from "../read/template";
import type { WorkbookReading } from "../types";

export interface PageJob {
  readonly issued: readonly CertificateFields[];
  readonly settings: CertificateSettings;
  /** The notice's form. */
  readonly form: CertificateForm;
  /** The checked template, null where the pages follow the form. */
  readonly template: LoadedTemplate | null;
}

/** `done`: a job that was carried out since the workbook was read. */
export function pageOperations(job: PageJob, reading: WorkbookReading, done?: PageJob): Operation[] {
  const isForeign = (name: string): boolean => done === undefined && reading.origins.foreignSheets.has(name);
  const before =
    done === undefined
      ? [...reading.sheets.keys()].filter((name) => isPageSheet(name) && !isForeign(name))
      : namesOf(done);
  const names = namesOf(job);
  const leftovers = before.filter(isUnfinished);
  const old = before.filter((name) => !isUnfinished(name));
  const tabs = [...reading.sheets.keys()].filter((name) => !leftovers.includes(name));
  return [
    ...leftovers.map(removeSheet),
    ...names.filter(isForeign).map((name) => renameOperation(name, reading)),
    ...(job.template === null ? formOperations(job) : templateOperations(job, job.template)),
    ...old.filter((name) => !names.includes(name)).map(removeSheet),
    ...names.map((name) => takePlace(name, old.includes(name), tabs.indexOf(name))),
  ];
}

function namesOf({ issued }: PageJob): string[] {
  return Array.from({ length: Math.ceil(issued.length / PAGES_PER_SHEET) }, (_, at) => pageSheetName(at));
}

/** The finished sheet gets the name, and the place among the tabs, of the one before it. */
function takePlace(name: string, replaces: boolean, position: number): Operation {
  return {
    bytes: 4 * CALL_BYTES,
    run: (sheetOf) => {
      if (replaces) deleteSheet(sheetOf(name));
      const sheet = sheetOf(unfinished(name));
      sheet.name = name;
      if (replaces && position >= 0) sheet.position = position;
    },
  };
}

function formOperations({ issued, settings, form }: PageJob): Operation[] {
  return formPages(issued, settings, form).flatMap((plan) =>
    ownSheetOperations({ ...plan, name: unfinished(plan.name) }, undefined),
  );
}

function templateOperations(job: PageJob, loaded: LoadedTemplate): Operation[] {
  return namesOf(job).flatMap((name, at) =>
    templateSheet(unfinished(name), job.issued.slice(at * PAGES_PER_SHEET, (at + 1) * PAGES_PER_SHEET), job, loaded),
  );
}

/**
 * The template's sheet is copied as a whole: with it come widths, heights, page set-up and pictures. Further pages are
 * copies of its cells, and what a copy of cells leaves behind is brought after them: row heights and pictures.
 */
function templateSheet(
  name: string,
  issued: readonly CertificateFields[],
  { settings, form }: PageJob,
  { template, used }: LoadedTemplate,
): Operation[] {
  const { area, heights, cells, pictures } = template;
  const pageHeight = heights.reduce((sum, height) => sum + height, 0);
  const topOf = (page: number): number => area.row + page * area.rows;
  const pageArea = (page: number): Area => ({ ...area, row: topOf(page) });
  const copy: Operation = {
    bytes: 8 * CALL_BYTES,
    run: (sheetOf) => {
      const sheet = sheetOf(TEMPLATE_SHEET).copy("End");
      sheet.name = name;
      sheet.visibility = "Visible";
      sheet.horizontalPageBreaks.removePageBreaks();
      sheet.verticalPageBreaks.removePageBreaks();
    },
  };
  // Fields are text before they are copied: a name that begins with "=" stays a name.
  const asText = cells.map(({ row, column }) =>
    onRange(name, { row: area.row + row, column: area.column + column, rows: 1, columns: 1 }, 2, (range) => {
      range.numberFormat = "@" as unknown as string[][];
    }),
  );
  const further = issued.slice(1).flatMap((_, at): Operation[] => {
    const page = at + 1;
    return [
      {
        bytes: 4 * CALL_BYTES,
        run: (sheetOf) => rangeOf(sheetOf, name, pageArea(page)).copyFrom(rangeOf(sheetOf, name, area)),
      },
      ...heightRuns(heights).map(({ first, rows, points }) =>
        onRange(name, { row: topOf(page) + first, column: 0, rows, columns: 1 }, 3, (range) => {
          range.format.rowHeight = points;
        }),
      ),
      ...pictures.map(({ id, top, left }): Operation => ({
        bytes: 4 * CALL_BYTES,
        run: (sheetOf) => {
          const shape = sheetOf(TEMPLATE_SHEET).shapes.getItem(id).copyTo(name);
          shape.top = top + page * pageHeight;
          shape.left = left;
        },
      })),
      { bytes: CALL_BYTES, run: (sheetOf) => void sheetOf(name).horizontalPageBreaks.add(`A${topOf(page) + 1}`) },
    ];
  });
  const texts = issued.map((fields, page): Operation => {
    const matrix = templatePage(template, fields, settings, form);
    const small = smallerLetters(template, matrix);
    // null leaves a cell as the template has it
    return {
      bytes: (1 + 3 * small.length) * CALL_BYTES + matrix.reduce((sum, line) => sum + lineBytes(line), 0),
      run: (sheetOf) => {
        rangeOf(sheetOf, name, pageArea(page)).values = matrix;
        for (const { row, column, fontSize } of small) {
          rangeOf(sheetOf, name, {
            row: topOf(page) + row,
            column: area.column + column,
            rows: 1,
            columns: 1,
          }).format.font.size = fontSize;
        }
      },
    };
  });
  const printed: Area = { ...area, rows: area.rows * issued.length };
  const print = onRange(name, printed, 2, (range) => range.worksheet.pageLayout.setPrintArea(range));
  return [
    copy,
    ...outside(used, area).map((rest) => onRange(name, rest, 2, (range) => range.clear())),
    ...asText,
    ...further,
    ...texts,
    print,
  ];
}

/** Notes that stand around the page on the template are no part of what is printed. */
function outside(used: Area, area: Area): Area[] {
  const [bottom, right] = [used.row + used.rows, used.column + used.columns];
  const [end, edge] = [area.row + area.rows, area.column + area.columns];
  const parts: Area[] = [
    { row: used.row, column: used.column, rows: area.row - used.row, columns: used.columns },
    { row: end, column: used.column, rows: bottom - end, columns: used.columns },
    { row: area.row, column: used.column, rows: area.rows, columns: area.column - used.column },
    { row: area.row, column: edge, rows: area.rows, columns: right - edge },
  ];
  return parts.filter(({ rows, columns }) => rows > 0 && columns > 0);
}

function heightRuns(
  heights: readonly number[],
): { readonly first: number; readonly rows: number; readonly points: number }[] {
  const runs: { first: number; rows: number; points: number }[] = [];
  heights.forEach((points, at) => {
    const last = runs[runs.length - 1];
    if (last?.points === points) last.rows += 1;
    else runs.push({ first: at, rows: 1, points });
  });
  return runs;
}

const NUMBER = /\d{4}-\d{4,}/g;

/** Every number that stands on a page of ours now. */
export async function numbersOnPages(workbook: OpenWorkbook): Promise<ReadonlySet<string>> {
  const { foreignSheets } = workbook.reading.origins;
  const pages = await numbersBySheet(workbook);
  return new Set([...pages].flatMap(([name, numbers]) => (foreignSheets.has(name) ? [] : [...numbers])));
}

/**
 * The reading with page sheets that are not ours among its foreign sheets: on a page of ours stands a number of the
 * ledger, since a number is in the ledger before its page exists.
 */
export async function withForeignPages(workbook: OpenWorkbook): Promise<WorkbookReading> {
  const { reading } = workbook;
  const ledger = readLedgerRows(reading.grids.get(SHEETS.ledger));
  const given = new Set(ledger.ok ? ledger.rows.map(({ entry }) => entry.certificateNo) : []);
  const foreign = [...(await numbersBySheet(workbook))].flatMap(([name, numbers]) =>
    isUnfinished(name) || [...numbers].some((number) => given.has(number)) ? [] : [name],
  );
  if (foreign.length === 0) return reading;
  return {
    ...reading,
    origins: { ...reading.origins, foreignSheets: new Set([...reading.origins.foreignSheets, ...foreign]) },
  };
}

async function numbersBySheet({ context, reading }: OpenWorkbook): Promise<ReadonlyMap<string, ReadonlySet<string>>> {
  const names = [...reading.sheets.keys()].filter(isPageSheet);
  if (names.length === 0) return new Map();
  const ranges = names.map((name) => ({
    sheet: name,
    range: context.workbook.worksheets
      .getItem(name)
      .getUsedRangeOrNullObject(true)
      .load("rowIndex,columnIndex,rowCount,columnCount"),
  }));
  await context.sync();
  const areas = ranges.flatMap(({ sheet, range }): SheetArea[] =>
    range.isNullObject
      ? []
      : [{ sheet, row: range.rowIndex, column: range.columnIndex, rows: range.rowCount, columns: range.columnCount }],
  );
  for (const { range } of ranges) range.untrack();
  const cells = await readCells(context, areas, "values", undefined, () => undefined);
  const numbersOf = (lines: readonly (readonly unknown[])[]): ReadonlySet<string> =>
    new Set(lines.flatMap((line) => line.flatMap((value) => String(value ?? "").match(NUMBER) ?? [])));
  return new Map(
    names.map((name) => {
      const at = areas.findIndex(({ sheet }) => sheet === name);
      return [name, numbersOf(cells[at] ?? [])];
    }),
  );
}

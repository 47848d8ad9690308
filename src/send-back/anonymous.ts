/**
 * 去标识导出: a new workbook to ask for help with, which gives the same findings and names nobody. It is built from values
 * alone, so that nothing of the old file comes along: no notes, properties, authors, pictures, names or hidden texts. Loaded
 * when it is needed, as `file.ts`.
 */
import { isCellError, type Sheet, type Workbook } from "../book/model/workbook";
import { emptyWorkbook, openWorkbook, saveWorkbook, withoutPersonalData } from "../book/xlsx";
import type { CellValue } from "../grid/address";
import { readTable } from "../submission/sheet";
import { labelOf } from "../submission/text";
import type { SheetLayout } from "../submission/types";
import {
  DECISION_HEADERS,
  FILING_COLUMNS,
  ORGANISATION_COLUMNS,
  PEOPLE_COLUMNS,
  RECORD_COLUMNS,
  SHEETS,
  UNIT_LABELS,
  type ColumnWords,
} from "../submission/vocabulary";
import { policyIds, policyOf } from "../policy";
import { Pseudonyms, type Kind } from "./pseudonyms";

export { NotAWorkbookError } from "../book/xlsx";

/** What becomes of a column: hidden as one of a kind, or "keep". A column that is not named is kept as what the notice lists. */
type Hiding = Readonly<Record<string, Kind>>;

const TABLES: readonly { readonly name: string; readonly columns: readonly ColumnWords[]; readonly hiding: Hiding }[] =
  [
    {
      name: SHEETS.people,
      columns: PEOPLE_COLUMNS,
      hiding: {
        registrationNo: "number",
        name: "person",
        idNumber: "id",
        employer: "unit",
        currentTitle: "post",
        specialty: "specialty",
        archivePlace: "place",
        remark: "text",
      },
    },
    {
      name: SHEETS.filings,
      columns: FILING_COLUMNS,
      hiding: {
        filingNo: "filing",
        applicant: "unit",
        organisation: "unit",
        address: "address",
        postcode: "text",
        email: "text",
        leader: "person",
        leaderTitle: "post",
        leaderPhone: "phone",
        contact: "person",
        contactTitle: "post",
        contactPhone: "phone",
        title: "activity",
        venue: "address",
        audience: "text",
        scheme: "text",
        schedule: "text",
        textbook: "text",
        courseware: "text",
        lessonPlan: "text",
      },
    },
    {
      name: SHEETS.organisations,
      columns: ORGANISATION_COLUMNS,
      hiding: { name: "unit", address: "address", contact: "person", website: "text", phone: "phone" },
    },
    {
      name: SHEETS.records,
      columns: RECORD_COLUMNS,
      hiding: {
        registrationNo: "number",
        name: "person",
        title: "activity",
        organizer: "unit",
        filingNo: "filing",
        remark: "text",
      },
    },
    {
      name: SHEETS.decisions,
      columns: DECISION_HEADERS.map((header) => ({ key: header, header })),
      hiding: { 决定人: "person", 理由: "text" },
    },
  ];

const UNIT: Hiding = { unitName: "unit", department: "unit", county: "place", handler: "person", phone: "phone" };
const TOTALS = /^(合计|小计|总计|共计)/u;
/** 1904 counts days from four years later. */
const DAYS_OF_1904 = 1462;

/** The bytes of the new file. Throws NotAWorkbookError. */
export function anonymousFile(bytes: Uint8Array): Uint8Array {
  const source = openWorkbook(bytes);
  const target = emptyWorkbook();
  const [blank] = target.sheets;
  const names = new Pseudonyms(ownPlaces());
  const sheets = new Map(source.sheets.map((sheet) => [sheet.name, sheet]));
  const unit = sheets.get(SHEETS.unit);
  const order = [SHEETS.unit, SHEETS.people, SHEETS.records, SHEETS.filings, SHEETS.organisations, SHEETS.decisions];
  for (const name of order) if (sheets.has(name)) target.addSheet(name);
  if (unit !== undefined) copyUnit(unit, sheetIn(target, SHEETS.unit), names);
  // People first: their names are taken out of the texts of all that follows
  for (const { name, columns, hiding } of TABLES) {
    const sheet = sheets.get(name);
    if (sheet !== undefined) copyTable(sheet, sheetIn(target, name), columns, hiding, names);
  }
  if (blank !== undefined && target.sheets.length > 1) target.removeSheet(blank);
  return withoutPersonalData(saveWorkbook(target, "xlsx"));
}

/** What units without a county write for it, in any notice: it is no place's name. */
function ownPlaces(): ReadonlySet<string> {
  return new Set(policyIds().flatMap((id) => policyOf(id)?.proofs?.ownPlace ?? []));
}

function sheetIn(workbook: Workbook, name: string): Sheet {
  const sheet = workbook.sheetByName(name);
  if (sheet === undefined) throw new Error(`there is no sheet ${name}`);
  return sheet;
}

function copyUnit(source: Sheet, target: Sheet, names: Pseudonyms): void {
  const kinds = new Map(
    UNIT_LABELS.flatMap(({ key, header, synonyms = [] }) =>
      [header, ...synonyms].map((label) => [label, UNIT[key] ?? "keep"] as const),
    ),
  );
  const isLabel = (row: number, column: number): boolean => kinds.has(labelOf(plain(source.value(row, column))));
  copy(source, target, (row, column, value) => {
    if (isLabel(row, column)) return value;
    const kind = column === 0 ? undefined : kinds.get(labelOf(plain(source.value(row, column - 1))));
    return kind === "keep" ? value : names.of(kind ?? "text", value);
  });
}

function copyTable(
  source: Sheet,
  target: Sheet,
  columns: readonly ColumnWords[],
  hiding: Hiding,
  names: Pseudonyms,
): void {
  const box = source.usedBox(true);
  if (box === null) return;
  names.collect();
  const values = Array.from({ length: box.rows }, (_, down) =>
    Array.from({ length: box.columns }, (__, right) => plain(source.value(box.row + down, box.column + right))),
  );
  const reading = readTable(
    { name: source.name, firstRow: box.row, firstColumn: box.column, values },
    columns.map((column) => ({ ...column, needed: false })),
  );
  if (!reading.ok) {
    copy(source, target, (_, __, value) => names.of("text", value));
    return;
  }
  const { layout, rows } = reading.table;
  const data = new Set(rows);
  const keys = new Map([...layout.columns].map(([key, column]) => [column, key]));
  copy(source, target, (row, column, value) => {
    if (row >= layout.headerTop && row <= layout.headerRow) return isOurs(layout, column) ? null : value;
    if (isOurs(layout, column)) return null;
    const key = keys.get(column);
    const isHeaderAgain = labelOf(value) === labelOf(plain(source.value(layout.headerRow, column)));
    if (row < layout.headerTop) return names.of("text", value);
    if (!data.has(row) && (isHeaderAgain || TOTALS.test(labelOf(value)))) return value;
    if (key === undefined) return names.of("text", value);
    const kind = hiding[key];
    if (kind !== undefined) return names.of(kind, value);
    return typeof value === "string" ? names.within(value) : value;
  });
}

/** Our own columns beside the unit's. */
function isOurs({ annotationColumn }: SheetLayout, column: number): boolean {
  return annotationColumn !== null && column >= annotationColumn;
}

/** Values with their number formats, merges, and what is hidden. A formula becomes one that shows the new value. */
function copy(
  source: Sheet,
  target: Sheet,
  change: (row: number, column: number, value: CellValue) => CellValue,
): void {
  const box = source.usedBox(true);
  if (box === null) return;
  source.eachCell(box, (row, column, cell) => {
    const value = source.value(row, column);
    const { numberFormat } = source.workbook.style(source.styleIndex(row, column));
    if (numberFormat !== "General") target.setStyle(row, column, { numberFormat });
    if (isCellError(value)) {
      target.setValue(row, column, value);
      return;
    }
    const isDate = source.workbook.date1904 && typeof value === "number" && /[ymd年月日]/i.test(numberFormat);
    const changed = change(row, column, isDate ? value + DAYS_OF_1904 : value);
    if (cell.formula === undefined || changed === null) target.setValue(row, column, changed);
    else target.setFormula(row, column, formulaOf(changed), changed);
  });
  for (const merge of source.merges) target.merge(merge);
  for (const [row, { hidden }] of source.rows) if (hidden) target.setRowHidden(row, true);
  target.visibility = source.visibility;
}

function formulaOf(value: Exclude<CellValue, null>): string {
  return typeof value === "string" ? `="${value.replace(/"/g, '""')}"` : `=${String(value).toUpperCase()}`;
}

/** An error value as the text that it shows. */
function plain(value: ReturnType<Sheet["value"]>): CellValue {
  return isCellError(value) ? value.error : value;
}

/**
 * 发证台账 as cells. Once it is there only the cells that are news are written, so that a write which breaks off can't
 * take a number away, and what people added (columns, notes, widths) stays.
 */
import type { CellBlock, OwnSheetPlan, PlannedCell, SheetPatch, StyledArea } from "../results/plan";
import { originOf, standings, tablePlan, type ResultColumn } from "../results/table";
import { shownNumber, type LedgerReading } from "../submission";
import type { LedgerEntry, SheetLayout } from "../submission/types";
import { MARK_HEADER, ORIGIN_HEADER } from "../submission/vocabulary";
import { LEDGER_SHEET, VALID, VOID } from "./ledger";

const COLUMNS: readonly (ResultColumn & { readonly cell: (entry: LedgerEntry) => PlannedCell })[] = [
  { title: "证明编号", kind: "text", width: 13, cell: (entry) => entry.certificateNo },
  { title: "登记证书编号", kind: "text", width: 18, cell: shownNumber },
  { title: "姓名", kind: "text", width: 12, cell: (entry) => entry.name },
  { title: "起始年度", kind: "number", width: 10, cell: (entry) => entry.fromYear },
  { title: "截止年度", kind: "number", width: 10, cell: (entry) => entry.toYear },
  { title: "经办人", kind: "text", width: 12, cell: (entry) => entry.handler },
  { title: "签发日期", kind: "text", width: 12, cell: (entry) => entry.issuedOn },
  { title: "状态", kind: "text", width: 8, cell: (entry) => entry.status },
  { title: "作废原因", kind: "text", width: 30, wrap: true, cell: (entry) => entry.voidReason },
  {
    title: ORIGIN_HEADER,
    kind: "text",
    width: 30,
    wrap: true,
    cell: ({ origin, standing, handler }) =>
      originOf({ by: handler, ...(origin === undefined ? {} : { origin }), ...(standing ? { standing } : {}) }),
  },
  { title: MARK_HEADER, kind: "text", width: 10, hidden: true, cell: () => null },
];
/** Only in ledgers with an entry that has a note. */
const NOTE: (typeof COLUMNS)[number] = {
  title: "另发原因",
  kind: "text",
  width: 30,
  wrap: true,
  cell: (entry) => entry.note ?? "",
};
const columnsFor = (entries: readonly LedgerEntry[]): typeof COLUMNS =>
  entries.some(({ note }) => note !== undefined) ? [...COLUMNS, NOTE] : COLUMNS;
const STATUS = "状态";
const REASON = "作废原因";
const STATUS_COLUMN = COLUMNS.findIndex(({ title }) => title === STATUS);

/** What has to be written: the sheet anew, or some of its cells. */
export type LedgerChange =
  { readonly kind: "new"; readonly sheet: OwnSheetPlan } | { readonly kind: "patch"; readonly patch: SheetPatch };

/** An entry to be voided, by the row of the sheet it stands in. */
export interface Voiding {
  readonly row: number;
  readonly reason: string;
}

/** Null when there is nothing to write. */
export function ledgerChange(
  reading: LedgerReading & { readonly ok: true },
  fresh: readonly LedgerEntry[],
  voided: readonly Voiding[] = [],
): LedgerChange | null {
  if (fresh.length === 0 && voided.length === 0) return null;
  return reading.layout === null
    ? { kind: "new", sheet: wholeLedger(fresh) }
    : { kind: "patch", patch: patchOf(reading.layout, fresh, voided) };
}

/** A ledger of just these entries. */
export function wholeLedger(fresh: readonly LedgerEntry[]): OwnSheetPlan {
  const isSaid = fresh.some(({ origin = "", standing }) => origin !== "" || standing !== undefined);
  return tablePlan(
    LEDGER_SHEET,
    columnsFor(fresh).map((column) => (column.title === ORIGIN_HEADER ? { ...column, hidden: !isSaid } : column)),
    fresh.map((entry) => columnsFor(fresh).map(({ cell }) => cell(entry))),
    {
      notOurs: standings(fresh),
      validations: [
        { row: 1, column: STATUS_COLUMN, rows: Math.max(fresh.length, 1), columns: 1, values: [VALID, VOID] },
      ],
    },
  );
}

function patchOf(layout: SheetLayout, fresh: readonly LedgerEntry[], voided: readonly Voiding[]): SheetPatch {
  const { headerRow, lastRow } = layout;
  const columns = new Map(layout.columns);
  const wanted = columnsFor(fresh);
  const added = wanted.filter(({ title }) => !columns.has(title));
  added.forEach(({ title }, at) => columns.set(title, layout.lastColumn + 1 + at));
  const columnOf = (title: string): number => columns.get(title) ?? 0;
  const first = lastRow + 1;
  const blocks: CellBlock[] = added.map(({ title }) => ({ row: headerRow, column: columnOf(title), cells: [[title]] }));
  const styles: StyledArea[] = added.map(({ title }) =>
    area(headerRow, columnOf(title), 1, { numberFormat: "@", bold: true }),
  );
  if (fresh.length > 0) {
    for (const { title, kind, wrap } of wanted) {
      const column = columnOf(title);
      styles.push(
        area(first, column, fresh.length, {
          numberFormat: kind === "text" ? "@" : "General",
          wrap: wrap === true,
          vertical: "top",
        }),
      );
    }
    // Columns side by side are one block: an entry is there or it is not.
    const sorted = wanted
      .map(({ title, cell }) => ({ column: columnOf(title), cell }))
      .sort((one, other) => one.column - other.column);
    for (let from = 0, to = 1; from < sorted.length; from = to, to += 1) {
      while (to < sorted.length && sorted[to]?.column === (sorted[to - 1]?.column ?? 0) + 1) to += 1;
      const run = sorted.slice(from, to);
      blocks.push({
        row: first,
        column: run[0]?.column ?? 0,
        cells: fresh.map((entry) => run.map(({ cell }) => cell(entry))),
      });
    }
  }
  for (const { row, reason } of voided) {
    for (const [title, text] of [
      [STATUS, VOID],
      [REASON, reason],
    ] as const) {
      styles.push(area(row, columnOf(title), 1, { numberFormat: "@" }));
      blocks.push({ row, column: columnOf(title), cells: [[text]] });
    }
  }
  const left = Math.min(layout.firstColumn, ...columns.values());
  const right = Math.max(layout.lastColumn, ...columns.values());
  return {
    name: layout.sheet,
    blocks,
    styles,
    validations:
      fresh.length === 0
        ? []
        : [{ row: first, column: columnOf(STATUS), rows: fresh.length, columns: 1, values: [VALID, VOID] }],
    hiddenColumns: added
      .filter(({ title }) => [ORIGIN_HEADER, MARK_HEADER].includes(title))
      .map(({ title }) => columnOf(title)),
    printArea: { row: 0, column: left, rows: lastRow + fresh.length + 1, columns: right - left + 1 },
  };
}

const area = (row: number, column: number, rows: number, style: StyledArea["style"]): StyledArea => ({
  row,
  column,
  rows,
  columns: 1,
  style,
});

/** 发证台账: which certificate numbers were given to whom. */
import type { SheetGrid } from "./grid";
import { RowReader } from "./row-reader";
import { ownColumns, readTable } from "./sheet";
import { givenText, labelOf } from "./text";
import { registrationNumber } from "./registration-number";
import type { InputProblem, LedgerEntry, SheetLayout } from "./types";
import { LEDGER_HEADERS, MARK_HEADER, ORIGIN_HEADER } from "./vocabulary";

/** 发证台账 with the row of each entry, so that single cells of it can be written. */
export type LedgerReading =
  | {
      readonly ok: true;
      readonly layout: SheetLayout | null;
      readonly rows: readonly { readonly row: number; readonly entry: LedgerEntry }[];
      /** Rows that do not count, since the office has neither written nor confirmed them. */
      readonly notOurs: readonly { readonly row: number; readonly entry: LedgerEntry }[];
    }
  | { readonly ok: false; readonly problems: readonly InputProblem[] };

/** Columns without which nobody can tell which numbers were given to whom. */
const LEDGER_NEEDED: readonly string[] = ["证明编号", "登记证书编号", "状态"];

/** A sheet that is missing or blank has no layout yet; one whose header can't be found is a problem, never an empty ledger. */
export function readLedgerRows(grid: SheetGrid | undefined): LedgerReading {
  if (grid === undefined || grid.values.every((line) => line.every((cell) => labelOf(cell) === "")))
    return { ok: true, layout: null, rows: [], notOurs: [] };
  const reading = readTable(
    grid,
    ownColumns([...LEDGER_HEADERS, ORIGIN_HEADER, MARK_HEADER]).map((column) => ({
      ...column,
      needed: LEDGER_NEEDED.includes(column.header),
    })),
  );
  if (!reading.ok) return reading;
  const rows = reading.table.rows.map((row) => {
    const reader = new RowReader(grid, reading.table.layout, row);
    const origin = givenText(reader.cell(ORIGIN_HEADER));
    const standing = grid.notOurs?.get(row);
    const note = reader.text("另发原因");
    const entry: LedgerEntry = {
      certificateNo: labelOf(reader.cell("证明编号")),
      ...registrationNumber(reader.cell("登记证书编号")),
      name: reader.text("姓名"),
      fromYear: reader.year("起始年度"),
      toYear: reader.year("截止年度"),
      handler: reader.text("经办人"),
      issuedOn: reader.dateText("签发日期"),
      status: labelOf(reader.cell("状态")),
      voidReason: reader.text("作废原因"),
      ...(origin === "" ? {} : { origin }),
      ...(standing === undefined ? {} : { standing }),
      ...(note === "" ? {} : { note }),
    };
    return { row, entry };
  });
  return {
    ok: true,
    layout: reading.table.layout,
    rows: rows.filter(({ entry }) => entry.standing === undefined),
    notOurs: rows.filter(({ entry }) => entry.standing !== undefined),
  };
}

/** The entries alone; none when the sheet can't be read. */
export function readLedger(grid: SheetGrid | undefined): LedgerEntry[] {
  const reading = readLedgerRows(grid);
  return reading.ok ? reading.rows.map(({ entry }) => entry) : [];
}

/** 培训备案: one filed training a row. */
import type { CellValue } from "../grid/address";
import type { SheetGrid } from "./grid";
import { RowReader } from "./row-reader";
import { readTable } from "./sheet";
import { filingNoOf, givenText, isErrorValue, labelOf } from "./text";
import type { Filing, LeftAsideItem, ReadingProblem } from "./types";
import { mergedCells, withMergedValues } from "./merges";
import { FILING_COLUMNS, READ_AS, VALUES, WORDS_FOR_NO } from "./vocabulary";

/** Filings by number; of rows with the same number the first holds. A sheet without a header is told in `notices`. */
export function readFilings(
  grid: SheetGrid,
  problems: ReadingProblem[],
  notices: LeftAsideItem[],
): Map<string, Filing> {
  const filings = new Map<string, Filing>();
  const reading = readTable(grid, FILING_COLUMNS);
  if (!reading.ok) {
    notices.push({ sheet: grid.name, kind: "sheet-unread", row: grid.firstRow });
    return filings;
  }
  problems.push(...reading.table.problems);
  notices.push(...reading.table.notices);
  const { grid: filled, filled: rows } = withMergedValues(grid, reading.table.rows);
  if (rows.size > 0) problems.push(mergedCells(grid, reading.table.layout, rows.size));
  for (const row of reading.table.rows) {
    const reader = new RowReader(filled, reading.table.layout, row);
    const filingNo = filingNoOf(reader.cell("filingNo"));
    if (filingNo === "" || filings.has(filingNo)) continue;
    const items = new Set<string>();
    for (const { key } of FILING_COLUMNS) {
      const isThere =
        key === "electronic" || key === "paper"
          ? reader.choice(key, VALUES.yesNo, READ_AS.yesNo) === "yes"
          : isSaid(reader.cell(key));
      if (isThere) items.add(key);
    }
    const wholeMonths = new Set<string>();
    const date = (key: "filedOn" | "startDate"): number | null => {
      const span = reader.span(key);
      if (span !== null && span.first !== span.last) wholeMonths.add(key);
      return span?.first ?? null;
    };
    filings.set(filingNo, {
      filingNo,
      filedOn: date("filedOn"),
      startDate: date("startDate"),
      wholeMonths,
      theme: givenText(reader.cell("theme")),
      items,
    });
    reader.reportErrorValues();
    problems.push(...reader.problems);
  }
  return filings;
}

/** Something that is no word for 否. A failed lookup hands in nothing. */
function isSaid(cell: CellValue): boolean {
  const text = labelOf(cell);
  return text !== "" && !WORDS_FOR_NO.has(text) && !isErrorValue(cell);
}

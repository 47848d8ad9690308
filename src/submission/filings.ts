/** 培训备案: one filed training a row. */
import type { SheetGrid } from "./grid";
import { RowReader } from "./row-reader";
import { readTable } from "./sheet";
import { filingNoOf, labelOf } from "./text";
import type { Filing, Notice, ReadingProblem } from "./types";
import { FILING_COLUMNS } from "./vocabulary";

/** Filings by number; of rows with the same number the first holds. A sheet without a header is told in `notices`. */
export function readFilings(grid: SheetGrid, problems: ReadingProblem[], notices: Notice[]): Map<string, Filing> {
  const filings = new Map<string, Filing>();
  const reading = readTable(grid, FILING_COLUMNS);
  if (!reading.ok) {
    notices.push({ sheet: grid.name, kind: "sheet-unread", row: grid.firstRow });
    return filings;
  }
  problems.push(...reading.table.problems);
  notices.push(...reading.table.notices);
  for (const row of reading.table.rows) {
    const reader = new RowReader(grid, reading.table.layout, row);
    const filingNo = filingNoOf(reader.cell("filingNo"));
    if (filingNo === "" || filings.has(filingNo)) continue;
    const items = new Set<string>();
    for (const { key } of FILING_COLUMNS) {
      const text = labelOf(reader.cell(key));
      if (key === "electronic" || key === "paper" ? text === "是" : text !== "" && text !== "否" && text !== "无")
        items.add(key);
    }
    filings.set(filingNo, {
      filingNo,
      filedOn: reader.date("filedOn"),
      startDate: reader.date("startDate"),
      theme: labelOf(reader.cell("theme")),
      items,
    });
    problems.push(...reader.problems);
  }
  return filings;
}

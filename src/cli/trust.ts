/** What came with a workbook: confirmed when the command is told so, and listed in lines that a person reads. */
import type { Sheet, Workbook } from "../book/model/workbook";
import { layStyle, writeCell } from "../send-back/lay-out";
import type { SheetPatch } from "../results";
import {
  dealingPatches,
  readClaims,
  CLAIM_SHEET_NAMES,
  verifyGrids,
  type Incoming,
  type IncomingRow,
  type Sealer,
} from "../trust";
import { gridsOf } from "./grids";

/** Takes over, in memory, every row that came with the workbook. Gives the rows. */
export async function takeOverAll(workbook: Workbook, sealer: Sealer, on: string): Promise<readonly IncomingRow[]> {
  const grids = await verifyGrids(gridsOf(workbook), sealer);
  const rows = CLAIM_SHEET_NAMES.flatMap((name) => {
    const grid = grids.get(name);
    return readClaims(grid, "").claims.filter(({ row }) => grid?.notOurs?.get(row) === "foreign");
  });
  const dealing = { take: "over", by: "命令行", on, reason: "--trust-decisions" } as const;
  for (const patch of await dealingPatches(grids, rows, dealing, sealer)) {
    const sheet = workbook.sheetByName(patch.name);
    if (sheet) carryOut(sheet, patch);
  }
  return rows;
}

function carryOut(sheet: Sheet, { blocks, styles, hiddenColumns = [] }: SheetPatch): void {
  for (const { style, ...area } of styles) layStyle(sheet, area, style);
  for (const { row, column, cells } of blocks)
    cells.forEach((line, down) => line.forEach((cell, across) => writeCell(sheet, row + down, column + across, cell)));
  for (const column of hiddenColumns) sheet.setColumnHidden(column, true);
}

/** What came with the workbook and does not count. */
export function incomingLines({ rows, hiddenSheets, renamed }: Incoming): readonly string[] {
  return [
    ...(rows.length === 0
      ? []
      : [
          "  随文件带来、本机关没有确认的内容，一律不计入（核对后确认的，请加 --trust-decisions）：",
          ...rowLines(rows),
        ]),
    ...renamed.map(({ from, to }) => `  单位自己的工作表“${from}”已改名为“${to}”，内容未动`),
    ...(hiddenSheets.length === 0 ? [] : [`  隐藏的工作表也已读取：${hiddenSheets.join("、")}`]),
  ];
}

/** What the command was told to confirm. */
export function takenOverLines(rows: readonly IncomingRow[]): readonly string[] {
  return rows.length === 0 ? [] : ["  按 --trust-decisions 采信随文件带来的内容：", ...rowLines(rows)];
}

/** Rows by sheet, with who is said to have signed how many. */
function rowLines(rows: readonly IncomingRow[]): readonly string[] {
  return [...new Set(rows.map(({ sheet }) => sheet))].map((sheet) => {
    const own = rows.filter((row) => row.sheet === sheet);
    const signers = [...new Set(own.map(({ by }) => by))].map((by) => {
      const count = own.filter((row) => row.by === by).length;
      return `${by === "" ? "未署名" : by} ${count} 行`;
    });
    return `    ${sheet}：${own.length} 行（署名：${signers.join("，")}）`;
  });
}

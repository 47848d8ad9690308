/** 上轮对照: the comparison as a sheet, and back from it to what has to be looked at again. */
import {
  highlightsFor,
  linkTo,
  readTable,
  tablePlan,
  type OwnSheetPlan,
  type PlannedCell,
  type ResultColumn,
} from "../results";
import { a1 } from "../grid/address";
import { shownNumber } from "../submission";
import type { SheetGrid } from "../submission/grid";
import { registrationNoOf, textOf } from "../submission/text";
import type { Submission } from "../submission/types";
import { IDENTITY_HEADER, SHEETS } from "../submission/vocabulary";
import {
  againOf,
  type SecondRoundChanges,
  type RoundChange,
  type DecisionFate,
  type RoundComparison,
  type RoundLine,
} from "./comparison";

export const ROUND_SHEET = SHEETS.round;

export const CHANGE_WORDS: Readonly<Record<RoundChange, string>> = {
  added: "新增",
  changed: "改动",
  removed: "删除",
  outcome: "结果有变",
};
const KIND_WORDS: Readonly<Record<RoundLine["of"], string>> = { person: "人员", record: "记录" };
const FATE_WORDS: Readonly<Record<DecisionFate, string>> = {
  kept: "沿用",
  stale: "待复核",
  own: "以本轮处理为准",
  lost: "记录已删除，未带入",
};

const COLUMNS: readonly ResultColumn[] = [
  { title: "类别", kind: "text", width: 6, center: true },
  { title: "变化", kind: "text", width: 10, center: true },
  { title: "位置", kind: "formula", width: 15 },
  { title: "登记证书编号", kind: "text", width: 15 },
  { title: "姓名", kind: "text", width: 9 },
  { title: "年度", kind: "number", width: 6, center: true },
  { title: "名称", kind: "text", width: 28, wrap: true },
  { title: "改动内容", kind: "text", width: 44, wrap: true },
  { title: "上轮结论", kind: "text", width: 12 },
  { title: "上轮学时", kind: "number", width: 9 },
  { title: "本轮结论", kind: "text", width: 12 },
  { title: "本轮学时", kind: "number", width: 9 },
  { title: "上轮处理", kind: "text", width: 24, wrap: true },
  { title: "处理去向", kind: "text", width: 12, wrap: true },
  { title: "上轮文件", kind: "text", width: 20, wrap: true },
  { title: IDENTITY_HEADER, kind: "text", width: 10, hidden: true },
];
const NOW_COLUMN = 10;

/**
 * The sheet 上轮对照: a line for each difference to the round before, which came as the file `fileName`; one line that says
 * so where there is none.
 */
export function roundPlan({ lines, people, records }: RoundComparison, fileName: string): OwnSheetPlan {
  const cells = lines.map((line) => lineOf(line, fileName));
  if (cells.length === 0) {
    const note = `与上轮相同：人员 ${people.unchanged} 名、记录 ${records.unchanged} 条均无变化`;
    cells.push(
      COLUMNS.map(({ title }): PlannedCell => (title === "改动内容" ? note : title === "上轮文件" ? fileName : null)),
    );
  }
  return tablePlan(ROUND_SHEET, COLUMNS, cells, {
    highlights: highlightsFor(
      1,
      NOW_COLUMN,
      cells.map((line) => line[NOW_COLUMN] ?? null),
    ),
  });
}

function lineOf(line: RoundLine, fileName: string): PlannedCell[] {
  const { place, before, after, decision } = line;
  return [
    KIND_WORDS[line.of],
    CHANGE_WORDS[line.change],
    place === null ? null : linkTo(place.sheet, a1(place.row, place.column ?? 0)).cell,
    shownNumber(line),
    line.name,
    line.year,
    line.title,
    whatChanged(line),
    before?.verdict ?? null,
    before?.hours ?? null,
    after?.verdict ?? null,
    after?.hours ?? null,
    decision?.text ?? null,
    decision === null ? null : FATE_WORDS[decision.fate],
    fileName,
    line.identity,
  ];
}

/** 证明材料：培训通知 → 培训通知、结业证书 */
export function whatChanged({
  of,
  changes,
  change,
  rowBefore,
  resembles,
}: Pick<RoundLine, "of" | "changes" | "change" | "rowBefore" | "resembles">): string {
  const parts = changes.map(
    ({ column, before, after }) => `${column}：${shown(before, column)} → ${shown(after, column)}`,
  );
  if (change === "outcome")
    parts.push(of === "person" ? "本人信息未改，年度结果随记录变化" : "内容未改，因备案、口径或其他行有变，结果不同");
  if (change === "removed") parts.push(`上轮第 ${rowBefore ?? ""} 行`);
  if (resembles.length > 0) parts.push(`与本轮第 ${resembles.join("、")} 行相近，不能断定是哪一行，请核对`);
  return parts.join("；");
}

/** An id number is never shown in full. */
function shown(text: string, column: string): string {
  if (text === "") return "（空）";
  return column === "身份证号" && text.length > 8
    ? `${text.slice(0, 4)}${"*".repeat(text.length - 8)}${text.slice(-4)}`
    : text;
}

/** What the sheet says has to be looked at again in this workbook; null without the sheet. */
export function readAgain(grid: SheetGrid | undefined, submission: Submission): SecondRoundChanges | null {
  if (grid === undefined) return null;
  const changes = new Map(Object.entries(CHANGE_WORDS).map(([change, word]) => [word, change as RoundChange]));
  const lines = readTable(grid, "变化").flatMap((line) => {
    const change = changes.get(textOf(line.get("变化")));
    if (change === undefined) return [];
    const of: RoundLine["of"] = textOf(line.get("类别")) === KIND_WORDS.person ? "person" : "record";
    return [
      {
        of,
        change,
        registrationNo: registrationNoOf(line.get("登记证书编号")),
        identity: textOf(line.get(IDENTITY_HEADER)),
      },
    ];
  });
  return againOf(lines, submission);
}

/** 抽查清单: who drew what, by which seed; one line a record, and beside it what the inspector writes. */
import { HEADER } from "../results/colours";
import { dateAsWritten } from "../results/dates";
import type { ListValidation, OwnSheetPlan, PlannedCell, StyledArea } from "../results/plan";
import { PAGE_FOOTER, readTable } from "../results/table";
import type { Review } from "../review/types";
import { identitiesOf, shownNumbers } from "../submission";
import { a1 } from "../grid/address";
import type { SheetGrid, WorkbookGrids } from "../submission/grid";
import { textOf } from "../submission/text";
import type { Submission } from "../submission/types";
import { IDENTITY_HEADER, SHEETS, SIGNATURE_LINE } from "../submission/vocabulary";
import { wordsOf } from "./table-rows";
import { drawSample, type SampleCandidate, type Sample, type SampleParameters } from "./sampling";

export interface DrawRequest extends SampleParameters {
  /** Who draws. */
  readonly by: string;
  /** "YYYY-MM-DD" */
  readonly on: string;
  /** The last list gives way to this one, marks and all; else it stays and this one gets a sheet of its own. */
  readonly replace: boolean;
}

interface Credited extends SampleCandidate {
  readonly row: number;
}

export interface SamplePlan {
  readonly sheet: OwnSheetPlan;
  readonly drawn: number;
  readonly of: number;
  /** Former list that this one stands in place of, null when it stands beside them. */
  readonly replaced: string | null;
}

const COLUMNS = [
  { title: "次序", width: 6 },
  { title: "位置", width: 14 },
  { title: "登记证书编号", width: 14 },
  { title: "姓名", width: 9 },
  { title: "年度", width: 7 },
  { title: "学习形式", width: 11 },
  { title: "名称", width: 32, wrap: true },
  { title: "认定学时", width: 9 },
  { title: "应核验原件", width: 38, wrap: true },
  { title: "抽取方式", width: 12 },
  { title: "核验结果", width: 10 },
  { title: "核验人", width: 9 },
  { title: "核验日期", width: 11 },
  { title: "核验说明", width: 20, wrap: true },
  { title: IDENTITY_HEADER, width: 10, hidden: true },
] as const;
const NUMBERS: readonly string[] = ["次序", "年度", "认定学时"];
const MARKS = ["核验结果", "核验人", "核验日期", "核验说明"] as const;
const RESULTS = ["相符", "不符", "未提供"] as const;
const HEAD = [
  "抽取比例",
  "随机种子",
  "每人至少一条",
  "抽取人",
  "抽取日期",
  "认定记录",
  "抽取记录",
  "分层（按学习形式）",
] as const;
const TITLE_ROWS = 1;
const HEADER_ROW = TITLE_ROWS + HEAD.length;

/** What a list says of itself. Null when the sheet is none of ours. */
interface Drawn {
  readonly name: string;
  readonly percent: string;
  readonly seed: string;
  readonly onePerPerson: string;
  readonly marks: ReadonlyMap<string, readonly string[]>;
}

function readList(grid: SheetGrid): Drawn {
  const head = new Map(grid.values.slice(0, HEADER_ROW + 5).map((line) => [textOf(line[0]), textOf(line[2])] as const));
  const lines = readTable(grid, "核验结果");
  const marks = lines.map(
    (line) => [String(line.get(IDENTITY_HEADER) ?? ""), MARKS.map((title) => dateAsWritten(line.get(title)))] as const,
  );
  return {
    name: grid.name,
    percent: head.get("抽取比例") ?? "",
    seed: head.get("随机种子") ?? "",
    onePerPerson: head.get("每人至少一条") ?? "",
    marks: new Map(marks.filter(([identity, own]) => identity !== "" && own.some((text) => text !== ""))),
  };
}

/** 抽查清单, 抽查清单(2) … */
export function isSampleSheet(name: string): boolean {
  return name === SHEETS.sample || new RegExp(`^${SHEETS.sample}\\(\\d+\\)$`).test(name);
}

/**
 * A draw as a sheet. The same draw again (percentage, seed, one a person) gives the same sheet, with the inspector's
 * marks kept; another draw leaves the former lists alone unless it is asked to replace the last one.
 */
export function samplePlan(
  submission: Submission,
  review: Review,
  grids: WorkbookGrids,
  request: DrawRequest,
): SamplePlan {
  const former = [...grids.values()]
    .filter(({ name }) => isSampleSheet(name))
    .sort((a, b) => numberOf(a.name) - numberOf(b.name));
  const identities = identitiesOf(submission.records);
  const records = new Map(submission.records.map((record) => [record.place.row, record]));
  const shown = shownNumbers(submission);
  const candidates = review.records
    .filter(({ verdict, creditedHours }) => verdict === "credited" && creditedHours > 0)
    .map(({ place: { row }, registrationNo }): Credited => ({
      row,
      identity: identities.get(row) ?? "",
      stratum: records.get(row)?.formLabel ?? "",
      person: shown(registrationNo),
    }));
  const sample = drawSample(candidates, request);
  const lists = former.map(readList);
  const same = lists.find(
    (list) =>
      list.percent === percentText(request) && list.seed === String(request.seed) && list.onePerPerson === yes(request),
  );
  const last = request.replace ? lists[lists.length - 1] : undefined;
  const name = same?.name ?? last?.name ?? freeName(lists.map((list) => list.name));
  const evidenceOf = evidenceReader(submission, grids);
  const credited = new Map(review.records.map((record) => [record.place.row, record.creditedHours]));
  const lines = sample.drawn.map(({ candidate, for: reason }, at): PlannedCell[] => {
    const record = records.get(candidate.row);
    const address = `${submission.recordLayout.sheet}!${a1(candidate.row, 0)}`;
    return [
      at + 1,
      address,
      candidate.person,
      record?.name ?? null,
      record?.year ?? null,
      record?.formLabel ?? null,
      record?.title ?? null,
      credited.get(candidate.row) ?? null,
      evidenceOf(candidate.row),
      reason === "stratum" ? "随机" : "每人至少一条",
      ...(same?.marks.get(candidate.identity) ?? [null, null, null, null]),
      candidate.identity,
    ];
  });
  return {
    sheet: sheetOf(name, submission, request, sample, lines),
    drawn: lines.length,
    of: candidates.length,
    replaced: same === undefined ? (last?.name ?? null) : null,
  };
}

const percentText = ({ percent }: SampleParameters): string => `${percent}%`;
const yes = ({ onePerPerson }: SampleParameters): string => (onePerPerson ? "是" : "否");

function freeName(taken: readonly string[]): string {
  if (!taken.includes(SHEETS.sample)) return SHEETS.sample;
  let number = 2;
  while (taken.includes(`${SHEETS.sample}(${number})`)) number += 1;
  return `${SHEETS.sample}(${number})`;
}

/** 1 of 抽查清单, 2 of 抽查清单(2). */
const numberOf = (name: string): number => Number(/\((\d+)\)$/.exec(name)?.[1] ?? 1);

/** What the unit says it has, by row: the originals to be laid before the inspector. */
function evidenceReader(submission: Submission, grids: WorkbookGrids): (row: number) => string {
  const grid = grids.get(submission.recordLayout.sheet);
  const column = submission.recordLayout.columns.get("evidence");
  return (row) =>
    grid === undefined || column === undefined
      ? ""
      : wordsOf(grid.values[row - grid.firstRow]?.[column - grid.firstColumn]);
}

function sheetOf(
  name: string,
  submission: Submission,
  request: DrawRequest,
  sample: Sample<Credited>,
  lines: readonly (readonly PlannedCell[])[],
): OwnSheetPlan {
  const strata = sample.strata.map(({ stratum, size, drawn }) => `${stratum} ${drawn}/${size}`).join("，");
  const of = sample.strata.reduce((sum, { size }) => sum + size, 0);
  const facts = [
    percentText(request),
    String(request.seed),
    yes(request),
    request.by,
    request.on,
    `${of} 条`,
    `${lines.length} 条`,
    strata,
  ];
  const first = HEADER_ROW + 1;
  const rows = Math.max(1, lines.length);
  const body = (column: number, style: StyledArea["style"]): StyledArea => ({
    row: first,
    column,
    rows,
    columns: 1,
    style,
  });
  const validation: ListValidation = {
    row: first,
    column: COLUMNS.findIndex(({ title }) => title === "核验结果"),
    rows,
    columns: 1,
    values: RESULTS,
  };
  return {
    name,
    blocks: [
      {
        row: 0,
        column: 0,
        cells: [[`${submission.unit.unitName} ${submission.unit.applicationYear} 年度学时记录抽查清单`]],
      },
      ...HEAD.flatMap((label, at) => [
        { row: TITLE_ROWS + at, column: 0, cells: [[label]] },
        { row: TITLE_ROWS + at, column: 2, cells: [[facts[at] ?? ""]] },
      ]),
      { row: HEADER_ROW, column: 0, cells: [COLUMNS.map(({ title }) => title)] },
      ...(lines.length === 0 ? [] : [{ row: first, column: 0, cells: lines }]),
      { row: first + rows + 1, column: 0, cells: [[SIGNATURE_LINE.replace("初审人", "抽查人")]] },
    ],
    styles: [
      { row: 0, column: 0, rows: HEADER_ROW, columns: COLUMNS.length, style: { numberFormat: "@" } },
      { row: 0, column: 0, rows: 1, columns: 1, style: { bold: true, fontSize: 14 } },
      { row: TITLE_ROWS, column: 0, rows: HEAD.length, columns: 1, style: { bold: true } },
      {
        row: HEADER_ROW,
        column: 0,
        rows: 1,
        columns: COLUMNS.length,
        style: { ...HEADER, numberFormat: "@", vertical: "center", border: "all" },
      },
      ...COLUMNS.map((column, at) =>
        body(at, {
          numberFormat: NUMBERS.includes(column.title) ? "General" : "@",
          wrap: "wrap" in column,
          vertical: "top",
          ...(NUMBERS.includes(column.title) ? { horizontal: "center" } : {}),
        }),
      ),
      { row: first, column: 0, rows, columns: COLUMNS.length - 1, style: { border: "all" } },
      {
        row: first + rows + 1,
        column: 0,
        rows: 1,
        columns: 1,
        style: { numberFormat: "@", wrap: false, fontSize: 12 },
      },
    ],
    columnWidths: COLUMNS.map(({ width }, column) => ({ column, characters: width })),
    hiddenColumns: [COLUMNS.length - 1],
    validations: [validation],
    freezeRows: HEADER_ROW + 1,
    print: {
      orientation: "landscape",
      paper: "a4",
      fitWidth: true,
      centerHorizontally: true,
      titleRows: { first: HEADER_ROW, count: 1 },
      area: { row: 0, column: 0, rows: first + rows + 2, columns: COLUMNS.length - 1 },
      margins: { top: 42, bottom: 42, left: 30, right: 30 },
      footer: PAGE_FOOTER,
    },
  };
}

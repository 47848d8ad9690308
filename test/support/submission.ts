/**
 * Submissions for tests, written the way the standard workbook words them:
 * partial rows keyed by the Chinese column names become grids with the header in row 1.
 */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { CellValue } from "../../src/grid/address";
import type { SheetGrid, WorkbookGrids } from "../../src/submission/grid";
import { isCellError } from "../../src/book/model/workbook";
import type { Sheet, Workbook } from "../../src/book/model/workbook";
import { openWorkbook } from "../../src/book/xlsx";

/** Cells of one row by column name; a column left out is blank. */
export type RowCells = Readonly<Record<string, CellValue>>;

export interface SubmissionTables {
  /** Overrides of the default unit: 市直单位, submitted in July by the unit. */
  readonly unit?: RowCells;
  /** Each row overrides the default person; without it there is one person. */
  readonly people?: readonly RowCells[];
  /** Each row overrides the default record: the default person's, stamped, blank otherwise. */
  readonly records?: readonly RowCells[];
  /** Each row overrides the default filing, complete and early; `null` leaves the sheet out; without it {@link FILED_FACE} and {@link FILED_ONLINE} are there. */
  readonly filings?: readonly RowCells[] | null;
  /** Rows of 口径; without it the sheet is left out and every question is open. */
  readonly decisions?: readonly RowCells[];
  /** Rows of 审核意见; without it the sheet is left out. */
  readonly opinions?: readonly RowCells[];
}

export const PERSON = "YY000001";
export const FILED_FACE = "BA-F";
export const FILED_ONLINE = "BA-N";
export const THEME_2018 = "加快开放强省建设";

const UNIT_LABELS = [
  "单位名称",
  "单位性质",
  "所属县（市）区",
  "主管部门",
  "初审日期",
  "经办人",
  "联系电话",
  "申报年度",
  "提交日期",
  "提交方式",
  "政策",
] as const;

export const PEOPLE_COLUMNS = [
  "序号",
  "登记证书编号",
  "姓名",
  "身份证号",
  "工作单位",
  "学历",
  "现有职称",
  "申报专业",
  "申报级别",
  "人事档案所在地",
  "验证方式",
  "起始年度",
  "截止年度",
  "已验印年度",
  "备注",
] as const;

export const RECORD_COLUMNS = [
  "序号",
  "登记证书编号",
  "姓名",
  "年度",
  "学习形式",
  "科目",
  "名称",
  "主办单位",
  "开始日期",
  "结束日期",
  "半天数",
  "晚上数",
  "会议天数",
  "不计天数",
  "证书学时",
  "完成进度",
  "备案号",
  "级别",
  "排名",
  "角色",
  "收录类别",
  "成果类型",
  "权利人",
  "完成日期",
  "合格模块数",
  "批准单位",
  "考核结果",
  "初审盖章",
  "已验印",
  "申报学时",
  "证明材料",
  "备注",
] as const;

const FILING_COLUMNS = [
  "备案号",
  "备案日期",
  "申报单位",
  "培训机构",
  "通讯地址",
  "邮编",
  "E-mail",
  "培训负责人",
  "负责人职务",
  "负责人电话",
  "培训联系人",
  "联系人职务",
  "联系人电话",
  "培训名称",
  "培训地点",
  "开始日期",
  "结束日期",
  "拟培训人员范围",
  "培训方案",
  "培训计划",
  "科目",
  "培训方式",
  "培训主题",
  "教材",
  "课件",
  "教案",
  "电子版",
  "纸质版",
] as const;

const DECISION_COLUMNS = [
  "编号",
  "问题",
  "依据条款",
  "可选口径",
  "暂定口径",
  "采用口径",
  "决定人",
  "决定日期",
  "理由",
] as const;

const OPINION_COLUMNS = [
  "位置",
  "级别",
  "代码",
  "登记证书编号",
  "姓名",
  "年度",
  "问题",
  "补正办法",
  "依据条款",
  "处理",
  "核定学时",
  "处理人",
  "处理日期",
  "理由",
  "记录标识",
  "记录指纹",
] as const;

/** Excel's serial number of an ISO date. */
export function serial(isoDate: string): number {
  const time = Date.parse(`${isoDate}T00:00:00Z`);
  if (Number.isNaN(time)) throw new Error(`not a date: ${isoDate}`);
  return Math.round(time / 86_400_000) + 25_569;
}

const DEFAULT_UNIT: RowCells = {
  单位名称: "虚构研究院",
  单位性质: "市直单位",
  主管部门: "虚构主管局",
  初审日期: serial("2018-07-02"),
  经办人: "钱经办",
  联系电话: "0737-0000000",
  申报年度: 2018,
  提交日期: serial("2018-07-10"),
  提交方式: "单位",
  政策: "yiyang-2018-47",
};

const DEFAULT_PERSON: RowCells = {
  登记证书编号: PERSON,
  姓名: "张样例",
  工作单位: "虚构研究院",
  学历: "大学本科",
  现有职称: "工程师",
  申报专业: "土木工程",
  申报级别: "副高级",
  验证方式: "合格证明",
  起始年度: 2013,
  截止年度: 2017,
};

const DEFAULT_RECORD: RowCells = {
  登记证书编号: PERSON,
  姓名: "张样例",
  年度: 2017,
  科目: "专业科目",
  主办单位: "虚构培训中心",
  初审盖章: "是",
  已验印: "否",
};

const DEFAULT_FILING: RowCells = {
  备案号: FILED_FACE,
  备案日期: serial("2010-06-01"),
  申报单位: "虚构研究院",
  培训机构: "虚构培训中心",
  培训名称: "虚构培训",
  培训地点: "虚构礼堂",
  开始日期: serial("2010-07-01"),
  结束日期: serial("2020-12-31"),
  拟培训人员范围: "全体专业技术人员",
  培训方案: "方案",
  培训计划: "计划",
  科目: "公需科目",
  培训方式: "面授",
  培训主题: THEME_2018,
  教材: "教材",
  课件: "课件",
  教案: "教案",
  电子版: "是",
  纸质版: "是",
};

const DEFAULT_FILINGS: readonly RowCells[] = [{ 备案号: FILED_FACE }, { 备案号: FILED_ONLINE, 培训方式: "网络" }];

/** A grid at A1 from lines of unequal length. */
export function gridOf(name: string, lines: readonly (readonly CellValue[])[]): SheetGrid {
  const width = Math.max(1, ...lines.map((line) => line.length));
  return {
    name,
    firstRow: 0,
    firstColumn: 0,
    values: lines.map((line) => Array.from({ length: width }, (_, column) => line[column] ?? null)),
  };
}

function table(name: string, columns: readonly string[], base: RowCells, rows: readonly RowCells[]): SheetGrid {
  const filled = rows.map((row) => ({ ...base, ...row }));
  const unknown = filled.flatMap((row) => Object.keys(row)).find((key) => !columns.includes(key));
  if (unknown !== undefined) throw new Error(`${name} has no column ${unknown}`);
  return gridOf(name, [columns, ...filled.map((row) => columns.map((column) => row[column] ?? null))]);
}

/** The grids of a submission with one person unless told otherwise; everything not given is unobtrusive. */
export function submissionGrids(tables: SubmissionTables = {}): WorkbookGrids {
  const unit = { ...DEFAULT_UNIT, ...tables.unit };
  const grids = [
    gridOf(
      "单位信息",
      UNIT_LABELS.map((label) => [label, unit[label] ?? null]),
    ),
    table("人员信息", PEOPLE_COLUMNS, DEFAULT_PERSON, tables.people ?? [{}]),
    table("学时记录", RECORD_COLUMNS, DEFAULT_RECORD, tables.records ?? []),
  ];
  const filings = tables.filings === undefined ? DEFAULT_FILINGS : tables.filings;
  if (filings !== null) grids.push(table("培训备案", FILING_COLUMNS, DEFAULT_FILING, filings));
  if (tables.decisions !== undefined) grids.push(table("口径", DECISION_COLUMNS, {}, tables.decisions));
  if (tables.opinions !== undefined) grids.push(table("审核意见", OPINION_COLUMNS, {}, tables.opinions));
  return new Map(grids.map((grid) => [grid.name, grid]));
}

function gridOfSheet(sheet: Sheet): SheetGrid {
  const box = sheet.usedBox(true);
  if (box === null) return gridOf(sheet.name, [[null]]);
  const formulas = new Map<string, string>();
  sheet.eachCell(box, (row, column, { formula }) => {
    if (formula !== undefined) formulas.set(`${row},${column}`, formula);
  });
  const value = (row: number, column: number): CellValue => {
    const shown = sheet.value(row, column);
    return isCellError(shown) ? shown.error : shown;
  };
  return {
    name: sheet.name,
    firstRow: box.row,
    firstColumn: box.column,
    values: Array.from({ length: box.rows }, (_, row) =>
      Array.from({ length: box.columns }, (_, column) => value(box.row + row, box.column + column)),
    ),
    formulas,
    merges: sheet.merges,
    hasHiddenRows: sheet.hiddenRows(box.row, box.rows) > 0,
  };
}

/** Values and formulas of every sheet of a workbook. */
export function gridsOfWorkbook(workbook: Workbook): WorkbookGrids {
  return new Map(workbook.sheets.map((sheet) => [sheet.name, gridOfSheet(sheet)]));
}

/** The grids of an .xlsx of the repository, by its path from the root. */
export function gridsOfFile(path: string): WorkbookGrids {
  return gridsOfWorkbook(openWorkbook(readFileSync(join(__dirname, "../..", path))));
}

/** Every question decided: the options given, the register's first (the provisional one) for all others. */
export function decidedGrids(grids: WorkbookGrids, options: Readonly<Record<string, string>> = {}): WorkbookGrids {
  const register = readFileSync(join(__dirname, "../golden/judgements.csv"), "utf8");
  const decisions = [...register.matchAll(/^(J-\d+),.*?([\w-]+) \| /gm)].map(
    ([, id = "", provisional = ""]): RowCells => ({
      编号: id,
      采用口径: options[id] ?? provisional,
      决定人: "测试决定人",
      决定日期: serial("2018-07-11"),
      理由: "测试",
    }),
  );
  return new Map([...grids, ["口径", table("口径", DECISION_COLUMNS, {}, decisions)]]);
}

/**
 * From the tables to the sheets a unit would hand in: rows put together, mistakes made, typed the way people type.
 * No file format here; make-sample.ts writes them.
 */
import { OTHERS, PAPERS, PROJECTS } from "./achievements";
import { ATTENDANCE } from "./attendance";
import { COURSES, FILINGS } from "./courses";
import { MISTAKES, TYPED_AS_FORMULA, TYPED_TWICE, TYPING } from "./mistakes";
import type { Habit } from "./mistakes";
import { ID_AREA, ID_AS_TYPED, PEOPLE } from "./people";
import { cell } from "./table";
import type { TableRow } from "./table";
import { NOTE, ORGANISATIONS, TITLE, UNIT } from "./unit";

/** What stands in a cell. A day is an Excel serial number that is shown as a date. */
export type SampleCell =
  string | number | null | { readonly day: number } | { readonly formula: string; readonly value: number };

export interface SampleSheet {
  readonly name: string;
  readonly lines: readonly (readonly SampleCell[])[];
  /** 0-based row of the headers; null where labels stand in column A. */
  readonly headerRow: number | null;
  /** Characters a column. */
  readonly widths: readonly number[];
  /** Last row of the filter, 0-based; null without one. */
  readonly filterTo: number | null;
}

/**
 * 学时记录 as this unit laid it out: its own order, its own words for some columns, one column of its own.
 * Left the header, right the standard column it stands for (null: the unit's own).
 */
const RECORD_HEADERS: readonly (readonly [header: string, column: string | null, width: number])[] = [
  ["序号", "序号", 6],
  ["姓名", "姓名", 10],
  ["证书编号", "登记证书编号", 12],
  ["所在部门", null, 14],
  ["年度", "年度", 8],
  ["培训形式", "学习形式", 11],
  ["科目类别", "科目", 11],
  ["活动名称", "名称", 34],
  ["施教机构", "主办单位", 24],
  ["开始日期", "开始日期", 12],
  ["结束日期", "结束日期", 12],
  ["半天数", "半天数", 8],
  ["晚上数", "晚上数", 8],
  ["会议天数", "会议天数", 9],
  ["不计天数", "不计天数", 9],
  ["证书学时", "证书学时", 9],
  ["完成进度", "完成进度", 9],
  ["备案号", "备案号", 12],
  ["级别", "级别", 8],
  ["本人排名", "排名", 9],
  ["角色", "角色", 10],
  ["收录类别", "收录类别", 14],
  ["成果类型", "成果类型", 13],
  ["权利人", "权利人", 8],
  ["完成日期", "完成日期", 12],
  ["合格模块数", "合格模块数", 11],
  ["批准单位", "批准单位", 12],
  ["考核结果", "考核结果", 9],
  ["佐证材料", "证明材料", 36],
  ["自报学时", "申报学时", 9],
  ["初审盖章", "初审盖章", 9],
  ["已验印", "已验印", 8],
  ["备注", "备注", 16],
];

const DATES = ["开始日期", "结束日期", "完成日期"];
const NUMBERS = [
  "年度",
  "半天数",
  "晚上数",
  "会议天数",
  "不计天数",
  "证书学时",
  "完成进度",
  "排名",
  "合格模块数",
  "申报学时",
];

/** Complete evidence, a different set from person to person. */
const EVIDENCE: Readonly<Record<string, readonly string[]>> = {
  面授培训: [
    "培训通知、培训课程表、培训签到表",
    "培训签到表、结业证书",
    "培训通知、结业证书",
    "培训通知；培训日程安排；培训签到表",
    "培训课程表、结业证书",
    "培训日程安排/结业证书",
  ],
  网络培训: [
    "课程内容安排、课程完成进度",
    "课程时长、结业证书",
    "课程购买记录，课程内容安排，课程完成进度",
    "课程内容、结业证书",
  ],
  学术会议: ["会议邀请函、学习笔记", "会议邀请函、回执（盖章）、相关证明材料"],
  论文: ["刊物封面、刊号、目录复印件"],
  课题项目: ["结题证明"],
};

/** A record before it is typed: cells by standard column, and the name mistakes.ts knows it by. */
interface UntypedRecord {
  readonly person: string;
  readonly known: string;
  readonly cells: Readonly<Record<string, string>>;
}

function serial(isoDate: string): number {
  return Math.round(Date.parse(`${isoDate}T00:00:00Z`) / 86_400_000) + 25_569;
}

/** The check character of GB 11643. */
function checkCharacter(first17: string): string {
  const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
  const sum = weights.reduce((total, weight, index) => total + weight * Number(first17[index]), 0);
  return "10X98765432"[sum % 11] ?? "";
}

function idNumber(person: TableRow): string | number {
  const first17 = ID_AREA + cell(person, "出生与顺序");
  return ID_AS_TYPED[cell(person, "编号")] ?? first17 + checkCharacter(first17);
}

function evidence(form: string, person: string, turn: number): string {
  const sets = EVIDENCE[form] ?? [];
  return sets[(Number(person.slice(2)) + turn) % sets.length] ?? "";
}

const columnsOf = (row: TableRow, columns: readonly string[]): Record<string, string> =>
  Object.fromEntries(columns.map((column) => [column, cell(row, column)]));

const COURSE_COLUMNS = [
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
  "备案号",
  "申报学时",
];

function courses(attended: TableRow): readonly UntypedRecord[] {
  const person = cell(attended, "编号");
  return ["2013", "2014", "2015", "2016", "2017"].flatMap((year) =>
    cell(attended, year)
      .split(" ")
      .filter((code) => code !== "")
      .map((code, turn) => {
        const known = year.slice(2) + code;
        const course = COURSES.find((row) => row["码"] === known);
        if (course === undefined) throw new Error(`no course ${known}`);
        const form = cell(course, "学习形式");
        return {
          person,
          known,
          cells: {
            ...columnsOf(course, COURSE_COLUMNS),
            年度: year,
            完成进度: form === "网络培训" ? "100" : "",
            证明材料: evidence(form, person, turn + Number(year)),
          },
        };
      }),
  );
}

function achievements(rows: readonly TableRow[], form: string, columns: readonly string[]): readonly UntypedRecord[] {
  return rows.map((row) => {
    const person = cell(row, "编号");
    const cells = { ...columnsOf(row, columns), 学习形式: form, 科目: "专业科目", 证明材料: evidence(form, person, 0) };
    return { person, known: cell(row, "名称"), cells };
  });
}

function others(): readonly UntypedRecord[] {
  return OTHERS.map((row) => {
    const rest = cell(row, "其余")
      .split("; ")
      .map((pair): readonly [string, string] => {
        const [column = "", value = ""] = pair.split("=");
        return [column, value];
      });
    const cells = { ...columnsOf(row, ["年度", "学习形式", "科目", "名称", "主办单位"]), ...Object.fromEntries(rest) };
    return { person: cell(row, "编号"), known: cell(row, "名称"), cells };
  });
}

function withMistakes(draft: UntypedRecord): UntypedRecord {
  const cells: Record<string, string> = { 初审盖章: "是", 已验印: "否", ...draft.cells };
  for (const mistake of MISTAKES) {
    if (mistake["编号"] === draft.person && mistake["记录"] === draft.known)
      cells[cell(mistake, "列")] = cell(mistake, "改为");
  }
  return { ...draft, cells };
}

/** All records, person by person and year by year. */
function records(): readonly UntypedRecord[] {
  const drafts = [
    ...ATTENDANCE.flatMap(courses),
    ...achievements(PAPERS, "论文", ["年度", "名称", "主办单位", "收录类别", "排名", "角色", "完成日期", "申报学时"]),
    ...achievements(PROJECTS, "课题项目", ["年度", "名称", "主办单位", "级别", "排名", "完成日期", "申报学时"]),
    ...others(),
  ].map(withMistakes);
  const misspelt = MISTAKES.find(
    (row) => !drafts.some(({ person, known }) => person === row["编号"] && known === row["记录"]),
  );
  if (misspelt !== undefined) throw new Error(`no record ${cell(misspelt, "编号")} ${cell(misspelt, "记录")}`);
  const twice = drafts.find(({ person, known }) => person === TYPED_TWICE.编号 && known === TYPED_TWICE.记录);
  if (twice === undefined) throw new Error("nothing to type twice");
  const order = (draft: UntypedRecord): string =>
    `${draft.person} ${draft === again ? "9999" : (draft.cells["年度"] ?? "")}`;
  const again = { ...twice };
  return [...drafts, again].sort((a, b) => (order(a) < order(b) ? -1 : order(a) > order(b) ? 1 : 0));
}

const fullWidth = (digits: string): string =>
  digits.replace(/\d/g, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0));

function typedDate(iso: string, habit: Habit | undefined): SampleCell {
  const [year = "", month = "", day = ""] = iso.split("-");
  const short = [year, String(Number(month)), String(Number(day))];
  switch (habit) {
    case "2015-3-9":
      return short.join("-");
    case "2015.3.9":
      return short.join(".");
    case "2015/03/09":
      return [year, month, day].join("/");
    case "2015年3月9日":
      return `${short[0] ?? ""}年${short[1] ?? ""}月${short[2] ?? ""}日`;
    case "20150309":
      return year + month + day;
    default:
      return { day: serial(iso) };
  }
}

function typedNumber(text: string, column: string, habit: Habit | undefined): SampleCell {
  if (habit === "2015年度" && column === "年度") return `${text}年度`;
  if (habit === "全角数字" && column !== "证书学时") return fullWidth(text);
  return habit === "文本数字" ? ` ${text}` : Number(text);
}

function typed(draft: UntypedRecord, column: string): SampleCell {
  const text = draft.cells[column] ?? "";
  const habit = TYPING[draft.person];
  if (text === "") return null;
  if (DATES.includes(column)) return typedDate(text, habit);
  if (column === "申报学时" && draft.person === TYPED_AS_FORMULA.编号 && draft.cells["半天数"] === "8")
    return { formula: "=4*8", value: 32 };
  return NUMBERS.includes(column) ? typedNumber(text, column, habit) : text;
}

function recordSheet(): SampleSheet {
  const people = new Map(PEOPLE.map((row) => [cell(row, "编号"), row]));
  const headers = RECORD_HEADERS.map(([header]) => header);
  const headerRow = 3;
  const lines: (readonly SampleCell[])[] = [[TITLE], [NOTE], [], headers];
  const claimedColumn = RECORD_HEADERS.findIndex(([, column]) => column === "申报学时");
  let seq = 0;
  let before: string | null = null;
  let sum = 0;
  for (const draft of records()) {
    if (before !== draft.person) {
      // The sheet was printed in batches: headers again before the 中级 and 初级, a blank row before the stranger.
      if (draft.person === "XG0035") lines.push(headers);
      if (draft.person === "XG0099") lines.push([]);
    }
    before = draft.person;
    seq += 1;
    sum += Number(draft.cells["申报学时"] ?? "");
    const person = people.get(draft.person);
    lines.push(
      RECORD_HEADERS.map(([header, column]): SampleCell => {
        if (header === "序号") return seq;
        if (header === "姓名") return person === undefined ? "刘样外" : cell(person, "姓名");
        if (header === "证书编号") return draft.person;
        if (column === null) return person === undefined ? "外聘" : cell(person, "部门");
        return typed(draft, column);
      }),
    );
  }
  const filterTo = lines.length - 1;
  lines.push(
    RECORD_HEADERS.map(([header], column): SampleCell =>
      header === "序号" ? "合计" : column === claimedColumn ? sum : null,
    ),
  );
  return { name: "学时记录", lines, headerRow, widths: RECORD_HEADERS.map(([, , width]) => width), filterTo };
}

function peopleSheet(): SampleSheet {
  const headers = [
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
  ];
  const rows = PEOPLE.map((person, index): readonly SampleCell[] => [
    index + 1,
    cell(person, "编号"),
    cell(person, "姓名"),
    idNumber(person),
    "虚构研究院",
    cell(person, "学历"),
    cell(person, "现有职称"),
    cell(person, "申报专业"),
    cell(person, "申报级别"),
    cell(person, "档案所在地") || null,
    cell(person, "验证方式"),
    Number(cell(person, "起")),
    Number(cell(person, "止")),
    cell(person, "已验印") || null,
    null,
  ]);
  return {
    name: "人员信息",
    lines: [headers, ...rows],
    headerRow: 0,
    widths: [6, 14, 10, 22, 14, 12, 14, 12, 10, 16, 16, 10, 10, 14, 16],
    filterTo: null,
  };
}

function filingSheet(): SampleSheet {
  const headers = [
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
  ];
  const same: Readonly<Record<string, string>> = {
    申报单位: "虚构研究院",
    培训机构: "虚构人力资源培训中心",
    通讯地址: "虚构路1号",
    邮编: "413000",
    "E-mail": "peixun@example.invalid",
    培训负责人: "冯样任",
    负责人职务: "主任",
    负责人电话: "0737-0000011",
    培训联系人: "孙样联",
    联系人职务: "干事",
    联系人电话: "0737-0000001",
    培训地点: "虚构报告厅",
    拟培训人员范围: "本单位专业技术人员",
    培训方案: "见附件",
    培训计划: "按日程",
  };
  const rows = FILINGS.map((filing) =>
    headers.map((header): SampleCell => {
      const text = filing[header] ?? same[header] ?? "";
      if (text === "") return null;
      return ["备案日期", "开始日期", "结束日期"].includes(header) ? { day: serial(text) } : text;
    }),
  );
  return {
    name: "培训备案",
    lines: [headers, ...rows],
    headerRow: 0,
    widths: headers.map((header) => (header === "培训名称" ? 30 : 14)),
    filterTo: null,
  };
}

function unitSheet(): SampleSheet {
  const lines = UNIT.map(([label, value]): readonly SampleCell[] => {
    if (value === "") return [label, null];
    if (label === "申报年度") return [label, Number(value)];
    return [label, label.endsWith("日期") ? { day: serial(value) } : value];
  });
  return { name: "单位信息", lines, headerRow: null, widths: [18, 28], filterTo: null };
}

function organisationSheet(): SampleSheet {
  return {
    name: "培训单位",
    lines: ORGANISATIONS,
    headerRow: 0,
    widths: [6, 24, 12, 18, 10, 12, 32, 16],
    filterTo: null,
  };
}

export function sampleSheets(): readonly SampleSheet[] {
  return [unitSheet(), peopleSheet(), recordSheet(), filingSheet(), organisationSheet()];
}

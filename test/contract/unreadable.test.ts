/**
 * "Unreadable cells" of the workbook contract: a filled cell that can't be read is `value-unknown` and nothing else. It is
 * an error, and the row converts to 0, where the form's hours, year, completion or assessment depend on it.
 */
import {
  AID,
  AWARD,
  BOOK,
  DOCTORAL,
  EXAM,
  EXCLUDED,
  LECTURE,
  MEETING,
  ONLINE,
  OVERSEAS,
  PAPER,
  PATENT,
  PRACTICE,
  PROJECT,
  TRAINING,
  VISIT,
  codesOf,
  provisionalBut,
  review,
  table,
  type Case,
  type RowCells,
} from "../review/exact/support";

const lost = "0→0 none rejected";
const error = "!value-unknown";
const warning = "~value-unknown";
const kept = (hours: number): string => `${hours}→${hours} professional credited`;

/** Every word of a column that decides makes the row 0. */
const decide = (columns: Readonly<Record<string, readonly (string | number)[]>>): Case[] =>
  Object.entries(columns).flatMap(([column, words]) =>
    words.map((word): Case => [`${column} ${word}`, { [column]: word }, "", lost, error]),
  );
/** A word of a column that decides nothing is said, and that is all. */
const mention = (columns: readonly string[], figures: string): Case[] =>
  columns.map((column): Case => [`${column} decides nothing`, { [column]: "待定" }, "", figures, warning]);

const NA = "#N/A";
const dates = { 开始日期: ["待定", "2017.2.30", NA], 结束日期: ["三月", "2017-13-01", NA] };
const year = { 年度: ["去年", "二〇一七", NA] };
const title = { 名称: [NA], 登记证书编号: [NA] };
const everywhere = { ...year, ...title };
/** Columns that no conversion looks at. */
const elsewhere = ["角色", "权利人"];

table("面授培训", TRAINING, [
  ...decide({ ...everywhere, ...dates, 半天数: ["四个半天多", NA], 晚上数: ["几晚", NA] }),
  ...mention(
    [
      ...elsewhere,
      "级别",
      "排名",
      "收录类别",
      "成果类型",
      "批准单位",
      "合格模块数",
      "考核结果",
      "完成日期",
      "证书学时",
      "申报学时",
      "会议天数",
      "不计天数",
      "完成进度",
      "初审盖章",
      "已验印",
    ].filter((column) => column !== "初审盖章"),
    kept(16),
  ),
  ["初审盖章: nothing else for that cell", { 初审盖章: "待定" }, "", kept(16), warning],
  ["备注 #N/A", { 备注: NA }, "", kept(16), warning],
  ["主办单位 #N/A", { 主办单位: NA }, "", kept(16), warning],
  [
    "科目: also missing, the hours stay converted",
    { 科目: "选修" },
    "",
    "16→0 either rejected",
    "!subject-missing !value-unknown",
  ],
  ["科目 #N/A", { 科目: NA }, "", "16→0 either rejected", "!subject-missing !value-unknown"],
  ["半天数 a word: not said to be missing, not asked of", { 半天数: "数天", 晚上数: null }, "", lost, error],
  ["半天数 a word beside evenings that are none", { 半天数: "数天", 晚上数: 0 }, "", lost, error],
  ["证书学时 a word: only J-05 compares it", { 证书学时: "若干" }, "", kept(16), warning],
  [
    "a start that can't be read: the year is checked by what can be",
    { 开始日期: "待定", 年度: 2019 },
    "",
    "0→0 none rejected",
    "!value-unknown !year-mismatch",
  ],
  ["a 备案号 that decides nothing of professional training", { 备案号: NA }, "", kept(16), warning],
  [
    "a 备案号 that can't be read counts as one that isn't found",
    { 科目: "公需科目", 备案号: NA },
    "",
    "16→0 public rejected",
    "!training-not-filed ~value-unknown",
  ],
]);

for (const [name, base, hours] of [
  ["学术讲座", LECTURE, 4],
  ["实践活动", PRACTICE, 16],
  ["学术访问", VISIT, 16],
  ["海外研修", OVERSEAS, 16],
] as const)
  table(name, base, [
    ...decide({ ...everywhere, ...dates, 半天数: ["半天多", NA], 晚上数: ["几晚"] }),
    [
      "科目 is not asked of it",
      { 科目: "选修" },
      "J-11 by-days",
      kept(hours),
      base === LECTURE ? warning : `=j-conversion-by-analogy ${warning}`,
    ],
    [
      "证书学时",
      { 证书学时: "若干" },
      "J-11 by-days",
      kept(hours),
      base === LECTURE ? warning : `=j-conversion-by-analogy ${warning}`,
    ],
  ]);

table("网络培训", ONLINE, [
  ...decide({ ...everywhere, ...dates, 证书学时: ["三十", "24小时", NA], 完成进度: ["六成", "已完成", NA] }),
  ["完成进度 beside a 结业证书", { 完成进度: "六成", 证明材料: "课程内容、结业证书" }, "", kept(30), warning],
  ["科目: also missing", { 科目: "选修" }, "", "30→0 either rejected", "!subject-missing !value-unknown"],
  ["半天数 is not its own", { 半天数: "数天" }, "", kept(30), warning],
  [
    "备案号 #N/A: not found, never J-43",
    { 备案号: NA },
    "",
    "30→0 professional rejected",
    "!training-not-filed ~value-unknown",
  ],
  ["证书学时 and 完成进度", { 证书学时: "三十", 完成进度: "六成" }, "", lost, error],
]);

table("学术会议", MEETING, [
  ...decide({
    ...everywhere,
    ...dates,
    会议天数: ["五", "一周", NA],
    不计天数: ["数天", NA],
    半天数: ["半天多", NA],
    晚上数: ["几晚", NA],
  }),
  ...mention(["证书学时", "排名", "完成日期"], kept(24)),
]);

table("课题项目", PROJECT, [
  ...decide({
    ...everywhere,
    完成日期: ["未结题", "待结题", "2017.2.30", NA],
    级别: ["省极", NA],
    排名: ["前三", "二人", NA],
  }),
  ...mention(
    ["角色", "权利人", "开始日期", "结束日期", "收录类别", "成果类型", "批准单位", "考核结果", "半天数", "科目"],
    kept(40),
  ),
  [
    "排名 where no listed tier needs it",
    { 级别: "县级", 排名: "前三" },
    "J-13 other-rank",
    "0→10 professional credited",
    "=j-project-level-unlisted ~value-unknown",
  ],
  ["a level and a date: each its cell", { 级别: "省极", 完成日期: "未结题" }, "", lost, error],
]);

table("著作", BOOK, [
  ...decide({ ...everywhere, 完成日期: ["待出版"], 排名: ["合著", NA] }),
  ...mention(["成果类型", "权利人", "角色"], kept(60)),
  ["排名 of a 参编 is not needed", { 角色: "参编", 排名: "合著" }, "", kept(30), warning],
]);

table("论文", PAPER, [
  ...decide({ ...everywhere, 完成日期: ["待刊", "录用"], 收录类别: ["ESI", NA], 排名: ["通讯", NA] }),
  ["one known value beside an unknown one counts", { 收录类别: "ESI、CSSCI" }, "", kept(30), warning],
  ...mention(["角色", "级别"], kept(30)),
]);

table("专利", PATENT, [
  ...decide({ ...everywhere, 完成日期: ["审查中"], 成果类型: ["发明", NA], 批准单位: ["知识局", NA], 排名: ["前三"] }),
  ...mention(["权利人", "级别"], kept(60)),
]);

table("获奖成果", AWARD, [
  ...decide({ ...everywhere, 完成日期: ["公示中"], 级别: ["全国", NA], 排名: ["团队"] }),
  ...mention(["角色", "成果类型"], kept(60)),
]);

table("计算机考试", EXAM, [
  ...decide({ ...everywhere, 完成日期: ["未出证"], 合格模块数: ["全部", NA], 批准单位: ["考试院", NA] }),
  ...mention(["考核结果", "排名"], kept(20)),
]);

table("三援", AID, [
  ...decide({
    ...everywhere,
    考核结果: ["待定", "优", NA],
    批准单位: ["省委"],
    成果类型: ["援川", NA],
    开始日期: ["2017年1月", "待定"],
    结束日期: ["2017年6月", "2017-06", NA],
  }),
  ...mention(["完成日期", "排名", "级别"], kept(60)),
]);

table("博士学历教育", DOCTORAL, [
  ...decide({ ...everywhere, 证书学时: ["若干", "96课时", NA] }),
  [
    "dates decide nothing of it",
    { 开始日期: "入学" },
    "J-32 scheduled-hours",
    kept(96),
    "=j-doctoral-hours-basis ~value-unknown",
  ],
]);

table("党校学习 (J-04)", EXCLUDED, [
  ["年度", { 年度: "去年" }, "", lost, error],
  ["名称", { 名称: NA }, "", lost, error],
  [
    "开始日期 decides nothing of it",
    { 开始日期: "待定" },
    "J-04 exclude",
    lost,
    "=j-excluded-by-analogy ~value-unknown",
  ],
  [
    "证明材料 is asked of no excluded form",
    { 证明材料: "培训通知、甲" },
    "J-04 exclude",
    lost,
    "=j-excluded-by-analogy",
  ],
]);

table("学习形式", TRAINING, [
  ["a misprint", { 学习形式: "面受培训" }, "", lost, error],
  ["an error value", { 学习形式: NA }, "", lost, error],
]);

table("证明材料: an error value is one unknown label", PROJECT, [
  ["alone", { 证明材料: NA }, "", "40→0 professional rejected", "!evidence-incomplete ~value-unknown"],
  [
    "#DIV/0! is not parted at the stroke",
    { 证明材料: "#DIV/0!" },
    "",
    "40→0 professional rejected",
    "!evidence-incomplete ~value-unknown",
  ],
]);

/** One row by itself, with the problems' cells. */
function cells(base: RowCells, row: RowCells): string[] {
  const [record] = review({ records: [{ ...base, ...row }] }).records;
  const letters = (column: number): string =>
    column < 26 ? String.fromCharCode(65 + column) : `A${String.fromCharCode(39 + column)}`;
  return (record?.findings ?? [])
    .map(({ code, place }) => `${code} ${letters(place.column ?? -1)}${place.row + 1}`)
    .sort();
}

describe("what a record that can't be placed says", () => {
  test("年度: null, and no year is listed for it", () => {
    const found = review({
      people: [{ 起始年度: null, 截止年度: null }],
      records: [{ ...TRAINING, 年度: NA }],
      decisions: provisionalBut("J-41 year-before, J-42 claimed-window"),
    });
    expect(found.records[0]?.year).toBeNull();
    expect(found.years).toEqual([]);
  });
  test("登记证书编号: the error value is nobody's number, and nobody is said to be unknown", () => {
    const [record] = review({ records: [{ ...TRAINING, 登记证书编号: NA }] }).records;
    expect([record?.registrationNo, record?.verdict, codesOf(record?.findings ?? [])]).toEqual(["", "rejected", error]);
  });
  test("each finding stands on its cell", () => {
    expect(cells(PROJECT, { 级别: "省极", 完成日期: "未结题", 备注: NA })).toEqual([
      "value-unknown AF2",
      "value-unknown R2",
      "value-unknown X2",
    ]);
    expect(cells(TRAINING, { 半天数: NA, 年度: NA })).toEqual(["value-unknown D2", "value-unknown K2"]);
  });
});

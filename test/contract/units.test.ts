/** "Units that people write", "Dates to the month or year", "Numbers that no year can hold" and 考核结果 of the workbook contract. */
import {
  AID,
  AWARD,
  DOCTORAL,
  EXAM,
  LECTURE,
  MEETING,
  ONLINE,
  PAPER,
  PATENT,
  PRACTICE,
  PROJECT,
  TRAINING,
  groups,
  serial,
  table,
  type Case,
  type RowCells,
} from "../review/exact/support";

const kept = (hours: number): string => `${hours}→${hours} professional credited`;
const lost = "0→0 none rejected";
const as = (column: string, figures: string, codes: string, ...values: readonly (string | number)[]): Case[] =>
  values.map((value): Case => [`${column} ${value}`, { [column]: value }, "", figures, codes]);
const read = (column: string, hours: number, ...values: readonly (string | number)[]): Case[] =>
  as(column, kept(hours), "", ...values);
const unread = (column: string, ...values: readonly (string | number)[]): Case[] =>
  as(column, lost, "!value-unknown", ...values);

table("半天数", TRAINING, [
  ...read("半天数", 24, 6, "6", "６", " 6 ", "6个", "6个半天", "6半天", "6 个半天", "６个半天"),
  ...unread("半天数", "3天", "24学时", "6次", "六个", "6-7", "约6", "个半天", "半天"),
]);
table("晚上数", { ...TRAINING, 半天数: null }, [
  ...read("晚上数", 4, 2, "2晚", "2个晚上", "2个"),
  ...unread("晚上数", "2天", "2次", "两晚"),
]);
table("会议天数", { ...MEETING, 不计天数: 2 }, [
  ...read("会议天数", 24, 5, "5天", "5日", "5 天"),
  ...unread("会议天数", "5个", "5晚", "五天", "1周"),
]);
table("不计天数", MEETING, [...read("不计天数", 24, 2, "2天", "2日"), ...unread("不计天数", "2个", "数天", "两天")]);
table("证书学时", ONLINE, [
  ...read("证书学时", 24, 24, "24", "24学时", "24 学时", "２４学时"),
  ...read("证书学时", 15.5, 15.5, "15.5学时"),
  ...unread("证书学时", "24小时", "24课时", "24分", "1080分钟", "3天"),
]);
table("证书学时 where only J-05 compares it", TRAINING, [
  ...as("证书学时", kept(16), "~value-unknown", "24小时", "2天"),
  ...as("证书学时", kept(16), "", 16, "16学时"),
]);
table("申报学时", TRAINING, [
  ...as("申报学时", kept(16), "~hours-claim-mismatch", 24, "24学时"),
  ...as("申报学时", kept(16), "", 16, "16学时"),
  ...as("申报学时", kept(16), "~value-unknown", "24小时", "24学分"),
]);
table("排名", { ...PROJECT, 级别: "国家级" }, [
  ...read("排名", 60, 2, "2", "第2", "第二", "第2名", "第二名", "2/5", "第 2", "２／５", "5", "第五"),
  ...read("排名", 10, 6, "第六", "6/8", "第十", "第十一", "12/20"),
  ...unread("排名", "二", "前二", "2名", "第两名", "2-5", "6/5", "独立"),
  ...as("排名", lost, "!rank-invalid", 0, -1, 1.5, "第0", "0/5"),
]);
table("合格模块数", EXAM, [
  ...read("合格模块数", 30, 3, "3", "3个", "3个模块"),
  ...unread("合格模块数", "3科", "三个", "3学时"),
]);
table("完成进度", ONLINE, [
  ...read("完成进度", 30, 100, "100", "100%", "１００％", 1),
  ...as("完成进度", "0→0 none pending", "?j-online-incomplete", 60, "60%", 0.6, "99%"),
  ...unread("完成进度", "六成", "100分", "完成", "全部"),
]);

describe("是 and 否", () => {
  table("初审盖章", TRAINING, [
    ...as("初审盖章", kept(16), "", "是", "√", "✓", "有", "已"),
    ...as("初审盖章", kept(16), "~registration-not-stamped", "否", "×", "✗", "无", "未"),
    ...as("初审盖章", kept(16), "~value-unknown", "部分", "Y", "对"),
  ]);
  table("已验印", { ...TRAINING, 证明材料: null, 初审盖章: null }, [
    ...as("已验印", kept(16), "", "是", "√", "✓", "有", "已"),
    ...as(
      "已验印",
      "16→0 professional rejected",
      "!evidence-incomplete ~registration-not-stamped",
      "否",
      "×",
      "✗",
      "无",
      "未",
    ),
    ...as(
      "已验印",
      "16→0 professional rejected",
      "!evidence-incomplete ~registration-not-stamped ~value-unknown",
      "部分",
    ),
  ]);
  const course: RowCells = { ...ONLINE };
  for (const version of ["电子版", "纸质版"])
    for (const [word, codes] of [
      ["是", ""],
      ["√", ""],
      ["✓", ""],
      ["有", ""],
      ["已", ""],
      ["否", "!filing-incomplete"],
      ["×", "!filing-incomplete"],
      ["✗", "!filing-incomplete"],
      ["无", "!filing-incomplete"],
      ["未", "!filing-incomplete"],
      [null, "!filing-incomplete"],
    ] as const)
      table(
        `${version} ${word ?? "blank"}`,
        course,
        [["online", {}, "", codes === "" ? kept(30) : "30→0 professional rejected", codes]],
        { filings: [{ 备案号: "BA-N", 培训方式: "网络", [version]: word }] },
      );
  // 教案 and 课件 are demanded of an online course: any word for 否 is as good as a blank.
  for (const word of ["否", "无", "×", "✗", "未", null])
    table(`教案 ${word ?? "blank"}`, course, [["online", {}, "", "30→0 professional rejected", "!filing-incomplete"]], {
      filings: [{ 备案号: "BA-N", 培训方式: "网络", 教案: word }],
    });
  for (const word of ["有", "已", "√", "教案一套", "未来教育出版社", "无机化学教案"])
    table(`教案 ${word}`, course, [["online", {}, "", kept(30), ""]], {
      filings: [{ 备案号: "BA-N", 培训方式: "网络", 教案: word }],
    });
});

table("考核结果 is read as what it says", AID, [
  ...read("考核结果", 60, "合格", "优秀", "良好", "称职"),
  ...as("考核结果", lost, "!aid-not-assessed", "不合格", "基本合格", "不称职"),
  ...unread("考核结果", "待定", "通过", "优"),
  ["blank", { 考核结果: null }, "", lost, "!field-missing"],
]);

const half = (from: string | number, to: string | number | null, halfDays: number, more: RowCells = {}): RowCells => ({
  开始日期: from,
  结束日期: to,
  半天数: halfDays,
  ...more,
});
table("months of activities: the longest span that they allow", TRAINING, [
  ["February of 28 days", half("2017年2月", "2017年2月", 56), "", kept(224), ""],
  ["one half-day more", half("2017年2月", "2017年2月", 57), "", lost, "!day-count-impossible"],
  ["one month stands for both", half("2017-02", null, 56), "", kept(224), ""],
  ["one month, one half-day more", half("2017-02", null, 57), "", lost, "!day-count-impossible"],
  ["from a day to a month", half(serial("2017-02-27"), "2017.2", 4), "", kept(16), ""],
  [
    "from a day to a month: 27 and 28 February",
    half(serial("2017-02-27"), "2017.2", 5),
    "",
    lost,
    "!day-count-impossible",
  ],
  [
    "from a month to a day: 1 and 2 March",
    half("2017年3月", serial("2017-03-02"), 5),
    "",
    lost,
    "!day-count-impossible",
  ],
  ["evenings", { 开始日期: "2017年2月", 结束日期: "2017年2月", 晚上数: 29 }, "", lost, "!day-count-impossible"],
  ["the number 2017.6 is June", half(2017.6, 2017.6, 60), "", kept(240), ""],
  ["the number 2017.1 may be October", half(2017.1, 2017.6, 4), "", lost, "!value-unknown"],
  ["the text 2017.1 is January", half("2017.1", "2017.1", 62), "", kept(248), ""],
  ["2017.10 as text", half("2017.10", "2017.10", 62), "", kept(248), ""],
  ["a thirteenth month", half("2017年13月", "2017-13", 4), "", lost, "!value-unknown"],
  ["a year alone is no date of an activity", half("2017年", "2017", 4), "", lost, "!value-unknown"],
  ["the year by the month", half("2016年12月", "2016年12月", 4), "", "16→0 professional rejected", "!year-mismatch"],
  ["over the turn of the year", half("2016年12月", "2017年1月", 4), "", kept(16), ""],
  ["one date stands for both", half(serial("2017-03-06"), null, 2), "", kept(8), ""],
  ["one date, three half-days", half(serial("2017-03-06"), null, 3), "", lost, "!day-count-impossible"],
]);
table("months of meetings", MEETING, [
  ["28 days of February", { 开始日期: "2017年2月", 结束日期: null, 会议天数: 28, 不计天数: 25 }, "", kept(24), ""],
  [
    "29 days of February",
    { 开始日期: "2017年2月", 结束日期: null, 会议天数: 29, 不计天数: 26 },
    "",
    lost,
    "!day-count-impossible",
  ],
]);
groups("months share no day", [
  [
    "two all-day trainings in one month",
    [
      { ...TRAINING, 名称: "甲", 开始日期: "2017年2月", 结束日期: "2017年2月", 半天数: 56 },
      { ...TRAINING, 名称: "乙", 开始日期: "2017年2月", 结束日期: "2017年2月", 半天数: 56 },
    ],
    "",
    [
      [kept(224), ""],
      [kept(224), ""],
    ],
  ],
]);

table("months and years of a completion", PROJECT, [
  ...read("完成日期", 40, "2017年6月", "2017-06", "2017.6", 2017.6, "2017年", "2017", 2017, "2017年06月"),
  ...as("完成日期", "40→0 professional rejected", "!year-mismatch", "2016年12月", "2016年", 2016, "2018-01"),
  ...unread("完成日期", 2017.1, "2017年13月", "未结题", "17年6月", "2017上半年", "去年"),
]);
table("months of papers", PAPER, [
  ...read("完成日期", 30, "2017年3月", "2017"),
  ...unread("完成日期", "待刊", "2017年第3期"),
]);
table("months of patents, awards and exams", PATENT, [...read("完成日期", 60, "2017年3月", "2017")]);
table("of awards", AWARD, [...read("完成日期", 60, "2017年3月", "2017")]);
table("of exams", EXAM, [...read("完成日期", 20, "2017年3月", "2017")]);

describe("filed before the start, where only a month is known", () => {
  const filed = (filedOn: string | number): { filings: RowCells[] } => ({
    filings: [{ 备案号: "BA-N", 培训方式: "网络", 备案日期: filedOn }],
  });
  const cases: readonly (readonly [string, string | number, RowCells, boolean])[] = [
    ["the month before", "2017年2月", {}, true],
    ["the month of the start", "2017年3月", {}, false],
    ["a day of the month before the start's month", serial("2017-02-28"), { 开始日期: "2017年3月" }, true],
    ["a day of the start's month", serial("2017-03-01"), { 开始日期: "2017年3月" }, false],
    ["both months", "2017.2", { 开始日期: "2017.3" }, true],
    ["the day before, both days known", serial("2017-03-05"), {}, true],
  ];
  for (const [what, filedOn, row, inTime] of cases)
    table(
      what,
      ONLINE,
      [["online", row, "", inTime ? kept(30) : "30→0 professional rejected", inTime ? "" : "!training-not-filed"]],
      filed(filedOn),
    );
});

const tooMany = (column: string, most: number): Case[] => as(column, lost, "!invalid-number", most + 1, 1e9, 1e308);
table("numbers that no year can hold: 面授培训", { ...TRAINING, 开始日期: null, 结束日期: null }, [
  ["732 half-days", { 半天数: 732 }, "", kept(2928), "~dates-missing"],
  ["733", { 半天数: 733 }, "", lost, "!invalid-number ~dates-missing"],
  ["366 evenings", { 晚上数: 366, 半天数: null }, "", kept(732), "~dates-missing"],
  ["367", { 晚上数: 367 }, "", lost, "!invalid-number ~dates-missing"],
]);
table("会议", { ...MEETING, 开始日期: null, 结束日期: null }, [
  ["366 days", { 会议天数: 366, 不计天数: 363 }, "", kept(24), "~dates-missing"],
  ["367 days", { 会议天数: 367, 不计天数: 363 }, "", lost, "!invalid-number ~dates-missing"],
  ["367 uncounted", { 不计天数: 367 }, "", lost, "!invalid-number ~dates-missing"],
]);
table("网络培训", ONLINE, [
  ...read("证书学时", 2000, 2000),
  ...tooMany("证书学时", 2000),
  ["400 digits", { 证书学时: "9".repeat(400) }, "", lost, "!invalid-number"],
]);
table("博士", DOCTORAL, [
  ["2001", { 证书学时: 2001 }, "", lost, "!invalid-number"],
  ["negative", { 证书学时: -1 }, "", lost, "!invalid-number"],
]);
table("计算机考试", EXAM, [...read("合格模块数", 500, 50), ...tooMany("合格模块数", 50)]);
table("排名", PROJECT, [
  ["1000", { 排名: 1000 }, "", kept(10), ""],
  ["1001", { 排名: 1001 }, "", lost, "!rank-invalid"],
]);
table("where the conversion does not need the cell", TRAINING, [
  ["申报学时 2001: no claim to compare", { 申报学时: 2001 }, "", kept(16), "~invalid-number"],
  ["证书学时 2001: only J-05 compares it", { 证书学时: 2001 }, "", kept(16), "~invalid-number"],
  ["排名 1001", { 排名: 1001 }, "", kept(16), "~rank-invalid"],
]);
table("days of a lecture and of practice", LECTURE, [
  ["evenings", { 晚上数: 367, 开始日期: null, 结束日期: null }, "", lost, "!invalid-number ~dates-missing"],
]);
table("of practice", PRACTICE, [["half-days", { 半天数: 733 }, "", lost, "!invalid-number"]]);

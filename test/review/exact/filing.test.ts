/** 培训备案 (正文四.2): who must file, when, what; the theme; a workbook without the sheet. */
import { ONLINE, PRACTICE, TRAINING, groups, serial, table, type RowCells } from "./support";

const start = serial("2017-03-06");
const face: RowCells = { ...TRAINING, 科目: "公需科目", 备案号: "BA-F", 开始日期: start, 结束日期: start + 4 };
const net: RowCells = { ...ONLINE, 开始日期: start, 结束日期: start + 4 };
const publicNet: RowCells = { ...net, 科目: "公需科目" };

table(
  "who must file",
  TRAINING,
  // A case a line
  // prettier-ignore
  [
  ["public, face to face, without a number", { 科目: "公需科目" }, "", "16→0 (0..0) public rejected", "!training-not-filed"],
  ["professional, face to face: nothing is asked", {}, "", "16→16 professional credited", ""],
  ["professional with a number nobody filed: nothing is asked", { 备案号: "没有的" }, "", "16→16 professional credited", ""],
  ["no subject: not known to be public", { 科目: null }, "", "16→0 either rejected", "!subject-missing"],
  ["online, professional: must be filed", { ...net, 备案号: "没有的" }, "", "30→0 professional rejected", "!training-not-filed"],
  ["online, no subject: must be filed as well", { ...net, 科目: null, 备案号: "没有的" }, "", "30→0 either rejected", "!subject-missing !training-not-filed"],
  ["other forms: nothing is asked", { ...PRACTICE, 备案号: "没有的" }, "J-11 by-days", "16→16 professional credited", "=j-conversion-by-analogy"],
  ["a public course that converts to 0 is checked as well", { 科目: "公需科目", 半天数: 11 }, "", "0→0 none rejected", "!day-count-impossible !training-not-filed"],
  ["an online course worth 0 under a number nobody filed", { ...net, 完成进度: 50, 备案号: "没有的" }, "", "0→0 none rejected", "?j-online-incomplete !training-not-filed"],
],
);

table("what counts as no number", net, [
  ["无", { 备案号: "无" }, "", "30→0 professional pending", "?j-online-unfiled"],
  ["/", { 备案号: "/" }, "", "30→0 professional pending", "?j-online-unfiled"],
  ["-", { 备案号: "-" }, "", "30→0 professional pending", "?j-online-unfiled"],
  ["spaces", { 备案号: "  " }, "", "30→0 professional pending", "?j-online-unfiled"],
  ["full width and lower case are the same number", { 备案号: "ｂａ－ｎ" }, "", "30→30 professional credited", ""],
]);

/** A filing in order but for these cells. */
const when = (name: string, record: RowCells, filing: RowCells, figures: string, codes: string): void =>
  table(name, record, [["", {}, "", figures, codes]], {
    filings: [{ 备案号: record.备案号 ?? "", 开始日期: start, 备案日期: serial("2017-03-01"), ...filing }],
  });

describe("in time: filed before the start", () => {
  when("the day before", face, { 备案日期: start - 1 }, "16→16 public credited", "");
  when("the same day", face, { 备案日期: start }, "16→0 public rejected", "!training-not-filed");
  when("after", face, { 备案日期: start + 30 }, "16→0 public rejected", "!training-not-filed");
  when("no date of filing", face, { 备案日期: null }, "16→0 public rejected", "!training-not-filed");
  when(
    "the record's start counts, not the filing's",
    face,
    { 开始日期: start - 30, 备案日期: start - 10 },
    "16→16 public credited",
    "",
  );
  when(
    "no start on the record: the filing's",
    { ...face, 开始日期: null, 结束日期: null },
    { 备案日期: start },
    "16→0 public rejected",
    "!training-not-filed ~dates-missing",
  );
  when(
    "no start on the record: before the filing's",
    { ...face, 开始日期: null, 结束日期: null },
    { 备案日期: start - 1 },
    "16→16 public credited",
    "~dates-missing",
  );
  when("online, the same day", net, { 备案日期: start }, "30→0 professional rejected", "!training-not-filed");
  when(
    "too late, and incomplete: both are said",
    face,
    { 备案日期: start, 教材: null },
    "16→0 public rejected",
    "!training-not-filed !filing-incomplete",
  );
});

describe.each([
  ["blank", null],
  ["否", "否"],
  ["无", "无"],
])("complete: an item that is %s", (_what, blank) => {
  const missing = "!filing-incomplete";
  when("public face to face: 培训计划", face, { 培训计划: blank }, "16→0 public rejected", missing);
  when("public face to face: 教材", face, { 教材: blank }, "16→0 public rejected", missing);
  when("public face to face: 拟培训人员范围", face, { 拟培训人员范围: blank }, "16→0 public rejected", missing);
  when(
    "public face to face: 课件 and 教案 are not demanded",
    face,
    { 课件: blank, 教案: blank },
    "16→16 public credited",
    "",
  );
  when("online: 课件", net, { 课件: blank }, "30→0 professional rejected", missing);
  when("online: 教案", net, { 教案: blank }, "30→0 professional rejected", missing);
  when(
    "professional online: 培训计划, 教材, 范围 are not demanded",
    net,
    { 培训计划: blank, 教材: blank, 拟培训人员范围: blank },
    "30→30 professional credited",
    "",
  );
  when("public online: 教材", publicNet, { 教材: blank }, "30→0 public rejected", missing);
  when("public online: 课件", publicNet, { 课件: blank }, "30→0 public rejected", missing);
  when("电子版", face, { 电子版: blank }, "16→0 public rejected", missing);
  when("纸质版, online", net, { 纸质版: blank }, "30→0 professional rejected", missing);
});
when(
  "the filing's 开始日期 is demanded of public courses",
  face,
  { 开始日期: null },
  "16→0 public rejected",
  "!filing-incomplete",
);
when(
  "电子版 must be 是, another word won't do",
  face,
  { 电子版: "已交" },
  "16→0 public rejected",
  "!filing-incomplete",
);

const of2018 = { 年度: 2018, 开始日期: serial("2018-03-06"), 结束日期: serial("2018-03-10") };
const themed = (
  name: string,
  record: RowCells,
  theme: string | null,
  figures: string,
  codes: string,
  more: RowCells = {},
): void =>
  table(name, { ...record, ...of2018 }, [["", {}, "", figures, codes]], {
    filings: [
      {
        备案号: record.备案号 ?? "",
        备案日期: serial("2018-03-01"),
        开始日期: serial("2018-03-06"),
        培训主题: theme,
        ...more,
      },
    ],
  });
describe("theme of 2018 (正文一): 加快开放强省建设", () => {
  themed("contained", face, "2018年公需科目：加快开放强省建设专题", "16→16 public credited", "");
  themed("another", face, "工匠精神", "16→16 (0..16) public pending", "?j-public-theme-mismatch");
  themed("blank", face, null, "16→16 (0..16) public pending", "?j-public-theme-mismatch");
  themed("online and public", publicNet, "工匠精神", "30→30 (0..30) public pending", "?j-public-theme-mismatch");
  themed("online and professional", net, "工匠精神", "30→30 professional credited", "");
  themed("filed too late: the theme is not asked", face, "工匠精神", "16→0 public rejected", "!training-not-filed", {
    备案日期: serial("2018-03-06"),
  });
  themed(
    "filed in time, incomplete: the theme is asked",
    face,
    "工匠精神",
    "16→0 public rejected",
    "!filing-incomplete ?j-public-theme-mismatch",
    { 教材: null },
  );
});
when("another year's theme is not asked", face, { 培训主题: "工匠精神" }, "16→16 public credited", "");

groups(
  "without the sheet 培训备案",
  [
    [
      "every record with a number, and all public face to face training",
      [
        face,
        { ...face, 名称: "无号", 备案号: null, 半天数: 1 },
        net,
        { ...net, 名称: "无号网课", 备案号: null },
        { ...TRAINING, 名称: "专业", 半天数: 1 },
      ],
      "",
      [
        ["16→0 public rejected", "!training-not-filed"],
        ["4→0 public rejected", "!training-not-filed"],
        ["30→0 professional rejected", "!training-not-filed"],
        ["30→0 (0..30) professional pending", "?j-online-unfiled"],
        ["4→4 professional credited", ""],
      ],
    ],
  ],
  { filings: null },
);

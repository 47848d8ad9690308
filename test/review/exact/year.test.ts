/** The year of credit: forms with a period, forms with a day of completion, 三援 and 博士, excluded forms; make-up (正文二). */
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
  decisions,
  review,
  serial,
  table,
  type RowCells,
} from "./support";

const yearCodes = (row: RowCells, decided = ""): string =>
  codesOf(
    (review({ records: [row], decisions: decisions(decided) }).records[0]?.findings ?? []).filter(({ code }) =>
      ["year-mismatch", "makeup-not-accepted", "j-makeup-scope", "aid-year-outside"].includes(code),
    ),
  );

const periods: readonly (readonly [string, RowCells])[] = [
  ["面授培训", TRAINING],
  ["实践活动", PRACTICE],
  ["网络培训", ONLINE],
  ["学术会议", MEETING],
  ["学术讲座", LECTURE],
  ["学术访问", VISIT],
  ["海外研修", OVERSEAS],
];
describe.each(periods)("%s: from the year of 开始日期 to that of 结束日期", (_form, base) => {
  const at = (year: number, from: string | null, to: string | null): RowCells => ({
    ...base,
    年度: year,
    开始日期: from === null ? null : serial(from),
    结束日期: to === null ? null : serial(to),
    // One date stands for both: the activity then is of one day.
    ...(from === null || to === null ? oneDay : {}),
  });
  const oneDay: RowCells = base.会议天数 === undefined ? { 半天数: 1 } : { 会议天数: 1, 不计天数: null };
  test.each<[string, RowCells, string]>([
    ["within", at(2017, "2017-03-01", "2017-03-20"), ""],
    ["over New Year, the first year", at(2016, "2016-12-28", "2017-01-03"), ""],
    ["over New Year, the last year", at(2017, "2016-12-28", "2017-01-03"), ""],
    ["three years, the middle one", at(2017, "2016-12-28", "2018-01-03"), ""],
    ["claimed later", at(2018, "2017-03-01", "2017-03-20"), "!year-mismatch"],
    ["claimed earlier, done in 2018: made up for", at(2017, "2018-03-01", "2018-03-20"), "?j-makeup-scope"],
    ["claimed earlier, done in 2017", at(2016, "2017-03-01", "2017-03-20"), "?j-makeup-scope"],
    ["claimed earlier, done in 2019", at(2018, "2019-03-01", "2019-03-20"), "!makeup-not-accepted"],
    ["claimed earlier, ended in 2019: the end counts", at(2017, "2018-12-20", "2019-01-10"), "!makeup-not-accepted"],
    ["claimed earlier, only a start in 2018", at(2017, "2018-12-20", null), "?j-makeup-scope"],
    ["claimed earlier, only an end in 2019", at(2018, null, "2019-01-10"), "!makeup-not-accepted"],
    ["claimed later, only a start", at(2018, "2017-03-01", null), "!year-mismatch"],
    ["no dates: nothing to check", at(2017, null, null), ""],
  ])("%s", (_what, row, codes) => {
    expect(yearCodes(row)).toBe(codes);
  });
});

const completions: readonly (readonly [string, RowCells])[] = [
  ["课题项目", PROJECT],
  ["著作", BOOK],
  ["论文", PAPER],
  ["专利", PATENT],
  ["获奖成果", AWARD],
  ["计算机考试", EXAM],
];
describe.each(completions)("%s: the year of 完成日期", (_form, base) => {
  test.each<[string, RowCells, string]>([
    ["the same", { 完成日期: serial("2017-12-31") }, ""],
    ["claimed a year later", { 完成日期: serial("2016-12-31") }, "!year-mismatch"],
    ["claimed a year earlier is no make-up", { 完成日期: serial("2018-01-01") }, "!year-mismatch"],
    [
      "its 开始日期 and 结束日期 say nothing",
      { 完成日期: serial("2017-06-30"), 开始日期: serial("2015-01-01"), 结束日期: serial("2016-06-30") },
      "",
    ],
  ])("%s", (_what, cells, codes) => {
    expect(yearCodes({ ...base, ...cells })).toBe(codes);
  });
});

test("博士学历教育 is not checked", () => {
  expect(yearCodes({ ...DOCTORAL, 开始日期: serial("2010-09-01"), 结束日期: serial("2014-06-30") })).toBe("");
});
test("三援: aid-year-outside only", () => {
  expect(yearCodes({ ...AID, 年度: 2016 })).toBe("!aid-year-outside");
});
test("an excluded form with dates: its year is checked like any other's", () => {
  expect(
    yearCodes({ ...EXCLUDED, 学习形式: "学法考试", 开始日期: serial("2016-03-01"), 结束日期: serial("2016-03-01") }),
  ).toBe("!year-mismatch");
  expect(
    yearCodes({
      ...EXCLUDED,
      学习形式: "学法考试",
      年度: 2018,
      开始日期: serial("2019-03-01"),
      结束日期: serial("2019-03-01"),
    }),
  ).toBe("!makeup-not-accepted");
  // 0 in any case, so J-37 changes nothing
  expect(
    yearCodes({ ...EXCLUDED, 学习形式: "学法考试", 开始日期: serial("2018-03-01"), 结束日期: serial("2018-03-01") }),
  ).toBe("");
});

table(
  "what the year does to the hours",
  PROJECT,
  // A case a line
  // prettier-ignore
  [
  ["another year: converted, not credited", { 完成日期: serial("2016-12-28") }, "", "40→0 (0..0) professional rejected", "!year-mismatch"],
  ["a row worth 0 is checked as well", { 完成日期: serial("2016-12-28"), 排名: 0 }, "", "0→0 none rejected", "!year-mismatch !rank-invalid"],
  ["年度 blank", { 年度: null }, "", "40→0 professional rejected", "!field-missing"],
  ["年度 a word", { 年度: "去年" }, "", "0→0 none rejected", "!value-unknown"],
  ["2017年度", { 年度: "2017年度" }, "", "40→40 professional credited", ""],
],
);

test("a year that can't be read is not listed; years with records of a known person are", () => {
  const found = review({
    people: [{ 起始年度: 2017, 截止年度: 2017, 申报级别: "中级", 验证方式: "登记证书原件", 人事档案所在地: "市本级" }],
    records: [
      { ...PROJECT, 年度: "去年" },
      { ...PROJECT, 年度: 2011 },
    ],
  });
  expect(found.years.map(({ year }) => year)).toEqual([2011, 2017]);
});

describe("make-up and the sums", () => {
  test.each([
    ["", 16, 0, 16],
    ["J-37 count", 16, 16, 16],
    ["J-37 reject", 0, 0, 0],
  ])("[%s]", (decided, credited, lowest, highest) => {
    const [record] = review({
      records: [{ ...TRAINING, 开始日期: serial("2018-03-06"), 结束日期: serial("2018-03-10") }],
      decisions: decisions(decided),
    }).records;
    expect([record?.creditedHours, record?.lowestHours, record?.highestHours]).toEqual([credited, lowest, highest]);
  });
});

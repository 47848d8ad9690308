/** Rows among rows: the same record twice, one achievement claimed by two, days that overlap. */
import {
  AWARD,
  BOOK,
  LECTURE,
  ONLINE,
  PAPER,
  PATENT,
  PROJECT,
  TRAINING,
  groups,
  review,
  codesOf,
  serial,
  type RowCells,
} from "./support";

const copy = "!record-duplicate";
groups(
  "record-duplicate: same person, year, form, title, 开始日期 and 完成日期; the later rows",
  // A case a line
  // prettier-ignore
  [
  ["twice", [ONLINE, ONLINE], "", [["30→30 professional credited", ""], ["30→0 (0..0) professional rejected", copy]]],
  ["three times", [PROJECT, PROJECT, PROJECT], "", [["40→40 professional credited", ""], ["40→0 professional rejected", copy], ["40→0 professional rejected", copy]]],
  ["other hours make no other record", [ONLINE, { ...ONLINE, 证书学时: 12 }], "", [["30→30 professional credited", ""], ["12→0 professional rejected", copy]]],
  ["nor does another 结束日期", [ONLINE, { ...ONLINE, 结束日期: serial("2017-03-12") }], "", [["30→30 professional credited", ""], ["30→0 professional rejected", copy]]],
  ["another 开始日期 does", [ONLINE, { ...ONLINE, 开始日期: serial("2017-03-07") }], "", [["30→30 professional credited", ""], ["30→30 professional credited", ""]]],
  ["another year does", [{ ...TRAINING, 结束日期: serial("2018-03-06"), 半天数: 2 }, { ...TRAINING, 结束日期: serial("2018-03-06"), 年度: 2018, 半天数: 2 }], "", [["8→8 professional credited", ""], ["8→8 professional credited", ""]]],
  ["another 完成日期 does, here under J-14", [PROJECT, { ...PROJECT, 完成日期: serial("2017-07-01") }], "J-14 sum", [["40→40 professional credited", "=j-multiple-projects-same-year"], ["40→40 professional credited", "=j-multiple-projects-same-year"]]],
  ["another form does", [LECTURE, { ...TRAINING, 名称: "讲座", 半天数: 1 }], "", [["4→4 professional credited", ""], ["4→4 professional credited", ""]]],
  ["full width, capitals, spaces, punctuation make no other title", [{ ...ONLINE, 名称: "ＢＩＭ 技术——“应用”" }, { ...ONLINE, 名称: "bim技术(应用)" }], "", [["30→30 professional credited", ""], ["30→0 professional rejected", copy]]],
  ["a symbol does: C++ is not C", [{ ...ONLINE, 名称: "C++ 语言" }, { ...ONLINE, 名称: "C 语言" }], "", [["30→30 professional credited", ""], ["30→30 professional credited", ""]]],
  ["the copy of a rejected row is a copy too", [{ ...PROJECT, 排名: 0 }, { ...PROJECT, 排名: 0 }], "", [["0→0 none rejected", "!rank-invalid"], ["0→0 none rejected", `!rank-invalid ${copy}`]]],
  ["a copy is in no group: no J-14", [PROJECT, PROJECT], "", [["40→40 professional credited", ""], ["40→0 professional rejected", copy]]],
  ["a copy of a row that only a decision gives hours: no hours, no subject", [{ ...PROJECT, 级别: "县级" }, { ...PROJECT, 级别: "县级" }], "J-13 other-rank", [["0→10 professional credited", "=j-project-level-unlisted"], ["0→0 none rejected", `=j-project-level-unlisted ${copy}`]]],
],
);

const two = { people: [{}, { 登记证书编号: "YY000002", 姓名: "李样例" }] };
const theirs = (row: RowCells, more: RowCells = {}): RowCells => ({
  ...row,
  登记证书编号: "yy000002",
  姓名: "李样例",
  ...more,
});
const twice = "!achievement-claimed-twice";
for (const [name, base, hours] of [
  ["课题项目", PROJECT, 40],
  ["著作", BOOK, 60],
  ["论文", PAPER, 30],
  ["专利", PATENT, 60],
  ["获奖成果", AWARD, 60],
] as const) {
  groups(
    `achievement-claimed-twice: ${name}`,
    [
      [
        "one rank, two people: both",
        [base, theirs(base)],
        "",
        [
          [`${hours}→0 professional rejected`, twice],
          [`${hours}→0 professional rejected`, twice],
        ],
      ],
    ],
    two,
  );
}
groups(
  "achievement-claimed-twice",
  // A case a line
  // prettier-ignore
  [
  ["another rank", [PROJECT, theirs(PROJECT, { 排名: 2 })], "", [["40→40 professional credited", ""], ["40→40 professional credited", ""]]],
  ["blank ranks never match", [{ ...PROJECT, 排名: null }, theirs(PROJECT, { 排名: null })], "", [["0→0 none rejected", "!rank-missing"], ["0→0 none rejected", "!rank-missing"]]],
  ["another form with the same title", [PROJECT, theirs(AWARD, { 名称: "课题" })], "", [["40→40 professional credited", ""], ["60→60 professional credited", ""]]],
  ["courses are no achievements", [TRAINING, theirs(TRAINING)], "", [["16→16 professional credited", ""], ["16→16 professional credited", ""]]],
  ["one person twice: a copy, not a claim by two", [PROJECT, PROJECT], "", [["40→40 professional credited", ""], ["40→0 professional rejected", copy]]],
  ["years apart: still one achievement", [PROJECT, theirs(PROJECT, { 年度: 2016, 完成日期: serial("2016-06-30") })], "", [["40→0 professional rejected", twice], ["40→0 professional rejected", twice]]],
],
  two,
);

const overlap = "!dates-overlap";
const course = (title: string, from: string, to: string, halfDays: number, more: RowCells = {}): RowCells => ({
  ...TRAINING,
  名称: title,
  开始日期: serial(from),
  结束日期: serial(to),
  半天数: halfDays,
  ...more,
});
groups(
  "dates-overlap: all-day 面授培训 of one person that share a day; the later row",
  // A case a line
  // prettier-ignore
  [
  ["one day shared", [course("甲", "2017-03-06", "2017-03-08", 6), course("乙", "2017-03-08", "2017-03-09", 4)], "", [["24→24 professional credited", ""], ["16→0 professional rejected", overlap]]],
  ["the later row of the sheet, not the later date", [course("甲", "2017-03-08", "2017-03-09", 4), course("乙", "2017-03-06", "2017-03-08", 6)], "", [["16→16 professional credited", ""], ["24→0 professional rejected", overlap]]],
  ["day after day", [course("甲", "2017-03-06", "2017-03-07", 4), course("乙", "2017-03-08", "2017-03-09", 4)], "", [["16→16 professional credited", ""], ["16→16 professional credited", ""]]],
  ["one of them is not all-day", [course("甲", "2017-03-06", "2017-03-07", 4), course("乙", "2017-03-06", "2017-03-07", 3)], "", [["16→16 professional credited", ""], ["12→12 professional credited", ""]]],
  ["an evening course beside it", [course("甲", "2017-03-06", "2017-03-07", 4), course("乙", "2017-03-06", "2017-03-07", 0, { 晚上数: 2 })], "", [["16→16 professional credited", ""], ["4→4 professional credited", ""]]],
  ["another kind is asked as well", [course("甲", "2017-03-06", "2017-03-07", 4), { ...LECTURE, 半天数: 4, 开始日期: serial("2017-03-06"), 结束日期: serial("2017-03-07") }], "", [["16→16 professional credited", ""], ["16→0 professional rejected", overlap]]],
  ["the same course twice is a copy, and shares its days", [course("甲", "2017-03-06", "2017-03-07", 4), course("甲", "2017-03-06", "2017-03-07", 4)], "", [["16→16 professional credited", ""], ["16→0 professional rejected", `${overlap} ${copy}`]]],
  ["beside a rejected row too", [course("甲", "2017-03-06", "2017-03-07", 4, { 科目: null }), course("乙", "2017-03-06", "2017-03-07", 4)], "", [["16→0 either rejected", "!subject-missing"], ["16→0 professional rejected", overlap]]],
  ["one all-day course over New Year, claimed in two years", [course("甲", "2016-12-31", "2017-01-01", 4, { 年度: 2016 }), course("乙", "2017-01-01", "2017-01-02", 4)], "", [["16→16 professional credited", ""], ["16→0 professional rejected", overlap]]],
],
);
test("two people may sit in one course", () => {
  const found = review({
    ...two,
    records: [course("甲", "2017-03-06", "2017-03-07", 4), theirs(course("乙", "2017-03-06", "2017-03-07", 4))],
  }).records;
  expect(found.map(({ findings }) => codesOf(findings))).toEqual(["", ""]);
});

groups(
  "a person that is not in 人员信息",
  // A case a line
  // prettier-ignore
  [
  ["converted, never credited", [{ ...PROJECT, 登记证书编号: "YY000009" }], "", [["40→0 (0..0) professional rejected", "!person-unknown"]]],
  ["no subject where only a decision would give hours", [{ ...PROJECT, 登记证书编号: "YY000009", 级别: "县级" }], "J-13 other-rank", [["0→0 none rejected", "!person-unknown =j-project-level-unlisted"]]],
  ["case and width of the number don't matter", [{ ...PROJECT, 登记证书编号: " ｙｙ000001 " }], "", [["40→40 professional credited", ""]]],
],
);
test("its years are not listed", () => {
  expect(
    review({ records: [{ ...PROJECT, 登记证书编号: "YY000009", 年度: 2005 }] }).years.map(({ year }) => year),
  ).not.toContain(2005);
});

/** Every question of the register with every option, open and decided, alone and beside another one on the same row. */
import {
  AID,
  AWARD,
  BOOK,
  DOCTORAL,
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
  decisions,
  groups,
  hours,
  review,
  serial,
  table,
  type RowCells,
} from "./support";

const tour = (from: string, to: string, year: number): RowCells => ({
  开始日期: serial(from),
  结束日期: serial(to),
  年度: year,
});

const in2018 = { 年度: 2018, 开始日期: serial("2018-03-06"), 结束日期: serial("2018-03-10") };
const otherTheme = {
  filings: [
    { 备案号: "BA-F", 培训主题: "工匠精神" },
    { 备案号: "BA-N", 培训主题: "工匠精神", 培训方式: "网络" },
  ],
};
table(
  "J-03 the theme of 2018: hours or 0",
  { ...TRAINING, ...in2018, 科目: "公需科目", 备案号: "BA-F" },
  // A case a line
  // prettier-ignore
  [
  ["another theme", {}, "", "16→16 (0..16) public pending", "?j-public-theme-mismatch"],
  ["another theme", {}, "J-03 count", "16→16 public credited", "=j-public-theme-mismatch"],
  ["another theme", {}, "J-03 reject", "16→0 (0..0) public rejected", "=j-public-theme-mismatch"],
  ["professional courses have no theme", { 科目: "专业科目" }, "", "16→16 professional credited", ""],
  ["nor have courses claimed for another year", { 年度: 2017, 开始日期: serial("2017-03-06"), 结束日期: serial("2017-03-10") }, "", "16→16 public credited", ""],
  ["a public online course has one", { ...ONLINE, ...in2018, 科目: "公需科目" }, "", "30→30 public pending", "?j-public-theme-mismatch"],
  ["a course worth 0 is not asked", { 半天数: 11 }, "", "0→0 none rejected", "!day-count-impossible"],
],
  otherTheme,
);

table("J-04 excluded by analogy: 0 or the claimed hours", { ...EXCLUDED, 申报学时: 40 }, [
  ["decided", {}, "J-04 exclude", "0→0 none rejected", "=j-excluded-by-analogy"],
  ["decided: professional", {}, "J-04 claimed-hours", "0→40 professional credited", "=j-excluded-by-analogy"],
  [
    "those that are named stay out",
    { 学习形式: "学法考试" },
    "J-04 claimed-hours",
    "0→0 none rejected",
    "!excluded-activity",
  ],
]);

table(
  "J-05 certificate against days",
  TRAINING,
  // A case a line
  // prettier-ignore
  [
  ["24 against 16", { 证书学时: 24 }, "J-05 by-days", "16→16 professional credited", "=j-stated-hours-differ"],
  ["24 against 16", { 证书学时: 24 }, "J-05 stated", "16→24 professional credited", "=j-stated-hours-differ"],
  ["24 against 16", { 证书学时: 24 }, "J-05 lower", "16→16 professional credited", "=j-stated-hours-differ"],
  ["12 against 16, open", { 证书学时: 12 }, "", "16→16 (12..16) professional pending", "?j-stated-hours-differ"],
  ["12 against 16", { 证书学时: 12 }, "J-05 lower", "16→12 professional credited", "=j-stated-hours-differ"],
  ["without days: 0, stated, 0", { 半天数: null, 证书学时: 20 }, "J-05 by-days", "0→0 none rejected", "=j-days-missing"],
  ["without days", { 半天数: null, 证书学时: 20 }, "J-05 stated", "0→20 professional credited", "=j-days-missing"],
  ["without days", { 半天数: null, 证书学时: 20 }, "J-05 lower", "0→0 none rejected", "=j-days-missing"],
  ["the claim is compared with converted hours, not with what is decided", { 证书学时: 24, 申报学时: 24 }, "J-05 stated", "16→24 professional credited", "=j-stated-hours-differ ~hours-claim-mismatch"],
],
);

table(
  "J-05 of a public course without days: the hours are public once they count",
  { ...TRAINING, 科目: "公需科目", 备案号: "BA-F", 半天数: null, 证书学时: 20 },
  [["decided", {}, "J-05 stated", "0→20 public credited", "=j-days-missing"]],
);

table(
  "J-08 a one-day meeting: 8 or 0",
  { ...MEETING, 会议天数: 1, 不计天数: null },
  // A case a line
  // prettier-ignore
  [
  ["decided", {}, "J-08 count", "8→8 professional credited", "=j-one-day-meeting"],
  ["decided", {}, "J-08 zero", "8→0 professional rejected", "=j-one-day-meeting"],
  ["with J-09: a half-day session", { 半天数: 1 }, "", "4→4 (0..8) professional pending", "?j-one-day-meeting ?j-half-day-meeting"],
  ["with J-09", { 半天数: 1 }, "J-08 count, J-09 8", "4→8 professional credited", "=j-one-day-meeting =j-half-day-meeting"],
  ["with J-09: zero beats it, and both are named", { 半天数: 1 }, "J-08 zero, J-09 8", "4→0 professional rejected", "=j-half-day-meeting =j-one-day-meeting"],
  ["with J-10: an evening", { 晚上数: 1 }, "", "8→8 (0..10) professional pending", "?j-one-day-meeting ?j-meeting-evening"],
  ["with J-10: zero beats it, and both are named", { 晚上数: 1 }, "J-08 zero, J-10 plus-2", "8→0 professional rejected", "=j-meeting-evening =j-one-day-meeting"],
  ["with J-10 open: zero beats it, so it is not asked", { 晚上数: 1 }, "J-08 zero", "8→0 (0..0) professional rejected", "=j-one-day-meeting"],
  ["with J-05: last", { 证书学时: 6 }, "", "8→8 (0..8) professional pending", "?j-one-day-meeting ?j-stated-hours-differ"],
  ["with J-05: what J-08 zeroes stays 0", { 证书学时: 6 }, "J-08 zero, J-05 stated", "8→0 professional rejected", "=j-one-day-meeting =j-stated-hours-differ"],
  ["with J-05: counted, then as stated", { 证书学时: 6 }, "J-08 count, J-05 stated", "8→6 professional credited", "=j-one-day-meeting =j-stated-hours-differ"],
],
);

table(
  "J-09 half-day sessions: 4, 8 or 0 each",
  { ...MEETING, 半天数: 2 },
  // A case a line
  // prettier-ignore
  [
  ["decided", {}, "J-09 4", "16→16 professional credited", "=j-half-day-meeting"],
  ["decided", {}, "J-09 8", "16→24 professional credited", "=j-half-day-meeting"],
  ["decided", {}, "J-09 0", "16→8 professional credited", "=j-half-day-meeting"],
  ["nothing but half-days, decided 0", { 半天数: 3 }, "J-09 0", "12→0 professional rejected", "=j-half-day-meeting"],
  ["with J-10", { 晚上数: 1 }, "J-09 8, J-10 plus-2", "16→26 professional credited", "=j-half-day-meeting =j-meeting-evening"],
  ["with J-05: the certificate is asked of what J-09 gives", { 证书学时: 24 }, "J-09 8", "16→24 professional credited", "=j-half-day-meeting"],
  ["with J-05 stated: the certificate settles it, J-09 would change it by days", { 证书学时: 20 }, "J-09 8, J-05 stated", "16→20 professional credited", "=j-half-day-meeting =j-stated-hours-differ"],
],
);

table("J-10 evenings of a meeting: 0 or 2 each", { ...MEETING, 晚上数: 3 }, [
  ["open", {}, "", "24→24 (24..30) professional pending", "?j-meeting-evening"],
  ["decided", {}, "J-10 none", "24→24 professional credited", "=j-meeting-evening"],
  ["decided", {}, "J-10 plus-2", "24→30 professional credited", "=j-meeting-evening"],
  [
    "with J-05 lower",
    { 证书学时: 28 },
    "J-10 plus-2, J-05 lower",
    "24→28 professional credited",
    "=j-meeting-evening =j-stated-hours-differ",
  ],
]);

for (const [name, base] of [
  ["practice", PRACTICE],
  ["visits", VISIT],
  ["overseas", OVERSEAS],
] as const) {
  table(
    `J-11 ${name}: by days or 0`,
    base,
    // A case a line
    // prettier-ignore
    [
    ["decided", {}, "J-11 by-days", "16→16 professional credited", "=j-conversion-by-analogy"],
    ["decided", {}, "J-11 zero", "16→0 professional rejected", "=j-conversion-by-analogy"],
    ["with J-05, both open", { 证书学时: 20 }, "", "16→16 (0..20) professional pending", "?j-conversion-by-analogy ?j-stated-hours-differ"],
    ["with J-05 stated", { 证书学时: 20 }, "J-11 by-days, J-05 stated", "16→20 professional credited", "=j-conversion-by-analogy =j-stated-hours-differ"],
    ["with J-05: what J-11 zeroes stays 0", { 证书学时: 20 }, "J-11 zero, J-05 stated", "16→0 professional rejected", "=j-conversion-by-analogy =j-stated-hours-differ"],
    ["days blank, J-05 stated: J-11 applies as well", { 半天数: null, 证书学时: 20 }, "J-05 stated", "0→20 (0..20) professional pending", "=j-days-missing ?j-conversion-by-analogy"],
    ["days blank, J-05 stated", { 半天数: null, 证书学时: 20 }, "J-05 stated, J-11 by-days", "0→20 professional credited", "=j-days-missing =j-conversion-by-analogy"],
    ["days blank, J-05 stated", { 半天数: null, 证书学时: 20 }, "J-05 stated, J-11 zero", "0→0 none rejected", "=j-days-missing =j-conversion-by-analogy"],
  ],
  );
}
table("J-11 is not asked of lectures: they convert by 附件5第1条", LECTURE, [
  ["decided zero", {}, "J-11 zero", "4→4 professional credited", ""],
]);

table(
  "J-12 online without hours, or not finished",
  ONLINE,
  // A case a line
  // prettier-ignore
  [
  ["not finished", { 完成进度: 99 }, "J-12 zero", "0→0 none rejected", "=j-online-incomplete"],
  ["not finished", { 完成进度: 99 }, "J-12 stated-hours", "0→30 professional credited", "=j-online-incomplete"],
  ["not finished, public", { 完成进度: 99, 科目: "公需科目" }, "J-12 stated-hours", "0→30 public credited", "=j-online-incomplete"],
  ["an error of another kind beside it", { 完成进度: 99, 年度: 2018 }, "", "0→0 (0..0) none rejected", "?j-online-incomplete !year-mismatch"],
],
);

table("J-13 projects of no listed level: 0 or 10", { ...PROJECT, 级别: "校院级" }, [
  ["decided", {}, "J-13 zero", "0→0 none rejected", "=j-project-level-unlisted"],
  ["decided", {}, "J-13 other-rank", "0→10 professional credited", "=j-project-level-unlisted"],
  ["not concluded: not asked", { 完成日期: null }, "J-13 other-rank", "0→0 none rejected", "!project-not-concluded"],
]);

table("J-15 主编: 60 or 30", { ...BOOK, 角色: "主编" }, [
  ["decided", {}, "J-15 as-first-and-other", "60→60 professional credited", "=j-editor-role"],
  ["decided", {}, "J-15 all-other", "60→30 professional credited", "=j-editor-role"],
  ["not published: not asked", { 完成日期: null }, "", "0→0 none rejected", "!book-not-published"],
]);

table(
  "J-16, J-17, J-18 tiers, J-19 authors",
  PAPER,
  // A case a line
  // prettier-ignore
  [
  ["国际顶级", { 收录类别: "国际顶级" }, "J-16 accept", "60→60 professional credited", "=j-intl-top-journal"],
  ["国际顶级", { 收录类别: "国际顶级" }, "J-16 as-domestic-public", "60→10 professional credited", "=j-intl-top-journal"],
  ["国际顶级, second author: 5 either way", { 收录类别: "国际顶级", 排名: 2 }, "J-16 as-domestic-public", "5→5 professional credited", ""],
  ["其他中文核心", { 收录类别: "其他中文核心" }, "J-17 accept", "30→30 professional credited", "=j-other-core-journal"],
  ["其他中文核心", { 收录类别: "其他中文核心" }, "J-17 as-domestic-public", "30→10 professional credited", "=j-other-core-journal"],
  ["国外未收录", { 收录类别: "国外未收录" }, "J-18 zero", "0→0 none rejected", "=j-paper-foreign-unlisted"],
  ["国外未收录", { 收录类别: "国外未收录" }, "J-18 as-domestic-public", "0→10 professional credited", "=j-paper-foreign-unlisted"],
  ["国外未收录, second author", { 收录类别: "国外未收录", 排名: 2 }, "J-18 as-domestic-public", "0→5 professional credited", "=j-paper-foreign-unlisted"],
  ["国外未收录 beside 国内公开: no option changes it", { 收录类别: "国外未收录、国内公开" }, "", "10→10 professional credited", ""],
  ["通讯作者", { 角色: "通讯作者", 排名: 2 }, "J-19 printed-rank", "5→5 professional credited", "=j-corresponding-author"],
  ["通讯作者", { 角色: "通讯作者", 排名: 2 }, "J-19 as-first", "5→30 professional credited", "=j-corresponding-author"],
  ["共同第一作者", { 角色: "共同第一作者", 排名: 2 }, "J-19 as-first", "5→30 professional credited", "=j-co-first-author"],
  ["共同第一作者 of an ineligible journal", { 角色: "共同第一作者", 排名: 2, 收录类别: "内部准印" }, "", "0→0 none rejected", "!paper-journal-not-eligible"],
  ["J-16 with J-19, both open: highest 60", { 收录类别: "国际顶级", 角色: "通讯作者", 排名: 2 }, "J-19 as-first", "5→60 (10..60) professional pending", "?j-intl-top-journal =j-corresponding-author"],
  ["J-16 with J-19", { 收录类别: "国际顶级", 角色: "通讯作者", 排名: 2 }, "J-16 as-domestic-public, J-19 as-first", "5→10 professional credited", "=j-intl-top-journal =j-corresponding-author"],
  ["J-17 beside J-16: the best of them", { 收录类别: "国际顶级、其他中文核心" }, "J-16 as-domestic-public, J-17 accept", "60→30 professional credited", "=j-intl-top-journal =j-other-core-journal"],
],
);

table(
  "J-21 rank 4 and below, J-22 the employer's patent",
  PATENT,
  // A case a line
  // prettier-ignore
  [
  ["fourth", { 排名: 4 }, "J-21 zero", "0→0 none rejected", "=j-patent-rank-unspecified"],
  ["fourth", { 排名: 4 }, "J-21 other-rank", "0→10 professional credited", "=j-patent-rank-unspecified"],
  ["the employer's", { 权利人: "单位" }, "J-22 inventor-rank", "60→60 professional credited", "=j-patent-patentee-inventor"],
  ["the employer's", { 权利人: "单位" }, "J-22 zero", "60→0 professional rejected", "=j-patent-patentee-inventor"],
  ["the employer's design", { 权利人: "单位", 成果类型: "外观设计专利" }, "", "30→30 (0..30) professional pending", "?j-patent-patentee-inventor"],
  ["fourth and the employer's", { 排名: 4, 权利人: "单位" }, "J-21 other-rank, J-22 inventor-rank", "0→10 professional credited", "=j-patent-rank-unspecified =j-patent-patentee-inventor"],
  ["fourth and the employer's: J-22 zeroes it, whatever J-21 gives", { 排名: 4, 权利人: "单位" }, "J-21 other-rank, J-22 zero", "0→0 none rejected", "=j-patent-patentee-inventor =j-patent-rank-unspecified"],
  ["fourth and the employer's, J-22 open", { 排名: 4, 权利人: "单位" }, "J-21 other-rank", "0→10 (0..10) professional pending", "=j-patent-rank-unspecified ?j-patent-patentee-inventor"],
  ["fourth and the employer's, J-21 decided zero: J-22 changes nothing", { 排名: 4, 权利人: "单位" }, "J-21 zero", "0→0 (0..0) none rejected", "=j-patent-rank-unspecified"],
  ["not granted: neither is asked", { 排名: 4, 权利人: "单位", 完成日期: null }, "", "0→0 none rejected", "!patent-not-granted"],
],
);

table("J-23 software copyright: 0 or 10", { ...PATENT, 成果类型: "软件著作权" }, [
  ["decided", {}, "J-23 zero", "0→0 none rejected", "=j-achievement-type-unlisted"],
  ["decided", {}, "J-23 other-rank", "0→10 professional credited", "=j-achievement-type-unlisted"],
  [
    "no rank, no office, no date",
    { 排名: null, 批准单位: null, 完成日期: null },
    "J-23 other-rank",
    "0→10 professional credited",
    "=j-achievement-type-unlisted",
  ],
]);

table(
  "J-24 provincial awards of participants, J-25 bureau and municipal ones, J-26 others",
  { ...AWARD, 角色: "参与" },
  // A case a line
  // prettier-ignore
  [
  ["provincial", { 级别: "省级" }, "J-24 count", "60→60 professional credited", "=j-award-provincial-participant"],
  ["provincial", { 级别: "省级" }, "J-24 reject", "60→0 professional rejected", "=j-award-provincial-participant"],
  ["provincial, fifth", { 级别: "省级", 排名: 5 }, "J-24 reject", "10→0 professional rejected", "=j-award-provincial-participant"],
  ["provincial, host", { 级别: "省级", 角色: "主持" }, "J-24 reject", "60→60 professional credited", ""],
  ["bureau", { 级别: "厅局级" }, "J-25 count", "30→30 professional credited", "=j-award-bureau-not-in-annex4"],
  ["bureau", { 级别: "厅局级" }, "J-25 bureau-only", "30→30 professional credited", "=j-award-bureau-not-in-annex4"],
  ["bureau", { 级别: "厅局级" }, "J-25 reject", "30→0 professional rejected", "=j-award-bureau-not-in-annex4"],
  ["bureau, no rank, refused whatever the rank", { 级别: "厅局级", 排名: null }, "J-25 reject", "0→0 none rejected", "=j-award-bureau-not-in-annex4"],
  ["bureau, fourth", { 级别: "厅局级", 排名: 4 }, "J-25 count", "10→10 professional credited", "=j-award-bureau-not-in-annex4"],
  ["municipal", { 级别: "市级" }, "J-25 count", "30→30 professional credited", "=j-award-bureau-not-in-annex4 =j-award-municipal-as-bureau"],
  ["municipal", { 级别: "市级" }, "J-25 bureau-only", "30→0 professional rejected", "=j-award-bureau-not-in-annex4 =j-award-municipal-as-bureau"],
  ["municipal", { 级别: "市级" }, "J-25 reject", "30→0 professional rejected", "=j-award-bureau-not-in-annex4 =j-award-municipal-as-bureau"],
  ["J-24 does not bear on a bureau's", { 级别: "厅局级" }, "J-25 count, J-24 reject", "30→30 professional credited", "=j-award-bureau-not-in-annex4"],
  ["ministerial", { 级别: "部级" }, "J-26 zero", "0→0 none rejected", "=j-award-level-unlisted"],
  ["ministerial", { 级别: "部级" }, "J-26 as-bureau", "0→30 professional credited", "=j-award-level-unlisted"],
  ["county, fourth", { 级别: "县级", 排名: 4 }, "J-26 as-bureau", "0→10 professional credited", "=j-award-level-unlisted"],
  ["J-26 as a bureau's does not wait for J-25", { 级别: "县级" }, "J-26 as-bureau, J-25 reject", "0→30 professional credited", "=j-award-level-unlisted"],
],
);

table(
  "J-28, J-29, J-30 三援",
  AID,
  // A case a line
  // prettier-ignore
  [
  ["nine months", tour("2017-01-01", "2017-09-30", 2017), "J-28 60", "60→60 professional credited", "=j-aid-duration-gap"],
  ["nine months", tour("2017-01-01", "2017-09-30", 2017), "J-28 0", "60→0 professional rejected", "=j-aid-duration-gap"],
  ["six months over New Year, its end", tour("2016-10-01", "2017-03-31", 2017), "J-29 end-year", "60→60 professional credited", "=j-aid-cross-year"],
  ["six months over New Year, its end", tour("2016-10-01", "2017-03-31", 2017), "J-29 start-year", "60→0 professional rejected", "=j-aid-cross-year"],
  ["six months over New Year, its end", tour("2016-10-01", "2017-03-31", 2017), "J-29 both", "60→60 professional credited", "=j-aid-cross-year"],
  ["six months over New Year, its start", tour("2016-10-01", "2017-03-31", 2016), "J-29 end-year", "0→0 none rejected", "=j-aid-cross-year"],
  ["six months over New Year, its start", tour("2016-10-01", "2017-03-31", 2016), "J-29 start-year", "0→60 professional credited", "=j-aid-cross-year"],
  ["six months over New Year, its start", tour("2016-10-01", "2017-03-31", 2016), "J-29 both", "0→60 professional credited", "=j-aid-cross-year"],
  ["nine months over New Year, its start: J-28 matters once J-29 counts it", tour("2016-07-01", "2017-03-31", 2016), "J-29 start-year", "0→60 (0..60) professional pending", "=j-aid-cross-year ?j-aid-duration-gap"],
  ["nine months over New Year, its start", tour("2016-07-01", "2017-03-31", 2016), "J-29 both, J-28 0", "0→0 none rejected", "=j-aid-cross-year =j-aid-duration-gap"],
  ["nine months over New Year, its end, J-28 decided 0: J-29 changes nothing", tour("2016-07-01", "2017-03-31", 2017), "J-28 0", "60→0 (0..0) professional rejected", "=j-aid-duration-gap"],
  ["fourteen months", tour("2016-07-01", "2017-08-31", 2017), "J-30 include-public", "90→90 both credited", "=j-aid-90-public"],
  ["fourteen months: the subject stays that of the converted hours", tour("2016-07-01", "2017-08-31", 2017), "J-30 professional-only", "90→90 both credited", "=j-aid-90-public"],
  ["an error beside it: not asked", { ...tour("2016-07-01", "2017-08-31", 2017), 考核结果: "不合格" }, "", "0→0 none rejected", "!aid-not-assessed"],
],
);

test.each([
  ["", 30, 60, "met"],
  ["J-30 include-public", 30, 60, "met"],
  ["J-30 professional-only", 0, 90, "unmet"],
])("J-30 in the year's sums [%s]", (decided, publicHours, professionalHours, strict) => {
  const found = review({
    records: [{ ...AID, ...tour("2016-07-01", "2017-08-31", 2017) }],
    decisions: decisions(decided === "" ? "J-01 strict" : `${decided}, J-01 strict`),
  });
  const year = found.years.find((each) => each.year === 2017);
  expect(year).toMatchObject({
    publicHours,
    professionalHours,
    totalHours: 90,
    status: decided === "" ? "pending" : strict,
  });
});

table(
  "J-32 doctoral study: scheduled hours, 0 or 60",
  DOCTORAL,
  // A case a line
  // prettier-ignore
  [
  ["a timetable", {}, "J-32 scheduled-hours", "96→96 professional credited", "=j-doctoral-hours-basis"],
  ["a timetable", {}, "J-32 zero", "96→0 professional rejected", "=j-doctoral-hours-basis"],
  ["a timetable", {}, "J-32 60", "96→60 professional credited", "=j-doctoral-hours-basis"],
  ["a diploma alone", { 证书学时: null, 证明材料: "博士毕业证" }, "J-32 scheduled-hours", "0→0 none rejected", "=j-doctoral-hours-unspecified"],
  ["a diploma alone", { 证书学时: null, 证明材料: "博士毕业证" }, "J-32 zero", "0→0 none rejected", "=j-doctoral-hours-unspecified"],
  ["a diploma alone", { 证书学时: null, 证明材料: "博士毕业证" }, "J-32 60", "0→60 professional credited", "=j-doctoral-hours-unspecified"],
],
);

table(
  "J-37 made up for in 2018: hours or 0",
  { ...TRAINING, 开始日期: serial("2018-03-06"), 结束日期: serial("2018-03-10") },
  [
    ["open", {}, "", "16→16 (0..16) professional pending", "?j-makeup-scope"],
    ["decided", {}, "J-37 count", "16→16 professional credited", "=j-makeup-scope"],
    ["decided", {}, "J-37 reject", "16→0 professional rejected", "=j-makeup-scope"],
    [
      "rejected, though the certificate is still open: it can't raise it",
      { 证书学时: 20 },
      "J-37 reject",
      "16→0 (0..0) professional rejected",
      "=j-makeup-scope ?j-stated-hours-differ",
    ],
    ["a row that converts to 0 is not asked", { 半天数: 11 }, "", "0→0 none rejected", "!day-count-impossible"],
  ],
);

table(
  "J-43 an online course without a filing number",
  { ...ONLINE, 备案号: null },
  // A case a line
  // prettier-ignore
  [
  ["open: credited 0, highest its converted hours", {}, "", "30→0 (0..30) professional pending", "?j-online-unfiled"],
  ["decided", {}, "J-43 reject", "30→0 professional rejected", "=j-online-unfiled !training-not-filed"],
  ["decided: as if filed", {}, "J-43 accept", "30→30 professional credited", "=j-online-unfiled"],
  ["public", { 科目: "公需科目" }, "", "30→0 (0..30) public pending", "?j-online-unfiled"],
  ["beside an error of another kind: rejected, the code stands", { 年度: 2018 }, "", "30→0 (0..0) professional rejected", "?j-online-unfiled !year-mismatch"],
  ["beside a decided 0: rejected, the code stands", { 年度: 2016 }, "J-37 reject", "30→0 (0..0) professional rejected", "?j-online-unfiled =j-makeup-scope"],
  ["beside no evidence at all", { 证明材料: null }, "", "30→0 (0..0) professional rejected", "?j-online-unfiled !evidence-incomplete"],
  ["no hours: not asked", { 证书学时: null }, "", "0→0 none pending", "?j-online-hours-unspecified"],
  ["not finished: not asked", { 完成进度: 50 }, "", "0→0 (0..30) none pending", "?j-online-incomplete"],
  ["not finished, and refused: J-12 can't raise it", { 完成进度: 50 }, "J-43 reject", "0→0 (0..0) none rejected", "?j-online-incomplete"],
],
);

const project = (title: string, more: RowCells = {}): RowCells => ({ ...PROJECT, 名称: title, ...more });
const book = (title: string, more: RowCells = {}): RowCells => ({ ...BOOK, 名称: title, ...more });
groups(
  "J-14 several projects, several books: the sum or the highest",
  // A case a line
  // prettier-ignore
  [
  ["two projects", [project("甲"), project("乙", { 级别: "国家级" })], "", [["40→40 (0..40) professional pending", "?j-multiple-projects-same-year"], ["60→60 (60..60) professional pending", "?j-multiple-projects-same-year"]]],
  ["two projects", [project("甲"), project("乙", { 级别: "国家级" })], "J-14 sum", [["40→40 professional credited", "=j-multiple-projects-same-year"], ["60→60 professional credited", "=j-multiple-projects-same-year"]]],
  ["two projects", [project("甲"), project("乙", { 级别: "国家级" })], "J-14 highest", [["40→0 professional rejected", "=j-multiple-projects-same-year"], ["60→60 professional credited", "=j-multiple-projects-same-year"]]],
  ["equals: the first stays", [project("甲"), project("乙")], "J-14 highest", [["40→40 professional credited", "=j-multiple-projects-same-year"], ["40→0 professional rejected", "=j-multiple-projects-same-year"]]],
  ["two books", [book("甲"), book("乙", { 排名: 3 })], "", [["60→60 professional pending", "?j-multiple-books-same-year"], ["30→30 (0..30) professional pending", "?j-multiple-books-same-year"]]],
  ["two books", [book("甲", { 排名: 3 }), book("乙")], "J-14 highest", [["30→0 professional rejected", "=j-multiple-books-same-year"], ["60→60 professional credited", "=j-multiple-books-same-year"]]],
  ["a book and a project are no group", [book("甲"), project("乙")], "", [["60→60 professional credited", ""], ["40→40 professional credited", ""]]],
  ["two years are no group", [project("甲"), project("乙", { 年度: 2016, 完成日期: serial("2016-06-30") })], "", [["40→40 professional credited", ""], ["40→40 professional credited", ""]]],
  ["a row worth 0 is in no group", [project("甲"), project("乙", { 完成日期: null })], "", [["40→40 professional credited", ""], ["0→0 none rejected", "!project-not-concluded"]]],
  ["nor is a row that is not credited", [project("甲"), project("乙", { 证明材料: "立项书" })], "", [["40→40 professional credited", ""], ["40→0 professional rejected", "!evidence-incomplete"]]],
  ["with J-13: once counted it is in the group; lost to the other, it has no subject", [project("甲"), project("乙", { 级别: "县级" })], "J-13 other-rank, J-14 highest", [["40→40 professional credited", "=j-multiple-projects-same-year"], ["0→0 none rejected", "=j-project-level-unlisted =j-multiple-projects-same-year"]]],
  ["with J-13 open: worth 0, so no group yet", [project("甲"), project("乙", { 级别: "县级" })], "J-14 sum", [["40→40 professional credited", ""], ["0→0 (0..10) none pending", "?j-project-level-unlisted"]]],
  ["with J-15 open: 主编 can't get past the first book, so J-14 rejects it", [book("甲"), book("乙", { 角色: "主编" })], "J-14 highest", [["60→60 professional credited", "=j-multiple-books-same-year"], ["60→0 (0..0) professional rejected", "=j-multiple-books-same-year ?j-editor-role"]]],
  ["with J-15 open: 主编 may win or lose", [book("甲", { 排名: 2 }), book("乙", { 角色: "主编" })], "J-14 highest", [["30→0 (0..30) professional rejected", "=j-multiple-books-same-year"], ["60→60 (0..60) professional pending", "=j-multiple-books-same-year ?j-editor-role"]]],
],
);

const award = (title: string, more: RowCells = {}): RowCells => ({ ...AWARD, 级别: "省级", 名称: title, ...more });
groups(
  "J-27 one achievement concluded and awarded: both or the higher",
  // A case a line
  // prettier-ignore
  [
  ["open", [project("甲"), award("甲")], "", [["40→40 (0..40) professional pending", "?j-same-achievement-double-credit"], ["60→60 (60..60) professional pending", "?j-same-achievement-double-credit"]]],
  ["decided", [project("甲"), award("甲")], "J-27 both", [["40→40 professional credited", "=j-same-achievement-double-credit"], ["60→60 professional credited", "=j-same-achievement-double-credit"]]],
  ["decided", [project("甲"), award("甲")], "J-27 highest", [["40→0 professional rejected", "=j-same-achievement-double-credit"], ["60→60 professional credited", "=j-same-achievement-double-credit"]]],
  ["equals: the first stays", [project("甲", { 级别: "省级" }), award("甲")], "J-27 highest", [["60→60 professional credited", "=j-same-achievement-double-credit"], ["60→0 professional rejected", "=j-same-achievement-double-credit"]]],
  ["spaces and punctuation make no other title", [project("BIM 应用（一期）"), award("bim应用(一期)")], "J-27 both", [["40→40 professional credited", "=j-same-achievement-double-credit"], ["60→60 professional credited", "=j-same-achievement-double-credit"]]],
  ["another title", [project("甲"), award("乙")], "", [["40→40 professional credited", ""], ["60→60 professional credited", ""]]],
  ["an award that counts for nothing makes no group", [project("甲"), award("甲", { 证明材料: null })], "", [["40→40 professional credited", ""], ["60→0 professional rejected", "!evidence-incomplete"]]],
  ["with J-25 open: the award can't get past the project", [project("甲"), award("甲", { 级别: "厅局级" })], "J-27 highest", [["40→40 professional credited", "=j-same-achievement-double-credit"], ["30→0 (0..0) professional rejected", "=j-same-achievement-double-credit ?j-award-bureau-not-in-annex4"]]],
  ["with J-24 open: the project's highest is its own, though nothing of its own is open", [project("甲"), award("甲", { 角色: "参与" })], "J-27 highest", [["40→0 (0..40) professional rejected", "=j-same-achievement-double-credit"], ["60→60 (0..60) professional pending", "=j-same-achievement-double-credit ?j-award-provincial-participant"]]],
  ["with J-14: two projects, one of them awarded", [project("甲"), award("甲"), project("乙", { 级别: "国家级" })], "J-14 highest, J-27 highest", [["40→0 professional rejected", "=j-multiple-projects-same-year"], ["60→60 professional credited", ""], ["60→60 professional credited", "=j-multiple-projects-same-year"]]],
],
);

const paper = (title: string, more: RowCells = {}): RowCells => ({ ...PAPER, 名称: title, ...more });
groups(
  "the paper cap (附件5第4条(2)): the paper with the highest credited hours",
  // A case a line
  // prettier-ignore
  [
  ["5 and 30", [paper("甲", { 收录类别: "SCI", 排名: 2 }), paper("乙")], "", [["5→0 professional rejected", "!paper-annual-limit"], ["30→30 professional credited", ""]]],
  ["equals: the first", [paper("甲"), paper("乙"), paper("丙")], "", [["30→30 professional credited", ""], ["30→0 professional rejected", "!paper-annual-limit"], ["30→0 professional rejected", "!paper-annual-limit"]]],
  ["a paper without evidence caps nothing", [paper("甲", { 收录类别: "SCI", 证明材料: null }), paper("乙")], "", [["60→0 professional rejected", "!evidence-incomplete"], ["30→30 professional credited", ""]]],
  ["nor does one of an ineligible journal", [paper("甲", { 收录类别: "内部准印" }), paper("乙", { 排名: 2 })], "", [["0→0 none rejected", "!paper-journal-not-eligible"], ["5→5 professional credited", ""]]],
  ["two years", [paper("甲"), paper("乙", { 年度: 2016, 完成日期: serial("2016-05-01") })], "", [["30→30 professional credited", ""], ["30→30 professional credited", ""]]],
  ["an open tier beside a CSSCI paper: 60 while it is open", [paper("甲", { 收录类别: "国际顶级" }), paper("乙")], "", [["60→60 (0..60) professional pending", "?j-intl-top-journal"], ["30→0 (0..30) professional rejected", "!paper-annual-limit"]]],
  ["the same, decided down", [paper("甲", { 收录类别: "国际顶级" }), paper("乙")], "J-16 as-domestic-public", [["60→0 professional rejected", "=j-intl-top-journal !paper-annual-limit"], ["30→30 professional credited", ""]]],
  ["open evidence credits 0: no cap yet", [paper("甲", { 证明材料: "刊物封面、其他辅助材料" }), paper("乙", { 排名: 2 })], "", [["30→0 (0..30) professional pending", "?evidence-incomplete ?j-evidence-auxiliary"], ["5→5 (0..5) professional credited", ""]]],
  ["a foreign paper that is counted enters the cap; losing, it has no subject", [paper("甲", { 收录类别: "国外未收录" }), paper("乙")], "J-18 as-domestic-public", [["0→0 none rejected", "=j-paper-foreign-unlisted !paper-annual-limit"], ["30→30 professional credited", ""]]],
],
);

describe("how grave a code is", () => {
  test.each([
    ["J-01 open", "", "?public-shortfall", "pending"],
    ["J-01 strict", "J-01 strict", "!public-shortfall", "unmet"],
    ["J-01 lenient", "J-01 lenient", "=public-shortfall", "met"],
  ])("a public shortfall, %s", (_what, decided, code, status) => {
    const year = review({
      records: [hours("公需科目", 20), hours("专业科目", 70)],
      decisions: decisions(decided),
    }).years.find((each) => each.year === 2017);
    const mark = { error: "!", judgement: "?", warning: "~", info: "=" } as const;
    expect([year?.findings.map((finding) => mark[finding.severity] + finding.code), year?.status]).toEqual([
      [code],
      status,
    ]);
  });

  test.each([
    ["J-01 open", "", ["!annual-total-shortfall", "?professional-shortfall"]],
    ["J-01 strict", "J-01 strict", ["!annual-total-shortfall", "!professional-shortfall"]],
    ["J-01 lenient", "J-01 lenient", ["!annual-total-shortfall", "=professional-shortfall"]],
  ])("below 90 as well, %s: unmet in any case", (_what, decided, codes) => {
    const year = review({
      records: [hours("公需科目", 30), hours("专业科目", 50)],
      decisions: decisions(decided),
    }).years.find((each) => each.year === 2017);
    const mark = { error: "!", judgement: "?", warning: "~", info: "=" } as const;
    expect([year?.findings.map((finding) => mark[finding.severity] + finding.code), year?.status]).toEqual([
      codes,
      "unmet",
    ]);
  });
});

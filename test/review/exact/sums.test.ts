/** A year: its sums, between what values open questions can move it, and the status that follows (R-01 to R-03, J-01). */
import {
  AID,
  BOOK,
  DOCTORAL,
  MEETING,
  ONLINE,
  PAPER,
  PROJECT,
  TRAINING,
  codesOf,
  decisions,
  hours,
  review,
  serial,
  sorted,
  type RowCells,
} from "./support";

const pub = (amount: number): RowCells => hours("公需科目", amount);
const pro = (amount: number): RowCells => hours("专业科目", amount);
const unfiled = (subject: "公需科目" | "专业科目", amount: number, title = "外部平台"): RowCells => ({
  ...hours(subject, amount, title),
  备案号: null,
});
const paper = (title: string, more: RowCells = {}): RowCells => ({ ...PAPER, 名称: title, ...more });

type YearCase = readonly [what: string, records: readonly RowCells[], decided: string, figures: string, codes: string];
function years(name: string, cases: readonly YearCase[], person: RowCells = {}): void {
  describe(name, () => {
    test.each(
      cases.map(([what, records, decided, figures, codes]) => ({
        records,
        decided,
        figures,
        codes,
        title: decided === "" ? what : `${what} [${decided}]`,
      })),
    )("$title", ({ records, decided, figures, codes }) => {
      const year = review({ people: [person], records, decisions: decisions(decided) }).years.find(
        (each) => each.year === 2017,
      );
      expect([
        `${year?.publicHours}+${year?.professionalHours}=${year?.totalHours} ${year?.status}`,
        codesOf(year?.findings ?? []),
      ]).toEqual([figures, sorted(codes)]);
    });
  });
}

years(
  "closed records (R-01 to R-03)",
  // A case a line
  // prettier-ignore
  [
  ["exactly", [pub(30), pro(60)], "", "30+60=90 met", ""],
  ["no compensation: enough in all, public short", [pub(29), pro(100)], "", "29+100=129 pending", "?public-shortfall"],
  ["professional short", [pub(60), pro(59)], "", "60+59=119 pending", "?professional-shortfall"],
  ["both enough to 90, J-01 strict", [pub(29), pro(100)], "J-01 strict", "29+100=129 unmet", "!public-shortfall"],
  ["J-01 lenient: met with a note", [pub(0.5), pro(89.5)], "J-01 lenient", "0.5+89.5=90 met", "=public-shortfall"],
  ["J-01 lenient does not help below 90", [pub(20), pro(60)], "J-01 lenient", "20+60=80 unmet", "!annual-total-shortfall =public-shortfall"],
  ["a tenth of an hour short", [pub(30), pro(59.9)], "", "30+59.9=89.9 unmet", "!annual-total-shortfall ?professional-shortfall"],
  ["nothing", [], "", "0+0=0 unmet", "!annual-total-shortfall ?professional-shortfall ?public-shortfall"],
  ["decimals add up: three times 0.1 and the rest", [pub(30), pro(59.7), hours("专业科目", 0.1, "甲"), hours("专业科目", 0.1, "乙"), hours("专业科目", 0.1, "丙")], "", "30+60=90 met", ""],
  ["the surplus of another year is not carried over", [hours("公需科目", 90, "公需", 2016), hours("专业科目", 200, "专业", 2016), pub(30), pro(20)], "", "30+20=50 unmet", "!annual-total-shortfall ?professional-shortfall"],
],
);

years(
  "open questions: met by the lowest, unmet by the highest",
  // A case a line
  // prettier-ignore
  [
  ["an unfiled course beyond what is needed", [pub(30), pro(60), unfiled("专业科目", 40)], "", "30+60=90 met", ""],
  ["an unfiled course that is needed", [pub(30), pro(50), unfiled("专业科目", 10)], "", "30+50=80 pending", "!annual-total-shortfall ?professional-shortfall"],
  ["one hour too few in any case", [pub(30), pro(50), unfiled("专业科目", 9)], "", "30+50=80 unmet", "!annual-total-shortfall ?professional-shortfall"],
  ["of the wrong subject, J-01 open: it could pass leniently", [pub(30), pro(50), unfiled("公需科目", 10)], "", "30+50=80 pending", "!annual-total-shortfall ?professional-shortfall"],
  ["of the wrong subject, J-01 strict: it can't", [pub(30), pro(50), unfiled("公需科目", 10)], "J-01 strict", "30+50=80 unmet", "!annual-total-shortfall !professional-shortfall"],
  ["counted while open, but could be taken away", [pub(30), { ...PROJECT, 级别: "省级", 证明材料: "结题证明" }, { ...BOOK, 角色: "主编", 排名: 2, 名称: "甲" }], "J-14 sum", "30+120=150 met", ""],
  ["a doctor's year that could be nothing", [pub(30), DOCTORAL], "", "30+96=126 pending", ""],
  ["a doctor's year of 40 hours that could be 60", [pub(30), { ...DOCTORAL, 证书学时: 40 }], "", "30+40=70 pending", "!annual-total-shortfall ?professional-shortfall"],
  ["decided 60: met", [pub(30), { ...DOCTORAL, 证书学时: 40 }], "J-32 60", "30+60=90 met", ""],
  ["two questions, each alone not enough, both are", [pub(30), pro(40), unfiled("专业科目", 10), { ...PROJECT, 级别: "县级" }], "", "30+40=70 pending", "!annual-total-shortfall ?professional-shortfall"],
  ["two questions, both are not enough", [pub(30), pro(39), unfiled("专业科目", 10), { ...PROJECT, 级别: "县级" }], "", "30+39=69 unmet", "!annual-total-shortfall ?professional-shortfall"],
  ["certificates of one question move together: one up, one down", [pub(30), { ...TRAINING, 名称: "甲", 半天数: 10, 证书学时: 20 }, { ...TRAINING, 名称: "乙", 半天数: 5, 证书学时: 40 }], "", "30+60=90 pending", ""],
  ["of them stated and by days are both 60, lower is 40: J-05 by-days", [pub(30), { ...TRAINING, 名称: "甲", 半天数: 10, 证书学时: 20 }, { ...TRAINING, 名称: "乙", 半天数: 5, 证书学时: 40, 开始日期: null, 结束日期: null }], "J-05 by-days", "30+60=90 met", ""],
  ["and lower", [pub(30), { ...TRAINING, 名称: "甲", 半天数: 10, 证书学时: 20 }, { ...TRAINING, 名称: "乙", 半天数: 5, 证书学时: 40, 开始日期: null, 结束日期: null }], "J-05 lower", "30+40=70 unmet", "!annual-total-shortfall ?professional-shortfall"],
],
);

years(
  "caps and groups while a tier is open",
  // A case a line
  // prettier-ignore
  [
  ["an open tier beside a CSSCI paper: at least 30", [pub(30), pro(30), paper("甲", { 收录类别: "国际顶级" }), paper("乙")], "", "30+90=120 met", ""],
  ["an open tier alone: 10 or 60", [pub(30), pro(30), paper("甲", { 收录类别: "国际顶级" })], "", "30+90=120 pending", ""],
  ["two open tiers of one question move together", [pub(30), pro(30), paper("甲", { 收录类别: "国际顶级" }), paper("乙", { 收录类别: "国际顶级" })], "", "30+90=120 pending", ""],
  ["open evidence beside a paper of 5: 5 to 30", [pub(30), pro(30), paper("甲", { 证明材料: "邮件回执" }), paper("乙", { 排名: 2 })], "", "30+35=65 pending", "!annual-total-shortfall ?professional-shortfall"],
  ["two projects, the better one is enough", [pub(30), { ...PROJECT, 名称: "甲" }, { ...PROJECT, 名称: "乙", 级别: "国家级" }], "", "30+100=130 met", ""],
  ["two projects, both are needed", [pub(30), pro(10), { ...PROJECT, 名称: "甲" }, { ...PROJECT, 名称: "乙", 排名: 4 }], "", "30+60=90 pending", ""],
  ["two projects, J-14 highest", [pub(30), pro(10), { ...PROJECT, 名称: "甲" }, { ...PROJECT, 名称: "乙", 排名: 4 }], "J-14 highest", "30+50=80 unmet", "!annual-total-shortfall ?professional-shortfall"],
],
);

years(
  "三援 of more than a year (附件5第8条, J-30)",
  // A case a line
  // prettier-ignore
  [
  ["30 and 60 for each year: met but for J-30 and J-01", [{ ...AID, 开始日期: serial("2016-06-01"), 结束日期: serial("2017-06-01") }], "", "30+60=90 pending", ""],
  ["decided", [{ ...AID, 开始日期: serial("2016-06-01"), 结束日期: serial("2017-06-01") }], "J-30 include-public", "30+60=90 met", ""],
  ["professional only, J-01 open", [{ ...AID, 开始日期: serial("2016-06-01"), 结束日期: serial("2017-06-01") }], "J-30 professional-only", "0+90=90 pending", "?public-shortfall"],
  ["professional only, J-01 lenient", [{ ...AID, 开始日期: serial("2016-06-01"), 结束日期: serial("2017-06-01") }], "J-30 professional-only, J-01 lenient", "0+90=90 met", "=public-shortfall"],
  ["J-30 open, J-01 lenient: 90 either way", [{ ...AID, 开始日期: serial("2016-06-01"), 结束日期: serial("2017-06-01") }], "J-01 lenient", "30+60=90 met", ""],
],
);

years(
  "a year in 已验印年度: met, hours as credited, no shortfall code",
  [
    ["no records", [], "J-01 strict", "0+0=0 met", ""],
    ["some", [{ ...MEETING, 证明材料: null }], "J-01 strict", "0+24=24 met", ""],
    ["a rejected one", [{ ...ONLINE, 备案号: "没有的" }], "J-01 strict", "0+0=0 met", ""],
  ],
  { 已验印年度: "2017" },
);

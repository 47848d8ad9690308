/**
 * "Every rejected row names what rejects it, every unqualified person what fails them" (workbook contract, Which questions
 * stand on a row), and hours are never negative, over random submissions and decisions.
 */
import fc from "fast-check";
import { policyOf } from "../../src/policy";
import type { PersonReview, RecordReview, Review } from "../../src/review/types";
import { serial, type RowCells } from "../support/submission";
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
  review,
} from "../review/exact/support";

const policy = policyOf("");
if (!policy) throw new Error("no policy");

/** What may stand in the cells of a record, whatever its form: a value, a blank, something unreadable or impossible. */
const CELLS: Readonly<Record<string, readonly (string | number | null)[]>> = {
  年度: [2016, 2017, 2018, 2019, null, "去年"],
  名称: ["甲", "乙", null, "#N/A"],
  科目: ["公需科目", "专业科目", null, "选修"],
  开始日期: [serial("2016-12-29"), serial("2017-03-06"), serial("2018-03-06"), null, "2017年3月", "待定"],
  结束日期: [serial("2017-01-04"), serial("2017-09-10"), serial("2019-01-02"), null, "2017年9月"],
  半天数: [0, 1, 4, 14, null, "6个", "3天", -1, 1.5, 1e9],
  晚上数: [0, 1, null, "2晚", "几晚"],
  会议天数: [1, 3, 5, null, "五天", 400],
  不计天数: [0, 1, 2, 6, null, "数天"],
  证书学时: [0, 8, 24, 90, null, "24小时", -5, 1e308],
  完成进度: [1, 60, 100, null, "六成"],
  备案号: ["BA-F", "BA-N", "没有的", "/", null, "#REF!"],
  级别: ["国家级", "省级", "部级", "市级", "厅局级", "县级", "社会力量", null, "省极"],
  排名: [1, 2, 4, 6, 0, null, "第二", "2/5", "前三", 5000],
  角色: ["主持", "参与", "主编", "参编", "通讯作者", "共同第一作者", null, "一作"],
  收录类别: ["SCI", "CSSCI、国际顶级", "其他中文核心", "国内公开", "国外未收录", "内部准印", null, "ESI"],
  成果类型: ["发明专利", "实用新型专利", "软件著作权", "著作", "援藏", "扶贫", null, "发明"],
  权利人: ["本人", "单位", null],
  完成日期: [serial("2016-06-30"), serial("2017-06-30"), null, "2017年", "待刊"],
  合格模块数: [0, 1, 3, null, "3个", 99],
  批准单位: ["省委组织部", "市级", "人社部门", "国家专利局", "国外", null, "省委"],
  考核结果: ["合格", "优秀", "基本合格", "不称职", null, "待定"],
  初审盖章: ["是", "否", null, "√"],
  已验印: ["是", "否", null],
  申报学时: [16, 60, null, "若干"],
  证明材料: [
    "培训通知、结业证书",
    "结业证书",
    "培训通知、其他签到形式",
    "会议邀请函、相关证明材料",
    "会议邀请函、回执（盖章）",
    "课程内容、课程完成进度",
    "会议通讯录",
    null,
    "#N/A",
  ],
};
const BASES = [
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
  { ...TRAINING, 学习形式: "面受培训" },
];

const person = fc.constantFrom("YY000001", "YY000001", "YY000002", "YY000009");
/** A row in order in which some cells are others. */
const record = fc
  .tuple(
    fc.constantFrom(...BASES),
    person,
    fc
      .uniqueArray(fc.constantFrom(...Object.keys(CELLS)), { maxLength: 4 })
      .chain((columns) =>
        fc.record(Object.fromEntries(columns.map((column) => [column, fc.constantFrom(...(CELLS[column] ?? [null]))]))),
      ),
  )
  .map(([base, registrationNo, cells]): RowCells => ({ ...base, 登记证书编号: registrationNo, ...cells }));
const decision = fc.constantFrom(...policy.questions).chain(({ id, options }) =>
  fc.constantFrom(...options).map((option): RowCells => ({
    编号: id,
    采用口径: option,
    决定人: "钱经办",
    决定日期: "2018-07-02",
  })),
);
const decisions = fc.uniqueArray(decision, { selector: (row) => row["编号"], maxLength: 12 });
const people = fc.tuple(
  fc.record({
    申报级别: fc.constantFrom("副高级", "正高级", "中级", "初级", "高工"),
    验证方式: fc.constantFrom("合格证明", "登记证书原件"),
    学历: fc.constantFrom("大学本科", "博士研究生"),
    人事档案所在地: fc.constantFrom("市本级", "赫山区", null, "#N/A"),
    起始年度: fc.constantFrom(2013, 2016, 2017, 1980, null, "去年"),
    截止年度: fc.constantFrom(2017, 2018, 2016, 2030, null),
    已验印年度: fc.constantFrom(null, "2013-2016", "2013-2018", "2016", "去年"),
  }),
);
const unit = fc.record({
  单位性质: fc.constantFrom("市直单位", "中央在益单位", "县（市）区单位", "非公企业"),
  提交方式: fc.constantFrom("单位", "主管部门", "个人", null),
});

/** An error; a decided question; or another record that keeps the hours. */
const namesItsCause = ({ findings }: RecordReview): boolean =>
  findings.some(({ code, severity }) => severity === "error" || (severity === "info" && code.startsWith("j-")));

/** An error on the person, or (where the windows that may be asked for fail for different years) on those years. */
function namesWhatFails({ registrationNo, findings, windows }: PersonReview, { years }: Review): boolean {
  if (findings.some(({ severity }) => severity === "error")) return true;
  return (
    windows.length > 1 &&
    windows.every(({ from, to }) =>
      years.some(
        (year) =>
          year.registrationNo === registrationNo &&
          year.year >= from &&
          year.year <= to &&
          year.findings.some(({ severity }) => severity === "error"),
      ),
    )
  );
}

test("a rejected record and an unqualified person never stand without what names the cause", () => {
  fc.assert(
    fc.property(fc.array(record, { maxLength: 6 }), decisions, people, unit, (records, decided, given, from) => {
      const found = review({
        unit: from,
        people: [
          ...given,
          { 登记证书编号: "YY000002", 申报级别: "中级", 验证方式: "登记证书原件", 人事档案所在地: "市本级" },
        ],
        records,
        decisions: decided,
      });
      for (const each of found.records) {
        if (each.verdict === "rejected") expect([each.findings, namesItsCause(each)]).toEqual([each.findings, true]);
        expect(each.convertedHours).toBeGreaterThanOrEqual(0);
        expect(Number.isFinite(each.convertedHours)).toBe(true);
        expect(each.creditedHours).toBeGreaterThanOrEqual(0);
      }
      for (const each of found.people)
        if (each.verdict === "unqualified") expect([each, namesWhatFails(each, found)]).toEqual([each, true]);
    }),
    { numRuns: 400 },
  );
});

test("one finding a cell and code, however much the cell holds", () => {
  const [found] = review({
    records: [
      {
        ...PROJECT,
        证明材料: Array.from({ length: 8_000 }, (_, at) => `材料${at}`).join("、"),
        级别: "级".repeat(32_767),
      },
    ],
  }).records;
  expect(found?.findings.map(({ code }) => code).sort()).toEqual([
    "evidence-incomplete",
    "value-unknown",
    "value-unknown",
  ]);
  for (const { details } of found?.findings ?? []) expect(String(details?.value ?? "").length).toBeLessThan(200);
});

/** What must hold for every submission, whatever its figures (fast-check): all forms, all questions. */
import fc from "fast-check";
import { hours as hoursFunction, subject as subjectFunction } from "../../src/functions/functions";
import { catalogueOf } from "../../src/messages";
import { DEFAULT_POLICY_ID, policyOf } from "../../src/policy";
import { reviewRow, reviewSubmission, type Review } from "../../src/review";
import { readSubmission, type Submission } from "../../src/submission";
import { normalisedTitle } from "../../src/submission/text";
import { RECORD_COLUMNS, serial, submissionGrids, type RowCells, type SubmissionTables } from "../support/submission";

const oneOf = <T>(...values: readonly T[]): fc.Arbitrary<T> => fc.constantFrom(...values);
/** Mostly given, sometimes blank. */
const maybe = (...values: readonly (string | number)[]): fc.Arbitrary<string | number | null> =>
  fc.option(oneOf(...values), { nil: null, freq: 5 });
const dates = (...isoDates: readonly string[]): fc.Arbitrary<string | number | null> => maybe(...isoDates.map(serial));

const common = {
  登记证书编号: oneOf("YY000001", "YY000001", "YY000001", "YY000002", "YY000009"),
  年度: maybe(2016, 2017, 2017, 2018),
  名称: oneOf("甲", "乙", "丙", "丁 ", "甲·乙"),
  科目: maybe("公需科目", "专业科目", "专业科目", "选修"),
  初审盖章: maybe("是", "否"),
  已验印: maybe("否", "否", "是"),
  证书学时: maybe(0, 8, 16, 30, 60, "若干"),
  申报学时: maybe(16, 40),
};
const period = {
  开始日期: dates("2016-12-30", "2017-03-01", "2018-03-01"),
  结束日期: dates("2017-03-02", "2017-03-10", "2018-03-20", "2019-01-05"),
};
const completed = {
  完成日期: dates("2016-06-01", "2017-06-01", "2017-07-01", "2018-06-01"),
  排名: maybe(0, 1, 1, 2, 3, 4, 6, "第一"),
};
const byDays = { 半天数: maybe(-1, 0, 1, 4, 8, 20, 1.5, "两天"), 晚上数: maybe(0, 1, 2, 9) };
const filed = { 备案号: maybe("BA-F", "BA-N", "BA-X", "没有", "无") };
const papers = (...labels: readonly string[]) => ({ 证明材料: maybe(...labels, "邮件回执", "没有的材料") });

const FORMS: Readonly<Record<string, fc.Arbitrary<RowCells>>> = {
  面授培训: fc.record({
    ...common,
    ...period,
    ...byDays,
    ...filed,
    ...papers("培训通知、结业证书", "结业证书", "培训通知、财务报账单", "其他签到形式、结业证书"),
  }),
  实践活动: fc.record({ ...common, ...period, ...byDays, ...papers("实践活动通知、实践活动日志", "实践活动通知") }),
  网络培训: fc.record({
    ...common,
    ...period,
    ...filed,
    完成进度: maybe(0, 60, 100, "已完成"),
    ...papers("课程内容、结业证书", "课程内容安排、课程完成进度", "结业证书"),
  }),
  学术会议: fc.record({
    ...common,
    ...period,
    ...byDays,
    会议天数: maybe(0, 1, 1, 3, 5, 2.5),
    不计天数: maybe(0, 1, 2, 6),
    ...papers("会议邀请函、学习笔记", "会议邀请函、回执（盖章）", "会议邀请函、回执（盖章）、邮件回执"),
  }),
  学术讲座: fc.record({ ...common, ...period, ...byDays, ...papers("讲座通知、学习笔记", "讲座通知、回执（盖章）") }),
  学术访问: fc.record({ ...common, ...period, ...byDays, ...papers("访问邀请函、学习笔记") }),
  课题项目: fc.record({
    ...common,
    ...completed,
    级别: maybe("国家级", "省级", "部级", "市级", "厅局级", "县级", "横向", "省极"),
    ...papers("结题证明", "立项书"),
  }),
  著作: fc.record({
    ...common,
    ...completed,
    成果类型: maybe("著作", "译作"),
    角色: maybe("主编", "参编"),
    ...papers("著作封面、目录复印件"),
  }),
  论文: fc.record({
    ...common,
    ...completed,
    收录类别: maybe(
      "SCI",
      "CSSCI、SCI",
      "国际顶级",
      "国际顶级、CSCD",
      "其他中文核心",
      "国内公开",
      "国外未收录",
      "内部准印",
      "ESI",
    ),
    角色: maybe("通讯作者", "共同第一作者"),
    ...papers("刊物封面、刊号、目录复印件", "录用通知"),
  }),
  专利: fc.record({
    ...common,
    ...completed,
    成果类型: maybe("发明专利", "实用新型专利", "外观设计专利", "软件著作权"),
    权利人: maybe("本人", "单位"),
    批准单位: maybe("国家专利局", "国外"),
    ...papers("专利证书", "受理通知书"),
  }),
  获奖成果: fc.record({
    ...common,
    ...completed,
    级别: maybe("国家级", "省级", "部级", "市级", "厅局级", "社会力量"),
    角色: maybe("主持", "参与"),
    ...papers("获奖证书"),
  }),
  计算机考试: fc.record({
    ...common,
    ...completed,
    合格模块数: maybe(0, 1, 3, -1, "两个"),
    批准单位: maybe("人社部门", "教育部门"),
    ...papers("合格证书", "成绩单"),
  }),
  三援: fc.record({
    ...common,
    开始日期: dates("2016-06-01", "2016-10-01", "2017-01-01"),
    结束日期: dates("2017-03-31", "2017-06-30", "2017-12-31"),
    成果类型: maybe("援藏", "援外", "扶贫"),
    批准单位: maybe("省委组织部", "省直厅局", "市级"),
    考核结果: maybe("合格", "合格", "不合格"),
    ...papers("派遣通知、考核表"),
  }),
  博士学历教育: fc.record({ ...common, ...period, ...papers("博士毕业证", "学期课程及学时安排", "成绩单") }),
  海外研修: fc.record({ ...common, ...period, ...byDays, ...papers("邀请函、学习资料", "邀请函") }),
  学法考试: fc.record({ ...common, ...period }),
  党校学习: fc.record({ ...common, ...period }),
  面受培训: fc.record({ ...common, ...period, ...byDays }),
};
const record = fc.oneof(
  ...Object.entries(FORMS).map(([form, cells]) => cells.map((row): RowCells => ({ ...row, 学习形式: form }))),
);

const policy = policyOf(DEFAULT_POLICY_ID);
if (!policy) throw new Error("no policy");
const decision = fc
  .constantFrom(...policy.questions)
  .chain((question) =>
    fc
      .constantFrom(...question.options)
      .map((option): RowCells => ({ 编号: question.id, 采用口径: option, 决定人: "钱经办", 决定日期: "2018-07-02" })),
  );

const TABLES: SubmissionTables = {
  people: [
    {},
    {
      登记证书编号: "YY000002",
      姓名: "李样例",
      申报级别: "中级",
      验证方式: "登记证书原件",
      人事档案所在地: "市本级",
      起始年度: 2016,
      已验印年度: "2016",
    },
  ],
  filings: [
    { 备案号: "BA-F" },
    { 备案号: "BA-N", 培训方式: "网络", 培训主题: "工匠精神" },
    { 备案号: "BA-X", 教材: null, 备案日期: serial("2018-03-01") },
  ],
};
const read = (records: readonly RowCells[], decisions: readonly RowCells[], tables = TABLES): Submission => {
  const reading = readSubmission(submissionGrids({ ...tables, records, decisions }));
  if (!reading.ok) throw new Error(JSON.stringify(reading.problems));
  return reading.submission;
};
const review = (records: readonly RowCells[], decisions: readonly RowCells[] = [], tables = TABLES): Review =>
  reviewSubmission(read(records, decisions, tables));
const rows = fc.array(record, { maxLength: 10 });
/** Few forms, so that caps and groups bite. */
const crowded = fc
  .constantFrom(
    ["课题项目", "获奖成果"],
    ["论文"],
    ["著作"],
    ["学术会议", "面授培训"],
    ["网络培训", "论文"],
    ["三援", "博士学历教育"],
  )
  .chain((forms) =>
    fc.array(
      fc.oneof(
        ...forms.map((form) => (FORMS[form] ?? fc.constant({})).map((row): RowCells => ({ ...row, 学习形式: form }))),
      ),
      { maxLength: 8 },
    ),
  );
const records = fc.oneof(rows, crowded);
const decisions = fc.uniqueArray(decision, { selector: (row) => row.编号, maxLength: 8 });

/** All that a review says of people and years, findings by code. */
const outcome = ({ years, people }: Review): unknown => ({
  years: years.map(({ registrationNo, year, publicHours, professionalHours, totalHours, status, findings }) => [
    registrationNo,
    year,
    publicHours,
    professionalHours,
    totalHours,
    status,
    findings.map(({ code }) => code),
  ]),
  people: people.map(({ registrationNo, verdict, findings }) => [
    registrationNo,
    verdict,
    findings.map(({ code }) => code).sort(),
  ]),
});

function deepFreeze(value: unknown): void {
  if (value === null || typeof value !== "object" || Object.isFrozen(value)) return;
  Object.freeze(value);
  for (const each of value instanceof Map ? [...value.values()] : Object.values(value)) deepFreeze(each);
}

describe("every review", () => {
  test("lowest ≤ credited ≤ highest for each record, and none below 0", () => {
    fc.assert(
      fc.property(records, decisions, (given, decided) => {
        for (const { lowestHours, creditedHours, highestHours } of review(given, decided).records) {
          expect(lowestHours).toBeGreaterThanOrEqual(0);
          expect(lowestHours).toBeLessThanOrEqual(creditedHours);
          expect(creditedHours).toBeLessThanOrEqual(highestHours);
        }
      }),
    );
  });

  test("verdicts agree with the codes: an error rejects, an open question leaves pending or rejected, and a rejected row counts for nothing", () => {
    fc.assert(
      fc.property(records, decisions, (given, decided) => {
        for (const { verdict, creditedHours, highestHours, findings } of review(given, decided).records) {
          const has = (severity: string): boolean => findings.some((finding) => finding.severity === severity);
          if (has("error")) expect([verdict, creditedHours]).toEqual(["rejected", 0]);
          else if (has("judgement"))
            expect(verdict === "pending" || (verdict === "rejected" && highestHours === 0)).toBe(true);
          else if (creditedHours > 0) expect(verdict).toBe("credited");
          else expect(verdict).not.toBe("pending");
          if (verdict === "rejected") expect(creditedHours).toBe(0);
        }
      }),
    );
  });

  test("a subject is said exactly where there are hours", () => {
    fc.assert(
      fc.property(records, decisions, (given, decided) => {
        for (const { subject, convertedHours, creditedHours } of review(given, decided).records)
          expect(subject === "none").toBe(convertedHours === 0 && creditedHours === 0);
      }),
    );
  });

  test("a year's sums equal its rows", () => {
    fc.assert(
      fc.property(records, decisions, (given, decided) => {
        const found = review(given, decided);
        for (const year of found.years) {
          const own = found.records.filter(
            (each) => each.year === year.year && each.registrationNo === year.registrationNo,
          );
          expect(year.totalHours).toBeCloseTo(
            own.reduce((sum, each) => sum + each.creditedHours, 0),
            6,
          );
          expect(year.totalHours).toBeCloseTo(year.publicHours + year.professionalHours, 6);
        }
      }),
    );
  });

  test("is pure: twice the same, of a submission that nobody could change", () => {
    fc.assert(
      fc.property(records, decisions, (given, decided) => {
        const submission = read(given, decided);
        const before = JSON.stringify(submission, (_, value: unknown) =>
          value instanceof Map || value instanceof Set ? [...value] : value,
        );
        deepFreeze(submission);
        expect(reviewSubmission(submission)).toEqual(reviewSubmission(submission));
        expect(
          JSON.stringify(submission, (_, value: unknown) =>
            value instanceof Map || value instanceof Set ? [...value] : value,
          ),
        ).toBe(before);
      }),
    );
  });

  test("a decision moves only rows that carry a code of its question, or share a cap or group with one", () => {
    fc.assert(
      fc.property(records, decision, (given, decided) => {
        const [open, closed] = [review(given), review(given, [decided])];
        const clauses = new Set(closed.questions.filter((each) => each.id === decided.编号).map((each) => each.clause));
        const carries = (each: Review["records"][number] | undefined): boolean =>
          each?.findings.some((finding) => finding.code.startsWith("j-") && clauses.has(finding.clause)) === true;
        const groups = [["paper"], ["project", "award"], ["book"]];
        open.records.forEach((before, index) => {
          if (before.creditedHours === closed.records[index]?.creditedHours) return;
          const shares = open.records.some(
            (each, other) =>
              (carries(each) || carries(closed.records[other])) &&
              each.year === before.year &&
              each.registrationNo === before.registrationNo &&
              groups.some((forms) => forms.includes(each.form ?? "") && forms.includes(before.form ?? "")),
          );
          expect(carries(before) || shares).toBe(true);
        });
      }),
    );
  });

  test("a decision takes no row out of its bounds, and overturns no year that was met or unmet", () => {
    fc.assert(
      fc.property(records, decisions, decision, (given, decided, one) => {
        const before = decided.filter((each) => each.编号 !== one.编号);
        const [open, closed] = [review(given, before), review(given, [...before, one])];
        open.records.forEach(({ lowestHours, highestHours }, index) => {
          const credited = closed.records[index]?.creditedHours ?? -1;
          expect(credited).toBeGreaterThanOrEqual(lowestHours);
          expect(credited).toBeLessThanOrEqual(highestHours);
        });
        for (const year of open.years) {
          const after = closed.years.find(
            (each) => each.year === year.year && each.registrationNo === year.registrationNo,
          );
          // J-42 decided may leave years of a window unlisted; deciding J-01 settles pending years only
          if (year.status !== "pending" && after) expect(after.status).toBe(year.status);
        }
      }),
    );
  });

  test("converted hours look at nothing but the row: not at decisions, other rows, evidence, filing, the year claimed", () => {
    fc.assert(
      fc.property(records, decisions, (given, decided) => {
        const hours = (all: readonly RowCells[], by: readonly RowCells[], tables = TABLES): number[] =>
          review(all, by, tables).records.map(({ convertedHours }) => convertedHours);
        const expected = hours(given, []);
        expect(hours(given, decided)).toEqual(expected);
        expect(hours(given, [], { ...TABLES, filings: null })).toEqual(expected);
        expect(given.map((row) => hours([row], [])[0])).toEqual(expected);
        // 三援 needs the year claimed, an unfinished 网络培训 its 结业证书
        const bare = given.map((row) => ({
          ...row,
          备案号: null,
          已验印: null,
          初审盖章: null,
          ...(row.学习形式 === "网络培训" ? {} : { 证明材料: null }),
          ...(row.学习形式 === "三援" ? {} : { 年度: 2011 }),
        }));
        expect(hours(bare, [])).toEqual(expected);
      }),
    );
  });

  test("adding a credited record never lowers a year", () => {
    fc.assert(
      fc.property(records, record, decisions, (given, more, decided) => {
        const [before, after] = [review(given, decided), review([...given, more], decided)];
        const added = after.records.at(-1);
        if (added?.verdict !== "credited") return;
        // It may show that an achievement is claimed by two, which is another matter
        if (after.records.some(({ findings }) => findings.some(({ code }) => code === "achievement-claimed-twice")))
          return;
        const total = ({ years }: Review): number =>
          years.find(({ year, registrationNo }) => year === added.year && registrationNo === added.registrationNo)
            ?.totalHours ?? 0;
        expect(total(after)).toBeGreaterThanOrEqual(total(before));
      }),
    );
  });

  test("the order of rows changes no person's result", () => {
    fc.assert(
      fc.property(records, decisions, fc.nat(), (given, decided, turn) => {
        // Of copies and of overlapping courses the later row loses, so every row is made another record on its own days.
        const distinct = given
          .map((row, index): RowCells => ({ ...row, 名称: `${String(row.名称)}${index % 2}`, 主办单位: `第${index}` }))
          .filter((row, index, all) => {
            const key = (each: RowCells): string =>
              JSON.stringify([
                each.登记证书编号,
                each.年度,
                each.学习形式,
                normalisedTitle(String(each.名称)),
                each.开始日期,
                each.完成日期,
              ]);
            return row.学习形式 !== "面授培训" && all.findIndex((each) => key(each) === key(row)) === index;
          });
        const turned = [
          ...distinct.slice(turn % (distinct.length || 1)),
          ...distinct.slice(0, turn % (distinct.length || 1)),
        ].reverse();
        expect(outcome(review(turned, decided))).toEqual(outcome(review(distinct, decided)));
      }),
    );
  });
});

describe("a row by itself (=CE.*) says what the review says", () => {
  const cellsOf = (row: RowCells): (string | number | boolean | null)[] =>
    RECORD_COLUMNS.map((column) => row[column] ?? null);

  test("converted hours and subject, joined text or cells", () => {
    fc.assert(
      fc.property(record, (row) => {
        const [found] = review([row]).records;
        const own = reviewRow(cellsOf({ ...row, 姓名: "张样例" }), RECORD_COLUMNS);
        if ("error" in own) throw new Error(own.error.key);
        expect([own.hours, own.subject]).toEqual([found?.convertedHours, found?.subject]);
      }),
    );
  });

  test.each([[0], [null], [""]])("blanks that arrive as %p", (blank) => {
    fc.assert(
      fc.property(record, (row) => {
        const [found] = review([row]).records;
        const cells = cellsOf(row).map((cell) => cell ?? blank);
        expect(hoursFunction([cells], [[...RECORD_COLUMNS]])).toEqual([[found?.convertedHours]]);
        expect(subjectFunction([cells], [[...RECORD_COLUMNS]])).toEqual([
          [catalogueOf("zh").subjects[found?.subject ?? "none"]],
        ]);
        const joined = cellsOf(row)
          .map((cell) => cell ?? "")
          .join("\u001f");
        expect(hoursFunction([[joined]], [[...RECORD_COLUMNS]])).toEqual([[found?.convertedHours]]);
      }),
    );
  });
});

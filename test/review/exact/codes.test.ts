/** Every code that the contract, the golden rows and the register name: a case that yields it, how grave it is, its clause, its words. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { codeSummary, messageOf } from "../../../src/messages";
import { reviewSubmission, type Finding } from "../../../src/review";
import { readSubmission } from "../../../src/submission";
import type { SheetGrid } from "../../../src/submission/grid";
import { submissionGrids } from "../../support/submission";
import { readGoldenRows } from "../../golden/table";
import {
  AID,
  AWARD,
  BOOK,
  DOCTORAL,
  EXAM,
  EXCLUDED,
  MEETING,
  ONLINE,
  PAPER,
  PATENT,
  PRACTICE,
  PROJECT,
  TRAINING,
  decisions,
  hours,
  review,
  serial,
  type RowCells,
  type SubmissionTables,
} from "./support";

const one = (base: RowCells, cells: RowCells = {}): SubmissionTables => ({ records: [{ ...base, ...cells }] });
const people = (cells: RowCells, unit: RowCells = {}): SubmissionTables => ({ people: [cells], unit });
const junior: RowCells = { 申报级别: "中级", 验证方式: "登记证书原件", 人事档案所在地: "市本级" };
const central: RowCells = { 单位性质: "中央在益单位", 提交日期: serial("2018-09-03") };
const tour = (from: string, to: string): RowCells => ({ 开始日期: serial(from), 结束日期: serial(to) });
const PUBLIC: RowCells = { ...TRAINING, 科目: "公需科目", 备案号: "BA-F" };

/** [code, severity, what yields it]; judgements while they are open. */
const CASES: readonly (readonly [code: string, severity: Finding["severity"], tables: SubmissionTables])[] =
  // A case a line
  // prettier-ignore
  [
  ["aid-approver-not-eligible", "error", one(AID, { 批准单位: "市级" })],
  ["aid-not-assessed", "error", one(AID, { 考核结果: "不合格" })],
  ["aid-too-short", "error", one(AID, tour("2017-01-01", "2017-05-01"))],
  ["aid-type-not-listed", "error", one(AID, { 成果类型: "扶贫" })],
  ["aid-year-outside", "error", one(AID, { 年度: 2016 })],
  ["annual-total-shortfall", "error", { records: [] }],
  ["public-shortfall", "judgement", { records: [] }],
  ["professional-shortfall", "judgement", { records: [] }],
  ["public-shortfall", "error", { records: [hours("专业科目", 90)], decisions: decisions("J-01 strict") }],
  ["public-shortfall", "info", { records: [hours("专业科目", 90)], decisions: decisions("J-01 lenient") }],
  ["book-not-published", "error", one(BOOK, { 完成日期: null })],
  ["channel-individual-discouraged", "warning", people({}, { 提交方式: "个人" })],
  ["channel-individual-not-accepted", "error", people({}, { ...central, 提交方式: "个人" })],
  ["channel-outside-window", "error", people({}, { 提交日期: serial("2018-05-02") })],
  ["channel-wrong-authority", "error", people({ ...junior, 人事档案所在地: "赫山区" })],
  ["channel-wrong-proof", "error", people({ ...junior, 验证方式: "合格证明" })],
  ["computer-exam-wrong-organizer", "error", one(EXAM, { 批准单位: "教育部门" })],
  ["day-count-impossible", "error", one(TRAINING, { 半天数: 99 })],
  ["evidence-incomplete", "error", one(TRAINING, { 证明材料: null })],
  ["evidence-incomplete", "judgement", one(TRAINING, { 证明材料: "邮件回执" })],
  ["evidence-substitute-used", "info", one(TRAINING, { 证明材料: "其他签到形式、结业证书" })],
  ["excluded-activity", "error", one(EXCLUDED, { 学习形式: "学法考试" })],
  ["filing-incomplete", "error", { ...one(PUBLIC), filings: [{ 备案号: "BA-F", 教材: "无" }] }],
  ["hours-claim-mismatch", "warning", one(TRAINING, { 申报学时: 99 })],
  ["invalid-number", "error", one(TRAINING, { 半天数: -1 })],
  ["makeup-not-accepted", "error", one(TRAINING, tour("2019-03-01", "2019-03-05"))],
  ["meeting-no-countable-day", "error", one(MEETING, { 会议天数: 2 })],
  ["no-training-days", "error", one(TRAINING, { 半天数: 0 })],
  ["dates-missing", "warning", one(TRAINING, { 开始日期: null, 结束日期: null })],
  ["channel-via-department", "warning", people({}, { 单位性质: "县（市）区单位", 提交方式: "单位" })],
  ["channel-via-unit", "warning", people({}, { ...central, 提交方式: "主管部门" })],
  ["j-evidence-notes-or-like", "judgement", one(MEETING, { 证明材料: "会议邀请函、相关证明材料" })],
  ["no-modules-passed", "error", one(EXAM, { 合格模块数: 0 })],
  ["paper-annual-limit", "error", { records: [PAPER, { ...PAPER, 名称: "另一篇" }] }],
  ["paper-journal-not-eligible", "error", one(PAPER, { 收录类别: "内部准印" })],
  ["paper-not-published", "error", one(PAPER, { 完成日期: null })],
  ["patent-not-cnipa", "error", one(PATENT, { 批准单位: "国外" })],
  ["patent-not-granted", "error", one(PATENT, { 完成日期: null })],
  ["preliminary-review-missing", "error", people({}, { 初审日期: null })],
  ["project-not-concluded", "error", one(PROJECT, { 完成日期: null })],
  ["rank-invalid", "error", one(PROJECT, { 排名: 0 })],
  ["rank-missing", "error", one(PROJECT, { 排名: null })],
  ["registration-not-stamped", "warning", one(TRAINING, { 初审盖章: "否" })],
  ["subject-missing", "error", one(TRAINING, { 科目: null })],
  ["subject-not-allowed", "warning", one(PROJECT, { 科目: "公需科目" })],
  ["training-not-filed", "error", one(PUBLIC, { 备案号: null })],
  ["window-claim-differs", "warning", { ...people({ 起始年度: 2012 }, central), decisions: decisions("J-41 year-before") }],
  ["window-too-short", "error", { ...people({ 起始年度: 2015 }, central), decisions: decisions("J-41 year-before") }],
  ["window-year-not-passed", "error", { ...people({}, central), decisions: decisions("J-41 year-before") }],
  ["year-mismatch", "error", one(PROJECT, { 年度: 2018 })],
  ["achievement-claimed-twice", "error", { people: [{}, { 登记证书编号: "YY000002" }], records: [PROJECT, { ...PROJECT, 登记证书编号: "YY000002" }] }],
  ["dates-overlap", "error", { records: [{ ...TRAINING, 半天数: 10 }, { ...TRAINING, 半天数: 10, 名称: "另一培训" }] }],
  ["decision-unsigned", "warning", { decisions: [{ 编号: "J-13", 采用口径: "zero" }] }],
  ["field-missing", "error", one(PROJECT, { 级别: null })],
  ["field-missing", "error", people({ 现有职称: null })],
  ["id-checksum", "warning", people({ 身份证号: "110101199003070010" })],
  ["id-precision-lost", "warning", people({ 身份证号: 110101199003070000 })],
  ["person-duplicate", "error", { people: [{}, {}] }],
  ["person-unknown", "error", one(PROJECT, { 登记证书编号: "YY000009" })],
  ["record-duplicate", "error", { records: [ONLINE, ONLINE] }],
  ["value-unknown", "error", one(PROJECT, { 级别: "省极" })],
  ["value-unknown", "warning", one(PROJECT, { 角色: "一作" })],
  ["value-unknown", "error", people({ 学历: "本科生" })],
  ["j-achievement-type-unlisted", "judgement", one(PATENT, { 成果类型: "软件著作权" })],
  ["j-aid-90-public", "judgement", one(AID, tour("2016-06-01", "2017-12-31"))],
  ["j-aid-cross-year", "judgement", one(AID, tour("2016-10-01", "2017-03-31"))],
  ["j-aid-duration-gap", "judgement", one(AID, tour("2017-01-01", "2017-09-30"))],
  ["j-award-bureau-not-in-annex4", "judgement", one(AWARD, { 级别: "厅局级" })],
  ["j-award-municipal-as-bureau", "judgement", one(AWARD, { 级别: "市级" })],
  ["j-award-level-unlisted", "judgement", one(AWARD, { 级别: "部级" })],
  ["j-award-provincial-participant", "judgement", one(AWARD, { 级别: "省级", 角色: "参与" })],
  ["j-co-first-author", "judgement", one(PAPER, { 角色: "共同第一作者", 排名: 2 })],
  ["j-corresponding-author", "judgement", one(PAPER, { 角色: "通讯作者", 排名: 2 })],
  ["j-conversion-by-analogy", "judgement", one(PRACTICE)],
  ["j-days-missing", "judgement", one(TRAINING, { 半天数: null })],
  ["j-doctoral-hours-basis", "judgement", one(DOCTORAL)],
  ["j-doctoral-hours-unspecified", "judgement", one(DOCTORAL, { 证书学时: null })],
  ["j-editor-role", "judgement", one(BOOK, { 角色: "主编" })],
  ["j-evidence-auxiliary", "judgement", one(TRAINING, { 证明材料: "邮件回执" })],
  ["j-evidence-body-vs-annex4", "judgement", one(TRAINING, { 证明材料: "结业证书" })],
  ["j-evidence-supporting-required", "judgement", one(MEETING, { 证明材料: "会议邀请函、回执（盖章）" })],
  ["j-excluded-by-analogy", "judgement", one(EXCLUDED, { 申报学时: 40 })],
  ["j-half-day-meeting", "judgement", one(MEETING, { 半天数: 1 })],
  ["j-intl-top-journal", "judgement", one(PAPER, { 收录类别: "国际顶级" })],
  ["j-makeup-scope", "judgement", one(TRAINING, tour("2018-03-01", "2018-03-05"))],
  ["j-meeting-evening", "judgement", one(MEETING, { 晚上数: 1 })],
  ["j-multiple-books-same-year", "judgement", { records: [BOOK, { ...BOOK, 名称: "另一部" }] }],
  ["j-multiple-projects-same-year", "judgement", { records: [PROJECT, { ...PROJECT, 名称: "另一项" }] }],
  ["j-one-day-meeting", "judgement", one(MEETING, { 会议天数: 1, 不计天数: 0 })],
  ["j-online-hours-unspecified", "judgement", one(ONLINE, { 证书学时: null })],
  ["j-online-incomplete", "judgement", one(ONLINE, { 完成进度: 50 })],
  ["j-online-unfiled", "judgement", one(ONLINE, { 备案号: null })],
  ["j-other-core-journal", "judgement", one(PAPER, { 收录类别: "其他中文核心" })],
  ["j-paper-foreign-unlisted", "judgement", one(PAPER, { 收录类别: "国外未收录" })],
  ["j-patent-patentee-inventor", "judgement", one(PATENT, { 权利人: "单位" })],
  ["j-patent-rank-unspecified", "judgement", one(PATENT, { 排名: 4 })],
  ["j-project-level-unlisted", "judgement", one(PROJECT, { 级别: "县级" })],
  ["j-public-theme-mismatch", "judgement", { ...one(PUBLIC, { 年度: 2018, ...tour("2018-03-06", "2018-03-10") }), filings: [{ 备案号: "BA-F", 培训主题: "工匠精神" }] }],
  ["j-same-achievement-double-credit", "judgement", { records: [PROJECT, { ...AWARD, 名称: "课题" }] }],
  ["j-stated-hours-differ", "judgement", one(TRAINING, { 证书学时: 99 })],
  ["j-window-end", "judgement", people({})],
  ["j-window-not-stated", "judgement", people({})],
];

test.each(CASES.map(([code, severity, tables]) => ({ code, severity, tables })))(
  "$code as $severity",
  ({ code, severity, tables }) => {
    const found = review(tables).findings.find((finding) => finding.code === code && finding.severity === severity);
    expect(found?.clause).toMatch(/^(正文|附件|申报工作簿约定)/);
    if (found === undefined) return;
    for (const language of ["zh", "en"] as const) {
      const { problem, remedy } = messageOf(found, language, undefined);
      expect(problem).not.toMatch(/^发现问题|[{}]|^Something/);
      expect(remedy).not.toMatch(/[{}]/);
    }
  },
);

describe("codes of the sheets themselves", () => {
  const found = (change: (grid: SheetGrid) => SheetGrid, sheet = "学时记录"): readonly Finding[] => {
    const grids = new Map(submissionGrids({ records: [TRAINING] }));
    const grid = grids.get(sheet);
    if (grid) grids.set(sheet, change(grid));
    const reading = readSubmission(grids);
    if (!reading.ok) throw new Error(JSON.stringify(reading.problems));
    return reviewSubmission(reading.submission).findings;
  };
  const of = (findings: readonly Finding[], code: string): string[] =>
    findings.filter((finding) => finding.code === code).map(({ severity }) => severity);
  test("formula-in-input: a warning, the cached value is used", () => {
    const column =
      submissionGrids({ records: [TRAINING] })
        .get("学时记录")
        ?.values[0]?.indexOf("半天数") ?? 0;
    expect(
      of(
        found((grid) => ({ ...grid, formulas: new Map([[`1,${column}`, "=2+2"]]) })),
        "formula-in-input",
      ),
    ).toEqual(["warning"]);
  });
  test("hidden-rows: a note", () => {
    expect(
      of(
        found((grid) => ({ ...grid, hasHiddenRows: true })),
        "hidden-rows",
      ),
    ).toEqual(["info"]);
  });
  test("hidden-sheets: a note on each sheet that is read and nobody sees", () => {
    const hide = (grid: SheetGrid): SheetGrid => ({ ...grid, isHidden: true });
    expect(of(found(hide), "hidden-sheets")).toEqual(["info"]);
    expect(of(found(hide, "人员信息"), "hidden-sheets")).toEqual(["info"]);
    expect(
      of(
        found((grid) => grid),
        "hidden-sheets",
      ),
    ).toEqual([]);
  });
  test("far-cells: something stands there that was not read", () => {
    expect(
      of(
        found((grid) => ({ ...grid, leftOut: [{ row: 899_999, column: 16_380, rows: 1, columns: 1 }] })),
        "far-cells",
      ),
    ).toEqual(["warning"]);
  });
  test("column-ambiguous: not among the warnings, so an error; neither column is read", () => {
    const findings = found((grid) => ({
      ...grid,
      values: grid.values.map((line, index) => [...line, index === 0 ? "排序" : null]),
    }));
    expect(of(findings, "column-ambiguous")).toEqual(["error"]);
  });
});

/** Codes that other suites assert, or that no review of a submission yields. */
const ELSEWHERE: Readonly<Record<string, string>> = {
  "formula-in-input": "above",
  "far-cells": "above",
  "hidden-rows": "above",
  "hidden-sheets": "above",
  "column-ambiguous": "above",
  "certificate-field-missing": "test/certificates/golden.test.ts",
  "certificate-not-eligible": "test/certificates/golden.test.ts",
  "certificate-years-inconsistent": "test/certificates/golden.test.ts",
  "decision-stale": "test/review/record-decisions.test.ts",
};
/** Codes that the workbook contract names beside those of the golden rows and the register. */
const OF_THE_CONTRACT = [
  "achievement-claimed-twice",
  "column-ambiguous",
  "dates-overlap",
  "decision-stale",
  "decision-unsigned",
  "field-missing",
  "formula-in-input",
  "hidden-rows",
  "hidden-sheets",
  "id-checksum",
  "id-precision-lost",
  "person-duplicate",
  "person-unknown",
  "record-duplicate",
  "value-unknown",
  "window-claim-differs",
];

describe("all codes", () => {
  const register = readFileSync(join(__dirname, "../../golden/judgements.csv"), "utf8");
  const named = new Set([
    ...readGoldenRows().flatMap((row) => row.codes),
    ...(register.match(/\bj-[a-z0-9]+(?:-[a-z0-9]+)+/g) ?? []),
    "public-shortfall",
    "professional-shortfall",
    ...OF_THE_CONTRACT,
  ]);
  test("each is yielded by a case, or asserted elsewhere", () => {
    const yielded = new Set(CASES.map(([code]) => code));
    expect([...named].filter((code) => !yielded.has(code) && !(code in ELSEWHERE)).sort()).toEqual([]);
  });
  test.each(["zh", "en"] as const)("%s: each has words", (language) => {
    expect([...named].filter((code) => codeSummary(code, language) === undefined)).toEqual([]);
  });
});

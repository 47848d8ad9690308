/** =CE.* in cells, as the built add-in writes and answers them, against the review: every golden record, every kind of blank. */
import { catalogueOf, explanationOf, messageOf } from "../../src/messages";
import { policyOf } from "../../src/policy";
import { explainRecord } from "../../src/review/explain";
import type { Finding } from "../../src/review/types";
import type { Blank } from "../../src/workbench";
import { columnName } from "../../src/grid/address";
import { GOLDEN_FORMS } from "../golden/rows";
import { readGoldenRows } from "../golden/table";
import type { RowCells } from "../support/submission";
import { annotationOf, closeHarnesses, AddinHarness, RECORDS, sheetOf, shown, workbookOfTables } from "./addin-harness";

afterEach(closeHarnesses);

/** Codes that need other rows, other sheets or decisions; the row's own functions can't know them: a filing only when none is named. */
const BEYOND_THE_ROW: readonly string[] = [
  "person-unknown",
  "record-duplicate",
  "achievement-claimed-twice",
  "dates-overlap",
  "paper-annual-limit",
  "filing-incomplete",
  "j-public-theme-mismatch",
  "j-multiple-projects-same-year",
  "j-multiple-books-same-year",
  "j-same-achievement-double-credit",
];

/** All records of all golden rows in one workbook: a person for each golden row, a title for each record. */
function goldenTables(): { readonly people: readonly RowCells[]; readonly records: readonly RowCells[] } {
  const rows = readGoldenRows();
  const people: RowCells[] = [];
  const records: RowCells[] = [];
  rows.forEach((row, at) => {
    const own = GOLDEN_FORMS[row.form]?.(row.inputs).tables.records ?? [];
    if (own.length === 0) return;
    const identity = { 登记证书编号: `YY${String(at + 1).padStart(6, "0")}`, 姓名: `样例${at + 1}` };
    people.push(identity);
    own.forEach((record, index) =>
      records.push({ ...record, ...identity, 名称: `${String(record["名称"])}甲${at}乙${index}` }),
    );
  });
  return { people, records };
}

/** What 行内问题 lists of a review's findings. */
function problemsOf(findings: readonly Finding[], namesFiling: boolean): readonly string[] {
  const beyond = (code: string): boolean =>
    BEYOND_THE_ROW.includes(code) || (code === "training-not-filed" && namesFiling);
  const own = findings.filter(({ code, severity }) => severity !== "info" && !beyond(code));
  return [
    ...new Set(own.map((finding) => `${messageOf(finding, "zh", undefined).problem}（${finding.clause}）`)),
  ].sort();
}

/** Problems end with their clause in brackets. */
const BETWEEN = /(?<=）)；/;

const BLANKS: readonly Blank[] = ["zero", "null", "empty"];

/** What our columns show of each golden record with live formulas, blank cells handed over as 0: seen by the first test. */
let shownLive: readonly unknown[] = [];

test.each(BLANKS)("blank cells handed over as %s: hours, subject and problems are the review's", async (blank) => {
  const tables = goldenTables();
  const harness = await AddinHarness.open(workbookOfTables(tables), { blank });
  const { review, submission, liveFormulas } = await harness.review();
  expect(liveFormulas).toBe(true);
  expect(review.records).toHaveLength(tables.records.length);
  expect(new Set(review.records.map(({ form }) => form)).size).toBeGreaterThanOrEqual(5);

  const sheet = sheetOf(harness.workbook, RECORDS);
  const { of } = annotationOf(sheet);
  const { subjects } = catalogueOf("zh");
  const filed = new Map(submission.records.map((record) => [record.place.row, record.filingNo !== ""]));
  const different = review.records.flatMap((record) => {
    const { row } = record.place;
    for (const title of ["折算科目", "折算学时", "行内问题"] as const)
      expect(sheet.cell(row, of(title))?.formula).toMatch(/^=CE\./);
    const text = String(shown(sheet, row, of("行内问题")) ?? "");
    const problems = text === "" ? [] : [...new Set(text.split(BETWEEN))].sort();
    const cells = { hours: shown(sheet, row, of("折算学时")), subject: shown(sheet, row, of("折算科目")), problems };
    const expected = {
      hours: record.convertedHours,
      subject: subjects[record.subject],
      problems: problemsOf(record.findings, filed.get(row) === true),
    };
    return JSON.stringify(cells) === JSON.stringify(expected)
      ? []
      : [{ row: row + 1, form: record.form, codes: record.findings.map(({ code }) => code), cells, expected }];
  });
  expect(different.slice(0, 5)).toEqual([]);
  if (blank === "zero") shownLive = shownBy(harness, tables.records.length);
  harness.expectClean();
});

/** The first rows of 学时记录, each with what our columns show of it. */
function shownBy(harness: AddinHarness, count: number): readonly unknown[] {
  const sheet = sheetOf(harness.workbook, RECORDS);
  const { row, of } = annotationOf(sheet);
  return Array.from({ length: count }, (_, at) => [
    row + 1 + at + 1,
    ...(["折算科目", "折算学时", "行内问题"] as const).map((title) => shown(sheet, row + 1 + at, of(title)) ?? ""),
  ]);
}

test("above the limit of live formulas the same texts and numbers are there as values", async () => {
  const { people, records } = goldenTables();
  const copies = Math.ceil(2001 / records.length);
  const copy = (rows: readonly RowCells[]): RowCells[] =>
    Array.from({ length: copies }, (_, at) =>
      rows.map((row) => ({
        ...row,
        登记证书编号: `${String(row["登记证书编号"])}${at}`,
        ...("名称" in row ? { 名称: `${String(row["名称"])}丙${at}` } : {}),
      })),
    ).flat();
  // Asked alone, this test has to see the live ones itself
  if (shownLive.length === 0) {
    const live = await AddinHarness.open(workbookOfTables({ people, records }));
    expect((await live.review()).liveFormulas).toBe(true);
    shownLive = shownBy(live, records.length);
  }
  const values = await AddinHarness.open(workbookOfTables({ people: copy(people), records: copy(records) }));
  expect((await values.review()).liveFormulas).toBe(false);
  expect(shownBy(values, records.length)).toEqual(shownLive);
});

test("=CE.EXPLAIN tells records of several forms in words", async () => {
  const { people, records: all } = goldenTables();
  const forms = new Set<unknown>();
  const records = all.filter(
    (record) => forms.size < 6 && !forms.has(record["学习形式"]) && forms.add(record["学习形式"]),
  );
  const harness = await AddinHarness.open(workbookOfTables({ people, records }), { blank: "zero" });
  const { review, submission } = await harness.review();
  const sheet = sheetOf(harness.workbook, RECORDS);
  const { row } = annotationOf(sheet);
  const { firstColumn, lastColumn } = submission.recordLayout;
  const [first, last, own] = [firstColumn, lastColumn, lastColumn + 20].map(columnName);
  const policy = policyOf(review.policy);
  if (!policy) throw new Error("no policy");
  for (const { place } of submission.records)
    await harness.workbench.edit(
      RECORDS,
      `${own}${place.row + 1}`,
      `=CE.EXPLAIN(TEXTJOIN(CHAR(31),FALSE,$${first}${place.row + 1}:$${last}${place.row + 1}),$${first}$${row + 1}:$${last}$${row + 1})`,
    );
  // The rows are watched for edits: that has to come to rest
  await harness.workbench.settled();
  for (const record of submission.records) {
    const { computation, questions, evidence } = explanationOf(explainRecord(record, policy, []), "zh", policy);
    const text = String(shown(sheet, record.place.row, lastColumn + 20));
    expect(text).toContain([computation, ...questions].join("；"));
    expect([computation, ...questions, evidence].join("；")).toContain(text);
  }
  harness.expectClean();
});

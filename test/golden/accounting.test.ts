/**
 * The accounting rule, row by row: worked out by hand from the rule's items before they were run. `cells` are the
 * workbook's own columns; of a `year` they are its records, and `subject` is 公需/专业.
 */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { policyOf } from "../../src/policy";
import { reviewSubmission } from "../../src/review";
import type { Finding } from "../../src/review/types";
import { readSubmission } from "../../src/submission";
import { PERSON, serial, submissionGrids, type RowCells } from "../support/submission";
import { parseCsv } from "./table";

const POLICY = "accounting-2018-10";
const [HEADER = [], ...LINES] = parseCsv(readFileSync(join(__dirname, "accounting.csv"), "utf8").trimEnd());
const CASES = LINES.map(
  (line) =>
    Object.fromEntries(HEADER.map((name, at) => [name, line[at] ?? ""])) as Record<
      | "id"
      | "clause"
      | "form"
      | "decided"
      | "cells"
      | "converted"
      | "credited"
      | "subject"
      | "verdict"
      | "codes"
      | "note",
      string
    >,
);

/** What nobody asks about: done in 2018, with what Beijing would ask for. */
const PROVEN: Readonly<Record<string, string>> = {
  会计考试: "成绩单",
  会计类学历教育: "成绩单",
  "会计类学历（学位）教育": "成绩单",
  会计会议: "会议邀请函",
  学术会议: "会议邀请函",
};

const decisionsOf = (decided: string): RowCells[] =>
  decided
    .split(" ")
    .filter(Boolean)
    .map((each) => {
      const [编号 = "", 采用口径 = ""] = each.split("=");
      return { 编号, 采用口径, 决定人: "测试决定人", 决定日期: serial("2018-12-31") };
    });

function reviewed(records: readonly RowCells[], decided: string) {
  const decisions = decisionsOf(decided);
  const reading = readSubmission(
    submissionGrids({
      unit: { 政策: POLICY },
      people: [{ 申报级别: "中级", 验证方式: "登记证书复印件", 起始年度: 2018, 截止年度: 2018 }],
      records: records.map((record): RowCells => ({
        年度: 2018,
        证明材料: PROVEN[String(record["学习形式"])] ?? null,
        ...record,
      })),
      filings: null,
      ...(decisions.length === 0 ? {} : { decisions }),
    }),
  );
  if (!reading.ok) throw new Error(JSON.stringify(reading.problems));
  return reviewSubmission(reading.submission);
}

const codesOf = (findings: readonly Finding[]): string[] => [...new Set(findings.map(({ code }) => code))].sort();
const expectedCodes = (codes: string): string[] => codes.split(";").filter(Boolean).sort();
const titled = (cases: typeof CASES) =>
  cases.map((each) => ({
    ...each,
    title: [each.id, each.clause, each.form, each.decided, each.note].filter(Boolean).join(" "),
  }));

test.each(titled(CASES.filter(({ form }) => form !== "year")))(
  "$title",
  ({ form, decided, cells, converted, credited, subject, verdict, codes, clause }) => {
    const [record] = reviewed(
      [{ 学习形式: form, 名称: "会计实务", ...(JSON.parse(cells) as RowCells) }],
      decided,
    ).records;
    expect({
      converted: record?.convertedHours,
      credited: record?.creditedHours,
      subject: record?.subject,
      verdict: record?.verdict,
      codes: codesOf(record?.findings ?? []),
    }).toEqual({
      converted: Number(converted),
      credited: Number(credited),
      subject,
      verdict,
      codes: expectedCodes(codes),
    });
    // The row's clause is one that a finding or the form's own conversion stands under.
    const own = Object.values(policyOf(POLICY)?.forms ?? {}).find(({ labels }) =>
      labels.includes(form.replace("（", "(").replace("）", ")")),
    )?.conversion.clause;
    if (codes !== "") expect([own, ...(record?.findings ?? []).map((finding) => finding.clause)]).toContain(clause);
  },
);

test.each(titled(CASES.filter(({ form }) => form === "year")))(
  "$title",
  ({ decided, cells, credited, subject, verdict, codes }) => {
    const year = reviewed(JSON.parse(cells) as RowCells[], decided).years.find(
      (each) => each.registrationNo === PERSON && each.year === 2018,
    );
    expect({
      total: year?.totalHours,
      subject: `${year?.publicHours}/${year?.professionalHours}`,
      status: year?.status,
      codes: codesOf(year?.findings ?? []),
    }).toEqual({
      total: Number(credited),
      subject,
      status: verdict,
      codes: expectedCodes(codes),
    });
  },
);

test("each question is answered with each of its options somewhere", () => {
  const decided = new Set(CASES.flatMap((each) => each.decided.split(" ")).filter(Boolean));
  const all =
    policyOf(POLICY)?.questions.flatMap(({ id, options }) => options.map((option) => `${id}=${option}`)) ?? [];
  expect(all.filter((each) => !decided.has(each))).toEqual([]);
  expect(all.length).toBeGreaterThan(25);
});

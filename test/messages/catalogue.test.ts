/** Every code and every judgement question has words in both languages, and no message shows an empty place. */
import { catalogueOf, codeSummary, messageOf, questionWords, sentenceOf, type Language } from "../../src/messages";
import type { Finding } from "../../src/review/types";
import { policyIds, policyOf, type Code } from "../../src/policy";
import type { CodeEntry } from "../../src/policy/code";
import { ENGINE_CODES } from "../../src/policy/engine-codes";
import { FACTS, type FactName } from "../../src/policy/language";
import { VALUES } from "../../src/submission/vocabulary";
import { readGoldenRows } from "../golden/table";

const questions = policyOf("")?.questions ?? [];
const languages: readonly Language[] = ["zh", "en"];
const POLICIES = policyIds().flatMap((id) => policyOf(id) ?? []);
/** Every code that can be raised, with the notice that has it. */
const ALL_CODES = [
  ...Object.keys(ENGINE_CODES).map((code) => [code, POLICIES[0]] as const),
  ...POLICIES.flatMap((policy) => Object.keys(policy.codes).map((code) => [code, policy] as const)),
];
const ENTRIES: readonly (readonly [string, CodeEntry])[] = [
  ...Object.entries(ENGINE_CODES),
  ...POLICIES.flatMap(({ codes }) => Object.entries(codes)),
];

const finding = (code: string, details?: Record<string, string | number>): Finding => ({
  code: code as Code,
  severity: "error",
  clause: "附件5第1条",
  place: { sheet: "学时记录", row: 4, column: 3 },
  ...(details === undefined ? {} : { details }),
});

test.each(languages)("%s: every code of the golden rows has an entry", (language) => {
  const codes = readGoldenRows().flatMap((row) => row.codes);
  expect(codes.length).toBeGreaterThan(100);
  expect(codes.filter((code) => codeSummary(code, language) === undefined)).toEqual([]);
});

test.each(languages)("%s: every question has words and labels for exactly its options", (language) => {
  expect(questions.length).toBeGreaterThan(30);
  for (const { id, options } of questions) {
    expect([id, Object.keys(questionWords(id, language)?.options ?? {}).sort()]).toEqual([id, [...options].sort()]);
  }
});

test.each(languages)("%s: messages without details show neither braces nor brackets", (language) => {
  for (const [code, notice] of [...ALL_CODES, ["no-such-code", undefined] as const]) {
    const { problem, remedy } = messageOf(finding(code), language, notice);
    expect(problem + remedy).not.toMatch(/[{}[\]]/);
    expect(problem).not.toBe("");
    expect(remedy).not.toBe("");
  }
});

test.each<[code: string, details: Record<string, string | number>, zh: string, en: string]>(
  // A case a line
  // prettier-ignore
  [
  ["value-unknown", { column: "级别", value: "省极", nearest: "省级" }, "“级别”填写的内容“省极”不在规定的选项中。在 D5 改填规定的选项，最接近的是“省级”。", "The value “省极” of 级别 is none of the allowed ones. Enter an allowed value in D5; the nearest is “省级”."],
  ["rank-missing", {}, "未填排名，无法折算。按证明材料在 D5 补填本人排名。", "The rank is blank, so nothing can be converted. Enter the person's rank from the evidence in D5."],
  ["public-shortfall", { missing: 6, needed: 6, question: "J-01" }, "公需科目不足，差 6 学时。补充公需科目 6 学时，或按口径“‘一般不少于’30/60 学时：合计达到 90 而某一科目不足，是否达标？”处理。", "公需科目 is too low by 6 hours. Add 6 hours of 公需科目, or decide “「一般不少于」 30/60: does a year with 90 hours pass below a subject's minimum?”."],
  ["public-shortfall", { missing: 1, needed: 1, unit: "学分" }, "公需科目不足，差 1 学分。补充公需科目 1 学分。", "公需科目 is too low by 1 credit. Add 1 credit of 公需科目."],
  ["hours-claim-mismatch", { claimed: 20, converted: 16, unit: "学分" }, "申报学时 20 与折算学分 16 不一致，以折算为准。核对所填数据，无误的把申报学时改为 16。", "The credits claimed (20) differ from those converted (16); the latter count. Check the row; if it is right, change 申报学时 to 16."],
  ["evidence-incomplete", { missing: "结业证书", others: 5 }, "证明材料不齐，最接近的一组尚缺：结业证书。补交结业证书，凑齐一组规定的材料；另有 5 组，凑齐其中一组也可。", "The evidence is incomplete; the nearest set lacks 结业证书. Hand in 结业证书 to complete a full set; any of 5 other sets would do too."],
  ["j-public-theme-mismatch", { theme: "工匠精神" }, "公需培训主题与当年主题不一致：工匠精神。在“口径”表中选定采用口径后重新审核。", "The public training has another theme than the year's: 工匠精神. Choose a reading on the sheet 口径 and review again."],
  ["evidence-incomplete", { missing: "结题证明" }, "证明材料不齐，最接近的一组尚缺：结题证明。补交结题证明，凑齐一组规定的材料。", "The evidence is incomplete; the nearest set lacks 结题证明. Hand in 结题证明 to complete a full set."],
],
)("%s %#: details are named where they are known", (code, details, zh, en) => {
  expect([
    sentenceOf(finding(code, details), "zh", undefined),
    sentenceOf(finding(code, details), "en", undefined),
  ]).toEqual([zh, en]);
});

test("a year's shortfall says how much of which year", () => {
  expect(
    messageOf({ ...finding("annual-total-shortfall", { missing: 20, needed: 20 }), year: 2016 }, "zh", undefined)
      .remedy,
  ).toBe("补充 2016 年度继续教育记录 20 学时");
});

test.each(languages)("%s: every unit, every fact and every value of a closed column has words", (language) => {
  const { units, explain } = catalogueOf(language);
  for (const { unit } of POLICIES) expect(units[unit]).toBeDefined();
  for (const fact of FACTS) expect(explain.facts[fact]("7")).toMatch(/7/);
  const columns = FACTS.filter((fact): fact is FactName & keyof typeof VALUES => fact in VALUES);
  expect(columns.length).toBeGreaterThan(5);
  // The workbook's own words are Chinese: they serve that language
  const missing = columns.flatMap((fact) =>
    [...VALUES[fact].values()]
      .filter((slug) => language !== "zh" && explain.values[fact]?.[slug] === undefined)
      .map((slug) => `${fact} ${slug}`),
  );
  expect(missing).toEqual([]);
});

test("both languages say the same details", () => {
  const named = (text: string): string[] =>
    [...new Set([...text.matchAll(/\{(\w+)\}/g)].map((match) => match[1] ?? ""))]
      .filter((key) => key !== "unit")
      .sort();
  expect(ENTRIES.length).toBeGreaterThan(100);
  for (const [code, { zh, en, sendBack }] of ENTRIES) {
    for (const part of [0, 1] as const)
      expect([code, part, named(en[part] ?? "")]).toEqual([code, part, named(zh[part] ?? "")]);
    if (typeof sendBack === "object") expect([code, named(sendBack.en)]).toEqual([code, named(sendBack.zh)]);
  }
});

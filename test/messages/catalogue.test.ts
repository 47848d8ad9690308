/** Every code and every judgement question has words in both languages, and no message shows an empty place. */
import { catalogueOf, messageOf, questionWords, sentenceOf, type Language } from "../../src/messages";
import type { Finding } from "../../src/review/types";
import { policyOf } from "../../src/policy";
import { readGoldenRows } from "../golden/table";

const questions = policyOf("")?.questions ?? [];
const languages: readonly Language[] = ["zh", "en"];

const finding = (code: string, details?: Record<string, string | number>): Finding => ({
  code,
  severity: "error",
  clause: "附件5第1条",
  place: { sheet: "学时记录", row: 4, column: 3 },
  ...(details === undefined ? {} : { details }),
});

test.each(languages)("%s: every code of the golden rows has an entry", (language) => {
  const { entries } = catalogueOf(language);
  const codes = readGoldenRows().flatMap((row) => row.codes);
  expect(codes.length).toBeGreaterThan(100);
  expect(codes.filter((code) => entries[code] === undefined)).toEqual([]);
});

test("both languages have the same entries", () => {
  expect(Object.keys(catalogueOf("en").entries)).toEqual(Object.keys(catalogueOf("zh").entries));
});

test.each(languages)("%s: every question has words and labels for exactly its options", (language) => {
  expect(questions.length).toBeGreaterThan(30);
  for (const { id, options } of questions) {
    expect([id, Object.keys(questionWords(id, language)?.options ?? {}).sort()]).toEqual([id, [...options].sort()]);
  }
});

test.each(languages)("%s: messages without details show neither braces nor brackets", (language) => {
  for (const code of [...Object.keys(catalogueOf(language).entries), "no-such-code"]) {
    const { problem, remedy } = messageOf(finding(code), language);
    expect(problem + remedy).not.toMatch(/[{}[\]]/);
    expect(problem).not.toBe("");
    expect(remedy).not.toBe("");
  }
});

test("details are named where they are known", () => {
  expect(messageOf(finding("value-unknown", { column: "级别", value: "省极", nearest: "省级" }), "zh")).toEqual({
    problem: "“级别”填写的内容“省极”不在规定的选项中",
    remedy: "改填规定的选项，最接近的是“省级”",
  });
  expect(sentenceOf(finding("public-shortfall", { missing: 6 }), "zh")).toBe(
    "公需科目不足，差 6 学时。补充公需科目，或按口径 J-01 处理。",
  );
});

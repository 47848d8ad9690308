/**
 * docs/guide/reference.md from the sources: every column, code and question, so that the page says what the add-in does.
 *   npx tsx scripts/guide.ts          writes it; test/policy/reference.test.ts holds it to the sources
 */
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { catalogueOf } from "../src/messages";
import { policyIds, policyOf } from "../src/policy";
import type { CodeEntry } from "../src/policy/code";
import { ENGINE_CODES } from "../src/policy/engine-codes";
import type { Policy } from "../src/policy/language";
import { evidenceLabels, evidenceWays } from "../src/review/evidence";
import { trialKeys } from "../src/review/trial";
import {
  FILING_COLUMNS,
  ORGANISATION_COLUMNS,
  PEOPLE_COLUMNS,
  RECORD_COLUMNS,
  SHEETS,
  UNIT_LABELS,
  headerOf,
  type ColumnWords,
} from "../src/submission/vocabulary";

const FILE = join(__dirname, "../docs/guide/reference.md");

/** A cell of a Markdown table. */
const cell = (text: string): string => text.replaceAll("|", "\\|").replaceAll("\n", " ");
const line = (cells: readonly string[]): string => `| ${cells.map(cell).join(" | ")} |`;
const table = (titles: readonly string[], lines: readonly (readonly string[])[]): string =>
  [line(titles), line(titles.map(() => "---")), ...lines.map(line)].join("\n");

const columnsOf = (sheet: string, columns: readonly ColumnWords[]): string =>
  `### ${sheet}\n\n${table(
    ["列", "必需", "也认"],
    columns.map(({ header, needed, synonyms = [] }) => [header, needed === true ? "是" : "", synonyms.join("、")]),
  )}`;

/** Details of a place stand as their names. */
const plain = (words: string): string => words.replace(/\[([^\]]*)\]/g, "$1").replace(/\{(\w+)\}/g, "…");

function codesOf(codes: Readonly<Record<string, CodeEntry>>): string {
  const { severities, decide } = catalogueOf("zh");
  return table(
    ["代码", "级别", "问题", "补救"],
    Object.entries(codes).map(
      ([
        code,
        {
          severity,
          zh: [problem, remedy = decide],
        },
      ]) => [code, severities[severity], plain(problem), plain(remedy)],
    ),
  );
}

const questionsOf = (policy: Policy): string =>
  table(
    ["编号", "问题", "依据", "可选（第一个为暂定）"],
    policy.questions.map(({ id, zh, clause, options }) => [
      id,
      zh.question,
      clause,
      options.map((option) => zh.options[option] ?? option).join("；"),
    ]),
  );

/** What each form is converted by, as 试算 asks and CE.CONVERT takes it. */
const formsOf = (policy: Policy): string =>
  table(
    ["学习形式", "折算要填的列", "证明材料（任选一组）"],
    Object.entries(policy.forms).map(([slug, form]) => {
      const labels = evidenceLabels(form);
      return [
        form.labels.join("、"),
        trialKeys(policy, slug).map(headerOf).join("、"),
        evidenceWays(form)
          .map((set) => set.map((each) => labels.get(each) ?? each).join("＋"))
          .join("；"),
      ];
    }),
  );

/** The page as text. */
export function referenceText(): string {
  const policies = policyIds().flatMap((id) => policyOf(id) ?? []);
  return [
    "# 对照表：列、代码、口径",
    "由 `npx tsx scripts/guide.ts` 从程序生成，不要手改。“…”处在实际意见里是具体内容。",
    "## 一、标准申报工作簿的列",
    columnsOf(SHEETS.unit, UNIT_LABELS),
    columnsOf(SHEETS.people, PEOPLE_COLUMNS),
    columnsOf(SHEETS.records, RECORD_COLUMNS),
    columnsOf(SHEETS.filings, FILING_COLUMNS),
    columnsOf(SHEETS.organisations, ORGANISATION_COLUMNS),
    "## 二、任何通知都有的代码",
    codesOf(ENGINE_CODES),
    ...policies.flatMap((policy) => [
      `## ${policy.title}（${policy.id}）`,
      "### 代码",
      codesOf(policy.codes),
      "### 各形式",
      '“试算”和 `=CE.CONVERT("论文","收录类别","SCI","排名",1)` 要填的列，和要交的材料。',
      formsOf(policy),
      "### 口径",
      questionsOf(policy),
    ]),
    "",
  ].join("\n\n");
}

if (require.main === module) writeFileSync(FILE, referenceText());

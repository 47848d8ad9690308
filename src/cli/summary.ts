/** The end of a review, in lines that a person reads in a terminal. */
import type { IssueOutcome, ReviewOutcome } from "../excel/index";
import { columnName } from "../grid/address";
import type { Notice } from "../submission/types";
import { catalogueOf, messageOf, questionWords } from "../messages/index";
import { countOf, effectsOf, effectWords, type QuestionEffect } from "../results/index";

const MOST = 6;
const MOST_EFFECTS = 4;

const LEFT_ASIDE: Readonly<Record<Notice["kind"], string>> = {
  "sheet-unread": "找不到表头行，整表未读取",
  "column-unread": "不是标准列，未读取",
  "blank-skipped": "空行，已跳过",
  "header-skipped": "重复的表头，已跳过",
  "totals-skipped": "合计或小计，已跳过",
  "note-skipped": "说明文字，已跳过",
};

/** A line a sheet and kind: what was left aside, and where. */
function noticeLines(notices: readonly Notice[]): string[] {
  const places = new Map<string, string[]>();
  for (const { sheet, kind, row, column, text, nearest } of notices) {
    const place =
      column === undefined
        ? `第 ${row + 1} 行`
        : `${columnName(column)} 列“${text ?? ""}”${nearest === undefined ? "" : `（如为“${nearest}”，请改列名）`}`;
    const line = `  ${sheet}：${LEFT_ASIDE[kind]}：`;
    places.set(line, [...(places.get(line) ?? []), place]);
  }
  return [...places].map(
    ([line, each]) => `${line}${each.slice(0, MOST).join("、")}${each.length > MOST ? ` 等 ${each.length} 处` : ""}`,
  );
}

export function summaryLines(outcome: ReviewOutcome, issued: IssueOutcome | null): string[] {
  const { review, unit } = outcome;
  const words = catalogueOf("zh");
  const count = <T extends string>(
    values: readonly T[],
    order: readonly T[],
    label: Readonly<Record<T, string>>,
  ): string => order.map((value) => `${label[value]} ${values.filter((each) => each === value).length}`).join("，");
  const lines = [
    `  单位：${unit.unitName}，政策 ${review.policy}，申报年度 ${unit.applicationYear}`,
    `  记录 ${review.records.length} 条：${count(
      review.records.map((record) => record.verdict),
      ["credited", "rejected", "pending"],
      words.recordVerdicts,
    )}`,
    `  年度 ${review.years.length} 个：${count(
      review.years.map((year) => year.status),
      ["met", "unmet", "pending"],
      words.yearStatuses,
    )}`,
    `  人员 ${review.people.length} 名：${count(
      review.people.map((person) => person.verdict),
      ["qualified", "unqualified", "pending"],
      words.personVerdicts,
    )}`,
  ];
  const frequent = new Map<string, number>();
  for (const finding of review.findings)
    if (finding.severity === "error" || finding.severity === "warning")
      frequent.set(finding.code, (frequent.get(finding.code) ?? 0) + 1);
  const top = [...frequent].sort((a, b) => b[1] - a[1]).slice(0, MOST);
  if (top.length > 0) {
    lines.push("  最常见的问题：");
    for (const [code, times] of top) {
      const example = review.findings.find((finding) => finding.code === code);
      if (example)
        lines.push(
          `    ${String(times).padStart(4)} 处  ${messageOf({ ...example, details: {} }, "zh").problem}（${code}）`,
        );
    }
  }
  const open = review.questions.filter((question) => question.decision === null && question.touched > 0);
  lines.push(
    open.length === 0
      ? "  待决口径：没有"
      : `  待决口径 ${open.length} 个：${open.map((question) => `${question.id}（${question.touched} 处）`).join("、")}`,
  );
  const heaviest = open.slice().sort((a, b) => b.touched - a.touched)[0];
  if (heaviest)
    lines.push(
      `    其中影响最多的 ${heaviest.id}：${questionWords(heaviest.id, "zh")?.question ?? heaviest.id}（${heaviest.clause}）`,
    );
  lines.push(...noticeLines(outcome.submission.notices));
  lines.push(...effectLines(effectsOf(outcome.submission, review, undefined, true)));
  if (issued)
    lines.push(
      `  合格证明：签发 ${issued.issued.length} 份${issued.issued.length > 0 ? `，编号 ${issued.issued[0]?.certificateNo} 至 ${issued.issued.at(-1)?.certificateNo}` : ""}`,
    );
  return lines;
}

/** What deciding would change, the questions that change most first. */
function effectLines(effects: readonly QuestionEffect[]): string[] {
  const weight = ({ options }: QuestionEffect): number =>
    Math.max(...options.map(({ people, years }) => 1000 * countOf(people) + countOf(years)));
  const moving = effects.filter((each) => weight(each) > 0).sort((a, b) => weight(b) - weight(a));
  const lines = moving
    .slice(0, MOST_EFFECTS)
    .map(
      ({ id, options }) =>
        `    口径 ${id}：${options.map((effect) => `若采用 ${effect.option}，${effectWords(effect, "zh")}`).join("；")}`,
    );
  const rest = effects.length - lines.length;
  if (lines.length > 0 && rest > 0) lines.push(`    其余 ${rest} 个口径影响较小或没有影响，见窗格“口径”`);
  if (lines.length === 0 && effects.length > 0) lines.push("    逐个决定其中任何一个，都没有人、没有年度因此改变");
  return lines;
}

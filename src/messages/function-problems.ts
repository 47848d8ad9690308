/** What a =CE.* function says instead of an answer, and the texts that are answers. */
import type { ArgumentError } from "../review/function-row";
import type { TrialError } from "../review/trial";
import type { InputProblem } from "../submission/input-problem";
import type { Language } from "./language";

/** What stood in the way of an answer. */
export type FunctionProblem =
  | ArgumentError
  | TrialError
  | { readonly key: "no-such-subject"; readonly subject: string }
  | { readonly key: "no-such-code"; readonly code: string }
  | { readonly key: "no-number" }
  | { readonly key: "no-such-reading"; readonly options: readonly string[] }
  | { readonly key: "no-score" }
  | { readonly key: "header-wrong" }
  | { readonly key: "cells-differ"; readonly cells: number; readonly headers: number }
  | { readonly key: "failed"; readonly detail: string };

type FunctionProblemKey = FunctionProblem["key"];

type Words = {
  readonly [key in FunctionProblemKey]: (
    problem: Extract<FunctionProblem, { readonly key: key }>,
    input: (problem: InputProblem) => string,
  ) => string;
};

export const FUNCTION_PROBLEM_WORDS: Readonly<Record<Language, Words>> = {
  zh: {
    "no-such-policy": ({ id }) => `没有编号为“${id}”的政策`,
    "no-form-column": () => "表头里找不到“学习形式”列：第二个参数应为学时记录的表头行",
    "no-registration-number": () => "第三个参数应为登记证书编号",
    "no-year": () => "第四个参数应为年度，如 2018",
    "year-not-found": () => "没有该年度",
    unreadable: ({ problems }, input) => problems.map(input).join("；"),
    "no-such-subject": ({ subject }) => `没有“${subject}”这一科目：请写公需科目或专业科目，或省略`,
    "no-such-code": ({ code }) => `没有代码“${code}”`,
    "no-such-item": ({ item, items }) =>
      `“学时记录”没有“${item}”这一列${items.length === 0 ? "" : `；这一形式按这些列折算：${items.join("、")}`}`,
    "item-twice": ({ item }) => `“${item}”给了两次`,
    "no-number": () => "总分和年数应为不小于 0 的数",
    "no-such-reading": ({ options }) => `口径应为 ${options.join(" 或 ")}`,
    "no-score": () => "这份通知没有规定得分",
    "header-wrong": () => "表头应为一行，列名分两行写的为两行：请选“学时记录”的表头行",
    "cells-differ": ({ cells, headers }) => `记录有 ${cells} 格，表头有 ${headers} 格：请选同样的列`,
    failed: ({ detail }) => `无法计算：${detail}`,
  },
  en: {
    "no-such-policy": ({ id }) => `there is no policy “${id}”`,
    "no-form-column": () => "the headers name no form of study: the second argument is the header row of the records",
    "no-registration-number": () => "the third argument is a registration number",
    "no-year": () => "the fourth argument is a year such as 2018",
    "year-not-found": () => "there is no such year",
    unreadable: ({ problems }, input) => problems.map(input).join("; "),
    "no-such-subject": ({ subject }) => `there is no subject “${subject}”: name one of the two, or leave it out`,
    "no-such-code": ({ code }) => `there is no code “${code}”`,
    "no-such-item": ({ item, items }) =>
      `the records have no column “${item}”${items.length === 0 ? "" : `; this form is converted by ${items.join(", ")}`}`,
    "item-twice": ({ item }) => `“${item}” is given twice`,
    "no-number": () => "total and years are numbers, not below 0",
    "no-such-reading": ({ options }) => `the reading is ${options.join(" or ")}`,
    "no-score": () => "this notice states no score",
    "header-wrong": () =>
      "the headers are one row, or two where names stand in two: select the header row of the records",
    "cells-differ": ({ cells, headers }) =>
      `the record has ${cells} cells, the headers ${headers}: select the same columns`,
    failed: ({ detail }) => `it can't be worked out: ${detail}`,
  },
};

/** What stood in the way, as one text. `input` tells of a problem of the sheets. */
export function functionProblem(
  problem: FunctionProblem,
  language: Language,
  input: (problem: InputProblem) => string,
): string {
  // A problem fits the entry of its key; TypeScript does not follow it through the table.
  const words = FUNCTION_PROBLEM_WORDS[language][problem.key] as (
    given: FunctionProblem,
    say: (problem: InputProblem) => string,
  ) => string;
  return words(problem, input);
}

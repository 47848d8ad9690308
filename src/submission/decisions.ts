/** 口径: what the office has decided on questions that the notice leaves open. */
import { questionOf, type Policy } from "../policy";
import type { SheetGrid } from "./grid";
import { RowReader } from "./row-reader";
import { ownColumns, readTable } from "./sheet";
import { dateCell, givenText, labelOf, textOf } from "./text";
import type { Decision, ReadingProblem } from "./types";
import { DECISION_HEADERS, ORIGIN_HEADER } from "./vocabulary";

/** Rows of a sheet 口径, this workbook's or another's. */
export function readDecisions(grid: SheetGrid | undefined, policy: Policy, problems: ReadingProblem[]): Decision[] {
  const reading = grid && readTable(grid, ownColumns([...DECISION_HEADERS, ORIGIN_HEADER]));
  if (!grid || !reading?.ok) return [];
  return reading.table.rows.map((row) => {
    const reader = new RowReader(grid, reading.table.layout, row);
    const id = labelOf(reader.cell("编号")).toUpperCase();
    const text = reader.text("采用口径");
    const asked = policy.questions.find((question) => question.id === id);
    const standing = grid.notOurs?.get(row);
    const origin = givenText(reader.cell(ORIGIN_HEADER));
    const words = {
      by: reader.text("决定人"),
      on: reader.dateText("决定日期"),
      ...dateCell(reader.cell("决定日期")),
      reason: reader.text("理由"),
      origin,
    };
    // What does not count is kept as it stands, and nothing about it is wrong
    if (standing !== undefined) return { place: reader.place("采用口径"), id, option: null, text, ...words, standing };
    const option = asked === undefined ? null : optionOf(text, asked);
    // What the office decided under another notice is neither used here nor wrong.
    const elsewhere = asked === undefined && questionOf(id) !== undefined;
    if (text !== "" && option === null && !elsewhere)
      reader.unknown("采用口径", text, Object.values(asked?.zh.options ?? {}));
    const { by, on } = words;
    if (option !== null && (by === "" || on === "")) reader.report("decision-unsigned", "采用口径", { question: id });
    problems.push(...reader.problems);
    return { place: reader.place("采用口径"), id, option, text, ...words };
  });
}

/** The option that a text names: by its Chinese name or its slug, with or without a space and words behind; null for none. */
function optionOf(text: string, { options, zh }: Policy["questions"][number]): string | null {
  const folded = textOf(text);
  const [slug = ""] = folded.split(/\s/u);
  if (options.includes(slug)) return slug;
  const named = options.flatMap((option) => {
    const name = textOf(zh.options[option] ?? "");
    return name !== "" && (folded.startsWith(`${name} `) || labelOf(folded) === labelOf(name))
      ? [{ option, name }]
      : [];
  });
  // Of two names of which one begins like the other the longer one is meant.
  return named.sort((a, b) => b.name.length - a.name.length)[0]?.option ?? null;
}

/** Colours of verdicts and severities. They only repeat what a word in the cell says (never colour alone); text on fill is above 4.5:1. */
import type { Highlight, PlannedCell } from "./plan";

export const HEADER = { bold: true, fill: "#E7ECF3", color: "#1F2937" } as const;

const GOOD = { color: "#0B5A28", fill: "#DDF3E4" } as const;
const BAD = { color: "#8A1C1C", fill: "#FBE3E1" } as const;
const OPEN = { color: "#6B4A00", fill: "#FFF1CC" } as const;
const WARN = { color: "#7A3E00", fill: "#FDE9D7" } as const;

const BY_WORD = new Map<string, { readonly color: string; readonly fill: string }>([
  ["认定", GOOD],
  ["达标", GOOD],
  ["不予认定", BAD],
  ["不达标", BAD],
  ["错误", BAD],
  ["待判断", OPEN],
  ["警告", WARN],
]);

/** Colours for the words of a column whose first cell stands in `row`; words without a colour of their own get none. */
export function highlightsFor(row: number, column: number, words: readonly PlannedCell[]): Highlight[] {
  const runs = new Map<string, { row: number; rows: number }[]>();
  words.forEach((word, at) => {
    if (typeof word !== "string" || !BY_WORD.has(word)) return;
    const own = runs.get(word) ?? [];
    const last = own[own.length - 1];
    if (last !== undefined && last.row + last.rows === row + at) last.rows += 1;
    else own.push({ row: row + at, rows: 1 });
    runs.set(word, own);
  });
  return [...runs].flatMap(([word, own]) => {
    const style = BY_WORD.get(word);
    return style === undefined ? [] : [{ column, runs: own, ...style }];
  });
}

/** Rewrites the figures of docs/performance.md, between its two marks, and the picture beside them. */
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { picture } from "./picture";
import type { BenchResult } from "./results";
import {
  busyLine,
  count,
  everythingTable,
  figure,
  machineLine,
  memoryTable,
  ratios,
  subsetTable,
  waysTable,
} from "./tables";

const PAGE = join("docs", "performance.md");
const PICTURE = join("docs", "pictures", "performance.svg");
const MARKS = /(<!-- figures: written by npm run bench -- --report -->\n)[\s\S]*?(<!-- end of figures -->)/u;

function figures(result: BenchResult): string {
  const { versus } = result;
  return [
    `Machine: ${machineLine(result)}.`,
    ...busyLine(result),
    "Everything, median (min–max) of the rounds; the first time is that of a fresh process:",
    everythingTable(result.everything),
    "Memory, live after a collection, and of the whole process under the smallest heap limit that it passes:",
    memoryTable(result.memory),
    `The subset. All four agree on all of ${count(versus.compared.generated)} generated and ${versus.compared.golden} golden records:`,
    subsetTable(result),
    ratios(result)
      .map(
        ({ records, engine, ratio }) =>
          `At ${count(records)} records the quicker engine (${engine}) takes **${figure(ratio)} times** as long as ours.`,
      )
      .join("\n"),
    "Ways in which the engines were driven; the quickest of each engine is in the table above:",
    waysTable(result),
  ].join("\n\n");
}

/** Paths of what was written. */
export function writeReport(result: BenchResult): string[] {
  const page = readFileSync(PAGE, "utf8");
  if (!MARKS.test(page)) throw new Error(`${PAGE} has no marks for its figures`);
  writeFileSync(
    PAGE,
    page.replace(MARKS, (_, start: string, end: string) => `${start}\n${figures(result)}\n\n${end}`),
  );
  writeFileSync(PICTURE, picture(result));
  return [PAGE, PICTURE];
}

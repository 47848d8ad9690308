/** What Excel does with formulas, ours among them. */
import type { Timer } from "../../timer";
import { same, type Check } from "./check";

const LOOK_AGAIN_MS = 200;
/** What a reviewer waits for at most when a sheet calculates. */
const PATIENCE_MS = 10_000;
/** Rows of formulas that are timed, the most first that a review writes. */
export const TIMED_ROWS = [2_000, 500, 100] as const;

/** The function that tells what an activity would be worth: it needs no cell of the workbook. */
const call = (rank: string): string => `=CE.CONVERT("论文","收录类别","SCI","排名",${rank})`;

/** Resolves when none of the cells waits any more; gives what they show, or null when they still wait. */
async function calculated(
  context: Excel.RequestContext,
  range: Excel.Range,
  timer: Timer,
): Promise<readonly (readonly unknown[])[] | null> {
  const begun = timer.now();
  for (;;) {
    range.load("values");
    // eslint-disable-next-line office-addins/no-context-sync-in-loop -- Excel says by no event when a function has answered
    await context.sync();
    const waits = range.values.some((line) => line.some((value) => value === "#BUSY!" || value === "#GETTING_DATA"));
    if (!waits) return range.values;
    if (timer.now() - begun > PATIENCE_MS) return null;
    await timer.pause(LOOK_AGAIN_MS);
  }
}

export const FORMULA_CHECKS: readonly Check[] = [
  {
    id: "unit-separator",
    look: async ({ context, sheet }) => {
      sheet.getRange("A1:B1").values = [["甲", "乙"]];
      const joined = sheet.getRange("C1");
      joined.formulas = [["=TEXTJOIN(CHAR(31),FALSE,A1:B1)"]];
      joined.load("values");
      await context.sync();
      return same(["甲\u001f乙"], [joined.values[0]?.[0]]);
    },
  },
  {
    id: "formula-as-written",
    look: async ({ context, sheet }) => {
      const range = sheet.getRange("A1");
      range.formulas = [[call("1")]];
      range.load("formulas");
      await context.sync();
      return same([call("1")], [range.formulas[0]?.[0]]);
    },
  },
  {
    id: "function-answers",
    look: async ({ context, sheet, timer }) => {
      const range = sheet.getRange("A1");
      range.formulas = [[call("1")]];
      const value = (await calculated(context, range, timer))?.[0]?.[0];
      return {
        holds: typeof value === "number" || (typeof value === "string" && !value.startsWith("#")),
        seen: String(value),
      };
    },
  },
  {
    id: "table-formula",
    look: async ({ context, sheet }) => {
      sheet.getRange("A1:B4").values = [["甲", "乙"], ...[1, 2, 3].map((value) => [value, ""])];
      const table = sheet.tables.add("A1:B4", true);
      const column = table.columns.getItem("乙").getDataBodyRange();
      const formulas = Array.from({ length: 3 }, () => ["=[@甲]*2"]);
      column.formulas = formulas;
      column.load("values");
      await context.sync();
      return same(
        [2, 4, 6],
        column.values.map((line): unknown => line[0]),
      );
    },
  },
  ...TIMED_ROWS.map((rows): Check => ({
    id: `functions-${rows}`,
    look: async ({ context, sheet, timer }) => {
      const begun = timer.now();
      const range = sheet.getRangeByIndexes(0, 0, rows, 1);
      range.formulas = Array.from({ length: rows }, (_, at) => [call(String(1 + (at % 9)))]);
      const answers = await calculated(context, range, timer);
      const elapsed = Math.round(timer.now() - begun);
      return { holds: answers !== null && elapsed <= PATIENCE_MS, seen: `${elapsed} ms` };
    },
  })),
];

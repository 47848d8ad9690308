/**
 * 自检: what the add-in takes for granted of Excel, tried in the Excel at hand, on a sheet of its own that goes away. What
 * can be known of Excel without Excel is in the tests; this is the rest (docs/excel-assumptions.md).
 */
import type { SelfCheckId } from "../../../messages";
import { LIVE_FORMULA_LIMIT } from "../../../results/index";
import { VERSION } from "../../../version";
import { whenNotEditing } from "../../editing";
import { checkCancelled, toFailure } from "../../failures";
import { keepFormulaLimit } from "../../formula-limit";
import { listSheets } from "../../read/workbook";
import type { WorkbookSession } from "../../session/workbook-session";
import { deleteSheet, SELF_CHECK_SHEET } from "../../sheets";
import { ExcelFailure, type ActionOptions } from "../../types";
import { CELL_CHECKS } from "./cells";
import type { Check, CheckPlace, Seen } from "./check";
import { DOCUMENT_CHECKS } from "./document";
import { FORMULA_CHECKS, TIMED_ROWS } from "./formulas";

/** Every check, in the order in which they are made. */
const CHECKS: readonly Check[] = [...CELL_CHECKS, ...FORMULA_CHECKS, ...DOCUMENT_CHECKS];

/** What came of one check. `failed`: Excel refused it. */
interface CheckResult {
  readonly id: SelfCheckId;
  readonly state: "holds" | "differs" | "failed";
  readonly seen: string;
}

export interface SelfCheckOutcome {
  readonly results: readonly CheckResult[];
  /** Excel's name and version, the platform, and the newest requirement sets that it says it has. */
  readonly about: readonly string[];
  /** Records up to which results follow their cells by formulas on this machine, from now on. */
  readonly formulaLimit: number;
}

/** Makes every check. Throws `cancelled` between two of them; the sheet is gone then, too. */
export async function selfCheck(session: WorkbookSession, options: ActionOptions = {}): Promise<SelfCheckOutcome> {
  return session.alone(async () => {
    try {
      const list = await whenNotEditing(listSheets, options, session.timer);
      if (list.structureProtected) throw new ExcelFailure("structure-protected");
      const results: CheckResult[] = [];
      for (const [at, check] of CHECKS.entries()) {
        checkCancelled(options.signal);
        options.onProgress?.({ step: "reviewing", done: at, total: CHECKS.length });
        results.push({ id: check.id, ...(await made(check, session.timer)) });
      }
      // Unless it is known to be gone this is said, and a second try takes it away
      await clearAway();
      const formulaLimit = limitBy(results);
      keepFormulaLimit(formulaLimit);
      return { results, about: aboutExcel(), formulaLimit };
    } catch (error) {
      throw toFailure(error);
    }
  });
}

/** Each check on a blank sheet of its own: one that goes wrong is nothing to the next. */
async function made(check: Check, timer: CheckPlace["timer"]): Promise<Omit<CheckResult, "id">> {
  try {
    await clearAway();
    const { holds, seen }: Seen = await Excel.run(async (context) => {
      const sheet = context.workbook.worksheets.add(SELF_CHECK_SHEET);
      await context.sync();
      return check.look({ context, sheet, timer });
    });
    return { state: holds ? "holds" : "differs", seen };
  } catch (error) {
    return { state: "failed", seen: toFailure(error).message };
  } finally {
    // What stays behind is taken away before anything is read
    await clearAway().catch(() => undefined);
  }
}

function clearAway(): Promise<void> {
  return Excel.run(async (context) => {
    const sheet = context.workbook.worksheets.getItemOrNullObject(SELF_CHECK_SHEET);
    await context.sync();
    if (sheet.isNullObject) return;
    deleteSheet(sheet);
    await context.sync();
  });
}

/** The most rows of formulas that were quick enough; without any, results are values. */
function limitBy(results: readonly CheckResult[]): number {
  const quick = TIMED_ROWS.find((rows) =>
    results.some(({ id, state }) => id === `functions-${rows}` && state === "holds"),
  );
  return Math.min(quick ?? 0, LIVE_FORMULA_LIMIT);
}

const SETS: readonly (readonly [name: string, versions: readonly string[]])[] = [
  ["ExcelApi", ["1.9", "1.10", "1.11", "1.12", "1.13", "1.14", "1.15", "1.16", "1.17", "1.18"]],
  ["SharedRuntime", ["1.1", "1.2"]],
  ["CustomFunctionsRuntime", ["1.1", "1.2", "1.3", "1.4"]],
  ["KeyboardShortcuts", ["1.1"]],
];

function aboutExcel(): readonly string[] {
  const { diagnostics, requirements } = Office.context;
  const sets = SETS.flatMap(([name, versions]) => {
    const newest = versions.filter((version) => requirements.isSetSupported(name, version)).at(-1);
    return newest === undefined ? [] : [`${name} ${newest}`];
  });
  return [
    `ce-hours-review ${VERSION}`,
    `${diagnostics.host} ${diagnostics.version}`,
    String(diagnostics.platform),
    ...sets,
  ];
}

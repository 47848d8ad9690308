/** The second pass of a review: each person's years, their status, and what they lack of the policy's minima. */
import { SHEETS } from "../submission/vocabulary";
import type { Code } from "../policy/codes";
import type { Person } from "../submission/types";
import { rounded } from "./hours";
import type { OfficeDecisions } from "./office-decisions";
import type { RecordUnderReview } from "./record-under-review";
import type { Severity, YearReview, YearStatus } from "./types";
import { yearsOf, type Window } from "./windows";
import { demanded, measured, sumYear, type YearOutcome } from "./year-sums";

/** Where findings of a year stand: they have no cell of the unit's own. */

export type RecordsByYear = ReadonlyMap<number, readonly RecordUnderReview[]>;

/** Records by person and year; those of nobody who is registered, and those without a year, stand in none. */
export function recordsByYear(
  records: readonly RecordUnderReview[],
  registered: ReadonlyMap<string, Person>,
): ReadonlyMap<string, RecordsByYear> {
  const people = new Map<string, Map<number, RecordUnderReview[]>>();
  for (const each of records) {
    const { registrationNo, year } = each.record;
    if (year === null || !registered.has(registrationNo)) continue;
    let years = people.get(registrationNo);
    if (!years) people.set(registrationNo, (years = new Map()));
    const own = years.get(year);
    if (own) own.push(each);
    else years.set(year, [each]);
  }
  return people;
}

/**
 * Reviews every year of a person: those with records, those of the windows, and those claimed, in order. Notes on the
 * records what their year makes of them. Lines of 年度汇总 are counted once all people are known (`assemble`).
 */
export function reviewYears(
  person: Person,
  records: RecordsByYear,
  windows: readonly Window[],
  office: OfficeDecisions,
): readonly YearReview[] {
  const { registrationNo, name, fromYear, toYear, sealedYears } = person;
  const listed = new Set<number>(records.keys());
  for (const window of windows) for (const year of yearsOf(window)) listed.add(year);
  if (fromYear !== null && toYear !== null)
    for (const year of yearsOf({ from: fromYear, to: Math.max(fromYear - 1, toYear) })) listed.add(year);
  return [...listed]
    .sort((a, b) => a - b)
    .map((year) => {
      const outcome = sumYear(records.get(year) ?? [], office);
      const sealed = sealedYears.includes(year);
      const { status, shortfalls } = judgeYear(outcome, sealed, office);
      return {
        registrationNo,
        name,
        year,
        publicHours: rounded(outcome.credited.public),
        professionalHours: rounded(outcome.credited.professional),
        totalHours: rounded(outcome.credited.total),
        status,
        sealed,
        findings: shortfalls.map(({ code, severity, clause, of, missing, needed, question }) => ({
          code,
          severity,
          clause,
          place: { sheet: SHEETS.years, row: 0 },
          registrationNo,
          name,
          year,
          details: { of, missing, needed, unit: office.policy.unit, ...(question === null ? {} : { question }) },
        })),
      };
    });
}

interface Shortfall {
  readonly code: Code;
  readonly clause: string;
  readonly severity: Severity;
  readonly of: "total" | "public" | "professional";
  readonly missing: number;
  /** How much more of it would do: of a share more than what is missing, since the total grows as well. */
  readonly needed: number;
  /** The open question whether it passes all the same. */
  readonly question: string | null;
}

/** The year's status and what it lacks. A sealed year is met without records. */
function judgeYear(
  outcome: YearOutcome,
  sealed: boolean,
  office: OfficeDecisions,
): { status: YearStatus; shortfalls: Shortfall[] } {
  if (sealed) return { status: "met", shortfalls: [] };
  const shortfalls: Shortfall[] = [];
  let safe = true as boolean; // both set in a callback, which the compiler does not follow
  let lost = false as boolean;
  office.policy.minima.forEach((minimum, index) => {
    const { of, ask, code, clause } = minimum;
    const question = ask === undefined ? null : office.index(ask);
    const open = question !== null && office.isOpen(question);
    const lenient = question !== null && !open && office.holds(question, minimum.lenient ?? "");
    const applies = minimum.under?.some((option) => question !== null && office.holds(question, option)) ?? true;
    // While the question is open, the minimum of another option may still come to apply.
    if (!applies && !open) return;
    const limit = demanded(minimum);
    const missing = limit - measured(minimum, outcome.credited);
    if (applies && missing > TOLERANCE) {
      const needed = typeof minimum.atLeast === "number" ? missing : missing / (1 - minimum.atLeast.shareOfTotal);
      shortfalls.push({
        code,
        clause,
        of,
        missing: Math.round(missing * 100) / 100,
        needed: Math.ceil(needed * 100 - 1e-6) / 100,
        question: open && ask !== undefined ? ask : null,
        severity: lenient ? "info" : open ? "judgement" : "error",
      });
    }
    const bound = outcome.bounds[index];
    if (lenient || !bound) return;
    if (bound.lowest < limit - TOLERANCE) safe = false;
    if (!open && bound.highest < limit - TOLERANCE) lost = true;
  });
  return { status: safe ? "met" : lost ? "unmet" : "pending", shortfalls };
}

/** Hours may have decimals (online courses): sums are compared with a tolerance. */
const TOLERANCE = 1e-9;

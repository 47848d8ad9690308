/** One person's year: credited hours, what they could become while questions are open, and the status that follows. */
import type { Policy } from "../policy/language";
import type { ReadingOf } from "./compile";
import type { Office } from "./engine";
import type { Row } from "./record-review";
import { applyGroups } from "./cross-record-rules";
import { cellOfCode, type Code } from "../policy/codes";
import type { Severity, YearStatus } from "./types";

interface Sums {
  public: number;
  professional: number;
  total: number;
}

/** What a minimum is compared with: its subject's hours, less its share of the total where it is a ratio. */
interface Bound {
  lowest: number;
  highest: number;
}

export interface YearOutcome {
  readonly credited: Sums;
  /** By position of the policy's minima: between what values each can still move. */
  readonly bounds: readonly Bound[];
}

const nothing = (): Sums => ({ public: 0, professional: 0, total: 0 });

function addTo(sums: Sums, row: Row, hours: number, reading: ReadingOf): void {
  const publicHours = row.publicShare(reading, hours);
  sums.total += hours;
  sums.public += publicHours;
  sums.professional += hours - publicHours;
}

type Minimum = Policy["minima"][number];

/** Linear in the sums, so that independent parts of a year simply add up. */
const measured = ({ of, atLeast }: Minimum, sums: Sums): number =>
  typeof atLeast === "number" ? sums[of] : sums[of] - atLeast.shareOfTotal * sums.total;
const demanded = ({ atLeast }: Minimum): number => (typeof atLeast === "number" ? atLeast : 0);

/** Beyond this many combinations of open questions the rows are bounded one by one: wider, but never wrong. */
const MOST_COMBINATIONS = 20_000;

/** Sums a year and says between what values it can still move. Notes hours and the codes of groups on the rows. */
export function sumYear(rows: readonly Row[], office: Office): YearOutcome {
  const { minima } = office.engine.policy;
  const hours = rows.map((row) => row.value(office.reading));
  const memberships = applyGroups(rows, hours, office.reading, office);
  let moves = false;
  for (const { question, code, clause, rows: members, losers } of memberships) {
    const severity: Severity = question === null ? "error" : office.isOpen(question) ? "judgement" : "info";
    moves ||= severity === "judgement";
    for (const index of question === null ? losers : members) {
      const row = rows[index];
      row?.drafts.push({
        code,
        severity: question !== null && row.decision ? "info" : severity,
        clause: question === null ? clause : office.clauseOf(question),
        key: cellOfCode(code, office.engine.policy),
        details: { count: members.length },
      });
    }
  }
  const credited = nothing();
  rows.forEach((row, index) => {
    row.credited = row.lowest = row.highest = hours[index] ?? 0;
    addTo(credited, row, row.credited, office.reading);
    moves ||= row.open.length > 0 && !row.blocked;
  });
  if (!moves)
    return {
      credited,
      bounds: minima.map((minimum) => ({ lowest: measured(minimum, credited), highest: measured(minimum, credited) })),
    };
  const bounds = minima.map((): Bound => ({ lowest: 0, highest: 0 }));
  for (const part of independentParts(rows, office)) boundPart(part, office, bounds);
  return { credited, bounds };
}

interface Part {
  rows: Row[];
  questions: Set<number>;
}

/** Rows that share an open question or a cap move together; all others are independent and simply add up. */
function independentParts(rows: readonly Row[], office: Office): Part[] {
  let parts: Part[] = [];
  const join = (rowsOfPart: readonly Row[], questions: readonly number[]): void => {
    const joined: Part = { rows: [...rowsOfPart], questions: new Set(questions) };
    parts = parts.filter((part) => {
      const touches =
        part.rows.some((row) => joined.rows.includes(row)) ||
        [...part.questions].some((question) => joined.questions.has(question));
      if (touches) {
        for (const row of part.rows) if (!joined.rows.includes(row)) joined.rows.push(row);
        for (const question of part.questions) joined.questions.add(question);
      }
      return !touches;
    });
    parts.push(joined);
  };
  for (const row of rows) join([row], row.open);
  for (const group of office.engine.policy.groups) {
    const members = rows.filter(
      (row) => row.record.form !== null && group.forms.includes(row.record.form) && !row.blocked,
    );
    if (members.length < 2) continue;
    const question = group.ask === undefined ? null : office.index(group.ask);
    join(members, question !== null && office.isOpen(question) ? [question] : []);
  }
  // Groups and caps work in the order of the sheet.
  for (const part of parts) part.rows.sort((a, b) => a.record.place.row - b.record.place.row);
  return parts;
}

function boundPart(part: Part, office: Office, bounds: readonly Bound[]): void {
  const { minima } = office.engine.policy;
  const questions = [...part.questions];
  const count = questions.reduce((product, question) => product * office.optionsOf(question).length, 1);
  if (count > MOST_COMBINATIONS && part.rows.length > 1) {
    for (const row of part.rows) {
      const own = bounds.map((): Bound => ({ lowest: 0, highest: 0 }));
      boundPart({ rows: [row], questions: new Set(row.open) }, office, own);
      // A cap or a group may still take all of it.
      own.forEach(({ lowest, highest }, index) => widen(bounds[index], Math.min(0, lowest), Math.max(0, highest)));
      row.lowest = Math.min(0, row.lowest);
    }
    return;
  }
  const low = minima.map(() => Infinity);
  const high = minima.map(() => -Infinity);
  const visit = (reading: ReadingOf): void => {
    const hours = part.rows.map((row) => row.value(reading));
    applyGroups(part.rows, hours, reading, office);
    const sums = nothing();
    part.rows.forEach((row, index) => {
      const own = hours[index] ?? 0;
      addTo(sums, row, own, reading);
      row.lowest = Math.min(row.lowest, own);
      row.highest = Math.max(row.highest, own);
    });
    minima.forEach((minimum, index) => {
      const value = measured(minimum, sums);
      low[index] = Math.min(low[index] ?? 0, value);
      high[index] = Math.max(high[index] ?? 0, value);
    });
  };
  if (questions.length === 0) visit(office.reading);
  else office.combinations(questions, visit);
  minima.forEach((_, index) => widen(bounds[index], low[index] ?? 0, high[index] ?? 0));
}

function widen(bound: Bound | undefined, lowest: number, highest: number): void {
  if (!bound) return;
  bound.lowest += lowest;
  bound.highest += highest;
}

export interface Shortfall {
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
export function judgeYear(
  outcome: YearOutcome,
  sealed: boolean,
  office: Office,
): { status: YearStatus; shortfalls: Shortfall[] } {
  if (sealed) return { status: "met", shortfalls: [] };
  const shortfalls: Shortfall[] = [];
  let safe = true;
  let lost = false;
  office.engine.policy.minima.forEach((minimum, index) => {
    const { of, ask, code, clause } = minimum;
    const question = ask === undefined ? null : office.index(ask);
    const open = question !== null && office.isOpen(question);
    const lenient = question !== null && !open && office.reads(question, minimum.lenient ?? "");
    const limit = demanded(minimum);
    const missing = limit - measured(minimum, outcome.credited);
    if (missing > TOLERANCE) {
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

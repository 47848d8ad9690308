/** One person's year: credited hours, what they could become while questions are open, and the status that follows. */
import type { ReadingOf } from "./compile";
import type { Office } from "./engine";
import type { Row } from "./record";
import { applyGroups } from "./across";
import type { Severity, YearStatus } from "./types";

export interface Sums {
  public: number;
  professional: number;
  total: number;
}

export interface RowOutcome {
  credited: number;
  lowest: number;
  highest: number;
}

export interface YearOutcome {
  readonly rows: ReadonlyMap<Row, RowOutcome>;
  readonly credited: Sums;
  readonly lowest: Sums;
  readonly highest: Sums;
}

const nothing = (): Sums => ({ public: 0, professional: 0, total: 0 });

function addTo(sums: Sums, row: Row, hours: number): void {
  sums.total += hours;
  if (row.subject === "public") sums.public += hours;
  else sums.professional += hours;
}

/** Beyond this many combinations of open questions the rows are bounded one by one: wider, but never wrong. */
const MOST_COMBINATIONS = 20_000;

/** Sums a year and says between what values it can still move. Notes group codes on the rows. */
export function sumYear(rows: readonly Row[], office: Office): YearOutcome {
  const hours = rows.map((row) => row.value(office.reading));
  for (const membership of applyGroups(rows, hours, office.reading, office)) {
    const { question, code, clause } = membership;
    for (const index of question === null ? membership.losers : membership.rows) {
      const severity: Severity = question === null ? "error" : office.isOpen(question) ? "judgement" : "info";
      rows[index]?.drafts.push({ code, severity, clause: question === null ? clause : office.clauseOf(question), key: undefined, details: { count: membership.rows.length } });
    }
  }
  const outcomes = new Map<Row, RowOutcome>();
  const credited = nothing();
  rows.forEach((row, index) => {
    const own = hours[index] ?? 0;
    addTo(credited, row, own);
    outcomes.set(row, { credited: own, lowest: own, highest: own });
  });
  const lowest = nothing();
  const highest = nothing();
  for (const part of independentParts(rows, office)) boundPart(part, office, outcomes, lowest, highest);
  return { rows: outcomes, credited, lowest, highest };
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
      const touches = part.rows.some((row) => joined.rows.includes(row)) || [...part.questions].some((question) => joined.questions.has(question));
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
    const members = rows.filter((row) => row.record.form !== null && group.forms.includes(row.record.form) && !row.blocked);
    if (members.length < 2) continue;
    const question = group.ask === undefined ? null : office.index(group.ask);
    join(members, question !== null && office.isOpen(question) ? [question] : []);
  }
  // Groups and caps work in the order of the sheet.
  for (const part of parts) part.rows.sort((a, b) => a.record.place.row - b.record.place.row);
  return parts;
}

function boundPart(part: Part, office: Office, outcomes: Map<Row, RowOutcome>, lowest: Sums, highest: Sums): void {
  const questions = [...part.questions];
  const count = questions.reduce((product, question) => product * office.optionsOf(question).length, 1);
  if (count > MOST_COMBINATIONS && part.rows.length > 1) {
    for (const row of part.rows) {
      const low = nothing();
      boundPart({ rows: [row], questions: new Set(row.open) }, office, outcomes, low, highest);
      // A cap or a group may still take all of it.
      const outcome = outcomes.get(row);
      if (outcome) outcome.lowest = 0;
    }
    return;
  }
  const low: Sums = { public: Infinity, professional: Infinity, total: Infinity };
  const high: Sums = { public: -Infinity, professional: -Infinity, total: -Infinity };
  const visit = (reading: ReadingOf): void => {
    const hours = part.rows.map((row) => row.value(reading));
    applyGroups(part.rows, hours, reading, office);
    const sums = nothing();
    part.rows.forEach((row, index) => {
      const own = hours[index] ?? 0;
      addTo(sums, row, own);
      const outcome = outcomes.get(row);
      if (!outcome) return;
      outcome.lowest = Math.min(outcome.lowest, own);
      outcome.highest = Math.max(outcome.highest, own);
    });
    for (const sum of ["public", "professional", "total"] as const) {
      low[sum] = Math.min(low[sum], sums[sum]);
      high[sum] = Math.max(high[sum], sums[sum]);
    }
  };
  if (questions.length === 0) visit(office.reading);
  else office.combinations(questions, visit);
  for (const sum of ["public", "professional", "total"] as const) {
    lowest[sum] += low[sum];
    highest[sum] += high[sum];
  }
}

export interface Shortfall {
  readonly code: string;
  readonly clause: string;
  readonly severity: Severity;
  readonly of: "total" | "public" | "professional";
  readonly missing: number;
}

/** The year's status and what it lacks. A sealed year is met without records. */
export function judgeYear(outcome: YearOutcome, sealed: boolean, office: Office): { status: YearStatus; shortfalls: Shortfall[] } {
  if (sealed) return { status: "met", shortfalls: [] };
  const shortfalls: Shortfall[] = [];
  let safe = true;
  let lost = false;
  for (const minimum of office.engine.policy.minima) {
    const { of, ask } = minimum;
    const limit = (total: number): number => (typeof minimum.atLeast === "number" ? minimum.atLeast : minimum.atLeast.shareOfTotal * total);
    const question = ask === undefined ? null : office.index(ask);
    const open = question !== null && office.isOpen(question);
    const lenient = question !== null && !open && office.reads(question, minimum.lenient ?? "");
    const missing = limit(outcome.credited.total) - outcome.credited[of];
    if (missing > TOLERANCE) {
      shortfalls.push({ code: minimum.code, clause: minimum.clause, of, missing: Math.round(missing * 100) / 100, severity: lenient ? "info" : open ? "judgement" : "error" });
    }
    if (lenient) continue;
    if (outcome.lowest[of] < limit(outcome.highest.total) - TOLERANCE) safe = false;
    if (!open && outcome.highest[of] < limit(outcome.lowest.total) - TOLERANCE) lost = true;
  }
  return { status: safe ? "met" : lost ? "unmet" : "pending", shortfalls };
}

/** Hours may have decimals (online courses): sums are compared with a tolerance. */
const TOLERANCE = 1e-9;

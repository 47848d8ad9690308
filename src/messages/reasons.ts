/** Years and people in words: what is met, what is lacking, what is open. */
import type { PersonReasons, YearReasons } from "../review/reasons";
import type { Finding } from "../review/types";
import type { Catalogue } from "./catalogue";

interface Speech {
  readonly catalogue: Catalogue;
  readonly unit: (unit: string, count: number) => string;
  readonly problem: (finding: Finding) => string;
  /** What a question asks. Its number alone says nothing to who reads the sheet. */
  readonly question: (id: string) => string;
}

/** "公需差 6 学时、合计差 10 学时"; blank when nothing is lacking. */
export function lackingText(
  { shortfalls, unit }: YearReasons,
  { catalogue: { reasons, explain }, unit: unitWord }: Speech,
): string {
  return shortfalls
    .map(({ of, missing }) =>
      reasons.lacking(reasons.sums[of] ?? of, explain.amount(String(missing), unitWord(unit, missing))),
    )
    .join(explain.list);
}

/** Which questions the year's status waits for; null when it waits for none. */
export function waitingText(
  { status, questions }: YearReasons,
  { catalogue: { reasons, explain }, question }: Speech,
): string | null {
  if (status !== "pending") return null;
  return questions.length === 0
    ? reasons.recordsPending
    : reasons.questionsOpen(questions.map(question).join(explain.list));
}

/** A person's verdict and why. `brief`: beside a list of the years, which says what each lacks. */
export function personText(person: PersonReasons, speech: Speech, brief: boolean): string {
  const { reasons, explain, personVerdicts, yearStatuses } = speech.catalogue;
  const standing = (status: YearReasons["status"]): readonly YearReasons[] =>
    person.years.filter((year) => year.status === status);
  const named = (years: readonly YearReasons[]): string => spans(years.map(({ year }) => year)).join(explain.list);
  const [met, unmet, pending] = [standing("met"), standing("unmet"), standing("pending")];
  const all = met.length > 0 && met.length === person.years.length;
  const parts: string[] = person.errors.map(
    (error) => explain.inside(speech.problem(error)) + explain.bracket(error.clause),
  );
  if (all) parts.push(reasons.allMet(named(met)));
  else if (met.length > 0 && !brief) parts.push(reasons.years(named(met), yearStatuses.met));
  if (brief)
    for (const [years, status] of [
      [unmet, "unmet"],
      [pending, "pending"],
    ] as const) {
      if (years.length > 0) parts.push(reasons.years(named(years), yearStatuses[status]));
    }
  else
    for (const year of [...unmet, ...pending].sort((a, b) => a.year - b.year)) {
      const why = [lackingText(year, speech), waitingText(year, speech) ?? ""]
        .filter((text) => text !== "")
        .join(explain.list);
      parts.push(
        reasons.years(String(year.year), yearStatuses[year.status]) + (why === "" ? "" : explain.bracket(why)),
      );
    }
  if (person.questions.length > 0) {
    const windows = new Set(person.windows.map(({ from, to }) => `${from}–${to}`));
    parts.push(reasons.windowOpen(person.questions.map(speech.question).join(explain.list), [...windows].sort()));
  }
  return reasons.person(personVerdicts[person.verdict], parts.join(explain.semicolon));
}

/** Years in a row as one span: 2013–2015、2017. */
function spans(years: readonly number[]): string[] {
  const found: { from: number; to: number }[] = [];
  for (const year of [...years].sort((a, b) => a - b)) {
    const last = found.at(-1);
    if (last && last.to === year - 1) last.to = year;
    else found.push({ from: year, to: year });
  }
  return found.map(({ from, to }) => (from === to ? String(from) : `${from}–${to}`));
}

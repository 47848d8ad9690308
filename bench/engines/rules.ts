/**
 * The subset as rules for the two engines. Conditions are in json-rules-engine's own JSON; zen.ts turns the same
 * conditions into ZEN expressions, so that both decide the same things. What a rule means for the verdict is its kind:
 * the host adds up what was hit, as is usual with both (`verdictOf`).
 */
import type { LearningRecord } from "../../src/submission/types";
import type { SubsetForm, Verdict } from "../subset";
import type { FactValue } from "./facts";

export type Operator =
  "equal" | "notEqual" | "in" | "contains" | "lessThan" | "lessThanInclusive" | "greaterThan" | "greaterThanInclusive";
export type Condition =
  | { readonly fact: string; readonly operator: Operator; readonly value: FactValue | { readonly fact: string } }
  | { readonly all: readonly Condition[] }
  | { readonly any: readonly Condition[] }
  | { readonly not: Condition };

/**
 * error: worth 0, and wrong · ask: an open question of the conversion, void beside an error · worth: asked only of a
 * row worth something · gate: asked only of a row that some reading of the open questions makes worth something · code:
 * stands in any case · hours: what the row is worth, the best of all that are hit; `bySomeReading`: it is worth that only
 * when an open question is read otherwise than by the provisional reading
 */
export type Rule =
  | { readonly kind: "error" | "ask" | "worth" | "gate" | "code"; readonly code: string; readonly when: Condition }
  | {
      readonly kind: "hours";
      readonly hours: number | ((record: LearningRecord, facts: Readonly<Record<string, FactValue>>) => number);
      readonly when: Condition;
      readonly bySomeReading?: true;
    };

const is = (fact: string, value: FactValue): Condition => ({ fact, operator: "equal", value });
const isNot = (fact: string, value: FactValue): Condition => ({ fact, operator: "notEqual", value });
const given = (fact: string): Condition => isNot(fact, null);
const blank = (fact: string): Condition => is(fact, null);
const compare = (fact: string, operator: Operator, value: number | { readonly fact: string }): Condition => ({
  fact,
  operator,
  value,
});
const differs = (fact: string, other: string): Condition => ({ fact, operator: "notEqual", value: { fact: other } });
const oneOf = (fact: string, values: readonly string[]): Condition => ({ fact, operator: "in", value: values });
const has = (slug: string): Condition => ({ fact: "evidence", operator: "contains", value: slug });
const hasIndex = (slug: string): Condition => ({ fact: "indexing", operator: "contains", value: slug });
const all = (...conditions: readonly Condition[]): Condition => ({ all: conditions });
const any = (...conditions: readonly Condition[]): Condition => ({ any: conditions });
const not = (condition: Condition): Condition => ({ not: condition });
const above = (fact: string, value: number | { readonly fact: string }): Condition =>
  all(given(fact), compare(fact, "greaterThan", value));

const error = (code: string, when: Condition): Rule => ({ kind: "error", code, when });
const ask = (code: string, when: Condition): Rule => ({ kind: "ask", code, when });
const code = (name: string, when: Condition): Rule => ({ kind: "code", code: name, when });
const worth = (name: string, when: Condition): Rule => ({ kind: "worth", code: name, when });
const gate = (name: string, when: Condition): Rule => ({ kind: "gate", code: name, when });
const hours = (amount: Extract<Rule, { kind: "hours" }>["hours"], when: Condition): Rule => ({
  kind: "hours",
  hours: amount,
  when,
});
const hoursBySomeReading = (amount: Extract<Rule, { kind: "hours" }>["hours"], when: Condition): Rule => ({
  kind: "hours",
  hours: amount,
  when,
  bySomeReading: true,
});

const unsealed = is("sealed", false);
const stamp = code("registration-not-stamped", all(unsealed, is("stamped", false)));
const professionalOnly = code("subject-not-allowed", is("subject", "public"));
const subjectNeeded = code("subject-missing", blank("subject"));

const earlier: Condition = all(given("year"), given("fromYear"), compare("year", "lessThan", { fact: "fromYear" }));
const periodYear: readonly Rule[] = [
  code("dates-missing", blank("fromYear")),
  code("year-mismatch", all(given("year"), given("toYear"), compare("year", "greaterThan", { fact: "toYear" }))),
  code("makeup-not-accepted", all(earlier, compare("toYear", "greaterThan", 2018))),
  gate("j-makeup-scope", all(earlier, compare("toYear", "lessThanInclusive", 2018))),
];
const completionYear = code(
  "year-mismatch",
  all(given("completedYear"), given("year"), differs("completedYear", "year")),
);

/** The codes of a row without any complete set: `complete` is asked once a rule. */
const lacking = (complete: Condition): readonly Rule[] => [
  code("evidence-incomplete", all(unsealed, not(complete))),
  gate("j-evidence-auxiliary", all(unsealed, has("auxiliary"), not(complete))),
];

const badNumber = error(
  "invalid-number",
  any(is("badCounts", true), all(given("statedHours"), compare("statedHours", "lessThan", 0))),
);
const statedDiffers: Condition = all(given("statedHours"), differs("statedHours", "byDays"));

const plan = any(has("timetable"), has("agenda"));
const trainingSet = (signin: Condition): Condition =>
  any(all(has("notice"), plan, signin), all(has("completion"), any(signin, has("notice"), plan)));
/** With another form of signing in for the sheet, what the notice's body asks for and no more. */
const attendedBySubstitute = all(has("notice"), has("alt-attendance"), not(has("signin")), not(has("completion")));
const signed = any(has("signin"), has("alt-attendance"));
const daysGiven = any(given("halfDays"), given("evenings"));
const none = (fact: string): Condition => any(blank(fact), is(fact, 0));

const onlineSet = any(
  all(has("content"), any(has("progress"), has("completion"))),
  all(has("duration"), has("completion")),
);
const finished = any(has("completion"), all(given("progress"), compare("progress", "greaterThanInclusive", 100)));
const certified = above("statedHours", 0);

const receipt = all(has("invitation"), has("sealed-receipt"));
const meetingSet = any(all(has("invitation"), has("notes")), all(receipt, has("supporting")));

const LISTED = ["national", "provincial", "ministerial", "municipal", "bureau"];
const upTo = (levels: readonly string[], rank: number): Condition =>
  all(oneOf("level", levels), given("rank"), compare("rank", "lessThanInclusive", rank));

const anyIndex = (slugs: readonly string[]): Condition => any(...slugs.map(hasIndex));
const FIRST_TIER = ["EI", "SCI", "CPCI", "SSCI", "A&HCI", "intl-top"];
const SECOND_TIER = ["CSSCI", "CSCD", "PKU-core", "other-core"];
const eligible = anyIndex([...FIRST_TIER, ...SECOND_TIER, "domestic-public"]);
const known = any(eligible, hasIndex("foreign-unlisted"));
const byRank = (role: string): Condition => all(given("rank"), isNot("rank", 1), is("role", role), known);
/** First authors, and those who may be read as such: only to them the journal's tier matters. */
const mayBeFirst = any(is("rank", 1), oneOf("role", ["corresponding", "co-first"]));

export const RULES: Readonly<Record<SubsetForm, readonly Rule[]>> = {
  training:
    // A case a line
    // prettier-ignore
    [
    badNumber,
    error("day-count-impossible", all(given("days"), any(all(is("badHalfDays", false), above("halfDays", { fact: "twoDays" })), all(is("badEvenings", false), above("evenings", { fact: "days" }))))),
    error("no-training-days", all(daysGiven, none("halfDays"), none("evenings"))),
    ask("j-days-missing", all(blank("halfDays"), blank("evenings"))),
    ask("j-stated-hours-differ", all(daysGiven, statedDiffers)),
    hours((_, facts) => Number(facts.byDays), daysGiven),
    hoursBySomeReading((record) => record.statedHours ?? 0, above("statedHours", 0)),
    subjectNeeded,
    stamp,
    code("evidence-substitute-used", all(unsealed, not(trainingSet(has("signin"))), has("alt-attendance"), any(trainingSet(has("alt-attendance")), attendedBySubstitute))),
    gate("j-evidence-body-vs-annex4", all(unsealed, any(has("completion"), all(has("notice"), signed)), not(trainingSet(signed)))),
    ...lacking(trainingSet(signed)),
    ...periodYear,
    code("training-not-filed", all(is("subject", "public"), is("filed", false))),
  ],
  online: [
    error("invalid-number", all(given("statedHours"), compare("statedHours", "lessThan", 0))),
    ask("j-online-hours-unspecified", not(certified)),
    ask("j-online-incomplete", all(certified, not(finished))),
    hours((record) => record.statedHours ?? 0, all(certified, finished)),
    hoursBySomeReading((record) => record.statedHours ?? 0, certified),
    subjectNeeded,
    stamp,
    ...lacking(onlineSet),
    ...periodYear,
    worth("j-online-unfiled", is("filed", false)),
  ],
  meeting: [
    badNumber,
    error("field-missing", blank("meetingDays")),
    error(
      "day-count-impossible",
      all(
        given("countable"),
        any(
          compare("countable", "lessThan", 0),
          all(is("badHalfDays", false), above("halfDays", { fact: "countable" })),
        ),
      ),
    ),
    error(
      "day-count-impossible",
      all(given("days"), is("badMeetingDays", false), above("meetingDays", { fact: "days" })),
    ),
    error("meeting-no-countable-day", is("countable", 0)),
    ask("j-one-day-meeting", all(is("meetingDays", 1), is("countable", 1))),
    ask("j-half-day-meeting", above("halfDays", 0)),
    ask("j-meeting-evening", above("evenings", 0)),
    // Half-days and evenings can be read in several ways: the certificate then differs from one of them in any case
    ask(
      "j-stated-hours-differ",
      all(given("statedHours"), any(statedDiffers, above("halfDays", 0), above("evenings", 0))),
    ),
    hours((_, facts) => Number(facts.byDays), given("byDays")),
    professionalOnly,
    stamp,
    gate("j-evidence-supporting-required", all(unsealed, receipt, not(meetingSet))),
    gate("j-evidence-notes-or-like", all(unsealed, has("invitation"), has("supporting"), not(meetingSet))),
    code("evidence-incomplete", all(unsealed, not(meetingSet), any(not(receipt), has("auxiliary")))),
    gate("j-evidence-auxiliary", all(unsealed, has("auxiliary"), not(meetingSet))),
    ...periodYear,
  ],
  project: [
    error("rank-invalid", is("badRank", true)),
    error("project-not-concluded", blank("completedYear")),
    error("field-missing", blank("level")),
    error("rank-missing", all(oneOf("level", LISTED), blank("rank"))),
    ask("j-project-level-unlisted", all(given("level"), not(oneOf("level", LISTED)))),
    hours(60, any(upTo(["national"], 5), upTo(["provincial", "ministerial"], 3))),
    hours(40, upTo(["municipal", "bureau"], 3)),
    hours(10, oneOf("level", LISTED)),
    hoursBySomeReading(10, all(given("level"), not(oneOf("level", LISTED)))),
    professionalOnly,
    stamp,
    ...lacking(has("conclusion-proof")),
    completionYear,
  ],
  paper: [
    error("rank-invalid", is("badRank", true)),
    error("paper-not-published", blank("completedYear")),
    error("field-missing", is("indexings", 0)),
    error("paper-journal-not-eligible", all(compare("indexings", "greaterThan", 0), not(known))),
    error("rank-missing", all(blank("rank"), eligible)),
    ask("j-paper-foreign-unlisted", hasIndex("foreign-unlisted")),
    ask("j-intl-top-journal", all(mayBeFirst, hasIndex("intl-top"))),
    ask("j-other-core-journal", all(mayBeFirst, hasIndex("other-core"))),
    ask("j-corresponding-author", byRank("corresponding")),
    ask("j-co-first-author", byRank("co-first")),
    hours(60, all(is("rank", 1), anyIndex(FIRST_TIER))),
    hours(30, all(is("rank", 1), anyIndex(SECOND_TIER))),
    hours(10, all(is("rank", 1), hasIndex("domestic-public"))),
    hours(5, eligible),
    hoursBySomeReading(5, hasIndex("foreign-unlisted")),
    professionalOnly,
    stamp,
    ...lacking(all(has("journal-cover"), has("issue-number"), has("toc"))),
    completionYear,
  ],
};

/** The verdict that follows from the rules that were hit, by their positions. */
export function verdictOf(
  rules: readonly Rule[],
  hits: readonly number[],
  record: LearningRecord,
  facts: Readonly<Record<string, FactValue>>,
): Verdict {
  let best = 0;
  let most = 0;
  let wrong = false;
  for (const hit of hits) {
    const rule = rules[hit];
    if (rule?.kind === "error") wrong = true;
    else if (rule?.kind === "hours") {
      const worthOf = typeof rule.hours === "number" ? rule.hours : rule.hours(record, facts);
      most = Math.max(most, worthOf);
      if (rule.bySomeReading !== true) best = Math.max(best, worthOf);
    }
  }
  if (wrong) best = most = 0;
  const codes: string[] = [];
  for (const hit of hits) {
    const rule = rules[hit];
    if (
      rule === undefined ||
      rule.kind === "hours" ||
      (rule.kind === "ask" && wrong) ||
      (rule.kind === "worth" && best === 0) ||
      (rule.kind === "gate" && most === 0)
    )
      continue;
    codes.push(rule.code);
  }
  if (record.claimedHours !== null && best > 0 && record.claimedHours !== best) codes.push("hours-claim-mismatch");
  return { hours: best, codes };
}

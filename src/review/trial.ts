/** 试算: what an activity would be worth, from a form and the few cells that its hours hang on, before anything is handed in. */
import { policyOf } from "../policy";
import { FACTS, type FactName, type Policy } from "../policy/language";
import type { CellValue } from "../grid/address";
import { readLooseRecord, recordKeyOf } from "../submission";
import type { Decision } from "../submission/types";
import { headerOf, RECORD_COLUMNS, SHEETS } from "../submission/vocabulary";
import { evidenceLabels, evidenceWays } from "./evidence";
import { explainRecord, type Explanation } from "./explain";
import type { Finding } from "./types";

const FACT_NAMES: ReadonlySet<string> = new Set(FACTS);

/** Columns that a derived fact is made of; none for what is no cell, and for the date of completion: the trial supposes it is in order. */
const CELLS_OF: Partial<Readonly<Record<FactName, readonly string[]>>> = {
  authors: ["rank"],
  countableDays: ["meetingDays", "uncountedDays"],
  days: ["startDate", "endDate"],
  months: ["startDate", "endDate"],
  startYear: ["startDate", "endDate"],
  endYear: ["startDate", "endDate"],
  completedDate: [],
  formLabel: [],
  evidence: [],
  taken: [],
};

/** Some day of completion, where none is given: a trial asks what it is worth once it is completed. */
const COMPLETED = "2018-01-01";

/** Keys of the columns of 学时记录 that the form's hours hang on, in the order of the sheet; none for a form the notice does not have. */
export function trialKeys({ forms }: Policy, form: string): readonly string[] {
  const policy = Object.hasOwn(forms, form) ? forms[form] : undefined;
  if (policy === undefined) return [];
  const facts = new Set<FactName>();
  const walk = (node: unknown): void => {
    if (typeof node === "string") {
      if (FACT_NAMES.has(node)) facts.add(node as FactName);
    } else if (typeof node === "object" && node !== null) {
      for (const [key, each] of Object.entries(node)) {
        if (FACT_NAMES.has(key)) facts.add(key as FactName);
        walk(each);
      }
    }
  };
  walk(policy.conversion);
  const keys = new Set([...facts].flatMap((fact) => CELLS_OF[fact] ?? [fact]));
  return RECORD_COLUMNS.map(({ key }) => key).filter((key) => keys.has(key));
}

/** What a trial gives. */
export interface Trial {
  readonly policy: Policy;
  readonly explanation: Explanation;
  /** What can't be read, is lacking, or makes it worth nothing; each once, without a place. */
  readonly wrong: readonly Finding[];
  /** Documents to hand in, as units name them: any one of these sets. */
  readonly papers: readonly (readonly string[])[];
}

export type TrialError =
  | { readonly key: "no-such-policy"; readonly id: string }
  | { readonly key: "no-such-item"; readonly item: string; readonly items: readonly string[] }
  | { readonly key: "item-twice"; readonly item: string };

/**
 * Tries a form of study (a label) with cells by their headers, synonyms included; blank ones count as not given.
 * `decisions`: the office's, by which questions are answered. `error`: a header that names no column of 学时记录, with those
 * that the form's hours hang on.
 */
export function trial(
  form: string,
  given: readonly (readonly [header: string, value: CellValue])[],
  policyId: string,
  decisions: readonly Decision[] = [],
): Trial | { readonly error: TrialError } {
  const policy = policyOf(policyId);
  if (policy === undefined) return { error: { key: "no-such-policy", id: policyId } };
  const filled = given.filter(([, value]) => value !== null && value !== "");
  const readWith = (cells: typeof filled): ReturnType<typeof readLooseRecord> =>
    readLooseRecord(
      [form, ...cells.map(([, value]) => value)],
      [headerOf("form"), ...cells.map(([name]) => name)],
      policy,
    );
  const keys = new Set<string>();
  for (const [item] of filled) {
    const key = recordKeyOf(item);
    if (key === undefined) return { error: { key: "no-such-item", item, items: itemsOf(policy, form) } };
    if (keys.has(key)) return { error: { key: "item-twice", item } };
    keys.add(key);
  }
  const first = readWith(filled);
  const record =
    first === null || first.completedDate !== null || first.unreadable.has("completedDate")
      ? first
      : readWith([...filled, [headerOf("completedDate"), COMPLETED]]);
  if (record === null) throw new Error("a trial has no form");
  const own = record.form === null ? undefined : policy.forms[record.form];
  const labels = own === undefined ? new Map<string, string>() : evidenceLabels(own);
  const explanation = explainRecord(record, policy, decisions);
  const wrong: readonly (Pick<Finding, "code" | "details"> & { readonly clause?: string })[] = [
    ...record.problems.filter(({ key }) => key !== "form" && key !== "completedDate"),
    ...explanation.errors,
  ];
  return {
    policy,
    explanation,
    wrong: [...new Map(wrong.map((each) => [`${each.code} ${JSON.stringify(each.details)}`, each])).values()].map(
      ({ code, details = {}, clause = "" }) => ({
        code,
        details,
        clause,
        severity: "error",
        place: { sheet: SHEETS.records, row: 0 },
      }),
    ),
    papers: own === undefined ? [] : evidenceWays(own).map((set) => set.map((slug) => labels.get(slug) ?? slug)),
  };
}

/** The headers that the hours of a form (a label) hang on. */
export function itemsOf(policy: Policy, form: string): readonly string[] {
  const slug = Object.entries(policy.forms).find(([, { labels }]) => labels.includes(form))?.[0];
  return slug === undefined ? [] : trialKeys(policy, slug).map(headerOf);
}

/**
 * Checks what one part of a notice names in another: questions and their options, codes, forms, documents, labels, values
 * of closed columns. Types alone can't say it.
 */
import { codeEntryOf } from "./codes";
import type { CodeEntry } from "./code";
import { FACT_VALUES, PERSON_VALUES } from "./fact-values";

/** A wrong reference: the path of the entry, what it says, and what it may say. */
export interface ReferenceIssue {
  readonly path: string;
  readonly message: string;
  readonly found: string;
  readonly allowed: readonly string[];
}

interface Evidence {
  readonly sets: readonly (readonly string[])[];
  readonly labels: Readonly<Record<string, string>>;
  readonly substitutes: readonly { readonly slug: string; readonly standsFor: string }[];
  readonly openings: readonly { readonly sets: readonly (readonly string[])[] }[];
}

/** What of a notice is looked at by name; all of it is walked for questions and codes. */
export interface NamedParts {
  readonly forms: Readonly<
    Record<
      string,
      { readonly labels: readonly string[]; readonly evidence?: Evidence | undefined; readonly conversion: object }
    >
  >;
  readonly questions: readonly {
    readonly id: string;
    readonly options: readonly string[];
    readonly zh: { readonly options: Readonly<Record<string, string>> };
    readonly en: { readonly options: Readonly<Record<string, string>> };
  }[];
  readonly factWords: readonly { readonly form: string }[];
  readonly groups: readonly { readonly forms: readonly string[] }[];
  readonly filing?:
    | {
        readonly demands: readonly { readonly form: string }[];
        readonly unnumbered?: { readonly form: string } | undefined;
      }
    | undefined;
  readonly windows?:
    { readonly levels: readonly string[]; readonly shorter: readonly { readonly education: string }[] } | undefined;
  readonly proofs?: { readonly senior: string; readonly others: string } | undefined;
  readonly unitKinds: readonly { readonly label: string; readonly nature: string }[];
  readonly channels: readonly { readonly natures: readonly string[] }[];
  readonly codes: Readonly<Record<string, CodeEntry>>;
  readonly clauses: Readonly<Record<string, string>>;
}

/** Keys of a notice's entries whose value is a code, or several. */
const CODE_KEYS: ReadonlySet<string> = new Set([
  "code",
  "error",
  "notFiled",
  "incomplete",
  "refused",
  "tooShort",
  "claimDiffers",
  "yearNotMet",
  "wrongProof",
  "wrongPlace",
]);
/** Keys beside `ask` whose value is one option of its question, or several. */
const OPTION_KEYS = ["accept", "lenient", "keepHighest", "proportional", "asClaimed", "under"] as const;

/** Those of them that say nothing without the question beside them. */
const OPTIONS_OF_QUESTION = ["lenient", "keepHighest", "proportional", "under"] as const;

const pathTo = (path: string, key: string, isIndex: boolean): string =>
  isIndex ? `${path}[${key}]` : path === "" ? key : `${path}.${key}`;

/** Walks all entries of a value with their paths. */
function walk(node: unknown, path: string, visit: (entry: Record<string, unknown>, path: string) => void): void {
  if (node === null || typeof node !== "object") return;
  if (!Array.isArray(node)) visit(node as Record<string, unknown>, path);
  for (const [key, each] of Object.entries(node)) walk(each, pathTo(path, key, Array.isArray(node)), visit);
}

/** Codes that a notice's rules can say, each with the path of an entry that says it. */
export function codesSaidBy(notice: NamedParts): ReadonlyMap<string, string> {
  const said = new Map<string, string>();
  walk({ ...notice, codes: undefined, questions: undefined }, "", (entry, path) => {
    for (const [key, each] of Object.entries(entry))
      if (CODE_KEYS.has(key))
        for (const name of [each].flat()) if (typeof name === "string") said.set(name, pathTo(path, key, false));
  });
  for (const name of Object.keys(notice.clauses)) if (!said.has(name)) said.set(name, `clauses.${name}`);
  return said;
}

/** All wrong references of a notice. */
export function referenceIssues(notice: NamedParts): readonly ReferenceIssue[] {
  const issues: ReferenceIssue[] = [];
  const wrong = (path: string, message: string, found: string, allowed: readonly string[] = []): void => {
    issues.push({ path, message, found, allowed });
  };
  const oneOf = (path: string, found: string, allowed: readonly string[], what: string): void => {
    if (!allowed.includes(found)) wrong(path, `there is no ${what} ${found}`, found, allowed);
  };
  checkCodes(notice, wrong);
  checkQuestions(notice, wrong);
  checkForms(notice, wrong, oneOf);
  const natures = notice.unitKinds.map(({ nature }) => nature);
  notice.channels.forEach((channel, at) => {
    for (const nature of channel.natures) oneOf(`channels[${at}]`, nature, natures, "kind of unit");
  });
  return issues;
}

type Wrong = (path: string, message: string, found: string, allowed?: readonly string[]) => void;
type OneOf = (path: string, found: string, allowed: readonly string[], what: string) => void;

function checkCodes(notice: NamedParts, wrong: Wrong): void {
  const said = codesSaidBy(notice);
  for (const [name, path] of said)
    if (codeEntryOf(name, notice) === undefined)
      wrong(path, `there is no code ${name}`, name, Object.keys(notice.codes));
  for (const name of Object.keys(notice.codes))
    if (!said.has(name)) wrong(`codes.${name}`, `nothing in the policy says ${name}`, name, [...said.keys()]);
}

function checkQuestions(notice: NamedParts, wrong: Wrong): void {
  const known = new Map(notice.questions.map((each) => [each.id, each.options]));
  walk({ ...notice, questions: undefined, codes: undefined }, "", (entry, path) => {
    if (typeof entry.ask !== "string") {
      for (const key of OPTIONS_OF_QUESTION)
        if (entry[key] !== undefined)
          wrong(path, `${key} names an option, and there is no question beside it`, String(entry[key]));
      return;
    }
    const { ask } = entry;
    const options = known.get(ask);
    if (options === undefined) {
      wrong(path, `there is no question ${ask}`, ask, [...known.keys()]);
      return;
    }
    for (const key of OPTION_KEYS)
      for (const option of [entry[key] ?? []].flat())
        if (typeof option === "string" && !options.includes(option))
          wrong(path, `${ask} has no option ${option}`, option, options);
    for (const given of [entry.options, entry.offsets]) {
      if (given === null || typeof given !== "object") continue;
      for (const option of options)
        if (!(option in given)) wrong(path, `option ${option} of ${ask} is missing`, option, options);
      for (const option of Object.keys(given))
        if (!options.includes(option)) wrong(path, `${ask} has no option ${option}`, option, options);
    }
  });
  const seen = new Set<string>();
  notice.questions.forEach(({ id, options, zh, en }, at) => {
    if (seen.has(id)) wrong(`questions[${at}].id`, `question ${id} stands twice`, id);
    seen.add(id);
    if (new Set(options).size < options.length)
      wrong(`questions[${at}].options`, `an option of ${id} stands twice`, id);
    for (const [language, { options: labels }] of Object.entries({ zh, en })) {
      for (const option of options)
        if (!Object.hasOwn(labels, option))
          wrong(`questions[${at}]`, `${id} has no label for ${option} in ${language}`, option);
      for (const option of Object.keys(labels))
        if (!options.includes(option)) wrong(`questions[${at}]`, `${id} has no option ${option}`, option, options);
    }
  });
}

function checkForms(notice: NamedParts, wrong: Wrong, oneOf: OneOf): void {
  const forms = Object.keys(notice.forms);
  const formOfLabel = new Map<string, string>();
  for (const [slug, { labels, evidence, conversion }] of Object.entries(notice.forms)) {
    labels.forEach((label, at) => {
      const other = formOfLabel.get(label);
      if (other !== undefined)
        wrong(`forms.${slug}.labels[${at}]`, `the label ${label} is that of ${other}, too`, label);
      formOfLabel.set(label, slug);
    });
    const documents = [...new Set(Object.values(evidence?.labels ?? {}))];
    checkValues(
      conversion,
      `forms.${slug}.conversion`,
      { ...FACT_VALUES, evidence: documents, formLabel: labels },
      oneOf,
    );
    if (evidence === undefined) continue;
    const at = `forms.${slug}.evidence`;
    const named = (path: string, document: string): void => {
      oneOf(path, document, documents, "label for the document");
    };
    evidence.sets.forEach((set, index) => set.forEach((each) => named(`${at}.sets[${index}]`, each)));
    evidence.substitutes.forEach(({ slug: document, standsFor }, index) => {
      named(`${at}.substitutes[${index}].slug`, document);
      named(`${at}.substitutes[${index}].standsFor`, standsFor);
    });
    evidence.openings.forEach(({ sets }, index) =>
      sets.flat().forEach((each) => named(`${at}.openings[${index}].sets`, each)),
    );
  }
  notice.factWords.forEach(({ form }, at) => oneOf(`factWords[${at}].form`, form, forms, "form"));
  notice.groups.forEach((group, at) =>
    group.forms.forEach((each) => oneOf(`groups[${at}].forms`, each, forms, "form")),
  );
  notice.filing?.demands.forEach(({ form }, at) => oneOf(`filing.demands[${at}].form`, form, forms, "form"));
  if (notice.filing?.unnumbered !== undefined)
    oneOf("filing.unnumbered.form", notice.filing.unnumbered.form, forms, "form");
  notice.windows?.levels.forEach((level) => oneOf("windows.levels", level, PERSON_VALUES.targetLevel, "level"));
  notice.windows?.shorter.forEach(({ education }, at) =>
    oneOf(`windows.shorter[${at}].education`, education, PERSON_VALUES.education, "education"),
  );
  if (notice.proofs !== undefined)
    for (const key of ["senior", "others"] as const)
      oneOf(`proofs.${key}`, notice.proofs[key], PERSON_VALUES.proof, "proof");
}

/** Values that conditions of a conversion compare facts with. */
function checkValues(
  conversion: object,
  path: string,
  values: Readonly<Record<string, readonly string[]>>,
  oneOf: OneOf,
): void {
  const visitCondition = (condition: unknown, at: string): void => {
    if (condition === null || typeof condition !== "object") return;
    for (const [fact, test] of Object.entries(condition)) {
      if (fact === "any") (test as unknown[]).forEach((each, index) => visitCondition(each, `${at}.any[${index}]`));
      const allowed = Object.hasOwn(values, fact) ? values[fact] : undefined;
      if (allowed === undefined) continue;
      const compared = test !== null && typeof test === "object" && "noneOf" in test ? test.noneOf : test;
      for (const value of [compared].flat())
        if (typeof value === "string") oneOf(`${at}.${fact}`, value, allowed, `value of ${fact}`);
    }
  };
  walk(conversion, path, (entry, at) => {
    visitCondition(entry.when, `${at}.when`);
    visitCondition(entry.unless, `${at}.unless`);
  });
}

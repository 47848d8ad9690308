/** Checks of everything but conversions: questions, evidence, codes, minima, windows, channels. */
import { codesSaidBy, type Policy } from "../../policy/language";
import type { Names } from "../names";
import { pairOf, type Reach } from "./conversions";
import type { Note } from "./found";

export function checkWhole(policy: Policy, names: Names, reach: Reach, note: Note): void {
  checkOptions(policy, names, reach, note);
  checkEvidence(policy, names, note);
  checkCodes(policy, note);
  checkMinima(policy, reach, note);
  checkTerms(policy, note);
}

/** An option that no rule tells from another one. */
function checkOptions(policy: Policy, names: Names, { told, asked }: Reach, note: Note): void {
  const differs = new Set(told);
  const named = new Set(asked);
  walkAsks({ ...policy, questions: undefined, forms: policy.forms }, (question, entry) => {
    named.add(question);
    const options = policy.questions.find(({ id }) => id === question)?.options ?? [];
    for (const a of options)
      for (const b of options) if (a !== b && isToldApart(entry, a, b)) differs.add(pairOf(question, a, b));
  });
  policy.questions.forEach(({ id, options }, at) => {
    if (!named.has(id)) {
      note("question-unused", "warning", `questions[${at}].id`, { found: id });
      return;
    }
    options.forEach((option, index) => {
      const twin = options.slice(0, index).find((earlier) => !differs.has(pairOf(id, earlier, option)));
      if (twin !== undefined)
        note("option-without-effect", "warning", `questions[${at}].options[${index}]`, {
          question: id,
          found: names.optionName(id, option),
          other: names.optionName(id, twin),
        });
    });
  });
}

const SINGLE_KEYS = ["accept", "lenient", "keepHighest", "proportional", "asClaimed"] as const;

/** True where an entry beside a question's `ask` treats two options differently. Conversions are told apart by their points. */
function isToldApart(entry: Readonly<Record<string, unknown>>, a: string, b: string): boolean {
  for (const key of SINGLE_KEYS) if (entry[key] !== undefined && (entry[key] === a) !== (entry[key] === b)) return true;
  if (Array.isArray(entry.under) && entry.under.includes(a) !== entry.under.includes(b)) return true;
  const offsets = entry.offsets as Record<string, number> | undefined;
  return offsets !== undefined && offsets[a] !== offsets[b];
}

function walkAsks(node: unknown, visit: (question: string, entry: Readonly<Record<string, unknown>>) => void): void {
  if (node === null || typeof node !== "object") return;
  const entry = node as Record<string, unknown>;
  if (typeof entry.ask === "string") visit(entry.ask, entry);
  for (const each of Object.values(node)) walkAsks(each, visit);
}

/** A set that asks for all of another, and more, is no way out of its own. */
function checkEvidence(policy: Policy, names: Names, note: Note): void {
  for (const [slug, { evidence }] of Object.entries(policy.forms)) {
    if (evidence === undefined) continue;
    const label = (document: string): string =>
      [...names.documents(slug)].find(([, each]) => each === document)?.[0] ?? document;
    evidence.sets.forEach((set, at) => {
      const inner = evidence.sets.findIndex(
        (other, index) =>
          index !== at &&
          other.every((document) => set.includes(document)) &&
          (other.length < set.length || index < at),
      );
      if (inner >= 0)
        note("evidence-set-contained", "warning", `forms.${slug}.evidence.sets[${at}]`, {
          found: set.map(label),
          other: (evidence.sets[inner] ?? []).map(label),
        });
    });
  }
}

function checkCodes(policy: Policy, note: Note): void {
  for (const [name, { severity, zh, en, sendBack }] of Object.entries(policy.codes)) {
    if ([...zh, ...en].some((text) => text.trim() === ""))
      note("code-without-words", "error", `codes.${name}`, { found: name });
    else if (severity !== "judgement" && sendBack === undefined && (zh[1] === undefined || en[1] === undefined))
      note("code-without-remedy", "warning", `codes.${name}`, { found: name });
  }
  for (const [name, path] of codesSaidBy(policy))
    if (!path.startsWith("forms.") && policy.clauses[name] === undefined && !hasClause(policy, path))
      note("code-without-clause", "warning", policy.codes[name] === undefined ? path : `codes.${name}`, {
        found: name,
      });
}

/** True where an entry on the way to a path names a clause. */
function hasClause(policy: Policy, path: string): boolean {
  let node: unknown = policy;
  for (const step of path.split(/[.[\]]+/u)) {
    if (node === null || typeof node !== "object") return false;
    if (node !== policy && "clause" in node) return true;
    node = (node as Record<string, unknown>)[step];
  }
  return false;
}

function checkMinima(policy: Policy, { most }: Reach, note: Note): void {
  policy.minima.forEach(({ of, atLeast }, at) => {
    const needed = typeof atLeast === "number" ? atLeast : atLeast.shareOfTotal;
    if (needed > 0 && most[of] <= 0) note("minimum-unreachable", "error", `minima[${at}].atLeast`, { found: needed });
  });
}

const LAST_MONTH = 12;

function checkTerms({ windows, channels, unitKinds }: Policy, note: Note): void {
  if (windows !== undefined) {
    if (windows.years < 1) note("window-unmeetable", "error", "windows.years", { found: windows.years });
    windows.shorter.forEach(({ years }, at) => {
      if (years < 1 || years > windows.years)
        note("window-unmeetable", "warning", `windows.shorter[${at}].years`, { found: years });
    });
  }
  channels.forEach(({ months }, at) => {
    if (months === undefined) return;
    const { first, last } = months;
    if (first < 1 || last > LAST_MONTH || first > last)
      note("channel-unmeetable", "error", `channels[${at}].months.first`, { first, last });
  });
  unitKinds.forEach(({ label, nature }, at) => {
    if (channels.length > 0 && !channels.some(({ natures }) => natures.includes(nature)))
      note("unit-without-channel", "warning", `unitKinds[${at}].nature`, { found: label });
  });
}

/** A contender of the subset: takes records (prepared beforehand), gives a verdict for each, in order. */
import { createRequire } from "node:module";
import { join } from "node:path";
import type { LearningRecord } from "../../src/submission/types";
import { factsOf, type Facts } from "./facts";
import { SUBSET_FORMS, type SubsetForm, type Verdict } from "../subset";

export interface Contender {
  readonly name: string;
  /** Decides all of them; what may be made ready before the clock starts is made by `prepare`. */
  readonly prepare: (records: readonly LearningRecord[]) => () => Promise<readonly Verdict[]> | readonly Verdict[];
}

/** Loads a package of bench/node_modules, which the product does not know of. */
export const loadEngine: (name: string) => unknown = createRequire(join(process.cwd(), "bench", "package.json"));

export interface Handed {
  readonly record: LearningRecord;
  readonly facts: Facts;
  /** Where its verdict belongs. */
  readonly at: number;
}

/** Records with their facts, form by form: both engines then need no rule of another form. */
export function handedByForm(
  records: readonly LearningRecord[],
): readonly (readonly [form: SubsetForm, handed: readonly Handed[]])[] {
  const byForm = new Map<SubsetForm, Handed[]>(SUBSET_FORMS.map((form) => [form, []]));
  records.forEach((record, at) => byForm.get(record.form as SubsetForm)?.push({ record, facts: factsOf(record), at }));
  return [...byForm];
}

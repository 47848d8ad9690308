/**
 * json-rules-engine: one engine a form, built once; plain facts handed to `run`; one rule priority, so that all rules
 * of a run are judged together and runs may overlap.
 */
import { type Contender, type Handed, handedByForm, loadEngine } from "./contender";
import { RULES, verdictOf, type Condition } from "./rules";
import { SUBSET_FORMS, type SubsetForm, type Verdict } from "../subset";

interface RulesEngine {
  run(facts: object): Promise<{ readonly events: readonly { readonly params?: { readonly rule: number } }[] }>;
}
interface RulesEnginePackage {
  readonly Engine: new (rules: readonly object[]) => RulesEngine;
}

/** The root of a rule must be all, any or not. */
const rooted = (when: Condition): Condition => ("fact" in when ? { all: [when] } : when);

export function jsonRulesContender(atOnce: number): Contender {
  const { Engine } = loadEngine("json-rules-engine") as RulesEnginePackage;
  const engines = new Map(
    SUBSET_FORMS.map(
      (form) =>
        [
          form,
          new Engine(
            RULES[form].map(({ when }, rule) => ({
              conditions: rooted(when),
              event: { type: "hit", params: { rule } },
            })),
          ),
        ] as const,
    ),
  );
  const decide = async (form: SubsetForm, engine: RulesEngine, { record, facts }: Handed): Promise<Verdict> => {
    const { events } = await engine.run(facts);
    return verdictOf(
      RULES[form],
      events.map((event) => event.params?.rule ?? -1),
      record,
      facts,
    );
  };
  return {
    name: atOnce === 1 ? "json-rules-engine, one by one" : `json-rules-engine, ${atOnce} at once`,
    prepare: (records) => {
      const byForm = handedByForm(records);
      return async () => {
        const verdicts = new Array<Verdict>(records.length);
        for (const [form, handed] of byForm) {
          const engine = engines.get(form);
          if (!engine) continue;
          for (let first = 0; first < handed.length; first += atOnce) {
            const chunk = handed.slice(first, first + atOnce);
            const found = await Promise.all(chunk.map((each) => decide(form, engine, each)));
            found.forEach((verdict, index) => (verdicts[chunk[index]?.at ?? -1] = verdict));
          }
        }
        return verdicts;
      };
    },
  };
}

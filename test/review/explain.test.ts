/** An explanation is the policy walked a second time: it may never say other hours than the engine gives. */
import fc from "fast-check";
import { policyIds, policyOf } from "../../src/policy";
import { compiledPolicyOf, type CompiledForm } from "../../src/review/compiled-policy";
import { EvaluationContext } from "../../src/review/evaluation-context";
import { explainRecord, type Step } from "../../src/review/explain";
import { reviewRecord } from "../../src/review/function-row";
import type { Decision, LearningRecord } from "../../src/submission";
import { VALUES } from "../../src/submission/vocabulary";
import { serial } from "../support/submission";

const PLACE = { sheet: "学时记录", row: 1 };

function valuesTold(step: Step | null): readonly number[] {
  if (step === null) return [];
  const below = [
    step.kind === "sum" ? step.parts : [],
    "then" in step ? [step.then] : [],
    step.kind === "taken" ? [step.take] : [],
  ].flat();
  return [step.value, ...below.flatMap(valuesTold)];
}

const slug = (list: ReadonlyMap<string, string>): fc.Arbitrary<string | null> =>
  fc.option(fc.constantFrom(...list.values()), { nil: null, freq: 6 });
const number = (...values: readonly number[]): fc.Arbitrary<number | null> =>
  fc.option(fc.constantFrom(...values), { nil: null, freq: 5 });
const day = number(...["2016-08-01", "2017-01-01", "2017-03-01", "2017-12-31", "2018-02-01", "2018-08-31"].map(serial));
const READABLE = ["rank", "level", "indexing", "kind", "authority", "modules", "halfDays", "startDate"] as const;

const recordOf = (form: CompiledForm): fc.Arbitrary<LearningRecord> =>
  fc
    .record({
      year: number(2016, 2017, 2018),
      formLabel: fc.constantFrom(...form.policy.labels),
      startDate: day,
      endDate: day,
      completedDate: day,
      halfDays: number(0, 1, 2, 4, 6, -1, 1.5),
      evenings: number(0, 1, 2, 9),
      meetingDays: number(0, 1, 2, 5),
      uncountedDays: number(0, 1, 2),
      statedHours: number(0, 8, 16, 24, 30, 96.5),
      progress: number(0, 60, 100),
      level: slug(VALUES.level),
      rank: number(0, 1, 2, 3, 4, 5, 6, 1.5),
      role: slug(VALUES.role),
      indexing: fc.uniqueArray(fc.constantFrom(...VALUES.indexing.values()), { maxLength: 3 }),
      kind: slug(VALUES.kind),
      patentee: slug(VALUES.patentee),
      modules: number(0, 1, 4),
      authority: slug(VALUES.authority),
      assessment: slug(VALUES.assessment),
      claimedHours: number(0, 8, 20),
      evidence: fc.subarray([...form.evidenceLabels.keys()]),
      unreadable: fc.subarray([...READABLE], { maxLength: 1 }).map((keys) => new Set<string>(keys)),
    })
    .map((given) => {
      const blanked = Object.fromEntries([...given.unreadable].map((key) => [key, key === "indexing" ? [] : null]));
      return {
        place: PLACE,
        registrationNo: "YY000001",
        name: "张样例",
        form: form.slug,
        subject: "professional",
        title: "样例",
        filingNo: "",
        stamped: true,
        sealed: false,
        problems: [],
        authors: null,
        wholeMonths: new Set<string>(),
        suitsFormulas: true,
        fingerprint: "",
        ...given,
        ...blanked,
      } as LearningRecord;
    });

describe.each(policyIds())("%s", (id) => {
  const policy = policyOf(id);
  if (!policy) throw new Error(id);
  const compiled = compiledPolicyOf(policy);
  const decisions: fc.Arbitrary<Decision[]> = fc
    .tuple(...policy.questions.map(({ options }) => fc.option(fc.constantFrom(...options), { nil: null, freq: 2 })))
    .map((options) =>
      options.flatMap((option, index) =>
        option === null
          ? []
          : [{ place: PLACE, id: policy.questions[index]?.id ?? "", option, text: option, by: "", on: "", reason: "" }],
      ),
    );

  test.each([...compiled.forms.values()].map((form) => [form.slug, form] as const))(
    "%s: the hours explained are those of the compiled conversion, under every option vector",
    (_slug, form) => {
      const context = new EvaluationContext();
      fc.assert(
        fc.property(recordOf(form), decisions, (record, decided) => {
          const explained = explainRecord(record, policy, decided);
          const options = new Int8Array(policy.questions.length);
          for (const { id: question, option } of decided)
            options[compiled.questions.get(question) ?? -1] =
              policy.questions.find((each) => each.id === question)?.options.indexOf(option ?? "") ?? 0;
          context.begin(record, options);
          const hours = form.convert(context);
          // A figure that the options in force need is no error where another open option converts without it.
          const waits = explained.questions.some(({ open, others }) => open && others.some((other) => other.hours > 0));
          expect([explained.hours, explained.publicHours, explained.errors.map((error) => error.code)]).toEqual([
            hours,
            context.publicShare,
            explained.errors.length === 0 && waits ? [] : context.errors.map((error) => error.code),
          ]);
          // With no error the steps themselves come to the same figure
          if (context.errors.length === 0) expect(valuesTold(explained.step)[0]).toBe(hours);
        }),
        { numRuns: 400 },
      );
    },
  );

  test.each([...compiled.forms.values()].map((form) => [form.slug, form] as const))(
    "%s: an error has one clause, in its finding and in the explanation",
    (_slug, form) => {
      fc.assert(
        fc.property(recordOf(form), (record) => {
          const found = new Map(reviewRecord(record, policy).findings.map(({ code, clause }) => [code, clause]));
          for (const { code, clause } of explainRecord(record, policy, []).errors)
            if (code !== "value-unknown") expect([code, found.get(code)]).toEqual([code, clause]);
        }),
      );
    },
  );
});

/**
 * The language a notice is written in as data. Its words follow decision modelling (DMN): a decision table has rows,
 * tried in order; each row has conditions (unary tests on facts) and an outcome, and may name its own clause.
 *
 * A policy contains no functions. zod checks it when it is loaded and says which entry is wrong; review/ compiles it
 * once into closures. What an office may decide for itself is a *question*: wherever the notice is silent, a worth
 * `ask`s it and lists what each option gives.
 */
import { z } from "zod";
import { certificateForm } from "./certificate-form";
import { codeEntry } from "./code";
import type { Code } from "./codes";
import { referenceIssues } from "./references";

export { codesSaidBy } from "./references";

z.config({ jitless: true }); // the pane's CSP forbids `new Function`, which zod would otherwise probe

/** Facts of a record that a table may test or count; the last ones are derived from its cells. */
export const FACTS = [
  "year",
  "halfDays",
  "evenings",
  "meetingDays",
  "uncountedDays",
  "statedHours",
  "progress",
  "level",
  "rank",
  /** how many share it, where the rank says so: 5 of 2/5 */
  "authors",
  "role",
  "indexing",
  "kind",
  "patentee",
  "completedDate",
  "modules",
  "authority",
  "assessment",
  "claimedHours",
  "evidence",
  "formLabel",
  /** calendar days from 开始日期 to 结束日期, both counted */
  "days",
  /** 会议天数 − 不计天数 */
  "countableDays",
  /** calendar months from 开始日期 to 结束日期, both counted; days beyond whole months are a fraction. One date stands for both */
  "months",
  /** calendar years of 开始日期 and 结束日期; one date stands for both */
  "startYear",
  "endYear",
  /** what the enclosing `take` has worked out */
  "taken",
] as const;
export type FactName = (typeof FACTS)[number];
const factName = z.enum(FACTS);

/** A code, by its name. `parsePolicy` refuses one that neither the notice nor the engine has. */
const code: z.ZodType<Code, Code> = z.string() as unknown as z.ZodType<Code, Code>;

/** A number: itself, a fact, or arithmetic on numbers. A blank fact counts as 0 unless the row needs it. */
export type Expression =
  | number
  | FactName
  | { readonly minus: readonly [Expression, Expression] }
  | { readonly times: readonly Expression[] }
  | { readonly lesser: readonly Expression[] };
const expression: z.ZodType<Expression> = z.lazy(() =>
  z.union([
    z.number(),
    factName,
    z.strictObject({ minus: z.tuple([expression, expression]) }),
    z.strictObject({ times: z.array(expression).min(1) }),
    z.strictObject({ lesser: z.array(expression).min(1) }),
  ]),
);

/** A unary test. A list means "one of"; on a fact with several values, "any of them is one of". A blank fact passes none but `is`. */
export type Test =
  | string
  | number
  | readonly (string | number)[]
  | { readonly is: "blank" | "given" }
  | { readonly noneOf: readonly (string | number)[] }
  | {
      readonly above?: Expression;
      readonly below?: Expression;
      readonly atLeast?: Expression;
      readonly atMost?: Expression;
      readonly not?: Expression;
    };
const test: z.ZodType<Test> = z.union([
  z.string(),
  z.number(),
  z.array(z.union([z.string(), z.number()])).min(1),
  z.strictObject({ is: z.enum(["blank", "given"]) }),
  z.strictObject({ noneOf: z.array(z.union([z.string(), z.number()])).min(1) }),
  z
    .strictObject({
      above: expression.optional(),
      below: expression.optional(),
      atLeast: expression.optional(),
      atMost: expression.optional(),
      not: expression.optional(),
    })
    .refine((bounds) => Object.keys(bounds).length > 0, "a test needs a bound") as z.ZodType<{
    above?: Expression;
    below?: Expression;
    atLeast?: Expression;
    atMost?: Expression;
    not?: Expression;
  }>,
]);

/** All tests hold, and of `any`, where it is given, at least one condition. */
export type Condition = { readonly [fact in FactName]?: Test } & { readonly any?: readonly Condition[] };
const condition: z.ZodType<Condition> = z.lazy(
  () =>
    z.strictObject({
      ...(Object.fromEntries(FACTS.map((fact) => [fact, test.optional()])) as Record<
        FactName,
        z.ZodOptional<typeof test>
      >),
      any: z.array(condition).min(1).optional(),
    }) as z.ZodType<Condition>,
);

/** What an activity is worth, in the policy's unit. */
export type Worth =
  | Expression
  /** worths added up */
  | { readonly sum: readonly Worth[] }
  /** a decision table, hit policy *first*; no row hit is worth 0 */
  | { readonly rows: readonly { readonly when?: Condition; readonly then: Worth; readonly clause?: string }[] }
  /** a fact with several values: the best of its values counts (hit policy *collect max*) */
  | { readonly best: "indexing"; readonly of: Worth }
  /** hours for both subjects at once */
  | { readonly split: { readonly public: Expression; readonly professional: Expression } }
  /** an open question: what each of its options gives. `always`: said even where no option changes the hours */
  | {
      readonly ask: string;
      readonly code: Code | readonly Code[];
      readonly always?: true;
      readonly options: { readonly [option: string]: Worth };
    }
  /** work out `take` first and call it `taken` in `then` */
  | { readonly take: Worth; readonly then: Worth }
  /** worth nothing, and wrong; `of` names the cell */
  | { readonly error: Code; readonly of?: FactName };
const worth: z.ZodType<Worth> = z.lazy(() =>
  z.union(
    // A case a line
    // prettier-ignore
    [
    expression,
    z.strictObject({ sum: z.array(worth) }),
    z.strictObject({ rows: z.array(z.strictObject({ when: condition.optional(), then: worth, clause: z.string().optional() })) }) as z.ZodType<Worth>,
    z.strictObject({ best: z.literal("indexing"), of: worth }),
    z.strictObject({ split: z.strictObject({ public: expression, professional: expression }) }),
    z.strictObject({ ask: z.string(), code: z.union([code, z.array(code).min(1)]), always: z.literal(true).optional(), options: z.record(z.string(), worth) }) as z.ZodType<Worth>,
    z.strictObject({ take: worth, then: worth }),
    z.strictObject({ error: code, of: factName.optional() }) as z.ZodType<Worth>,
  ],
  ),
);

/** Alternatives: every piece of any one set. */
const evidenceSets = z.array(z.array(z.string()).min(1)).min(1);

const evidence = z.strictObject({
  clause: z.string(),
  /** any one complete set will do */
  sets: evidenceSets,
  /** labels as units write them → slugs of the sets */
  labels: z.record(z.string(), z.string()),
  /** a slug that may stand in for another */
  substitutes: z
    .array(z.strictObject({ slug: z.string(), standsFor: z.string(), code, clause: z.string() }))
    .default([]),
  /** where the notice leaves it open whether less is enough, in the order in which they are asked */
  openings: z
    .array(
      z.strictObject({
        ask: z.string(),
        code,
        clause: z.string(),
        accept: z.string(),
        /** what is enough if it is accepted; an empty set: nothing need be handed in */
        sets: z.array(z.array(z.string())).min(1),
        /** while open, `evidence-incomplete` stands beside it */
        saysIncomplete: z.boolean(),
      }),
    )
    .default([]),
});

/** A fact, or a fact that is asked for unless a condition holds. */
const unlessHolds = z.union([factName, z.strictObject({ fact: factName, unless: condition })]);

const form = z.strictObject({
  /** labels as they stand in 学习形式 */
  labels: z.array(z.string()).min(1),
  /** name on the notice's own list */
  clause: z.string(),
  /** `registered`: as the course was registered; else always this subject */
  subject: z.enum(["registered", "professional"]).default("professional"),
  /** a subject claimed that is not the form's is said */
  subjectAsked: z.boolean().default(true),
  /**
   * the activity's own dates. `asked`: it is spread over days, which have to be recorded; a month will do. `used`: so they
   * are, but nothing asks for them. `to-the-day`: its hours hang on the day
   */
  dates: z.enum(["asked", "used", "to-the-day", "not-used"]).default("not-used"),
  /** what of it lies within its days: half-days, whole days, or nothing but a certificate of hours */
  extent: z.enum(["half-days", "days", "certificate"]).default("half-days"),
  /** which date makes the year of credit: the activity's own period, or the day it was completed */
  creditYear: z.enum(["period", "completion", "none"]).default("none"),
  /** with `completion`: the question whether it may be claimed for the year after as well */
  yearAfter: z.strictObject({ ask: z.string(), code, accept: z.string() }).optional(),
  conversion: z.strictObject({
    clause: z.string(),
    /** facts whose blank cell is an error of its own, besides those that a table happens to need */
    needs: z.array(factName).default([]),
    /** facts that it reckons with: readable, whole (unless said otherwise) and not negative; a rank only where a table needs it */
    numbers: z.array(unlessHolds).default([]),
    /** further facts whose cell must be readable if it is filled */
    legible: z.array(unlessHolds).default([]),
    /** everything that makes the activity worth 0; all are checked. `of` names the cell where it is not the code's own */
    checks: z
      .array(z.strictObject({ code, when: condition, of: factName.optional(), clause: z.string().optional() }))
      .default([]),
    worth,
  }),
  evidence: evidence.optional(),
  /** the department's stamp of its first review is asked for */
  stamped: z.boolean().default(true),
  /** all-day rows of one person may not share a day */
  noOverlap: z.boolean().default(false),
  /** two people can't hold the same rank of one achievement */
  rankIsUnique: z.boolean().default(false),
});

/** A text with one `{value}`, where the fact's value goes. */
const valueText = z
  .string()
  .refine((text) => text.split("{value}").length === 2, "the text has no {value}, or several");

const factWord = z.strictObject({
  form: z.string(),
  fact: factName,
  zh: valueText,
  en: valueText,
  /** of the value 1, where English says it another way */
  enOne: valueText.optional(),
});

const questionWords = z.strictObject({
  question: z.string(),
  /** what each option is called */
  options: z.record(z.string(), z.string()),
});

const question = z.strictObject({
  id: z.string(),
  clause: z.string(),
  /** the first is the provisional reading */
  options: z.array(z.string()).min(2),
  zh: questionWords,
  en: questionWords,
});

const minimum = z.strictObject({
  of: z.enum(["total", "public", "professional"]),
  atLeast: z.union([z.number(), z.strictObject({ shareOfTotal: z.number() })]),
  code,
  clause: z.string(),
  /** absent: hard. Else the question whether a year may pass below it, and the option that lets it */
  ask: z.string().optional(),
  lenient: z.string().optional(),
  /** options of `ask` under which it is a minimum at all. Absent: under each */
  under: z.array(z.string()).min(1).optional(),
});

const group = z.strictObject({
  code,
  clause: z.string(),
  forms: z.array(z.string()).min(1),
  /** only rows with the same title, of more than one form */
  sameTitleAcrossForms: z.boolean().default(false),
  /** `highest`: only the best row of a person and year counts. With `ask`, only under the option `keepHighest` */
  keep: z.literal("highest"),
  ask: z.string().optional(),
  keepHighest: z.string().optional(),
});

const filingDemand = z.strictObject({
  form: z.string(),
  subject: z.enum(["public", "any"]),
  items: z.array(z.string()),
});

const channel = z.strictObject({
  natures: z.array(z.string()).min(1),
  clause: z.string(),
  /** months in which submissions are taken, both counted. Absent: all year */
  months: z.strictObject({ first: z.number(), last: z.number(), code }).optional(),
  /** said of a submission that a person hands in alone. Absent: nothing against it */
  individual: z.strictObject({ code }).optional(),
  /** said of a submission that comes in by this one, though another should hand it in */
  via: z.strictObject({ submitter: z.enum(["unit", "department"]), code }).optional(),
  /** said where the department's first review has no date. Absent: none is asked for */
  preReview: z.strictObject({ code }).optional(),
  /** true: the notice states the window of years for this channel */
  windowStated: z.boolean(),
});

const policySchema = z.strictObject({
  id: z.string(),
  title: z.string(),
  unit: z.string(),
  /** who issued it */
  issuer: z.string().optional(),
  /** the notice that it was made from, by its id */
  extends: z.string().optional(),
  /** what of it is no rule here, and why */
  unformalised: z.array(z.strictObject({ clause: z.string(), says: z.string(), why: z.string() })).default([]),
  forms: z.record(z.string(), form),
  /** what a fact of a form is called in the explanation of hours, where it isn't called as with other forms: 第 1 作者 of a paper */
  factWords: z.array(factWord).default([]),
  questions: z.array(question),
  minima: z.array(minimum),

  /** what the result counts in a title review: a share of the full marks or of the total weight */
  score: z
    .strictObject({ clause: z.string(), share: z.number(), ask: z.string(), proportional: z.string() })
    .optional(),

  groups: z.array(group).default([]),
  /** absent: nothing is filed beforehand */
  filing: z
    .strictObject(
      // A case a line
      // prettier-ignore
      {
      clause: z.string(),
      demands: z.array(filingDemand),
      always: z.array(z.string()),
      /** said of a record whose training was not filed, or not before it began */
      notFiled: code,
      /** said of a filing that lacks something */
      incomplete: code,
      /** forms of which a record without any number is a question, not a breach */
      unnumbered: z.strictObject({ form: z.string(), ask: z.string(), code, accept: z.string() }).optional(),
      theme: z.strictObject({ year: z.number(), words: z.string(), ask: z.string(), code, accept: z.string(), clause: z.string() }).optional(),
    },
    )
    .optional(),
  /** absent: what was done later never counts for an earlier year */
  makeup: z
    .strictObject({
      clause: z.string(),
      lastYear: z.number(),
      /** said of what was done after `lastYear` */
      refused: code,
      ask: z.string(),
      code,
      accept: z.string(),
    })
    .optional(),
  /** who needs a window of years proven, and gets a certificate of it. Absent: the years that a person claims are judged, no certificate is issued */
  windows: z
    .strictObject({
      clause: z.string(),
      levels: z.array(z.string()),
      years: z.number(),
      /** said where the years claimed don't cover those asked for, where they are more, and where one of them is not met */
      tooShort: code,
      claimDiffers: code,
      yearNotMet: code,
      /** education of which fewer years are asked */
      shorter: z.array(z.strictObject({ education: z.string(), years: z.number() })).default([]),
      end: z.strictObject({ ask: z.string(), code, offsets: z.record(z.string(), z.number()) }),
      unstated: z.strictObject({ ask: z.string(), code, asClaimed: z.string() }),
    })
    .optional(),
  /** kinds of unit as they stand in 单位性质, and what channels call them. None: the notice tells no kinds apart */
  unitKinds: z.array(z.strictObject({ label: z.string(), nature: z.string() })).default([]),
  /** said of a year that a person without a window claims and that is not met. Absent: the year says it alone */
  claimedYears: z.strictObject({ clause: z.string(), yearNotMet: code }).optional(),
  channels: z.array(channel).default([]),
  /** which proof each level applies for. Absent: not asked */
  proofs: z
    .strictObject({
      clause: z.string(),
      /** levels of `windows` */
      senior: z.string(),
      others: z.string(),
      othersClause: z.string(),
      /** 人事档案所在地 of the people of a unit that names no county of its own */
      ownPlace: z.string(),
      /** said of another proof than the level's, and of an application at another place than that of the personal file */
      wrongProof: code,
      wrongPlace: code,
    })
    .optional(),
  /** the certificate that people with a window of years get. Absent: none is issued */
  certificate: certificateForm.optional(),
  /** words of the notice for the other papers; `{year}` is the year applied for */
  papers: z
    .strictObject({
      /** titles of the notice's own forms. Absent: the sheet's name */
      filing: z.string().optional(),
      organisations: z.string().optional(),
      yearReport: z.strictObject({
        title: z.string(),
        /** why and to whom it is made. Absent: the notice's title */
        basis: z.string().optional(),
      }),
      /** notes of the blank workbook's columns, by key, where the notice has something to say of them */
      notes: z.strictObject({
        unit: z.record(z.string(), z.string()).default({}),
        people: z.record(z.string(), z.string()).default({}),
      }),
    })
    .prefault({ yearReport: { title: "{year} 年度继续教育工作报告" }, notes: {} }),
  /** the notice's own codes; those that any notice has are in engine-codes.ts */
  codes: z.record(z.string(), codeEntry),
  /** clause of every code that is not a form's own */
  clauses: z.record(z.string(), z.string()),
});

export type Policy = z.infer<typeof policySchema>;
/** A policy as it is written down: defaults may be left out. */
export type PolicySource = z.input<typeof policySchema>;
/** What a notice's file of rules holds: all but what stands in files of its own. */
export type PolicyRules = Omit<PolicySource, "codes" | "questions" | "certificate">;
export type QuestionSource = PolicySource["questions"][number];
export type ConversionSource = PolicySource["forms"][string]["conversion"];
export type EvidenceSource = NonNullable<PolicySource["forms"][string]["evidence"]>;
export type OpeningSource = NonNullable<EvidenceSource["openings"]>[number];
export type FormPolicy = Policy["forms"][string];

/** What is wrong with a policy: the path of an entry, what is said of it, and where it names something, what it may name. */
export interface PolicyIssue {
  readonly path: string;
  readonly message: string;
  readonly found?: string;
  readonly allowed?: readonly string[];
}

/** Reads a policy and finds everything that is wrong with it. `policy` is null only where its shape is wrong. */
export function examinePolicy(source: unknown): {
  readonly policy: Policy | null;
  readonly issues: readonly PolicyIssue[];
} {
  const parsed = policySchema.safeParse(source);
  if (parsed.success) return { policy: parsed.data, issues: referenceIssues(parsed.data) };
  return { policy: null, issues: innermost(parsed.error.issues, []) };
}

/** Of a union's issues those of the case that comes nearest: the one that got furthest into the entry. */
function innermost(issues: readonly z.core.$ZodIssue[], before: readonly PropertyKey[]): PolicyIssue[] {
  return issues.flatMap((issue) => {
    const path = [...before, ...issue.path];
    if (issue.code === "invalid_union") {
      const cases = issue.errors.map((each) => innermost(each, path));
      const depth = (each: readonly PolicyIssue[]): number => Math.max(0, ...each.map((one) => one.path.length));
      const deepest = cases.reduce<PolicyIssue[]>((best, each) => (depth(each) > depth(best) ? each : best), []);
      if (depth(deepest) > pathText(path).length) return deepest;
    }
    return [{ path: pathText(path), message: issue.message }];
  });
}

const pathText = (path: readonly PropertyKey[]): string =>
  path.reduce<string>(
    (text, step) => (typeof step === "number" ? `${text}[${step}]` : `${text}${text === "" ? "" : "."}${String(step)}`),
    "",
  );

/** Checks a policy. Throws an error whose message names each wrong entry by its path. */
export function parsePolicy(source: unknown): Policy {
  const { policy, issues } = examinePolicy(source);
  if (policy !== null && issues.length === 0) return policy;
  const id = (policy ?? (source as { readonly id?: unknown } | null))?.id;
  throw new Error(
    `policy ${String(id)} is not valid:\n${issues.map(({ path, message }) => `${path}: ${message}`).join("\n")}`,
  );
}

/** The policy language: what a wrong policy is told, and what each mechanism gives. */
import { policyOf, type Code } from "../../src/policy";
import { parsePolicy, type Policy, type Worth } from "../../src/policy/language";
import { BLANK_RECORD } from "../../src/policy-book/outcomes/records";
import { yiyang2018 } from "../../src/policy/yiyang-2018-47";
import { compileConversion } from "../../src/review/compile";
import { compiledPolicyOf } from "../../src/review/compiled-policy";
import { EvaluationContext } from "../../src/review/evaluation-context";
import { OfficeDecisions } from "../../src/review/office-decisions";
import { RecordUnderReview } from "../../src/review/record-under-review";
import { reviewSubmission } from "../../src/review";
import { readSubmission } from "../../src/submission";
import { FILED_ONLINE, serial, submissionGrids } from "../support/submission";
import type { LearningRecord } from "../../src/submission";

const policy = policyOf("") as Policy;

describe("a wrong policy says which entry is wrong", () => {
  const broken = (change: (draft: Record<string, never>) => void): (() => unknown) => {
    const draft = structuredClone(yiyang2018) as unknown as Record<string, never>;
    change(draft);
    return () => parsePolicy(draft);
  };
  test.each<[string, (draft: never) => void, RegExp]>([
    ["no title", (draft: { title?: string }) => delete draft.title, /title/],
    [
      "a word nobody knows",
      (draft: { forms: Record<string, Record<string, unknown>> }) => ((draft.forms.paper ?? {}).bonus = 3),
      /forms\.paper/,
    ],
    [
      "a question that is not in the register",
      (draft: { filing: { theme: { ask: string } } }) => (draft.filing.theme.ask = "J-99"),
      /filing\.theme: there is no question J-99/,
    ],
    [
      "an option left out",
      (draft: { forms: { training: { conversion: { worth: unknown } } } }) =>
        (draft.forms.training.conversion.worth = { ask: "J-05", code: "x", options: { "by-days": 1, stated: 2 } }),
      /forms\.training\.conversion\.worth: option lower of J-05 is missing/,
    ],
    [
      "an option too many",
      (draft: { forms: { training: { conversion: { worth: unknown } } } }) =>
        (draft.forms.training.conversion.worth = {
          ask: "J-14",
          code: "x",
          options: { sum: 1, highest: 2, lowest: 3 },
        }),
      /J-14 has no option lowest/,
    ],
    [
      "an answer that is no option",
      (draft: { filing: { theme: { accept: string } } }) => (draft.filing.theme.accept = "perhaps"),
      /filing\.theme: J-03 has no option perhaps/,
    ],
    [
      "a code that nothing says",
      (draft: { codes: Record<string, unknown> }) =>
        (draft.codes["paper-not-publishd"] = draft.codes["patent-not-cnipa"]),
      /codes\.paper-not-publishd: nothing in the policy says paper-not-publishd/,
    ],
    [
      "a code that is in no table",
      (draft: { filing: { theme: { code: string } } }) => (draft.filing.theme.code = "j-public-theme"),
      /filing\.theme\.code: there is no code j-public-theme/,
    ],
    [
      "a code of another notice",
      (draft: { makeup: { refused: string } }) => (draft.makeup.refused = "paper-without-cn"),
      /makeup\.refused: there is no code paper-without-cn/,
    ],
    [
      "a code without words in one language",
      (draft: { codes: Record<string, { en?: unknown }> }) => delete draft.codes["patent-not-cnipa"]?.en,
      /codes\.patent-not-cnipa\.en|patent-not-cnipa/,
    ],
    [
      "a channel of a kind of unit that is not told apart",
      (draft: { channels: { natures: string[] }[] }) => draft.channels[1]?.natures.push("federal"),
      /channels\[1\]: there is no kind of unit federal/,
    ],
    [
      "a minimum under an option that its question has not",
      (draft: { minima: { under?: string[] }[] }) =>
        Object.assign(draft.minima[1] ?? {}, { under: ["strict", "mild"] }),
      /minima\[1\]: J-01 has no option mild/,
    ],
    [
      "a minimum under no option at all",
      (draft: { minima: { under?: string[] }[] }) => Object.assign(draft.minima[1] ?? {}, { under: [] }),
      /minima\[1\]\.under/,
    ],
    [
      "a minimum under an option of no question",
      (draft: { minima: { under?: string[] }[] }) => Object.assign(draft.minima[0] ?? {}, { under: ["strict"] }),
      /minima\[0\]: under names an option, and there is no question beside it/,
    ],
    [
      "an option without a label",
      (draft: { questions: { zh: { options: Record<string, string> } }[] }) =>
        delete draft.questions[0]?.zh.options.strict,
      /questions\[0\]: J-01 has no label for strict in zh/,
    ],
  ] as [string, (draft: never) => void, RegExp][])("%s", (_what, change, message) => {
    expect(broken(change as (draft: Record<string, never>) => void)).toThrow(message);
  });

  test("every question has at least two options, the provisional one first", () => {
    for (const question of policy.questions) expect(question.options.length).toBeGreaterThanOrEqual(2);
    expect(policy.questions.find((question) => question.id === "J-41")?.options[0]).toBe("year-before");
  });
});

const BLANK: LearningRecord = {
  ...BLANK_RECORD,
  place: { sheet: "学时记录", row: 1 },
  registrationNo: "",
  year: null,
  form: "training",
  subject: null,
  title: "",
  stamped: null,
};

/** A notice without rules, to which a made-up form is added. */
const BARE = {
  ...yiyang2018,
  factWords: [],
  minima: [],
  groups: [],
  filing: undefined,
  makeup: undefined,
  windows: undefined,
  claimedYears: undefined,
  channels: [],
  proofs: undefined,
  clauses: {},
};
const WORDS = { zh: ["问题", "办法"], en: ["Problem", "Remedy"] };
/** Codes of made-up forms; a policy may have none that it does not say. */
const MADE_UP = ["j-test", "j-one", "j-two", "not-listed"];

/** Hours, codes of errors and codes of questions that a worth gives for a record. */
function evaluate(worth: Worth, record: Partial<LearningRecord>, option = 0): [number, string[], string[]] {
  const form = parsePolicy({
    ...BARE,
    codes: Object.fromEntries(
      MADE_UP.filter((code) => JSON.stringify(worth).includes(`"${code}"`)).map((code) => [
        code,
        { ...WORDS, severity: "error" },
      ]),
    ),
    forms: { training: { labels: ["x"], clause: "c", conversion: { clause: "c", worth } } },
  }).forms.training;
  const convert = form && compileConversion(form, policy);
  if (!convert) throw new Error("no conversion");
  const context = new EvaluationContext();
  context.begin({ ...BLANK, ...record }, new Int8Array(policy.questions.length).fill(option));
  const hours = convert(context);
  return [hours, context.errors.map((error) => error.code), context.asked.flatMap((asked) => asked.codes)];
}

describe("mechanisms", () => {
  const byRank: Worth = { rows: [{ when: { rank: { atMost: 3 } }, then: 60 }, { then: 10 }] };
  const asked: Worth = { ask: "J-13", code: "j-test" as Code, options: { zero: 0, "other-rank": 10 } };
  const perIndex: Worth = {
    best: "indexing",
    of: {
      rows: [
        { when: { indexing: "SCI" }, then: 60 },
        { when: { indexing: "EI" }, then: 30 },
        { then: { error: "not-listed" as Code } },
      ],
    },
  };
  test.each<[string, Worth, Partial<LearningRecord>, number, [number, string[], string[]]]>(
    // A case a line
    // prettier-ignore
    [
    ["a number", 7, {}, 0, [7, [], []]],
    ["a fact", "statedHours", { statedHours: 15.5 }, 0, [15.5, [], []]],
    ["a blank fact counts 0", "statedHours", {}, 0, [0, [], []]],
    ["a blank fact that a table needs is an error", byRank, {}, 0, [0, ["rank-missing"], []]],
    ["times, minus, lesser", { sum: [{ times: [4, "halfDays"] }, { minus: [10, "evenings"] }, { lesser: [3, "statedHours"] }] }, { halfDays: 2, evenings: 1, statedHours: 9 }, 0, [20, [], []]],
    ["first row that holds", byRank, { rank: 3 }, 0, [60, [], []]],
    ["the row without a condition", byRank, { rank: 4 }, 0, [10, [], []]],
    ["no row holds: nothing", { rows: [{ when: { rank: 1 }, then: 60 }] }, { rank: 2 }, 0, [0, [], []]],
    ["rank by rank (as other notices have it)", { rows: [15, 13, 11].map((hours, index) => ({ when: { rank: index + 1 }, then: hours })) }, { rank: 2 }, 0, [13, [], []]],
    ["any of several conditions", { rows: [{ when: { any: [{ level: "county" }, { evenings: { above: 1 } }] }, then: 5 }] }, { level: "national", evenings: 2 }, 0, [5, [], []]],
    ["facts and any together", { rows: [{ when: { rank: 1, any: [{ level: "county" }, { level: "national" }] }, then: 5 }] }, { rank: 2, level: "county" }, 0, [0, [], []]],
    ["none of these", { rows: [{ when: { level: { noneOf: ["county"] } }, then: 5 }] }, { level: "national" }, 0, [5, [], []]],
    ["none of these, and it is one", { rows: [{ when: { level: { noneOf: ["county"] } }, then: 5 }] }, { level: "county" }, 0, [0, [], []]],
    ["none of these, and blank", { rows: [{ when: { level: { noneOf: ["county"] } }, then: 5 }] }, {}, 0, [0, ["field-missing"], []]],
    ["both subjects at once", { split: { public: 30, professional: 60 } }, {}, 0, [90, [], []]],
    ["one question, two codes", { ask: "J-13", code: ["j-one", "j-two"] as unknown as Code[], options: { zero: 0, "other-rank": 10 } }, {}, 1, [10, [], ["j-one", "j-two"]]],
    ["days from two dates", { rows: [{ when: { days: { is: "given" } }, then: { times: [8, "days"] } }] }, { startDate: 10, endDate: 12 }, 0, [24, [], []]],
    ["best of several values", perIndex, { indexing: ["EI", "SCI", "内刊"] }, 0, [60, [], []]],
    ["none of them listed", perIndex, { indexing: ["内刊"] }, 0, [0, ["not-listed"], []]],
    ["no value at all", perIndex, {}, 0, [0, ["field-missing"], []]],
    ["a question, provisional", asked, {}, 0, [0, [], ["j-test"]]],
    ["a question, the other option", asked, {}, 1, [10, [], ["j-test"]]],
    ["take, then", { take: { times: [4, "halfDays"] }, then: { lesser: ["taken", 25] } }, { halfDays: 10 }, 0, [25, [], []]],
  ],
  )("%s", (_what, worth, record, option, expected) => {
    expect(evaluate(worth, record, option)).toEqual(expected);
  });
});

/** What another notice may say of a form: a cell named by an error, codes with cells of their own, the year after, no evidence asked. */
// ---- minima that hold under some options only ----

describe("under: a minimum under some options of its question", () => {
  const source = structuredClone(yiyang2018);
  const [total, ...others] = source.minima;
  if (total === undefined) throw new Error("the notice has no minimum");
  const halved = parsePolicy({
    ...source,
    minima: [
      { ...total, atLeast: 100, ask: "J-14", under: ["sum"] },
      { ...total, atLeast: 120, ask: "J-14", under: ["highest"] },
      ...others,
    ],
  });
  const yearOf = (hours: number, decided: string): string => {
    const training = { 年度: 2017, 学习形式: "网络培训", 完成进度: 100, 备案号: FILED_ONLINE, 初审盖章: "是" };
    const dates = { 开始日期: serial("2017-03-06"), 结束日期: serial("2017-03-10"), 完成日期: serial("2017-03-10") };
    const record = { ...training, ...dates, 证明材料: "结业证书、课程购买记录、课程内容安排、课程完成进度" };
    const reading = readSubmission(
      submissionGrids({
        records: [
          { ...record, 名称: "甲", 科目: "公需科目", 证书学时: 30 },
          { ...record, 名称: "乙", 科目: "专业科目", 证书学时: hours - 30 },
        ],
        decisions:
          decided === "" ? [] : [{ 编号: "J-14", 采用口径: decided, 决定人: "钱经办", 决定日期: "2018-07-02" }],
      }),
    );
    if (!reading.ok) throw new Error(JSON.stringify(reading.problems));
    const year = reviewSubmission(reading.submission, halved).years.find((each) => each.year === 2017);
    const found = year?.findings.map(({ code, severity }) => ` ${severity} ${code}`).join("") ?? "";
    return `${year?.totalHours} ${year?.status}${found}`;
  };
  test.each([
    ["100 hold and are reached", 100, "sum", "100 met"],
    ["120 hold and 100 do not reach them", 100, "highest", "100 unmet error annual-total-shortfall"],
    ["120 hold and are reached", 120, "highest", "120 met"],
    ["undecided: 100 are reached, 120 might hold", 100, "", "100 pending"],
    ["undecided: enough for either", 120, "", "120 met"],
    ["undecided: too little for either", 95, "", "95 pending judgement annual-total-shortfall"],
  ])("%s", (_what, hours, decided, expected) => {
    expect(yearOf(hours, decided)).toBe(expected);
  });
});

describe("a form of another notice", () => {
  const JUNE_2018 = 43252;
  const other = parsePolicy({
    ...BARE,
    id: "other",
    forms: {
      exam: {
        labels: ["考试"],
        clause: "一",
        stamped: false,
        creditYear: "completion",
        yearAfter: { ask: "J-37", code: "j-year-after", accept: "count" },
        conversion: {
          clause: "二",
          worth: {
            rows: [
              { when: { statedHours: { is: "given" } }, then: 90 },
              { when: { evenings: 1 }, then: { error: "not-sat" } },
              { then: { error: "field-missing", of: "statedHours" } },
            ],
          },
        },
        evidence: {
          clause: "三",
          sets: [["transcript"]],
          labels: { 成绩单: "transcript" },
          openings: [
            {
              ask: "J-36",
              code: "j-evidence-other",
              clause: "三",
              accept: "not-required",
              sets: [[]],
              saysIncomplete: false,
            },
          ],
        },
      },
    },
    codes: {
      "not-sat": { ...WORDS, severity: "error", cell: "evenings" },
      "j-year-after": { ...WORDS, severity: "judgement", cell: "year" },
      "j-evidence-other": { ...WORDS, severity: "judgement", cell: "evidence" },
    },
  });
  const row = (record: Partial<LearningRecord>, decided: Readonly<Record<string, string>> = {}): RecordUnderReview => {
    const decisions = Object.entries(decided).map(([id, option]) => ({
      place: BLANK.place,
      id,
      option,
      text: option,
      by: "",
      on: "",
      reason: "",
    }));
    const office = new OfficeDecisions(compiledPolicyOf(other), decisions);
    const form = office.compiled.forms.get("exam") ?? null;
    return new RecordUnderReview(
      {
        ...BLANK,
        form: "exam",
        evidence: ["transcript"],
        statedHours: 1,
        year: 2018,
        completedDate: JUNE_2018,
        ...record,
      },
      form,
      { office, evaluation: new EvaluationContext(), filings: null, yearIsSealed: () => false },
    );
  };
  const said = ({ findings }: RecordUnderReview): string[] =>
    findings.map(({ code, severity, key }) => `${code} ${severity} ${key ?? "row"}`);
  const value = (record: Partial<LearningRecord>, decided: Readonly<Record<string, string>>): number => {
    const office = new OfficeDecisions(
      compiledPolicyOf(other),
      Object.entries(decided).map(([id, option]) => ({
        place: BLANK.place,
        id,
        option,
        text: option,
        by: "",
        on: "",
        reason: "",
      })),
    );
    return row(record, decided).value(office.inForce);
  };

  test.each<[string, Partial<LearningRecord>, string[]]>([
    ["nothing wrong", {}, []],
    ["an error that names its cell", { statedHours: null }, ["field-missing error statedHours"]],
    ["a cell that can't be read is no blank one", { statedHours: null, unreadable: new Set(["statedHours"]) }, []],
    ["a code with a cell", { statedHours: null, evenings: 1 }, ["not-sat error evenings"]],
    ["the year after is asked about", { year: 2019 }, ["j-year-after judgement year"]],
    ["two years after is wrong", { year: 2020 }, ["year-mismatch error year"]],
    ["the year before is wrong", { year: 2017 }, ["year-mismatch error year"]],
    ["evidence is asked about", { evidence: [] }, ["j-evidence-other judgement evidence"]],
  ])("%s", (_what, record, codes) => {
    expect(said(row(record))).toEqual(codes);
  });

  test.each<[string, Partial<LearningRecord>, Record<string, string>, number, string[]]>(
    // A case a line
    // prettier-ignore
    [
    ["the year after, accepted", { year: 2019 }, { "J-37": "count" }, 90, ["j-year-after info year"]],
    ["the year after, refused", { year: 2019 }, { "J-37": "reject" }, 0, ["j-year-after info year"]],
    ["no evidence need be handed in", { evidence: [] }, { "J-36": "not-required" }, 90, ["j-evidence-other info evidence"]],
    ["evidence must be handed in", { evidence: [] }, { "J-36": "required" }, 0, ["evidence-incomplete error evidence", "j-evidence-other info evidence"]],
  ],
  )("%s", (_what, record, decided, hours, codes) => {
    expect([value(record, decided), said(row(record, decided))]).toEqual([hours, codes]);
  });
});

describe("months of a tour, both days counted", () => {
  const day = (text: string): number =>
    Math.round((Date.parse(`${text}T00:00:00Z`) - Date.UTC(1899, 11, 30)) / 86_400_000);
  const reached = (limit: number): Worth => ({
    rows: [{ when: { months: { above: limit } }, then: 3 }, { when: { months: limit }, then: 2 }, { then: 1 }],
  });
  // 1 less, 2 exactly, 3 more than so many months (附件5第8条)
  test.each([
    ["2018-01-01", "2018-06-30", 6, 2],
    ["2018-01-01", "2018-06-29", 6, 1],
    ["2018-01-01", "2018-07-01", 6, 3],
    ["2018-01-15", "2018-07-14", 6, 2],
    ["2018-08-31", "2019-02-27", 6, 1],
    ["2018-08-31", "2019-02-28", 6, 2],
    ["2017-10-01", "2018-03-31", 6, 2],
    ["2017-06-01", "2018-05-31", 12, 2],
    ["2017-06-01", "2018-06-01", 12, 3],
    ["2016-02-29", "2017-02-27", 12, 1],
    ["2018-12-31", "2018-01-01", 6, 1],
  ])("%s to %s against %d months", (start, end, limit, expected) => {
    expect(evaluate(reached(limit), { startDate: day(start), endDate: day(end) })[0]).toBe(expected);
  });

  test("one date stands for both", () => {
    expect(
      evaluate(
        { rows: [{ when: { months: { below: 1 }, startYear: 2018, endYear: 2018 }, then: 7 }] },
        { endDate: day("2018-05-05") },
      )[0],
    ).toBe(7);
  });
});

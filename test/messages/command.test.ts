/** The command's words: every key in both languages, and no Chinese in the English but data and names of sheets. */
import { type batchZh } from "../../src/messages/command-batch";
import { type runZh } from "../../src/messages/command-run";
import { COMMAND_KEYS, commandSpeech, type CommandDetails, type CommandKey } from "../../src/messages/command";

const counts = { unchanged: 1, added: 2, changed: 3, removed: 4, outcome: 5 };
const entry = { certificateNo: "C-1", name: "N" };
const tallies = [{ label: "L", count: 1 }];
const amount = { text: "1 → 2", difference: "+1" };
const places = [
  { row: 1, column: null, text: "", nearest: null },
  { row: 1, column: "D", text: "T", nearest: "N" },
];

/** Details for each key: one case at least, more where a key has several wordings. */
const CASES: {
  readonly [Key in Exclude<CommandKey, keyof typeof runZh | keyof typeof batchZh>]: readonly CommandDetails<Key>[];
} = {
  "unit-line": [[{ unit: "U", policy: "p", year: 2018 }]],
  "records-line": [[{ count: 1, tallies }], [{ count: 2, tallies }]],
  "years-line": [[{ count: 2, tallies }]],
  "people-line": [[{ count: 2, tallies }]],
  "frequent-problems": [[]],
  "frequent-problem": [[{ count: 3, problem: "P" }]],
  "no-open-questions": [[]],
  "open-questions": [[{ questions: [{ id: "J", question: "Q", touched: 2 }] }]],
  "heaviest-question": [[{ question: "Q", clause: "C" }]],
  "left-aside": (
    ["sheet-unread", "column-unread", "blank-skipped", "header-skipped", "totals-skipped", "note-skipped"] as const
  ).map((kind) => [{ sheet: "S", kind, places, count: 3 }]),
  "question-effects": [[{ question: "Q", options: [{ option: "o", effect: "E" }] }]],
  "effects-rest": [[{ count: 2 }]],
  "no-effects": [[]],
  "certificates-issued": [[{ count: 0, first: null, last: null }], [{ count: 2, first: "1", last: "2" }]],
  "compared-sides": [[{ before: "a", after: "b" }]],
  "compared-same": [[]],
  "compared-totals": [[{ verdicts: 1, years: 2, records: 3 }]],
  "compared-rest": [[{ count: 2 }]],
  "compared-person": [[{ name: "N", registrationNo: "R", verdict: "v", codes: ["c", "d"] }]],
  "compared-year": [
    [{ year: 2018, states: "s", amount: null, codes: [] }],
    [{ year: 2018, states: "s", amount, codes: ["c"] }],
  ],
  "compared-records-rest": [[{ count: 2 }]],
  "compared-record": [[{ sheet: "S", row: 2, amount: "1", verdict: "v", clauses: ["1"], codes: ["c"] }]],
  "year-unlisted": [[]],
  "problem-new": [[{ problem: "P" }]],
  "problem-gone": [[{ problem: "P" }]],
  "person-unknown": [[{ asked: "R" }]],
  "person-unlisted": [[{ registrationNo: "R" }]],
  "year-in-full": [
    [{ year: 2018, status: "s", publicHours: 1, professionalHours: 2, totalHours: 3, reasons: [["a", "b"], ["c"]] }],
  ],
  "records-of-no-year": [[]],
  "record-in-full": [[{ row: 2, form: "F", title: "T" }]],
  "round-file": [
    [{ kind: "round", file: "f", unit: "U", year: 2018 }],
    [{ kind: "year", file: "f", unit: "U", year: 2018 }],
  ],
  "round-counts": [[{ of: "people", counts }], [{ of: "records", counts }]],
  "round-again": [[{ records: 1, added: 2, changed: 3, outcome: 4, people: 5 }]],
  "round-line": (["added", "changed", "removed", "outcome"] as const).map((change) => [
    { change, names: ["N", 2018], what: "w", verdicts: ["a", "b"] },
  ]),
  "round-rest": [[{ count: 2 }]],
  "round-doubt": (["gone", "renumbered", "name", "verdict"] as const).map((why) => [
    { name: "N", certificateNo: "C", registrationNo: "R", why, now: "S" },
  ]),
  "round-opinions": [[{ counting: 1, stale: 2, lost: 3 }]],
  "round-opinion-conflict": [[{ name: "N", row: 2, own: "o", other: "t" }]],
  "round-numbers": [[{ count: 2 }]],
  "round-number-conflict": [[{ entry, own: { ...entry, status: "s" } }]],
  "round-proofs": [[{ people: 1, years: 2, same: 3 }]],
  "round-proof-refused": (["name", "ledger", "unmet"] as const).map((why) => [{ entry, why }]),
  "round-decisions": [[{ taken: 1, conflicts: 2 }]],
  "at-cell": [[{ sheet: "S", cell: "A1", text: "t" }]],
  "action-failed": [[{ message: null, remedy: null }], [{ message: "m", remedy: "r" }]],
  "blank-usage": [[]],
  "blank-name-missing": [[]],
  "blank-one-file": [[{ more: "m" }]],
  "blank-extension": [[]],
  "blank-exists": [[{ path: "p" }]],
  "blank-made": [[{ path: "p" }]],
  "policy-usage": [[]],
  "policy-verb-unknown": [[{ verb: "" }], [{ verb: "v" }]],
  "policy-words-unfit": [[{ verb: "v" }]],
  "policy-written": [[{ id: "i", path: "p" }]],
  "policy-finding": [
    [{ severity: "error", place: "p", message: "m", code: "c", example: "" }],
    [{ severity: "info", place: "p", message: "m", code: "c", example: "e" }],
  ],
  "policy-checked": [[{ name: "n", errors: 1, warnings: 2, infos: 0 }]],
  "policy-unusable": [[{ file: "f" }]],
  "policy-compared": [[{ before: "b", after: "a", count: 0 }], [{ before: "b", after: "a", count: 2 }]],
  "policy-difference": [
    [{ form: "f", when: "w", before: "1", after: "2", clauses: ["c"], example: "e" }],
    [{ form: "f", when: "w", before: "1", after: "2", clauses: ["c", null], example: "e" }],
  ],
};

/** What the lines of a run name, together. */
const RUN = {
  ...{
    path: "p",
    file: "f",
    folder: "d",
    option: "--o",
    other: "--t",
    name: "n",
    more: "m",
    given: "g",
    why: "w",
    url: "u",
  },
  ...{ sheet: "S", policy: "p", id: "J", own: "o", years: 2, count: 3, sent: "1 KB", received: "2 KB", warning: "w" },
  ...{
    people: 1,
    items: 2,
    from: "S",
    to: "T",
    same: 1,
    kind: "old",
    known: ["a", "b"],
    ids: ["J", "K"],
    questions: ["Q", "R"],
    question: "Q",
  },
  ...{ out: "o", step: "issuing", done: 1, total: 2, seconds: 90, problem: "p", code: "person-in-two-units" },
  ...{ registrationNo: "R", certificateNo: "C-1", by: "b", files: 1, refused: 1, records: 2, certificates: 1 },
  ...{ qualified: 1, unqualified: 1, pending: 1 },
  ...{ cells: ["A1", "B1"], sheets: ["S"], signers: [{ by: "", count: 1 }] },
};

/** Sheets keep their names in any language. */
const NAMES = /“(?:人员信息|学时记录|上轮对照|发证台账)”|总台账\.xlsx|汇总\.xlsx/gu;

test.each(COMMAND_KEYS)("%s is said in both languages", (key) => {
  for (const details of key in CASES ? CASES[key as keyof typeof CASES] : [[RUN]]) {
    const say = (language: "zh" | "en"): string =>
      (commandSpeech(language) as (key: CommandKey, ...details: readonly unknown[]) => string)(key, ...details);
    expect(say("en").replace(NAMES, "")).not.toMatch(/\p{Script=Han}|undefined|[，。；：（）]/u);
    expect(say("zh")).not.toMatch(/undefined/);
  }
});

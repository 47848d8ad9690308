/** English catalogue: the same entries for readers of English. Chinese terms of the workbook stay Chinese. */
import type { FactName } from "../policy/language";
import type { Bounds, Catalogue, EffectWords, ExplanationWords, FactWord, ReasonWords } from "./catalogue";

const itself: FactWord = (value) => value;
const counted =
  (one: string, several = `${one}s`): FactWord =>
  (value) =>
    `${value} ${value === "1" ? one : several}`;
const named =
  (name: string): FactWord =>
  (value) =>
    `${name} ${value}`;

const UNIT_OF: Partial<Readonly<Record<FactName, string>>> = { months: " months", progress: " %" };

function boundsOf(fact: FactName, { above, below, atLeast, atMost }: Bounds, holds: boolean): string {
  const unit = UNIT_OF[fact] ?? "";
  if (fact === "year" && holds) return atLeast === atMost ? "" : `within ${atLeast}–${atMost}`;
  if (fact === "rank" && atMost !== undefined) return holds ? `of the first ${atMost}` : `not of the first ${atMost}`;
  const range =
    above !== undefined
      ? `more than ${above}${unit}`
      : below !== undefined
        ? `less than ${below}${unit}`
        : atLeast !== undefined && atMost !== undefined
          ? atLeast === atMost
            ? `${atLeast}${unit}`
            : `${atLeast}–${atMost}${unit}`
          : atLeast !== undefined
            ? `${atLeast}${unit} or more`
            : atMost !== undefined
              ? `at most ${atMost}${unit}`
              : "";
  return range === "" || holds ? range : `it should be ${range}`;
}

const explain: ExplanationWords = {
  facts: {
    year: named("year"),
    halfDays: counted("half-day"),
    evenings: counted("evening"),
    meetingDays: counted("day"),
    uncountedDays: counted("day"),
    statedHours: named("certificate states"),
    progress: (value) => `progress ${value} %`,
    level: itself,
    rank: named("rank"),
    authors: (value) => `${value} in all`,
    role: itself,
    indexing: named("indexed in"),
    kind: itself,
    patentee: named("patentee:"),
    completedDate: named("completed"),
    modules: counted("module"),
    authority: itself,
    assessment: named("assessed:"),
    claimedHours: named("claimed"),
    evidence: (value) => `with ${value}`,
    formLabel: itself,
    days: counted("day"),
    countableDays: counted("countable day"),
    months: counted("month"),
    startYear: named("begun in"),
    endYear: named("ended in"),
    taken: named("converted"),
  },
  less: { uncountedDays: (value) => `${value} not counted`, halfDays: (value) => `${value} of a half-day only` },
  asItStands: { statedHours: "as the certificate states:", claimedHours: "as claimed:" },
  values: {
    level: {
      national: "national",
      provincial: "provincial",
      ministerial: "ministerial",
      municipal: "municipal",
      bureau: "bureau-level",
      county: "county",
      institution: "institutional",
      enterprise: "commissioned",
      society: "society",
    },
    role: {
      host: "leader",
      participant: "participant",
      "chief-editor": "chief editor",
      "contributing-editor": "contributing editor",
      corresponding: "corresponding author",
      "co-first": "co-first author",
    },
    indexing: {
      EI: "EI",
      SCI: "SCI",
      CPCI: "CPCI",
      SSCI: "SSCI",
      "A&HCI": "A&HCI",
      "intl-top": "top international journals",
      CSSCI: "CSSCI",
      CSCD: "CSCD",
      "PKU-core": "PKU core",
      "other-core": "other Chinese core",
      "domestic-public": "domestic public",
      "foreign-unlisted": "foreign, in no index",
      internal: "internal print",
      "sub-provincial": "below provincial level",
    },
    kind: {
      invention: "invention patent",
      utility: "utility model",
      design: "design patent",
      "software-copyright": "software copyright",
      book: "book",
      translation: "translation",
      tibet: "aid to Tibet",
      xinjiang: "aid to Xinjiang",
      foreign: "aid abroad",
      "poverty-relief": "poverty relief",
    },
    patentee: { self: "the person", unit: "the employer" },
    authority: {
      "provincial-org-dept": "provincial organisation department",
      "provincial-bureau": "provincial department",
      municipal: "municipal office",
      hrss: "human-resources office",
      moe: "education department",
      CNIPA: "national patent office",
      "foreign-office": "foreign office",
    },
    assessment: { pass: "passed", fail: "failed" },
  },
  blank: (header) => `${header} is blank`,
  without: (values) => `without ${values}`,
  bounds: boundsOf,
  bracket: (text) => ` (${text})`,
  because: (reasons, result) => `${reasons} → ${result}`,
  list: ", ",
  then: "; ",
  also: (values) => `also ${values}; the best counts`,
  lesser: (parts) => `the lower of ${parts.join(" and ")}`,
  amount: (hours, unit) => `${hours} ${unit}`,
  both: (publicHours, professionalHours) => `${publicHours} public + ${professionalHours} professional`,
  nothing: (unit, why) => (why === "" ? `no ${unit}` : `no ${unit}: ${why}`),
  noRow: "no clause converts it",
  open: (question, option) => `“${question}” is open, read as “${option}” for now`,
  undecided: (question) => `“${question}” is open`,
  decided: (question, option) => `“${question}” is decided: “${option}”`,
  otherwise: (option, amount) => `if “${option}”: ${amount}`,
  evidenceComplete: "the evidence is complete",
  evidenceNearest: (missing, nearest) =>
    missing === nearest ? `evidence lacking: ${missing}` : `evidence lacking: ${missing} (to complete ${nearest})`,
  evidenceOthers: (sets) => `or any other of these: ${sets.map((set) => set.join("＋")).join(", ")}`,
  credited: (amount) => `${amount} credited`,
  rejected: (why) => (why === "" ? "rejected" : `rejected: ${why}`),
  treated: (outcome, by, on) => `${outcome} (decided by ${by}, ${on})`,
  pending: (amount, lowest, highest, why) =>
    `pending, ${amount} for now${lowest === highest ? "" : ` (lowest ${lowest}, highest ${highest})`}${why === "" ? "" : `: ${why}`}`,
  inside: (sentence) =>
    /^[A-Z][a-z' ]/.test(sentence) ? sentence.charAt(0).toLowerCase() + sentence.slice(1) : sentence,
  semicolon: "; ",
};

const reasons: ReasonWords = {
  sums: { total: "total", public: "public", professional: "professional" },
  lacking: (sum, amount) => `${sum} short by ${amount}`,
  years: (years, status) => `${years} ${status}`,
  allMet: (years) => `${years} all met`,
  questionsOpen: (questions) => `open: ${questions}`,
  recordsPending: "records pending",
  windowOpen: (questions, windows) =>
    `open (${questions}): the years asked for ${windows.length > 1 ? `may be ${windows.join(" or ")}` : "are not settled"}`,
  person: (verdict, why) => (why === "" ? verdict : `${verdict}: ${why}`),
  personIn: (text) => `this person is ${text}`,
  sealed: "stamped already; met by its certificate",
};

const effects: EffectWords = {
  option: (label) => `If “${label}”: `,
  people: (count, from, to) => `${count} ${count === 1 ? "person" : "people"} from ${from} to ${to}`,
  nobody: "nobody’s verdict changes",
  besides: (parts) => ` (and ${parts.join(", ")} change)`,
  only: (parts) => ` (but ${parts.join(", ")} change)`,
  years: (count) => `${count} ${count === 1 ? "year" : "years"}`,
  records: (count) => `${count} ${count === 1 ? "record" : "records"}`,
  between: ", ",
};

export const en: Catalogue = {
  units: { 学时: ["hour", "hours"], 学分: ["credit", "credits"] },
  explain,
  reasons,
  effects,
  decide: "Choose a reading on the sheet 口径 and review again",
  unknown: ["Something was found ({code})", "Check this place"],
  severities: { error: "error", judgement: "open question", warning: "warning", info: "note" },
  recordVerdicts: { credited: "credited", rejected: "rejected", pending: "pending" },
  yearStatuses: { met: "met", unmet: "unmet", pending: "pending" },
  personVerdicts: { qualified: "qualified", unqualified: "unqualified", pending: "pending" },
  subjects: {
    public: "public",
    professional: "professional",
    both: "public and professional",
    either: "no subject given",
    none: "none",
  },
};

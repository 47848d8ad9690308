/** English catalogue: the same entries for readers of English. Chinese terms of the workbook stay Chinese. */
import type { FactName } from "../policy/language";
import type { Bounds, Catalogue, ExplanationWords, FactWord, ReasonWords } from "./catalogue";

const CHOOSE = "Choose a reading on the sheet 口径 and review again";

const itself: FactWord = (value) => value;
const counted =
  (one: string, several = `${one}s`): FactWord =>
  (value) =>
    `${value} ${value === "1" ? one : several}`;
const named =
  (name: string): FactWord =>
  (value) =>
    `${name} ${value}`;
const author: FactWord = (rank) => `author no. ${rank}`;

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
  factsOfForms: {
    meeting: { meetingDays: counted("meeting day") },
    paper: { rank: author },
    book: { rank: author },
    project: { level: (value) => `${value} project` },
    award: { level: (value) => `${value} award` },
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
      hrss: "人社部门",
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
  open: (id, option) => `${id} is open, read as “${option}” for now`,
  undecided: (id) => `${id} is open`,
  decided: (id, option) => `${id} is decided: “${option}”`,
  otherwise: (option, amount) => `if “${option}”: ${amount}`,
  evidenceComplete: "the evidence is complete",
  evidenceNearest: (missing, nearest) =>
    missing === nearest ? `evidence lacking: ${missing}` : `evidence lacking: ${missing} (to complete ${nearest})`,
  evidenceOthers: (count) => `${count} other ${count === 1 ? "set" : "sets"} would do too`,
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
  questionsOpen: (ids) => `${ids} open`,
  recordsPending: "records pending",
  windowOpen: (ids, windows) =>
    `${ids} open: the years asked for ${windows.length > 1 ? `may be ${windows.join(" or ")}` : "are not settled"}`,
  person: (verdict, why) => (why === "" ? verdict : `${verdict}: ${why}`),
  personIn: (text) => `this person is ${text}`,
  sealed: "stamped already; met by its certificate",
};

export const en: Catalogue = {
  units: { 学时: ["hour", "hours"], 学分: ["credit", "credits"] },
  explain,
  reasons,
  unknown: ["Something was found ({code})", "Check this place"],
  entries: {
    // reading
    "value-unknown": [
      "The value[ “{value}”][ of {column}] is none of the allowed ones",
      "Enter an allowed value[ in {cell}][; the nearest is “{nearest}”]",
    ],
    "field-missing": ["A required cell is blank[: {column}]", "Fill it in[ ({cell})] and review again"],
    "invalid-number": [
      "The number[ “{value}”][ of {column}] is invalid; half-days, evenings, days and modules are whole, none is negative",
      "Enter the right number[ in {cell}]",
    ],
    "rank-invalid": ["The rank[ “{value}”] is invalid", "Enter 1, 2, 3 …[ in {cell}]"],
    "rank-missing": [
      "The rank is blank, so nothing can be converted",
      "Enter the person's rank from the evidence[ in {cell}]",
    ],
    "subject-missing": [
      "No subject is given; it can't be credited yet",
      "Enter 公需科目 or 专业科目 as registered[ in {cell}]",
    ],
    "formula-in-input": ["An input cell holds a formula; its shown value was used", "Check it and enter a plain value"],
    "hidden-rows": ["The sheet has hidden rows; they were reviewed too", "Unhide and check them"],
    "column-ambiguous": [
      "Two columns stand for the same field[ {column}]; neither was read",
      "Keep one and rename the other",
    ],
    "id-checksum": ["The id number's check character is wrong", "Compare it with the document"],
    "id-precision-lost": [
      "The id number was typed as a number and lost its last digits",
      "Format the cell as text and type it again",
    ],
    "person-unknown": [
      "The registration number[ “{value}”] is in no row of 人员信息",
      "Correct the number or add the person",
    ],
    "person-duplicate": [
      "Two people share one registration number[ (rows {rows})]",
      "Give each the number of their own booklet",
    ],
    "record-duplicate": [
      "The record repeats an earlier one[ (row {row})] and is not counted",
      "Delete it; if it was another occasion, correct title and dates",
    ],
    "achievement-claimed-twice": [
      "Different people claim one achievement at the same rank[ ({others})]",
      "Check the ranks against the evidence",
    ],
    "dates-overlap": [
      "It shares a day with another all-day training of the same person[ (row {row})]",
      "Check the dates of both",
    ],
    "decision-unsigned": ["A decision lacks its name or date", "Fill in both"],
    "decision-stale": [
      "The record changed after the decision, which no longer counts",
      "Clear the decision, review again and decide anew",
    ],
    // conversion
    "hours-claim-mismatch": [
      "The {unit} claimed[ ({claimed})] differ from those converted[ ({converted})]; the latter count",
      "Check the row[; if it is right, change 申报学时 to {converted}]",
    ],
    "day-count-impossible": [
      "Half-days, evenings or uncounted days exceed the dates or the meeting's days",
      "Check them against the timetable",
    ],
    "meeting-no-countable-day": [
      "No day is left after arrival, departure and idle days",
      "Check the days of the meeting",
    ],
    "year-mismatch": [
      "The year claimed is not the year of completion[ ({actual})]",
      "Claim it for the right year[, {actual}]",
    ],
    "makeup-not-accepted": [
      "From 2019 on nothing can be made up; it doesn't count",
      "Claim it for the year of study[, {actual}]",
    ],
    "subject-not-allowed": ["This form counts as 专业科目 only and was counted so", "Change the subject to 专业科目"],
    "excluded-activity": ["This activity is no continuing education", "Remove it or study something else"],
    "project-not-concluded": ["The project is not concluded", "Claim it for the year of conclusion"],
    "book-not-published": ["The book is not published", "Claim it for the year of publication"],
    "paper-not-published": ["The paper is not published", "Claim it for the year of publication"],
    "paper-journal-not-eligible": [
      "The journal is internal or below provincial level",
      "Claim papers in public journals of provincial level or above",
    ],
    "paper-annual-limit": [
      "One paper a year counts; the best one was taken",
      "Nothing to correct; other study can make up for it",
    ],
    "patent-not-granted": ["The patent is not granted", "Claim it for the year of grant"],
    "patent-not-cnipa": ["The patent was not granted by the national office", "Only national patents count"],
    "no-modules-passed": ["No module was passed", "Check the results and enter the number passed"],
    "computer-exam-wrong-organizer": ["The exam was not organised by 人社部门", "Only its exams count"],
    "aid-type-not-listed": ["It is none of 援藏, 援疆, 援外", "Check the dispatch notice"],
    "aid-approver-not-eligible": ["Neither 省委组织部 nor a provincial department approved it", "Hand in the approval"],
    "aid-not-assessed": ["The aid work was not assessed as passed", "Hand in the assessment"],
    "aid-too-short": ["The aid work lasted less than 6 months", "Check the dates"],
    "aid-year-outside": ["The year claimed is outside the period of aid", "Claim a year of the period"],
    // evidence, registration, filing
    "evidence-incomplete": [
      "The evidence is incomplete[; the nearest set lacks {missing}]",
      "Hand in[ {missing} to complete] a full set[; any of {others} other sets would do too]",
    ],
    "evidence-substitute-used": [
      "Another kind of attendance record stands for the sign-in sheet; accepted",
      "Nothing to correct",
    ],
    "registration-not-stamped": ["The department has not stamped the record", "Have it confirmed and stamped"],
    "training-not-filed": [
      "The training was not filed before it began and is not recognised",
      "Check the filing's number[ “{filingNo}”] and date",
    ],
    "filing-incomplete": ["The filing is incomplete[; it lacks {missing}]", "Complete the filing[: {missing}]"],
    // years
    "annual-total-shortfall": [
      "The year's total is too low[ by {missing} {unit}]",
      "Add records[ of {year}][: {needed} {unit}]",
    ],
    "public-shortfall": [
      "公需科目 is too low[ by {missing} {unit}]",
      "Add[ {needed} {unit} of] 公需科目[ in {year}][, or decide {question}]",
    ],
    "professional-shortfall": [
      "专业科目 is too low[ by {missing} {unit}]",
      "Add[ {needed} {unit} of] 专业科目[ in {year}][, or decide {question}]",
    ],
    "window-too-short": ["The years claimed don't cover those required[ ({required})]", "Claim the missing years"],
    "window-claim-differs": ["More years are claimed than required[ ({required})]", "Check 起始年度 and 截止年度"],
    "window-year-not-passed": [
      "A required year is not met[: {years}]",
      "Make up what is lacking[ in {years}]; see 年度汇总",
    ],
    // channels
    "channel-individual-discouraged": [
      "Municipal units should not let individuals apply by themselves",
      "Let the unit apply",
    ],
    "channel-individual-not-accepted": [
      "This channel takes no individual applications",
      "Let the unit or department apply",
    ],
    "channel-outside-window": [
      "It was not submitted in the months allowed[ ({required})]",
      "Submit it in those months",
    ],
    "channel-wrong-proof": [
      "The proof applied for does not suit the level[; it should be {expected}]",
      "Correct 验证方式",
    ],
    "channel-wrong-authority": [
      "The office where the personal file is kept has to verify it",
      "Apply there[ ({value})]",
    ],
    "preliminary-review-missing": ["The department has not pre-reviewed it", "Enter the date of the pre-review"],
    // certificate
    "certificate-field-missing": ["The certificate lacks required data[: {missing}]", "Fill it in before issuing"],
    "certificate-years-inconsistent": ["The years and their number don't agree", "Check 起始年度 and 截止年度"],
    "certificate-not-eligible": [
      "No certificate can be issued[: {verdict}][: {years} not met]",
      "Only 副高级 and 正高级 with every year met get one",
    ],
    "certificate-number-duplicate": [
      "Two valid entries bear one number[ ({value})]",
      "Void one of them before printing",
    ],
    "ledger-out-of-order": [
      "The ledger goes back in time[ ({value})]",
      "Check it and void the wrong entry before printing",
    ],
    // judgement questions
    "j-public-theme-mismatch": ["The public training has another theme than the year's[: {value}]", CHOOSE],
    "j-excluded-by-analogy": ["「等」 leaves open whether this activity is excluded", CHOOSE],
    "j-stated-hours-differ": ["The certificate's hours[ ({stated})] differ from those by days[ ({converted})]", CHOOSE],
    "j-days-missing": [
      "Half-days and evenings are blank; days can't be converted",
      "Fill them in, or choose a reading on 口径",
    ],
    "j-one-day-meeting": ["A one-day meeting has no day of arrival or departure", CHOOSE],
    "j-half-day-meeting": ["The meeting has a day with a half-day session only", CHOOSE],
    "j-meeting-evening": ["Nothing is said about a meeting's evenings", CHOOSE],
    "j-conversion-by-analogy": ["This form has no conversion clause; annex 5, 1 is used by analogy", CHOOSE],
    "j-online-hours-unspecified": [
      "The online course has no certified hours",
      "Hand in the platform's hours, or choose a reading",
    ],
    "j-online-incomplete": [
      "The online course is unfinished and without a certificate",
      "Hand in the certificate, or choose a reading",
    ],
    "j-online-unfiled": ["The online course has no 备案号", "Enter it, or choose a reading on 口径"],
    "j-project-level-unlisted": ["County, institutional and commissioned projects are not listed", CHOOSE],
    "j-multiple-projects-same-year": ["Several projects in one year: sum or highest is not said", CHOOSE],
    "j-multiple-books-same-year": ["Several books in one year: sum or highest is not said", CHOOSE],
    "j-editor-role": ["Nothing is said about 主编 and 参编", CHOOSE],
    "j-intl-top-journal": ["「国际各领域顶级刊物」 has no list", CHOOSE],
    "j-other-core-journal": ["「等中文核心期刊」 has no closed list", CHOOSE],
    "j-paper-foreign-unlisted": ["A foreign journal in no index is in no tier", CHOOSE],
    "j-corresponding-author": ["Nothing is said about corresponding authors", CHOOSE],
    "j-co-first-author": ["Nothing is said about co-first authors", CHOOSE],
    "j-patent-rank-unspecified": ["Nothing is said about patent ranks from 4 on", CHOOSE],
    "j-patent-patentee-inventor": ["The employer is the patentee, the person the inventor", CHOOSE],
    "j-achievement-type-unlisted": ["Software copyright and the like are not listed", CHOOSE],
    "j-award-provincial-participant": ["Annexes 4 and 5 differ on participants of provincial awards", CHOOSE],
    "j-award-bureau-not-in-annex4": ["厅局级 awards stand in annex 5 only", CHOOSE],
    "j-award-municipal-as-bureau": ["It is not said whether 市级 awards are 厅局级", CHOOSE],
    "j-award-level-unlisted": ["Awards of this level are not listed", CHOOSE],
    "j-same-achievement-double-credit": ["One achievement was concluded and awarded in one year", CHOOSE],
    "j-aid-duration-gap": ["The aid lasted 6 to 12 months; the text says 「为6个月」", CHOOSE],
    "j-aid-cross-year": ["The aid crosses New Year; the year is not said", CHOOSE],
    "j-aid-90-public": ["It is not said whether the 90 hours include 公需科目", CHOOSE],
    "j-doctoral-hours-basis": ["Doctoral study has no conversion clause; scheduled hours are used", CHOOSE],
    "j-doctoral-hours-unspecified": [
      "There is a doctoral diploma but no class hours",
      "Hand in the timetable, or choose a reading",
    ],
    "j-evidence-auxiliary": ["Auxiliary papers stand for the evidence; 「可以适当考虑」", CHOOSE],
    "j-evidence-body-vs-annex4": ["The evidence suits the body of the notice, not annex 4", CHOOSE],
    "j-evidence-supporting-required": ["There is a sealed receipt but no further proof", CHOOSE],
    "j-makeup-scope": ["Made up in 2018 for an earlier year; the scope is not said", CHOOSE],
    "j-window-end": ["It is not said in which year 「近5年」 ends", CHOOSE],
    "j-window-not-stated": ["It is not said how many years this channel has to prove", CHOOSE],
    // 财会〔2018〕10号
    "professional-share-shortfall": [
      "专业科目 is less than two thirds of the year's total[ by {missing} {unit}]",
      "Add[ {needed} {unit} of] 专业科目[ in {year}][, or decide {question}]",
    ],
    "exam-not-passed": ["The exam or course was not passed", "Claim it for the year in which it is passed"],
    "paper-without-cn": [
      "The periodical has no CN number",
      "Claim papers in economics or management periodicals with a CN number",
    ],
    "j-face-to-face-rate": ["Provinces measure training face to face; no local rate is chosen yet", CHOOSE],
    "j-online-rate": ["Provinces measure online training; no local rate is chosen yet", CHOOSE],
    "j-online-unfinished": [
      "The online training is unfinished",
      "Finish it and correct 完成进度, or choose a reading on 口径",
    ],
    "j-exam-admitted": [
      "The exam was passed, but no number of subjects is given",
      "Enter the number in 合格模块数; where the person was admitted, choose a reading on 口径",
    ],
    "j-exam-year": [
      "The exam was passed the year before; whether it may be claimed the year after is not said",
      CHOOSE,
    ],
    "j-project-leader": [
      "First in rank, but no role is given: alone, leading or neither",
      "Enter 主持 or 参与 in 角色, or choose a reading on 口径",
    ],
    "j-project-commissioner": ["A commissioned or institutional project: who set it can't be seen", CHOOSE],
    "j-paper-cn-number": [
      "收录类别 does not show whether the periodical has a CN number",
      "If it has one, add 国内公开 to 收录类别; or choose a reading on 口径",
    ],
    "j-evidence-local": [
      "The rule names no evidence[; by Beijing's list it lacks {missing}]",
      "Hand it in, or choose a reading on 口径",
    ],
  },
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
  questions: {
    "J-01": {
      question: "「一般不少于」 30/60: does a year with 90 hours pass below a subject's minimum?",
      options: { strict: "strict: not met", lenient: "lenient: met, with a note" },
    },
    "J-02": {
      question: "Is the 3 % score all or nothing?",
      options: { "all-or-nothing": "all or nothing", proportional: "proportional" },
    },
    "J-03": {
      question: "Does public training on another theme count?",
      options: { count: "it counts", reject: "it does not" },
    },
    "J-04": {
      question: "Does 「等」 exclude party school, junior college and the like?",
      options: { exclude: "excluded: 0", "claimed-hours": "claimed hours, professional" },
    },
    "J-05": {
      question: "The certificate's hours differ from the day count: which count?",
      options: { "by-days": "by days", stated: "as stated", lower: "the lower" },
    },
    "J-08": { question: "A one-day local meeting?", options: { count: "8 hours", zero: "0" } },
    "J-09": {
      question: "A meeting day with a half-day session only?",
      options: { "4": "4 hours", "8": "8 hours", "0": "0" },
    },
    "J-10": { question: "Evenings of a meeting?", options: { none: "not counted", "plus-2": "2 hours each" } },
    "J-11": {
      question: "Practice, visits and overseas study have no conversion clause",
      options: { "by-days": "by days, as annex 5, 1", zero: "0" },
    },
    "J-12": {
      question: "An online course without certified hours, or unfinished and without a certificate?",
      options: { zero: "0", "stated-hours": "the stated hours" },
    },
    "J-13": {
      question: "County, institutional and commissioned projects?",
      options: { zero: "0", "other-rank": "10 hours" },
    },
    "J-14": {
      question: "Several projects (or books) in one year?",
      options: { sum: "the sum", highest: "the highest one" },
    },
    "J-15": {
      question: "主编 and 参编?",
      options: { "as-first-and-other": "as first and other author", "all-other": "all as other authors" },
    },
    "J-16": {
      question: "「国际各领域顶级刊物」 without a list?",
      options: { accept: "accepted", "as-domestic-public": "as other public journals" },
    },
    "J-17": {
      question: "Other Chinese core journals, without a closed list?",
      options: { accept: "accepted", "as-domestic-public": "as other public journals" },
    },
    "J-18": {
      question: "Foreign journals in no index?",
      options: { zero: "0", "as-domestic-public": "as other public journals" },
    },
    "J-19": {
      question: "Corresponding and co-first authors?",
      options: { "printed-rank": "by printed rank", "as-first": "as first author" },
    },
    "J-21": { question: "Patent ranks from 4 on?", options: { zero: "0", "other-rank": "10 hours" } },
    "J-22": {
      question: "The employer is the patentee, the person the inventor?",
      options: { "inventor-rank": "by rank among inventors", zero: "0" },
    },
    "J-23": {
      question: "Software copyright and other unlisted titles?",
      options: { zero: "0", "other-rank": "10 hours" },
    },
    "J-24": {
      question: "Participants of a provincial award: annexes 4 and 5 differ",
      options: { count: "count, as annex 5", reject: "don't count" },
    },
    "J-25": {
      question: "厅局级 awards stand in annex 5 only; is 市级 厅局级?",
      options: { count: "both count", "bureau-only": "厅局级 only", reject: "neither counts" },
    },
    "J-26": { question: "Ministerial, society and county awards?", options: { zero: "0", "as-bureau": "as 厅局级" } },
    "J-27": {
      question: "One achievement concluded and awarded in one year?",
      options: { both: "both count", highest: "the higher one" },
    },
    "J-28": { question: "三援 longer than 6 and up to 12 months?", options: { "60": "60 hours", "0": "0" } },
    "J-29": {
      question: "三援 of 6 to 12 months across New Year: which year?",
      options: { "end-year": "the end year", "start-year": "the start year", both: "both" },
    },
    "J-30": {
      question: "Do the 90 hours of a long 三援 include the public 30?",
      options: { "include-public": "yes: 30 + 60", "professional-only": "no: 90 professional" },
    },
    "J-32": {
      question: "Doctoral study has no conversion clause",
      options: { "scheduled-hours": "scheduled hours of the year", zero: "0", "60": "60 hours" },
    },
    "J-33": { question: "Is substitute evidence accepted?", options: { reject: "no", accept: "yes" } },
    "J-35": {
      question: "The body asks for less evidence than annex 4",
      options: { annex4: "annex 4 holds", body: "the body holds" },
    },
    "J-36": {
      question: "Must a sealed receipt come with further proof?",
      options: { required: "yes", "not-required": "no" },
    },
    "J-37": { question: "Made up in 2018 for earlier years?", options: { count: "it counts", reject: "it does not" } },
    "J-41": {
      question: "Which is the window's last year?",
      options: { "year-before": "the year before the application", "application-year": "the application's year" },
    },
    "J-42": {
      question: "The window is stated for 中央、省属 units only; and the others?",
      options: { "same-for-all": "5 years (博士 2) for all", "claimed-window": "as claimed" },
    },
    "J-43": {
      question: "Must an outside platform's course without 备案号 be filed?",
      options: { reject: "yes: not credited", accept: "no: as if filed" },
    },
    // 财会〔2018〕10号
    "A-01": {
      question: "「一般不少于」 two thirds: does a year with 90 credits pass with less 专业科目?",
      options: { strict: "strict: not met", lenient: "lenient: met, with a note" },
    },
    "A-02": {
      question: "Provinces measure training face to face: what is the local rate?",
      options: {
        "10-a-day": "10 a day, 5 a half-day (Beijing)",
        "20-a-day": "20 a day, 10 a half-day (Guangdong, held by the employer)",
        "3-an-hour": "3 a stated class hour (Jiangsu, Shanxi)",
      },
    },
    "A-03": {
      question: "Provinces measure online training: what is the local rate?",
      options: {
        "1-an-hour": "1 an hour (Beijing), or the certificate states credits",
        "2.5-an-hour": "2.5 an hour (Guangdong)",
        "3-an-hour": "3 an hour (Jiangsu, Shanxi)",
      },
    },
    "A-04": { question: "Unfinished online training?", options: { zero: "0", stated: "the stated hours" } },
    "A-05": {
      question: "An exam passed without a number of subjects (「被录取」 has none)?",
      options: { "as-admitted": "as admitted: 90 credits", zero: "0 until the number is given" },
    },
    "A-06": {
      question:
        "Which year takes an exam's credits: that of passing, or the year after (results, certificate) as well?",
      options: { "year-passed": "that of passing only (Beijing)", "year-after": "the year after as well" },
    },
    "A-07": {
      question: "10 credits 「每天」: a meeting day with a half-day session only?",
      options: { "5": "5 credits", "10": "10 credits", "0": "0" },
    },
    "A-08": {
      question: "First in rank of a project, no role given: alone or leading, or taking part?",
      options: { "as-leader": "alone or leading: 90 credits", "as-participant": "taking part: 60 credits" },
    },
    "A-09": {
      question: "Are commissioned and institutional projects set by 继续教育管理部门 or a professional body?",
      options: { zero: "no: 0", count: "yes: they count" },
    },
    "A-10": {
      question: "Papers whose 收录类别 does not show a CN number (foreign, an index only, below provincial)?",
      options: { zero: "0", "as-cn": "as with a CN number" },
    },
    "A-11": {
      question: "Corresponding and co-first authors?",
      options: { "printed-rank": "by printed rank", "as-first": "as first author" },
    },
    "A-12": {
      question: "主编 and 参编?",
      options: { "as-first-and-other": "as first and other author", "all-other": "all as other authors" },
    },
    "A-13": {
      question: "The rule names no evidence: ask for what Beijing asks (exam and degree 成绩单, meeting 邀请函)?",
      options: { "not-asked": "no", "as-beijing": "as in Beijing" },
    },
  },
};

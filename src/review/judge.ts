/** A submission judged: each person with their years, each record. What it says of the whole is put together from that. */
import type { Policy } from "../policy";
import { placeOfKey } from "../submission";
import type { LearningRecord, Person, Submission } from "../submission/types";
import { compareRows } from "./cross-record-rules";
import { severityOf } from "../policy/codes";
import { engineOf, Office } from "./engine";
import {
  channelDrafts,
  isSenior,
  proofDrafts,
  verdictOf,
  windowDrafts,
  windowsOf,
  yearsOf,
  type PersonDraft,
} from "./person-review";
import { CONTRACT, Row, type RowContext } from "./record-review";
import type {
  Finding,
  PersonReview,
  QuestionState,
  RecordReview,
  RecordVerdict,
  Review,
  YearReview,
  YearStatus,
} from "./types";
import { judgeYear, sumYear } from "./years";

/** Where findings of a year stand: they have no cell of the unit's own. */
const YEARS_SHEET = "年度汇总";

export interface JudgedPerson {
  readonly review: PersonReview;
  readonly years: readonly YearReview[];
}

export interface Judged {
  /** In the order of the sheet. */
  readonly persons: readonly JudgedPerson[];
  readonly records: readonly RecordReview[];
}

/** Judges everybody and every record of a submission. */
export function judge(submission: Submission, policy: Policy): Judged {
  const engine = engineOf(policy);
  const office = new Office(engine, submission.decisions);

  const registered = new Map<string, Person>();
  const unnumbered: Person[] = [];
  const duplicates = new Map<string, Person[]>();
  for (const person of submission.people) {
    if (person.registrationNo === "") unnumbered.push(person);
    else if (registered.has(person.registrationNo))
      duplicates.set(person.registrationNo, [...(duplicates.get(person.registrationNo) ?? []), person]);
    else registered.set(person.registrationNo, person);
  }
  const yearIsSealed = (record: LearningRecord): boolean =>
    record.year !== null && (registered.get(record.registrationNo)?.sealedYears.includes(record.year) ?? false);
  const context: RowContext = { office, filings: submission.filings, yearIsSealed };

  const rows = submission.records.map(
    (record) => new Row(record, record.form === null ? null : (engine.forms.get(record.form) ?? null), office, context),
  );
  for (const row of rows) {
    if (registered.has(row.record.registrationNo)) continue;
    row.drafts.push({
      code: "person-unknown",
      severity: "error",
      clause: CONTRACT,
      key: "registrationNo",
      details: { value: row.record.registrationNo },
    });
    row.blocked = true;
  }
  compareRows(rows);
  if (submission.recordDecisions.size > 0) {
    for (const row of rows) {
      const decision = submission.recordDecisions.get(row.record.place.row);
      if (decision) row.decide(decision);
    }
  }

  const byYear = new Map<string, Map<number, Row[]>>();
  for (const row of rows) {
    const { registrationNo, year } = row.record;
    if (year === null || !registered.has(registrationNo)) continue;
    const years = byYear.get(registrationNo) ?? new Map<number, Row[]>();
    byYear.set(registrationNo, years);
    const own = years.get(year);
    if (own) own.push(row);
    else years.set(year, [row]);
  }

  const persons: JudgedPerson[] = [];
  let lines = 0;
  const channel = channelDrafts(submission, office);
  const ownProblems = new Map<number, Submission["problems"][number][]>();
  for (const problem of submission.problems) {
    if (problem.place.sheet !== submission.peopleLayout.sheet || problem.code === "hidden-rows") continue;
    const own = ownProblems.get(problem.place.row);
    if (own) own.push(problem);
    else ownProblems.set(problem.place.row, [problem]);
  }
  const entries = [...registered.values(), ...unnumbered].sort((a, b) => a.place.row - b.place.row);
  for (const person of entries) {
    const own = byYear.get(person.registrationNo) ?? new Map<number, Row[]>();
    const windows = windowsOf(person, submission, office);
    const listed = new Set<number>(own.keys());
    for (const window of windows.possible) for (const year of yearsOf(window)) listed.add(year);
    if (person.fromYear !== null && person.toYear !== null)
      for (const year of yearsOf({ from: person.fromYear, to: Math.max(person.fromYear - 1, person.toYear) }))
        listed.add(year);
    const statuses = new Map<number, YearStatus>();
    const years: YearReview[] = [];
    for (const year of [...listed].sort((a, b) => a - b)) {
      const outcome = sumYear(own.get(year) ?? [], office);
      const sealed = person.sealedYears.includes(year);
      const { status, shortfalls } = judgeYear(outcome, sealed, office);
      statuses.set(year, status);
      lines += 1;
      years.push({
        registrationNo: person.registrationNo,
        name: person.name,
        year,
        publicHours: rounded(outcome.credited.public),
        professionalHours: rounded(outcome.credited.professional),
        totalHours: rounded(outcome.credited.total),
        status,
        sealed,
        findings: shortfalls.map(({ code, severity, clause, of, missing, needed, question }) => ({
          code,
          severity,
          clause,
          place: { sheet: YEARS_SHEET, row: lines },
          registrationNo: person.registrationNo,
          name: person.name,
          year,
          details: { of, missing, needed, unit: policy.unit, ...(question === null ? {} : { question }) },
        })),
      });
    }
    const statusOf = (year: number): YearStatus => statuses.get(year) ?? "unmet";
    const senior = isSenior(person, office);
    const drafts: PersonDraft[] = [
      ...(ownProblems.get(person.place.row) ?? []).map((problem) => personProblem(problem, policy)),
      ...(duplicates.has(person.registrationNo)
        ? [
            {
              code: "person-duplicate" as const,
              severity: "error" as const,
              clause: CONTRACT,
              key: "registrationNo",
              details: {
                rows: [person, ...(duplicates.get(person.registrationNo) ?? [])]
                  .map((each) => each.place.row + 1)
                  .join("、"),
              },
            },
          ]
        : []),
      ...(senior ? channel : []),
      ...proofDrafts(person, submission, office),
      ...windows.drafts,
      ...windowDrafts(person, windows.possible, statusOf, office),
    ];
    const hasError = drafts.some((draft) => draft.severity === "error");
    const [only] = windows.possible;
    const review: PersonReview = {
      place: person.place,
      registrationNo: person.registrationNo,
      name: person.name,
      verdict: verdictOf(windows.possible, statusOf, hasError),
      senior,
      window:
        windows.possible.length === 1 && only
          ? only
          : person.fromYear !== null && person.toYear !== null
            ? { from: person.fromYear, to: person.toYear }
            : null,
      windows: windows.possible,
      findings: unique(drafts).map((draft) => ({
        code: draft.code,
        severity: draft.severity,
        clause: draft.clause,
        place: placeOfKey(submission.peopleLayout, person.place, draft.key),
        registrationNo: person.registrationNo,
        name: person.name,
        details: draft.details,
      })),
    };
    persons.push({ review, years });
  }
  return { persons, records: rows.map((row) => recordReview(row, submission, office)) };
}

/** One review out of what was judged: places of years, what stands on the submission itself, and how often each question is met. */
export function assemble(submission: Submission, policy: Policy, { persons, records }: Judged): Review {
  const office = new Office(engineOf(policy), submission.decisions);
  const people = persons.map(({ review }) => review);
  const years = persons.flatMap((person) => person.years).map(placedAt);
  const channel = people.some(({ senior }) => senior) ? channelDrafts(submission, office) : [];
  const submissionFindings: Finding[] = channel.map((draft) => ({
    code: draft.code,
    severity: draft.severity,
    clause: draft.clause,
    place: submission.unitPlaces[draft.key ?? ""] ?? { sheet: "单位信息", row: 0 },
    details: draft.details,
  }));
  const first = new Set(people.map((person) => person.place.row));
  for (const problem of submission.problems) {
    const isPersonRow =
      problem.place.sheet === submission.peopleLayout.sheet &&
      first.has(problem.place.row) &&
      problem.code !== "hidden-rows";
    if (isPersonRow) continue;
    submissionFindings.push({
      code: problem.code,
      severity: problem.code === "value-unknown" ? "warning" : severityOf(problem.code, policy),
      clause: CONTRACT,
      place: problem.place,
      details: problem.details,
    });
  }

  const findings = [
    ...submissionFindings,
    ...people.flatMap((person) => person.findings),
    ...records.flatMap((record) => record.findings),
    ...years.flatMap((year) => year.findings),
  ];
  return {
    policy: policy.id,
    records,
    years,
    people,
    findings,
    questions: questionStates(office, submission, findings),
  };
}

/** A year's findings stand on its line of 年度汇总. */
function placedAt(year: YearReview, at: number): YearReview {
  const row = at + 1;
  if (year.findings.every(({ place }) => place.row === row)) return year;
  return { ...year, findings: year.findings.map((finding) => ({ ...finding, place: { ...finding.place, row } })) };
}

function personProblem(problem: Submission["problems"][number], policy: Policy): PersonDraft {
  return {
    code: problem.code,
    severity: severityOf(problem.code, policy),
    clause: CONTRACT,
    key: problem.key,
    details: problem.details,
  };
}

const unique = (drafts: readonly PersonDraft[]): PersonDraft[] =>
  drafts.filter(
    (draft, index) => drafts.findIndex((other) => other.code === draft.code && other.key === draft.key) === index,
  );

function recordReview(row: Row, submission: Submission, office: Office): RecordReview {
  // A record without a year or a person stands in no year: nothing of it counts.
  const { record, credited, lowest, highest } = row;
  return {
    place: record.place,
    registrationNo: record.registrationNo,
    year: record.year,
    form: record.form,
    subject: row.subject(credited),
    convertedHours: rounded(row.converted),
    creditedHours: rounded(credited),
    lowestHours: rounded(lowest),
    highestHours: rounded(highest),
    verdict: verdictOfRecord(row, credited, highest, office),
    findings: row.drafts.map((draft) => ({
      code: draft.code,
      severity: draft.severity,
      clause: draft.clause,
      place: placeOfKey(submission.recordLayout, record.place, draft.key),
      registrationNo: record.registrationNo,
      name: record.name,
      ...(record.year === null ? {} : { year: record.year }),
      details: draft.details,
    })),
  };
}

/** rejected, pending or credited, as "Exact meanings" of the workbook contract has it. */
function verdictOfRecord(row: Row, credited: number, highest: number, office: Office): RecordVerdict {
  if (row.drafts.some((draft) => draft.severity === "error")) return "rejected";
  if (row.decision) return row.decision.treatment === "refuse" || row.decision.hours === 0 ? "rejected" : "credited";
  // Under a decided group (J-14 `highest`) a row loses its hours to a better one.
  const zeroByDecision = (): boolean => row.value(office.reading) > 0 || row.isZeroByDecision();
  const open = row.drafts.some((draft) => draft.severity === "judgement");
  if (open) return highest === 0 && zeroByDecision() ? "rejected" : "pending";
  return credited === 0 && zeroByDecision() ? "rejected" : "credited";
}

const rounded = (hours: number): number => Math.round(hours * 1e6) / 1e6;

function questionStates(office: Office, submission: Submission, findings: readonly Finding[]): QuestionState[] {
  const { policy } = office.engine;
  const touched = new Map<string, number>();
  const codes = codesByQuestion(office);
  for (const finding of findings) {
    const id = codes.get(finding.code);
    if (id !== undefined) touched.set(id, (touched.get(id) ?? 0) + 1);
  }
  return policy.questions.map((question) => {
    const decision = submission.decisions.find((each) => each.id === question.id && each.option !== null);
    return {
      id: question.id,
      question: question.id,
      clause: question.clause,
      options: question.options.map((slug) => ({ slug, label: slug })),
      provisional: question.options[0] ?? "",
      decision: decision?.option
        ? { option: decision.option, text: decision.text, by: decision.by, on: decision.on, reason: decision.reason }
        : null,
      touched: touched.get(question.id) ?? 0,
    };
  });
}

/** Which question stands behind a code, found in the policy itself. */
function codesByQuestion(office: Office): ReadonlyMap<string, string> {
  const codes = new Map<string, string>();
  const visit = (node: unknown): void => {
    if (node === null || typeof node !== "object") return;
    const entry = node as Record<string, unknown>;
    if (typeof entry.ask === "string")
      for (const code of [entry.code].flat()) if (typeof code === "string") codes.set(code, entry.ask);
    Object.values(entry).forEach(visit);
  };
  visit(office.engine.policy);
  return codes;
}

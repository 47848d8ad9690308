/** The first pass of a review: every record on its own, then against the others, then as a reviewer decided. */
import { placeOfKey, shownNumber } from "../submission";
import type { LearningRecord, Submission } from "../submission/types";
import { compareRecords } from "./cross-record-rules";
import { rounded } from "./hours";
import type { OfficeDecisions } from "./office-decisions";
import { RecordUnderReview, type RecordContext } from "./record-under-review";
import type { RegisteredPeople } from "./registered-people";
import type { RecordReview, RecordVerdict } from "./types";
import { CONTRACT } from "./unplaced-finding";

/** Reviews the records of a submission, in the order of the sheet. What their years make of them is not known yet. */
export function recordsUnderReview(
  submission: Submission,
  office: OfficeDecisions,
  people: RegisteredPeople,
): readonly RecordUnderReview[] {
  const yearIsSealed = ({ registrationNo, year }: LearningRecord): boolean =>
    year !== null && (people.registered.get(registrationNo)?.sealedYears.includes(year) ?? false);
  const context: RecordContext = {
    office,
    evaluation: office.compiled.evaluation,
    filings: submission.filings,
    yearIsSealed,
  };
  const { forms } = office.compiled;
  const records = submission.records.map(
    (record) => new RecordUnderReview(record, record.form === null ? null : (forms.get(record.form) ?? null), context),
  );
  for (const each of records) {
    const { registrationNo } = each.record;
    if (people.registered.has(registrationNo)) continue;
    each.blocked = true;
    // What can't be read names nobody, known or unknown.
    if (each.record.unreadable.has("registrationNo")) continue;
    const likely = leadingZerosLost(people).get(registrationNo.replace(/^0+/u, ""));
    each.findings.push({
      code: "person-unknown",
      severity: "error",
      clause: CONTRACT,
      key: "registrationNo",
      details: { value: shownNumber(each.record), ...(likely === undefined ? {} : { likely }) },
    });
  }
  compareRecords(records);
  if (submission.recordDecisions.size > 0) {
    for (const each of records) {
      const decision = submission.recordDecisions.get(each.record.place.row);
      if (decision) each.decide(decision);
    }
  }
  return records;
}

const likelyNumbers = new WeakMap<RegisteredPeople, ReadonlyMap<string, string>>();

/** Numbers of figures only, by what is left of them without their leading zeros, as a cell that holds a number keeps them. */
function leadingZerosLost(people: RegisteredPeople): ReadonlyMap<string, string> {
  let numbers = likelyNumbers.get(people);
  if (!numbers) {
    const figures = [...people.registered.keys()].filter((number) => /^0\d+$/u.test(number));
    likelyNumbers.set(people, (numbers = new Map(figures.map((number) => [number.replace(/^0+/u, ""), number]))));
  }
  return numbers;
}

/** What the review says of a record, once its year is summed. A record without a year or a person stands in none: nothing of it counts. */
export function recordReview(reviewed: RecordUnderReview, submission: Submission): RecordReview {
  const { record, credited, lowest, highest } = reviewed;
  return {
    place: record.place,
    registrationNo: record.registrationNo,
    year: record.year,
    form: record.form,
    subject: reviewed.subject(credited),
    convertedHours: rounded(reviewed.converted),
    creditedHours: rounded(credited),
    lowestHours: rounded(lowest),
    highestHours: rounded(highest),
    verdict: verdictOfRecord(reviewed, credited, highest, reviewed.office),
    findings: reviewed.findings.map(({ code, severity, clause, key, details }) => ({
      code,
      severity,
      clause,
      place: placeOfKey(submission.recordLayout, record.place, key),
      registrationNo: record.registrationNo,
      name: record.name,
      ...(record.year === null ? {} : { year: record.year }),
      details,
    })),
  };
}

/** rejected, pending or credited, as "Exact meanings" of the workbook contract has it. */
function verdictOfRecord(
  record: RecordUnderReview,
  credited: number,
  highest: number,
  office: OfficeDecisions,
): RecordVerdict {
  if (record.findings.some(({ severity }) => severity === "error")) return "rejected";
  if (record.decision)
    return record.decision.treatment === "refuse" || record.decision.hours === 0 ? "rejected" : "credited";
  // Under a decided group (J-14 `highest`) a record loses its hours to a better one.
  const zeroByDecision = (): boolean => record.value(office.inForce) > 0 || record.isZeroByDecision();
  const open = record.findings.some(({ severity }) => severity === "judgement");
  if (open) return highest === 0 && zeroByDecision() ? "rejected" : "pending";
  return credited === 0 && zeroByDecision() ? "rejected" : "credited";
}

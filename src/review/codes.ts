/** How grave a code is, and which cell of a row it speaks of. Severities follow the workbook contract. */
import type { Severity } from "./types";

const WARNINGS = new Set([
  "hours-claim-mismatch",
  "channel-individual-discouraged",
  "registration-not-stamped",
  "subject-not-allowed",
  "id-checksum",
  "id-precision-lost",
  "formula-in-input",
  "window-claim-differs",
  "decision-unsigned",
]);
const INFOS = new Set(["evidence-substitute-used", "hidden-rows"]);

/** Severity of a code that no decision bears on; codes of questions are settled by their decision. */
export function severityOf(code: string): Severity {
  if (WARNINGS.has(code)) return "warning";
  return INFOS.has(code) ? "info" : "error";
}

const LIFTED = new Set([
  "evidence-incomplete",
  "registration-not-stamped",
  "training-not-filed",
  "filing-incomplete",
  "year-mismatch",
  "makeup-not-accepted",
  "aid-year-outside",
]);

/** True for the codes of evidence, filing, year and judgement: a reviewer's signed decision on the record stands above them. */
export function isLiftedByDecision(code: string): boolean {
  return code.startsWith("j-") || LIFTED.has(code);
}

const KEY_OF: Readonly<Record<string, string>> = {
  "hours-claim-mismatch": "claimedHours",
  "registration-not-stamped": "stamped",
  "year-mismatch": "year",
  "makeup-not-accepted": "year",
  "j-makeup-scope": "year",
  "subject-missing": "subject",
  "subject-not-allowed": "subject",
  "evidence-incomplete": "evidence",
  "evidence-substitute-used": "evidence",
  "training-not-filed": "filingNo",
  "filing-incomplete": "filingNo",
  "j-online-unfiled": "filingNo",
  "j-public-theme-mismatch": "filingNo",
  "rank-missing": "rank",
  "rank-invalid": "rank",
  "person-unknown": "registrationNo",
  "record-duplicate": "title",
  "achievement-claimed-twice": "title",
  "dates-overlap": "startDate",
  "day-count-impossible": "halfDays",
  "meeting-no-countable-day": "uncountedDays",
  "project-not-concluded": "completedDate",
  "paper-not-published": "completedDate",
  "paper-journal-not-eligible": "indexing",
  "j-stated-hours-differ": "statedHours",
  "j-days-missing": "halfDays",
  "j-online-hours-unspecified": "statedHours",
  "j-online-incomplete": "progress",
  "j-one-day-meeting": "meetingDays",
  "j-half-day-meeting": "halfDays",
  "j-meeting-evening": "evenings",
  "j-project-level-unlisted": "level",
  "j-intl-top-journal": "indexing",
  "j-other-core-journal": "indexing",
  "j-paper-foreign-unlisted": "indexing",
  "j-corresponding-author": "role",
  "j-co-first-author": "role",
  "book-not-published": "completedDate",
  "j-editor-role": "role",
  "patent-not-granted": "completedDate",
  "patent-not-cnipa": "authority",
  "j-patent-rank-unspecified": "rank",
  "j-patent-patentee-inventor": "patentee",
  "j-achievement-type-unlisted": "kind",
  "j-award-provincial-participant": "role",
  "j-award-bureau-not-in-annex4": "level",
  "j-award-municipal-as-bureau": "level",
  "j-award-level-unlisted": "level",
  "j-same-achievement-double-credit": "title",
  "no-modules-passed": "modules",
  "computer-exam-wrong-organizer": "authority",
  "aid-type-not-listed": "kind",
  "aid-approver-not-eligible": "authority",
  "aid-not-assessed": "assessment",
  "aid-too-short": "endDate",
  "aid-year-outside": "year",
  "j-aid-duration-gap": "endDate",
  "j-aid-cross-year": "year",
  "j-aid-90-public": "year",
  "j-doctoral-hours-basis": "statedHours",
  "j-doctoral-hours-unspecified": "statedHours",
  "j-conversion-by-analogy": "form",
  "excluded-activity": "form",
  "j-excluded-by-analogy": "form",
};

/** Key of the cell a code is about, undefined for the row as a whole. */
export function keyOfCode(code: string): string | undefined {
  if (KEY_OF[code] !== undefined) return KEY_OF[code];
  return code.startsWith("j-evidence-") ? "evidence" : undefined;
}

/**
 * The subset written out by hand: the floor. No policy, no engine; what a programmer would write who only ever has
 * this one notice. See subset.ts for what it covers.
 */
import { yearOfDay } from "../src/submission/text";
import type { LearningRecord } from "../src/submission/types";
import type { Verdict } from "./subset";

const isBadCount = (value: number | null): boolean => value !== null && (value < 0 || !Number.isInteger(value));

/** Pushes what is wrong, then what is open; returns hours. */
function training(record: LearningRecord, codes: string[]): number {
  const { halfDays, evenings, statedHours, startDate, endDate } = record;
  const badHalfDays = isBadCount(halfDays);
  const badEvenings = isBadCount(evenings);
  if (badHalfDays || badEvenings || (statedHours !== null && statedHours < 0)) codes.push("invalid-number");
  if (startDate !== null && endDate !== null) {
    const days = endDate - startDate + 1;
    if (
      (halfDays !== null && !badHalfDays && halfDays > 2 * days) ||
      (evenings !== null && !badEvenings && evenings > days)
    )
      codes.push("day-count-impossible");
  }
  if ((halfDays !== null || evenings !== null) && (halfDays ?? 0) === 0 && (evenings ?? 0) === 0)
    codes.push("no-training-days");
  if (codes.length > 0) return 0;
  if (halfDays === null && evenings === null) {
    codes.push("j-days-missing");
    return 0;
  }
  const hours = 4 * (halfDays ?? 0) + 2 * (evenings ?? 0);
  if (statedHours !== null && statedHours !== hours) codes.push("j-stated-hours-differ");
  return hours;
}

function online(record: LearningRecord, codes: string[]): number {
  const { statedHours, progress } = record;
  if (statedHours !== null && statedHours < 0) {
    codes.push("invalid-number");
    return 0;
  }
  if (statedHours === null || statedHours === 0) {
    codes.push("j-online-hours-unspecified");
    return 0;
  }
  if (record.evidence.includes("completion") || (progress !== null && progress >= 100)) return statedHours;
  codes.push("j-online-incomplete");
  return 0;
}

function meeting(record: LearningRecord, codes: string[]): number {
  const { meetingDays, uncountedDays, halfDays, evenings, statedHours, startDate, endDate } = record;
  const badDays = isBadCount(meetingDays) || isBadCount(uncountedDays);
  const badHalfDays = isBadCount(halfDays);
  if (badDays || badHalfDays || isBadCount(evenings) || (statedHours !== null && statedHours < 0))
    codes.push("invalid-number");
  if (meetingDays === null) {
    codes.push("field-missing");
    return 0;
  }
  const days = startDate === null || endDate === null ? null : endDate - startDate + 1;
  if (days !== null && !isBadCount(meetingDays) && meetingDays > days) codes.push("day-count-impossible");
  const countable = meetingDays - (uncountedDays ?? 0);
  if (!badDays) {
    if (countable < 0 || (halfDays !== null && !badHalfDays && halfDays > countable))
      codes.push("day-count-impossible");
    if (countable === 0) codes.push("meeting-no-countable-day");
  }
  if (codes.length > 0) return 0;
  if (meetingDays === 1 && countable === 1) codes.push("j-one-day-meeting");
  const hasHalfDays = halfDays !== null && halfDays > 0;
  const hasEvenings = evenings !== null && evenings > 0;
  if (hasHalfDays) codes.push("j-half-day-meeting");
  if (hasEvenings) codes.push("j-meeting-evening");
  const hours = 8 * (countable - (halfDays ?? 0)) + 4 * (halfDays ?? 0);
  // Half-days and evenings can be read in several ways: the certificate then differs from one of them in any case.
  if (statedHours !== null && (statedHours !== hours || hasHalfDays || hasEvenings))
    codes.push("j-stated-hours-differ");
  return hours;
}

const isBadRank = (rank: number | null): boolean => rank !== null && (rank < 1 || !Number.isInteger(rank));

function project(record: LearningRecord, codes: string[]): number {
  const { level, rank, completedDate } = record;
  if (isBadRank(rank)) codes.push("rank-invalid");
  if (completedDate === null) codes.push("project-not-concluded");
  let most = 0;
  let top = 0;
  switch (level) {
    case null:
      codes.push("field-missing");
      return 0;
    case "national":
      [most, top] = [60, 5];
      break;
    case "provincial":
    case "ministerial":
      [most, top] = [60, 3];
      break;
    case "municipal":
    case "bureau":
      [most, top] = [40, 3];
      break;
    default:
      if (codes.length === 0) codes.push("j-project-level-unlisted");
      return 0;
  }
  if (rank === null) codes.push("rank-missing");
  if (codes.length > 0 || rank === null) return 0;
  return rank <= top ? most : 10;
}

/** Hours of a first author; -1: not eligible. */
function firstAuthorHours(indexing: string): number {
  switch (indexing) {
    case "EI":
    case "SCI":
    case "CPCI":
    case "SSCI":
    case "A&HCI":
    case "intl-top":
      return 60;
    case "CSSCI":
    case "CSCD":
    case "PKU-core":
    case "other-core":
      return 30;
    case "domestic-public":
      return 10;
    case "foreign-unlisted":
      return 0;
    default:
      return -1;
  }
}

function paper(record: LearningRecord, codes: string[]): number {
  const { rank, role, indexing, completedDate } = record;
  if (isBadRank(rank)) codes.push("rank-invalid");
  if (completedDate === null) codes.push("paper-not-published");
  if (indexing.length === 0) {
    codes.push("field-missing");
    return 0;
  }
  let best = -1;
  for (const each of indexing) best = Math.max(best, firstAuthorHours(each));
  if (best < 0) codes.push("paper-journal-not-eligible");
  else if (rank === null) codes.push("rank-missing");
  if (codes.length > 0) return 0;
  const isFirst = rank === 1;
  const mayBeFirst = isFirst || role === "corresponding" || role === "co-first";
  // The tier of the journal matters to first authors only, and to those who may be read as such.
  if (best === 0) codes.push("j-paper-foreign-unlisted");
  else if (mayBeFirst && indexing[0] === "intl-top") codes.push("j-intl-top-journal");
  else if (mayBeFirst && indexing[0] === "other-core") codes.push("j-other-core-journal");
  if (!isFirst) {
    if (role === "corresponding") codes.push("j-corresponding-author");
    else if (role === "co-first") codes.push("j-co-first-author");
  }
  if (best === 0) return 0;
  return isFirst ? best : 5;
}

function trainingEvidence(have: readonly string[], signin: boolean): boolean {
  const notice = have.includes("notice");
  const plan = have.includes("timetable") || have.includes("agenda");
  const completion = have.includes("completion");
  return (notice && plan && signin) || (completion && (signin || notice || plan));
}

/** `canCount`: some reading gives the row hours; only then are the open questions about its documents asked. */
function evidence(record: LearningRecord, canCount: boolean, codes: string[]): void {
  const have = record.evidence;
  let suffices = false;
  let saysIncomplete = true;
  switch (record.form) {
    case "training": {
      const signin = have.includes("signin");
      const substituted = signin || have.includes("alt-attendance");
      if (trainingEvidence(have, signin)) return;
      if (substituted && trainingEvidence(have, true)) {
        codes.push("evidence-substitute-used");
        return;
      }
      const completion = have.includes("completion");
      const attended = have.includes("notice") && substituted;
      if (attended && !completion && !signin) codes.push("evidence-substitute-used");
      if (canCount && (completion || attended)) codes.push("j-evidence-body-vs-annex4");
      break;
    }
    case "online":
      suffices =
        (have.includes("content") && (have.includes("progress") || have.includes("completion"))) ||
        (have.includes("duration") && have.includes("completion"));
      break;
    case "meeting": {
      const receipt = have.includes("invitation") && have.includes("sealed-receipt");
      suffices = (have.includes("invitation") && have.includes("notes")) || (receipt && have.includes("supporting"));
      if (!suffices && receipt) {
        if (canCount) codes.push("j-evidence-supporting-required");
        saysIncomplete = have.includes("auxiliary");
      }
      if (!suffices && canCount && have.includes("invitation") && have.includes("supporting"))
        codes.push("j-evidence-notes-or-like");
      break;
    }
    case "project":
      suffices = have.includes("conclusion-proof");
      break;
    default:
      suffices = have.includes("journal-cover") && have.includes("issue-number") && have.includes("toc");
  }
  if (suffices) return;
  if (canCount && have.includes("auxiliary")) codes.push("j-evidence-auxiliary");
  if (saysIncomplete) codes.push("evidence-incomplete");
}

function year(record: LearningRecord, canCount: boolean, codes: string[]): void {
  const claimed = record.year;
  if (claimed === null) return;
  if (record.form === "project" || record.form === "paper") {
    if (record.completedDate !== null && yearOfDay(record.completedDate) !== claimed) codes.push("year-mismatch");
    return;
  }
  const first = record.startDate ?? record.endDate;
  const last = record.endDate ?? record.startDate;
  if (first === null || last === null) return;
  const to = yearOfDay(last);
  if (claimed > to) codes.push("year-mismatch");
  else if (claimed < yearOfDay(first)) {
    if (to > 2018) codes.push("makeup-not-accepted");
    else if (canCount) codes.push("j-makeup-scope");
  }
}

function conversion(record: LearningRecord, codes: string[]): number {
  switch (record.form) {
    case "training":
      return training(record, codes);
    case "online":
      return online(record, codes);
    case "meeting":
      return meeting(record, codes);
    case "project":
      return project(record, codes);
    default:
      return paper(record, codes);
  }
}

/** Whether some reading of the open questions gives hours; `codes` as the conversion left them. */
function canGiveHours(record: LearningRecord, hours: number, codes: readonly string[]): boolean {
  if (hours > 0) return true;
  switch (codes[0]) {
    case "j-days-missing":
      return record.statedHours !== null && record.statedHours > 0;
    case "j-online-incomplete":
    case "j-project-level-unlisted":
    case "j-paper-foreign-unlisted":
      return true;
    default:
      return false;
  }
}

/** Converted hours and codes of one record of the subset. */
export function byHand(record: LearningRecord): Verdict {
  const codes: string[] = [];
  const hours = conversion(record, codes);
  const canCount = canGiveHours(record, hours, codes);
  const registered = record.form === "training" || record.form === "online";
  if (registered) {
    if (record.subject === null) codes.push("subject-missing");
  } else if (record.subject === "public") codes.push("subject-not-allowed");
  if (record.claimedHours !== null && hours > 0 && record.claimedHours !== hours) codes.push("hours-claim-mismatch");
  if (!record.sealed) {
    if (record.stamped !== true) codes.push("registration-not-stamped");
    evidence(record, canCount, codes);
  }
  const isSpread = registered || record.form === "meeting";
  if (isSpread && record.startDate === null && record.endDate === null) codes.push("dates-missing");
  year(record, canCount, codes);
  if (record.filingNo === "") {
    if (record.form === "training" && record.subject === "public") codes.push("training-not-filed");
    else if (record.form === "online" && hours > 0) codes.push("j-online-unfiled");
  }
  return { hours, codes };
}

/** The year that a record is claimed for, against its dates; and what may be made up for later (正文二). */
import { yearOfDay } from "../../submission/text";
import { firstDayOf, lastDayOf } from "../../submission/period";
import type { CompiledForm } from "../compiled-policy";
import type { CheckedRecord } from "./checked-record";

/** Says when the dates lie outside the year claimed, or opens the question whether they may. */
export function checkCreditYear(checked: CheckedRecord, form: CompiledForm): void {
  const { record, office } = checked;
  const claimed = record.year;
  if (claimed === null) return;
  if (form.policy.creditYear === "completion") {
    const completed = record.completedDate;
    if (completed === null || yearOfDay(completed) === claimed) return;
    const details = { claimed, actual: yearOfDay(completed) };
    const { yearAfter } = form.policy;
    if (yearAfter && claimed === details.actual + 1)
      checked.gate(yearAfter.ask, yearAfter.code, yearAfter.accept, details);
    else checked.addRule("year-mismatch", details);
    return;
  }
  if (form.policy.creditYear !== "period") return;
  const [first, last] = [firstDayOf(record), lastDayOf(record)];
  if (first === null || last === null) return;
  // A date that can't be read may lie in any year: only the side that is known is checked.
  const from = record.unreadable.has("startDate") ? -Infinity : yearOfDay(first);
  const to = record.unreadable.has("endDate") ? Infinity : yearOfDay(last);
  if (claimed >= from && claimed <= to) return;
  const details = { claimed, actual: to };
  if (claimed > to) {
    checked.addRule("year-mismatch", details);
    return;
  }
  const { makeup } = office.policy;
  if (!makeup) checked.addRule("year-mismatch", details);
  else if (to > makeup.lastYear) checked.addRule(makeup.refused, details);
  else checked.gate(makeup.ask, makeup.code, makeup.accept, details);
}

/** The time of what is spread over days has to be recorded (正文二): without it no year can be checked. */
export function checkDates(checked: CheckedRecord, form: CompiledForm): void {
  const { record } = checked;
  if (form.policy.dates !== "asked" || record.startDate !== null || record.endDate !== null) return;
  if (!record.unreadable.has("startDate") && !record.unreadable.has("endDate")) checked.addRule("dates-missing");
}

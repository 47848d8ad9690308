/** The year that a record is claimed for, against its dates; and what may be made up for later (正文二). */
import { yearOfDay } from "../../submission/text";
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
  const first = record.startDate ?? record.endDate;
  const last = record.endDate ?? record.startDate;
  if (first === null || last === null) return;
  const [from, to] = [yearOfDay(first), yearOfDay(last)];
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

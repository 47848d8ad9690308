/** Whether a training was filed beforehand, with all that its filing must hold (正文四.2). */
import { headerOf } from "../../submission/vocabulary";
import { labelOf } from "../../submission/text";
import type { Filing, LearningRecord } from "../../submission/types";
import type { CompiledForm } from "../compiled-policy";
import { monthOf } from "../../submission/quantities";
import { firstDayOf } from "../../submission/period";
import type { CheckedRecord } from "./checked-record";

/** `filings` by number. `undefined`: not known (=CE.* sees the row only); null: the workbook has no 培训备案. */
export function checkFiling(
  checked: CheckedRecord,
  form: CompiledForm,
  filings: ReadonlyMap<string, Filing> | null | undefined,
): void {
  const { record, office } = checked;
  const { filing } = office.policy;
  if (!filing) return;
  const isPublic = record.subject === "public";
  const demanded = isPublic ? form.demanded.public : form.demanded.other;
  if (demanded === null) return;
  const { filingNo } = record;
  if (filingNo === "") {
    const { unnumbered } = filing;
    if (unnumbered?.form !== form.slug) {
      checked.addRule(filing.notFiled);
      return;
    }
    const question = office.index(unnumbered.ask);
    checked.gate(unnumbered.ask, unnumbered.code, unnumbered.accept, {}, "where it has hours");
    if (!checked.convertsToNothing() && !office.isOpen(question) && !office.holds(question, unnumbered.accept))
      checked.addRule(filing.notFiled);
    return;
  }
  if (filings === undefined) return;
  const filed = filings?.get(filingNo);
  if (!filed) {
    checked.addRule(filing.notFiled, { filingNo });
    return;
  }
  const inTime = isFiledInTime(record, filed);
  if (!inTime) checked.addRule(filing.notFiled, { filingNo });
  const missing = demanded.filter((item) => !filed.items.has(item));
  if (missing.length > 0) checked.addRule(filing.incomplete, { filingNo, missing: missing.map(headerOf) });
  const { theme } = filing;
  if (theme && isPublic && inTime && record.year === theme.year && !labelOf(filed.theme).includes(theme.words))
    checked.gate(theme.ask, theme.code, theme.accept, { theme: filed.theme });
}

/** Filed before the start, the record's or else the filing's. Where only the month of one is known, in an earlier month. */
function isFiledInTime(record: LearningRecord, { filedOn, startDate, wholeMonths }: Filing): boolean {
  if (filedOn === null) return false;
  const own = firstDayOf(record);
  const start = own ?? startDate;
  if (start === null) return true;
  const isMonth =
    wholeMonths.has("filedOn") ||
    (own === null
      ? wholeMonths.has("startDate")
      : record.wholeMonths.has(record.startDate === null ? "endDate" : "startDate"));
  return isMonth ? monthOf(filedOn) < monthOf(start) : filedOn < start;
}

/**
 * What reviewers decided on single records, as it stands on 审核意见. A decision finds its record by person, year, form,
 * title, dates and ordinal, kept in a hidden column; on a sheet whose hidden columns got lost, by its place and person.
 */
import type { CellValue } from "../grid/address";
import { rowOfAddress, type SheetGrid } from "./grid";
import { RowReader } from "./row-reader";
import { ownColumns, readTable } from "./sheet";
import { labelOf, numberOf, registrationNoOf, textOf, yearOf } from "./text";
import type { LearningRecord, RecordDecision, Treatment } from "./types";
import { FINGERPRINT_HEADER, IDENTITY_HEADER, TREATMENTS } from "./vocabulary";

const COLUMNS = ownColumns([
  "位置",
  "登记证书编号",
  "年度",
  "处理",
  "核定学时",
  "处理人",
  "处理日期",
  "理由",
  IDENTITY_HEADER,
  FINGERPRINT_HEADER,
]);

/** Person, year, form, title, dates and ordinal of every record, by its row. */
export function identitiesOf(records: readonly LearningRecord[]): ReadonlyMap<number, string> {
  const counts = new Map<string, number>();
  return new Map(
    records.map((record) => {
      const { registrationNo, year, formLabel, title, startDate, endDate, completedDate } = record;
      const base = [registrationNo, year, formLabel, textOf(title), startDate, endDate, completedDate]
        .map((part) => String(part ?? "").replace(/\|/g, "¦"))
        .join("|");
      const ordinal = (counts.get(base) ?? 0) + 1;
      counts.set(base, ordinal);
      return [record.place.row, `${base}|${ordinal}`];
    }),
  );
}

/** Decisions by their record's row. Of several on one record the latest by 处理日期 holds, of equals the lower line. */
export function readRecordDecisions(
  grid: SheetGrid | undefined,
  records: readonly LearningRecord[],
): ReadonlyMap<number, RecordDecision> {
  const decisions = new Map<number, RecordDecision>();
  const reading = grid && readTable(grid, COLUMNS);
  if (!grid || !reading?.ok) return decisions;
  const find = recordFinder(records);
  for (const row of reading.table.rows) {
    const reader = new RowReader(grid, reading.table.layout, row);
    if (labelOf(reader.cell("处理")) === "" || grid.notOurs?.has(row) === true) continue;
    const record = find(
      reader.text(IDENTITY_HEADER),
      reader.text("位置"),
      registrationNoOf(reader.cell("登记证书编号")),
      reader.cell("年度"),
    );
    if (!record) continue;
    const decision = decisionOf(reader, record);
    const earlier = decisions.get(record.place.row);
    if (!earlier || earlier.on <= decision.on) decisions.set(record.place.row, decision);
  }
  return decisions;
}

/** Reads the decision as it stands: what of it can't be used, the review says of its record. */
function decisionOf(reader: RowReader, record: LearningRecord): RecordDecision {
  const text = labelOf(reader.cell("处理"));
  const treatment: Treatment | null = TREATMENTS.get(text) ?? null;
  const hours = numberOf(reader.cell("核定学时"));
  const given = typeof hours === "object" && hours.value >= 0 ? hours.value : null;
  const fingerprint = reader.text(FINGERPRINT_HEADER);
  return {
    treatment,
    text,
    hours: treatment === "set" ? given : null,
    hoursText: reader.text("核定学时"),
    by: reader.text("处理人"),
    on: reader.dateText("处理日期"),
    reason: reader.text("理由"),
    stale: fingerprint !== "" && fingerprint !== record.fingerprint,
  };
}

/** The record of a line: by identity; without one by place, where person and year still are the line's. */
export function recordFinder(
  records: readonly LearningRecord[],
): (identity: string, location: string, registrationNo: string, year: CellValue) => LearningRecord | undefined {
  const identities = identitiesOf(records);
  const byIdentity = new Map(records.map((record) => [identities.get(record.place.row) ?? "", record]));
  const byRow = new Map(records.map((record) => [record.place.row, record]));
  return (identity, location, registrationNo, year) => {
    if (identity !== "") return byIdentity.get(identity);
    const at = rowOfAddress(location);
    const record = at === null ? undefined : byRow.get(at.row);
    if (!record || record.place.sheet !== at?.sheet) return undefined;
    const sameYear = yearOf(year);
    if (sameYear === "unreadable") return undefined;
    if (registrationNo !== "" && registrationNo !== record.registrationNo) return undefined;
    return typeof sameYear === "object" && sameYear.value !== record.year ? undefined : record;
  };
}

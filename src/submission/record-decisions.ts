/**
 * What reviewers decided on single records, as it stands on 审核意见. A decision finds its record by person, year, form,
 * title, dates and ordinal, kept in a hidden column; on a sheet whose hidden columns got lost, by its place and person.
 */
import { rowOfAddress, type CellValue, type SheetGrid } from "./grid";
import { readTable } from "./sheet";
import { dateText, labelOf, numberOf, registrationNoOf, textOf, yearOf } from "./text";
import type { LearningRecord, RecordDecision, Treatment } from "./types";
import { IDENTITY_HEADER, FINGERPRINT_HEADER, TREATMENTS, type ColumnWords } from "./vocabulary";

const COLUMNS: readonly ColumnWords[] = [
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
].map((header) => ({
  key: header,
  header,
}));

/** Person, year, form, title, dates and ordinal of every record, by its row. */
export function identitiesOf(records: readonly LearningRecord[]): ReadonlyMap<number, string> {
  const counts = new Map<string, number>();
  return new Map(
    records.map((record) => {
      const { registrationNo, year, formLabel, title, startDate, endDate, completedDate } = record;
      const base = [registrationNo, year, formLabel, title, startDate, endDate, completedDate]
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
  const { columns } = reading.table.layout;
  const find = recordFinder(records);
  for (const row of reading.table.rows) {
    const cell = (header: string): CellValue => {
      const column = columns.get(header);
      return column === undefined ? null : (grid.values[row - grid.firstRow]?.[column - grid.firstColumn] ?? null);
    };
    const text = labelOf(cell("处理"));
    if (text === "") continue;
    const record = find(
      textOf(cell(IDENTITY_HEADER)),
      textOf(cell("位置")),
      registrationNoOf(cell("登记证书编号")),
      cell("年度"),
    );
    if (!record) continue;
    const decision = decisionOf(text, cell, record);
    const earlier = decisions.get(record.place.row);
    if (!earlier || earlier.on <= decision.on) decisions.set(record.place.row, decision);
  }
  return decisions;
}

function decisionOf(text: string, cell: (header: string) => CellValue, record: LearningRecord): RecordDecision {
  const treatment: Treatment | null = TREATMENTS.get(text) ?? null;
  const hours = numberOf(cell("核定学时"));
  const given = typeof hours === "object" && hours.value >= 0 ? hours.value : null;
  const fingerprint = textOf(cell(FINGERPRINT_HEADER));
  return {
    treatment,
    text,
    hours: treatment === "set" ? given : null,
    hoursText: textOf(cell("核定学时")),
    by: textOf(cell("处理人")),
    on: dateText(cell("处理日期")),
    reason: textOf(cell("理由")),
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
    if (registrationNo !== "" && registrationNo !== record.registrationNo) return undefined;
    return typeof sameYear === "object" && sameYear.value !== record.year ? undefined : record;
  };
}

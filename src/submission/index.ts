/**
 * From grids to a typed submission, a file a sheet. Nothing is guessed: what can't be read is a problem with its cell,
 * and what makes a review impossible is an `InputProblem` with its remedy.
 */
import { policyOf } from "../policy";
import { readDecisions } from "./decisions";
import { readFilings } from "./filings";
import type { Place, SheetGrid, WorkbookGrids } from "./grid";
import { readLedger } from "./ledger";
import { mergedCells, withMergedValues, type FilledGrid } from "./merges";
import { readPeople } from "./people";
import { readProvenYears, withProvenYears } from "./proven-years";
import { readRecordDecisions } from "./record-decisions";
import { knownRecords, readRecords } from "./records";
import { readTable, type SheetTable } from "./sheet";
import { labelOf, nearest } from "./text";
import type {
  InputProblem,
  LeftAsideItem,
  ReadingOptions,
  ReadingProblem,
  SheetLayout,
  SubmissionReading,
} from "./types";
import { readUnit } from "./unit";
import { PEOPLE_COLUMNS, RECORD_COLUMNS, REVIEWED_SHEETS, SHEETS, type ColumnWords } from "./vocabulary";

export * from "./types";
export { readDecisions } from "./decisions";
export { readLedgerRows, type LedgerReading } from "./ledger";
export { identitiesOf, recordFinder } from "./record-decisions";
export { numberAs, shownNumber, shownNumbers } from "./registration-number";
export { holdsRecord, oneHeaderLine, readLooseRecord, recordKeyOf } from "./records";
export { SHEETS } from "./vocabulary";

/**
 * Reads everything a review needs out of a workbook's grids. `columns`: what the reviewer has said headers mean;
 * `policy`: a policy, or its id, instead of the one that 单位信息 names; `known`: records whose lines have not changed are
 * taken from there.
 */
export function readSubmission(
  grids: WorkbookGrids,
  { columns: choices = {}, sheets = [], policy: under, known }: ReadingOptions = {},
): SubmissionReading {
  const fatal: InputProblem[] = [];
  const problems: ReadingProblem[] = [];
  const need = (name: string): SheetGrid | null => {
    const grid = grids.get(name);
    if (!grid)
      fatal.push({
        key: "sheet-missing",
        details: { sheet: name, meant: likelySheet(name, sheets) },
        sheet: name,
        cell: null,
      });
    return grid ?? null;
  };
  const unitGrid = need(SHEETS.unit);
  const peopleGrid = need(SHEETS.people);
  const recordGrid = need(SHEETS.records);
  const unit = unitGrid && readUnit(unitGrid, fatal, problems, under);
  const policy = typeof under === "object" ? under : unit ? policyOf(unit.info.policyId) : undefined;
  const tableOf = (grid: SheetGrid, columns: readonly ColumnWords[]): SheetTable | null => {
    const reading = readTable(grid, columns, choices[grid.name]);
    if (!reading.ok) {
      fatal.push(...reading.problems);
      return null;
    }
    problems.push(...reading.table.problems);
    return reading.table;
  };
  const peopleTable = peopleGrid && tableOf(peopleGrid, PEOPLE_COLUMNS);
  const recordTable = recordGrid && tableOf(recordGrid, RECORD_COLUMNS);
  if (fatal.length > 0 || !unit || !policy || !peopleGrid || !recordGrid || !peopleTable || !recordTable)
    return { ok: false, problems: fatal };

  const filingGrid = grids.get(SHEETS.filings);
  const notices: LeftAsideItem[] = [...peopleTable.notices, ...recordTable.notices];
  const merged = (grid: SheetGrid, { rows, layout }: SheetTable): FilledGrid => {
    const whole = withMergedValues(grid, rows);
    if (whole.filled.size > 0) problems.push(mergedCells(grid, layout, whole.filled.size));
    return whole;
  };
  const people = readPeople(merged(peopleGrid, peopleTable).grid, peopleTable, unit.info.applicationYear, problems);
  const records = readRecords(
    merged(recordGrid, recordTable),
    recordTable,
    policy,
    knownRecords(recordGrid, recordTable, policy, known),
  );
  const provenYears = readProvenYears(grids.get(SHEETS.proven), problems);
  for (const [grid, layout] of [
    [peopleGrid, peopleTable.layout],
    [recordGrid, recordTable.layout],
  ] as const) {
    for (const { row, column } of grid.leftOut ?? [])
      problems.push({ code: "far-cells", place: { sheet: grid.name, row, column }, key: "", details: {} });
    if (grid.hasHiddenRows)
      problems.push({ code: "hidden-rows", place: { sheet: grid.name, row: layout.headerRow }, key: "", details: {} });
  }
  for (const sheet of REVIEWED_SHEETS) {
    const grid = grids.get(sheet);
    if (grid?.isHidden === true)
      problems.push({ code: "hidden-sheets", place: { sheet, row: grid.firstRow }, key: "", details: {} });
  }
  return {
    ok: true,
    submission: {
      unit: unit.info,
      unitPlaces: unit.places,
      people: withProvenYears(people, provenYears),
      records,
      filings: filingGrid ? readFilings(filingGrid, problems, notices) : null,
      decisions: readDecisions(grids.get(SHEETS.decisions), policy, problems),
      recordDecisions: readRecordDecisions(grids.get(SHEETS.opinions), records),
      ledger: readLedger(grids.get(SHEETS.ledger)),
      provenYears,
      problems,
      notices,
      recordLayout: recordTable.layout,
      peopleLayout: peopleTable.layout,
    },
  };
}

/** A sheet that is probably meant by a name that is missing; null when none is near. */
function likelySheet(name: string, sheets: readonly string[]): string | null {
  const free = sheets.filter((each) => !Object.values<string>(SHEETS).includes(each));
  // White space is the difference that nobody sees.
  return (
    free.find((each) => labelOf(each) === name) ??
    nearest(name, free) ??
    // 学时记录 - 表格 1 (Numbers), 学时记录(2), 2018年学时记录
    free.find((each) => labelOf(each).includes(name)) ??
    null
  );
}

/** The cell of a row that holds a key; the row itself when the sheet has no such column. */
export function placeOfKey(layout: SheetLayout, place: Place, key: string | undefined): Place {
  const column = key === undefined ? undefined : layout.columns.get(key);
  return column === undefined ? place : { ...place, column };
}

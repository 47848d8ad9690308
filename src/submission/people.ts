/** 人员信息: one person a row. */
import type { SheetGrid } from "./grid";
import { RowReader } from "./row-reader";
import type { SheetTable } from "./sheet";
import { givenText, idChecksumHolds } from "./text";
import type { Person, ReadingProblem } from "./types";
import { PEOPLE_COLUMNS, VALUES } from "./vocabulary";

/**
 * Reads every row of the table. A claim of years that no window can be is not read. What can't be read is added to
 * `problems`, with its cell.
 */
export function readPeople(
  grid: SheetGrid,
  table: SheetTable,
  applicationYear: number,
  problems: ReadingProblem[],
): Person[] {
  return table.rows.map((row) => {
    const reader = new RowReader(grid, table.layout, row);
    const idCell = reader.cell("idNumber");
    const idNumber = reader.label("idNumber").toUpperCase();
    if ((typeof idCell === "number" && idCell >= 1e15) || /^\d(\.\d+)?E\+?\d+$/u.test(idNumber))
      reader.report("id-precision-lost", "idNumber");
    else if (idNumber !== "" && !idChecksumHolds(idNumber))
      reader.report("id-checksum", "idNumber", wordsBeside(idNumber));
    const [fromYear, toYear] = readClaim(reader, applicationYear);
    const person: Person = {
      place: reader.place(),
      ...reader.registrationNumber(),
      name: reader.text("name"),
      idNumber,
      employer: reader.text("employer"),
      education: reader.choice("education", VALUES.education),
      educationLabel: givenText(reader.cell("education")),
      currentTitle: reader.text("currentTitle"),
      specialty: reader.text("specialty"),
      targetLevel: reader.choice("targetLevel", VALUES.targetLevel),
      targetLevelLabel: givenText(reader.cell("targetLevel")),
      archivePlace: reader.text("archivePlace"),
      proof: reader.choice("proof", VALUES.proof),
      fromYear,
      toYear,
      sealedYears: reader.years("sealedYears"),
      unreadable: reader.unreadable,
    };
    for (const { key, needed } of PEOPLE_COLUMNS) {
      if (needed && reader.text(key) === "" && !reader.unreadable.has(key)) reader.report("field-missing", key);
    }
    reader.reportErrorValues();
    reader.reportFormulas();
    problems.push(...reader.problems);
    return { ...person, unreadable: reader.unreadable };
  });
}

/** No claim reaches back further. */
const EARLIEST = 1990;

/** 起始年度 and 截止年度: from 1990 on, up to the year applied for, the first not after the last. */
function readClaim(reader: RowReader, applicationYear: number): readonly [number | null, number | null] {
  const read = (key: string): number | null => {
    const year = reader.year(key);
    if (year === null || (year >= EARLIEST && year <= applicationYear)) return year;
    reader.cannotRead(key);
    reader.unknown(key, String(year), [], "claim");
    return null;
  };
  const [from, to] = [read("fromYear"), read("toYear")];
  if (from === null || to === null || from <= to) return [from, to];
  reader.cannotRead("toYear");
  reader.unknown("toYear", String(to), [], "claim");
  return [from, null];
}

/** What stands in the cell beside a number that would do: 身份证: before it. The number itself is never told. */
function wordsBeside(idNumber: string): Record<string, string> {
  const [, before = "", number = "", after = ""] = /^(\D*)(\d{17}[\dX])(\D*)$/u.exec(idNumber) ?? [];
  const extra = `${before}${after}`;
  return extra !== "" && idChecksumHolds(number) ? { extra } : {};
}

/**
 * 已验印依据: years that a certificate of an earlier year's workbook proves, taken over by the office. They count beside
 * the unit's own column 已验印年度, which nobody but the unit writes. A line counts for its person (number and name) once it is
 * signed; as with other decisions, an unsigned one is said.
 */
import type { SheetGrid } from "./grid";
import { RowReader } from "./row-reader";
import { ownColumns, readTable } from "./sheet";
import { labelOf, registrationNoOf } from "./text";
import type { Person, ProvenYear, ReadingProblem } from "./types";
import { PROVEN_HEADERS } from "./vocabulary";

/** Reads every line that counts; what can't be read, and lines that nobody signed, are added to `problems`. */
export function readProvenYears(grid: SheetGrid | undefined, problems: ReadingProblem[]): readonly ProvenYear[] {
  const reading = grid && readTable(grid, ownColumns(PROVEN_HEADERS));
  if (!grid || !reading?.ok) return [];
  const counting = reading.table.rows.filter((row) => grid.notOurs?.has(row) !== true);
  return counting.map((row) => {
    const reader = new RowReader(grid, reading.table.layout, row);
    const proven: ProvenYear = {
      registrationNo: registrationNoOf(reader.cell("登记证书编号")),
      name: reader.text("姓名"),
      year: reader.year("年度"),
      certificateNo: labelOf(reader.cell("证明编号")),
      source: reader.text("来源文件"),
      by: reader.text("导入人"),
      on: reader.dateText("导入日期"),
    };
    if (proven.by === "" || proven.on === "") reader.report("decision-unsigned", "导入人");
    problems.push(...reader.problems);
    return proven;
  });
}

/** The people with the years that are proven for them. */
export function withProvenYears(people: readonly Person[], provenYears: readonly ProvenYear[]): readonly Person[] {
  if (provenYears.length === 0) return people;
  return people.map((person) => {
    const years = provenYears
      .filter((proven) => counts(proven) && isOf(proven, person))
      .flatMap(({ year }) => year ?? []);
    return years.length === 0
      ? person
      : { ...person, sealedYears: [...new Set([...person.sealedYears, ...years])].sort((a, b) => a - b) };
  });
}

const counts = ({ certificateNo, by, on }: ProvenYear): boolean => certificateNo !== "" && by !== "" && on !== "";

const isOf = (proven: ProvenYear, person: Person): boolean =>
  proven.registrationNo === person.registrationNo && labelOf(proven.name) === labelOf(person.name);

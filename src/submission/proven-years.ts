/**
 * 已验印依据: years that a certificate of an earlier year's workbook proves, taken over by the office. They count beside
 * the unit's own column 已验印年度, which nobody but the unit writes. A line counts for its person (number and name) once it is
 * signed; as with other decisions, an unsigned one is said.
 */
import type { CellValue, SheetGrid } from "./grid";
import { readTable } from "./sheet";
import { dateText, labelOf, registrationNoOf, textOf, yearOf } from "./text";
import type { Person, ProvenYear, ReadingProblem } from "./types";
import { PROVEN_HEADERS, type ColumnWords } from "./vocabulary";

const COLUMNS: readonly ColumnWords[] = PROVEN_HEADERS.map((header) => ({ key: header, header }));

export function readProvenYears(grid: SheetGrid | undefined, problems: ReadingProblem[]): readonly ProvenYear[] {
  const reading = grid && readTable(grid, COLUMNS);
  if (!grid || !reading?.ok) return [];
  const { columns } = reading.table.layout;
  return reading.table.rows.map((row) => {
    const cell = (header: (typeof PROVEN_HEADERS)[number]): CellValue => {
      const column = columns.get(header);
      return column === undefined ? null : (grid.values[row - grid.firstRow]?.[column - grid.firstColumn] ?? null);
    };
    const report = (
      code: string,
      header: (typeof PROVEN_HEADERS)[number],
      details: Readonly<Record<string, string>>,
    ): void => {
      const column = columns.get(header);
      problems.push({
        code,
        place: { sheet: grid.name, row, ...(column === undefined ? {} : { column }) },
        key: header,
        details,
      });
    };
    const year = yearOf(cell("年度"));
    if (year === "unreadable") report("value-unknown", "年度", { column: "年度", value: textOf(cell("年度")) });
    const proven: ProvenYear = {
      registrationNo: registrationNoOf(cell("登记证书编号")),
      name: textOf(cell("姓名")),
      year: typeof year === "object" ? year.value : null,
      certificateNo: labelOf(cell("证明编号")),
      source: textOf(cell("来源文件")),
      by: textOf(cell("导入人")),
      on: dateText(cell("导入日期")),
    };
    if (proven.by === "" || proven.on === "") report("decision-unsigned", "导入人", {});
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

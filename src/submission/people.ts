/** 人员信息: one person a row. */
import type { SheetGrid } from "./grid";
import { RowReader } from "./row-reader";
import type { SheetTable } from "./sheet";
import { idChecksumHolds, labelOf, partsOf, registrationNoOf, yearOf } from "./text";
import type { Person, ReadingProblem } from "./types";
import { PEOPLE_COLUMNS, VALUES } from "./vocabulary";

/** Reads every row of the table; what can't be read is added to `problems`, with its cell. */
export function readPeople(grid: SheetGrid, table: SheetTable, problems: ReadingProblem[]): Person[] {
  return table.rows.map((row) => {
    const reader = new RowReader(grid, table.layout, row);
    const idCell = reader.cell("idNumber");
    const idNumber = labelOf(idCell).toUpperCase();
    if ((typeof idCell === "number" && idCell >= 1e15) || /^\d(\.\d+)?E\+?\d+$/u.test(idNumber))
      reader.report("id-precision-lost", "idNumber");
    else if (idNumber !== "" && !idChecksumHolds(idNumber)) reader.report("id-checksum", "idNumber");
    const sealedYears: number[] = [];
    for (const part of partsOf(reader.cell("sealedYears"))) {
      const year = yearOf(part);
      if (typeof year === "object") sealedYears.push(year.value);
      else reader.unknown("sealedYears", part);
    }
    const person: Person = {
      place: reader.place(),
      registrationNo: registrationNoOf(reader.cell("registrationNo")),
      name: reader.text("name"),
      idNumber,
      employer: reader.text("employer"),
      education: reader.choice("education", VALUES.education),
      educationLabel: labelOf(reader.cell("education")),
      currentTitle: reader.text("currentTitle"),
      specialty: reader.text("specialty"),
      targetLevel: reader.choice("targetLevel", VALUES.targetLevel),
      targetLevelLabel: labelOf(reader.cell("targetLevel")),
      archivePlace: labelOf(reader.cell("archivePlace")),
      proof: reader.choice("proof", VALUES.proof),
      fromYear: reader.year("fromYear"),
      toYear: reader.year("toYear"),
      sealedYears,
    };
    for (const { key, needed } of PEOPLE_COLUMNS) {
      if (needed && reader.text(key) === "") reader.report("field-missing", key);
    }
    reader.reportFormulas();
    problems.push(...reader.problems);
    return person;
  });
}

/** 单位信息: label and value side by side, anywhere on the sheet. */
import { DEFAULT_POLICY_ID, policyIds, policyOf, type Policy } from "../policy";
import { a1, type CellValue } from "../grid/address";
import type { Place, SheetGrid } from "./grid";
import { keyOfName, nameOf, wordIndex } from "./headers";
import { dateSpanOf } from "./quantities";
import { countedFrom1900, givenText, isErrorValue, labelOf, nearest, textOf, yearOf } from "./text";
import type { InputProblem, ReadingProblem, UnitInfo } from "./types";
import { UNIT_LABELS, VALUES, headerOf } from "./vocabulary";

/**
 * Reads the unit's own data. What makes a review impossible is added to `fatal`, all else that can't be read to
 * `problems`. `under`: a policy, or its id, instead of the one that the sheet names. Null when something is fatal.
 */
export function readUnit(
  grid: SheetGrid,
  fatal: InputProblem[],
  problems: ReadingProblem[],
  under: Policy | string | undefined,
): { info: UnitInfo; places: Record<string, Place> } | null {
  const words = wordIndex(UNIT_LABELS);
  const keyAt = (cell: CellValue | undefined): string | undefined => keyOfName(nameOf(cell), words);
  const cells = new Map<string, CellValue>();
  const places: Record<string, Place> = {};
  const before = fatal.length;
  const take = (key: string, row: number, column: number, value: CellValue): void => {
    if (!cells.has(key)) {
      cells.set(key, value);
      places[key] = { sheet: grid.name, row, column };
    } else if (UNIT_LABELS.find((each) => each.key === key)?.needed) {
      fatal.push({
        sheet: grid.name,
        cell: a1(row, column - 1),
        key: "label-twice",
        details: { label: headerOf(key) },
      });
    } else if (textOf(value) !== textOf(cells.get(key))) {
      problems.push({
        code: "column-ambiguous",
        place: { sheet: grid.name, row, column },
        key,
        details: { column: headerOf(key) },
      });
      // Said in two ways: neither is read.
      cells.set(key, null);
    }
    if (grid.formulas?.has(`${row},${column}`))
      problems.push({
        code: "formula-in-input",
        place: { sheet: grid.name, row, column },
        key,
        details: { value: textOf(value) },
      });
  };
  grid.values.forEach((line, index) => {
    for (let at = 0; at < line.length; at += 1) {
      const key = keyAt(line[at]);
      if (key === undefined) continue;
      // A label right of a label, with a value of its own: the first has none. 主管部门 is also what 提交方式 may say.
      const right = line[at + 1] ?? null;
      const isLabel =
        keyAt(right) !== undefined &&
        textOf(line[at + 2]) !== "" &&
        !(key === "submittedBy" && VALUES.submittedBy.has(labelOf(right)));
      const value = isLabel ? null : right;
      take(key, grid.firstRow + index, grid.firstColumn + at + 1, value);
      if (value !== null) at += 1;
    }
  });
  const where = (key: string): string | null => {
    const place = places[key];
    return place?.column === undefined ? null : a1(place.row, place.column);
  };
  for (const { key, header, needed } of UNIT_LABELS) {
    if (needed && (textOf(cells.get(key)) === "" || isErrorValue(cells.get(key))))
      fatal.push({
        sheet: grid.name,
        cell: where(key),
        key: "label-blank",
        details: { label: header },
      });
  }
  const year = yearOf(cells.get("applicationYear"));
  if (year === "unreadable")
    fatal.push({
      sheet: grid.name,
      cell: where("applicationYear"),
      key: "year-unreadable",
      details: { label: headerOf("applicationYear"), text: textOf(cells.get("applicationYear")) },
    });
  const policyId = typeof under === "object" ? under.id : (under ?? labelOf(cells.get("policyId")));
  const notice = typeof under === "object" ? under : (policyOf(policyId) ?? policyOf(DEFAULT_POLICY_ID));
  const kinds = new Map(notice?.unitKinds.map(({ label, nature }) => [labelOf(label), nature]));
  const natureLabel = labelOf(cells.get("unitNature"));
  const nature = kinds.size === 0 ? natureLabel : kinds.get(natureLabel);
  if (natureLabel !== "" && nature === undefined) {
    const near = nearest(natureLabel, kinds.keys());
    fatal.push({
      sheet: grid.name,
      cell: where("unitNature"),
      key: "option-unknown",
      details: {
        label: headerOf("unitNature"),
        text: natureLabel,
        options: [...kinds.keys()],
        near: near ?? null,
      },
    });
  }
  if (typeof under !== "object" && !policyOf(policyId))
    fatal.push({
      sheet: grid.name,
      cell: where("policyId"),
      key: "policy-unknown",
      details: { id: policyId, known: policyIds() },
    });
  if (fatal.length > before || nature === undefined || typeof year !== "object") return null;

  const unreadable = (key: string, wanted: string): void => {
    problems.push({
      code: "value-unknown",
      place: places[key] ?? { sheet: grid.name, row: grid.firstRow },
      key,
      details: { column: headerOf(key), value: textOf(cells.get(key)), wanted },
    });
  };
  for (const key of ["county", "department", "handler", "phone"])
    if (isErrorValue(cells.get(key))) unreadable(key, "text");
  const text = (key: string): string => givenText(cells.get(key));
  const date = (key: string): number | null => {
    const reading = dateSpanOf(countedFrom1900(cells.get(key) ?? null, grid.date1904 === true));
    if (reading === "unreadable") unreadable(key, "date");
    return typeof reading === "object" ? reading.value.first : null;
  };
  const submittedLabel = labelOf(cells.get("submittedBy"));
  const submittedBy = VALUES.submittedBy.get(submittedLabel);
  if (submittedLabel !== "" && submittedBy === undefined) {
    const near = nearest(submittedLabel, VALUES.submittedBy.keys());
    problems.push({
      code: "value-unknown",
      place: places.submittedBy ?? { sheet: grid.name, row: grid.firstRow },
      key: "submittedBy",
      details: { column: headerOf("submittedBy"), value: submittedLabel, ...(near ? { nearest: near } : {}) },
    });
  }
  return {
    info: {
      unitName: text("unitName"),
      unitNature: nature,
      county: text("county"),
      department: text("department"),
      preReviewDate: date("preReviewDate"),
      handler: text("handler"),
      phone: text("phone"),
      applicationYear: year.value,
      submissionDate: date("submissionDate"),
      submittedBy: (submittedBy ?? null) as UnitInfo["submittedBy"],
      policyId: policyId === "" ? DEFAULT_POLICY_ID : policyId,
    },
    places,
  };
}

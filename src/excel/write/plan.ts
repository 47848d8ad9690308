/** A write plan as operations. The unit's cells are never part of one: only our columns and our sheets. */
import type { OwnSheetPlan, SheetPatch, WritePlan } from "../../results/plan";
import { annotationOperations } from "./annotation";
import { columnArea, contentOperations, onRange, validationOperations } from "./cell-operations";
import type { Operation } from "./operations";
import { ownSheetOperations, removeSheet } from "./own-sheets";
import { sealPlan, yearOfGrids } from "../../trust";
import { ExcelFailure, type OpenWorkbook, type WorkbookReading } from "../types";
import { renameOperation } from "./foreign-sheets";

/** The plan's own sheets take their names; a sheet of the unit's under such a name is renamed first, and never removed. */
export function planOperations(plan: WritePlan, reading: WorkbookReading): readonly Operation[] {
  const isForeign = (name: string): boolean => reading.origins.foreignSheets.has(name);
  return [
    ...(plan.annotation === null ? [] : annotationOperations(plan.annotation, reading)),
    ...plan.sheets
      .map(({ name }) => name)
      .filter(isForeign)
      .map((name) => renameOperation(name, reading)),
    ...plan.sheets.flatMap((sheet) =>
      ownSheetOperations(sheet, isForeign(sheet.name) ? undefined : reading.sheets.get(sheet.name)),
    ),
    ...plan.removeSheets.filter((name) => reading.sheets.has(name) && !isForeign(name)).map(removeSheet),
  ];
}

/** The plan with the office's marks on its sheets. */
export async function sealed(plan: WritePlan, { reading, sealer }: OpenWorkbook): Promise<WritePlan> {
  const year = yearOfGrids(reading.grids);
  return { ...plan, sheets: await Promise.all(plan.sheets.map((sheet) => sealPlan(sheet, year, sealer))) };
}

/** A plan that only fills own sheets. */
export function sheetsOnly(sheets: readonly OwnSheetPlan[], removeSheets: readonly string[] = []): WritePlan {
  return { annotation: null, sheets, removeSheets };
}

/** Before the first write: no half of a result for a protection that could be seen beforehand. Throws `protected`. */
export function checkProtection(plan: WritePlan, { sheets, structureProtected, origins }: WorkbookReading): void {
  const written = [
    ...plan.sheets.map(({ name }) => name),
    ...(plan.annotation === null ? [] : [plan.annotation.sheet]),
  ];
  const locked = written.find((name) => sheets.get(name)?.protected === true);
  if (locked !== undefined) {
    throw new ExcelFailure("sheet-protected", { sheet: locked });
  }
  const changes =
    plan.sheets.some(({ name }) => !sheets.has(name) || origins.foreignSheets.has(name)) ||
    plan.removeSheets.some((name) => sheets.has(name));
  if (structureProtected && changes) {
    throw new ExcelFailure("structure-protected");
  }
}

/** Points; 30 characters, as in the sheets that are written anew. */
const ORIGIN_POINTS = 160;

/** Cells added to a sheet that is there; whatever else stands on it stays. */
export function patchOperations({
  name,
  blocks,
  styles,
  validations,
  printArea,
  hiddenColumns = [],
  shownColumns = [],
}: SheetPatch): Operation[] {
  return [
    // The cells go last: a write that breaks off before them is done anew from the beginning
    ...contentOperations(name, [], styles),
    ...validationOperations(name, validations),
    ...hiddenColumns.map((column) =>
      onRange(name, columnArea(column), 2, (range) => {
        range.columnHidden = true;
      }),
    ),
    ...shownColumns.map((column) =>
      onRange(name, columnArea(column), 4, (range) => {
        range.columnHidden = false;
        range.format.columnWidth = ORIGIN_POINTS;
      }),
    ),
    ...(printArea === undefined
      ? []
      : [onRange(name, printArea, 2, (range) => range.worksheet.pageLayout.setPrintArea(range))]),
    ...contentOperations(name, blocks, []),
  ];
}

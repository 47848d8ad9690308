/** A write plan as operations. The unit's cells are never part of one: only our columns and our sheets. */
import type { OwnSheetPlan, WritePlan } from "../../results/plan";
import { annotationOperations } from "./annotation";
import type { Operation } from "./operations";
import { ownSheetOperations, removeSheet } from "./own-sheets";
import { ExcelFailure, type WorkbookReading } from "../types";

export function planOperations(plan: WritePlan, reading: WorkbookReading): readonly Operation[] {
  return [
    ...(plan.annotation === null ? [] : annotationOperations(plan.annotation, reading)),
    ...plan.sheets.flatMap((sheet) => ownSheetOperations(sheet, reading.sheets.get(sheet.name))),
    ...plan.removeSheets.filter((name) => reading.sheets.has(name)).map(removeSheet),
  ];
}

/** A plan that only fills own sheets. */
export function sheetsOnly(sheets: readonly OwnSheetPlan[], removeSheets: readonly string[] = []): WritePlan {
  return { annotation: null, sheets, removeSheets };
}

/** Before the first write: no half of a result for a protection that could be seen beforehand. Throws `protected`. */
export function checkProtection(plan: WritePlan, { sheets, structureProtected }: WorkbookReading): void {
  const written = [
    ...plan.sheets.map(({ name }) => name),
    ...(plan.annotation === null ? [] : [plan.annotation.sheet]),
  ];
  const locked = written.find((name) => sheets.get(name)?.protected === true);
  if (locked !== undefined) {
    throw new ExcelFailure("sheet-protected", { sheet: locked });
  }
  const changes =
    plan.sheets.some(({ name }) => !sheets.has(name)) || plan.removeSheets.some((name) => sheets.has(name));
  if (structureProtected && changes) {
    throw new ExcelFailure("structure-protected");
  }
}

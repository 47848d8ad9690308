/** Data validations of a sheet. */
import type { Area } from "../address";
import { contains, intersects, subtract } from "../address";
import type { Validation } from "./content";
import type { SheetCore } from "./core";

/** The longest list literal Excel takes from a user. Longer ones occur in files and are kept. */
const LONGEST_LIST_LITERAL = 255;

/** The entries of a list literal; null when the list comes from a range or the validation is no list. */
export function listLiteral(validation: Validation): string[] | null {
  const text = validation.formula1;
  if (validation.type !== "list" || text === undefined || !/^".*"$/s.test(text)) return null;
  return text
    .slice(1, -1)
    .replace(/""/g, '"')
    .split(",")
    .map((entry) => entry.trim());
}

/** The validation of a cell (0-based). */
export function validationAt(core: SheetCore, row: number, column: number): Validation | null {
  const cell = { row, column, rows: 1, columns: 1 };
  return core.content.validations.find(({ boxes }) => boxes.some((box) => contains(box, cell))) ?? null;
}

/** Lays a validation over its boxes; older ones give way there. Throws RangeError for a list that Excel doesn't take. */
export function addValidation(core: SheetCore, validation: Validation): void {
  const { type, formula1 = "" } = validation;
  if (type === "list" && formula1.startsWith('"') && formula1.length - 2 > LONGEST_LIST_LITERAL)
    throw new RangeError(`A list literal may have ${LONGEST_LIST_LITERAL} characters`);
  for (const box of validation.boxes) removeValidations(core, box);
  core.content.validations.push(validation);
  core.dirty.add("validations");
}

/** Takes validations away inside the box; what they cover outside stays. */
export function removeValidations(core: SheetCore, box: Area): void {
  if (!core.content.validations.some(({ boxes }) => boxes.some((own) => intersects(own, box)))) return;
  core.content.validations = core.content.validations
    .map((validation) => ({ ...validation, boxes: validation.boxes.flatMap((own) => subtract(own, box)) }))
    .filter(({ boxes }) => boxes.length > 0);
  core.dirty.add("validations");
}

/** Rewrites the formulas; `change` gives its argument back where nothing is to be done. */
export function rewriteValidations(
  core: SheetCore,
  change: (formula: string, row: number, column: number) => string,
): void {
  const validations = core.content.validations.map((validation) => {
    const { row = 0, column = 0 } = validation.boxes[0] ?? {};
    return {
      ...validation,
      ...(validation.formula1 === undefined ? {} : { formula1: change(validation.formula1, row, column) }),
      ...(validation.formula2 === undefined ? {} : { formula2: change(validation.formula2, row, column) }),
    };
  });
  if (JSON.stringify(validations) === JSON.stringify(core.content.validations)) return;
  core.content.validations = validations;
  core.dirty.add("validations");
}

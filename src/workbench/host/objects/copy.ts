/** Range.copyFrom. */
import { type Area, intersects, sameBox } from "../../../book/model/workbook";
import { Refused } from "../protocol/errors";
import type { Args } from "../protocol/host-object";
import { boxOf, intersection, isEntireColumn, isEntireRow, MAX_CELLS, RANGE, type RangeTarget } from "./targets";

/**
 * Contents, looks, merges and validations, or values alone; neither row heights nor pictures, as in Excel. Only into cells of the same
 * number and shape, or from one corner on; formulas would have to be shifted and are refused.
 */
export function copyFrom(range: RangeTarget, args: Args): void {
  const { state, sheet } = range;
  const wanted = args.object(0);
  const source = wanted === null ? { state, sheet, box: boxOf(state, sheet, args.text(0)) } : wanted.as(RANGE);
  const part = args.optionalText(1) ?? "All";
  if ((part !== "All" && part !== "Values") || args.flag(2) || args.flag(3))
    throw new Refused("copying other parts of cells than values, without blanks or turned is not implemented");
  const { rows, columns } = source.box;
  const single = range.box.rows === 1 && range.box.columns === 1;
  if (!single && (range.box.rows !== rows || range.box.columns !== columns))
    throw new Refused("copying into a range of another size is not implemented");
  const box = { ...range.box, rows, columns };
  if (rows * columns > MAX_CELLS || isEntireRow({ box }) || isEntireColumn({ box }))
    throw new Refused("copying whole rows or columns is not implemented");
  if (source.sheet === sheet && intersects(source.box, box))
    throw new Refused("copying over the source is not implemented");
  const cut = source.sheet.merges.find(
    (own) => intersects(own, source.box) && !sameBox(intersection(own, source.box) ?? own, own),
  );
  if (cut) throw new Refused("copying a part of a merge is not implemented");
  if (source.sheet.tables.some((table) => intersects(table.box, source.box)))
    throw new Refused("copying cells of a table is not implemented");
  state.checkUnlocked(sheet, box);
  const down = box.row - source.box.row;
  const right = box.column - source.box.column;
  if (part === "Values") {
    for (let i = 0; i < rows; i++) {
      for (let j = 0; j < columns; j++)
        sheet.setValue(box.row + i, box.column + j, source.sheet.value(source.box.row + i, source.box.column + j));
    }
    state.changed(sheet, box, "ThisLocalAddin");
    return;
  }
  const shift = (own: Area): Area => ({ ...own, row: own.row + down, column: own.column + right });
  source.sheet.eachCell(source.box, (_row, _column, { formula }) => {
    if (formula !== undefined) throw new Refused(`copying the formula ${formula} is not implemented`);
  });
  sheet.unmerge(box);
  sheet.removeValidations(box);
  for (let i = 0; i < rows; i++) {
    for (let j = 0; j < columns; j++)
      sheet.takeCell(box.row + i, box.column + j, source.sheet, source.box.row + i, source.box.column + j);
  }
  for (const own of source.sheet.merges.filter((each) => intersects(each, source.box))) sheet.merge(shift(own));
  for (const validation of [...source.sheet.validations]) {
    const boxes = validation.boxes.flatMap((own) => intersection(own, source.box) ?? []).map(shift);
    if (boxes.length > 0) sheet.addValidation({ ...validation, boxes });
  }
  state.changed(sheet, box, "ThisLocalAddin");
}

/** Operations on cells: values, formulas, formats, highlights. Nothing here chooses a cell; callers name only our own. */
import { columnName, type Area } from "../../grid/address";
import type { CellBlock, Highlight, ListValidation, PlannedCell, Style, StyledArea } from "../../results/plan";
import { CALL_BYTES, lineBytes } from "../request-sizes";
import type { Operation, SheetOf } from "./operations";

/** Largest piece of a block, so that a batch can be filled well and halved when it must. */
const PIECE_BYTES = 1_000_000;
/** Literals of a list validation end here. */
const MAX_LIST = 255;
/** Excel's default font: 7 pixels a digit, 5 around it, 0.75 points a pixel. */
const PIXELS_PER_CHARACTER = 7;
const PIXELS_AROUND = 5;
const POINTS_PER_PIXEL = 0.75;

/** The range of an area (0-based) on a sheet. */
export function rangeOf(sheetOf: SheetOf, sheet: string, area: Area): Excel.Range {
  return sheetOf(sheet).getRangeByIndexes(area.row, area.column, area.rows, area.columns);
}

/** One operation on a range, of a call or a few. */
export function onRange(sheet: string, area: Area, calls: number, work: (range: Excel.Range) => void): Operation {
  return { bytes: calls * CALL_BYTES, run: (sheetOf) => work(rangeOf(sheetOf, sheet, area)) };
}

/** Points of a width in characters of the default font. */
function columnPoints(characters: number): number {
  return (characters * PIXELS_PER_CHARACTER + PIXELS_AROUND) * POINTS_PER_PIXEL;
}

/** One cell of a column, to set something of the whole column by. */
export function columnArea(column: number): Area {
  return { row: 0, column, rows: 1, columns: 1 };
}

/** Number formats first, then cells, then all other formats: text must meet cells that are formatted as text. */
export function contentOperations(
  sheet: string,
  blocks: readonly CellBlock[],
  styles: readonly StyledArea[],
): Operation[] {
  const formats = styles.flatMap((area) => {
    const { numberFormat } = area.style;
    // A single value stands for every cell of the range; the type only knows the two-dimensional form.
    return numberFormat === undefined
      ? []
      : [
          onRange(sheet, area, 2, (range) => {
            range.numberFormat = numberFormat as unknown as string[][];
          }),
        ];
  });
  const looks = styles.flatMap((area) => {
    const calls = Object.keys(area.style).filter((key) => key !== "numberFormat").length;
    return calls === 0 ? [] : [onRange(sheet, area, calls + 2, (range) => applyStyle(range, area.style))];
  });
  return [...formats, ...blocks.flatMap((block) => blockOperations(sheet, block)), ...looks];
}

function blockOperations(sheet: string, { row, column, cells }: CellBlock): Operation[] {
  const operations: Operation[] = [];
  for (let first = 0; first < cells.length;) {
    let bytes = CALL_BYTES;
    let end = first;
    while (end < cells.length && (end === first || bytes < PIECE_BYTES)) {
      bytes += lineBytes((cells[end] ?? []).map(written));
      end += 1;
    }
    const piece = cells.slice(first, end);
    const area = { row: row + first, column, rows: piece.length, columns: piece[0]?.length ?? 0 };
    const matrix = piece.map((line) => line.map(written));
    const isFormula = piece.some((line) => line.some(isFormulaCell));
    operations.push({
      bytes,
      run: (sheetOf) => {
        const range = rangeOf(sheetOf, sheet, area);
        if (isFormula) range.formulas = matrix;
        else range.values = matrix;
      },
      ...(isFormula ? {} : { values: { sheet, area, cells: matrix } }),
    });
    first = end;
  }
  return operations;
}

function isFormulaCell(cell: PlannedCell): boolean {
  return cell !== null && typeof cell === "object";
}

/** "" makes a cell blank; null would leave it as it is. */
function written(cell: PlannedCell): string | number {
  return cell === null ? "" : typeof cell === "object" ? cell.formula : cell;
}

const HORIZONTAL = { left: "Left", center: "Center", right: "Right", distributed: "Distributed" } as const;
const VERTICAL = { top: "Top", center: "Center", bottom: "Bottom", distributed: "Distributed" } as const;
const OUTLINE = ["EdgeTop", "EdgeBottom", "EdgeLeft", "EdgeRight"] as const;
const INSIDE = ["InsideHorizontal", "InsideVertical"] as const;
const LINE_COLOR = "#9AA5B1";

function applyStyle({ format }: Excel.Range, style: Style): void {
  const { font } = format;
  if (style.bold !== undefined) font.bold = style.bold;
  if (style.fontName !== undefined) font.name = style.fontName;
  if (style.fontSize !== undefined) font.size = style.fontSize;
  if (style.color !== undefined) font.color = style.color;
  if (style.fill !== undefined) format.fill.color = style.fill;
  if (style.wrap !== undefined) format.wrapText = style.wrap;
  if (style.horizontal !== undefined) format.horizontalAlignment = HORIZONTAL[style.horizontal];
  if (style.vertical !== undefined) format.verticalAlignment = VERTICAL[style.vertical];
  if (style.border === "dashed-left") {
    format.borders.getItem("EdgeLeft").style = "Dash";
  } else if (style.border !== undefined) {
    for (const edge of style.border === "all" ? [...OUTLINE, ...INSIDE] : OUTLINE) {
      const border = format.borders.getItem(edge);
      border.style = "Continuous";
      border.color = LINE_COLOR;
    }
  }
}

/** Operations that set widths of columns, given in characters of the default font. */
export function widthOperations(
  sheet: string,
  widths: readonly { readonly column: number; readonly characters: number }[],
  hidden: readonly number[],
): Operation[] {
  return [
    ...widths.map(({ column, characters }) =>
      onRange(sheet, columnArea(column), 3, (range) => {
        range.format.columnWidth = columnPoints(characters);
      }),
    ),
    ...hidden.map((column) =>
      onRange(sheet, columnArea(column), 2, (range) => {
        range.columnHidden = true;
      }),
    ),
  ];
}

/** Longest list of addresses in one call: Excel refuses some from about 2,000 characters on (office-js 5198). */
const MAX_ADDRESSES = 2000;

/** Operations that lay colours over runs of rows. */
export function highlightOperations(sheet: string, highlights: readonly Highlight[]): Operation[] {
  return highlights.flatMap(({ column, runs, color, fill }) =>
    addressLists(column, runs).map((addresses): Operation => ({
      bytes: addresses.length + 5 * CALL_BYTES,
      run: (sheetOf) => {
        const { format } = sheetOf(sheet).getRanges(addresses);
        format.font.color = color;
        format.fill.color = fill;
      },
    })),
  );
}

/** Runs of rows as lists of addresses that Excel still takes. */
function addressLists(column: number, runs: Highlight["runs"]): string[] {
  const letters = columnName(column);
  const lists: string[] = [];
  let list = "";
  for (const { row, rows } of runs) {
    const address = `${letters}${row + 1}:${letters}${row + rows}`;
    if (list.length + address.length > MAX_ADDRESSES) {
      lists.push(list);
      list = "";
    }
    list += list === "" ? address : `,${address}`;
  }
  return list === "" ? lists : [...lists, list];
}

/** Drop-down lists that warn and let other words pass: an office may write more than the option's name. */
export function validationOperations(sheet: string, validations: readonly ListValidation[]): Operation[] {
  return validations.flatMap((validation) => {
    const source = validation.values.join(",");
    if (source.length > MAX_LIST) return [];
    return [
      onRange(sheet, validation, 3, ({ dataValidation }) => {
        dataValidation.rule = { list: { inCellDropDown: true, source } };
        dataValidation.errorAlert = {
          showAlert: true,
          style: "Warning",
          title: "请核对",
          message: "所填内容不在下拉选项中",
        };
      }),
    ];
  });
}

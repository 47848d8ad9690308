/** A cell as text: as it is shown, and as editing it begins. */
import { type Cell, type CellError, type CellValue, isCellError } from "../../book/model/workbook";
import { Refused } from "../host/protocol/errors";
import { displayText, generalText } from "../host/text";

/** Formats with parts of a date or time, outside quoted text and colours. */
const isDateFormat = (format: string): boolean =>
  /[ymdhs年月日]/i.test(format.replace(/"[^"]*"|\\.|\[[^\]]*\]/g, "")) && !/^general$/i.test(format);

/** A number's text by its format; formats that are not implemented show the plain number, as nothing is computed from what is shown. */
function numberText(value: number, format: string): string {
  try {
    return displayText(value, format);
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    return plainNumber(value);
  }
}

function plainNumber(value: number): string {
  try {
    return generalText(value);
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    return String(value);
  }
}

/** The text a cell shows. */
export function shownText(value: CellValue | CellError, format: string): string {
  if (value === null) return "";
  if (isCellError(value)) return value.error;
  return typeof value === "number" ? numberText(value, format) : displayText(value, format);
}

/** The text editing a cell begins with, and the formula bar shows: typed again, it gives the same content. */
export function inputText(cell: Readonly<Cell> | undefined, format: string): string {
  if (cell === undefined) return "";
  if (cell.formula !== undefined) return cell.formula;
  const { value } = cell;
  if (typeof value !== "number") return shownText(value, "@");
  if (isDateFormat(format))
    return numberText(value, Number.isInteger(value) ? "yyyy-m-d" : value < 1 ? "h:mm:ss" : "yyyy-m-d h:mm:ss");
  if (/%$/.test(format)) return `${plainNumber(Number((value * 100).toPrecision(15)))}%`;
  return plainNumber(value);
}

/** What a cell of the model looks like in the grid. */
import type { IBorderData, ICellData, IStyleData } from "@univerjs/core";
import {
  type BorderLine,
  type CellError,
  type CellStyle,
  type CellValue,
  type Horizontal,
  isCellError,
  type LineStyle,
  type Sheet,
  type Workbook,
} from "../../../book/model/workbook";
import { shownText } from "../cell-text";

// Univer's numbers. Its enums would bring its code along, which runs in browsers only.
/** Whatever the model holds, the grid shows its text. */
const TEXT = 1;
const HORIZONTAL = { left: 1, center: 2, right: 3, justified: 4, distributed: 6 } as const;
const VERTICAL = { top: 1, middle: 2, bottom: 3 } as const;
const WRAPPING = { overflow: 1, clip: 2, wrap: 3 } as const;
/** What a step of indentation takes, in pixels. */
const INDENT = 9;
const PADDING = 2;

const LINES: Readonly<Record<LineStyle, number>> = {
  thin: 1,
  medium: 8,
  thick: 13,
  dashed: 4,
  dotted: 3,
  double: 7,
  hair: 2,
  mediumDashed: 9,
  dashDot: 5,
  mediumDashDot: 10,
  dashDotDot: 6,
  mediumDashDotDot: 11,
  slantDashDot: 12,
};

const HORIZONTALS: Readonly<Record<Exclude<Horizontal, "general">, number>> = {
  left: HORIZONTAL.left,
  center: HORIZONTAL.center,
  right: HORIZONTAL.right,
  fill: HORIZONTAL.left,
  justify: HORIZONTAL.justified,
  centerContinuous: HORIZONTAL.center,
  distributed: HORIZONTAL.distributed,
};

const VERTICALS: Readonly<Record<CellStyle["vertical"], number>> = {
  top: VERTICAL.top,
  center: VERTICAL.middle,
  bottom: VERTICAL.bottom,
  justify: VERTICAL.middle,
  distributed: VERTICAL.middle,
};

/** Where a value stands in a cell without alignment of its own. */
function generalAlignment(value: CellValue | CellError): number {
  if (typeof value === "number") return HORIZONTAL.right;
  return typeof value === "boolean" || (value !== null && isCellError(value)) ? HORIZONTAL.center : HORIZONTAL.left;
}

const line = (border: BorderLine | null): IBorderData["t"] =>
  border === null ? null : { s: LINES[border.style], cl: { rgb: border.color } };

function bordersOf({ borders }: CellStyle): IBorderData | null {
  const { left, right, top, bottom } = borders;
  if (left === null && right === null && top === null && bottom === null) return null;
  return { l: line(left), r: line(right), t: line(top), b: line(bottom) };
}

/** File degrees: 91–180 lean downwards, 255 is stacked. */
function rotationOf(degrees: number): IStyleData["tr"] {
  if (degrees === 0) return null;
  if (degrees === 255) return { a: 0, v: 1 };
  return { a: degrees > 90 ? degrees - 90 : -degrees };
}

function gridStyle(style: CellStyle): IStyleData {
  const { font } = style;
  const borders = bordersOf(style);
  const rotation = rotationOf(style.rotation);
  const indented = style.indent * INDENT + PADDING;
  return {
    ff: font.name,
    fs: font.size,
    bl: font.bold ? 1 : 0,
    it: font.italic ? 1 : 0,
    cl: { rgb: font.color },
    vt: VERTICALS[style.vertical],
    ...(font.underline === "None" ? {} : { ul: { s: 1 } }),
    ...(font.strikethrough ? { st: { s: 1 } } : {}),
    ...(style.fill === null ? {} : { bg: { rgb: style.fill } }),
    ...(borders === null ? {} : { bd: borders }),
    ...(rotation === null ? {} : { tr: rotation }),
    ...(style.indent === 0 ? {} : { pd: style.horizontal === "right" ? { r: indented } : { l: indented } }),
  };
}

/** Turns cells of one workbook into what the grid draws. Styles are turned once. */
export class CellPainter {
  private readonly styles = new Map<number, IStyleData>();
  /** Style by index, alignment and wrapping: what depends on the value is few. */
  private readonly aligned = new Map<string, IStyleData>();

  constructor(private readonly workbook: Pick<Workbook, "style">) {}

  /** Undefined for a cell that shows nothing at all. */
  paint(sheet: Sheet, row: number, column: number): ICellData | undefined {
    const index = sheet.styleIndex(row, column);
    const value = sheet.value(row, column);
    if (index === 0 && value === null) return undefined;
    const style = this.workbook.style(index);
    const text = shownText(value, style.numberFormat);
    const s = this.styleFor(index, style, value);
    return text === "" ? { s } : { v: text, t: TEXT, s };
  }

  private styleFor(index: number, style: CellStyle, value: CellValue | CellError): IStyleData {
    const ht = style.horizontal === "general" ? generalAlignment(value) : HORIZONTALS[style.horizontal];
    const tb = style.wrap ? WRAPPING.wrap : typeof value === "string" ? WRAPPING.overflow : WRAPPING.clip;
    const key = `${index}:${ht}:${tb}`;
    let found = this.aligned.get(key);
    if (found === undefined) {
      let base = this.styles.get(index);
      if (base === undefined) {
        base = gridStyle(style);
        this.styles.set(index, base);
      }
      found = { ...base, ht, tb };
      this.aligned.set(key, found);
    }
    return found;
  }
}

/**
 * Cell styles as plain, resolved data. The table is append-only: an index, once given out, keeps its meaning,
 * which is what lets the writer leave a file's own styles untouched.
 */

export interface FontStyle {
  readonly name: string;
  readonly size: number;
  readonly bold: boolean;
  readonly italic: boolean;
  readonly underline: "None" | "Single" | "Double" | "SingleAccountant" | "DoubleAccountant";
  readonly strikethrough: boolean;
  /** #RRGGBB */
  readonly color: string;
}

/** Names as on file: thin, medium, thick, dashed, dotted, double, hair, mediumDashed, dashDot … */
export type LineStyle =
  | "thin"
  | "medium"
  | "thick"
  | "dashed"
  | "dotted"
  | "double"
  | "hair"
  | "mediumDashed"
  | "dashDot"
  | "mediumDashDot"
  | "dashDotDot"
  | "mediumDashDotDot"
  | "slantDashDot";

export interface BorderLine {
  readonly style: LineStyle;
  /** #RRGGBB */
  readonly color: string;
}

export interface Borders {
  readonly left: BorderLine | null;
  readonly right: BorderLine | null;
  readonly top: BorderLine | null;
  readonly bottom: BorderLine | null;
}

export type Horizontal =
  "general" | "left" | "center" | "right" | "fill" | "justify" | "centerContinuous" | "distributed";
export type Vertical = "top" | "center" | "bottom" | "justify" | "distributed";

export interface CellStyle {
  readonly font: FontStyle;
  /** Fill colour #RRGGBB; null = none. Of a pattern its foreground colour. */
  readonly fill: string | null;
  /** en-US format code; `General` when none. */
  readonly numberFormat: string;
  readonly horizontal: Horizontal;
  readonly vertical: Vertical;
  readonly wrap: boolean;
  readonly shrinkToFit: boolean;
  readonly indent: number;
  /** Degrees as on file: 0–90, 91–180 (downwards), 255 stacked. */
  readonly rotation: number;
  readonly borders: Borders;
  readonly locked: boolean;
  readonly formulaHidden: boolean;
}

/** Changes to a style. What is absent stays. */
export interface StylePatch {
  readonly font?: Partial<FontStyle>;
  readonly fill?: string | null;
  readonly numberFormat?: string;
  readonly horizontal?: Horizontal;
  readonly vertical?: Vertical;
  readonly wrap?: boolean;
  readonly shrinkToFit?: boolean;
  readonly indent?: number;
  readonly rotation?: number;
  readonly borders?: Partial<Borders>;
  readonly locked?: boolean;
  readonly formulaHidden?: boolean;
}

/** How a style came about: the file's own (null), or a patch over an earlier one. */
export interface StyleOrigin {
  readonly base: number;
  readonly patch: StylePatch;
}

export const DEFAULT_STYLE: CellStyle = {
  font: {
    name: "Calibri",
    size: 11,
    bold: false,
    italic: false,
    underline: "None",
    strikethrough: false,
    color: "#000000",
  },
  fill: null,
  numberFormat: "General",
  horizontal: "general",
  vertical: "bottom",
  wrap: false,
  shrinkToFit: false,
  indent: 0,
  rotation: 0,
  borders: { left: null, right: null, top: null, bottom: null },
  locked: true,
  formulaHidden: false,
};

/** The style that results from a patch. */
function patchStyle(style: CellStyle, patch: StylePatch): CellStyle {
  return {
    ...style,
    ...patch,
    font: { ...style.font, ...patch.font },
    borders: { ...style.borders, ...patch.borders },
  };
}

/** The styles of a workbook by index, as cells name them. */
export class StyleTable {
  private readonly list: CellStyle[];
  private readonly origins: (StyleOrigin | null)[];
  private readonly keys: string[];
  private readonly known = new Map<string, number>();

  /** `fromFile` are the file's own styles in their order; without any the default style is index 0. */
  constructor(fromFile: readonly CellStyle[] = []) {
    this.list = fromFile.length > 0 ? [...fromFile] : [DEFAULT_STYLE];
    this.origins = this.list.map(() => null);
    this.keys = this.list.map((style) => JSON.stringify(style));
  }

  get count(): number {
    return this.list.length;
  }

  /** Makes default styles up to an index that cells of a file have, though the file has no such style. */
  pad(index: number): void {
    while (this.list.length <= index) {
      this.list.push(DEFAULT_STYLE);
      this.origins.push(null);
      this.keys.push(JSON.stringify(DEFAULT_STYLE));
    }
  }

  /** The style with this index; the default one where there is none. */
  get(index: number): CellStyle {
    return this.list[index] ?? this.list[0] ?? DEFAULT_STYLE;
  }

  /** Which style this one was made of, and by what change; null for a style of the file. */
  origin(index: number): StyleOrigin | null {
    return this.origins[index] ?? null;
  }

  /** Index of `base` changed by `patch`; `base` itself when nothing visible changes. */
  intern(base: number, patch: StylePatch): number {
    const from = base >= 0 && base < this.list.length ? base : 0;
    // Two bases may look alike and yet differ on file (named styles, diagonal lines), so the base is part of the key.
    const asked = `${from}|${JSON.stringify(patch)}`;
    const seen = this.known.get(asked);
    if (seen !== undefined) return seen;
    const style = patchStyle(this.get(from), patch);
    const key = JSON.stringify(style);
    let index = from;
    if (key !== this.keys[from]) {
      const root = this.rootOf(from);
      const alike = `${root}=${key}`;
      const found = this.known.get(alike);
      if (found !== undefined) index = found;
      else {
        index = this.list.push(style) - 1;
        this.keys.push(key);
        this.origins.push({ base: from, patch });
        this.known.set(alike, index);
      }
    }
    this.known.set(asked, index);
    return index;
  }

  private rootOf(index: number): number {
    let at = index;
    for (let origin = this.origin(at); origin !== null; origin = this.origin(at)) at = origin.base;
    return at;
  }
}

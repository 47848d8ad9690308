/** RangeFormat and what hangs below it. One target serves a range and several areas alike. */
import type {
  Borders,
  BorderLine,
  Area,
  CellStyle,
  FontStyle,
  Horizontal,
  LineStyle,
  StylePatch,
  Vertical,
} from "../../../book/model/workbook";
import { isCellError, MAX_COLUMNS, MAX_ROWS } from "../../../book/model/workbook";
import { invalid, Refused } from "../protocol/errors";
import { asFlag, asNumber, asText, call, get, link, set, HostObject, type MemberTable } from "../protocol/host-object";
import type { AreasTarget } from "./targets";
import { colour } from "./colours";

/** Pixels of one character of the default font, and points of one pixel. */
const CHARACTER_PIXELS = 7;
const PADDING_PIXELS = 5;
const POINTS_PER_PIXEL = 72 / 96;
const DEFAULT_WIDTH = 64 / CHARACTER_PIXELS;

/** Widths on file count characters, padding included; Office.js counts points. */
export const pointsOfWidth = (width: number): number => Math.round(width * CHARACTER_PIXELS) * POINTS_PER_PIXEL;
const widthOfPoints = (points: number): number =>
  Math.round((points / POINTS_PER_PIXEL / CHARACTER_PIXELS) * 256) / 256;
/** `standardWidth` counts characters without padding. */
export const charactersOfWidth = (width: number): number =>
  Math.round(((width * CHARACTER_PIXELS - PADDING_PIXELS) / CHARACTER_PIXELS) * 100) / 100;
/** A column's width as the file has it, from characters of the default font. */
export const widthOfCharacters = (characters: number): number =>
  Math.round(((characters * CHARACTER_PIXELS + PADDING_PIXELS) / CHARACTER_PIXELS) * 256) / 256;
/** A width in characters, or that of a column without one. */
export const defaultWidth = (width: number | null): number => width ?? DEFAULT_WIDTH;

const MAX_LOOKED_AT = 2_000_000;

/** The styles found in the areas, each once. */
function styles({ state, sheet, boxes }: AreasTarget): CellStyle[] {
  const found = new Set<number>();
  for (const box of boxes) {
    if (box.rows * box.columns <= MAX_LOOKED_AT && box.rows < MAX_ROWS && box.columns < MAX_COLUMNS) {
      for (let row = box.row; row < box.row + box.rows; row++) {
        for (let column = box.column; column < box.column + box.columns; column++)
          found.add(sheet.styleIndex(row, column));
      }
      continue;
    }
    // Whole rows and columns: what is there, and what a cell that is not there would get.
    sheet.eachCell(box, (_row, _column, cell) => found.add(cell.style));
    for (const [row, facts] of sheet.rows)
      if (facts.style !== undefined && row >= box.row && row < box.row + box.rows) found.add(facts.style);
    for (let column = box.column; column < box.column + box.columns; column++)
      found.add(sheet.column(column)?.style ?? 0);
  }
  return [...found].map((index) => state.workbook.style(index));
}

/** The one value all cells share, or null when they differ. */
function common<V>(target: AreasTarget, read: (style: CellStyle) => V): V | null {
  const values = new Set(styles(target).map(read));
  return values.size === 1 ? ([...values][0] ?? null) : null;
}

function patch(target: AreasTarget, change: StylePatch): void {
  for (const box of target.boxes) {
    target.state.checkUnlocked(target.sheet, box);
    target.sheet.setBoxStyle(box, change);
  }
}

/** The deepest indent that Excel takes. */
const MAX_INDENT = 250;

const titled = (word: string): string => word.charAt(0).toUpperCase() + word.slice(1);

function word<W extends string>(value: unknown, known: readonly W[], what: string): W {
  const text = asText(value, what);
  const found = known.find((each) => each.toLowerCase() === text.toLowerCase());
  if (!found) throw invalid(`${text} is no ${what}`);
  return found;
}

const HORIZONTAL: readonly Horizontal[] = [
  "general",
  "left",
  "center",
  "right",
  "fill",
  "justify",
  "centerContinuous",
  "distributed",
];
const VERTICAL: readonly Vertical[] = ["top", "center", "bottom", "justify", "distributed"];
const HORIZONTAL_NAME = (each: Horizontal): string =>
  each === "centerContinuous" ? "CenterAcrossSelection" : titled(each);

function columnWidth({ sheet, boxes }: AreasTarget): number | null {
  const widths = new Set<number>();
  for (const box of boxes) {
    for (let column = box.column; column < box.column + box.columns; column++) {
      const facts = sheet.column(column);
      widths.add(facts?.hidden ? 0 : pointsOfWidth(facts?.width ?? defaultWidth(sheet.defaultColumnWidth)));
    }
  }
  return widths.size === 1 ? ([...widths][0] ?? null) : null;
}

function rowHeight({ sheet, boxes }: AreasTarget): number | null {
  const heights = new Set<number>();
  for (const box of boxes) {
    let own = 0;
    for (const [row, facts] of sheet.rows) {
      if (row < box.row || row >= box.row + box.rows) continue;
      own++;
      heights.add(facts.hidden ? 0 : (facts.height ?? sheet.defaultRowHeight));
    }
    if (own < box.rows) heights.add(sheet.defaultRowHeight);
  }
  return heights.size === 1 ? ([...heights][0] ?? null) : null;
}

/** Width of a text in characters; a Chinese character counts two. Wrapped or not, the longest line decides. */
function textUnits(text: string): number {
  let longest = 0;
  for (const line of text.split("\n")) {
    let units = 0;
    for (const character of line) units += (character.codePointAt(0) ?? 0) > 0x2e7f ? 2 : 1;
    longest = Math.max(longest, units);
  }
  return longest;
}

/** An approximation: Excel measures the text in its font. */
function autofitColumns({ state, sheet, boxes }: AreasTarget): void {
  for (const box of boxes) {
    state.checkUnprotected(sheet);
    const widest = new Map<number, number>();
    sheet.eachCell(box, (_row, column, { value }) => {
      if (value === null) return;
      const units = textUnits(isCellError(value) ? value.error : String(value));
      widest.set(column, Math.max(widest.get(column) ?? 0, units));
    });
    for (const [column, units] of widest) sheet.setColumnWidth(column, Math.min(255, widthOfCharacters(units)));
  }
}

/** An approximation: lines of text times the height of a line. */
function autofitRows({ state, sheet, boxes }: AreasTarget): void {
  for (const box of boxes) {
    state.checkUnprotected(sheet);
    const lines = new Map<number, number>();
    sheet.eachCell(box, (row, column, { value, style }) => {
      if (value === null) return;
      const look = state.workbook.style(style);
      const text = isCellError(value) ? value.error : String(value);
      const width = Math.max(
        1,
        charactersOfWidth(sheet.column(column)?.width ?? defaultWidth(sheet.defaultColumnWidth)),
      );
      const count = look.wrap
        ? text
            .split("\n")
            .reduce((sum, line) => sum + Math.max(1, Math.ceil((textUnits(line) * look.font.size) / 11 / width)), 0)
        : 1;
      const points = Math.max(sheet.defaultRowHeight, count * look.font.size * 1.36);
      lines.set(row, Math.max(lines.get(row) ?? 0, Math.min(409, Math.round(points * 4) / 4)));
    });
    for (const [row, points] of lines) sheet.setRowHeight(row, points);
  }
}

const UNDERLINES: readonly FontStyle["underline"][] = [
  "None",
  "Single",
  "Double",
  "SingleAccountant",
  "DoubleAccountant",
];

const FONT: MemberTable<AreasTarget> = {
  name: "RangeFont",
  get: {
    Bold: get((target) => common(target, ({ font }) => font.bold)),
    Italic: get((target) => common(target, ({ font }) => font.italic)),
    Underline: get((target) => common(target, ({ font }) => font.underline)),
    Strikethrough: get((target) => common(target, ({ font }) => font.strikethrough), 9),
    Color: get((target) => common(target, ({ font }) => font.color)),
    Name: get((target) => common(target, ({ font }) => font.name)),
    Size: get((target) => common(target, ({ font }) => font.size)),
  },
  set: {
    Bold: set((target, value) => patch(target, { font: { bold: asFlag(value, "bold") } })),
    Italic: set((target, value) => patch(target, { font: { italic: asFlag(value, "italic") } })),
    Underline: set((target, value) => patch(target, { font: { underline: word(value, UNDERLINES, "underline") } })),
    Strikethrough: set(
      (target, value) => patch(target, { font: { strikethrough: asFlag(value, "strikethrough") } }),
      9,
    ),
    Color: set((target, value) => patch(target, { font: { color: colour(value) } })),
    Name: set((target, value) => patch(target, { font: { name: asText(value, "name") } })),
    Size: set((target, value) => patch(target, { font: { size: asNumber(value, "size") } })),
  },
};

const FILL: MemberTable<AreasTarget> = {
  name: "RangeFill",
  // Excel reads no fill as white.
  get: { Color: get((target) => common(target, ({ fill }) => fill ?? "#FFFFFF")) },
  set: { Color: set((target, value) => patch(target, { fill: value === "" ? null : colour(value) })) },
  call: { Clear: call(0, (target) => patch(target, { fill: null })) },
};

const PROTECTION: MemberTable<AreasTarget> = {
  name: "FormatProtection",
  get: {
    Locked: get((target) => common(target, ({ locked }) => locked), 2),
    FormulaHidden: get((target) => common(target, ({ formulaHidden }) => formulaHidden), 2),
  },
  set: {
    Locked: set((target, value) => {
      target.state.checkUnprotected(target.sheet);
      patch(target, { locked: asFlag(value, "locked") });
    }, 2),
    FormulaHidden: set((target, value) => {
      target.state.checkUnprotected(target.sheet);
      patch(target, { formulaHidden: asFlag(value, "formulaHidden") });
    }, 2),
  },
};

// ---- borders ----

const EDGES = [
  "EdgeTop",
  "EdgeBottom",
  "EdgeLeft",
  "EdgeRight",
  "InsideVertical",
  "InsideHorizontal",
  "DiagonalDown",
  "DiagonalUp",
] as const;
type Edge = (typeof EDGES)[number];

interface BorderTarget extends AreasTarget {
  readonly edge: Edge;
}

/** Office.js names a line by style and weight, the file by one word. */
const LINES: Readonly<Record<LineStyle, readonly [string, string]>> = {
  thin: ["Continuous", "Thin"],
  medium: ["Continuous", "Medium"],
  thick: ["Continuous", "Thick"],
  hair: ["Continuous", "Hairline"],
  dashed: ["Dash", "Thin"],
  mediumDashed: ["Dash", "Medium"],
  dotted: ["Dot", "Thin"],
  double: ["Double", "Thick"],
  dashDot: ["DashDot", "Thin"],
  mediumDashDot: ["DashDot", "Medium"],
  dashDotDot: ["DashDotDot", "Thin"],
  mediumDashDotDot: ["DashDotDot", "Medium"],
  slantDashDot: ["SlantDashDot", "Medium"],
};

function lineOf(style: string, weight: string): LineStyle {
  const entries = Object.entries(LINES) as [LineStyle, readonly [string, string]][];
  const same = entries.filter(([, [name]]) => name.toLowerCase() === style.toLowerCase());
  const [first] = same.find(([, [, each]]) => each.toLowerCase() === weight.toLowerCase()) ?? same[0] ?? [];
  if (!first) throw invalid(`${style} is no line style`);
  return first;
}

type Side = keyof Borders;

/** The parts of a box an edge runs along, each with the side of its cells. */
function alongEdge(box: Area, edge: Edge): readonly (readonly [Area, Side])[] {
  switch (edge) {
    case "EdgeTop":
      return [[{ ...box, rows: 1 }, "top"]];
    case "EdgeBottom":
      return [[{ ...box, row: box.row + box.rows - 1, rows: 1 }, "bottom"]];
    case "EdgeLeft":
      return [[{ ...box, columns: 1 }, "left"]];
    case "EdgeRight":
      return [[{ ...box, column: box.column + box.columns - 1, columns: 1 }, "right"]];
    case "InsideHorizontal":
      return box.rows < 2
        ? []
        : [
            [{ ...box, rows: box.rows - 1 }, "bottom"],
            [{ ...box, row: box.row + 1, rows: box.rows - 1 }, "top"],
          ];
    case "InsideVertical":
      return box.columns < 2
        ? []
        : [
            [{ ...box, columns: box.columns - 1 }, "right"],
            [{ ...box, column: box.column + 1, columns: box.columns - 1 }, "left"],
          ];
    default:
      throw new Refused(`the border ${edge} is not implemented`);
  }
}

function changeLine(target: BorderTarget, change: (line: BorderLine | null) => BorderLine | null): void {
  const { state, sheet } = target;
  for (const box of target.boxes) {
    state.checkUnlocked(sheet, box);
    for (const [part, side] of alongEdge(box, target.edge)) {
      if (part.rows * part.columns > MAX_LOOKED_AT) throw new Refused("borders of so many cells are not implemented");
      for (let row = part.row; row < part.row + part.rows; row++) {
        for (let column = part.column; column < part.column + part.columns; column++) {
          const line = state.workbook.style(sheet.styleIndex(row, column)).borders[side];
          sheet.setStyle(row, column, { borders: { [side]: change(line) } });
        }
      }
    }
  }
}

function readLine<V>(target: BorderTarget, read: (line: BorderLine | null) => V): V | null {
  const values = new Set<V>();
  for (const box of target.boxes) {
    for (const [part, side] of alongEdge(box, target.edge)) {
      for (const { borders } of styles({ ...target, boxes: [part] })) values.add(read(borders[side]));
    }
  }
  return values.size === 1 ? ([...values][0] ?? null) : null;
}

const BLACK = "#000000";

const BORDER: MemberTable<BorderTarget> = {
  name: "RangeBorder",
  id: ({ edge }) => edge,
  get: {
    SideIndex: get(({ edge }) => edge),
    Style: get((target) => readLine(target, (line) => (line ? LINES[line.style][0] : "None"))),
    Weight: get((target) => readLine(target, (line) => (line ? LINES[line.style][1] : "Thin"))),
    Color: get((target) => readLine(target, (line) => line?.color ?? BLACK)),
  },
  set: {
    Style: set((target, value) => {
      const style = asText(value, "style");
      changeLine(target, (line) =>
        style.toLowerCase() === "none"
          ? null
          : { style: lineOf(style, line ? LINES[line.style][1] : "Thin"), color: line?.color ?? BLACK },
      );
    }),
    Weight: set((target, value) => {
      const weight = asText(value, "weight");
      changeLine(target, (line) => ({
        style: lineOf(line ? LINES[line.style][0] : "Continuous", weight),
        color: line?.color ?? BLACK,
      }));
    }),
    Color: set((target, value) => {
      const color = colour(value);
      changeLine(target, (line) => ({ style: line?.style ?? "thin", color }));
    }),
  },
};

const border = (target: AreasTarget, key: unknown): HostObject =>
  HostObject.of(BORDER, { ...target, edge: word(key, EDGES, "border") });

const BORDERS: MemberTable<AreasTarget> = {
  name: "RangeBorderCollection",
  get: { Count: get(() => EDGES.length) },
  items: (target) => EDGES.map((edge) => border(target, edge)),
  byKey: (target, args) => border(target, args.value(0)),
  call: {
    GetItem: call(1, (target, args) => border(target, args.value(0))),
    GetItemAt: call(1, (target, args) => border(target, EDGES[args.number(0)])),
  },
};

export const FORMAT: MemberTable<AreasTarget> = {
  name: "RangeFormat",
  get: {
    ColumnWidth: get(columnWidth, 2),
    RowHeight: get(rowHeight, 2),
    WrapText: get((target) => common(target, ({ wrap }) => wrap)),
    HorizontalAlignment: get((target) => common(target, ({ horizontal }) => HORIZONTAL_NAME(horizontal))),
    VerticalAlignment: get((target) => common(target, ({ vertical }) => titled(vertical))),
    IndentLevel: get((target) => common(target, ({ indent }) => indent), 9),
    ShrinkToFit: get((target) => common(target, ({ shrinkToFit }) => shrinkToFit), 9),
  },
  set: {
    ColumnWidth: set((target, value) => {
      const points = asNumber(value, "columnWidth");
      if (points < 0 || widthOfPoints(points) > 255.75) throw invalid(`a column cannot be ${points} points wide`);
      target.state.checkUnprotected(target.sheet);
      for (const box of target.boxes) target.sheet.setColumnWidth(box.column, widthOfPoints(points), box.columns);
    }, 2),
    RowHeight: set((target, value) => {
      const points = asNumber(value, "rowHeight");
      if (points < 0 || points > 409.5) throw invalid(`a row cannot be ${points} points high`);
      target.state.checkUnprotected(target.sheet);
      for (const box of target.boxes) {
        if (box.rows >= MAX_ROWS) target.sheet.defaultRowHeight = points;
        else target.sheet.setRowHeight(box.row, points, box.rows);
      }
    }, 2),
    WrapText: set((target, value) => patch(target, { wrap: asFlag(value, "wrapText") })),
    HorizontalAlignment: set((target, value) =>
      patch(target, {
        horizontal:
          value === "CenterAcrossSelection" ? "centerContinuous" : word(value, HORIZONTAL, "horizontalAlignment"),
      }),
    ),
    VerticalAlignment: set((target, value) => patch(target, { vertical: word(value, VERTICAL, "verticalAlignment") })),
    IndentLevel: set((target, value) => {
      const indent = asNumber(value, "indentLevel");
      if (indent < 0 || indent > MAX_INDENT) throw invalid(`an indent is between 0 and ${MAX_INDENT}`);
      patch(target, { indent });
    }, 9),
    ShrinkToFit: set((target, value) => patch(target, { shrinkToFit: asFlag(value, "shrinkToFit") }), 9),
  },
  link: {
    Fill: link((target) => HostObject.of(FILL, target)),
    Font: link((target) => HostObject.of(FONT, target)),
    Borders: link((target) => HostObject.of(BORDERS, target)),
    Protection: link((target) => HostObject.of(PROTECTION, target), 2),
  },
  call: { AutofitColumns: call(0, autofitColumns, 2), AutofitRows: call(0, autofitRows, 2) },
};

/**
 * The office's own template: a sheet of the workbook, laid out in Excel, with fields in double braces. It is checked as
 * a whole before anything is made: every problem at once, with its cell and what to do.
 */
import { shownNumber } from "../submission";
import type { CertificateForm } from "../policy/certificate-form";
import { a1, type Area } from "../grid/address";
import { nearest } from "../submission/text";
import type { InputProblem } from "../submission/types";
import type { OwnSheetPlan } from "../results/plan";
import { yearCount } from "./checks";
import { formContent, formDate, levelText, stubBlank, type FormTexts } from "./content";
import { pageSheet } from "./pages";
import type { CertificateFields, Wording } from "./types";

export const TEMPLATE_SHEET = "合格证明模板";

interface Field {
  /** The certificate is none without it. */
  readonly required: boolean;
  readonly text: (fields: CertificateFields, wording: Wording, form: CertificateForm) => string;
}

const FIELDS: ReadonlyMap<string, Field> = new Map<string, Field>([
  ["姓名", { required: true, text: ({ name }) => name }],
  ["工作单位", { required: true, text: ({ employer }) => employer }],
  ["现有职称", { required: true, text: ({ currentTitle }) => currentTitle }],
  ["学历", { required: true, text: ({ education }) => education }],
  ["申报专业", { required: true, text: ({ specialty }) => specialty }],
  ["起始年度", { required: true, text: ({ fromYear }) => String(fromYear ?? "") }],
  ["截止年度", { required: true, text: ({ toYear }) => String(toYear ?? "") }],
  [
    "年数",
    {
      required: true,
      text: ({ fromYear, toYear }) =>
        String((fromYear !== null && toYear !== null && yearCount(fromYear, toYear)) || ""),
    },
  ],
  ["登记证书编号", { required: true, text: shownNumber }],
  ["证明编号", { required: true, text: ({ certificateNo }) => certificateNo }],
  ["经办人", { required: true, text: ({ handler }) => handler }],
  ["联系电话", { required: true, text: ({ phone }) => phone }],
  ["日期", { required: true, text: ({ issuedOn }, wording, form) => formDate(issuedOn, wording, form) }],
  ["级别", { required: false, text: (fields, wording, form) => levelText(fields, wording, form) }],
  [
    "存根",
    {
      required: false,
      text: ({ certificateNo }, wording, form) => stubBlank(Number(certificateNo.slice(0, 4)), wording, form),
    },
  ],
]);

export const TEMPLATE_FIELDS: readonly { readonly name: string; readonly required: boolean }[] = [...FIELDS].map(
  ([name, { required }]) => ({ name, required }),
);

interface TemplatePicture extends PictureFrame {
  readonly id: string;
  readonly name: string;
  readonly kind: string;
}

interface PictureFrame {
  readonly top: number;
  readonly left: number;
  readonly width: number;
  readonly height: number;
}

export interface TemplateCell {
  readonly row: number;
  readonly column: number;
  readonly text: string;
  readonly isFormula: boolean;
  /** Of a cell that holds fields: its font, whether it wraps, and the room it has (merged cells as one), in points. */
  readonly look?: CellLook;
}

export interface CellLook {
  readonly fontSize: number;
  readonly wraps: boolean;
  readonly width: number;
  readonly height: number;
}

/** A template as its host shows it. Points throughout; rows and columns are those of the sheet from its first one on. */
export interface TemplateSheet {
  readonly cells: readonly TemplateCell[];
  /** Address as the host gives it, null when none is set. */
  readonly printArea: { readonly address: string; readonly area: Area | null } | null;
  /** Heights and widths up to the end of the print area; null where hidden. Blank when the area is too large to be read. */
  readonly heights: readonly (number | null)[];
  readonly widths: readonly (number | null)[];
  readonly pictures: readonly TemplatePicture[];
  readonly orientation: "portrait" | "landscape";
  readonly paper: string | null;
  /** Per cent; null: fit to pages. */
  readonly scale: number | null;
  readonly margins: { readonly top: number; readonly bottom: number; readonly left: number; readonly right: number };
  readonly isProtected: boolean;
  readonly hasTables: boolean;
}

/** A template that was found good. */
export interface Template {
  readonly area: Area;
  /** Of the area's rows. */
  readonly heights: readonly number[];
  /** Cells of the area that hold fields, 0-based within it. */
  readonly cells: readonly Omit<TemplateCell, "isFormula">[];
  readonly pictures: readonly TemplatePicture[];
}

export type TemplateReading =
  | { readonly ok: true; readonly template: Template }
  | { readonly ok: false; readonly problems: readonly InputProblem[] };

/** More rows or columns are no page any more. */
export const MOST_ROWS = 200;
export const MOST_COLUMNS = 60;
const TOLERANCE = 1;

/** Width and height in points, upright. */
const PAPERS: Readonly<Record<string, readonly [number, number]>> = {
  A3: [841.9, 1190.6],
  A4: [595.3, 841.9],
  A5: [419.5, 595.3],
  B4: [728.5, 1031.8],
  B5: [515.9, 728.5],
  Letter: [612, 792],
  Legal: [612, 1008],
};

const TOKEN = /\{\{([^{}]*)\}\}/g;
const BRACE = /[{}｛｝]/;
const nameOf = (inside: string): string => inside.normalize("NFKC").replace(/\s/gu, "");
/** Also of a text whose braces are wrong. */
export const holdsFields = (text: string): boolean => BRACE.test(text);

/**
 * Reads 合格证明模板: its print area, heights of rows in points, and the cells with fields. Gives the problems instead, each
 * with its cell, where it can't be used; a template with any problem is not used at all.
 */
export function readTemplate(sheet: TemplateSheet): TemplateReading {
  const problems: InputProblem[] = [];
  const report = (problem: TemplateProblem): void => void problems.push({ ...problem, sheet: TEMPLATE_SHEET });
  const area = sheet.printArea?.area ?? null;
  if (sheet.isProtected) report({ key: "template-protected", details: {}, cell: null });
  if (sheet.hasTables) report({ key: "template-has-tables", details: {}, cell: null });
  if (sheet.printArea === null) report({ key: "template-no-print-area", details: {}, cell: null });
  else if (area === null)
    report({ key: "template-print-area-unfit", details: { address: sheet.printArea.address }, cell: null });
  checkFields(sheet, area, report);
  if (area !== null) checkPage(sheet, area, report);
  if (problems.length > 0 || area === null) return { ok: false, problems };
  const inside = sheet.cells.filter(({ row, column, text }) => holds(area, row, column) && holdsFields(text));
  return {
    ok: true,
    template: {
      area,
      heights: sheet.heights.slice(area.row, area.row + area.rows).map((height) => height ?? 0),
      cells: inside.map(({ row, column, text, look }) => ({
        row: row - area.row,
        column: column - area.column,
        text,
        ...(look === undefined ? {} : { look }),
      })),
      pictures: sheet.pictures,
    },
  };
}

/** A problem without its sheet, which is always the template. */
type Unplaced<Problem> = Problem extends InputProblem ? Omit<Problem, "sheet"> : never;
type TemplateProblem = Unplaced<InputProblem>;
type Report = (problem: TemplateProblem) => void;

function checkFields({ cells }: TemplateSheet, area: Area | null, report: Report): void {
  const found = new Set<string>();
  for (const { row, column, text, isFormula } of cells) {
    const cell = a1(row, column);
    const within = area === null || holds(area, row, column);
    if (isFormula) {
      if (within) report({ key: "template-formula", details: {}, cell });
      continue;
    }
    if (!holdsFields(text)) continue;
    if (!within) {
      report({ key: "template-field-outside", details: { text: short(text) }, cell });
      continue;
    }
    for (const [whole, inside = ""] of text.matchAll(TOKEN)) {
      const name = nameOf(inside);
      if (FIELDS.has(name)) found.add(name);
      else {
        const near = name === "" ? null : nearest(name, FIELDS.keys());
        report(
          name === ""
            ? { key: "template-field-blank", details: { text: whole }, cell }
            : { key: "template-field-unknown", details: { field: name, near, known: [...FIELDS.keys()] }, cell },
        );
      }
    }
    if (BRACE.test(text.replace(TOKEN, ""))) report({ key: "template-braces", details: { text: short(text) }, cell });
  }
  const missing = [...FIELDS].filter(([name, { required }]) => required && !found.has(name)).map(([name]) => name);
  if (missing.length > 0) report({ key: "template-fields-missing", details: { fields: missing }, cell: null });
}

function checkPage(
  { heights, widths, orientation, paper, scale, margins, pictures }: TemplateSheet,
  area: Area,
  report: Report,
): void {
  const last = a1(area.row + area.rows - 1, area.column + area.columns - 1);
  if (area.row + area.rows > MOST_ROWS || area.column + area.columns > MOST_COLUMNS) {
    report({ key: "template-area-large", details: { last, rows: MOST_ROWS, columns: MOST_COLUMNS }, cell: last });
    return;
  }
  const rows = heights.slice(area.row, area.row + area.rows);
  const columns = widths.slice(area.column, area.column + area.columns);
  rows.forEach(
    (height, at) =>
      height === null &&
      report({ key: "template-row-hidden", details: { row: area.row + at + 1 }, cell: `A${area.row + at + 1}` }),
  );
  columns.forEach(
    (width, at) =>
      width === null && report({ key: "template-column-hidden", details: {}, cell: a1(0, area.column + at) }),
  );
  const box = {
    top: sum(heights.slice(0, area.row)),
    left: sum(widths.slice(0, area.column)),
    height: sum(rows),
    width: sum(columns),
  };
  for (const { name, kind, ...picture } of pictures) {
    if (kind === "Unsupported") report({ key: "template-object", details: { name }, cell: null });
    else if (!liesIn(picture, box)) report({ key: "template-picture-outside", details: { name }, cell: null });
  }
  if (scale === null) {
    report({ key: "template-fit-to-page", details: {}, cell: null });
    return;
  }
  const upright = PAPERS[paper ?? "A4"];
  if (upright === undefined) return;
  const [width, height] = orientation === "landscape" ? [upright[1], upright[0]] : upright;
  const room = { width: width - margins.left - margins.right, height: height - margins.top - margins.bottom };
  const size = { width: (box.width * scale) / 100, height: (box.height * scale) / 100 };
  const fit = Math.floor(
    scale * Math.min(room.width / Math.max(size.width, 1), room.height / Math.max(size.height, 1)),
  );
  if (size.width > room.width + TOLERANCE || size.height > room.height + TOLERANCE) {
    report({
      key: "template-page-large",
      details: {
        width: Math.round(size.width),
        height: Math.round(size.height),
        roomWidth: Math.round(room.width),
        roomHeight: Math.round(room.height),
        scale: fit,
      },
      cell: last,
    });
  }
}

/** A page's texts in the area's shape; null leaves a cell as the template has it. */
export function templatePage(
  { area, cells }: Template,
  fields: CertificateFields,
  wording: Wording,
  form: CertificateForm,
): (string | null)[][] {
  const page = Array.from({ length: area.rows }, () => new Array<string | null>(area.columns).fill(null));
  for (const { row, column, text } of cells) {
    const line = page[row];
    // One pass: what a person's data itself holds in braces is no field.
    if (line !== undefined)
      line[column] = text.replace(
        TOKEN,
        (whole, inside: string) => FIELDS.get(nameOf(inside))?.text(fields, wording, form) ?? whole,
      );
  }
  return page;
}

/** Cells of a page whose text is longer than there is room for, with the size of letters at which it fits. */
export function smallerLetters(
  { cells }: Template,
  page: readonly (readonly (string | null)[])[],
): readonly { readonly row: number; readonly column: number; readonly fontSize: number }[] {
  return cells.flatMap(({ row, column, look }) => {
    const text = page[row]?.[column] ?? null;
    // Without wrapping a text may run over its neighbours: the office has laid it out so.
    if (text === null || look === undefined || !look.wraps) return [];
    let fontSize = look.fontSize;
    while (fontSize > SMALLEST && heightOf(text, fontSize, look.width) > look.height) fontSize -= 0.5;
    return fontSize < look.fontSize ? [{ row, column, fontSize }] : [];
  });
}

const SMALLEST = 6;
const LINE_HEIGHT = 1.3;
/** Points left and right of a cell's text. */
const AROUND = 6;

/** Estimated: a Chinese character is as wide as its letters are high, others half of that. */
function heightOf(text: string, fontSize: number, width: number): number {
  const room = Math.max(fontSize, width - AROUND);
  const lines = text.split("\n").reduce((total, line) => {
    const length = [...line].reduce(
      (points, letter) => points + ((letter.codePointAt(0) ?? 0) < 0x2000 ? 0.55 : 1) * fontSize,
      0,
    );
    return total + Math.max(1, Math.ceil(length / room));
  }, 0);
  return lines * fontSize * LINE_HEIGHT;
}

const sum = (points: readonly (number | null)[]): number =>
  points.reduce<number>((total, each) => total + (each ?? 0), 0);
const short = (text: string): string => (text.length > 20 ? `${text.slice(0, 20)}…` : text);

function holds(area: Area, row: number, column: number): boolean {
  return row >= area.row && row < area.row + area.rows && column >= area.column && column < area.column + area.columns;
}

function liesIn(inner: PictureFrame, outer: PictureFrame): boolean {
  return (
    inner.top >= outer.top - TOLERANCE &&
    inner.left >= outer.left - TOLERANCE &&
    inner.top + inner.height <= outer.top + outer.height + TOLERANCE &&
    inner.left + inner.width <= outer.left + outer.width + TOLERANCE
  );
}

/** A template to begin with: the notice's form, its blanks as fields. */
export function starterTemplate(form: CertificateForm): OwnSheetPlan {
  const texts: FormTexts = {
    name: "{{姓名}}",
    employer: "{{工作单位}}",
    currentTitle: "{{现有职称}}",
    education: "{{学历}}",
    specialty: "{{申报专业}}",
    level: "{{级别}}",
    fromYear: "{{起始年度}}",
    toYear: "{{截止年度}}",
    count: "{{年数}}",
    certificateNo: "{{证明编号}}",
    registrationNo: "{{登记证书编号}}",
    handler: "{{经办人}}",
    phone: "{{联系电话}}",
    date: "{{日期}}",
    blank: "{{存根}}",
  };
  return pageSheet(TEMPLATE_SHEET, [formContent(texts, form)], form);
}

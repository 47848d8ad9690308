/** A policy as the sheets of a policy workbook: plain data, to be carried out in a file or in Excel. */
import type { Policy } from "../policy/language";
import type { Area } from "../grid/address";
import { HEADER } from "../results/colours";
import type { CellCheck, OwnSheetPlan, PlannedCell, StyledArea } from "../results/plan";
import { gridOf, PAGE_FOOTER } from "../results/table";
import type { WorkbookGrids } from "../submission/grid";
import { VALUES } from "../submission/vocabulary";
import type { Codec } from "./codecs";
import { SHEET_DESIGNS, type SheetDesign } from "./book-sheets";
import { Names } from "./names";
import { cellsOf, NOTE_MARK, titleCell, type Section } from "./sections";
import { conversionTables, OUTCOME_HEADERS, type ConversionTable } from "./sheets/conversion-tables";
import { FACT_OF_WORD, listOfFact, MODES, POLICY_SHEETS, SAYS, TABLE_MARK } from "./words";

const TITLE = { bold: true, fontSize: 13, color: "#1F2937" } as const;
const TABLE_TITLE = { bold: true, fill: "#DCE6F2", color: "#1F2937" } as const;
const NOTE = { color: "#5B6472", fontSize: 9 } as const;
const LINE_POINTS = 16.5;
const MOST_POINTS = 400;
const MARGINS = { top: 42, bottom: 42, left: 30, right: 30 } as const;
const PROMPT = 255;

/** All sheets of the policy's workbook. */
export function policySheets(policy: Policy): readonly OwnSheetPlan[] {
  const names = new Names(policy);
  return SHEET_DESIGNS.map((design) => {
    const page = new Page(design);
    page.about(design.about);
    if (design.name === POLICY_SHEETS.conversions)
      for (const table of conversionTables(policy, names)) page.conversion(table);
    for (const section of design.sections) page.section(section, policy, names);
    if (design.name === POLICY_SHEETS.vocabulary) page.fixedWords();
    return page.plan();
  });
}

/** The same as grids, as they would be read from a file. */
export const policyGrids = (policy: Policy): WorkbookGrids =>
  new Map(policySheets(policy).map((plan) => [plan.name, gridOf(plan)]));

/** Width of a text in half-width characters. */
const widthOf = (text: string): number =>
  [...text].reduce((sum, letter) => sum + (letter.charCodeAt(0) < 0x2000 ? 1 : 2), 0);

/** A sheet under construction, from top to bottom. */
class Page {
  private readonly rows: PlannedCell[][] = [];
  private readonly styles: StyledArea[] = [];
  private readonly merges: { row: number; column: number; rows: number; columns: number }[] = [];
  private readonly checks: CellCheck[] = [];
  private readonly heights = new Map<number, number>();
  private readonly width: number;

  constructor(private readonly design: SheetDesign) {
    this.width = Math.max(
      design.widths.length,
      ...design.sections.map(({ kind, fields }) => (kind === "card" ? 4 : fields.length)),
    );
  }

  private get next(): number {
    return this.rows.length;
  }

  private columnWidth(column: number): number {
    return this.design.widths[column] ?? 14;
  }

  about(text: string): void {
    this.line([`${NOTE_MARK}${text}`], NOTE, this.width);
    this.blank();
  }

  private blank(): void {
    this.rows.push([null]);
  }

  /** A row whose first cell runs over several columns. */
  private line(cells: PlannedCell[], style: StyledArea["style"], across = 1): number {
    const row = this.next;
    this.rows.push(cells);
    const columns = Math.max(across, cells.length);
    this.styles.push({
      row,
      column: 0,
      rows: 1,
      columns,
      style: { ...style, numberFormat: "@", wrap: true, vertical: "center" },
    });
    if (across > 1) {
      this.merges.push({ row, column: 0, rows: 1, columns: across });
      const room = Array.from({ length: across }, (_, at) => this.columnWidth(at)).reduce((sum, each) => sum + each, 0);
      this.heights.set(row, LINE_POINTS * Math.max(1, Math.ceil((widthOf(String(cells[0] ?? "")) * 1.05) / room)));
    }
    return row;
  }

  section(section: Section, policy: Policy, names: Names): void {
    this.line([titleCell(section.title)], TITLE);
    const entries = section.entries(policy);
    if (section.kind === "card") this.card(section, entries[0], names);
    else this.table(section, entries, names);
    this.blank();
  }

  private card({ fields }: Section, entry: Parameters<typeof cellsOf>[0] | undefined, names: Names): void {
    const values = entry === undefined ? fields.map(() => null) : cellsOf(entry, fields, names);
    fields.forEach(({ header, note, codec }, at) => {
      const row = this.body([header, values[at] ?? null, null, note]);
      this.styles.push({ row, column: 0, rows: 1, columns: 1, style: HEADER });
      this.styles.push({ row, column: 3, rows: 1, columns: 1, style: NOTE });
      this.merges.push({ row, column: 1, rows: 1, columns: 2 });
      const room = this.columnWidth(1) + this.columnWidth(2);
      this.fit(row, [header, null, null, note], [[String(values[at] ?? ""), room]]);
      this.check(codec, { row, column: 1, rows: 1, columns: 1 }, header, note);
    });
  }

  private table({ fields }: Section, entries: readonly Parameters<typeof cellsOf>[0][], names: Names): void {
    this.header(fields.map(({ header }) => header));
    this.key(fields.map(({ note }) => note));
    const first = this.next;
    for (const entry of entries) {
      const cells = cellsOf(entry, fields, names);
      this.fit(this.body([...cells]), cells);
    }
    const rows = Math.max(1, entries.length);
    fields.forEach(({ codec, header, note }, column) =>
      this.check(codec, { row: first, column, rows, columns: 1 }, header, note),
    );
  }

  private header(cells: readonly string[]): number {
    const row = this.line([...cells], { ...HEADER, border: "all" });
    this.fit(row, cells);
    return row;
  }

  /** What each column means, below the header; it is not read. */
  private key(notes: readonly string[]): void {
    const cells = notes.map((note, at) => (at === 0 ? `${NOTE_MARK}${note}` : note === "" ? null : note));
    const row = this.line(cells, { ...NOTE, border: "all" });
    this.fit(row, cells, [], 0.85);
  }

  private body(cells: PlannedCell[]): number {
    const row = this.next;
    this.rows.push(cells);
    this.styles.push({
      row,
      column: 0,
      rows: 1,
      columns: cells.length,
      style: { numberFormat: "@", wrap: true, vertical: "top", border: "all" },
    });
    cells.forEach((cell, column) => {
      if (typeof cell === "number")
        this.styles.push({ row, column, rows: 1, columns: 1, style: { numberFormat: "General", horizontal: "left" } });
    });
    return row;
  }

  /** A height in which all of the row's texts can be read. */
  private fit(
    row: number,
    cells: readonly PlannedCell[],
    others: readonly (readonly [text: string, width: number])[] = [],
    scale = 1,
  ): void {
    const lines = [...cells.map((cell, at) => [String(cell ?? ""), this.columnWidth(at)] as const), ...others].map(
      ([text, width]) =>
        text.split("\n").reduce((sum, part) => sum + Math.max(1, Math.ceil((widthOf(part) * scale * 1.08) / width)), 0),
    );
    this.heights.set(row, Math.min(MOST_POINTS, LINE_POINTS * Math.max(1, ...lines)));
  }

  /** A drop-down where the values are a closed list that fits, and a message where there is something to say. */
  private check(codec: Codec, area: Area, header: string, note: string): void {
    const prompt = note === "" ? {} : { prompt: { title: header.slice(0, 32), message: note.slice(0, PROMPT) } };
    const place = LISTS.findIndex(({ words }) => words === codec.choices || sameWords(words, codec.choices));
    const rule: CellCheck["rule"] =
      place < 0 || codec.choices === undefined || codec.choices.length === 0
        ? null
        : {
            kind: "list",
            sheet: POLICY_SHEETS.vocabulary,
            column: FIRST_LIST + place,
            row: 1,
            rows: codec.choices.length,
          };
    if (rule !== null || note !== "") this.checks.push({ ...area, rule, ...prompt });
  }

  conversion(table: ConversionTable): void {
    const { name, mode, clause, header, rows } = table;
    const title = this.line([TABLE_MARK, name, mode, clause], TABLE_TITLE);
    this.styles.push({ row: title, column: 0, rows: 1, columns: this.width, style: TABLE_TITLE });
    this.checks.push({
      row: title,
      column: 2,
      rows: 1,
      columns: 1,
      rule: {
        kind: "list",
        sheet: POLICY_SHEETS.vocabulary,
        column: FIRST_LIST + MODE_LIST,
        row: 1,
        rows: Object.keys(MODES).length,
      },
    });
    const spans = spansOf(header, mode === MODES.checks);
    const columns = Math.max(this.width, ...spans.map(({ column, columns: across }) => column + across));
    const lay = (cells: readonly PlannedCell[], style: StyledArea["style"]): void => {
      const row = this.next;
      const line: PlannedCell[] = Array.from({ length: columns }, () => null);
      const texts: (readonly [string, number])[] = [];
      spans.forEach((span, at) => {
        const cell = cells[at] ?? null;
        line[span.column] = cell;
        const area = { row, column: span.column, rows: 1, columns: span.columns };
        this.styles.push({ ...area, style });
        if (typeof cell === "number")
          this.styles.push({ ...area, style: { numberFormat: "General", horizontal: "left" } });
        if (span.columns > 1) this.merges.push(area);
        const widths = Array.from({ length: span.columns }, (_, across) => this.columnWidth(span.column + across));
        texts.push([String(cell ?? ""), widths.reduce((sum, each) => sum + each, 0)]);
      });
      this.rows.push(line);
      this.fit(row, [], texts);
    };
    lay(header, { ...HEADER, numberFormat: "@", wrap: true, vertical: "center", border: "all" });
    for (const cells of rows) lay(cells, { numberFormat: "@", wrap: true, vertical: "top", border: "all" });
    this.blank();
  }

  /** Words that are fixed, a column a list: drop-downs take them from here. */
  fixedWords(): void {
    LISTS.forEach(({ title, words }, at) => {
      const column = FIRST_LIST + at;
      [title, ...words].forEach((word, row) => {
        const line = (this.rows[row] ??= []);
        while (line.length < column) line.push(null);
        line[column] = word;
      });
      this.styles.push({ row: 0, column, rows: 1, columns: 1, style: { ...HEADER, numberFormat: "@", border: "all" } });
      this.styles.push({
        row: 1,
        column,
        rows: words.length,
        columns: 1,
        style: { numberFormat: "@", border: "all", vertical: "top" },
      });
    });
  }

  plan(): OwnSheetPlan {
    const columns = Math.max(this.width, ...this.rows.map((row) => row.length));
    const isVocabulary = this.design.name === POLICY_SHEETS.vocabulary;
    return {
      name: this.design.name,
      blocks: [
        {
          row: 0,
          column: 0,
          cells: this.rows.map((row) => Array.from({ length: columns }, (_, at) => row[at] ?? null)),
        },
      ],
      styles: this.styles,
      merges: this.merges,
      checks: this.checks,
      columnWidths: Array.from({ length: columns }, (_, column) => ({ column, characters: this.columnWidth(column) })),
      rowHeights: [...this.heights].map(([row, points]) => ({ row, rows: 1, points })),
      hideGridlines: true,
      print: {
        orientation: "landscape",
        paper: "a4",
        fitWidth: true,
        margins: MARGINS,
        footer: PAGE_FOOTER,
        area: { row: 0, column: 0, rows: this.rows.length, columns: isVocabulary ? FIRST_LIST - 1 : columns },
      },
    };
  }
}

/**
 * Columns (0-based) of a table's headers. What rows give stands in the same columns all down the sheet, as long as there are
 * few conditions; the last condition takes the room between.
 */
function spansOf(
  header: readonly string[],
  isChecks: boolean,
): { readonly column: number; readonly columns: number }[] {
  const outcomes: readonly string[] = Object.values(OUTCOME_HEADERS).filter((each) => each !== OUTCOME_HEADERS.also);
  const conditions = isChecks ? 1 : header.filter((each) => !outcomes.includes(each)).length;
  const shift = Math.max(0, conditions - MOST_CONDITIONS);
  const starts = header.map((each, at) => {
    if (at < conditions) return 1 + at;
    const fixed = isChecks ? MOST_CONDITIONS + at : (OUTCOME_COLUMN[each] ?? 0) + shift;
    return conditions === 0 && each === OUTCOME_HEADERS.hours ? 1 : fixed;
  });
  return starts.map((column, at) => ({ column, columns: (starts[at + 1] ?? column + 1) - column }));
}

/** So many conditions have columns left of those of the outcomes. */
const MOST_CONDITIONS = 4;
const OUTCOME_COLUMN: Readonly<Record<string, number | undefined>> = {
  [OUTCOME_HEADERS.hours]: 5,
  [OUTCOME_HEADERS.clause]: 6,
  [OUTCOME_HEADERS.question]: 7,
  [OUTCOME_HEADERS.code]: 8,
};

/** First column (0-based) of 词汇 with fixed words. */
const FIRST_LIST = 4;

interface FixedList {
  readonly title: string;
  readonly words: readonly string[];
}

const sameWords = (a: readonly string[], b: readonly string[] | undefined): boolean =>
  b !== undefined && a.length === b.length && a.every((word, at) => word === b[at]);

/** Every closed list that a cell of the workbook may be chosen from. */
const LISTS: readonly FixedList[] = (() => {
  const lists: FixedList[] = [
    { title: "方式", words: Object.values(MODES) },
    { title: "栏目", words: [...FACT_OF_WORD.keys()] },
    ...[...FACT_OF_WORD].flatMap(([title, fact]) => {
      const list = listOfFact(fact);
      return list === undefined ? [] : [{ title, words: [...list.keys()] }];
    }),
    { title: "是否", words: [SAYS.yes, SAYS.no] },
    { title: "申报级别", words: [...VALUES.targetLevel.keys()] },
    { title: "验证方式", words: [...VALUES.proof.keys()] },
    { title: "学历", words: [...VALUES.education.keys()] },
  ];
  for (const { sections } of SHEET_DESIGNS)
    for (const { fields } of sections)
      for (const { header, codec } of fields) {
        const words = codec.choices;
        if (words !== undefined && words.length > 0 && !lists.some((each) => sameWords(each.words, words)))
          lists.push({ title: header, words });
      }
  return lists;
})();
const MODE_LIST = 0;

/** Reads the sheet 折算, as conversion-tables.ts lays it out, into the conversions of the forms. */
import type { Condition, FactName, Worth } from "../../policy/language";
import type { Place, SheetGrid } from "../../submission/grid";
import { nearest } from "../../submission/text";
import { code, codes, fact, type Written } from "../codecs";
import type { Entry } from "../draft";
import { readCondition, readFormula, readTest } from "../language/read";
import { plain, type Vocabulary } from "../language/vocabulary";
import { cellOf, filledColumns, given, isEmpty, lastRowOf, NOTE_MARK, type Reading } from "../sections";
import { Unreadable } from "../unreadable";
import { FACT_OF_WORD, factWord, MODES, SAYS, TABLE_MARK } from "../words";
import { OUTCOME_HEADERS, CHECK_HEADERS } from "./conversion-tables";

/** Most steps that one form's tables may unfold to. */
const MOST_STEPS = 20_000;

interface Block {
  readonly name: string;
  readonly mode: string;
  readonly place: Place;
  readonly clause: { readonly text: string; readonly place: Place } | null;
  /** Header row (0-based) and the row after the last. */
  readonly header: number;
  readonly end: number;
}

/** Reads the sheet into the forms that have been read. */
export function readConversions(grid: SheetGrid, reading: Reading): void {
  const blocks = blocksOf(grid, reading);
  const forms = Object.keys(reading.raw.forms as Entry);
  const mains = new Map<string, Block>();
  const helpers = new Map<string, Map<string, Block>>();
  for (const block of blocks) {
    const [formName = "", helper] = splitName(block.name);
    const slug = reading.names.forms.slugOf(formName);
    if (slug === undefined) {
      const known = reading.names.forms.all;
      reading.findings.add(
        "word-unknown",
        { ...block.place, column: 1 },
        { found: formName, allowed: known, near: nearest(formName, known) },
      );
    } else if (block.mode === MODES.checks) readChecks(grid, block, slug, reading);
    else if (helper === undefined) {
      if (mains.has(slug)) reading.findings.add("table-twice", { ...block.place, column: 1 }, { found: block.name });
      else mains.set(slug, block);
    } else {
      const own = helpers.get(slug) ?? new Map<string, Block>();
      helpers.set(slug, own);
      if (own.has(plain(block.name)))
        reading.findings.add("table-twice", { ...block.place, column: 1 }, { found: block.name });
      else own.set(plain(block.name), block);
    }
  }
  for (const slug of forms) {
    const main = mains.get(slug);
    if (main === undefined) {
      const place = reading.marks.placeOf(reading.raw, `forms.${slug}`);
      if (place !== null)
        reading.findings.add("form-without-table", place, {
          found: reading.names.forms.nameOf(slug),
          sheet: grid.name,
        });
      continue;
    }
    const form = reading.form(slug) ?? {};
    const conversion = (form.conversion ??= {}) as Entry;
    reading.marks.mark(form, main.place, "conversion");
    reading.marks.mark(conversion, main.place);
    if (main.clause !== null) {
      conversion.clause = main.clause.text;
      reading.marks.mark(conversion, main.clause.place, "clause");
    }
    const tables = new TableReader(grid, slug, helpers.get(slug) ?? new Map<string, Block>(), reading);
    const worth = tables.worthOf(main);
    if (worth !== undefined) conversion.worth = worth;
    reading.marks.mark(conversion, { ...main.place, row: main.header }, "worth");
    for (const block of tables.unused())
      reading.findings.add("table-unused", { ...block.place, column: 1 }, { found: block.name }, "warning");
  }
}

/** `论文·2` → 论文, 2. */
function splitName(name: string): readonly [string, string | undefined] {
  const at = name.search(/[·•・]/u);
  return at < 0 ? [name.trim(), undefined] : [name.slice(0, at).trim(), name.slice(at + 1).trim()];
}

function blocksOf(grid: SheetGrid, reading: Reading): Block[] {
  const titles: number[] = [];
  for (let row = grid.firstRow; row <= lastRowOf(grid); row += 1) {
    const first = cellOf(grid, row, 0);
    if (typeof first === "string" && plain(first) === TABLE_MARK) titles.push(row);
  }
  return titles.flatMap((row, at) => {
    const end = titles[at + 1] ?? lastRowOf(grid) + 1;
    const place: Place = { sheet: grid.name, row, column: 0 };
    const name = cellOf(grid, row, 1);
    const mode = cellOf(grid, row, 2);
    if (isEmpty(name)) {
      reading.findings.add("cell-needed", { ...place, column: 1 }, { header: TABLE_MARK });
      return [];
    }
    const known: readonly string[] = Object.values(MODES);
    const found = known.find((each) => plain(each) === plain(String(mode ?? "")));
    if (found === undefined) {
      reading.findings.add(
        "word-unknown",
        { ...place, column: 2 },
        { found: String(mode ?? ""), allowed: known, near: nearest(String(mode ?? ""), known) },
      );
      return [];
    }
    let header = row + 1;
    while (header < end && (filledColumns(grid, header).length === 0 || isNoteRow(grid, header))) header += 1;
    const clause = given(grid, row, 3, reading.findings);
    return [
      {
        name: String(name),
        mode: found,
        place,
        clause: clause === null ? null : { text: String(clause), place: { ...place, column: 3 } },
        header,
        end,
      },
    ];
  });
}

const isNoteRow = (grid: SheetGrid, row: number): boolean => {
  const first = cellOf(grid, row, 0);
  return typeof first === "string" && first.startsWith(NOTE_MARK);
};

/** Rows of a block with something in them. */
function rowsOf(grid: SheetGrid, { header, end }: Block): number[] {
  const rows: number[] = [];
  for (let row = header + 1; row < end; row += 1)
    if (filledColumns(grid, row).length > 0 && !isNoteRow(grid, row)) rows.push(row);
  return rows;
}

/** Which column of a block is which; unknown headers and headers that stand twice are said. */
function columnsOf(
  grid: SheetGrid,
  block: Block,
  allowed: readonly string[],
  needed: readonly string[],
  reading: Reading,
): ReadonlyMap<string, number> {
  const columns = new Map<string, number>();
  for (const column of filledColumns(grid, block.header)) {
    const found = String(cellOf(grid, block.header, column));
    const header = allowed.find((each) => plain(each) === plain(found));
    if (header !== undefined && !columns.has(header)) columns.set(header, column);
    else
      reading.findings.add(
        "column-unknown",
        { sheet: grid.name, row: block.header, column },
        { found, allowed, near: nearest(found, allowed) },
      );
  }
  for (const header of needed)
    if (!columns.has(header))
      reading.findings.add("column-missing", { sheet: grid.name, row: block.header, column: 0 }, { header });
  return columns;
}

function readChecks(grid: SheetGrid, block: Block, slug: string, reading: Reading): void {
  const headers: readonly string[] = Object.values(CHECK_HEADERS);
  const columns = columnsOf(grid, block, headers, [CHECK_HEADERS.when, CHECK_HEADERS.code], reading);
  const words = reading.names.vocabulary(slug);
  const conversion = ((reading.form(slug) ?? {}).conversion ??= {}) as Entry;
  const checks = (conversion.checks ??= []) as Entry[];
  const readers: readonly (readonly [string, string, (cell: Written) => unknown])[] = [
    ["when", CHECK_HEADERS.when, (cell) => readCondition(String(cell), words)],
    ["code", CHECK_HEADERS.code, (cell) => code.read(cell, reading.names, {})],
    ["of", CHECK_HEADERS.of, (cell) => fact.read(cell, reading.names, {})],
    ["clause", CHECK_HEADERS.clause, String],
  ];
  for (const row of rowsOf(grid, block)) {
    const check: Entry = {};
    for (const [key, header, read] of readers) {
      const column = columns.get(header);
      if (column === undefined) continue;
      const place = { sheet: grid.name, row, column };
      const cell = given(grid, row, column, reading.findings);
      if (cell === null) {
        if (key === "when" || key === "code") reading.findings.add("cell-needed", place, { header });
        continue;
      }
      attempt(place, reading, () => {
        check[key] = read(cell);
        reading.marks.mark(check, place);
        reading.marks.mark(check, place, key);
      });
    }
    checks.push(check);
  }
}

/** Does something that may find a cell unreadable. */
function attempt<T>(place: Place, reading: Reading, work: () => T): T | undefined {
  try {
    return work();
  } catch (error) {
    if (!(error instanceof Unreadable)) throw error;
    reading.findings.unreadable(error, place);
    return undefined;
  }
}

class TableReader {
  private readonly read = new Map<Block, Worth | undefined>();
  private readonly open = new Set<Block>();
  private readonly used = new Set<Block>();
  private readonly sizes = new WeakMap<object, number>();
  private readonly words: Vocabulary;

  constructor(
    private readonly grid: SheetGrid,
    slug: string,
    private readonly helpers: ReadonlyMap<string, Block>,
    private readonly reading: Reading,
  ) {
    this.words = reading.names.vocabulary(slug);
  }

  /** Tables that no formula names. */
  unused(): Block[] {
    return [...this.helpers.values()].filter((block) => !this.used.has(block));
  }

  /** The worth of a table; undefined where it can't be read. */
  worthOf(block: Block): Worth | undefined {
    if (this.read.has(block)) return this.read.get(block);
    this.open.add(block);
    const worth = block.mode === MODES.rows ? this.rows(block) : this.plain(block);
    this.open.delete(block);
    this.read.set(block, worth);
    return worth;
  }

  private lookUp(name: string): Worth {
    const block = this.helpers.get(plain(name));
    if (block === undefined)
      throw new Unreadable(
        "table-unknown",
        name,
        [...this.helpers.values()].map((each) => each.name),
      );
    this.used.add(block);
    if (this.open.has(block)) throw new Unreadable("table-circle", name);
    const worth = this.worthOf(block) ?? 0;
    if (this.sizeOf(worth) > MOST_STEPS) throw new Unreadable("table-too-large", name);
    return worth;
  }

  /** How many steps a worth unfolds to; parts that are shared count each time. */
  private sizeOf(node: unknown): number {
    if (node === null || typeof node !== "object") return 1;
    const known = this.sizes.get(node);
    if (known !== undefined) return known;
    const size = Object.values(node).reduce<number>((sum, part) => sum + this.sizeOf(part), 1);
    this.sizes.set(node, size);
    return size;
  }

  private rows(block: Block): Worth | undefined {
    const { grid, reading } = this;
    const outcomes: readonly string[] = Object.values(OUTCOME_HEADERS);
    const columns = columnsOf(grid, block, [...FACT_OF_WORD.keys(), ...outcomes], [OUTCOME_HEADERS.hours], reading);
    const rows: Entry[] = [];
    for (const row of rowsOf(grid, block)) {
      const made: Entry = {};
      const when = this.when(row, columns);
      const first = { sheet: grid.name, row, column: Math.min(...filledColumns(grid, row)) };
      reading.marks.mark(made, first);
      if (when !== null) {
        made.when = when.condition;
        reading.marks.mark(made, when.place, "when");
        reading.marks.mark(when.condition, when.place);
      }
      const then = this.outcome(row, columns, made);
      if (then !== undefined) made.then = then;
      const clauseColumn = columns.get(OUTCOME_HEADERS.clause);
      if (clauseColumn !== undefined) {
        const clause = given(grid, row, clauseColumn, reading.findings);
        if (clause !== null) {
          made.clause = String(clause);
          reading.marks.mark(made, { ...first, column: clauseColumn }, "clause");
        }
      }
      rows.push(made);
    }
    if (rows.length === 0) {
      reading.findings.add("table-without-rows", { ...block.place, column: 1 }, { found: block.name });
      return undefined;
    }
    const worth = { rows } as unknown as Worth;
    reading.marks.mark(worth, block.place);
    reading.marks.mark(rows, block.place);
    return worth;
  }

  /** The condition of a row, and the first cell of it; null where it has none. */
  private when(
    row: number,
    columns: ReadonlyMap<string, number>,
  ): { readonly condition: Condition; readonly place: Place } | null {
    const { grid, reading, words } = this;
    const condition: { [key in FactName | "any"]?: unknown } = {};
    const places: (readonly [string, Place])[] = [];
    let found = false;
    for (const [header, column] of columns) {
      const name = FACT_OF_WORD.get(header);
      const isAlso = header === OUTCOME_HEADERS.also;
      if (name === undefined && !isAlso) continue;
      const cell = given(grid, row, column, reading.findings);
      if (cell === null) continue;
      const place = { sheet: grid.name, row, column };
      found = true;
      attempt(place, reading, () => {
        const tests: Condition =
          name === undefined ? readCondition(String(cell), words) : { [name]: readTest(name, String(cell), words) };
        for (const [key, test] of Object.entries(tests)) {
          if (key in condition) throw new Unreadable("fact-twice", key === "any" ? SAYS.or : factWord(key as FactName));
          condition[key as FactName] = test;
          places.push([key, place]);
        }
        if (isAlso) places.push(["any", place]);
      });
    }
    if (!found) return null;
    for (const [key, place] of places) reading.marks.mark(condition, place, key);
    const place = places[0]?.[1] ?? { sheet: grid.name, row, column: 0 };
    return { condition: condition as Condition, place };
  }

  private plain(block: Block): Worth | undefined {
    const { grid, reading } = this;
    const { hours, question, code: said } = OUTCOME_HEADERS;
    const columns = columnsOf(grid, block, [hours, question, said], [hours], reading);
    const [row, ...more] = rowsOf(grid, block);
    for (const each of more)
      reading.findings.add(
        "sign-unexpected",
        { sheet: grid.name, row: each, column: 0 },
        {
          found: String(cellOf(grid, each, filledColumns(grid, each)[0] ?? 0)),
          allowed: [MODES.rows],
          near: null,
        },
      );
    if (row === undefined) {
      reading.findings.add("table-without-rows", { ...block.place, column: 1 }, { found: block.name });
      return undefined;
    }
    return this.outcome(row, columns, {});
  }

  /** What a row gives, from its cells 学时, 口径 and 代码. */
  private outcome(row: number, columns: ReadonlyMap<string, number>, holder: Entry): Worth | undefined {
    const { grid, reading } = this;
    const at = (header: string): { readonly place: Place; readonly cell: Written | null } => {
      const column = columns.get(header);
      const place = { sheet: grid.name, row, column: column ?? columns.get(OUTCOME_HEADERS.hours) ?? 0 };
      return { place, cell: column === undefined ? null : given(grid, row, column, reading.findings) };
    };
    const hours = at(OUTCOME_HEADERS.hours);
    const question = at(OUTCOME_HEADERS.question);
    const said = at(OUTCOME_HEADERS.code);
    reading.marks.mark(holder, hours.place, "then");
    if (hours.cell === null) {
      if (columns.has(OUTCOME_HEADERS.hours))
        reading.findings.add("cell-needed", hours.place, { header: OUTCOME_HEADERS.hours });
      return undefined;
    }
    const text = String(hours.cell);
    const note = (worth: Worth | undefined, codeKey: "code" | "error"): void => {
      reading.marks.mark(worth, hours.place);
      reading.marks.mark(worth, said.place, codeKey);
      reading.marks.mark(worth, question.place, "ask");
    };
    if (question.cell !== null) {
      const asked = attempt(question.place, reading, () => this.asked(String(question.cell)));
      if (said.cell === null) reading.findings.add("cell-needed", said.place, { header: OUTCOME_HEADERS.code });
      if (asked === undefined) return undefined;
      const worth = attempt(hours.place, reading, () => ({
        ask: asked.id,
        code: said.cell === null ? "" : codes.read(said.cell, reading.names, {}),
        ...(asked.always ? { always: true } : {}),
        options: this.options(text, asked.id, hours.place),
      })) as Worth | undefined;
      note(worth, "code");
      return worth;
    }
    const error = new RegExp(`^${SAYS.error}\\s*(?:[（(]\\s*(.*?)\\s*[）)])?$`, "u").exec(text.trim());
    if (error !== null) {
      const [, of] = error;
      if (said.cell === null) {
        reading.findings.add("error-without-code", said.place, { found: text });
        return undefined;
      }
      const worth = attempt(hours.place, reading, () => ({
        error: code.read(String(said.cell), reading.names, {}),
        ...(of === undefined ? {} : { of: fact.read(of, reading.names, {}) }),
      })) as Worth | undefined;
      note(worth, "error");
      return worth;
    }
    if (said.cell !== null) reading.findings.add("code-without-use", said.place, { found: String(said.cell) });
    const worth = attempt(hours.place, reading, () => readFormula(text, this.words, (name) => this.lookUp(name)));
    reading.marks.mark(worth, hours.place);
    return worth;
  }

  private asked(cell: string): { readonly id: string; readonly always: boolean } {
    const [, name = cell, mark] = /^(.*?)\s*(?:[（(](.*)[）)])?$/su.exec(cell.trim()) ?? [];
    const { questions } = this.reading.names;
    const id = questions.find((each) => plain(each) === plain(name));
    if (id === undefined) throw new Unreadable("word-unknown", name, questions);
    if (mark !== undefined && plain(mark) !== SAYS.always) throw new Unreadable("word-unknown", mark, [SAYS.always]);
    return { id, always: mark !== undefined };
  }

  /** `按刊印排名：5` a line, each option of the question once. */
  private options(text: string, question: string, place: Place): Record<string, Worth> {
    const { names } = this.reading;
    const known = names.optionNames(question);
    const found = new Map<string, Worth>();
    for (const line of text.split(/\r?\n/u).filter((each) => each.trim() !== "")) {
      // The option's own words may hold a colon: the longest that fits
      const name =
        [...known]
          .sort((a, b) => b.length - a.length)
          .find((each) =>
            new RegExp(`^\\s*${escaped(plain(each))}\\s*:`, "u").test(line.normalize("NFKC").replace(/\s+/gu, "")),
          ) ?? null;
      if (name === null) throw new Unreadable("word-unknown", line.split(/[：:]/u)[0] ?? line, known);
      const slug = names.optionSlug(question, name) ?? name;
      if (found.has(slug)) throw new Unreadable("option-twice", name, known);
      const colons = [...plainColons(name)].length;
      const worth = readFormula(afterColon(line, colons), this.words, (table) => this.lookUp(table));
      this.reading.marks.mark(worth, place);
      found.set(slug, worth);
    }
    const missing = known.filter((each) => !found.has(names.optionSlug(question, each) ?? each));
    if (missing.length > 0) throw new Unreadable("option-missing", missing.join("、"), known);
    return Object.fromEntries(found);
  }
}

const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/gu, "\\$&");
const plainColons = (text: string): RegExpMatchArray | readonly string[] => text.match(/[：:]/gu) ?? [];

/** What comes after so many colons and one more. */
function afterColon(line: string, colons: number): string {
  const parts = line.split(/([：:])/u);
  return parts.slice(2 * (colons + 1)).join("");
}

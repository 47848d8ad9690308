/**
 * Evaluates the formulas that ask the add-in's custom functions, and simple formulas an add-in writes.
 *
 * A pass evaluates every waiting cell; the function calls it runs into go to the page in one push, and their results
 * start the next pass. Batches of the page run meanwhile, as in Excel.
 */
import { type Box, type CellError, type CellValue, formatBox, intersects, isCellError, type Sheet, type Workbook } from "../../book/model/workbook";
import type { Blank, ChangeListener } from "./desk";
import { HostError, Refused } from "./errors";
import { type Node, parseFormula, walk } from "./formula";
import type { FunctionBroker, FunctionCall, FunctionResult } from "./services";
import { generalText } from "./text";
import { isRecord } from "./wire";

type Value = CellValue | CellError;

export interface FunctionParameter {
  readonly name: string;
  readonly type: string;
  readonly matrix: boolean;
  readonly optional: boolean;
  readonly repeating: boolean;
}

export interface FunctionDeclaration {
  readonly id: string;
  readonly name: string;
  readonly parameters: readonly FunctionParameter[];
  readonly requiresAddress: boolean;
  readonly requiresParameterAddresses: boolean;
  readonly streaming: boolean;
}

/** Reads a functions.json; its functions by the name that formulas use. */
export function readDeclarations(json: unknown): Map<string, FunctionDeclaration> {
  const found = new Map<string, FunctionDeclaration>();
  const functions = isRecord(json) && Array.isArray(json.functions) ? (json.functions as unknown[]) : [];
  for (const each of functions) {
    if (!isRecord(each) || typeof each.id !== "string") continue;
    const name = typeof each.name === "string" ? each.name : each.id;
    const options = isRecord(each.options) ? each.options : {};
    const parameters = (Array.isArray(each.parameters) ? (each.parameters as unknown[]) : []).filter(isRecord).map((parameter) => ({
      name: typeof parameter.name === "string" ? parameter.name : "",
      type: typeof parameter.type === "string" ? parameter.type : "any",
      matrix: parameter.dimensionality === "matrix",
      optional: parameter.optional === true,
      repeating: parameter.repeating === true,
    }));
    found.set(name.toUpperCase(), {
      id: each.id.toUpperCase(),
      name,
      parameters,
      requiresAddress: options.requiresAddress === true,
      requiresParameterAddresses: options.requiresParameterAddresses === true,
      streaming: options.stream === true,
    });
  }
  return found;
}

interface Place {
  readonly sheet: Sheet;
  readonly row: number;
  readonly column: number;
}

interface Area {
  readonly sheet: Sheet;
  readonly box: Box;
}

/** Thrown while a cell needs a result that is under way. */
class Pending extends Error {}

const ERRORS: Readonly<Record<number, string>> = { 1: "#N/A", 5: "#DIV/0!", 6: "#NUM!", 7: "#VALUE!", 8: "#NULL!" };

export interface CalculationOptions {
  readonly workbook: Workbook;
  readonly broker: FunctionBroker;
  readonly functions: ReadonlyMap<string, FunctionDeclaration>;
  readonly namespace: string | undefined;
  readonly blank: Blank;
  readonly refuse: (what: string) => void;
  readonly isManual: () => boolean;
}

interface Parsed {
  readonly node: Node | null;
  readonly problem: string | null;
  readonly custom: boolean;
}

export class Calculation implements ChangeListener {
  private readonly parsed = new Map<string, Parsed>();
  private readonly results = new Map<string, FunctionResult>();
  private readonly waiting = new Map<string, Place>();
  private readonly evaluating = new Set<string>();
  /** Refusals already told: a formula is tried again whenever its inputs change. */
  private readonly told = new Set<string>();
  private readonly sheetKeys = new WeakMap<Sheet, number>();
  private changed: Area[] = [];
  private asked = new Map<string, FunctionCall>();
  private timer: ReturnType<typeof setTimeout> | null = null;
  private running: Promise<void> | null = null;
  private nextSheetKey = 1;
  private closed = false;

  constructor(private readonly options: CalculationOptions) {}

  get busy(): boolean {
    return this.timer !== null || this.running !== null;
  }

  close(): void {
    this.closed = true;
    if (this.timer) clearTimeout(this.timer);
    this.timer = null;
  }

  // ---- what the object model tells ----

  formulaWritten(sheet: Sheet, row: number, column: number): void {
    this.waiting.set(this.key({ sheet, row, column }), { sheet, row, column });
    this.schedule();
  }

  cellsChanged(sheet: Sheet, box: Box): void {
    this.changed.push({ sheet, box });
    this.schedule();
  }

  cellsMoved(sheet: Sheet, box: Box): void {
    this.waiting.clear();
    for (const place of this.formulas()) if (this.read(place.formula).custom) this.waiting.set(this.key(place), place);
    this.cellsChanged(sheet, box);
  }

  calculate(): void {
    this.schedule(true);
  }

  valueNow(sheet: Sheet, row: number, column: number): Value | "busy" | undefined {
    const place = { sheet, row, column };
    const formula = sheet.cell(row, column)?.formula;
    if (formula === undefined || !this.waiting.has(this.key(place))) return undefined;
    if (this.read(formula).custom) return "busy";
    try {
      return this.settle(place);
    } catch (error) {
      if (error instanceof Pending) return "busy";
      if (error instanceof HostError) return undefined;
      throw error;
    }
  }

  /** Evaluates every formula that asks a custom function. */
  async recalculate(): Promise<void> {
    for (const place of this.formulas()) if (this.read(place.formula).custom) this.waiting.set(this.key(place), place);
    await this.run();
  }

  /** Runs what is scheduled, whatever the calculation mode. */
  run(): Promise<void> {
    if (this.timer) clearTimeout(this.timer);
    this.timer = null;
    this.running ??= this.passes().finally(() => {
      this.running = null;
      if (this.waiting.size > 0 || this.changed.length > 0) this.schedule();
    });
    return this.running;
  }

  private schedule(always = false): void {
    if (this.closed || this.timer || this.running || (this.options.isManual() && !always)) return;
    // After the batch: evaluation must not hold up the page's own requests.
    this.timer = setTimeout(() => void this.run(), 10);
  }

  private async passes(): Promise<void> {
    for (;;) {
      if (this.closed) return;
      this.spreadChanges();
      this.asked = new Map();
      for (const [key, place] of [...this.waiting]) this.tryCell(key, place);
      if (this.asked.size > 0) {
        const keys = [...this.asked.keys()];
        const calls = [...this.asked.values()];
        await this.options.broker.ready;
        const results = await this.options.broker.callAll(calls);
        keys.forEach((key, index) => {
          const result = results[index];
          if (result) this.results.set(key, result);
        });
      } else if (this.changed.length === 0) return;
    }
  }

  private tryCell(key: string, place: Place): void {
    if (!this.waiting.has(key)) return;
    try {
      this.settle(place);
    } catch (error) {
      if (error instanceof Pending) return;
      this.waiting.delete(key);
      place.sheet.markStale(place.row, place.column);
      if (!(error instanceof HostError)) throw error;
      const formula = place.sheet.cell(place.row, place.column)?.formula;
      // An ordinary formula keeps what it has; only who reads a value that is not there is refused.
      if (formula === undefined || !this.read(formula).custom) return;
      const what = `${this.addressOf(place)} ${error.message}`;
      if (!this.told.has(what)) this.options.refuse(what);
      this.told.add(what);
    }
  }

  /** Evaluates a waiting cell and stores its value. */
  private settle(place: Place): Value {
    const key = this.key(place);
    const cell = place.sheet.cell(place.row, place.column);
    if (cell?.formula === undefined) {
      this.waiting.delete(key);
      return cell?.value ?? null;
    }
    if (this.evaluating.has(key)) throw new Refused(`${cell.formula} refers to itself`);
    this.evaluating.add(key);
    try {
      const { node, problem } = this.read(cell.formula);
      if (!node) throw new HostError("ApiNotFound", problem ?? "cannot be evaluated");
      const value = this.scalar(this.evaluate(node, place));
      // A formula never shows as blank: what refers to a blank cell is 0.
      const shown = value ?? 0;
      this.waiting.delete(key);
      const before = cell.value;
      const same = JSON.stringify(before) === JSON.stringify(shown);
      if (!same || cell.stale) place.sheet.setCachedValue(place.row, place.column, shown);
      if (!same) this.changed.push({ sheet: place.sheet, box: { row: place.row, column: place.column, rows: 1, columns: 1 } });
      return shown;
    } finally {
      this.evaluating.delete(key);
    }
  }

  /** Queues the formulas we evaluate that refer to changed cells, and marks the others as stale. */
  private spreadChanges(): void {
    const changed = this.changed;
    this.changed = [];
    if (changed.length === 0) return;
    const hulls = hullsOf(changed);
    for (const place of this.formulas()) {
      if (this.waiting.has(this.key(place))) continue;
      const { node, custom } = this.read(place.formula);
      if (!node || !this.refersTo(node, place.sheet, hulls) || !this.refersTo(node, place.sheet, changed)) continue;
      if (custom) this.waiting.set(this.key(place), place);
      else place.sheet.markStale(place.row, place.column);
    }
  }

  private refersTo(node: Node, home: Sheet, changed: readonly Area[]): boolean {
    let found = false;
    walk(node, (each) => {
      if (found || each.kind !== "reference") return;
      const sheet = each.sheet === null ? home : this.options.workbook.sheetByName(each.sheet);
      found = changed.some((area) => area.sheet === sheet && intersects(area.box, each.box));
    });
    return found;
  }

  private *formulas(): Generator<Place & { readonly formula: string }> {
    for (const sheet of this.options.workbook.sheets) {
      for (const [row, { cells }] of sheet.rows) {
        for (let column = 0; column < cells.length; column++) {
          const formula = cells[column]?.formula;
          if (formula !== undefined) yield { sheet, row, column, formula };
        }
      }
    }
  }

  private read(formula: string): Parsed {
    let parsed = this.parsed.get(formula);
    if (!parsed) {
      const calls = formula.replace(/"(?:[^"]|"")*"/g, '""').match(/[\p{L}_][\p{L}\p{N}_.]*(?=\()/gu) ?? [];
      const custom = calls.some((name) => this.declaration(name) !== undefined);
      try {
        parsed = { node: parseFormula(formula), problem: null, custom };
      } catch (error) {
        if (!(error instanceof HostError)) throw error;
        parsed = { node: null, problem: error.message, custom };
      }
      this.parsed.set(formula, parsed);
    }
    return parsed;
  }

  asksFunctions(formula: string): boolean {
    return this.read(formula).custom;
  }

  private declaration(called: string): FunctionDeclaration | undefined {
    const dot = called.indexOf(".");
    if (dot <= 0) return undefined;
    const { namespace, functions } = this.options;
    if (namespace !== undefined && called.slice(0, dot).toUpperCase() !== namespace.toUpperCase()) return undefined;
    return functions.get(called.slice(dot + 1).toUpperCase());
  }

  private key({ sheet, row, column }: Place): string {
    let number = this.sheetKeys.get(sheet);
    if (number === undefined) {
      number = this.nextSheetKey++;
      this.sheetKeys.set(sheet, number);
    }
    return `${number}:${row}:${column}`;
  }

  private addressOf({ sheet, row, column }: Place): string {
    return formatBox({ row, column, rows: 1, columns: 1 }, { sheet: sheet.name });
  }

  // ---- evaluation ----

  private evaluate(node: Node, place: Place): Value | Area {
    switch (node.kind) {
      case "literal":
        return node.value;
      case "error":
        return { error: node.error };
      case "reference": {
        const sheet = node.sheet === null ? place.sheet : this.options.workbook.sheetByName(node.sheet);
        return sheet ? { sheet, box: node.box } : { error: "#REF!" };
      }
      case "unary": {
        const value = number(this.scalar(this.evaluate(node.operand, place)));
        if (typeof value !== "number") return value;
        return node.operator === "-" ? -value : value / 100;
      }
      case "binary":
        return binary(node.operator, this.scalar(this.evaluate(node.left, place)), this.scalar(this.evaluate(node.right, place)));
      case "call":
        return this.call(node.name, node.args, place);
    }
  }

  /** A value where one value is wanted: a range must be a single cell. */
  private scalar(value: Value | Area): Value {
    if (!isArea(value)) return value;
    if (value.box.rows * value.box.columns !== 1) throw new Refused("a range where one value is wanted is not implemented");
    return this.cellValue(value.sheet, value.box.row, value.box.column);
  }

  private cellValue(sheet: Sheet, row: number, column: number): Value {
    const cell = sheet.cell(row, column);
    if (!cell) return null;
    if (cell.formula !== undefined) {
      const place = { sheet, row, column };
      if (this.waiting.has(this.key(place))) return this.settle(place);
      if (cell.stale || cell.value === null) throw new Refused(`uses ${this.addressOf(place)}, whose formula ${cell.formula} nobody calculated`);
    }
    return cell.value;
  }

  private cells({ sheet, box }: Area): Value[][] {
    if (box.rows > 100_000) throw new Refused("a whole column as an argument is not implemented");
    return Array.from({ length: box.rows }, (_, i) => Array.from({ length: box.columns }, (__, j) => this.cellValue(sheet, box.row + i, box.column + j)));
  }

  private call(name: string, args: readonly Node[], place: Place): Value {
    const declaration = this.declaration(name);
    if (declaration) return this.callCustom(declaration, args, place);
    const arg = (index: number): Value => {
      const node = args[index];
      return node ? this.scalar(this.evaluate(node, place)) : null;
    };
    switch (name) {
      case "IF": {
        const condition = truth(arg(0));
        if (typeof condition !== "boolean") return condition;
        if (condition) return arg(1) ?? 0;
        return args.length > 2 ? (arg(2) ?? 0) : false;
      }
      case "IFERROR": {
        const value = arg(0);
        return isCellError(value) ? (arg(1) ?? "") : value;
      }
      case "CHAR": {
        const code = number(arg(0));
        if (typeof code !== "number") return code;
        if (code < 1 || code > 127) throw new Refused(`CHAR(${code}) depends on the system and is not implemented`);
        return String.fromCharCode(Math.floor(code));
      }
      case "HYPERLINK":
        return args.length > 1 ? arg(1) : arg(0);
      case "TEXTJOIN":
        return this.textJoin(args, place, arg);
      default:
        throw new Refused(`the function ${name} is not implemented`);
    }
  }

  private textJoin(args: readonly Node[], place: Place, arg: (index: number) => Value): Value {
    const delimiter = text(arg(0));
    const skipEmpty = truth(arg(1));
    if (typeof delimiter !== "string") return delimiter;
    if (typeof skipEmpty !== "boolean") return skipEmpty;
    const parts: string[] = [];
    for (const node of args.slice(2)) {
      const value = this.evaluate(node, place);
      for (const each of isArea(value) ? this.cells(value).flat() : [value]) {
        const part = text(each);
        if (typeof part !== "string") return part;
        if (part !== "" || !skipEmpty) parts.push(part);
      }
    }
    const joined = parts.join(delimiter);
    return joined.length > 32_767 ? { error: "#VALUE!" } : joined;
  }

  // ---- custom functions ----

  private callCustom(declaration: FunctionDeclaration, args: readonly Node[], place: Place): Value {
    if (declaration.streaming) throw new Refused(`the streaming function ${declaration.name} is not implemented`);
    const addresses: string[] = [];
    const { parameters } = declaration;
    if (args.length > parameters.length) throw new Refused(`${declaration.name} takes ${parameters.length} arguments, not ${args.length}`);
    const values = parameters.map((parameter, index) => {
      if (parameter.repeating) throw new Refused(`the repeating parameter ${parameter.name} of ${declaration.name} is not implemented`);
      const node = args[index];
      // An optional argument left out arrives as null, in whatever way blank cells do.
      if (!node) {
        if (!parameter.optional) throw new Refused(`${declaration.name} lacks its argument ${parameter.name}`);
        addresses.push("");
        return null;
      }
      const value = this.evaluate(node, place);
      addresses.push(isArea(value) ? formatBox(value.box, { sheet: value.sheet.name }) : "");
      return this.argument(parameter, value);
    });
    const call: FunctionCall = {
      name: declaration.id,
      args: values,
      address: declaration.requiresAddress ? this.addressOf(place) : null,
      parameterAddresses: declaration.requiresParameterAddresses ? addresses : null,
    };
    const key = JSON.stringify(call);
    const result = this.results.get(key);
    if (result) return outcome(declaration, result);
    this.asked.set(key, call);
    throw new Pending("waits for a custom function");
  }

  private argument(parameter: FunctionParameter, value: Value | Area): unknown {
    if (parameter.matrix) {
      const cells = isArea(value) ? this.cells(value) : [[value]];
      return cells.map((line) => line.map((each) => this.toFunction(parameter, each)));
    }
    if (!isArea(value) && value === null) return null;
    return this.toFunction(parameter, this.scalar(value));
  }

  /** A value as a custom function gets it. What Excel would convert to the parameter's type is refused. */
  private toFunction(parameter: FunctionParameter, value: Value): string | number | boolean | null {
    if (isCellError(value)) throw new Refused(`the error ${value.error} as an argument is not implemented`);
    if (value === null) {
      if (parameter.type === "string") return "";
      return { zero: 0, null: null, empty: "" }[this.options.blank];
    }
    if (parameter.type === "string" && typeof value === "number") return generalText(value);
    if (parameter.type !== "any" && parameter.type !== typeof value) throw new Refused(`a ${typeof value} for the ${parameter.type} ${parameter.name} is not implemented`);
    return value;
  }

  /** Calls a function with ready arguments, outside any formula. */
  async callDirectly(name: string, args: readonly unknown[]): Promise<FunctionResult> {
    const declaration = this.options.functions.get(name.toUpperCase());
    await this.options.broker.ready;
    const [result] = await this.options.broker.callAll([{ name: declaration?.id ?? name.toUpperCase(), args, address: null, parameterAddresses: null }]);
    return result ?? { succeeded: false, value: null, errorCode: 0 };
  }
}

/** One box a sheet around all its changes: most formulas are ruled out by it. */
function hullsOf(changed: readonly Area[]): Area[] {
  const hulls = new Map<Sheet, Box>();
  for (const { sheet, box } of changed) {
    const old = hulls.get(sheet) ?? box;
    const row = Math.min(old.row, box.row);
    const column = Math.min(old.column, box.column);
    hulls.set(sheet, {
      row,
      column,
      rows: Math.max(old.row + old.rows, box.row + box.rows) - row,
      columns: Math.max(old.column + old.columns, box.column + box.columns) - column,
    });
  }
  return [...hulls].map(([sheet, box]) => ({ sheet, box }));
}

function isArea(value: Value | Area): value is Area {
  return typeof value === "object" && value !== null && "box" in value;
}

function outcome(declaration: FunctionDeclaration, { succeeded, value, errorCode }: FunctionResult): Value {
  if (!succeeded) return { error: ERRORS[errorCode ?? 0] ?? "#VALUE!" };
  const one: unknown = Array.isArray(value) && value.length === 1 && Array.isArray(value[0]) && value[0].length === 1 ? (value[0] as unknown[])[0] : value;
  if (typeof one === "string") return one.length > 32_767 ? { error: "#VALUE!" } : one;
  if (typeof one === "number" || typeof one === "boolean") return one;
  throw new Refused(`the result ${JSON.stringify(value).slice(0, 80)} of ${declaration.name} is not implemented`);
}

function number(value: Value): number | CellError {
  if (value === null) return 0;
  if (isCellError(value)) return value;
  if (typeof value === "number") return value;
  if (typeof value === "boolean") return value ? 1 : 0;
  if (/^-?\d+(\.\d+)?$/.test(value)) return Number(value);
  if (/\d/.test(value)) throw new Refused(`reckoning with the text ${JSON.stringify(value)} is not implemented`);
  return { error: "#VALUE!" };
}

function text(value: Value): string | CellError {
  if (value === null) return "";
  if (isCellError(value) || typeof value === "string") return value;
  return typeof value === "boolean" ? (value ? "TRUE" : "FALSE") : generalText(value);
}

function truth(value: Value): boolean | CellError {
  if (typeof value === "string") {
    if (/^(true|false)$/i.test(value)) return value.toLowerCase() === "true";
    return { error: "#VALUE!" };
  }
  if (isCellError(value)) return value;
  return Boolean(value);
}

const RANK: Readonly<Record<string, number>> = { number: 0, string: 1, boolean: 2 };

/** Numbers come before texts and texts before truth values; a blank takes the kind of its partner. */
function compare(left: Exclude<CellValue, null>, right: Exclude<CellValue, null>): number {
  if (typeof left !== typeof right) return (RANK[typeof left] ?? 0) - (RANK[typeof right] ?? 0);
  if (typeof left === "string" && typeof right === "string") {
    const [a, b] = [left.toLowerCase(), right.toLowerCase()];
    return a === b ? 0 : a < b ? -1 : 1;
  }
  return Number(left) - Number(right);
}

const blankLike = (other: CellValue): string | number | boolean => (typeof other === "string" ? "" : typeof other === "boolean" ? false : 0);

function binary(operator: string, left: Value, right: Value): Value {
  if (isCellError(left)) return left;
  if (isCellError(right)) return right;
  if (operator === "&") {
    const [a, b] = [text(left), text(right)];
    return typeof a === "string" && typeof b === "string" ? a + b : { error: "#VALUE!" };
  }
  if (/[=<>]/.test(operator)) {
    const order = compare(left ?? blankLike(right), right ?? blankLike(left));
    if (/[<>]/.test(operator) && operator !== "<>" && order !== 0 && typeof (left ?? right) === "string") throw new Refused("ordering texts depends on the language and is not implemented");
    return { "=": order === 0, "<>": order !== 0, "<": order < 0, ">": order > 0, "<=": order <= 0, ">=": order >= 0 }[operator] ?? { error: "#VALUE!" };
  }
  const [a, b] = [number(left), number(right)];
  if (typeof a !== "number") return a;
  if (typeof b !== "number") return b;
  if (operator === "/" && b === 0) return { error: "#DIV/0!" };
  const result = { "+": a + b, "-": a - b, "*": a * b, "/": a / b, "^": a ** b }[operator] ?? Number.NaN;
  return Number.isFinite(result) ? result : { error: "#NUM!" };
}

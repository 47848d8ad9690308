/** The custom functions that a page declares, and values as they get them. */
import { formatBox, type Sheet } from "../../../book/model/workbook";
import type { Blank } from "../state";
import type { Surroundings } from "../formula/call";
import { Pending } from "../formula/evaluate";
import type { FunctionBroker, FunctionCall, FunctionResult } from "../protocol/services";
import { Refused } from "../protocol/errors";
import {
  type Reference,
  failed,
  isReference,
  isMatrix,
  LONGEST_TEXT,
  type Operand,
  toNumber,
  toText,
  toTruth,
  VALUE,
  type FormulaValue,
} from "../formula/values";
import { isRecord } from "../protocol/host-object";

interface FunctionParameter {
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
  /** The metadata says `allowCustomDataForDataTypeAny`: errors in arguments of type any are handed over as objects. */
  readonly dataTypes: boolean;
}

/** Reads a functions.json; its functions by the name that formulas use. */
export function readDeclarations(json: unknown): Map<string, FunctionDeclaration> {
  const found = new Map<string, FunctionDeclaration>();
  const dataTypes = isRecord(json) && json.allowCustomDataForDataTypeAny === true;
  const functions = isRecord(json) && Array.isArray(json.functions) ? (json.functions as unknown[]) : [];
  for (const each of functions) {
    if (!isRecord(each) || typeof each.id !== "string") continue;
    const name = typeof each.name === "string" ? each.name : each.id;
    const options = isRecord(each.options) ? each.options : {};
    const parameters = (Array.isArray(each.parameters) ? (each.parameters as unknown[]) : [])
      .filter(isRecord)
      .map((parameter) => ({
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
      dataTypes,
    });
  }
  return found;
}

/** An argument as it goes to the page, or the error that is the call's result; with the address it was read from. */
function functionArgument(
  declaration: FunctionDeclaration,
  parameter: FunctionParameter,
  operand: Operand | undefined,
  blank: Blank,
  read: (area: Reference) => FormulaValue[][],
): { readonly value: unknown; readonly address: string } {
  if (parameter.repeating)
    throw new Refused(`the repeating parameter ${parameter.name} of ${declaration.name} is not implemented`);
  // An optional argument left out arrives as null, in whatever way blank cells do.
  if (operand === undefined) {
    if (!parameter.optional) throw new Refused(`${declaration.name} lacks its argument ${parameter.name}`);
    return { value: null, address: "" };
  }
  const address = isReference(operand) ? formatBox(operand.box, { sheet: operand.sheet.name }) : "";
  if (isReference(operand) && operand.box.rows > 100_000)
    throw new Refused("a whole column as an argument is not implemented");
  const cells = isReference(operand) ? read(operand) : isMatrix(operand) ? operand : [[operand]];
  const toPage = cells.map((line) => line.map((each) => convert(declaration, parameter, each, blank)));
  // An error among the arguments is the result: the function is not asked.
  const error = toPage.flat().find((each) => failed(each as FormulaValue));
  if (error !== undefined) return { value: error, address };
  if (parameter.matrix) return { value: toPage, address };
  if (toPage.length !== 1 || toPage[0]?.length !== 1)
    throw new Refused("a range where one value is wanted is not implemented");
  return { value: !isReference(operand) && cells[0]?.[0] === null ? null : toPage[0][0], address };
}

/** An error as office.js types it (Excel.ErrorCellValue). */
interface ErrorCellValue {
  readonly type: "Error";
  readonly basicType: "Error";
  readonly basicValue: string;
  readonly errorType: string;
}

const ERROR_TYPES: Readonly<Record<string, string>> = {
  "#DIV/0!": "Div0",
  "#N/A": "NotAvailable",
  "#NAME?": "Name",
  "#NULL!": "Null",
  "#NUM!": "Num",
  "#REF!": "Ref",
  "#VALUE!": "Value",
};

/** A value as a custom function gets it, turned into the kind that the parameter has. */
function convert(
  { dataTypes }: FunctionDeclaration,
  parameter: FunctionParameter,
  value: FormulaValue,
  blank: Blank,
): FormulaValue | ErrorCellValue {
  if (failed(value))
    return dataTypes && parameter.type === "any"
      ? { type: "Error", basicType: "Error", basicValue: value.error, errorType: ERROR_TYPES[value.error] ?? "Value" }
      : value;
  if (value === null) return parameter.type === "string" ? "" : { zero: 0, null: null, empty: "" }[blank];
  if (parameter.type === "string") return toText(value);
  if (parameter.type === "number") return toNumber(value);
  if (parameter.type === "boolean") return toTruth(value);
  if (parameter.type !== "any") return VALUE;
  return value;
}

export interface CustomFunctionOptions {
  readonly broker: FunctionBroker;
  readonly functions: ReadonlyMap<string, FunctionDeclaration>;
  /** The only namespace whose functions are the page's; any when undefined. */
  readonly namespace: string | undefined;
  readonly blank: Blank;
}

/** Error codes of custom functions. */
const ERRORS: Readonly<Record<number, string>> = { 1: "#N/A", 5: "#DIV/0!", 6: "#NUM!", 7: "#VALUE!", 8: "#NULL!" };

/** The functions of the page, with every result that is known: the same arguments are never asked twice. */
export class CustomFunctions {
  private readonly results = new Map<string, FunctionResult>();
  private asked = new Map<string, FunctionCall>();

  constructor(
    private readonly options: CustomFunctionOptions,
    private readonly valueAt: (sheet: Sheet, row: number, column: number) => FormulaValue,
  ) {}

  /** The function that a formula means by a name such as `CE.HOURS`. */
  declaration(called: string): FunctionDeclaration | undefined {
    const dot = called.indexOf(".");
    if (dot <= 0) return undefined;
    const { namespace, functions } = this.options;
    if (namespace !== undefined && called.slice(0, dot).toUpperCase() !== namespace.toUpperCase()) return undefined;
    return functions.get(called.slice(dot + 1).toUpperCase());
  }

  /** Calls are waiting for the page's answers. */
  get hasCalls(): boolean {
    return this.asked.size > 0;
  }

  /** Forgets the calls that wait for the page. */
  forgetCalls(): void {
    this.asked = new Map();
  }

  /** Asks the page for all results that are wanted, in one message, and remembers them. */
  async callPage(): Promise<void> {
    const { asked } = this;
    await this.options.broker.ready;
    const results = await this.options.broker.callAll([...asked.values()]);
    [...asked.keys()].forEach((key, index) => {
      const result = results[index];
      if (result) this.results.set(key, result);
    });
  }

  /**
   * The result of a call in a formula; undefined when the page has no such function. Throws Pending while nobody has
   * answered a call with these arguments.
   */
  call(name: string, args: readonly (() => Operand)[], around: Surroundings): Operand | undefined {
    const declaration = this.declaration(name);
    if (declaration === undefined) return undefined;
    if (declaration.streaming) throw new Refused(`the streaming function ${declaration.name} is not implemented`);
    const { parameters } = declaration;
    if (args.length > parameters.length)
      throw new Refused(`${declaration.name} takes ${parameters.length} arguments, not ${args.length}`);
    const read = (area: Reference): FormulaValue[][] =>
      Array.from({ length: area.box.rows }, (_, i) =>
        Array.from({ length: area.box.columns }, (__, j) =>
          this.valueAt(area.sheet, area.box.row + i, area.box.column + j),
        ),
      );
    const values: unknown[] = [];
    const addresses: string[] = [];
    for (const [index, parameter] of parameters.entries()) {
      const argument = functionArgument(declaration, parameter, args[index]?.(), this.options.blank, read);
      if (failed(argument.value)) return argument.value;
      values.push(argument.value);
      addresses.push(argument.address);
    }
    const call: FunctionCall = {
      name: declaration.id,
      args: values,
      address: declaration.requiresAddress
        ? formatBox({ row: around.row, column: around.column, rows: 1, columns: 1 }, { sheet: around.sheet.name })
        : null,
      parameterAddresses: declaration.requiresParameterAddresses ? addresses : null,
    };
    const key = JSON.stringify(call);
    const result = this.results.get(key);
    if (result) return outcome(declaration, result);
    this.asked.set(key, call);
    throw new Pending("waits for a custom function");
  }

  /** Calls a function with ready arguments, outside any formula. */
  async callDirectly(name: string, args: readonly unknown[]): Promise<FunctionResult> {
    const declaration = this.options.functions.get(name.toUpperCase());
    await this.options.broker.ready;
    const [result] = await this.options.broker.callAll([
      { name: declaration?.id ?? name.toUpperCase(), args, address: null, parameterAddresses: null },
    ]);
    return result ?? { succeeded: false, value: null, errorCode: 0 };
  }
}

function outcome(declaration: FunctionDeclaration, { succeeded, value, errorCode }: FunctionResult): Operand {
  if (!succeeded) return { error: ERRORS[errorCode ?? 0] ?? "#VALUE!" };
  const one = (each: unknown): FormulaValue => {
    if (typeof each === "string") return each.length > LONGEST_TEXT ? VALUE : each;
    if (typeof each === "number" || typeof each === "boolean") return each;
    throw new Refused(`the result ${JSON.stringify(value).slice(0, 80)} of ${declaration.name} is not implemented`);
  };
  return Array.isArray(value) ? value.map((row: unknown) => (Array.isArray(row) ? row : [row]).map(one)) : one(value);
}

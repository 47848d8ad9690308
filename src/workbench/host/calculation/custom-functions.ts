/** The custom functions that a page declares, and values as they get them. */
import { formatBox } from "../../../book/model/workbook";
import type { Blank } from "../state";
import { Refused } from "../protocol/errors";
import {
  type Area,
  failed,
  isArea,
  isMatrix,
  type Operand,
  toNumber,
  toText,
  toTruth,
  VALUE,
  type Value,
} from "../formula/values";
import { isRecord } from "../protocol/host-object";

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
    });
  }
  return found;
}

/** An argument as it goes to the page, or the error that is the call's result; with the address it was read from. */
export function functionArgument(
  declaration: FunctionDeclaration,
  parameter: FunctionParameter,
  operand: Operand | undefined,
  blank: Blank,
  read: (area: Area) => Value[][],
): { readonly value: unknown; readonly address: string } {
  if (parameter.repeating)
    throw new Refused(`the repeating parameter ${parameter.name} of ${declaration.name} is not implemented`);
  // An optional argument left out arrives as null, in whatever way blank cells do.
  if (operand === undefined) {
    if (!parameter.optional) throw new Refused(`${declaration.name} lacks its argument ${parameter.name}`);
    return { value: null, address: "" };
  }
  const address = isArea(operand) ? formatBox(operand.box, { sheet: operand.sheet.name }) : "";
  if (isArea(operand) && operand.box.rows > 100_000)
    throw new Refused("a whole column as an argument is not implemented");
  const cells = isArea(operand) ? read(operand) : isMatrix(operand) ? operand : [[operand]];
  const toPage = cells.map((line) => line.map((each) => convert(parameter, each, blank)));
  // An error among the arguments is the result: the function is not asked.
  const error = toPage.flat().find(failed);
  if (error !== undefined) return { value: error, address };
  if (parameter.matrix) return { value: toPage, address };
  if (toPage.length !== 1 || toPage[0]?.length !== 1)
    throw new Refused("a range where one value is wanted is not implemented");
  return { value: !isArea(operand) && cells[0]?.[0] === null ? null : toPage[0][0], address };
}

/** A value as a custom function gets it, turned into the kind that the parameter has. */
function convert(parameter: FunctionParameter, value: Value, blank: Blank): Value {
  if (failed(value)) return value;
  if (value === null) return parameter.type === "string" ? "" : { zero: 0, null: null, empty: "" }[blank];
  if (parameter.type === "string") return toText(value);
  if (parameter.type === "number") return toNumber(value);
  if (parameter.type === "boolean") return toTruth(value);
  if (parameter.type !== "any") return VALUE;
  return value;
}

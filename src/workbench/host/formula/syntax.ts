/** Formulas as trees, parsed by fx: what the evaluation and the dependencies work on. */
import { type AstExpression, mergeRefTokens, parse, parseA1Ref, parseStructRef, tokenize } from "@borgar/fx/xlsx";
import { type Area, MAX_COLUMNS, MAX_ROWS } from "../../../book/model/workbook";
import { Refused } from "../protocol/errors";

export type Node =
  | { readonly kind: "literal"; readonly value: string | number | boolean }
  | { readonly kind: "error"; readonly error: string }
  | { readonly kind: "reference"; readonly sheet: string | null; readonly box: Area }
  | { readonly kind: "name"; readonly sheet: string | null; readonly name: string }
  | {
      readonly kind: "table";
      readonly table: string | null;
      readonly columns: readonly string[];
      readonly sections: readonly string[];
    }
  | { readonly kind: "call"; readonly name: string; readonly args: readonly (Node | null)[] }
  | { readonly kind: "unary"; readonly operator: string; readonly operand: Node }
  | { readonly kind: "binary"; readonly operator: string; readonly left: Node; readonly right: Node }
  | { readonly kind: "array"; readonly rows: readonly (readonly Node[])[] };

/** Parses a formula (with its `=`). What is no formula, or has parts that nobody evaluates here, is refused. */
export function parseFormula(formula: string): Node {
  let tree: AstExpression;
  try {
    tree = parse(mergeRefTokens(tokenize(formula, { mergeRefs: false })));
  } catch {
    // What stood on a sheet that is gone reads #REF!A1, which is no formula to any parser.
    if (formula.includes("#REF!")) return { kind: "error", error: "#REF!" };
    throw new Refused(`${formula} cannot be evaluated: it is no formula`);
  }
  return nodeOf(tree, formula);
}

function nodeOf(tree: AstExpression, formula: string): Node {
  const inside = (each: AstExpression): Node => nodeOf(each, formula);
  switch (tree.type) {
    case "Literal":
      return { kind: "literal", value: tree.value as string | number | boolean };
    case "ErrorLiteral":
      return { kind: "error", error: tree.value };
    case "ReferenceIdentifier":
      return referenceOf(tree.value, tree.kind, formula);
    case "UnaryExpression":
      if (tree.operator === "#") break;
      return { kind: "unary", operator: tree.operator, operand: inside(tree.arguments[0] as AstExpression) };
    case "BinaryExpression":
      return {
        kind: "binary",
        operator: tree.operator,
        left: inside(tree.arguments[0] as AstExpression),
        right: inside(tree.arguments[1] as AstExpression),
      };
    case "CallExpression":
      // Newer functions typed with their prefix on file mean the same.
      // the callee of =A1(2) is a reference, whatever the parser's types say
      if ((tree.callee.type as string) !== "Identifier") break;
      return {
        kind: "call",
        name: tree.callee.name.toUpperCase().replace(/^_XLFN\.(_XLWS\.)?/, ""),
        // an argument left out, as in IF(A1,,0), is null whatever the parser's types say
        args: (tree.arguments as readonly (AstExpression | null)[]).map((each) => (each ? inside(each) : null)),
      };
    case "ArrayExpression":
      return { kind: "array", rows: tree.elements.map((row) => row.map((each) => inside(each as AstExpression))) };
    default:
  }
  throw new Refused(`${formula} cannot be evaluated: a ${tree.type} is not implemented`);
}

function referenceOf(text: string, kind: string, formula: string): Node {
  const refuse = (): never => {
    throw new Refused(`${formula} cannot be evaluated: the reference ${text} is not implemented`);
  };
  if (kind === "table") {
    const reference = parseStructRef(text);
    if (reference === undefined || notEmpty(reference.workbookName) !== null) return refuse();
    return {
      kind: "table",
      table: notEmpty(reference.table),
      columns: reference.columns ?? [],
      sections: reference.sections ?? [],
    };
  }
  const reference = parseA1Ref(text, { allowNamed: true });
  if (reference === undefined || notEmpty(reference.workbookName) !== null) return refuse();
  const sheet = notEmpty(reference.sheetName);
  if (sheet?.includes(":") === true) return refuse();
  if ("name" in reference) return { kind: "name", sheet, name: reference.name };
  const { top, left, bottom, right, trim } = reference.range;
  if (trim) return refuse();
  const row = top ?? 0;
  const column = left ?? 0;
  return {
    kind: "reference",
    sheet,
    box: { row, column, rows: (bottom ?? MAX_ROWS - 1) - row + 1, columns: (right ?? MAX_COLUMNS - 1) - column + 1 },
  };
}

const notEmpty = (text: string | undefined): string | null => (text === undefined || text === "" ? null : text);

/** Calls back for a node and everything within it. */
export function walk(node: Node, visit: (node: Node) => void): void {
  visit(node);
  if (node.kind === "call") for (const each of node.args) if (each) walk(each, visit);
  if (node.kind === "unary") walk(node.operand, visit);
  if (node.kind === "binary") {
    walk(node.left, visit);
    walk(node.right, visit);
  }
  if (node.kind === "array") for (const row of node.rows) for (const each of row) walk(each, visit);
}

/** Parses the formulas that are evaluated here: literals, references, operators and calls. Anything else is refused. */
import { parseAddress, type Box } from "../../book/model/workbook";
import { Refused } from "./errors";

export type Node =
  | { readonly kind: "literal"; readonly value: string | number | boolean | null }
  | { readonly kind: "error"; readonly error: string }
  | { readonly kind: "reference"; readonly sheet: string | null; readonly box: Box; readonly text: string }
  | { readonly kind: "call"; readonly name: string; readonly args: readonly Node[] }
  | { readonly kind: "unary"; readonly operator: string; readonly operand: Node }
  | { readonly kind: "binary"; readonly operator: string; readonly left: Node; readonly right: Node };

interface Token {
  readonly kind: "number" | "text" | "word" | "error" | "operator";
  readonly text: string;
}

const REFERENCE = String.raw`(?:(?:'(?:[^']|'')+'|[\p{L}_][\p{L}\p{N}_.]*)!)?\$?[A-Za-z]{1,3}\$?\d+(?::\$?[A-Za-z]{1,3}\$?\d+)?(?![\p{L}\p{N}_(.])`;
const WHOLE = String.raw`(?:(?:'(?:[^']|'')+'|[\p{L}_][\p{L}\p{N}_.]*)!)?(?:\$?[A-Za-z]{1,3}:\$?[A-Za-z]{1,3}|\$?\d+:\$?\d+)(?![\p{L}\p{N}_(.])`;
const TOKEN = new RegExp(
  String.raw`\s*(?:(?<word>${WHOLE}|${REFERENCE}|[\p{L}_\\][\p{L}\p{N}_.]*)|(?<number>\d+(?:\.\d*)?(?:[eE][+-]?\d+)?|\.\d+)|(?<text>"(?:[^"]|"")*")|(?<error>#(?:N/A|VALUE!|REF!|DIV/0!|NUM!|NAME\?|NULL!))|(?<operator><=|>=|<>|[-+*/^&=<>(),%]))`,
  "uy",
);

function tokens(formula: string): Token[] {
  const found: Token[] = [];
  let at = 1;
  while (formula.slice(at).trim() !== "") {
    TOKEN.lastIndex = at;
    const match = TOKEN.exec(formula);
    const [kind, text] = Object.entries(match?.groups ?? {}).find(([, value]) => value !== undefined) ?? [];
    if (!match || !kind || text === undefined) throw new Refused(`${formula} cannot be evaluated at ${JSON.stringify(formula.slice(at, at + 12))}`);
    found.push({ kind: kind as Token["kind"], text });
    at = TOKEN.lastIndex;
  }
  return found;
}

const BINDING: Readonly<Record<string, number>> = { "=": 1, "<>": 1, "<": 1, ">": 1, "<=": 1, ">=": 1, "&": 2, "+": 3, "-": 3, "*": 4, "/": 4, "^": 5 };

class Parser {
  private at = 0;
  constructor(
    private readonly formula: string,
    private readonly list: readonly Token[],
  ) {}

  parse(): Node {
    const node = this.expression(0);
    if (this.at < this.list.length) this.fail();
    return node;
  }

  private fail(): never {
    throw new Refused(`${this.formula} cannot be evaluated at ${JSON.stringify(this.list[this.at]?.text ?? "its end")}`);
  }

  private is(text: string): boolean {
    const token = this.list[this.at];
    return token?.kind === "operator" && token.text === text;
  }

  private take(text: string): boolean {
    const found = this.is(text);
    if (found) this.at++;
    return found;
  }

  private expression(binding: number): Node {
    let left = this.operand();
    for (;;) {
      const token = this.list[this.at];
      const strength = token?.kind === "operator" ? BINDING[token.text] : undefined;
      if (!token || strength === undefined || strength <= binding) return left;
      this.at++;
      left = { kind: "binary", operator: token.text, left, right: this.expression(strength) };
    }
  }

  private operand(): Node {
    let node: Node;
    // A sign binds more tightly than a power in Excel.
    if (this.take("-")) node = { kind: "unary", operator: "-", operand: this.operand() };
    else if (this.take("+")) node = this.operand();
    else if (this.take("(")) {
      node = this.expression(0);
      if (!this.take(")")) this.fail();
    } else node = this.primary();
    while (this.take("%")) node = { kind: "unary", operator: "%", operand: node };
    return node;
  }

  private primary(): Node {
    const token = this.list[this.at];
    if (!token) return this.fail();
    this.at++;
    switch (token.kind) {
      case "number":
        return { kind: "literal", value: Number(token.text) };
      case "text":
        return { kind: "literal", value: token.text.slice(1, -1).replace(/""/g, '"') };
      case "error":
        return { kind: "error", error: token.text };
      case "word":
        return this.word(token.text);
      default:
        this.at--;
        return this.fail();
    }
  }

  private word(text: string): Node {
    if (this.take("(")) return { kind: "call", name: text.toUpperCase(), args: this.args() };
    if (/^(true|false)$/i.test(text)) return { kind: "literal", value: text.toLowerCase() === "true" };
    const address = parseAddress(text);
    if (!address) throw new Refused(`${this.formula} cannot be evaluated: the name ${text} is not implemented`);
    return { kind: "reference", sheet: address.sheet ?? null, box: address.box, text };
  }

  private args(): Node[] {
    const args: Node[] = [];
    if (this.take(")")) return args;
    for (;;) {
      // An argument left out between commas is blank.
      args.push(this.is(",") || this.is(")") ? { kind: "literal", value: null } : this.expression(0));
      if (this.take(")")) return args;
      if (!this.take(",")) this.fail();
    }
  }
}

export function parseFormula(formula: string): Node {
  return new Parser(formula, tokens(formula)).parse();
}

export function walk(node: Node, visit: (node: Node) => void): void {
  visit(node);
  if (node.kind === "call") for (const each of node.args) walk(each, visit);
  else if (node.kind === "unary") walk(node.operand, visit);
  else if (node.kind === "binary") {
    walk(node.left, visit);
    walk(node.right, visit);
  }
}

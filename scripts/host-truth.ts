/**
 * `npm run host:truth`: how far the workbench's host is Excel. Runs every documented behaviour of test/workbench/behaviours
 * through the unmodified office.js and prints the counts; `-- --members` writes docs/host-members.md, every member of
 * Excel's object model by requirement set, implemented or refused.
 */
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { isDeepStrictEqual } from "node:util";
import { format } from "prettier";
import ts from "typescript";
import { emptyWorkbook } from "../src/book/xlsx";
import { Workbench } from "../src/workbench";
import { BEHAVIOURS } from "../test/workbench/behaviours";
import { run as runScript } from "../test/workbench/page-harness";

const ROOT = join(__dirname, "..");
const OBJECTS = join(ROOT, "src/workbench/host/objects");
const TYPES = join(ROOT, "node_modules/@types/office-js/index.d.ts");
const PAGE = join(ROOT, "test/workbench/pages/basic.html");
/** The newest requirement set that the host advertises. */
const NEWEST = 14;
const KINDS: readonly string[] = ["get", "set", "link", "call"];

const sourceOf = (file: string): ts.SourceFile =>
  ts.createSourceFile(file, readFileSync(file, "utf8"), ts.ScriptTarget.Latest, true);

function walk(node: ts.Node, visit: (node: ts.Node) => void): void {
  visit(node);
  node.forEachChild((child) => walk(child, visit));
}

const nameOf = (property: ts.ObjectLiteralElementLike | ts.ClassElement): string =>
  property.name !== undefined && ts.isIdentifier(property.name) ? property.name.text : "";

/** Members of the host's tables in lower case, by type. */
function hostMembers(): ReadonlyMap<string, ReadonlySet<string>> {
  const files = readdirSync(OBJECTS).map((file) => sourceOf(join(OBJECTS, file)));
  const declared = new Map<string, string>();
  for (const file of files) {
    walk(file, (node) => {
      if (!ts.isVariableDeclaration(node) || node.initializer === undefined || !ts.isNewExpression(node.initializer))
        return;
      const [name] = node.initializer.arguments ?? [];
      if (node.initializer.expression.getText() === "DeclaredType" && name !== undefined && ts.isStringLiteral(name))
        declared.set(node.name.getText(), name.text);
    });
  }
  const members = new Map<string, Set<string>>();
  for (const file of files) {
    walk(file, (node) => {
      if (!ts.isObjectLiteralExpression(node)) return;
      const type = typeOf(node, declared);
      if (type === undefined) return;
      const own = members.get(type) ?? new Set<string>();
      members.set(type, own);
      for (const property of node.properties) {
        if (!ts.isPropertyAssignment(property) || !KINDS.includes(nameOf(property))) continue;
        if (!ts.isObjectLiteralExpression(property.initializer)) continue;
        for (const member of property.initializer.properties) own.add(nameOf(member).toLowerCase());
      }
      if (node.properties.some((property) => nameOf(property) === "items")) own.add("items");
    });
  }
  return members;
}

/** The type that a table describes: by its name, or by the declared type that it defines. */
function typeOf(table: ts.ObjectLiteralExpression, declared: ReadonlyMap<string, string>): string | undefined {
  if (!table.properties.some((property) => KINDS.includes(nameOf(property)))) return undefined;
  const { parent } = table;
  if (ts.isCallExpression(parent) && ts.isPropertyAccessExpression(parent.expression))
    return declared.get(parent.expression.expression.getText());
  const name = table.properties.find((property) => nameOf(property) === "name");
  return name !== undefined && ts.isPropertyAssignment(name) && ts.isStringLiteral(name.initializer)
    ? name.initializer.text
    : undefined;
}

interface Member {
  readonly type: string;
  readonly name: string;
  /** 14 for ExcelApi 1.14. */
  readonly since: number;
}

/** Members of office.js up to the newest set, as its type declarations name them; what every object has is left out. */
function officeMembers(): Member[] {
  const found = new Map<string, Member>();
  walk(sourceOf(TYPES), (node) => {
    if (!ts.isClassDeclaration(node) || node.name === undefined || !isInExcel(node)) return;
    for (const member of node.members) {
      const name = nameOf(member);
      const since = /\[Api set: ExcelApi 1\.(\d+)/.exec(member.getFullText())?.[1];
      if (since === undefined || ["load", "set", "toJSON", "track", "untrack", "context"].includes(name)) continue;
      if (Number(since) <= NEWEST && !name.startsWith("on"))
        found.set(`${node.name.text}.${name}`, { type: node.name.text, name, since: Number(since) });
    }
  });
  return [...found.values()];
}

function isInExcel(node: ts.Node): boolean {
  for (let at: ts.Node = node; !ts.isSourceFile(at); at = at.parent)
    if (ts.isModuleDeclaration(at) && at.name.text === "Excel") return true;
  return false;
}

async function writeMembers(): Promise<void> {
  const host = hostMembers();
  const members = officeMembers();
  const isIn = ({ type, name }: Member): boolean => host.get(type)?.has(name.toLowerCase()) === true;
  const lines = [
    "# Members of the host",
    "",
    "Written by `npm run host:truth -- --members` from the type declarations of office.js and the host's tables: every method and",
    "property up to ExcelApi 1.14, by the set that its declaration names. What is refused answers ApiNotFound and is in the log. Events are left out.",
  ];
  for (let since = 1; since <= NEWEST; since++) {
    const own = members.filter((member) => member.since === since);
    const names = (which: readonly Member[]): string =>
      which.length === 0 ? "none" : which.map(({ type, name }) => `${type}.${name}`).join(", ");
    const [there, refused] = [own.filter(isIn), own.filter((member) => !isIn(member))];
    lines.push("", `## ExcelApi 1.${since}`, "", `Implemented (${there.length}): ${names(there)}.`);
    lines.push("", `Refused (${refused.length}): ${names(refused)}.`);
  }
  const file = join(ROOT, "docs/host-members.md");
  writeFileSync(file, await format(lines.join("\n"), { parser: "markdown", printWidth: 120 }));
  process.stdout.write(
    `members up to ExcelApi 1.${NEWEST}: ${members.filter(isIn).length} of ${members.length} implemented\n`,
  );
}

async function runBehaviours(): Promise<void> {
  let held = 0;
  let all = 0;
  for (const [topic, cases] of Object.entries(BEHAVIOURS)) {
    for (const each of cases) {
      const workbook = emptyWorkbook();
      each.given?.(workbook);
      const clock = (): Date => new Date();
      const workbench = await Workbench.open({ page: PAGE, workbook, clock, ...each.options });
      await workbench.window.eval("window.ready");
      const result = await runScript(workbench, each.script);
      workbench.close();
      all++;
      if (isDeepStrictEqual(result, each.expected)) held++;
      else process.stdout.write(`${topic}: ${each.behaviour}: ${JSON.stringify(result)} (${each.source})\n`);
    }
  }
  process.stdout.write(`documented behaviours: ${held} of ${all} held\n`);
}

async function main(): Promise<void> {
  await runBehaviours();
  if (process.argv.includes("--members")) await writeMembers();
}

void main();

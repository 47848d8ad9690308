/** Words have one home: sentences in Chinese stand in the rooms below, and nowhere else in the product. */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import ts from "typescript";

const SRC = join(__dirname, "../../src");

/** Rooms of words: the notices', the messages', the contract's headers and labels, and what is written into workbooks. */
const HOMES =
  /^(?:policy|policy-book|messages|papers|send-back|certificates|results|rounds)\/|^submission\/(?:vocabulary|headers)|(?:strings|words)\.tsx?$/;

/** Files, and folders by a slash at the end, with Chinese text of another kind, and why. */
const EXCEPTIONS: ReadonlyMap<string, string> = new Map([
  ["cli/review.ts", "the name that signs the sample's decisions, written into its workbook"],
  ["cli/trust.ts", "who confirmed, written into the workbook"],
  ["excel/live/sign-typed.ts", "headers of sheets"],
  ["excel/write/cell-operations.ts", "a validation's message, written into the workbook"],
  ["in-memory/cells.ts", "a validation's message, written into the workbook"],
  ["excel/actions/certificates.ts", "the name of a sheet"],
  ["excel/actions/preview-decisions.ts", "what the Chinese failure asks for"],
  ["excel/actions/second-round.ts", "what the Chinese failure asks for"],
  ["excel/actions/self-check/", "texts that Excel is tried with; none is shown"],
  ["functions/functions.ts", "values of functions, which stand in cells"],
  ["review/", "headers, names of sheets and of the contract that a finding names"],
  ["submission/", "headers, labels and units of the contract"],
  ["trust/", "headers, and words that are written into the workbook"],
  ["taskpane/actions/", "an action's words stand beside it, in both languages"],
  ["taskpane/certificates/certificate-styles.ts", "names of fonts"],
  ["taskpane/certificates/preview.tsx", "names of fonts"],
  ["taskpane/certificates/certificate-view.ts", "an invented person on the preview of a certificate"],
  ["workbench/browser/host.ts", "the tab that Excel in Chinese shows"],
  ["workbench/host/user/typed.ts", "number formats of Excel in Chinese"],
]);

/** Texts with Han characters in a file's code; comments are left out. */
function textsOf(file: string): readonly string[] {
  const source = ts.createSourceFile(file, readFileSync(join(SRC, file), "utf8"), ts.ScriptTarget.Latest, true);
  const found: string[] = [];
  const visit = (node: ts.Node): void => {
    if (
      (ts.isStringLiteralLike(node) || ts.isTemplateHead(node) || ts.isTemplateMiddleOrTemplateTail(node)) &&
      /\p{Script=Han}/u.test(node.text)
    )
      found.push(node.text);
    else if (ts.isJsxText(node) && /\p{Script=Han}/u.test(node.text)) found.push(node.text.trim());
    ts.forEachChild(node, visit);
  };
  visit(source);
  return found;
}

const isOf = (file: string, known: string): boolean => (known.endsWith("/") ? file.startsWith(known) : file === known);

const files = readdirSync(SRC, { recursive: true, encoding: "utf8" })
  .map((file) => file.replaceAll("\\", "/"))
  .filter((file) => /\.tsx?$/.test(file) && !HOMES.test(file));

test("Chinese text stands in its homes, or in a file that has a reason", () => {
  expect(files.length).toBeGreaterThan(150);
  const strays = files
    .filter((file) => ![...EXCEPTIONS.keys()].some((known) => isOf(file, known)))
    .map((file) => ({ file, texts: textsOf(file) }));
  expect(strays.filter(({ texts }) => texts.length > 0)).toEqual([]);
});

test.each([...EXCEPTIONS])("%s is still an exception: %s", (known) => {
  expect(files.filter((file) => isOf(file, known)).flatMap(textsOf)).not.toEqual([]);
});

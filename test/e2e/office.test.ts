/** Every Office call goes through the unmodified office.js, and what ran is what is in dist/. */
import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import type { Workbook } from "../../src/book/model/workbook";
import { closeHarnesses, AddinHarness, openFile, PAGE, ROOT, workbookOfTables } from "./addin-harness";

/** Every file that was handed to a page, with the bytes as they were handed over. */
const mockServed: { readonly file: string; readonly bytes: Buffer }[] = [];

jest.mock("../../src/workbench/frame/files", () => {
  const actual = jest.requireActual<typeof import("../../src/workbench/frame/files")>(
    "../../src/workbench/frame/files",
  );
  return {
    ...actual,
    readBytes: (file: string): Buffer => {
      const bytes = actual.readBytes(file);
      mockServed.push({ file, bytes });
      return bytes;
    },
  };
});

const OFFICE = join(dirname(require.resolve("@microsoft/office-js/package.json")), "dist");
const DIST = join(ROOT, "dist");
const hash = (bytes: Buffer | string): string => createHash("sha256").update(bytes).digest("hex");

afterEach(() => {
  closeHarnesses();
  mockServed.length = 0;
});

test("the page is dist/taskpane.html with office.js and the bundle, byte for byte, and nothing else", async () => {
  const harness = await AddinHarness.open(workbookOfTables({}));
  await harness.review();
  const { document } = harness.workbench.window;
  const scripts = [...document.querySelectorAll("script")];
  expect(scripts.filter((script) => script.src === "" && script.textContent.trim() !== "")).toEqual([]);

  const html = readFileSync(PAGE, "utf8");
  const own = [...html.matchAll(/<script[^>]*src="?([^" >]+)/g)].map(([, src = ""]) => src);
  expect(own).toEqual(["https://appsforoffice.microsoft.com/lib/1/hosted/office.js", "taskpane.js"]);

  const ran = mockServed.filter(({ file }) => file.endsWith(".js"));
  const places = ran.map(({ file }) =>
    file.startsWith(OFFICE) ? `office:${relative(OFFICE, file)}` : `dist:${relative(DIST, file)}`,
  );
  expect(places.filter((place) => place.startsWith("dist:"))).toEqual(["dist:taskpane.js"]);
  expect(places).toContain("office:office.js");
  // Whatever else was loaded is of the package too, and none of it was changed on its way.
  expect(ran.filter(({ file, bytes }) => hash(bytes) !== hash(readFileSync(file)))).toEqual([]);
});

test("Excel, Office and CustomFunctions of the page are those of the package", async () => {
  const harness = await AddinHarness.open(workbookOfTables({}));
  const { window } = harness.workbench;
  const sources = readdirSync(OFFICE)
    .filter((name) => /^(office|excel-.*|custom-functions-runtime)\.js$/.test(name))
    .map((name) => readFileSync(join(OFFICE, name), "utf8"));
  const members = [
    "Excel.run",
    "Excel.RequestContext",
    "Excel.Workbook",
    "Excel.Range",
    "Excel.Worksheet",
    "OfficeExtension.ClientRequestContext",
    "Office.onReady",
    "CustomFunctions.associate",
  ];
  const foreign = members.filter((member) => {
    const text = window.eval(
      `typeof ${member} === "function" ? Function.prototype.toString.call(${member}) : ""`,
    ) as string;
    return text === "" || !sources.some((source) => source.includes(text));
  });
  expect(foreign).toEqual([]);
  // The way of a call: the context's methods, too, are the package's own.
  const sync = window.eval(
    "Function.prototype.toString.call(OfficeExtension.ClientRequestContext.prototype.sync)",
  ) as string;
  expect(sources.some((source) => source.includes(sync))).toBe(true);
});

test("the bundle defines no Excel or Office of its own and posts nothing to the host by itself", () => {
  const bundle = readFileSync(join(DIST, "taskpane.js"), "utf8");
  const names = "(?:Excel|Office|OfficeExtension|OfficeRuntime|CustomFunctions)";
  const definitions = [
    new RegExp(`(?:window|self|globalThis|global)(?:\\.${names}|\\["${names}"\\])\\s*=[^=]`),
    new RegExp(`\\b(?:var|let|const|function|class)\\s+${names}\\b`),
    new RegExp(`[,;{]${names}=[^=]`),
    /_messageType|osfrichapi|ContextActivationManager|executeRichApiRequest/,
  ];
  expect(definitions.map((definition) => definition.exec(bundle)?.[0] ?? null)).toEqual(definitions.map(() => null));
  expect(bundle).toContain("Excel.run");
  expect(bundle).toContain("CustomFunctions.associate");
});

/** Everything of a workbook but the values that Excel itself calculates. */
function stateOf(workbook: Workbook): string {
  const cells = workbook.sheets.flatMap((sheet) =>
    [...sheet.rows].flatMap(([row, line]) => [
      [sheet.name, row, line.height, line.hidden, line.style],
      ...line.cells.map((cell, column) =>
        cell === undefined ? null : [column, cell.formula ?? cell.value, cell.style],
      ),
    ]),
  );
  const sheets = workbook.sheets.map(({ name, columns, merges, tables, autoFilter, freeze, page, validations }) => ({
    name,
    columns,
    merges,
    tables,
    autoFilter,
    freeze,
    page,
    validations,
  }));
  return hash(JSON.stringify([cells, sheets, workbook.definedNames.map(({ name, formula }) => [name, formula])]));
}

test("a workbook changes within recorded requests only", async () => {
  const harness = await AddinHarness.open(openFile("test/golden/example/submission.xlsx"));
  const start = stateOf(harness.workbook);
  let last = start;
  let changing = 0;
  const between: number[] = [];
  harness.onRequest((index) => {
    const before = stateOf(harness.workbook);
    if (before !== last) between.push(index);
    // The host answers within this turn: right after it, the state is what the request made of it.
    queueMicrotask(() => {
      last = stateOf(harness.workbook);
      if (last !== before) changing += 1;
    });
    return null;
  });
  await harness.review();
  expect(between).toEqual([]);
  expect(changing).toBeGreaterThan(0);
  expect(last).not.toBe(start);
  expect(stateOf(harness.workbook)).toBe(last);
  expect(harness.workbench.traffic.filter(({ kind }) => kind === "batch").length).toBeGreaterThan(changing);

  // And no request, no change: with all of them refused the workbook stays as it is.
  const silent = await AddinHarness.open(openFile("test/golden/example/submission.xlsx"));
  const untouched = stateOf(silent.workbook);
  silent.onRequest(() => 5001);
  await expect(silent.review()).rejects.toThrow();
  expect(stateOf(silent.workbook)).toBe(untouched);
});

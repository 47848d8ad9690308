/** The local server of 批量审核: files in, a batch, results out, and nobody else's pages. */
import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { unzipSync } from "fflate";
import { PATHS, TOKEN_HEADER, type BatchSetup, type BatchState, type StartOptions } from "../../src/batch-page/wire";
import { openWorkbook, saveWorkbook } from "../../src/book/xlsx";
import { startPageServer, type RunningPage } from "../../src/cli/batch/page-server";
import { ROOT, workbookOfTables } from "./addin-harness";

jest.setTimeout(60_000);

let folder = "";
let page: RunningPage;
let token = "";
const environment = process.env;

beforeAll(async () => {
  process.env = { ...environment, XDG_CONFIG_HOME: join(ROOT, ".cache/test-office") };
  folder = mkdtempSync(join(tmpdir(), "batch-page-"));
  page = await startPageServer({
    port: 0,
    built: join(ROOT, "src/batch-page"),
    folder: join(folder, "desk"),
    ledger: join(folder, "ledger.xlsx"),
    language: "zh",
    today: () => "2018-09-01",
    clock: () => 0,
  });
  token = ((await (await ask(PATHS.setup)).json()) as BatchSetup).token;
});
afterAll(async () => {
  await page.close();
  rmSync(folder, { recursive: true, force: true });
  process.env = environment;
});

const ask = (path: string, init: RequestInit = {}): Promise<Response> => fetch(new URL(path, page.url), init);
const post = (path: string, body: BodyInit = "", key = token): Promise<Response> =>
  ask(path, { method: "POST", body, headers: { [TOKEN_HEADER]: key } });
const state = async (): Promise<BatchState> => (await (await ask(PATHS.state)).json()) as BatchState;
const OPTIONS: StartOptions = { policy: null, adoptBy: null, certificates: false, firstNumber: null, trust: false };

async function ended(): Promise<BatchState> {
  for (;;) {
    const now = await state();
    if (now.phase !== "running") return now;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

test("files are taken in, reviewed, and handed out", async () => {
  const workbook = saveWorkbook(workbookOfTables({}));
  for (const name of ["甲.xlsx", "县区/乙.xlsx"])
    expect((await post(`${PATHS.file}?name=${encodeURIComponent(name)}`, Buffer.from(workbook))).status).toBe(200);
  expect((await state()).files).toEqual(["县区/乙.xlsx", "甲.xlsx"]);
  await post(PATHS.start, JSON.stringify(OPTIONS));
  expect((await post(`${PATHS.file}?name=a.xlsx`, "x")).status).toBe(409);
  const { phase, summary } = await ended();
  expect(phase).toBe("done");
  expect(summary?.files.map(({ file, exit }) => [file, exit])).toEqual([
    ["县区/乙.xlsx", 0],
    ["甲.xlsx", 0],
  ]);
  const result = await ask(`${PATHS.result}?file=${encodeURIComponent("县区/乙.xlsx")}`);
  expect(openWorkbook(new Uint8Array(await result.arrayBuffer())).sheetByName("年度汇总")).toBeDefined();
  const zip = unzipSync(new Uint8Array(await (await ask(PATHS.all)).arrayBuffer()));
  expect(Object.keys(zip).sort()).toEqual(["out/县区/乙.xlsx", "out/甲.xlsx", "summary.xlsx"]);
  expect((await ask(PATHS.summary)).status).toBe(200);

  await post(PATHS.clear);
  expect((await state()).files).toEqual([]);
  expect((await ask(PATHS.summary)).status).toBe(404);
});

test.each([
  ["a change without the token", () => post(PATHS.clear, "", "guess"), 403],
  ["a name that leads out of the folder", () => post(`${PATHS.file}?name=..%2F..%2Fx.xlsx`, "x"), 400],
  ["an absolute name", () => post(`${PATHS.file}?name=%2Ftmp%2Fx.xlsx`, "x"), 400],
  ["a result outside of the results", () => ask(`${PATHS.result}?file=..%2Fin%2Fa.xlsx`), 400],
  ["options of another shape", () => post(PATHS.start, '{"policy":"no such"}'), 400],
  ["options that are none", () => post(PATHS.start, "{"), 400],
  ["a page that is not there", () => ask("/..%2f..%2fpackage.json"), 404],
  ["a change that is not known", () => post("/drop"), 404],
])("%s is refused", async (_, request, status) => {
  expect((await request()).status).toBe(status);
  expect(existsSync(join(folder, "x.xlsx"))).toBe(false);
});

test("the page names no other address, and may be framed by nobody", async () => {
  const { headers } = await ask("/");
  expect(headers.get("content-security-policy")).toMatch(/default-src 'self'.*frame-ancestors 'none'/);
});

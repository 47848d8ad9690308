/** The command: exit codes and what it writes. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { main } from "../../src/workbench/cli/workbench";
import { openWorkbook } from "../../src/book/xlsx";

const pages = join(__dirname, "pages");
let folder = "";
beforeEach(() => void (folder = mkdtempSync(join(tmpdir(), "workbench-"))));
afterEach(() => rmSync(folder, { recursive: true }));

async function command(...args: string[]): Promise<{ code: number; lines: string[] }> {
  const lines: string[] = [];
  return { code: await main(args, (line) => lines.push(line)), lines };
}

it("runs a page and writes workbook and log", async () => {
  const [out, json] = [join(folder, "out.xlsx"), join(folder, "log.json")];
  expect(await command("--page", join(pages, "run.html"), "--out", out, "--json", json)).toEqual({
    code: 0,
    lines: [],
  });
  expect(openWorkbook(readFileSync(out)).activeSheet.value(0, 0)).toBe("完成");
  const log = JSON.parse(readFileSync(json, "utf8")) as Record<string, unknown>;
  expect(Object.keys(log)).toEqual(["roundTrips", "requestBytes", "responseBytes", "errors", "refused", "console"]);
  expect(log).toMatchObject({ roundTrips: 2, errors: [], refused: [], console: ["log: done"] });
});

it("counts errors the page caught, errors it did not, and requests to the outside", async () => {
  const json = join(folder, "log.json");
  const { code } = await command("--page", join(pages, "bad.html"), "--json", json);
  const log = JSON.parse(readFileSync(json, "utf8")) as {
    errors: { code: string; statement: string }[];
    refused: string[];
  };
  expect(code).toBe(1);
  expect(log.errors.map((error) => error.code).sort()).toEqual(["ItemNotFound", "PageError"]);
  expect(log.refused).toEqual([expect.stringContaining("https://elsewhere.example/x.js")]);
});

it("says in one line each why a page cannot be run", async () => {
  const broken = join(folder, "broken.xlsx");
  writeFileSync(broken, "no zip");
  expect((await command()).code).toBe(2);
  expect((await command("--nonsense")).lines).toHaveLength(1);
  expect((await command("--page", "nowhere.html", "--workbook", "nowhere.xlsx")).lines).toHaveLength(2);
  expect(await command("--page", join(pages, "run.html"), "--workbook", broken)).toMatchObject({
    code: 2,
    lines: [expect.any(String)],
  });
  expect((await command("--page", join(pages, "run.html"), "--timeout", "bald")).code).toBe(2);
});

/**
 * What leaves the office opens elsewhere: the frozen copy in LibreOffice, with annotations, sums and certificates in place.
 * Needs `soffice`; skipped, and said to be, where it is not installed.
 */
import { execFileSync, spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { openWorkbook } from "../../src/book/xlsx";
import type { Workbook } from "../../src/book/model/workbook";

const ROOT = join(__dirname, "../..");
const hasLibreOffice = spawnSync("soffice", ["--version"]).status === 0;
if (!hasLibreOffice)
  process.stderr.write("skipped: soffice is not installed (apt-get install libreoffice-calc fonts-noto-cjk)\n");
const withLibreOffice = hasLibreOffice ? describe : describe.skip;

const texts = (workbook: Workbook, name: string): Map<string, unknown> => {
  const sheet = workbook.sheetByName(name);
  const box = sheet?.usedBox(true);
  const found = new Map<string, unknown>();
  if (!sheet || !box) return found;
  for (let row = box.row; row < box.row + box.rows; row++) {
    for (let column = box.column; column < box.column + box.columns; column++) {
      const value = sheet.value(row, column);
      // LibreOffice writes numbers with 15 digits; the id typed as a number has more, which is that row's point.
      if (value !== null && value !== "")
        found.set(`${row},${column}`, typeof value === "number" ? Number(value.toPrecision(12)) : value);
    }
  }
  return found;
};

withLibreOffice("the frozen copy in LibreOffice", () => {
  const folder = mkdtempSync(join(tmpdir(), "libreoffice-"));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  test("keeps every value of every sheet", () => {
    const tsx = join(ROOT, "node_modules/.bin/tsx");
    execFileSync(
      tsx,
      [
        join(ROOT, "src/cli/review.ts"),
        join(ROOT, "assets/sample/submission.xlsx"),
        "--out",
        join(folder, "out.xlsx"),
        "--adopt-provisional",
        "样例审核人",
        "--certificates",
      ],
      { stdio: "pipe" },
    );
    execFileSync(
      "soffice",
      [
        "--headless",
        `-env:UserInstallation=file://${folder}/profile`,
        "--convert-to",
        "xlsx:Calc MS Excel 2007 XML",
        "--outdir",
        join(folder, "again"),
        join(folder, "out.frozen.xlsx"),
      ],
      { stdio: "pipe" },
    );
    const ours = openWorkbook(readFileSync(join(folder, "out.frozen.xlsx")));
    const theirs = openWorkbook(readFileSync(join(folder, "again/out.frozen.xlsx")));
    expect(theirs.sheets.map((sheet) => sheet.name)).toEqual(ours.sheets.map((sheet) => sheet.name));
    for (const { name } of ours.sheets)
      expect({ name, cells: [...texts(theirs, name)] }).toEqual({ name, cells: [...texts(ours, name)] });
    expect([...texts(theirs, "合格证明").values()].filter((value) => String(value).includes("特此证明")).length).toBe(
      23,
    );
    expect([...texts(theirs, "学时记录").values()]).toContain("不予认定");
  });
});

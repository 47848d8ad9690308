/**
 * Certificates printed: the pages that LibreOffice makes of the workbook, one a person, on A4 landscape.
 * Needs `soffice` and poppler's `pdftotext`; skipped, and said to be, where they are missing. CE_KEEP_PRINTS=folder keeps the PDFs.
 */
import { execFileSync, spawnSync } from "node:child_process";
import { copyFileSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Workbook } from "../../src/book/model/workbook";
import { openWorkbook, saveWorkbook } from "../../src/book/xlsx";
import { withPicture } from "../support/picture";
import { submissionGrids } from "../support/submission";
import { closeHarnesses, AddinHarness, sheetOf, workbookOf } from "./addin-harness";
import { officeSettings } from "../support/office";

const tools = ["soffice", "pdftotext"].filter((tool) => spawnSync("sh", ["-c", `command -v ${tool}`]).status !== 0);
if (tools.length > 0)
  process.stderr.write(
    `skipped: ${tools.join(", ")} is not installed (apt-get install libreoffice-calc poppler-utils fonts-noto-cjk)\n`,
  );
const printing = tools.length === 0 ? describe : describe.skip;

const NAMES = ["张样清", "欧阳样例", "=1+1", "李四"];
const LONG = "湖南省益阳市虚构县虚构镇虚构工程勘察设计研究院股份有限公司第三分公司";

function workbook(): Workbook {
  const people = NAMES.map((姓名, at) => ({
    登记证书编号: `YY${String(at + 1).padStart(6, "0")}`,
    姓名,
    已验印年度: "2013、2014、2015、2016、2017、2018",
    ...(at === 1 ? { 工作单位: LONG, 申报专业: "建筑环境与能源应用工程（暖通空调方向）" } : {}),
  }));
  return workbookOf(submissionGrids({ people }));
}

printing("printed by LibreOffice", () => {
  const folder = mkdtempSync(join(tmpdir(), "certificate-print-"));
  afterEach(closeHarnesses);
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  /** Text of each page of the sheet's print. */
  function print(book: Workbook, name: string): readonly string[] {
    const copy = openWorkbook(saveWorkbook(book));
    for (const sheet of [...copy.sheets]) if (sheet.name !== "合格证明") copy.removeSheet(sheet);
    const file = join(folder, `${name}.xlsx`);
    writeFileSync(file, saveWorkbook(copy));
    execFileSync(
      "soffice",
      ["--headless", `-env:UserInstallation=file://${folder}/profile`, "--convert-to", "pdf", "--outdir", folder, file],
      { stdio: "pipe" },
    );
    const keep = process.env["CE_KEEP_PRINTS"];
    if (keep !== undefined)
      for (const end of ["pdf", "xlsx"]) copyFileSync(join(folder, `${name}.${end}`), join(keep, `${name}.${end}`));
    const sizes = execFileSync("pdfinfo", ["-f", "1", "-l", "99", join(folder, `${name}.pdf`)], { encoding: "utf8" });
    expect(
      [...sizes.matchAll(/size:\s+([\d.]+) x ([\d.]+)/g)].map(
        ([, width, height]) => `${Math.round(Number(width))}x${Math.round(Number(height))}`,
      ),
    ).toEqual(NAMES.map(() => "842x595"));
    const text = execFileSync("pdftotext", ["-layout", join(folder, `${name}.pdf`), "-"], { encoding: "utf8" });
    return text
      .split("\f")
      .map((page) => page.replace(/\s+/g, ""))
      .filter((page) => page !== "");
  }

  test("the form of annex 1: stub and body of one person on each page", async () => {
    const harness = await AddinHarness.open(workbook());
    await harness.review();
    await harness.certificates();
    const pages = print(harness.workbook, "form");
    expect(pages).toHaveLength(NAMES.length);
    NAMES.forEach((name, at) => {
      for (const part of [
        `${name}同志`,
        `2018-000${at + 1}`,
        "此证明。",
        "存根（二〇",
        `继续教育登记证书编号：YY00000${at + 1}`,
      ])
        expect(pages[at]).toContain(part);
    });
    expect(pages[1]).toContain(LONG.slice(0, 12));
  });

  test("the office's own template, picture and heights on every page", async () => {
    const harness = await AddinHarness.open(workbook());
    await harness.review();
    (await harness.driver.control("certificates")).click();
    const { window } = harness.workbench;
    const layout = await harness.driver.control("layout");
    Object.getOwnPropertyDescriptor(window.HTMLSelectElement.prototype, "value")?.set?.call(layout, "template");
    layout.dispatchEvent(new window.Event("change", { bubbles: true }));
    const make = await harness.driver.control("template");
    await harness.driver.until("template", () => make.click());
    await harness.workbench.settled();

    // The office makes it its own: another height, colours, a seal of its own
    const sheet = sheetOf(harness.workbook, "合格证明模板");
    sheet.setRowHeight(1, 58);
    sheet.setRowHeight(2, 22);
    sheet.setStyle(1, 3, { font: { color: "#B02418" } });
    const own = withPicture(
      harness.workbook,
      "合格证明模板",
      { row: 10, column: 3, down: 2, right: 262, size: 75 },
      "印章样",
    );
    closeHarnesses();

    const settings = await officeSettings({ "ce-hours-review.certificates": { layout: "template" } });
    const second = await AddinHarness.open(own, { settings });
    await second.review();
    await second.certificates();
    const pages = print(second.workbook, "template");
    expect(pages).toHaveLength(NAMES.length);
    NAMES.forEach((name, at) => {
      for (const part of [`${name}同志`, `2018-000${at + 1}`]) expect(pages[at]).toContain(part);
    });
    // A long name is set smaller on its own page, and printed to its end
    expect(pages[1]).toContain("第三分公司");
    expect(
      [...sheetOf(second.workbook, "合格证明").rows.keys()]
        .filter((row) => row % 12 === 5)
        .map((row) => second.workbook.style(sheetOf(second.workbook, "合格证明").styleIndex(row, 0)).font.size),
    ).toEqual([13, 10, 13, 13]);
    expect(sheetOf(second.workbook, "合格证明").shapes).toHaveLength(NAMES.length);
    second.expectClean();
  });
});

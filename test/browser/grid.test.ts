/** The grid as a spreadsheet: formulas a reviewer types, rows that come and go, files that are dropped and saved, another add-in's page. */
import { readFileSync } from "node:fs";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { openWorkbook } from "../../src/book/xlsx";
import { ROOT } from "./browser";
import { browserTest } from "./browser-test";
import { eventually, openWorkbench, SAMPLE, type WorkbenchPage } from "./workbench";

const RECORDS = "学时记录";
const FREE = "单位信息";

/** On the sample as it comes: 张样清, XG0001, has claimed 32 and 60 hours for 2013; record 1 is his public course of eight half-days. */
const FORMULAS: readonly (readonly [formula: string, shown: string])[] = [
  ['=SUMIFS(学时记录!AD5:AD668,学时记录!C5:C668,"XG0001",学时记录!E5:E668,2013)', "92"],
  ['=COUNTIFS(学时记录!C5:C668,"XG0001")', "13"],
  ['=COUNTIFS(学时记录!C5:C668,"XG0001",学时记录!F5:F668,"面授培训")', "8"],
  ['=VLOOKUP("XG0004",人员信息!B2:C47,2,FALSE)', "赵拟宁"],
  ['=XLOOKUP("赵拟宁",人员信息!C2:C47,人员信息!B2:B47,"没有此人")', "XG0004"],
  ['=XLOOKUP("无名氏",人员信息!C2:C47,人员信息!B2:B47,"没有此人")', "没有此人"],
  ['=INDEX(人员信息!C2:C47,MATCH("XG0004",人员信息!B2:B47,0))', "赵拟宁"],
  ['=IF(D1>=90,"够","不够")', "够"],
  ["=DATE(2018,7,5)-DATE(2018,7,1)", "4"],
  ['=TEXT(DATE(2018,7,5),"yyyy-mm-dd")', "2018-07-05"],
  ["=CE.HOURS(学时记录!A5:AG5,学时记录!A4:AG4)", "32"],
  ["=CE.SUBJECT(学时记录!A5:AG5,学时记录!A4:AG4)", "公需科目"],
  ["=CE.HOURS(学时记录!A95:AG95,学时记录!A4:AG4)", "0"],
  ["=D11*2+SUM(D1,D9)", "160"],
  ['=VLOOKUP("无此人",人员信息!B2:C47,2,FALSE)', "#N/A"],
];

browserTest("formulas that a reviewer writes calculate, and follow what they stand on", async (watched) => {
  const workbench = await openWorkbench(watched);
  for (const [at, [formula]] of FORMULAS.entries()) await workbench.type(FREE, `D${at + 1}`, formula);
  expect((await workbench.rows(FREE, `D1:D${FORMULAS.length}`)).flat()).toEqual(FORMULAS.map(([, shown]) => shown));
  // Four half-days fewer: claimed hours stay, converted ones follow
  await workbench.type(RECORDS, "L5", "4");
  await workbench.type(RECORDS, "AD5", "16");
  expect((await workbench.rows(FREE, "D1:D14")).flat()).toEqual(expect.arrayContaining(["76", "不够", "16", "112"]));
  await workbench.expectNothingRefused();
});

browserTest("200 CE.HOURS filled down are answered in one batch", async (watched) => {
  const workbench = await openWorkbench(watched);
  await workbench.type(RECORDS, "AI5", "=CE.HOURS(A5:AG5,$A$4:$AG$4)");
  const batches = async (): Promise<number> =>
    (await workbench.traffic()).filter(({ kind }) => kind === "functionResults").length;
  const before = await batches();
  await workbench.select(RECORDS, "AI5:AI205");
  await workbench.press("向下填充");
  await workbench.idle();
  expect((await batches()) - before).toBe(1);
  const hours = (await workbench.rows(RECORDS, "AI5:AI205")).flat();
  expect(hours.filter((each) => !/^\d+(\.\d+)?$/.test(each))).toEqual([]);
  expect(await workbench.formula(RECORDS, "AI205")).toBe("=CE.HOURS(A205:AG205,$A$4:$AG$4)");
  expect([5, 6, 95].map((row) => hours[row - 5])).toEqual(["32", "60", "0"]);
  await workbench.expectNothingRefused();
});

browserTest("rows inserted and deleted: references follow, those to deleted cells say so", async (watched) => {
  const workbench = await openWorkbench(watched);
  const written = [
    "=学时记录!AD51",
    "=SUM(学时记录!AD5:AD60)",
    "=CE.HOURS(学时记录!A51:AG51,学时记录!A4:AG4)",
    "=$D$1+1",
  ];
  for (const [at, formula] of written.entries()) await workbench.type(FREE, `D${at + 1}`, formula);
  const formulas = (): Promise<(string | null)[]> =>
    Promise.all(written.map((_, at) => workbench.formula(FREE, `D${at + 1}`)));
  const values = async (): Promise<string[]> => (await workbench.rows(FREE, "D1:D4")).flat();
  const before = await values();
  expect(before.slice(0, 1)).toEqual(["32"]);

  await workbench.select(RECORDS, "A10:A12");
  await workbench.press("插入行");
  await workbench.idle();
  expect(await formulas()).toEqual([
    "=学时记录!AD54",
    "=SUM(学时记录!AD5:AD63)",
    "=CE.HOURS(学时记录!A54:AG54,学时记录!A4:AG4)",
    "=$D$1+1",
  ]);
  expect(await values()).toEqual(before);

  await workbench.select(RECORDS, "A10:A12");
  await workbench.press("删除行");
  await workbench.idle();
  expect(await formulas()).toEqual(written);
  expect(await values()).toEqual(before);

  await workbench.select(RECORDS, "A51");
  await workbench.press("删除行");
  await workbench.idle();
  expect(await formulas()).toEqual([
    "=学时记录!#REF!",
    "=SUM(学时记录!AD5:AD59)",
    "=CE.HOURS(学时记录!#REF!,学时记录!A4:AG4)",
    "=$D$1+1",
  ]);
  expect((await values())[0]).toBe("#REF!");
  expect((await values())[3]).toBe("#REF!");
  await workbench.expectNothingRefused();
});

browserTest("typed in the grid with the keyboard: F2, text, Enter; Escape takes it back", async (watched) => {
  const workbench = await openWorkbench(watched);
  const { page } = workbench;
  await workbench.beginEditing(RECORDS, "AC51", "、结业证书");
  expect(await page.getByRole("status").first().innerText()).toBe("编辑");
  await page.keyboard.press("Enter");
  await workbench.editingEnded();
  expect(await workbench.cell(RECORDS, "AC51")).toBe("培训通知、结业证书");
  // As in Excel the cell below is next
  await eventually(async () => expect(await workbench.selected()).toBe("学时记录 AC52"));
  await workbench.beginEditing(RECORDS, "AC51", "，又及");
  await page.keyboard.press("Escape");
  await workbench.editingEnded();
  expect(await workbench.cell(RECORDS, "AC51")).toBe("培训通知、结业证书");
  await page.getByRole("button", { name: "撤销" }).click();
  await eventually(async () => expect(await workbench.cell(RECORDS, "AC51")).toBe("培训通知"));
  // To a cell by its name, and what is typed there takes the place of what was there
  await page.getByLabel(/^名称框/).fill("AG5");
  await page.keyboard.press("Enter");
  await workbench.typeOver(RECORDS, "AG5", "=1+2");
  await page.keyboard.press("Enter");
  await workbench.editingEnded();
  expect(await workbench.cell(RECORDS, "AG5")).toBe(3);
  await workbench.expectNothingRefused();
});

// ---- files ----

/** Drops a file on the page, as from the desktop. */
async function drop({ page }: WorkbenchPage, name: string, bytes: Uint8Array): Promise<void> {
  const transfer = await page.evaluateHandle(
    ([fileName, base64]) => {
      const dropped = new DataTransfer();
      dropped.items.add(new File([Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0))], fileName));
      return dropped;
    },
    [name, Buffer.from(bytes).toString("base64")] as const,
  );
  for (const type of ["dragenter", "dragover", "drop"])
    await page.locator(".grid-frame").dispatchEvent(type, { dataTransfer: transfer });
}

browserTest(
  "a dropped workbook takes the place of the one before, and the add-in begins anew on it",
  async (watched) => {
    const workbench = await openWorkbench(watched);
    const { page, pane } = workbench;
    await workbench.ribbon("审核").click();
    await pane.getByText("审核完成").waitFor();
    await drop(workbench, "accounting.xlsx", readFileSync(join(ROOT, "assets/sample/accounting.xlsx")));
    await page.getByRole("heading", { name: /^accounting\.xlsx/ }).waitFor();
    await pane.getByText("逐条审核继续教育申报").waitFor();
    await workbench.idle();
    await workbench.ribbon("审核").click();
    await pane.getByText("审核完成").waitFor();
    await pane.getByText(/依据：财会〔2018〕10号/).waitFor();
    await workbench.expectNothingRefused();
  },
);

const REFUSED: readonly {
  readonly what: string;
  readonly name: string;
  readonly bytes: () => Uint8Array;
  readonly words: string;
}[] =
  // A case a line
  // prettier-ignore
  [
  { what: "cut off in the middle", name: "坏.xlsx", bytes: () => readFileSync(SAMPLE).subarray(0, 5_000), words: "坏.xlsx 没有打开，原来的工作簿保持不变。文件已损坏" },
  { what: "empty", name: "空.xlsx", bytes: () => new Uint8Array(), words: "空.xlsx 没有打开，原来的工作簿保持不变。文件是空的" },
  { what: "of text", name: "表.csv", bytes: () => Buffer.from("姓名,学时\n张样清,32\n"), words: "表.csv 没有打开，原来的工作簿保持不变。这不是工作簿，是文本" },
];

browserTest("a file that is no workbook is refused in words; the open one stays", async (watched) => {
  const workbench = await openWorkbench(watched);
  await workbench.type(FREE, "D1", "还在");
  for (const { name, bytes, words } of REFUSED) {
    await drop(workbench, name, bytes());
    await workbench.page.getByRole("alert").getByText(words).waitFor();
    expect(await workbench.cell(FREE, "D1")).toBe("还在");
  }
  await workbench.page.getByRole("heading", { name: /^submission\.xlsx/ }).waitFor();
  await workbench.ribbon("审核").click();
  await workbench.pane.getByText("审核完成").waitFor();
  await workbench.expectNothingRefused();
});

browserTest("what is saved holds what was typed and calculated, and opens again", async (watched) => {
  const workbench = await openWorkbench(watched);
  const { page } = workbench;
  await workbench.type(FREE, "D1", '=COUNTIFS(人员信息!I2:I47,"副高级")');
  await workbench.type(FREE, "D2", "'=不是公式");
  await workbench.type(FREE, "D3", "=CE.HOURS(学时记录!A5:AG5,学时记录!A4:AG4)");
  const shown = (await workbench.rows(FREE, "D1:D3")).flat();
  const downloading = page.waitForEvent("download");
  await page.getByRole("button", { name: "保存" }).click();
  const bytes = readFileSync(await (await downloading).path());
  const sheet = openWorkbook(bytes).sheetByName(FREE);
  expect([0, 1, 2].map((row) => String(sheet?.value(row, 3)))).toEqual(shown);
  expect([0, 1, 2].map((row) => sheet?.cell(row, 3)?.formula ?? null)).toEqual([
    '=COUNTIFS(人员信息!I2:I47,"副高级")',
    null,
    "=CE.HOURS(学时记录!A5:AG5,学时记录!A4:AG4)",
  ]);
  await drop(workbench, "again.xlsx", bytes);
  await page.getByRole("heading", { name: /^again\.xlsx/ }).waitFor();
  await workbench.idle();
  expect((await workbench.rows(FREE, "D1:D3")).flat()).toEqual(shown);
  await workbench.expectNothingRefused();
});

// ---- another add-in ----

const OTHER = `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Other</title>
<script src="https://appsforoffice.microsoft.com/lib/1/hosted/office.js"></script><script src="/other.js"></script></head>
<body><p id="said">waiting</p></body></html>`;
const OTHER_SCRIPT = `Office.onReady(async () => {
  await Excel.run(async (context) => {
    const sheet = context.workbook.worksheets.getActiveWorksheet();
    sheet.getRange("D1").values = [["from the other page"]];
    sheet.onChanged.add(async ({ address }) => { document.getElementById("said").textContent = "changed " + address; });
    sheet.load("name");
    await context.sync();
    document.getElementById("said").textContent = "on " + sheet.name;
  });
});`;

let other: Server;
beforeAll(async () => {
  other = createServer((request, response) => {
    const script = request.url === "/other.js";
    response.writeHead(request.url === "/pane/other.html" || script ? 200 : 404, {
      "Content-Type": script ? "text/javascript; charset=utf-8" : "text/html; charset=utf-8",
    });
    response.end(script ? OTHER_SCRIPT : OTHER);
  }).listen(0, "127.0.0.1");
  await new Promise((resolve) => other.once("listening", resolve));
});
afterAll(() => other.close());

browserTest("the page of another add-in, on a server of its own, works in the workbench", async (watched) => {
  const workbench = await openWorkbench(watched, {
    page: `http://127.0.0.1:${String((other.address() as AddressInfo).port)}/pane/other.html`,
  });
  await workbench.pane.getByText("on 单位信息").waitFor();
  expect(await workbench.cell(FREE, "D1")).toBe("from the other page");
  await workbench.type(FREE, "D2", "typed");
  await workbench.pane.getByText("changed D2").waitFor();
  await workbench.page.getByRole("tab", { name: "加载项" }).waitFor();
  await workbench.expectNothingRefused();
});

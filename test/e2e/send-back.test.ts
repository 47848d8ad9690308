/** 退回件: a workbook in, a workbook for the unit out, through the built add-in: what it holds, and above all what it does not. */
import { execFileSync, spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { unzipSync } from "fflate";
import type { Workbook } from "../../src/book/model/workbook";
import { openWorkbook } from "../../src/book/xlsx";
import { catalogueOf } from "../../src/messages";
import { RETURNED_HEADERS } from "../../src/submission/vocabulary";
import { DOCUMENT_USER } from "../../src/workbench/host/document-file";
import { serial } from "../support/submission";
import { reviewIn } from "./command";
import {
  annotationOf,
  closeHarnesses,
  AddinHarness,
  expectSame,
  expectSameWorkbook,
  sheetSnapshot,
  formulasOf,
  openFile,
  RECORDS,
  ROOT,
  rowTexts,
  saved,
  sheetOf,
  shown,
  workbookOfTables,
} from "./addin-harness";

afterEach(closeHarnesses);

const DECIDER = "决定人柳某";
const REVIEWER = "审核员甲某";
const REASON = "内部理由不外传";
const SCRATCH = "草稿里的话";
const INTERNAL = ["口径", "审核意见", "年度汇总", "合格证明", "发证台账"];
const FIELDS = {
  "send-back-deadline": "2018-11-30",
  "send-back-office": "虚构市人社局专技科",
  "send-back-handler": "经办张某",
  "send-back-phone": "0700-1234567",
  "send-back-remarks": "=1+1 请一并报送",
};

/** Every part of a file that is text, with its name. */
function partsOf(bytes: Uint8Array): readonly (readonly [string, string])[] {
  return Object.entries(unzipSync(bytes)).map(
    ([name, content]) => [name, Buffer.from(content).toString("utf8")] as const,
  );
}

function partsWith(bytes: Uint8Array, words: readonly string[]): string[] {
  return partsOf(bytes).flatMap(([name, text]) =>
    words.filter((word) => name.includes(word) || text.includes(word)).map((word) => `${name}: ${word}`),
  );
}

/** A reviewer decides on the first record named on 审核意见. */
function decide(workbook: Workbook): void {
  const sheet = sheetOf(workbook, "审核意见");
  const row =
    Array.from({ length: 200 }, (_, at) => at + 1).find(
      (at) =>
        String(shown(sheet, at, 0) ?? "").startsWith(RECORDS) || (sheet.cell(at, 0)?.formula ?? "").includes(RECORDS),
    ) ?? 1;
  ["不予认定", null, REVIEWER, "2018-10-08", REASON].forEach((value, at) => {
    if (value !== null) sheet.setValue(row, 9 + at, value);
  });
}

/** Left of what is ours, and in every other sheet, nothing differs from what the unit handed in. */
function expectUnitsSheets(file: Workbook, before: Workbook, end: number): void {
  for (const sheet of before.sheets.filter(({ name }) => !INTERNAL.includes(name))) {
    const columns = sheet.name === RECORDS ? end : Infinity;
    expectSame(sheetSnapshot(sheetOf(file, sheet.name), columns), sheetSnapshot(sheet, columns), sheet.name);
  }
}

describe.each([
  "assets/sample/submission.xlsx",
  "test/golden/example/submission.xlsx",
  "assets/sample/accounting.xlsx",
])("%s", (path) => {
  test("the unit's sheets as they came, with 退回意见 and 回复函, and nothing of the office's", async () => {
    const before = openFile(path);
    const harness = await AddinHarness.open(openFile(path));
    await harness.review();
    decide(harness.workbook);
    await harness.adopt(DECIDER);
    if (!path.includes("accounting")) await harness.certificates(); // this notice knows none
    harness.workbook.addSheet("内部草稿").setValue(0, 0, SCRATCH);
    const office = saved(harness.workbook);
    const { outcome, bytes } = await harness.sendBack(FIELDS);
    expectSameWorkbook(saved(harness.workbook), office);
    harness.expectClean();
    expect(harness.workbench.openCopies).toBe(0);

    const file = openWorkbook(bytes);
    const units = before.sheets.map(({ name }) => name).filter((name) => !INTERNAL.includes(name));
    expect(file.sheets.map(({ name }) => name)).toEqual(["退回意见", "回复函", ...units]);
    expect(file.activeSheet.name).toBe("退回意见");
    expect({ sheets: outcome.sheets, leftOut: outcome.leftOut }).toEqual({ sheets: units, leftOut: ["内部草稿"] });
    const { column, row } = annotationOf(sheetOf(office, RECORDS));
    expectUnitsSheets(file, before, column);

    // Nothing that only the office knows, anywhere in the file
    expect(
      partsWith(bytes, [
        DECIDER,
        REVIEWER,
        REASON,
        SCRATCH,
        DOCUMENT_USER,
        "ce-hours-review",
        "_xldudf_",
        "审核指纹",
        "记录标识",
        "暂定口径",
        "证明编号",
        "webextension",
        "docProps/core",
      ]),
    ).toEqual([]);
    expect(
      partsOf(bytes).flatMap(([name, text]) =>
        [...(/(?:J|A)-\d\d|CE\.[A-Z]+\(|[a-z]+-[a-z]+-(?:missing|shortfall|incomplete)/.exec(text) ?? [])].map(
          (word) => `${name}: ${word}`,
        ),
      ),
    ).toEqual([]);
    expect(file.sheets.map(({ name }) => name).filter((name) => INTERNAL.includes(name))).toEqual([]);
    const own = formulasOf(before);
    expect(formulasOf(file).filter((formula) => !own.includes(formula) && !formula.includes("=HYPERLINK("))).toEqual(
      [],
    );

    // Beside each record what the review says
    const records = sheetOf(file, RECORDS);
    const titles = Array.from({ length: 8 }, (_, at) => shown(records, row, column + at));
    expect(titles).toEqual([...RETURNED_HEADERS, null, null, null, null]);
    const verdicts = Object.values(catalogueOf("zh").recordVerdicts);
    const words = [...records.rows.keys()]
      .filter((at) => at > row)
      .map((at) => shown(records, at, column + 2))
      .filter((word) => word !== null);
    expect(words.length).toBe(outcome.counts.records);
    expect(words.filter((word) => !verdicts.includes(String(word)))).toEqual([]);
  });
});

describe("what it says", () => {
  test("per person what is wrong, where, and what to hand in; every link leads to that person", async () => {
    const harness = await AddinHarness.open(openFile("assets/sample/submission.xlsx"));
    await harness.review();
    await harness.adopt(DECIDER);
    const { outcome, bytes } = await harness.sendBack(FIELDS);
    const file = openWorkbook(bytes);
    const sheet = sheetOf(file, "退回意见");
    expect(rowTexts(sheet, 2)).toEqual([
      "姓名",
      "登记证书编号",
      "年度",
      "名称",
      "位置",
      "问题",
      "需补交/更正的内容",
      "依据条款",
    ]);
    const links = formulasOf(file).filter((formula) => formula.startsWith("退回意见"));
    const rows = [...sheet.rows.keys()].filter((row) => sheet.cell(row, 4)?.formula !== undefined);
    expect(rows.length).toBe(links.length);
    expect(rows.length).toBe(outcome.counts.items);
    for (const row of rows) {
      const [name = "", number = "", , title, place = "", problem = "", remedy = ""] = rowTexts(sheet, row);
      expect({ row, title, problem, remedy }).toEqual({
        row,
        title: expect.stringMatching(/./),
        problem: expect.stringMatching(/./),
        remedy: expect.stringMatching(/./),
      });
      const [, target = "", line = "0"] = /^(.+)!\$?[A-Z]+(\d+)$/.exec(place) ?? [];
      // Half-width and capital as the review reads it
      if (number !== "")
        expect(
          rowTexts(sheetOf(file, target), Number(line) - 1)
            .join(" ")
            .normalize("NFKC")
            .toUpperCase(),
        ).toContain(number);
      expect(`${name}${problem}${remedy}`).not.toMatch(/口径”|采用口径|重新审核/);
    }
    expect(sheet.page).toMatchObject({
      orientation: "landscape",
      paperSize: 9,
      fitToPage: true,
      fitToWidth: 1,
      fitToHeight: 0,
      headerFooter: expect.stringContaining("&amp;P"),
    });
    expect(sheet.printTitleRows).toEqual({ first: 2, count: 1 });

    const letter = sheetOf(file, "回复函");
    const text = [...letter.rows.keys()]
      .sort((a, b) => a - b)
      .map((row) => rowTexts(letter, row)[0] ?? "")
      .join("\n");
    const { people, records, qualified, toCorrect, items } = outcome.counts;
    expect(text).toContain("虚构研究院：");
    expect(text).toContain(`共${people}人、学习记录${records}条。审核合格的${qualified}人，需补正的${toCorrect}人`);
    expect(text).toContain("依据《关于开展2018年专业技术人员继续教育工作的通知》（益人社函〔2018〕47号），");
    expect(text).toContain("于2018年7月10日报送的2018年度");
    expect(text).toContain("于2018年11月30日前");
    expect(text).toContain(`附件：退回意见（共${items}项`);
    expect(text).toContain("=1+1 请一并报送");
    expect(text).toContain("经办人：经办张某　　联系电话：0700-1234567");
    expect(text).not.toContain(DECIDER);
    expect(letter.page).toMatchObject({ orientation: "portrait", paperSize: 9, fitToPage: true });
    expect(harness.status.words).toContain(`${toCorrect} 人，${items} 项`);
  });

  test("made twice it is the same file", async () => {
    const harness = await AddinHarness.open(openFile("test/golden/example/submission.xlsx"));
    await harness.review();
    const first = await harness.sendBack(FIELDS);
    const second = await harness.sendBack(FIELDS);
    expect(Buffer.compare(Buffer.from(first.bytes), Buffer.from(second.bytes))).toBe(0);
  });
});

describe("and back again", () => {
  test("what comes in again is reviewed as it was, and sent back again without what was said before", async () => {
    const path = "test/golden/example/submission.xlsx";
    const harness = await AddinHarness.open(openFile(path));
    const first = await harness.review();
    const { bytes } = await harness.sendBack(FIELDS);
    const again = await AddinHarness.open(openWorkbook(bytes));
    const second = await again.review();
    // The example's questions are decided on its 口径, which stays at the office: only what rests on no question is the same
    expect(second.submission.records.map(({ fingerprint, place }) => [place.row, fingerprint])).toEqual(
      first.submission.records.map(({ fingerprint, place }) => [place.row, fingerprint]),
    );
    expect(second.review.records.map(({ convertedHours }) => convertedHours)).toEqual(
      first.review.records.map(({ convertedHours }) => convertedHours),
    );
    expect(second.submission.notices).toEqual(first.submission.notices);
    expect(annotationOf(sheetOf(again.workbook, RECORDS)).column).toBe(
      annotationOf(sheetOf(harness.workbook, RECORDS)).column,
    );
    const twice = await again.sendBack(FIELDS);
    expect(openWorkbook(twice.bytes).sheets.map(({ name }) => name)).toEqual(
      openWorkbook(bytes).sheets.map(({ name }) => name),
    );
    again.expectClean();
  });
});

const lecture = { 学习形式: "面授培训", 名称: "虚构培训", 半天数: 4, 证明材料: "培训通知、结业证书" };

function small(): Workbook {
  const records = Array.from({ length: 6 }, (_, at) => ({
    ...lecture,
    登记证书编号: at % 2 === 0 ? "YY000001" : "YY000002",
    名称: `虚构培训${at}`,
    年度: 2013 + at,
  }));
  return workbookOfTables({ people: [{}, { 登记证书编号: "YY000002", 姓名: "李样例" }], records });
}

describe("frames", () => {
  test.each(["table", "filter"] as const)("a %s keeps the unit's columns and takes ours along", async (kind) => {
    const workbook = small();
    const sheet = sheetOf(workbook, RECORDS);
    const box = sheet.usedBox(true);
    if (box === null) throw new Error("no records");
    if (kind === "table") sheet.addTable(box, "学时");
    else
      sheet.autoFilter = {
        box,
        criteria: '<filterColumn colId="4"><filters><filter val="面授培训"/></filters></filterColumn>',
      };
    const harness = await AddinHarness.open(saved(workbook));
    await harness.review();
    const file = openWorkbook((await harness.sendBack()).bytes);
    const after = sheetOf(file, RECORDS);
    const frame = kind === "table" ? after.tables[0]?.box : after.autoFilter?.box;
    expect(frame).toEqual({ ...box, columns: box.columns + RETURNED_HEADERS.length });
    if (kind === "table")
      expect(after.tables[0]?.columns.map(({ name }) => name).slice(-4)).toEqual([...RETURNED_HEADERS]);
    else expect(after.autoFilter?.criteria).toContain('colId="4"');
  });

  test("rows that the office's own filter hides are not sent", async () => {
    const workbook = small();
    const sheet = sheetOf(workbook, RECORDS);
    const box = sheet.usedBox(true);
    if (box !== null) sheet.autoFilter = { box, criteria: "" };
    const harness = await AddinHarness.open(saved(workbook));
    await harness.review();
    const own = sheetOf(harness.workbook, RECORDS);
    const { of } = annotationOf(own);
    if (own.autoFilter !== null)
      own.autoFilter = {
        ...own.autoFilter,
        criteria: `<filterColumn colId="${of("审核结论")}"><filters><filter val="认定"/></filters></filterColumn>`,
      };
    await expect(harness.sendBack()).rejects.toThrow(/按审核列筛选.*清除筛选/s);
    expect(harness.workbench.createdWorkbooks).toEqual([]);
    expect(harness.workbench.openCopies).toBe(0);
  });
});

describe("when it can't be made", () => {
  test("before the review: review first", async () => {
    const harness = await AddinHarness.open(small());
    await expect(harness.sendBack()).rejects.toThrow(/还没有审核.*先点“审核”/s);
    expect(harness.workbench.createdWorkbooks).toEqual([]);
  });

  test("nothing to put right: said, and no file", async () => {
    const course = { 学习形式: "面授培训", 备案号: "BA-F", 证明材料: "培训通知、培训课程表、培训签到表、结业证书" };
    const records = [2013, 2014, 2015, 2016, 2017, 2018].flatMap((year) => [
      {
        ...course,
        年度: year,
        名称: `虚构公需培训${year}`,
        科目: "公需科目",
        半天数: 8,
        开始日期: serial(`${year}-03-05`),
        结束日期: serial(`${year}-03-08`),
      },
      {
        ...course,
        年度: year,
        名称: `虚构专业培训${year}`,
        科目: "专业科目",
        半天数: 16,
        开始日期: serial(`${year}-05-07`),
        结束日期: serial(`${year}-05-14`),
      },
    ]);
    const harness = await AddinHarness.open(workbookOfTables({ records }));
    await harness.review();
    await harness.adopt();
    await expect(harness.sendBack()).rejects.toThrow(/没有需要单位补正的内容/);
    expect(harness.status).toMatchObject({
      state: "error",
      words: expect.stringContaining("没有生成退回件") as string,
    });
    expect(harness.workbench.createdWorkbooks).toEqual([]);
  });

  test("too large for a request: what to do instead", async () => {
    const harness = await AddinHarness.open(small());
    await harness.review();
    const words: string[] = [];
    for (let k = 0; k < 8; k += 1) {
      harness.onRequest((at) => (at === k ? 5103 : null));
      await harness.sendBack().catch((error: unknown) => words.push(String(error)));
      expect(harness.workbench.openCopies).toBe(0);
    }
    expect(words.filter((text) => text.includes("退回件有"))).toHaveLength(1);
  });

  test("取消 while it reads: no file", async () => {
    const harness = await AddinHarness.open(small());
    await harness.review();
    harness.onRequest((at) => {
      if (at === 1) harness.workbench.window.document.querySelector<HTMLElement>('[data-testid="cancel"]')?.click();
      return null;
    });
    await expect(harness.sendBack()).rejects.toThrow();
    expect(harness.status.words).toContain("已取消");
    expect(harness.workbench.createdWorkbooks).toEqual([]);
  });
});

describe("the command", () => {
  const folder = mkdtempSync(join(tmpdir(), "send-back-"));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  const input = join(ROOT, "test/golden/example/submission.xlsx");
  const run = async (...more: string[]): Promise<{ readonly code: number | null; readonly said: string }> => {
    const { code, stdout, stderr } = await reviewIn(folder, [input, "--out", join(folder, "out.xlsx"), ...more]);
    return { code, said: stdout + stderr };
  };

  test("--send-back makes the file", async () => {
    const { code, said } = await run(
      "--send-back",
      join(folder, "back/back.xlsx"),
      "--deadline",
      "2018-11-30",
      "--office",
      "某局",
    );
    expect({ code, said }).toEqual({
      code: 0,
      said: expect.stringMatching(/退回件：.*back\.xlsx（需补正 \d+ 人，\d+ 项）/) as string,
    });
    const file = openWorkbook(readFileSync(join(folder, "back/back.xlsx")));
    expect(file.sheets.map(({ name }) => name).slice(0, 2)).toEqual(["退回意见", "回复函"]);
  });

  test.each([
    [["--send-back", input], /不能就是输入文件/],
    [["--send-back", "back.xlsx", "--deadline", "30.11."], /--deadline 应为日期/],
    [["--deadline", "2018-11-30"], /同时给 --send-back/],
  ])("%j is refused", async (more, words) => {
    expect(await run(...more)).toEqual({ code: 2, said: expect.stringMatching(words) as string });
  });
});

const hasLibreOffice = spawnSync("soffice", ["--version"]).status === 0;
if (!hasLibreOffice)
  process.stderr.write("skipped: soffice is not installed (apt-get install libreoffice-calc fonts-noto-cjk)\n");

(hasLibreOffice ? test : test.skip)("LibreOffice opens it and shows every text of 退回意见 and 回复函", async () => {
  const harness = await AddinHarness.open(openFile("assets/sample/submission.xlsx"));
  await harness.review();
  const { bytes } = await harness.sendBack(FIELDS);
  const folder = mkdtempSync(join(tmpdir(), "send-back-"));
  try {
    writeFileSync(join(folder, "back.xlsx"), bytes);
    execFileSync(
      "soffice",
      [
        "--headless",
        `-env:UserInstallation=file://${folder}/profile`,
        "--convert-to",
        "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false,false,false,-1",
        "--outdir",
        folder,
        join(folder, "back.xlsx"),
      ],
      { stdio: "pipe" },
    );
    const text = (name: string): string => execFileSync("cat", [join(folder, `back-${name}.csv`)]).toString("utf8");
    const file = openWorkbook(bytes);
    for (const name of ["退回意见", "回复函"]) {
      const sheet = sheetOf(file, name);
      const csv = text(name);
      const missing = [...sheet.rows.keys()]
        .flatMap((row) => rowTexts(sheet, row))
        .filter((word) => word !== "" && !csv.includes(word.replace(/"/g, '""')));
      expect(missing).toEqual([]);
      expect(csv).not.toContain("#NAME?");
    }
    expect(text(RECORDS)).toContain("不予认定");
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});

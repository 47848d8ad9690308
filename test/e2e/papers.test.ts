/** The office's other papers on the built add-in: workbooks in, workbooks out. */
import { strFromU8, unzipSync } from "fflate";
import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { PaperOutcome } from "../../src/excel";
import { readSubmission } from "../../src/submission";
import type { Sheet, Workbook } from "../../src/book/model/workbook";
import { emptyWorkbook, openWorkbook, saveWorkbook } from "../../src/book/xlsx";
import { gridsOfWorkbook, serial, THEME_2018 } from "../support/submission";
import {
  annotationOf,
  closeHarnesses,
  AddinHarness,
  expectSame,
  expectSameWorkbook,
  sheetSnapshot,
  openFile,
  ROOT,
  RECORDS,
  rowTexts,
  saved,
  sheetOf,
  shown,
} from "./addin-harness";

afterEach(closeHarnesses);

const SAMPLE = "assets/sample/submission.xlsx";
const EXAMPLE = "test/golden/example/submission.xlsx";
const KEEP = process.env.KEEP_PAPERS;

/** For a look at what was made: KEEP_PAPERS=folder. */
function keep(workbook: Workbook, name: string): void {
  if (KEEP === undefined) return;
  mkdirSync(KEEP, { recursive: true });
  writeFileSync(join(KEEP, name), saveWorkbook(workbook));
}

const partsOf = (workbook: Workbook): Record<string, string> =>
  Object.fromEntries(
    Object.entries(unzipSync(saveWorkbook(workbook))).map(([name, bytes]) => [name, strFromU8(bytes)]),
  );

const texts = (sheet: Sheet): string[] => [...sheet.rows.keys()].flatMap((row) => [...rowTexts(sheet, row)]);

async function made(
  harness: AddinHarness,
  ...call: Parameters<AddinHarness["driver"]["paper"]>
): Promise<PaperOutcome> {
  const outcome = (await harness.driver.paper(...call)) as PaperOutcome;
  await harness.workbench.settled();
  return outcome;
}

describe("新建申报表", () => {
  const BLANK = ["单位信息", "人员信息", "学时记录", "培训备案", "培训单位", "填表说明", "字典"];

  test("an empty workbook becomes the standard one; filled in, it reviews without a word on its layout", async () => {
    const harness = await AddinHarness.open(emptyWorkbook());
    expect(await made(harness, "blank")).toEqual({ paper: "blank", sheets: BLANK });
    harness.expectClean();
    const blank = saved(harness.workbook);
    keep(blank, "blank.xlsx");
    expect(blank.sheets.map(({ name }) => name)).toEqual(BLANK);
    expect(blank.activeSheet.name).toBe("单位信息");

    const fill = (name: string, row: number, cells: Readonly<Record<string, string | number>>): void => {
      const sheet = sheetOf(blank, name);
      const headers = rowTexts(sheet, 0);
      for (const [header, value] of Object.entries(cells)) {
        expect(headers).toContain(header);
        sheet.setValue(row, headers.indexOf(header), value);
      }
    };
    const unit: Readonly<Record<string, string | number>> = {
      单位名称: "虚构研究院",
      单位性质: "市直单位",
      主管部门: "虚构主管局",
      初审日期: serial("2018-07-02"),
      经办人: "钱经办",
      联系电话: "0737-0000000",
      申报年度: 2018,
      提交日期: serial("2018-07-10"),
      提交方式: "单位",
    };
    const unitSheet = sheetOf(blank, "单位信息");
    for (const row of unitSheet.rows.keys()) {
      const value = unit[rowTexts(unitSheet, row)[0] ?? ""];
      if (value !== undefined) unitSheet.setValue(row, 1, value);
    }
    fill("人员信息", 1, {
      登记证书编号: "YY000001",
      姓名: "张样例",
      身份证号: "11010519491231002X",
      工作单位: "虚构研究院",
      学历: "大学本科",
      现有职称: "工程师",
      申报专业: "土木工程",
      申报级别: "副高级",
      验证方式: "合格证明",
      起始年度: 2018,
      截止年度: 2018,
    });
    fill("培训备案", 1, {
      备案号: "BA-1",
      备案日期: serial("2018-06-01"),
      申报单位: "虚构研究院",
      培训机构: "虚构培训中心",
      培训名称: "公需培训",
      培训地点: "礼堂",
      开始日期: serial("2018-07-01"),
      结束日期: serial("2018-07-05"),
      拟培训人员范围: "全体",
      培训方案: "方案",
      培训计划: "计划",
      科目: "公需科目",
      培训方式: "面授",
      培训主题: THEME_2018,
      教材: "教材",
      电子版: "是",
      纸质版: "是",
    });
    const record = { 登记证书编号: "YY000001", 姓名: "张样例", 年度: 2018, 初审盖章: "是", 主办单位: "虚构培训中心" };
    fill("学时记录", 1, {
      ...record,
      学习形式: "面授培训",
      科目: "公需科目",
      名称: "公需培训",
      开始日期: serial("2018-07-01"),
      结束日期: serial("2018-07-04"),
      半天数: 8,
      备案号: "BA-1",
      证明材料: "培训签到表、结业证书",
    });
    fill("学时记录", 2, {
      ...record,
      学习形式: "论文",
      科目: "专业科目",
      名称: "一篇论文",
      排名: 1,
      收录类别: "EI",
      完成日期: serial("2018-05-01"),
      证明材料: "刊物封面、刊号、目录复印件",
    });

    const again = await AddinHarness.open(saved(blank));
    const { review } = await again.review();
    again.expectClean();
    const layout = [
      "value-unknown",
      "column-ambiguous",
      "field-missing",
      "formula-in-input",
      "invalid-number",
      "id-checksum",
      "id-precision-lost",
      "hidden-rows",
      "person-unknown",
    ];
    expect(review.findings.filter(({ code }) => layout.includes(code))).toEqual([]);
    expect(review.records.map(({ creditedHours, verdict }) => [creditedHours, verdict])).toEqual([
      [32, "credited"],
      [60, "credited"],
    ]);
  });

  test("closed columns have a drop-down, identifiers are text, numbers are checked, every header has a note", async () => {
    const harness = await AddinHarness.open(emptyWorkbook());
    await made(harness, "blank");
    const workbook = saved(harness.workbook);
    const dictionary = sheetOf(workbook, "字典");
    const listOf = (sheet: Sheet, column: number, row = 1): string[] => {
      const source = sheet.validationAt(row, column)?.formula1 ?? "";
      const [, letters = "", from = "", to = ""] = /^'?字典'?!\$([A-Z]+)\$(\d+):\$[A-Z]+\$(\d+)$/.exec(source) ?? [];
      const at = [...letters].reduce((sum, letter) => 26 * sum + letter.charCodeAt(0) - 64, 0) - 1;
      return letters === ""
        ? []
        : Array.from({ length: Number(to) - Number(from) + 1 }, (_, i) =>
            String(shown(dictionary, Number(from) - 1 + i, at)),
          );
    };
    const of = (name: string) => {
      const sheet = sheetOf(workbook, name);
      const column = (header: string): number => rowTexts(sheet, 0).indexOf(header);
      return {
        sheet,
        column,
        list: (header: string) => listOf(sheet, column(header)),
        format: (header: string) => workbook.style(sheet.styleIndex(5, column(header))).numberFormat,
      };
    };
    const records = of("学时记录");
    expect(records.list("科目")).toEqual(["公需科目", "专业科目"]);
    expect(records.list("学习形式")).toEqual(expect.arrayContaining(["面授培训", "三援", "本科学历教育", "其他"]));
    for (const header of [
      "学习形式",
      "科目",
      "级别",
      "角色",
      "成果类型",
      "权利人",
      "批准单位",
      "考核结果",
      "初审盖章",
      "已验印",
    ])
      expect({ header, labels: records.list(header).length > 1 }).toEqual({ header, labels: true });
    for (const header of ["学历", "申报级别", "验证方式"])
      expect(of("人员信息").list(header).length).toBeGreaterThan(2);
    const unitSheet = sheetOf(workbook, "单位信息");
    const natureRow = [...unitSheet.rows.keys()].find((row) => rowTexts(unitSheet, row)[0] === "单位性质") ?? 0;
    expect(listOf(unitSheet, 1, natureRow)).toContain("县（市）区单位");
    for (const [name, header] of [
      ["人员信息", "登记证书编号"],
      ["人员信息", "身份证号"],
      ["学时记录", "备案号"],
      ["培训备案", "备案号"],
      ["学时记录", "登记证书编号"],
    ] as const)
      expect(of(name).format(header)).toBe("@");
    expect(records.format("开始日期")).toBe("yyyy-mm-dd");
    expect(records.sheet.validationAt(7, records.column("半天数"))).toMatchObject({
      type: "whole",
      operator: "between",
      formula1: "0",
    });
    expect(records.sheet.validationAt(7, records.column("排名"))).toMatchObject({ type: "whole", formula1: "1" });
    expect(of("人员信息").sheet.validationAt(7, of("人员信息").column("身份证号"))).toMatchObject({
      type: "textLength",
      operator: "equal",
      formula1: "18",
    });
    const evidence = records.sheet.validationAt(7, records.column("证明材料"));
    expect(evidence).toMatchObject({ type: "none", showPrompt: true });
    expect(evidence?.prompt).toContain("面授培训：培训通知、培训课程表");
    expect(evidence?.prompt?.length).toBeLessThanOrEqual(255);
    for (const { sheet } of [records, of("人员信息"), of("培训备案"), of("培训单位")]) {
      rowTexts(sheet, 0).forEach((header, column) =>
        expect({ header, note: sheet.validationAt(0, column)?.prompt ?? "" }).not.toEqual({ header, note: "" }),
      );
      expect(sheet.freeze?.rows).toBe(1);
      expect(sheet.page).toMatchObject({ orientation: "landscape", paperSize: 9, fitToPage: true });
      // Nothing but the header: formats are those of whole columns.
      expect(sheet.usedBox(true)?.rows).toBe(1);
    }
    // Labels as the reader knows them: every one is understood again.
    expect(texts(dictionary)).toEqual(
      expect.arrayContaining(["回执（盖章）", "A&HCI", "博士研究生", "yiyang-2018-47"]),
    );
  });

  test("sheets of these names are never overwritten", async () => {
    const harness = await AddinHarness.open(openFile(EXAMPLE));
    const before = saved(harness.workbook);
    await expect(harness.driver.paper("blank")).rejects.toThrow(/已有工作表.*单位信息.*新建一个空白工作簿/);
    expectSameWorkbook(saved(harness.workbook), before);
    expect(harness.status).toMatchObject({ state: "error" });
  });

  test("a sheet with something on it stays", async () => {
    const workbook = emptyWorkbook();
    workbook.sheets[0]?.setValue(3, 3, "备忘");
    const harness = await AddinHarness.open(workbook);
    await made(harness, "blank");
    expect(saved(harness.workbook).sheets.map(({ name }) => name)).toEqual(["Sheet1", ...BLANK]);
    harness.expectClean();
  });
});

describe("备案表 and 一览表", () => {
  test("filled in from the unit's sheets, and blank beside them; twice is as once", async () => {
    const before = openFile(SAMPLE);
    const harness = await AddinHarness.open(openFile(SAMPLE));
    const outcome = await made(harness, "forms");
    expect(outcome).toMatchObject({ paper: "forms", blank: false });
    await made(harness, "blank-forms");
    const once = saved(harness.workbook);
    keep(once, "forms.xlsx");
    for (const sheet of before.sheets)
      expectSame(sheetSnapshot(sheetOf(once, sheet.name)), sheetSnapshot(sheet), sheet.name);
    if (outcome.paper !== "forms") throw new Error();
    expect(outcome.filings).toBeGreaterThan(0);
    expect(outcome.organisations).toBeGreaterThan(0);
    const form = sheetOf(once, "公需科目培训备案表");
    expect(form.page.rowBreaks.length).toBeGreaterThanOrEqual(outcome.filings - 1);
    expect(texts(form).filter((text) => text === "益阳市2018年专业技术人员公需科目培训备案表")).toHaveLength(
      outcome.filings,
    );
    expect(form.page).toMatchObject({ orientation: "portrait", paperSize: 9 });
    const blank = texts(sheetOf(once, "公需科目培训备案表(空白)")).filter((text) => text !== "");
    expect(blank).toEqual([
      "益阳市2018年专业技术人员公需科目培训备案表",
      "申报单位",
      "培训机构",
      "单位通讯地址",
      "邮编",
      "E－mail",
      "培训负责人",
      "职务",
      "电话",
      "培训联系人",
      "职务",
      "电话",
      "培训名称",
      "培训地点",
      "预计培训时间",
      "拟培训人员范围",
      "培训方案",
      "培训计划",
      "注：篇幅如不够，培训方案和培训计划可以另附",
    ]);
    expect(rowTexts(sheetOf(once, "培训单位一览表"), 1)).toEqual([
      "序号",
      "单位名称",
      "单位性质",
      "单位地址",
      "培训方式",
      "培训联系人",
      "网址",
      "联系电话",
    ]);
    await made(harness, "forms");
    await made(harness, "blank-forms");
    expectSameWorkbook(saved(harness.workbook), once);
    harness.expectClean();
  });

  test("nothing to fill in is said; a unit's own sheet of that name is never overwritten", async () => {
    const workbook = openFile(EXAMPLE);
    for (const name of ["培训备案", "培训单位"]) {
      const sheet = workbook.sheetByName(name);
      if (sheet !== undefined) workbook.removeSheet(sheet);
    }
    workbook.addSheet("培训单位一览表(空白)").setValue(0, 0, "单位自己的表");
    const harness = await AddinHarness.open(saved(workbook));
    await expect(harness.driver.paper("forms")).rejects.toThrow(/没有可填的表.*空白表/);
    await expect(harness.driver.paper("blank-forms")).rejects.toThrow(/不是本加载项所建.*改个名/);
    expect(rowTexts(sheetOf(harness.workbook, "培训单位一览表(空白)"), 0)).toEqual(["单位自己的表"]);
  });
});

describe("年度工作报告", () => {
  test("tables and charts of the reviewed workbook; again gives the same; cleared with the results", async () => {
    const harness = await AddinHarness.open(openFile(SAMPLE));
    await expect(harness.driver.paper("report")).rejects.toThrow(/还没有审核结果.*先点“审核”/);
    await harness.review();
    const { review } = await harness.adopt();
    expect(await made(harness, "report")).toEqual({ paper: "report", sheet: "年度工作报告" });
    harness.expectClean();
    const once = saved(harness.workbook);
    keep(harness.workbook, "report.xlsx");
    const sheet = sheetOf(once, "年度工作报告");
    const rows = [...sheet.rows.keys()].sort((a, b) => a - b);
    const after = (title: string): number => rows.find((row) => rowTexts(sheet, row)[0] === title) ?? -1;
    const total = (title: string): readonly string[] =>
      rowTexts(sheet, rows.find((row) => row > after(title) && rowTexts(sheet, row)[0] === "合计") ?? -1);
    const qualified = review.people.filter(({ verdict }) => verdict === "qualified").length;
    expect(total("一、各申报级别合格率").slice(0, 4)).toEqual([
      "合计",
      String(qualified / review.people.length),
      String(review.people.length),
      String(qualified),
    ]);
    expect(total("二、各工作单位合格率").slice(2, 4)).toEqual([String(review.people.length), String(qualified)]);
    const hours = review.records.reduce((sum, each) => sum + each.creditedHours, 0);
    expect(total("四、各学习形式核定学时")).toEqual(
      expect.arrayContaining([String(hours), String(review.records.length)]),
    );
    const first = rowTexts(sheet, after("五、最常见的问题") + 2);
    // The paper shows no codes: its first line is one of the review's, with its count and clause
    const codes = [...new Set(review.findings.map(({ code }) => code))];
    const counted = codes.map((each) => {
      const found = review.findings.filter(({ code }) => code === each);
      return [String(found.length), found[0]?.clause];
    });
    expect(counted).toContainEqual([first[1], first[4]]);

    const parts = partsOf(harness.workbook);
    const charts = Object.keys(parts).filter((name) => /^xl\/charts\/chart\d+\.xml$/.test(name));
    expect(charts).toHaveLength(4);
    expect(charts.map((name) => /<a:t>([^<]*)<\/a:t>/.exec(parts[name] ?? "")?.[1])).toEqual([
      "各申报级别合格率",
      expect.stringContaining("工作单位合格率"),
      "各学习形式核定学时",
      "最常见的问题（次数）",
    ]);
    for (const name of charts)
      expect(parts[name]).toMatch(/<c:f>(&apos;|')?年度工作报告(&apos;|')?!\$A\$\d+(:\$A\$\d+)?<\/c:f>/);

    await made(harness, "report");
    expectSameWorkbook(saved(harness.workbook), once);
    expect(Object.keys(partsOf(harness.workbook)).filter((name) => name.includes("charts/"))).toHaveLength(4);
    harness.expectClean();
    await harness.clear();
    expect(harness.workbook.sheets.map(({ name }) => name)).not.toContain("年度工作报告");
    expect(Object.keys(partsOf(harness.workbook)).filter((name) => /charts|drawings/.test(name))).toEqual([]);
  });

  test("a workbook changed since its review is reviewed again first", async () => {
    const harness = await AddinHarness.open(openFile(EXAMPLE));
    const { review } = await harness.review();
    const sheet = sheetOf(harness.workbook, RECORDS);
    sheet.setValue(review.records[0]?.place.row ?? 1, annotationOf(sheet).column - 1, "改动");
    await expect(harness.driver.paper("report")).rejects.toThrow(/又有改动.*重新审核/);
    expect(harness.workbook.sheetByName("年度工作报告")).toBeUndefined();
  });
});

describe("抽查清单", () => {
  const lines = (sheet: Sheet): string[][] => {
    const header = [...sheet.rows.keys()].find((row) => rowTexts(sheet, row)[0] === "次序") ?? -1;
    const found: string[][] = [];
    for (let row = header + 1; /^\d+$/.test(rowTexts(sheet, row)[0] ?? ""); row += 1)
      found.push([...rowTexts(sheet, row)]);
    return found;
  };

  test("n % at random by a recorded seed; the same seed again keeps the inspector's marks; another seed keeps the former list", async () => {
    const harness = await AddinHarness.open(openFile(SAMPLE));
    await harness.review();
    await harness.adopt();
    const fields = { "sample-percent": "10", "sample-seed": "20181123", "sample-by": "抽查人甲" };
    const outcome = await made(harness, "sample", fields);
    if (outcome.paper !== "sample") throw new Error();
    expect(outcome).toMatchObject({ sheet: "抽查清单", drawn: Math.round(outcome.of / 10), replaced: null });
    const sheet = sheetOf(harness.workbook, "抽查清单");
    keep(harness.workbook, "sample.xlsx");
    expect(texts(sheet)).toEqual(expect.arrayContaining(["10%", "20181123", "抽查人甲", "否"]));
    const first = lines(sheet);
    expect(first).toHaveLength(outcome.drawn);

    const header = [...sheet.rows.keys()].find((row) => rowTexts(sheet, row)[0] === "次序") ?? 0;
    const mark = rowTexts(sheet, header).indexOf("核验结果");
    sheet.setValue(header + 2, mark, "不符");
    sheet.setValue(header + 2, mark + 1, "抽查人乙");
    const marked = lines(sheet);
    expect(await made(harness, "sample", fields)).toMatchObject({ sheet: "抽查清单", drawn: outcome.drawn });
    expect(lines(sheet)).toEqual(marked);

    const other = await made(harness, "sample", { ...fields, "sample-seed": "7", "sample-one-per-person": true });
    expect(other).toMatchObject({ sheet: "抽查清单(2)", replaced: null });
    expect(lines(sheetOf(harness.workbook, "抽查清单"))).toEqual(marked);
    const people = new Set(lines(sheetOf(harness.workbook, "抽查清单(2)")).map((line) => line[2]));
    const records = sheetOf(harness.workbook, RECORDS);
    const { row, of } = annotationOf(records);
    const registration = rowTexts(records, row).findIndex((text) =>
      ["登记证书编号", "证书编号", "继续教育证书编号", "登记证号"].includes(text),
    );
    const credited = [...records.rows.keys()].filter(
      (each) => shown(records, each, of("审核结论")) === "认定" && Number(shown(records, each, of("核定学时"))) > 0,
    );
    expect([...people].sort()).toEqual(
      [
        ...new Set(
          credited.map((each) =>
            String(shown(records, each, registration))
              .trim()
              .toUpperCase(),
          ),
        ),
      ].sort(),
    );

    expect(await made(harness, "sample", { ...fields, "sample-seed": "8", "sample-replace": true })).toMatchObject({
      sheet: "抽查清单(2)",
      replaced: "抽查清单(2)",
    });
    expect(lines(sheetOf(harness.workbook, "抽查清单"))).toEqual(marked);
    harness.expectClean();
    // What inspectors wrote is nothing that clearing takes away.
    await harness.clear();
    expect(lines(sheetOf(harness.workbook, "抽查清单"))).toEqual(marked);
  });
});

describe("print and sign", () => {
  test("年度汇总 and 审核意见 are ready to be printed and signed; signed, they are read as before", async () => {
    const harness = await AddinHarness.open(openFile(SAMPLE));
    await harness.review();
    const once = saved(harness.workbook);
    keep(once, "print.xlsx");
    for (const name of ["年度汇总", "审核意见"]) {
      const sheet = sheetOf(once, name);
      expect(sheet.page).toMatchObject({
        orientation: "landscape",
        paperSize: 9,
        fitToPage: true,
        fitToWidth: 1,
        fitToHeight: 0,
      });
      expect(sheet.page.headerFooter).toContain("第 &amp;P 页 / 共 &amp;N 页");
      expect(sheet.printTitleRows).toEqual({ first: 0, count: 1 });
      const last = (sheet.usedBox(true)?.rows ?? 0) - 1;
      expect(rowTexts(sheet, last)[0]).toMatch(/^初审人：.*复核人：.*负责人：.*日期：/);
      expect(rowTexts(sheet, last - 1)).toEqual([]);
      expect(sheet.printArea).toMatchObject({ row: 0, column: 0, rows: last + 1 });
    }
    const opinions = sheetOf(harness.workbook, "审核意见");
    const last = (opinions.usedBox(true)?.rows ?? 0) - 1;
    opinions.setValue(last, 0, "初审人：王某　复核人：李某");
    opinions.setValue(last, 9, "认定");
    opinions.setValue(last, 11, "王某");
    await harness.review();
    expectSameWorkbook(saved(harness.workbook), once);
    harness.expectClean();
  });
});

describe("仅看问题行", () => {
  /** A filter with a criterion, a row and a column hidden by hand, panes frozen both ways. */
  function furnished(): Workbook {
    const workbook = openFile(EXAMPLE);
    const sheet = sheetOf(workbook, RECORDS);
    const box = sheet.usedBox(true);
    if (box === null) throw new Error("学时记录 is blank");
    sheet.autoFilter = {
      box,
      criteria: '<filterColumn colId="4"><filters><filter val="面授培训"/></filters></filterColumn>',
    };
    for (let row = box.row + 1; row < box.row + box.rows; row += 1)
      if (shown(sheet, row, 4) !== "面授培训") sheet.setRowHidden(row, true);
    sheet.freeze = { rows: 1, columns: 3 };
    sheet.setColumnHidden(7, true);
    sheet.setColumnWidth(6, 90);
    return saved(workbook);
  }

  const cases: readonly (readonly [string, () => Workbook])[] = [
    ["the sample", () => openFile(SAMPLE)],
    ["filter, hidden column and panes of the unit's own", furnished],
  ];

  test.each(cases)("%s: problems in sight at 1366 x 768, and everything back afterwards", async (_, make) => {
    const harness = await AddinHarness.open(make());
    await harness.review();
    const before = saved(harness.workbook);
    const outcome = await made(harness, "problem-view");
    harness.expectClean();
    const during = saved(harness.workbook);
    keep(during, `view-${make === furnished ? "furnished" : "sample"}.xlsx`);
    const sheet = sheetOf(during, RECORDS);
    const { row, column, of } = annotationOf(sheet);
    const box = sheet.usedBox(true);
    const rows = Array.from({ length: (box?.row ?? 0) + (box?.rows ?? 0) - row - 1 }, (_each, at) => row + 1 + at);
    const isProblem = (each: number): boolean =>
      !["", "认定"].includes(String(shown(sheet, each, of("审核结论")) ?? "")) ||
      (shown(sheet, each, of("审核问题")) ?? "") !== "";
    expect(rows.filter((each) => !(sheet.rows.get(each)?.hidden ?? false))).toEqual(rows.filter(isProblem));
    expect(outcome).toEqual({ paper: "view", state: "on", rows: rows.filter(isProblem).length });
    const visible = Array.from({ length: column + 7 }, (_each, at) => at).filter(
      (each) => sheet.column(each)?.hidden !== true,
    );
    const headers = visible.map((each) => String(shown(sheet, row, each)));
    expect(headers).toEqual(expect.arrayContaining(["姓名", "审核问题"]));
    expect(headers.some((header) => ["名称", "活动名称", "课程名称", "培训名称", "题目"].includes(header))).toBe(true);
    // About 1,300 pixels of cells, of which the pane takes 320; 7 pixels a character.
    const pixels = visible.reduce((sum, each) => sum + Math.round(7 * (sheet.column(each)?.width ?? 9.14)), 0);
    expect(pixels).toBeLessThanOrEqual(960);
    expect(sheet.freeze).toEqual({ rows: row + 1, columns: 0 });
    expect(sheet.autoFilter?.criteria ?? "").toBe("");

    expect(await made(harness, "leave-view")).toEqual({ paper: "view", state: "left", rows: 0 });
    expectSameWorkbook(saved(harness.workbook), before);
    expect(harness.workbench.settings.has("ce-hours-review.problem-view")).toBe(false);
    harness.expectClean();
  });

  test("an interrupted entrance, an interrupted leave, and a review from within: the sheet comes back", async () => {
    const harness = await AddinHarness.open(furnished());
    await harness.review();
    const before = saved(harness.workbook);
    for (const breaksAt of [2, 3, 4, 5, 6]) {
      harness.onRequest((index) => (index === breaksAt ? 5001 : null));
      const entered = await harness.driver.paper("problem-view").then(
        () => true,
        () => false,
      );
      harness.letPass();
      await harness.workbench.settled();
      if (harness.workbench.settings.has("ce-hours-review.problem-view")) {
        // Entered or half entered: leave, the first time with a failure as well.
        const again = await AddinHarness.open(saved(harness.workbook), {
          settings: Object.fromEntries(
            [...harness.workbench.settings].map(([key, json]) => [key, JSON.parse(json) as unknown]),
          ),
        });
        again.onRequest((index) => (index === 3 ? 5001 : null));
        await again.driver.paper("leave-view").catch(() => undefined);
        again.letPass();
        await again.workbench.settled();
        if (again.workbench.settings.has("ce-hours-review.problem-view")) await made(again, "leave-view");
        expectSameWorkbook(saved(again.workbook), before);
        again.workbench.close();
        if (harness.workbench.window.document.querySelector('[data-testid="leave-view"]') === null)
          await made(harness, "problem-view");
        await made(harness, "leave-view");
      } else expect(entered).toBe(false);
      expectSameWorkbook(saved(harness.workbook), before);
    }
    await made(harness, "problem-view");
    await harness.review();
    expectSameWorkbook(saved(harness.workbook), before);
    expect(harness.workbench.window.document.querySelector('[data-testid="leave-view"]')).toBeNull();
  });

  test("before a review there is nothing to look at", async () => {
    const harness = await AddinHarness.open(openFile(EXAMPLE));
    await expect(harness.driver.paper("problem-view")).rejects.toThrow(/还没有审核结果.*先点“审核”/);
  });
});

test("a paper leaves the review as it was: the submission reads the same", async () => {
  const harness = await AddinHarness.open(openFile(EXAMPLE));
  await harness.review();
  const before = readSubmission(gridsOfWorkbook(saved(harness.workbook)));
  await made(harness, "blank-forms");
  expect(readSubmission(gridsOfWorkbook(saved(harness.workbook)))).toEqual(before);
});

test("npm run blank makes the workbook once, and never writes over a file", () => {
  const folder = mkdtempSync(join(tmpdir(), "blank-"));
  try {
    const out = join(folder, "空白.xlsx");
    const command = (...args: string[]) =>
      spawnSync(join(ROOT, "node_modules/.bin/tsx"), [join(ROOT, "src/cli/blank.ts"), ...args], {
        encoding: "utf8",
        cwd: folder,
      });
    expect(command(out)).toMatchObject({ status: 0, stderr: "" });
    expect(openWorkbook(readFileSync(out)).sheets.map(({ name }) => name)).toContain("填表说明");
    const again = command(out);
    expect(again.status).toBe(2);
    expect(again.stderr).toContain("已经存在，不会覆盖");
    expect(command().status).toBe(2);
  } finally {
    rmSync(folder, { recursive: true });
  }
}, 60_000);

const hasLibreOffice = spawnSync("soffice", ["--version"]).status === 0;
if (!hasLibreOffice)
  process.stderr.write("skipped: soffice is not installed (apt-get install libreoffice-calc fonts-noto-cjk)\n");

(hasLibreOffice ? test : test.skip)(
  "LibreOffice opens the year's report with its charts, and the blank workbook with its drop-downs",
  async () => {
    const folder = mkdtempSync(join(tmpdir(), "papers-"));
    try {
      const reported = await AddinHarness.open(openFile(EXAMPLE));
      await reported.review();
      await made(reported, "report");
      await reported.freeze();
      const blank = await AddinHarness.open(emptyWorkbook());
      await made(blank, "blank");
      for (const [name, harness] of [
        ["report", reported],
        ["blank", blank],
      ] as const)
        writeFileSync(join(folder, `${name}.xlsx`), saveWorkbook(harness.workbook));
      const { status } = spawnSync("soffice", [
        "--headless",
        `-env:UserInstallation=file://${folder}/profile`,
        "--convert-to",
        "xlsx:Calc MS Excel 2007 XML",
        "--outdir",
        join(folder, "again"),
        join(folder, "report.xlsx"),
        join(folder, "blank.xlsx"),
      ]);
      expect(status).toBe(0);
      const parts = Object.fromEntries(
        Object.entries(unzipSync(readFileSync(join(folder, "again/report.xlsx")))).map(([name, bytes]) => [
          name,
          strFromU8(bytes),
        ]),
      );
      const charts = Object.keys(parts).filter((name) => /^xl\/charts\/chart\d+\.xml$/.test(name));
      expect(charts).toHaveLength(4);
      for (const name of charts) expect(parts[name]).toMatch(/<c:barChart>.*年度工作报告/s);
      const again = openWorkbook(readFileSync(join(folder, "again/blank.xlsx")));
      const records = sheetOf(again, "学时记录");
      const column = rowTexts(records, 0).indexOf("学习形式");
      expect(records.validationAt(5, column)).toMatchObject({
        type: "list",
        formula1: expect.stringMatching(/字典'?!\$A\$2/) as string,
      });
      expect(records.validationAt(5, rowTexts(records, 0).indexOf("半天数"))).toMatchObject({ type: "whole" });
    } finally {
      rmSync(folder, { recursive: true });
    }
  },
  120_000,
);

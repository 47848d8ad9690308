/** Plans of the office's papers: what no host has to be asked for. */
import { blankPlans } from "../../src/papers/blank";
import { LIST_TITLES } from "../../src/papers/blank-columns";
import { filledForms } from "../../src/papers/forms";
import { columnsInSight, problemRows, runsBetween, SIGHT_POINTS } from "../../src/papers/problem-view";
import { wrapped } from "../../src/papers/wrapped";
import { yearReportPlan } from "../../src/papers/year-report";
import { policyOf } from "../../src/policy";
import type { PlannedCell } from "../../src/results/plan";
import { readTable } from "../../src/results/table";
import { isSignature, SIGNATURE_LINE, VALUES } from "../../src/submission/vocabulary";
import { labelOf } from "../../src/submission/text";
import { reviewSubmission } from "../../src/review";
import { readSubmission } from "../../src/submission";
import { gridOf, submissionGrids } from "../support/submission";

describe("新建申报表", () => {
  const plans = blankPlans();
  const cellsOf = (name: string): PlannedCell[] =>
    plans.find((plan) => plan.name === name)?.blocks.flatMap(({ cells }) => cells.flat()) ?? [];

  test("every label of policy and vocabulary is on 字典, as the reader knows it", () => {
    const listed = new Set(cellsOf("字典").map((cell) => labelOf(typeof cell === "string" ? cell : null)));
    const forms = Object.values(policyOf("")?.forms ?? {});
    const wanted = [
      ...forms.flatMap(({ labels, evidence }) => [...labels, ...Object.keys(evidence?.labels ?? {})]),
      ...Object.values(VALUES).flatMap((list) => [...list.keys()]),
    ];
    expect(wanted.map(labelOf).filter((label) => !listed.has(label))).toEqual([]);
    expect(Object.keys(LIST_TITLES).sort()).toEqual(["form", "policyId", "unitNature", ...Object.keys(VALUES)].sort());
  });

  test("messages keep within what Excel takes", () => {
    for (const { title, message } of plans.flatMap(({ checks }) =>
      (checks ?? []).flatMap(({ prompt, error }) => [prompt, error].filter((each) => each !== undefined)),
    )) {
      expect({ title, fits: title.length <= 32 && message.length <= 255 && message !== "" }).toEqual({
        title,
        fits: true,
      });
    }
  });

  test("no cell of it is a formula", () => {
    for (const { blocks } of plans)
      expect(
        blocks.flatMap(({ cells }) => cells.flat()).filter((cell) => typeof cell === "object" && cell !== null),
      ).toEqual([]);
  });
});

test("lines break by width, a Chinese character being two", () => {
  expect(wrapped("甲乙丙丁", 4)).toEqual(["甲乙", "丙丁"]);
  expect(wrapped("ab甲\n丙", 3)).toEqual(["ab", "甲", "丙"]);
  expect(wrapped("", 9)).toEqual([""]);
});

describe("备案表", () => {
  test("only 公需科目, a page each; long plans go to a page of their own; user text stays text", () => {
    const grids = submissionGrids({
      filings: [
        { 培训名称: "=1+1", 培训方案: "方案".repeat(600), 开始日期: "2018.7.1", 结束日期: "2018年7月3日" },
        { 备案号: "B2", 科目: "专业科目" },
        { 备案号: "B3", 科目: null },
      ],
    });
    const { sheets, filings, leftOut } = filledForms(grids);
    expect([filings, leftOut]).toEqual([2, 1]);
    const [form] = sheets;
    const cells = form?.blocks.flatMap((block) => block.cells.flat()) ?? [];
    expect(cells).toEqual(
      expect.arrayContaining(["=1+1", "（另附）", "附：培训方案（=1+1）", "2018年7月1日至2018年7月3日"]),
    );
    expect(form?.styles[0]?.style.numberFormat).toBe("@");
    // Page 1, its attachment, page 2.
    expect(form?.print?.breaksAbove).toHaveLength(2);
  });

  test("no sheet, no form", () => {
    expect(filledForms(submissionGrids({ filings: null }))).toEqual({
      sheets: [],
      filings: 0,
      organisations: 0,
      leftOut: 0,
    });
  });
});

test("a report of a submission without records says so, and makes no chart of nothing", () => {
  const reading = readSubmission(submissionGrids());
  if (!reading.ok) throw new Error();
  const plan = yearReportPlan(reading.submission, reviewSubmission(reading.submission), "2018-12-20");
  const cells = plan.blocks.flatMap((block) => block.cells.flat());
  expect(cells).toContain("没有学时记录");
  expect(plan.charts?.map(({ name }) => name)).not.toContain("各形式学时");
});

describe("signature lines", () => {
  test("are no lines of a table, signed or not; a word in a record makes none of it", () => {
    expect(isSignature([SIGNATURE_LINE, null])).toBe(true);
    expect(isSignature([null, "初审人：王某", "认定"])).toBe(true);
    expect(isSignature(["YY000001", "负责人：张三", "初审人：李四"])).toBe(false);
    const lines = readTable(
      gridOf("审核意见", [
        ["位置", "处理"],
        ["学时记录!A2", "认定"],
        [null, null],
        [SIGNATURE_LINE, "认定"],
      ]),
      "处理",
    );
    expect(lines.map((line) => line.get("位置"))).toEqual(["学时记录!A2"]);
  });

  test("a record whose remark names the first reviewer is read", () => {
    const reading = readSubmission(
      submissionGrids({ records: [{ 学习形式: "论文", 名称: "题", 备注: "初审人：王某" }] }),
    );
    expect(reading.ok && reading.submission.records).toHaveLength(1);
  });
});

describe("仅看问题行", () => {
  const titles = ["折算科目", "折算学时", "行内问题", "核定学时", "审核结论", "审核问题", "审核指纹"];
  const line = (verdict: string, problems: string | null): (string | null)[] => [
    "x",
    "专业科目",
    null,
    null,
    null,
    verdict,
    problems,
    "f",
  ];

  test("not credited, or with a problem; blank rows are none", () => {
    const grid = gridOf("学时记录", [
      ["标题"],
      ["姓名", ...titles],
      line("认定", null),
      line("不予认定", "c 问题"),
      line("认定", "w 提醒"),
      line("已过期", null),
      [],
    ]);
    expect(problemRows(grid)).toEqual({ headerRow: 1, lastRow: 6, shown: [3, 4, 5] });
    expect(runsBetween(2, 6, [3, 4, 5])).toEqual([
      { row: 2, rows: 1 },
      { row: 6, rows: 1 },
    ]);
    expect(problemRows(gridOf("学时记录", [["姓名"]]))).toBeNull();
  });

  test("the three columns fit, narrowed if they must be; others only where there is room", () => {
    const reading = readSubmission(submissionGrids({ records: [{ 学习形式: "论文" }] }));
    if (!reading.ok) throw new Error();
    const layout = reading.submission.recordLayout;
    const usual = columnsInSight(layout, 32, () => 60);
    expect(usual.shown).toEqual(expect.arrayContaining([2, 6, 37]));
    expect(usual.widths.size).toBe(0);
    const wide = columnsInSight(layout, 32, (column) => (column === 6 ? 600 : column === 37 ? 320 : 60));
    expect(wide.shown).toEqual([2, 6, 37]);
    expect(60 + (wide.widths.get(6) ?? 600) + (wide.widths.get(37) ?? 320)).toBeLessThanOrEqual(SIGHT_POINTS);
  });
});

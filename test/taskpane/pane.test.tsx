/** The pane in jsdom with faked services: states, keyboard, inline forms, and the event drivers wait for. */
import { page } from "./page";
import { act } from "react";
import type { ReviewOutcome, RoundPreview } from "../../src/excel";
import type { Language } from "../../src/messages";
import { effectSentence, type OptionEffect } from "../../src/results";
import { reviewSubmission } from "../../src/review";
import type { Finding } from "../../src/review/types";
import { readSubmission } from "../../src/submission";
import { adopt } from "../../src/taskpane/actions/adopt";
import { importDecisions } from "../../src/taskpane/actions/import-decisions";
import { importRound } from "../../src/taskpane/actions/import-round";
import { previewDecisions } from "../../src/taskpane/actions/preview-decisions";
import { previewRound } from "../../src/taskpane/actions/preview-round";
import { review } from "../../src/taskpane/actions/review";
import type { sendBack } from "../../src/taskpane/actions/send-back";
import type { Failure } from "../../src/taskpane/controller";
import { NOTHING_INCOMING } from "../../src/trust";
import { submissionGrids, type RowCells } from "../support/submission";
import { at, click, failure, finding, outcomeWith, press, show, MISSING_SHEET, stage, type, type Stage } from "./stage";

let staged: Stage | null = null;
afterEach(async () => {
  await staged?.unmount();
  staged = null;
  localStorage.clear();
});

test("idle, busy with true progress, cancelled", async () => {
  staged = await stage({
    review: (_, { signal, onProgress }) =>
      new Promise((_, reject) => {
        onProgress({ step: "reading", done: 1, total: 4 });
        signal.addEventListener("abort", () => reject(failure({ kind: "cancelled" })));
      }),
  });
  expect(at("status").dataset.state).toBe("idle");
  await click("review");
  expect(at("status").dataset.state).toBe("busy");
  expect(document.querySelector('[role="progressbar"]')?.getAttribute("aria-valuenow")).toBe("8");
  await click("cancel");
  expect(at("status").dataset.state).toBe("error");
  expect(at("status").textContent).toContain("已取消");
  expect(staged.done).toMatchObject([{ action: "review", ok: false, failure: { kind: "cancelled" } }]);
});

test("a finished review shows unit, counts and findings, and tells drivers", async () => {
  const outcome = outcomeWith([finding(4), finding(5, { code: "evidence-incomplete", severity: "error" })]);
  staged = await stage({ review: () => Promise.resolve(outcome) });
  await click("review");
  expect(at("status").getAttribute("role")).toBe("status");
  expect(at("status").dataset.state).toBe("done");
  expect(document.body.textContent).toContain("益阳市第一中学");
  expect(staged.done[0]?.outcome).toBe(outcome);
  await show("findings");
  const codes = [...at("findings").querySelectorAll<HTMLElement>("button")].map((row) => row.dataset.code);
  expect(codes).toEqual(["evidence-incomplete", "hours-claim-mismatch"]);
});

test("arrows move in the findings, a click goes to the cell", async () => {
  const selected: unknown[] = [];
  staged = await stage({
    review: () => Promise.resolve(outcomeWith([finding(4), finding(5), finding(6)])),
    select: (place) => Promise.resolve(void selected.push(place)),
  });
  await click("review");
  await show("findings");
  const rows = [...at("findings").querySelectorAll("button")];
  expect(rows.map((row) => row.tabIndex)).toEqual([0, -1, -1]);
  await act(async () => {
    rows[0]!.focus();
    rows[0]!.dispatchEvent(new page.KeyboardEvent("keydown", { key: "End", bubbles: true }));
  });
  expect(document.activeElement).toBe(rows[2]);
  await act(async () => rows[2]!.click());
  expect(selected).toEqual([{ sheet: "学时记录", row: 6, column: 29 }]);
});

test("a finding shows what stands behind it in its place: clause, remedy, computation, evidence, outcome; Escape goes back to its row", async () => {
  const reading = readSubmission(
    submissionGrids({
      records: [{ 学习形式: "面授培训", 名称: "培训", 半天数: 6, 晚上数: 2, 证明材料: "培训通知" }],
      people: [{ 已验印年度: "2013、2014、2015、2016" }],
    }),
  );
  if (!reading.ok) throw new Error("not read");
  const { submission } = reading;
  const review = reviewSubmission(submission);
  staged = await stage({
    review: () => Promise.resolve({ ...outcomeWith([]), review, submission }),
    select: () => Promise.resolve(),
  });
  await click("review");
  await show("findings");
  const row = (code: string): HTMLElement => {
    const found = at("findings").querySelector<HTMLElement>(`[data-code="${code}"]`);
    if (found === null) throw new Error(`no ${code}`);
    return found;
  };
  const shown = (): string[] => [...at("explained").querySelectorAll("dd")].map((line) => line.textContent);
  await act(async () => row("evidence-incomplete").focus());
  await act(async () => row("evidence-incomplete").click());
  expect(row("evidence-incomplete").getAttribute("aria-current")).toBe("true");
  expect(at("finding").textContent).toMatch(/错误：证明材料不齐，最接近的一组尚缺：结业证书.*怎么改.*依据附件4\(二\)1/);
  expect(shown()).toEqual([
    "6 个半天 × 4 + 2 晚 × 2 = 28 学时（附件5第1条）",
    "证明材料缺：结业证书（凑成一组：培训通知、结业证书）；或另任选一组：培训通知＋培训课程表＋培训签到表，培训通知＋培训日程安排＋培训签到表，培训签到表＋结业证书，培训课程表＋结业证书，培训日程安排＋结业证书（附件4(二)1）",
    "不予认定：证明材料不齐（附件4(二)1）",
  ]);
  expect(document.activeElement?.tagName).toBe("H2");
  await press("Escape");
  expect(document.querySelector('[data-testid="explained"]')).toBeNull();
  expect(document.activeElement).toBe(row("evidence-incomplete"));
  // A year's finding tells of its person
  await act(async () => row("annual-total-shortfall").click());
  expect(shown()).toEqual([expect.stringMatching(/^不合格：2013–2016 年度达标；2017 年度不达标（合计差 90 学时/)]);
});

test.each([
  [failure({ kind: "editing" }), "请先按回车结束编辑"],
  [failure({ kind: "protected", message: "工作表“学时记录”受保护", remedy: "撤销工作表保护后重试" }), "撤销工作表保护"],
  [
    failure({
      kind: "input",
      message: "不能审核",
      problems: [{ key: "label-blank", details: { label: "申报单位" }, sheet: "学时记录", cell: "E3" }],
    }),
    "学时记录 E3",
  ],
])("failure %#: what to do stands in the status", async (thrown, words) => {
  staged = await stage({ review: () => Promise.reject(thrown) });
  await click("review");
  expect(at("status").dataset.state).toBe("error");
  expect(at("status").textContent).toContain(words);
});

test("adopting asks for a name, remembers it, and passes today", async () => {
  const asked: unknown[] = [];
  staged = await stage({
    adopt: ({ name }, { today }) => {
      asked.push({ name, today });
      return Promise.resolve(outcomeWith([]));
    },
  });
  // From the ribbon, before any review
  await act(async () => staged?.controller.openForm(adopt));
  await click("adopt-confirm");
  expect(asked).toEqual([]);
  // Fluent shows an error a moment later, so that screen readers announce it
  await act(() => new Promise((resolve) => setTimeout(resolve, 300)));
  expect(document.body.textContent).toContain("请填写决定人姓名");
  await type("adopt-name", " 李审核 ");
  await click("adopt-confirm");
  expect(asked).toEqual([{ name: "李审核", today: "2018-11-02" }]);
  await act(async () => staged?.controller.openForm(adopt));
  expect(at<HTMLInputElement>("adopt-name").value).toBe("李审核");
});

test("certificates: a first number is optional and checked", async () => {
  const asked: unknown[] = [];
  staged = await stage({
    certificates: ({ firstNumber }) => {
      asked.push(firstNumber);
      return Promise.reject(failure({}));
    },
  });
  await show("certificates");
  await click("certificates");
  expect(document.body.textContent).toContain("仅本册唯一");
  await type("first-number", "0");
  await click("certificates-confirm");
  expect(asked).toEqual([]);
  await type("first-number", "12");
  await click("certificates-confirm");
  // It failed: what was typed is still there
  expect(at<HTMLInputElement>("first-number").value).toBe("12");
  await type("first-number", "");
  await click("certificates-confirm");
  expect(asked).toEqual([12, undefined]);
});

test("a notice that knows no windows issues no certificates, and the pane says so", async () => {
  const outcome = outcomeWith([]);
  staged = await stage({
    review: () => Promise.resolve({ ...outcome, review: { ...outcome.review, policy: "accounting-2018-10" } }),
  });
  await click("review");
  await show("certificates");
  await click("certificates");
  expect(at("no-certificates").textContent).toContain("这份通知不发合格证明");
  expect(document.querySelector('[data-testid="certificates-confirm"]')).toBeNull();
});

test("clearing says first that undo goes with it", async () => {
  let cleared = 0;
  staged = await stage({ clear: () => Promise.resolve(void (cleared += 1)) });
  await show("papers");
  await click("clear");
  expect(cleared).toBe(0);
  expect(document.body.textContent).toContain("撤销记录也会一并清空");
  await click("clear-confirm");
  expect(cleared).toBe(1);
  expect(at("status").textContent).toContain("已清除");
});

describe("其他文书", () => {
  const asked: unknown[] = [];
  beforeEach(() => void asked.splice(0));

  test("the sample asks for share, seed and name, proposes a seed, and takes nothing wrong", async () => {
    staged = await stage({
      sample: (request) => {
        asked.push(request);
        return Promise.resolve({ paper: "sample", sheet: "抽查清单", drawn: 6, of: 60, replaced: null });
      },
    });
    await show("papers");
    await click("sample");
    const seed = at<HTMLInputElement>("sample-seed").value;
    expect(seed).toMatch(/^\d{1,10}$/);
    await click("sample-confirm");
    // Fluent shows the words of an error a moment later
    expect(at("sample-by").getAttribute("aria-invalid")).toBe("true");
    expect(asked).toEqual([]);
    await type("sample-by", "抽查人");
    await type("sample-percent", "0");
    expect(at<HTMLButtonElement>("sample-confirm").disabled).toBe(true);
    await type("sample-percent", "１２．５％");
    await type("sample-seed", "4294967296");
    expect(at("sample-seed").getAttribute("aria-invalid")).toBe("true");
    await type("sample-seed", "42");
    await act(async () => at<HTMLInputElement>("sample-one-per-person").click());
    await click("sample-confirm");
    expect(asked).toEqual([{ percent: 12.5, seed: 42, onePerPerson: true, by: "抽查人", replace: false }]);
    expect(at("status").textContent).toContain("已从 60 条认定记录中抽取 6 条，见“抽查清单”");
    expect(document.querySelector('[data-testid="sample-confirm"]')).toBeNull();
  });

  test("a workbook saved in the view of problems offers the way out", async () => {
    let left = 0;
    staged = await stage({
      problemViewIsOn: () => true,
      "leave-view": () => {
        left += 1;
        return Promise.resolve({ paper: "view", state: "left", rows: 0 });
      },
    });
    await act(async () => staged?.controller.noteProblemView());
    await show("papers");
    await click("leave-view");
    expect(left).toBe(1);
    expect(at("status").textContent).toContain("恢复原样");
    expect(at("problem-view")).toBeTruthy();
  });

  test("a failure says what to do next", async () => {
    staged = await stage({
      report: () =>
        Promise.reject(failure({ kind: "input", message: "本工作簿还没有审核结果", remedy: "先点“审核”，再做这一项" })),
    });
    await show("papers");
    await click("report");
    expect(at("status").dataset.state).toBe("error");
    expect(at("status").textContent).toContain("本工作簿还没有审核结果先点“审核”，再做这一项");
  });
});

describe("columns that no header names for certain", () => {
  const candidate = (header: string, column: number) => ({ header, column });
  const problems: Failure["problems"] = [
    {
      sheet: "学时记录",
      cell: "B1",
      key: "column-missing",
      details: { header: "登记证书编号", near: null },
      choice: {
        key: "registrationNo",
        header: "登记证书编号",
        candidates: [candidate("证号", 1), candidate("证号#2", 7)],
      },
    },
    {
      sheet: "人员信息",
      cell: "A1",
      key: "column-missing",
      details: { header: "学历", near: null },
      choice: { key: "education", header: "学历", candidates: [candidate("文化程度", 5)] },
    },
  ];
  const choose = async (question: string, option: string): Promise<void> => {
    await click(`column-${question}`);
    const found = [...document.querySelectorAll<HTMLElement>('[role="option"]')].find(
      (each) => each.textContent === option,
    );
    if (found === undefined)
      throw new Error(
        `no option ${option}: ${[...document.querySelectorAll('[role="option"]')].map((each) => each.textContent).join(", ")}`,
      );
    await act(async () => found.click());
  };

  test("are asked; nothing is chosen beforehand; the choice is kept and used", async () => {
    const kept: unknown[] = [];
    const chosen = outcomeWith([]);
    const layout = { columns: new Map([["registrationNo", 7]]), chosen: new Map([["registrationNo", "证号#2"]]) };
    const submission = {
      ...chosen.submission,
      recordLayout: layout,
      notices: [
        { sheet: "学时记录", kind: "totals-skipped", row: 11 },
        { sheet: "学时记录", kind: "column-unread", row: 0, column: 1, text: "证号" },
      ],
    };
    staged = await stage({
      review: (request) => {
        if (request !== undefined) kept.push(request.columns);
        return kept.length === 1
          ? Promise.resolve({ ...chosen, submission: submission as unknown as ReviewOutcome["submission"] })
          : Promise.reject(failure({ kind: "input", problems }));
      },
    });
    await click("review");
    await click("columns-confirm");
    expect(kept).toEqual([]);
    await choose("学时记录-registrationNo", "H 列“证号”");
    await choose("人员信息-education", "F 列“文化程度”");
    await click("columns-confirm");
    expect(kept).toEqual([{ 学时记录: { "证号#2": "registrationNo" }, 人员信息: { 文化程度: "education" } }]);
    expect(at("status").dataset.state).toBe("done");
    expect(document.querySelector('[data-testid="columns-form"]')).toBeNull();

    await show("overview");
    expect(at("notices").textContent).toContain("学时记录 12 行：合计或小计，已跳过");
    expect(at("notices").textContent).toContain("学时记录 B 列“证号”：不是标准列，未读取");
    expect(at("chosen").textContent).toContain("H 列“证号”");
    await click("columns-forget");
    expect(kept[1]).toBeNull();
    expect(staged.done.map(({ action, ok }) => [action, ok])).toEqual([
      ["review", false],
      ["review", true],
      ["review", false],
    ]);
  });

  test("no form where there is nothing to choose from", async () => {
    staged = await stage({
      review: () => Promise.reject(failure({ kind: "input", problems: [MISSING_SHEET] })),
    });
    await click("review");
    expect(document.querySelector('[data-testid="columns-form"]')).toBeNull();
  });
});

describe("what each option would change", () => {
  const PERSON = {
    申报级别: "中级",
    验证方式: "登记证书原件",
    人事档案所在地: "市本级",
    起始年度: 2017,
    截止年度: 2017,
  };
  const TRAINING = {
    学习形式: "面授培训",
    科目: "专业科目",
    名称: "专业技术培训",
    半天数: 23,
    证明材料: "培训通知、结业证书",
  };
  function real(records: readonly RowCells[]): ReviewOutcome {
    const reading = readSubmission(submissionGrids({ people: [PERSON], records }));
    if (!reading.ok) throw new Error(JSON.stringify(reading.problems));
    return {
      unit: reading.submission.unit,
      submission: reading.submission,
      review: reviewSubmission(reading.submission),
      liveFormulas: true,
      again: null,
      incoming: NOTHING_INCOMING,
    };
  }

  test("stands beside it, after the review, in words", async () => {
    staged = await stage({ review: () => Promise.resolve(real([TRAINING])) });
    await click("review");
    await show("decide");
    expect([...at("effects-J-01").children].map((line) => line.textContent)).toEqual([
      "若选“从严：不达标”：1 人由待判断变为不合格（另有 1 个年度结论有变）",
      "若选“从宽：达标并注明”：1 人由待判断变为合格（另有 1 个年度结论有变）",
    ]);
  });

  test("adopting all at once says first what that changes", async () => {
    staged = await stage({ review: () => Promise.resolve(real([TRAINING])) });
    await click("review");
    await show("decide");
    await click("adopt");
    expect(at("adopt-effect").textContent).toMatch(/^全部采用后：1 人由待判断变为.+。$/u);
  });

  test("does not hold up the review, and a new review ends it", async () => {
    const waiting: (() => void)[] = [];
    const outcomes = [real([TRAINING]), real([])];
    staged = await stage({
      review: () => Promise.resolve(outcomes.shift() ?? real([])),
      pause: () => new Promise((resolve) => waiting.push(resolve)),
    });
    await click("review");
    expect(at("status").dataset.state).toBe("done");
    await show("decide");
    expect(document.body.textContent).toContain("正在推算各口径的影响…");
    await click("review");
    // Whoever waits for the first review finds it gone
    for (let round = 0; round < 20; round += 1) await act(async () => waiting.splice(0).forEach((go) => go()));
    expect(document.querySelector('[data-testid="effects-J-01"]')?.textContent ?? "").not.toContain("由待判断变为合格");
    expect(document.body.textContent).not.toContain("正在推算");
  });

  test.each<readonly [string, Partial<OptionEffect>, string, string]>([
    [
      "people, years, records",
      {
        people: [
          { from: "pending", to: "unqualified", count: 3 },
          { from: "pending", to: "qualified", count: 1 },
        ],
        years: [{ from: "pending", to: "unmet", count: 4 }],
        records: [{ from: "pending", to: "credited", count: 1 }],
      },
      "若选“从严：不达标”：3 人由待判断变为不合格，1 人由待判断变为合格（另有 4 个年度、1 条记录结论有变）",
      "If “strict: not met”: 3 people from pending to unqualified, 1 person from pending to qualified (and 4 years, 1 record change)",
    ],
    [
      "nobody, but records",
      { records: [{ from: "pending", to: "credited", count: 2 }] },
      "若选“从严：不达标”：没有人因此改变（但有 2 条记录结论有变）",
      "If “strict: not met”: nobody’s verdict changes (but 2 records change)",
    ],
    ["nothing", {}, "若选“从严：不达标”：没有人因此改变", "If “strict: not met”: nobody’s verdict changes"],
  ])("%s", (_, change, zh, en) => {
    const effect = { option: "strict", people: [], years: [], records: [], hours: 0, ...change };
    expect([effectSentence("J-01", effect, "zh"), effectSentence("J-01", effect, "en")]).toEqual([zh, en]);
  });
});

describe("importing decisions", () => {
  const taken = { id: "J-08", option: "zero", text: "zero", by: "孙局", on: "2018-07-01", reason: "会议纪要" };
  const PREVIEW = {
    fileName: "甲.xlsx",
    decisions: [taken],
    taken: [taken],
    same: ["J-02"],
    conflicts: [{ id: "J-01", own: "strict", other: "lenient" }],
    unreadable: [{ id: "J-03", text: "随便" }],
    unknown: ["K-01"],
  };

  test.each<readonly [Language, readonly string[]]>([
    [
      "zh",
      [
        "“甲.xlsx”的口径",
        "可采用 1 个决定",
        "J-08 一天的本地会议，没有报到、离会日，如何计？ 计 0 孙局 2018-07-01",
        "1 个与本工作簿相同",
        "1 个与本工作簿不同，以本工作簿为准",
        "J-01 “一般不少于”30/60 学时：合计达到 90 而某一科目不足，是否达标？ 本工作簿“从严：不达标”，对方“从宽：达标并注明”",
        "J-03 公需培训不是当年主题，是否计算？ “随便”",
        "K-01",
      ],
    ],
    [
      "en",
      [
        "Readings of “甲.xlsx”",
        "1 decision can be taken over",
        "1 is the same here",
        "1 differs here; what this workbook decided stands",
        "below a subject's minimum? here “strict: not met”",
        "No option of the question, left out: J-03",
        "No question of this policy, left out: K-01",
      ],
    ],
  ])(
    "%s: what would be taken over, what differs, what is left out; nothing is written before the click",
    async (language, words) => {
      const written: unknown[] = [];
      staged = await stage(
        {
          preview: () => Promise.resolve(PREVIEW),
          import: ({ decisions }) => {
            written.push(decisions);
            return Promise.resolve({ ...outcomeWith([]), carried: PREVIEW });
          },
        },
        language,
      );
      await act(async () => staged?.controller.openForm(importDecisions));
      await act(async () => staged?.controller.run(previewDecisions, { name: "甲.xlsx", bytes: new Uint8Array(4) }));
      const text = at("import-preview").textContent;
      expect(document.activeElement).toBe(at("import-preview"));
      for (const word of words) expect(text).toContain(word);
      expect(written).toEqual([]);
      await click("import-confirm");
      expect(written).toEqual([[taken]]);
      expect(document.querySelector('[data-testid="import-preview"]')).toBeNull();
    },
  );

  test("nothing to take over: no button to press; a wrong file says what to do", async () => {
    staged = await stage({
      preview: (file) =>
        file.bytes.length === 0
          ? Promise.reject(failure({ kind: "input", message: "不是 .xlsx 工作簿", remedy: "请选择 .xlsx" }))
          : Promise.resolve({ ...PREVIEW, taken: [] }),
    });
    await act(async () => staged?.controller.openForm(importDecisions));
    await act(async () => staged?.controller.run(previewDecisions, { name: "甲.xlsx", bytes: new Uint8Array(4) }));
    expect(at<HTMLButtonElement>("import-confirm").disabled).toBe(true);
    await act(async () => staged?.controller.run(previewDecisions, { name: "空.xlsx", bytes: new Uint8Array() }));
    expect(at("status").textContent).toContain("没有读取口径：不是 .xlsx 工作簿请选择 .xlsx");
  });
});

test("退回: what would go back, a date that is none, and what is handed on", async () => {
  const letters: unknown[] = [];
  const sentBack = { counts: { toCorrect: 1, items: 2 }, sheets: [], leftOut: ["草稿"] } as unknown as Awaited<
    ReturnType<typeof sendBack.run>
  >;
  const { controller, unmount } = await stage({
    review: async () => outcomeWith([]),
    "send-back": async (letter, { today }) => (letters.push({ ...letter, date: today }), sentBack),
  });
  await act(async () => void (await controller.run(review)));
  await show("papers");
  await click("send-back");
  expect(at("send-back-preview").textContent).toContain("没有需要单位补正的内容");
  await type("send-back-deadline", "2018-02-30");
  expect(at<HTMLButtonElement>("send-back-confirm").disabled).toBe(true);
  await type("send-back-deadline", "２０１８-11-30");
  await type("send-back-office", " 某局 ");
  await click("send-back-confirm");
  expect(letters).toEqual([
    {
      officeName: "某局",
      deadline: "2018-11-30",
      handler: expect.any(String) as string,
      phone: "",
      remarks: "",
      date: "2018-11-02",
    },
  ]);
  expect(at("status").textContent).toMatch(/1 人，2 项.*草稿/);
  await unmount();
});

describe("a second round", () => {
  const counts = { unchanged: 5, added: 1, changed: 1, removed: 1, outcome: 1 };
  const line = {
    of: "record",
    change: "changed",
    registrationNo: "YY000001",
    name: "张三",
    year: 2017,
    title: "甲班",
    place: { sheet: "学时记录", row: 4 },
    rowBefore: 3,
    changes: [{ column: "半天数", before: "8", after: "" }],
    before: null,
    after: null,
    decision: null,
    resembles: [],
    identity: "x",
  };
  const again = { records: new Set([4]), people: new Set(["YY000001"]), added: 0, changed: 1, outcome: 0 };
  const entry = { certificateNo: "2018-0001", registrationNo: "YY000001", name: "张三", status: "有效" };
  const previewWith = (change: object = {}): RoundPreview =>
    ({
      previous: { fileName: "上轮.xlsx", submission: { unit: { applicationYear: 2018 } } },
      kind: "round",
      otherUnit: null,
      carried: {
        decisions: { taken: [{ id: "J-08" }], same: [], conflicts: [], unreadable: [], unknown: [] },
        round: {
          opinions: {
            lines: [],
            counting: 2,
            stale: 1,
            same: 0,
            lost: [{}],
            conflicts: [{ registrationNo: "YY000001", name: "张三", row: 4, own: "认定", other: "不予认定" }],
          },
          ledger: {
            taken: [entry],
            same: 0,
            conflicts: [{ entry, kind: "person", own: { ...entry, certificateNo: "2018-0009" } }],
          },
        },
        proofs: { taken: [], same: 0, refused: [] },
      },
      outcome: {
        comparison: { lines: [line], people: { ...counts, outcome: 0 }, records: counts },
        again,
        doubtful: [{ certificateNo: "2018-0001", registrationNo: "YY000001", name: "张三", why: "verdict" }],
      },
      ...change,
    }) as unknown as RoundPreview;

  test.each<readonly [Language, readonly string[]]>([
    [
      "zh",
      [
        "“上轮.xlsx”（2018 年度申报）",
        "人员：相同 5，新增 1，改动 1，删除 1",
        "记录：相同 4，新增 1，改动 1，删除 1，未改但结果有变 1",
        "需再看 1 条记录，涉及 1 人",
        "改动 张三 YY000001 2017 甲班",
        "半天数：8 → （空）",
        "2 条沿用，1 条因记录有改动待复核",
        "1 条处理意见所在的记录或问题已不存在",
        "带入 1 个",
        "本工作簿已有 2018-0009",
        "本轮结论不是合格：请核对是否作废",
        "采用 1 个",
        "张三 第 5 行：本工作簿“认定”",
      ],
    ],
    [
      "en",
      [
        "“上轮.xlsx” (submission for 2018)",
        "Records: 4 the same, 1 added",
        "1 records to look at again, of 1 people",
        "Changed 张三",
        "半天数: 8 → (blank)",
        "2 count again, 1 wait",
        "should it be voided?",
        "holds 2018-0009 here",
        "Readings: 1 taken over",
      ],
    ],
  ])(
    "%s: what changed, what would come along, what contradicts; nothing is written before the click",
    async (language, words) => {
      const written: unknown[] = [];
      staged = await stage(
        {
          review: () => Promise.resolve(outcomeWith([])),
          "round-preview": () => Promise.resolve(previewWith()),
          round: ({ previous, name }, { today }) => {
            written.push([previous.fileName, name, today]);
            return new Promise(() => undefined);
          },
        },
        language,
      );
      await click("review");
      await act(async () => staged?.controller.openForm(importRound));
      await act(async () => staged?.controller.run(previewRound, { name: "上轮.xlsx", bytes: new Uint8Array(4) }));
      const text = at("round-preview").textContent;
      for (const word of words) expect(text).toContain(word);
      expect(written).toEqual([]);
      await click("round-confirm");
      expect(written).toEqual([["上轮.xlsx", "", "2018-11-02"]]);
    },
  );

  test("proven years want a name; nothing to prove and nothing to take: no button to press", async () => {
    const proofs = (taken: readonly object[]) => ({
      ...previewWith().carried,
      round: null,
      proofs: { taken, same: 0, refused: [{ entry, why: "name" }] },
      decisions: { taken: [], same: [], conflicts: [], unreadable: [], unknown: [] },
    });
    const written: string[] = [];
    let preview = previewWith({
      kind: "year",
      outcome: null,
      carried: proofs([{ registrationNo: "YY000001", name: "张三", year: 2014, certificateNo: "2017-0001" }]),
    });
    staged = await stage({
      review: () => Promise.resolve(outcomeWith([])),
      "round-preview": () => Promise.resolve(preview),
      round: ({ name }) => {
        written.push(name);
        return new Promise(() => undefined);
      },
    });
    localStorage.clear();
    await click("review");
    await act(async () => staged?.controller.openForm(importRound));
    await act(async () => staged?.controller.run(previewRound, { name: "去年.xlsx", bytes: new Uint8Array(4) }));
    expect(at("round-preview").textContent).toContain("可采信 1 人 1 个年度");
    expect(at("round-preview").textContent).toContain("与本工作簿的姓名不同，不采信");
    await click("round-confirm");
    await act(() => new Promise((resolve) => setTimeout(resolve, 300)));
    expect(document.body.textContent).toContain("请填写导入人姓名");
    expect(written).toEqual([]);
    preview = previewWith({ kind: "year", outcome: null, carried: proofs([]) });
    await act(async () => staged?.controller.run(previewRound, { name: "去年.xlsx", bytes: new Uint8Array(4) }));
    expect(at("round-preview").textContent).toContain("没有可采信的年度");
    expect(at<HTMLButtonElement>("round-confirm").disabled).toBe(true);
  });

  test("what is left to look at is said, and filters the findings; without a round before there is no filter", async () => {
    const finding = (row: number, registrationNo: string): Finding => ({
      code: "evidence-incomplete",
      severity: "error",
      clause: "附件4",
      place: { sheet: "学时记录", row, column: 3 },
      registrationNo,
      name: "张三",
    });
    let outcome: ReviewOutcome = {
      ...outcomeWith([
        finding(4, "YY000001"),
        finding(9, "YY000001"),
        { ...finding(1, "YY000001"), place: { sheet: "人员信息", row: 1 } },
      ]),
      again,
    };
    staged = await stage({ review: () => Promise.resolve(outcome) });
    await click("review");
    await show("papers");
    expect(at("again").textContent).toContain("需再看 1 条记录，涉及 1 人");
    await show("findings");
    expect(at("filter-again").textContent).toContain("2");
    await click("filter-again");
    expect(document.querySelectorAll('[data-testid="findings"] li')).toHaveLength(2);
    outcome = { ...outcome, again: { ...again, records: new Set(), people: new Set() } };
    await click("review");
    await show("papers");
    expect(at("again").textContent).toContain("没有需要再看的内容");
    outcome = { ...outcome, again: null, incoming: NOTHING_INCOMING };
    await click("review");
    expect(at("again").textContent).toContain("还没有导入上轮结果");
    expect(document.querySelectorAll('[data-testid="findings"] li')).toHaveLength(3);
  });
});

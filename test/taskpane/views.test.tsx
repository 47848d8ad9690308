/** The six views: by keyboard, from one to the other, and what each lets a reviewer do. */
import { policyOf } from "../../src/policy";
import { VERSION } from "../../src/version";
import { page } from "./page";
import { act } from "react";
import type { ReviewOutcome } from "../../src/excel";
import { reviewSubmission } from "../../src/review";
import { readSubmission } from "../../src/submission";
import type { Place } from "../../src/submission/grid";
import { review } from "../../src/taskpane/actions/review";
import { VIEWS } from "../../src/taskpane/views";
import { NOTHING_INCOMING } from "../../src/trust";
import { serial, submissionGrids, type RowCells } from "../support/submission";
import {
  at,
  click,
  failure,
  finding,
  outcomeWith,
  press,
  show,
  MISSING_SHEET,
  stage,
  type,
  type Faked,
  type Stage,
} from "./stage";

const PERSON: RowCells = {
  申报级别: "中级",
  验证方式: "登记证书原件",
  人事档案所在地: "市本级",
  起始年度: 2016,
  截止年度: 2017,
};
const COURSE: RowCells = {
  学习形式: "面授培训",
  科目: "专业科目",
  名称: "专业技术培训",
  年度: 2017,
  开始日期: serial("2017-03-06"),
  结束日期: serial("2017-03-24"),
  半天数: 23,
  证明材料: "培训通知、结业证书",
};
const LACKING: RowCells = {
  ...COURSE,
  名称: "缺材料的培训",
  年度: 2016,
  开始日期: serial("2016-03-07"),
  结束日期: serial("2016-03-11"),
  半天数: 6,
  证明材料: "培训通知",
};

function real(records: readonly RowCells[] = [COURSE, LACKING]): ReviewOutcome {
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

let staged: Stage | null = null;
const selected: Place[] = [];
async function reviewed(outcome: ReviewOutcome = real(), services: Faked = {}): Promise<Stage> {
  staged = await stage({
    review: () => Promise.resolve(outcome),
    select: (place) => Promise.resolve(void selected.push(place)),
    ...services,
  });
  await act(async () => void (await staged?.controller.run(review)));
  return staged;
}
afterEach(async () => {
  await staged?.unmount();
  staged = null;
  selected.splice(0);
  localStorage.clear();
});

const gone = (id: string): boolean => document.querySelector(`[data-testid="${id}"]`) === null;
const openView = (): string | undefined =>
  [...document.querySelectorAll<HTMLElement>('[role="tabpanel"]')]
    .find((panel) => !panel.hidden)
    ?.id.replace("ce-view-", "");
const codes = (): (string | undefined)[] =>
  [...at("findings").querySelectorAll<HTMLElement>("button")].map((row) => row.dataset["code"]);

describe("tabs", () => {
  test("one stop of the Tab key; arrows go round, Home and End to the ends; only the open view is there", async () => {
    await reviewed();
    await act(async () => at("tab-overview").focus());
    const walked: (string | undefined)[] = [];
    for (const key of ["ArrowRight", "ArrowRight", "ArrowLeft", "End", "ArrowRight", "ArrowLeft", "Home"]) {
      await press(key);
      walked.push(openView());
      expect(document.activeElement?.id).toBe(`ce-tab-${openView()}`);
    }
    expect(walked).toEqual(["findings", "decide", "findings", "papers", "overview", "papers", "overview"]);
    expect(VIEWS.map((view) => [at(`tab-${view}`).tabIndex, at(`tab-${view}`).getAttribute("aria-selected")])).toEqual([
      [0, "true"],
      ...VIEWS.slice(1).map(() => [-1, "false"]),
    ]);
    expect(VIEWS.filter((view) => document.getElementById(`ce-view-${view}`)?.hidden === false)).toEqual(["overview"]);
  });

  test("numbers have words", async () => {
    const { review } = real();
    await reviewed();
    expect(at("tab-findings").textContent).toContain(`${review.findings.length} 条审核意见`);
    expect(at("tab-people").textContent).toContain("1 人");
    expect(at("tab-papers").textContent).toBe("文书");
  });
});

test("before a review each view says what is missing and has the button; while the first one runs, that it does", async () => {
  staged = await stage({});
  for (const view of ["findings", "decide", "people"] as const) {
    await show(view);
    expect(document.querySelector(`#ce-view-${view} [data-testid="empty"] button`)?.textContent).toBe("审核");
  }
  await show("overview");
  expect(at("welcome").querySelectorAll("li")).toHaveLength(3);
  await act(async () => at("welcome").querySelector("button")?.click());
  expect(document.querySelector('#ce-view-overview [data-testid="loading"]')).not.toBeNull();
  await show("people");
  expect(document.querySelector('#ce-view-people [data-testid="loading"]')).not.toBeNull();
});

describe("概览", () => {
  test.each<readonly [string, string, string, () => unknown, unknown]>([
    [
      "people of a verdict",
      "total-people-bad",
      "people",
      () => at("people-unqualified").getAttribute("aria-pressed"),
      "true",
    ],
    ["years of a status", "total-years-bad", "people", () => at("release-year").textContent, "有不达标年度"],
    ["records with a verdict", "total-records-bad", "findings", () => codes(), ["evidence-incomplete"]],
    ["what is left to do", "todo-errors", "findings", () => at("filter-error").getAttribute("aria-pressed"), "true"],
    ["questions", "todo-questions", "decide", () => at("part-questions").getAttribute("aria-pressed"), "true"],
    ["the most frequent problem", "frequent", "findings", () => new Set(codes()).size, 1],
  ])("%s lead to where they are", async (_, id, view, what, expected) => {
    await reviewed();
    await click(id);
    expect(openView()).toBe(view);
    expect(what()).toEqual(expected);
    // The focus comes along
    expect(document.activeElement?.id).toBe(`ce-view-${view}`);
  });
});

describe("人员", () => {
  const TEXT = [
    "张样例（YY000001）：不合格",
    "2016 年：公需 0、专业 0、合计 0，不达标（合计差 90 学时、公需差 30 学时、专业差 60 学时）",
    "2017 年：公需 0、专业 92、合计 92，待判断（公需差 30 学时；口径未定：“一般不少于”30/60 学时：合计达到 90 而某一科目不足，是否达标？）",
  ];
  const text = (name: string): string => TEXT.join("\n").replace("张样例", name);

  test("years in a table with what they lack in words; copied as text for a reply", async () => {
    const written: string[] = [];
    Object.defineProperty(page.navigator, "clipboard", {
      value: { writeText: (copied: string) => Promise.resolve(written.push(copied)) },
      configurable: true,
    });
    await reviewed();
    await show("people");
    const name = staged?.controller.getState().outcome?.review.people[0]?.name ?? "";
    expect(
      [...document.querySelectorAll("tbody tr")].map((row) =>
        [...row.children].map((cell) => cell.textContent).join(" "),
      ),
    ).toEqual([
      "2016 0 0 0 不达标",
      "2016 合计差 90 学时、公需差 30 学时、专业差 60 学时",
      "2017 0 92 92 待判断",
      "2017 公需差 30 学时；口径未定：“一般不少于”30/60 学时：合计达到 90 而某一科目不足，是否达标？",
    ]);
    await click("copy");
    await click("copy-all");
    expect(written).toEqual([text(name), text(name)]);
    expect(at("copied").textContent).toBe("已复制 1 人，可粘贴到回复中");
    await type("find-people", "没有这个人");
    expect(gone("person")).toBe(true);
  });

  test("where the clipboard is denied the text lies there, chosen", async () => {
    Object.defineProperty(page.navigator, "clipboard", {
      value: { writeText: () => Promise.reject(new Error("NotAllowedError")) },
      configurable: true,
    });
    await reviewed();
    await show("people");
    await click("copy");
    const field = at<HTMLTextAreaElement>("copy-text");
    expect([document.activeElement === field, field.readOnly, field.selectionStart, field.selectionEnd]).toEqual([
      true,
      true,
      0,
      field.value.length,
    ]);
    expect(at("copied").textContent).toContain("按 Ctrl+C");
    await press("Escape");
    expect(gone("copy-text")).toBe(true);
  });
});

describe("决定", () => {
  test("one question: an option, a name that is remembered, a reason; taken back at a click", async () => {
    const asked: unknown[] = [];
    const decided = (by: string | null): ReviewOutcome => {
      const outcome = real();
      const questions = outcome.review.questions.map((question) =>
        question.id === "J-01" && by !== null
          ? { ...question, decision: { option: "lenient", text: "lenient", by, on: "2018-11-02", reason: "" } }
          : question,
      );
      return { ...outcome, review: { ...outcome.review, questions } };
    };
    await reviewed(decided(null), {
      "decide-question": ({ id, option, name, reason }, { today }) => {
        asked.push({ id, option, name, reason, today });
        return Promise.resolve(decided(option === null ? null : name));
      },
    });
    await show("decide");
    await click("choose-J-01");
    expect(document.activeElement?.getAttribute("type")).toBe("radio");
    await click("question-confirm");
    expect(at("question-form-J-01").textContent).toContain("请选一种口径");
    await act(async () => at("question-form-J-01").querySelectorAll<HTMLInputElement>("input[type=radio]")[1]?.click());
    await type("question-name", " 李局 ");
    await act(async () => at("question-reason").focus());
    await type("question-reason", "会议定");
    // Typing does not lose the focus to the choices
    expect(document.activeElement).toBe(at("question-reason"));
    await click("question-confirm");
    expect(asked).toEqual([{ id: "J-01", option: "lenient", name: "李局", reason: "会议定", today: "2018-11-02" }]);
    expect(at("decided").textContent).toContain("从宽：达标并注明（李局 2018-11-02）");
    await click("undo");
    expect(asked[1]).toMatchObject({ id: "J-01", option: null });
    expect(at("choose-J-01").textContent).toBe("决定");
  });

  test("a decision on a record that fails keeps every word; going elsewhere and back as well", async () => {
    const tries: unknown[] = [];
    await reviewed(real([{ ...COURSE, 学习形式: "网络培训", 证书学时: 30 }, LACKING]), {
      decide: ({ given }) => (
        tries.push(given),
        Promise.reject(failure({ kind: "protected", message: "受保护", remedy: "撤销保护" }))
      ),
    });
    await show("findings");
    const [first, other] = [...at("findings").querySelectorAll<HTMLElement>('[data-code="evidence-incomplete"]')];
    await act(async () => first?.click());
    await click("decide");
    await type("decide-reason", "已核原件");
    await type("decide-name", "周审核");
    // Nothing is preselected
    await click("decide-confirm");
    expect(tries).toEqual([]);
    expect(at("decide-form").textContent).toContain("请选认定、不予认定或核定学时");
    await click("decide-accept");
    await click("decide-confirm");
    expect(tries).toMatchObject([{ treatment: "accept", reason: "已核原件", by: "周审核" }]);
    expect(at<HTMLInputElement>("decide-reason").value).toBe("已核原件");
    await act(async () => staged?.controller.findings.close());
    if (other !== undefined) await act(async () => other.click());
    await show("papers");
    await show("findings");
    await act(async () => at("findings").querySelector<HTMLElement>('[data-code="evidence-incomplete"]')?.click());
    expect(at<HTMLInputElement>("decide-reason").value).toBe("已核原件");
    // The way out
    await click("retry");
    expect(tries).toHaveLength(2);
  });

  test("hours outside of what the record can be worth are confirmed first", async () => {
    const given: unknown[] = [];
    await reviewed(real([{ ...COURSE, 半天数: 6 }, LACKING]), {
      decide: (request) => (given.push(request.given?.hours), new Promise(() => undefined)),
    });
    await show("findings");
    await act(async () => at("findings").querySelector<HTMLElement>('[data-code="evidence-incomplete"]')?.click());
    await click("decide");
    await click("decide-set");
    await type("decide-reason", "已核原件");
    await type("decide-name", "周审核");
    await type("decide-hours", "900");
    await click("decide-confirm");
    expect(given).toEqual([]);
    expect(at("decide-form").textContent).toMatch(/本条按通知折算 0 至 24 学时，核定 900 不在其中/);
    await click("decide-outside");
    // Other hours are another question
    await type("decide-hours", "901");
    await click("decide-confirm");
    expect(given).toEqual([]);
    await click("decide-outside");
    await click("decide-confirm");
    expect(given).toEqual([901]);
  });

  test("findings: written and on to the next row, whose form is open; the reason given last is one to pick", async () => {
    const given: unknown[] = [];
    const lacking = ["第一个", "第二个", "第三个"].map((名称) => ({ ...LACKING, 名称 }));
    const before = real(lacking);
    // The first is settled by the decision
    const after = real([{ ...LACKING, 名称: "第一个", 证明材料: "培训通知、结业证书" }, ...lacking.slice(1)]);
    await reviewed(before, { decide: (request) => (given.push(request.given), Promise.resolve(after)) });
    await show("findings");
    await act(async () => at("findings").querySelector<HTMLElement>('[data-code="evidence-incomplete"]')?.click());
    expect(at("detail").textContent).toContain("第一个");
    await click("decide");
    await click("decide-accept");
    await type("decide-reason", "电话核实");
    await type("decide-name", "周审核");
    await click("decide-next");
    expect(given).toMatchObject([{ treatment: "accept", reason: "电话核实" }]);
    expect(at("detail").textContent).toContain("第二个");
    expect(selected.at(-1)).toMatchObject({ sheet: "学时记录", row: 2 });
    expect(document.activeElement?.getAttribute("type")).toBe("radio");
    // One key for the choice, one for the reason, Enter
    await click("decide-accept");
    expect(at("decide-reason-recent").textContent).toBe("电话核实");
    await click("decide-reason-recent");
    expect(at<HTMLInputElement>("decide-reason").value).toBe("电话核实");
    // Closed by the person, the next form waits to be asked for
    await press("Escape");
    await act(async () => void (await staged?.controller.nextProblem()));
    expect(gone("decide-form")).toBe(true);
  });

  test("many at once: those that the list shows, what it changes, one reason; taken back as one", async () => {
    const given: { identities: readonly string[]; reason: string | null }[] = [];
    const before = real(["第一个", "第二个", "第三个"].map((名称) => ({ ...LACKING, 名称 })));
    await reviewed(before, {
      "decide-many": (request) => {
        given.push({ identities: request.identities, reason: request.given?.reason ?? null });
        return Promise.resolve({ outcome: before, count: request.identities.length });
      },
    });
    await show("findings");
    await type("search", "材料");
    await click("decide-many");
    expect(at("many-sum").textContent).toMatch(/^1 人的 3 条记录：折算 72 学时，现认定 0 学时。$/u);
    await click("many-confirm");
    expect(given).toEqual([]);
    expect(at("many").textContent).toContain("请选认定、不予认定或核定学时");
    await click("many-accept");
    expect(at("many-effect").textContent).toMatch(/^写入后：没有人因此改变（但有 .*3 条记录结论有变）。$/u);
    await type("many-reason", "已核原件");
    await type("many-name", "周审核");
    await click("many-confirm");
    expect(given).toMatchObject([{ reason: "已核原件" }]);
    expect(new Set(given[0]?.identities).size).toBe(3);
    expect(at("status").textContent).toContain("已写入处理意见并重新审核（3 条记录）");
    expect(gone("many")).toBe(true);
    await click("undo");
    expect(given[1]).toEqual({ identities: given[0]?.identities, reason: null });
  });

  test("records that wait: one after the other, the next one comes by itself", async () => {
    const waits = (left: number): ReviewOutcome => {
      const outcome = real([COURSE, { ...COURSE, 名称: "第二个" }, { ...COURSE, 名称: "第三个" }]);
      const records = outcome.review.records.map((record, row) => ({
        ...record,
        verdict: row < 3 - left ? ("credited" as const) : ("pending" as const),
      }));
      return { ...outcome, review: { ...outcome.review, records } };
    };
    await reviewed(waits(3), { decide: () => Promise.resolve(waits(2)) });
    await show("decide");
    await click("part-records");
    await act(async () => at("waiting").querySelector("button")?.click());
    expect(selected).toMatchObject([{ sheet: "学时记录", row: 1 }]);
    expect(document.activeElement?.tagName).toBe("H2");
    await click("decide-accept");
    await type("decide-reason", "已核原件");
    await type("decide-name", "周审核");
    await click("decide-confirm");
    expect(at("record-card").textContent).toContain("第二个");
    expect(document.activeElement).toBe(at("record-card").querySelector("h2"));
    expect(at<HTMLInputElement>("decide-name").value).toBe("周审核");
    await press("Escape");
    expect(gone("record-card")).toBe(true);
  });
});

describe("已决定", () => {
  test("who decided what, when and why, the latest first; each goes to its row and can be taken back", async () => {
    const outcome = real([COURSE, { ...COURSE, 名称: "第二个" }, { ...COURSE, 名称: "第三个" }]);
    const decision = {
      treatment: "accept",
      text: "认定",
      hours: null,
      hoursText: "",
      by: "周审核",
      stale: false,
    } as const;
    const recordDecisions = new Map([
      [1, { ...decision, on: "2018-07-01", reason: "已核原件" }],
      [
        3,
        {
          ...decision,
          text: "核定学时",
          treatment: "set" as const,
          hours: 8,
          on: "2018-07-03",
          reason: "",
          stale: true,
        },
      ],
    ]);
    const asked: unknown[] = [];
    const decided = { ...outcome, submission: { ...outcome.submission, recordDecisions } };
    await reviewed(decided, {
      decide: (request) => {
        asked.push(request);
        return Promise.resolve(outcome);
      },
    });
    await show("decide");
    expect(at("part-decided").textContent).toBe("已决定 2");
    await click("part-decided");
    const lines = [...at("decided-records").querySelectorAll("li")].map(({ textContent }) => textContent);
    expect(lines[0]).toMatch(/第三个.*核定学时 8（周审核 2018-07-03）.*记录后来改过/u);
    expect(lines[1]).toMatch(/认定（周审核 2018-07-01） 已核原件/u);
    await act(async () => at("decided-records").querySelector<HTMLElement>("li > button")?.click());
    expect(selected).toMatchObject([{ sheet: "学时记录", row: 3 }]);
    await click("take-back-decided");
    expect(asked).toMatchObject([{ given: null }]);
    expect(at("decided-records").textContent).toContain("还没有记录有处理意见。");
  });
});

describe("定位下一问题", () => {
  const three = outcomeWith([finding(4), finding(5, { severity: "error", code: "evidence-incomplete" }), finding(6)]);
  const rowsOf = (): number[] => selected.map(({ row }) => row);
  const down = (): Promise<void> => press("ArrowDown", { altKey: true });

  test("by key anywhere in the pane: gravest first, round and round, and it says so", async () => {
    await reviewed(three);
    await act(async () => at("review").focus());
    for (let times = 0; times < 3; times += 1) await down();
    expect([openView(), rowsOf(), gone("next-said")]).toEqual(["findings", [5, 4, 6], true]);
    await down();
    expect([rowsOf().at(-1), at("next-said").textContent]).toEqual([5, "已到末尾，从头开始。"]);
    await press("ArrowUp", { altKey: true });
    expect(rowsOf().at(-1)).toBe(6);
  });

  test("by the filter and order of the list", async () => {
    await reviewed(three);
    await show("findings");
    await click("filter-warning");
    for (let times = 0; times < 2; times += 1) await click("next-problem");
    expect(rowsOf()).toEqual([4, 6]);
    await type("search", "没有这样的问题");
    await click("next-problem");
    expect([rowsOf().length, at("next-said").textContent]).toEqual([2, "没有符合条件的问题可定位。"]);
  });

  test("before a review: that there has to be one; where a list of choices opens by these keys, it opens", async () => {
    staged = await stage({});
    await act(async () => at("review").focus());
    await down();
    expect(at("next-said").textContent).toBe("请先审核，再定位问题。");
    await staged.unmount();
    await reviewed(three);
    await show("findings");
    await act(async () => at("group").focus());
    await down();
    expect(selected).toEqual([]);
  });

  test("what was decided is gone from the list: it goes on from there, not from the top", async () => {
    const outcomes = [outcomeWith([finding(4), finding(5), finding(6)]), outcomeWith([finding(4), finding(6)])];
    await reviewed(undefined, { review: () => Promise.resolve(outcomes.shift() ?? three) });
    for (let times = 0; times < 2; times += 1) await act(() => staged?.controller.nextProblem() ?? Promise.resolve());
    await act(async () => void (await staged?.controller.run(review)));
    await act(() => staged?.controller.nextProblem() ?? Promise.resolve());
    expect(rowsOf()).toEqual([4, 5, 6]);
  });

  test("of many cells asked for in a row the last one is selected", async () => {
    const going: (() => void)[] = [];
    await reviewed(three, {
      select: (place) => (selected.push(place), new Promise<void>((resolve) => going.push(resolve))),
    });
    await act(async () => at("review").focus());
    for (let times = 0; times < 3; times += 1) await down();
    for (let times = 0; times < 3; times += 1) await act(async () => going.splice(0).forEach((go) => go()));
    expect(rowsOf()).toEqual([5, 6]);
    expect(staged?.done.map(({ action }) => action)).toEqual(["review", "select"]);
  });
});

describe("while the workbook is worked on", () => {
  test("a row selected in the sheet shows its record, though nothing was found; where something is half done it waits", async () => {
    const { controller } = await reviewed(real([{ ...COURSE, 申报学时: 92 }]));
    await act(async () => controller.showRecord({ sheet: "学时记录", row: 1, column: 3 }));
    expect([openView(), document.querySelectorAll('[data-testid="explained"] dd').length > 1]).toEqual([
      "findings",
      true,
    ]);
    await show("certificates");
    await act(async () => controller.showRecord({ sheet: "人员信息", row: 1 }));
    expect(openView()).toBe("certificates");
    await show("findings");
    expect(at("detail").textContent).toContain("人员信息");
    // Nobody's row: what is shown stays
    await act(async () => controller.showRecord({ sheet: "学时记录", row: 99 }));
    expect(at("detail").textContent).toContain("人员信息");
  });

  test("a correction is told, the focus stays where it is; what is older is told with its reasons, until the next review", async () => {
    const { controller } = await reviewed();
    await act(async () => at("tab-overview").focus());
    await act(async () => controller.noteUpdate({ outcome: real([COURSE]), rows: [2], people: ["YY000001"] }));
    expect([at("updated").textContent, document.activeElement?.id]).toEqual([
      "已按更正重算 1 行、1 人",
      "ce-tab-overview",
    ]);
    expect(controller.getState().outcome?.review.records).toHaveLength(1);
    await act(async () => {
      controller.noteOutdated("sorted", 0);
      controller.noteOutdated("edited", 3);
    });
    expect(at("stale").textContent).toContain("结果已旧：行的次序变了、审核后又有改动，3 行已标为“已过期”");
    await click("stale-review");
    expect([gone("stale"), gone("updated")]).toEqual([true, true]);
  });

  test("while a cell is being edited the action waits, and says for what", async () => {
    let go = (): void => undefined;
    staged = await stage({
      review: (_, { onProgress }) => {
        onProgress({ step: "reading", done: 1, total: 2 });
        onProgress({ step: "waiting-for-edit", done: 0, total: 0 });
        return new Promise((resolve) => (go = () => resolve(real())));
      },
    });
    await click("review");
    expect(document.querySelector("header")?.textContent).toContain("请先按回车结束编辑");
    expect(document.querySelector('[role="progressbar"]')?.getAttribute("aria-valuenow")).toBe("15");
    await act(async () => go());
    expect(at("status").dataset["state"]).toBe("done");
  });
});

test("what stands in the way has its way out: its cell, a workbook that has the sheets, another try", async () => {
  const problems = [
    { key: "column-missing", details: { header: "姓名", near: null }, sheet: "学时记录", cell: "E3" },
    MISSING_SHEET,
  ] as const;
  const outcomes = [
    Promise.reject(failure({ kind: "input", problems })),
    Promise.reject(failure({ kind: "input", problems: [] })),
    Promise.resolve(real()),
  ];
  outcomes.forEach((outcome) => void outcome.catch(() => undefined));
  await reviewed(undefined, {
    review: () => outcomes.shift() ?? Promise.resolve(real()),
  });
  await click("problem-cell");
  expect(selected).toEqual([{ sheet: "学时记录", row: 2, column: 4 }]);
  expect(at("new-workbook").textContent).toBe("新建申报表");
  await click("retry");
  expect(gone("new-workbook")).toBe(true);
  await click("retry");
  expect([at("status").dataset["state"], gone("retry")]).toEqual(["done", true]);
});

test("the overview ends with the notice and the product's version, before and after a review", async () => {
  staged = await stage({ review: () => Promise.resolve(real()) });
  const line = (): string => at("version").textContent;
  const before = line();
  expect(before).toContain(`版本 ${VERSION}`);
  await act(async () => void (await staged?.controller.run(review)));
  expect(line()).toBe(before);
  expect(before).toContain(policyOf("")?.title);
});

/** The pane in jsdom with faked services: states, keyboard, inline forms, and the event drivers wait for. */
import { page } from "./page";
import { act } from "react";
import { createRoot } from "react-dom/client";
import type { ReviewOutcome } from "../../src/excel";
import type { Finding, Review } from "../../src/review/types";
import { Controller, type DoneDetail, type Failure, type Services } from "../../src/taskpane/controller";
import { registerFluentIcons } from "../../src/taskpane/marks";
import { Pane } from "../../src/taskpane/pane";
import { light } from "../../src/taskpane/tokens";

registerFluentIcons();

function finding(row: number, change: Partial<Finding> = {}): Finding {
  return { code: "hours-claim-mismatch", severity: "warning", clause: "附件5", place: { sheet: "学时记录", row, column: 29 }, registrationNo: "YY000001", name: "张三", ...change };
}

function outcomeWith(findings: readonly Finding[]): ReviewOutcome {
  const review: Review = {
    policy: "yiyang-2018-47",
    records: [],
    years: [{ registrationNo: "YY000001", name: "张三", year: 2018, publicHours: 10, professionalHours: 60, totalHours: 70, status: "unmet", sealed: false, findings: [] }],
    people: [{ place: { sheet: "人员信息", row: 1 }, registrationNo: "YY000001", name: "张三", verdict: "unqualified", senior: false, window: null, findings: [] }],
    findings,
    questions: [{ id: "J-01", question: "一般", clause: "正文四.1", options: [], provisional: "strict", decision: null, touched: 2 }],
  };
  const unit = { unitName: "益阳市第一中学", applicationYear: 2018 } as ReviewOutcome["unit"];
  const submission = { unit, people: [], ledger: [] } as unknown as ReviewOutcome["submission"];
  return { unit, submission, review, liveFormulas: true };
}

const failure = (change: Partial<Failure>): Failure => ({ kind: "host", message: "出错", remedy: "重试", problems: [], ...change });

interface Stage {
  readonly controller: Controller;
  readonly done: DoneDetail[];
  readonly unmount: () => Promise<void>;
}

async function stage(services: Partial<Services>): Promise<Stage> {
  const never = (): Promise<never> => new Promise(() => undefined);
  const controller = new Controller({
    reviewWorkbook: never, adoptProvisional: never, issueCertificates: never, freezeResults: never, clearResults: never, selectPlace: never, papers: { make: never, problemViewIsOn: () => false },
    showPane: () => Promise.resolve(), today: () => "2018-11-02", ...services,
  });
  const done: DoneDetail[] = [];
  const listen = (event: Event): void => void done.push((event as CustomEvent<DoneDetail>).detail);
  document.addEventListener("ce:done", listen);
  const place = document.body.appendChild(document.createElement("div"));
  const root = createRoot(place);
  await act(async () => root.render(<Pane controller={controller} language="zh" palette={light} />));
  return {
    controller,
    done,
    unmount: async () => {
      document.removeEventListener("ce:done", listen);
      await act(async () => root.unmount());
      place.remove();
    },
  };
}

function at<T extends HTMLElement = HTMLElement>(id: string): T {
  const found = document.querySelector<T>(`[data-testid="${id}"]`);
  if (found === null) throw new Error(`nothing with data-testid ${id}`);
  return found;
}
const click = (id: string): Promise<void> => act(async () => at(id).click());
async function type(id: string, text: string): Promise<void> {
  const input = at<HTMLInputElement>(id);
  await act(async () => {
    Object.getOwnPropertyDescriptor(page.HTMLInputElement.prototype, "value")?.set?.call(input, text);
    input.dispatchEvent(new page.Event("input", { bubbles: true }));
  });
}

let staged: Stage | null = null;
afterEach(async () => {
  await staged?.unmount();
  staged = null;
  localStorage.clear();
});

test("idle, busy with true progress, cancelled", async () => {
  staged = await stage({
    reviewWorkbook: ({ signal, onProgress }) =>
      new Promise((_, reject) => {
        onProgress({ step: "reading", done: 1, total: 4 });
        signal.addEventListener("abort", () => reject(failure({ kind: "cancelled" })));
      }),
  });
  expect(at("status").dataset.state).toBe("idle");
  await click("review");
  expect(at("status").dataset.state).toBe("busy");
  expect(document.querySelector('[role="progressbar"]')?.getAttribute("aria-valuenow")).toBe("25");
  await click("cancel");
  expect(at("status").dataset.state).toBe("error");
  expect(at("status").textContent).toContain("已取消");
  expect(staged.done).toMatchObject([{ action: "review", ok: false, failure: { kind: "cancelled" } }]);
});

test("a finished review shows unit, counts and findings, and tells drivers", async () => {
  const outcome = outcomeWith([finding(4), finding(5, { code: "evidence-incomplete", severity: "error" })]);
  staged = await stage({ reviewWorkbook: () => Promise.resolve(outcome) });
  await click("review");
  expect(at("status").getAttribute("role")).toBe("status");
  expect(at("status").dataset.state).toBe("done");
  expect(document.body.textContent).toContain("益阳市第一中学");
  expect(staged.done[0]?.outcome).toBe(outcome);
  const codes = [...at("findings").querySelectorAll<HTMLElement>("button")].map((row) => row.dataset.code);
  expect(codes).toEqual(["evidence-incomplete", "hours-claim-mismatch"]);
});

test("arrows move in the findings, a click goes to the cell", async () => {
  const selected: unknown[] = [];
  staged = await stage({
    reviewWorkbook: () => Promise.resolve(outcomeWith([finding(4), finding(5), finding(6)])),
    selectPlace: (place) => Promise.resolve(selected.push(place)),
  });
  await click("review");
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

test("no more than 200 rows until asked", async () => {
  staged = await stage({ reviewWorkbook: () => Promise.resolve(outcomeWith(Array.from({ length: 450 }, (_, row) => finding(row)))) });
  await click("review");
  expect(at("findings").children).toHaveLength(200);
  const more = [...document.querySelectorAll("button")].find((button) => button.textContent?.startsWith("更多"));
  await act(async () => more?.click());
  expect(at("findings").children).toHaveLength(400);
});

test.each([
  [failure({ kind: "editing" }), "请先按回车结束编辑"],
  [failure({ kind: "protected", message: "工作表“学时记录”受保护", remedy: "撤销工作表保护后重试" }), "撤销工作表保护"],
  [failure({ kind: "input", message: "不能审核", problems: [{ sheet: "学时记录", cell: "E3", message: "补上表头" }] }), "学时记录 E3"],
])("failure %#: what to do stands in the status", async (thrown, words) => {
  staged = await stage({ reviewWorkbook: () => Promise.reject(thrown) });
  await click("review");
  expect(at("status").dataset.state).toBe("error");
  expect(at("status").textContent).toContain(words);
});

test("adopting asks for a name, remembers it, and passes today", async () => {
  const asked: unknown[] = [];
  staged = await stage({
    adoptProvisional: ({ name, today }) => {
      asked.push({ name, today });
      return Promise.resolve(outcomeWith([]));
    },
  });
  // From the ribbon, before any review
  await act(async () => staged?.controller.openForm("adopt"));
  await click("adopt-confirm");
  expect(asked).toEqual([]);
  // Fluent shows an error a moment later, so that screen readers announce it
  await act(() => new Promise((resolve) => setTimeout(resolve, 300)));
  expect(document.body.textContent).toContain("请填写决定人姓名");
  await type("adopt-name", " 李审核 ");
  await click("adopt-confirm");
  expect(asked).toEqual([{ name: "李审核", today: "2018-11-02" }]);
  await act(async () => staged?.controller.openForm("adopt"));
  expect(at<HTMLInputElement>("adopt-name").value).toBe("李审核");
});

test("certificates: a first number is optional and checked", async () => {
  const asked: unknown[] = [];
  staged = await stage({
    issueCertificates: ({ firstNumber }) => {
      asked.push(firstNumber);
      return Promise.reject(failure({}));
    },
  });
  await click("certificates");
  expect(document.body.textContent).toContain("仅本册唯一");
  await type("first-number", "0");
  await click("certificates-confirm");
  expect(asked).toEqual([]);
  await type("first-number", "12");
  await click("certificates-confirm");
  await click("certificates");
  await click("certificates-confirm");
  expect(asked).toEqual([12, undefined]);
});

test("clearing says first that undo goes with it", async () => {
  let cleared = 0;
  staged = await stage({ clearResults: () => Promise.resolve((cleared += 1)) });
  await click("clear");
  expect(cleared).toBe(0);
  expect(document.body.textContent).toContain("撤销记录也会一并清空");
  await click("clear-confirm");
  expect(cleared).toBe(1);
  expect(at("status").textContent).toContain("已清除");
});

describe("其他文书", () => {
  const asked: unknown[] = [];
  const papers = (answer: () => Promise<unknown>, on = false) => ({
    papers: {
      make: (request: unknown) => {
        asked.push(request);
        return answer() as never;
      },
      problemViewIsOn: () => on,
    },
  });
  beforeEach(() => void asked.splice(0));

  test("the sample asks for share, seed and name, proposes a seed, and takes nothing wrong", async () => {
    staged = await stage(papers(() => Promise.resolve({ paper: "sample", sheet: "抽查清单", drawn: 6, of: 60, replaced: null })));
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
    expect(asked).toEqual([{ paper: "sample", percent: 12.5, seed: 42, onePerPerson: true, by: "抽查人", replace: false }]);
    expect(at("status").textContent).toContain("已从 60 条认定记录中抽取 6 条，见“抽查清单”");
    expect(document.querySelector('[data-testid="sample-confirm"]')).toBeNull();
  });

  test("a workbook saved in the view of problems offers the way out", async () => {
    staged = await stage(papers(() => Promise.resolve({ paper: "view", state: "left", rows: 0 }), true));
    await act(async () => staged?.controller.noteProblemView());
    await click("leave-view");
    expect(asked).toEqual([{ paper: "view", on: false }]);
    expect(at("status").textContent).toContain("恢复原样");
    expect(at("problem-view")).toBeTruthy();
  });

  test("a failure says what to do next", async () => {
    staged = await stage(papers(() => Promise.reject(failure({ kind: "input", message: "本工作簿还没有审核结果", remedy: "先点“审核”，再做这一项" }))));
    await click("report");
    expect(at("status").dataset.state).toBe("error");
    expect(at("status").textContent).toContain("本工作簿还没有审核结果先点“审核”，再做这一项");
  });
});

/** The pane in English holds no Chinese but what the workbook holds and the notice's own terms: views, forms and failures. */
import { page } from "./page";
import { act } from "react";
import { ExcelFailure, type ReviewOutcome } from "../../src/excel";
import { INPUT_PROBLEM_KEYS } from "../../src/messages";
import { FAILURES, type FailureKey } from "../../src/messages/failures";
import { policyOf } from "../../src/policy";
import { reviewSubmission } from "../../src/review";
import { readSubmission } from "../../src/submission";
import type { InputProblem } from "../../src/submission/input-problem";
import { SHEETS, VALUES } from "../../src/submission/vocabulary";
import { ACTIONS } from "../../src/taskpane/actions";
import type { ListedAction } from "../../src/taskpane/actions/action";
import { review } from "../../src/taskpane/actions/review";
import { VIEWS } from "../../src/taskpane/views";
import { NOTHING_INCOMING } from "../../src/trust";
import { unexpectedChinese } from "../support/chinese";
import { INPUT_PROBLEM_DETAILS } from "../support/input-problems";
import { submissionGrids } from "../support/submission";
import { at, click, show, stage, type Faked, type Stage } from "./stage";

const grids = submissionGrids({
  people: [{ 已验印年度: "2013、2014" }, { 登记证书编号: "YY000002", 姓名: "李四", 申报级别: "中级" }],
  records: [
    { 学习形式: "面授培训", 名称: "甲班", 半天数: 6, 晚上数: 2, 证明材料: "培训通知" },
    { 学习形式: "网络培训", 名称: "乙班", 证书学时: 30, 证明材料: "培训通知、结业证书" },
    { 学习形式: "论文", 名称: "丙文", 证明材料: "期刊" },
    { 登记证书编号: "YY000002", 姓名: "李四", 学习形式: "没有这种形式", 名称: "丁" },
    { 登记证书编号: "YY000009", 姓名: "王五", 学习形式: "面授培训", 名称: "戊班", 年度: "二〇" },
  ],
});
const notice = policyOf("yiyang-2018-47");
/** Options and name of the contract, documents as the notice names them, and words that its certificate has in print. */
const TERMS = [
  ...Object.values(SHEETS),
  ...Object.values(VALUES).flatMap((options) => [...options.keys()]),
  ...Object.values(notice?.forms ?? {}).flatMap(({ evidence }) => Object.keys(evidence?.labels ?? {})),
  ...["存根", "副高级及以上", "二〇一八", "申报工作簿约定"],
];
const wordsOfWorkbook = [...grids.values()].flatMap(({ name, values }) => [
  name,
  ...values.flatMap((line) => line.flatMap((value) => (typeof value === "string" ? [value] : []))),
]);

function outcome(): ReviewOutcome {
  const reading = readSubmission(grids);
  if (!reading.ok) throw new Error(JSON.stringify(reading.problems));
  const { submission } = reading;
  return {
    unit: submission.unit,
    submission,
    review: reviewSubmission(submission),
    liveFormulas: false,
    again: null,
    incoming: NOTHING_INCOMING,
  };
}

let staged: Stage | null = null;
const open = async (faked: Faked): Promise<Stage> => (staged = await stage(faked, "en"));
afterEach(async () => {
  await staged?.unmount();
  staged = null;
  localStorage.clear();
});

const NAMING = ["aria-label", "title", "placeholder", "aria-valuetext"] as const;

/** Chinese words of the page's own, each with the text it stands in. Parts marked as Chinese are left out. */
function chinese(): readonly string[] {
  const texts = [...document.body.querySelectorAll("*")]
    .filter((element) => element.closest("[lang^=zh], style, script") === null)
    .flatMap((element) => [
      ...[...element.childNodes].flatMap((node) => (node.nodeType === page.Node.TEXT_NODE ? [node.textContent] : [])),
      ...NAMING.map((name) => element.getAttribute(name)),
    ]);
  return [...new Set(texts)].flatMap((text) => {
    const words = unexpectedChinese(text ?? "", [...wordsOfWorkbook, ...TERMS]);
    return words.length === 0 ? [] : [`${words.join(" ")} in “${text ?? ""}”`];
  });
}

test("a Chinese word of the pane's own is found", async () => {
  await open({});
  document.querySelector("h1")?.append("继续教育");
  expect(chinese()).toEqual(["继续教育 in “继续教育”"]);
});

test.each(VIEWS)("%s, before a review and after it", async (view) => {
  await open({ review: () => Promise.resolve(outcome()), select: () => Promise.resolve() });
  await show(view);
  expect(chinese()).toEqual([]);
  await act(async () => void (await staged?.controller.run(review)));
  await show(view);
  expect(chinese()).toEqual([]);
});

test("each finding in full, with the form that decides on its record", async () => {
  await open({ review: () => Promise.resolve(outcome()), select: () => Promise.resolve() });
  await act(async () => void (await staged?.controller.run(review)));
  await show("findings");
  const { findings } = outcome().review;
  expect(findings.length).toBeGreaterThan(5);
  for (const finding of findings) {
    await act(async () => void staged?.controller.choose(finding));
    if (document.querySelector('[data-testid="decide"]') !== null) await click("decide");
    expect(chinese()).toEqual([]);
  }
});

test("a question and its form", async () => {
  await open({ review: () => Promise.resolve(outcome()) });
  await act(async () => void (await staged?.controller.run(review)));
  await show("decide");
  const buttons = [...document.querySelectorAll<HTMLElement>('[data-testid^="choose-"]')];
  expect(buttons.length).toBeGreaterThan(0);
  for (const button of buttons) await act(async () => button.click());
  expect(chinese()).toEqual([]);
});

const forms = (ACTIONS as readonly ListedAction[]).filter(({ form }) => form !== null);
test.each(forms.map((action) => [action.name, action] as const))("the form of %s", async (_, action) => {
  await open({ review: () => Promise.resolve(outcome()) });
  await act(async () => void (await staged?.controller.run(review)));
  await act(async () => staged?.controller.openForm(action));
  expect(chinese()).toEqual([]);
});

test.each(Object.keys(FAILURES) as FailureKey[])("the failure %s", async (key) => {
  await open({ review: () => Promise.reject(new ExcelFailure(key, { sheet: "学时记录", sheets: "学时记录" })) });
  await click("review");
  expect(at("status").dataset["state"]).toBe("error");
  expect(chinese()).toEqual([]);
});

test("every problem that a failure may list", async () => {
  const problems = INPUT_PROBLEM_KEYS.map(
    (key) => ({ key, details: INPUT_PROBLEM_DETAILS[key], sheet: "学时记录", cell: "A1" }) as InputProblem,
  );
  await open({ review: () => Promise.reject(new ExcelFailure("not-reviewable", {}, { problems })) });
  await click("review");
  expect(document.querySelectorAll('[data-testid="problem-cell"]')).toHaveLength(problems.length);
  expect(chinese().filter((text) => !text.includes("{{"))).toEqual([]);
});

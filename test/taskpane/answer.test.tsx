/** 人员: one search box for names, initials, ids and numbers, and all there is to say to whom it finds. */
import { page } from "./page";
import { act } from "react";
import type { ReviewOutcome } from "../../src/excel";
import { reviewSubmission } from "../../src/review";
import { readSubmission } from "../../src/submission";
import { review } from "../../src/taskpane/actions/review";
import { PeopleIndex } from "../../src/taskpane/people/person-years";
import { NOTHING_INCOMING } from "../../src/trust";
import { submissionGrids, type RowCells } from "../support/submission";
import { at, click, press, show, stage, type, type Faked, type Stage } from "./stage";

const PEOPLE: readonly RowCells[] = [
  { 登记证书编号: "YY000001", 姓名: "张样例", 身份证号: "430902198001010011" },
  { 登记证书编号: "YY000002", 姓名: "单雄信", 身份证号: "430903197502020022" },
];

function outcome(): ReviewOutcome {
  const reading = readSubmission(
    submissionGrids({
      people: PEOPLE,
      records: [{ 登记证书编号: "YY000001", 姓名: "张样例", 学习形式: "论文", 名称: "论一题", 年度: 2017 }],
    }),
  );
  if (!reading.ok) throw new Error(JSON.stringify(reading.problems));
  const { submission } = reading;
  return {
    unit: submission.unit,
    submission: { ...submission, ledger: [{ ...ENTRY, certificateNo: "益证2018-0007", registrationNo: "YY000002" }] },
    review: reviewSubmission(submission),
    liveFormulas: true,
    again: null,
    incoming: NOTHING_INCOMING,
  };
}
const ENTRY = { name: "单雄信", state: "有效" } as unknown as ReviewOutcome["submission"]["ledger"][number];

let staged: Stage | null = null;
async function opened(services: Faked = {}): Promise<void> {
  staged = await stage({ review: () => Promise.resolve(outcome()), ...services });
  await act(async () => void (await staged?.controller.run(review)));
  await show("people");
}
afterEach(async () => {
  await staged?.unmount();
  staged = null;
});

test.each([
  ["张样", ["YY000001"]],
  ["zyl", ["YY000001"]],
  ["ZY", ["YY000001"]],
  ["sxx", ["YY000002"]],
  ["dx", ["YY000002"]],
  ["0022", ["YY000002"]],
  ["002", ["YY000002"]],
  ["022", []],
  ["2018-0007", ["YY000002"]],
  ["yy00000", ["YY000001", "YY000002"]],
  ["没有这个人", []],
])("%s finds %j", (text, people) => {
  const { review: reviewed, submission } = outcome();
  const index = new PeopleIndex(reviewed, submission, submission.ledger);
  expect(index.matching({ text, verdict: null, year: null }).map(({ registrationNo }) => registrationNo)).toEqual(
    people,
  );
});

test("Alt+Q, a name, Enter: all about the person; copied, printed, and back to the box by Esc", async () => {
  const written: string[] = [];
  const asked: unknown[] = [];
  Object.defineProperty(page.navigator, "clipboard", {
    value: { writeText: (copied: string) => Promise.resolve(written.push(copied)) },
    configurable: true,
  });
  await opened({
    statement: (request) => {
      asked.push(request);
      return Promise.resolve({ paper: "statement" as const, sheet: "个人情况说明", name: "张样例" });
    },
  });
  await show("overview");
  at("tab-overview").focus();
  await act(
    async () =>
      void at("tab-overview").dispatchEvent(
        new page.KeyboardEvent("keydown", { code: "KeyQ", key: "q", altKey: true, bubbles: true, cancelable: true }),
      ),
  );
  expect(document.activeElement).toBe(at("find-people"));
  await type("find-people", "zyl");
  await press("Enter");
  expect(at("answer").textContent).toContain("张样例");
  expect(at("answer-record").textContent).toContain("论一题");
  expect(at("answer-record").textContent).toContain("怎样才能计入");
  expect(document.activeElement?.textContent).toContain("张样例");
  await click("answer-copy");
  expect(written[0]).toMatch(/^张样例（YY000001）不合格/);
  await click("statement");
  expect(asked).toEqual([{ registrationNo: "YY000001" }]);
  expect(at("status").textContent).toContain("已把张样例的情况写入“个人情况说明”");
  await act(async () => document.querySelector<HTMLElement>("#ce-answer")?.focus());
  await press("Escape");
  expect(document.activeElement).toBe(at("find-people"));
});

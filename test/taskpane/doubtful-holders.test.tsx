/** Valid certificates whose holders no longer qualify: first on 概览, in 证明 and on the person, each with 作废 beside it. */
import "./page";
import { act } from "react";
import { ledgerState } from "../../src/certificates";
import { NOTHING_INCOMING } from "../../src/trust";
import type { ReviewOutcome } from "../../src/excel";
import { reviewSubmission } from "../../src/review";
import { readLedgerRows, readSubmission } from "../../src/submission";
import { gridOf, submissionGrids, type RowCells } from "../support/submission";
import { at, click, show, stage, type, type Stage } from "./stage";

const LEDGER = gridOf("发证台账", [
  ["证明编号", "登记证书编号", "姓名", "起始年度", "截止年度", "经办人", "签发日期", "状态", "作废原因"],
  ["2018-0007", "YY000005", "戊", 2013, 2017, "李四", "2018-06-20", "有效", ""],
]);

function outcomeOf(people: readonly RowCells[]): ReviewOutcome {
  const reading = readSubmission(new Map(submissionGrids({ people, records: [] })).set("发证台账", LEDGER));
  if (!reading.ok) throw new Error(JSON.stringify(reading.problems));
  const { submission } = reading;
  return {
    unit: submission.unit,
    submission,
    review: reviewSubmission(submission),
    liveFormulas: true,
    again: null,
    incoming: NOTHING_INCOMING,
    ledger: ledgerState(readLedgerRows(LEDGER)),
  };
}

const proven = { 已验印年度: "2013、2014、2015、2016、2017、2018" };

let staged: Stage | null = null;
afterEach(async () => {
  await staged?.unmount();
  staged = null;
  localStorage.clear();
});
const reviewed = async (people: readonly RowCells[], voided: unknown[] = [], issued: unknown[] = []): Promise<void> => {
  staged = await stage({
    review: () => Promise.resolve(outcomeOf(people)),
    void: (request) => (voided.push(request), new Promise(() => undefined)),
    certificates: (request) => (issued.push(request), new Promise(() => undefined)),
  });
  await click("review");
};
const gone = (id: string): boolean => document.querySelector(`[data-testid="${id}"]`) === null;

test("a holder who still qualifies is not said", async () => {
  await reviewed([{ 登记证书编号: "YY000005", 姓名: "戊", ...proven }]);
  expect(gone("todo-doubtful")).toBe(true);
  await show("certificates");
  expect(gone("doubtful-holders")).toBe(true);
  await show("people");
  expect(gone("person-doubtful")).toBe(true);
});

test("one who does not is the first line of 概览, and voided from 证明", async () => {
  const voided: unknown[] = [];
  await reviewed([{ 登记证书编号: "YY000005", 姓名: "戊" }], voided);
  expect(at("next-steps").querySelector("button")?.dataset["testid"]).toBe("todo-doubtful");
  await click("todo-doubtful");
  expect(at("doubtful-holders").textContent).toContain("2018-0007 戊YY000005 · 结论不是合格");
  await click("void-doubtful");
  await type("void-reason", "更正后不合格");
  await click("void-confirm");
  expect(voided).toEqual([
    {
      entry: { row: 1, certificateNo: "2018-0007", registrationNo: "YY000005" },
      reason: "更正后不合格",
      reissue: false,
    },
  ]);
});

test("from 人员 the way leads to the form that voids", async () => {
  await reviewed([{ 登记证书编号: "YY000005", 姓名: "戊" }]);
  await show("people");
  expect(at("person-doubtful").textContent).toContain("持有有效证明 2018-0007，现在不符合");
  await click("person-void");
  expect(staged?.controller.getState().view).toBe("certificates");
  expect(at("void-reason")).toBeTruthy();
});

test("a second number is asked about: none without a reason, and with it one", async () => {
  const issued: { chosen?: readonly string[]; reasons?: object }[] = [];
  await reviewed([{ 登记证书编号: "YY000055", 姓名: "戊", ...proven }], [], issued);
  await show("certificates");
  expect(at("doubtful-holders").textContent).toContain("登记证书编号已改为 YY000055");
  await act(async () => at("certificates").click());
  expect(at("second-numbers").textContent).toContain("1 人似已有有效证明，暂不编号");
  await click("certificates-confirm");
  expect(issued).toEqual([]);
  await type("second-YY000055", "同名的另一人");
  await click("certificates-confirm");
  expect(issued).toMatchObject([{ chosen: ["YY000055"], reasons: { YY000055: "同名的另一人" } }]);
});

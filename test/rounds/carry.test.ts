/** What comes along from the round before: decisions, numbers, proofs. This workbook's own stand; what contradicts is said. */
import { reviewSubmission } from "../../src/review";
import { carryLedger, carryOpinions, matchRounds, type PreviousRound } from "../../src/rounds";
import { readOpinions } from "../../src/results";
import { identitiesOf, readSubmission } from "../../src/submission";
import type { LedgerEntry, Submission } from "../../src/submission/types";
import { serial, submissionGrids, type RowCells } from "../support/submission";

const entry = (certificateNo: string, registrationNo: string, status = "有效"): LedgerEntry => ({
  certificateNo,
  registrationNo,
  name: registrationNo,
  fromYear: 2013,
  toYear: 2017,
  handler: "钱",
  issuedOn: "2018-07-20",
  status,
  voidReason: "",
});
const ledger = (...entries: readonly LedgerEntry[]): Submission => ({ ledger: entries }) as unknown as Submission;

test.each<
  readonly [
    string,
    readonly LedgerEntry[],
    readonly LedgerEntry[],
    { readonly taken: readonly string[]; readonly same: number; readonly conflicts: readonly string[] },
  ]
>(
  // A case a line
  // prettier-ignore
  [
  ["none here", [entry("2018-0001", "A"), entry("2018-0002", "B", "作废")], [], { taken: ["2018-0001", "2018-0002"], same: 0, conflicts: [] }],
  ["here already", [entry("2018-0001", "A")], [entry("2018-0001", "A")], { taken: [], same: 1, conflicts: [] }],
  ["somebody else's here", [entry("2018-0001", "A")], [entry("2018-0001", "B")], { taken: [], same: 0, conflicts: ["number 2018-0001"] }],
  ["the person has another one here", [entry("2018-0001", "A")], [entry("2018-0007", "A")], { taken: [], same: 0, conflicts: ["person 2018-0007"] }],
  ["the person's other one is void here", [entry("2018-0001", "A")], [entry("2018-0007", "A", "作废")], { taken: ["2018-0001"], same: 0, conflicts: [] }],
  ["another year's number is no other one", [entry("2018-0001", "A")], [entry("2017-0007", "A")], { taken: ["2018-0001"], same: 0, conflicts: [] }],
  ["voided here since", [entry("2018-0001", "A")], [entry("2018-0001", "A", "作废")], { taken: [], same: 0, conflicts: ["status 2018-0001"] }],
],
)("ledger: %s", (_, before, now, expected) => {
  const { taken, same, conflicts } = carryLedger(ledger(...before), ledger(...now));
  expect({
    taken: taken.map(({ certificateNo }) => certificateNo),
    same,
    conflicts: conflicts.map(({ kind, own }) => `${kind} ${own.certificateNo}`),
  }).toEqual(expected);
});

const A: RowCells = {
  学习形式: "面授培训",
  名称: "甲班",
  半天数: 4,
  开始日期: serial("2017-03-06"),
  结束日期: serial("2017-03-07"),
  证明材料: "培训通知",
};
const DECIDED: RowCells = {
  代码: "evidence-incomplete",
  登记证书编号: "YY000001",
  年度: 2017,
  处理: "认定",
  处理人: "李审",
  处理日期: "2018-07-20",
};

function read(record: RowCells, opinion: RowCells | null) {
  const plain = readSubmission(submissionGrids({ records: [record] }));
  if (!plain.ok) throw new Error(JSON.stringify(plain.problems));
  const [own] = plain.submission.records;
  const filled = opinion && {
    记录标识: identitiesOf(plain.submission.records).get(own?.place.row ?? 0) ?? "",
    记录指纹: own?.fingerprint ?? "",
    ...opinion,
  };
  const grids = submissionGrids({ records: [record], ...(filled ? { opinions: [filled] } : {}) });
  const reading = readSubmission(grids);
  if (!reading.ok) throw new Error(JSON.stringify(reading.problems));
  return { grids, submission: reading.submission, opinions: readOpinions(grids.get("审核意见")) };
}

test.each<
  readonly [
    string,
    RowCells,
    RowCells,
    RowCells | null,
    { readonly counting: number; readonly stale: number; readonly conflicts: number; readonly same: number },
  ]
>(
  // A case a line
  // prettier-ignore
  [
  ["unchanged: it counts", A, DECIDED, null, { counting: 1, stale: 0, conflicts: 0, same: 0 }],
  ["typed otherwise: it counts", { ...A, 半天数: " 4" }, DECIDED, null, { counting: 1, stale: 0, conflicts: 0, same: 0 }],
  ["changed: it waits", { ...A, 半天数: 3 }, DECIDED, null, { counting: 0, stale: 1, conflicts: 0, same: 0 }],
  ["changed, its hidden columns lost: it waits all the same", { ...A, 半天数: 3 }, { ...DECIDED, 记录标识: null, 记录指纹: null, 位置: "学时记录!A2" }, null, { counting: 0, stale: 1, conflicts: 0, same: 0 }],
  ["stale before: stale now", A, { ...DECIDED, 记录指纹: "older" }, null, { counting: 0, stale: 1, conflicts: 0, same: 0 }],
  ["decided alike here", A, DECIDED, DECIDED, { counting: 0, stale: 0, conflicts: 0, same: 1 }],
  ["decided otherwise here: our own stands", A, DECIDED, { ...DECIDED, 处理: "不予认定" }, { counting: 0, stale: 0, conflicts: 1, same: 0 }],
],
)("decision: %s", (_, record, opinion, own, expected) => {
  const [before, now] = [read(A, opinion), read(record, own)];
  const previous = { submission: before.submission, opinions: before.opinions } as unknown as PreviousRound;
  const carried = carryOpinions(
    previous,
    now,
    reviewSubmission(now.submission),
    now.opinions,
    matchRounds(before, now),
  );
  const { counting, stale, conflicts, same, lines, lost } = carried;
  expect({ counting, stale, conflicts: conflicts.length, same }).toEqual(expected);
  expect(lost).toEqual([]);
  expect(lines.map(({ by, on }) => [by, on])).toEqual([["李审", "2018-07-20"]]);
});

/** Who and what of a second round is who and what of the first: each case a change that units make. Nothing is guessed. */
import { matchRounds, type RoundSide } from "../../src/rounds";
import { readSubmission } from "../../src/submission";
import { serial, submissionGrids, type RowCells } from "../support/submission";

function side(records: readonly RowCells[], people: readonly RowCells[] = [{}]): RoundSide {
  const grids = submissionGrids({ records, people });
  const reading = readSubmission(grids);
  if (!reading.ok) throw new Error(JSON.stringify(reading.problems));
  return { grids, submission: reading.submission };
}

const A: RowCells = {
  序号: 1,
  学习形式: "面授培训",
  名称: "甲班",
  半天数: 4,
  开始日期: serial("2017-03-06"),
  结束日期: serial("2017-03-07"),
  证明材料: "培训通知、结业证书",
};
const B: RowCells = { ...A, 序号: 2, 名称: "乙班", 开始日期: serial("2017-04-06"), 结束日期: serial("2017-04-07") };
const C: RowCells = { ...A, 序号: 3, 名称: "丙班", 开始日期: serial("2017-05-06"), 结束日期: serial("2017-05-07") };
const PAPER: RowCells = {
  学习形式: "论文",
  名称: "浅谈",
  完成日期: serial("2017-06-01"),
  排名: 1,
  收录类别: "国内公开",
};

/** old row → new row with what changed; + new rows; - old rows (~ what they resemble). Rows counted from 1 below the header. */
function shown(before: RoundSide, after: RoundSide): readonly string[] {
  const { pairs, added, removed } = matchRounds(before, after).records;
  return [
    ...pairs.map(
      ({ before: from, after: to, changes }) =>
        `${from}→${to}${changes.map(({ column, before: old, after: now }) => ` ${column} ${old}→${now}`).join("")}`,
    ),
    ...added.map((row) => `+${row}`),
    ...removed.map(({ before: row, resembles }) => `-${row}${resembles.map((each) => `~${each}`).join("")}`),
  ];
}

test.each<readonly [string, readonly RowCells[], readonly RowCells[], readonly string[]]>(
  // A case a line
  // prettier-ignore
  [
  ["sorted and numbered anew", [A, B, C], [{ ...C, 序号: 1 }, { ...A, 序号: 2 }, { ...B, 序号: 3 }], ["3→1", "1→2", "2→3"]],
  ["a row inserted", [A, B], [A, C, B], ["1→1", "2→3", "+2"]],
  ["a duplicate removed: the first is the first", [A, A, B], [A, B], ["1→1", "3→2", "-2"]],
  ["typed otherwise, the same meant", [A], [{ ...A, 开始日期: "2017-3-6", 半天数: "４", 证明材料: "结业证书；培训通知", 年度: "2017年度" }], ["1→1"]],
  ["evidence added", [A, B], [{ ...A, 证明材料: "培训通知" }, B], ["1→1 证明材料 培训通知、结业证书→培训通知", "2→2"]],
  ["a wrong year corrected", [PAPER], [{ ...PAPER, 年度: 2016 }], ["1→1 年度 2017→2016"]],
  ["a title's typo corrected", [A, B], [{ ...A, 名称: "甲班（第一期）" }, B], ["1→1 名称 甲班→甲班（第一期）", "2→2"]],
  ["the form itself was mistyped", [{ ...A, 学习形式: "面授陪训" }], [A], ["1→1 学习形式 面授陪训→面授培训"]],
  ["another form under the same title is another record", [{ ...A, 学习形式: "学术讲座" }], [A], ["+1", "-1"]],
  ["one of two that are alike has changed: it is the one that is left", [PAPER, { ...PAPER, 排名: 2 }], [{ ...PAPER, 排名: 2 }, { ...PAPER, 排名: 3 }], ["2→1", "1→2 排名 1→3"]],
  ["one became two that are equally like it: not guessed", [PAPER], [{ ...PAPER, 排名: 2 }, { ...PAPER, 排名: 3 }], ["+1", "+2", "-1~1~2"]],
  ["two became one that is equally like both", [{ ...PAPER, 排名: 2 }, { ...PAPER, 排名: 3 }], [PAPER], ["+1", "-1~1", "-2~1"]],
  ["two with one identity, the better likeness wins", [PAPER], [{ ...PAPER, 排名: 2, 备注: "改" }, { ...PAPER, 排名: 2 }], ["1→2 排名 1→2", "+1"]],
  ["somebody else's row is never this person's", [A], [{ ...A, 登记证书编号: "YY000009" }], ["+1", "-1"]],
  ["a dash for no filing number is a change of the cell, and said", [A], [{ ...A, 备注: "补" }], ["1→1 备注 →补"]],
],
)("%s", (_, before, after, expected) => {
  expect(shown(side(before), side(after))).toEqual(expected);
});

const LI: RowCells = { 登记证书编号: "YY000002", 姓名: "李样例", 身份证号: "430000198001011232" };
const people = (before: readonly RowCells[], after: readonly RowCells[]): readonly string[] => {
  const { people: matching, renumbered } = matchRounds(side([], before), side([], after));
  return [
    ...matching.pairs.map(
      ({ before: from, after: to, changes }) => `${from}→${to}${changes.map(({ column }) => ` ${column}`).join("")}`,
    ),
    ...matching.added.map((row) => `+${row}`),
    ...matching.removed.map(({ before: row }) => `-${row}`),
    ...[...renumbered].map((pair) => pair.join("⇒")),
  ];
};

test.each<readonly [string, readonly RowCells[], readonly RowCells[], readonly string[]]>(
  // A case a line
  // prettier-ignore
  [
  ["the same, sorted", [{}, LI], [LI, {}], ["2→1", "1→2"]],
  ["one added, one gone", [{}], [LI], ["+1", "-1"]],
  ["education corrected", [LI], [{ ...LI, 学历: "硕士研究生" }], ["1→1 学历"]],
  ["renumbered: known by name and id", [LI], [{ ...LI, 登记证书编号: "YY000022" }], ["1→1 登记证书编号", "YY000002⇒YY000022"]],
  ["renumbered without an id: not guessed", [{ ...LI, 身份证号: null }], [{ ...LI, 登记证书编号: "YY000022", 身份证号: null }], ["+1", "-1"]],
  ["two of one name and id: not guessed", [LI], [{ ...LI, 登记证书编号: "YY000022" }, { ...LI, 登记证书编号: "YY000023" }], ["+1", "+2", "-1"]],
  ["two on one number are told apart by name", [{}, { 姓名: "李样例" }], [{ 姓名: "李样例" }, {}], ["2→1", "1→2"]],
],
)("people: %s", (_, before, after, expected) => {
  expect(people(before, after)).toEqual(expected);
});

test("records of a renumbered person are theirs, and have changed", () => {
  const before = side([{ ...A, 登记证书编号: "YY000002" }], [LI]);
  const after = side([{ ...A, 登记证书编号: "YY000022" }], [{ ...LI, 登记证书编号: "YY000022" }]);
  expect(shown(before, after)).toEqual(["1→1 登记证书编号 YY000002→YY000022"]);
});

/** "What is printed is what was handed in" (workbook contract): folded for comparing only, given wherever it is read by people. */
import { certificatePlan, DEFAULT_SETTINGS, formPages } from "../../src/certificates";
import { samplePlan } from "../../src/papers";
import { certificateFormOf } from "../../src/policy";
import { report, reviewPlan } from "../../src/results";
import type { OwnSheetPlan } from "../../src/results/plan";
import { reviewSubmission } from "../../src/review";
import { sendBackContent } from "../../src/send-back";
import { letterPlan } from "../../src/send-back/letter";
import { opinionSheetPlan } from "../../src/send-back/opinion-sheet";
import { readLedgerRows, readSubmission } from "../../src/submission";
import { gridOf as gridOfPlan } from "../../src/results/table";
import { provisionalBut, TRAINING } from "../review/exact/support";
import { submissionGrids } from "../support/submission";

const NUMBER = "益证（2016）第Ⅱ号";
const FOLDED = "益证(2016)第II号";
const PERSON = {
  登记证书编号: ` ${NUMBER} `,
  姓名: "张㐂①",
  工作单位: "虚构研究院（集团）第①所",
  现有职称: "工程师（Ⅲ级）",
  申报专业: "土木（岩土）",
  学历: "大学本科",
};
const grids = submissionGrids({
  unit: { 单位名称: "虚构研究院（集团）", 经办人: "钱①", 联系电话: "（0737）000", 单位性质: "非公企业" },
  people: [
    PERSON,
    { 登记证书编号: "ｙｙ 0002", 姓名: "李样例", 已验印年度: "2013-2017" },
    { 登记证书编号: "YY000003" },
  ],
  records: [
    // The same key in another spelling: one person
    { ...TRAINING, 登记证书编号: "益证(2016)第ii号", 姓名: "张㐂①", 名称: "第Ⅰ期（集团）" },
    { ...TRAINING, 登记证书编号: "ＺＺ９", 姓名: "王样例", 名称: "第②期" },
    { ...TRAINING, 登记证书编号: "YY000003", 姓名: "张样例", 证明材料: "培训通知、培训签到薄（Ⅱ）", 名称: "第③期" },
  ],
  decisions: provisionalBut(),
});
const reading = readSubmission(grids);
if (!reading.ok) throw new Error(JSON.stringify(reading.problems));
const { submission } = reading;
const review = reviewSubmission(submission);

/** What people see of the sheets: hidden columns hold keys. */
const textsOf = (sheets: readonly OwnSheetPlan[]): readonly string[] =>
  sheets.flatMap(({ blocks, hiddenColumns = [] }) =>
    blocks.flatMap(({ column, cells }) =>
      cells.flatMap((line) =>
        line.flatMap((cell, at) => {
          if (hiddenColumns.includes(column + at)) return [];
          return [String(cell !== null && typeof cell === "object" ? cell.shown : cell)];
        }),
      ),
    ),
  );

const results = reviewPlan(submission, review, { liveFormulaLimit: 100 });
const content = sendBackContent(submission, review);
const issue = certificatePlan(submission, review, undefined, { today: "2018-07-20" });
const form = certificateFormOf("yiyang-2018-47");
const ledger = issue.ledger?.kind === "new" ? [issue.ledger.sheet] : [];
const sample = samplePlan(submission, review, grids, {
  percent: 100,
  seed: 1,
  onePerPerson: false,
  by: "钱",
  on: "2018-07-20",
  replace: false,
});

test.each<[string, readonly OwnSheetPlan[], readonly string[]]>([
  ["审核意见, 年度汇总, 口径", results.sheets, [NUMBER, "张㐂①", "ｙｙ 0002", "ＺＺ９"]],
  ["退回意见", [opinionSheetPlan(content)], [NUMBER, "第②期", "ＺＺ９"]],
  ["发证台账", ledger, ["ｙｙ 0002", "李样例", "钱①"]],
  ["合格证明", formPages(issue.issued, DEFAULT_SETTINGS, form), ["ｙｙ 0002", "（0737）000"]],
  ["抽查清单", [sample.sheet], [NUMBER, "第Ⅰ期（集团）"]],
  [
    "退回函",
    [letterPlan(content, { officeName: "", deadline: "", handler: "", phone: "", remarks: "", date: "2018-07-20" })],
    ["虚构研究院（集团）"],
  ],
])("%s show it as given", (_, sheets, given) => {
  const texts = textsOf(sheets).join("\n");
  for (const text of given) expect(texts).toContain(text);
  for (const folded of [FOLDED, "(集团)", "YY0002", "ZZ9", "第I期", "第2期", "张㐂1", "(Ⅱ)"])
    expect(texts).not.toContain(folded);
});

test("the report names the key", () => {
  expect(report(review, new Map(), ({ code }) => code).people.map(({ registrationNo }) => registrationNo)).toEqual([
    FOLDED,
    "YY0002",
    "YY000003",
  ]);
});

test("the ledger is found again by the key, and its next paper repeats the ledger's words", () => {
  const [sheet] = ledger;
  if (sheet === undefined) throw new Error("no ledger");
  const [row] = (() => {
    const read = readLedgerRows(gridOfPlan(sheet));
    return read.ok ? read.rows : [];
  })();
  expect(row?.entry).toMatchObject({ registrationNo: "YY0002", registrationNoText: "ｙｙ 0002" });
  const again = certificatePlan(submission, review, gridOfPlan(sheet), { today: "2018-08-01" });
  expect([again.fresh, again.issued.map(({ registrationNoText }) => registrationNoText)]).toEqual([0, ["ｙｙ 0002"]]);
});

describe("What the office wrote on 口径 keeps value, type and format: a date stays a date", () => {
  const planOf = (决定日期: string | number, date1904: boolean): readonly unknown[] => {
    const given = submissionGrids({ decisions: [{ 编号: "J-01", 采用口径: "strict", 决定人: "钱", 决定日期 }] });
    const read = readSubmission(new Map([...given].map(([name, grid]) => [name, { ...grid, date1904 }])));
    if (!read.ok) throw new Error(JSON.stringify(read.problems));
    const plan = reviewPlan(read.submission, reviewSubmission(read.submission), { liveFormulaLimit: 0 });
    const sheet = plan.sheets.find(({ name }) => name === "口径");
    const table = sheet?.blocks.find(({ cells }) => cells.length > 1 || cells[0]?.[0] === "J-01");
    const line = table?.cells.find(([id]) => id === "J-01");
    const formats = sheet?.styles.filter(({ row, column, rows }) => row === 1 && column === 7 && rows === 1);
    return [line?.[7], formats?.map(({ style }) => style.numberFormat), read.submission.decisions[0]?.on];
  };
  test.each<[what: string, cell: string | number, date1904: boolean, expected: readonly unknown[]]>([
    ["an Excel date", 43_283, false, [43_283, ["yyyy-mm-dd"], "2018-07-02"]],
    ["an Excel date of a workbook that counts from 1904", 41_821, true, [41_821, ["yyyy-mm-dd"], "2018-07-02"]],
    ["a text", "2018年7月2日", false, ["2018年7月2日", [], "2018-07-02"]],
    ["words", "周一", false, ["周一", [], "周一"]],
  ])("%s", (_, cell, date1904, expected) => {
    expect(planOf(cell, date1904)).toEqual(expected);
  });
});

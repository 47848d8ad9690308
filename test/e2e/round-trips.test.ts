/** How often the page and Excel speak: a few requests, and one more for each 4.5 MB; not one for each record. */
import type { ReviewOutcome } from "../../src/excel";
import type { RowCells } from "../support/submission";
import { annotationOf, closeHarnesses, AddinHarness, RECORDS, sheetOf, workbookOfTables } from "./addin-harness";

afterEach(closeHarnesses);

/** Excel on the web refuses larger messages; ours are cut below it. */
const MESSAGE_LIMIT = 5 * 1024 * 1024;
const CHUNK = 4.5e6;
const BEYOND_THE_BYTES = 8;

const RECORDS_A_PERSON = 20;

/** Records of all five forms in turn, twenty a person, each with a title of its own. */
function submission(count: number): ReturnType<typeof workbookOfTables> {
  const forms: readonly RowCells[] = [
    { 学习形式: "面授培训", 半天数: 4, 晚上数: 1, 证明材料: "培训通知、结业证书" },
    { 学习形式: "网络培训", 证书学时: 20, 备案号: "BA-N", 完成进度: 100, 证明材料: "课程内容安排、结业证书" },
    { 学习形式: "学术会议", 会议天数: 3, 不计天数: 1, 证明材料: "会议邀请函、学习笔记" },
    { 学习形式: "论文", 收录类别: "CSSCI", 排名: 1, 证明材料: "刊物封面、刊号、目录复印件" },
    { 学习形式: "课题项目", 级别: "省级", 排名: 2, 证明材料: "结题证明" },
  ];
  const number = (person: number): string => `YY${String(person + 1).padStart(6, "0")}`;
  const people = Array.from({ length: Math.ceil(count / RECORDS_A_PERSON) }, (_, at): RowCells => ({
    登记证书编号: number(at),
    姓名: `样例${at}`,
  }));
  const records = Array.from({ length: count }, (_, at): RowCells => {
    const person = Math.floor(at / RECORDS_A_PERSON);
    return {
      ...forms[at % forms.length],
      登记证书编号: number(person),
      姓名: `样例${person}`,
      年度: 2013 + (at % 5),
      名称: `虚构的继续教育活动第${at}号`,
    };
  });
  return workbookOfTables({ people, records });
}

interface Traffic {
  readonly requests: number;
  readonly chunks: number;
  readonly largest: number;
  readonly outcome: ReviewOutcome;
}

/** What crosses from the press of 审核 to its end, start-up and function results aside. */
async function trafficOfReview(harness: AddinHarness): Promise<Traffic> {
  const before = harness.workbench.traffic.length;
  const outcome = await harness.review();
  const crossed = harness.workbench.traffic.slice(before);
  const batches = crossed.filter(({ kind }) => kind === "batch");
  const sum = (key: "requestBytes" | "responseBytes"): number =>
    batches.reduce((bytes, entry) => bytes + entry[key], 0);
  return {
    requests: batches.length,
    chunks: Math.ceil(sum("requestBytes") / CHUNK) + Math.ceil(sum("responseBytes") / CHUNK),
    largest: Math.max(...crossed.flatMap(({ requestBytes, responseBytes }) => [requestBytes, responseBytes])),
    outcome,
  };
}

test.each([
  [200, true],
  [10_000, false],
])("%i records: at most 8 requests beyond those that the bytes need (formulas live: %s)", async (count, live) => {
  const harness = await AddinHarness.open(submission(count));
  for (const press of ["first", "second"]) {
    const { requests, chunks, largest, outcome } = await trafficOfReview(harness);
    process.stdout.write(
      `${count} records, ${press} review: ${requests} requests, ${chunks} needed by the bytes, largest message ${(largest / 1e6).toFixed(2)} MB\n`,
    );
    expect(requests).toBeLessThanOrEqual(chunks + BEYOND_THE_BYTES);
    expect(largest).toBeLessThan(MESSAGE_LIMIT);
    expect(outcome.liveFormulas).toBe(live);
    expect(outcome.review.records).toHaveLength(count);
  }
  const sheet = sheetOf(harness.workbook, RECORDS);
  const { row, of } = annotationOf(sheet);
  expect(sheet.cell(row + 1, of("折算学时"))?.formula !== undefined).toBe(live);
  expect(typeof sheet.value(row + count, of("折算学时"))).toBe("number");
  harness.expectClean();
});

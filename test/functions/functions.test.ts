/** =CE.* as Excel calls them: ranges or joined texts, blanks of every kind, wrong inputs. */
import { clause, evidence, hours, subject, violations } from "../../src/functions/functions";

const HEADERS = ["登记证书编号", "姓名", "年度", "学习形式", "科目", "名称", "半天数", "晚上数", "证明材料"];
const ROW = ["YY000001", "张三", 2018, "面授培训", "专业科目", "课堂教学", 4, 1, "培训通知、结业证书"];
const joined = (cells: readonly unknown[]): string => cells.join("\u001f");

test("hours of a row, of rows, of a joined text", () => {
  expect(hours([ROW], [HEADERS])).toEqual([[18]]);
  expect(hours([ROW, ROW], [HEADERS])).toEqual([[18], [18]]);
  expect(hours([[joined(ROW)]], [HEADERS])).toEqual([[18]]);
});

test.each([[0], [null], [""]])("a blank that arrives as %p is blank", (blank) => {
  const row = ROW.map((cell, index) => (index === 7 ? blank : cell));
  expect(hours([row], [HEADERS])).toEqual([[16]]);
  expect(hours([[joined(row.map((cell) => (cell === blank ? "" : cell)))]], [HEADERS])).toEqual([[16]]);
});

test("a blank row gives blank", () => {
  expect(hours([HEADERS.map(() => null)], [HEADERS])).toEqual([[""]]);
});

test("subject and evidence in words", () => {
  expect(subject([ROW], [HEADERS])).toEqual([["专业科目"]]);
  expect(evidence([ROW], [HEADERS])).toEqual([["齐全"]]);
  const bare = ROW.map((cell, index) => (index === 8 ? "培训通知" : cell));
  expect(String(evidence([bare], [HEADERS])[0]?.[0])).toContain("尚缺");
});

test("violations carry their clause", () => {
  const bare = ROW.map((cell, index) => (index === 8 ? "培训通知" : cell));
  expect(String(violations([bare], [HEADERS])[0]?.[0])).toMatch(/证明材料不齐.*（附件4\(二\)1）/);
});

test.each([
  [[ROW], [["甲", "乙"]], undefined],
  [[ROW.slice(1)], [HEADERS], undefined],
  [[ROW], [HEADERS, HEADERS], undefined],
  [[ROW], [HEADERS], "nowhere-2031"],
  [[["#VALUE!"]], [["x"]], undefined],
])("wrong input %#: a Chinese text, no exception", (record, headers, policy) => {
  expect(String(hours(record, headers, policy)[0]?.[0])).toMatch(/[\u4e00-\u9fff]/);
});

test("clauses of codes and of questions", () => {
  expect(clause("evidence-incomplete")).toMatch(/附件4.*证明材料/);
  expect(clause("J-01")).toMatch(/^正文四\.1：/);
  expect(clause("nonsense")).toContain("没有代码");
});

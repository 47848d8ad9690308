/** =CE.* as Excel calls them: ranges or joined texts, blanks of every kind, wrong inputs. */
import {
  clause,
  evidence,
  explain,
  hours,
  score,
  status,
  subject,
  total,
  violations,
} from "../../src/functions/functions";

const HEADERS = ["登记证书编号", "姓名", "年度", "学习形式", "科目", "名称", "半天数", "晚上数", "证明材料"];
const ROW = ["YY000001", "张三", 2018, "面授培训", "专业科目", "课堂教学", 4, 1, "培训通知、结业证书"];
const joined = (cells: readonly unknown[]): string => cells.join("\u001f");

test("hours of a row, of rows, of a joined text", () => {
  expect(hours([ROW], [HEADERS])).toEqual([[18]]);
  expect(hours([ROW, ROW], [HEADERS])).toEqual([[18], [18]]);
  expect(hours([[joined(ROW)]], [HEADERS])).toEqual([[18]]);
});

test("a header of two rows: a group over two names, the others merged downwards", () => {
  const upper = ["登记证书编号", "姓名", "年度", "学习形式", "科目", "名称", "培训量", null, "证明材料"];
  const lower = HEADERS.map((name) => (["半天数", "晚上数"].includes(name) ? name : null));
  expect(hours([ROW], [upper, lower])).toEqual([[18]]);
  expect(hours([ROW], [upper.map((name, at) => (at === 6 ? name : null)), HEADERS])).toEqual([[18]]);
});

test("of two columns for one key neither is read, as in the review", () => {
  expect(String(violations([[...ROW, 99]], [[...HEADERS, "申报学时"]])[0]?.[0])).toContain("申报学时");
  expect(String(violations([[...ROW, 99, 99]], [[...HEADERS, "申报学时", "学时"]])[0]?.[0])).not.toContain("申报学时");
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

test("how the hours come about, and what the evidence lacks", () => {
  expect(explain([ROW, ROW], [HEADERS])).toEqual([
    ["4 个半天 × 4 + 1 晚 × 2 = 18 学时（附件5第1条）"],
    ["4 个半天 × 4 + 1 晚 × 2 = 18 学时（附件5第1条）"],
  ]);
  expect(explain([[joined(ROW.map((cell, index) => (index === 8 ? "培训通知" : cell)))]], [HEADERS])).toEqual([
    [
      "4 个半天 × 4 + 1 晚 × 2 = 18 学时（附件5第1条）；证明材料缺：结业证书（凑成一组：培训通知、结业证书）；或另任选一组：培训通知＋培训课程表＋培训签到表，培训通知＋培训日程安排＋培训签到表，培训签到表＋结业证书，培训课程表＋结业证书，培训日程安排＋结业证书（附件4(二)1）",
    ],
  ]);
  expect(explain([ROW.map((cell, index) => (index === 6 || index === 7 ? null : cell))], [HEADERS])).toEqual([
    ["不计学时：未填半天数、未填晚上数（附件5第1条）；口径“证书学时与按天数折算不同，以何者为准？”未定，暂取“按天数”"],
  ]);
  expect(explain([HEADERS.map(() => null)], [HEADERS])).toEqual([[""]]);
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
  expect(explain(record, headers, policy)).toEqual(hours(record, headers, policy));
});

test("clauses of codes and of questions", () => {
  expect(clause("evidence-incomplete")).toMatch(/附件4.*证明材料/);
  expect(clause("J-01")).toMatch(/^正文四\.1：/);
  expect(clause("nonsense")).toContain("没有代码");
});

test("clauses of another notice: its own questions and codes without naming it, shared codes by name", () => {
  expect(clause("A-02")).toMatch(/^培训（由各省规定）：面授培训/);
  expect(clause("a-02")).toBe(clause("A-02"));
  expect(clause("paper-without-cn")).toMatch(/^学分计量（五）：/);
  expect(clause("j-half-day-meeting")).toMatch(/^附件5第2条：/);
  expect(clause("j-half-day-meeting", "accounting-2018-10")).toMatch(/^学分计量（二）：/);
  expect(clause("J-01", "nowhere-2031-1")).toContain("没有编号为");
});

test("a row by another notice", () => {
  const headers = ["学习形式", "会议天数", "证明材料"];
  expect(hours([["会计会议", 3, "会议邀请函"]], [headers], "accounting-2018-10")).toEqual([[30]]);
  expect(evidence([["会计会议", 3, ""]], [headers], "accounting-2018-10")).toEqual([["尚缺：会议邀请函"]]);
});

describe("a person's year", () => {
  const online = (seq: string, kind: string, stated: number): unknown[] => [
    "YY000001",
    "张三",
    2018,
    "网络培训",
    kind,
    `课程${seq}`,
    null,
    null,
    "课程内容、结业证书",
    stated,
    "BA-1",
    "是",
  ];
  const headers = [...HEADERS, "证书学时", "备案号", "初审盖章"];
  const records = [online("一", "公需科目", 30), online("二", "专业科目", 60.5), headers.map(() => 0)];
  const filings = [
    [
      "备案号",
      "备案日期",
      "开始日期",
      "培训计划",
      "教材",
      "拟培训人员范围",
      "课件",
      "教案",
      "电子版",
      "纸质版",
      "培训主题",
    ],
    ["BA-1", "2018-01-02", "2018-02-01", "有", "有", "全体", "有", "有", "是", "是", "加快开放强省建设"],
  ];

  test("sums by subject, and the status (正文四.1)", () => {
    expect(total(records, [headers], "yy000001", 2018, undefined, filings)).toBe(90.5);
    expect(total(records, [headers], "YY000001", 2018, "公需科目", filings)).toBe(30);
    expect(total(records, [headers], "YY000001", 2018, "专业科目", filings)).toBe(60.5);
    expect(status(records, [headers], "YY000001", 2018, filings)).toBe("达标");
  });

  test("without 培训备案 nothing of it is filed (正文四.2)", () => {
    expect(total(records, [headers], "YY000001", 2018)).toBe(0);
    expect(status(records, [headers], "YY000001", 2018)).toBe("不达标");
  });

  test("decisions count (J-43)", () => {
    const unnumbered = records.map((row) => row.map((cell) => (cell === "BA-1" ? null : cell)));
    expect(status(unnumbered, [headers], "YY000001", 2018, filings)).toBe("待判断");
    const decisions = [
      ["编号", "采用口径", "决定人", "决定日期"],
      ["J-43", "accept", "钱经办", "2018-07-02"],
    ];
    expect(status(unnumbered, [headers], "YY000001", 2018, filings, decisions)).toBe("达标");
  });

  test.each([
    [records, [["甲"]], "YY000001", 2018],
    [records, [headers], "", 2018],
    [records, [headers], "YY000001", "明年"],
  ])("wrong input %#: a Chinese text", (rows, names, no, year) => {
    expect(String(total(rows as unknown[][], names, no, year as number))).toMatch(/[\u4e00-\u9fff]/);
  });
});

describe("points in a title review (正文四.1)", () => {
  test.each([
    [100, 5, 5, undefined, 3, "all years met: 3 % of the total"],
    [100, 4, 5, undefined, 0, "J-02 all-or-nothing: one year missing, no points"],
    [100, 4, 5, "proportional", 2.4, "J-02 proportional: 3 × 4/5"],
    [200, 0, 5, "proportional", 0, "no year met"],
    [100, 0, 0, undefined, 0, "no years asked for"],
  ])("%d marks, %d of %d years, %p → %d: %s", (marks, met, years, reading, points, _why) => {
    expect(score(marks, met, years, reading)).toBeCloseTo(points, 9);
  });

  test.each([
    [-1, 5, 5, undefined, undefined, "不小于 0"],
    [100, 5, 5, "sometimes", undefined, "all-or-nothing"],
    [100, 5, 5, undefined, "nowhere-2030", "nowhere-2030"],
    [100, 5, 5, undefined, "accounting-2018-10", "没有规定得分"],
  ])("wrong input %#: a Chinese text that says what", (marks, met, years, reading, policy, says) => {
    expect(score(marks, met, years, reading, policy)).toContain(says);
  });
});

/** What rows and people do to one another, as the workbook contract has it under "Across rows" and "People". */
import { reviewSubmission, type Review } from "../../src/review";
import { readSubmission } from "../../src/submission";
import { serial, submissionGrids, type RowCells } from "../support/submission";

const P1 = "YY000001";
const P2 = "YY000002";
const P3 = "YY000003";
const PEOPLE: readonly RowCells[] = [{}, { 登记证书编号: P2, 姓名: "李样例" }, { 登记证书编号: P3, 姓名: "王样例" }];

function review(records: readonly RowCells[], people: readonly RowCells[] = PEOPLE): Review {
  const reading = readSubmission(submissionGrids({ people, records }));
  if (!reading.ok) throw new Error(JSON.stringify(reading.problems));
  return reviewSubmission(reading.submission);
}

const ACROSS = ["person-unknown", "person-duplicate", "record-duplicate", "achievement-claimed-twice", "dates-overlap"];
/** The codes of this page on each record; other codes are other tests' business. */
const found = (result: Review): string[] =>
  result.records.map(
    ({ findings }) =>
      findings
        .map(({ code }) => code)
        .filter((code) => ACROSS.includes(code))
        .sort()
        .join(" ") || "-",
  );

const of = (registrationNo: string, row: RowCells): RowCells => ({ ...row, 登记证书编号: registrationNo, 姓名: "某" });
const training: RowCells = {
  学习形式: "面授培训",
  名称: "虚构培训",
  半天数: 4,
  开始日期: serial("2017-03-01"),
  结束日期: serial("2017-03-02"),
  证明材料: "培训通知、结业证书",
};
const online: RowCells = {
  学习形式: "网络培训",
  名称: "虚构网课",
  证书学时: 30,
  完成进度: 100,
  备案号: "BA-N",
  开始日期: serial("2017-03-01"),
  结束日期: serial("2017-03-20"),
  证明材料: "课程内容、结业证书",
};
const meeting: RowCells = {
  学习形式: "学术会议",
  名称: "虚构年会",
  会议天数: 3,
  不计天数: 1,
  开始日期: serial("2017-03-01"),
  结束日期: serial("2017-03-03"),
  证明材料: "会议邀请函、学习笔记",
};
const paper: RowCells = {
  学习形式: "论文",
  名称: "论虚构",
  排名: 1,
  收录类别: "CSSCI",
  完成日期: serial("2017-06-01"),
  证明材料: "刊物封面、刊号、目录复印件",
};
const project: RowCells = {
  学习形式: "课题项目",
  名称: "论虚构",
  级别: "市级",
  排名: 1,
  完成日期: serial("2017-06-01"),
  证明材料: "结题证明",
};

type Case = readonly [what: string, records: readonly RowCells[], codes: readonly string[]];
const cases = (table: readonly Case[]): void =>
  test.each(table.map(([what, records, codes]) => ({ what, records, codes })))("$what", ({ records, codes }) => {
    expect(found(review(records))).toEqual(codes);
  });

describe("a record's person", () => {
  cases([
    ["is known", [training], ["-"]],
    ["is in no row of 人员信息", [of("YY999999", training)], ["person-unknown"]],
    ["has no number", [of("", training)], ["person-unknown"]],
    ["has a number in small letters", [of("yy000001", training)], ["-"]],
    ["has a number in full-width letters and digits", [of("ＹＹ０００００１", training)], ["-"]],
    ["has a number with spaces around it, ideographic ones too", [of("　yy000001 ", training)], ["-"]],
    ["one digit makes another person", [of("YY0000010", training)], ["person-unknown"]],
    ["leading zeros count", [of("YY1", training)], ["person-unknown"]],
  ]);

  test("is the same person whichever way 人员信息 writes the number, a typed number too", () => {
    const people: RowCells[] = [{ 登记证书编号: "ｙｙ－0001" }, { 登记证书编号: 20180001, 姓名: "李样例" }];
    expect(
      found(review([of("YY-0001", training), of("20180001", online), of("２０１８０００１", meeting)], people)),
    ).toEqual(["-", "-", "-"]);
  });

  test("unknown: the row counts for nobody and no year is listed for it", () => {
    const result = review([of("YY999999", training)]);
    expect(result.records[0]).toMatchObject({
      registrationNo: "YY999999",
      convertedHours: 16,
      creditedHours: 0,
      verdict: "rejected",
    });
    expect(result.years.filter(({ registrationNo }) => registrationNo === "YY999999")).toEqual([]);
  });
});

describe("two people with one number", () => {
  test.each<[string, string]>([
    ["written alike", P1],
    ["in small letters", "yy000001"],
    ["in full width, with a space", "ＹＹ000001 "],
  ])("%s: one entry, unqualified, by the first row's data", (_what, second) => {
    const result = review(
      [training],
      [{}, { 登记证书编号: second, 姓名: "赵样例", 申报级别: "中级" }, { 登记证书编号: P2, 姓名: "李样例" }],
    );
    expect(
      result.people.map(({ registrationNo, name, verdict, senior }) => ({ registrationNo, name, verdict, senior })),
    ).toEqual([
      { registrationNo: P1, name: "张样例", verdict: "unqualified", senior: true },
      expect.objectContaining({ registrationNo: P2 }),
    ]);
    expect(result.people[0]?.findings.map(({ code }) => code)).toContain("person-duplicate");
    expect(result.people[1]?.findings.map(({ code }) => code)).not.toContain("person-duplicate");
    expect(result.findings.find(({ code }) => code === "person-duplicate")).toMatchObject({
      severity: "error",
      place: { sheet: "人员信息", row: 1 },
      details: { rows: [2, 3] },
    });
    expect(found(result)).toEqual(["-"]);
  });

  test("three times is one finding", () => {
    expect(review([], [{}, {}, {}]).findings.filter(({ code }) => code === "person-duplicate")).toHaveLength(1);
  });
});

describe("the same record twice: person, year, form, title, start and completion", () => {
  cases(
    // A case a line
    // prettier-ignore
    [
    ["a copy", [training, training], ["-", "dates-overlap record-duplicate"]],
    ["three copies: the later rows", [training, training, training], ["-", "dates-overlap record-duplicate", "dates-overlap record-duplicate"]],
    ["not side by side", [training, online, training], ["-", "-", "dates-overlap record-duplicate"]],
    ["the end alone differs", [online, { ...online, 结束日期: serial("2017-03-21") }], ["-", "record-duplicate"]],
    ["hours, organiser, evidence differ", [online, { ...online, 证书学时: 20, 主办单位: "另一单位", 证明材料: "课程内容安排、课程完成进度" }], ["-", "record-duplicate"]],
    ["dates of two forms", [online, { ...online, 开始日期: "2017年3月1日" }], ["-", "record-duplicate"]],
    ["another person", [online, of(P2, online)], ["-", "-"]],
    ["the same person in small letters", [online, of("yy000001", online)], ["-", "record-duplicate"]],
    ["another year: the same hours again", [online, { ...online, 年度: 2016 }], ["-", "record-duplicate"]],
    ["another form", [meeting, { ...meeting, 学习形式: "学术讲座" }], ["-", "-"]],
    ["another start", [online, { ...online, 开始日期: serial("2017-03-02") }], ["-", "-"]],
    ["another completion", [paper, { ...paper, 完成日期: serial("2017-07-01") }], ["-", "-"]],
    ["dates that can't be read match nothing", [{ ...online, 开始日期: "三月" }, { ...online, 开始日期: "三月" }], ["-", "-"]],
    ["without a number nobody is the same person", [{ ...online, 登记证书编号: null }, { ...online, 登记证书编号: null }], ["person-unknown", "person-unknown"]],
    ["blank dates match", [{ ...online, 开始日期: null, 结束日期: null }, { ...online, 开始日期: null, 结束日期: null }], ["-", "record-duplicate"]],
  ],
  );

  test("the later row is rejected, the first counts", () => {
    expect(review([online, online]).records.map(({ creditedHours, verdict }) => [creditedHours, verdict])).toEqual([
      [30, "credited"],
      [0, "rejected"],
    ]);
  });
});

describe("titles are compared without case, width, spaces and punctuation; symbols stay", () => {
  cases(
    (
      [
        ["case", "BIM Training", "bim training", true],
        ["spaces, ideographic too", "虚构 培　训", "虚构培训", true],
        ["a line break", "虚构\n培训", "虚构培训", true],
        ["full-width letters and digits", "ＢＩＭ２０１７", "bim2017", true],
        ["punctuation of both widths", "《虚构》（上）：培训！", "虚构(上)-培训", true],
        ["quotes and dashes", "“虚构”——培训", "虚构培训", true],
        ["NFKC: a circled digit", "培训①", "培训1", true],
        ["NFKC: a ligature", "ﬁnance", "finance", true],
        ["a symbol: +", "C++", "C", false],
        ["a symbol in full width", "C＋＋", "c++", true],
        ["a symbol: =", "a=b", "ab", false],
        ["a symbol: $", "$培训", "培训", false],
        ["another word", "虚构培训一", "虚构培训二", false],
        ["traditional characters are other characters", "虛構", "虚构", false],
      ] as const
    ).map(([what, one, other, same]): Case => [
      what,
      [
        { ...online, 名称: one },
        { ...online, 名称: other },
      ],
      ["-", same ? "record-duplicate" : "-"],
    ]),
  );
});

describe("one achievement at one rank for different people: form, title, rank", () => {
  const twice = "achievement-claimed-twice";
  cases(
    // A case a line
    // prettier-ignore
    [
    ["a paper", [paper, of(P2, paper)], [twice, twice]],
    ["a project", [project, of(P2, project)], [twice, twice]],
    ["three people: all of them", [paper, of(P2, paper), of(P3, paper)], [twice, twice, twice]],
    ["in different years", [paper, of(P2, { ...paper, 年度: 2016, 完成日期: serial("2016-06-01") })], [twice, twice]],
    ["ranks of two writings", [paper, of(P2, { ...paper, 排名: "１" })], [twice, twice]],
    ["titles of two writings", [{ ...paper, 名称: "《论虚构》" }, of(P2, { ...paper, 名称: "论 虚构" })], [twice, twice]],
    ["a second rank", [paper, of(P2, { ...paper, 排名: 2 })], ["-", "-"]],
    ["a rank between them", [paper, of(P2, { ...paper, 排名: 2 }), of(P3, paper)], [twice, "-", twice]],
    ["blank ranks never match", [{ ...paper, 排名: null }, of(P2, { ...paper, 排名: null })], ["-", "-"]],
    ["a blank rank matches no first one", [paper, of(P2, { ...paper, 排名: null })], ["-", "-"]],
    ["blank titles never match", [{ ...paper, 名称: null }, of(P2, { ...paper, 名称: null })], ["-", "-"]],
    ["symbols stay in a title", [{ ...paper, 名称: "C++" }, of(P2, { ...paper, 名称: "C" })], ["-", "-"]],
    ["a paper and a project of one title", [paper, of(P2, project)], ["-", "-"]],
    ["one person twice is no other person", [paper, paper], ["-", "record-duplicate"]],
    ["one person, his number in two writings", [paper, of("ｙｙ000001", { ...paper, 完成日期: serial("2017-07-01") })], ["-", "-"]],
    ["one of them twice, and another person", [paper, paper, of(P2, paper)], [twice, `${twice} record-duplicate`, twice]],
    ["with a person nobody knows", [paper, of("YY999999", paper)], [twice, `${twice} person-unknown`]],
    ["a course is everyone's", [online, of(P2, online)], ["-", "-"]],
    ["a meeting is everyone's", [meeting, of(P2, meeting)], ["-", "-"]],
  ],
  );

  test("all of them are rejected, whatever they would be worth", () => {
    const result = review([paper, of(P2, paper)]);
    expect(
      result.records.map(({ convertedHours, creditedHours, verdict }) => [convertedHours, creditedHours, verdict]),
    ).toEqual([
      [30, 0, "rejected"],
      [30, 0, "rejected"],
    ]);
    expect(result.findings.find(({ code }) => code === twice)?.details).toEqual({ others: [P1, P2] });
  });
});

describe("one person in two all-day courses on one day", () => {
  const course = (title: string, from: string, to: string, halfDays: number | null, more: RowCells = {}): RowCells => ({
    ...training,
    名称: title,
    开始日期: serial(from),
    结束日期: serial(to),
    半天数: halfDays,
    ...more,
  });
  const first = course("甲", "2017-03-01", "2017-03-03", 6);
  const over = "dates-overlap";
  cases(
    // A case a line
    // prettier-ignore
    [
    ["the same days", [first, course("乙", "2017-03-01", "2017-03-03", 6)], ["-", over]],
    ["the last day is the first day", [first, course("乙", "2017-03-03", "2017-03-04", 4)], ["-", over]],
    ["within", [first, course("乙", "2017-03-02", "2017-03-02", 2)], ["-", over]],
    ["around", [course("乙", "2017-03-02", "2017-03-02", 2), first], ["-", over]],
    ["the day after", [first, course("乙", "2017-03-04", "2017-03-05", 4)], ["-", "-"]],
    ["the later row is the one further down, not the later date", [course("乙", "2017-03-03", "2017-03-04", 4), first], ["-", over]],
    ["three on one day: both later rows", [first, course("乙", "2017-03-02", "2017-03-02", 2), course("丙", "2017-03-02", "2017-03-02", 2)], ["-", over, over]],
    ["a chain: the third shares a day with the second only", [first, course("乙", "2017-03-03", "2017-03-05", 6), course("丙", "2017-03-05", "2017-03-05", 2)], ["-", over, over]],
    ["a half-day course beside it", [first, course("乙", "2017-03-02", "2017-03-02", 1)], ["-", "-"]],
    ["it is the half-day course itself", [course("甲", "2017-03-01", "2017-03-03", 5), course("乙", "2017-03-02", "2017-03-02", 2)], ["-", "-"]],
    ["evenings fill no day", [first, course("乙", "2017-03-02", "2017-03-02", null, { 晚上数: 1 })], ["-", "-"]],
    ["half-days are not known", [first, course("乙", "2017-03-02", "2017-03-02", null, { 证书学时: 8 })], ["-", "-"]],
    ["one date stands for both", [first, { ...course("乙", "2017-03-02", "2017-03-02", 2), 结束日期: null }], ["-", over]],
    ["another person", [first, of(P2, course("乙", "2017-03-01", "2017-03-03", 6))], ["-", "-"]],
    ["the same person, the number in full width", [first, of("ＹＹ000001", course("乙", "2017-03-01", "2017-03-03", 6))], ["-", over]],
    ["a course online at the same time", [first, online], ["-", "-"]],
    ["a meeting at the same time", [first, meeting], ["-", "-"]],
    ["a copy of an all-day course overlaps it as well", [first, first], ["-", "dates-overlap record-duplicate"]],
    ["public and professional alike", [first, course("乙", "2017-03-02", "2017-03-02", 2, { 科目: "公需科目", 备案号: "BA-F" })], ["-", over]],
  ],
  );

  test("the finding names the row it collides with", () => {
    expect(
      review([first, online, course("乙", "2017-03-03", "2017-03-04", 4)]).findings.find(({ code }) => code === over),
    ).toMatchObject({ severity: "error", place: { row: 3 }, details: { row: 2 } });
  });
});

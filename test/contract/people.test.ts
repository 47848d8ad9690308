/** People, channels, claims and needed cells of the workbook contract: "Severity", "Years", "Channels", 县（市）区单位, 中级 and 初级. */
import {
  PROJECT,
  TRAINING,
  codesOf,
  provisionalBut,
  review,
  serial,
  sorted,
  type RowCells,
} from "../review/exact/support";

const NA = "#N/A";
const claims = (from: number | string | null, to: number | string | null): RowCells => ({
  起始年度: from,
  截止年度: to,
});
const sealed = { 已验印年度: "2013-2017" };
const MUNICIPAL: RowCells = {};
const CENTRAL: RowCells = { 单位性质: "中央在益单位", 提交日期: serial("2018-09-03") };
const COUNTY: RowCells = {
  单位性质: "县（市）区单位",
  "所属县（市）区": "资阳区",
  提交方式: "主管部门",
  提交日期: serial("2018-04-02"),
  初审日期: null,
};

type PersonCase = readonly [what: string, person: RowCells, verdict: string, codes: string];
function people(
  name: string,
  unit: RowCells,
  base: RowCells,
  cases: readonly PersonCase[],
  decided = provisionalBut(),
): void {
  describe(name, () => {
    test.each(cases.map(([what, person, verdict, codes]) => ({ what, person, verdict, codes })))(
      "$what",
      ({ person, verdict, codes }) => {
        const found = review({ unit, people: [{ ...base, ...person }], decisions: decided }).people;
        expect(found.map((each) => [each.verdict, codesOf(each.findings)])).toEqual([[verdict, sorted(codes)]]);
      },
    );
  });
}

const senior: RowCells = { ...claims(2013, 2017), ...sealed };
const end = "=j-window-end";
people("已验印年度: spans, spaces, separators", CENTRAL, senior, [
  ...[
    "2013-2017",
    "2013至2017",
    "2013—2017年",
    "2013～2017",
    "2013–2017年度",
    "2013 2014 2015 2016 2017",
    "2013年 2014年、2015 年；2016/2017",
    "2013-2015、2016、2017",
    "２０１３－２０１７",
    "2013 - 2015，2016 2017",
  ].map((text): PersonCase => [text, { 已验印年度: text }, "qualified", end]),
  ["a word beside them is a warning", { 已验印年度: "2013-2017、去年" }, "qualified", `${end} ~value-unknown`],
  ["a span backwards", { 已验印年度: "2017-2013" }, "unqualified", `${end} ~value-unknown !window-year-not-passed`],
  ["two digits", { 已验印年度: "13-17" }, "unqualified", `${end} ~value-unknown !window-year-not-passed`],
  ["an error value", { 已验印年度: NA }, "unqualified", `${end} ~value-unknown !window-year-not-passed`],
]);

const shown = (year: number): number => serial(`${year}-01-01`);
people("年度 that hold an Excel date are its year", CENTRAL, senior, [
  ["起始年度, 截止年度", claims(shown(2013), serial("2017-12-31")), "qualified", end],
  ["words of years", claims("2013年", "2017年度"), "qualified", end],
]);
test("年度 of a record as a date is its year", () => {
  const [record] = review({ records: [{ ...TRAINING, 年度: shown(2017) }] }).records;
  expect([record?.year, record?.verdict]).toEqual([2017, "credited"]);
});

people(
  "claims that no window can be: value-unknown, and no window code",
  CENTRAL,
  { ...senior, 已验印年度: "2013-2018" },
  [
    ["before 1990", claims(1989, 2017), "unqualified", `${end} !value-unknown`],
    ["1990", claims(1990, 2017), "qualified", `${end} ~window-claim-differs`],
    ["after the application year", claims(2013, 2019), "unqualified", `${end} !value-unknown`],
    ["起始年度 after the application year", claims(2019, 2017), "unqualified", `${end} !value-unknown`],
    ["the application year", claims(2013, 2018), "qualified", `${end} ~window-claim-differs`],
    ["截止年度 before 起始年度", claims(2017, 2013), "unqualified", `${end} !value-unknown`],
    ["a word", claims("2013起", 2017), "unqualified", `${end} !value-unknown`],
    ["an error value", claims(NA, 2017), "unqualified", `${end} !value-unknown`],
    ["blank", claims(null, 2017), "unqualified", `${end} !field-missing`],
    ["both", claims(1850, 2050), "unqualified", `${end} !value-unknown`],
  ],
);
test("a claim that can't be read lists no years", () => {
  const found = review({
    unit: CENTRAL,
    people: [{ ...claims(1850, 2050), 申报级别: "中级", 验证方式: "登记证书原件", 人事档案所在地: "市本级" }],
  });
  expect(found.years).toEqual([]);
});

const junior: RowCells = {
  ...claims(2016, 2017),
  申报级别: "中级",
  验证方式: "登记证书原件",
  人事档案所在地: "市本级",
  已验印年度: "2016、2017",
};
people("中级 and 初级 with an unmet claimed year", MUNICIPAL, junior, [
  ["met", {}, "qualified", ""],
  ["one year is not", { 已验印年度: "2016" }, "unqualified", "!window-year-not-passed"],
  ["初级", { 申报级别: "初级", 已验印年度: "2017" }, "unqualified", "!window-year-not-passed"],
  ["none is", { 已验印年度: null }, "unqualified", "!window-year-not-passed"],
  ["an unknown level: no window code", { 申报级别: "高工", 已验印年度: null }, "unqualified", "!value-unknown"],
]);
test("where the unmet year stands: the clause and the cell of the claim", () => {
  const found = review({ people: [{ ...junior, 已验印年度: "2016" }] }).people[0]?.findings[0];
  expect([found?.clause, found?.place, found?.details?.years]).toEqual([
    "正文三第5段",
    { sheet: "人员信息", row: 1, column: 11 },
    [2017],
  ]);
});

describe("values in 人员信息 that can't be read: an error in a needed cell, a warning in the others", () => {
  people("needed", CENTRAL, senior, [
    ...["姓名", "工作单位", "学历", "现有职称", "申报专业", "验证方式", "起始年度", "截止年度"].map(
      (column): PersonCase => [column, { [column]: NA }, "unqualified", `${end} !value-unknown`],
    ),
    ["申报级别: no channel, window or proof code", { 申报级别: NA }, "unqualified", "!value-unknown"],
  ]);
  people("not needed", CENTRAL, senior, [
    ["身份证号", { 身份证号: NA }, "qualified", `${end} ~value-unknown`],
    ["备注", { 备注: NA }, "qualified", `${end} ~value-unknown`],
    ["序号", { 序号: NA }, "qualified", `${end} ~value-unknown`],
    ["人事档案所在地 of a senior", { 人事档案所在地: NA }, "qualified", `${end} ~value-unknown`],
  ]);
  people("人事档案所在地 of a 中级", MUNICIPAL, junior, [
    ["an error, and nothing else for that cell", { 人事档案所在地: NA }, "unqualified", "!value-unknown"],
  ]);
  test("登记证书编号: one entry without a number", () => {
    const found = review({
      unit: CENTRAL,
      people: [{ ...senior, 登记证书编号: NA }],
      decisions: provisionalBut(),
    }).people;
    expect(found.map((each) => [each.registrationNo, each.verdict, codesOf(each.findings)])).toEqual([
      ["", "unqualified", sorted(`${end} !value-unknown`)],
    ]);
  });
});

describe("who hands in (正文三): on the submission and on each 副高级 and 正高级", () => {
  const channel = (unit: RowCells, codes: string, expected: string): void => {
    test(
      codes === ""
        ? `${String(unit["单位性质"])} ${String(unit["提交方式"])}: in order`
        : `${String(unit["单位性质"])} ${String(unit["提交方式"])}: ${codes}`,
      () => {
        const found = review({
          unit,
          people: [
            senior,
            { ...senior, 登记证书编号: "YY000002", 申报级别: "正高级" },
            { ...junior, 登记证书编号: "YY000003", 人事档案所在地: unit["所属县（市）区"] ?? "市本级" },
          ],
          decisions: provisionalBut(),
        });
        const own = found.findings.filter(({ registrationNo }) => registrationNo === undefined);
        const of = (at: number): string =>
          codesOf((found.people[at]?.findings ?? []).filter(({ code }) => code.startsWith("channel")));
        expect([codesOf(own), of(0), of(1), of(2), found.people[0]?.verdict]).toEqual([
          codes,
          codes,
          codes,
          "",
          expected,
        ]);
        if (codes !== "") expect(own[0]?.place).toEqual({ sheet: "单位信息", row: 9, column: 1 });
      },
    );
  };
  channel(COUNTY, "", "qualified");
  channel({ ...COUNTY, 提交方式: "单位" }, "~channel-via-department", "qualified");
  channel({ ...COUNTY, 提交方式: "个人" }, "!channel-individual-not-accepted", "unqualified");
  channel({ ...COUNTY, 提交方式: null }, "", "qualified");
  channel({ ...CENTRAL, 提交方式: "单位" }, "", "qualified");
  channel({ ...CENTRAL, 提交方式: "主管部门" }, "~channel-via-unit", "qualified");
  channel({ ...CENTRAL, 单位性质: "省属在益单位", 提交方式: "主管部门" }, "~channel-via-unit", "qualified");
  channel({ 单位性质: "市直单位", 提交方式: "主管部门" }, "", "qualified");
  channel({ 单位性质: "市直单位", 提交方式: "单位" }, "", "qualified");
  channel({ 单位性质: "非公企业", 提交方式: "单位" }, "", "qualified");
});

describe("a registration number that nearly fits", () => {
  const likely = (person: RowCells, record: RowCells): unknown => {
    const [found] = review({ people: [{ ...junior, ...person }], records: [{ ...TRAINING, ...record }] }).records;
    const finding = found?.findings.find(({ code }) => code === "person-unknown");
    return finding && [found?.verdict, finding.details?.likely];
  };
  test("a leading zero lost", () => {
    expect(likely({ 登记证书编号: "00123" }, { 登记证书编号: 123 })).toEqual(["rejected", "00123"]);
    expect(likely({ 登记证书编号: "00123" }, { 登记证书编号: "0123" })).toEqual(["rejected", "00123"]);
  });
  test("another number", () => {
    expect(likely({ 登记证书编号: "00123" }, { 登记证书编号: 124 })).toEqual(["rejected", undefined]);
    expect(likely({ 登记证书编号: "YY00123" }, { 登记证书编号: "YY123" })).toEqual(["rejected", undefined]);
  });
  test("the same number", () => {
    expect(likely({ 登记证书编号: "00123" }, { 登记证书编号: "００123" })).toBeUndefined();
  });
});

describe("What is printed is what was handed in: folded for comparing only", () => {
  test("names and titles as given, trimmed", () => {
    const found = review({
      people: [{ ...junior, 姓名: " 张㐂① " }],
      records: [{ ...TRAINING, 姓名: "张㐂①", 名称: "第Ⅱ期（集团）" }],
    });
    expect(found.people[0]?.name).toBe("张㐂①");
    expect(found.records[0]?.findings).toEqual([]);
  });
});

test("口径 holds the Chinese name as the sheet lists it, or its slug", () => {
  const credited = (text: string): unknown => {
    const found = review({
      records: [{ ...PROJECT, 级别: "县级" }],
      decisions: [{ 编号: "J-13", 采用口径: text, 决定人: "钱经办", 决定日期: serial("2018-07-02") }],
    });
    return [
      found.records[0]?.creditedHours,
      found.findings.filter(({ place }) => place.sheet === "口径").map(({ code }) => code),
    ];
  };
  expect(credited("other-rank")).toEqual([10, []]);
  expect(credited("计 10 学时")).toEqual([10, []]);
  expect(credited("计 10 学时 按其他排名")).toEqual([10, []]);
  expect(credited("计10学时")).toEqual([10, []]);
  expect(credited("计 12 学时")).toEqual([0, ["value-unknown"]]);
});

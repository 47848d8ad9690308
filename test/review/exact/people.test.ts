/** People: the window of years (J-41, J-42), channels, proofs, needed cells, duplicates (正文三, 正文四.4). */
import { PROJECT, codesOf, decisions, metYear, provisionalBut, review, serial, sorted, type RowCells } from "./support";

/** Years from..to, all stamped and proven: met without records. */
const sealed = (from: number, to: number, except: readonly number[] = []): string =>
  Array.from({ length: to - from + 1 }, (_, index) => from + index)
    .filter((year) => !except.includes(year))
    .join("、");
const claims = (from: number, to: number): RowCells => ({ 起始年度: from, 截止年度: to });

const MUNICIPAL: RowCells = {};
const CENTRAL: RowCells = { 单位性质: "中央在益单位", 提交日期: serial("2018-09-03") };
const PROVINCIAL: RowCells = { 单位性质: "省属在益单位", 提交日期: serial("2018-09-28") };
const COUNTY: RowCells = {
  单位性质: "县（市）区单位",
  "所属县（市）区": "资阳区",
  提交方式: "主管部门",
  提交日期: serial("2018-04-02"),
  初审日期: null,
};
const PRIVATE: RowCells = { 单位性质: "非公企业", 提交方式: "个人", 提交日期: serial("2018-11-02"), 初审日期: null };

type PersonCase = readonly [what: string, person: RowCells, decided: string, verdict: string, codes: string];
function people(name: string, unit: RowCells, cases: readonly PersonCase[]): void {
  describe(name, () => {
    test.each(
      cases.map(([what, person, decided, verdict, codes]) => ({
        person,
        decided,
        verdict,
        codes,
        title: decided === "" ? what : `${what} [${decided}]`,
      })),
    )("$title", ({ person, decided, verdict, codes }) => {
      const found = review({ unit, people: [person], decisions: decisions(decided) }).people;
      expect(found.map((each) => [each.verdict, codesOf(each.findings)])).toEqual([[verdict, sorted(codes)]]);
    });
  });
}

people(
  "the window of 中央、省属 units is stated: five years, 博士 two; its end is J-41",
  CENTRAL,
  // A case a line
  // prettier-ignore
  [
  ["five years before the application", { ...claims(2013, 2017), 已验印年度: sealed(2013, 2017) }, "J-41 year-before", "qualified", "=j-window-end"],
  ["the same, ending with the application year", { ...claims(2013, 2017), 已验印年度: sealed(2013, 2017) }, "J-41 application-year", "unqualified", "=j-window-end !window-too-short"],
  ["2014–2018", { ...claims(2014, 2018), 已验印年度: sealed(2014, 2018) }, "J-41 application-year", "qualified", "=j-window-end"],
  ["J-42 is not asked here, whatever is decided", { ...claims(2016, 2017), 已验印年度: sealed(2016, 2017) }, "J-41 year-before, J-42 claimed-window", "unqualified", "=j-window-end !window-too-short"],
  ["博士: two years", { ...claims(2016, 2017), 学历: "博士研究生", 已验印年度: sealed(2016, 2017) }, "J-41 year-before", "qualified", "=j-window-end"],
  ["博士: one year", { ...claims(2017, 2017), 学历: "博士研究生", 已验印年度: "2017" }, "J-41 year-before", "unqualified", "=j-window-end !window-too-short"],
  ["博士 with five years claimed: more than asked for, a warning", { ...claims(2013, 2017), 学历: "博士研究生", 已验印年度: sealed(2016, 2017) }, "J-41 year-before", "qualified", "=j-window-end ~window-claim-differs"],
  ["硕士: five years", { ...claims(2016, 2017), 学历: "硕士研究生", 已验印年度: sealed(2016, 2017) }, "J-41 year-before", "unqualified", "=j-window-end !window-too-short"],
  ["a required year that is not met", { ...claims(2013, 2017), 已验印年度: sealed(2013, 2017, [2016]) }, "J-41 year-before", "unqualified", "=j-window-end !window-year-not-passed"],
  ["a claimed year that is not required and not met", { ...claims(2012, 2017), 已验印年度: sealed(2013, 2017) }, "J-41 year-before", "qualified", "=j-window-end ~window-claim-differs"],
  ["a required year outside the claim: too short, and only that", { ...claims(2014, 2017), 已验印年度: sealed(2014, 2017) }, "J-41 year-before", "unqualified", "=j-window-end !window-too-short"],
  ["shifted by two years: does not cover, so it does not differ by more either", { ...claims(2011, 2015), 已验印年度: sealed(2011, 2015) }, "J-41 year-before", "unqualified", "=j-window-end !window-too-short"],
  ["J-41 open, one of both met: pending, no window code", { ...claims(2013, 2017), 已验印年度: sealed(2013, 2017) }, "", "pending", "?j-window-end"],
  ["J-41 open, both met, whatever is claimed", { ...claims(2013, 2017), 已验印年度: sealed(2013, 2018) }, "", "qualified", "?j-window-end"],
  ["J-41 open, both met, 2013–2018 claimed: either way more than asked for", { ...claims(2013, 2018), 已验印年度: sealed(2013, 2018) }, "", "qualified", "?j-window-end ~window-claim-differs"],
  ["J-41 open, both too short", { ...claims(2015, 2017), 已验印年度: sealed(2013, 2018) }, "", "unqualified", "?j-window-end !window-too-short"],
  ["J-41 open, 2015 stands in both", { ...claims(2013, 2017), 已验印年度: sealed(2013, 2018, [2015]) }, "", "unqualified", "?j-window-end !window-year-not-passed"],
  ["J-41 open, each window lacks another year: neither can be met", { ...claims(2013, 2018), 已验印年度: sealed(2014, 2017) }, "", "unqualified", "?j-window-end ~window-claim-differs !window-year-not-passed"],
],
);

people(
  "other channels: how many years is J-42",
  MUNICIPAL,
  // A case a line
  // prettier-ignore
  [
  ["decided for all", { ...claims(2013, 2017), 已验印年度: sealed(2013, 2017) }, "J-41 year-before, J-42 same-for-all", "qualified", "=j-window-end =j-window-not-stated"],
  ["as claimed: the end is moot and is not said", { ...claims(2016, 2017), 已验印年度: sealed(2016, 2017) }, "J-42 claimed-window", "qualified", "=j-window-not-stated"],
  ["as claimed, decided or not, the end is not said", { ...claims(2016, 2017), 已验印年度: sealed(2016, 2017) }, "J-41 application-year, J-42 claimed-window", "qualified", "=j-window-not-stated"],
  ["as claimed: a claimed year is not met", { ...claims(2016, 2017), 已验印年度: "2017" }, "J-42 claimed-window", "unqualified", "=j-window-not-stated !window-year-not-passed"],
  ["J-42 open, the claim is met, the five years are not", { ...claims(2016, 2017), 已验印年度: sealed(2016, 2017) }, "J-41 year-before", "pending", "=j-window-end ?j-window-not-stated"],
  ["J-42 open, nothing is met", claims(2016, 2017), "J-41 year-before", "unqualified", "=j-window-end ?j-window-not-stated !window-year-not-passed"],
  ["J-42 open, five years met and claimed", { ...claims(2013, 2017), 已验印年度: sealed(2013, 2017) }, "J-41 year-before", "qualified", "=j-window-end ?j-window-not-stated"],
  ["J-42 open: more years than asked for is right if the claim rules", { ...claims(2012, 2017), 已验印年度: sealed(2012, 2017) }, "J-41 year-before", "qualified", "=j-window-end ?j-window-not-stated"],
  ["J-42 open: 2012 is asked for if the claim rules", { ...claims(2012, 2017), 已验印年度: sealed(2013, 2017) }, "J-41 year-before", "pending", "=j-window-end ?j-window-not-stated"],
  ["both open, all possible years met", { ...claims(2013, 2017), 已验印年度: sealed(2013, 2018) }, "", "qualified", "?j-window-end ?j-window-not-stated"],
  ["both open, 2018 not met", { ...claims(2013, 2017), 已验印年度: sealed(2013, 2017) }, "", "pending", "?j-window-end ?j-window-not-stated"],
  ["J-41 open, J-42 for all", { ...claims(2013, 2017), 已验印年度: sealed(2013, 2017) }, "J-42 same-for-all", "pending", "?j-window-end =j-window-not-stated"],
  ["博士", { ...claims(2016, 2017), 学历: "博士研究生", 已验印年度: sealed(2016, 2017) }, "J-41 year-before, J-42 same-for-all", "qualified", "=j-window-end =j-window-not-stated"],
  ["正高级 as 副高级", { ...claims(2013, 2017), 申报级别: "正高级", 已验印年度: sealed(2013, 2017) }, "J-41 year-before, J-42 same-for-all", "qualified", "=j-window-end =j-window-not-stated"],
],
);

describe("years that are listed", () => {
  const listed = (unit: RowCells, person: RowCells, decided = "", records: readonly RowCells[] = []): number[] =>
    review({ unit, people: [person], records, decisions: decisions(decided) }).years.map(({ year }) => year);
  test.each<[string, number[], number[]]>(
    // A case a line
    // prettier-ignore
    [
    ["J-41 open: both windows", listed(CENTRAL, claims(2013, 2017)), [2013, 2014, 2015, 2016, 2017, 2018]],
    ["J-41 decided", listed(CENTRAL, claims(2013, 2017), "J-41 year-before"), [2013, 2014, 2015, 2016, 2017]],
    ["claimed years always", listed(CENTRAL, claims(2010, 2011), "J-41 year-before"), [2010, 2011, 2013, 2014, 2015, 2016, 2017]],
    ["J-42 as claimed: these only", listed(MUNICIPAL, claims(2016, 2017), "J-42 claimed-window"), [2016, 2017]],
    ["博士", listed(CENTRAL, { ...claims(2017, 2017), 学历: "博士研究生" }, "J-41 year-before"), [2016, 2017]],
    ["years with records", listed(CENTRAL, claims(2013, 2017), "J-41 year-before", [{ ...PROJECT, 年度: 2009 }]), [2009, 2013, 2014, 2015, 2016, 2017]],
    ["中级: the claimed years", listed(MUNICIPAL, { ...claims(2016, 2017), 申报级别: "中级" }), [2016, 2017]],
    ["no 起始年度: none claimed", listed(CENTRAL, { 起始年度: null }, "J-41 year-before"), [2013, 2014, 2015, 2016, 2017]],
  ],
  )("%s", (_what, found, expected) => {
    expect(found).toEqual(expected);
  });
});

const fine: RowCells = { ...claims(2013, 2017), 已验印年度: sealed(2013, 2017) };
const windows = "=j-window-end =j-window-not-stated";
const channel = (name: string, unit: RowCells, verdict: string, codes: string, person: RowCells = {}): void => {
  test(name, () => {
    const found = review({ unit, people: [{ ...fine, ...person }], decisions: provisionalBut() });
    expect(found.people.map((each) => [each.verdict, codesOf(each.findings)])).toEqual([
      [
        verdict,
        sorted(
          `${unit.单位性质 === "中央在益单位" || unit.单位性质 === "省属在益单位" ? "=j-window-end" : windows} ${codes}`,
        ),
      ],
    ]);
    const own = found.findings
      .filter((each) => each.registrationNo === undefined)
      .map(({ code }) => code)
      .sort();
    expect(own).toEqual(
      sorted(codes)
        .split(" ")
        .map((code) => code.slice(1))
        .filter(
          (code) => (code.startsWith("channel") && code !== "channel-wrong-proof") || code.startsWith("preliminary"),
        )
        .sort(),
    );
  });
};
describe("channels of 副高级 and 正高级 (正文三): on the submission and on each such person", () => {
  channel("市直, June", { 提交日期: serial("2018-06-01") }, "qualified", "");
  channel("市直, end of September", { 提交日期: serial("2018-09-30") }, "qualified", "");
  channel("市直, May", { 提交日期: serial("2018-05-31") }, "unqualified", "!channel-outside-window");
  channel("市直, October", { 提交日期: serial("2018-10-01") }, "unqualified", "!channel-outside-window");
  channel(
    "市直, by the person: discouraged, a warning",
    { 提交方式: "个人" },
    "qualified",
    "~channel-individual-discouraged",
  );
  channel("市直, by the department", { 提交方式: "主管部门" }, "qualified", "");
  channel("市直, no first review", { 初审日期: null }, "unqualified", "!preliminary-review-missing");
  channel("中央, September", CENTRAL, "qualified", "");
  channel("中央, August", { ...CENTRAL, 提交日期: serial("2018-08-31") }, "unqualified", "!channel-outside-window");
  channel("省属, October", { ...PROVINCIAL, 提交日期: serial("2018-10-08") }, "unqualified", "!channel-outside-window");
  channel("中央, by the person", { ...CENTRAL, 提交方式: "个人" }, "unqualified", "!channel-individual-not-accepted");
  channel("中央, no first review: not asked", { ...CENTRAL, 初审日期: null }, "qualified", "");
  channel("县, any month, no first review", COUNTY, "qualified", "");
  channel("县, by the person", { ...COUNTY, 提交方式: "个人" }, "unqualified", "!channel-individual-not-accepted");
  channel("非公, by the person, in November", PRIVATE, "qualified", "");
  channel("其他组织, by the person", { ...PRIVATE, 单位性质: "其他组织" }, "qualified", "");
  channel("副高级 with the book", {}, "unqualified", "!channel-wrong-proof", { 验证方式: "登记证书原件" });
  channel("副高级 with a copy of the book", {}, "unqualified", "!channel-wrong-proof", { 验证方式: "登记证书复印件" });
  channel("副高级: where the file is kept is not asked", {}, "qualified", "", { 人事档案所在地: "赫山区" });
  channel(
    "all of it at once",
    { 提交日期: serial("2018-10-01"), 提交方式: "个人", 初审日期: null },
    "unqualified",
    "!channel-outside-window ~channel-individual-discouraged !preliminary-review-missing !channel-wrong-proof",
    { 验证方式: "登记证书原件" },
  );
});

const junior: RowCells = {
  ...claims(2016, 2017),
  申报级别: "中级",
  验证方式: "登记证书原件",
  人事档案所在地: "市本级",
  已验印年度: "2016、2017",
};
people(
  "中级 and 初级: the book, where the file is kept; no channel, no window question",
  { 提交日期: serial("2018-01-05"), 提交方式: "个人", 初审日期: null },
  [
    ["in order", junior, "", "qualified", ""],
    ["初级", { ...junior, 申报级别: "初级" }, "", "qualified", ""],
    ["asks for a 合格证明", { ...junior, 验证方式: "合格证明" }, "", "unqualified", "!channel-wrong-proof"],
    ["a copy of the book", { ...junior, 验证方式: "登记证书复印件" }, "", "unqualified", "!channel-wrong-proof"],
    ["the file is elsewhere", { ...junior, 人事档案所在地: "赫山区" }, "", "unqualified", "!channel-wrong-authority"],
    [
      "the file's place is blank: field-missing alone",
      { ...junior, 人事档案所在地: null },
      "",
      "unqualified",
      "!field-missing",
    ],
    ["a claimed year is not met", { ...junior, 已验印年度: "2017" }, "", "unqualified", "!window-year-not-passed"],
    ["起始年度 blank", { ...junior, 起始年度: null }, "", "unqualified", "!field-missing"],
  ],
);
people("中级 of a county", { ...COUNTY }, [
  ["the file is there", { ...junior, 人事档案所在地: "资阳区" }, "", "qualified", ""],
  ["the file is with the city", junior, "", "unqualified", "!channel-wrong-authority"],
]);
test("a submission of 中级 only has no channel findings", () => {
  expect(review({ unit: { 提交日期: serial("2018-01-05"), 初审日期: null }, people: [junior] }).findings).toEqual([]);
});

people(
  "needed cells and words",
  CENTRAL,
  // A case a line
  // prettier-ignore
  [
  ...(["姓名", "工作单位", "现有职称", "申报专业", "验证方式"] as const).map((column): PersonCase => [`${column} blank`, { ...fine, [column]: null }, "J-41 year-before", "unqualified", "!field-missing =j-window-end"]),
  ["身份证号 blank: never asked for", { ...fine, 身份证号: null }, "J-41 year-before", "qualified", "=j-window-end"],
  ["身份证号 with a wrong check character", { ...fine, 身份证号: "110101199003070010" }, "J-41 year-before", "qualified", "=j-window-end ~id-checksum"],
  ["身份证号 as a number", { ...fine, 身份证号: 110101199003070000 }, "J-41 year-before", "qualified", "=j-window-end ~id-precision-lost"],
  ["an unknown 学历", { ...fine, 学历: "本科生" }, "J-41 year-before", "unqualified", "=j-window-end !value-unknown"],
  ["an unknown 验证方式: no proof code beside it", { ...fine, 验证方式: "证明" }, "J-41 year-before", "unqualified", "=j-window-end !value-unknown"],
  ["an unknown 申报级别: no channel, window or proof code", { ...fine, 申报级别: "高级", 验证方式: "登记证书复印件" }, "J-41 year-before", "unqualified", "!value-unknown"],
  ["an unreadable stamped year", { ...fine, 已验印年度: `${sealed(2013, 2017)}、去年` }, "J-41 year-before", "qualified", "=j-window-end ~value-unknown"],
],
);

describe("a number that two people share", () => {
  test("one entry, unqualified, by the first row's data", () => {
    const found = review({
      unit: CENTRAL,
      people: [
        { ...fine, 姓名: "甲" },
        { ...fine, 登记证书编号: " ｙｙ000001", 姓名: "乙", 申报级别: "中级" },
      ],
      decisions: decisions("J-41 year-before"),
    });
    expect(found.people.map((each) => [each.name, each.verdict, codesOf(each.findings)])).toEqual([
      ["甲", "unqualified", sorted("=j-window-end !person-duplicate")],
    ]);
    expect(found.years.map(({ year }) => year)).toEqual([2013, 2014, 2015, 2016, 2017]);
  });
});

describe("records and the person", () => {
  test("an error on a record lowers the year and does not fail the person", () => {
    const records = [...metYear(2016), ...metYear(2017), { ...PROJECT, 完成日期: null }];
    const found = review({ people: [{ ...junior, 已验印年度: null }], records });
    expect([found.records.at(-1)?.verdict, found.people[0]?.verdict]).toEqual(["rejected", "qualified"]);
  });
  test("a pending year makes the person pending", () => {
    const records = [...metYear(2016), ...metYear(2017).slice(0, 1), { ...PROJECT, 级别: "国家级" }];
    const doubtful = records.map((row) => (row.学习形式 === "课题项目" ? { ...row, 证明材料: "邮件回执" } : row));
    expect(review({ people: [{ ...junior, 已验印年度: null }], records: doubtful }).people[0]?.verdict).toBe("pending");
  });
});

describe("口径", () => {
  const of = (row: RowCells) => {
    const found = review({ records: [{ ...PROJECT, 级别: "县级" }], decisions: [row] });
    return [
      found.records[0]?.creditedHours,
      found.records[0]?.verdict,
      found.findings.filter(({ place }) => place.sheet === "口径").map(({ code, severity }) => `${severity} ${code}`),
    ];
  };
  const signed = { 编号: "J-13", 决定人: "钱经办", 决定日期: serial("2018-07-02") };
  test.each<[string, RowCells, unknown]>(
    // A case a line
    // prettier-ignore
    [
    ["the option's slug", { ...signed, 采用口径: "other-rank" }, [10, "credited", []]],
    ["followed by a space and words", { ...signed, 采用口径: "other-rank 其他排名计10学时" }, [10, "credited", []]],
    ["anything else: undecided", { ...signed, 采用口径: "10学时" }, [0, "pending", ["warning value-unknown"]]],
    ["another question's option: undecided", { ...signed, 采用口径: "count" }, [0, "pending", ["warning value-unknown"]]],
    ["blank: undecided", { ...signed, 采用口径: null }, [0, "pending", []]],
    ["without 决定人 it counts", { ...signed, 采用口径: "other-rank", 决定人: null }, [10, "credited", ["warning decision-unsigned"]]],
    ["without 决定日期 it counts", { ...signed, 采用口径: "other-rank", 决定日期: null }, [10, "credited", ["warning decision-unsigned"]]],
  ],
  )("%s", (_what, row, expected) => {
    expect(of(row)).toEqual(expected);
  });
});

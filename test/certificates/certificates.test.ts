/** Certificates: words, numbers, eligibility, pages, ledger. */
import {
  certificateContent,
  certificatePlan,
  certificateProblems,
  doubtfulHolders,
  DEFAULT_SETTINGS,
  formDate,
  ledgerConflicts,
  nextNumbers,
  pagePlans,
  type CertificateFields,
} from "../../src/certificates";
import { certificateFormOf } from "../../src/policy";
import { reviewSubmission } from "../../src/review";
import type { Review } from "../../src/review/types";
import { readSubmission } from "../../src/submission";
import type { LedgerEntry } from "../../src/submission/types";
import { readGoldenRows } from "../golden/table";
import { submissionGrids, gridOf } from "../support/submission";

const FORM = certificateFormOf("yiyang-2018-47");
const FIELDS: CertificateFields = {
  certificateNo: "2018-0001",
  registrationNo: "YY000001",
  name: "张三",
  employer: "益阳市某研究院",
  currentTitle: "工程师",
  education: "大学本科",
  specialty: "土木工程",
  targetLevel: "副高级",
  fromYear: 2013,
  toYear: 2017,
  handler: "李四",
  phone: "0737-0000000",
  issuedOn: "2018-07-02",
};

const entry = (certificateNo: string, changes: Partial<LedgerEntry> = {}): LedgerEntry => ({
  certificateNo,
  registrationNo: "YY000009",
  name: "王",
  fromYear: 2013,
  toYear: 2017,
  handler: "李四",
  issuedOn: "2018-07-02",
  status: "有效",
  voidReason: "",
  ...changes,
});

test("the golden rows of annex 1", () => {
  const rows = readGoldenRows().filter((row) => row.form === "certificate");
  expect(rows).toHaveLength(6);
  for (const { inputs, codes } of rows) {
    const fields: Partial<CertificateFields> = {
      certificateNo: inputs.text("cert_no") ?? "",
      registrationNo: inputs.text("registration_no") ?? "",
      name: inputs.text("name") ?? "",
      employer: inputs.text("unit") ?? "",
      currentTitle: inputs.text("current_title") ?? "",
      education: inputs.text("education") ?? "",
      specialty: inputs.text("specialty") ?? "",
      fromYear: inputs.number("from_year"),
      toYear: inputs.number("to_year"),
      handler: inputs.text("handler") ?? "",
      phone: inputs.text("phone") ?? "",
      issuedOn: inputs.text("issue_date") ?? "",
    };
    const notEligible = inputs.flag("all_years_passed") ? null : { years: "2014" };
    expect(
      certificateProblems(fields, notEligible, inputs.number("years") ?? undefined).map(({ code }) => code),
    ).toEqual(codes);
  }
});

test("statutory words, 〇 (U+3007), Chinese figures", () => {
  const { stub, body } = certificateContent(FIELDS, DEFAULT_SETTINGS, FORM);
  expect(body.paragraph).toBe(
    "　　根据《专业技术人员继续教育规定》（人社部令第25号）精神，张三同志，大学本科学历，申报土木工程专业高级及以上职称，自2013年至2017年（近5年）" +
      "参加继续教育培训，培训学时达到专业技术职称的继续教育证书要求。特此证明。",
  );
  expect(stub.subtitle).toBe("存根（二〇一八）");
  expect(body.date).toBe("二〇一八年七月二日");
  expect(stub.lines).toContain("编　　号　2018-0001");
  expect(body.registration).toBe("继续教育登记证书编号：YY000001");
  expect(formDate("2018-12-31", { yearDigits: "arabic" }, FORM)).toBe("二〇18年十二月三十一日");
  expect(formDate("2018-10-20", { yearDigits: "chinese" }, FORM)).toBe("二〇一八年十月二十日");
  expect(
    certificateContent(FIELDS, { level: "filled-in", yearDigits: "chinese", stubBlank: "empty" }, FORM).body.paragraph,
  ).toContain("专业副高级及以上职称");
});

test("numbers go on after the highest ever used, voided ones included, or from the office's next", () => {
  const ledger = [entry("2018-0003", { status: "作废" }), entry("2017-0009")];
  const next = nextNumbers(ledger, 2018);
  expect([next(), next()]).toEqual(["2018-0004", "2018-0005"]);
  expect(nextNumbers(ledger, 2018, 120)()).toBe("2018-0120");
  expect(nextNumbers(ledger, 2018, 2)()).toBe("2018-0004");
  expect(nextNumbers([], 2018)()).toBe("2018-0001");
});

test("a ledger with a number twice, or going back in time, is found until one entry is voided", () => {
  expect(ledgerConflicts([entry("2018-0001"), entry("2018-0001")])).toMatchObject([
    { code: "certificate-number-duplicate", entries: [0, 1] },
  ]);
  expect(ledgerConflicts([entry("2018-0001"), entry("2018-0001", { status: "作废" })])).toEqual([]);
  const back = [entry("2018-0001", { issuedOn: "2018-07-03" }), entry("2018-0002", { issuedOn: "2018/7/2" })];
  expect(ledgerConflicts(back)).toMatchObject([{ code: "ledger-out-of-order", entries: [0, 1] }]);
});

test("a page a person, a break above each next one, a second sheet from 1,000 on", () => {
  const contents = Array.from({ length: 1001 }, () => certificateContent(FIELDS, DEFAULT_SETTINGS, FORM));
  const plans = pagePlans(contents, FORM);
  expect(plans.map(({ name }) => name)).toEqual(["合格证明", "合格证明(2)"]);
  expect(plans[0]?.print?.breaksAbove).toHaveLength(999);
  expect(plans[0]?.print?.breaksAbove?.[0]).toBe(12);
  expect(plans[0]?.print).toMatchObject({ orientation: "landscape", paper: "a4", scale: 100 });
  expect(plans[1]?.print?.breaksAbove).toEqual([]);
});

describe("issuing", () => {
  const full = (registrationNo: string, name: string) =>
    [2013, 2014, 2015, 2016, 2017, 2018].flatMap((year) => [
      {
        登记证书编号: registrationNo,
        姓名: name,
        年度: year,
        学习形式: "网络培训",
        科目: "公需科目",
        名称: `公需${year}`,
        证书学时: 30,
        完成进度: 100,
        备案号: "BA-N",
        证明材料: "课程时长、结业证书",
      },
      {
        登记证书编号: registrationNo,
        姓名: name,
        年度: year,
        学习形式: "面授培训",
        名称: `专业${year}`,
        半天数: 15,
        证明材料: "培训通知、结业证书",
      },
    ]);
  const people = [
    { 登记证书编号: "YY000001", 姓名: "甲" },
    { 登记证书编号: "YY000002", 姓名: "乙", 申报专业: null },
    { 登记证书编号: "YY000003", 姓名: "丙", 申报级别: "中级", 验证方式: "登记证书原件", 人事档案所在地: "市本级" },
    { 登记证书编号: "YY000004", 姓名: "丁" },
    { 登记证书编号: "YY000005", 姓名: "戊" },
  ];
  const records = [
    ...full("YY000001", "甲"),
    ...full("YY000002", "乙"),
    ...full("YY000003", "丙"),
    ...full("YY000005", "戊"),
  ];
  const ledgerGrid = gridOf("发证台账", [
    ["证明编号", "登记证书编号", "姓名", "起始年度", "截止年度", "经办人", "签发日期", "状态", "作废原因"],
    ["2018-0007", "YY000005", "戊", 2013, 2017, "李四", "2018-06-20", "有效", ""],
    ["2018-0008", "YY000008", "旧", 2013, 2017, "李四", "2018-06-20", "作废", "打印错误"],
  ]);
  const grids = new Map(submissionGrids({ people, records })).set("发证台账", ledgerGrid);
  const reading = readSubmission(grids);
  if (!reading.ok) throw new Error(JSON.stringify(reading.problems));
  const plan = certificatePlan(reading.submission, reviewSubmission(reading.submission), ledgerGrid, {
    today: "2018-07-02",
  });

  test("the qualified get the next number, or keep the one they have", () => {
    expect(
      plan.issued.map(({ registrationNo, certificateNo, issuedOn }) => [registrationNo, certificateNo, issuedOn]),
    ).toEqual([
      ["YY000001", "2018-0009", "2018-07-02"],
      ["YY000005", "2018-0007", "2018-06-20"],
    ]);
    expect(plan.numbers.get("YY000001")).toBe("2018-0009");
  });

  test("missing data and unmet years are said; the intermediate level is not spoken of", () => {
    expect(plan.withheld.map(({ registrationNo }) => registrationNo)).toEqual(["YY000002", "YY000004"]);
    expect(plan.withheld[0]?.findings[0]).toMatchObject({
      code: "certificate-field-missing",
      details: { missing: ["申报专业"] },
    });
    expect(plan.withheld[1]?.findings.map(({ code }) => code)).toEqual(["certificate-not-eligible"]);
  });

  test("the ledger gains a line below its last one; nothing else of it is written", () => {
    const patch = plan.ledger?.kind === "patch" ? plan.ledger.patch : null;
    expect(patch?.blocks).toEqual([
      // Columns that the sheet lacks, for where a row comes from and the office's mark
      { row: 0, column: 9, cells: [["来历"]] },
      { row: 0, column: 10, cells: [["来历印记"]] },
      {
        row: 3,
        column: 0,
        cells: [["2018-0009", "YY000001", "甲", 2013, 2017, "钱经办", "2018-07-02", "有效", "", "", null]],
      },
    ]);
    expect(patch?.hiddenColumns).toEqual([9, 10]);
    expect(patch?.printArea).toEqual({ row: 0, column: 0, rows: 4, columns: 11 });
  });

  test("only the chosen; a second time nothing is written", () => {
    const issue = (chosen: readonly string[]) =>
      certificatePlan(reading.submission, reviewSubmission(reading.submission), ledgerGrid, {
        today: "2018-07-02",
        chosen: new Set(chosen),
      });
    expect(issue(["YY000001"]).issued.map(({ registrationNo }) => registrationNo)).toEqual(["YY000001"]);
    expect(issue(["YY000005"])).toMatchObject({ issued: [{ certificateNo: "2018-0007" }], ledger: null, fresh: 0 });
  });

  test("a date of issue before the ledger's last one is refused, with its cell", () => {
    const early = certificatePlan(reading.submission, reviewSubmission(reading.submission), ledgerGrid, {
      today: "2018-07-02",
      settings: { ...DEFAULT_SETTINGS, issuedOn: "2018-06-01" },
    });
    expect(early.problems).toEqual([
      {
        key: "issued-before-ledger",
        details: { issuedOn: "2018-06-01", latest: "2018-06-20" },
        sheet: "发证台账",
        cell: "G2",
      },
    ]);
  });

  describe("a second number for one person", () => {
    /** 戊 hands in under a corrected registration number; 2018-0007 is still valid under the old one. */
    const corrected = readSubmission(
      new Map(
        submissionGrids({
          people: people.map((person) => (person.姓名 === "戊" ? { ...person, 登记证书编号: "YY000055" } : person)),
          records: [...full("YY000001", "甲"), ...full("YY000055", "戊")],
        }),
      ).set("发证台账", ledgerGrid),
    );
    if (!corrected.ok) throw new Error("not read");
    const { submission } = corrected;
    const review = reviewSubmission(submission);
    const issue = (options: Partial<Parameters<typeof certificatePlan>[3]> = {}) =>
      certificatePlan(submission, review, ledgerGrid, {
        today: "2018-07-02",
        chosen: new Set(["YY000055"]),
        ...options,
      });

    test("is not given while the first one is valid", () => {
      const { issued, withheld, ledger } = issue();
      expect([issued, ledger]).toEqual([[], null]);
      expect(withheld.find(({ registrationNo }) => registrationNo === "YY000055")?.findings).toMatchObject([
        { code: "certificate-already-held", details: { value: "2018-0007 YY000005 戊" } },
      ]);
    });

    test("is given once the first one is void", () => {
      expect(
        issue({ voided: { row: 1, reason: "编号更正" } }).issued.map(({ certificateNo }) => certificateNo),
      ).toEqual(["2018-0009"]);
    });

    test("is given with a reason, which the ledger keeps", () => {
      const { ledger, issued } = issue({ reasons: new Map([["YY000055", "同名的另一人"]]) });
      expect(issued.map(({ certificateNo }) => certificateNo)).toEqual(["2018-0009"]);
      const patch = ledger?.kind === "patch" ? ledger.patch : null;
      expect(patch?.blocks.map(({ cells }) => cells[0])).toContainEqual(["另发原因"]);
      expect(patch?.blocks.at(-1)?.cells[0]).toContain("同名的另一人");
      expect(issue({ reasons: new Map([["YY000055", " "]]) }).issued).toEqual([]);
    });

    test.each([
      ["under another registration number", {}, [["2018-0007", "renumbered", "YY000055"]]],
      ["two of that name: nobody is guessed", { people: 2 }, [["2018-0007", "gone", undefined]]],
    ] as const)("the holder: %s", (_, change, expected) => {
      const twice = "people" in change;
      const other = twice
        ? {
            ...submission,
            people: [
              ...submission.people,
              ...submission.people.map((p) => ({ ...p, registrationNo: `${p.registrationNo}b` })),
            ],
          }
        : submission;
      expect(
        doubtfulHolders(other.ledger, other, review).map(({ certificateNo, why, now }) => [certificateNo, why, now]),
      ).toEqual(expected);
    });
  });

  test("a valid number whose holder no longer qualifies, or has another name, is doubtful", () => {
    const review = reviewSubmission(reading.submission);
    const holders = (change: (review: Review) => Review, submission = reading.submission) =>
      doubtfulHolders(submission.ledger, submission, change(review)).map(({ registrationNo, why }) => [
        registrationNo,
        why,
      ]);
    expect(holders((same) => same)).toEqual([]);
    expect(
      holders((same) => ({ ...same, people: same.people.map((person) => ({ ...person, verdict: "unqualified" })) })),
    ).toEqual([["YY000005", "verdict"]]);
    expect(
      holders((same) => same, {
        ...reading.submission,
        people: reading.submission.people.map((person) => ({ ...person, name: `${person.name}某` })),
      }),
    ).toEqual([["YY000005", "name"]]);
  });

  test("a page repeats the ledger: a name corrected since needs a new number", () => {
    const renamed = new Map(
      submissionGrids({
        people: people.map((person) => (person.姓名 === "戊" ? { ...person, 姓名: "戌" } : person)),
        records,
      }),
    ).set("发证台账", ledgerGrid);
    const again = readSubmission(renamed);
    if (!again.ok) throw new Error("not read");
    const { issued } = certificatePlan(again.submission, reviewSubmission(again.submission), ledgerGrid, {
      today: "2018-07-02",
      chosen: new Set(["YY000005"]),
    });
    expect(issued.map(({ name, certificateNo }) => [name, certificateNo])).toEqual([["戊", "2018-0007"]]);
  });

  test("beyond 9999 no number is made up", () => {
    const settings = { ...DEFAULT_SETTINGS, nextNumber: 9999 };
    const two = certificatePlan(reading.submission, reviewSubmission(reading.submission), gridOf("发证台账", []), {
      today: "2018-07-02",
      settings,
    });
    expect(two.problems[0]?.key).toBe("number-above-9999");
  });

  test("a ledger whose header is gone is no empty ledger", () => {
    const headless = gridOf("发证台账", [["2018-0007", "YY000005", "戊"]]);
    const refused = certificatePlan(reading.submission, reviewSubmission(reading.submission), headless, {
      today: "2018-07-02",
    });
    expect(refused.problems[0]?.key).toBe("header-missing");
    expect(refused).toMatchObject({ ledger: null, issued: [] });
  });

  test("columns moved, one missing, a line of notes above: entries go where their headers stand", () => {
    const grid = gridOf("发证台账", [
      ["本局台账"],
      ["状态", "证明编号", "备注", "登记证书编号", "姓名"],
      ["有效", "2018-0007", "已取", "YY000005", "戊"],
    ]);
    const again = readSubmission(new Map(grids).set("发证台账", grid));
    if (!again.ok) throw new Error("not read");
    const { ledger } = certificatePlan(again.submission, reviewSubmission(again.submission), grid, {
      today: "2018-07-02",
      chosen: new Set(["YY000001"]),
      voided: { row: 2, reason: "打印错误" },
    });
    const blocks = ledger?.kind === "patch" ? ledger.patch.blocks : [];
    const at = (row: number, column: number): unknown =>
      blocks.flatMap((block) =>
        block.row === row
          ? (block.cells[0] ?? []).flatMap((cell, offset) => (block.column + offset === column ? [cell] : []))
          : [],
      )[0];
    expect([at(1, 5), at(1, 9)]).toEqual(["起始年度", "作废原因"]);
    expect([at(3, 0), at(3, 1), at(3, 3), at(3, 5), at(3, 2)]).toEqual([
      "有效",
      "2018-0008",
      "YY000001",
      2013,
      undefined,
    ]);
    expect([at(2, 0), at(2, 9)]).toEqual(["作废", "打印错误"]);
  });
});

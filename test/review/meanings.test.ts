/** "Exact meanings" of the workbook contract, case by case: verdicts, open questions, years, windows, rows among rows. */
import { reviewSubmission, type Review } from "../../src/review";
import { readSubmission } from "../../src/submission";
import { serial, submissionGrids, type RowCells, type SubmissionTables } from "../support/submission";

function review(tables: SubmissionTables): Review {
  const reading = readSubmission(submissionGrids(tables));
  if (!reading.ok) throw new Error(JSON.stringify(reading.problems));
  return reviewSubmission(reading.submission);
}
const codes = (findings: readonly { readonly code: string }[]): string[] =>
  findings.map((finding) => finding.code).sort();
const decide = (id: string, option: string): RowCells => ({
  编号: id,
  采用口径: option,
  决定人: "钱经办",
  决定日期: "2018-07-02",
});
const everyProvisional = (except: readonly string[] = []): RowCells[] =>
  review({})
    .questions.filter((question) => !except.includes(question.id))
    .map((question) => decide(question.id, question.provisional));

const training: RowCells = {
  学习形式: "面授培训",
  名称: "培训",
  半天数: 4,
  开始日期: serial("2017-03-01"),
  结束日期: serial("2017-03-02"),
  证明材料: "培训通知、结业证书",
};
const online: RowCells = {
  学习形式: "网络培训",
  名称: "网课",
  证书学时: 30,
  完成进度: 100,
  备案号: "BA-N",
  开始日期: serial("2017-03-01"),
  结束日期: serial("2017-03-20"),
  证明材料: "课程内容、结业证书",
};
const meeting: RowCells = {
  学习形式: "学术会议",
  名称: "年会",
  会议天数: 5,
  不计天数: 2,
  开始日期: serial("2017-05-01"),
  结束日期: serial("2017-05-05"),
  证明材料: "会议邀请函、学习笔记",
};
const paper: RowCells = {
  学习形式: "论文",
  名称: "论文",
  排名: 1,
  收录类别: "CSSCI",
  完成日期: serial("2017-06-01"),
  证明材料: "刊物封面、刊号、目录复印件",
};
const project: RowCells = {
  学习形式: "课题项目",
  名称: "课题",
  级别: "市级",
  排名: 1,
  完成日期: serial("2017-06-01"),
  证明材料: "结题证明",
};

describe("one record", () => {
  type Case = [
    what: string,
    record: RowCells,
    decisions: RowCells[],
    verdict: string,
    converted: number,
    credited: number,
    found: string[],
    clause: string,
  ];
  const cases: Case[] =
    // A case a line
    // prettier-ignore
    [
    ["face to face, professional", training, [], "credited", 16, 16, [], "附件5第1条"],
    ["certificate differs, open", { ...training, 证书学时: 24 }, [], "pending", 16, 16, ["j-stated-hours-differ"], "J-05"],
    ["certificate differs, decided by-days", { ...training, 证书学时: 24 }, [decide("J-05", "by-days")], "credited", 16, 16, ["j-stated-hours-differ"], "J-05"],
    ["certificate differs, decided stated", { ...training, 证书学时: 24 }, [decide("J-05", "stated")], "credited", 16, 24, ["j-stated-hours-differ"], "J-05"],
    ["certificate differs, decided lower", { ...training, 证书学时: 12 }, [decide("J-05", "lower")], "credited", 16, 12, ["j-stated-hours-differ"], "J-05"],
    ["no days, hours on the certificate, decided stated", { ...training, 半天数: null, 证书学时: 20 }, [decide("J-05", "stated")], "credited", 0, 20, ["j-days-missing"], "J-05"],
    ["no days and no hours, decided", { ...training, 半天数: null }, [decide("J-05", "by-days")], "rejected", 0, 0, ["j-days-missing"], "J-05"],
    ["five half-days in two days", { ...training, 半天数: 5 }, [], "rejected", 0, 0, ["day-count-impossible"], "附件5第1条"],
    ["a word where half-days belong", { ...training, 半天数: "两天" }, [], "rejected", 0, 0, ["value-unknown"], "附件5第1条"],
    ["claim differs", { ...training, 申报学时: 20 }, [], "credited", 16, 16, ["hours-claim-mismatch"], "R-26"],
    ["not stamped", { ...training, 初审盖章: null }, [], "credited", 16, 16, ["registration-not-stamped"], "正文二"],
    ["no subject", { ...training, 科目: null }, [], "rejected", 16, 0, ["subject-missing"], "R-09"],
    ["claimed for an earlier year, done in 2018", { ...training, 开始日期: serial("2018-03-01"), 结束日期: serial("2018-03-02") }, [], "pending", 16, 16, ["j-makeup-scope"], "正文二 J-37"],
    ["the same, decided reject", { ...training, 开始日期: serial("2018-03-01"), 结束日期: serial("2018-03-02") }, [decide("J-37", "reject")], "rejected", 16, 0, ["j-makeup-scope"], "正文二 J-37"],
    ["made up for in 2019", { ...training, 开始日期: serial("2019-03-01"), 结束日期: serial("2019-03-02") }, [], "rejected", 16, 0, ["makeup-not-accepted"], "正文二"],
    ["claimed for a later year", { ...training, 开始日期: serial("2016-03-01"), 结束日期: serial("2016-03-02") }, [], "rejected", 16, 0, ["year-mismatch"], "正文四.1"],
    ["evidence: certificate only, open", { ...training, 证明材料: "结业证书" }, [], "pending", 16, 0, ["evidence-incomplete", "j-evidence-body-vs-annex4"], "J-35"],
    ["evidence: certificate only, decided body", { ...training, 证明材料: "结业证书" }, [decide("J-35", "body")], "credited", 16, 16, ["j-evidence-body-vs-annex4"], "J-35"],
    ["evidence: certificate only, decided annex 4", { ...training, 证明材料: "结业证书" }, [decide("J-35", "annex4")], "rejected", 16, 0, ["evidence-incomplete", "j-evidence-body-vs-annex4"], "J-35"],
    ["evidence: finger prints for the sign-in sheet", { ...training, 证明材料: "培训通知、培训课程表、其他签到形式" }, [], "credited", 16, 16, ["evidence-substitute-used"], "附件5第10条"],
    ["evidence: nothing", { ...training, 证明材料: null }, [], "rejected", 16, 0, ["evidence-incomplete"], "附件4(二)1"],
    ["evidence: nothing, year sealed on the record", { ...training, 证明材料: null, 已验印: "是", 初审盖章: null }, [], "credited", 16, 16, [], "正文四.4"],
    ["evidence: sealed receipt alone, open", { ...meeting, 证明材料: "会议邀请函、回执（盖章）" }, [], "pending", 24, 0, ["j-evidence-supporting-required"], "J-36"],
    ["evidence: sealed receipt alone, decided required", { ...meeting, 证明材料: "会议邀请函、回执（盖章）" }, [decide("J-36", "required")], "rejected", 24, 0, ["evidence-incomplete", "j-evidence-supporting-required"], "J-36"],
    ["evidence: accepted by J-33 silences J-36", { ...meeting, 证明材料: "会议邀请函、回执（盖章）、邮件回执" }, [decide("J-33", "accept")], "credited", 24, 24, ["j-evidence-auxiliary"], "J-33"],
    ["online: filed", online, [], "credited", 30, 30, [], "正文四.2"],
    ["online: number that nobody filed", { ...online, 备案号: "没有的" }, [], "rejected", 30, 0, ["training-not-filed"], "正文四.2"],
    ["online: 无 is no number", { ...online, 备案号: "无" }, [], "pending", 30, 0, ["j-online-unfiled"], "J-43"],
    ["online: no number, decided accept", { ...online, 备案号: null }, [decide("J-43", "accept")], "credited", 30, 30, ["j-online-unfiled"], "J-43"],
    ["online: no number, decided reject", { ...online, 备案号: null }, [decide("J-43", "reject")], "rejected", 30, 0, ["j-online-unfiled", "training-not-filed"], "J-43"],
    ["online: no number, and not finished: decided zero", { ...online, 备案号: null, 完成进度: 60, 证明材料: "课程内容、课程完成进度" }, [decide("J-12", "zero")], "rejected", 0, 0, ["j-online-incomplete"], "J-43"],
    ["meeting: half-day session", { ...meeting, 半天数: 1 }, [], "pending", 20, 20, ["j-half-day-meeting"], "J-09"],
    ["meeting: half-day session as a whole day", { ...meeting, 半天数: 1 }, [decide("J-09", "8")], "credited", 20, 24, ["j-half-day-meeting"], "J-09"],
    ["meeting: one day, decided zero; evenings don't matter then", { ...meeting, 会议天数: 1, 不计天数: 0, 晚上数: 1 }, [decide("J-08", "zero")], "rejected", 8, 0, ["j-one-day-meeting"], "J-08 beats J-10"],
    ["meeting: a certificate can't raise what J-08 zeroes", { ...meeting, 会议天数: 1, 不计天数: 0, 证书学时: 12 }, [decide("J-08", "zero"), decide("J-05", "stated")], "rejected", 8, 0, ["j-one-day-meeting", "j-stated-hours-differ"], "J-05 last"],
    ["paper: rank missing", { ...paper, 排名: null }, [], "rejected", 0, 0, ["rank-missing"], "附件5第4条(2)"],
    ["paper: rank not needed where no journal is eligible", { ...paper, 排名: null, 收录类别: "内部准印" }, [], "rejected", 0, 0, ["paper-journal-not-eligible"], "附件5第4条(2)"],
    ["paper: the best index counts", { ...paper, 收录类别: "内部准印、CSSCI" }, [], "credited", 30, 30, [], "附件5第4条(2)"],
    ["paper: one known index beside an unknown one", { ...paper, 收录类别: "CSSCI、未知索引" }, [], "credited", 30, 30, ["value-unknown"], "附件5第4条(2)"],
    ["paper: only an unknown index", { ...paper, 收录类别: "未知索引" }, [], "rejected", 0, 0, ["value-unknown"], "附件5第4条(2)"],
    ["paper: no index", { ...paper, 收录类别: null }, [], "rejected", 0, 0, ["field-missing"], "附件5第4条(2)"],
    ["paper: an open tier makes no difference to a second author", { ...paper, 收录类别: "国际顶级", 排名: 2 }, [], "credited", 5, 5, [], "J-16"],
    ["paper: corresponding author, decided as-first", { ...paper, 收录类别: "SCI", 排名: 3, 角色: "通讯作者" }, [decide("J-19", "as-first")], "credited", 5, 60, ["j-corresponding-author"], "J-19"],
    ["project: not concluded, not asked about its level", { ...project, 级别: "县级", 完成日期: null }, [], "rejected", 0, 0, ["project-not-concluded"], "附件5第3条"],
    ["project: claimed as public", { ...project, 科目: "公需科目" }, [], "credited", 40, 40, ["subject-not-allowed"], "附件5第3条"],
    ["project: unlisted level, decided zero", { ...project, 级别: "县级", 排名: null }, [decide("J-13", "zero")], "rejected", 0, 0, ["j-project-level-unlisted"], "J-13"],
    ["project: concluded in another year", { ...project, 完成日期: serial("2016-12-28") }, [], "rejected", 40, 0, ["year-mismatch"], "附件5第3条"],
    ["a form nobody knows", { 学习形式: "面受培训", 名称: "x" }, [], "rejected", 0, 0, ["value-unknown"], "学习形式"],
    ["a year that can't be read", { ...training, 年度: "去年" }, [], "rejected", 0, 0, ["value-unknown"], "年度"],
    ["a person nobody knows", { ...training, 登记证书编号: "YY999999" }, [], "rejected", 16, 0, ["person-unknown"], "人员信息"],
  ];
  test.each(cases)("%s", (_what, record, decisions, verdict, converted, credited, found) => {
    const [result] = review({ records: [record], decisions }).records;
    expect({
      verdict: result?.verdict,
      converted: result?.convertedHours,
      credited: result?.creditedHours,
      found: codes(result?.findings ?? []),
    }).toEqual({ verdict, converted, credited, found: [...found].sort() });
  });
});

describe("rows among rows", () => {
  test.each<[string, RowCells[], string[][], number[]]>(
    // A case a line
    // prettier-ignore
    [
    ["the same record twice", [online, online], [[], ["record-duplicate"]], [30, 0]],
    ["the same all-day course twice: its days overlap as well", [training, training], [[], ["dates-overlap", "record-duplicate"]], [16, 0]],
    ["punctuation and case make no other title", [{ ...online, 名称: "BIM 培训" }, { ...online, 名称: "bim-培训" }], [[], ["record-duplicate"]], [30, 0]],
    ["two all-day courses on one day", [training, { ...training, 名称: "另一培训", 开始日期: serial("2017-03-02"), 结束日期: serial("2017-03-03") }], [[], ["dates-overlap"]], [16, 0]],
    ["a half-day course beside it is possible", [training, { ...training, 名称: "另一培训", 半天数: 1 }], [[], []], [16, 4]],
    ["one paper a year: the better one", [{ ...paper, 名称: "甲", 排名: 2 }, { ...paper, 名称: "乙" }], [["paper-annual-limit"], []], [0, 30]],
    ["equal papers: the first", [{ ...paper, 名称: "甲" }, { ...paper, 名称: "乙" }], [[], ["paper-annual-limit"]], [30, 0]],
    ["two projects: added up while J-14 is open", [{ ...project, 名称: "甲" }, { ...project, 名称: "乙", 级别: "国家级" }], [["j-multiple-projects-same-year"], ["j-multiple-projects-same-year"]], [40, 60]],
  ],
  )("%s", (_what, records, found, credited) => {
    const result = review({ records }).records;
    expect(result.map((each) => codes(each.findings))).toEqual(found);
    expect(result.map((each) => each.creditedHours)).toEqual(credited);
  });

  test("two projects under J-14 highest: the others are rejected", () => {
    const result = review({
      records: [
        { ...project, 名称: "甲" },
        { ...project, 名称: "乙", 级别: "国家级" },
      ],
      decisions: [decide("J-14", "highest")],
    }).records;
    expect(result.map((each) => [each.creditedHours, each.verdict])).toEqual([
      [0, "rejected"],
      [60, "credited"],
    ]);
  });

  test("one rank of a paper claimed by two people: both are rejected", () => {
    const people: RowCells[] = [{}, { 登记证书编号: "YY000002", 姓名: "李样例" }];
    const result = review({ people, records: [paper, { ...paper, 登记证书编号: "yy000002", 姓名: "李样例" }] }).records;
    expect(result.map((each) => codes(each.findings))).toEqual([
      ["achievement-claimed-twice"],
      ["achievement-claimed-twice"],
    ]);
  });
});

describe("a year", () => {
  const hours = (publicHours: number, professional: number, extra: RowCells[] = []): RowCells[] => [
    { ...online, 名称: "公需", 科目: "公需科目", 证书学时: publicHours },
    { ...online, 名称: "专业", 证书学时: professional },
    ...extra,
  ];
  const year = (tables: SubmissionTables) => review(tables).years.find((each) => each.year === 2017);

  test.each<[string, RowCells[], RowCells[], string, string[]]>(
    // A case a line
    // prettier-ignore
    [
    ["30 + 60", hours(30, 60), [], "met", []],
    ["29 + 61, J-01 open", hours(29, 61), [], "pending", ["public-shortfall"]],
    ["29 + 61, J-01 strict", hours(29, 61), [decide("J-01", "strict")], "unmet", ["public-shortfall"]],
    ["29 + 61, J-01 lenient", hours(29, 61), [decide("J-01", "lenient")], "met", ["public-shortfall"]],
    ["30 + 59: below 90 in any reading", hours(30, 59), [], "unmet", ["annual-total-shortfall", "professional-shortfall"]],
    ["an open question that could lift it", hours(30, 50, [{ ...online, 名称: "外部平台", 备案号: null, 证书学时: 10 }]), [], "pending", ["annual-total-shortfall", "professional-shortfall"]],
    ["an open question that can't harm it", hours(30, 60, [{ ...online, 名称: "外部平台", 备案号: null }]), [], "met", []],
    ["an open question that can't save it", hours(30, 20, [{ ...online, 名称: "外部平台", 备案号: null, 证书学时: 10 }]), [], "unmet", ["annual-total-shortfall", "professional-shortfall"]],
    ["an open tier beside a CSSCI paper: at least 30 whatever is decided", hours(30, 30, [{ ...paper, 名称: "甲", 收录类别: "国际顶级" }, { ...paper, 名称: "乙" }]), [], "met", []],
  ],
  )("%s", (_what, records, decisions, status, found) => {
    const result = year({ records, decisions });
    expect([result?.status, codes(result?.findings ?? [])]).toEqual([status, found]);
  });

  test("already stamped and proven: met without records, and its records need no evidence (正文四.4)", () => {
    const result = review({
      people: [{ 已验印年度: "2016、2017" }],
      records: [{ ...training, 证明材料: null, 初审盖章: null }],
    });
    expect(
      result.years.filter((each) => each.sealed).map((each) => [each.year, each.status, each.findings.length]),
    ).toEqual([
      [2016, "met", 0],
      [2017, "met", 0],
    ]);
    expect(result.records[0]?.findings).toEqual([]);
  });
});

test("a person without a number is listed, and no record is theirs", () => {
  const result = review({ people: [{ 登记证书编号: null }], records: [{ ...training, 登记证书编号: null }] });
  expect(result.people.map((each) => [each.verdict, codes(each.findings).includes("field-missing")])).toEqual([
    ["unqualified", true],
  ]);
  expect(codes(result.records[0]?.findings ?? [])).toEqual(["person-unknown"]);
});

describe("a person", () => {
  const sealed = (years: string): RowCells => ({ 已验印年度: years });
  const person = (people: RowCells, unit: RowCells, decisions: RowCells[]) =>
    review({ people: [people], unit, decisions }).people[0];
  const central: RowCells = { 单位性质: "中央在益单位", 提交日期: serial("2018-09-03") };

  test.each<[string, RowCells, RowCells, RowCells[], string, string[]]>(
    // A case a line
    // prettier-ignore
    [
    ["all windows decided, all years sealed", sealed("2013、2014、2015、2016、2017"), {}, everyProvisional(), "qualified", ["j-window-end", "j-window-not-stated"]],
    ["J-41 open: 2018 could be asked for too", sealed("2013、2014、2015、2016、2017"), {}, everyProvisional(["J-41"]), "pending", ["j-window-end", "j-window-not-stated"]],
    ["J-41 open, met either way", { ...sealed("2013、2014、2015、2016、2017、2018"), 截止年度: 2018 }, {}, everyProvisional(["J-41"]), "qualified", ["j-window-end", "j-window-not-stated", "window-claim-differs"]],
    ["doctor: two years", { ...sealed("2016、2017"), 学历: "博士研究生", 起始年度: 2016 }, central, everyProvisional(), "qualified", ["j-window-end"]],
    ["master: five years", { ...sealed("2016、2017"), 学历: "硕士研究生", 起始年度: 2016 }, central, everyProvisional(), "unqualified", ["j-window-end", "window-too-short"]],
    ["as claimed (J-42): the end is moot", { ...sealed("2016、2017"), 起始年度: 2016 }, {}, [...everyProvisional(["J-42"]), decide("J-42", "claimed-window")], "qualified", ["j-window-not-stated"]],
    ["more years than asked for", { ...sealed("2012、2013、2014、2015、2016、2017"), 起始年度: 2012 }, central, everyProvisional(), "qualified", ["j-window-end", "window-claim-differs"]],
    ["handed in by the person, 市直: discouraged", sealed("2013、2014、2015、2016、2017"), { 提交方式: "个人" }, everyProvisional(), "qualified", ["channel-individual-discouraged", "j-window-end", "j-window-not-stated"]],
    ["中级: the claimed years, the original book, at the place of the file", { ...sealed("2016、2017"), 申报级别: "中级", 验证方式: "登记证书原件", 人事档案所在地: "市本级", 起始年度: 2016 }, {}, [], "qualified", []],
    ["中级: no place of the file", { ...sealed("2016、2017"), 申报级别: "中级", 验证方式: "登记证书原件", 起始年度: 2016 }, {}, [], "unqualified", ["field-missing"]],
    ["a needed cell is blank", { ...sealed("2013、2014、2015、2016、2017"), 现有职称: null }, {}, everyProvisional(), "unqualified", ["field-missing", "j-window-end", "j-window-not-stated"]],
  ],
  )("%s", (_what, people, unit, decisions, verdict, found) => {
    const result = person(people, unit, decisions);
    expect([result?.verdict, codes(result?.findings ?? [])]).toEqual([verdict, [...found].sort()]);
  });
});

/** Evidence (附件4(二)): every set of every form, what opens it (J-33, J-35, J-36), substitutes, and what is sealed already. */
import {
  AID,
  AWARD,
  BOOK,
  DOCTORAL,
  EXAM,
  EXCLUDED,
  LECTURE,
  MEETING,
  ONLINE,
  OVERSEAS,
  PAPER,
  PATENT,
  PRACTICE,
  PROJECT,
  TRAINING,
  VISIT,
  codesOf,
  decisions,
  review,
  serial,
  table,
  type RowCells,
} from "./support";

/** What the evidence alone says of a row: the codes of it. */
function evidenceCodes(base: RowCells, documents: string): string {
  const [record] = review({ records: [{ ...base, 证明材料: documents === "" ? null : documents }] }).records;
  return codesOf((record?.findings ?? []).filter(({ code }) => code.includes("evidence") || code === "value-unknown"));
}

describe("sets of annex 4: any one complete set", () => {
  const complete: readonly (readonly [string, RowCells, readonly string[]])[] =
    // A case a line
    // prettier-ignore
    [
    ["面授培训", TRAINING, ["培训通知、培训课程表、培训签到表", "培训通知、培训日程安排、培训签到表", "培训签到表、结业证书", "培训通知、结业证书", "培训课程表、结业证书", "培训日程安排、结业证书"]],
    ["实践活动", PRACTICE, ["实践活动通知、派出通知（盖章）", "实践活动通知、实践活动日志", "实践报名表、实践活动日志"]],
    ["网络培训", ONLINE, ["课程购买记录、课程内容安排、课程完成进度", "课程内容安排、课程完成进度", "课程内容、课程完成进度", "课程时长、结业证书", "课程内容、结业证书"]],
    ["学术会议", MEETING, ["会议邀请函、学习笔记", "会议邀请函、回执（盖章）、相关证明材料"]],
    ["学术讲座", LECTURE, ["讲座通知、学习笔记", "讲座通知、回执(盖章)、相关证明材料"]],
    ["学术访问", VISIT, ["访问邀请函、学习笔记", "访问邀请函、回执（盖章）、相关证明材料"]],
    ["课题项目", PROJECT, ["结题证明", "立项书、结题证明"]],
    ["著作", BOOK, ["著作封面、目录复印件"]],
    ["论文", PAPER, ["刊物封面、刊号、目录复印件", "目录复印件；刊号；刊物封面"]],
    ["专利", PATENT, ["专利证书"]],
    ["获奖成果", AWARD, ["获奖证书"]],
    ["计算机考试", EXAM, ["合格证书"]],
    ["三援", AID, ["派遣通知、考核表"]],
    ["博士学历教育", DOCTORAL, ["博士毕业证", "学期课程及学时安排"]],
    ["海外研修", OVERSEAS, ["邀请函、回执", "邀请函、学习资料", "邀请函、邀请方结业证书"]],
  ];
  test.each(complete.flatMap(([name, base, sets]) => sets.map((documents) => ({ name, base, documents }))))(
    "$name: $documents",
    ({ base, documents }) => {
      expect(evidenceCodes(base, documents)).toBe("");
    },
  );

  const short: readonly (readonly [string, RowCells, readonly string[]])[] =
    // A case a line
    // prettier-ignore
    [
    ["面授培训", TRAINING, ["", "培训通知、培训课程表", "培训课程表、培训日程安排、培训通知", "培训签到表"]],
    ["实践活动", PRACTICE, ["实践活动通知", "实践活动通知、派出通知（未盖章）", "派出通知（盖章）、实践活动日志", "实践报名表、实践活动通知"]],
    ["网络培训", ONLINE, ["课程完成进度", "课程购买记录、结业证书", "课程内容", "课程时长、课程完成进度"]],
    ["学术会议", MEETING, ["会议邀请函", "学习笔记", "会议邀请函、回执（未盖章）", "回执（盖章）、相关证明材料"]],
    ["课题项目", PROJECT, ["立项书"]],
    ["著作", BOOK, ["著作封面", "目录复印件"]],
    ["论文", PAPER, ["刊物封面、目录复印件", "录用通知"]],
    ["专利", PATENT, ["受理通知书"]],
    ["计算机考试", EXAM, ["成绩单"]],
    ["三援", AID, ["派遣通知", "考核表"]],
    ["博士学历教育", DOCTORAL, ["成绩单"]],
    ["海外研修", OVERSEAS, ["邀请函", "回执、学习资料"]],
  ];
  test.each(
    short.flatMap(([name, base, sets]) =>
      sets.map((documents) => ({ name, base, documents, title: documents === "" ? "nothing" : documents })),
    ),
  )("$name lacks something: $title", ({ base, documents }) => {
    expect(evidenceCodes(base, documents)).toBe("!evidence-incomplete");
  });

  test.each([
    [
      "a label of another form is not known here, a warning, and ignored",
      PROJECT,
      "结题证明、获奖证书",
      "~value-unknown",
    ],
    ["a misprint alone leaves nothing", PROJECT, "结题证书", "!evidence-incomplete ~value-unknown"],
    ["excluded forms are asked for none", EXCLUDED, "", ""],
  ])("%s", (_what, base, documents, codes) => {
    expect(evidenceCodes(base, documents)).toBe(codes);
  });
});

table("not enough: converted, not credited", TRAINING, [
  ["nothing", { 证明材料: null }, "", "16→0 (0..0) professional rejected", "!evidence-incomplete"],
]);

table(
  "J-33 auxiliary material 「可以适当考虑」",
  { ...TRAINING, 证明材料: "培训通知、财务报账单" },
  // A case a line
  // prettier-ignore
  [
  ["open: pending, 0 to the converted hours", {}, "", "16→0 (0..16) professional pending", "?evidence-incomplete ?j-evidence-auxiliary"],
  ["decided", {}, "J-33 reject", "16→0 (0..0) professional rejected", "!evidence-incomplete =j-evidence-auxiliary"],
  ["decided", {}, "J-33 accept", "16→16 (16..16) professional credited", "=j-evidence-auxiliary"],
  ["beside a complete set it is not asked", { 证明材料: "培训通知、结业证书、财务报账单" }, "", "16→16 professional credited", ""],
  ["beside an error of another kind", { 年度: 2018 }, "", "16→0 (0..0) professional rejected", "?evidence-incomplete ?j-evidence-auxiliary !year-mismatch"],
  ["beside another open question: the highest is over both", { 证书学时: 20 }, "", "16→0 (0..20) professional pending", "?evidence-incomplete ?j-evidence-auxiliary ?j-stated-hours-differ"],
  ["a row that converts to 0", { 半天数: 11 }, "J-33 accept", "0→0 none rejected", "!day-count-impossible"],
],
);
describe.each([["会议通讯录"], ["邮件回执"], ["财务报账单"], ["其他辅助材料"]])(
  "%s is auxiliary for any form",
  (label) => {
    test.each([
      ["面授培训", TRAINING],
      ["实践活动", PRACTICE],
      ["网络培训", ONLINE],
      ["学术会议", MEETING],
      ["学术讲座", LECTURE],
      ["学术访问", VISIT],
      ["课题项目", PROJECT],
      ["著作", BOOK],
      ["论文", PAPER],
      ["专利", PATENT],
      ["获奖成果", AWARD],
      ["计算机考试", EXAM],
      ["三援", AID],
      ["博士学历教育", DOCTORAL],
      ["海外研修", OVERSEAS],
    ] as const)("%s", (_form, base) => {
      expect(evidenceCodes(base, label)).toBe("?evidence-incomplete ?j-evidence-auxiliary");
    });
  },
);

table(
  "J-35 the body (正文三) asks for less than annex 4",
  TRAINING,
  // A case a line
  // prettier-ignore
  [
  ["a certificate alone, open", { 证明材料: "结业证书" }, "", "16→0 (0..16) professional pending", "?evidence-incomplete ?j-evidence-body-vs-annex4"],
  ["a certificate alone", { 证明材料: "结业证书" }, "J-35 annex4", "16→0 professional rejected", "!evidence-incomplete =j-evidence-body-vs-annex4"],
  ["a certificate alone", { 证明材料: "结业证书" }, "J-35 body", "16→16 professional credited", "=j-evidence-body-vs-annex4"],
  ["通知 and 签到表", { 证明材料: "培训通知、培训签到表" }, "J-35 body", "16→16 professional credited", "=j-evidence-body-vs-annex4"],
  ["通知 alone is less than the body asks", { 证明材料: "培训通知" }, "J-35 body", "16→0 professional rejected", "!evidence-incomplete"],
  ["decided against, but J-33 is open", { 证明材料: "结业证书、邮件回执" }, "J-35 annex4", "16→0 (0..16) professional pending", "?evidence-incomplete =j-evidence-body-vs-annex4 ?j-evidence-auxiliary"],
  ["accepted by J-35: J-33 is silent", { 证明材料: "结业证书、邮件回执" }, "J-35 body", "16→16 professional credited", "=j-evidence-body-vs-annex4"],
  ["accepted by J-33: J-35 is silent", { 证明材料: "结业证书、邮件回执" }, "J-33 accept", "16→16 professional credited", "=j-evidence-auxiliary"],
  ["accepted by both: J-35 comes before J-33", { 证明材料: "结业证书、邮件回执" }, "J-33 accept, J-35 body", "16→16 professional credited", "=j-evidence-body-vs-annex4"],
  ["rejected by both", { 证明材料: "结业证书、邮件回执" }, "J-33 reject, J-35 annex4", "16→0 professional rejected", "!evidence-incomplete =j-evidence-body-vs-annex4 =j-evidence-auxiliary"],
],
);
table("J-35 is of face-to-face training only", { ...ONLINE, 证明材料: "结业证书" }, [
  ["an online certificate alone", {}, "J-35 body", "30→0 professional rejected", "!evidence-incomplete"],
]);

for (const [name, base, converted] of [
  ["学术会议", MEETING, 24],
  ["学术讲座", LECTURE, 4],
] as const) {
  const invitation = base === LECTURE ? "讲座通知" : "会议邀请函";
  table(
    `J-36 ${name}: a sealed receipt without 相关证明材料`,
    { ...base, 证明材料: `${invitation}、回执（盖章）` },
    // A case a line
    // prettier-ignore
    [
    ["open: only the j-code", {}, "", `${converted}→0 (0..${converted}) professional pending`, "?j-evidence-supporting-required"],
    ["decided", {}, "J-36 required", `${converted}→0 professional rejected`, "!evidence-incomplete =j-evidence-supporting-required"],
    ["decided", {}, "J-36 not-required", `${converted}→${converted} professional credited`, "=j-evidence-supporting-required"],
    ["an unsealed receipt is no question", { 证明材料: `${invitation}、回执（未盖章）` }, "J-36 not-required", `${converted}→0 professional rejected`, "!evidence-incomplete"],
    ["accepted by both: J-36 comes before J-33", { 证明材料: `${invitation}、回执（盖章）、会议通讯录` }, "J-33 accept, J-36 not-required", `${converted}→${converted} professional credited`, "=j-evidence-supporting-required"],
    ["accepted by J-36: J-33 is silent", { 证明材料: `${invitation}、回执（盖章）、会议通讯录` }, "J-36 not-required", `${converted}→${converted} professional credited`, "=j-evidence-supporting-required"],
  ],
  );
}

table(
  "其他签到形式 stands for 签到表 (附件5第10条)",
  TRAINING,
  // A case a line
  // prettier-ignore
  [
  ["with 通知 and 课程表", { 证明材料: "培训通知、培训课程表、其他签到形式" }, "", "16→16 professional credited", "=evidence-substitute-used"],
  ["with 结业证书", { 证明材料: "其他签到形式、结业证书" }, "", "16→16 professional credited", "=evidence-substitute-used"],
  ["not needed: not said", { 证明材料: "培训通知、结业证书、其他签到形式" }, "", "16→16 professional credited", ""],
  ["alone it is not enough", { 证明材料: "其他签到形式" }, "", "16→0 professional rejected", "!evidence-incomplete"],
],
);

table(
  "已验印 on the record: no evidence, no stamp is asked (正文四.4)",
  { ...TRAINING, 证明材料: null, 初审盖章: "否" },
  // A case a line
  // prettier-ignore
  [
  ["not sealed: both", {}, "", "16→0 professional rejected", "!evidence-incomplete ~registration-not-stamped"],
  ["sealed", { 已验印: "是" }, "", "16→16 professional credited", ""],
  ["sealed, auxiliary material: not even a question", { 已验印: "是", 证明材料: "邮件回执" }, "", "16→16 professional credited", ""],
  ["sealed: figures are still checked", { 已验印: "是", 半天数: 11 }, "", "0→0 none rejected", "!day-count-impossible"],
  ["sealed: the year is still checked", { 已验印: "是", 年度: 2018 }, "", "16→0 professional rejected", "!year-mismatch"],
  ["sealed: the filing is still asked for", { 已验印: "是", 科目: "公需科目" }, "", "16→0 public rejected", "!training-not-filed"],
],
);

describe("已验印年度 of the person", () => {
  const bare: RowCells = { ...TRAINING, 证明材料: null, 初审盖章: null };
  test("its records count as 已验印, those of other years do not", () => {
    const found = review({
      people: [{ 已验印年度: "2016；2017" }],
      records: [bare, { ...bare, 年度: 2018, 开始日期: serial("2018-03-06"), 结束日期: serial("2018-03-07") }],
    }).records;
    expect(found.map(({ findings }) => codesOf(findings))).toEqual([
      "",
      "!evidence-incomplete ~registration-not-stamped",
    ]);
  });
  test("the year is met with the hours as credited and no shortfall code", () => {
    const year = review({
      people: [{ 已验印年度: "2017年度" }],
      records: [bare],
      decisions: decisions("J-01 strict"),
    }).years.find((each) => each.year === 2017);
    expect(year).toMatchObject({ publicHours: 0, professionalHours: 16, totalHours: 16, status: "met", findings: [] });
  });
});

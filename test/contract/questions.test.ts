/** "Which questions stand on a row" of the workbook contract: open ones, decided ones, and what rejects a row. */
import {
  AID,
  BOOK,
  DOCTORAL,
  EXCLUDED,
  LECTURE,
  MEETING,
  ONLINE,
  PAPER,
  PATENT,
  PRACTICE,
  PROJECT,
  TRAINING,
  VISIT,
  groups,
  serial,
  table,
  type RowCells,
} from "../review/exact/support";

const oneDay: RowCells = { ...MEETING, 会议天数: 1, 不计天数: null };
table("学术会议: J-08, J-09, J-10", oneDay, [
  [
    "two decided readings that each make it 0 are both named",
    { 半天数: 1 },
    "J-08 zero, J-09 0",
    "4→0 professional rejected",
    "=j-half-day-meeting =j-one-day-meeting",
  ],
  [
    "a decided reading beside one that makes it 0",
    { 半天数: 1 },
    "J-08 zero, J-09 8",
    "4→0 professional rejected",
    "=j-half-day-meeting =j-one-day-meeting",
  ],
  [
    "an open question is not asked beside a decided 0",
    { 半天数: 1 },
    "J-08 zero",
    "4→0 (0..0) professional rejected",
    "=j-one-day-meeting",
  ],
  ["nor is J-10", { 晚上数: 1 }, "J-08 zero", "8→0 (0..0) professional rejected", "=j-one-day-meeting"],
  [
    "J-08 zero beats J-10, and both are named",
    { 晚上数: 1 },
    "J-08 zero, J-10 plus-2",
    "8→0 professional rejected",
    "=j-meeting-evening =j-one-day-meeting",
  ],
  [
    "J-09 decided 0 and J-08 open: no option of J-08 gives hours",
    { 半天数: 1 },
    "J-09 0",
    "4→0 (0..0) professional rejected",
    "=j-half-day-meeting",
  ],
  [
    "J-09 decided 0 and J-10 open: an evening can raise it",
    { 半天数: 1, 晚上数: 1 },
    "J-08 count, J-09 0",
    "4→0 (0..2) professional pending",
    "=j-half-day-meeting =j-one-day-meeting ?j-meeting-evening",
  ],
]);

const tour = (from: string, to: string, year: number): RowCells => ({
  开始日期: serial(from),
  结束日期: serial(to),
  年度: year,
});
table("三援: J-28 and J-29", { ...AID, ...tour("2016-09-01", "2017-04-30", 2017) }, [
  ["both open", {}, "", "60→60 (0..60) professional pending", "?j-aid-cross-year ?j-aid-duration-gap"],
  [
    "both decided so that it is 0",
    {},
    "J-28 0, J-29 start-year",
    "60→0 professional rejected",
    "=j-aid-cross-year =j-aid-duration-gap",
  ],
  [
    "J-29 start-year: J-28 is not asked of the end year",
    {},
    "J-29 start-year",
    "60→0 (0..0) professional rejected",
    "=j-aid-cross-year",
  ],
  ["J-28 0: J-29 is not asked", {}, "J-28 0", "60→0 (0..0) professional rejected", "=j-aid-duration-gap"],
  [
    "J-28 60 beside J-29 end-year",
    {},
    "J-28 60, J-29 end-year",
    "60→60 professional credited",
    "=j-aid-cross-year =j-aid-duration-gap",
  ],
]);
table("三援 in its start year", { ...AID, ...tour("2016-09-01", "2017-04-30", 2016) }, [
  [
    "both open: J-28 matters where J-29 lets it",
    {},
    "",
    "0→0 (0..60) none pending",
    "?j-aid-cross-year ?j-aid-duration-gap",
  ],
  ["J-29 end-year, J-28 open", {}, "J-29 end-year", "0→0 (0..0) none rejected", "=j-aid-cross-year"],
]);
table("三援 of exactly six months and a year", AID, [
  [
    "29 February to 28 February: a year, not more",
    tour("2016-02-29", "2017-02-28", 2017),
    "",
    "60→60 (0..60) professional pending",
    "?j-aid-cross-year ?j-aid-duration-gap",
  ],
  [
    "29 February to 1 March: more than a year",
    tour("2016-02-29", "2017-03-01", 2017),
    "J-30 include-public",
    "90→90 both credited",
    "=j-aid-90-public",
  ],
  [
    "31 August to 28 February: six months",
    tour("2016-08-31", "2017-02-28", 2017),
    "J-29 end-year",
    "60→60 professional credited",
    "=j-aid-cross-year",
  ],
  [
    "31 August to 27 February: a day short",
    tour("2016-08-31", "2017-02-27", 2017),
    "",
    "0→0 none rejected",
    "!aid-too-short",
  ],
  [
    "30 August to 28 February: six months, since 30 February is 28 February",
    tour("2016-08-30", "2017-02-28", 2017),
    "J-29 end-year",
    "60→60 professional credited",
    "=j-aid-cross-year",
  ],
]);

const THEME = {
  filings: [
    { 备案号: "BA-N", 培训主题: "工匠精神", 培训方式: "网络" },
    { 备案号: "BA-F", 培训主题: "工匠精神" },
  ],
};
const public2018: RowCells = {
  年度: 2018,
  科目: "公需科目",
  开始日期: serial("2018-03-06"),
  结束日期: serial("2018-03-10"),
};
table(
  "J-03 beside J-12",
  { ...ONLINE, ...public2018, 完成进度: 60 },
  [
    [
      "decided both: J-03 reject is named beside J-12 zero",
      {},
      "J-03 reject, J-12 zero",
      "0→0 none rejected",
      "=j-online-incomplete =j-public-theme-mismatch",
    ],
    ["J-12 zero: J-03 open is not asked", {}, "J-12 zero", "0→0 (0..0) none rejected", "=j-online-incomplete"],
    [
      "J-03 reject: J-12 open is a question about hours of the row",
      {},
      "J-03 reject",
      "0→0 (0..0) none rejected",
      "=j-public-theme-mismatch ?j-online-incomplete",
    ],
    ["both open", {}, "", "0→0 (0..30) none pending", "?j-online-incomplete ?j-public-theme-mismatch"],
  ],
  THEME,
);

table("J-11 beside J-37", { ...PRACTICE, 年度: 2016 }, [
  ["both open", {}, "", "16→16 (0..16) professional pending", "?j-conversion-by-analogy ?j-makeup-scope"],
  ["J-11 zero: J-37 is not asked", {}, "J-11 zero", "16→0 (0..0) professional rejected", "=j-conversion-by-analogy"],
  [
    "decided both",
    {},
    "J-11 zero, J-37 reject",
    "16→0 professional rejected",
    "=j-conversion-by-analogy =j-makeup-scope",
  ],
]);

table("专利: J-21 and J-22", { ...PATENT, 排名: 4, 权利人: "单位" }, [
  ["both stand", {}, "", "0→0 (0..10) none pending", "?j-patent-patentee-inventor ?j-patent-rank-unspecified"],
  ["J-22 zero: J-21 is not asked", {}, "J-22 zero", "0→0 (0..0) none rejected", "=j-patent-patentee-inventor"],
  ["J-21 zero: J-22 is not asked", {}, "J-21 zero", "0→0 (0..0) none rejected", "=j-patent-rank-unspecified"],
  [
    "decided both: both are named",
    {},
    "J-21 zero, J-22 zero",
    "0→0 none rejected",
    "=j-patent-patentee-inventor =j-patent-rank-unspecified",
  ],
  [
    "J-21 other-rank, J-22 inventor-rank",
    {},
    "J-21 other-rank, J-22 inventor-rank",
    "0→10 professional credited",
    "=j-patent-patentee-inventor =j-patent-rank-unspecified",
  ],
]);
table("J-22 zero: at every rank", { ...PATENT, 权利人: "单位" }, [
  ...[1, 2, 3].map(
    (rank) =>
      [
        `rank ${rank}`,
        { 排名: rank },
        "J-22 zero",
        "60→0 professional rejected",
        "=j-patent-patentee-inventor",
      ] as const,
  ),
]);

table("论文: J-16 and J-19", { ...PAPER, 收录类别: "国际顶级", 排名: 3, 角色: "通讯作者" }, [
  [
    "both open: J-16 matters where J-19 lets it",
    {},
    "",
    "5→5 (5..60) professional pending",
    "?j-corresponding-author ?j-intl-top-journal",
  ],
  [
    "J-19 printed-rank: J-16 is not asked",
    {},
    "J-19 printed-rank",
    "5→5 professional credited",
    "=j-corresponding-author",
  ],
  [
    "J-19 as-first",
    {},
    "J-19 as-first",
    "5→60 (10..60) professional pending",
    "=j-corresponding-author ?j-intl-top-journal",
  ],
  [
    "decided both",
    {},
    "J-16 accept, J-19 printed-rank",
    "5→5 professional credited",
    "=j-corresponding-author =j-intl-top-journal",
  ],
]);
table("a second author is asked nothing of the tier", { ...PAPER, 收录类别: "国际顶级", 排名: 2 }, [
  ["open", {}, "", "5→5 professional credited", ""],
  ["decided", {}, "J-16 accept", "5→5 professional credited", ""],
]);

table(
  "questions of evidence: credited hours, errors of the row left aside",
  { ...PRACTICE, 证明材料: "其他辅助材料" },
  [
    [
      "both open",
      {},
      "",
      "16→0 (0..16) professional pending",
      "?evidence-incomplete ?j-conversion-by-analogy ?j-evidence-auxiliary",
    ],
    [
      "J-11 zero: J-33 is not asked",
      {},
      "J-11 zero",
      "16→0 (0..0) professional rejected",
      "?evidence-incomplete =j-conversion-by-analogy",
    ],
    [
      "decided both",
      {},
      "J-11 zero, J-33 reject",
      "16→0 professional rejected",
      "!evidence-incomplete =j-conversion-by-analogy =j-evidence-auxiliary",
    ],
    [
      "an error of the year is left aside",
      { 年度: 2019 },
      "",
      "16→0 professional rejected",
      "!year-mismatch ?evidence-incomplete ?j-conversion-by-analogy ?j-evidence-auxiliary",
    ],
    [
      "an error that makes it convert to 0",
      { 半天数: 11 },
      "",
      "0→0 none rejected",
      "!day-count-impossible ?evidence-incomplete",
    ],
  ],
);

table("著作: 参编 and 主编 need no 排名", { ...BOOK, 排名: null }, [
  ["参编 asks nothing", { 角色: "参编" }, "", "30→30 professional credited", ""],
  ["参编, whatever J-15 says", { 角色: "参编" }, "J-15 all-other", "30→30 professional credited", ""],
  ["主编", { 角色: "主编" }, "", "60→60 (30..60) professional pending", "?j-editor-role"],
  ["主编", { 角色: "主编" }, "J-15 all-other", "60→30 professional credited", "=j-editor-role"],
  ["no role: the rank is needed", {}, "", "0→0 none rejected", "!rank-missing"],
  ["another role: the rank is needed", { 角色: "主持" }, "", "0→0 none rejected", "!rank-missing"],
  ["参编 of rank 1", { 角色: "参编", 排名: 1 }, "", "30→30 professional credited", ""],
]);

table("学习笔记等: J-44", { ...MEETING, 证明材料: "会议邀请函、相关证明材料" }, [
  ["open", {}, "", "24→0 (0..24) professional pending", "?evidence-incomplete ?j-evidence-notes-or-like"],
  ["or-like", {}, "J-44 or-like", "24→24 professional credited", "=j-evidence-notes-or-like"],
  [
    "notes-required",
    {},
    "J-44 notes-required",
    "24→0 professional rejected",
    "!evidence-incomplete =j-evidence-notes-or-like",
  ],
  [
    "with notes the set is complete",
    { 证明材料: "会议邀请函、学习笔记、相关证明材料" },
    "",
    "24→24 professional credited",
    "",
  ],
  [
    "with a sealed receipt the other set is",
    { 证明材料: "会议邀请函、回执（盖章）、相关证明材料" },
    "",
    "24→24 professional credited",
    "",
  ],
  [
    "an unsealed receipt changes nothing",
    { 证明材料: "会议邀请函、回执（未盖章）、相关证明材料" },
    "",
    "24→0 (0..24) professional pending",
    "?evidence-incomplete ?j-evidence-notes-or-like",
  ],
  ["no invitation: not asked", { 证明材料: "相关证明材料" }, "", "24→0 professional rejected", "!evidence-incomplete"],
  [
    "beside J-33: both are asked",
    { 证明材料: "会议邀请函、相关证明材料、会议通讯录" },
    "",
    "24→0 (0..24) professional pending",
    "?evidence-incomplete ?j-evidence-auxiliary ?j-evidence-notes-or-like",
  ],
  [
    "J-33 accept silences it",
    { 证明材料: "会议邀请函、相关证明材料、会议通讯录" },
    "J-33 accept",
    "24→24 professional credited",
    "=j-evidence-auxiliary",
  ],
  [
    "J-44 rejected, J-33 open",
    { 证明材料: "会议邀请函、相关证明材料、会议通讯录" },
    "J-44 notes-required",
    "24→0 (0..24) professional pending",
    "=j-evidence-notes-or-like ?evidence-incomplete ?j-evidence-auxiliary",
  ],
  [
    "J-36 is the sealed receipt without it",
    { 证明材料: "会议邀请函、回执（盖章）" },
    "",
    "24→0 (0..24) professional pending",
    "?j-evidence-supporting-required",
  ],
]);
table("J-44 of lectures and visits", LECTURE, [
  [
    "lecture",
    { 证明材料: "讲座通知、相关证明材料" },
    "",
    "4→0 (0..4) professional pending",
    "?evidence-incomplete ?j-evidence-notes-or-like",
  ],
  [
    "visit",
    { ...VISIT, 证明材料: "访问邀请函、相关证明材料" },
    "J-11 by-days",
    "16→0 (0..16) professional pending",
    "=j-conversion-by-analogy ?evidence-incomplete ?j-evidence-notes-or-like",
  ],
]);

table("其他签到形式 stands for 签到表 wherever that is asked", TRAINING, [
  [
    "in a set of annex 4",
    { 证明材料: "其他签到形式、结业证书" },
    "",
    "16→16 professional credited",
    "=evidence-substitute-used",
  ],
  [
    "that needs it",
    { 证明材料: "培训通知、培训课程表、其他签到形式" },
    "",
    "16→16 professional credited",
    "=evidence-substitute-used",
  ],
  [
    "in the looser set of J-35",
    { 证明材料: "培训通知、其他签到形式" },
    "",
    "16→0 (0..16) professional pending",
    "=evidence-substitute-used ?evidence-incomplete ?j-evidence-body-vs-annex4",
  ],
  [
    "accepted",
    { 证明材料: "培训通知、其他签到形式" },
    "J-35 body",
    "16→16 professional credited",
    "=evidence-substitute-used =j-evidence-body-vs-annex4",
  ],
  [
    "not accepted",
    { 证明材料: "培训通知、其他签到形式" },
    "J-35 annex4",
    "16→0 professional rejected",
    "!evidence-incomplete =evidence-substitute-used =j-evidence-body-vs-annex4",
  ],
  [
    "a 结业证书 alone meets J-35 without it",
    { 证明材料: "结业证书" },
    "",
    "16→0 (0..16) professional pending",
    "?evidence-incomplete ?j-evidence-body-vs-annex4",
  ],
  ["alone it meets nothing", { 证明材料: "其他签到形式" }, "", "16→0 professional rejected", "!evidence-incomplete"],
]);

table("labels of other forms only are ignored, and said", PROJECT, [
  ["专利证书 of a project", { 证明材料: "结题证明、专利证书" }, "", "40→40 professional credited", "~value-unknown"],
  ["alone", { 证明材料: "专利证书" }, "", "40→0 professional rejected", "!evidence-incomplete ~value-unknown"],
  [
    "excluded forms are not checked for this",
    { ...EXCLUDED, 证明材料: "专利证书" },
    "J-04 exclude",
    "0→0 none rejected",
    "=j-excluded-by-analogy",
  ],
]);

table("always asked: days, hours and exclusion", TRAINING, [
  ["J-05 without days", { 半天数: null }, "", "0→0 (0..0) none pending", "?j-days-missing"],
  ["decided", { 半天数: null }, "J-05 by-days", "0→0 none rejected", "=j-days-missing"],
  [
    "J-12 without hours",
    { ...ONLINE, 证书学时: null },
    "J-12 zero",
    "0→0 none rejected",
    "=j-online-hours-unspecified",
  ],
  [
    "0 certified hours count as none",
    { ...ONLINE, 证书学时: 0 },
    "",
    "0→0 (0..0) none pending",
    "?j-online-hours-unspecified",
  ],
  ["J-04", EXCLUDED, "", "0→0 (0..0) none pending", "?j-excluded-by-analogy"],
  [
    "J-32 of a diploma alone: 60 can raise it",
    { ...DOCTORAL, 证书学时: null, 证明材料: "博士毕业证" },
    "",
    "0→0 (0..60) none pending",
    "?j-doctoral-hours-unspecified",
  ],
]);

table("without a 备案号: J-43", { ...ONLINE, 备案号: null }, [
  ["an unfinished course is not asked it", { 完成进度: 60 }, "", "0→0 (0..30) none pending", "?j-online-incomplete"],
  [
    "unless J-12 is decided stated-hours",
    { 完成进度: 60 },
    "J-12 stated-hours",
    "0→0 (0..30) none pending",
    "=j-online-incomplete ?j-online-unfiled",
  ],
  [
    "beside an error of another kind: rejected, the code stands",
    { 年度: 2019 },
    "",
    "30→0 professional rejected",
    "!year-mismatch ?j-online-unfiled",
  ],
  ["decided reject", {}, "J-43 reject", "30→0 professional rejected", "!training-not-filed =j-online-unfiled"],
  ["decided accept", {}, "J-43 accept", "30→30 professional credited", "=j-online-unfiled"],
  ["/ is blank", { 备案号: "/" }, "", "30→0 (0..30) professional pending", "?j-online-unfiled"],
]);

groups("J-14: every row of the group carries the code, made of the figures in force", [
  [
    "a project of 0 hours is no member",
    [PROJECT, { ...PROJECT, 名称: "县课题", 级别: "县级" }],
    "",
    [
      ["40→40 (40..40) professional credited", ""],
      ["0→0 (0..10) none pending", "?j-project-level-unlisted"],
    ],
  ],
  [
    "J-13 decided other-rank: it is",
    [PROJECT, { ...PROJECT, 名称: "县课题", 级别: "县级" }],
    "J-13 other-rank",
    [
      ["40→40 (40..40) professional pending", "?j-multiple-projects-same-year"],
      ["0→10 (0..10) professional pending", "=j-project-level-unlisted ?j-multiple-projects-same-year"],
    ],
  ],
  [
    "J-14 highest: the loser names it",
    [PROJECT, { ...PROJECT, 名称: "课题二", 排名: 5 }],
    "J-14 highest",
    [
      ["40→40 professional credited", "=j-multiple-projects-same-year"],
      ["10→0 professional rejected", "=j-multiple-projects-same-year"],
    ],
  ],
]);

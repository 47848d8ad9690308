/** Sentences of the workbook contract's "Exact meanings", each as an outsider would try it: one record, one cell changed. */
import {
  AID,
  AWARD,
  BOOK,
  EXAM,
  EXCLUDED,
  LECTURE,
  MEETING,
  ONLINE,
  PAPER,
  PATENT,
  PROJECT,
  TRAINING,
  serial,
  table,
} from "../review/exact/support";

const FULL = "16→16 professional credited";
const NOTHING = "0→0 none rejected";
const dates = (from: string, to: string | null): { 开始日期: number; 结束日期: number | null } => ({
  开始日期: serial(from),
  结束日期: to === null ? null : serial(to),
});

table("Numbers of 面授培训 (Days, Units, Numbers that no year can hold)", TRAINING, [
  ["a unit with a space", { 半天数: "4 个半天" }, "", FULL, ""],
  ["full-width digits", { 半天数: "４" }, "", FULL, ""],
  ["a text number with a decimal point", { 半天数: "4.0" }, "", FULL, ""],
  ["half of a half-day", { 半天数: 4.5 }, "", NOTHING, "!invalid-number"],
  ["a negative evening", { 晚上数: -1 }, "", NOTHING, "!invalid-number"],
  ["733 half-days are no number of a year, and nothing else", { 半天数: 733 }, "", NOTHING, "!invalid-number"],
  ["another unit", { 半天数: "3天" }, "", NOTHING, "!value-unknown"],
  ["eleven half-days in five days", { 半天数: 11 }, "", NOTHING, "!day-count-impossible"],
  ["six evenings in five days", { 晚上数: 6 }, "", NOTHING, "!day-count-impossible"],
  ["one date stands for both", { ...dates("2017-03-06", null), 半天数: 2 }, "", "8→8 professional credited", ""],
  ["one date, three half-days", { ...dates("2017-03-06", null), 半天数: 3 }, "", NOTHING, "!day-count-impossible"],
  ["neither above 0", { 半天数: 0 }, "", NOTHING, "!no-training-days"],
  ["both blank, certificate of 20", { 半天数: null, 证书学时: 20 }, "", "0→0 (0..20) none pending", "?j-days-missing"],
  ["证书学时 beyond 2,000 that only a question compares", { 证书学时: 2001 }, "", FULL, "~invalid-number"],
  ["申报学时 beyond 2,000", { 申报学时: 2001 }, "", FULL, "~invalid-number"],
  ["申报学时 of another amount", { 申报学时: 24 }, "", FULL, "~hours-claim-mismatch"],
  ["申报学时 0 is given", { 申报学时: 0 }, "", FULL, "~hours-claim-mismatch"],
  ["申报学时 with its unit", { 申报学时: "16学时" }, "", FULL, ""],
  ["申报学时 with another unit", { 申报学时: "16小时" }, "", FULL, "~value-unknown"],
  ["neither date", { 开始日期: null, 结束日期: null }, "", FULL, "~dates-missing"],
  ["a date that there is not", { 结束日期: "2017.2.30" }, "", NOTHING, "!value-unknown"],
]);

table("Year (a claim against dates)", TRAINING, [
  ["the year of the start", dates("2017-12-30", "2018-01-02"), "", FULL, ""],
  ["the year of the end", { ...dates("2017-12-30", "2018-01-02"), 年度: 2018 }, "", FULL, ""],
  ["later", { 年度: 2018 }, "", "16→0 professional rejected", "!year-mismatch"],
  ["earlier, before 2019", { 年度: 2016 }, "", "16→16 (0..16) professional pending", "?j-makeup-scope"],
  ["earlier, in 2019", dates("2019-03-06", "2019-03-10"), "", "16→0 professional rejected", "!makeup-not-accepted"],
  [
    "earlier, ending in 2019: by the year of 结束日期",
    dates("2018-12-30", "2019-01-02"),
    "",
    "16→0 professional rejected",
    "!makeup-not-accepted",
  ],
  ["an Excel date is its year", { 年度: serial("2017-01-01") }, "", FULL, ""],
  ["a word", { 年度: "去年" }, "", NOTHING, "!value-unknown"],
  ["blank 名称", { 名称: null }, "", NOTHING, "!field-missing"],
  ["an error value in 名称", { 名称: "#N/A" }, "", NOTHING, "!value-unknown"],
  ["an unknown form", { 学习形式: "面授" }, "", NOTHING, "!value-unknown"],
]);

table("Stamp, seal and evidence", TRAINING, [
  ["blank 初审盖章", { 初审盖章: null }, "", FULL, "~registration-not-stamped"],
  ["√", { 初审盖章: "√" }, "", FULL, ""],
  ["×", { 初审盖章: "×" }, "", FULL, "~registration-not-stamped"],
  ["a word is value-unknown, and nothing else", { 初审盖章: "盖过" }, "", FULL, "~value-unknown"],
  ["sealed: neither is asked for", { 已验印: "是", 初审盖章: null, 证明材料: null }, "", FULL, ""],
  ["no evidence", { 证明材料: null }, "", "16→0 professional rejected", "!evidence-incomplete"],
  ["a label of another form", { 证明材料: "培训通知、结业证书、课程购买记录" }, "", FULL, "~value-unknown"],
  [
    "an error value is one unknown label",
    { 证明材料: "#REF!" },
    "",
    "16→0 professional rejected",
    "!evidence-incomplete ~value-unknown",
  ],
  ["a substitute", { 证明材料: "培训通知、培训课程表、其他签到形式" }, "", FULL, "=evidence-substitute-used"],
  ["separators of every kind", { 证明材料: "培训通知／培训课程表＋培训签到表" }, "", FULL, ""],
  ["公需 without a filing", { 科目: "公需科目", 备案号: null }, "", "16→0 public rejected", "!training-not-filed"],
  ["blank 科目", { 科目: null }, "", "16→0 either rejected", "!subject-missing"],
  ["unknown 科目", { 科目: "选修" }, "", "16→0 either rejected", "!subject-missing !value-unknown"],
]);

const online = "30→30 professional credited";
table("Online", ONLINE, [
  ["完成进度 1 is 100 per cent", { 完成进度: 1 }, "", online, ""],
  ["full-width per cent", { 完成进度: "100％" }, "", online, ""],
  ["blank 完成进度 is below 100", { 完成进度: null }, "", "0→0 (0..30) none pending", "?j-online-incomplete"],
  ["99.5", { 完成进度: 99.5 }, "", "0→0 (0..30) none pending", "?j-online-incomplete"],
  ["a word, without a 结业证书", { 完成进度: "六成" }, "", NOTHING, "!value-unknown"],
  ["a word, with one", { 完成进度: "六成", 证明材料: "课程时长、结业证书" }, "", online, "~value-unknown"],
  ["证书学时 0 counts as none", { 证书学时: 0 }, "", "0→0 (0..0) none pending", "?j-online-hours-unspecified"],
  ["证书学时 below 0", { 证书学时: -5 }, "", NOTHING, "!invalid-number"],
  ["another unit", { 证书学时: "24小时" }, "", NOTHING, "!value-unknown"],
  ...["无", "/", "-", null].map(
    (filing) =>
      [
        `备案号 ${String(filing)}`,
        { 备案号: filing },
        "",
        "30→0 (0..30) professional pending",
        "?j-online-unfiled",
      ] as const,
  ),
  ["a filing that there is not", { 备案号: "BA-X" }, "", "30→0 professional rejected", "!training-not-filed"],
  [
    "备案号 that can't be read",
    { 备案号: "#N/A" },
    "",
    "30→0 professional rejected",
    "!training-not-filed ~value-unknown",
  ],
  [
    "unfiled, decided",
    { 备案号: null },
    "J-43 reject",
    "30→0 professional rejected",
    "=j-online-unfiled !training-not-filed",
  ],
  ["unfiled, accepted", { 备案号: null }, "J-43 accept", online, "=j-online-unfiled"],
  [
    "unfiled and without evidence",
    { 备案号: null, 证明材料: null },
    "",
    "30→0 (0..0) professional rejected",
    "?j-online-unfiled !evidence-incomplete",
  ],
]);

table("Meetings and lectures", MEETING, [
  ["会议天数 beyond the dates", { 会议天数: 6 }, "", NOTHING, "!day-count-impossible"],
  ["不计天数 above 会议天数", { 不计天数: 6 }, "", NOTHING, "!day-count-impossible"],
  ["none countable", { 不计天数: 5 }, "", NOTHING, "!meeting-no-countable-day"],
  ["half-days above the countable days", { 半天数: 4 }, "", NOTHING, "!day-count-impossible"],
  ["a certificate that differs", { 证书学时: 30 }, "", "24→24 (24..30) professional pending", "?j-stated-hours-differ"],
  ["blank 会议天数", { 会议天数: null }, "", NOTHING, "!field-missing"],
  ["不计天数 数天", { 不计天数: "数天" }, "", NOTHING, "!value-unknown"],
  ["units of its own", { 会议天数: "5天", 不计天数: "2日" }, "", "24→24 professional credited", ""],
  [
    "an invitation with other material",
    { 证明材料: "会议邀请函、相关证明材料" },
    "",
    "24→0 (0..24) professional pending",
    "?j-evidence-notes-or-like ?evidence-incomplete",
  ],
  [
    "a sealed receipt without further proof",
    { 证明材料: "会议邀请函、回执（盖章）" },
    "",
    "24→0 (0..24) professional pending",
    "?j-evidence-supporting-required",
  ],
]);
table("Lectures", LECTURE, [["an evening only", { 半天数: null, 晚上数: 1 }, "", "2→2 professional credited", ""]]);

table("Projects (Dates to the month or year, ranks)", PROJECT, [
  ["a year alone", { 完成日期: "2017年" }, "", "40→40 professional credited", ""],
  ["a year as a number", { 完成日期: 2017 }, "", "40→40 professional credited", ""],
  ["a month", { 完成日期: "2017年6月" }, "", "40→40 professional credited", ""],
  ["a month with a point", { 完成日期: "2017.6" }, "", "40→40 professional credited", ""],
  ["a month as a number", { 完成日期: 2017.6 }, "", "40→40 professional credited", ""],
  ["2017.1 may be October", { 完成日期: 2017.1 }, "", NOTHING, "!value-unknown"],
  ["a thirteenth month", { 完成日期: "2017-13" }, "", NOTHING, "!value-unknown"],
  ["未结题", { 完成日期: "未结题" }, "", NOTHING, "!value-unknown"],
  ["blank 完成日期", { 完成日期: null }, "", NOTHING, "!project-not-concluded"],
  ["another year", { 年度: 2016 }, "", "40→0 professional rejected", "!year-mismatch"],
  ["blank 级别", { 级别: null }, "", NOTHING, "!field-missing"],
  ["unknown 级别", { 级别: "乡级" }, "", NOTHING, "!value-unknown"],
  ["blank 排名 of a listed level", { 排名: null }, "", NOTHING, "!rank-missing"],
  [
    "blank 排名 of a level that is not listed",
    { 级别: "校院级", 排名: null },
    "",
    "0→0 (0..10) none pending",
    "?j-project-level-unlisted",
  ],
  ...["第2", "第二", "第2名", "2/5"].map(
    (rank) => [rank, { 排名: rank }, "", "40→40 professional credited", ""] as const,
  ),
  ["前三", { 排名: "前三" }, "", NOTHING, "!value-unknown"],
  ["0", { 排名: 0 }, "", NOTHING, "!rank-invalid"],
  ["1.5", { 排名: 1.5 }, "", NOTHING, "!rank-invalid"],
  ["1001", { 排名: 1001 }, "", NOTHING, "!rank-invalid"],
  ["公需科目", { 科目: "公需科目" }, "", "40→40 professional credited", "~subject-not-allowed"],
  ["an unknown 科目", { 科目: "选修" }, "", "40→40 professional credited", "~value-unknown"],
  ["an unknown 角色", { 角色: "一作" }, "", "40→40 professional credited", "~value-unknown"],
]);

table("Books", BOOK, [
  ["参编 needs no 排名", { 角色: "参编", 排名: null }, "", "30→30 professional credited", ""],
  ["主编 needs none either", { 角色: "主编", 排名: null }, "", "60→60 (30..60) professional pending", "?j-editor-role"],
  ["no role, no 排名", { 排名: null }, "", NOTHING, "!rank-missing"],
  ["not published", { 完成日期: null }, "", NOTHING, "!book-not-published"],
  ["待刊", { 完成日期: "待刊" }, "", NOTHING, "!value-unknown"],
]);

table("Papers", PAPER, [
  [
    "a known index beside an unknown one",
    { 收录类别: "CSSCI、ESI" },
    "",
    "30→30 professional credited",
    "~value-unknown",
  ],
  ["only an unknown one", { 收录类别: "ESI" }, "", NOTHING, "!value-unknown"],
  ["blank", { 收录类别: null }, "", NOTHING, "!field-missing"],
  ["A&HCI in full-width", { 收录类别: "Ａ＆ＨＣＩ" }, "", "60→60 professional credited", ""],
  ["small letters", { 收录类别: "sci" }, "", "60→60 professional credited", ""],
  ["国际顶级, second: 5 either way", { 收录类别: "国际顶级", 排名: 2 }, "", "5→5 professional credited", ""],
  [
    "国外未收录, second",
    { 收录类别: "国外未收录", 排名: 2 },
    "",
    "0→0 (0..5) none pending",
    "?j-paper-foreign-unlisted",
  ],
  ["内部准印", { 收录类别: "内部准印" }, "", NOTHING, "!paper-journal-not-eligible"],
]);

table("Patents", PATENT, [
  [
    "the employer's, fourth: both questions stand",
    { 权利人: "单位", 排名: 4 },
    "",
    "0→0 (0..10) none pending",
    "?j-patent-rank-unspecified ?j-patent-patentee-inventor",
  ],
  [
    "软件著作权 needs neither",
    { 成果类型: "软件著作权", 批准单位: null, 完成日期: null, 排名: null },
    "",
    "0→0 (0..10) none pending",
    "?j-achievement-type-unlisted",
  ],
  ["blank 批准单位", { 批准单位: null }, "", NOTHING, "!field-missing"],
]);

table("Awards", AWARD, [
  ["blank 完成日期", { 完成日期: null }, "", NOTHING, "!field-missing"],
  ["blank 级别", { 级别: null }, "", NOTHING, "!field-missing"],
]);

table("Computer exams", EXAM, [
  ["units of its own", { 合格模块数: "3个模块" }, "", "30→30 professional credited", ""],
  ["51 modules", { 合格模块数: 51 }, "", NOTHING, "!invalid-number"],
  ["blank", { 合格模块数: null }, "", NOTHING, "!field-missing"],
  ["blank 完成日期", { 完成日期: null }, "", NOTHING, "!field-missing"],
  ["another organiser", { 批准单位: "教育部门" }, "", NOTHING, "!computer-exam-wrong-organizer"],
]);

table("三援", AID, [
  ["优秀", { 考核结果: "优秀" }, "", "60→60 professional credited", ""],
  ["称职", { 考核结果: "称职" }, "", "60→60 professional credited", ""],
  ["基本合格", { 考核结果: "基本合格" }, "", NOTHING, "!aid-not-assessed"],
  ["不称职", { 考核结果: "不称职" }, "", NOTHING, "!aid-not-assessed"],
  ["待定", { 考核结果: "待定" }, "", NOTHING, "!value-unknown"],
  ["blank", { 考核结果: null }, "", NOTHING, "!field-missing"],
  ["a month", { 开始日期: "2017年1月" }, "", NOTHING, "!value-unknown"],
  ["no dates", { 开始日期: null, 结束日期: null }, "", NOTHING, "!field-missing"],
  ["one date stands for both", { 结束日期: null }, "", NOTHING, "!aid-too-short"],
]);

table("Excluded forms", EXCLUDED, [
  ["by the notice", { 学习形式: "本科学历教育" }, "", NOTHING, "!excluded-activity"],
  ["by analogy", { 申报学时: 40 }, "", "0→0 (0..40) none pending", "?j-excluded-by-analogy"],
  ["by analogy, nothing claimed", {}, "", "0→0 (0..0) none pending", "?j-excluded-by-analogy"],
  [
    "labels are not checked",
    { 学习形式: "学法考试", 证明材料: "结业证书、成绩单、别的" },
    "",
    NOTHING,
    "!excluded-activity",
  ],
]);

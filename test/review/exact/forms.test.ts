/** Conversion, form by form (附件5), with blanks, unknown words and impossible numbers. Derived from the notice and the workbook contract. */
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
  groups,
  serial,
  table,
} from "./support";

table(
  "面授培训 (附件5第1条: 半天 4, 晚上 2)",
  TRAINING,
  // A case a line
  // prettier-ignore
  [
  ["a half-day", { 半天数: 1 }, "", "4→4 professional credited", ""],
  ["three days and two evenings", { 半天数: 6, 晚上数: 2 }, "", "28→28 professional credited", ""],
  ["evenings only: 半天数 blank is none", { 半天数: null, 晚上数: 2 }, "", "4→4 professional credited", ""],
  ["as many as the dates allow: 10 half-days and 5 evenings in 5 days", { 半天数: 10, 晚上数: 5 }, "", "50→50 professional credited", ""],
  ["one half-day more than the dates allow", { 半天数: 11 }, "", "0→0 none rejected", "!day-count-impossible"],
  ["one evening more than the dates allow", { 晚上数: 6 }, "", "0→0 none rejected", "!day-count-impossible"],
  ["without dates nothing bounds the half-days", { 半天数: 90, 开始日期: null, 结束日期: null }, "", "360→360 professional credited", "~dates-missing"],
  ["one and a half half-days", { 半天数: 1.5 }, "", "0→0 none rejected", "!invalid-number"],
  ["half an evening", { 晚上数: 0.5 }, "", "0→0 none rejected", "!invalid-number"],
  ["negative half-days", { 半天数: -2 }, "", "0→0 none rejected", "!invalid-number"],
  ["both blank, no certificate: a question, though no option gives hours", { 半天数: null }, "", "0→0 (0..0) none pending", "?j-days-missing"],
  ["both blank, certificate of 20", { 半天数: null, 证书学时: 20 }, "", "0→0 (0..20) none pending", "?j-days-missing"],
  ["dates alone are never turned into half-days", { 半天数: null, 开始日期: serial("2017-03-06"), 结束日期: serial("2017-03-06") }, "", "0→0 none pending", "?j-days-missing"],
  ["a number typed as text, full width", { 半天数: "４" }, "", "16→16 professional credited", ""],
  ["a word: nothing else is said of that cell", { 半天数: "四个" }, "", "0→0 none rejected", "!value-unknown"],
  ["the certificate says the same", { 证书学时: 16 }, "", "16→16 professional credited", ""],
  ["the certificate differs", { 证书学时: 24 }, "", "16→16 (16..24) professional pending", "?j-stated-hours-differ"],
  ["an impossible row is not asked about its certificate", { 半天数: 11, 证书学时: 24 }, "", "0→0 none rejected", "!day-count-impossible"],
  ["claimed otherwise: a warning, converted hours count", { 申报学时: 20 }, "", "16→16 professional credited", "~hours-claim-mismatch"],
  ["claimed the same", { 申报学时: 16 }, "", "16→16 professional credited", ""],
  ["a claim beside converted hours of 0 is not compared", { 半天数: 11, 申报学时: 20 }, "", "0→0 none rejected", "!day-count-impossible"],
  ["public, filed", { 科目: "公需科目", 备案号: "BA-F" }, "", "16→16 public credited", ""],
  ["no subject: converted, not credited", { 科目: null }, "", "16→0 either rejected", "!subject-missing"],
  ["an unknown subject", { 科目: "选修" }, "", "16→0 either rejected", "!subject-missing !value-unknown"],
  ["no subject and no hours", { 科目: null, 半天数: 11 }, "", "0→0 none rejected", "!subject-missing !day-count-impossible"],
  ["no stamp: a warning", { 初审盖章: "否" }, "", "16→16 professional credited", "~registration-not-stamped"],
  ["blank stamp: the same", { 初审盖章: null }, "", "16→16 professional credited", "~registration-not-stamped"],
],
);

table(
  "学术讲座 (附件5第1条)",
  LECTURE,
  // A case a line
  // prettier-ignore
  [
  ["half a day", {}, "", "4→4 professional credited", ""],
  ["an evening", { 半天数: null, 晚上数: 1 }, "", "2→2 professional credited", ""],
  ["certificate differs", { 证书学时: 8 }, "", "4→4 (4..8) professional pending", "?j-stated-hours-differ"],
  ["no days", { 半天数: null }, "", "0→0 none pending", "?j-days-missing"],
  ["more than the dates hold", { 半天数: 3, 结束日期: serial("2017-03-06") }, "", "0→0 none rejected", "!day-count-impossible"],
  ["claimed as public: professional all the same", { 科目: "公需科目" }, "", "4→4 professional credited", "~subject-not-allowed"],
  ["blank subject is not asked of it", { 科目: null }, "", "4→4 professional credited", ""],
  ["an unknown subject is a warning here", { 科目: "选修" }, "", "4→4 professional credited", "~value-unknown"],
],
);

for (const [name, base] of [
  ["实践活动", PRACTICE],
  ["学术访问", VISIT],
  ["海外研修", OVERSEAS],
] as const) {
  table(
    `${name} (J-11: no conversion clause, 附件5第1条 by analogy)`,
    base,
    // A case a line
    // prettier-ignore
    [
    ["four half-days", {}, "", "16→16 (0..16) professional pending", "?j-conversion-by-analogy"],
    ["four half-days and an evening", { 晚上数: 1 }, "", "18→18 (0..18) professional pending", "?j-conversion-by-analogy"],
    ["no days", { 半天数: null }, "", "0→0 (0..0) none pending", "?j-days-missing"],
    ["more than the dates hold: no question is asked", { 半天数: 11 }, "", "0→0 none rejected", "!day-count-impossible"],
    ["negative", { 半天数: -1 }, "", "0→0 none rejected", "!invalid-number"],
    ["claimed as public", { 科目: "公需科目" }, "J-11 by-days", "16→16 professional credited", "=j-conversion-by-analogy ~subject-not-allowed"],
    ["no half-day at all", { 半天数: 0 }, "", "0→0 none rejected", "!no-training-days"],
  ],
  );
}

table(
  "学术会议 (附件5第2条: 8 a day, 报到、离会、未开展培训的 not counted)",
  MEETING,
  // A case a line
  // prettier-ignore
  [
  ["five days, two not counted", {}, "", "24→24 professional credited", ""],
  ["all days count", { 会议天数: 3, 不计天数: null }, "", "24→24 professional credited", ""],
  ["arrival and departure only", { 会议天数: 2 }, "", "0→0 none rejected", "!meeting-no-countable-day"],
  ["more days left out than held", { 会议天数: 2, 不计天数: 3 }, "", "0→0 none rejected", "!day-count-impossible"],
  ["more half-day sessions than countable days", { 半天数: 4 }, "", "0→0 none rejected", "!day-count-impossible"],
  ["a half-day session and no countable day: both checks", { 会议天数: 2, 半天数: 1 }, "", "0→0 none rejected", "!meeting-no-countable-day !day-count-impossible"],
  ["会议天数 blank", { 会议天数: null }, "", "0→0 none rejected", "!field-missing"],
  ["会议天数 a word", { 会议天数: "五" }, "", "0→0 none rejected", "!value-unknown"],
  ["half a day of meeting", { 会议天数: 2.5 }, "", "0→0 none rejected", "!invalid-number"],
  ["negative days left out", { 不计天数: -1 }, "", "0→0 none rejected", "!invalid-number"],
  ["one day with nothing left out (J-08)", { 会议天数: 1, 不计天数: 0 }, "", "8→8 (0..8) professional pending", "?j-one-day-meeting"],
  ["one countable day of three is no one-day meeting", { 会议天数: 3 }, "", "8→8 professional credited", ""],
  ["a half-day session (J-09)", { 半天数: 1 }, "", "20→20 (16..24) professional pending", "?j-half-day-meeting"],
  ["two evenings (J-10)", { 晚上数: 2 }, "", "24→24 (24..28) professional pending", "?j-meeting-evening"],
  ["certificate of 30 (J-05)", { 证书学时: 30 }, "", "24→24 (24..30) professional pending", "?j-stated-hours-differ"],
  ["certificate of 24", { 证书学时: 24 }, "", "24→24 professional credited", ""],
  ["claimed as public", { 科目: "公需科目" }, "", "24→24 professional credited", "~subject-not-allowed"],
],
);

table(
  "网络培训 (证书学时 of a filed platform are the hours)",
  ONLINE,
  // A case a line
  // prettier-ignore
  [
  ["30", {}, "", "30→30 professional credited", ""],
  ["15.5", { 证书学时: 15.5 }, "", "15.5→15.5 professional credited", ""],
  ["public", { 科目: "公需科目" }, "", "30→30 public credited", ""],
  ["days are no hours of an online course", { 半天数: 4, 证书学时: null }, "", "0→0 (0..0) none pending", "?j-online-hours-unspecified"],
  ["none certified", { 证书学时: null }, "", "0→0 (0..0) none pending", "?j-online-hours-unspecified"],
  ["not finished, no certificate", { 完成进度: 60 }, "", "0→0 (0..30) none pending", "?j-online-incomplete"],
  ["progress blank is below 100", { 完成进度: null }, "", "0→0 (0..30) none pending", "?j-online-incomplete"],
  ["not finished, but a certificate", { 完成进度: 60, 证明材料: "课程内容、结业证书" }, "", "30→30 professional credited", ""],
  ["100 % as Excel keeps it", { 完成进度: 1 }, "", "30→30 professional credited", ""],
  ["not finished and nothing certified: the option changes nothing", { 完成进度: 60, 证书学时: null }, "", "0→0 none pending", "?j-online-hours-unspecified"],
  ["no subject", { 科目: null }, "", "30→0 either rejected", "!subject-missing"],
],
);

table(
  "课题项目 (附件5第3条)",
  PROJECT,
  // A case a line
  // prettier-ignore
  [
  ["national, fifth", { 级别: "国家级", 排名: 5 }, "", "60→60 professional credited", ""],
  ["national, sixth", { 级别: "国家级", 排名: 6 }, "", "10→10 professional credited", ""],
  ["provincial, third", { 级别: "省级", 排名: 3 }, "", "60→60 professional credited", ""],
  ["provincial, fourth", { 级别: "省级", 排名: 4 }, "", "10→10 professional credited", ""],
  ["ministerial, third", { 级别: "部级", 排名: 3 }, "", "60→60 professional credited", ""],
  ["municipal, third", { 排名: 3 }, "", "40→40 professional credited", ""],
  ["municipal, fourth", { 排名: 4 }, "", "10→10 professional credited", ""],
  ["bureau, first", { 级别: "厅局级" }, "", "40→40 professional credited", ""],
  ["bureau, ninth", { 级别: "厅局级", 排名: 9 }, "", "10→10 professional credited", ""],
  ["county (J-13)", { 级别: "县级" }, "", "0→0 (0..10) none pending", "?j-project-level-unlisted"],
  ["institutional, no rank: no listed tier needs one", { 级别: "校院级", 排名: null }, "", "0→0 (0..10) none pending", "?j-project-level-unlisted"],
  ["commissioned", { 级别: "横向" }, "", "0→0 (0..10) none pending", "?j-project-level-unlisted"],
  ["not concluded", { 完成日期: null }, "", "0→0 none rejected", "!project-not-concluded"],
  ["not concluded, no level, both are said", { 完成日期: null, 级别: null }, "", "0→0 none rejected", "!project-not-concluded !field-missing"],
  ["no level", { 级别: null }, "", "0→0 none rejected", "!field-missing"],
  ["an unknown level", { 级别: "省极" }, "", "0→0 none rejected", "!value-unknown"],
  ["no rank", { 排名: null }, "", "0→0 none rejected", "!rank-missing"],
  ["rank 0", { 排名: 0 }, "", "0→0 none rejected", "!rank-invalid"],
  ["rank 1.5", { 排名: 1.5 }, "", "0→0 none rejected", "!rank-invalid"],
  ["rank a word", { 排名: "前一" }, "", "0→0 none rejected", "!value-unknown"],
  ["a rank that is not needed may be a word", { 级别: "县级", 排名: "前一" }, "J-13 other-rank", "0→10 professional credited", "=j-project-level-unlisted ~value-unknown"],
  ["claimed as public", { 科目: "公需科目" }, "", "40→40 professional credited", "~subject-not-allowed"],
  ["no days are asked of it", { 半天数: -3 }, "", "40→40 professional credited", ""],
],
);

table("著作 (附件5第4条(1))", BOOK, [
  ["first author", {}, "", "60→60 professional credited", ""],
  ["eighth author", { 排名: 8 }, "", "30→30 professional credited", ""],
  ["translation, third", { 成果类型: "译作", 排名: 3 }, "", "30→30 professional credited", ""],
  ["no kind: 著作 and 译作 are worth the same", { 成果类型: null }, "", "60→60 professional credited", ""],
  ["not published", { 完成日期: null }, "", "0→0 none rejected", "!book-not-published"],
  ["no rank", { 排名: null }, "", "0→0 none rejected", "!rank-missing"],
  ["rank 0", { 排名: 0 }, "", "0→0 none rejected", "!rank-invalid"],
  ["主编, second (J-15)", { 角色: "主编", 排名: 2 }, "", "60→60 (30..60) professional pending", "?j-editor-role"],
  ["参编: 30 either way, so nothing is asked", { 角色: "参编", 排名: 2 }, "", "30→30 professional credited", ""],
]);

table(
  "论文 (附件5第4条(2))",
  PAPER,
  // A case a line
  // prettier-ignore
  [
  ["EI", { 收录类别: "EI" }, "", "60→60 professional credited", ""],
  ["A&HCI is one value", { 收录类别: "A&HCI" }, "", "60→60 professional credited", ""],
  ["CPCI, second author", { 收录类别: "CPCI", 排名: 2 }, "", "5→5 professional credited", ""],
  ["CSCD", { 收录类别: "CSCD" }, "", "30→30 professional credited", ""],
  ["北大核心, third", { 收录类别: "北大核心", 排名: 3 }, "", "5→5 professional credited", ""],
  ["国内公开", { 收录类别: "国内公开" }, "", "10→10 professional credited", ""],
  ["国际顶级 (J-16)", { 收录类别: "国际顶级" }, "", "60→60 (10..60) professional pending", "?j-intl-top-journal"],
  ["其他中文核心 (J-17)", { 收录类别: "其他中文核心" }, "", "30→30 (10..30) professional pending", "?j-other-core-journal"],
  ["国外未收录 (J-18)", { 收录类别: "国外未收录" }, "", "0→0 (0..10) none pending", "?j-paper-foreign-unlisted"],
  ["国外未收录, second author", { 收录类别: "国外未收录", 排名: 2 }, "", "0→0 (0..5) none pending", "?j-paper-foreign-unlisted"],
  ["内部准印", { 收录类别: "内部准印" }, "", "0→0 none rejected", "!paper-journal-not-eligible"],
  ["省级以下", { 收录类别: "省级以下" }, "", "0→0 none rejected", "!paper-journal-not-eligible"],
  ["the best of several", { 收录类别: "国内公开/北大核心，SCI" }, "", "60→60 professional credited", ""],
  ["an open tier beside a better one changes nothing", { 收录类别: "SCI、国际顶级" }, "", "60→60 professional credited", ""],
  ["an open tier beside a lower one", { 收录类别: "CSSCI、国际顶级" }, "", "60→60 (30..60) professional pending", "?j-intl-top-journal"],
  ["an ineligible journal beside an eligible one", { 收录类别: "省级以下+国内公开" }, "", "10→10 professional credited", ""],
  ["not published", { 完成日期: null }, "", "0→0 none rejected", "!paper-not-published"],
  ["no index", { 收录类别: null }, "", "0→0 none rejected", "!field-missing"],
  ["an unknown index", { 收录类别: "ESI" }, "", "0→0 none rejected", "!value-unknown"],
  ["a known index beside an unknown one", { 收录类别: "ESI、CSCD" }, "", "30→30 professional credited", "~value-unknown"],
  ["no rank", { 排名: null }, "", "0→0 none rejected", "!rank-missing"],
  ["通讯作者 who is first: no question", { 角色: "通讯作者" }, "", "30→30 professional credited", ""],
  ["通讯作者, third (J-19)", { 角色: "通讯作者", 排名: 3 }, "", "5→5 (5..30) professional pending", "?j-corresponding-author"],
  ["共同第一作者, second (J-19)", { 角色: "共同第一作者", 排名: 2, 收录类别: "SCI" }, "", "5→5 (5..60) professional pending", "?j-co-first-author"],
  ["an unknown role is a warning: no conversion needs it", { 角色: "一作" }, "", "30→30 professional credited", "~value-unknown"],
  ["an acceptance letter is no publication", { 完成日期: null, 证明材料: "录用通知" }, "", "0→0 none rejected", "!paper-not-published !evidence-incomplete"],
],
);

table(
  "专利 (附件5第5条)",
  PATENT,
  // A case a line
  // prettier-ignore
  [
  ["invention, third", { 排名: 3 }, "", "60→60 professional credited", ""],
  ["utility model, third", { 成果类型: "实用新型专利", 排名: 3 }, "", "30→30 professional credited", ""],
  ["design, first", { 成果类型: "外观设计专利" }, "", "30→30 professional credited", ""],
  ["fourth (J-21)", { 排名: 4 }, "", "0→0 (0..10) none pending", "?j-patent-rank-unspecified"],
  ["the employer's (J-22)", { 权利人: "单位" }, "", "60→60 (0..60) professional pending", "?j-patent-patentee-inventor"],
  ["权利人 blank: no question", { 权利人: null }, "", "60→60 professional credited", ""],
  ["not granted", { 完成日期: null }, "", "0→0 none rejected", "!patent-not-granted"],
  ["a foreign office", { 批准单位: "国外" }, "", "0→0 none rejected", "!patent-not-cnipa"],
  ["not granted, and abroad: both", { 完成日期: null, 批准单位: "国外" }, "", "0→0 none rejected", "!patent-not-granted !patent-not-cnipa"],
  ["批准单位 blank", { 批准单位: null }, "", "0→0 none rejected", "!field-missing"],
  ["an unknown office", { 批准单位: "知识局" }, "", "0→0 none rejected", "!value-unknown"],
  ["成果类型 blank", { 成果类型: null }, "", "0→0 none rejected", "!field-missing"],
  ["an unknown kind", { 成果类型: "发明" }, "", "0→0 none rejected", "!value-unknown"],
  ["no rank", { 排名: null }, "", "0→0 none rejected", "!rank-missing"],
  ["rank 0", { 排名: 0 }, "", "0→0 none rejected", "!rank-invalid"],
  ["软件著作权 (J-23) needs neither 批准单位 nor 完成日期 nor 排名", { 成果类型: "软件著作权", 批准单位: null, 完成日期: null, 排名: null }, "", "0→0 (0..10) none pending", "?j-achievement-type-unlisted"],
],
);

table(
  "获奖成果 (附件5第6条)",
  AWARD,
  // A case a line
  // prettier-ignore
  [
  ["national, fifth", { 排名: 5 }, "", "60→60 professional credited", ""],
  ["national, sixth", { 排名: 6 }, "", "10→10 professional credited", ""],
  ["national, a participant: both annexes say so", { 角色: "参与", 排名: 4 }, "", "60→60 professional credited", ""],
  ["provincial, host, third", { 级别: "省级", 排名: 3 }, "", "60→60 professional credited", ""],
  ["provincial, host, fourth", { 级别: "省级", 排名: 4 }, "", "10→10 professional credited", ""],
  ["provincial, participant (J-24)", { 级别: "省级", 角色: "参与" }, "", "60→60 (0..60) professional pending", "?j-award-provincial-participant"],
  ["provincial, participant, fifth (J-24)", { 级别: "省级", 角色: "参与", 排名: 5 }, "", "10→10 (0..10) professional pending", "?j-award-provincial-participant"],
  ["bureau, third (J-25)", { 级别: "厅局级", 排名: 3 }, "", "30→30 (0..30) professional pending", "?j-award-bureau-not-in-annex4"],
  ["bureau, fourth (J-25)", { 级别: "厅局级", 排名: 4 }, "", "10→10 (0..10) professional pending", "?j-award-bureau-not-in-annex4"],
  ["municipal, second (J-25, twice)", { 级别: "市级", 排名: 2 }, "", "30→30 (0..30) professional pending", "?j-award-bureau-not-in-annex4 ?j-award-municipal-as-bureau"],
  ["ministerial (J-26)", { 级别: "部级" }, "", "0→0 (0..30) none pending", "?j-award-level-unlisted"],
  ["of a society, fourth (J-26)", { 级别: "社会力量", 排名: 4 }, "", "0→0 (0..10) none pending", "?j-award-level-unlisted"],
  ["county (J-26)", { 级别: "县级" }, "", "0→0 (0..30) none pending", "?j-award-level-unlisted"],
  ["no level", { 级别: null }, "", "0→0 none rejected", "!field-missing"],
  ["no rank", { 排名: null }, "", "0→0 none rejected", "!rank-missing"],
  ["no date: needed of an award", { 完成日期: null }, "", "0→0 none rejected", "!field-missing"],
],
);

table("计算机考试 (附件5第7条: 10 a module)", EXAM, [
  ["two modules", {}, "", "20→20 professional credited", ""],
  ["five modules: no cap", { 合格模块数: 5 }, "", "50→50 professional credited", ""],
  ["none passed", { 合格模块数: 0 }, "", "0→0 none rejected", "!no-modules-passed"],
  ["blank", { 合格模块数: null }, "", "0→0 none rejected", "!field-missing"],
  ["a word", { 合格模块数: "两个" }, "", "0→0 none rejected", "!value-unknown"],
  ["half a module", { 合格模块数: 0.5 }, "", "0→0 none rejected", "!invalid-number"],
  ["NCRE of the 教育部门", { 批准单位: "教育部门" }, "", "0→0 none rejected", "!computer-exam-wrong-organizer"],
  ["organiser blank", { 批准单位: null }, "", "0→0 none rejected", "!field-missing"],
  ["no date: needed of an exam", { 完成日期: null }, "", "0→0 none rejected", "!field-missing"],
  [
    "wrong organiser and no module: both",
    { 批准单位: "教育部门", 合格模块数: 0 },
    "",
    "0→0 none rejected",
    "!computer-exam-wrong-organizer !no-modules-passed",
  ],
]);

const tour = (from: string, to: string, year: number) => ({ 开始日期: serial(from), 结束日期: serial(to), 年度: year });
table(
  "三援 (附件5第8条)",
  AID,
  // A case a line
  // prettier-ignore
  [
  ["six months to the day", {}, "", "60→60 professional credited", ""],
  ["a day short", tour("2017-01-01", "2017-06-29", 2017), "", "0→0 none rejected", "!aid-too-short"],
  ["six months from the middle of a month", tour("2017-01-16", "2017-07-15", 2017), "", "60→60 professional credited", ""],
  ["the last of August and six whole months: six, since February ends with its last day (J-29)", tour("2016-08-31", "2017-02-28", 2017), "", "60→60 (0..60) professional pending", "?j-aid-cross-year"],
  ["six months and a day (J-28)", tour("2017-01-01", "2017-07-01", 2017), "", "60→60 (0..60) professional pending", "?j-aid-duration-gap"],
  ["a whole year is not more than a year (J-28)", tour("2017-01-01", "2017-12-31", 2017), "", "60→60 (0..60) professional pending", "?j-aid-duration-gap"],
  ["six months over New Year, claimed for its end (J-29)", tour("2016-10-01", "2017-03-31", 2017), "", "60→60 (0..60) professional pending", "?j-aid-cross-year"],
  ["the same, claimed for its start", tour("2016-10-01", "2017-03-31", 2016), "", "0→0 (0..60) none pending", "?j-aid-cross-year"],
  ["a year over New Year, its end (J-28, J-29)", tour("2016-06-01", "2017-05-31", 2017), "", "60→60 (0..60) professional pending", "?j-aid-cross-year ?j-aid-duration-gap"],
  ["a year and a day: 90 for each year (J-30: the subject only)", tour("2016-06-01", "2017-06-01", 2016), "", "90→90 (90..90) both pending", "?j-aid-90-public"],
  ["two years over three calendar years: the middle one", tour("2015-09-01", "2017-08-31", 2016), "", "90→90 both pending", "?j-aid-90-public"],
  ["a year outside", tour("2015-09-01", "2016-12-31", 2017), "", "0→0 none rejected", "!aid-year-outside"],
  ["a short tour claimed for another year", { 年度: 2016 }, "", "0→0 none rejected", "!aid-year-outside"],
  ["扶贫", { 成果类型: "扶贫" }, "", "0→0 none rejected", "!aid-type-not-listed"],
  ["援外, 省直厅局", { 成果类型: "援外", 批准单位: "省直厅局" }, "", "60→60 professional credited", ""],
  ["approved by the city", { 批准单位: "市级" }, "", "0→0 none rejected", "!aid-approver-not-eligible"],
  ["assessment failed", { 考核结果: "不合格" }, "", "0→0 none rejected", "!aid-not-assessed"],
  ["assessment blank", { 考核结果: null }, "", "0→0 none rejected", "!field-missing"],
  ["approver blank", { 批准单位: null }, "", "0→0 none rejected", "!field-missing"],
  ["kind blank", { 成果类型: null }, "", "0→0 none rejected", "!field-missing"],
  ["no dates", { 开始日期: null, 结束日期: null }, "", "0→0 none rejected", "!field-missing"],
  ["one date stands for both: too short", { 结束日期: null }, "", "0→0 none rejected", "!aid-too-short"],
  ["all that is wrong is said", { 成果类型: "扶贫", 批准单位: "市级", 考核结果: "不合格", 结束日期: serial("2017-03-01") }, "", "0→0 none rejected", "!aid-type-not-listed !aid-approver-not-eligible !aid-not-assessed !aid-too-short"],
],
);

table(
  "博士学历教育 (J-32)",
  DOCTORAL,
  // A case a line
  // prettier-ignore
  [
  ["scheduled hours", {}, "", "96→96 (0..96) professional pending", "?j-doctoral-hours-basis"],
  ["scheduled hours fewer than 60", { 证书学时: 40 }, "", "40→40 (0..60) professional pending", "?j-doctoral-hours-basis"],
  ["a diploma alone", { 证书学时: null, 证明材料: "博士毕业证" }, "", "0→0 (0..60) none pending", "?j-doctoral-hours-unspecified"],
],
);

table(
  "不计的形式 (附件5第9条)",
  EXCLUDED,
  // A case a line
  // prettier-ignore
  [
  ["本科", { 学习形式: "本科学历教育", 申报学时: 90 }, "", "0→0 none rejected", "!excluded-activity"],
  ["硕士", { 学习形式: "硕士学历教育" }, "", "0→0 none rejected", "!excluded-activity"],
  ["学法考试, claimed as public: no subject, stamp or evidence is asked", { 学习形式: "学法考试", 科目: "公需科目", 申报学时: 20 }, "", "0→0 none rejected", "!excluded-activity"],
  ["处级干部培训", { 学习形式: "处级干部培训" }, "", "0→0 none rejected", "!excluded-activity"],
  ["党校学习 (J-04)", { 申报学时: 40 }, "", "0→0 (0..40) none pending", "?j-excluded-by-analogy"],
  ["专科学历教育 (J-04)", { 学习形式: "专科学历教育", 申报学时: 90 }, "", "0→0 (0..90) none pending", "?j-excluded-by-analogy"],
  ["其他 (J-04)", { 学习形式: "其他", 申报学时: 8 }, "", "0→0 (0..8) none pending", "?j-excluded-by-analogy"],
  ["党校学习 without claimed hours: asked all the same", {}, "", "0→0 none pending", "?j-excluded-by-analogy"],
],
);

table("a form that is not known", TRAINING, [
  ["a misprint", { 学习形式: "面受培训" }, "", "0→0 none rejected", "!value-unknown"],
  ["blank", { 学习形式: null }, "", "0→0 none rejected", "!field-missing"],
]);

groups("a row whose form is not known takes nothing over from the row before", [
  [
    "a question",
    [
      { ...ONLINE, 证书学时: null },
      { ...TRAINING, 学习形式: "面受培训" },
    ],
    "",
    [
      ["0→0 none pending", "?j-online-hours-unspecified"],
      ["0→0 none rejected", "!value-unknown"],
    ],
  ],
  [
    "an error",
    [
      { ...PROJECT, 排名: null },
      { ...TRAINING, 学习形式: null },
    ],
    "",
    [
      ["0→0 none rejected", "!rank-missing"],
      ["0→0 none rejected", "!field-missing"],
    ],
  ],
]);

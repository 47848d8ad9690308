/** Codes of 财会〔2018〕10号, beside those of any notice. Summaries of our own. */
import type { CodeEntry } from "../code";

export const codes = {
  "meeting-no-countable-day": {
    severity: "error",
    cell: "uncountedDays",
    zh: ["扣除报到、离会及未开展培训的天数后，没有可计算的天数", "核对会议天数和不计天数"],
    en: ["No day is left after arrival, departure and idle days", "Check the days of the meeting"],
  },
  "no-training-days": {
    severity: "error",
    cell: "halfDays",
    zh: ["填写的半天数为 0，没有培训时间", "按课程表填写半天数"],
    en: ["0 half-days: no training took place", "Enter the half-days of the timetable"],
  },
  "project-not-concluded": {
    severity: "error",
    cell: "completedDate",
    zh: ["课题项目尚未结题", "结题后按结题当年申报"],
    en: ["The project is not concluded", "Claim it for the year of conclusion"],
  },
  "project-role-contradicts-rank": {
    severity: "error",
    lifted: true,
    cell: "role",
    zh: ["课题排名第一，角色却是参与，互相矛盾", "按结题证明更正角色或排名"],
    en: ["First in rank of a project, but 参与 as the role: one contradicts the other", "Correct the role or the rank"],
  },
  "book-not-published": {
    severity: "error",
    cell: "completedDate",
    zh: ["著作尚未出版", "出版后按出版当年申报"],
    en: ["The book is not published", "Claim it for the year of publication"],
  },
  "paper-not-published": {
    severity: "error",
    cell: "completedDate",
    zh: ["论文尚未发表", "发表后按发表当年申报"],
    en: ["The paper is not published", "Claim it for the year of publication"],
  },
  "no-modules-passed": {
    severity: "error",
    cell: "modules",
    zh: ["没有合格的考试模块", "核对成绩，填写合格模块数"],
    en: ["No module was passed", "Check the results and enter the number passed"],
  },
  "annual-total-shortfall": {
    severity: "error",
    sendBack: { zh: "补充当年继续教育学习记录及证明材料", en: "Add records of the year, with their evidence" },
    zh: ["全年合计不足[，差 {missing} {unit}]", "补充[ {year} 年度]继续教育记录[ {needed} {unit}]"],
    en: ["The year's total is too low[ by {missing} {unit}]", "Add records[ of {year}][: {needed} {unit}]"],
  },
  "professional-of-required-shortfall": {
    severity: "error",
    sendBack: {
      zh: "补充当年专业科目学习记录及证明材料",
      en: "Add records of 专业科目 of the year, with their evidence",
    },
    zh: [
      "专业科目不足应修学分的三分之二（60 学分）[，差 {missing} {unit}]",
      "补充[ {year} 年度]专业科目[ {needed} {unit}]",
    ],
    en: [
      "专业科目 is less than two thirds of the credits required (60)[, by {missing} {unit}]",
      "Add[ {needed} {unit} of] 专业科目[ in {year}]",
    ],
  },
  "public-shortfall": {
    severity: "error",
    sendBack: {
      zh: "补充当年公需科目学习记录及证明材料",
      en: "Add records of 公需科目 of the year, with their evidence",
    },
    zh: [
      "公需科目不足 30 学分[，差 {missing} {unit}]",
      "补充[ {year} 年度]公需科目[ {needed} {unit}][，或按口径“{question}”处理]",
    ],
    en: [
      "公需科目 is below 30 credits[ by {missing} {unit}]",
      "Add[ {needed} {unit} of] 公需科目[ in {year}][, or decide “{question}”]",
    ],
  },
  "j-degree-courses": {
    severity: "judgement",
    cell: "modules",
    zh: ["一年内通过多门学历教育课程，是每门都计还是只计一次未写明"],
    en: ["Several degree courses in one year: whether each counts is not said"],
  },
  "j-meeting-turn-of-year": {
    severity: "judgement",
    cell: "year",
    zh: ["会议跨年，学分计入哪一年未写明"],
    en: ["The meeting goes over the turn of the year; which year takes it is not said"],
  },
  "j-half-day-meeting": {
    severity: "judgement",
    cell: "halfDays",
    zh: ["会议中有仅开半天的日子"],
    en: ["The meeting has a day with a half-day session only"],
  },
  "j-editor-role": {
    severity: "judgement",
    cell: "role",
    zh: ["主编、参编如何对应第一作者、其他作者未写明"],
    en: ["Nothing is said about 主编 and 参编"],
  },
  "j-corresponding-author": {
    severity: "judgement",
    cell: "role",
    zh: ["通讯作者是否按第一作者折算未写明"],
    en: ["Nothing is said about corresponding authors"],
  },
  "j-co-first-author": {
    severity: "judgement",
    cell: "role",
    zh: ["共同第一作者是否均按第一作者折算未写明"],
    en: ["Nothing is said about co-first authors"],
  },
  "professional-share-shortfall": {
    severity: "error",
    sendBack: {
      zh: "补充当年专业科目学习记录及证明材料",
      en: "Add records of 专业科目 of the year, with their evidence",
    },
    zh: [
      "专业科目不足全年合计的三分之二[，差 {missing} {unit}]",
      "补充[ {year} 年度]专业科目[ {needed} {unit}（合计随之增加）][，或按口径“{question}”处理]",
    ],
    en: [
      "专业科目 is less than two thirds of the year's total[ by {missing} {unit}]",
      "Add[ {needed} {unit} of] 专业科目[ in {year}][, or decide “{question}”]",
    ],
  },
  "exam-not-passed": {
    severity: "error",
    cell: "assessment",
    zh: ["考试或考核不合格", "合格后按合格当年申报"],
    en: ["The exam or course was not passed", "Claim it for the year in which it is passed"],
  },
  "paper-without-cn": {
    severity: "error",
    cell: "indexing",
    zh: ["刊物没有国内统一刊号（CN）", "以有国内统一刊号的经济、管理类报刊论文申报"],
    en: ["The periodical has no CN number", "Claim papers in economics or management periodicals with a CN number"],
  },
  "j-face-to-face-rate": {
    severity: "judgement",
    cell: "halfDays",
    zh: ["面授培训的学分由各省规定，本地标准尚未选定"],
    en: ["Provinces measure training face to face; no local rate is chosen yet"],
  },
  "j-online-rate": {
    severity: "judgement",
    cell: "statedHours",
    zh: ["网络培训的学分由各省规定，本地标准尚未选定"],
    en: ["Provinces measure online training; no local rate is chosen yet"],
  },
  "j-online-unfinished": {
    severity: "judgement",
    cell: "progress",
    sendBack: {
      zh: "学完后更正完成进度，并补交结业证书",
      en: "Finish the course, correct the progress and hand in the certificate",
    },
    zh: ["网络培训未学完，或未填完成进度", "学完后更正完成进度，或在“口径”表中选定口径"],
    en: [
      "The online training is unfinished, or its progress is blank",
      "Finish it and correct 完成进度, or choose a reading on 口径",
    ],
  },
  "j-exam-year": {
    severity: "judgement",
    cell: "year",
    zh: ["考试在上一年合格，是否可在次年申报未写明"],
    en: ["The exam was passed the year before; whether it may be claimed the year after is not said"],
  },
  "j-project-leader": {
    severity: "judgement",
    cell: "role",
    sendBack: {
      zh: "在“角色”中填写主持或参与；独立承担的，排名写成 1/1",
      en: "Fill in the role, leader or participant; if alone, write the rank as 1/1",
    },
    zh: [
      "排名第一但未填角色，是否独立承担或主持未写明",
      "在“角色”中填写主持或参与；独立承担的，排名写成 1/1；或在“口径”表中选定口径",
    ],
    en: [
      "First in rank, but no role is given: alone, leading or neither",
      "Enter 主持 or 参与 in 角色, or the rank as 1/1 if alone; or choose a reading on 口径",
    ],
  },
  "j-project-commissioner": {
    severity: "judgement",
    cell: "level",
    zh: ["横向、校院级课题，看不出由继续教育管理部门或行业组织下达"],
    en: ["A commissioned or institutional project: who set it can't be seen"],
  },
  "j-paper-cn-number": {
    severity: "judgement",
    cell: "indexing",
    sendBack: {
      zh: "刊物有国内统一刊号（CN）的，在“收录类别”中加填“国内公开”",
      en: "If the periodical has a CN number, add 国内公开 to 收录类别",
    },
    zh: ["从收录类别看不出刊物有无国内统一刊号（CN）", "有 CN 的，收录类别加填“国内公开”；或在“口径”表中选定口径"],
    en: [
      "收录类别 does not show whether the periodical has a CN number",
      "If it has one, add 国内公开 to 收录类别; or choose a reading on 口径",
    ],
  },
  "j-evidence-local": {
    severity: "judgement",
    cell: "evidence",
    sendBack: { zh: "补交所缺材料[：{missing}]", en: "Hand in what is lacking[: {missing}]" },
    zh: ["规定没有列明证明材料[，按北京市说明尚缺：{missing}]", "补交材料，或在“口径”表中选定口径"],
    en: [
      "The rule names no evidence[; by Beijing's list it lacks {missing}]",
      "Hand it in, or choose a reading on 口径",
    ],
  },
} as const satisfies Readonly<Record<string, CodeEntry>>;

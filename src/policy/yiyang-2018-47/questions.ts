/** What the notice leaves open, with what each reading is called. The first option is the provisional one. */
import type { QuestionSource } from "../language";

export const questions: readonly QuestionSource[] = [
  {
    id: "J-01",
    clause: "正文四.1",
    options: ["strict", "lenient"],
    zh: {
      question: "“一般不少于”30/60 学时：合计达到 90 而某一科目不足，是否达标？",
      options: { strict: "从严：不达标", lenient: "从宽：达标并注明" },
    },
    en: {
      question: "「一般不少于」 30/60: does a year with 90 hours pass below a subject's minimum?",
      options: { strict: "strict: not met", lenient: "lenient: met, with a note" },
    },
  },
  {
    id: "J-02",
    clause: "正文四.1",
    options: ["all-or-nothing", "proportional"],
    zh: {
      question: "继续教育 3% 的分值是全得或不得，还是按比例？",
      options: { "all-or-nothing": "全得或不得", proportional: "按比例" },
    },
    en: {
      question: "Is the 3 % score all or nothing?",
      options: { "all-or-nothing": "all or nothing", proportional: "proportional" },
    },
  },
  {
    id: "J-03",
    clause: "正文一",
    options: ["count", "reject"],
    zh: { question: "公需培训不是当年主题，是否计算？", options: { count: "计算", reject: "不计算" } },
    en: {
      question: "Does public training on another theme count?",
      options: { count: "it counts", reject: "it does not" },
    },
  },
  {
    id: "J-04",
    clause: "附件5第9条",
    options: ["exclude", "claimed-hours"],
    zh: {
      question: "党校学习、专科学历教育等是否属“等”字排除之列？",
      options: { exclude: "排除，计 0", "claimed-hours": "按申报学时计专业科目" },
    },
    en: {
      question: "Does 「等」 exclude party school, junior college and the like?",
      options: { exclude: "excluded: 0", "claimed-hours": "claimed hours, professional" },
    },
  },
  {
    id: "J-05",
    clause: "附件5第1条",
    options: ["by-days", "stated", "lower"],
    zh: {
      question: "证书学时与按天数折算不同，以何者为准？",
      options: { "by-days": "按天数", stated: "按证书学时", lower: "取较低者" },
    },
    en: {
      question: "The certificate's hours differ from the day count: which count?",
      options: { "by-days": "by days", stated: "as stated", lower: "the lower" },
    },
  },
  {
    id: "J-08",
    clause: "附件5第2条",
    options: ["count", "zero"],
    zh: { question: "一天的本地会议，没有报到、离会日，如何计？", options: { count: "计 8 学时", zero: "计 0" } },
    en: { question: "A one-day local meeting?", options: { count: "8 hours", zero: "0" } },
  },
  {
    id: "J-09",
    clause: "附件5第2条",
    options: ["4", "8", "0"],
    zh: { question: "会议中仅开半天的一天，如何计？", options: { "0": "计 0", "4": "计 4 学时", "8": "计 8 学时" } },
    en: {
      question: "A meeting day with a half-day session only?",
      options: { "0": "0", "4": "4 hours", "8": "8 hours" },
    },
  },
  {
    id: "J-10",
    clause: "附件5第2条",
    options: ["none", "plus-2"],
    zh: { question: "会议的晚间安排，如何计？", options: { none: "不另计", "plus-2": "每晚加 2 学时" } },
    en: { question: "Evenings of a meeting?", options: { none: "not counted", "plus-2": "2 hours each" } },
  },
  {
    id: "J-11",
    clause: "附件4(一)2+4+12",
    options: ["by-days", "zero"],
    zh: {
      question: "实践活动、学术访问、海外研修没有折算条款，如何计？",
      options: { "by-days": "比照附件5第1条按天数", zero: "计 0" },
    },
    en: {
      question: "Practice, visits and overseas study have no conversion clause",
      options: { "by-days": "by days, as annex 5, 1", zero: "0" },
    },
  },
  {
    id: "J-12",
    clause: "附件4(二)3",
    options: ["zero", "stated-hours"],
    zh: {
      question: "网络课程没有认定学时，或未学完且无结业证书，如何计？",
      options: { zero: "计 0", "stated-hours": "按证书学时" },
    },
    en: {
      question: "An online course without certified hours, or unfinished and without a certificate?",
      options: { zero: "0", "stated-hours": "the stated hours" },
    },
  },
  {
    id: "J-13",
    clause: "附件5第3条",
    options: ["zero", "other-rank"],
    zh: {
      question: "县级、校院级、横向课题未列入条款，如何计？",
      options: { zero: "计 0", "other-rank": "计 10 学时" },
    },
    en: {
      question: "County, institutional and commissioned projects?",
      options: { zero: "0", "other-rank": "10 hours" },
    },
  },
  {
    id: "J-14",
    clause: "附件5第3条+第4条(1)",
    options: ["sum", "highest"],
    zh: {
      question: "同一年度有多个课题（或多部著作），累加还是取最高？",
      options: { sum: "累加", highest: "取最高一项" },
    },
    en: {
      question: "Several projects (or books) in one year?",
      options: { sum: "the sum", highest: "the highest one" },
    },
  },
  {
    id: "J-15",
    clause: "附件5第4条(1)",
    options: ["as-first-and-other", "all-other"],
    zh: {
      question: "主编、参编如何对应作者？",
      options: { "as-first-and-other": "主编按第一作者，参编按其他作者", "all-other": "均按其他作者" },
    },
    en: {
      question: "主编 and 参编?",
      options: { "as-first-and-other": "as first and other author", "all-other": "all as other authors" },
    },
  },
  {
    id: "J-16",
    clause: "附件5第4条(2)",
    options: ["accept", "as-domestic-public"],
    zh: {
      question: "“国际各领域顶级刊物”没有目录，是否认可？",
      options: { accept: "认可", "as-domestic-public": "按其他国内公开出版物" },
    },
    en: {
      question: "「国际各领域顶级刊物」 without a list?",
      options: { accept: "accepted", "as-domestic-public": "as other public journals" },
    },
  },
  {
    id: "J-17",
    clause: "附件5第4条(2)",
    options: ["accept", "as-domestic-public"],
    zh: {
      question: "“等中文核心期刊”没有完整目录，其他核心期刊是否认可？",
      options: { accept: "认可", "as-domestic-public": "按其他国内公开出版物" },
    },
    en: {
      question: "Other Chinese core journals, without a closed list?",
      options: { accept: "accepted", "as-domestic-public": "as other public journals" },
    },
  },
  {
    id: "J-18",
    clause: "附件5第4条(2)",
    options: ["zero", "as-domestic-public"],
    zh: {
      question: "未被收录的国外刊物，如何计？",
      options: { zero: "计 0", "as-domestic-public": "按其他国内公开出版物" },
    },
    en: {
      question: "Foreign journals in no index?",
      options: { zero: "0", "as-domestic-public": "as other public journals" },
    },
  },
  {
    id: "J-19",
    clause: "附件5第4条(2)",
    options: ["printed-rank", "as-first"],
    zh: {
      question: "通讯作者、共同第一作者，如何计？",
      options: { "printed-rank": "按刊印排名", "as-first": "按第一作者" },
    },
    en: {
      question: "Corresponding and co-first authors?",
      options: { "printed-rank": "by printed rank", "as-first": "as first author" },
    },
  },
  {
    id: "J-21",
    clause: "附件5第5条",
    options: ["zero", "other-rank"],
    zh: { question: "专利署名第四名及以后，如何计？", options: { zero: "计 0", "other-rank": "计 10 学时" } },
    en: { question: "Patent ranks from 4 on?", options: { zero: "0", "other-rank": "10 hours" } },
  },
  {
    id: "J-22",
    clause: "附件5第5条",
    options: ["inventor-rank", "zero"],
    zh: {
      question: "专利权人是单位、本人是发明人，是否计算？",
      options: { "inventor-rank": "按发明人排名", zero: "计 0" },
    },
    en: {
      question: "The employer is the patentee, the person the inventor?",
      options: { "inventor-rank": "by rank among inventors", zero: "0" },
    },
  },
  {
    id: "J-23",
    clause: "附件5第5条",
    options: ["zero", "other-rank"],
    zh: { question: "软件著作权等未列成果，如何计？", options: { zero: "计 0", "other-rank": "计 10 学时" } },
    en: { question: "Software copyright and other unlisted titles?", options: { zero: "0", "other-rank": "10 hours" } },
  },
  {
    id: "J-24",
    clause: "附件4(一)8+附件5第6条",
    options: ["count", "reject"],
    zh: {
      question: "参与课题获省级奖：附件4只列主持，附件5写主持或参与，如何处理？",
      options: { count: "按附件5计算", reject: "不计算" },
    },
    en: {
      question: "Participants of a provincial award: annexes 4 and 5 differ",
      options: { count: "count, as annex 5", reject: "don't count" },
    },
  },
  {
    id: "J-25",
    clause: "附件4(一)8+附件5第6条",
    options: ["count", "bureau-only", "reject"],
    zh: {
      question: "厅局级奖项只见于附件5；市级是否等同厅局级？",
      options: { count: "都计算", "bureau-only": "只计厅局级", reject: "都不计算" },
    },
    en: {
      question: "厅局级 awards stand in annex 5 only; is 市级 厅局级?",
      options: { count: "both count", "bureau-only": "厅局级 only", reject: "neither counts" },
    },
  },
  {
    id: "J-26",
    clause: "附件5第6条",
    options: ["zero", "as-bureau"],
    zh: {
      question: "部级、社会力量、县级奖项未列入条款，如何计？",
      options: { zero: "计 0", "as-bureau": "按厅局级" },
    },
    en: { question: "Ministerial, society and county awards?", options: { zero: "0", "as-bureau": "as 厅局级" } },
  },
  {
    id: "J-27",
    clause: "附件5第3条+第6条",
    options: ["both", "highest"],
    zh: { question: "同一成果同年既结题又获奖，如何计？", options: { both: "两项都计", highest: "取较高一项" } },
    en: {
      question: "One achievement concluded and awarded in one year?",
      options: { both: "both count", highest: "the higher one" },
    },
  },
  {
    id: "J-28",
    clause: "附件5第8条",
    options: ["60", "0"],
    zh: { question: "“三援”超过 6 个月、不超过 12 个月，如何计？", options: { "0": "计 0", "60": "计 60 学时" } },
    en: { question: "三援 longer than 6 and up to 12 months?", options: { "0": "0", "60": "60 hours" } },
  },
  {
    id: "J-29",
    clause: "附件5第8条",
    options: ["end-year", "start-year", "both"],
    zh: {
      question: "6 至 12 个月的“三援”跨年，计入哪一年？",
      options: { "end-year": "结束年度", "start-year": "开始年度", both: "两个年度都计" },
    },
    en: {
      question: "三援 of 6 to 12 months across New Year: which year?",
      options: { "end-year": "the end year", "start-year": "the start year", both: "both" },
    },
  },
  {
    id: "J-30",
    clause: "附件5第8条",
    options: ["include-public", "professional-only"],
    zh: {
      question: "长期“三援”每年 90 学时是否含公需 30 学时？",
      options: { "include-public": "含：公需 30、专业 60", "professional-only": "不含：专业 90" },
    },
    en: {
      question: "Do the 90 hours of a long 三援 include the public 30?",
      options: { "include-public": "yes: 30 + 60", "professional-only": "no: 90 professional" },
    },
  },
  {
    id: "J-32",
    clause: "附件4(二)11",
    options: ["scheduled-hours", "zero", "60"],
    zh: {
      question: "博士学历教育没有折算条款，如何计？",
      options: { "60": "计 60 学时", "scheduled-hours": "按当年课表学时", zero: "计 0" },
    },
    en: {
      question: "Doctoral study has no conversion clause",
      options: { "60": "60 hours", "scheduled-hours": "scheduled hours of the year", zero: "0" },
    },
  },
  {
    id: "J-33",
    clause: "附件5第11条",
    options: ["reject", "accept"],
    zh: { question: "辅助材料“可以适当考虑”，是否认可？", options: { reject: "不认可", accept: "认可" } },
    en: { question: "Is substitute evidence accepted?", options: { reject: "no", accept: "yes" } },
  },
  {
    id: "J-35",
    clause: "正文三+附件4(二)1",
    options: ["annex4", "body"],
    zh: { question: "正文对材料的要求低于附件4，以何者为准？", options: { annex4: "以附件4为准", body: "以正文为准" } },
    en: {
      question: "The body asks for less evidence than annex 4",
      options: { annex4: "annex 4 holds", body: "the body holds" },
    },
  },
  {
    id: "J-36",
    clause: "附件4(二)4",
    options: ["required", "not-required"],
    zh: { question: "盖章回执是否还须附相关证明材料？", options: { required: "须附", "not-required": "不须附" } },
    en: {
      question: "Must a sealed receipt come with further proof?",
      options: { required: "yes", "not-required": "no" },
    },
  },
  {
    id: "J-37",
    clause: "正文二",
    options: ["count", "reject"],
    zh: { question: "2018 年补以前年度的学习，是否计算？", options: { count: "计算", reject: "不计算" } },
    en: { question: "Made up in 2018 for earlier years?", options: { count: "it counts", reject: "it does not" } },
  },
  {
    id: "J-41",
    clause: "正文三",
    options: ["year-before", "application-year"],
    zh: {
      question: "“近5年”截止到申报上一年还是申报当年？",
      options: { "year-before": "截止到申报上一年", "application-year": "截止到申报当年" },
    },
    en: {
      question: "Which is the window's last year?",
      options: { "year-before": "the year before the application", "application-year": "the application's year" },
    },
  },
  {
    id: "J-42",
    clause: "正文三",
    options: ["same-for-all", "claimed-window"],
    zh: {
      question: "“近5年”只对中央、省属单位写明，其他渠道需要几年？",
      options: { "same-for-all": "一律 5 年（博士 2 年）", "claimed-window": "按申报的起止年度" },
    },
    en: {
      question: "The window is stated for 「中央、省属」 units only; and the others?",
      options: { "same-for-all": "5 years (doctors 2) for all", "claimed-window": "as claimed" },
    },
  },
  {
    id: "J-43",
    clause: "正文四.2",
    options: ["reject", "accept"],
    zh: {
      question: "没有备案号的外部平台网络课程，是否也须备案？",
      options: { reject: "须备案，不予认定", accept: "不须备案，照常计算" },
    },
    en: {
      question: "Must an outside platform's course without 备案号 be filed?",
      options: { reject: "yes: not credited", accept: "no: as if filed" },
    },
  },
  {
    id: "J-44",
    clause: "附件4(二)4",
    options: ["notes-required", "or-like"],
    zh: {
      question: "邀请函或通知附其他证明材料，没有学习笔记和盖章回执，是否属“学习笔记等证明资料”？",
      options: { "notes-required": "须有学习笔记", "or-like": "其他证明材料也可" },
    },
    en: {
      question:
        "Is an invitation with other supporting material, without notes or a sealed receipt, enough (「学习笔记等证明资料」)?",
      options: { "notes-required": "notes are required", "or-like": "the like will do" },
    },
  },
];

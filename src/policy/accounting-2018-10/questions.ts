/**
 * What the rule leaves open, with what each reading is called. The first option is the provisional one. Known local rates:
 * A-02 Beijing; Guangdong, courses held by the employer; Jiangsu and Shanxi, by class hours. A-03 the same places.
 */
import type { QuestionSource } from "../language";

export const questions: readonly QuestionSource[] = [
  {
    id: "A-01",
    clause: "学分要求",
    options: ["strict", "of-required", "lenient"],
    zh: {
      question: "专业科目“一般不少于”总学分的三分之二：合计达到 90 而专业科目不足三分之二，是否达标？",
      options: {
        strict: "从严：须达到当年总学分的三分之二",
        "of-required": "须达到应修 90 学分的三分之二，即 60 学分",
        lenient: "从宽：达标并注明",
      },
    },
    en: {
      question: "「一般不少于」 two thirds: does a year with 90 credits pass with less 专业科目?",
      options: {
        strict: "strict: two thirds of the year's total",
        "of-required": "two thirds of the 90 required: 60",
        lenient: "lenient: met, with a note",
      },
    },
  },
  {
    id: "A-02",
    clause: "培训（由各省规定）",
    options: ["10-a-day", "20-a-day", "3-an-hour"],
    zh: {
      question: "面授培训的学分由各省规定，本地标准是多少？",
      options: {
        "10-a-day": "每天 10 学分，半天 5 学分（北京）",
        "20-a-day": "每天 20 学分，半天 10 学分（广东，单位内部面授）",
        "3-an-hour": "按证书学时，每学时 3 学分（江苏、山西）",
      },
    },
    en: {
      question: "Provinces measure training face to face: what is the local rate?",
      options: {
        "10-a-day": "10 a day, 5 a half-day (Beijing)",
        "20-a-day": "20 a day, 10 a half-day (Guangdong, held by the employer)",
        "3-an-hour": "3 a stated class hour (Jiangsu, Shanxi)",
      },
    },
  },
  {
    id: "A-03",
    clause: "培训（由各省规定）",
    options: ["1-an-hour", "2.5-an-hour", "3-an-hour"],
    zh: {
      question: "网络培训的学分由各省规定，本地标准是多少？",
      options: {
        "1-an-hour": "每学时 1 学分（北京），或证书所载即为学分",
        "2.5-an-hour": "每学时 2.5 学分（广东）",
        "3-an-hour": "每学时 3 学分（江苏、山西）",
      },
    },
    en: {
      question: "Provinces measure online training: what is the local rate?",
      options: {
        "1-an-hour": "1 an hour (Beijing), or the certificate states credits",
        "2.5-an-hour": "2.5 an hour (Guangdong)",
        "3-an-hour": "3 an hour (Jiangsu, Shanxi)",
      },
    },
  },
  {
    id: "A-04",
    clause: "培训（由各省规定）",
    options: ["zero", "stated"],
    zh: { question: "网络培训没有学完，或未填完成进度，如何计？", options: { zero: "计 0", stated: "按证书学时" } },
    en: {
      question: "Online training that is unfinished, or without 完成进度?",
      options: { zero: "0", stated: "the stated hours" },
    },
  },
  {
    id: "A-06",
    clause: "学分计量（一）",
    options: ["year-passed", "year-after"],
    zh: {
      question: "考试学分计入哪一年：通过当年，还是也可在次年（成绩公布、取得证书）申报？",
      options: { "year-passed": "只计通过当年（北京）", "year-after": "也可计入次年" },
    },
    en: {
      question:
        "Which year takes an exam's credits: that of passing, or the year after (results, certificate) as well?",
      options: { "year-passed": "that of passing only (Beijing)", "year-after": "the year after as well" },
    },
  },
  {
    id: "A-07",
    clause: "学分计量（二）",
    options: ["5", "10", "0"],
    zh: {
      question: "会议“每天”10 学分，仅开半天的一天如何计？",
      options: { "0": "计 0", "5": "计 5 学分", "10": "计 10 学分" },
    },
    en: {
      question: "10 credits 「每天」: a meeting day with a half-day session only?",
      options: { "0": "0", "5": "5 credits", "10": "10 credits" },
    },
  },
  {
    id: "A-08",
    clause: "学分计量（四）",
    options: ["as-leader", "as-participant"],
    zh: {
      question: "课题排名第一、未填角色，且未写明独立承担（排名 1/1），按主持还是按参与？",
      options: { "as-leader": "按主持，90 学分", "as-participant": "按合作课题的参与，60 学分" },
    },
    en: {
      question:
        "First in rank of a project, no role given and not shown to be alone (rank 1/1): leading or taking part?",
      options: { "as-leader": "leading: 90 credits", "as-participant": "taking part in a joint project: 60 credits" },
    },
  },
  {
    id: "A-09",
    clause: "学分计量（四）",
    options: ["zero", "count"],
    zh: {
      question: "横向、校院级课题是否属“继续教育管理部门或行业组织（团体）”的课题？",
      options: { zero: "不属，计 0", count: "属，照常计算" },
    },
    en: {
      question: "Are commissioned and institutional projects set by 「继续教育管理部门」 or a professional body?",
      options: { zero: "no: 0", count: "yes: they count" },
    },
  },
  {
    id: "A-10",
    clause: "学分计量（五）",
    options: ["zero", "as-cn"],
    zh: {
      question: "只写索引、国际顶级、省级以下等看不出有无国内统一刊号（CN）的论文，如何计？",
      options: { zero: "计 0", "as-cn": "按有国内统一刊号" },
    },
    en: {
      question:
        "Papers whose 收录类别 does not show a CN number (an index only, an international top journal, below provincial)?",
      options: { zero: "0", "as-cn": "as with a CN number" },
    },
  },
  {
    id: "A-11",
    clause: "学分计量（五）",
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
    id: "A-12",
    clause: "学分计量（六）",
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
    id: "A-13",
    clause: "北京市学分折算说明",
    options: ["not-asked", "as-beijing"],
    zh: {
      question: "规定没有列明证明材料，是否按北京市的做法要求（考试、学历交成绩单，会议交邀请函）？",
      options: { "not-asked": "不要求", "as-beijing": "按北京市要求" },
    },
    en: {
      question: "The rule names no evidence: ask for what Beijing asks (exam and degree 成绩单, meeting 邀请函)?",
      options: { "not-asked": "no", "as-beijing": "as in Beijing" },
    },
  },
  {
    id: "A-14",
    clause: "学分要求",
    options: ["none", "30"],
    zh: {
      question: "规定没有公需科目的最低学分，本地是否另有要求？",
      options: { none: "没有：全年合计达标即可", "30": "公需科目不少于 30 学分（江苏）" },
    },
    en: {
      question: "The rule sets no minimum of 公需科目: is there a local one?",
      options: { none: "no: the year's total is enough", "30": "30 credits at least (Jiangsu)" },
    },
  },
  {
    id: "A-15",
    clause: "学分计量（三）",
    options: ["each", "once"],
    zh: {
      question: "一年内通过多门学历教育课程，如何计？",
      options: { each: "每门 90 学分", once: "一年只计一次，90 学分" },
    },
    en: {
      question: "Several degree courses passed in one year?",
      options: { each: "90 credits each", once: "90 credits once a year" },
    },
  },
  {
    id: "A-16",
    clause: "学分计量（二）",
    options: ["as-recorded", "start-year", "end-year"],
    zh: {
      question: "会议跨年，学分计入哪一年？",
      options: {
        "as-recorded": "按各年度申报的天数",
        "start-year": "全部计入开始的一年",
        "end-year": "全部计入结束的一年",
      },
    },
    en: {
      question: "A meeting over the turn of the year: which year takes its credits?",
      options: {
        "as-recorded": "each year the days claimed for it",
        "start-year": "the year it begins takes all",
        "end-year": "the year it ends takes all",
      },
    },
  },
];

/**
 * 财会〔2018〕10号, formalised: what accountants earn credits with. Data only; sentences are summaries of our own.
 *
 * Made from reposts of its conversions, six numbered items that agree with one another, and of its yearly requirement;
 * the issued text was not at hand. Clauses therefore name those items (一) to (六), not articles: compare them with the
 * text before use. What is not in them is not made up:
 * - Training face to face and online is measured by the provinces. Their known rates are options.
 * - No evidence is named. What one city asks for is an option; of projects, papers and books not even that is known.
 * - 「一般不少于」 two thirds is no plain 不少于.
 * - There are no caps, no journal tiers, no filing, no windows of years and no certificates. Credits don't carry over.
 *
 * Left to a person, since the workbook has no cell for it: whether a meeting, course, project, paper or book is about
 * accounting, whether a periodical is one of economics or management, and whether a school is recognised.
 * All six count as 专业科目. The rule sets no minimum of 公需科目; some provinces do.
 */
import type { EvidenceSource, PolicyRules, Worth } from "../language";

/** a half-day is half of a day's credits. */
const byHalfDays = (credits: number): Worth => ({
  rows: [
    { when: { halfDays: { is: "blank" } }, then: { error: "field-missing", of: "halfDays" } },
    { when: { halfDays: { atMost: 0 } }, then: { error: "no-training-days", of: "halfDays" } },
    { then: { times: [credits, "halfDays"] } },
  ],
});

/** A local rule that measures class hours. */
const byClassHours = (credits: number): Worth => ({
  rows: [
    { when: { statedHours: { is: "blank" } }, then: { error: "field-missing", of: "statedHours" } },
    // 0 counts as none.
    { when: { statedHours: { atMost: 0 } }, then: { error: "field-missing", of: "statedHours" } },
    { then: { times: [credits, "statedHours"] } },
  ],
});

/** Physical bounds: a day has two half-days. */
const dayCount = {
  code: "day-count-impossible",
  when: { days: { is: "given" }, halfDays: { above: { times: [2, "days"] } } },
} as const;

/** A-04 where nothing shows that the course was finished, then A-03. */
const onlineCredits: Worth = {
  take: {
    rows: [
      {
        when: { any: [{ progress: { is: "blank" } }, { progress: { below: 100 } }] },
        then: { ask: "A-04", code: "j-online-unfinished", options: { zero: 0, stated: "statedHours" } },
      },
      { then: "statedHours" },
    ],
  },
  then: {
    ask: "A-03",
    code: "j-online-rate",
    options: {
      "1-an-hour": "taken",
      "2.5-an-hour": { times: [2.5, "taken"] },
      "3-an-hour": { times: [3, "taken"] },
    },
  },
};

/** (二): 10 a day; A-07 for a day with one half only. */
const meetingCredits: Worth = {
  sum: [
    { times: [10, { minus: ["countableDays", "halfDays"] }] },
    {
      rows: [
        {
          when: { halfDays: { above: 0 } },
          then: {
            ask: "A-07",
            code: "j-half-day-meeting",
            options: { "5": { times: [5, "halfDays"] }, "10": { times: [10, "halfDays"] }, "0": 0 },
          },
        },
        { then: 0 },
      ],
    },
  ],
};
/** all of a meeting in one of the two years that it touches. */
const meetingIn = (year: "startYear" | "endYear"): Worth => ({
  rows: [{ when: { year: { atLeast: year, atMost: year } }, then: meetingCredits }, { then: 0 }],
});

/** 考核结果 is asked for nowhere; where it stands it must not be 不合格. */
const failed = {
  code: "exam-not-passed",
  when: { assessment: { is: "given" }, any: [{ assessment: "fail" }] },
} as const;

/** First in rank, or alone, and 参与: one of the two is wrong, and each gives other credits. */
const contradicts = {
  code: "project-role-contradicts-rank",
  when: { role: "participant", rank: { is: "given" }, any: [{ rank: 1 }] },
} as const;

/** (四): alone or as leader 90, others 60. A-08: first in rank of several or of nobody knows how many, and nothing said of the role. */
const projectShare: Worth = {
  rows: [
    { when: { role: "host" }, then: 90 },
    { when: { role: "participant" }, then: 60 },
    { when: { authors: 1 }, then: 90 },
    {
      when: { rank: 1 },
      then: { ask: "A-08", code: "j-project-leader", options: { "as-leader": 90, "as-participant": 60 } },
    },
    { then: 60 },
  ],
};

/** (五): alone or first 30, others 10. */
const paperShare: Worth = {
  rows:
    // A case a line
    // prettier-ignore
    [
    { when: { rank: 1 }, then: 30 },
    { when: { role: "corresponding" }, then: { ask: "A-11", code: "j-corresponding-author", options: { "printed-rank": 10, "as-first": 30 } } },
    { when: { role: "co-first" }, then: { ask: "A-11", code: "j-co-first-author", options: { "printed-rank": 10, "as-first": 30 } } },
    { then: 10 },
  ],
};

/** Beijing asks for one paper; elsewhere it is not known. The empty set: nothing need be handed in. */
const asBeijing = (slug: string, labels: Readonly<Record<string, string>>): EvidenceSource => ({
  clause: "北京市学分折算说明",
  sets: [[slug]],
  labels: { ...labels },
  openings: [
    {
      ask: "A-13",
      code: "j-evidence-local",
      clause: "北京市学分折算说明",
      accept: "not-asked",
      sets: [[]],
      saysIncomplete: false,
    },
  ],
});
const resultLabels = { 成绩单: "transcript", 合格证书: "pass-cert" };

export const rules: PolicyRules = {
  id: "accounting-2018-10",
  title: "财会〔2018〕10号 会计专业技术人员继续教育规定",
  unit: "学分",

  forms: {
    exam: {
      labels: ["会计考试", "会计专业技术资格考试", "注册会计师考试"],
      clause: "学分计量（一）",
      stamped: false,
      creditYear: "completion",
      yearAfter: { ask: "A-06", code: "j-exam-year", accept: "year-after" },
      conversion: {
        clause: "学分计量（一）",
        needs: ["completedDate"],
        numbers: ["modules"],
        checks: [{ code: "no-modules-passed", when: { modules: { is: "given" }, any: [{ modules: 0 }] } }, failed],
        worth: {
          rows: [
            { when: { modules: { is: "given" } }, then: { times: [90, "modules"] } },
            // One subject at least, or 「被录取」, which has no number of subjects: 90 either way.
            { when: { assessment: { is: "given" } }, then: 90 },
            { then: { error: "field-missing", of: "modules" } },
          ],
        },
      },
      evidence: asBeijing("transcript", resultLabels),
    },
    meeting: {
      labels: ["会计会议", "会计类专业会议", "学术会议"],
      clause: "学分计量（二）",
      dates: "used",
      extent: "days",
      stamped: false,
      creditYear: "period",
      conversion: {
        clause: "学分计量（二）",
        needs: ["meetingDays"],
        numbers: ["meetingDays", "uncountedDays", "halfDays"],
        checks: [
          {
            code: "day-count-impossible",
            when: { days: { is: "given" }, meetingDays: { above: "days" } },
            of: "meetingDays",
          },
          { code: "day-count-impossible", when: { countableDays: { below: 0 } }, of: "uncountedDays" },
          {
            code: "day-count-impossible",
            when: { countableDays: { atLeast: 0 }, halfDays: { above: "countableDays" } },
            of: "halfDays",
          },
          { code: "meeting-no-countable-day", when: { countableDays: 0 } },
        ],
        worth: {
          rows: [
            {
              when: { startYear: { below: "endYear" }, year: { atLeast: "startYear", atMost: "endYear" } },
              then: {
                ask: "A-16",
                code: "j-meeting-turn-of-year",
                options: {
                  "as-recorded": meetingCredits,
                  "start-year": meetingIn("startYear"),
                  "end-year": meetingIn("endYear"),
                },
              },
            },
            { then: meetingCredits },
          ],
        },
      },
      evidence: asBeijing("invitation", {
        会议邀请函: "invitation",
        学习笔记: "notes",
        "回执(盖章)": "sealed-receipt",
        "回执(未盖章)": "unsealed-receipt",
        相关证明材料: "supporting",
      }),
    },
    degree: {
      // The last ones are what the first notice calls it; (三) counts all from 中专 on.
      labels: [
        "会计类学历教育",
        "会计类学历(学位)教育",
        "中专学历教育",
        "专科学历教育",
        "本科学历教育",
        "硕士学历教育",
        "博士学历教育",
      ],
      clause: "学分计量（三）",
      stamped: false,
      creditYear: "completion",
      conversion: {
        clause: "学分计量（三）",
        needs: ["completedDate"],
        numbers: ["modules"],
        checks: [{ code: "no-modules-passed", when: { modules: { is: "given" }, any: [{ modules: 0 }] } }, failed],
        worth: {
          rows: [
            // A course passed is one at least.
            { when: { modules: { is: "blank" }, assessment: { is: "given" } }, then: 90 },
            { when: { modules: { is: "blank" } }, then: { error: "field-missing", of: "modules" } },
            {
              when: { modules: { above: 1 } },
              then: {
                ask: "A-15",
                code: "j-degree-courses",
                options: { each: { times: [90, "modules"] }, once: 90 },
              },
            },
            { then: 90 },
          ],
        },
      },
      evidence: asBeijing("transcript", resultLabels),
    },
    project: {
      labels: ["会计类课题", "课题", "课题项目"],
      clause: "学分计量（四）",
      stamped: false,
      creditYear: "completion",
      rankIsUnique: true,
      conversion: {
        clause: "学分计量（四）",
        numbers: ["rank"],
        checks: [{ code: "project-not-concluded", when: { completedDate: { is: "blank" } } }, contradicts],
        worth: {
          rows: [
            {
              // Set by 继续教育管理部门 or a professional body: a company's or a school's own is neither by its level.
              when: { level: { is: "given" }, any: [{ level: ["enterprise", "institution"] }] },
              then: { ask: "A-09", code: "j-project-commissioner", options: { zero: 0, count: projectShare } },
            },
            { then: projectShare },
          ],
        },
      },
    },
    paper: {
      labels: ["会计类论文", "论文"],
      clause: "学分计量（五）",
      stamped: false,
      creditYear: "completion",
      rankIsUnique: true,
      conversion: {
        clause: "学分计量（五）",
        numbers: ["rank"],
        checks: [{ code: "paper-not-published", when: { completedDate: { is: "blank" } } }],
        worth: {
          best: "indexing",
          of: {
            rows: [
              { when: { indexing: ["CSSCI", "CSCD", "PKU-core", "other-core", "domestic-public"] }, then: paperShare },
              // A foreign periodical has no 国内 number.
              { when: { indexing: ["internal", "foreign-unlisted"] }, then: { error: "paper-without-cn" } },
              // An index or a minor periodical: its CN number, if it has one, stands in no cell.
              { then: { ask: "A-10", code: "j-paper-cn-number", options: { zero: 0, "as-cn": paperShare } } },
            ],
          },
        },
      },
    },
    book: {
      labels: ["会计类书籍", "书籍", "著作"],
      clause: "学分计量（六）",
      stamped: false,
      creditYear: "completion",
      rankIsUnique: true,
      conversion: {
        clause: "学分计量（六）",
        numbers: [{ fact: "rank", unless: { role: ["chief-editor", "contributing-editor"] } }],
        checks: [{ code: "book-not-published", when: { completedDate: { is: "blank" } } }],
        worth: {
          rows: [
            {
              when: { role: "chief-editor" },
              then: { ask: "A-12", code: "j-editor-role", options: { "as-first-and-other": 90, "all-other": 60 } },
            },
            // A contributing editor is no first author under either reading.
            { when: { role: "contributing-editor" }, then: 60 },
            { when: { rank: 1 }, then: 90 },
            { then: 60 },
          ],
        },
      },
    },
    training: {
      labels: ["面授培训"],
      clause: "培训（由各省规定）",
      dates: "used",
      subject: "registered",
      stamped: false,
      creditYear: "period",
      noOverlap: true,
      conversion: {
        clause: "培训（由各省规定）",
        numbers: ["halfDays", "statedHours"],
        checks: [dayCount],
        worth: {
          ask: "A-02",
          code: "j-face-to-face-rate",
          options: { "10-a-day": byHalfDays(5), "20-a-day": byHalfDays(10), "3-an-hour": byClassHours(3) },
        },
      },
    },
    online: {
      labels: ["网络培训"],
      clause: "培训（由各省规定）",
      dates: "used",
      extent: "certificate",
      subject: "registered",
      stamped: false,
      creditYear: "period",
      conversion: {
        clause: "培训（由各省规定）",
        needs: ["statedHours"],
        numbers: ["statedHours"],
        legible: ["progress"],
        worth: {
          rows: [
            // 0 counts as none.
            { when: { statedHours: { atMost: 0 } }, then: { error: "field-missing", of: "statedHours" } },
            { then: onlineCredits },
          ],
        },
      },
    },
  },

  // one course a row, as many write them.
  groups: [
    {
      forms: ["degree"],
      keep: "highest",
      ask: "A-15",
      keepHighest: "once",
      code: "j-degree-courses",
      clause: "学分计量（三）",
    },
  ],

  factWords: [
    {
      form: "meeting",
      fact: "meetingDays",
      zh: "会议 {value} 天",
      en: "{value} meeting days",
      enOne: "{value} meeting day",
    },
    { form: "paper", fact: "rank", zh: "第 {value} 作者", en: "author no. {value}" },
    { form: "book", fact: "rank", zh: "第 {value} 作者", en: "author no. {value}" },
    { form: "project", fact: "level", zh: "{value}课题", en: "{value} project" },
  ],

  minima: [
    { of: "total", atLeast: 90, code: "annual-total-shortfall", clause: "学分要求" },
    {
      of: "professional",
      atLeast: { shareOfTotal: 2 / 3 },
      code: "professional-share-shortfall",
      clause: "学分要求",
      ask: "A-01",
      lenient: "lenient",
      under: ["strict", "lenient"],
    },
    {
      of: "professional",
      atLeast: 60,
      code: "professional-of-required-shortfall",
      clause: "学分要求",
      ask: "A-01",
      under: ["of-required"],
    },
    // Known of some provinces only.
    { of: "public", atLeast: 30, code: "public-shortfall", clause: "学分要求", ask: "A-14", lenient: "none" },
  ],

  papers: { yearReport: { title: "{year} 年度会计专业技术人员继续教育工作报告" }, notes: {} },

  clauses: {
    "year-mismatch": "学分要求（当年有效）",
    "subject-missing": "学分要求",
    "subject-not-allowed": "学分计量（一）至（六）",
  },
};

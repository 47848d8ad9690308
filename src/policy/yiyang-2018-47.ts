/**
 * 益人社函〔2018〕47号, formalised. Data only: read it beside the notice, clause by clause.
 * Sentences are summaries of our own; the notice's text wins.
 */
import type { PolicySource, Worth } from "./language";

/** 附件5第1条: a half-day 4, an evening 2. */
const byDays: Worth = { sum: [{ times: [4, "halfDays"] }, { times: [2, "evenings"] }] };

/** J-05: the certificate states other hours than the days give. */
const statedDiffers: Worth = {
  rows: [
    {
      when: { statedHours: { not: "taken" } },
      then: {
        ask: "J-05",
        code: "j-stated-hours-differ",
        options: { "by-days": "taken", stated: "statedHours", lower: { lesser: ["taken", "statedHours"] } },
      },
    },
    { then: "taken" },
  ],
};

/** J-05 again: hours on the certificate, but no days to convert. */
const withoutDays: Worth = {
  ask: "J-05",
  code: "j-days-missing",
  always: true,
  options: { "by-days": 0, stated: "statedHours", lower: 0 },
};

const convertedByDays: Worth = {
  rows: [{ when: { halfDays: { is: "blank" }, evenings: { is: "blank" } }, then: withoutDays }, { then: { take: byDays, then: statedDiffers } }],
};

/** Physical bounds: a day has two half-days and one evening. */
const dayCount = {
  code: "day-count-impossible",
  when: {
    any: [
      { days: { is: "given" }, halfDays: { above: { times: [2, "days"] } } },
      { days: { is: "given" }, evenings: { above: "days" } },
    ],
  },
} as const;

/** 附件5第4条(2): by tier of the journal, first author or not. */
const tier = (first: number): Worth => ({
  rows: [
    { when: { rank: 1 }, then: first },
    { when: { role: "corresponding" }, then: { ask: "J-19", code: "j-corresponding-author", options: { "printed-rank": 5, "as-first": first } } },
    { when: { role: "co-first" }, then: { ask: "J-19", code: "j-co-first-author", options: { "printed-rank": 5, "as-first": first } } },
    { then: 5 },
  ],
});

/** 附件5第2条: 8 a countable day; J-09 a day with a half-day session only; J-10 evening sessions. */
const meetingSessions: Worth = {
  sum: [
    { times: [8, { minus: ["countableDays", "halfDays"] }] },
    {
      rows: [
        {
          when: { halfDays: { above: 0 } },
          then: { ask: "J-09", code: "j-half-day-meeting", options: { "4": { times: [4, "halfDays"] }, "8": { times: [8, "halfDays"] }, "0": 0 } },
        },
      ],
    },
    { rows: [{ when: { evenings: { above: 0 } }, then: { ask: "J-10", code: "j-meeting-evening", options: { none: 0, "plus-2": { times: [2, "evenings"] } } } }] },
  ],
};

/** 附件5第11条: other supporting material 「可以适当考虑」, never by itself. */
const auxiliary = { ask: "J-33", code: "j-evidence-auxiliary", clause: "附件5第11条", accept: "accept", sets: [["auxiliary"]], saysIncomplete: true };
const auxiliaryLabels = { 会议通讯录: "auxiliary", 邮件回执: "auxiliary", 财务报账单: "auxiliary", 其他辅助材料: "auxiliary" };

export const yiyang2018: PolicySource = {
  id: "yiyang-2018-47",
  title: "益人社函〔2018〕47号 关于开展2018年专业技术人员继续教育工作的通知",
  unit: "学时",

  forms: {
    training: {
      labels: ["面授培训"],
      clause: "附件4(一)1",
      subject: "registered",
      creditYear: "period",
      noOverlap: true,
      conversion: { clause: "附件5第1条", numbers: ["halfDays", "evenings", "statedHours"], checks: [dayCount], worth: convertedByDays },
      evidence: {
        clause: "附件4(二)1",
        sets: [
          ["notice", "timetable", "signin"],
          ["notice", "agenda", "signin"],
          ["signin", "completion"],
          ["notice", "completion"],
          ["timetable", "completion"],
          ["agenda", "completion"],
        ],
        labels: {
          培训通知: "notice", 培训课程表: "timetable", 培训日程安排: "agenda", 培训签到表: "signin", 结业证书: "completion", 其他签到形式: "alt-attendance", ...auxiliaryLabels,
        },
        substitutes: [{ slug: "alt-attendance", standsFor: "signin", code: "evidence-substitute-used", clause: "附件5第10条" }],
        openings: [
          { ask: "J-35", code: "j-evidence-body-vs-annex4", clause: "正文三+附件4(二)1", accept: "body", sets: [["completion"], ["notice", "signin"]], saysIncomplete: true },
          auxiliary,
        ],
      },
    },
    online: {
      labels: ["网络培训"],
      clause: "附件4(一)3",
      subject: "registered",
      creditYear: "period",
      conversion: {
        clause: "附件4(二)3",
        numbers: ["statedHours"],
        worth: {
          rows: [
            {
              when: { any: [{ statedHours: { is: "blank" } }, { statedHours: { atMost: 0 } }] },
              then: { ask: "J-12", code: "j-online-hours-unspecified", always: true, options: { zero: 0, "stated-hours": 0 } },
            },
            { when: { evidence: "completion" }, then: "statedHours" },
            {
              when: { any: [{ progress: { is: "blank" } }, { progress: { below: 100 } }] },
              then: { ask: "J-12", code: "j-online-incomplete", options: { zero: 0, "stated-hours": "statedHours" } },
            },
            { then: "statedHours" },
          ],
        },
      },
      evidence: {
        clause: "附件4(二)3",
        sets: [
          ["purchase", "content", "progress"],
          ["content", "progress"],
          ["duration", "completion"],
          ["content", "completion"],
        ],
        labels: {
          课程购买记录: "purchase", 课程内容安排: "content", 课程内容: "content", 课程完成进度: "progress", 课程时长: "duration", 结业证书: "completion", ...auxiliaryLabels,
        },
        openings: [auxiliary],
      },
    },
    meeting: {
      labels: ["学术会议"],
      clause: "附件4(一)4",
      creditYear: "period",
      conversion: {
        clause: "附件5第2条",
        needs: ["meetingDays"],
        numbers: ["meetingDays", "uncountedDays", "halfDays", "evenings", "statedHours"],
        checks: [
          { code: "day-count-impossible", when: { any: [{ countableDays: { below: 0 } }, { countableDays: { atLeast: 0 }, halfDays: { above: "countableDays" } }] } },
          { code: "meeting-no-countable-day", when: { countableDays: 0 } },
        ],
        worth: {
          take: {
            rows: [
              {
                when: { meetingDays: 1, countableDays: 1 },
                then: { ask: "J-08", code: "j-one-day-meeting", options: { count: meetingSessions, zero: 0 } },
              },
              { then: meetingSessions },
            ],
          },
          // What another question makes 0 stays 0, whatever the certificate says.
          then: { rows: [{ when: { taken: 0 }, then: 0 }, { then: statedDiffers }] },
        },
      },
      evidence: {
        clause: "附件4(二)4",
        sets: [
          ["invitation", "notes"],
          ["invitation", "sealed-receipt", "supporting"],
        ],
        labels: {
          会议邀请函: "invitation", 讲座通知: "invitation", 访问邀请函: "invitation", 学习笔记: "notes",
          "回执(盖章)": "sealed-receipt", "回执(未盖章)": "unsealed-receipt", 相关证明材料: "supporting", ...auxiliaryLabels,
        },
        openings: [
          { ask: "J-36", code: "j-evidence-supporting-required", clause: "附件4(二)4", accept: "not-required", sets: [["invitation", "sealed-receipt"]], saysIncomplete: false },
          auxiliary,
        ],
      },
    },
    project: {
      labels: ["课题项目"],
      clause: "附件4(一)5",
      creditYear: "completion",
      rankIsUnique: true,
      conversion: {
        clause: "附件5第3条",
        numbers: ["rank"],
        checks: [{ code: "project-not-concluded", when: { completedDate: { is: "blank" } } }],
        worth: {
          rows: [
            { when: { level: "national", rank: { atMost: 5 } }, then: 60 },
            { when: { level: ["provincial", "ministerial"], rank: { atMost: 3 } }, then: 60 },
            { when: { level: ["municipal", "bureau"], rank: { atMost: 3 } }, then: 40 },
            { when: { level: ["national", "provincial", "ministerial", "municipal", "bureau"] }, then: 10 },
            { then: { ask: "J-13", code: "j-project-level-unlisted", options: { zero: 0, "other-rank": 10 } } },
          ],
        },
      },
      evidence: {
        clause: "附件4(二)5",
        sets: [["conclusion-proof"]],
        labels: { 结题证明: "conclusion-proof", 立项书: "approval-document", ...auxiliaryLabels },
        openings: [auxiliary],
      },
    },
    paper: {
      labels: ["论文"],
      clause: "附件4(一)6",
      creditYear: "completion",
      rankIsUnique: true,
      conversion: {
        clause: "附件5第4条(2)",
        numbers: ["rank"],
        checks: [{ code: "paper-not-published", when: { completedDate: { is: "blank" } } }],
        worth: {
          best: "indexing",
          of: {
            rows: [
              { when: { indexing: ["EI", "SCI", "CPCI", "SSCI", "A&HCI"] }, then: tier(60) },
              { when: { indexing: "intl-top" }, then: { ask: "J-16", code: "j-intl-top-journal", options: { accept: tier(60), "as-domestic-public": tier(10) } } },
              { when: { indexing: ["CSSCI", "CSCD", "PKU-core"] }, then: tier(30) },
              { when: { indexing: "other-core" }, then: { ask: "J-17", code: "j-other-core-journal", options: { accept: tier(30), "as-domestic-public": tier(10) } } },
              { when: { indexing: "domestic-public" }, then: tier(10) },
              { when: { indexing: "foreign-unlisted" }, then: { ask: "J-18", code: "j-paper-foreign-unlisted", options: { zero: 0, "as-domestic-public": tier(10) } } },
              { then: { error: "paper-journal-not-eligible" } },
            ],
          },
        },
      },
      evidence: {
        clause: "附件4(二)6",
        sets: [["journal-cover", "issue-number", "toc"]],
        labels: { 刊物封面: "journal-cover", 刊号: "issue-number", 目录复印件: "toc", 录用通知: "acceptance-letter", ...auxiliaryLabels },
        openings: [auxiliary],
      },
    },
    practice: { labels: ["实践活动"], clause: "附件4(一)2" },
    lecture: { labels: ["学术讲座"], clause: "附件4(一)4" },
    visit: { labels: ["学术访问"], clause: "附件4(一)4" },
    book: { labels: ["著作"], clause: "附件4(一)6", rankIsUnique: true },
    patent: { labels: ["专利"], clause: "附件4(一)7", rankIsUnique: true },
    award: { labels: ["获奖成果"], clause: "附件4(一)8", rankIsUnique: true },
    "computer-exam": { labels: ["计算机考试"], clause: "附件4(一)9" },
    aid: { labels: ["三援"], clause: "附件4(一)10" },
    doctoral: { labels: ["博士学历教育"], clause: "附件4(一)11" },
    overseas: { labels: ["海外研修"], clause: "附件4(一)12" },
    excluded: {
      labels: ["本科学历教育", "硕士学历教育", "学法考试", "处级干部培训", "党校学习", "专科学历教育", "其他"],
      clause: "附件5第9条",
      stamped: false,
    },
  },

  questions: [
    { id: "J-01", clause: "正文四.1", options: ["strict", "lenient"] },
    { id: "J-02", clause: "正文四.1", options: ["all-or-nothing", "proportional"] },
    { id: "J-03", clause: "正文一", options: ["count", "reject"] },
    { id: "J-04", clause: "附件5第9条", options: ["exclude", "claimed-hours"] },
    { id: "J-05", clause: "附件5第1条", options: ["by-days", "stated", "lower"] },
    { id: "J-08", clause: "附件5第2条", options: ["count", "zero"] },
    { id: "J-09", clause: "附件5第2条", options: ["4", "8", "0"] },
    { id: "J-10", clause: "附件5第2条", options: ["none", "plus-2"] },
    { id: "J-11", clause: "附件4(一)2+4+12", options: ["by-days", "zero"] },
    { id: "J-12", clause: "附件4(二)3", options: ["zero", "stated-hours"] },
    { id: "J-13", clause: "附件5第3条", options: ["zero", "other-rank"] },
    { id: "J-14", clause: "附件5第3条+第4条(1)", options: ["sum", "highest"] },
    { id: "J-15", clause: "附件5第4条(1)", options: ["as-first-and-other", "all-other"] },
    { id: "J-16", clause: "附件5第4条(2)", options: ["accept", "as-domestic-public"] },
    { id: "J-17", clause: "附件5第4条(2)", options: ["accept", "as-domestic-public"] },
    { id: "J-18", clause: "附件5第4条(2)", options: ["zero", "as-domestic-public"] },
    { id: "J-19", clause: "附件5第4条(2)", options: ["printed-rank", "as-first"] },
    { id: "J-21", clause: "附件5第5条", options: ["zero", "other-rank"] },
    { id: "J-22", clause: "附件5第5条", options: ["inventor-rank", "zero"] },
    { id: "J-23", clause: "附件5第5条", options: ["zero", "other-rank"] },
    { id: "J-24", clause: "附件4(一)8+附件5第6条", options: ["count", "reject"] },
    { id: "J-25", clause: "附件4(一)8+附件5第6条", options: ["count", "bureau-only", "reject"] },
    { id: "J-26", clause: "附件5第6条", options: ["zero", "as-bureau"] },
    { id: "J-27", clause: "附件5第3条+第6条", options: ["both", "highest"] },
    { id: "J-28", clause: "附件5第8条", options: ["60", "0"] },
    { id: "J-29", clause: "附件5第8条", options: ["end-year", "start-year", "both"] },
    { id: "J-30", clause: "附件5第8条", options: ["include-public", "professional-only"] },
    { id: "J-32", clause: "附件4(二)11", options: ["scheduled-hours", "zero", "60"] },
    { id: "J-33", clause: "附件5第11条", options: ["reject", "accept"] },
    { id: "J-35", clause: "正文三+附件4(二)1", options: ["annex4", "body"] },
    { id: "J-36", clause: "附件4(二)4", options: ["required", "not-required"] },
    { id: "J-37", clause: "正文二", options: ["count", "reject"] },
    { id: "J-41", clause: "正文三", options: ["year-before", "application-year"] },
    { id: "J-42", clause: "正文三", options: ["same-for-all", "claimed-window"] },
    { id: "J-43", clause: "正文四.2", options: ["reject", "accept"] },
  ],

  // 正文四.1: 「应不少于」90 is hard; 「一般不少于」30 and 60 leave room for an exception (J-01).
  minima: [
    { of: "total", atLeast: 90, code: "annual-total-shortfall", clause: "正文四.1" },
    { of: "public", atLeast: 30, code: "public-shortfall", clause: "正文四.1", ask: "J-01", lenient: "lenient" },
    { of: "professional", atLeast: 60, code: "professional-shortfall", clause: "正文四.1", ask: "J-01", lenient: "lenient" },
  ],

  groups: [
    { forms: ["paper"], keep: "highest", code: "paper-annual-limit", clause: "附件5第4条(2)" },
    { forms: ["project"], keep: "highest", ask: "J-14", keepHighest: "highest", code: "j-multiple-projects-same-year", clause: "附件5第3条" },
  ],

  // 正文四.2: filed before the training, in both versions, or not recognised.
  filing: {
    clause: "正文四.2",
    demands: [
      { form: "training", subject: "public", items: ["startDate", "schedule", "textbook", "audience"] },
      { form: "online", subject: "public", items: ["startDate", "schedule", "textbook", "audience"] },
      { form: "online", subject: "any", items: ["courseware", "lessonPlan"] },
    ],
    always: ["electronic", "paper"],
    unnumbered: { form: "online", ask: "J-43", code: "j-online-unfiled", accept: "accept" },
    theme: { year: 2018, words: "加快开放强省建设", ask: "J-03", code: "j-public-theme-mismatch", accept: "count", clause: "正文一" },
  },

  // 正文二: from the year 2019 on nothing is made up for.
  makeup: { clause: "正文二", lastYear: 2018, ask: "J-37", code: "j-makeup-scope", accept: "count" },

  windows: {
    clause: "正文三",
    years: 5,
    doctorYears: 2,
    end: { ask: "J-41", code: "j-window-end", offsets: { "year-before": -1, "application-year": 0 } },
    unstated: { ask: "J-42", code: "j-window-not-stated", asClaimed: "claimed-window" },
    levels: ["senior", "deputy-senior"],
  },

  channels: [
    { natures: ["municipal-direct"], clause: "正文三第1段", months: { first: 6, last: 9 }, individual: "discouraged", preReview: true, windowStated: false },
    { natures: ["central-provincial"], clause: "正文三第2段", months: { first: 9, last: 9 }, individual: "refused", preReview: false, windowStated: true },
    { natures: ["county"], clause: "正文三第3段", individual: "refused", preReview: false, windowStated: false },
    { natures: ["non-public"], clause: "正文三第4段", individual: "accepted", preReview: false, windowStated: false },
  ],
  proofs: { clause: "正文四.4", senior: "certificate", others: "registration-book-original", othersClause: "正文三第5段" },

  clauses: {
    "registration-not-stamped": "正文二",
    "year-mismatch": "正文四.1",
    "makeup-not-accepted": "正文二",
    "subject-missing": "正文四.1",
    "subject-not-allowed": "附件5第3条至第8条",
    "training-not-filed": "正文四.2",
    "filing-incomplete": "正文四.2",
    "certificate-field-missing": "附件1",
    "certificate-years-inconsistent": "附件1",
    "certificate-not-eligible": "附件1",
    "window-too-short": "正文三",
    "window-claim-differs": "正文三",
    "window-year-not-passed": "正文三",
  },
};

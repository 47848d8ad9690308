/**
 * 益人社函〔2018〕47号, formalised. Data only: read it beside the notice, clause by clause.
 * Sentences are summaries of our own; the notice's text wins.
 */
import type { ConversionSource, EvidenceSource, OpeningSource, PolicyRules, Worth } from "../language";

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
  rows: [
    { when: { halfDays: { is: "blank" }, evenings: { is: "blank" } }, then: withoutDays },
    { then: { take: byDays, then: statedDiffers } },
  ],
};

/** Physical bounds: a day has two half-days and one evening. Days that are given, and none of them with training, are none. */
const dayChecks: ConversionSource["checks"] = [
  {
    code: "day-count-impossible",
    when: { days: { is: "given" }, halfDays: { above: { times: [2, "days"] } } },
    of: "halfDays",
  },
  { code: "day-count-impossible", when: { days: { is: "given" }, evenings: { above: "days" } }, of: "evenings" },
  {
    code: "no-training-days",
    when: {
      any: [
        { halfDays: { atMost: 0 }, evenings: { atMost: 0 } },
        { halfDays: { atMost: 0 }, evenings: { is: "blank" } },
        { halfDays: { is: "blank" }, evenings: { atMost: 0 } },
      ],
    },
  },
];

/** J-11: practice, visits and overseas study have no conversion clause; 附件5第1条 by analogy. */
const byAnalogy: Worth = {
  take: convertedByDays,
  then: { ask: "J-11", code: "j-conversion-by-analogy", options: { "by-days": "taken", zero: 0 } },
};
/** 证书学时 is compared with them only (J-05). */
const dayNumbers = ["halfDays", "evenings"] as const;

/** 附件5第5条 speaks of the 专利权人: J-22 where that is the employer and the person an inventor. */
const patentHours = (hours: number): Worth => ({
  rows: [
    {
      when: { patentee: "unit" },
      then: { ask: "J-22", code: "j-patent-patentee-inventor", options: { "inventor-rank": hours, zero: 0 } },
    },
    { then: hours },
  ],
});
const PATENTS = ["invention", "utility", "design"];

/** 附件5第6条: a 厅局级 award by rank. */
const bureauAward: Worth = { rows: [{ when: { rank: { atMost: 3 } }, then: 30 }, { then: 10 }] };
/** J-24: annex 4 knows provincial awards for the project's leader only, annex 5 for participants too. */
const forParticipants = (hours: number): Worth => ({
  ask: "J-24",
  code: "j-award-provincial-participant",
  options: { count: hours, reject: 0 },
});

/** 附件5第8条: 「为6个月」; J-28 for more than 6 and up to 12 months. */
const shortTour: Worth = {
  rows: [
    { when: { months: 6 }, then: 60 },
    { then: { ask: "J-28", code: "j-aid-duration-gap", options: { "60": 60, "0": 0 } } },
  ],
};
const tourIn = (year: "startYear" | "endYear"): Worth => ({
  rows: [{ when: { year: { atLeast: year, atMost: year } }, then: shortTour }, { then: 0 }],
});

/** 附件5第4条(2): by tier of the journal, first author or not. */
const tier = (first: number): Worth => ({
  rows:
    // A case a line
    // prettier-ignore
    [
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
          then: {
            ask: "J-09",
            code: "j-half-day-meeting",
            options: { "4": { times: [4, "halfDays"] }, "8": { times: [8, "halfDays"] }, "0": 0 },
          },
        },
        { then: 0 },
      ],
    },
    {
      rows: [
        {
          when: { evenings: { above: 0 } },
          then: { ask: "J-10", code: "j-meeting-evening", options: { none: 0, "plus-2": { times: [2, "evenings"] } } },
        },
        { then: 0 },
      ],
    },
  ],
};

/** 附件5第11条: other supporting material 「可以适当考虑」, never by itself. */
const auxiliary: OpeningSource = {
  ask: "J-33",
  code: "j-evidence-auxiliary",
  clause: "附件5第11条",
  accept: "accept",
  sets: [["auxiliary"]],
  saysIncomplete: true,
};
const auxiliaryLabels = {
  会议通讯录: "auxiliary",
  邮件回执: "auxiliary",
  财务报账单: "auxiliary",
  其他辅助材料: "auxiliary",
};

/** Meetings, lectures and visits are proven alike. */
const meetingEvidence: EvidenceSource = {
  clause: "附件4(二)4",
  sets: [
    ["invitation", "notes"],
    ["invitation", "sealed-receipt", "supporting"],
  ],
  labels: {
    会议邀请函: "invitation",
    讲座通知: "invitation",
    访问邀请函: "invitation",
    学习笔记: "notes",
    "回执(盖章)": "sealed-receipt",
    "回执(未盖章)": "unsealed-receipt",
    相关证明材料: "supporting",
    ...auxiliaryLabels,
  },
  openings: [
    {
      ask: "J-36",
      code: "j-evidence-supporting-required",
      clause: "附件4(二)4",
      accept: "not-required",
      sets: [["invitation", "sealed-receipt"]],
      saysIncomplete: false,
    },
    {
      ask: "J-44",
      code: "j-evidence-notes-or-like",
      clause: "附件4(二)4",
      accept: "or-like",
      sets: [["invitation", "supporting"]],
      saysIncomplete: true,
    },
    auxiliary,
  ],
};

/** 附件5第9条 names these; others fall under its 「等」 by analogy only (J-04). */
const EXCLUDED_BY_NAME = ["本科学历教育", "硕士学历教育", "学法考试", "处级干部培训"];

export const rules: PolicyRules = {
  id: "yiyang-2018-47",
  title: "益人社函〔2018〕47号 关于开展2018年专业技术人员继续教育工作的通知",
  unit: "学时",

  forms: {
    training: {
      labels: ["面授培训"],
      clause: "附件4(一)1",
      dates: "asked",
      subject: "registered",
      creditYear: "period",
      noOverlap: true,
      conversion: { clause: "附件5第1条", numbers: [...dayNumbers], checks: dayChecks, worth: convertedByDays },
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
          培训通知: "notice",
          培训课程表: "timetable",
          培训日程安排: "agenda",
          培训签到表: "signin",
          结业证书: "completion",
          其他签到形式: "alt-attendance",
          ...auxiliaryLabels,
        },
        substitutes: [
          { slug: "alt-attendance", standsFor: "signin", code: "evidence-substitute-used", clause: "附件5第10条" },
        ],
        openings: [
          {
            ask: "J-35",
            code: "j-evidence-body-vs-annex4",
            clause: "正文三+附件4(二)1",
            accept: "body",
            sets: [["completion"], ["notice", "signin"]],
            saysIncomplete: true,
          },
          auxiliary,
        ],
      },
    },
    online: {
      labels: ["网络培训"],
      clause: "附件4(一)3",
      dates: "asked",
      extent: "certificate",
      subject: "registered",
      creditYear: "period",
      conversion: {
        clause: "附件4(二)3",
        numbers: ["statedHours"],
        legible: [{ fact: "progress", unless: { evidence: "completion" } }],
        worth: {
          rows: [
            {
              when: { any: [{ statedHours: { is: "blank" } }, { statedHours: { atMost: 0 } }] },
              then: {
                ask: "J-12",
                code: "j-online-hours-unspecified",
                always: true,
                options: { zero: 0, "stated-hours": 0 },
              },
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
          课程购买记录: "purchase",
          课程内容安排: "content",
          课程内容: "content",
          课程完成进度: "progress",
          课程时长: "duration",
          结业证书: "completion",
          ...auxiliaryLabels,
        },
        openings: [auxiliary],
      },
    },
    meeting: {
      labels: ["学术会议"],
      clause: "附件4(一)4",
      dates: "asked",
      extent: "days",
      creditYear: "period",
      noOverlap: true,
      conversion: {
        clause: "附件5第2条",
        needs: ["meetingDays"],
        numbers: ["meetingDays", "uncountedDays", "halfDays", "evenings"],
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
      evidence: meetingEvidence,
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
            rows:
              // A case a line
              // prettier-ignore
              [
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
        labels: {
          刊物封面: "journal-cover",
          刊号: "issue-number",
          目录复印件: "toc",
          录用通知: "acceptance-letter",
          ...auxiliaryLabels,
        },
        openings: [auxiliary],
      },
    },
    practice: {
      labels: ["实践活动"],
      clause: "附件4(一)2",
      dates: "asked",
      creditYear: "period",
      noOverlap: true,
      conversion: { clause: "附件5第1条", numbers: [...dayNumbers], checks: dayChecks, worth: byAnalogy },
      evidence: {
        clause: "附件4(二)2",
        sets: [
          ["activity-notice", "dispatch-notice-sealed"],
          ["activity-notice", "log"],
          ["registration-form", "log"],
        ],
        labels: {
          实践活动通知: "activity-notice",
          "派出通知(盖章)": "dispatch-notice-sealed",
          "派出通知(未盖章)": "dispatch-notice-unsealed",
          实践活动日志: "log",
          实践报名表: "registration-form",
          ...auxiliaryLabels,
        },
        openings: [auxiliary],
      },
    },
    lecture: {
      labels: ["学术讲座"],
      clause: "附件4(一)4",
      dates: "asked",
      creditYear: "period",
      noOverlap: true,
      conversion: { clause: "附件5第1条", numbers: [...dayNumbers], checks: dayChecks, worth: convertedByDays },
      evidence: meetingEvidence,
    },
    visit: {
      labels: ["学术访问"],
      clause: "附件4(一)4",
      dates: "asked",
      creditYear: "period",
      noOverlap: true,
      conversion: { clause: "附件5第1条", numbers: [...dayNumbers], checks: dayChecks, worth: byAnalogy },
      evidence: meetingEvidence,
    },
    book: {
      labels: ["著作"],
      clause: "附件4(一)6",
      creditYear: "completion",
      rankIsUnique: true,
      conversion: {
        clause: "附件5第4条(1)",
        numbers: [{ fact: "rank", unless: { role: ["chief-editor", "contributing-editor"] } }],
        checks: [{ code: "book-not-published", when: { completedDate: { is: "blank" } } }],
        worth: {
          rows: [
            {
              when: { role: "chief-editor" },
              then: { ask: "J-15", code: "j-editor-role", options: { "as-first-and-other": 60, "all-other": 30 } },
            },
            // A contributing editor is no first author under either reading of J-15.
            { when: { role: "contributing-editor" }, then: 30 },
            { when: { rank: 1 }, then: 60 },
            { then: 30 },
          ],
        },
      },
      evidence: {
        clause: "附件4(二)6",
        sets: [["cover-with-author", "toc"]],
        labels: { 著作封面: "cover-with-author", 目录复印件: "toc", ...auxiliaryLabels },
        openings: [auxiliary],
      },
    },
    patent: {
      labels: ["专利"],
      clause: "附件4(一)7",
      creditYear: "completion",
      rankIsUnique: true,
      conversion: {
        clause: "附件5第5条",
        numbers: ["rank"],
        checks: [
          { code: "patent-not-granted", when: { kind: PATENTS, completedDate: { is: "blank" } } },
          { code: "patent-not-cnipa", when: { kind: PATENTS, authority: { noneOf: ["CNIPA"] } } },
        ],
        worth: {
          rows: [
            { when: { kind: "invention", rank: { atMost: 3 } }, then: patentHours(60) },
            { when: { kind: ["utility", "design"], rank: { atMost: 3 } }, then: patentHours(30) },
            {
              when: { kind: PATENTS },
              then: {
                ask: "J-21",
                code: "j-patent-rank-unspecified",
                options: { zero: 0, "other-rank": patentHours(10) },
              },
            },
            { then: { ask: "J-23", code: "j-achievement-type-unlisted", options: { zero: 0, "other-rank": 10 } } },
          ],
        },
      },
      evidence: {
        clause: "附件4(二)7",
        sets: [["patent-cert"]],
        labels: { 专利证书: "patent-cert", 受理通知书: "filing-receipt", ...auxiliaryLabels },
        openings: [auxiliary],
      },
    },
    award: {
      labels: ["获奖成果"],
      clause: "附件4(一)8",
      creditYear: "completion",
      rankIsUnique: true,
      conversion: {
        clause: "附件5第6条",
        needs: ["completedDate"],
        numbers: ["rank"],
        worth: {
          rows: [
            { when: { level: "national", rank: { atMost: 5 } }, then: 60 },
            {
              when: { level: "provincial", role: "participant", rank: { atMost: 3 } },
              then: forParticipants(60),
              clause: "附件4(一)8+附件5第6条",
            },
            { when: { level: "provincial", rank: { atMost: 3 } }, then: 60 },
            {
              when: { level: "provincial", role: "participant" },
              then: forParticipants(10),
              clause: "附件4(一)8+附件5第6条",
            },
            { when: { level: ["national", "provincial"] }, then: 10 },
            {
              when: { level: "bureau" },
              then: {
                ask: "J-25",
                code: "j-award-bureau-not-in-annex4",
                options: { count: bureauAward, "bureau-only": bureauAward, reject: 0 },
              },
            },
            {
              when: { level: "municipal" },
              then: {
                ask: "J-25",
                code: ["j-award-bureau-not-in-annex4", "j-award-municipal-as-bureau"],
                options: { count: bureauAward, "bureau-only": 0, reject: 0 },
              },
            },
            { then: { ask: "J-26", code: "j-award-level-unlisted", options: { zero: 0, "as-bureau": bureauAward } } },
          ],
        },
      },
      evidence: {
        clause: "附件4(二)8",
        sets: [["award-cert"]],
        labels: { 获奖证书: "award-cert", ...auxiliaryLabels },
        openings: [auxiliary],
      },
    },
    "computer-exam": {
      labels: ["计算机考试"],
      clause: "附件4(一)9",
      creditYear: "completion",
      conversion: {
        clause: "附件5第7条",
        needs: ["completedDate", "modules"],
        numbers: ["modules"],
        checks: [
          { code: "computer-exam-wrong-organizer", when: { authority: { noneOf: ["hrss"] } }, clause: "附件4(一)9" },
          { code: "no-modules-passed", when: { modules: 0 } },
        ],
        worth: { times: ["modules", 10] },
      },
      evidence: {
        clause: "附件4(二)9",
        sets: [["pass-cert"]],
        labels: { 合格证书: "pass-cert", 成绩单: "score-sheet", ...auxiliaryLabels },
        openings: [auxiliary],
      },
    },
    aid: {
      labels: ["三援"],
      clause: "附件4(一)10",
      dates: "to-the-day",
      conversion: {
        clause: "附件5第8条",
        needs: ["months"],
        checks:
          // A case a line
          // prettier-ignore
          [
          { code: "aid-type-not-listed", when: { kind: { noneOf: ["tibet", "xinjiang", "foreign"] } } },
          { code: "aid-approver-not-eligible", when: { authority: { noneOf: ["provincial-org-dept", "provincial-bureau"] } } },
          { code: "aid-not-assessed", when: { assessment: { noneOf: ["pass"] } } },
          { code: "aid-too-short", when: { months: { below: 6 } } },
          { code: "aid-year-outside", when: { endYear: { is: "given" }, any: [{ year: { below: "startYear" } }, { year: { above: "endYear" } }] } },
        ],
        worth: {
          rows: [
            {
              // More than a year always touches two calendar years.
              when: { months: { above: 12 }, year: { atLeast: "startYear", atMost: "endYear" } },
              then: {
                ask: "J-30",
                code: "j-aid-90-public",
                options: { "include-public": { split: { public: 30, professional: 60 } }, "professional-only": 90 },
              },
            },
            {
              when: { months: { atLeast: 6, atMost: 12 }, startYear: { atLeast: "endYear" } },
              then: tourIn("endYear"),
            },
            {
              when: { months: { atLeast: 6, atMost: 12 } },
              then: {
                ask: "J-29",
                code: "j-aid-cross-year",
                options: { "end-year": tourIn("endYear"), "start-year": tourIn("startYear"), both: shortTour },
              },
            },
          ],
        },
      },
      evidence: {
        clause: "附件4(二)10",
        sets: [["dispatch-notice", "assessment-form"]],
        labels: { 派遣通知: "dispatch-notice", 考核表: "assessment-form", ...auxiliaryLabels },
        openings: [auxiliary],
      },
    },
    doctoral: {
      labels: ["博士学历教育"],
      clause: "附件4(一)11",
      conversion: {
        clause: "附件4(二)11",
        numbers: ["statedHours"],
        worth: {
          rows: [
            {
              when: { statedHours: { above: 0 } },
              then: {
                ask: "J-32",
                code: "j-doctoral-hours-basis",
                options: { "scheduled-hours": "statedHours", zero: 0, "60": 60 },
              },
            },
            {
              then: {
                ask: "J-32",
                code: "j-doctoral-hours-unspecified",
                options: { "scheduled-hours": 0, zero: 0, "60": 60 },
              },
            },
          ],
        },
      },
      evidence: {
        clause: "附件4(二)11",
        sets: [["doctoral-diploma"], ["semester-timetable-hours"]],
        labels: {
          博士毕业证: "doctoral-diploma",
          学期课程及学时安排: "semester-timetable-hours",
          成绩单: "transcript",
          ...auxiliaryLabels,
        },
        openings: [auxiliary],
      },
    },
    overseas: {
      labels: ["海外研修"],
      clause: "附件4(一)12",
      dates: "asked",
      creditYear: "period",
      noOverlap: true,
      conversion: { clause: "附件5第1条", numbers: [...dayNumbers], checks: dayChecks, worth: byAnalogy },
      evidence: {
        clause: "附件4(二)12",
        sets: [
          ["invitation", "receipt"],
          ["invitation", "study-materials"],
          ["invitation", "host-cert"],
        ],
        labels: {
          邀请函: "invitation",
          回执: "receipt",
          学习资料: "study-materials",
          邀请方结业证书: "host-cert",
          ...auxiliaryLabels,
        },
        openings: [auxiliary],
      },
    },
    excluded: {
      labels: [...EXCLUDED_BY_NAME, "党校学习", "专科学历教育", "其他"],
      clause: "附件5第9条",
      creditYear: "period",
      subjectAsked: false,
      stamped: false,
      conversion: {
        clause: "附件5第9条",
        checks: [{ code: "excluded-activity", when: { formLabel: EXCLUDED_BY_NAME } }],
        worth: {
          rows: [
            {
              when: { claimedHours: { above: 0 } },
              then: {
                ask: "J-04",
                code: "j-excluded-by-analogy",
                always: true,
                options: { exclude: 0, "claimed-hours": "claimedHours" },
              },
            },
            {
              then: {
                ask: "J-04",
                code: "j-excluded-by-analogy",
                always: true,
                options: { exclude: 0, "claimed-hours": 0 },
              },
            },
          ],
        },
      },
    },
  },

  // 正文四.1: 「应不少于」90 is hard; 「一般不少于」30 and 60 leave room for an exception (J-01).
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
    { form: "award", fact: "level", zh: "{value}获奖", en: "{value} award" },
  ],

  minima: [
    { of: "total", atLeast: 90, code: "annual-total-shortfall", clause: "正文四.1" },
    { of: "public", atLeast: 30, code: "public-shortfall", clause: "正文四.1", ask: "J-01", lenient: "lenient" },
    {
      of: "professional",
      atLeast: 60,
      code: "professional-shortfall",
      clause: "正文四.1",
      ask: "J-01",
      lenient: "lenient",
    },
  ],

  // 正文四.1: 3 % as a weight, or 3 % of the full marks as a bonus: the same share of the scheme's total.
  score: { clause: "正文四.1", share: 0.03, ask: "J-02", proportional: "proportional" },

  groups: [
    { forms: ["paper"], keep: "highest", code: "paper-annual-limit", clause: "附件5第4条(2)" },
    {
      forms: ["project"],
      keep: "highest",
      ask: "J-14",
      keepHighest: "highest",
      code: "j-multiple-projects-same-year",
      clause: "附件5第3条",
    },
    {
      forms: ["book"],
      keep: "highest",
      ask: "J-14",
      keepHighest: "highest",
      code: "j-multiple-books-same-year",
      clause: "附件5第4条(1)",
    },
    {
      forms: ["project", "award"],
      sameTitleAcrossForms: true,
      keep: "highest",
      ask: "J-27",
      keepHighest: "highest",
      code: "j-same-achievement-double-credit",
      clause: "附件5第3条+第6条",
    },
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
    notFiled: "training-not-filed",
    incomplete: "filing-incomplete",
    unnumbered: { form: "online", ask: "J-43", code: "j-online-unfiled", accept: "accept" },
    theme: {
      year: 2018,
      words: "加快开放强省建设",
      ask: "J-03",
      code: "j-public-theme-mismatch",
      accept: "count",
      clause: "正文一",
    },
  },

  // 正文二: from the year 2019 on nothing is made up for.
  makeup: {
    clause: "正文二",
    lastYear: 2018,
    refused: "makeup-not-accepted",
    ask: "J-37",
    code: "j-makeup-scope",
    accept: "count",
  },

  windows: {
    clause: "正文三",
    years: 5,
    tooShort: "window-too-short",
    claimDiffers: "window-claim-differs",
    yearNotMet: "window-year-not-passed",
    shorter: [{ education: "doctor", years: 2 }],
    end: { ask: "J-41", code: "j-window-end", offsets: { "year-before": -1, "application-year": 0 } },
    unstated: { ask: "J-42", code: "j-window-not-stated", asClaimed: "claimed-window" },
    levels: ["senior", "deputy-senior"],
  },

  unitKinds: [
    { label: "市直单位", nature: "municipal-direct" },
    { label: "中央在益单位", nature: "central-provincial" },
    { label: "省属在益单位", nature: "central-provincial" },
    { label: "县(市)区单位", nature: "county" },
    { label: "非公企业", nature: "non-public" },
    { label: "其他组织", nature: "non-public" },
  ],
  claimedYears: { clause: "正文三第5段", yearNotMet: "window-year-not-passed" },

  channels:
    // A case a line
    // prettier-ignore
    [
    { natures: ["municipal-direct"], clause: "正文三第1段", months: { first: 6, last: 9, code: "channel-outside-window" }, individual: { code: "channel-individual-discouraged" }, preReview: { code: "preliminary-review-missing" }, windowStated: false },
    { natures: ["central-provincial"], clause: "正文三第2段", months: { first: 9, last: 9, code: "channel-outside-window" }, individual: { code: "channel-individual-not-accepted" }, via: { submitter: "department", code: "channel-via-unit" }, windowStated: true },
    { natures: ["county"], clause: "正文三第3段", individual: { code: "channel-individual-not-accepted" }, via: { submitter: "unit", code: "channel-via-department" }, windowStated: false },
    { natures: ["non-public"], clause: "正文三第4段", windowStated: false },
  ],
  proofs: {
    clause: "正文四.4",
    senior: "certificate",
    others: "registration-book-original",
    othersClause: "正文三第5段",
    ownPlace: "市本级",
    wrongProof: "channel-wrong-proof",
    wrongPlace: "channel-wrong-authority",
  },

  // 附件2, 附件3: the list in the notice and the forms themselves number them the other way round, so that they go by their names.
  papers: {
    filing: "益阳市{year}年专业技术人员公需科目培训备案表",
    organisations: "益阳市{year}年专业技术人员继续教育培训单位一览表",
    yearReport: {
      title: "{year} 年度专业技术人员继续教育工作报告",
      basis: "正文四.3：年度继续教育工作情况于 12 月底前报市人力资源社会保障局",
    },
    notes: {
      unit: {
        unitNature: "从下拉列表选择；决定办理时间和渠道",
        county: "县（市）区单位填写所属县（市）区；市本级不填",
        preReviewDate: "主管部门初审的日期；市直单位须先初审",
      },
      people: {
        archivePlace: "人事档案所在地；申报中级、初级必填",
        proof: "申请办理的验证方式：副高级、正高级为合格证明，中级、初级为登记证书原件",
      },
    },
  },

  clauses: {
    "dates-missing": "正文二",
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

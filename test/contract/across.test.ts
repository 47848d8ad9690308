/** "Across rows" and dates of the workbook contract: overlaps across kinds, one activity claimed for several years, days and dates. */
import {
  LECTURE,
  MEETING,
  ONLINE,
  OVERSEAS,
  PRACTICE,
  TRAINING,
  VISIT,
  EXCLUDED,
  DOCTORAL,
  PROJECT,
  groups,
  serial,
  table,
  type GroupCase,
  type RowCells,
} from "../review/exact/support";

const kept = (hours: number): string => `${hours}→${hours} professional credited`;
const lost = (hours: number): string => `${hours}→0 professional rejected`;
const two: RowCells = { 开始日期: serial("2017-05-02"), 结束日期: serial("2017-05-03"), 年度: 2017 };
const analogy = "J-11 by-days, J-08 count";
const allDay: Readonly<Record<string, readonly [RowCells, string]>> = {
  面授培训: [{ ...TRAINING, ...two, 半天数: 4, 名称: "甲" }, ""],
  学术讲座: [{ ...LECTURE, ...two, 半天数: 4, 名称: "乙" }, ""],
  实践活动: [{ ...PRACTICE, ...two, 半天数: 4, 名称: "丙" }, "=j-conversion-by-analogy"],
  学术访问: [{ ...VISIT, ...two, 半天数: 4, 名称: "丁" }, "=j-conversion-by-analogy"],
  海外研修: [{ ...OVERSEAS, ...two, 半天数: 4, 名称: "戊" }, "=j-conversion-by-analogy"],
  学术会议: [{ ...MEETING, ...two, 会议天数: 2, 不计天数: 0, 名称: "己" }, ""],
};
groups(
  "dates-overlap: also of two kinds",
  Object.entries(allDay).flatMap(([one, [first, ownCodes]]) =>
    Object.entries(allDay)
      .filter(([other]) => other !== one)
      .map(([other, [second, codes]]): GroupCase => [
        `${one}, then ${other}`,
        [first, second],
        analogy,
        [
          [kept(16), ownCodes],
          [lost(16), `${codes} !dates-overlap`.trim()],
        ],
      ]),
  ),
);
const meeting = allDay["学术会议"]?.[0] ?? {};
const course = allDay["面授培训"]?.[0] ?? {};
groups("dates-overlap: near misses", [
  [
    "a meeting with a day that does not count",
    [course, { ...meeting, 会议天数: 2, 不计天数: 1 }],
    "",
    [
      [kept(16), ""],
      [kept(8), ""],
    ],
  ],
  [
    "a course with a free half-day",
    [{ ...course, 半天数: 3 }, meeting],
    "",
    [
      [kept(12), ""],
      [kept(16), ""],
    ],
  ],
  [
    "the day after",
    [course, { ...meeting, 开始日期: serial("2017-05-04"), 结束日期: serial("2017-05-05") }],
    "",
    [
      [kept(16), ""],
      [kept(16), ""],
    ],
  ],
  [
    "one shared day",
    [course, { ...meeting, 开始日期: serial("2017-05-03"), 结束日期: serial("2017-05-04") }],
    "",
    [
      [kept(16), ""],
      [lost(16), "!dates-overlap"],
    ],
  ],
  [
    "one date stands for both",
    [{ ...course, 开始日期: serial("2017-05-02"), 结束日期: null, 半天数: 2 }, meeting],
    "",
    [
      [kept(8), ""],
      [lost(16), "!dates-overlap"],
    ],
  ],
  [
    "online courses share days with anything",
    [course, { ...ONLINE, ...two }],
    "",
    [
      [kept(16), ""],
      [kept(30), ""],
    ],
  ],
  [
    "two people",
    [course, { ...meeting, 登记证书编号: "YY000002" }],
    "",
    [
      [kept(16), ""],
      [lost(16), "!person-unknown"],
    ],
  ],
]);

const turn = { 开始日期: serial("2016-12-29"), 结束日期: serial("2017-01-04") };
const inYear = (year: number, more: RowCells): RowCells => ({
  ...TRAINING,
  ...turn,
  名称: "跨年班",
  年度: year,
  ...more,
});
groups("record-duplicate: the same activity for several years", [
  [
    "13 + 13 half-days of 7 days",
    [inYear(2016, { 半天数: 13 }), inYear(2017, { 半天数: 13 })],
    "",
    [
      [kept(52), ""],
      [lost(52), "!record-duplicate"],
    ],
  ],
  [
    "4 + 10 are 14",
    [inYear(2016, { 半天数: 4 }), inYear(2017, { 半天数: 10 })],
    "",
    [
      [kept(16), ""],
      [kept(40), ""],
    ],
  ],
  [
    "4 + 11 are 15",
    [inYear(2016, { 半天数: 4 }), inYear(2017, { 半天数: 11 })],
    "",
    [
      [kept(16), ""],
      [lost(44), "!record-duplicate"],
    ],
  ],
  [
    "another title",
    [inYear(2016, { 半天数: 13 }), inYear(2017, { 半天数: 13, 名称: "另一班" })],
    "",
    [
      [kept(52), ""],
      [kept(52), ""],
    ],
  ],
  [
    "the title is compared without spaces, case and punctuation",
    [inYear(2016, { 半天数: 13, 名称: "跨年班（一）" }), inYear(2017, { 半天数: 13, 名称: "跨年班 (一)" })],
    "",
    [
      [kept(52), ""],
      [lost(52), "!record-duplicate"],
    ],
  ],
  [
    "other dates",
    [inYear(2016, { 半天数: 13 }), inYear(2017, { 半天数: 13, 结束日期: serial("2017-01-05") })],
    "",
    [
      [kept(52), ""],
      [kept(52), ""],
    ],
  ],
  [
    "one date is not both",
    [inYear(2016, { 半天数: 2, 结束日期: null }), inYear(2016, { 半天数: 2, 结束日期: null, 名称: "跨年班二" })],
    "",
    [
      [kept(8), ""],
      [lost(8), "!dates-overlap"],
    ],
  ],
  [
    "meetings by countable days: 4 + 3 of 7",
    [
      { ...MEETING, ...turn, 年度: 2016, 会议天数: 4, 不计天数: 0 },
      { ...MEETING, ...turn, 年度: 2017, 会议天数: 3, 不计天数: 0 },
    ],
    "",
    [
      [kept(32), ""],
      [kept(24), ""],
    ],
  ],
  [
    "meetings by countable days: 4 + 4 of 7",
    [
      { ...MEETING, ...turn, 年度: 2016, 会议天数: 6, 不计天数: 2 },
      { ...MEETING, ...turn, 年度: 2017, 会议天数: 4, 不计天数: 0 },
    ],
    "",
    [
      [kept(32), ""],
      [lost(32), "!record-duplicate"],
    ],
  ],
  [
    "online courses with the same hours",
    [
      { ...ONLINE, ...turn, 年度: 2016 },
      { ...ONLINE, ...turn, 年度: 2017 },
    ],
    "",
    [
      [kept(30), ""],
      [lost(30), "!record-duplicate"],
    ],
  ],
  [
    "online courses with other hours",
    [
      { ...ONLINE, ...turn, 年度: 2016, 证书学时: 20 },
      { ...ONLINE, ...turn, 年度: 2017, 证书学时: 15 },
    ],
    "",
    [
      [kept(20), ""],
      [kept(15), ""],
    ],
  ],
  [
    "online courses without hours",
    [
      { ...ONLINE, ...turn, 年度: 2016, 证书学时: null },
      { ...ONLINE, ...turn, 年度: 2017, 证书学时: null },
    ],
    "J-12 zero",
    [
      ["0→0 none rejected", "=j-online-hours-unspecified"],
      ["0→0 none rejected", "=j-online-hours-unspecified"],
    ],
  ],
  [
    "months: 50 + 12 half-days of December",
    [
      inYear(2016, { 开始日期: "2016年12月", 结束日期: "2017年1月", 半天数: 100 }),
      inYear(2017, { 开始日期: "2016年12月", 结束日期: "2017年1月", 半天数: 24 }),
    ],
    "",
    [
      [kept(400), ""],
      [kept(96), ""],
    ],
  ],
  [
    "months: one half-day too many",
    [
      inYear(2016, { 开始日期: "2016年12月", 结束日期: "2017年1月", 半天数: 100 }),
      inYear(2017, { 开始日期: "2016年12月", 结束日期: "2017年1月", 半天数: 25 }),
    ],
    "",
    [
      [kept(400), ""],
      [lost(100), "!record-duplicate"],
    ],
  ],
  [
    "the same year: the first rule",
    [inYear(2016, { 半天数: 1 }), inYear(2016, { 半天数: 1 })],
    "",
    [
      [kept(4), ""],
      [lost(4), "!record-duplicate"],
    ],
  ],
]);

const undated = { 开始日期: null, 结束日期: null };
const noDates: readonly (readonly [string, RowCells, string, string])[] = [
  ["面授培训", TRAINING, "", kept(16)],
  ["网络培训", ONLINE, "", kept(30)],
  ["实践活动", PRACTICE, "J-11 by-days", kept(16)],
  ["学术会议", MEETING, "", kept(24)],
  ["学术讲座", LECTURE, "", kept(4)],
  ["学术访问", VISIT, "J-11 by-days", kept(16)],
  ["海外研修", OVERSEAS, "J-11 by-days", kept(16)],
];
for (const [name, base, decided, figures] of noDates)
  table(`dates-missing: ${name}`, base, [
    [
      "neither date",
      undated,
      decided,
      figures,
      decided === "" ? "~dates-missing" : "=j-conversion-by-analogy ~dates-missing",
    ],
    [
      "the end alone",
      {
        开始日期: null,
        结束日期: serial("2017-03-10"),
        ...(base["会议天数"] === undefined
          ? { 半天数: base["半天数"] === undefined ? null : 1 }
          : { 会议天数: 1, 不计天数: null }),
      },
      "J-08 count, J-11 by-days",
      base === ONLINE ? kept(30) : base === MEETING ? kept(8) : kept(4),
      base === MEETING ? "=j-one-day-meeting" : decided === "" ? "" : "=j-conversion-by-analogy",
    ],
  ]);
table("dates are asked of no other form", PROJECT, [
  ["a project", {}, "", kept(40), ""],
  ["doctoral study", DOCTORAL, "J-32 scheduled-hours", kept(96), "=j-doctoral-hours-basis"],
  ["what is excluded", EXCLUDED, "J-04 exclude", "0→0 none rejected", "=j-excluded-by-analogy"],
]);

table("no-training-days: given, and neither above 0", TRAINING, [
  ["0 half-days", { 半天数: 0 }, "", "0→0 none rejected", "!no-training-days"],
  ["0 and 0", { 半天数: 0, 晚上数: 0 }, "", "0→0 none rejected", "!no-training-days"],
  ["0 evenings alone", { 半天数: null, 晚上数: 0 }, "", "0→0 none rejected", "!no-training-days"],
  ["an evening", { 半天数: 0, 晚上数: 1 }, "", kept(2), ""],
  ["negative: not a number of days", { 半天数: -1 }, "", "0→0 none rejected", "!invalid-number"],
  ["negative beside 0", { 半天数: 0, 晚上数: -1 }, "", "0→0 none rejected", "!invalid-number"],
  ["both blank: J-05", { 半天数: null }, "J-05 by-days", "0→0 none rejected", "=j-days-missing"],
  ["certified hours don't help", { 半天数: 0, 证书学时: 24 }, "", "0→0 none rejected", "!no-training-days"],
]);
for (const [name, base] of [
  ["学术讲座", LECTURE],
  ["实践活动", PRACTICE],
  ["学术访问", VISIT],
  ["海外研修", OVERSEAS],
] as const)
  table(`no-training-days: ${name}`, base, [["0", { 半天数: 0 }, "", "0→0 none rejected", "!no-training-days"]]);

table("会议天数 beyond its dates", MEETING, [
  ["5 of 5 days", {}, "", kept(24), ""],
  ["6 of 5 days", { 会议天数: 6, 不计天数: 3 }, "", "0→0 none rejected", "!day-count-impossible"],
  [
    "one date stands for both",
    { 结束日期: null, 会议天数: 2, 不计天数: 1 },
    "",
    "0→0 none rejected",
    "!day-count-impossible",
  ],
  ["without dates: not known", { ...undated, 会议天数: 6, 不计天数: 3 }, "", kept(24), "~dates-missing"],
]);

table("名称 blank", TRAINING, [
  ["of a training", { 名称: null }, "", "0→0 none rejected", "!field-missing"],
  ["of a project", { ...PROJECT, 名称: " " }, "", "0→0 none rejected", "!field-missing"],
  ["of what is excluded", { ...EXCLUDED, 名称: null }, "", "0→0 none rejected", "!field-missing"],
]);

/** 年度工作报告: what the office reports of a year: people, hours, pass rates, problems. */
import { catalogueOf, messageOf } from "../messages";
import { policyOf, type Policy } from "../policy";
import { HEADER } from "../results/colours";
import type { Area } from "../grid/address";
import type { CellBlock, ChartPlan, OwnSheetPlan, PlannedCell, StyledArea } from "../results/plan";
import { PAGE_FOOTER } from "../results/table";
import type { Review, SubjectOutcome } from "../review/types";
import type { Submission } from "../submission/types";
import { SHEETS, SIGNATURE_LINE, VALUES } from "../submission/vocabulary";
import { wrapped } from "./wrapped";
import { reportTallies, type FormTally, type ReportTallies, type VerdictTally } from "./year-tallies";

const MOST_PROBLEMS = 10;
/** Bars that stay readable beside each other. */
const MOST_UNITS_IN_CHART = 12;
const MOST_FORMS_IN_CHART = 10;

/** Columns of the sheet; tables begin at the left, charts lie over the whole width. */
const WIDTHS = [26, 13, 13, 13, 13, 13, 13, 13] as const;
const CHART_ROWS = 18;
/** Half-width characters of the first column, and points of one of its lines. */
const FIRST_WIDTH = WIDTHS[0] - 2;
const LINE_POINTS = 16;
const COLORS = {
  public: "#0F4C81",
  professional: "#E08A1E",
  both: "#5B8C5A",
  either: "#8A8F98",
  rate: "#0F4C81",
  problem: "#B5482F",
} as const;
const PERCENT = "0.0%";

interface Table {
  readonly title: string;
  readonly headers: readonly string[];
  readonly lines: readonly (readonly PlannedCell[])[];
  /** Columns that hold shares. */
  readonly rates?: readonly number[];
  /** The last column is as wide as the sheet. */
  readonly lastIsWide?: boolean;
  /** A last line that adds up. */
  readonly total?: readonly PlannedCell[];
  /** What is said when there are no lines. */
  readonly empty: string;
  /** First columns that take part in a chart, and how many lines of it. */
  readonly chart?: {
    readonly columns: number;
    readonly most: number;
    readonly plan: Omit<ChartPlan, "source" | "place">;
  };
}

/** The report of a review, made on `today` ("YYYY-MM-DD"), under the notice's own title. */
export function yearReportPlan(submission: Submission, review: Review, today: string): OwnSheetPlan {
  return yearReportOf(reportTallies(submission, review), today);
}

/** The report of what was counted, of one workbook or of many. */
export function yearReportOf(tallies: ReportTallies, today: string): OwnSheetPlan {
  const policy = policyOf(tallies.policy);
  if (policy === undefined) throw new Error(`there is no policy ${tallies.policy}`);
  const tables = [
    levels(tallies),
    units(tallies),
    years(tallies, policy.unit),
    forms(tallies, policy.unit),
    problems(tallies, policy),
  ];
  const words = overview(tallies, policy, today);
  const blocks: CellBlock[] = [
    { row: 0, column: 0, cells: [[policy.papers.yearReport.title.replace("{year}", String(tallies.applicationYear))]] },
    ...words.map(([label, text], at) => ({ row: 2 + at, column: 0, cells: [[label, text]] })),
  ];
  const styles: StyledArea[] = [
    { row: 0, column: 0, rows: 1, columns: 1, style: { numberFormat: "@", bold: true, fontSize: 16 } },
    { row: 2, column: 0, rows: words.length, columns: 2, style: { numberFormat: "@" } },
    { row: 2, column: 0, rows: words.length, columns: 1, style: { bold: true } },
  ];
  const charted = tables.filter(({ chart, lines }) => chart !== undefined && lines.length > 0);
  const chartTop = 2 + words.length + 1;
  const chartRows = Math.ceil(charted.length / 2) * (CHART_ROWS + 1);
  const breaksAt = chartTop + chartRows;
  let row = breaksAt;
  const charts: ChartPlan[] = [];
  const merges: Area[] = [];
  const heights: NonNullable<Laid["heights"]>[number][] = [];
  for (const table of tables) {
    const laid = layOut(table, row);
    blocks.push(...laid.blocks);
    styles.push(...laid.styles);
    merges.push(...(laid.merges ?? []));
    heights.push(...(laid.heights ?? []));
    if (table.chart !== undefined && table.lines.length > 0) {
      const at = charts.length;
      const half = WIDTHS.length / 2;
      charts.push({
        ...table.chart.plan,
        source: {
          row: row + 1,
          column: 0,
          rows: Math.min(table.lines.length, table.chart.most) + 1,
          columns: table.chart.columns,
        },
        place: {
          row: chartTop + Math.floor(at / 2) * (CHART_ROWS + 1),
          column: (at % 2) * half,
          rows: CHART_ROWS,
          columns: half,
        },
      });
    }
    row = laid.end + 1;
  }
  blocks.push({ row: row + 1, column: 0, cells: [[SIGNATURE_LINE]] });
  styles.push({
    row: row + 1,
    column: 0,
    rows: 1,
    columns: 1,
    style: { numberFormat: "@", wrap: false, fontSize: 12 },
  });
  return {
    name: SHEETS.yearReport,
    blocks,
    styles,
    columnWidths: WIDTHS.map((characters, column) => ({ column, characters })),
    merges,
    rowHeights: heights,
    hideGridlines: true,
    charts,
    print: {
      orientation: "portrait",
      paper: "a4",
      fitWidth: true,
      centerHorizontally: true,
      area: { row: 0, column: 0, rows: row + 2, columns: WIDTHS.length },
      margins: { top: 48, bottom: 48, left: 36, right: 36 },
      footer: PAGE_FOOTER,
    },
  };
}

interface Laid {
  readonly blocks: readonly CellBlock[];
  readonly styles: readonly StyledArea[];
  readonly merges?: readonly Area[];
  readonly heights?: readonly { readonly row: number; readonly rows: number; readonly points: number }[];
  readonly end: number;
}

function layOut({ title, headers, lines, rates = [], lastIsWide = false, total, empty }: Table, row: number): Laid {
  const heading: StyledArea = {
    row,
    column: 0,
    rows: 1,
    columns: 1,
    style: { numberFormat: "@", bold: true, fontSize: 12 },
  };
  const top: StyledArea = {
    row: row + 1,
    column: 0,
    rows: 1,
    columns: headers.length,
    style: { ...HEADER, numberFormat: "@", wrap: true, horizontal: "center", vertical: "center" },
  };
  const start: CellBlock[] = [
    { row, column: 0, cells: [[title]] },
    { row: row + 1, column: 0, cells: [headers] },
  ];
  if (lines.length === 0) {
    const none: CellBlock = { row: row + 2, column: 0, cells: [[empty]] };
    return {
      blocks: [...start, none],
      styles: [heading, top, { row: row + 2, column: 0, rows: 1, columns: 1, style: { numberFormat: "@" } }],
      end: row + 3,
    };
  }
  const all = total === undefined ? lines : [...lines, total];
  const columnStyles = headers.map((_, column): StyledArea => {
    const isText = all.some((line) => typeof line[column] === "string");
    return {
      row: row + 2,
      column,
      rows: all.length,
      columns: 1,
      style: {
        numberFormat: isText ? "@" : rates.includes(column) ? PERCENT : "General",
        vertical: "center",
        ...(isText ? { wrap: true } : {}),
      },
    };
  });
  const columns = lastIsWide ? WIDTHS.length : headers.length;
  const box: StyledArea = { row: row + 1, column: 0, rows: all.length + 1, columns, style: { border: "all" } };
  const merges = lastIsWide
    ? [headers, ...all].map((_, at): Area => ({
        row: row + 1 + at,
        column: headers.length - 1,
        rows: 1,
        columns: WIDTHS.length - headers.length + 1,
      }))
    : [];
  // Said outright: not every host fits the height of a row to what was written by a program.
  const heights = all.flatMap((line, at) => {
    const { length } = wrapped(String(line[0] ?? ""), FIRST_WIDTH);
    return length < 2 ? [] : [{ row: row + 2 + at, rows: 1, points: length * LINE_POINTS }];
  });
  const sum: StyledArea[] =
    total === undefined
      ? []
      : [{ row: row + 1 + all.length, column: 0, rows: 1, columns: headers.length, style: { bold: true } }];
  return {
    blocks: [...start, { row: row + 2, column: 0, cells: all }],
    styles: [heading, top, ...columnStyles, box, ...sum],
    merges,
    heights,
    end: row + 2 + all.length,
  };
}

function overview(
  { unitName, span: listed, people, records }: ReportTallies,
  policy: Policy,
  today: string,
): readonly (readonly [string, string])[] {
  const span = listed === null ? "" : `，涉及 ${listed[0]}—${listed[1]} 年度`;
  return [
    ["填报单位", unitName],
    ["依据", policy.papers.yearReport.basis ?? policy.title],
    [
      "人员",
      `${people.all} 人：合格 ${people.qualified} 人，不合格 ${people.unqualified} 人，待判断 ${people.pending} 人`,
    ],
    ["学时记录", `${records.records} 条${span}：认定 ${records.credited} 条，核定 ${records.hours} ${policy.unit}`],
    ["编制日期", today],
  ];
}

/** Who is pending has not passed yet, and counts among all. */
const rateOf = (good: number, all: number): number => (all === 0 ? 0 : good / all);
const tallyLine = (label: string, { all, qualified, unqualified, pending }: VerdictTally): PlannedCell[] => [
  label,
  rateOf(qualified, all),
  all,
  qualified,
  unqualified,
  pending,
];

function passRates(
  title: string,
  label: string,
  groups: ReportTallies["levels"],
  people: VerdictTally,
  chart: NonNullable<Table["chart"]>,
): Table {
  return {
    title,
    headers: [label, "合格率", "人数", "合格", "不合格", "待判断"],
    lines: groups.map(([name, tally]) => tallyLine(name, tally)),
    rates: [1],
    total: tallyLine("合计", people),
    empty: "没有人员",
    chart,
  };
}

const RATE_CHART = { colors: [COLORS.rate], numberFormat: "0%", minimum: 0, maximum: 1, labels: true } as const;

function levels({ levels: groups, people }: ReportTallies): Table {
  const order = [...VALUES.targetLevel.keys()];
  const rank = (name: string): number => (order.includes(name) ? order.indexOf(name) : order.length);
  const sorted = [...groups].sort(([a], [b]) => rank(a) - rank(b));
  return passRates("一、各申报级别合格率", "申报级别", sorted, people, {
    columns: 2,
    most: groups.length,
    plan: { ...RATE_CHART, name: "各级别合格率", type: "ColumnClustered", title: "各申报级别合格率" },
  });
}

function units({ units: groups, people }: ReportTallies): Table {
  const sorted = [...groups].sort(([, a], [, b]) => b.all - a.all);
  return passRates("二、各工作单位合格率", "工作单位", sorted, people, {
    columns: 2,
    most: MOST_UNITS_IN_CHART,
    plan: {
      ...RATE_CHART,
      name: "各单位合格率",
      type: "BarClustered",
      title:
        groups.length > MOST_UNITS_IN_CHART
          ? `工作单位合格率（人数最多的 ${MOST_UNITS_IN_CHART} 个）`
          : "各工作单位合格率",
    },
  });
}

function years({ years: groups }: ReportTallies, hourUnit: string): Table {
  const lines = [...groups]
    .sort(([a], [b]) => a - b)
    .map(([year, own]): PlannedCell[] => [
      `${year} 年`,
      rateOf(own.met, own.all),
      own.all,
      own.met,
      own.unmet,
      own.pending,
      own.publicHours,
      own.professionalHours,
    ]);
  return {
    title: "三、各年度达标情况",
    headers: ["年度", "达标率", "人数", "达标", "不达标", "待判断", `公需${hourUnit}`, `专业${hourUnit}`],
    lines,
    rates: [1],
    empty: "没有年度",
  };
}

const SUBJECT_ORDER: readonly Exclude<SubjectOutcome, "none">[] = ["public", "professional", "both", "either"];

function forms({ forms: groups, records }: ReportTallies, hourUnit: string): Table {
  const subjects = SUBJECT_ORDER.filter((subject, at) => at < 2 || records.bySubject[subject] > 0);
  const words = catalogueOf("zh").subjects;
  const lineOf = (label: string, own: FormTally): PlannedCell[] => [
    label,
    ...subjects.map((subject) => own.bySubject[subject]),
    own.hours,
    own.records,
    own.credited,
  ];
  const sorted = [...groups].sort(([, a], [, b]) => b.hours - a.hours || b.records - a.records);
  return {
    title: `四、各学习形式核定${hourUnit}`,
    headers: ["学习形式", ...subjects.map((subject) => words[subject]), `${hourUnit}合计`, "记录数", "认定条数"],
    lines: sorted.map(([label, own]) => lineOf(label, own)),
    total: lineOf("合计", records),
    empty: "没有学时记录",
    chart: {
      columns: subjects.length + 1,
      // Forms without hours would be bars of nothing.
      most: Math.max(1, Math.min(MOST_FORMS_IN_CHART, sorted.filter(([, { hours }]) => hours > 0).length)),
      plan: {
        name: "各形式学时",
        type: "BarStacked",
        title: `各学习形式核定${hourUnit}`,
        colors: subjects.map((subject) => COLORS[subject]),
      },
    },
  };
}

/** The codes met most often, information left out, in words without the details of one place. */
function problems({ problems: groups }: ReportTallies, policy: Policy): Table {
  const most = [...groups].sort(([, a], [, b]) => b.times - a.times).slice(0, MOST_PROBLEMS);
  const severities = catalogueOf("zh").severities;
  const lines = most.map(([, { finding, times, people }]): PlannedCell[] => [
    messageOf(finding, "zh", policy).problem,
    times,
    people,
    severities[finding.severity],
    finding.clause,
  ]);
  return {
    title: "五、最常见的问题",
    headers: ["问题", "次数", "涉及人数", "级别", "依据条款"],
    lastIsWide: true,
    lines,
    empty: "没有发现问题",
    chart: {
      columns: 2,
      most: MOST_PROBLEMS,
      plan: {
        name: "最常见的问题",
        type: "BarClustered",
        title: "最常见的问题（次数）",
        colors: [COLORS.problem],
        labels: true,
      },
    },
  };
}

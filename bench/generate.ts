/**
 * Synthetic submissions of any size, as cells: about 14 records a person, all forms, most rows in order and some not.
 * No clock and no chance: the same size gives the same cells. Names, numbers and titles are made up.
 */
import type { CellValue } from "../src/grid/address";
import type { SheetGrid, WorkbookGrids } from "../src/submission/grid";
import { dayNumber } from "../src/submission/text";
import { FILING_COLUMNS, PEOPLE_COLUMNS, RECORD_COLUMNS, SHEETS, type ColumnWords } from "../src/submission/vocabulary";
import { Random } from "./random";

const SEED = 20_180_047;
export const RECORDS_A_PERSON = 14;
const FIRST_YEAR = 2013;
const LAST_YEAR = 2017;

type Line = CellValue[];
type Cells = Readonly<Record<string, CellValue>>;

/** Turns values by key into a line of the sheet. */
function lineMaker(columns: readonly ColumnWords[]): (cells: Cells) => Line {
  const at = new Map(columns.map((column, index) => [column.key, index] as const));
  return (cells) => {
    const line: Line = new Array<CellValue>(columns.length).fill(null);
    for (const key in cells) {
      const column = at.get(key);
      if (column === undefined) throw new Error(`there is no column ${key}`);
      line[column] = cells[key] ?? null;
    }
    return line;
  };
}

const recordLine = lineMaker(RECORD_COLUMNS);
const personLine = lineMaker(PEOPLE_COLUMNS);
const filingLine = lineMaker(FILING_COLUMNS);

const gridOf = (name: string, lines: readonly Line[]): SheetGrid => ({
  name,
  firstRow: 0,
  firstColumn: 0,
  values: lines,
});
const headers = (columns: readonly ColumnWords[]): Line => columns.map((column) => column.header);

function day(year: number, month: number, date: number): number {
  return dayNumber(year, month, date) ?? 0;
}

/** Most dates are Excel's; some are typed. */
function dateCell(random: Random, year: number, month: number, date: number): CellValue {
  const typed = random.next();
  if (typed < 0.85) return day(year, month, date);
  if (typed < 0.92) return `${year}-${month}-${date}`;
  return typed < 0.97 ? `${year}.${month}.${date}` : `${year}年${month}月${date}日`;
}

const TOPICS = [
  "工程测量",
  "水利施工",
  "临床护理",
  "作物栽培",
  "图书编目",
  "财务会计",
  "小学语文",
  "公路养护",
  "环境监测",
  "信息安全",
  "食品检验",
  "园林设计",
] as const;
const KINDS = ["新技术应用", "规范解读", "质量管理", "案例研讨", "能力提升", "标准化建设"] as const;

const title = (random: Random, what: string): string =>
  `${random.pick(TOPICS)}${random.pick(KINDS)}${what}${random.whole(1, 999_999)}`;

/** `first`: the person's first record of the year, mostly the public course that everybody takes. */
type Maker = (random: Random, year: number, filings: number, first: boolean) => Cells;

/** A period of some days inside the year; now and then another year's. */
function period(random: Random, claimed: number, days: number): Cells {
  const year = random.chance(0.96) ? claimed : random.whole(claimed - 1, claimed + 2);
  const month = random.whole(1, 12);
  const first = random.whole(1, 28 - Math.min(days, 12));
  return { startDate: dateCell(random, year, month, first), endDate: dateCell(random, year, month, first + days - 1) };
}

const completed = (random: Random, claimed: number): Cells =>
  random.chance(0.95)
    ? {
        completedDate: dateCell(
          random,
          random.chance(0.96) ? claimed : claimed - 1,
          random.whole(1, 12),
          random.whole(1, 28),
        ),
      }
    : {};

const evidence = (
  random: Random,
  choices: readonly [string, ...string[]],
  odd: readonly [string, ...string[]],
): Cells => ({
  evidence: random.chance(0.9) ? random.pick(choices) : random.chance(0.95) ? random.pick(odd) : null,
});

const subject = (random: Random, first: boolean): CellValue =>
  random.chance(0.985) ? (random.chance(first ? 0.85 : 0.1) ? "公需科目" : "专业科目") : null;
const filingNo = (random: Random, filings: number): CellValue =>
  random.chance(0.96) ? `BA-${random.whole(1, filings)}` : null;
const rank = (random: Random): CellValue => (random.chance(0.975) ? random.whole(1, 6) : random.chance(0.5) ? null : 0);

const training: Maker = (random, year, filings, first) => {
  const days = random.whole(3, 9);
  const about = subject(random, first);
  const halfDays = random.chance(0.97) ? random.whole(days, 2 * days) : random.pick([2 * days + 1, -1, 1.5, null]);
  const evenings = random.chance(0.3) ? random.whole(0, days) : null;
  const byDays = 4 * (halfDays ?? 0) + 2 * (evenings ?? 0);
  return {
    form: "面授培训",
    subject: about,
    title: title(random, "培训班"),
    ...(random.chance(0.9) ? period(random, year, days) : {}),
    halfDays,
    evenings,
    ...(random.chance(0.5) ? { statedHours: random.chance(0.9) ? byDays : byDays + 4 } : {}),
    filingNo: about === "公需科目" ? filingNo(random, filings) : null,
    claimedHours: random.chance(0.9) ? byDays : byDays + 8,
    ...evidence(
      random,
      ["培训通知、结业证书", "培训通知、培训课程表、培训签到表", "培训日程安排；结业证书", "培训签到表,结业证书"],
      ["结业证书", "培训通知、其他签到形式、培训日程安排", "培训通知", "会议通讯录", "结业证书、财务报账单"],
    ),
  };
};

const online: Maker = (random, year, filings, first) => {
  const hours = random.chance(0.97) ? random.pick([15.5, 30, 40, 45, 60]) : random.chance(0.6) ? null : 0;
  return {
    form: "网络培训",
    subject: subject(random, first),
    title: title(random, "网络课程"),
    ...period(random, year, random.whole(1, 9)),
    statedHours: hours,
    progress: random.chance(0.9) ? random.pick<CellValue>([100, "100%", 1]) : random.pick<CellValue>([60, "85%", null]),
    filingNo: filingNo(random, filings),
    claimedHours: hours,
    ...evidence(
      random,
      ["课程内容安排、课程完成进度", "课程时长、结业证书", "课程购买记录、课程内容、课程完成进度"],
      ["课程购买记录", "课程内容", "邮件回执"],
    ),
  };
};

const meeting: Maker = (random, year) => {
  const days = random.whole(1, 6);
  const uncounted = random.chance(0.8) ? Math.min(2, days - 1) : random.whole(0, days + 1);
  return {
    form: "学术会议",
    subject: random.chance(0.98) ? "专业科目" : "公需科目",
    title: title(random, "学术年会"),
    ...period(random, year, days),
    meetingDays: random.chance(0.985) ? days : null,
    uncountedDays: random.chance(0.9) ? uncounted : null,
    halfDays: random.chance(0.15) ? random.whole(0, 2) : null,
    evenings: random.chance(0.08) ? 1 : null,
    ...(random.chance(0.2) ? { statedHours: 8 * random.whole(1, 3) } : {}),
    claimedHours: 8 * Math.max(0, days - uncounted),
    ...evidence(
      random,
      ["会议邀请函、学习笔记", "会议邀请函、回执（盖章）、相关证明材料"],
      ["会议邀请函、回执（盖章）", "会议邀请函", "会议邀请函、回执（盖章）、财务报账单", "会议通讯录"],
    ),
  };
};

const project: Maker = (random, year) => ({
  form: "课题项目",
  subject: "专业科目",
  title: title(random, "研究课题"),
  level: random.chance(0.9)
    ? random.pick(["国家级", "省级", "部级", "市级", "厅局级"])
    : random.pick(["县级", "校院级", "横向", null]),
  rank: rank(random),
  role: random.pick(["主持", "参与", null]),
  ...completed(random, year),
  claimedHours: random.pick([60, 40, 10, null]),
  ...evidence(random, ["结题证明"], ["立项书", "立项书、其他辅助材料"]),
});

const INDEXINGS = [
  "EI",
  "SCI",
  "CPCI",
  "SSCI",
  "A&HCI",
  "CSSCI",
  "CSCD",
  "北大核心",
  "国内公开",
  "国内公开",
  "国内公开",
  "SCI、EI",
  "CSSCI、北大核心",
  "SCI、内部准印",
] as const;

const paper: Maker = (random, year) => {
  const indexing = random.chance(0.9)
    ? random.pick(INDEXINGS)
    : random.pick(["国际顶级", "其他中文核心", "国外未收录", "内部准印", "省级以下", null]);
  const several = indexing?.includes("、") === true || indexing === "国外未收录";
  return {
    form: "论文",
    subject: "专业科目",
    title: title(random, "的若干问题"),
    indexing,
    rank: several ? random.whole(1, 6) : rank(random),
    role: random.chance(0.1) ? random.pick(["通讯作者", "共同第一作者"]) : null,
    ...completed(random, year),
    claimedHours: random.pick([60, 30, 10, 5, null]),
    ...evidence(random, ["刊物封面、刊号、目录复印件"], ["录用通知", "刊物封面、目录复印件", "刊物封面、其他辅助材料"]),
  };
};

/** The other forms, each plausible by itself. */
const others: readonly [Maker, ...Maker[]] =
  // A case a line
  // prettier-ignore
  [
  (random, year) => ({ form: "实践活动", subject: "专业科目", title: title(random, "实践"), ...period(random, year, 5), halfDays: random.whole(2, 10), evidence: "实践活动通知、派出通知（盖章）" }),
  (random, year) => ({ form: "学术讲座", subject: "专业科目", title: title(random, "讲座"), ...period(random, year, 1), halfDays: random.whole(1, 2), evidence: "讲座通知、学习笔记" }),
  (random, year) => ({ form: "学术访问", subject: "专业科目", title: title(random, "访问"), ...period(random, year, 9), halfDays: random.whole(4, 18), evidence: "访问邀请函、学习笔记" }),
  (random, year) => ({ form: "著作", subject: "专业科目", title: title(random, "概论"), rank: rank(random), kind: "著作", ...completed(random, year), evidence: "著作封面、目录复印件" }),
  (random, year) => ({ form: "专利", subject: "专业科目", title: title(random, "装置"), rank: rank(random), kind: random.pick(["发明专利", "实用新型专利"]), patentee: random.pick(["本人", "单位"]), authority: "国家专利局", ...completed(random, year), evidence: "专利证书" }),
  (random, year) => ({ form: "获奖成果", subject: "专业科目", title: title(random, "成果"), rank: rank(random), level: random.pick(["国家级", "省级", "厅局级"]), role: "参与", ...completed(random, year), evidence: "获奖证书" }),
  (random, year) => ({ form: "计算机考试", subject: "专业科目", title: "职称计算机考试", modules: random.whole(1, 4), authority: "人社部门", ...completed(random, year), evidence: "合格证书" }),
  (random, year) => ({ form: "三援", subject: "专业科目", title: "援疆工作", startDate: day(year, 1, 5), endDate: day(year, 12, 20), kind: "援疆", authority: "省委组织部", assessment: random.pick(["合格", "合格", "不合格"]), evidence: "派遣通知、考核表" }),
  (random, year) => ({ form: "博士学历教育", subject: "专业科目", title: "博士课程", startDate: day(year, 2, 20), statedHours: random.whole(40, 120), evidence: "学期课程及学时安排" }),
  (random, year) => ({ form: "海外研修", subject: "专业科目", title: title(random, "研修"), ...period(random, year, 10), halfDays: random.whole(4, 20), evidence: "邀请函、回执" }),
  (random) => ({ form: random.pick(["本科学历教育", "学法考试", "党校学习", "其他"]), title: title(random, "学习") }),
];

const MAKERS: readonly (readonly [share: number, maker: Maker])[] = [
  [0.4, training],
  [0.64, online],
  [0.75, meeting],
  [0.83, project],
  [0.92, paper],
];

function makerOf(random: Random, first: boolean): Maker {
  const share = random.next() * (first ? 0.64 : 1);
  for (const [upTo, maker] of MAKERS) if (share < upTo) return maker;
  return random.pick(others);
}

/** Slips that any workbook has: an unknown word, spaces, full-width digits. */
function withSlips(random: Random, cells: Cells): Cells {
  if (!random.chance(0.02)) return cells;
  const slip = random.whole(0, 3);
  if (slip === 0) return { ...cells, level: "省部级" };
  if (slip === 1) return { ...cells, claimedHours: "２４" };
  return slip === 2 ? { ...cells, stamped: "是 " } : { ...cells, halfDays: "两天" };
}

/** The grids of a submission with this many records. */
export function generateGrids(records: number): WorkbookGrids {
  const random = new Random(SEED);
  const people = Math.max(1, Math.round(records / RECORDS_A_PERSON));
  const filings = Math.max(4, Math.round(records / 100));
  const recordLines: Line[] = [headers(RECORD_COLUMNS)];
  const peopleLines: Line[] = [headers(PEOPLE_COLUMNS)];
  for (let person = 0; person < people; person++) {
    const registrationNo = `YY${String(person + 1).padStart(7, "0")}`;
    const name = `样例${person + 1}`;
    const senior = random.chance(0.6);
    peopleLines.push(
      personLine({
        seq: person + 1,
        registrationNo,
        name,
        employer: `虚构单位${random.whole(1, 400)}`,
        education: random.pick(["大学本科", "大学本科", "硕士研究生", "博士研究生"]),
        currentTitle: senior ? "工程师" : "助理工程师",
        specialty: random.pick(TOPICS),
        targetLevel: senior ? random.pick(["副高级", "正高级"]) : "中级",
        archivePlace: senior ? null : "市本级",
        proof: senior ? "合格证明" : "登记证书原件",
        fromYear: FIRST_YEAR,
        toYear: LAST_YEAR,
        sealedYears: random.chance(0.1) ? "2013、2014" : null,
      }),
    );
    const first = Math.floor((person * records) / people);
    const last = Math.floor(((person + 1) * records) / people);
    for (let index = first; index < last; index++) {
      const year = FIRST_YEAR + ((index - first) % (LAST_YEAR - FIRST_YEAR + 1));
      const isFirst = index - first <= LAST_YEAR - FIRST_YEAR;
      const stamped = random.chance(0.97);
      const sealed = random.chance(0.03);
      recordLines.push(
        recordLine(
          withSlips(random, {
            seq: index + 1,
            registrationNo,
            name,
            year: random.chance(0.9) ? year : `${year}年度`,
            organizer: `虚构培训中心${random.whole(1, 60)}`,
            stamped: stamped ? "是" : random.pick(["否", null]),
            sealed: sealed ? "是" : "否",
            ...makerOf(random, isFirst)(random, year, filings, isFirst),
          }),
        ),
      );
    }
  }
  const filingLines: Line[] = [headers(FILING_COLUMNS)];
  for (let filing = 1; filing <= filings; filing++) {
    filingLines.push(
      filingLine({
        filingNo: `BA-${filing}`,
        filedOn: day(random.chance(0.97) ? 2012 : 2016, random.whole(1, 12), 10),
        applicant: "虚构单位",
        organisation: "虚构培训中心",
        title: title(random, "培训"),
        venue: "虚构礼堂",
        startDate: day(2013, 1, 4),
        endDate: day(2017, 12, 28),
        audience: "全体专业技术人员",
        scheme: "方案",
        schedule: "计划",
        subject: "公需科目",
        mode: "面授",
        theme: "虚构主题",
        textbook: "教材",
        courseware: "课件",
        lessonPlan: random.chance(0.97) ? "教案" : "无",
        electronic: "是",
        paper: "是",
      }),
    );
  }
  const unit: Line[] = [
    ["单位名称", "虚构研究院"],
    ["单位性质", "市直单位"],
    ["主管部门", "虚构主管局"],
    ["初审日期", day(2018, 7, 2)],
    ["经办人", "钱经办"],
    ["申报年度", 2018],
    ["提交日期", day(2018, 7, 10)],
    ["提交方式", "单位"],
  ];
  const grids = [
    gridOf(SHEETS.unit, unit),
    gridOf(SHEETS.people, peopleLines),
    gridOf(SHEETS.records, recordLines),
    gridOf(SHEETS.filings, filingLines),
  ];
  return new Map(grids.map((grid) => [grid.name, grid]));
}

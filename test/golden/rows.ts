/**
 * How each kind of golden row is written down as a submission, and which part of the review it speaks of.
 * Everything a row leaves open is unobtrusive: stamped, evidence complete, filed years before, the right year.
 */
import type { Review } from "../../src/review/types";
import { FILED_FACE, FILED_ONLINE, PERSON, THEME_2018, serial } from "../support/submission";
import type { RowCells, SubmissionTables } from "../support/submission";
import type { Inputs } from "./table";

/** What a review says of the thing under test; `null` where the row has no such figure. */
export interface Observed {
  readonly convertedHours: number | null;
  readonly creditedHours: number | null;
  readonly subject: string;
  readonly codes: readonly string[];
}

export interface GoldenCase {
  readonly tables: SubmissionTables;
  readonly observe: (review: Review) => Observed;
}

/** The year of every record whose golden row names none. */
const YEAR = 2018;

// ── Words of golden.csv → words of the workbook ────────────────────────────────────────────────────────────

const SUBJECT: Readonly<Record<string, string>> = { public: "公需科目", professional: "专业科目" };

const LEVEL: Readonly<Record<string, string>> = {
  national: "国家级",
  provincial: "省级",
  ministerial: "部级",
  municipal: "市级",
  bureau: "厅局级",
  county: "县级",
  institution: "校院级",
  enterprise: "横向",
  society: "社会力量",
};

const INDEX: Readonly<Record<string, string>> = {
  EI: "EI",
  SCI: "SCI",
  CPCI: "CPCI",
  SSCI: "SSCI",
  "A&HCI": "A&HCI",
  CSSCI: "CSSCI",
  CSCD: "CSCD",
  "intl-top": "国际顶级",
  "PKU-core": "北大核心",
  "other-core": "其他中文核心",
  "domestic-public": "国内公开",
  "foreign-unlisted": "国外未收录",
  internal: "内部准印",
  "sub-provincial": "省级以下",
};

const EVIDENCE: Readonly<Record<string, string>> = {
  notice: "培训通知",
  timetable: "培训课程表",
  agenda: "培训日程安排",
  signin: "培训签到表",
  completion: "结业证书",
  "alt-attendance": "其他签到形式",
  purchase: "课程购买记录",
  content: "课程内容安排",
  progress: "课程完成进度",
  duration: "课程时长",
  invitation: "会议邀请函",
  notes: "学习笔记",
  "sealed-receipt": "回执（盖章）",
  "unsealed-receipt": "回执（未盖章）",
  supporting: "相关证明材料",
  "conclusion-proof": "结题证明",
  "approval-document": "立项书",
  "journal-cover": "刊物封面",
  "issue-number": "刊号",
  toc: "目录复印件",
  "acceptance-letter": "录用通知",
  auxiliary: "其他辅助材料",
  "activity-notice": "实践活动通知",
  "dispatch-notice-sealed": "派出通知（盖章）",
  "dispatch-notice-unsealed": "派出通知（未盖章）",
  log: "实践活动日志",
  "registration-form": "实践报名表",
  "cover-with-author": "著作封面",
  "patent-cert": "专利证书",
  "filing-receipt": "受理通知书",
  "award-cert": "获奖证书",
  "pass-cert": "合格证书",
  "score-sheet": "成绩单",
  "dispatch-notice": "派遣通知",
  "assessment-form": "考核表",
  "doctoral-diploma": "博士毕业证",
  "semester-timetable-hours": "学期课程及学时安排",
  transcript: "成绩单",
  receipt: "回执",
  "study-materials": "学习资料",
  "host-cert": "邀请方结业证书",
};

/** Evidence that two forms call by different names. */
const EVIDENCE_OF_FORM: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  overseas: { ...EVIDENCE, invitation: "邀请函" },
};

const KIND: Readonly<Record<string, string>> = {
  book: "著作",
  translation: "译作",
  invention: "发明专利",
  utility: "实用新型专利",
  design: "外观设计专利",
  "software-copyright": "软件著作权",
  tibet: "援藏",
  xinjiang: "援疆",
  foreign: "援外",
  "poverty-relief": "扶贫",
};

const APPROVER: Readonly<Record<string, string>> = {
  "provincial-org-dept": "省委组织部",
  "provincial-bureau": "省直厅局",
  municipal: "市级",
  hrss: "人社部门",
  moe: "教育部门",
  CNIPA: "国家专利局",
  USPTO: "国外",
};

const ROLE: Readonly<Record<string, string>> = { host: "主持", participant: "参与" };

const EXCLUDED: Readonly<Record<string, string>> = {
  "master-study": "硕士学历教育",
  "law-exam": "学法考试",
  "division-cadre-training": "处级干部培训",
  "party-school": "党校学习",
  "junior-college-study": "专科学历教育",
};

const EDUCATION: Readonly<Record<string, string>> = {
  bachelor: "大学本科",
  master: "硕士研究生",
  doctor: "博士研究生",
};

const TARGET_LEVEL: Readonly<Record<string, string>> = { senior: "副高级", intermediate: "中级", junior: "初级" };

const PROOF: Readonly<Record<string, string>> = {
  certificate: "合格证明",
  "registration-book-original": "登记证书原件",
};

const SUBMITTED_BY: Readonly<Record<string, string>> = { unit: "单位", department: "主管部门", individual: "个人" };

const CHANNEL: Readonly<Record<string, RowCells>> = {
  "municipal-direct": { 单位性质: "市直单位" },
  "central-provincial": { 单位性质: "中央在益单位" },
  county: { 单位性质: "县（市）区单位", "所属县（市）区": "资阳区" },
  "non-public": { 单位性质: "非公企业" },
  // 初、中级 of any unit; 市直 stands for all. Its months are not asked of them.
  "junior-intermediate": { 单位性质: "市直单位" },
};

/** A month in which the channel of a window row is open. */
const OPEN_MONTH = 9;

const FILING_ITEM: Readonly<Record<string, string>> = {
  time: "开始日期",
  schedule: "培训计划",
  textbook: "教材",
  audience: "拟培训人员范围",
  courseware: "课件",
  "teaching-plan": "教案",
};

/** What the notice demands of a filing, by its kind (正文四.2). */
const DEMANDED: Readonly<Record<string, readonly string[]>> = {
  "public-face": ["time", "schedule", "textbook", "audience"],
  online: ["courseware", "teaching-plan"],
};

/** Who is asked about the years only: a 中级 has the file where the unit is. */
const LEVEL_OF_WINDOW: Readonly<Record<string, RowCells>> = {
  senior: {},
  intermediate: { 申报级别: "中级", 验证方式: "登记证书原件", 人事档案所在地: "资阳区" },
};

const WINDOW_CODES = [
  "j-window-end",
  "j-window-not-stated",
  "window-too-short",
  "window-claim-differs",
  "window-year-not-passed",
];

function word<T>(words: Readonly<Record<string, T>>, slug: string): T {
  const label = words[slug];
  if (label === undefined) throw new Error(`no label for ${slug}`);
  return label;
}

const words = (table: Readonly<Record<string, string>>, slugs: readonly string[]): string =>
  slugs.map((slug) => word(table, slug)).join("、");

// ── Records, form by form ──────────────────────────────────────────────────────────────────────────────────

/** A date as golden.csv writes it: ISO dates become Excel's, anything else stands in the cell as it is written. */
function dateCell(text: string): string | number {
  return /^\d{4}-\d{2}-\d{2}$/.test(text) ? serial(text) : text;
}

/** The year's first and last day, which leave room for any number of days, unless the row says when it was. */
function datesOf(inputs: Inputs): RowCells {
  const days = inputs.number("days");
  if (days !== null) return { 开始日期: serial(`${YEAR}-03-05`), 结束日期: serial(`${YEAR}-03-05`) + days - 1 };
  const date = (name: string, unsaid: string): string | number | null => {
    const text = inputs.has(name) ? inputs.text(name) : unsaid;
    return text === null ? null : dateCell(text);
  };
  return { 开始日期: date("start", `${YEAR}-01-01`), 结束日期: date("end", `${YEAR}-12-31`) };
}

/** The day something was completed: said outright, or a day of its year; blank when it is not. */
function completedOf(inputs: Inputs, done: string, on: string, year = YEAR): string | number | null {
  const text = inputs.text(on);
  if (text !== null) return dateCell(text);
  return inputs.flag(done) ? serial(`${year}-06-30`) : null;
}

function training(inputs: Inputs): RowCells {
  const subject = inputs.text("subject");
  return {
    ...datesOf(inputs),
    年度: inputs.number("year") ?? YEAR,
    学习形式: "面授培训",
    科目: subject === null ? null : word(SUBJECT, subject),
    名称: "虚构培训",
    半天数: inputs.cell("half_days"),
    晚上数: inputs.cell("evenings"),
    证书学时: inputs.cell("stated_hours"),
    备案号: inputs.flag("filed") ? FILED_FACE : null,
    证明材料: "培训通知、结业证书",
  };
}

function online(inputs: Inputs): RowCells {
  const subject = inputs.text("subject");
  return {
    ...datesOf(inputs),
    年度: inputs.number("year") ?? YEAR,
    学习形式: "网络培训",
    科目: subject === null ? null : word(SUBJECT, subject),
    名称: "虚构网络课程",
    证书学时: inputs.cell("certified_hours"),
    完成进度: inputs.cell("progress"),
    备案号: inputs.flag("filed") ? FILED_ONLINE : null,
    证明材料: inputs.flag("has_completion_cert") ? "课程内容、结业证书" : "课程内容安排、课程完成进度",
  };
}

function meeting(inputs: Inputs): RowCells {
  const uncounted = ["arrival_days", "departure_days", "idle_days"].map((name) => inputs.number(name) ?? 0);
  return {
    ...datesOf(inputs),
    年度: YEAR,
    学习形式: "学术会议",
    名称: "虚构学术年会",
    会议天数: inputs.cell("days_total"),
    不计天数: inputs.cell("uncounted_days") ?? uncounted.reduce((sum, days) => sum + days, 0),
    证明材料: "会议邀请函、学习笔记",
  };
}

function project(inputs: Inputs): RowCells {
  return {
    年度: inputs.number("claimed_year") ?? YEAR,
    学习形式: "课题项目",
    科目: word(SUBJECT, inputs.text("claimed_subject") ?? "professional"),
    名称: "虚构课题",
    级别: word(LEVEL, inputs.text("level") ?? ""),
    排名: inputs.cell("rank"),
    完成日期: completedOf(inputs, "concluded", "concluded_on"),
    证明材料: "结题证明",
  };
}

function paper(inputs: Inputs): RowCells {
  const year = inputs.number("claimed_year") ?? inputs.number("year") ?? YEAR;
  const role = inputs.flag("corresponding") ? "通讯作者" : inputs.flag("co_first") ? "共同第一作者" : null;
  return {
    年度: year,
    学习形式: "论文",
    科目: word(SUBJECT, inputs.text("claimed_subject") ?? "professional"),
    名称: "虚构论文",
    排名: inputs.number("rank"),
    角色: role,
    收录类别: words(INDEX, inputs.texts("index")),
    完成日期: completedOf(inputs, "published", "published_on", year),
    证明材料: "刊物封面、刊号、目录复印件",
  };
}

/** Practice, lectures, visits and overseas study: half-days and evenings. */
const byDays =
  (form: string, title: string, evidence: string) =>
  (inputs: Inputs): RowCells => ({
    ...datesOf(inputs),
    年度: YEAR,
    学习形式: form,
    名称: title,
    半天数: inputs.cell("half_days"),
    晚上数: inputs.cell("evenings"),
    证明材料: evidence,
  });
const practice = byDays("实践活动", "虚构实践", "实践活动通知、实践活动日志");
const lecture = byDays("学术讲座", "虚构讲座", "讲座通知、学习笔记");
const visit = byDays("学术访问", "虚构访问", "访问邀请函、学习笔记");
const overseas = byDays("海外研修", "虚构研修", "邀请函、学习资料");

function book(inputs: Inputs): RowCells {
  return {
    年度: YEAR,
    学习形式: "著作",
    名称: "虚构著作",
    排名: inputs.number("rank"),
    成果类型: word(KIND, inputs.text("kind") ?? ""),
    完成日期: inputs.flag("published") ? serial(`${YEAR}-06-30`) : null,
    证明材料: "著作封面、目录复印件",
  };
}

function patent(inputs: Inputs): RowCells {
  const grantedOn = serial(inputs.text("granted_on") ?? `${YEAR}-06-30`);
  return {
    年度: inputs.number("claimed_year") ?? YEAR,
    学习形式: "专利",
    名称: "虚构专利",
    排名: inputs.number("rank"),
    成果类型: word(KIND, inputs.text("type") ?? ""),
    权利人: inputs.text("patentee") === "unit" ? "单位" : "本人",
    批准单位: word(APPROVER, inputs.text("office") ?? ""),
    完成日期: inputs.flag("granted") ? grantedOn : null,
    证明材料: "专利证书",
  };
}

function award(inputs: Inputs): RowCells {
  return {
    年度: YEAR,
    学习形式: "获奖成果",
    名称: "虚构奖项",
    级别: word(LEVEL, inputs.text("level") ?? ""),
    排名: inputs.number("rank"),
    角色: word(ROLE, inputs.text("role") ?? ""),
    完成日期: serial(`${YEAR}-06-30`),
    证明材料: "获奖证书",
  };
}

function computerExam(inputs: Inputs): RowCells {
  return {
    年度: YEAR,
    学习形式: "计算机考试",
    名称: "虚构计算机考试",
    合格模块数: inputs.cell("modules_passed"),
    批准单位: word(APPROVER, inputs.text("organizer") ?? ""),
    完成日期: serial(`${YEAR}-06-30`),
    证明材料: "合格证书",
  };
}

function aid(inputs: Inputs): RowCells {
  return {
    年度: inputs.number("credit_year"),
    学习形式: "三援",
    名称: "虚构援助",
    成果类型: word(KIND, inputs.text("type") ?? ""),
    批准单位: word(APPROVER, inputs.text("approver") ?? ""),
    考核结果: inputs.text("assessment") ?? (inputs.flag("assessed") ? "合格" : "不合格"),
    开始日期: serial(inputs.text("start") ?? ""),
    结束日期: serial(inputs.text("end") ?? ""),
    证明材料: "派遣通知、考核表",
  };
}

function doctoral(inputs: Inputs): RowCells {
  return {
    年度: YEAR,
    学习形式: "博士学历教育",
    名称: "虚构大学",
    证书学时: inputs.number("scheduled_hours"),
    证明材料: inputs.text("evidence") === "diploma" ? "博士毕业证" : "学期课程及学时安排",
  };
}

function excluded(inputs: Inputs): RowCells {
  return {
    年度: YEAR,
    学习形式: word(EXCLUDED, inputs.text("activity") ?? ""),
    名称: "虚构学习",
    申报学时: inputs.number("claimed_hours"),
  };
}

const WHOLE_YEAR: RowCells = { 开始日期: serial(`${YEAR}-01-01`), 结束日期: serial(`${YEAR}-12-31`) };

/** A record of each form with everything in order; evidence and other rows start from it. */
const IN_ORDER: Readonly<Record<string, RowCells>> = {
  training: {
    ...WHOLE_YEAR,
    年度: YEAR,
    学习形式: "面授培训",
    科目: "专业科目",
    名称: "虚构培训",
    半天数: 4,
    证明材料: "培训通知、结业证书",
  },
  online: {
    ...WHOLE_YEAR,
    年度: YEAR,
    学习形式: "网络培训",
    科目: "专业科目",
    名称: "虚构网络课程",
    证书学时: 30,
    完成进度: 100,
    备案号: FILED_ONLINE,
    证明材料: "课程内容安排、课程完成进度",
  },
  meeting: {
    ...WHOLE_YEAR,
    年度: YEAR,
    学习形式: "学术会议",
    名称: "虚构学术年会",
    会议天数: 5,
    不计天数: 2,
    证明材料: "会议邀请函、学习笔记",
  },
  project: {
    年度: YEAR,
    学习形式: "课题项目",
    名称: "虚构课题",
    级别: "省级",
    排名: 1,
    完成日期: serial(`${YEAR}-06-30`),
    证明材料: "结题证明",
  },
  paper: {
    年度: YEAR,
    学习形式: "论文",
    名称: "虚构论文",
    排名: 1,
    收录类别: "CSSCI",
    完成日期: serial(`${YEAR}-06-30`),
    证明材料: "刊物封面、刊号、目录复印件",
  },
  practice: { ...WHOLE_YEAR, 年度: YEAR, 学习形式: "实践活动", 名称: "虚构实践", 半天数: 4 },
  book: {
    年度: YEAR,
    学习形式: "著作",
    名称: "虚构著作",
    排名: 1,
    成果类型: "著作",
    完成日期: serial(`${YEAR}-06-30`),
  },
  patent: {
    年度: YEAR,
    学习形式: "专利",
    名称: "虚构专利",
    排名: 1,
    成果类型: "发明专利",
    权利人: "本人",
    批准单位: "国家专利局",
    完成日期: serial(`${YEAR}-06-30`),
  },
  "computer-exam": {
    年度: YEAR,
    学习形式: "计算机考试",
    名称: "虚构考试",
    合格模块数: 1,
    批准单位: "人社部门",
    完成日期: serial(`${YEAR}-06-30`),
  },
  aid: {
    年度: YEAR,
    学习形式: "三援",
    名称: "虚构援助",
    成果类型: "援藏",
    批准单位: "省委组织部",
    考核结果: "合格",
    开始日期: serial(`${YEAR}-01-01`),
    结束日期: serial(`${YEAR}-06-30`),
  },
  doctoral: { 年度: YEAR, 学习形式: "博士学历教育", 名称: "虚构大学", 证书学时: 96 },
  overseas: { ...WHOLE_YEAR, 年度: YEAR, 学习形式: "海外研修", 名称: "虚构研修", 半天数: 4 },
};

function inOrder(form: string): RowCells {
  const row = IN_ORDER[form];
  if (row === undefined) throw new Error(`no record in order of the form ${form}`);
  return row;
}

/** An online course that gives exactly these hours: annex 5 converts days, only a platform certifies any number. */
function hoursOf(subject: string, year: number, hours: number): RowCells {
  return {
    ...inOrder("online"),
    开始日期: serial(`${year}-01-01`),
    结束日期: serial(`${year}-12-31`),
    年度: year,
    科目: word(SUBJECT, subject),
    名称: `虚构网络课程（${SUBJECT[subject] ?? ""}）`,
    证书学时: hours,
  };
}

/** Two records that meet a year exactly: 30 公需, 60 专业. */
const metYear = (year: number): readonly RowCells[] => [hoursOf("public", year, 30), hoursOf("professional", year, 60)];

const COMBINED: Readonly<Record<string, (inputs: Inputs) => RowCells>> = { training, online, meeting, project, award };

// ── What a row speaks of ───────────────────────────────────────────────────────────────────────────────────

function theRecord(review: Review): Observed {
  const [record] = review.records;
  if (record === undefined || review.records.length !== 1) throw new Error("expected one record");
  const { convertedHours, creditedHours, subject, findings } = record;
  return { convertedHours, creditedHours, subject, codes: findings.map(({ code }) => code) };
}

const sumSubject = (publicHours: number, professionalHours: number): string =>
  publicHours > 0 ? (professionalHours > 0 ? "both" : "public") : professionalHours > 0 ? "professional" : "none";

function yearOf(review: Review, year: number): Review["years"][number] | undefined {
  return review.years.find((entry) => entry.registrationNo === PERSON && entry.year === year);
}

/** The year's sums with the codes of all records: what the rows of several records ask. */
const theYearsRecords =
  (year: number) =>
  (review: Review): Observed => {
    const entry = yearOf(review, year);
    return {
      convertedHours: null,
      creditedHours: entry?.totalHours ?? 0,
      subject: sumSubject(entry?.publicHours ?? 0, entry?.professionalHours ?? 0),
      codes: review.records.flatMap(({ findings }) => findings.map(({ code }) => code)),
    };
  };

/** The sums of all years with the codes of all records. */
function allRecords(review: Review): Observed {
  const sum = (of: "publicHours" | "professionalHours" | "totalHours"): number =>
    review.years.reduce((total, year) => total + year[of], 0);
  return {
    convertedHours: null,
    creditedHours: sum("totalHours"),
    subject: sumSubject(sum("publicHours"), sum("professionalHours")),
    codes: review.records.flatMap(({ findings }) => findings.map(({ code }) => code)),
  };
}

const theYear =
  (year: number) =>
  (review: Review): Observed => {
    const entry = yearOf(review, year);
    if (entry === undefined) throw new Error(`${year} is not listed`);
    return {
      convertedHours: null,
      creditedHours: entry.totalHours,
      subject: sumSubject(entry.publicHours, entry.professionalHours),
      codes: entry.findings.map(({ code }) => code),
    };
  };

const thePerson =
  (isAsked: (code: string) => boolean) =>
  (review: Review): Observed => {
    const [person] = review.people;
    if (person === undefined || review.people.length !== 1) throw new Error("expected one person");
    return {
      convertedHours: null,
      creditedHours: null,
      subject: "none",
      codes: person.findings.map(({ code }) => code).filter(isAsked),
    };
  };

const oneRecord = (record: RowCells): GoldenCase => ({ tables: { records: [record] }, observe: theRecord });

/** Evidence, waiver and filing rows give no hours: only the record's codes are compared. */
const codesOfOneRecord = (record: RowCells, tables: SubmissionTables = {}): GoldenCase => ({
  tables: { ...tables, records: [record] },
  observe: (review) => ({ ...theRecord(review), convertedHours: null, creditedHours: null }),
});

/** What a record whose figures are in order lacks in papers; questions about its hours are another row's. */
function evidenceCodes(form: string, documents: readonly string[]): GoldenCase {
  const { tables, observe } = codesOfOneRecord({
    ...inOrder(form),
    证明材料: words(EVIDENCE_OF_FORM[form] ?? EVIDENCE, documents) || null,
  });
  const isOfEvidence = (code: string): boolean => code.includes("evidence");
  return {
    tables,
    observe: (review) => {
      const seen = observe(review);
      return { ...seen, codes: seen.codes.filter(isOfEvidence) };
    },
  };
}

/** Several achievements of one person in one year, each under a title of its own. */
const severalRecords = (records: readonly RowCells[], year: number): GoldenCase => ({
  tables: {
    records: records.map((record, index) => ({
      ...record,
      名称: `${String(record["名称"])}之${"甲乙丙丁戊"[index] ?? index}`,
    })),
  },
  observe: theYearsRecords(year),
});

// ── Golden forms ───────────────────────────────────────────────────────────────────────────────────────────

/** By the column `form` of golden.csv. */
export const GOLDEN_FORMS: Readonly<Record<string, (inputs: Inputs) => GoldenCase>> = {
  training: (inputs) => {
    const otherTheme = inputs.has("theme_match") && !inputs.flag("theme_match");
    const filings: readonly RowCells[] = [{ 备案号: FILED_FACE, 培训主题: otherTheme ? "工匠精神" : THEME_2018 }];
    return { tables: { records: [training(inputs)], filings }, observe: theRecord };
  },
  online: (inputs) => oneRecord(online(inputs)),
  meeting: (inputs) => oneRecord(meeting(inputs)),
  project: (inputs) => oneRecord(project(inputs)),
  paper: (inputs) => oneRecord(paper(inputs)),

  practice: (inputs) => oneRecord(practice(inputs)),
  lecture: (inputs) => oneRecord(lecture(inputs)),
  visit: (inputs) => oneRecord(visit(inputs)),
  overseas: (inputs) => oneRecord(overseas(inputs)),
  book: (inputs) => oneRecord(book(inputs)),
  patent: (inputs) => oneRecord(patent(inputs)),
  award: (inputs) => oneRecord(award(inputs)),
  "computer-exam": (inputs) => oneRecord(computerExam(inputs)),
  aid: (inputs) => oneRecord(aid(inputs)),
  doctoral: (inputs) => oneRecord(doctoral(inputs)),
  excluded: (inputs) => oneRecord(excluded(inputs)),

  "book-year": (inputs) => severalRecords(inputs.nested("books").map(book), YEAR),
  "patent-year": (inputs) => severalRecords(inputs.nested("patents").map(patent), YEAR),
  // Records of several forms or years: each by its own form, under its own title. Sums are of all years together.
  "combo-year": (inputs) => ({
    tables: {
      records: inputs.nested("items").map((item) => {
        const own = item.inner("inputs");
        return { ...word(COMBINED, item.text("form") ?? "")(own), 名称: own.text("title") };
      }),
    },
    observe: allRecords,
  }),
  "project-year": (inputs) => severalRecords(inputs.nested("projects").map(project), YEAR),
  "paper-year": (inputs) => severalRecords(inputs.nested("papers").map(paper), inputs.number("credit_year") ?? YEAR),

  // 申报学时 against the hours the half-days give.
  claim: (inputs) => {
    const halfDays = (inputs.number("computed") ?? 0) / 4;
    const subject = word(SUBJECT, inputs.text("subject") ?? "");
    return oneRecord({ ...inOrder("training"), 科目: subject, 半天数: halfDays, 申报学时: inputs.number("claimed") });
  },

  annual: (inputs) => {
    const year = 2017;
    const hours = (subject: string): readonly RowCells[] => {
      const amount = inputs.number(subject) ?? 0;
      return amount === 0 ? [] : [hoursOf(subject, year, amount)];
    };
    const surplus = inputs.number("prev_year_surplus") ?? 0;
    const before =
      surplus === 0 ? [] : [hoursOf("public", year - 1, 30), hoursOf("professional", year - 1, 60 + surplus)];
    return { tables: { records: [...before, ...hours("public"), ...hours("professional")] }, observe: theYear(year) };
  },

  makeup: (inputs) => {
    const performedOn = serial(inputs.text("performed_on") ?? "");
    const record = hoursOf(
      inputs.text("subject") ?? "",
      inputs.number("for_year") ?? YEAR,
      inputs.number("hours") ?? 0,
    );
    return oneRecord({ ...record, 开始日期: performedOn, 结束日期: performedOn });
  },

  evidence: (inputs) => evidenceCodes(inputs.text("form") ?? "", inputs.texts("docs")),

  // A year stamped and proven needs neither evidence nor stamp again (正文四.4); otherwise both are asked.
  waiver: (inputs) =>
    codesOfOneRecord({
      ...inOrder("training"),
      证明材料: words(EVIDENCE, inputs.texts("docs")) || null,
      初审盖章: "否",
      已验印: inputs.flag("year_stamped") && inputs.flag("pass_certificate") ? "是" : "否",
    }),

  filing: (inputs) => {
    const kind = inputs.text("kind") ?? "";
    const start = serial(inputs.text("starts_on") ?? "");
    const filedOn = inputs.text("filed_on");
    const given = inputs.texts("items");
    const missing = (DEMANDED[kind] ?? [])
      .filter((item) => !given.includes(item))
      .map((item) => [word(FILING_ITEM, item), null]);
    const filing: RowCells = {
      备案日期: filedOn === null ? null : serial(filedOn),
      开始日期: start,
      结束日期: start + 3,
      培训方式: kind === "online" ? "网络" : "面授",
      电子版: inputs.flag("electronic") ? "是" : "否",
      纸质版: inputs.flag("paper") ? "是" : "否",
      ...Object.fromEntries(missing),
    };
    const record: RowCells =
      kind === "online" ? inOrder("online") : { ...inOrder("training"), 科目: "公需科目", 半天数: 8 };
    return codesOfOneRecord(
      { ...record, 备案号: FILED_FACE, 开始日期: start, 结束日期: start + 3 },
      { filings: [{ 备案号: FILED_FACE, ...filing }] },
    );
  },

  channel: (inputs) => {
    const month = String(inputs.number("month")).padStart(2, "0");
    return {
      tables: {
        unit: {
          ...CHANNEL[inputs.text("channel") ?? ""],
          提交日期: serial(`2018-${month}-15`),
          提交方式: word(SUBMITTED_BY, inputs.text("submitted_by") ?? ""),
          初审日期: inputs.flag("pre_reviewed") ? serial(`2018-${month}-10`) : null,
        },
        people: [
          {
            申报级别: word(TARGET_LEVEL, inputs.text("level") ?? ""),
            验证方式: word(PROOF, inputs.text("proof") ?? ""),
            // The unit's 所属县（市）区 is blank: 市本级 accepts its own archives only.
            人事档案所在地: inputs.text("authority") === "other" ? "赫山区" : "市本级",
          },
        ],
      },
      observe: thePerson((code) => !WINDOW_CODES.includes(code)),
    };
  },

  window: (inputs) => {
    const years = inputs.numbers("years");
    return {
      tables: {
        unit: {
          ...CHANNEL[inputs.text("channel") ?? ""],
          提交日期: serial(`2018-0${OPEN_MONTH}-15`),
          初审日期: serial(`2018-0${OPEN_MONTH}-10`),
        },
        people: [
          {
            学历: word(EDUCATION, inputs.text("education") ?? ""),
            起始年度: Math.min(...years),
            截止年度: Math.max(...years),
            已验印年度: inputs.text("sealed_years"),
            ...LEVEL_OF_WINDOW[inputs.text("level") ?? "senior"],
          },
        ],
        records: inputs.numbers("passed_years").flatMap(metYear),
      },
      observe: thePerson((code) => code !== "j-window-end"),
    };
  },
};

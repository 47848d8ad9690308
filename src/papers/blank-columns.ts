/** What each column of the blank workbook takes, and the note a person sees who chooses its header. */
import type { ClosedList, VALUES } from "../submission/vocabulary";

export type ColumnKind =
  | { readonly kind: "text" }
  /** As many characters, no more and no less. */
  | { readonly kind: "length"; readonly exactly: number }
  | { readonly kind: "whole" | "decimal"; readonly from: number; readonly to: number }
  | { readonly kind: "date" }
  /** One of a column of 字典. */
  | { readonly kind: "list"; readonly list: ListName };

/** Lists of 字典; forms, kinds of unit and policies come from the policy room. */
export type ListName = "form" | "policyId" | "unitNature" | keyof typeof VALUES;

/** Titles of the lists on 字典, in its order. */
export const LIST_TITLES: Readonly<Record<ListName, string>> = {
  form: "学习形式",
  subject: "科目",
  level: "级别",
  role: "角色",
  indexing: "收录类别",
  kind: "成果类型",
  patentee: "权利人",
  authority: "批准单位",
  assessment: "考核结果",
  yesNo: "是否",
  education: "学历",
  targetLevel: "申报级别",
  proof: "验证方式",
  unitNature: "单位性质",
  submittedBy: "提交方式",
  mode: "培训方式",
  policyId: "政策",
};

/** Full-width brackets, as Chinese words are written; vocabulary and policy keep them in the half-width form that comparing needs. */
export function inPrint(label: string): string {
  return label.replace(/\(/g, "（").replace(/\)/g, "）");
}

/** The labels of a closed list as they are printed, in its order. */
export function labelsOf(list: ClosedList): readonly string[] {
  return [...list.keys()].map(inPrint);
}

export interface ColumnDesign {
  readonly width: number;
  readonly takes: ColumnKind;
  readonly note: string;
}

const text = (width: number, note: string): ColumnDesign => ({ width, takes: { kind: "text" }, note });
const from = (list: ListName, width: number, note: string): ColumnDesign => ({
  width,
  takes: { kind: "list", list },
  note,
});
const whole = (width: number, least: number, most: number, note: string): ColumnDesign => ({
  width,
  takes: { kind: "whole", from: least, to: most },
  note,
});
const decimal = (width: number, most: number, note: string): ColumnDesign => ({
  width,
  takes: { kind: "decimal", from: 0, to: most },
  note,
});
const date = (note: string): ColumnDesign => ({ width: 12, takes: { kind: "date" }, note });
const year = (note: string): ColumnDesign => whole(9, 1990, 2099, note);
const seq = whole(6, 1, 99_999, "顺序号，可不填");

export const FIRST_YEAR = 1950;
export const LAST_YEAR = 2099;

/** By key; labels of 单位信息, too. */
/** Columns with what the notice has to say of them in place of their own notes. */
export function withNotes(
  designs: Readonly<Record<string, ColumnDesign>>,
  notes: Readonly<Record<string, string>>,
): Readonly<Record<string, ColumnDesign>> {
  return Object.fromEntries(
    Object.entries(designs).map(([key, design]) => [key, { ...design, note: notes[key] ?? design.note }]),
  );
}

export const UNIT_DESIGNS: Readonly<Record<string, ColumnDesign>> = {
  unitName: text(30, "申报单位全称"),
  unitNature: from("unitNature", 30, "从下拉列表选择"),
  county: text(30, "所属县（市）区"),
  department: text(30, "主管部门或系列职改部门全称"),
  preReviewDate: { ...date("主管部门初审的日期"), width: 30 },
  handler: text(30, "本单位经办人姓名"),
  phone: text(30, "经办人电话"),
  applicationYear: { ...year("申报职称的年度，四位数字"), width: 30 },
  submissionDate: { ...date("向人社部门提交的日期"), width: 30 },
  submittedBy: from("submittedBy", 30, "由谁提交"),
  policyId: from("policyId", 30, "适用的通知；不填按默认通知"),
};

export const PEOPLE_DESIGNS: Readonly<Record<string, ColumnDesign>> = {
  seq,
  registrationNo: text(16, "《专业技术人员继续教育登记证书》编号；全册以它识别一个人，每人一行"),
  name: text(10, "姓名"),
  idNumber: {
    width: 21,
    takes: { kind: "length", exactly: 18 },
    note: "18 位公民身份号码，可不填；本列已设为文本，末位可为 X",
  },
  employer: text(24, "现工作单位全称"),
  education: from("education", 12, "最高学历"),
  currentTitle: text(14, "现有专业技术职称"),
  specialty: text(14, "申报的专业，不是所学专业"),
  targetLevel: from("targetLevel", 10, "申报的职称级别"),
  archivePlace: text(16, "人事档案所在地"),
  proof: from("proof", 14, "申请办理的验证方式"),
  fromYear: year("继续教育起始年度，四位数字"),
  toYear: year("继续教育截止年度，四位数字"),
  sealedYears: text(16, "已凭合格证明验印的年度，如 2014、2015；没有则不填"),
  remark: text(20, "其他说明"),
};

export const RECORD_DESIGNS: Readonly<Record<string, ColumnDesign>> = {
  seq,
  registrationNo: text(16, "与人员信息中的登记证书编号一致"),
  name: text(10, "姓名，与人员信息一致"),
  year: year("学时计入的年度，四位数字"),
  form: from("form", 13, "一次学习或一项成果填一行"),
  subject: from("subject", 11, "公需科目或专业科目"),
  title: text(30, "培训、会议、课题、论文等的名称"),
  organizer: text(22, "主办或施教单位全称"),
  startDate: date("开始日期"),
  endDate: date("结束日期"),
  halfDays: whole(8, 0, 800, "有培训的半天数，一整天填 2；学术会议只填仅开半天的可计天数"),
  evenings: whole(8, 0, 400, "晚上也开展培训的次数"),
  meetingDays: whole(9, 0, 400, "学术会议的全部天数"),
  uncountedDays: whole(9, 0, 400, "报到、离会和未开展培训的天数"),
  statedHours: decimal(9, 2000, "证书或平台注明的学时；博士学历教育填当年课程学时"),
  progress: decimal(9, 100, "网络课程完成进度，100 表示已完成"),
  filingNo: text(14, "公需科目培训和网络培训的备案号，与培训备案一致"),
  level: from("level", 10, "课题、奖项等的级别"),
  rank: whole(7, 1, 999, "本人排名：1、2、3 …"),
  role: from("role", 13, "本人角色"),
  indexing: text(14, "论文收录类别，可填多项"),
  kind: from("kind", 14, "专利、著作、三援的种类"),
  patentee: from("patentee", 9, "专利权人"),
  completedDate: date("结题、出版、授权、获奖或合格的日期；未完成不填"),
  modules: whole(11, 0, 99, "计算机应用能力考试合格的模块数"),
  authority: from("authority", 12, "三援、计算机考试、专利的批准或发证单位"),
  assessment: from("assessment", 10, "三援等的考核结果"),
  stamped: from("yesNo", 10, "登记证书该项是否已由主管部门初审盖章"),
  sealed: from("yesNo", 9, "该年度是否已验印"),
  claimedHours: decimal(9, 2000, "单位申报的学时，供核对"),
  evidence: text(30, "所附证明材料的名称，可填多项"),
  remark: text(20, "其他说明"),
};

export const FILING_DESIGNS: Readonly<Record<string, ColumnDesign>> = {
  filingNo: text(14, "备案号，学时记录凭它对应"),
  filedOn: date("备案日期，应早于开班"),
  applicant: text(24, "申报单位全称"),
  organisation: text(24, "培训机构全称"),
  address: text(26, "单位通讯地址"),
  postcode: text(9, "邮编"),
  email: text(20, "E-mail"),
  leader: text(10, "培训负责人姓名"),
  leaderTitle: text(12, "负责人职务"),
  leaderPhone: text(14, "负责人电话"),
  contact: text(10, "培训联系人姓名"),
  contactTitle: text(12, "联系人职务"),
  contactPhone: text(14, "联系人电话"),
  title: text(28, "培训名称"),
  venue: text(20, "培训地点"),
  startDate: date("预计开始日期"),
  endDate: date("预计结束日期"),
  audience: text(24, "拟培训人员范围"),
  scheme: text(30, "培训方案；篇幅不够可另附"),
  schedule: text(30, "培训计划；篇幅不够可另附"),
  subject: from("subject", 11, "科目"),
  mode: from("mode", 10, "面授或网络"),
  theme: text(20, "公需科目培训主题"),
  textbook: text(14, "教材名称；没有填“无”"),
  courseware: text(14, "网络培训课件；没有填“无”"),
  lessonPlan: text(14, "网络培训教案；没有填“无”"),
  electronic: from("yesNo", 9, "电子版是否已报"),
  paper: from("yesNo", 9, "纸质版是否已报"),
};

export const ORGANISATION_DESIGNS: Readonly<Record<string, ColumnDesign>> = {
  seq,
  name: text(28, "培训单位全称"),
  nature: text(14, "单位性质"),
  address: text(30, "单位地址"),
  mode: text(14, "培训方式，如面授、网络"),
  contact: text(12, "培训联系人"),
  website: text(26, "网址"),
  phone: text(16, "联系电话"),
};

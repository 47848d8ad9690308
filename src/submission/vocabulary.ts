/**
 * The words of the standard workbook: sheets, columns with their synonyms, and the values of closed columns.
 * Forms and evidence labels are not here: they belong to the policy (src/policy), since another notice has others.
 */

export const SHEETS = {
  unit: "单位信息",
  people: "人员信息",
  records: "学时记录",
  filings: "培训备案",
  organisations: "培训单位",
  decisions: "口径",
  opinions: "审核意见",
  years: "年度汇总",
  certificates: "合格证明",
  ledger: "发证台账",
  instructions: "填表说明",
  dictionary: "字典",
  filingForms: "公需科目培训备案表",
  organisationForm: "培训单位一览表",
  yearReport: "年度工作报告",
  sample: "抽查清单",
  statement: "个人情况说明",
  sendBack: "退回意见",
  letter: "回复函",
  /** Ours, beyond the contract: years proven by another year's certificate, and what a second round changed. */
  proven: "已验印依据",
  round: "上轮对照",
} as const;

/** Sheets that a review reads. */
export const REVIEWED_SHEETS: readonly string[] = [
  SHEETS.unit,
  SHEETS.people,
  SHEETS.records,
  SHEETS.filings,
  SHEETS.organisations,
  SHEETS.decisions,
  SHEETS.opinions,
  SHEETS.ledger,
  SHEETS.proven,
];

/** Headers of our own annotation columns, in order. */
export const ANNOTATION_HEADERS = [
  "折算科目",
  "折算学时",
  "行内问题",
  "核定学时",
  "审核结论",
  "审核问题",
  "审核指纹",
] as const;

/** Headers of what 退回件 says beside a record: not the unit's when the workbook comes in again, and written over then. */
export const RETURNED_HEADERS = [
  "折算学时（退回时）",
  "核定学时（退回时）",
  "审核结论（退回时）",
  "审核问题（退回时）",
] as const;

export interface ColumnWords {
  readonly key: string;
  readonly header: string;
  readonly synonyms?: readonly string[];
  /** Names that look alike and mean something else: never proposed. */
  readonly never?: readonly string[];
  /** Without this column the workbook can't be reviewed. */
  readonly needed?: boolean;
}

export const PEOPLE_COLUMNS: readonly ColumnWords[] = [
  { key: "seq", header: "序号" },
  {
    key: "registrationNo",
    header: "登记证书编号",
    synonyms: ["证书编号", "继续教育证书编号", "继续教育登记证书编号", "登记证号", "登记证编号"],
    needed: true,
  },
  { key: "name", header: "姓名", needed: true },
  { key: "idNumber", header: "身份证号", synonyms: ["公民身份号码", "证件号码", "身份证号码"] },
  { key: "employer", header: "工作单位", synonyms: ["所在单位"], needed: true },
  { key: "education", header: "学历", needed: true },
  { key: "currentTitle", header: "现有职称", synonyms: ["现职称"], needed: true },
  { key: "specialty", header: "申报专业", never: ["所学专业"], needed: true },
  { key: "targetLevel", header: "申报级别", needed: true },
  { key: "archivePlace", header: "人事档案所在地", synonyms: ["档案所在地"] },
  { key: "proof", header: "验证方式", needed: true },
  { key: "fromYear", header: "起始年度", needed: true },
  { key: "toYear", header: "截止年度", needed: true },
  { key: "sealedYears", header: "已验印年度" },
  { key: "remark", header: "备注" },
];

export const RECORD_COLUMNS: readonly ColumnWords[] = [
  { key: "seq", header: "序号" },
  {
    key: "registrationNo",
    header: "登记证书编号",
    synonyms: ["证书编号", "继续教育证书编号", "继续教育登记证书编号", "登记证号", "登记证编号"],
    needed: true,
  },
  { key: "name", header: "姓名", needed: true },
  { key: "year", header: "年度", synonyms: ["申报年度", "所属年度"], needed: true },
  { key: "form", header: "学习形式", synonyms: ["培训形式", "形式", "活动类型"], needed: true },
  { key: "subject", header: "科目", synonyms: ["科目类别", "课程类型"], needed: true },
  { key: "title", header: "名称", synonyms: ["培训名称", "活动名称", "课程名称", "题目"], needed: true },
  { key: "organizer", header: "主办单位", synonyms: ["施教机构", "培训机构"] },
  { key: "startDate", header: "开始日期", synonyms: ["起始日期", "开始时间"] },
  { key: "endDate", header: "结束日期", synonyms: ["截止日期", "结束时间"] },
  { key: "halfDays", header: "半天数" },
  { key: "evenings", header: "晚上数" },
  { key: "meetingDays", header: "会议天数" },
  { key: "uncountedDays", header: "不计天数" },
  { key: "statedHours", header: "证书学时" },
  { key: "progress", header: "完成进度" },
  { key: "filingNo", header: "备案号" },
  { key: "level", header: "级别" },
  { key: "rank", header: "排名", synonyms: ["本人排名", "署名顺序", "排序"] },
  { key: "role", header: "角色" },
  { key: "indexing", header: "收录类别" },
  { key: "kind", header: "成果类型" },
  { key: "patentee", header: "权利人" },
  { key: "completedDate", header: "完成日期" },
  { key: "modules", header: "合格模块数" },
  { key: "authority", header: "批准单位" },
  { key: "assessment", header: "考核结果" },
  { key: "stamped", header: "初审盖章" },
  { key: "sealed", header: "已验印" },
  { key: "claimedHours", header: "申报学时", synonyms: ["学时", "自报学时", "申报学分", "自报学分"] },
  { key: "evidence", header: "证明材料", synonyms: ["材料", "佐证材料"], needed: true },
  { key: "remark", header: "备注" },
];

export const FILING_COLUMNS: readonly ColumnWords[] = [
  "备案号:filingNo",
  "备案日期:filedOn",
  "申报单位:applicant",
  "培训机构:organisation",
  "通讯地址:address",
  "邮编:postcode",
  "E-mail:email",
  "培训负责人:leader",
  "负责人职务:leaderTitle",
  "负责人电话:leaderPhone",
  "培训联系人:contact",
  "联系人职务:contactTitle",
  "联系人电话:contactPhone",
  "培训名称:title",
  "培训地点:venue",
  "开始日期:startDate",
  "结束日期:endDate",
  "拟培训人员范围:audience",
  "培训方案:scheme",
  "培训计划:schedule",
  "科目:subject",
  "培训方式:mode",
  "培训主题:theme",
  "教材:textbook",
  "课件:courseware",
  "教案:lessonPlan",
  "电子版:electronic",
  "纸质版:paper",
].map((pair) => {
  const [header = "", key = ""] = pair.split(":");
  return { key, header };
});

export const ORGANISATION_COLUMNS: readonly ColumnWords[] = [
  "序号:seq",
  "单位名称:name",
  "单位性质:nature",
  "单位地址:address",
  "培训方式:mode",
  "培训联系人:contact",
  "网址:website",
  "联系电话:phone",
].map((pair) => {
  const [header = "", key = ""] = pair.split(":");
  return { key, header };
});

/** Words of a column with a closed list, mapped to the slugs that policies use. */
export type ClosedList = ReadonlyMap<string, string>;

const list = (pairs: Record<string, string>): ClosedList => new Map(Object.entries(pairs));

export const VALUES = {
  subject: list({ 公需科目: "public", 专业科目: "professional" }),
  level: list({
    国家级: "national",
    省级: "provincial",
    部级: "ministerial",
    市级: "municipal",
    厅局级: "bureau",
    县级: "county",
    校院级: "institution",
    横向: "enterprise",
    社会力量: "society",
  }),
  role: list({
    主持: "host",
    参与: "participant",
    主编: "chief-editor",
    参编: "contributing-editor",
    通讯作者: "corresponding",
    共同第一作者: "co-first",
  }),
  indexing: list({
    EI: "EI",
    SCI: "SCI",
    CPCI: "CPCI",
    SSCI: "SSCI",
    "A&HCI": "A&HCI",
    国际顶级: "intl-top",
    CSSCI: "CSSCI",
    CSCD: "CSCD",
    北大核心: "PKU-core",
    其他中文核心: "other-core",
    国内公开: "domestic-public",
    国外未收录: "foreign-unlisted",
    内部准印: "internal",
    省级以下: "sub-provincial",
  }),
  kind: list({
    发明专利: "invention",
    实用新型专利: "utility",
    外观设计专利: "design",
    软件著作权: "software-copyright",
    著作: "book",
    译作: "translation",
    援藏: "tibet",
    援疆: "xinjiang",
    援外: "foreign",
    扶贫: "poverty-relief",
  }),
  patentee: list({ 本人: "self", 单位: "unit" }),
  authority: list({
    省委组织部: "provincial-org-dept",
    省直厅局: "provincial-bureau",
    市级: "municipal",
    人社部门: "hrss",
    教育部门: "moe",
    国家专利局: "CNIPA",
    国外: "foreign-office",
  }),
  assessment: list({ 合格: "pass", 不合格: "fail" }),
  yesNo: list({ 是: "yes", 否: "no" }),
  education: list({
    博士研究生: "doctor",
    硕士研究生: "master",
    大学本科: "bachelor",
    大学专科: "junior-college",
    中专及以下: "secondary",
  }),
  targetLevel: list({ 正高级: "senior", 副高级: "deputy-senior", 中级: "intermediate", 初级: "junior" }),
  proof: list({
    合格证明: "certificate",
    登记证书原件: "registration-book-original",
    登记证书复印件: "registration-book-copy",
  }),
  mode: list({ 面授: "face-to-face", 网络: "online" }),
  submittedBy: list({ 单位: "unit", 主管部门: "department", 个人: "individual" }),
} as const;

/** What is read like a word of a closed list, and never proposed. */
export const READ_AS = {
  yesNo: list({ "√": "yes", "✓": "yes", 有: "yes", 已: "yes", "×": "no", "✗": "no", 无: "no", 未: "no" }),
  assessment: list({ 优秀: "pass", 良好: "pass", 称职: "pass", 基本合格: "fail", 不称职: "fail" }),
} as const;

/** Words that say that something is not there. */
export const WORDS_FOR_NO: ReadonlySet<string> = new Set(["否", "无", "×", "✗", "未"]);

/** Labels of 单位信息, column A. NFKC turns full-width brackets into half-width ones. */
export const UNIT_LABELS: readonly ColumnWords[] = [
  { key: "unitName", header: "单位名称", needed: true },
  { key: "unitNature", header: "单位性质", needed: true },
  { key: "county", header: "所属县(市)区", synonyms: ["所属县市区", "所属区县"] },
  { key: "department", header: "主管部门" },
  { key: "preReviewDate", header: "初审日期" },
  { key: "handler", header: "经办人" },
  { key: "phone", header: "联系电话" },
  { key: "applicationYear", header: "申报年度", needed: true },
  { key: "submissionDate", header: "提交日期" },
  { key: "submittedBy", header: "提交方式" },
  { key: "policyId", header: "政策" },
];

export const DECISION_HEADERS = [
  "编号",
  "问题",
  "依据条款",
  "可选口径",
  "暂定口径",
  "采用口径",
  "决定人",
  "决定日期",
  "理由",
] as const;
/** On every sheet of the office's that holds decisions: where a row comes from, and (hidden) the office's mark on it. */
export const ORIGIN_HEADER = "来历";
export const MARK_HEADER = "来历印记";
/** Hidden columns of 审核意见: they let a decision find its record again, and tell whether the record changed since. */
export const IDENTITY_HEADER = "记录标识";
export const FINGERPRINT_HEADER = "记录指纹";
/** 处理 of 审核意见. */
export const TREATMENTS: ReadonlyMap<string, "accept" | "refuse" | "set"> = new Map([
  ["认定", "accept"],
  ["不予认定", "refuse"],
  ["核定学时", "set"],
]);
/** The line to sign on below our lists. It is no data: whoever reads a sheet again passes it over. */
export const SIGNATURE_LINE = `${["初审人", "复核人", "负责人"].map((who) => `${who}：${"＿".repeat(7)}`).join("　　")}　　日期：＿＿＿＿年＿＿月＿＿日`;

/** True of a line to sign on, signed or not: it begins with who signs first. A word further right makes no signature of a record. */
export function isSignature(line: readonly unknown[]): boolean {
  const first = line.find((cell) => cell !== null && cell !== undefined && cell !== "");
  return typeof first === "string" && /^\s*初审人\s*[:：]/u.test(first);
}
export const LEDGER_HEADERS = [
  "证明编号",
  "登记证书编号",
  "姓名",
  "起始年度",
  "截止年度",
  "经办人",
  "签发日期",
  "状态",
  "作废原因",
  "另发原因",
] as const;

export const PROVEN_HEADERS = ["登记证书编号", "姓名", "年度", "证明编号", "来源文件", "导入人", "导入日期"] as const;

/** The word that units write for a slug of a closed column. */
export function labelOfSlug(words: ClosedList, slug: string): string {
  return [...words].find(([, each]) => each === slug)?.[0] ?? slug;
}

const HEADER_OF: ReadonlyMap<string, string> = new Map(
  [...FILING_COLUMNS, ...PEOPLE_COLUMNS, ...RECORD_COLUMNS, ...UNIT_LABELS].map(
    ({ key, header }) => [key, header] as const,
  ),
);

/** The standard header of a key, for messages; the key itself when the workbook has no such column. */
export function headerOf(key: string): string {
  return HEADER_OF.get(key) ?? key;
}

/** Words of the policy workbook: its sheets, and what facts, signs and closed values are called in its cells. */
import { FACTS, type FactName } from "../policy/language";
import { headerOf, VALUES, type ClosedList } from "../submission/vocabulary";

/** Sheets in the order in which they stand. */
export const POLICY_SHEETS = {
  policy: "政策",
  forms: "形式",
  conversions: "折算",
  evidence: "材料",
  groups: "上限与归并",
  minima: "年度要求",
  terms: "期限",
  channels: "渠道",
  questions: "口径",
  codes: "代码",
  vocabulary: "词汇",
  certificate: "证明",
  notes: "说明",
} as const;
export type PolicySheet = (typeof POLICY_SHEETS)[keyof typeof POLICY_SHEETS];

/** Facts that have no column of 学时记录 of their own. */
const DERIVED: Partial<Record<FactName, string>> = {
  authors: "作者人数",
  formLabel: "学习形式",
  days: "起止天数",
  countableDays: "可计天数",
  months: "起止月数",
  startYear: "开始年度",
  endYear: "结束年度",
  taken: "所得",
};

/** What a fact is called in the workbook. */
export const factWord = (fact: FactName): string => DERIVED[fact] ?? headerOf(fact);

/** Facts by what they are called. */
export const FACT_OF_WORD: ReadonlyMap<string, FactName> = new Map(FACTS.map((fact) => [factWord(fact), fact]));

/** Closed columns whose words a condition may name. */
const LISTS: Partial<Record<FactName, ClosedList>> = {
  level: VALUES.level,
  role: VALUES.role,
  indexing: VALUES.indexing,
  kind: VALUES.kind,
  patentee: VALUES.patentee,
  authority: VALUES.authority,
  assessment: VALUES.assessment,
};

/** Words of a fact with a closed list, to their slugs; undefined for a fact without one. */
export const listOfFact = (fact: FactName): ClosedList | undefined => LISTS[fact];

const TEXT_FACTS: ReadonlySet<FactName> = new Set([...(Object.keys(LISTS) as FactName[]), "evidence", "formLabel"]);

/** True for a fact whose values are texts, not numbers. */
export const isTextFact = (fact: FactName): boolean => TEXT_FACTS.has(fact);

/** Words of the formulas and conditions. */
export const SAYS = {
  and: "且",
  or: "或",
  is: "为",
  isNot: "不为",
  blank: "空",
  given: "已填",
  none: "非",
  anything: "任何",
  unless: "除非",
  lesser: "较小值",
  product: "积",
  total: "和",
  best: "最高",
  public: "公需",
  professional: "专业",
  error: "不计",
  always: "一律提示",
  nothing: "不须材料",
  yes: "是",
  no: "否",
} as const;

/** What a table of 折算 does. */
export const MODES = { rows: "依次对照", plain: "直接计算", checks: "不予折算" } as const;
/** First cell of a table's title. */
export const TABLE_MARK = "折算表";

/** Chinese catalogue: what the reviewer reads. Sentences carry no full stop; the caller sets it. */
import type { FactName } from "../policy/language";
import type { Bounds, Catalogue, EffectWords, ExplanationWords, FactWord, ReasonWords } from "./catalogue";

const itself: FactWord = (value) => value;
const counted =
  (unit: string): FactWord =>
  (value) =>
    `${value} ${unit}`;
/** Between Chinese and a figure or Latin letters stands a space. */
const spaced = (before: string, value: string): string => `${before}${/^[!-~]/.test(value) ? " " : ""}${value}`;
const named =
  (name: string): FactWord =>
  (value) =>
    spaced(name, value);

const UNIT_OF: Partial<Readonly<Record<FactName, string>>> = {
  year: " 年",
  months: " 个月",
  progress: "%",
  rank: " 名",
};

function boundsOf(fact: FactName, { above, below, atLeast, atMost }: Bounds, holds: boolean): string {
  const unit = UNIT_OF[fact] ?? "";
  if (fact === "year" && holds) return atLeast === atMost ? "" : `在 ${atLeast}–${atMost} 年间`;
  if (fact === "rank" && atMost !== undefined) return holds ? `前 ${atMost} 名` : `前 ${atMost} 名以外`;
  const range =
    above !== undefined
      ? `超过 ${above}${unit}`
      : below !== undefined
        ? `不足 ${below}${unit}`
        : atLeast !== undefined && atMost !== undefined
          ? atLeast === atMost
            ? `${atLeast}${unit}`
            : `${atLeast}–${atMost}${unit}`
          : atLeast !== undefined
            ? `${atLeast}${unit}以上`
            : atMost !== undefined
              ? `${atMost}${unit}以内`
              : "";
  return range === "" || holds ? range : `应为 ${range}`;
}

const explain: ExplanationWords = {
  facts: {
    year: counted("年"),
    halfDays: counted("个半天"),
    evenings: counted("晚"),
    meetingDays: counted("天"),
    uncountedDays: counted("天"),
    statedHours: named("证书学时"),
    progress: (value) => `完成进度 ${value}%`,
    level: itself,
    rank: named("排名第"),
    authors: (value) => `共 ${value} 人`,
    role: itself,
    indexing: named("收录类别"),
    kind: itself,
    patentee: named("权利人"),
    completedDate: named("完成日期"),
    modules: counted("个模块"),
    authority: itself,
    assessment: named("考核"),
    claimedHours: named("申报学时"),
    evidence: (value) => `有${value}`,
    formLabel: itself,
    days: counted("天"),
    countableDays: (value) => `可计 ${value} 天`,
    months: (value) => (value.endsWith("+") ? `${value.slice(0, -1)} 个多月` : `${value} 个月`),
    startYear: (value) => `${value} 年开始`,
    endYear: (value) => `${value} 年结束`,
    taken: named("折算"),
  },
  less: { uncountedDays: (value) => `不计 ${value} 天`, halfDays: (value) => `仅半天 ${value} 天` },
  asItStands: { statedHours: "按证书学时计", claimedHours: "按申报学时计" },
  values: {},
  blank: (header) => `未填${header}`,
  without: (values) => `没有${values}`,
  bounds: boundsOf,
  bracket: (text) => `（${text}）`,
  because: (reasons, result) => `${reasons}${reasons.endsWith("）") ? "" : " "}→ ${result}`,
  list: "、",
  then: "，",
  also: (values) => `${spaced("另有", values)}，取最高`,
  lesser: (parts) => `${parts.join(" 与")} 取低`,
  amount: (hours, unit) => `${hours} ${unit}`,
  both: (publicHours, professionalHours) => `公需 ${publicHours} + 专业 ${professionalHours}`,
  nothing: (unit, why) => (why === "" ? `不计${unit}` : `不计${unit}：${why}`),
  noRow: "不在折算条款所列之内",
  open: (question, option) => `口径“${question}”未定，暂取“${option}”`,
  undecided: (question) => `口径“${question}”未定`,
  decided: (question, option) => `口径“${question}”已定“${option}”`,
  otherwise: (option, amount) => `若取“${option}”则 ${amount}`,
  evidenceComplete: "证明材料齐全",
  evidenceNearest: (missing, nearest) =>
    missing === nearest ? `证明材料缺：${missing}` : `证明材料缺：${missing}（凑成一组：${nearest}）`,
  evidenceOthers: (sets) => `或另任选一组：${sets.map((set) => set.join("＋")).join("，")}`,
  credited: (amount) => `核定 ${amount}`,
  rejected: (why) => (why === "" ? "不予认定" : `不予认定：${why}`),
  treated: (outcome, by, on) => `${outcome}（人工处理，${by}，${on}）`,
  pending: (amount, lowest, highest, why) =>
    `待判断，暂核 ${amount}${lowest === highest ? "" : `（最低 ${lowest}，最高 ${highest}）`}${why === "" ? "" : `：${why}`}`,
  inside: (sentence) => sentence,
  semicolon: "；",
};

const reasons: ReasonWords = {
  sums: { total: "合计", public: "公需", professional: "专业" },
  lacking: (sum, amount) => `${sum}差 ${amount}`,
  years: (years, status) => `${years} 年度${status}`,
  allMet: (years) => `${years} 年度均达标`,
  questionsOpen: (questions) => `口径未定：${questions}`,
  recordsPending: "有记录待判断",
  windowOpen: (questions, windows) =>
    `口径未定（${questions}），要求的年度${windows.length > 1 ? `可能是 ${windows.join("、")}` : "待定"}`,
  person: (verdict, why) => (why === "" ? verdict : `${verdict}：${why}`),
  personIn: (text) => `本人${text}`,
  sealed: "已验印年度，凭合格证明认定",
};

const effects: EffectWords = {
  option: (label) => `若选“${label}”：`,
  people: (count, from, to) => `${count} 人由${from}变为${to}`,
  nobody: "没有人因此改变",
  besides: (parts) => `（另有 ${parts.join("、")}结论有变）`,
  only: (parts) => `（但有 ${parts.join("、")}结论有变）`,
  years: (count) => `${count} 个年度`,
  records: (count) => `${count} 条记录`,
  between: "，",
};

export const zh: Catalogue = {
  units: { 学时: ["学时", "学时"], 学分: ["学分", "学分"] },
  explain,
  reasons,
  effects,
  decide: "在“口径”表中选定采用口径后重新审核",
  unknown: ["发现问题（{code}）", "请核对该处内容"],
  severities: { error: "错误", judgement: "待判断", warning: "警告", info: "提示" },
  recordVerdicts: { credited: "认定", rejected: "不予认定", pending: "待判断" },
  yearStatuses: { met: "达标", unmet: "不达标", pending: "待判断" },
  personVerdicts: { qualified: "合格", unqualified: "不合格", pending: "待判断" },
  subjects: {
    public: "公需科目",
    professional: "专业科目",
    both: "公需科目和专业科目",
    either: "未注明科目",
    none: "无",
  },
};

/** What is said of a policy workbook: sentences for the codes of its findings, in both languages. */
import type { Language } from "./language";

/** Texts, numbers and lists of a finding. */
type Details = Readonly<Record<string, string | number | null | readonly string[]>>;
type Say = (details: Details) => string;

/** Most words of a list that a sentence names. */
const MOST_WORDS = 12;

const wordOf = (details: Details, key: string): string => {
  const value = details[key];
  return value === null || value === undefined ? "" : [value].flat().map(String).join("、");
};

function zhAllowed({ allowed, near }: Details): string {
  const words = Array.isArray(allowed) ? (allowed as readonly string[]) : [];
  const nearest = typeof near === "string" ? `；最接近的是“${near}”` : "";
  if (words.length === 0) return nearest;
  const rest = words.length > MOST_WORDS ? ` 等 ${words.length} 个` : "";
  return `${nearest}；可填：${words.slice(0, MOST_WORDS).join("、")}${rest}`;
}

function enAllowed({ allowed, near }: Details): string {
  const words = Array.isArray(allowed) ? (allowed as readonly string[]) : [];
  const nearest = typeof near === "string" ? `; the nearest is “${near}”` : "";
  if (words.length === 0) return nearest;
  const rest = words.length > MOST_WORDS ? ` and ${words.length - MOST_WORDS} more` : "";
  return `${nearest}; it may be: ${words.slice(0, MOST_WORDS).join(", ")}${rest}`;
}

/** A sentence a code: Chinese, English. */
const WORDS: Readonly<Record<string, readonly [zh: Say, en: Say]>> = {
  // ---- what can't be read ----
  "word-unknown": [
    (d) => `没有“${wordOf(d, "found")}”这个词${zhAllowed(d)}`,
    (d) => `there is no “${wordOf(d, "found")}”${enAllowed(d)}`,
  ],
  "number-unreadable": [
    (d) => `“${wordOf(d, "found")}”不是数，写成 60、2.5 或 2/3`,
    (d) => `“${wordOf(d, "found")}” is no number; write 60, 2.5 or 2/3`,
  ],
  "whole-number-needed": [
    (d) => `“${wordOf(d, "found")}”应为整数`,
    (d) => `“${wordOf(d, "found")}” should be a whole number`,
  ],
  "sign-unexpected": [
    (d) => `${d.found === "" ? "到此不完整" : `“${wordOf(d, "found")}”不能在这里`}${zhAllowed({ ...d, near: null })}`,
    (d) =>
      `${d.found === "" ? "it ends too early" : `“${wordOf(d, "found")}” can't stand here`}${enAllowed({ ...d, near: null })}`,
  ],
  "formula-unfit": [
    (d) => `“${wordOf(d, "found")}”：×、－和较小值里只能是数、栏目和它们的算式，＋和〔表〕放在最外层`,
    (d) =>
      `“${wordOf(d, "found")}”: within ×, － and 较小值 only numbers and columns; ＋ and 〔tables〕 stand outermost`,
  ],
  "fact-twice": [
    (d) => `“${wordOf(d, "found")}”在同一个条件中写了两次，合成一个`,
    (d) => `“${wordOf(d, "found")}” is tested twice in one condition; make it one test`,
  ],
  "or-twice": [
    () => "一个条件中只能有一组“（… 或 …）”，另一组写成单独的一行",
    () => "one condition may have one group “（… 或 …）”; make a row of the other",
  ],
  "value-blank": [() => "这里缺少内容", () => "something is missing here"],
  "table-unknown": [
    (d) => `没有名为“${wordOf(d, "found")}”的折算表${zhAllowed(d)}`,
    (d) => `there is no table “${wordOf(d, "found")}”${enAllowed(d)}`,
  ],
  "table-circle": [
    (d) => `折算表“${wordOf(d, "found")}”绕回了自己，改为另一张表`,
    (d) => `the table “${wordOf(d, "found")}” leads back to itself; name another one`,
  ],
  "table-too-large": [
    (d) => `折算表“${wordOf(d, "found")}”展开后太大，减少互相引用的层数`,
    (d) => `the table “${wordOf(d, "found")}” unfolds to too many steps; nest fewer tables`,
  ],
  "option-missing": [
    (d) => `缺少选项“${wordOf(d, "found")}”，每个选项一行，如“选项：5”`,
    (d) => `the option “${wordOf(d, "found")}” is missing; write a line for each, as “option：5”`,
  ],
  "option-twice": [
    (d) => `选项“${wordOf(d, "found")}”写了两次，删去一个`,
    (d) => `the option “${wordOf(d, "found")}” stands twice; remove one`,
  ],
  "option-without-question": [
    (d) => `选项“${wordOf(d, "found")}”上面没有填编号的问题，补填编号`,
    (d) => `the option “${wordOf(d, "found")}” belongs to no question; enter the number`,
  ],
  "error-without-code": [() => "“不计”须填代码，说明为什么", () => "“不计” needs a code that says why"],
  "code-without-use": [
    (d) => `代码“${wordOf(d, "found")}”用不上：有代码的行须有口径，或学时为“不计”`,
    (d) => `the code “${wordOf(d, "found")}” has no use: such a row asks a question, or its hours are “不计”`,
  ],
  "sheet-missing": [
    (d) => `缺少工作表“${wordOf(d, "found")}”，从导出的政策工作簿中复制`,
    (d) => `the sheet “${wordOf(d, "found")}” is missing; copy it from an exported policy`,
  ],
  "section-unknown": [
    (d) => `没有“${wordOf(d, "found")}”这一段${zhAllowed(d)}`,
    (d) => `there is no section “${wordOf(d, "found")}”${enAllowed(d)}`,
  ],
  "column-missing": [
    (d) => `缺少“${wordOf(d, "header")}”一列`,
    (d) => `the column “${wordOf(d, "header")}” is missing`,
  ],
  "column-unknown": [
    (d) => `没有“${wordOf(d, "found")}”这一列，或已有同名的列${zhAllowed(d)}`,
    (d) => `there is no column “${wordOf(d, "found")}”, or there are two${enAllowed(d)}`,
  ],
  "label-unknown": [
    (d) => `没有“${wordOf(d, "found")}”这一项${zhAllowed(d)}`,
    (d) => `there is no line “${wordOf(d, "found")}”${enAllowed(d)}`,
  ],
  "label-twice": [
    (d) => `“${wordOf(d, "found")}”写了两次，删去一行`,
    (d) => `“${wordOf(d, "found")}” stands twice; remove a line`,
  ],
  "cell-needed": [(d) => `“${wordOf(d, "header")}”必填`, (d) => `“${wordOf(d, "header")}” must be filled in`],
  "cell-error": [
    (d) => `单元格是错误值 ${wordOf(d, "found")}，改填内容`,
    (d) => `the cell holds the error ${wordOf(d, "found")}; enter the content`,
  ],
  "row-twice": [
    (d) => `“${wordOf(d, "found")}”已在上面写过，删去或改名`,
    (d) => `“${wordOf(d, "found")}” stands above already; remove or rename it`,
  ],
  "row-differs": [
    (d) => `“${wordOf(d, "found")}”与上面各行不同，同一形式应为“${wordOf(d, "allowed")}”`,
    (d) => `“${wordOf(d, "found")}” differs from the rows above; of one form it is “${wordOf(d, "allowed")}”`,
  ],
  "table-twice": [
    (d) => `有两张名为“${wordOf(d, "found")}”的折算表，改名或删去一张`,
    (d) => `two tables are called “${wordOf(d, "found")}”; rename or remove one`,
  ],
  "table-unused": [
    (d) => `折算表“${wordOf(d, "found")}”没有被任何算式用到`,
    (d) => `no formula names the table “${wordOf(d, "found")}”`,
  ],
  "table-without-rows": [
    (d) => `折算表“${wordOf(d, "found")}”没有内容，至少写一行`,
    (d) => `the table “${wordOf(d, "found")}” is empty; write a row at least`,
  ],
  "form-without-table": [
    (d) => `学习形式“${wordOf(d, "found")}”在“${wordOf(d, "sheet")}”中没有折算表`,
    (d) => `the form “${wordOf(d, "found")}” has no table on ${wordOf(d, "sheet")}`,
  ],
  "reference-unknown": [
    (d) => `“${wordOf(d, "found")}”不是已有的名称（${wordOf(d, "message")}）${zhAllowed(d)}`,
    (d) => `${wordOf(d, "message")}${enAllowed(d)}`,
  ],
  language: [
    (d) => `这一处不合规则（${wordOf(d, "path")}：${wordOf(d, "found")}）`,
    (d) => `this entry does not fit (${wordOf(d, "path")}: ${wordOf(d, "found")})`,
  ],
  // ---- what the checks find ----
  gap: [
    () => "有的记录没有一行适用，会计 0 学时；最后加一行不设条件的，写明学时",
    () => "no row decides some records, which would get 0; add a last row without conditions that says what they get",
  ],
  "row-unreachable": [
    (d) => `这一行永远轮不到：符合它的记录都已由第 ${wordOf(d, "row")} 行等前面的行决定`,
    (d) => `this row is never reached: row ${wordOf(d, "row")} and others before it decide all of its records`,
  ],
  "row-never-holds": [
    () => "没有记录能符合这一行的条件，核对各条件是否矛盾",
    () => "no record can meet this row's condition; do its parts contradict each other?",
  ],
  "row-hidden-in-part": [
    (d) => `符合这一行的部分记录已由第 ${wordOf(d, "row")} 行决定，学时不同；如非本意，调换次序`,
    (d) =>
      `some of this row's records are decided by row ${wordOf(d, "row")} with other hours; change the order if that is not meant`,
  ],
  "row-same-condition": [
    (d) => `条件与第 ${wordOf(d, "row")} 行相同，这一行不起作用；删去一行或改条件`,
    (d) => `it has the condition of row ${wordOf(d, "row")} and is never used; remove one or change the condition`,
  ],
  "option-without-effect": [
    (d) => `口径 ${wordOf(d, "question")} 的选项“${wordOf(d, "found")}”与“${wordOf(d, "other")}”结果总是相同`,
    (d) =>
      `the option “${wordOf(d, "found")}” of ${wordOf(d, "question")} always gives the same as “${wordOf(d, "other")}”`,
  ],
  "question-unused": [
    (d) => `没有规则提到口径 ${wordOf(d, "found")}`,
    (d) => `no rule asks the question ${wordOf(d, "found")}`,
  ],
  "evidence-set-contained": [
    (d) => `这一套（${wordOf(d, "found")}）包含了另一套（${wordOf(d, "other")}），有较少的一套就已齐全`,
    (d) => `this set (${wordOf(d, "found")}) contains another (${wordOf(d, "other")}), which is enough by itself`,
  ],
  "code-without-words": [
    (d) => `代码 ${wordOf(d, "found")} 缺少提示的话`,
    (d) => `the code ${wordOf(d, "found")} has a blank text`,
  ],
  "code-without-remedy": [
    (d) => `代码 ${wordOf(d, "found")} 没有说明怎样改正`,
    (d) => `the code ${wordOf(d, "found")} does not say what to do`,
  ],
  "code-without-clause": [
    (d) => `代码 ${wordOf(d, "found")} 没有条款`,
    (d) => `the code ${wordOf(d, "found")} has no clause`,
  ],
  "minimum-unreachable": [
    (d) => `没有一种学习形式能计入这一科目，${wordOf(d, "found")} 的要求无法达到`,
    (d) => `no form gives hours of this subject; ${wordOf(d, "found")} can't be reached`,
  ],
  "hours-fall": [
    (d) =>
      `其他都相同，“${wordOf(d, "column")}”提高而学时由 ${wordOf(d, "before")} 降为 ${wordOf(d, "after")}（${wordOf(d, "other")}）`,
    (d) =>
      `all else equal, the hours fall from ${wordOf(d, "before")} to ${wordOf(d, "after")} as “${wordOf(d, "column")}” rises (${wordOf(d, "other")})`,
  ],
  "hours-rise-with-rank": [
    (d) => `其他都相同，排名靠后而学时由 ${wordOf(d, "before")} 升为 ${wordOf(d, "after")}（${wordOf(d, "other")}）`,
    (d) =>
      `all else equal, the hours rise from ${wordOf(d, "before")} to ${wordOf(d, "after")} for a later rank (${wordOf(d, "other")})`,
  ],
  "hours-negative": [
    (d) => `算出的学时为负（${wordOf(d, "found")}），会计 0`,
    (d) => `the hours come out negative (${wordOf(d, "found")}) and count as 0`,
  ],
  "hours-unbounded": [
    (d) => `“${wordOf(d, "column")}”填多少就计多少，没有上限`,
    (d) => `nothing limits the hours as “${wordOf(d, "column")}” rises`,
  ],
  "window-unmeetable": [
    (d) => `年数 ${wordOf(d, "found")} 无法证明，或多于一般的年数`,
    (d) => `${wordOf(d, "found")} years can't be proven, or are more than are asked of others`,
  ],
  "channel-unmeetable": [
    (d) => `受理月份 ${wordOf(d, "first")} 至 ${wordOf(d, "last")} 没有一个月，应在 1 至 12 之间，首月不晚于末月`,
    (d) =>
      `no month lies from ${wordOf(d, "first")} to ${wordOf(d, "last")}; months are 1 to 12, the first not after the last`,
  ],
  "unit-without-channel": [
    (d) => `“${wordOf(d, "found")}”没有受理渠道`,
    (d) => `no channel takes submissions of “${wordOf(d, "found")}”`,
  ],
};

/** Codes that have a sentence. */
export const policyFindingCodes = (): readonly string[] => Object.keys(WORDS);

/** The sentence of a finding; its code where there is none. */
export function policyFindingText(
  { code, details }: { readonly code: string; readonly details: Details },
  language: Language,
): string {
  const say = WORDS[code]?.[language === "en" ? 1 : 0];
  return say === undefined ? code : say(details);
}

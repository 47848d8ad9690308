/** What may be Chinese on a screen that is in English: what the workbook holds, and the notice's own terms. */

/** Sheets and marks that are Chinese in every language, two kinds of unit as the notice has them, and the sample's name. */
const NAMES = [
  "年度汇总",
  "口径",
  "审核意见",
  "发证台账",
  "合格证明模板",
  "上轮对照",
  "已过期",
  "中央",
  "省属",
  "张样例",
];
/** The notice quoted, its clauses, and its number and title. */
const OF_NOTICE = [
  /「[^」]*」/gu,
  /(?:正文|附件)[\p{Script=Han}\d.()+]+/gu,
  /益人社函〔\d+〕\d+号 \p{Script=Han}+\d+\p{Script=Han}+/gu,
];

/** Chinese words of a text that are none of the workbook's (`known`) and none of the notice's. */
export function unexpectedChinese(text: string, known: readonly string[]): readonly string[] {
  const without = OF_NOTICE.reduce((left, pattern) => left.replace(pattern, ""), text);
  const allowed = [...known, ...NAMES];
  return (without.match(/\p{Script=Han}+/gu) ?? []).filter((word) => !allowed.some((each) => each.includes(word)));
}

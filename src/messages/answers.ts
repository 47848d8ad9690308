/** The words of an answer to somebody who asks about himself: in the pane, in a reply, on 个人情况说明. */
import type { Language } from "./language";

const zh = {
  person: (name: string, registrationNo: string, verdict: string): string => `${name}（${registrationNo}）${verdict}`,
  /** Hours as texts. */
  year: (year: number, status: string, publicHours: string, professionalHours: string, total: string): string =>
    `${year} 年度${status}：公需 ${publicHours}、专业 ${professionalHours}、合计 ${total}`,
  record: (row: number, form: string, title: string): string => `第 ${row} 行 ${form}《${title}》`,
  toCount: "怎样才能计入",
  restOfRecords: "不属于任何年度的记录",
  basis: (notice: string): string => `依据：${notice}`,
  colon: "：",
  bullet: "· ",
};

export type AnswerWords = typeof zh;

const en: AnswerWords = {
  person: (name, registrationNo, verdict) => `${name} (${registrationNo}) ${verdict}`,
  year: (year, status, publicHours, professionalHours, total) =>
    `${year} ${status}: public ${publicHours}, professional ${professionalHours}, total ${total}`,
  record: (row, form, title) => `Row ${row} ${form} “${title}”`,
  toCount: "What would make it count",
  restOfRecords: "Records of no year",
  basis: (notice) => `By: ${notice}`,
  colon: ": ",
  bullet: "· ",
};

/** The words in a language. */
export function answerWords(language: Language): AnswerWords {
  return language === "zh" ? zh : en;
}

/** What an action could not do though it came to its end, in both languages. */
import type { Language } from "./language";

const WARNINGS = {
  "filter-not-restored": {
    zh: "“学时记录”原有的筛选条件未能恢复，请重新筛选。",
    en: "The filter of “学时记录” could not be restored: please filter again.",
  },
  "values-in-table": {
    zh: "本机 Excel 改动了表格中的公式，折算科目、折算学时、行内问题已改为数值；改动后请重新审核。",
    en: "This Excel changed the formulas within the table: values stand in their place; review again after a change.",
  },
  "settings-not-saved": {
    zh: "本加载项的设置未能存入工作簿（同一文件可能正由多人编辑），结果不受影响；关闭前请再执行一次。",
    en: "The add-in's settings could not be saved in the workbook (others may be editing it); results are not affected. Run the action again before you close it.",
  },
} as const satisfies Readonly<Record<string, Readonly<Record<Language, string>>>>;

export type WarningKey = keyof typeof WARNINGS;

/** The sentence of a warning. */
export const warningText = (key: WarningKey, language: Language): string => WARNINGS[key][language];

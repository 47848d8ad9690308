/**
 * What the unit itself can do about a finding. The catalogue's remedies speak to the reviewer, who may also choose a
 * reading; a unit may not, and is not told of it.
 */

/** Open questions that end as soon as the unit hands in or fills in what is missing. */
export const SETTLED_BY_UNIT: ReadonlyMap<string, string> = new Map([
  ["evidence-incomplete", "补交所缺材料[：{missing}]"],
  ["j-days-missing", "按通知和日程补填半天数、晚上数"],
  ["j-online-hours-unspecified", "补交平台出具的学时证明，并填写证书学时"],
  ["j-online-incomplete", "学完后补交结业证书"],
  ["j-online-unfinished", "学完后更正完成进度，并补交结业证书"],
  ["j-online-unfiled", "已备案的补填备案号"],
  ["j-doctoral-hours-unspecified", "补交课程及学时安排"],
  ["j-exam-admitted", "在“合格模块数”中填写合格科目数"],
  ["j-project-leader", "在“角色”中填写主持或参与"],
  ["j-paper-cn-number", "刊物有国内统一刊号（CN）的，在“收录类别”中加填“国内公开”"],
  ["j-evidence-local", "补交所缺材料[：{missing}]"],
]);

/** Remedies of errors and warnings where the catalogue's own names what only the office has. */
export const UNIT_REMEDIES: ReadonlyMap<string, string> = new Map([
  ["evidence-incomplete", "补交所缺材料[：{missing}]"],
  ["filing-incomplete", "补齐备案资料[：{missing}]"],
  ["annual-total-shortfall", "补充当年继续教育学习记录及证明材料"],
  ["public-shortfall", "补充当年公需科目学习记录及证明材料"],
  ["professional-shortfall", "补充当年专业科目学习记录及证明材料"],
  ["professional-share-shortfall", "补充当年专业科目学习记录及证明材料"],
  ["field-missing", "补填[“{column}”]"],
]);

/** Errors about which nothing can be handed in: they only explain a figure. */
export const EXPLAIN_ONLY: ReadonlySet<string> = new Set(["paper-annual-limit"]);

/** Warnings about the review's own figures, and what stands on the office's side. */
export const OFFICE_ONLY: ReadonlySet<string> = new Set([
  "hours-claim-mismatch",
  "subject-not-allowed",
  "decision-stale",
  "decision-unsigned",
  "hidden-rows",
  "window-claim-differs",
]);

export const WAITING = "待人社部门确定口径";
export const REFUSED = "经审核，不予认定";
export const REFUSED_REMEDY = "以其他学习补足；有疑问的，与经办人联系";
export const refusedByReading = (problem: string): string => `按人社部门确定的口径不予认定：${problem}`;

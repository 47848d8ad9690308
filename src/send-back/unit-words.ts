/** What the workbook sent back says of records that the unit can do nothing about. */
export const WAITING = "待人社部门确定口径";
export const REFUSED = "经审核，不予认定";
export const REFUSED_REMEDY = "以其他学习补足；有疑问的，与经办人联系";
/** What the unit is told of hours that a decision on a question refuses. */
export const refusedByReading = (problem: string): string => `按人社部门确定的口径不予认定：${problem}`;

/** Words of what comes after a review: frozen results, or the sheets as they came. */
const zh = {
  title: "成果",
  freeze: "固化结果",
  freezeHint: "公式换成数值，发给没有本加载项的人前使用。",
  clearTitle: "清除",
  clear: "清除审核结果",
  clearHint: "去掉批注列和结果表，恢复单位原表；口径、已验印依据、人工处理和发证台账保留。",
  clearWarning: "清除后，Excel 的撤销记录也会一并清空，不能用“撤销”找回。",
  confirmClear: "确认清除",
  forget: "连同口径、处理意见和台账一并清除",
  forgetHint: "把工作簿还原成单位交来的样子。还有有效编号时不能清除，须先作废。",
};

export type OutputStrings = typeof zh;

const en: OutputStrings = {
  title: "Output",
  freeze: "Freeze results",
  freezeHint: "Turns formulas into values, for readers without this add-in.",
  clearTitle: "Clear",
  clear: "Clear results",
  clearHint:
    "Takes our columns and sheets away and restores the unit’s own; readings, proven years, decisions and the ledger stay.",
  clearWarning: "Clearing also empties Excel’s undo history: it cannot be undone.",
  confirmClear: "Clear now",
  forget: "Clear readings, decisions and the ledger as well",
  forgetHint:
    "Leaves the workbook as the unit handed it in. Refused while a certificate number is valid: void it first.",
};

export const outputStrings = { zh, en } as const;

/** Words of 文书 beside those of its actions. */
const zh = {
  title: "成果",
  papersTitle: "其他文书",
  clearTitle: "清除",
  clearHint: "去掉批注列和结果表，恢复单位原表；口径、已验印依据、人工处理和发证台账保留。",
  clearWarning: "清除后，Excel 的撤销记录也会一并清空，不能用“撤销”找回。",
  confirmClear: "确认清除",
};

export type OutputStrings = typeof zh;

const en: OutputStrings = {
  title: "Output",
  papersTitle: "Other papers",
  clearTitle: "Clear",
  clearHint:
    "Takes our columns and sheets away and restores the unit’s own; readings, proven years, decisions and the ledger stay.",
  clearWarning: "Clearing also empties Excel’s undo history: it cannot be undone.",
  confirmClear: "Clear now",
};

export const outputStrings = { zh, en } as const;

/** Words of 文书 beside those of its actions. */
const zh = {
  title: "成果",
  papersTitle: "其他文书",
  clearTitle: "清除",
  clearHint: "去掉批注列和结果表，恢复单位原表；口径、已验印依据、人工处理和发证台账保留。",
  clearWarning: "清除后，Excel 的撤销记录也会一并清空，不能用“撤销”找回。",
  confirmClear: "确认清除",
  officeKey: {
    keep: "密钥只存在本机。请导出保存，换电脑或重装后再导入；不要交给申报单位。",
    download: "导出密钥文件",
    show: "显示密钥文件的内容",
    file: "密钥文件",
    take: "导入本机关另一台电脑的密钥",
    takeHint: "导入后以该密钥为准：凭本机原密钥写下的内容须重新确认。",
    wrong: "这不是机关密钥文件，请选择由本插件导出的文件。",
    confirm: "改用该密钥",
  },
};

type OutputStrings = typeof zh;

const en: OutputStrings = {
  title: "Output",
  papersTitle: "Other papers",
  clearTitle: "Clear",
  clearHint:
    "Takes our columns and sheets away and restores the unit’s own; readings, proven years, decisions and the ledger stay.",
  clearWarning: "Clearing also empties Excel’s undo history: it cannot be undone.",
  confirmClear: "Clear now",
  officeKey: {
    keep: "The key is kept on this machine only. Export it to a safe place, and import it on another machine; never give it to a unit.",
    download: "Export the key file",
    show: "Show what is in the key file",
    file: "Key file",
    take: "Import the key of another of the office’s machines",
    takeHint:
      "From then on that key counts: what was written under this machine’s earlier key has to be confirmed again.",
    wrong: "This is no office key file: choose one that this add-in has exported.",
    confirm: "Use that key",
  },
};

export const outputStrings = { zh, en } as const;

/** Words of 政策工作簿 beside those of its actions. */
const zh = {
  inUse: (title: string): string => `现按：${title}`,
  export: "导出政策",
  file: "选择政策工作簿",
  open: "检查本工作簿中的政策表",
  of: (title: string): string => `政策：${title}`,
  unread: "这份政策读不完整，改正以下各处后再检查：",
  errors: (count: number): string => `有 ${count} 处错误，改正后才能采用：`,
  clean: "检查没有发现问题。",
  found: (count: number): string => `有 ${count} 处提示，可以采用：`,
  more: (count: number): string => `另有 ${count} 处`,
  use: "按此政策审核",
  leave: "改回单位信息所写的政策",
  hint: "采用后随文件保存，带本机关印记；单位信息不改。",
};

type PolicyStrings = typeof zh;

const en: PolicyStrings = {
  inUse: (title) => `In use: ${title}`,
  export: "Export the policy",
  file: "Choose a policy workbook",
  open: "Check the policy sheets of this workbook",
  of: (title) => `Policy: ${title}`,
  unread: "This policy can’t be read whole; correct these and check again:",
  errors: (count) => `${count} ${count === 1 ? "error" : "errors"} to be corrected before it can be used:`,
  clean: "The check found nothing.",
  found: (count) => `${count} ${count === 1 ? "remark" : "remarks"}; it can be used:`,
  more: (count) => `and ${count} more`,
  use: "Review under this policy",
  leave: "Back to the policy that 单位信息 names",
  hint: "It is kept with the file under this office’s mark; 单位信息 stays as it is.",
};

export const policyStrings = { zh, en } as const;

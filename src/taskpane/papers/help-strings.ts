/** Words of 帮助 beside those of its actions. */
const zh = {
  title: "帮助",
  allHold: (count: number): string => `${count} 项全部与预期一致。`,
  notSo: (expected: string): string => `与预期不同：${expected}`,
  seen: (seen: string): string => `实际：${seen}`,
  limit: (records: number): string =>
    records === 0 ? "本机的结果一律写数值。" : `记录不超过 ${records} 条时，本机的结果用公式，随单元格重算。`,
  states: { holds: "一致", differs: "不同", failed: "出错" },
  copy: "复制结果",
  copied: "已复制",
};

type HelpStrings = typeof zh;

const en: HelpStrings = {
  title: "Help",
  allHold: (count) => `All ${count} are as expected.`,
  notSo: (expected) => `Not as expected: ${expected}`,
  seen: (seen) => `Seen: ${seen}`,
  limit: (records) =>
    records === 0
      ? "Results are values on this machine."
      : `Results of up to ${records} records follow their cells by formulas on this machine.`,
  states: { holds: "as expected", differs: "differs", failed: "failed" },
  copy: "Copy the results",
  copied: "Copied",
};

export const helpStrings = { zh, en } as const;

/** Words of the workbook that sums a batch up: titles of sheets and columns, and what stands in their cells. Written in Chinese, as all papers. */
import type { Across } from "./across";

export const CITY_SHEETS = {
  files: "汇总",
  failing: "不合格人员",
  problems: "常见问题",
  questions: "待决口径",
  across: "跨单位核对",
  proven: "他单位证明",
  incoming: "随文件带来",
} as const;

export const CITY_TITLES = {
  files: ["序号", "文件", "单位", "情况", "记录", "人员", "合格", "不合格", "待判断", "合格率", "合格证明", "说明"],
  failing: ["文件", "单位", "登记证书编号", "姓名", "行", "原因"],
  problems: ["代码", "问题", "次数", "涉及文件"],
  questions: ["编号", "问题", "涉及处数", "涉及文件", "若采用", "全部文件的影响"],
  across: ["情况", "文件", "工作表", "行"],
  proven: ["文件", "登记证书编号", "姓名", "行", "未达标年度", "证明编号", "证明所在"],
  incoming: ["文件", "工作表", "行", "署名", "内容"],
} as const;

export const ACROSS_WORDS: Readonly<Record<Across["code"], string>> = {
  "person-in-two-units": "同一登记证书编号在两个文件中申报",
  "achievement-in-two-units": "同一成果、同一排名在两个文件中申报",
  "certificate-number-twice": "同一证明编号出现两次",
};

export const CITY_WORDS = {
  reviewed: "已审核",
  refused: "不能审核",
  total: "合计",
  nothing: "无",
  more: (count: number): string => `……共 ${count} 条`,
  units: (count: number): string => `${count} 个文件`,
  renamed: (from: string, to: string): string => `单位自己的“${from}”已改名为“${to}”`,
  years: (years: readonly number[]): string => years.join("、"),
};

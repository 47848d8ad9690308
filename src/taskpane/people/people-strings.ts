/** Words of 人员. */
const zh = {
  doubtful: (number: string): string => `持有有效证明 ${number}，现在不符合`,
  list: "人员",
  search: "搜索姓名、登记证书编号",
  verdict: "按结论筛选",
  all: "全部",
  yearStatus: { met: "有达标年度", unmet: "有不达标年度", pending: "有待判断年度" },
  release: (what: string): string => `取消筛选：${what}`,
  shown: (found: number, all: number): string => (found === all ? `${all} 人` : `${found} / ${all} 人`),
  noMatch: "没有符合条件的人。",
  nobody: "没有人员。",
  columns: { year: "年度", publicHours: "公需", professionalHours: "专业", total: "合计", status: "结果" },
  table: (name: string): string => `${name} 各年度`,
  sealed: "已验印",
  noYears: "没有要求的年度。",
  copy: "复制",
  copyOf: (name: string): string => `复制 ${name} 的各年度`,
  copyAll: (count: number): string => `复制这 ${count} 人`,
  copied: (count: number): string => `已复制 ${count} 人，可粘贴到回复中`,
  denied: "这里不能直接写入剪贴板。文字已选中：按 Ctrl+C（Mac 按 ⌘C）复制。",
  text: "要复制的文字",
  findings: (count: number): string => `意见 ${count}`,
  findingsOf: (name: string, count: number): string => `意见 ${count}：${name}`,
  goTo: (name: string, where: string): string => `${name}，转到 ${where}`,
  person: (name: string, registrationNo: string, verdict: string): string => `${name}（${registrationNo}）：${verdict}`,
  year: (year: number, hours: string, status: string, why: string): string =>
    `${year} 年：${hours}，${status}${why === "" ? "" : `（${why}）`}`,
  hours: (publicHours: number, professionalHours: number, total: number): string =>
    `公需 ${publicHours}、专业 ${professionalHours}、合计 ${total}`,
  semicolon: "；",
};

export type PeopleStrings = typeof zh;

const en: PeopleStrings = {
  doubtful: (number) => `holds the valid certificate ${number} and no longer qualifies`,
  list: "People",
  search: "Search name or registration number",
  verdict: "Filter by verdict",
  all: "All",
  yearStatus: { met: "with a year met", unmet: "with a year not met", pending: "with a year pending" },
  release: (what) => `Stop filtering: ${what}`,
  shown: (found, all) => (found === all ? `${all} people` : `${found} of ${all} people`),
  noMatch: "Nobody matches.",
  nobody: "There is nobody.",
  columns: { year: "Year", publicHours: "Public", professionalHours: "Prof.", total: "Total", status: "Result" },
  table: (name) => `Years of ${name}`,
  sealed: "stamped",
  noYears: "No year is asked for.",
  copy: "Copy",
  copyOf: (name) => `Copy the years of ${name}`,
  copyAll: (count) => `Copy these ${count}`,
  copied: (count) => `${count} copied, ready to paste into a reply`,
  denied: "The clipboard can’t be written from here. The text is selected: press Ctrl+C (⌘C on a Mac).",
  text: "Text to copy",
  findings: (count) => `Findings ${count}`,
  findingsOf: (name, count) => `Findings ${count}: ${name}`,
  goTo: (name, where) => `${name}, go to ${where}`,
  person: (name, registrationNo, verdict) => `${name} (${registrationNo}): ${verdict}`,
  year: (year, hours, status, why) => `${year}: ${hours}, ${status}${why === "" ? "" : ` (${why})`}`,
  hours: (publicHours, professionalHours, total) =>
    `public ${publicHours}, professional ${professionalHours}, total ${total}`,
  semicolon: "; ",
};

export const peopleStrings = { zh, en } as const;

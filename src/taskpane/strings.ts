/** Every word of the pane that more than one view speaks; each view has its own beside it. What findings say is in messages/. */
import type { OutdatedReason } from "../excel/live/events";
import type { Language } from "../messages";
import type { Severity } from "../review/types";
import type { RecordPart } from "../trust";
import { certificateStrings } from "./certificates/certificate-strings";
import { decideStrings } from "./decide/decide-strings";
import { findingStrings } from "./findings/finding-strings";
import { overviewStrings } from "./overview/overview-strings";
import { roundEn, roundZh } from "./papers/second-round-strings";
import { outputStrings } from "./papers/output-strings";
import { sampleStrings } from "./papers/sample-strings";
import { sendBackStrings } from "./papers/send-back-strings";
import { peopleStrings } from "./people/people-strings";
import { trialStrings } from "./people/trial-strings";
import type { View } from "./views";

const zh = {
  certificate: certificateStrings.zh,
  decide: decideStrings.zh,
  finding: findingStrings.zh,
  overview: overviewStrings.zh,
  output: outputStrings.zh,
  sample: sampleStrings.zh,
  sendBack: sendBackStrings.zh,
  people: peopleStrings.zh,
  trial: trialStrings.zh,
  round: roundZh,
  product: "继续教育学时审核",
  colon: "：",
  views: {
    overview: "概览",
    findings: "问题",
    decide: "决定",
    people: "人员",
    certificates: "证明",
    papers: "文书",
  } satisfies Record<View, string>,
  viewList: "审核各步",
  /** What a tab's number counts, for screen readers. */
  badges: {
    findings: (count: number): string => `${count} 条审核意见`,
    decide: (count: number): string => `${count} 项待决定`,
    people: (count: number): string => `${count} 人`,
    certificates: (count: number): string => `${count} 人可发证`,
  },
  review: "审核",
  reviewAgain: "重新审核",
  cancel: "取消",
  cancelling: "正在取消…",
  back: "返回",
  close: "关闭",
  steps: {
    starting: "正在开始…",
    reading: "读取工作簿",
    reviewing: "逐条审核",
    writing: "写入结果",
    "waiting-for-edit": "请先按回车结束编辑",
    "waiting-for-formulas": "等待 Excel 算完公式",
  },
  waitingHint: "有单元格正在编辑。按回车或 Esc 结束编辑，就会自动继续。",
  year: (year: number): string => `${year} 年度申报`,
  counts: (people: number, records: number): string => `${people} 人 · ${records} 条记录`,
  undo: "撤回",
  outdatedReasons: {
    edited: "审核后又有改动",
    sorted: "行的次序变了",
    "rows-inserted": "插入了行",
    "rows-deleted": "删除了行",
    "columns-changed": "列有变动",
    "co-author": "他人正在同时修改",
    "other-sheet": "人员、口径等其他表有改动",
    inputs: "上次审核后填报内容有改动",
    decisions: "上次审核后口径或处理意见有改动",
    policy: "上次审核后所依据的规则有更新",
  } satisfies Record<OutdatedReason | RecordPart, string>,
  outdated: (reasons: readonly string[], rows: number): string =>
    `结果已旧：${reasons.join("、")}${rows > 0 ? `，${rows} 行已标为“已过期”` : ""}`,
  updated: (rows: number, people: number): string => `已按更正重算 ${rows} 行、${people} 人`,
  editing: "请先按回车结束编辑，再试一次。",
  cancelled: "已取消，工作簿与开始前一样，没有改动。",
  retry: "重试",
  problemsOf: (count: number): string => `需先改正 ${count} 处`,
  goToCell: (where: string): string => `转到 ${where}`,
  severities: { error: "错误", judgement: "待判断", warning: "提醒", info: "说明" } satisfies Record<Severity, string>,
  total: (count: number, unit: string): string => `${count} ${unit}`,
  units: { people: "人", years: "个年度", records: "条" },
  firstReview: { title: "还没有审核", text: "审核后，这里才有内容。" },
  reviewedBefore: { title: "上次审核的结果在工作表里", text: "再审核一次，这里就会显示。" },
  whichColumn: (sheet: string, header: string): string => `“${sheet}”的“${header}”是哪一列？`,
  chooseColumn: "请选择",
  columnNamed: (letters: string, header: string): string => `${letters} 列“${header}”`,
  columnMissing: "请选择一列",
  columnsHint: "请对照工作表选定；选择随工作簿保存，下次不再询问。也可改正列名后重新审核。",
  useColumns: "用这些列审核",
};

/** The shape both languages share. */
export type Strings = typeof zh;

const en: Strings = {
  certificate: certificateStrings.en,
  decide: decideStrings.en,
  finding: findingStrings.en,
  overview: overviewStrings.en,
  output: outputStrings.en,
  sample: sampleStrings.en,
  sendBack: sendBackStrings.en,
  people: peopleStrings.en,
  trial: trialStrings.en,
  round: roundEn,
  product: "Continuing-education hours review",
  colon: ": ",
  views: {
    overview: "Overview",
    findings: "Findings",
    decide: "Decide",
    people: "People",
    certificates: "Issue",
    papers: "Papers",
  },
  viewList: "Steps of the review",
  badges: {
    findings: (count) => `${count} findings`,
    decide: (count) => `${count} to decide`,
    people: (count) => `${count} people`,
    certificates: (count) => `${count} ready for a certificate`,
  },
  review: "Review",
  reviewAgain: "Review again",
  cancel: "Cancel",
  cancelling: "Cancelling…",
  back: "Back",
  close: "Close",
  steps: {
    starting: "Starting…",
    reading: "Reading the workbook",
    reviewing: "Reviewing",
    writing: "Writing results",
    "waiting-for-edit": "Press Enter to finish editing",
    "waiting-for-formulas": "Waiting for Excel to calculate",
  },
  waitingHint: "A cell is being edited. Finish with Enter or Esc and this goes on by itself.",
  year: (year) => `Submission for ${year}`,
  counts: (people, records) => `${people} people · ${records} records`,
  undo: "Take back",
  outdatedReasons: {
    edited: "cells changed since",
    sorted: "rows were sorted",
    "rows-inserted": "rows were inserted",
    "rows-deleted": "rows were deleted",
    "columns-changed": "columns changed",
    "co-author": "somebody else is editing",
    "other-sheet": "another sheet (people, readings …) changed",
    inputs: "what the unit filled in was changed after the last review",
    decisions: "readings or decisions were changed after the last review",
    policy: "the rules were revised after the last review",
  },
  outdated: (reasons, rows) =>
    `Results are older than the sheets: ${reasons.join(", ")}${rows > 0 ? `; ${rows} rows are marked 已过期` : ""}`,
  updated: (rows, people) =>
    `Correction judged: ${rows} ${rows === 1 ? "row" : "rows"}, ${people} ${people === 1 ? "person" : "people"}`,
  editing: "Press Enter to finish editing, then try again.",
  cancelled: "Cancelled; the workbook is as it was before.",
  retry: "Try again",
  problemsOf: (count) => `${count} things to correct first`,
  goToCell: (where) => `Go to ${where}`,
  severities: { error: "Error", judgement: "Pending", warning: "Warning", info: "Note" },
  total: (count) => String(count),
  units: { people: "", years: "", records: "" },
  firstReview: { title: "Not reviewed yet", text: "There is something here once the workbook was reviewed." },
  reviewedBefore: { title: "The sheets hold the last review", text: "Review once more, and it is shown here." },
  whichColumn: (sheet, header) => `Which column of ${sheet} is ${header}?`,
  chooseColumn: "Choose",
  columnNamed: (letters, header) => `column ${letters} “${header}”`,
  columnMissing: "Choose a column",
  columnsHint:
    "Check against the sheet. The choice is kept with the workbook and not asked again. Or correct the header and review again.",
  useColumns: "Review with these columns",
};

/** The pane's words in a language. */
export function stringsOf(language: Language): Strings {
  return language === "en" ? en : zh;
}

/** Office's display language → ours. Chinese unless the user's Office speaks English. */
export function languageOf(displayLanguage: string | undefined): Language {
  return displayLanguage?.toLowerCase().startsWith("en") ? "en" : "zh";
}

/** Every word of the pane that more than one view speaks; each view has its own beside it. What findings say is in messages/. */
import type { OutdatedReason } from "../excel/live-events";
import type { Language } from "../messages";
import type { Severity } from "../review/types";
import { certificateStrings } from "./certificates/certificate-strings";
import { decideStrings } from "./decide/decide-strings";
import { findingStrings } from "./findings/finding-strings";
import { overviewStrings } from "./overview/overview-strings";
import { roundEn, roundZh } from "./papers/second-round-strings";
import { outputStrings } from "./papers/output-strings";
import { peopleStrings } from "./people/people-strings";
import type { Action, View } from "./state";

const zh = {
  certificate: certificateStrings.zh,
  decide: decideStrings.zh,
  finding: findingStrings.zh,
  overview: overviewStrings.zh,
  output: outputStrings.zh,
  people: peopleStrings.zh,
  round: roundZh,
  product: "继续教育学时审核",
  colon: "：",
  views: { overview: "概览", findings: "问题", decide: "决定", people: "人员", certificates: "证明", papers: "文书" } satisfies Record<View, string>,
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
  steps: { starting: "正在开始…", reading: "读取工作簿", reviewing: "逐条审核", writing: "写入结果", "waiting-for-edit": "请先按回车结束编辑" },
  waitingHint: "有单元格正在编辑。按回车或 Esc 结束编辑，就会自动继续。",
  running: {
    review: "审核", adopt: "采用暂定口径", decide: "写入处理意见", "decide-question": "写入口径", preview: "读取另一工作簿", import: "导入口径", "round-preview": "读取上轮工作簿", round: "导入上轮结果", certificates: "生成合格证明",
    void: "作废", withdraw: "撤下页面", template: "新建模板", settings: "记住设置", freeze: "固化结果", "send-back": "生成退回件", clear: "清除审核结果", forget: "全部清除", select: "定位", paper: "制作文书",
  } satisfies Record<Action, string>,
  year: (year: number): string => `${year} 年度申报`,
  counts: (people: number, records: number): string => `${people} 人 · ${records} 条记录`,
  done: {
    review: "审核完成", adopt: "已全部采用暂定口径并重新审核", decide: "已写入处理意见并重新审核", "decide-question": "已写入口径并重新审核", preview: "已读取另一工作簿的口径，尚未写入", import: "已导入口径并重新审核", "round-preview": "已读取上轮工作簿，尚未写入",
    round: "已导入上轮结果并重新审核", freeze: "已固化：公式已换成数值", "send-back": "", clear: "已清除审核结果", forget: "已清除审核结果、口径、处理意见和台账", certificates: "", void: "", withdraw: "冲突编号的页面已从“合格证明”表撤下",
    template: "已新建“合格证明模板”：改好后再生成", settings: "已记住证明设置", select: "", paper: "",
  } satisfies Record<Action, string>,
  doneCounts: (findings: number): string => `共 ${findings} 条审核意见`,
  nothingFound: "没有发现问题",
  undo: "撤回",
  outdatedReasons: {
    edited: "审核后又有改动", sorted: "行的次序变了", "rows-inserted": "插入了行", "rows-deleted": "删除了行", "columns-changed": "列有变动", "co-author": "他人正在同时修改", "other-sheet": "人员、口径等其他表有改动",
  } satisfies Record<OutdatedReason, string>,
  outdated: (reasons: readonly string[], rows: number): string => `结果已旧：${reasons.join("、")}${rows > 0 ? `，${rows} 行已标为“已过期”` : ""}`,
  updated: (rows: number, people: number): string => `已按更正重算 ${rows} 行、${people} 人`,
  valuesOnly: "行数较多或列名由审核人指定，学时列写的是数值而不是公式。",
  failed: {
    review: "审核没有完成", adopt: "没有采用", decide: "处理意见没有写入", "decide-question": "口径没有写入", preview: "没有读取口径", import: "没有导入口径", "round-preview": "没有读取上轮结果", round: "没有导入上轮结果", certificates: "没有生成", void: "没有作废",
    withdraw: "没有撤下", template: "没有新建模板", settings: "没有记住设置", freeze: "没有固化", "send-back": "没有生成退回件", clear: "没有清除", forget: "没有清除", select: "没有定位到单元格", paper: "没有完成",
  } satisfies Record<Action, string>,
  editing: "请先按回车结束编辑，再试一次。",
  cancelled: "已取消，工作簿与开始前一样，没有改动。",
  retry: "重试",
  problemsOf: (count: number): string => `需先改正 ${count} 处`,
  goToCell: (where: string): string => `转到 ${where}`,
  severities: { error: "错误", judgement: "待判断", warning: "提醒", info: "说明" } satisfies Record<Severity, string>,
  total: (count: number, unit: string): string => `${count} ${unit}`,
  units: { people: "人", years: "个年度", records: "条" },
  firstReview: { title: "还没有审核", text: "审核后，这里才有内容。" },
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
  people: peopleStrings.en,
  round: roundEn,
  product: "Continuing-education hours review",
  colon: ": ",
  views: { overview: "Overview", findings: "Findings", decide: "Decide", people: "People", certificates: "Issue", papers: "Papers" },
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
  steps: { starting: "Starting…", reading: "Reading the workbook", reviewing: "Reviewing", writing: "Writing results", "waiting-for-edit": "Press Enter to finish editing" },
  waitingHint: "A cell is being edited. Finish with Enter or Esc and this goes on by itself.",
  running: {
    review: "Review", adopt: "Adopting readings", decide: "Writing the decision", "decide-question": "Writing the reading", preview: "Reading the other workbook", import: "Taking over readings", "round-preview": "Reading the earlier workbook", round: "Taking over the last round",
    certificates: "Making certificates", void: "Voiding", withdraw: "Taking pages off", template: "Making a template", settings: "Keeping settings", freeze: "Freezing", "send-back": "Making the workbook to send back", clear: "Clearing results", forget: "Clearing everything", select: "Going to the cell", paper: "Making the paper",
  },
  year: (year) => `Submission for ${year}`,
  counts: (people, records) => `${people} people · ${records} records`,
  done: {
    review: "Review finished", adopt: "Provisional readings adopted and reviewed again", decide: "Decision written and reviewed again", "decide-question": "Reading written and reviewed again", preview: "The other workbook’s readings were read, nothing is written yet", import: "Readings taken over and reviewed again", "round-preview": "The earlier workbook was read, nothing is written yet",
    round: "Earlier results taken over and reviewed again", freeze: "Frozen: formulas are values now", "send-back": "", clear: "Results cleared", forget: "Results, readings, decisions and ledger cleared", certificates: "", void: "", withdraw: "Pages with numbers in conflict are off the sheet 合格证明",
    template: "Sheet 合格证明模板 made: adapt it, then make certificates", settings: "Settings kept", select: "", paper: "",
  },
  doneCounts: (findings) => `${findings} findings`,
  nothingFound: "nothing found",
  undo: "Take back",
  outdatedReasons: { edited: "cells changed since", sorted: "rows were sorted", "rows-inserted": "rows were inserted", "rows-deleted": "rows were deleted", "columns-changed": "columns changed", "co-author": "somebody else is editing", "other-sheet": "another sheet (people, readings …) changed" },
  outdated: (reasons, rows) => `Results are older than the sheets: ${reasons.join(", ")}${rows > 0 ? `; ${rows} rows are marked 已过期` : ""}`,
  updated: (rows, people) => `Correction judged: ${rows} ${rows === 1 ? "row" : "rows"}, ${people} ${people === 1 ? "person" : "people"}`,
  valuesOnly: "There are many rows, or columns chosen by the reviewer: hours were written as values, not as formulas.",
  failed: {
    review: "The review was not finished", adopt: "Nothing was adopted", decide: "The decision was not written", "decide-question": "The reading was not written", preview: "No readings were read", import: "No readings were taken over", "round-preview": "No earlier results were read", round: "No earlier results were taken over",
    certificates: "No certificates were made", void: "Nothing was voided", withdraw: "No page was taken off", template: "No template was made", settings: "Settings were not kept", freeze: "Nothing was frozen", "send-back": "Nothing was made to send back", clear: "Nothing was cleared", forget: "Nothing was cleared",
    select: "The cell could not be selected", paper: "It was not done",
  },
  editing: "Press Enter to finish editing, then try again.",
  cancelled: "Cancelled; the workbook is as it was before.",
  retry: "Try again",
  problemsOf: (count) => `${count} things to correct first`,
  goToCell: (where) => `Go to ${where}`,
  severities: { error: "Error", judgement: "Pending", warning: "Warning", info: "Note" },
  total: (count) => String(count),
  units: { people: "", years: "", records: "" },
  firstReview: { title: "Not reviewed yet", text: "There is something here once the workbook was reviewed." },
  whichColumn: (sheet, header) => `Which column of ${sheet} is ${header}?`,
  chooseColumn: "Choose",
  columnNamed: (letters, header) => `column ${letters} “${header}”`,
  columnMissing: "Choose a column",
  columnsHint: "Check against the sheet. The choice is kept with the workbook and not asked again. Or correct the header and review again.",
  useColumns: "Review with these columns",
};

export function stringsOf(language: Language): Strings {
  return language === "en" ? en : zh;
}

/** Office's display language → ours. Chinese unless the user's Office speaks English. */
export function languageOf(displayLanguage: string | undefined): Language {
  return displayLanguage?.toLowerCase().startsWith("en") ? "en" : "zh";
}

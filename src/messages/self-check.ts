/** What 自检 says of each thing that it tries: what is expected of Excel, and what it means for the reviewer where it is otherwise. */
import type { Language } from "./language";

export interface SelfCheckWords {
  readonly expected: string;
  /** What follows where Excel does otherwise. */
  readonly otherwise: string;
}

export const SELF_CHECK = {
  "delete-hidden-sheet": {
    zh: { expected: "隐藏的工作表可以删除", otherwise: "大工作簿的写入会留下“审核结果(生成中)”，请手工删除" },
    en: {
      expected: "A hidden sheet can be deleted",
      otherwise: "Large writes leave a sheet behind; delete it by hand",
    },
  },
  "filter-criteria": {
    zh: { expected: "读出的筛选条件可以原样再设", otherwise: "审核后单位表上的筛选条件要重新选" },
    en: {
      expected: "Filter criteria that were read can be set again",
      otherwise: "Set the filter anew after a review",
    },
  },
  "text-stays-text": {
    zh: { expected: "文本格式的单元格原样保存文字", otherwise: "编号的前导零或以 = 开头的文字可能被改，请停用并报告" },
    en: {
      expected: "Cells formatted as text keep their text",
      otherwise: "Leading zeros may be lost: stop and report it",
    },
  },
  "long-text": {
    zh: { expected: "单元格能存 32767 个字符", otherwise: "很长的审核问题可能被截断" },
    en: { expected: "A cell holds 32,767 characters", otherwise: "Very long findings may be cut" },
  },
  "cells-as-read": {
    zh: { expected: "空白、0、TRUE、日期和错误值按原样读出", otherwise: "折算结果不可信，请停用并报告" },
    en: {
      expected: "Blank, 0, TRUE, dates and errors are read as they are",
      otherwise: "Hours can't be trusted: stop and report it",
    },
  },
  "copy-values": {
    zh: { expected: "只复制数值时文字仍是文字", otherwise: "大工作簿的结果请核对编号的前导零" },
    en: { expected: "Copied values stay text", otherwise: "Check leading zeros in the results of large workbooks" },
  },
  "merged-areas": {
    zh: { expected: "合并单元格能读出位置", otherwise: "合并的编号只算在第一行，请先取消合并" },
    en: {
      expected: "Merged cells tell where they are",
      otherwise: "A merged number counts for its first row: unmerge first",
    },
  },
  "blank-sheet": {
    zh: { expected: "空白工作表读作没有内容", otherwise: "空白工作表可能读得很慢" },
    en: { expected: "A blank sheet has no used range", otherwise: "Blank sheets may be slow to read" },
  },
  "many-addresses": {
    zh: { expected: "一次能给 2000 个字符的地址上色", otherwise: "结果的颜色可能不全，内容不受影响" },
    en: {
      expected: "2,000 characters of addresses are taken at once",
      otherwise: "Colours may be missing; contents are not",
    },
  },
  "column-width": {
    zh: { expected: "列宽以磅为单位", otherwise: "列宽可能不合适" },
    en: { expected: "Columns are measured in points", otherwise: "Columns may be too wide or narrow" },
  },
  font: {
    zh: { expected: "仿宋字体可以设置", otherwise: "合格证明的字体会不同，打印前请预览" },
    en: { expected: "The font 仿宋 can be set", otherwise: "Certificates look different: preview before printing" },
  },
  "page-setup": {
    zh: { expected: "纸张、方向、边距、缩放设置有效", otherwise: "打印前在“页面布局”里核对 A4 和方向" },
    en: {
      expected: "Paper, orientation, margins and scale are kept",
      otherwise: "Check the page layout before printing",
    },
  },
  "page-breaks": {
    zh: { expected: "可以插入分页符", otherwise: "多人的合格证明可能不按人分页，打印前请预览" },
    en: { expected: "Page breaks can be put in", otherwise: "Certificates may not break by person: preview first" },
  },
  "own-change": {
    zh: { expected: "本加载项自己的写入标明是自己的", otherwise: "写入结果后可能又提示“内容已更改”，不影响结果" },
    en: { expected: "Own writes are told as own", otherwise: "The pane may say that cells changed after a review" },
  },
  "unit-separator": {
    zh: { expected: "函数之间能传递分隔符 U+001F", otherwise: "实时公式不能用，结果请固化为数值" },
    en: { expected: "U+001F passes between functions", otherwise: "Live formulas don't work: freeze the results" },
  },
  "formula-as-written": {
    zh: { expected: "公式写入后读出不变", otherwise: "再次审核可能重写全部公式" },
    en: { expected: "A formula is read as it was written", otherwise: "A second review may write all formulas again" },
  },
  "function-answers": {
    zh: { expected: "自定义函数 CE.* 能计算", otherwise: "学时列会显示 #NAME? 或 #BUSY!，请重新打开任务窗格后再审核" },
    en: {
      expected: "The functions CE.* calculate",
      otherwise: "Columns show #NAME? or #BUSY!: open the pane again, then review",
    },
  },
  "table-formula": {
    zh: { expected: "表格的列公式按行计算", otherwise: "表格里的结果会写成数值" },
    en: {
      expected: "A table's column formula calculates each row",
      otherwise: "Results in tables are written as values",
    },
  },
  "functions-100": {
    zh: { expected: "100 行公式 10 秒内算完", otherwise: "本机一律写数值" },
    en: { expected: "100 rows of formulas within 10 s", otherwise: "Results are values on this machine" },
  },
  "functions-500": {
    zh: { expected: "500 行公式 10 秒内算完", otherwise: "记录超过 100 条时写数值" },
    en: { expected: "500 rows of formulas within 10 s", otherwise: "Results of more than 100 records are values" },
  },
  "functions-2000": {
    zh: { expected: "2000 行公式 10 秒内算完", otherwise: "记录较多时写数值，不随单元格重算" },
    en: { expected: "2,000 rows of formulas within 10 s", otherwise: "Results of many records are values" },
  },
  "settings-kept": {
    zh: { expected: "文档设置保存后能读出", otherwise: "下次打开时不记得上次审核，请每次先审核" },
    en: {
      expected: "Document settings are kept",
      otherwise: "The last review is not remembered: review first each time",
    },
  },
  "document-as-file": {
    zh: { expected: "能取得工作簿文件", otherwise: "退回件和去标识导出不能用" },
    en: { expected: "The workbook can be had as a file", otherwise: "Sending back and exporting don't work" },
  },
  "new-workbook": {
    zh: { expected: "能打开新工作簿", otherwise: "退回件和去标识导出不能用" },
    en: { expected: "A new workbook can be opened", otherwise: "Sending back and exporting don't work" },
  },
  "one-runtime": {
    zh: { expected: "窗格、功能区和函数同在一个运行时", otherwise: "功能区按钮可能打开第二个窗格" },
    en: { expected: "Pane, ribbon and functions share a runtime", otherwise: "The ribbon may open a second pane" },
  },
} as const satisfies Readonly<Record<string, Readonly<Record<Language, SelfCheckWords>>>>;

/** One thing that is taken for granted of Excel (docs/excel-assumptions.md). */
export type SelfCheckId = keyof typeof SELF_CHECK;

/** Words of the form of 生成退回件. */
import type { SendBackCounts } from "../../send-back";

const zh = {
  counts: ({ toCorrect, items, waiting }: SendBackCounts): string =>
    `需补正 ${toCorrect} 人，共 ${items} 项${waiting > 0 ? `；另有 ${waiting} 人待本局确定口径` : ""}`,
  nothing: (waiting: number): string =>
    waiting > 0 ? "没有需要单位补正的内容，只有待本局确定的口径。" : "没有需要单位补正的内容，无需退回。",
  office: "落款单位（可不填）",
  officeHint: "不填则留出盖章处。",
  deadline: "补正截止日期（可不填）",
  deadlineHint: "如 2018-11-30",
  deadlineWrong: "请按 2018-11-30 的样子填写",
  handler: "经办人",
  phone: "联系电话",
  remarks: "其他事项（写入回复函）",
  confirm: "生成并打开",
  privacy: "单元格批注不随退回件。新工作簿打开后请核对、另存，再发给单位。",
};

type SendBackStrings = typeof zh;

const en: SendBackStrings = {
  counts: ({ toCorrect, items, waiting }) =>
    `${toCorrect} people have to correct ${items} things${waiting > 0 ? `; ${waiting} more wait for a reading of the office` : ""}`,
  nothing: (waiting) =>
    waiting > 0
      ? "There is nothing for the unit to correct, only readings for the office to decide."
      : "There is nothing for the unit to correct.",
  office: "Signed by (optional)",
  officeHint: "Left empty, there is room for the seal.",
  deadline: "Correct by (optional)",
  deadlineHint: "As in 2018-11-30",
  deadlineWrong: "Enter a date such as 2018-11-30",
  handler: "Handler",
  phone: "Phone",
  remarks: "Remarks (in the letter)",
  confirm: "Make and open",
  privacy: "Cell notes are left out. Check and save the new workbook, then send it.",
};

export const sendBackStrings = { zh, en } as const;

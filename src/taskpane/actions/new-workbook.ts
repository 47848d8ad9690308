/** 新建申报表: the sheets of a blank submission. */
import { buttonAction } from "./action";

export const newWorkbook = buttonAction({
  name: "blank",
  section: "other-papers",
  ribbon: "newWorkbook",
  words: {
    zh: {
      button: "新建申报表",
      hint: "在空白工作簿中建立标准申报表，带下拉列表和填表说明；已有的工作表不会覆盖。",
      running: "新建申报表",
      done: "",
      failed: "没有新建申报表",
    },
    en: {
      button: "New submission workbook",
      hint: "Builds the standard workbook in an empty one, with drop-downs and instructions; existing sheets are never overwritten.",
      running: "Making the submission workbook",
      done: "",
      failed: "No submission workbook was made",
    },
  },
  run: (excel, _, steering) => excel.newSubmission(steering),
  doneText: ({ sheets }, language) => ({
    text: language === "zh" ? `已新建申报表：${sheets.join("、")}` : `Submission workbook made: ${sheets.join(", ")}`,
  }),
});

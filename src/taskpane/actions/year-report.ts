/** 年度工作报告: figures of the year with charts, for the report at its end. */
import { buttonAction } from "./action";

export const yearReport = buttonAction({
  name: "report",
  section: "other-papers",
  words: {
    zh: {
      button: "年度工作报告",
      hint: "人数、学时、合格率和最常见的问题，附图表；12 月底前报送用。",
      running: "写年度工作报告",
      done: "",
      failed: "没有写成年度工作报告",
    },
    en: {
      button: "Year’s report",
      hint: "People, hours, pass rates and the most frequent problems, with charts; due by the end of December.",
      running: "Writing the year’s report",
      done: "",
      failed: "The year’s report was not written",
    },
  },
  run: (excel, _, steering) => excel.writeYearReport(steering),
  doneText: ({ sheet }, language) => ({ text: language === "zh" ? `已写入“${sheet}”` : `Written to ${sheet}` }),
});

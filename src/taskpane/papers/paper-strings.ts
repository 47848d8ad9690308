/** Words of the section 其他文书. */
import type { PaperOutcome } from "../../excel";
import type { Language } from "../../messages";

const zh = {
  title: "其他文书",
  view: "仅看问题行",
  leaveView: "退出仅看问题行",
  viewHint: "暂时隐藏没有问题的行和中间的列，退出时恢复原样。",
  viewOnHint: "正在仅看问题行；退出即恢复原来的筛选、隐藏列和冻结窗格。",
  sample: "抽查清单",
  sampleHint: "从认定的记录中随机抽取，核验原件；种子记在清单上，可以重抽出同一份。",
  percent: "抽取比例（%）",
  percentWrong: "请填大于 0、不超过 100 的数字",
  seed: "随机种子",
  seedHint: "同一种子、同样的记录，抽出同一份清单。",
  seedWrong: "请填 0 至 4294967295 的整数",
  otherSeed: "换一个种子",
  onePerPerson: "每人至少一条",
  by: "抽取人姓名",
  byWrong: "请填写抽取人姓名",
  replace: "替换上一份清单（其中的核验结果一并删除）",
  replaceHint: "不勾选则保留上一份，另建一份。",
  confirmSample: "抽取",
  back: "返回",
  report: "年度工作报告",
  reportHint: "人数、学时、合格率和最常见的问题，附图表；12 月底前报送用。",
  forms: "填写备案表和一览表",
  formsHint: "按“培训备案”“培训单位”填成公需科目培训备案表、培训单位一览表。",
  blankForms: "空白备案表和一览表",
  blank: "新建申报表",
  blankHint: "在空白工作簿中建立标准申报表，带下拉列表和填表说明；已有的工作表不会覆盖。",
  cancelledRemedy: "需要时再点一次即可。",
  done: (outcome: PaperOutcome): string => {
    switch (outcome.paper) {
      case "blank":
        return `已新建申报表：${outcome.sheets.join("、")}`;
      case "forms":
        return outcome.blank
          ? "已建空白备案表和一览表"
          : `已填备案表 ${outcome.filings} 份、一览表 ${outcome.organisations} 行${outcome.leftOut > 0 ? `；${outcome.leftOut} 项不是公需科目，不填备案表` : ""}`;
      case "report":
        return `已写入“${outcome.sheet}”`;
      case "sample":
        return `已从 ${outcome.of} 条认定记录中抽取 ${outcome.drawn} 条，见“${outcome.sheet}”${outcome.replaced === null ? "" : "（已替换上一份）"}`;
      case "view":
        return outcome.state === "on"
          ? `仅看问题行：${outcome.rows} 行`
          : outcome.state === "left"
            ? "已退出仅看问题行，工作表恢复原样"
            : "没有问题行";
    }
  },
};

export type PaperStrings = typeof zh;

const en: PaperStrings = {
  title: "Other papers",
  view: "Rows with problems only",
  leaveView: "Show all rows again",
  viewHint: "Hides rows without problems and the columns in between for a while; leaving restores them.",
  viewOnHint: "Only rows with problems are shown; leaving restores filter, hidden columns and frozen panes.",
  sample: "Sample for inspection",
  sampleHint:
    "Draws credited records at random for inspection of the originals; the seed is on the list, so it can be drawn again.",
  percent: "Share drawn (%)",
  percentWrong: "Enter a number above 0 and up to 100",
  seed: "Seed",
  seedHint: "Same seed and same records give the same list.",
  seedWrong: "Enter a whole number from 0 to 4294967295",
  otherSeed: "Another seed",
  onePerPerson: "At least one per person",
  by: "Drawn by",
  byWrong: "Enter who draws",
  replace: "Replace the last list (with the results written on it)",
  replaceHint: "Otherwise the last list stays and this one gets a sheet of its own.",
  confirmSample: "Draw",
  back: "Back",
  report: "Year’s report",
  reportHint: "People, hours, pass rates and the most frequent problems, with charts; due by the end of December.",
  forms: "Fill in the filing forms and the list",
  formsHint:
    "From the sheets 培训备案 and 培训单位: a filing form for each public-subject training, and the list of training organisations.",
  blankForms: "Blank filing form and list",
  blank: "New submission workbook",
  blankHint:
    "Builds the standard workbook in an empty one, with drop-downs and instructions; existing sheets are never overwritten.",
  cancelledRemedy: "Choose it again when needed.",
  done: (outcome) => {
    switch (outcome.paper) {
      case "blank":
        return `Submission workbook made: ${outcome.sheets.join(", ")}`;
      case "forms":
        return outcome.blank
          ? "Blank filing form and list made"
          : `${outcome.filings} filing forms and ${outcome.organisations} rows of the list filled in${outcome.leftOut > 0 ? `; ${outcome.leftOut} trainings are not of the public subject and get no form` : ""}`;
      case "report":
        return `Written to ${outcome.sheet}`;
      case "sample":
        return `${outcome.drawn} of ${outcome.of} credited records drawn, see ${outcome.sheet}${outcome.replaced === null ? "" : " (the last list was replaced)"}`;
      case "view":
        return outcome.state === "on"
          ? `Rows with problems: ${outcome.rows}`
          : outcome.state === "left"
            ? "All rows are shown again, as they were"
            : "There are no rows with problems";
    }
  },
};

export function paperStringsOf(language: Language): PaperStrings {
  return language === "en" ? en : zh;
}

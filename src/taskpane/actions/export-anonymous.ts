/** 去标识导出: the submission without anybody's name or number, to ask for help with. */
import { buttonAction } from "./action";

export const exportAnonymous = buttonAction({
  name: "anonymous",
  section: "output",
  words: {
    zh: {
      button: "去标识导出",
      hint: "另成一个新工作簿，供求助或上报问题用：人名、编号、单位、活动名称、电话都换成代号，审核问题不变；不含批注、台账和处理意见。",
      running: "去标识导出",
      done: "去标识的工作簿已在新窗口打开，发出前请再看一遍",
      failed: "没有导出",
    },
    en: {
      button: "Export without names",
      hint: "A new workbook to ask for help with: names, numbers, units, titles and phones are replaced, the findings stay; without notes, ledger and decisions on records.",
      running: "Exporting without names",
      done: "The workbook without names is open in a new window; look at it before you send it",
      failed: "Nothing was exported",
    },
  },
  run: (excel, _, steering) => excel.exportAnonymous(steering),
});

/** 生成退回件: a new workbook for the unit, with what it has to correct and a letter. */
import type { LetterInput, SendBackCounts } from "../../send-back";
import { SendBackForm } from "../papers/send-back-form";
import { formAction } from "./action";

const DONE = {
  zh: ({ toCorrect, items }: SendBackCounts): string => `退回件已在新窗口打开，请另存：${toCorrect} 人，${items} 项`,
  en: ({ toCorrect, items }: SendBackCounts): string =>
    `The workbook to send back is open in a new window, save it: ${toCorrect} people, ${items} things`,
} as const;

const LEFT_OUT = {
  zh: (sheets: readonly string[]): string => `（审核后新增的工作表不退回：${sheets.join("、")}）`,
  en: (sheets: readonly string[]): string => ` (sheets added since the review stay here: ${sheets.join(", ")})`,
} as const;

export const sendBack = formAction({
  name: "send-back",
  section: "output",
  words: {
    zh: {
      button: "生成退回件",
      hint: "另成一个新工作簿：退回意见、回复函和单位原表；不含口径、台账和内部意见。",
      running: "生成退回件",
      done: "",
      failed: "没有生成退回件",
    },
    en: {
      button: "Make the workbook to send back",
      hint: "A new workbook: what to correct, a reply letter and the unit’s own sheets; without readings, ledger and internal remarks.",
      running: "Making the workbook to send back",
      done: "",
      failed: "Nothing was made to send back",
    },
  },
  Form: SendBackForm,
  /** The letter bears the day on which it is made. */
  run: (excel, letter: Omit<LetterInput, "date">, { today, ...steering }) =>
    excel.sendBack({ letter: { ...letter, date: today }, ...steering }),
  // The view of problems is left before the sheets are copied
  after: (_, pane) => pane.set({ problemView: false }),
  doneText: ({ counts, leftOut }, language) => ({
    text: `${DONE[language](counts)}${leftOut.length > 0 ? LEFT_OUT[language](leftOut) : ""}`,
  }),
});

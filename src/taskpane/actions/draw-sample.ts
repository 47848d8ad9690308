/** 抽查清单: draws credited records at random, to look at their originals. */
import { SampleForm, type SampleRequest } from "../papers/sample-form";
import { formAction } from "./action";

const DONE = {
  zh: (drawn: number, of: number, sheet: string, replaced: boolean): string =>
    `已从 ${of} 条认定记录中抽取 ${drawn} 条，见“${sheet}”${replaced ? "（已替换上一份）" : ""}`,
  en: (drawn: number, of: number, sheet: string, replaced: boolean): string =>
    `${drawn} of ${of} credited records drawn, see ${sheet}${replaced ? " (the last list was replaced)" : ""}`,
} as const;

export const drawSample = formAction({
  name: "sample",
  section: "other-papers",
  words: {
    zh: {
      button: "抽查清单",
      hint: "从认定的记录中随机抽取，核验原件；种子记在清单上，可以重抽出同一份。",
      running: "抽取",
      done: "",
      failed: "没有抽取",
    },
    en: {
      button: "Sample for inspection",
      hint: "Draws credited records at random for inspection of the originals; the seed is on the list, so it can be drawn again.",
      running: "Drawing",
      done: "",
      failed: "Nothing was drawn",
    },
  },
  Form: SampleForm,
  run: (excel, request: SampleRequest, { today, ...steering }) =>
    excel.drawSampleList({ ...request, on: today, ...steering }),
  doneText: ({ drawn, of, sheet, replaced }, language) => ({
    text: DONE[language](drawn, of, sheet, replaced !== null),
  }),
});

/** 填写备案表和一览表: the notice's forms, filled in from 培训备案 and 培训单位. */
import { buttonAction } from "./action";

const DONE = {
  zh: (filings: number, organisations: number, leftOut: number): string =>
    `已填备案表 ${filings} 份、一览表 ${organisations} 行${leftOut > 0 ? `；${leftOut} 项不是公需科目，不填备案表` : ""}`,
  en: (filings: number, organisations: number, leftOut: number): string =>
    `${filings} filing forms and ${organisations} rows of the list filled in${leftOut > 0 ? `; ${leftOut} trainings are not of the public subject and get no form` : ""}`,
} as const;

export const fillForms = buttonAction({
  name: "forms",
  section: "other-papers",
  words: {
    zh: {
      button: "填写备案表和一览表",
      hint: "按“培训备案”“培训单位”填成公需科目培训备案表、培训单位一览表。",
      running: "填写备案表和一览表",
      done: "",
      failed: "没有填成备案表和一览表",
    },
    en: {
      button: "Fill in the filing forms and the list",
      hint: "From the sheets 培训备案 and 培训单位: a filing form for each public-subject training, and the list of training organisations.",
      running: "Filling in the forms",
      done: "",
      failed: "No form was filled in",
    },
  },
  run: (excel, _, steering) => excel.makeForms({ blank: false, ...steering }),
  doneText: ({ filings, organisations, leftOut }, language) => ({
    text: DONE[language](filings, organisations, leftOut),
  }),
});

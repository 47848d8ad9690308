/** 空白备案表和一览表: the notice's forms to be filled in by hand. */
import { buttonAction } from "./action";

export const blankForms = buttonAction({
  name: "blank-forms",
  section: "other-papers",
  words: {
    zh: {
      button: "空白备案表和一览表",
      hint: "",
      running: "建立空白表",
      done: "已建空白备案表和一览表",
      failed: "没有建成空白表",
    },
    en: {
      button: "Blank filing form and list",
      hint: "",
      running: "Making the blank forms",
      done: "Blank filing form and list made",
      failed: "No blank form was made",
    },
  },
  run: (excel, _, steering) => excel.makeForms({ blank: true, ...steering }),
});

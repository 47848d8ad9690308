/** 导入口径: takes over another workbook's decisions for questions that are open here. */
import type { DecisionPreview } from "../../excel";
import { ImportForm } from "../decide/import-form";
import { formAction } from "./action";

export const importDecisions = formAction({
  name: "import",
  section: "questions",
  reviews: true,
  words: {
    zh: {
      button: "导入口径",
      hint: "",
      running: "导入口径",
      done: "已导入口径并重新审核",
      failed: "没有导入口径",
    },
    en: {
      button: "Take over readings",
      hint: "",
      running: "Taking over readings",
      done: "Readings taken over and reviewed again",
      failed: "No readings were taken over",
    },
  },
  Form: ImportForm,
  run: (excel, { decisions }: Pick<DecisionPreview, "decisions">, steering) =>
    excel.importDecisions({ decisions, ...steering }),
  after: (outcome, pane) => pane.showReview(outcome),
});

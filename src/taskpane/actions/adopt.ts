/** 全部采用暂定口径: every open question is decided by its provisional option. */
import { AdoptForm } from "../decide/adopt-form";
import { formAction } from "./action";
import { reviewDoneText } from "./review";

export const adopt = formAction({
  name: "adopt",
  section: "questions",
  ribbon: "adoptProvisional",
  reviews: true,
  words: {
    zh: {
      button: "全部采用暂定口径",
      hint: "",
      running: "采用暂定口径",
      done: "已全部采用暂定口径并重新审核",
      failed: "没有采用",
    },
    en: {
      button: "Adopt all provisional readings",
      hint: "",
      running: "Adopting readings",
      done: "Provisional readings adopted and reviewed again",
      failed: "Nothing was adopted",
    },
  },
  Form: AdoptForm,
  /** `name`: who decides. */
  run: (excel, { name }: { readonly name: string }, steering) => excel.adoptProvisional({ name, ...steering }),
  after: (outcome, pane) => pane.showReview(outcome),
  doneText: (outcome, language, done) => reviewDoneText(done, outcome, language),
});

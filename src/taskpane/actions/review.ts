/** 审核: reads the workbook, judges it and writes the results. */
import type { ReviewOutcome } from "../../excel";
import type { Language } from "../../messages";
import type { ColumnChoices } from "../../submission/types";
import type { StatusText } from "../state";
import { buttonAction } from "./action";

export interface ReviewRequest {
  /** Which headers mean what, kept with the workbook from now on; null forgets what was kept. */
  readonly columns: ColumnChoices | null;
}

export const review = buttonAction({
  name: "review",
  section: "header",
  ribbon: "review",
  reviews: true,
  words: {
    zh: { button: "审核", hint: "", running: "审核", done: "审核完成", failed: "审核没有完成" },
    en: {
      button: "Review",
      hint: "",
      running: "Review",
      done: "Review finished",
      failed: "The review was not finished",
    },
  },
  run: async (excel, request: ReviewRequest | undefined, steering) => {
    if (request !== undefined) await excel.keepColumns(request.columns);
    return excel.reviewWorkbook(steering);
  },
  after: (outcome, pane) => pane.showReview(outcome),
  doneText: (outcome, language, done) => reviewDoneText(done, outcome, language),
});

const COUNTS = {
  zh: {
    findings: (count: number): string => (count === 0 ? "没有发现问题" : `共 ${count} 条审核意见`),
    valuesOnly: "行数较多或列名由审核人指定，学时列写的是数值而不是公式。",
  },
  en: {
    findings: (count: number): string => (count === 0 ? "nothing found" : `${count} findings`),
    valuesOnly:
      "There are many rows, or columns chosen by the reviewer: hours were written as values, not as formulas.",
  },
} as const;

/** The end of a whole review: how many findings, and why the hours are no formulas. */
export function reviewDoneText(done: string, { review, liveFormulas }: ReviewOutcome, language: Language): StatusText {
  const { findings, valuesOnly } = COUNTS[language];
  return {
    text: `${done} · ${findings(review.findings.length)}`,
    ...(liveFormulas ? {} : { hint: valuesOnly }),
  };
}

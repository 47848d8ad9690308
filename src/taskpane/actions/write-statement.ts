/** 个人情况说明: all there is to say to one person, as a sheet to print. */
import { innerAction } from "./action";

const DONE = {
  zh: (name: string, sheet: string): string => `已把${name}的情况写入“${sheet}”，可以打印`,
  en: (name: string, sheet: string): string => `What there is to say to ${name} is on ${sheet}, ready to print`,
} as const;

export interface StatementRequest {
  readonly registrationNo: string;
}

export const writeStatement = innerAction({
  name: "statement",
  words: {
    zh: { button: "个人情况说明", hint: "", running: "写个人情况说明", done: "", failed: "没有写成个人情况说明" },
    en: {
      button: "Print as a sheet",
      hint: "",
      running: "Writing the statement",
      done: "",
      failed: "The statement was not written",
    },
  },
  run: (excel, request: StatementRequest, steering) => excel.writeStatement({ ...request, ...steering }),
  doneText: ({ name, sheet }, language) => ({ text: DONE[language](name, sheet) }),
});

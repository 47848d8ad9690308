/** Takes the pages of people whose numbers are in conflict off the sheet 合格证明. */
import { buttonAction } from "./action";

export const withdrawPages = buttonAction({
  name: "withdraw",
  words: {
    zh: {
      button: "撤下这些人的页面",
      hint: "",
      running: "撤下页面",
      done: "冲突编号的页面已从“合格证明”表撤下",
      failed: "没有撤下",
    },
    en: {
      button: "Take their pages off the sheet",
      hint: "",
      running: "Taking pages off",
      done: "Pages with numbers in conflict are off the sheet 合格证明",
      failed: "No page was taken off",
    },
  },
  run: (excel, _, steering) => excel.withdrawConflicting(steering),
});

/** A hidden sheet that was read is shown. */
import { innerAction } from "./action";

export const showSheet = innerAction({
  name: "show-sheet",
  words: {
    zh: { button: "", hint: "", running: "显示工作表", done: "已显示工作表", failed: "没有显示" },
    en: { button: "", hint: "", running: "Showing the sheet", done: "The sheet is shown", failed: "It was not shown" },
  },
  run: (excel, { name }: { readonly name: string }) => excel.showSheet({ name }),
});

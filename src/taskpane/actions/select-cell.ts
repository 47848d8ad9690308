/** 定位: selects a cell in Excel. The controller runs it, the last of several in quick succession. */
import type { Place } from "../../submission/grid";
import { innerAction } from "./action";

export const selectCell = innerAction({
  name: "select",
  words: {
    zh: { button: "", hint: "", running: "定位", done: "", failed: "没有定位到单元格" },
    en: { button: "", hint: "", running: "Going to the cell", done: "", failed: "The cell could not be selected" },
  },
  run: (excel, place: Place) => excel.selectPlace(place),
});

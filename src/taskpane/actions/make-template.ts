/** 新建模板: the sheet 合格证明模板, for an office's own page. */
import { buttonAction } from "./action";

export const makeTemplate = buttonAction({
  name: "template",
  words: {
    zh: {
      button: "新建模板",
      hint: "",
      running: "新建模板",
      done: "已新建“合格证明模板”：改好后再生成",
      failed: "没有新建模板",
    },
    en: {
      button: "New template",
      hint: "",
      running: "Making a template",
      done: "Sheet 合格证明模板 made: adapt it, then make certificates",
      failed: "No template was made",
    },
  },
  run: (excel, _, steering) => excel.makeTemplate(steering),
});

/** 退出仅看问题行: filter, hidden columns and frozen panes are as they were. */
import { buttonAction } from "./action";

export const showAllRows = buttonAction({
  name: "leave-view",
  section: "other-papers",
  words: {
    zh: {
      button: "退出仅看问题行",
      hint: "正在仅看问题行；退出即恢复原来的筛选、隐藏列和冻结窗格。",
      running: "恢复各行",
      done: "已退出仅看问题行，工作表恢复原样",
      failed: "没有恢复",
    },
    en: {
      button: "Show all rows again",
      hint: "Only rows with problems are shown; leaving restores filter, hidden columns and frozen panes.",
      running: "Showing all rows",
      done: "All rows are shown again, as they were",
      failed: "The rows were not shown again",
    },
  },
  offered: ({ problemView }) => problemView,
  run: (excel, _, steering) => excel.leaveProblemView(steering),
  after: (_, pane) => pane.set({ problemView: false }),
});

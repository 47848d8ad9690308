/** The pane's six views, and the sections of views that hold the buttons of actions. */

/** The tabs, in their order. */
export const VIEWS = ["overview", "findings", "decide", "people", "certificates", "papers"] as const;
export type View = (typeof VIEWS)[number];

/** Where the button of an action stands: in the header, which is always shown, or in a section of a view. */
export type Section =
  | "header"
  | "incoming"
  | "questions"
  | "certificates"
  | "output"
  | "other-papers"
  | "second-round"
  | "clearing"
  | "help";

/** The view that a section belongs to; null for the header. */
export const VIEW_OF_SECTION: Readonly<Record<Section, View | null>> = {
  header: null,
  incoming: "overview",
  questions: "decide",
  certificates: "certificates",
  output: "papers",
  "other-papers": "papers",
  "second-round": "papers",
  clearing: "papers",
  help: "papers",
};

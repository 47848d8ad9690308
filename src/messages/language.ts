/** The languages that the pane speaks. What is written into workbooks is Chinese. */
export type Language = "zh" | "en";

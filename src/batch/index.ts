/** batch/: many workbooks at once. What is kept of each, what only the whole shows, and who gets which number. Pure. */
export { acrossFiles, provenElsewhere, type Across } from "./across";
export { cityPlans } from "./city-workbook";
export { factsOf, type FileFacts } from "./facts";
export { allot, originOf, type Wanting } from "./numbers";
export type { BatchSummary, FileSummary } from "./summary";

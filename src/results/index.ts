/** results/: from a review to one host-neutral write plan, and to the report. Pure. */
export { ANNOTATION_TITLES, LIVE_COLUMNS, annotationPlan, findAnnotation } from "./annotation";
export { carriedDecisions, readForeignDecisions, type CarriedDecisions, type ForeignDecision } from "./carry";
export { compareReviews, type Comparison, type FindingChange, type Pair, type PersonChange, type RecordChange, type ReviewedSide, type YearChange } from "./compare";
export { recordOf, withTreatment, type RecordTreatment } from "./decide";
export { countOf, effectsOf, weighOptions, type Change, type OptionEffect, type QuestionEffect } from "./effects";
export { effectSentence, effectWords } from "./effect-words";
export { GONE, OPINION_SHEET, keptOpinionPlan, opinionPlan, readOpinions, type Opinion } from "./opinions";
export type * from "./plan";
export { QUESTION_SHEET, adoptProvisionalPlan, carryPlan, questionPlan, withReplacedTexts } from "./questions";
export { report, type Report, type ReportFinding } from "./report";
export { isLive, reviewPlan, type ReviewPlanOptions } from "./review-plan";
export { STALE, staleMarks, type StaleMarks } from "./staleness";
export { SUMMARY_SHEET } from "./summary";
export { gridOf, readTable, tablePlan, type TableColumn } from "./table";
export { linkTo, type Link } from "./links";
export { cellText, dateAsWritten } from "./dates";
export { highlightsFor } from "./colours";

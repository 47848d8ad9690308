/** results/: from a review to one host-neutral write plan, and to the report. Pure. */
export {
  ANNOTATION_TITLES,
  annotationPlan,
  findAnnotation,
  ownColumnValues,
  withShownValues,
  type AnnotationRows,
} from "./annotation";
export { carriedDecisions, readForeignDecisions, type CarriedDecisions, type ForeignDecision } from "./carry";
export {
  compareReviews,
  type Comparison,
  type FindingChange,
  type Pair,
  type PersonChange,
  type RecordChange,
  type YearChange,
} from "./compare";
export { recordsOf, withTreatment, type RecordTreatment } from "./decide";
export {
  adoptionEffect,
  countOf,
  effectsOf,
  treatmentEffect,
  weighOptions,
  type StateTransition,
  type OptionEffect,
  type QuestionEffect,
  type VerdictChanges,
} from "./effects";
export { effectSentence, effectWords } from "./effect-words";
export { OPINION_SHEET, keptOpinionPlan, opinionPlan, readOpinions, type Opinion } from "./opinions";
export type * from "./plan";
export {
  QUESTION_SHEET,
  adoptProvisionalPlan,
  carryPlan,
  decideQuestionPlan,
  withReplacedTexts,
  type QuestionAnswer,
} from "./questions";
export {
  answerText,
  personAnswer,
  recordSentence,
  yearSentence,
  type RecordAnswer,
  type YearAnswer,
} from "./person-answer";
export { policyData } from "./policy-data";
export { report } from "./report";
export { isLive, LIVE_FORMULA_LIMIT, noteOn, reviewPlan } from "./review-plan";
export { changedRows, staleMarks } from "./staleness";
export { updatePlan, type UpdatePlan } from "./update";
export { SUMMARY_SHEET, summaryPlan } from "./summary";
export {
  gridOf,
  originColumns,
  originOf,
  readTable,
  readTableRows,
  standings,
  tablePlan,
  type ResultColumn,
} from "./table";
export { linkTo } from "./links";
export { cellText, dateAsWritten } from "./dates";
export { highlightsFor } from "./colours";

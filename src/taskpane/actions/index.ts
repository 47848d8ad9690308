/**
 * Every action of the pane. A new action is a file of its own beside this one, and a line here: the sections of the pane,
 * the ribbon's commands, progress, status line and tests take what they need from the list.
 */
import type { WorkbookActions } from "../../excel";
import { VIEW_OF_SECTION, type Section, type View } from "../views";
import type { ListedAction, Steering } from "./action";
import { adopt } from "./adopt";
import { blankForms } from "./blank-forms";
import { clear } from "./clear";
import { decideMany } from "./decide-many";
import { decideQuestion } from "./decide-question";
import { decideRecord } from "./decide-record";
import { dealWithIncoming } from "./deal-with-incoming";
import { drawSample } from "./draw-sample";
import { exportAnonymous } from "./export-anonymous";
import { exportPolicy } from "./export-policy";
import { fillForms } from "./fill-forms";
import { forget } from "./forget";
import { freeze } from "./freeze";
import { importDecisions } from "./import-decisions";
import { importRound } from "./import-round";
import { issueCertificates } from "./issue-certificates";
import { keepSettings } from "./keep-settings";
import { showAllRows } from "./leave-problem-view";
import { makeTemplate } from "./make-template";
import { newWorkbook } from "./new-workbook";
import { officeKey } from "./office-key";
import { previewDecisions } from "./preview-decisions";
import { previewPolicy } from "./preview-policy";
import { previewRound } from "./preview-round";
import { showSheet } from "./show-sheet";
import { showProblemRows } from "./problem-view";
import { review } from "./review";
import { selectCell } from "./select-cell";
import { selfCheck } from "./self-check";
import { sendBack } from "./send-back";
import { usePolicy } from "./use-policy";
import { voidCertificate } from "./void-certificate";
import { withdrawPages } from "./withdraw-pages";
import { writeStatement } from "./write-statement";
import { yearReport } from "./year-report";

/** In the order in which their buttons stand in a section. */
export const ACTIONS = [
  review,
  dealWithIncoming,
  showSheet,
  adopt,
  importDecisions,
  previewDecisions,
  decideQuestion,
  decideRecord,
  decideMany,
  issueCertificates,
  voidCertificate,
  withdrawPages,
  makeTemplate,
  writeStatement,
  keepSettings,
  sendBack,
  exportAnonymous,
  freeze,
  showProblemRows,
  showAllRows,
  drawSample,
  yearReport,
  usePolicy,
  previewPolicy,
  exportPolicy,
  fillForms,
  blankForms,
  newWorkbook,
  importRound,
  previewRound,
  clear,
  forget,
  officeKey,
  selfCheck,
  selectCell,
] as const satisfies readonly ListedAction[];

type RunWithoutExcel<Run> = Run extends (
  excel: WorkbookActions,
  request: infer Request,
  steering: Steering,
) => infer End
  ? (request: Request, steering: Steering) => End
  : never;

/** How each action does its work, by its name: what a test puts in its place has the same type. */
export type ActionRuns = {
  readonly [Each in (typeof ACTIONS)[number] as Each["name"]]: RunWithoutExcel<Each["run"]>;
};

/** The actions with a button in a view, in their order. */
export function actionsOfView(view: View): readonly ListedAction[] {
  return ACTIONS.filter(({ section }) => section !== null && VIEW_OF_SECTION[section] === view);
}

/** The actions with a button in a section, in their order. */
export function actionsOf(section: Section): readonly ListedAction[] {
  return ACTIONS.filter((action) => action.section === section);
}

/**
 * excel/: the only room that calls Office.js, ExcelApi 1.14 and below; it knows no rule of the notice. Wings, each of
 * which knows those before it: settings, read, write, session, then actions and live beside each other.
 */
import { exportAnonymous } from "./actions/anonymous";
import * as certificates from "./actions/certificates";
import { decideQuestion, decideRecords } from "./actions/decide";
import { dealWithIncoming, showSheet } from "./actions/incoming";
import { drawSampleList, makeForms, newSubmission, writeStatement, writeYearReport } from "./actions/papers";
import { exportPolicy, previewPolicy, usePolicy } from "./actions/policy-book";
import { previewDecisions } from "./actions/preview-decisions";
import { enterProblemView, leaveProblemView, problemViewIsOn } from "./actions/problem-view";
import * as review from "./actions/review";
import { lookAtOpened } from "./actions/opening";
import { importRound, previewRound } from "./actions/second-round";
import { selfCheck } from "./actions/self-check";
import { sendBack } from "./actions/send-back";
import { WorkbookWatch } from "./live/watch";
import type { WorkbookSession } from "./session/workbook-session";
import { keepColumns } from "./settings/column-choices";

export { OfficeKey } from "./office-key";
export { WorkbookSession } from "./session/workbook-session";
export { type ImportOutcome } from "./actions/review";
export type { IssueOutcome, VoidOptions, VoidOutcome } from "./actions/certificates";
export type { OpenedWorkbook, RecordState } from "./actions/opening";
export type { PolicyPreview } from "./actions/policy-book";
export type { DecisionPreview } from "./actions/preview-decisions";
export type { ForeignFile } from "./read/other-workbook";
export type { ImportRoundOutcome, RoundPreview } from "./actions/second-round";
export type { SelfCheckOutcome } from "./actions/self-check";
export type { SendBackOutcome } from "./actions/send-back";
export { ExcelFailure, type Progress, type ReviewOutcome } from "./types";
export { watchTheme } from "./theme";
export type { PaperOutcome } from "./actions/papers";

/** Everything that can be done to the open workbook, by name. */
export type WorkbookActions = ReturnType<typeof workbookActions>;

/** The actions on the open workbook that `session` stands for. */
export function workbookActions(session: WorkbookSession) {
  const watch = new WorkbookWatch(session);
  const bound =
    <O, R>(action: (session: WorkbookSession, options: O) => Promise<R>) =>
    (options: O): Promise<R> =>
      action(session, options);
  return {
    reviewWorkbook: bound(review.reviewWorkbook),
    adoptProvisional: bound(review.adoptProvisional),
    previewDecisions: bound(previewDecisions),
    importDecisions: bound(review.importDecisions),
    decideRecords: bound(decideRecords),
    decideQuestion: bound(decideQuestion),
    previewRound: bound(previewRound),
    importRound: bound(importRound),
    issueCertificates: bound(certificates.issueCertificates),
    voidCertificate: bound(certificates.voidCertificate),
    withdrawConflicting: bound(certificates.withdrawConflicting),
    makeTemplate: bound(certificates.makeTemplate),
    readLedger: () => certificates.readLedger(session),
    loadCertificateSettings: () => certificates.loadCertificateSettings(session),
    saveCertificateSettings: (
      settings: Parameters<typeof certificates.saveCertificateSettings>[1],
      options: Parameters<typeof certificates.saveCertificateSettings>[2],
    ) => certificates.saveCertificateSettings(session, settings, options),
    freezeResults: bound(review.freezeResults),
    sendBack: bound(sendBack),
    exportAnonymous,
    clearResults: bound(review.clearResults),
    forgetDecisions: bound(review.forgetDecisions),
    newSubmission: bound(newSubmission),
    makeForms: bound(makeForms),
    writeYearReport: bound(writeYearReport),
    drawSampleList: bound(drawSampleList),
    writeStatement: bound(writeStatement),
    enterProblemView: bound(enterProblemView),
    leaveProblemView: bound(leaveProblemView),
    problemViewIsOn: () => problemViewIsOn(session),
    dealWithIncoming: bound(dealWithIncoming),
    showSheet,
    officeKeyFile: session.officeKey.file,
    takeOfficeKey: session.officeKey.take,
    keepColumns: (choices: Parameters<typeof keepColumns>[1]) => keepColumns(session.settings, choices),
    /** Looks at the document's settings; before it none of them is known. */
    start: () => session.settings.refresh(),
    selfCheck: bound(selfCheck),
    exportPolicy: bound(exportPolicy),
    previewPolicy: bound(previewPolicy),
    usePolicy: bound(usePolicy),
    selectPlace: bound(review.selectPlace),
    lookAtOpened: () => lookAtOpened(session),
    followReview: watch.follow,
    watchWorkbook: (events: Parameters<WorkbookWatch["start"]>[0]): Promise<void> => watch.start(events),
  };
}

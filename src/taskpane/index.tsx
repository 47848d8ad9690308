/** The shared runtime's one entry: pane, ribbon commands and custom functions live in this page. */
import "./strict-csp";
import "../functions/functions";
import { createRoot } from "react-dom/client";
import { associateCommands } from "../commands";
import {
  adoptProvisional,
  clearResults,
  decideRecord,
  forgetDecisions,
  freezeResults,
  importDecisions,
  importRound,
  issueCertificates,
  keepColumns,
  loadCertificateSettings,
  makeTemplate,
  previewDecisions,
  previewRound,
  readLedger,
  reviewWorkbook,
  saveCertificateSettings,
  selectPlace,
  sendBack,
  voidCertificate,
  watchRecords,
  withdrawConflicting,
} from "../excel";
import { pause, today } from "./clock";
import { Controller } from "./controller";
import { papers } from "./paper-services";
import { registerFluentIcons } from "./marks";
import { Pane } from "./pane";
import { languageOf, stringsOf } from "./strings";
import { paletteFor } from "./theme";

registerFluentIcons();

const controller = new Controller({
  reviewWorkbook,
  adoptProvisional,
  previewDecisions,
  importDecisions,
  decideRecord,
  previewRound,
  importRound,
  issueCertificates,
  voidCertificate,
  withdrawConflicting,
  makeTemplate,
  readLedger,
  loadCertificateSettings,
  saveCertificateSettings,
  freezeResults,
  sendBack,
  clearResults,
  forgetDecisions,
  keepColumns,
  selectPlace,
  papers,
  today,
  pause,
  showPane: () => Office.addin.showAsTaskpane(),
});

void Office.onReady(() => {
  associateCommands(controller);
  controller.noteProblemView();
  // Without the watch results still come right with the next review
  void controller.lookAtLedger();
  watchRecords({ onStale: controller.noteStale }).catch(() => undefined);
  const root = document.getElementById("root");
  if (root === null) return;
  const language = languageOf(Office.context.displayLanguage);
  // The page's language decides which Han glyphs the browser picks
  document.documentElement.lang = language === "zh" ? "zh-CN" : "en";
  document.title = stringsOf(language).product;
  const palette = paletteFor((Office.context.officeTheme as Office.OfficeTheme | undefined)?.bodyBackgroundColor);
  document.body.style.margin = "0";
  document.body.style.background = palette.page;
  createRoot(root).render(<Pane controller={controller} language={language} palette={palette} />);
});

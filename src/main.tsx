/** The shared runtime's one entry: pane, ribbon commands and custom functions live in this page. */
import "./taskpane/strict-csp";
import "./functions/functions";
import { useEffect, useSyncExternalStore, type ReactElement } from "react";
import { createRoot } from "react-dom/client";
import { associateCommands } from "./commands";
import { OfficeKey, watchTheme, workbookActions, WorkbookSession } from "./excel";
import type { Language } from "./messages";
import { after, now, pause, today } from "./taskpane/clock";
import { Controller } from "./taskpane/controller";
import { registerFluentIcons } from "./taskpane/common/icons";
import { Pane } from "./taskpane/shell/pane";
import { languageOf, stringsOf } from "./taskpane/strings";
import { Appearance, paletteFor } from "./taskpane/common/theme";
import type { Palette } from "./taskpane/common/tokens";

registerFluentIcons();

const excel = workbookActions(new WorkbookSession(new OfficeKey(), { pause, after, now }));

const controllerFor = (language: Language): Controller =>
  new Controller({
    language,
    perform: (action, request, steering) => action.run(excel, request, steering),
    readLedger: excel.readLedger,
    lookAtOpened: excel.lookAtOpened,
    loadCertificateSettings: excel.loadCertificateSettings,
    officeKeyFile: excel.officeKeyFile,
    problemViewIsOn: excel.problemViewIsOn,
    followReview: excel.followReview,
    today,
    now,
    pause,
    showPane: () => Office.addin.showAsTaskpane(),
  });

/** How Office and the system want the pane to look, now. */
function palette(): Palette {
  const theme = Office.context.officeTheme as Office.OfficeTheme | undefined;
  return paletteFor(theme, window.matchMedia("(forced-colors: active)").matches);
}

/** Looks again when Office says so, when the system does, and, for hosts that never say anything, when the pane is turned to. */
function appearance(): Appearance {
  const appearance = new Appearance(palette);
  watchTheme(appearance.look);
  window.matchMedia("(forced-colors: active)").addEventListener("change", appearance.look);
  window.addEventListener("focus", appearance.look);
  return appearance;
}

void Office.onReady(() => {
  const language = languageOf(Office.context.displayLanguage);
  const controller = controllerFor(language);
  associateCommands(controller);
  // Before its marks were looked at no setting of the document is known
  void excel.start().then(controller.noteProblemView, () => undefined);
  // Without the watch results still come right with the next review
  void controller.readLedger().then(controller.lookAtOpened);
  excel
    .watchWorkbook({
      onSelection: controller.showRecord,
      onUpdated: controller.noteUpdate,
      onOutdated: controller.noteOutdated,
    })
    .catch(() => undefined);
  const root = document.getElementById("root");
  if (root === null) return;
  // The page's language decides which Han glyphs the browser picks
  document.documentElement.lang = language === "zh" ? "zh-CN" : "en";
  document.title = stringsOf(language).product;
  document.body.style.margin = "0";
  createRoot(root).render(<App controller={controller} language={language} appearance={appearance()} />);
});

interface AppProps {
  readonly controller: Controller;
  readonly language: Language;
  readonly appearance: Appearance;
}

function App({ controller, language, appearance: { subscribe, getPalette } }: AppProps): ReactElement {
  const colours = useSyncExternalStore(subscribe, getPalette);
  useEffect(() => {
    document.body.style.background = colours.page;
  }, [colours]);
  return <Pane controller={controller} language={language} palette={colours} />;
}

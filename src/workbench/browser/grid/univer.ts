/**
 * Univer as a canvas that draws and edits cells, and no more: without its calculation, tool bars, menus or tabs.
 * The one file that knows which plugins that takes.
 */
import {
  DOCS_NORMAL_EDITOR_UNIT_ID_KEY,
  ICommandService,
  IUniverInstanceService,
  LifecycleService,
  LifecycleStages,
  LocaleType,
  LogLevel,
  mergeLocales,
  Univer,
  UniverInstanceType,
  type Workbook as UniverWorkbook,
} from "@univerjs/core";
import { UniverDocsPlugin } from "@univerjs/docs";
import { DocSelectionRenderService, UniverDocsUIPlugin } from "@univerjs/docs-ui";
import docsEn from "@univerjs/docs-ui/locale/en-US";
import docsZh from "@univerjs/docs-ui/locale/zh-CN";
import { UniverFormulaEnginePlugin } from "@univerjs/engine-formula";
import { IRenderManagerService, UniverRenderEnginePlugin } from "@univerjs/engine-render";
import { SheetInterceptorService, SheetsSelectionsService, UniverSheetsPlugin } from "@univerjs/sheets";
import sheetsEn from "@univerjs/sheets/locale/en-US";
import sheetsZh from "@univerjs/sheets/locale/zh-CN";
import { CalculationMode, UniverSheetsFormulaPlugin } from "@univerjs/sheets-formula";
import formulaEn from "@univerjs/sheets-formula/locale/en-US";
import formulaZh from "@univerjs/sheets-formula/locale/zh-CN";
import { UniverSheetsFormulaUIPlugin } from "@univerjs/sheets-formula-ui";
import formulaUiEn from "@univerjs/sheets-formula-ui/locale/en-US";
import formulaUiZh from "@univerjs/sheets-formula-ui/locale/zh-CN";
import { IEditorBridgeService, SheetSkeletonManagerService, UniverSheetsUIPlugin } from "@univerjs/sheets-ui";
import sheetsUiEn from "@univerjs/sheets-ui/locale/en-US";
import sheetsUiZh from "@univerjs/sheets-ui/locale/zh-CN";
import { ILayoutService, UniverUIPlugin } from "@univerjs/ui";
import uiEn from "@univerjs/ui/locale/en-US";
import uiZh from "@univerjs/ui/locale/zh-CN";
import type { PageLanguage } from "../../server/setup";

export const UNIT = "workbook";

const LOCALES: Readonly<Record<PageLanguage, LocaleType>> = { zh: LocaleType.ZH_CN, en: LocaleType.EN_US };

export interface UniverParts {
  readonly book: UniverWorkbook;
  readonly instances: IUniverInstanceService;
  readonly commands: ICommandService;
  readonly interceptors: SheetInterceptorService;
  readonly selections: SheetsSelectionsService;
  readonly editor: IEditorBridgeService;
  readonly renders: IRenderManagerService;
  readonly layout: ILayoutService;
  /** What is laid out of the sheet being shown. */
  readonly skeletons: () => SheetSkeletonManagerService | undefined;
  /** Where the cursor of the cell's editor stands, in characters; null while it has not got the keyboard. */
  readonly cursor: () => number | null;
  readonly speak: (language: PageLanguage) => void;
}

/** Starts Univer inside an element, with one empty sheet under the id given; resolves when it can draw. */
export async function startUniver(
  container: HTMLElement,
  language: PageLanguage,
  firstSheet: string,
): Promise<UniverParts> {
  const univer = new Univer({
    locale: LOCALES[language],
    locales: {
      [LocaleType.ZH_CN]: mergeLocales(docsZh, formulaZh, formulaUiZh, sheetsZh, sheetsUiZh, uiZh),
      [LocaleType.EN_US]: mergeLocales(docsEn, formulaEn, formulaUiEn, sheetsEn, sheetsUiEn, uiEn),
    },
    logLevel: LogLevel.ERROR,
  });
  univer.registerPlugin(UniverRenderEnginePlugin);
  // Its services are asked for by the sheets. It finds nothing to calculate: the grid's own cells are empty
  univer.registerPlugin(UniverFormulaEnginePlugin);
  univer.registerPlugin(UniverUIPlugin, {
    container,
    header: false,
    toolbar: false,
    footer: false,
    contextMenu: false,
    headerMenu: false,
  });
  univer.registerPlugin(UniverDocsPlugin);
  univer.registerPlugin(UniverDocsUIPlugin);
  univer.registerPlugin(UniverSheetsPlugin);
  univer.registerPlugin(UniverSheetsUIPlugin, {
    formulaBar: false,
    footer: false,
    disableForceStringAlert: true,
    disableForceStringMark: true,
  });
  // The editor inside a cell is theirs
  univer.registerPlugin(UniverSheetsFormulaPlugin, { initialFormulaComputing: CalculationMode.NO_CALCULATION });
  univer.registerPlugin(UniverSheetsFormulaUIPlugin);
  const book = univer.createUnit<object, UniverWorkbook>(UniverInstanceType.UNIVER_SHEET, {
    id: UNIT,
    sheetOrder: [firstSheet],
    sheets: { [firstSheet]: { id: firstSheet, name: firstSheet } },
  });
  const injector = univer.__getInjector();
  await injector.get(LifecycleService).onStage(LifecycleStages.Rendered);
  const renders = injector.get(IRenderManagerService);
  return {
    book,
    instances: injector.get(IUniverInstanceService),
    commands: injector.get(ICommandService),
    interceptors: injector.get(SheetInterceptorService),
    selections: injector.get(SheetsSelectionsService),
    editor: injector.get(IEditorBridgeService),
    renders,
    layout: injector.get(ILayoutService),
    skeletons: () => renders.getRenderById(UNIT)?.with(SheetSkeletonManagerService),
    cursor: () => {
      const selection = renders.getRenderById(DOCS_NORMAL_EDITOR_UNIT_ID_KEY)?.with(DocSelectionRenderService);
      return selection?.isFocusing === true ? (selection.getActiveTextRange()?.endOffset ?? null) : null;
    },
    speak: (next) => univer.setLocale(LOCALES[next]),
  };
}

/**
 * What the add-in knows of the open workbook while its page lives: whether an action works, which review was made of
 * which cells, which selection is its own. Built once, in main.tsx, and handed to every action.
 */
import { whenNotEditing } from "../editing";
import { toFailure } from "../failures";
import { listSheets, readWorkbook, type SheetList } from "../read/workbook";
import { removeSheets, SELF_CHECK_SHEET, STAGING_SHEET } from "../sheets";
import { outsideView } from "../settings/sheet-before-problem-view";
import { ExcelFailure, type ActionOptions, type OpenWorkbook } from "../types";
import type { OfficeKey } from "../office-key";
import type { Timer } from "../timer";
import type { Sealer } from "../../trust";
import { ExpectedSelection } from "./expected-selection";
import { TrustedSettings } from "../settings/storage";
import { toldApart } from "./origins";
import { ReviewSnapshots } from "./review-snapshot";

/** State of the open workbook for as long as the page lives; every action of this room gets it. */
export class WorkbookSession {
  readonly settings: TrustedSettings;
  readonly snapshots = new ReviewSnapshots();
  readonly selection = new ExpectedSelection();

  /** `officeKey`: makes the office's marks, and tells what bears them. `timer`: what everything in this room waits by. */
  constructor(
    readonly officeKey: OfficeKey,
    readonly timer: Timer,
  ) {
    this.settings = new TrustedSettings(officeKey.current);
  }

  private working = 0;
  /** The sheet that was changed while an action worked: by a co-author, or so that rows are elsewhere. */
  private disturbed: string | null = null;
  /** What runs beside actions, without anybody having asked for it: the next action waits for its end. */
  private background: Promise<unknown> = Promise.resolve();

  /** Makes the office's marks. */
  sealer(): Promise<Sealer> {
    return this.officeKey.current();
  }

  /** True while an action reads or writes: changes that it makes itself are not looked at. */
  isWorking(): boolean {
    return this.working > 0;
  }

  /** Says that what was read of a sheet no longer holds. Does nothing while no action works. */
  noteDisturbance(sheet: string): void {
    if (this.working > 0) this.disturbed ??= sheet;
  }

  /** To be called right before the first change. Throws `changed-meanwhile`: results would stand beside rows they were not made of. */
  checkUndisturbed(): void {
    if (this.disturbed !== null) throw new ExcelFailure("changed-meanwhile", { sheet: this.disturbed });
  }

  /** Runs something small after whatever runs in the background now. Never while an action works: ask `isWorking` first. */
  inBackground<T>(work: () => Promise<T>): Promise<T> {
    const next = this.background.then(work);
    this.background = next.catch(() => undefined);
    return next;
  }

  /**
   * Runs an action: reads the workbook and hands it over, in one `Excel.run`, after whatever runs in the background.
   * `withLooks`: also read how the columns look that an annotation might take. Throws an `ExcelFailure` for every failure.
   */
  async inWorkbook<T>(
    options: ActionOptions,
    withLooks: boolean,
    work: (workbook: OpenWorkbook) => Promise<T>,
  ): Promise<T> {
    if (this.working === 0) this.disturbed = null;
    this.working += 1;
    try {
      await this.background;
      return await this.withReading(options, withLooks, work);
    } finally {
      this.working -= 1;
    }
  }

  /** Runs an action that reads nothing of the workbook, after whatever runs in the background. */
  async alone<T>(work: () => Promise<T>): Promise<T> {
    this.working += 1;
    try {
      await this.background;
      return await work();
    } finally {
      this.working -= 1;
    }
  }

  /** The same as `inWorkbook` for what runs in the background itself. */
  async withReading<T>(
    options: ActionOptions,
    withLooks: boolean,
    work: (workbook: OpenWorkbook) => Promise<T>,
  ): Promise<T> {
    try {
      const list = await withoutLeftovers(await whenNotEditing(listSheets, options, this.timer));
      // A cell edited from here on holds up Excel's answer, not what we ask
      const sealer = await this.officeKey.current();
      await this.settings.refresh();
      return await Excel.run({ delayForCellEdit: true }, async (context) => {
        const reading = outsideView(await readWorkbook(context, list, options, withLooks, this.settings));
        const done = await work({ context, reading: await toldApart(reading, sealer), sealer });
        if (!(await this.settings.saveUnsaved())) options.onWarning?.("settings-not-saved");
        return done;
      });
    } catch (error) {
      throw toFailure(error);
    }
  }
}

/** Sheets that an action which broke off had made for its own use must not be taken for some of the workbook's. */
async function withoutLeftovers(list: SheetList): Promise<SheetList> {
  const left = [STAGING_SHEET, SELF_CHECK_SHEET].filter((each) => list.sheets.some(({ name }) => name === each));
  // Where the structure is protected nobody can delete a sheet: it stays
  if (list.structureProtected || left.length === 0) return list;
  await removeSheets(left);
  return listSheets();
}

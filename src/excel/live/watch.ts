/** Watches the workbook while a review of it is shown: selections, corrections, moved rows, co-authors. */
import { loadBefore } from "../settings/sheet-before-review";
import { areasOf, type AddressedArea } from "./event-addresses";
import { whenNotEditing } from "../editing";
import { isEditing } from "../failures";
import { FollowedReview } from "./incremental-review";
import type { OutdatedReason, WorkbookEvents } from "./events";
import type { SheetArea } from "../read/cells";
import { selectionHandler } from "./selection";
import type { WorkbookSession } from "../session/workbook-session";
import type { ReviewOutcome } from "../types";
import { isReadSheet, RECORD_SHEET } from "../sheets";
import { isDecisionSheet, signTyped } from "./sign-typed";
import { markStale } from "./stale-marks";

/** A person types faster than a workbook is read: changes are looked at together. */
const SETTLES_AFTER_MS = 400;
/** Records up to which a workbook is read again after a sort: a second, not ten. */
const READ_AGAIN_LIMIT = 5000;

const MOVES: Readonly<Record<string, OutdatedReason>> = {
  RowInserted: "rows-inserted",
  RowDeleted: "rows-deleted",
  CellInserted: "rows-inserted",
  CellDeleted: "rows-deleted",
  ColumnInserted: "columns-changed",
  ColumnDeleted: "columns-changed",
};

/** Something that happened to a sheet. */
interface SheetChange {
  readonly worksheetId: string;
  readonly address: string;
  readonly remote: boolean;
  /** Why nothing is where it was; null for changed contents. */
  readonly move: OutdatedReason | null;
  /**
   * True of one cell that shows what it showed, false of one that shows something else: Excel tells of colours and other formats too. Null of several
   * cells, of which Excel says nothing more. A formula may show the same.
   */
  readonly showsTheSame: boolean | null;
}

/** Watches the open workbook for whoever shows a review of it. */
export class WorkbookWatch {
  private outcome: ReviewOutcome | null = null;
  private followed: FollowedReview | null = null;

  constructor(private readonly session: WorkbookSession) {}

  /**
   * Says which review is shown, so that corrections are judged by it and brought into it; null: none. The review that
   * `onUpdated` was given is followed already.
   */
  readonly follow = (next: ReviewOutcome | null): void => {
    if (next !== null && this.followed?.shows(next.review) === true) return;
    this.outcome = next;
    this.followed = null;
  };

  /** What is followed, made ready when the first change comes. */
  current(): FollowedReview | null {
    if (this.followed === null && this.outcome !== null) this.followed = FollowedReview.of(this.session, this.outcome);
    return this.followed;
  }

  /** True while a review is shown, whether or not it can be followed. */
  hasReview(): boolean {
    return this.outcome !== null;
  }

  /** Starts to watch, for as long as the page lives. While a cell is being edited it waits for the end of that. */
  start(events: WorkbookEvents): Promise<void> {
    return whenNotEditing(() => this.listen(events), {}, this.session.timer);
  }

  private async listen(events: WorkbookEvents): Promise<void> {
    const { session } = this;
    const changes = new ChangeQueue(session, this, events);
    await Excel.run(async (context) => {
      const { worksheets } = context.workbook;
      worksheets.onChanged.add(async ({ worksheetId, address, changeType, source, triggerSource, details }) => {
        // Changes that the add-in made itself are not looked at
        if (triggerSource === "ThisLocalAddin") return;
        const told = details as Excel.ChangedEventDetail | undefined;
        const showsTheSame = told === undefined ? null : told.valueBefore === told.valueAfter;
        changes.note({
          worksheetId,
          address,
          remote: source === "Remote",
          move: MOVES[changeType] ?? null,
          showsTheSame,
        });
      });
      worksheets.onRowSorted.add(async ({ worksheetId, address, source }) =>
        changes.note({ worksheetId, address, remote: source === "Remote", move: "sorted", showsTheSame: null }),
      );
      const selected = selectionHandler(session, events.onSelection, (id) => changes.nameOf(id));
      worksheets.onSelectionChanged.add(async (args) => selected(args));
      worksheets.load("items/id,items/name");
      await context.sync();
      changes.meet(worksheets.items);
    });
  }
}

/** Changes of cells, gathered until none follows for a moment, then looked at together. */
class ChangeQueue {
  private names = new Map<string, string>();
  private pending: SheetChange[] = [];
  /** Calls off the look that is due. */
  private callOff: () => void = () => undefined;

  constructor(
    private readonly session: WorkbookSession,
    private readonly watch: WorkbookWatch,
    private readonly events: WorkbookEvents,
  ) {}

  note(change: SheetChange): void {
    const sheet = this.names.get(change.worksheetId);
    const disturbs = change.move !== null || (change.remote && change.showsTheSame !== true);
    if (sheet !== undefined && isReadSheet(sheet) && disturbs) this.session.noteDisturbance(sheet);
    this.pending.push(change);
    this.later();
  }

  meet(sheets: readonly Pick<Excel.Worksheet, "id" | "name">[]): void {
    this.names = new Map(sheets.map(({ id, name }) => [id, name]));
  }

  /** A sheet's name by its id; null when there is no such sheet. */
  async nameOf(id: string): Promise<string | null> {
    if (!this.names.has(id)) {
      await Excel.run(async (context) => {
        const sheets = context.workbook.worksheets.load("items/id,items/name");
        await context.sync();
        this.meet(sheets.items);
      });
    }
    return this.names.get(id) ?? null;
  }

  private later(): void {
    this.callOff();
    this.callOff = this.session.timer.after(SETTLES_AFTER_MS, () => {
      // What changes while an action works is looked at after it
      if (this.session.isWorking()) this.later();
      else void this.session.inBackground(() => this.look());
    });
  }

  private async look(): Promise<void> {
    const changes = this.pending.splice(0);
    try {
      const placed = await this.placed(changes);
      await this.sign(placed);
      await this.takeIn(placed);
    } catch (error) {
      if (!isEditing(error)) return this.markOld();
      // Where Excel does not wait for Enter by itself
      this.pending.unshift(...changes);
      this.later();
    }
  }

  /** Changes of cells that a review looks at, with their sheets. */
  private async placed(changes: readonly SheetChange[]): Promise<readonly PlacedChange[]> {
    const placed: PlacedChange[] = [];
    for (const change of changes) {
      const sheet = await this.nameOf(change.worksheetId);
      if (sheet === null || !isReadSheet(sheet)) continue;
      const areas = areasOf(change.address).filter(
        ({ column }) => change.move !== null || this.watch.current()?.isOwn(sheet, column) !== true,
      );
      if (areas.length > 0 || change.move !== null) placed.push({ ...change, sheet, areas });
    }
    return placed;
  }

  /** Decisions that were typed here are the office's. */
  private async sign(changes: readonly PlacedChange[]): Promise<void> {
    const typed = changes.filter(
      ({ sheet, remote, move, showsTheSame }) =>
        isDecisionSheet(sheet) && !remote && move === null && showsTheSame !== true,
    );
    for (const name of new Set(typed.map(({ sheet }) => sheet))) {
      const known = this.watch.current()?.gridOf(name);
      // Where nobody knows what stood there, several cells may only have been coloured
      const areas = typed.flatMap(({ sheet, areas: own, showsTheSame }) =>
        sheet === name && (known !== undefined || showsTheSame === false) ? own : [],
      );
      if (areas.length > 0) await signTyped(this.session, name, areas, known);
    }
  }

  private async takeIn(changes: readonly PlacedChange[]): Promise<void> {
    if (changes.length === 0) return;
    const review = this.watch.current();
    // A workbook reviewed before this page was opened: what is not known can't be followed
    if (review === null) return this.markOld();
    const read = (some: readonly PlacedChange[]): readonly SheetArea[] =>
      some.flatMap(({ sheet, areas }) => areas.map((area) => review.rowsOf(sheet, area)));
    const [theirs, ours] = [changes.filter(({ remote }) => remote), changes.filter(({ remote }) => !remote)];
    if (theirs.length > 0) {
      const rows = read(theirs.filter(({ move }) => move === null));
      const moved = theirs.some(({ move }) => move !== null);
      review.lost ||= moved;
      if (moved || (await review.differs(rows))) {
        review.owe(rows);
        this.events.onOutdated("co-author", review.records(rows));
      }
    }
    if (ours.length === 0) return;
    const move = ours.find((change) => change.move !== null)?.move ?? (review.lost ? "co-author" : null);
    if (move !== null) return this.readAgain(review, move);
    return this.follow(review, read(ours));
  }

  private async follow(review: FollowedReview, areas: readonly SheetArea[]): Promise<void> {
    const result = await review.follow(areas);
    if (result.kind === "updated") {
      this.events.onUpdated(result.update);
      // Without it the workbook says, opened anew, that its cells have changed, which is true as well
      if (review.records() <= READ_AGAIN_LIMIT) await review.noteRecord().catch(() => undefined);
    } else if (result.kind === "everybody")
      this.events.onOutdated(
        "other-sheet",
        areas.some(({ sheet }) => sheet === RECORD_SHEET) ? await markStale(this.session) : 0,
      );
  }

  private async readAgain(review: FollowedReview, reason: OutdatedReason): Promise<void> {
    if (review.records() > READ_AGAIN_LIMIT) {
      review.lost = true;
      this.events.onOutdated(reason, 0);
      return;
    }
    const adopted = await this.session.withReading({}, false, async ({ reading }) => review.adopt(reading.grids));
    if (adopted !== null) this.events.onUpdated(adopted.update);
    this.events.onOutdated(reason, adopted?.owed === false ? adopted.stale : 0);
    if (adopted?.owed === true) await this.follow(review, []);
    else if (adopted !== null && adopted.stale > 0) await markStale(this.session);
  }

  /** Where a change could not be brought in, its rows say at least that their results are older. */
  private async markOld(): Promise<void> {
    if (loadBefore(this.session.settings) === null) return;
    const rows = await markStale(this.session).catch(() => 0);
    if (rows > 0 || this.watch.hasReview()) this.events.onOutdated("edited", rows);
  }
}

interface PlacedChange extends SheetChange {
  readonly sheet: string;
  readonly areas: readonly AddressedArea[];
}

/**
 * A review that follows its workbook: changed cells are read, laid over the cells of the last review, and only the
 * people concerned are judged again; what that makes different is written, and nothing else.
 */
import {
  gridOf,
  noteOn,
  OPINION_SHEET,
  policyData,
  opinionPlan,
  readOpinions,
  staleMarks,
  SUMMARY_SHEET,
  summaryPlan,
  updatePlan,
  type LineUpdate,
  type OwnSheetPlan,
  type UpdatePlan,
} from "../../results/index";
import { reviewAgain, type Review, type ReviewedSubmission } from "../../review/index";
import { readAgain, ROUND_SHEET } from "../../rounds/index";
import type { SheetGrid, WorkbookGrids } from "../../submission/grid";
import type { KnownReading, SubmissionReading } from "../../submission/types";
import type { AddressedArea } from "./event-addresses";
import { patched, type KeptReading } from "../session/review-snapshot";
import { bringLines, rowOperations } from "../write/line-updates";
import type { LiveUpdate } from "./events";
import { carryOut, type Operation } from "../write/operations";
import { ownSheetOperations } from "../write/own-sheets";
import { readAreas, readOwnSheet } from "../read/workbook";
import type { SheetArea } from "../read/cells";
import { foreignRows, runRecord, sealPlan, verifyGrids, yearOfGrids } from "../../trust";
import { readGrids } from "../session/reviewed";
import type { WorkbookSession } from "../session/workbook-session";
import { loadRunRecord, saveRunRecord } from "../settings/run-record";
import { RECORD_SHEET } from "../sheets";
import { VERSION } from "../../version";
import { ExcelFailure, type ReviewOutcome } from "../types";

/** What came of a change. `everybody`: it concerns all, and only a review of the whole says what it does. */
export type Followed =
  | { readonly kind: "updated"; readonly update: LiveUpdate }
  | { readonly kind: "nothing" }
  | { readonly kind: "everybody" };

export interface Adopted {
  readonly update: LiveUpdate;
  /** Rows whose results are older than their cells: owed to the next `follow`, unless they are too many. */
  readonly stale: number;
  readonly owed: boolean;
}

/** More rows than a person corrects at once: they wait for a review of the whole. */
const MOST_STALE = 200;

interface ReviewedPart {
  readonly reviewed: ReviewedSubmission;
  readonly people: ReadonlySet<string>;
}

/** The workbook while a change is taken in. */
interface WorkbookState {
  readonly context: Excel.RequestContext;
  /** Protected or not, by name. */
  readonly sheets: ReadonlyMap<string, boolean>;
  /** The cells as they are; what is going to be written is laid over them. */
  readonly grids: Map<string, SheetGrid>;
}

/** A review and the cells that it was made of, kept up to date with the workbook. */
export class FollowedReview {
  /** What the sheets say. */
  private reviewed: ReviewedSubmission;
  /** The cells of `reviewed`. */
  private known: KnownReading;
  /** The cells as they were last read; ahead of `known` while a change waits for a review of the whole. */
  private grids: WorkbookGrids;
  /** Changed cells that have not been taken in. */
  private due: readonly SheetArea[] = [];
  /** Rows were moved and not read again: nothing is where it is thought to be. */
  lost = false;

  private constructor(
    private readonly session: WorkbookSession,
    private outcome: ReviewOutcome,
    private readonly kept: KeptReading,
    start: KnownReading,
  ) {
    this.known = start;
    this.grids = start.grids;
    // What was reviewed were the cells before the results stood beside them
    this.reviewed = { submission: start.submission, review: reviewAgain(outcome, start.submission).review };
  }

  /** Null when it is not known what the review was made of. */
  static of(session: WorkbookSession, outcome: ReviewOutcome): FollowedReview | null {
    const kept = session.snapshots.readingOf(outcome.review);
    const reading = kept && readGrids(kept);
    return kept && reading?.ok
      ? new FollowedReview(session, outcome, kept, { grids: kept.grids, submission: reading.submission })
      : null;
  }

  /** True when this is the review at hand. */
  shows(review: Review): boolean {
    return this.outcome.review === review;
  }

  /** How many records there are, or how many of them stand on the rows of these areas. */
  records(areas?: readonly SheetArea[]): number {
    const { records } = this.reviewed.submission;
    return areas === undefined ? records.length : records.filter(({ place }) => isOn(areas, place.row)).length;
  }

  /** True of columns that are ours on 学时记录. */
  isOwn(sheet: string, column: number): boolean {
    const { annotationColumn } = this.reviewed.submission.recordLayout;
    return sheet === RECORD_SHEET && annotationColumn !== null && column >= annotationColumn;
  }

  /** The rows of an area, as wide as is known of its sheet; where the address names no end, as long as that. */
  rowsOf(sheet: string, { row, column, rows, columns }: AddressedArea): SheetArea {
    const grid = this.grids.get(sheet);
    const right = grid === undefined ? 1 : grid.firstColumn + (grid.values[0]?.length ?? 0);
    const bottom = grid === undefined ? 1 : grid.firstRow + grid.values.length;
    return {
      sheet,
      row,
      column: 0,
      rows: rows ?? Math.max(1, bottom - row),
      columns: Math.max(right, columns === null ? 1 : column + columns),
    };
  }

  /** A sheet as it was last read, told apart. */
  gridOf(sheet: string): SheetGrid | undefined {
    return this.grids.get(sheet);
  }

  /** To be read with the next change. */
  owe(areas: readonly SheetArea[]): void {
    this.due = [...this.due, ...areas];
  }

  /** True when one of these cells holds something else than when it was last read: a colour alone is nothing. */
  differs(areas: readonly SheetArea[]): Promise<boolean> {
    return Excel.run({ delayForCellEdit: true }, async (context) => {
      const read = await readAreas(context, withoutRepeats(areas));
      return read.some((part) => {
        const { row, column, rows, columns } = part.area;
        const known = this.grids.get(part.area.sheet);
        const then = cellsIn(known, part.area);
        const formulaAt = (down: number, across: number): string | undefined =>
          known?.formulas?.get(`${row + down},${column + across}`);
        for (let down = 0; down < rows; down += 1)
          for (let across = 0; across < columns; across += 1) {
            if (this.isOwn(part.area.sheet, column + across)) continue;
            const formula = part.formulas.get(`${row + down},${column + across}`);
            if (formula !== formulaAt(down, across)) return true;
            if ((part.lines[down]?.[across] ?? null) !== (then[down]?.[across] ?? null)) return true;
          }
        return false;
      });
    });
  }

  /** Takes in changed cells and writes what they make different. Throws what Excel throws; the change is owed until it was written. */
  async follow(areas: readonly SheetArea[]): Promise<Followed> {
    this.owe(areas);
    const wanted = withoutRepeats(this.due);
    const followed = await Excel.run({ delayForCellEdit: true }, async (context) => {
      const loaded = context.workbook.worksheets.load("items/name,items/protection/protected");
      const cells = await readAreas(context, wanted);
      const grids = new Map(this.grids);
      for (const part of cells) grids.set(part.area.sheet, patched(grids.get(part.area.sheet), part));
      const read = new Set(cells.map(({ area }) => area.sheet));
      const told = await verifyGrids(grids, await this.session.sealer(), [...read]);
      const sheets = new Map(loaded.items.map(({ name, protection }) => [name, protection.protected]));
      return this.takeIn({ context, sheets, grids: new Map(told) }, wanted);
    });
    this.due = [];
    return followed;
  }

  /** Takes in a workbook that was read anew, since rows may be elsewhere; writes nothing. Null when it can't be reviewed as it is. */
  adopt(grids: WorkbookGrids): Adopted | null {
    const reading = this.read(grids);
    const records = grids.get(RECORD_SHEET);
    if (!reading.ok || records === undefined) {
      this.grids = grids;
      return null;
    }
    const stale = staleMarks(reading.submission, records)?.rows ?? [];
    const owed = stale.length > 0 && stale.length <= MOST_STALE;
    // Without them it is what the sheets say; they come in by themselves then
    const said = owed ? new Map(grids).set(RECORD_SHEET, withoutRows(records, stale)) : grids;
    const base = owed ? this.read(said) : reading;
    if (!base.ok) return null;
    const { review, people } = reviewAgain(this.reviewed, base.submission);
    this.settle({ submission: base.submission, review }, said);
    this.lost = false;
    this.due = owed ? stale.map((row) => this.rowsOf(RECORD_SHEET, { row, column: 0, rows: 1, columns: 1 })) : [];
    const rows = base.submission.records.map(({ place }) => place.row);
    return {
      update: {
        outcome: this.outcome,
        rows,
        people: [...(people ?? review.people.map(({ registrationNo }) => registrationNo))],
      },
      stale: stale.length,
      owed,
    };
  }

  /** Notes in the workbook that its results are those of the cells as they are now, on the day of the review that they continue. */
  async noteRecord(): Promise<void> {
    const { settings } = this.session;
    const before = loadRunRecord(settings);
    if (before === null) return;
    const { review } = this.reviewed;
    const facts = { policy: policyData(review), on: before.on, version: VERSION };
    await saveRunRecord(settings, await runRecord(review, this.grids, facts, crypto));
  }

  private read(grids: WorkbookGrids): SubmissionReading {
    return readGrids(this.kept, grids, this.known);
  }

  private settle(reviewed: ReviewedSubmission, grids: WorkbookGrids): void {
    const { submission, review } = reviewed;
    this.reviewed = reviewed;
    this.grids = grids;
    this.known = { grids, submission };
    const { unit } = submission;
    const { liveFormulas } = this.outcome;
    const incoming = { ...this.outcome.incoming, rows: foreignRows(grids) };
    // The ledger is left out: it was read before others may have written to it
    this.outcome = {
      unit,
      submission,
      review,
      liveFormulas,
      again: readAgain(grids.get(ROUND_SHEET), submission),
      incoming,
    };
  }

  private judge(grids: WorkbookGrids): ReviewedPart | null {
    const reading = this.read(grids);
    if (!reading.ok) return null;
    const { review, people } = reviewAgain(this.reviewed, reading.submission);
    return people === null ? null : { reviewed: { submission: reading.submission, review }, people };
  }

  private plan({ reviewed, people }: ReviewedPart): UpdatePlan {
    return updatePlan(
      this.reviewed,
      reviewed,
      people,
      this.outcome.liveFormulas && !this.session.snapshots.isFrozen(),
      this.kept,
    );
  }

  private async takeIn(workbook: WorkbookState, areas: readonly SheetArea[]): Promise<Followed> {
    const first = this.judge(workbook.grids);
    if (first === null) {
      this.grids = workbook.grids;
      return { kind: "everybody" };
    }
    const said = await this.opinions(workbook, first);
    const { judged, plan } = said;
    const writes: readonly Write[] = [
      { sheet: OPINION_SHEET, operations: said.operations },
      { sheet: SUMMARY_SHEET, operations: await this.years(workbook, judged, plan) },
      // Last: whoever broke off before it finds the row's fingerprint old
      { sheet: RECORD_SHEET, operations: rowOperations(plan.annotation) },
    ];
    const written = writes.filter(({ operations }) => operations.length > 0);
    const locked = written.find(({ sheet }) => workbook.sheets.get(sheet) === true);
    if (locked !== undefined) throw new ExcelFailure("sheet-protected", { sheet: locked.sheet });
    await carryOut(
      workbook.context,
      written.flatMap(({ operations }) => operations),
      {},
    );
    const rows = judged.reviewed.submission.records.map(({ place }) => place.row).filter((row) => isOn(areas, row));
    const isNews = written.length > 0 || judged.people.size > 0;
    this.settle(judged.reviewed, workbook.grids);
    return isNews
      ? {
          kind: "updated",
          update: { outcome: this.outcome, rows, people: [...judged.people].filter((each) => each !== "") },
        }
      : { kind: "nothing" };
  }

  /** 审核意见: line by line, or anew by what stands there now, since reviewers may have written since it was read. */
  private async opinions(
    { context, sheets, grids }: WorkbookState,
    judged: ReviewedPart,
  ): Promise<{ readonly judged: ReviewedPart; readonly plan: UpdatePlan; readonly operations: readonly Operation[] }> {
    const plan = this.plan(judged);
    if (!sheets.has(OPINION_SHEET)) return { judged, plan, operations: [] };
    const lines = await linesOf(context, OPINION_SHEET, plan.opinions, grids);
    if (lines !== null) return { judged, plan, operations: lines };
    const { facts, cells } = await readOwnSheet(context, OPINION_SHEET);
    if (cells !== null) {
      grids.set(OPINION_SHEET, patched(undefined, cells));
      const told = await verifyGrids(grids, await this.session.sealer(), [OPINION_SHEET]);
      const opinions = told.get(OPINION_SHEET);
      if (opinions !== undefined) grids.set(OPINION_SHEET, opinions);
    }
    const now = this.judge(grids) ?? judged;
    const sheet = opinionPlan(
      now.reviewed.submission,
      now.reviewed.review,
      readOpinions(grids.get(OPINION_SHEET)),
      noteOn(now.reviewed.submission, this.kept),
    );
    return { judged: now, plan: this.plan(now), operations: await this.anew(sheet, facts, grids) };
  }

  private async years(
    { context, sheets, grids }: WorkbookState,
    { reviewed }: ReviewedPart,
    { years }: UpdatePlan,
  ): Promise<readonly Operation[]> {
    // Whoever took the sheet away gets it back with the next review
    if (!sheets.has(SUMMARY_SHEET)) return [];
    const lines = await linesOf(context, SUMMARY_SHEET, years, grids);
    if (lines !== null) return lines;
    const { facts } = await readOwnSheet(context, SUMMARY_SHEET, false);
    return this.anew(summaryPlan(reviewed.submission, reviewed.review), facts, grids);
  }

  private async anew(
    plan: OwnSheetPlan,
    facts: Parameters<typeof ownSheetOperations>[1],
    grids: Map<string, SheetGrid>,
  ): Promise<readonly Operation[]> {
    const sealed = await sealPlan(plan, yearOfGrids(grids), await this.session.sealer());
    if (grids.has(plan.name)) grids.set(plan.name, gridOf(sealed));
    return ownSheetOperations(sealed, facts);
  }
}

/** What a grid has in an area; undefined beyond it. */
function cellsIn(grid: SheetGrid | undefined, area: SheetArea): readonly (readonly unknown[])[] {
  if (grid === undefined) return [];
  return Array.from({ length: area.rows }, (_, down) => {
    const line = grid.values[area.row + down - grid.firstRow] ?? [];
    return Array.from({ length: area.columns }, (__, across) => line[area.column + across - grid.firstColumn]);
  });
}

interface Write {
  readonly sheet: string;
  readonly operations: readonly Operation[];
}

/** Operations for lines of an own sheet, laid over its grid as well; null when it has to be written anew. */
async function linesOf(
  context: Excel.RequestContext,
  sheet: string,
  lines: readonly LineUpdate[] | null,
  grids: Map<string, SheetGrid>,
): Promise<readonly Operation[] | null> {
  const brought = lines && (await bringLines(context, sheet, lines));
  if (brought === null) return null;
  if (grids.has(sheet)) for (const part of brought.cells) grids.set(sheet, patched(grids.get(sheet), part));
  return brought.operations;
}

const isOn = (areas: readonly SheetArea[], row: number): boolean =>
  areas.some((area) => area.sheet === RECORD_SHEET && row >= area.row && row < area.row + area.rows);

function withoutRepeats(areas: readonly SheetArea[]): readonly SheetArea[] {
  const keyOf = ({ sheet, row, column, rows, columns }: SheetArea): string =>
    [sheet, row, column, rows, columns].join(" ");
  return [...new Map(areas.map((area) => [keyOf(area), area])).values()];
}

function withoutRows(grid: SheetGrid, rows: readonly number[]): SheetGrid {
  const gone = new Set(rows);
  return {
    ...grid,
    values: grid.values.map((line, at) => (gone.has(grid.firstRow + at) ? line.map(() => null) : line)),
  };
}

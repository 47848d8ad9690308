/** A unit hands in again: reads the workbook reviewed before, says what would come along, and takes it over. */
import { OPINION_SHEET, readOpinions } from "../../results/index";
import {
  carryRound,
  kindOf,
  otherUnit,
  outcomeOf,
  PREVIOUS_SHEETS,
  readPrevious,
  roundPlan,
  type CarriedRound,
  type PreviousRound,
  type RoundKind,
  type RoundOutcome,
} from "../../rounds/index";
import { needsLooks, writeReview, type ReviewOptions } from "./review";
import { loadColumns } from "../settings/column-choices";
import { readForeignSheets, type ForeignFile } from "../read/other-workbook";
import { reviewGrids } from "../session/reviewed";
import type { WorkbookSession } from "../session/workbook-session";
import { type ActionOptions, ExcelFailure, type OpenWorkbook, type ReviewOutcome } from "../types";
import type { ReviewedSubmission } from "../../review/types";

/** What taking over would do; nothing has been written. */
export interface RoundPreview {
  readonly previous: PreviousRound;
  readonly kind: Exclude<RoundKind, "later">;
  /** The other workbook's unit is called otherwise: a person has to say that it is the same. */
  readonly otherUnit: { readonly own: string; readonly other: string } | null;
  readonly carried: CarriedRound;
  readonly outcome: RoundOutcome | null;
}

export interface PreviewRoundOptions extends ActionOptions {
  readonly file: ForeignFile;
}

const WANTED = { ...PREVIOUS_SHEETS, what: "审核过、没有打开密码的申报工作簿（.xlsx）" };

/** Throws `input` for a file that is no workbook reviewed before under this policy, with what to do. */
export function previewRound(
  session: WorkbookSession,
  { file, ...options }: PreviewRoundOptions,
): Promise<RoundPreview> {
  return session.inWorkbook(options, false, async (workbook) => {
    const { reading } = workbook;
    const own = reviewGrids(reading.grids, reading);
    const grids = await readForeignSheets(file, WANTED, options);
    options.onProgress?.({ step: "reviewing", done: 0, total: 1 });
    const read = readPrevious(grids, file.name, own.review, loadColumns(session.settings));
    if (!read.ok) throw refusal(file.name, read.reason, own.review.policy, read.problems);
    const { previous } = read;
    const kind = kindOf(previous, own.submission);
    if (kind === "later") {
      const [theirs, ours] = [previous.submission.unit.applicationYear, own.submission.unit.applicationYear];
      throw new ExcelFailure("file-later-year", { file: file.name, theirs, ours });
    }
    // Nobody has signed yet: it is only looked at
    const { carried, after } = carry(workbook, previous, own, { by: "—", on: "—" });
    return {
      previous,
      kind,
      otherUnit: otherUnit(previous, own.submission),
      carried,
      outcome: outcomeOf(previous, carried, after),
    };
  });
}

function refusal(
  name: string,
  reason: "unreviewed" | "policy" | "unreadable",
  policy: string,
  problems: ExcelFailure["problems"],
): ExcelFailure {
  if (reason === "unreviewed") return new ExcelFailure("file-unreviewed", { file: name });
  if (reason === "policy") return new ExcelFailure("file-other-policy", { file: name, policy });
  // A column of another workbook can't be chosen here
  const prefixed = problems.map(({ choice: _, ...problem }) => ({ ...problem, sheet: `${name} ${problem.sheet}` }));
  return new ExcelFailure("file-unreadable", { file: name }, { problems: prefixed });
}

export interface ImportRoundOptions extends ReviewOptions {
  readonly previous: PreviousRound;
  /** Who takes over; asked for only where years are proven. */
  readonly name: string;
  /** "YYYY-MM-DD" */
  readonly today: string;
}

export interface ImportRoundOutcome extends ReviewOutcome {
  readonly carried: CarriedRound;
  readonly round: RoundOutcome | null;
}

/** Takes over what the workbook reviewed before has decided, reviews by it, and lays the two rounds side by side. */
export function importRound(
  session: WorkbookSession,
  { previous, name, today, ...options }: ImportRoundOptions,
): Promise<ImportRoundOutcome> {
  return session.inWorkbook(options, needsLooks(session), async (workbook) => {
    options.onProgress?.({ step: "reviewing", done: 0, total: 1 });
    const own = reviewGrids(workbook.reading.grids, workbook.reading);
    const { carried, after } = carry(workbook, previous, own, { by: name, on: today });
    if (carried.proofs.taken.length > 0 && name.trim() === "") throw new ExcelFailure("importer-missing");
    const round = outcomeOf(previous, carried, after);
    const sheets =
      round === null ? carried.sheets : [...carried.sheets, roundPlan(round.comparison, previous.fileName)];
    const opinions = carried.round?.opinions.lines ?? readOpinions(workbook.reading.grids.get(OPINION_SHEET));
    return { ...(await writeReview(session, workbook, after, options, { opinions, sheets })), carried, round };
  });
}

function carry(
  { reading }: OpenWorkbook,
  previous: PreviousRound,
  own: ReviewedSubmission,
  signature: { readonly by: string; readonly on: string },
): { readonly carried: CarriedRound; readonly after: ReviewedSubmission } {
  const carried = carryRound(previous, { ...own, grids: reading.grids }, signature);
  return { carried, after: reviewGrids(carried.grids, reading) };
}

/** A workbook that was reviewed before: what the unit had filled in then, what the office decided, and what came out of it. */
import {
  findAnnotation,
  readForeignDecisions,
  readOpinions,
  readTable,
  SUMMARY_SHEET,
  type ForeignDecision,
  type Opinion,
} from "../results";
import type { Review } from "../review/types";
import { readSubmission } from "../submission";
import type { CellValue } from "../grid/address";
import type { SheetGrid, WorkbookGrids } from "../submission/grid";
import { labelOf, numberOf, registrationNoOf, textOf, yearOf } from "../submission/text";
import type { ColumnChoices, InputProblem, Submission } from "../submission/types";
import { ANNOTATION_HEADERS, SHEETS } from "../submission/vocabulary";

/** Sheets of the other workbook that are looked at: those that every reviewed workbook has, and those it may have. */
export const PREVIOUS_SHEETS = {
  needed: [SHEETS.unit, SHEETS.people, SHEETS.records, SHEETS.decisions, SHEETS.opinions, SHEETS.years],
  optional: [SHEETS.ledger],
} as const;

/** As it was written then: a word and hours. What today's review would say of it is another question. */
export interface PreviousOutcome {
  readonly verdict: string;
  readonly hours: number | null;
}

export interface PreviousRound {
  readonly fileName: string;
  readonly submission: Submission;
  readonly grids: WorkbookGrids;
  /** By the record's 0-based row. */
  readonly records: ReadonlyMap<number, PreviousOutcome>;
  /** By registration number, then year. */
  readonly years: ReadonlyMap<string, ReadonlyMap<number, PreviousOutcome>>;
  readonly opinions: readonly Opinion[];
  readonly decisions: readonly ForeignDecision[];
  /** Numbers on its 口径 that are no question of this policy. */
  readonly unknownQuestions: readonly string[];
}

export type PreviousReading =
  | { readonly ok: true; readonly previous: PreviousRound }
  /** `unreviewed`: no result of ours in it; `policy`: reviewed by another notice; `unreadable`: its sheets can't be read. */
  | {
      readonly ok: false;
      readonly reason: "unreviewed" | "policy" | "unreadable";
      readonly problems: readonly InputProblem[];
    };

/** Reads it under the policy of `review`, the review of the workbook at hand. */
export function readPrevious(
  grids: WorkbookGrids,
  fileName: string,
  review: Review,
  columns: ColumnChoices = {},
): PreviousReading {
  const refused = (
    reason: "unreviewed" | "policy" | "unreadable",
    problems: readonly InputProblem[] = [],
  ): PreviousReading => ({ ok: false, reason, problems });
  const records = grids.get(SHEETS.records);
  const questions = grids.get(SHEETS.decisions);
  const annotation = findAnnotation(records);
  if (records === undefined || annotation === null || questions === undefined || !grids.has(SUMMARY_SHEET))
    return refused("unreviewed");
  const decisions = readForeignDecisions(questions, review);
  if (decisions === null) return refused("unreviewed");
  if (decisions.decisions.length === 0) return refused("policy");
  const reading = readSubmission(grids, { policy: review.policy, columns });
  if (!reading.ok) return refused("unreadable", reading.problems);
  const { submission } = reading;
  return {
    ok: true,
    previous: {
      fileName,
      submission,
      grids,
      records: outcomesOf(records, submission, annotation.column),
      years: yearsOf(grids.get(SUMMARY_SHEET)),
      // Their dates go into a workbook that may count days otherwise: as texts
      opinions: readOpinions(grids.get(SHEETS.opinions)).map(({ onCell: _onCell, ...opinion }) => opinion),
      decisions: decisions.decisions,
      unknownQuestions: decisions.unknown,
    },
  };
}

function outcomesOf(
  grid: SheetGrid,
  submission: Submission,
  annotationColumn: number,
): ReadonlyMap<number, PreviousOutcome> {
  const columnOf = (title: (typeof ANNOTATION_HEADERS)[number]): number =>
    annotationColumn + ANNOTATION_HEADERS.indexOf(title) - grid.firstColumn;
  const [verdict, hours] = [columnOf("审核结论"), columnOf("核定学时")];
  return new Map(
    submission.records.flatMap(({ place: { row } }): [number, PreviousOutcome][] => {
      const line = grid.values[row - grid.firstRow] ?? [];
      const word = textOf(line[verdict]);
      return word === "" ? [] : [[row, { verdict: word, hours: hoursOf(line[hours]) }]];
    }),
  );
}

function hoursOf(value: CellValue | undefined): number | null {
  const reading = numberOf(value);
  return typeof reading === "object" ? reading.value : null;
}

function yearsOf(grid: SheetGrid | undefined): PreviousRound["years"] {
  const people = new Map<string, Map<number, PreviousOutcome>>();
  for (const line of readTable(grid, "结论")) {
    const year = yearOf(line.get("年度"));
    if (typeof year !== "object") continue;
    const registrationNo = registrationNoOf(line.get("登记证书编号"));
    const own = people.get(registrationNo) ?? new Map<number, PreviousOutcome>();
    people.set(
      registrationNo,
      own.set(year.value, { verdict: labelOf(line.get("结论")), hours: hoursOf(line.get("合计")) }),
    );
  }
  return people;
}

/** What of one reviewed workbook is kept for the whole: counts, keys by which workbooks are compared, what fails. Plain data. */
import { isValid } from "../certificates";
import { messageOf, personSentence } from "../messages";
import { policyOf } from "../policy";
import { effectsOf, type QuestionEffect } from "../results";
import { claimOf } from "../review/cross-record-rules";
import { reasonsOf } from "../review/reasons";
import type { Review } from "../review/types";
import { readLedgerRows, SHEETS } from "../submission";
import type { WorkbookGrids } from "../submission/grid";
import type { Submission } from "../submission/types";
import type { Incoming } from "../trust";
import { reportTallies, type ReportTallies } from "../papers";

/** A key, and the row (1-based) of the sheet that it stands in. */
type KeyAt = readonly [key: string, row: number];

/** A number that a ledger holds as valid. */
interface NumberAt {
  readonly certificateNo: string;
  readonly registrationNo: string;
  readonly name: string;
  /** Years that the certificate covers; null where the ledger does not say. */
  readonly fromYear: number | null;
  readonly toYear: number | null;
  /** 1-based row of 发证台账. */
  readonly row: number;
  readonly handler: string;
  readonly issuedOn: string;
  /** The office has written or confirmed it. */
  readonly isOurs: boolean;
}

interface FailingPerson {
  readonly registrationNo: string;
  readonly name: string;
  /** 1-based row of 人员信息. */
  readonly row: number;
  readonly why: string;
  /** Years that are asked for and not met. */
  readonly unmet: readonly number[];
}

interface OpenQuestion {
  readonly id: string;
  readonly touched: number;
  readonly options: QuestionEffect["options"];
}

export interface FileFacts {
  readonly unitName: string;
  readonly policy: string;
  readonly year: number;
  readonly records: number;
  readonly people: number;
  readonly qualified: number;
  readonly unqualified: number;
  readonly pending: number;
  readonly persons: readonly KeyAt[];
  readonly achievements: readonly KeyAt[];
  readonly numbers: readonly NumberAt[];
  readonly failing: readonly FailingPerson[];
  readonly problems: readonly { readonly code: string; readonly count: number; readonly words: string }[];
  readonly questions: readonly OpenQuestion[];
  readonly report: ReportTallies;
  /** Rows and sheets that came with the workbook and do not count. */
  readonly incoming: Pick<Incoming, "rows" | "renamed">;
}

/** `grids`: as they were read before the results were written. */
export function factsOf(
  { submission, review, incoming }: { submission: Submission; review: Review; incoming: Incoming },
  grids: WorkbookGrids,
): FileFacts {
  const count = (verdict: Review["people"][number]["verdict"]): number =>
    review.people.filter((person) => person.verdict === verdict).length;
  return {
    unitName: submission.unit.unitName,
    policy: review.policy,
    year: submission.unit.applicationYear,
    records: review.records.length,
    people: review.people.length,
    qualified: count("qualified"),
    unqualified: count("unqualified"),
    pending: count("pending"),
    persons: submission.people.flatMap(({ registrationNo, place }): KeyAt[] =>
      registrationNo === "" ? [] : [[registrationNo, place.row + 1]],
    ),
    achievements: achievementsOf(submission, review),
    numbers: numbersOf(grids),
    failing: failingOf(review),
    problems: problemsOf(review),
    questions: questionsOf(submission, review),
    report: reportTallies(submission, review),
    incoming: { rows: incoming.rows, renamed: incoming.renamed },
  };
}

function achievementsOf({ records }: Submission, { policy }: Review): readonly KeyAt[] {
  const forms = policyOf(policy)?.forms ?? {};
  return records.flatMap((record): KeyAt[] => {
    const claim = claimOf(record, record.form === null ? undefined : forms[record.form]);
    return claim === null ? [] : [[claim, record.place.row + 1]];
  });
}

/** All that say they are valid: whether the office has given them is another question. */
function numbersOf(grids: WorkbookGrids): readonly NumberAt[] {
  const ledger = readLedgerRows(grids.get(SHEETS.ledger));
  if (!ledger.ok) return [];
  return [...ledger.rows, ...ledger.notOurs]
    .filter(({ entry }) => isValid(entry))
    .sort((one, other) => one.row - other.row)
    .map(({ row, entry: { certificateNo, registrationNo, name, fromYear, toYear, handler, issuedOn, standing } }) => ({
      certificateNo,
      registrationNo,
      name,
      fromYear,
      toYear,
      handler,
      issuedOn,
      row: row + 1,
      isOurs: standing === undefined,
    }));
}

function failingOf(review: Review): readonly FailingPerson[] {
  const policy = policyOf(review.policy);
  const rows = new Map(review.people.map(({ registrationNo, place }) => [registrationNo, place.row + 1]));
  return reasonsOf(review)
    .filter(({ verdict }) => verdict === "unqualified")
    .map((person) => ({
      registrationNo: person.registrationNo,
      name: person.name,
      row: rows.get(person.registrationNo) ?? 0,
      why: personSentence(person, "zh", policy),
      unmet: person.years.filter(({ status }) => status === "unmet").map(({ year }) => year),
    }));
}

function problemsOf(review: Review): FileFacts["problems"] {
  const policy = policyOf(review.policy);
  const counts = new Map<string, { count: number; words: string }>();
  for (const finding of review.findings) {
    if (finding.severity !== "error" && finding.severity !== "warning") continue;
    const known = counts.get(finding.code);
    if (known !== undefined) known.count += 1;
    else counts.set(finding.code, { count: 1, words: messageOf({ ...finding, details: {} }, "zh", policy).problem });
  }
  return [...counts].map(([code, each]) => ({ code, ...each }));
}

function questionsOf(submission: Submission, review: Review): readonly OpenQuestion[] {
  const touched = new Map(review.questions.map((question) => [question.id, question.touched]));
  return effectsOf(submission, review, undefined, true).map(({ id, options }) => ({
    id,
    touched: touched.get(id) ?? 0,
    options,
  }));
}

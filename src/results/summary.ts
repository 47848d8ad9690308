/** 年度汇总: hours and status of every person and year. */
import { policyOf, type Policy } from "../policy";
import { catalogueOf, messageOf, personSentence, waitingSentence } from "../messages";
import { reasonsOf, yearReasons, type YearReasons } from "../review/reasons";
import { isSame } from "../review/same";
import type { Review, ReviewedSubmission, YearReview } from "../review/types";
import { highlightsFor } from "./colours";
import type { LineUpdate, OwnSheetPlan, PlannedCell } from "./plan";
import { tablePlan, type ResultColumn } from "./table";
import { shownNumbers } from "../submission";
import type { Submission } from "../submission/types";
import { SHEETS } from "../submission/vocabulary";

export const SUMMARY_SHEET = SHEETS.years;

const COLUMNS: readonly ResultColumn[] = [
  { title: "登记证书编号", kind: "text", width: 16 },
  { title: "姓名", kind: "text", width: 12 },
  { title: "年度", kind: "number", width: 8, center: true },
  { title: "公需学时", kind: "number", width: 10 },
  { title: "专业学时", kind: "number", width: 10 },
  { title: "合计", kind: "number", width: 10 },
  { title: "结论", kind: "text", width: 10 },
  { title: "说明", kind: "text", width: 56, wrap: true },
];

const STATUS_COLUMN = 6;

/** The sheet 年度汇总: a line for each person and year of the review, a line to sign on below. */
export function summaryPlan(submission: Submission, review: Review): OwnSheetPlan {
  const lines = linesOf(submission, review);
  return tablePlan(SUMMARY_SHEET, COLUMNS, lines, {
    signed: true,
    highlights: highlightsFor(
      1,
      STATUS_COLUMN,
      lines.map((line) => line[STATUS_COLUMN] ?? null),
    ),
  });
}

/** The lines of these people that say something else after a change; null when lines come, go or move: then the sheet is written anew. */
export function summaryLines(
  { submission: earlier, review: before }: ReviewedSubmission,
  { submission, review: after }: ReviewedSubmission,
  people: ReadonlySet<string>,
): readonly LineUpdate[] | null {
  const moved =
    before.years.length !== after.years.length ||
    after.years.some(
      ({ registrationNo, year }, at) =>
        before.years[at]?.registrationNo !== registrationNo || before.years[at].year !== year,
    );
  if (moved) return null;
  const isOf = ({ registrationNo }: { readonly registrationNo: string }): boolean =>
    registrationNo === "" || people.has(registrationNo);
  const part = (review: Review): Review => ({
    ...review,
    people: review.people.filter(isOf),
    years: review.years.filter(isOf),
    records: review.records.filter(isOf),
  });
  const [then, now] = [linesOf(earlier, part(before)), linesOf(submission, part(after))];
  const rows = after.years.flatMap((year, at) => (isOf(year) ? [at + 1] : []));
  return now.flatMap((cells, at): LineUpdate[] => {
    const [number, , year] = cells;
    if (isSame(cells, then[at])) return [];
    return [
      {
        row: rows[at] ?? 0,
        known: new Map([
          [0, String(number)],
          [2, String(year)],
        ]),
        parts: [{ column: 0, cells }],
        word: { column: STATUS_COLUMN, text: String(cells[STATUS_COLUMN]) },
      },
    ];
  });
}

function linesOf(submission: Submission, review: Review): PlannedCell[][] {
  const status = catalogueOf("zh").yearStatuses;
  const reasons = yearReasons(review);
  const verdicts = verdictsByLine(review);
  const policy = policyOf(review.policy);
  const shown = shownNumbers(submission);
  return review.years.map((year, at): PlannedCell[] => [
    shown(year.registrationNo),
    year.name,
    year.year,
    year.publicHours,
    year.professionalHours,
    year.totalHours,
    status[year.status],
    [remarkOf(year, policy, reasons.get(year.registrationNo)?.get(year.year)), verdicts.get(at) ?? ""]
      .filter((text) => text !== "")
      .join("\n"),
  ]);
}

/** 0-based rows of the sheet by person and year (`yearKey`). */
export function summaryRows(review: Review): ReadonlyMap<string, number> {
  return new Map(review.years.map((entry, at) => [yearKey(entry.registrationNo, entry.year), at + 1]));
}

/** Key of a person's year: registration number and year, separated by a blank. */
export function yearKey(registrationNo: string | undefined, year: number | undefined): string {
  return `${registrationNo ?? ""} ${year ?? ""}`;
}

function remarkOf(year: YearReview, policy: Policy | undefined, reasons: YearReasons | undefined): string {
  const words = year.findings.map((finding) => messageOf(finding, "zh", policy).problem);
  if (year.sealed) words.unshift(catalogueOf("zh").reasons.sealed);
  const waiting = reasons && waitingSentence(reasons, "zh", policy);
  return [...words, ...(waiting ? [waiting] : [])].join("；");
}

/** On the last line of each person: the verdict, and what of its reasons the lines above do not say. */
function verdictsByLine(review: Review): ReadonlyMap<number, string> {
  const { personIn } = catalogueOf("zh").reasons;
  const policy = policyOf(review.policy);
  const last = new Map(review.years.map(({ registrationNo }, at) => [registrationNo, at]));
  return new Map(
    reasonsOf(review).flatMap((person) => {
      const at = last.get(person.registrationNo);
      return at === undefined ? [] : [[at, personIn(personSentence(person, "zh", policy, { brief: true }))] as const];
    }),
  );
}

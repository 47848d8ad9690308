/** Findings as they are counted, ordered, filtered and searched. Sentences are made when they are needed and then kept. */
import { policyOf } from "../../policy";
import { messageOf, type Language, type Message } from "../../messages";
import type { Finding, RecordVerdict, Review, Severity } from "../../review/types";
import type { SecondRoundChanges } from "../../rounds";
import { SHEETS } from "../../submission";
import { placeLabel } from "../common/cell-labels";

export const SEVERITIES: readonly Severity[] = ["error", "judgement", "warning", "info"];

export interface Filter {
  readonly severity: Severity | null;
  readonly code: string | null;
  /** Words that all have to be met. */
  readonly text: string;
  /** Only what a second round makes new to the reviewer. */
  readonly again: boolean;
  /** Only findings on records with this verdict. */
  readonly record: RecordVerdict | null;
  /** Only one person's, by registration number. */
  readonly person: string | null;
}

export const NO_FILTER: Filter = { severity: null, code: null, text: "", again: false, record: null, person: null };

/** True when anything is filtered at all. */
export function isFiltered(filter: Filter): boolean {
  return (
    filter.severity !== null ||
    filter.code !== null ||
    filter.text.trim() !== "" ||
    filter.again ||
    filter.record !== null ||
    filter.person !== null
  );
}

/** True for findings on records that are new or changed, and on their people. */
function isNew({ place, registrationNo }: Finding, again: SecondRoundChanges): boolean {
  return place.sheet === SHEETS.records
    ? again.records.has(place.row)
    : registrationNo !== undefined && again.people.has(registrationNo);
}

/** The same finding in another review: same code, place, year and person. */
export function isSame(one: Finding, other: Finding): boolean {
  return (
    one.place.row === other.place.row &&
    one.code === other.code &&
    one.place.sheet === other.place.sheet &&
    one.place.column === other.place.column &&
    one.year === other.year &&
    one.registrationNo === other.registrationNo
  );
}

export interface CodeCount {
  readonly code: string;
  readonly severity: Severity;
  readonly count: number;
  /** What the code says without the details of one place. */
  readonly problem: string;
}

/** All findings of one review. */
export class FindingIndex {
  readonly findings: readonly Finding[];
  /** Indices, gravest first; within one severity the sheets' own order. */
  readonly order: Uint32Array;
  /** Where in that order a finding stands, by its index. */
  readonly rank: Uint32Array;
  readonly severities: Readonly<Record<Severity, number>>;
  /** Most frequent first. */
  readonly codes: readonly CodeCount[];
  /** How many a second round makes new. */
  readonly fresh: number;
  private readonly haystacks: (string | undefined)[];
  private verdicts: ReadonlyMap<number, RecordVerdict> | null = null;

  constructor(
    readonly review: Review,
    readonly again: SecondRoundChanges | null,
    private readonly language: Language,
  ) {
    const { findings } = review;
    const notice = policyOf(review.policy);
    this.findings = findings;
    const counts: Record<Severity, number> = { error: 0, judgement: 0, warning: 0, info: 0 };
    const codes = new Map<string, { first: Finding; count: number }>();
    let fresh = 0;
    for (const finding of findings) {
      counts[finding.severity] += 1;
      if (again !== null && isNew(finding, again)) fresh += 1;
      const known = codes.get(finding.code);
      if (known === undefined) codes.set(finding.code, { first: finding, count: 1 });
      else known.count += 1;
    }
    this.severities = counts;
    this.fresh = fresh;
    this.codes = [...codes]
      .map(
        ([
          ,
          {
            first: { code, severity, clause, place },
            count,
          },
        ]) => ({
          code,
          severity,
          count,
          problem: messageOf({ code, severity, clause, place }, language, notice).problem,
        }),
      )
      .sort((one, other) => other.count - one.count);
    this.order = new Uint32Array(findings.length);
    this.rank = new Uint32Array(findings.length);
    this.haystacks = new Array<string | undefined>(findings.length);
    const starts = {
      error: 0,
      judgement: counts.error,
      warning: counts.error + counts.judgement,
      info: counts.error + counts.judgement + counts.warning,
    };
    findings.forEach(({ severity }, index) => {
      const at = starts[severity]++;
      this.order[at] = index;
      this.rank[index] = at;
    });
  }

  wordsOf(finding: Finding): Message {
    return messageOf(finding, this.language, policyOf(this.review.policy));
  }

  /** The text that a search looks at, in lower case. */
  private haystack(index: number): string {
    const known = this.haystacks[index];
    if (known !== undefined) return known;
    const finding = this.findings[index];
    if (finding === undefined) return "";
    const { problem, remedy } = this.wordsOf(finding);
    const made = [
      problem,
      remedy,
      placeLabel(finding.place),
      finding.clause,
      finding.code,
      finding.name,
      finding.registrationNo,
      finding.year,
    ]
      .join("\n")
      .toLowerCase();
    this.haystacks[index] = made;
    return made;
  }

  /** Whether the finding of an index passes a filter. */
  matcher({ severity, code, text, again, record, person }: Filter): (index: number) => boolean {
    const words = text.toLowerCase().split(/\s+/).filter(Boolean);
    const verdicts =
      record === null
        ? null
        : (this.verdicts ??= new Map(this.review.records.map(({ place, verdict }) => [place.row, verdict])));
    return (index) => {
      const finding = this.findings[index];
      if (finding === undefined) return false;
      if (severity !== null && finding.severity !== severity) return false;
      if (code !== null && finding.code !== code) return false;
      if (person !== null && finding.registrationNo !== person) return false;
      if (verdicts !== null && (finding.place.sheet !== SHEETS.records || verdicts.get(finding.place.row) !== record))
        return false;
      if (again && this.again !== null && !isNew(finding, this.again)) return false;
      return words.length === 0 || words.every((word) => this.haystack(index).includes(word));
    };
  }
}

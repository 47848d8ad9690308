/** One row by itself, as =CE.* functions see it: no other rows, no filings, no decisions. */
import { DEFAULT_POLICY_ID, policyOf } from "../policy";
import type { Policy } from "../policy/language";
import { readLooseRecord } from "../submission";
import type { CellValue } from "../grid/address";
import type { InputProblem, LearningRecord } from "../submission/types";
import { compiledPolicyOf } from "./compiled-policy";
import { explainRecord, type Explanation } from "./explain";
import { rounded } from "./hours";
import { OfficeDecisions } from "./office-decisions";
import { RecordUnderReview, type RecordContext } from "./record-under-review";
import type { Finding, SubjectOutcome } from "./types";

export interface RowReview {
  /** Converted hours by the provisional readings, in the policy's unit. */
  readonly hours: number;
  readonly subject: SubjectOutcome;
  readonly findings: readonly Finding[];
  /** What the nearest evidence set lacks, as labels; empty when complete; null when the form asks for none. */
  readonly missingEvidence: readonly string[] | null;
}

/** What is wrong with the arguments of a function. `messages/` has the words. */
export type ArgumentError =
  | { readonly key: "no-such-policy"; readonly id: string }
  | { readonly key: "no-form-column" }
  | { readonly key: "no-registration-number" }
  | { readonly key: "no-year" }
  | { readonly key: "year-not-found" }
  | { readonly key: "unreadable"; readonly problems: readonly InputProblem[] };

/** Reviews one row; `error`: what is wrong with the arguments. */
export function reviewRow(
  cells: readonly CellValue[],
  headers: readonly CellValue[],
  policyId = DEFAULT_POLICY_ID,
): RowReview | { readonly error: ArgumentError } {
  const read = readRow(cells, headers, policyId);
  return "error" in read ? read : reviewRecord(read.record, read.policy);
}

function readRow(
  cells: readonly CellValue[],
  headers: readonly CellValue[],
  policyId: string,
): { readonly record: LearningRecord; readonly policy: Policy } | { readonly error: ArgumentError } {
  const policy = policyOf(policyId);
  if (!policy) return { error: { key: "no-such-policy", id: policyId } };
  const record = readLooseRecord(cells, headers, policy);
  if (!record) return { error: { key: "no-form-column" } };
  return { record, policy };
}

/** Explains one row by itself, no decision known; `error`: what is wrong with the arguments. */
export function explainRow(
  cells: readonly CellValue[],
  headers: readonly CellValue[],
  policyId = DEFAULT_POLICY_ID,
): Explanation | { readonly error: ArgumentError } {
  const read = readRow(cells, headers, policyId);
  return "error" in read ? read : explainRecord(read.record, read.policy, []);
}

const contexts = new WeakMap<Policy, RecordContext>();

/** Nothing is decided, nothing else is known: the same for every row under a policy. */
function undecidedContext(policy: Policy): RecordContext {
  const known = contexts.get(policy);
  if (known) return known;
  const compiled = compiledPolicyOf(policy);
  const context: RecordContext = {
    office: new OfficeDecisions(compiled, []),
    evaluation: compiled.evaluation,
    filings: undefined,
    yearIsSealed: () => false,
  };
  contexts.set(policy, context);
  return context;
}

/** A record by itself, as its row's functions see it. */
export function reviewRecord(record: LearningRecord, policy: Policy): RowReview {
  const context = undecidedContext(policy);
  const { forms } = context.office.compiled;
  const form = record.form === null ? null : (forms.get(record.form) ?? null);
  const reviewed = new RecordUnderReview(record, form, context);
  const evidence = record.sealed ? null : form?.checkEvidence?.(record.evidence);
  return {
    hours: rounded(reviewed.converted),
    subject: reviewed.subject(0),
    findings: reviewed.findings.map(({ code, severity, clause, details }) => ({
      code,
      severity,
      clause,
      details,
      place: record.place,
    })),
    missingEvidence: evidence?.missing ?? null,
  };
}

/** Policies that a command line names: by their ids, or as policy workbooks. */
import { createHash } from "node:crypto";
import { basename } from "node:path";
import { gridsOf } from "../in-memory";
import { policyFindingText } from "../messages/policy-findings";
import { canonicalText } from "../policy/canonical";
import { adoptPolicy, policyIds, policyOf, type Policy } from "../policy/index";
import { checkPolicyBook } from "../policy-book/check";
import type { PolicyFinding } from "../policy-book/findings";
import { readPolicyBook, type PolicyReading } from "../policy-book/read";
import { policyGrids } from "../policy-book/write";
import { UsageError } from "../workbench/cli/arguments";
import { fromHere, InputRefused, say } from "../workbench/cli/command";
import { openInput } from "./files";
import { LANGUAGE, text } from "./speech";

export interface NamedPolicy {
  /** Its id, or the file's name. */
  readonly name: string;
  /** The file that is read; null for a notice that is compiled in. */
  readonly file: string | null;
}

/** True of what names a workbook, and no id. */
export const isPolicyFile = (given: string): boolean => /\.xls[xm]$/i.test(given);

/** Throws UsageError for what is neither an id nor the name of a workbook. `option`: what asks for it. */
export function checkPolicyName(option: string, given: string): void {
  if (!policyIds().includes(given) && !isPolicyFile(given))
    throw new UsageError(text("policy-unknown", { option, id: given, known: policyIds() }));
}

/** A notice by its id, or the workbook that holds it, read. Throws UsageError, InputRefused. */
export function policyReading(given: string): NamedPolicy & { readonly reading: PolicyReading } {
  checkPolicyName("policy", given);
  const policy = policyIds().includes(given) ? policyOf(given) : undefined;
  if (policy !== undefined) return { name: given, file: null, reading: readPolicyBook(policyGrids(policy)) };
  const file = fromHere(given);
  return { name: basename(file), file, reading: readPolicyBook(gridsOf(openInput(file))) };
}

/** The notice of an id or a workbook. Throws InputRefused, a line a finding, for a workbook that can't be read whole. */
export function readablePolicy(given: string): NamedPolicy & { readonly policy: Policy } {
  const { name, file, reading } = policyReading(given);
  if (reading.policy === null) throw unusable(name, reading.findings);
  return { name, file, policy: reading.policy };
}

const unusable = (name: string, findings: readonly PolicyFinding[]): InputRefused =>
  new InputRefused([...findingLines(findings), text("policy-unusable", { file: name })]);

/** A policy to review under: its id, and where it comes from a workbook, what has to be kept with the reviewed one. */
export interface PolicyToUse {
  readonly id: string;
  readonly kept: { readonly text: string; readonly hash: string } | null;
}

/**
 * Makes the policy of an id or a workbook ready for a review; warnings are said. Throws InputRefused for a workbook in which
 * the check finds errors.
 */
export function policyToUse(given: string): PolicyToUse {
  if (!isPolicyFile(given)) return { id: given, kept: null };
  const { name, reading } = policyReading(given);
  const findings = checkPolicyBook(reading);
  const errors = findings.filter(({ severity }) => severity === "error");
  if (reading.policy === null || errors.length > 0) throw unusable(name, errors);
  for (const line of findingLines(findings.filter(({ severity }) => severity === "warning"))) say(line);
  const written = canonicalText(reading.policy);
  const hash = createHash("sha256").update(written).digest("hex");
  return { id: adoptPolicy(written, hash).id, kept: { text: written, hash } };
}

/** An example's cells in one line. */
export const exampleText = (example: Readonly<Record<string, string | number>> | null): string =>
  Object.entries(example ?? {})
    .map(([column, value]) => `${column} ${value}`)
    .join("，");

/** A line a finding. */
export const findingLines = (findings: readonly PolicyFinding[]): string[] =>
  findings.map((finding) =>
    text("policy-finding", {
      severity: finding.severity,
      place: finding.cell === null ? finding.sheet : `${finding.sheet}!${finding.cell}`,
      message: policyFindingText(finding, LANGUAGE),
      code: finding.code,
      example: exampleText(finding.example),
    }),
  );

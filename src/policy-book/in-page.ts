/** Policy workbooks as the pane needs them: bytes in, a checked policy out, and the other way. Loaded when it is asked for. */
import { saveWorkbook } from "../book/xlsx";
import { gridsOf } from "../in-memory";
import { workbookOfFile } from "../in-memory/sheets-of-file";
import { canonicalText, policyOfText } from "../policy/canonical";
import { policyOf } from "../policy";
import { checkPolicyBook } from "./check";
import { policyWorkbook } from "./file";
import type { PolicyFinding } from "./findings";
import { readPolicyBook } from "./read";

export { CannotReadFile } from "../in-memory/sheets-of-file";

export interface CheckedPolicy {
  /** As the file names it; "" where that can't be read. */
  readonly id: string;
  readonly title: string;
  /** Its canonical text; null when something of it can't be read, or an error was found. */
  readonly text: string | null;
  readonly findings: readonly PolicyFinding[];
}

/** Reads and checks the policy sheets of a workbook's file. Throws CannotReadFile. */
export function checkedPolicy(bytes: Uint8Array): CheckedPolicy {
  const reading = readPolicyBook(gridsOf(workbookOfFile(bytes)));
  const findings = checkPolicyBook(reading);
  const { policy } = reading;
  const isUsable = policy !== null && !findings.some(({ severity }) => severity === "error");
  return {
    id: policy?.id ?? "",
    title: policy?.title ?? "",
    text: isUsable ? canonicalText(policy) : null,
    findings,
  };
}

/** The file of a policy workbook: of a notice by its id, or of a canonical text. Null for an id that is not known. */
export function policyFile(source: { readonly id: string } | { readonly text: string }): Uint8Array | null {
  const policy = "text" in source ? policyOfText(source.text) : policyOf(source.id);
  return policy === undefined ? null : saveWorkbook(policyWorkbook(policy), "xlsx");
}

/** A documented behaviour of Excel, as a script that runs in the page through the unmodified office.js. */
import type { Workbook } from "../../../src/book/model/workbook";
import type { WorkbenchOptions } from "../../../src/workbench";

export interface BehaviourCase {
  /** What Excel does, in one sentence. */
  readonly behaviour: string;
  /** Where that is documented: a page of Microsoft's, or an issue of OfficeDev/office-js. */
  readonly source: string;
  /** Prepares the workbook before the page opens it. */
  readonly given?: (workbook: Workbook) => void;
  readonly options?: Partial<WorkbenchOptions>;
  /** The body of an Excel.run: `c` is the context, `s` the active worksheet. What it returns, or the code of its error, is compared. */
  readonly script: string;
  readonly expected: unknown;
}

const REFERENCE = "https://learn.microsoft.com/javascript/api/excel/excel.";

/** The reference page of a member, such as `worksheet#delete`. */
export function reference(member: string): string {
  const [type = "", name] = member.toLowerCase().split("#");
  return `${REFERENCE}${type}${name === undefined ? "" : `#excel-excel-${type}-${name}-member`}`;
}

/** An issue of OfficeDev/office-js that users reported. */
export const issue = (number: number): string => `https://github.com/OfficeDev/office-js/issues/${number}`;

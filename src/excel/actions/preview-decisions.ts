/** Reads 口径 out of another workbook's file, and says what taking over its decisions would do. */
import {
  carriedDecisions,
  QUESTION_SHEET,
  readForeignDecisions,
  type CarriedDecisions,
  type ForeignDecision,
} from "../../results/index";
import { readForeignSheets, type ForeignFile } from "../read/other-workbook";
import { reviewGrids } from "../session/reviewed";
import type { WorkbookSession } from "../session/workbook-session";
import { ExcelFailure, type ActionOptions } from "../types";

/** What taking over would do; nothing has been written. */
export interface DecisionPreview extends CarriedDecisions {
  readonly fileName: string;
  readonly decisions: readonly ForeignDecision[];
}

export interface PreviewOptions extends ActionOptions {
  readonly file: ForeignFile;
}

const WANTED = {
  needed: [QUESTION_SHEET],
  optional: [],
  what: `审核过、有“${QUESTION_SHEET}”表、没有打开密码的 .xlsx 工作簿`,
};

/** Throws `input` for a file that gives no decisions for this workbook's policy, with what to do. */
export function previewDecisions(
  session: WorkbookSession,
  { file, ...options }: PreviewOptions,
): Promise<DecisionPreview> {
  return session.inWorkbook(options, false, async ({ reading }) => {
    const { name } = file;
    const { review } = reviewGrids(reading.grids, reading);
    const grid = (await readForeignSheets(file, WANTED, options)).get(QUESTION_SHEET);
    if (grid === undefined) throw new ExcelFailure("file-no-questions", { file: name, sheet: QUESTION_SHEET });
    const read = readForeignDecisions(grid, review);
    if (read === null) throw new ExcelFailure("file-no-ids", { file: name, sheet: QUESTION_SHEET });
    const { decisions, unknown } = read;
    if (decisions.length === 0) {
      throw new ExcelFailure("file-other-policy-questions", {
        file: name,
        sheet: QUESTION_SHEET,
        ids: unknown.slice(0, 3).join("、"),
        policy: review.policy,
      });
    }
    return { ...carriedDecisions(review, decisions, unknown), fileName: name, decisions };
  });
}

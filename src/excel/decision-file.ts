/** Reads 口径 out of another workbook's file, and says what taking over its decisions would do. */
import { carriedDecisions, QUESTION_SHEET, readForeignDecisions, type CarriedDecisions, type ForeignDecision } from "../results";
import { readForeignSheets, wrongFile, type ForeignFile } from "./foreign-sheets";
import { inWorkbook, reviewGrids } from "./session";
import type { ActionOptions } from "./types";

/** What taking over would do; nothing has been written. */
export interface DecisionPreview extends CarriedDecisions {
  readonly fileName: string;
  readonly decisions: readonly ForeignDecision[];
}

export interface PreviewOptions extends ActionOptions {
  readonly file: ForeignFile;
}

const WANTED = { needed: [QUESTION_SHEET], optional: [], what: `审核过、有“${QUESTION_SHEET}”表、没有打开密码的 .xlsx 工作簿` };

/** Throws `input` for a file that gives no decisions for this workbook's policy, with what to do. */
export function previewDecisions({ file, ...options }: PreviewOptions): Promise<DecisionPreview> {
  return inWorkbook(options, false, async ({ context, reading }) => {
    const { name } = file;
    const { review } = reviewGrids(reading.grids, reading);
    const grid = (await readForeignSheets(context, file, WANTED, reading.structureProtected, options)).get(QUESTION_SHEET);
    if (grid === undefined) throw wrongFile(`“${name}”里没有工作表“${QUESTION_SHEET}”，或该表是空的`, `请选择审核过、有“${QUESTION_SHEET}”表的工作簿`);
    const read = readForeignDecisions(grid, review);
    if (read === null) throw wrongFile(`“${name}”的工作表“${QUESTION_SHEET}”里没有问题编号`, `请选择审核过、“${QUESTION_SHEET}”表列名未改动的工作簿`);
    const { decisions, unknown } = read;
    if (decisions.length === 0) {
      throw wrongFile(`“${name}”的“${QUESTION_SHEET}”属于另一项政策：${unknown.slice(0, 3).join("、")} 等不是本工作簿政策（${review.policy}）的问题`, "请选择按同一政策审核的工作簿");
    }
    return { ...carriedDecisions(review, decisions, unknown), fileName: name, decisions };
  });
}

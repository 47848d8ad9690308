/**
 * Reads 口径 out of another workbook's file: Excel itself opens it, inserting that one sheet, which is taken away again
 * at once. Excel knows every dialect of .xlsx; we don't have to.
 */
import { carriedDecisions, QUESTION_SHEET, readForeignDecisions, type CarriedDecisions, type ForeignDecision } from "../results";
import type { SheetGrid } from "../submission/grid";
import { isTooLarge } from "./failures";
import { inWorkbook, reviewGrids } from "./session";
import { ExcelFailure, type ActionOptions } from "./types";

export interface DecisionFile {
  /** As the user knows it. */
  readonly name: string;
  readonly base64: string;
}

/** What taking over would do; nothing has been written. */
export interface DecisionPreview extends CarriedDecisions {
  readonly fileName: string;
  readonly decisions: readonly ForeignDecision[];
}

export interface PreviewOptions extends ActionOptions {
  readonly file: DecisionFile;
}

/** Every .xlsx is a zip archive: its first bytes, "PK", in base64. An encrypted one is not. */
const ZIP = "UEs";

/** Throws `input` for a file that gives no decisions for this workbook's policy, with what to do. */
export function previewDecisions({ file, ...options }: PreviewOptions): Promise<DecisionPreview> {
  return inWorkbook(options, false, async ({ context, reading }) => {
    const { name } = file;
    if (!file.base64.startsWith(ZIP)) throw wrong(`“${name}”不是 .xlsx 工作簿，或设有打开密码`, "请选择没有打开密码的 .xlsx 工作簿；旧版 .xls 请先另存为 .xlsx");
    if (reading.structureProtected) throw new ExcelFailure("protected", "工作簿结构受保护，不能读取另一工作簿", "在“审阅”中撤销工作簿保护后重试");
    const { review } = reviewGrids(reading.grids, reading);
    const grid = await readSheet(context, file);
    if (grid === null) throw wrong(`“${name}”里没有工作表“${QUESTION_SHEET}”`, `请选择审核过、有“${QUESTION_SHEET}”表的工作簿`);
    const read = readForeignDecisions(grid, review);
    if (read === null) throw wrong(`“${name}”的工作表“${QUESTION_SHEET}”里没有问题编号`, `请选择审核过、“${QUESTION_SHEET}”表列名未改动的工作簿`);
    const { decisions, unknown } = read;
    if (decisions.length === 0) {
      throw wrong(`“${name}”的“${QUESTION_SHEET}”属于另一项政策：${unknown.slice(0, 3).join("、")} 等不是本工作簿政策（${review.policy}）的问题`, "请选择按同一政策审核的工作簿");
    }
    return { ...carriedDecisions(review, decisions, unknown), fileName: name, decisions };
  });
}

const wrong = (message: string, remedy: string): ExcelFailure => new ExcelFailure("input", message, remedy);

/** The cells of 口径 in the file; null when it has no such sheet. */
async function readSheet(context: Excel.RequestContext, { name, base64 }: DecisionFile): Promise<SheetGrid | null> {
  const inserted = await insertSheet(context, name, base64);
  const [id] = inserted;
  if (id === undefined) return null;
  try {
    const used = context.workbook.worksheets.getItem(id).getUsedRangeOrNullObject(true).load("values,rowIndex,columnIndex");
    await context.sync();
    if (used.isNullObject) return null;
    const values = used.values.map((line: readonly unknown[]) => line.map((value) => (typeof value === "number" || typeof value === "boolean" || (typeof value === "string" && value !== "") ? value : null)));
    return { name: QUESTION_SHEET, firstRow: used.rowIndex, firstColumn: used.columnIndex, values };
  } finally {
    for (const each of inserted) context.workbook.worksheets.getItem(each).delete();
    await context.sync();
  }
}

/** Ids of the inserted sheets. A file without the sheet answers with none, or with an error, depending on the host. */
async function insertSheet(context: Excel.RequestContext, name: string, base64: string): Promise<readonly string[]> {
  const ids = context.workbook.insertWorksheetsFromBase64(base64, { sheetNamesToInsert: [QUESTION_SHEET], positionType: "End" });
  try {
    await context.sync();
    return ids.value;
  } catch (error) {
    if (isTooLarge(error)) throw wrong(`“${name}”太大，Excel 不能读入`, `把其中的“${QUESTION_SHEET}”表复制到一个新工作簿，保存后选择它`);
    const code = typeof error === "object" && error !== null && "code" in error ? error.code : "";
    if (code !== "ItemNotFound" && code !== "InvalidArgument") throw error;
    throw wrong(`“${name}”打不开，或里面没有工作表“${QUESTION_SHEET}”`, `请选择审核过、有“${QUESTION_SHEET}”表、没有打开密码的 .xlsx 工作簿`);
  }
}

/**
 * Why an action did not come to its end, and what to do about it, in both languages. `{name}` is a detail of the case;
 * names of sheets and files stay as they are.
 */
import type { Detail } from "../policy/code";
import type { Language } from "./language";

/** What stood in the way, and the way out. */
export type FailureWords = readonly [message: string, remedy: string];

export const FAILURES = {
  // ---- of any action ----
  "policy-unknown": {
    zh: ["没有“{id}”这个政策", "重新审核后再导出"],
    en: ["There is no policy “{id}”", "Review again, then export it"],
  },
  cancelled: {
    zh: ["已取消", "工作簿与开始前一样，需要时重新执行"],
    en: ["Cancelled", "The workbook is as it was; run it again when you need it"],
  },
  editing: {
    zh: ["有单元格正在编辑", "按 Enter 结束编辑后重试"],
    en: ["A cell is being edited", "Press Enter to finish editing, then try again"],
  },
  "sheet-protected": {
    zh: ["工作表“{sheet}”受保护，不能写入", "在“审阅”中撤销工作表保护后重试"],
    en: [
      "Sheet “{sheet}” is protected and can't be written to",
      "Unprotect the sheet on the Review tab, then try again",
    ],
  },
  "structure-protected": {
    zh: ["工作簿结构受保护，不能增删工作表", "在“审阅”中撤销工作簿保护后重试"],
    en: [
      "The workbook's structure is protected: sheets can't be added or removed",
      "Unprotect the workbook on the Review tab, then try again",
    ],
  },
  protected: {
    zh: ["工作簿或工作表受保护", "在“审阅”中撤销保护后重试"],
    en: ["The workbook or a sheet is protected", "Remove the protection on the Review tab, then try again"],
  },
  "changed-meanwhile": {
    zh: ["读取之后，“{sheet}”又有改动，结果没有写入", "等改动完成，再点“审核”"],
    en: ["“{sheet}” was changed after it was read; no results were written", "Review again once the changes are made"],
  },
  busy: {
    zh: ["Excel 正忙（{code}），没有完成", "稍候片刻再试；工作簿很大时，请关闭其他工作簿或改用桌面版 Excel"],
    en: [
      "Excel is busy ({code}) and did not finish",
      "Wait a moment and try again; with a very large workbook, close other workbooks or use Excel for the desktop",
    ],
  },
  "too-large": {
    zh: ["内容超过 Excel 一次能传送的大小", "改用桌面版 Excel，或把申报分成几个工作簿"],
    en: [
      "The contents exceed what Excel can transfer at once",
      "Use Excel for the desktop, or split the submission into several workbooks",
    ],
  },
  host: {
    zh: ["Excel 未能完成操作：{detail}", "请重试；填报内容未被改动"],
    en: ["Excel could not do it: {detail}", "Try again; what the unit filled in is unchanged"],
  },

  // ---- what is reviewed ----
  "sheets-missing": {
    zh: ["缺少工作表“{sheets}”", "使用标准申报工作簿，或把对应的工作表改成这个名字"],
    en: ["Sheet “{sheets}” is missing", "Use the standard submission workbook, or give the sheet meant this name"],
  },
  "wrong-template": {
    zh: ["“{sheets}”不是标准申报表的样子：表头或必需的列找不到", "按下列各项补正表头，或把内容移入标准申报工作簿"],
    en: [
      "“{sheets}” does not look like the standard form: its header or columns it needs are not found",
      "Put the headers right as listed below, or move the contents into the standard workbook",
    ],
  },
  "not-reviewable": {
    zh: ["工作簿不能审核", "按下列各项补正后重试"],
    en: ["The workbook can't be reviewed", "Put right what is listed below, then try again"],
  },
  "record-gone": {
    zh: ["找不到这条记录：它已被删除，或姓名编号、年度、形式、名称、日期有改动", "重新审核后再处理"],
    en: [
      "This record is gone: it was deleted, or its number, year, form, title or dates were changed",
      "Review again before deciding on it",
    ],
  },
  "person-gone": {
    zh: ["人员信息里找不到登记证书编号 {number}", "重新审核后再查这个人"],
    en: [
      "Nobody in the submission has the registration number {number}",
      "Review again before asking about this person",
    ],
  },
  "question-unknown": {
    zh: ["现行政策没有口径 {id}，或没有这一选项", "重新审核后再作决定"],
    en: ["The policy in force has no question {id}, or no such option", "Review again before deciding"],
  },
  unreviewed: {
    zh: ["本工作簿还没有审核结果", "先点“审核”，再做这一项"],
    en: ["This workbook has no review results yet", "Review it first"],
  },
  outdated: {
    zh: ["审核之后，记录或口径又有改动", "先点“重新审核”，再做这一项"],
    en: ["Records or decisions have changed since the review", "Review again first"],
  },
  "view-filtered": {
    zh: ["“{sheet}”的表格设有筛选，会与本视图混在一起", "先清除表格的筛选，再看问题行"],
    en: ["The table on “{sheet}” is filtered, which would mix with this view", "Clear the table's filter first"],
  },

  // ---- freezing and clearing ----
  "formula-unfinished": {
    zh: ["“{sheet}”第 {row} 行的公式还没有结果（{shown}）", "等 Excel 算完，或重新审核后再固化"],
    en: [
      "The formula in row {row} of “{sheet}” has no result yet ({shown})",
      "Wait for Excel to calculate, or review again, before freezing",
    ],
  },
  "ledger-unreadable": {
    zh: ["发证台账读不出来", "按下列各项改正后重试"],
    en: ["The certificate ledger can't be read", "Put right what is listed below, then try again"],
  },
  "numbers-valid": {
    zh: ["还有 {count} 个有效的证明编号（如 {number}），口径、处理和台账不能清除", "先在“合格证明”中逐个作废，再清除"],
    en: [
      "{count} certificate numbers are still valid ({number}, for one): decisions and ledger can't be cleared",
      "Void them first, under Certificates",
    ],
  },

  // ---- certificates ----
  "not-issuable": {
    zh: ["不能签发合格证明", "按下列各项改正后重试"],
    en: ["Certificates can't be issued", "Put right what is listed below, then try again"],
  },
  "not-reissuable": {
    zh: ["不能重发合格证明", "按下列各项改正后重试"],
    en: ["The certificate can't be reissued", "Put right what is listed below, then try again"],
  },
  "ledger-changed": {
    zh: ["发证台账在这期间有改动", "台账已重新读取，请再选一次要作废的编号"],
    en: ["The ledger has changed in the meantime", "It was read again: choose the number to void once more"],
  },
  "already-void": {
    zh: ["{number} 已经作废", "台账已重新读取，无需再作废"],
    en: ["{number} is void already", "The ledger was read again; nothing is left to do"],
  },
  "void-reason-missing": {
    zh: ["没有填写作废原因", "填写原因后重试"],
    en: ["No reason for voiding was given", "Give the reason, then try again"],
  },
  "template-exists": {
    zh: ["已有工作表“{sheet}”", "在该表上修改；要重新开始，先把它改名或删去"],
    en: ["There is a sheet “{sheet}” already", "Change that one; to begin anew, rename or delete it first"],
  },
  "template-missing": {
    zh: ["没有工作表“{sheet}”", "点“新建模板”，或把本局的模板表移入本工作簿并改成这个名字；也可改用通知所附样式"],
    en: [
      "There is no sheet “{sheet}”",
      "Make one with “New template”, or move your office's template into this workbook under this name; or use the notice's own layout",
    ],
  },
  "template-unfit": {
    zh: ["“{sheet}”还不能用", "按下列各项改好模板后重试；什么都还没有生成"],
    en: ["“{sheet}” can't be used yet", "Put the template right as listed below, then try again; nothing was made yet"],
  },

  // ---- papers ----
  "sheets-exist": {
    zh: ["本工作簿已有工作表“{sheets}”，不会覆盖", "新建一个空白工作簿，在其中再点“新建申报表”"],
    en: [
      "This workbook already has “{sheets}”, which will not be overwritten",
      "Open a blank workbook and make the new form there",
    ],
  },
  "foreign-sheet": {
    zh: ["已有名为“{sheet}”的工作表，不是本加载项所建，不会覆盖", "给它改个名，再试一次"],
    en: [
      "There is a sheet “{sheet}” that this add-in has not made; it will not be overwritten",
      "Rename it, then try again",
    ],
  },
  "no-public-filings": {
    zh: ["“培训备案”中的 {count} 项都不是公需科目，没有可填的表", "先在“培训备案”和“培训单位”中登记，或改用“空白表”"],
    en: [
      "None of the {count} entries of “培训备案” is of the public subject: there is no form to fill in",
      "Enter some on “培训备案” and “培训单位” first, or take the blank forms",
    ],
  },
  "no-filings": {
    zh: ["“培训备案”和“培训单位”中都没有内容，没有可填的表", "先在这两张工作表中登记，或改用“空白表”"],
    en: [
      "“培训备案” and “培训单位” are both empty: there is no form to fill in",
      "Make entries on them first, or take the blank forms",
    ],
  },
  "nothing-to-sample": {
    zh: ["没有认定的学时记录，无可抽查", "补正后重新审核，有认定的记录时再抽取"],
    en: ["No record is credited: there is nothing to draw from", "Draw once a review has credited records"],
  },

  // ---- sending back ----
  "nothing-to-return": {
    zh: ["没有需要单位补正的内容", "无需退回"],
    en: ["The unit has nothing to put right", "There is nothing to send back"],
  },
  "only-questions-open": {
    zh: ["没有需要单位补正的内容，只有待本局确定的口径", "在“口径”中作出决定并重新审核"],
    en: ["The unit has nothing to put right; only questions for this office are open", "Decide them and review again"],
  },
  "return-no-records": {
    zh: ["工作簿里没有“{sheet}”", "重新审核后再试"],
    en: ["The workbook has no “{sheet}”", "Review again, then try once more"],
  },
  "return-encrypted": {
    zh: ["工作簿设有打开密码", "在 Excel 中取消打开密码并保存后重试"],
    en: ["The workbook has a password to open", "Remove it in Excel, save, then try again"],
  },
  "return-unreadable": {
    zh: ["工作簿读不了：{detail}", "另存为“Excel 工作簿 (*.xlsx)”后重试"],
    en: ["The workbook can't be read: {detail}", "Save it as an Excel workbook (*.xlsx), then try again"],
  },
  "return-filtered": {
    zh: ["“{sheet}”正按审核列筛选，有行被隐藏", "在“数据”中清除筛选后重试"],
    en: ["“{sheet}” is filtered by a review column and hides rows", "Clear the filter on the Data tab, then try again"],
  },
  "return-too-large": {
    zh: [
      "退回件有 {megabytes} MB，网页版 Excel 打不开这么大的新工作簿",
      "用桌面版 Excel 打开本工作簿后重试；填报内容未被改动",
    ],
    en: [
      "The workbook to send back has {megabytes} MB, more than Excel on the web can open as a new one",
      "Open this workbook in Excel for the desktop and try again; what the unit filled in is unchanged",
    ],
  },

  // ---- another workbook ----
  "view-not-kept": {
    zh: [
      "工作簿没有存下本加载项的设置，不能进入“仅看问题行”，工作表没有改动",
      "稍候再试；同一文件多人编辑时，等其他人关闭后再试",
    ],
    en: [
      "The workbook did not keep the add-in's settings: rows with problems are not shown alone, and the sheet is unchanged",
      "Try again in a moment, or once others have closed the workbook",
    ],
  },
  "file-no-workbook": {
    zh: ["“{file}”不是 .xlsx 工作簿", "请选择 .xlsx 工作簿；旧版 .xls 请先另存为“Excel 工作簿 (*.xlsx)”"],
    en: ["“{file}” is no .xlsx workbook", "Choose an .xlsx workbook; save an old .xls as one first"],
  },
  "file-encrypted": {
    zh: ["“{file}”设有打开密码，读不了", "在 Excel 中打开它，取消打开密码并保存，再选择它"],
    en: [
      "“{file}” has a password to open and can't be read",
      "Open it in Excel, remove the password, save it, then choose it again",
    ],
  },
  "file-damaged": {
    zh: ["“{file}”已损坏或不完整，打不开", "在 Excel 中打开、修复并另存，再选择它"],
    en: [
      "“{file}” is damaged or incomplete and can't be opened",
      "Open, repair and save it in Excel, then choose it again",
    ],
  },
  "file-too-large": {
    zh: [
      "“{file}”太大（展开后的内容、单元格或样式过多），打不开",
      "在 Excel 中删去与审核无关的工作表、行和列后另存，再选择它",
    ],
    en: [
      "“{file}” is too large to open (contents, cells or styles)",
      "Remove sheets, rows and columns that are not needed in Excel, save it, then choose it again",
    ],
  },
  "file-sheets-missing": {
    zh: ["“{file}”里没有工作表“{sheets}”", "请选择{wanted}"],
    en: ["“{file}” has no sheet “{sheets}”", "Choose a workbook that has it"],
  },
  "file-no-questions": {
    zh: ["“{file}”里没有工作表“{sheet}”，或该表是空的", "请选择审核过、有“{sheet}”表的工作簿"],
    en: ["“{file}” has no sheet “{sheet}”, or it is empty", "Choose a reviewed workbook that has one"],
  },
  "file-no-ids": {
    zh: ["“{file}”的工作表“{sheet}”里没有问题编号", "请选择审核过、“{sheet}”表列名未改动的工作簿"],
    en: [
      "“{sheet}” of “{file}” has no question numbers",
      "Choose a reviewed workbook whose column names are unchanged",
    ],
  },
  "file-other-policy-questions": {
    zh: [
      "“{file}”的“{sheet}”属于另一项政策：{ids} 等不是本工作簿政策（{policy}）的问题",
      "请选择按同一政策审核的工作簿",
    ],
    en: [
      "“{sheet}” of “{file}” belongs to another policy: {ids} … are no questions of this workbook's ({policy})",
      "Choose a workbook reviewed under the same policy",
    ],
  },
  "file-later-year": {
    zh: [
      "“{file}”是 {theirs} 年度申报，晚于本工作簿的 {ours} 年度",
      "请选择本年度的上轮工作簿，或以前年度审核过的工作簿",
    ],
    en: [
      "“{file}” is a submission of {theirs}, later than this workbook's {ours}",
      "Choose the earlier round of this year, or a reviewed workbook of an earlier year",
    ],
  },
  "file-unreviewed": {
    zh: ["“{file}”没有审核结果", "请选择上轮审核后保存的工作簿；清除过审核结果的，请先打开它重新审核并保存"],
    en: [
      "“{file}” has no review results",
      "Choose the workbook as saved after its review; if its results were cleared, open it, review it again and save it",
    ],
  },
  "file-other-policy": {
    zh: ["“{file}”是按另一项政策审核的，不是本工作簿的 {policy}", "请选择按同一政策审核的工作簿"],
    en: [
      "“{file}” was reviewed under another policy than this workbook's {policy}",
      "Choose a workbook reviewed under the same policy",
    ],
  },
  "file-unreadable": {
    zh: ["“{file}”的内容读不了", "打开它，按下列各项改正后保存，再导入"],
    en: ["The contents of “{file}” can't be read", "Open it, put right what is listed below, save it, then import it"],
  },
  "importer-missing": {
    zh: ["采信上年度合格证明须写明导入人", "填写导入人姓名后重试"],
    en: [
      "Relying on an earlier year's certificate needs the name of who takes it over",
      "Give the name, then try again",
    ],
  },
} as const satisfies Readonly<Record<string, Readonly<Record<Language, FailureWords>>>>;

export type FailureKey = keyof typeof FAILURES;
export type FailureDetails = Readonly<Record<string, Detail>>;

/** What a failure says in a language. A detail that is missing leaves nothing behind. */
export function failureWords(
  key: FailureKey,
  details: FailureDetails,
  language: Language,
): { readonly message: string; readonly remedy: string } {
  const [message, remedy] = FAILURES[key][language];
  const listed = (name: string, between: string): string => {
    const detail = details[name] ?? "";
    return typeof detail === "object" ? detail.join(between) : String(detail);
  };
  // Names of a list stand in quotation marks each
  const fill = (text: string): string =>
    text
      .replace(/“\{(\w+)\}”/g, (_, name: string) => `“${listed(name, "”“")}”`)
      .replace(/\{(\w+)\}/g, (_, name: string) => listed(name, language === "zh" ? "、" : ", "));
  return { message: fill(message), remedy: fill(remedy) };
}

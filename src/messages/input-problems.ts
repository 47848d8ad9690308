/** What is wrong with a workbook, a template or a ledger, and what to do about it: one sentence or two for each key. */
import type { InputProblem, InputProblemDetails, InputProblemKey, NamedColumn } from "../submission/input-problem";
import type { Language } from "./language";

type Sentences = { readonly [Key in InputProblemKey]: (details: InputProblemDetails[Key]) => string };

const columnZh = ({ column, name }: NamedColumn): string => `第 ${column} 列“${name}”`;
const columnEn = ({ column, name }: NamedColumn): string => `column ${column} “${name}”`;
const fieldsOf = (names: readonly string[], separator: string): string =>
  names.map((name) => `{{${name}}}`).join(separator);

const zh: Sentences = {
  "sheet-missing": ({ sheet, meant }) =>
    `缺少工作表“${sheet}”：${
      meant === null
        ? `请使用标准申报工作簿，或把对应工作表改名为“${sheet}”。`
        : `工作表“${meant}”是不是“${sheet}”？请改名，或使用标准申报工作簿。`
    }`,
  "header-missing": ({ rows, columns }) => `找不到表头行：请在前 ${rows} 行内保留列名（至少 ${columns.join("、")}）。`,
  "column-missing": ({ header, near }) =>
    `缺少必需的列“${header}”：${
      near === null
        ? `请补上该列，或把对应列的列名改为“${header}”。`
        : `${columnZh(near)}是不是“${header}”？请改列名，或补上该列。`
    }`,
  "column-twice": ({ header, columns }) =>
    `有两列都是“${header}”（${columns.map(columnZh).join("、")}）：请只保留一列，把另一列改名。`,
  "label-twice": ({ label }) => `“${label}”出现了两次：请只保留一行。`,
  "label-blank": ({ label }) => `“${label}”没有填写：请在 A 列写“${label}”，在 B 列填写内容。`,
  "year-unreadable": ({ label, text }) => `“${label}”应为四位年份，如 2018，现为“${text}”。`,
  "option-unknown": ({ label, text, options, near }) =>
    `“${label}”没有“${text}”这一项：请改为 ${options.join("、")} 之一${near === null ? "" : `（最接近“${near}”）`}。`,
  "policy-unknown": ({ id, known }) => `没有编号为“${id}”的政策：请留空，或改为 ${known.join("、")}。`,
  "number-above-9999": ({ last }) => `编号会超过 9999（到 ${last}）：减少人数，或核对起始编号。`,
  "issued-before-ledger": ({ issuedOn, latest }) =>
    `签发日期 ${issuedOn} 早于台账里的 ${latest}：把签发日期改为 ${latest} 或以后。`,
  "nobody-to-reissue": ({ registrationNo }) =>
    `没有登记证书编号为 ${registrationNo} 的副高级、正高级申报人员：只作废，不重发。`,
  "template-protected": () => "模板受保护，复制出来的页面不能填写：在“审阅”中撤销工作表保护。",
  "template-has-tables": () => "模板里有 Excel 表格（套用了表格格式）：在“表设计”中转换为区域。",
  "template-no-print-area": () => "没有设置打印区域：选定一页证明的单元格，在“页面布局→打印区域”中设置。",
  "template-print-area-unfit": ({ address }) =>
    `打印区域 ${address} 不是一块从头到尾都有行列的区域：重新设置为一页证明的单元格。`,
  "template-formula": () => "模板里不能有公式：签发后公式还会变。改为文字，需要变的内容用 {{字段}}。",
  "template-field-outside": ({ text }) => `“${text}”在打印区域之外，不会印出来：移入打印区域，或去掉花括号。`,
  "template-field-blank": ({ text }) => `“${text}”里没有字段名：填上字段名，如 {{姓名}}。`,
  "template-field-unknown": ({ field, near, known }) =>
    `没有字段“${field}”：${near === null ? `可用的字段是 ${known.join("、")}` : `是不是 {{${near}}}？`}。`,
  "template-braces": ({ text }) => `“${text}”的花括号不成对：字段写成半角的 {{姓名}}，前后各两个花括号。`,
  "template-fields-missing": ({ fields }) => `缺少必需的字段 ${fieldsOf(fields, "、")}：在打印区域内补上。`,
  "template-area-large": ({ last, rows, columns }) =>
    `打印区域到 ${last} 为止，一页证明放不下：最多到第 ${rows} 行、第 ${columns} 列。`,
  "template-row-hidden": ({ row }) => `第 ${row} 行是隐藏的：取消隐藏或删去，模板的每一行都要印。`,
  "template-column-hidden": () => "这一列是隐藏的：取消隐藏或删去，模板的每一列都要印。",
  "template-object": ({ name }) => `“${name}”是不能复制的对象（图表、控件等）：换成图片。`,
  "template-picture-outside": ({ name }) => `图片“${name}”有一部分在打印区域之外：移入打印区域，或删去。`,
  "template-fit-to-page": () => "“调整为合适大小”会让分页不起作用：在“页面设置→缩放”中改用缩放比例。",
  "template-page-large": ({ width, height, roomWidth, roomHeight, scale }) =>
    `一页放不下：模板宽 ${width} 磅、高 ${height} 磅，纸上可用 ${roomWidth}×${roomHeight} 磅。把缩放比例改为 ${scale}% 以下，或减小行高、列宽、页边距。`,
};

const en: Sentences = {
  "sheet-missing": ({ sheet, meant }) =>
    `Sheet “${sheet}” is missing: ${
      meant === null
        ? `use the standard submission workbook, or rename the sheet that is meant to “${sheet}”.`
        : `is it the sheet “${meant}”? Rename it, or use the standard submission workbook.`
    }`,
  "header-missing": ({ rows, columns }) =>
    `No header row was found: keep the column names within the first ${rows} rows (${columns.join(", ")} at least).`,
  "column-missing": ({ header, near }) =>
    `The column “${header}” is needed and missing: ${
      near === null
        ? `add it, or name the column that is meant “${header}”.`
        : `is it ${columnEn(near)}? Rename that one, or add the column.`
    }`,
  "column-twice": ({ header, columns }) =>
    `Two columns are “${header}” (${columns.map(columnEn).join(", ")}): keep one, and rename the other.`,
  "label-twice": ({ label }) => `“${label}” stands there twice: keep one row.`,
  "label-blank": ({ label }) => `“${label}” is not filled in: write “${label}” in column A and its value in column B.`,
  "year-unreadable": ({ label, text }) => `“${label}” has to be a year of four digits, such as 2018; it is “${text}”.`,
  "option-unknown": ({ label, text, options, near }) =>
    `“${label}” has no option “${text}”: choose one of ${options.join(", ")}${near === null ? "" : ` (nearest: “${near}”)`}.`,
  "policy-unknown": ({ id, known }) => `There is no policy “${id}”: leave it blank, or write ${known.join(", ")}.`,
  "number-above-9999": ({ last }) =>
    `The numbers would go beyond 9999 (up to ${last}): choose fewer people, or check the first number.`,
  "issued-before-ledger": ({ issuedOn, latest }) =>
    `The date of issue ${issuedOn} is before ${latest} in the ledger: choose ${latest} or later.`,
  "nobody-to-reissue": ({ registrationNo }) =>
    `Nobody with the registration number ${registrationNo} applies for a senior level: void only, without a new number.`,
  "template-protected": () =>
    "The template is protected, so copies of it can’t be filled in: unprotect the sheet on the Review tab.",
  "template-has-tables": () => "The template holds an Excel table: convert it to a range on the Table Design tab.",
  "template-no-print-area": () =>
    "No print area is set: select the cells of one page and set them as Page Layout → Print Area.",
  "template-print-area-unfit": ({ address }) =>
    `The print area ${address} is not one block of cells: set it to the cells of one page.`,
  "template-formula": () =>
    "A template can’t hold formulas, which would change after issue: write text, and {{field}} where it varies.",
  "template-field-outside": ({ text }) =>
    `“${text}” is outside of the print area and would not be printed: move it inside, or remove the braces.`,
  "template-field-blank": ({ text }) => `“${text}” has no field name: write one, such as {{姓名}}.`,
  "template-field-unknown": ({ field, near, known }) =>
    `There is no field “${field}”: ${near === null ? `the fields are ${known.join(", ")}.` : `is it {{${near}}}?`}`,
  "template-braces": ({ text }) =>
    `The braces of “${text}” do not match: a field is written {{姓名}}, with two half-width braces on each side.`,
  "template-fields-missing": ({ fields }) =>
    `The fields ${fieldsOf(fields, ", ")} are needed and missing: add them within the print area.`,
  "template-area-large": ({ last, rows, columns }) =>
    `The print area ends at ${last}, which is too large for one page: at most row ${rows} and column ${columns}.`,
  "template-row-hidden": ({ row }) => `Row ${row} is hidden: show or delete it, every row of a template is printed.`,
  "template-column-hidden": () => "This column is hidden: show or delete it, every column of a template is printed.",
  "template-object": ({ name }) => `“${name}” is an object that can’t be copied (a chart, a control): use a picture.`,
  "template-picture-outside": ({ name }) =>
    `A part of the picture “${name}” is outside of the print area: move it inside, or delete it.`,
  "template-fit-to-page": () =>
    "“Fit to” switches page breaks off: use a scaling percentage in Page Setup → Scaling instead.",
  "template-page-large": ({ width, height, roomWidth, roomHeight, scale }) =>
    `It does not fit on one page: the template is ${width} points wide and ${height} high, the paper has ${roomWidth}×${roomHeight}. Scale it to ${scale}% or less, or make rows, columns or margins smaller.`,
};

const sentences: Readonly<Record<Language, Sentences>> = { zh, en };

/** Every key that an input problem can have. */
export const INPUT_PROBLEM_KEYS = Object.keys(zh) as readonly InputProblemKey[];

/** What an input problem says, remedy included. */
export function inputProblemSentence(problem: InputProblem, language: Language): string {
  return sentenceOfKey(problem, language);
}

function sentenceOfKey<Key extends InputProblemKey>(
  { key, details }: { readonly key: Key; readonly details: InputProblemDetails[Key] },
  language: Language,
): string {
  return sentences[language][key](details);
}

/** The words of the workbench's page. What the add-in says is its own. */
import type { NotAWorkbookKind } from "../../book/xlsx";
import type { PageLanguage } from "../server/setup";
import type { Unsupported } from "./grid/grid-state";
import type { ThemeName } from "./themes";

/** Why an edit was refused, as `EditRefused.reason` says it. */
type RefusalReason = "protected" | "merged" | "array" | "table" | "formula" | "size" | "full" | "part" | "filter";

export interface Words {
  readonly product: string;
  readonly open: string;
  readonly save: string;
  readonly undo: string;
  readonly language: string;
  readonly otherLanguage: string;
  readonly theme: string;
  readonly themes: Readonly<Record<ThemeName, string>>;
  readonly addinTab: string;
  readonly dataTab: string;
  readonly showPane: string;
  readonly closePane: string;
  readonly pane: string;
  readonly paneWidth: string;
  readonly sortGroup: string;
  readonly ascending: string;
  readonly descending: string;
  readonly filter: string;
  readonly showAll: string;
  readonly rowGroup: string;
  readonly insertRows: string;
  readonly deleteRows: string;
  readonly insertColumns: string;
  readonly deleteColumns: string;
  readonly cellGroup: string;
  readonly fillDown: string;
  readonly clear: string;
  readonly nameBox: string;
  readonly formulaBar: string;
  readonly sheets: string;
  readonly addSheet: string;
  readonly renameSheet: string;
  readonly deleteSheet: string;
  readonly newSheetName: (number: number) => string;
  readonly grid: string;
  readonly loadingGrid: string;
  readonly ready: string;
  readonly calculating: string;
  readonly starting: string;
  readonly editing: string;
  readonly count: string;
  readonly sum: string;
  readonly average: string;
  readonly log: string;
  readonly logEmpty: string;
  readonly refused: (count: number) => string;
  readonly errors: (count: number) => string;
  readonly notices: (count: number) => string;
  readonly refusedTitle: string;
  readonly errorsTitle: string;
  readonly noticesTitle: string;
  readonly consoleTitle: string;
  readonly close: string;
  readonly apply: string;
  readonly cancel: string;
  readonly search: string;
  readonly selectAll: string;
  readonly blanks: string;
  readonly filterOf: (column: string) => string;
  readonly drop: string;
  readonly unsupported: Readonly<Record<Unsupported, string>>;
  readonly noAddress: (text: string) => string;
  readonly nothingToUndo: string;
  readonly nothingToSort: string;
  readonly commandFailed: (name: string, why: string) => string;
  readonly editRefused: Readonly<Record<RefusalReason, string>>;
  readonly sheetName: (name: string) => string;
  readonly structureProtected: string;
  readonly lastSheet: string;
  readonly fileRefused: Readonly<Record<NotAWorkbookKind, string>>;
  readonly fileUnreadable: (name: string, why: NotAWorkbookKind) => string;
}

const zh: Words = {
  product: "工作台",
  open: "打开…",
  save: "保存",
  undo: "撤销",
  language: "语言",
  otherLanguage: "English",
  theme: "主题",
  themes: {
    light: "浅色",
    dark: "深色",
    aquatic: "对比：水生",
    desert: "对比：沙漠",
    dusk: "对比：黄昏",
    nightSky: "对比：夜空",
  },
  addinTab: "加载项",
  dataTab: "数据",
  showPane: "显示面板",
  closePane: "关闭面板",
  pane: "加载项面板",
  paneWidth: "面板宽度：左右方向键调整",
  sortGroup: "排序和筛选",
  ascending: "升序",
  descending: "降序",
  filter: "筛选",
  showAll: "全部显示",
  rowGroup: "行和列",
  insertRows: "插入行",
  deleteRows: "删除行",
  insertColumns: "插入列",
  deleteColumns: "删除列",
  cellGroup: "单元格",
  fillDown: "向下填充",
  clear: "清除内容",
  nameBox: "名称框：输入地址后按回车",
  formulaBar: "编辑栏",
  sheets: "工作表",
  addSheet: "新工作表",
  renameSheet: "重命名",
  deleteSheet: "删除工作表",
  newSheetName: (number) => `工作表${number}`,
  grid: "表格",
  loadingGrid: "正在打开表格…",
  ready: "就绪",
  calculating: "正在计算…",
  starting: "正在启动加载项…",
  editing: "编辑",
  count: "计数",
  sum: "求和",
  average: "平均值",
  log: "运行记录",
  logEmpty: "没有拒绝，没有错误。",
  refused: (count) => `宿主拒绝 ${count}`,
  errors: (count) => `错误 ${count}`,
  notices: (count) => `提示 ${count}`,
  refusedTitle: "宿主没有实现、因而拒绝的",
  errorsTitle: "加载项的错误",
  noticesTitle: "没有照办的编辑",
  consoleTitle: "加载项的控制台",
  close: "关闭",
  apply: "确定",
  cancel: "取消",
  search: "搜索",
  selectAll: "全选",
  blanks: "（空白）",
  filterOf: (column) => `筛选：${column}`,
  drop: "松开即打开这个工作簿",
  unsupported: {
    format: "工作台不改格式；请保存后在 Excel 中设置。",
    move: "工作台不能拖动单元格；请剪切后粘贴。",
    fill: "工作台只能把一行向下填充；请选中这一行和下面的单元格，再点“向下填充”。",
    other: "工作台不做这个操作。",
  },
  noAddress: (text) => `“${text}”不是这个工作簿里的地址`,
  nothingToUndo: "没有可撤销的编辑",
  nothingToSort: "这里没有可排序的数据",
  commandFailed: (name, why) => `按钮 ${name} 没有执行：${why}`,
  editRefused: {
    protected: "工作表受保护，这些单元格已锁定。请先撤销工作表保护。",
    merged: "这会拆开合并的单元格。请先取消合并，或选中整个合并区域。",
    array: "这是数组公式的一部分，不能单独更改。",
    table: "表格会失去标题行或最后一行。",
    formula: "公式有误：写不成公式的内容，请在前面加一个单引号。",
    size: "超出了工作表或单元格的大小。",
    full: "最后的行或列里有内容，会被挤出工作表。",
    part: "工作表上有不能随行列移动的对象。",
    filter: "工作簿里的这种筛选，这里做不了。",
  },
  sheetName: (name) => `“${name}”不能作工作表名：不能为空、不能重名、不超过 31 个字，也不能有 \\ / ? * [ ] :`,
  structureProtected: "工作簿结构受保护，不能增删或改名工作表。",
  lastSheet: "至少要留一张可见的工作表。",
  fileRefused: {
    empty: "文件是空的。请重新取一份。",
    damaged: "文件已损坏，打不开。请用 Excel 打开并修复后另存为 .xlsx，或请对方重新发送。",
    encrypted: "文件有打开密码。请在 Excel 中取消密码后再打开。",
    old: "这是旧格式（.xls）。请在 Excel 中另存为 .xlsx。",
    text: "这不是工作簿，是文本（如 CSV）。请在 Excel 中打开并另存为 .xlsx。",
    large: "文件太大，打不开。",
    doctype: "文件里有 DOCTYPE，可能不安全。请在 Excel 中打开并另存为 .xlsx。",
    other: "这不是 .xlsx 工作簿。请在 Excel 中另存为 .xlsx。",
  },
  fileUnreadable: (name, why) => `${name} 没有打开，原来的工作簿保持不变。${zh.fileRefused[why]}`,
};

const en: Words = {
  product: "Workbench",
  open: "Open…",
  save: "Save",
  undo: "Undo",
  language: "Language",
  otherLanguage: "中文",
  theme: "Theme",
  themes: {
    light: "Light",
    dark: "Dark",
    aquatic: "Contrast: Aquatic",
    desert: "Contrast: Desert",
    dusk: "Contrast: Dusk",
    nightSky: "Contrast: Night sky",
  },
  addinTab: "Add-in",
  dataTab: "Data",
  showPane: "Show pane",
  closePane: "Close pane",
  pane: "Add-in pane",
  paneWidth: "Pane width: left and right arrows",
  sortGroup: "Sort and filter",
  ascending: "Ascending",
  descending: "Descending",
  filter: "Filter",
  showAll: "Show all",
  rowGroup: "Rows and columns",
  insertRows: "Insert rows",
  deleteRows: "Delete rows",
  insertColumns: "Insert columns",
  deleteColumns: "Delete columns",
  cellGroup: "Cells",
  fillDown: "Fill down",
  clear: "Clear contents",
  nameBox: "Name box: type an address and press Enter",
  formulaBar: "Formula bar",
  sheets: "Sheets",
  addSheet: "New sheet",
  renameSheet: "Rename",
  deleteSheet: "Delete sheet",
  newSheetName: (number) => `Sheet${number}`,
  grid: "Cells",
  loadingGrid: "Opening the grid…",
  ready: "Ready",
  calculating: "Calculating…",
  starting: "Starting the add-in…",
  editing: "Edit",
  count: "Count",
  sum: "Sum",
  average: "Average",
  log: "Log",
  logEmpty: "Nothing refused, no errors.",
  refused: (count) => `${count} refused by the host`,
  errors: (count) => `${count} ${count === 1 ? "error" : "errors"}`,
  notices: (count) => `${count} ${count === 1 ? "notice" : "notices"}`,
  refusedTitle: "Refused, because the host does not implement it",
  errorsTitle: "Errors of the add-in",
  noticesTitle: "Edits that were not made",
  consoleTitle: "The add-in's console",
  close: "Close",
  apply: "OK",
  cancel: "Cancel",
  search: "Search",
  selectAll: "Select all",
  blanks: "(blank)",
  filterOf: (column) => `Filter: ${column}`,
  drop: "Drop to open this workbook",
  unsupported: {
    format: "The workbench changes no formats; save, and do it in Excel.",
    move: "The workbench does not drag cells; cut and paste them.",
    fill: "The workbench fills one row downwards only; select it with the cells below, then Fill down.",
    other: "The workbench does not do this.",
  },
  noAddress: (text) => `"${text}" is no address in this workbook`,
  nothingToUndo: "There is no edit to take back",
  nothingToSort: "There is nothing to sort here",
  commandFailed: (name, why) => `The button ${name} was not carried out: ${why}`,
  editRefused: {
    protected: "The sheet is protected and these cells are locked. Unprotect the sheet first.",
    merged: "This would cut merged cells. Unmerge them first, or select all of the merge.",
    array: "This is part of an array formula and cannot be changed alone.",
    table: "The table would lose its header or its last row.",
    formula: "There is a mistake in the formula. For text, put an apostrophe in front.",
    size: "This is beyond the size of the sheet or of a cell.",
    full: "The last rows or columns hold contents that would be pushed off the sheet.",
    part: "Something on the sheet cannot move with its rows or columns.",
    filter: "The workbook filters in a way that cannot be done here.",
  },
  sheetName: (name) =>
    `"${name}" cannot be a sheet's name: not empty, not taken, at most 31 characters, none of \\ / ? * [ ] :`,
  structureProtected: "The workbook's structure is protected: sheets cannot be added, removed or renamed.",
  lastSheet: "One visible sheet must remain.",
  fileRefused: {
    empty: "The file is empty. Get it anew.",
    damaged: "The file is damaged. Repair it in Excel and save it as .xlsx, or ask for it again.",
    encrypted: "The file has a password. Take it away in Excel first.",
    old: "This is the old format (.xls). Save it as .xlsx in Excel.",
    text: "This is text (such as CSV), no workbook. Open it in Excel and save it as .xlsx.",
    large: "The file is too large.",
    doctype: "The file has a document type (DOCTYPE), which may be unsafe. Save it as .xlsx in Excel.",
    other: "This is no .xlsx workbook. Save it as .xlsx in Excel.",
  },
  fileUnreadable: (name, why) => `${name} was not opened; the workbook stays as it was. ${en.fileRefused[why]}`,
};

/** The words of the workbench's page in a language. */
export const wordsOf = (language: PageLanguage): Words => (language === "zh" ? zh : en);

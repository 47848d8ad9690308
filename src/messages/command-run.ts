/** What the command says of its options, of files, and of a run: see command.ts. */

/** Why a file is no workbook that can be opened. */
export type NoWorkbook = "empty" | "damaged" | "encrypted" | "old" | "text" | "large" | "doctype" | "other";

const SAVE_AS_ZH = "请在 Excel 中打开并另存为“Excel 工作簿 (*.xlsx)”后重试。";
const NO_WORKBOOK_ZH: Readonly<Record<NoWorkbook, string>> = {
  empty: "文件是空的，请向单位重新索取。",
  damaged: "文件已损坏或不完整，打不开，请在 Excel 中打开、修复并另存后重试，或向单位重新索取。",
  encrypted: "工作簿设有打开密码，请在 Excel 中取消密码并保存后重试。",
  old: `是旧版 .xls 工作簿，不能审核，${SAVE_AS_ZH}`,
  text: `是文本文件（可能是 CSV），不是 .xlsx 工作簿，${SAVE_AS_ZH}`,
  large:
    "工作簿太大（展开后的内容、部件、单元格或样式过多），不能打开，请在 Excel 中删去多余的行、列、工作表后另存重试。",
  doctype: `文件中含有文档类型声明（DOCTYPE），不能打开，${SAVE_AS_ZH}`,
  other: `不是 .xlsx 工作簿，${SAVE_AS_ZH}`,
};

const SAVE_AS_EN = "open it in Excel and save it as an Excel workbook (*.xlsx).";
const NO_WORKBOOK_EN: Readonly<Record<NoWorkbook, string>> = {
  empty: "the file is empty; ask the unit for it again.",
  damaged: "the file is damaged or incomplete; open, repair and save it in Excel, or ask the unit for it again.",
  encrypted: "the workbook has a password to open; remove it in Excel and save.",
  old: `it is an old .xls workbook; ${SAVE_AS_EN}`,
  text: `it is a text file (CSV perhaps), no .xlsx workbook; ${SAVE_AS_EN}`,
  large: "the workbook is too large to open; remove rows, columns and sheets that are not needed in Excel and save it.",
  doctype: `the file has a document type declaration (DOCTYPE) and can’t be opened; ${SAVE_AS_EN}`,
  other: `it is no .xlsx workbook; ${SAVE_AS_EN}`,
};

export const runZh = {
  "review-usage": () =>
    `用法：npm run review -- IN.xlsx [--out OUT.xlsx] [--json OUT.json] [--certificates] [--adopt-provisional 姓名] [--first-number N] [--explain 登记证书编号] [--policy 政策编号|政策工作簿.xlsx] [--decisions OTHER.xlsx] [--previous OLD.xlsx [--by 姓名] [--same-unit]] [--compare policy:政策编号|decisions:OTHER.xlsx|provisional] [--trust-decisions] [--office-key FILE] [--anonymous OUT.xlsx] [--send-back BACK.xlsx [--deadline YYYY-MM-DD] [--office 落款单位] [--handler 经办人] [--phone 联系电话] [--remarks 其他事项]] [--lang zh|en]`,
  "one-workbook": ({ more }: { more: string }) => `一次审核一个工作簿，多出了“${more}”`,
  "first-number-unfit": () => "--first-number 应为 1 至 9999 的整数",
  "previous-missing": () => "--by 和 --same-unit 只与 --previous 一起使用",
  "output-extension": ({ name }: { name: string }) => `--out 应以 .xlsx 结尾（带宏的可用 .xlsm），现为“${name}”`,
  "send-back-missing": ({ option }: { option: string }) => `--${option} 是退回件的内容，请同时给 --send-back`,
  "deadline-unfit": () => "--deadline 应为日期，如 2018-11-30",
  "policy-unknown": ({ option, id, known }: { option: string; id: string; known: readonly string[] }) =>
    `${option} 没有编号为“${id}”的政策，可用的有：${known.join("、")}`,
  "compare-unfit": ({ given }: { given: string }) =>
    `--compare 应为 policy:政策编号、decisions:OTHER.xlsx 或 provisional，现为“${given}”`,
  "frozen-copy": () => "固化副本",
  "comparison-file": () => "比较结果",
  "no-question-sheet": ({ file, sheet }: { file: string; sheet: string }) =>
    `${file}：没有工作表“${sheet}”，请给审核过的工作簿。`,
  "no-questions-of-policy": ({ file, sheet, policy }: { file: string; sheet: string; policy: string }) =>
    `${file}：工作表“${sheet}”里没有政策 ${policy} 的问题，请给按同一政策审核过的工作簿。`,
  "decisions-taken": ({ file, questions, same }: { file: string; questions: readonly string[]; same: number }) =>
    `  从 ${file} 采用 ${questions.length} 个决定${questions.length === 0 ? "" : `：${questions.join("；")}`}${same === 0 ? "" : `；${same} 个与本工作簿相同`}`,
  "decision-conflict": ({ question, own, other }: { question: string; own: string; other: string }) =>
    `    ${question} 不同：本工作簿“${own}”，对方“${other}”，以本工作簿为准`,
  "decision-unreadable": ({ question, given }: { question: string; given: string }) =>
    `    ${question} 对方填写的“${given}”不是规定的选项，不采用`,
  "decisions-unknown": ({ ids }: { ids: readonly string[] }) => `    不是本政策的问题，不采用：${ids.join("、")}`,
  "other-unit": ({ file, own, other }: { file: string; own: string; other: string }) =>
    `${file}：单位是“${other}”，本工作簿是“${own}”。确是同一单位（如已更名）的，请加 --same-unit；否则请换成本单位的工作簿。`,
  "importer-missing": ({ file, years }: { file: string; years: number }) =>
    `${file}：有 ${years} 个年度可作已验印处理，须写明导入人，请加 --by 姓名。`,
  "side-policy": ({ id }: { id: string }) => `政策 ${id}`,
  "side-current": ({ count }: { count: number }) => `现有口径（已决定 ${count} 个）`,
  "side-file": ({ file }: { file: string }) => `${file} 的口径`,
  "side-provisional": () => "未决定的一律采用暂定口径",
  reviewing: ({ path }: { path: string }) => `审核 ${path}`,
  warning: ({ warning }: { warning: string }) => `  注意：${warning}`,
  "round-trips": ({ count, sent, received }: { count: number; sent: string; received: string }) =>
    `  Excel 往返 ${count} 次，发送 ${sent}，接收 ${received}`,
  "result-at": ({ path }: { path: string }) => `  审核结果：${path}`,
  "frozen-at": ({ path }: { path: string }) => `  固化副本：${path}`,
  "anonymous-at": ({ path }: { path: string }) => `  去标识的工作簿：${path}（发出前请再看一遍）`,
  "not-frozen": ({ why }: { why: string }) => `  固化副本：没有生成。${why}`,
  "frozen-without-macros": () => "  注意：固化副本不带宏",
  "macros-left": () => "  注意：工作簿里的宏（VBA）没有写入 .xlsx 文件，要保留宏请用 --out 另存为 .xlsm",
  "sent-back-at": ({ path, people, items }: { path: string; people: number; items: number }) =>
    `  退回件：${path}（需补正 ${people} 人，${items} 项）`,
  "nothing-to-send-back": () => "  退回件：没有生成，没有需要单位补正的内容",
  "report-at": ({ path }: { path: string }) => `  报告：${path}`,
  "comparison-at": ({ path }: { path: string }) => `  比较：${path}`,
  "incoming-not-counted": () =>
    "  随文件带来、本机关没有确认的内容，一律不计入（核对后确认的，请加 --trust-decisions）：",
  "incoming-taken": () => "  按 --trust-decisions 采信随文件带来的内容：",
  "sheet-renamed": ({ from, to }: { from: string; to: string }) =>
    `  单位自己的工作表“${from}”已改名为“${to}”，内容未动`,
  "hidden-sheets-read": ({ sheets }: { sheets: readonly string[] }) => `  隐藏的工作表也已读取：${sheets.join("、")}`,
  "incoming-rows": ({
    sheet,
    count,
    signers,
  }: {
    sheet: string;
    count: number;
    signers: readonly { by: string; count: number }[];
  }) =>
    `    ${sheet}：${count} 行（署名：${signers.map((each) => `${each.by === "" ? "未署名" : each.by} ${each.count} 行`).join("，")}）`,
  "key-missing": ({ path }: { path: string }) => `${path}：没有这个机关密钥文件，请核对路径。`,
  "key-not-kept": ({ path, why }: { path: string; why: string }) =>
    `${path}：机关密钥存不下来（${why}），请用 --office-key 给出密钥文件。`,
  "key-unfit": ({ path }: { path: string }) => `${path}：不是机关密钥文件，请换成由本机关的插件导出的文件。`,
  "target-folder": ({ option, path }: { option: string; path: string }) =>
    `${option} 应为文件，“${path}”是一个文件夹，请写上文件名`,
  "target-under-file": ({ option, path, folder }: { option: string; path: string; folder: string }) =>
    `${option} 的“${path}”写不了：“${folder}”是文件，不是文件夹`,
  "target-is-input": ({ option, path }: { option: string; path: string }) =>
    `输出文件不能就是输入文件：${option} 的“${path}”是要读取的文件，请给另一个文件名`,
  "targets-same": ({ option, other, path }: { option: string; other: string; path: string }) =>
    `${other} 和 ${option} 是同一个文件“${path}”，请给不同的文件名`,
  "file-not-written": ({ path, why }: { path: string; why: string }) =>
    `${path}：文件写不了（${why}），请关闭打开它的程序，或换一个文件名、文件夹后重试。`,
  "file-missing": ({ path }: { path: string }) => `${path}：没有这个文件，请核对路径。`,
  "file-is-folder": ({ path }: { path: string }) => `${path}：是文件夹，请给一个 .xlsx 文件。`,
  "file-not-read": ({ path, why }: { path: string; why: string }) => `${path}：文件读不了（${why}）。`,
  "no-workbook": ({ file, kind }: { file: string; kind: NoWorkbook }) => `${file}：${NO_WORKBOOK_ZH[kind]}`,
  uncalculated: ({ sheet, cells, count }: { sheet: string; cells: readonly string[]; count: number }) =>
    `${sheet}!${cells.join("、")}${count > cells.length ? `等 ${count} 个单元格` : ""}：公式没有存下计算结果（文件可能由其他程序生成），请在 Excel 中打开、保存后重试。`,
};

export const runEn: typeof runZh = {
  "review-usage": () =>
    `usage: npm run review -- IN.xlsx [--out OUT.xlsx] [--json OUT.json] [--certificates] [--adopt-provisional NAME] [--first-number N] [--explain REGISTRATION_NO] [--policy ID|POLICY.xlsx] [--decisions OTHER.xlsx] [--previous OLD.xlsx [--by NAME] [--same-unit]] [--compare policy:ID|decisions:OTHER.xlsx|provisional] [--trust-decisions] [--office-key FILE] [--anonymous OUT.xlsx] [--send-back BACK.xlsx [--deadline YYYY-MM-DD] [--office OFFICE] [--handler HANDLER] [--phone PHONE] [--remarks REMARKS]] [--lang zh|en]`,
  "one-workbook": ({ more }) => `One workbook at a time: “${more}” is too much`,
  "first-number-unfit": () => "--first-number is a whole number from 1 to 9999",
  "previous-missing": () => "--by and --same-unit go with --previous only",
  "output-extension": ({ name }) => `--out has to end in .xlsx (.xlsm with macros), not as “${name}”`,
  "send-back-missing": ({ option }) => `--${option} is for the workbook sent back: give --send-back too`,
  "deadline-unfit": () => "--deadline is a date, such as 2018-11-30",
  "policy-unknown": ({ option, id, known }) => `${option}: there is no policy “${id}”; there are ${known.join(", ")}`,
  "compare-unfit": ({ given }) => `--compare is policy:ID, decisions:OTHER.xlsx or provisional, not “${given}”`,
  "frozen-copy": () => "the frozen copy",
  "comparison-file": () => "the comparison",
  "no-question-sheet": ({ file, sheet }) => `${file}: there is no sheet “${sheet}”; give a reviewed workbook.`,
  "no-questions-of-policy": ({ file, sheet, policy }) =>
    `${file}: the sheet “${sheet}” has no question of policy ${policy}; give a workbook reviewed under the same policy.`,
  "decisions-taken": ({ file, questions, same }) =>
    `  ${questions.length} decisions taken from ${file}${questions.length === 0 ? "" : `: ${questions.join("; ")}`}${same === 0 ? "" : `; ${same} the same as here`}`,
  "decision-conflict": ({ question, own, other }) =>
    `    ${question} differs: “${own}” here, “${other}” there; this workbook’s counts`,
  "decision-unreadable": ({ question, given }) => `    ${question}: “${given}” there is no option, not taken`,
  "decisions-unknown": ({ ids }) => `    No questions of this policy, not taken: ${ids.join(", ")}`,
  "other-unit": ({ file, own, other }) =>
    `${file}: the unit is “${other}”, here it is “${own}”. If it is the same unit (renamed), add --same-unit; otherwise give this unit’s workbook.`,
  "importer-missing": ({ file, years }) =>
    `${file}: ${years} years can count as stamped; say who takes them over with --by NAME.`,
  "side-policy": ({ id }) => `policy ${id}`,
  "side-current": ({ count }) => `decisions as they are (${count} made)`,
  "side-file": ({ file }) => `decisions of ${file}`,
  "side-provisional": () => "provisional decisions wherever none is made",
  reviewing: ({ path }) => `Reviewing ${path}`,
  warning: ({ warning }) => `  Note: ${warning}`,
  "round-trips": ({ count, sent, received }) => `  Excel: ${count} round trips, ${sent} sent, ${received} received`,
  "result-at": ({ path }) => `  Result: ${path}`,
  "frozen-at": ({ path }) => `  Frozen copy: ${path}`,
  "anonymous-at": ({ path }) => `  Without names: ${path} (look at it before you send it)`,
  "not-frozen": ({ why }) => `  Frozen copy: not made. ${why}`,
  "frozen-without-macros": () => "  Note: the frozen copy has no macros",
  "macros-left": () =>
    "  Note: the workbook’s macros (VBA) are not written to an .xlsx file; to keep them, save as .xlsm with --out",
  "sent-back-at": ({ path, people, items }) => `  Sent back: ${path} (${people} people, ${items} items to put right)`,
  "nothing-to-send-back": () => "  Sent back: not made, the unit has nothing to put right",
  "report-at": ({ path }) => `  Report: ${path}`,
  "comparison-at": ({ path }) => `  Comparison: ${path}`,
  "incoming-not-counted": () =>
    "  What came with the file and this office has not confirmed does not count (to confirm it after a check, add --trust-decisions):",
  "incoming-taken": () => "  Taken over from the file by --trust-decisions:",
  "sheet-renamed": ({ from, to }) => `  The unit’s own sheet “${from}” was renamed “${to}”; its contents are unchanged`,
  "hidden-sheets-read": ({ sheets }) => `  Hidden sheets were read as well: ${sheets.join(", ")}`,
  "incoming-rows": ({ sheet, count, signers }) =>
    `    ${sheet}: ${count} rows (signed: ${signers.map((each) => `${each.by === "" ? "nobody" : each.by} ${each.count}`).join(", ")})`,
  "key-missing": ({ path }) => `${path}: there is no such office key file; check the path.`,
  "key-not-kept": ({ path, why }) =>
    `${path}: the office key can’t be kept (${why}); give a key file with --office-key.`,
  "key-unfit": ({ path }) => `${path}: this is no office key file; give one that your office’s add-in has exported.`,
  "target-folder": ({ option, path }) => `${option} is a file: “${path}” is a folder, add a file name`,
  "target-under-file": ({ option, path, folder }) =>
    `${option}: “${path}” can’t be written, “${folder}” is a file and no folder`,
  "target-is-input": ({ option, path }) =>
    `What is read can’t be written over: “${path}” of ${option} is read, give another name`,
  "targets-same": ({ option, other, path }) =>
    `${other} and ${option} are the same file “${path}”, give different names`,
  "file-not-written": ({ path, why }) =>
    `${path}: the file can’t be written (${why}); close what has it open, or try another name or folder.`,
  "file-missing": ({ path }) => `${path}: there is no such file; check the path.`,
  "file-is-folder": ({ path }) => `${path}: is a folder; give an .xlsx file.`,
  "file-not-read": ({ path, why }) => `${path}: the file can’t be read (${why}).`,
  "no-workbook": ({ file, kind }) => `${file}: ${NO_WORKBOOK_EN[kind]}`,
  uncalculated: ({ sheet, cells, count }) =>
    `${sheet}!${cells.join(", ")}${count > cells.length ? ` and ${count - cells.length} more` : ""}: formulas without a stored result (the file may come from another program); open and save it in Excel, then try again.`,
};

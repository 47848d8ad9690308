/**
 * What the command says in a terminal, in both languages: each key is a line or a part of one, its details are names and
 * figures. Indents belong to the line.
 */
import { batchEn, batchZh } from "./command-batch";
import { runEn, runZh } from "./command-run";
import type { Language } from "./language";

/** A count and what is counted, in English. */
const several = (count: number, one: string, more = `${one}s`): string => `${count} ${count === 1 ? one : more}`;

interface Tally {
  readonly label: string;
  readonly count: number;
}

const zhTallies = (tallies: readonly Tally[]): string =>
  tallies.map(({ label, count }) => `${label} ${count}`).join("，");
const enTallies = (tallies: readonly Tally[]): string =>
  tallies.map(({ label, count }) => `${label} ${count}`).join(", ");

/** What was left aside while reading. */
export type LeftAside =
  "sheet-unread" | "column-unread" | "blank-skipped" | "header-skipped" | "totals-skipped" | "note-skipped";

interface LeftAsidePlace {
  readonly row: number;
  readonly column: string | null;
  readonly text: string;
  readonly nearest: string | null;
}

interface Counts {
  readonly unchanged: number;
  readonly added: number;
  readonly changed: number;
  readonly removed: number;
  readonly outcome: number;
}

interface Doubt {
  readonly name: string;
  readonly certificateNo: string;
  readonly registrationNo: string;
  readonly why: "gone" | "renumbered" | "name" | "verdict";
  readonly now: string;
}

interface Entry {
  readonly certificateNo: string;
  readonly name: string;
}

const LEFT_ASIDE_ZH: Readonly<Record<LeftAside, string>> = {
  "sheet-unread": "找不到表头行，整表未读取",
  "column-unread": "不是标准列，未读取",
  "blank-skipped": "空行，已跳过",
  "header-skipped": "重复的表头，已跳过",
  "totals-skipped": "合计或小计，已跳过",
  "note-skipped": "说明文字，已跳过",
};

const LEFT_ASIDE_EN: Readonly<Record<LeftAside, string>> = {
  "sheet-unread": "no header row was found, the whole sheet was not read",
  "column-unread": "no standard column, not read",
  "blank-skipped": "blank rows, skipped",
  "header-skipped": "header repeated, skipped",
  "totals-skipped": "totals, skipped",
  "note-skipped": "notes, skipped",
};

const DOUBT_ZH = { gone: "本轮没有此人", name: "本轮该编号是另一姓名", verdict: "本轮结论不是合格" };
const DOUBT_EN = {
  gone: "is not in this round",
  name: "has another name under this number in this round",
  verdict: "is not qualified in this round",
};

const zh = {
  ...runZh,
  ...batchZh,
  // ---- the end of a review ----
  "unit-line": ({ unit, policy, year }: { unit: string; policy: string; year: number }) =>
    `  单位：${unit}，政策 ${policy}，申报年度 ${year}`,
  "records-line": ({ count, tallies }: { count: number; tallies: readonly Tally[] }) =>
    `  记录 ${count} 条：${zhTallies(tallies)}`,
  "years-line": ({ count, tallies }: { count: number; tallies: readonly Tally[] }) =>
    `  年度 ${count} 个：${zhTallies(tallies)}`,
  "people-line": ({ count, tallies }: { count: number; tallies: readonly Tally[] }) =>
    `  人员 ${count} 名：${zhTallies(tallies)}`,
  "frequent-problems": () => "  最常见的问题：",
  "frequent-problem": ({ count, problem }: { count: number; problem: string }) =>
    `    ${String(count).padStart(4)} 处  ${problem}`,
  "no-open-questions": () => "  待决口径：没有",
  "open-questions": ({ questions }: { questions: readonly { id: string; question: string; touched: number }[] }) =>
    [
      `  待决口径 ${questions.length} 个：`,
      ...questions.map(({ id, question, touched }) => `    ${id} ${question}（${touched} 处）`),
    ].join("\n"),
  "heaviest-question": ({ question, clause }: { question: string; clause: string }) =>
    `    其中影响最多的：${question}（${clause}）`,
  "left-aside": ({
    sheet,
    kind,
    places,
    count,
  }: {
    sheet: string;
    kind: LeftAside;
    places: readonly LeftAsidePlace[];
    count: number;
  }) =>
    `  ${sheet}：${LEFT_ASIDE_ZH[kind]}：${places
      .map(({ row, column, text, nearest }) =>
        column === null
          ? `第 ${row} 行`
          : `${column} 列“${text}”${nearest === null ? "" : `（如为“${nearest}”，请改列名）`}`,
      )
      .join("、")}${count > places.length ? ` 等 ${count} 处` : ""}`,
  "question-effects": ({
    question,
    options,
  }: {
    question: string;
    options: readonly { option: string; effect: string }[];
  }) => `    ${question}${options.map(({ option, effect }) => `若采用“${option}”，${effect}`).join("；")}`,
  "effects-rest": ({ count }: { count: number }) => `    其余 ${count} 个口径影响较小或没有影响，见窗格“口径”`,
  "no-effects": () => "    逐个决定其中任何一个，都没有人、没有年度因此改变",
  "certificates-issued": ({ count, first, last }: { count: number; first: string | null; last: string | null }) =>
    `  合格证明：签发 ${count} 份${first === null ? "" : `，编号 ${first} 至 ${last ?? first}`}`,

  // ---- a comparison ----
  "compared-sides": ({ before, after }: { before: string; after: string }) => `  比较：${before} → ${after}`,
  "compared-same": () => "    没有人因此改变",
  "compared-totals": ({ verdicts, years, records }: { verdicts: number; years: number; records: number }) =>
    `    ${verdicts} 人结论有变，${years} 个年度结论有变，${records} 条记录有变`,
  "compared-rest": ({ count }: { count: number }) => `    还有 ${count} 人，见 --json 的比较文件`,
  "compared-person": ({
    name,
    registrationNo,
    verdict,
    codes,
  }: {
    name: string;
    registrationNo: string;
    verdict: string;
    codes: readonly string[];
  }) => `    ${name} ${registrationNo}：${verdict}${codes.length === 0 ? "" : `（${codes.join("，")}）`}`,
  "compared-year": ({
    year,
    states,
    amount,
    codes,
  }: {
    year: number;
    states: string;
    /** hours, and by how much they differ */
    amount: { text: string; difference: string | null } | null;
    codes: readonly string[];
  }) =>
    `      ${year}：${states}${amount === null ? "" : `，${amount.text}${amount.difference === null ? "" : `（${amount.difference}）`}`}${codes.length === 0 ? "" : `（${codes.join("，")}）`}`,
  "compared-records-rest": ({ count }: { count: number }) => `        还有 ${count} 条记录`,
  "compared-record": ({
    sheet,
    row,
    amount,
    verdict,
    clauses,
    codes,
  }: {
    sheet: string;
    row: number;
    amount: string;
    verdict: string;
    clauses: readonly string[];
    codes: readonly string[];
  }) =>
    `        ${sheet}第 ${row} 行：${amount}，${verdict}${clauses.length === 0 ? "" : `，依据${clauses.join("、")}`}${codes.length === 0 ? "" : `（${codes.join("，")}）`}`,
  "year-unlisted": () => "未列入",
  "problem-new": ({ problem }: { problem: string }) => `新增：${problem}`,
  "problem-gone": ({ problem }: { problem: string }) => `不再有：${problem}`,

  // ---- a person's review in full ----
  "person-unknown": ({ asked }: { asked: string }) =>
    `  “人员信息”和“学时记录”中都没有登记证书编号“${asked}”，请核对编号。`,
  "person-unlisted": ({ registrationNo }: { registrationNo: string }) => `  ${registrationNo}：不在“人员信息”中`,
  "year-in-full": ({
    year,
    status,
    publicHours,
    professionalHours,
    totalHours,
    reasons,
  }: {
    year: number;
    status: string;
    publicHours: number;
    professionalHours: number;
    totalHours: number;
    /** each as a problem and its remedy, or one text */
    reasons: readonly (readonly string[])[];
  }) => {
    const why = reasons.map((parts) => parts.join("，")).join("；");
    return `  ${year} 年度 ${status}：公需 ${publicHours}，专业 ${professionalHours}，合计 ${totalHours}${why === "" ? "" : `；${why}`}`;
  },
  "records-of-no-year": () => "  不属于任何年度的记录",
  "record-in-full": ({ row, form, title }: { row: number; form: string; title: string }) =>
    `    第 ${row} 行 ${form}《${title}》`,

  // ---- a round before ----
  "round-file": ({ kind, file, unit, year }: { kind: "round" | "year"; file: string; unit: string; year: number }) =>
    `  ${kind === "round" ? "上轮" : "以前年度"} ${file}：${unit}，申报年度 ${year}`,
  "round-counts": ({ of, counts }: { of: "people" | "records"; counts: Counts }) =>
    `    ${of === "people" ? "人员" : "记录"}：相同 ${counts.unchanged}${counts.outcome > 0 ? `（其中结果有变 ${counts.outcome}）` : ""}，新增 ${counts.added}，改动 ${counts.changed}，删除 ${counts.removed}`,
  "round-again": (again: { records: number; added: number; changed: number; outcome: number; people: number }) =>
    `    需再看 ${again.records} 条记录（新增 ${again.added}，改动 ${again.changed}，结果有变 ${again.outcome}），涉及 ${again.people} 人`,
  "round-line": ({ change, names, what, verdicts }: RoundLineDetails) =>
    `      ${CHANGE_ZH[change]} ${names.join(" ")}${what === "" ? "" : `：${what}`}${verdicts.length === 0 ? "" : `（${verdicts.join(" → ")}）`}`,
  "round-rest": ({ count }: { count: number }) => `      还有 ${count} 处，见“上轮对照”表`,
  "round-doubt": ({ name, certificateNo, registrationNo, why, now }: Doubt) =>
    `    ${name} 持有效证明 ${certificateNo}，${
      why === "renumbered"
        ? `登记证书编号由 ${registrationNo} 改为 ${now}，生成证明前请核对“发证台账”，以免一人两证`
        : `${DOUBT_ZH[why]}，请核对是否作废`
    }`,
  "round-opinions": ({ counting, stale, lost }: { counting: number; stale: number; lost: number }) =>
    `    人工处理：${counting} 条沿用，${stale} 条待复核${lost > 0 ? `，${lost} 条所在的记录或问题已不存在` : ""}`,
  "round-opinion-conflict": (conflict: { name: string; row: number; own: string; other: string }) =>
    `      ${conflict.name} 第 ${conflict.row} 行：本工作簿“${conflict.own}”，上轮“${conflict.other}”，以本工作簿为准`,
  "round-numbers": ({ count }: { count: number }) => `    证明编号：带入 ${count} 个`,
  "round-number-conflict": ({ entry, own }: { entry: Entry; own: Entry & { status: string } }) =>
    `      ${entry.certificateNo} ${entry.name}：与本工作簿台账的 ${own.certificateNo} ${own.name}（${own.status}）不一致，未带入，请核对`,
  "round-proofs": ({ people, years, same }: { people: number; years: number; same: number }) =>
    `    已验印依据：采信 ${people} 人 ${years} 个年度${same > 0 ? `，另有 ${same} 个年度原已验印` : ""}`,
  "round-proof-refused": ({ entry, why }: { entry: Entry; why: "name" | "ledger" | "unmet" }) =>
    `      ${entry.name} 证明 ${entry.certificateNo}：${{ name: "姓名不同", ledger: "台账有重号或日期次序问题", unmet: "所列年度没有达标的" }[why]}，不采信`,
  "round-decisions": ({ taken, conflicts }: { taken: number; conflicts: number }) =>
    `    口径：采用 ${taken} 个${conflicts > 0 ? `，${conflicts} 个与本工作簿不同，以本工作簿为准` : ""}`,

  // ---- the pane, driven ----
  "at-cell": ({ sheet, cell, text }: { sheet: string; cell: string | null; text: string }) =>
    `${sheet}${cell === null ? "" : `!${cell}`}：${text}`,
  "action-failed": ({ message, remedy }: { message: string | null; remedy: string | null }) =>
    `${message ?? "失败"}${remedy === null ? "" : `：${remedy}`}`,

  // ---- the blank workbook ----
  "blank-usage": () => `用法：npm run blank -- OUT.xlsx [--lang zh|en]`,
  // ---- policy workbooks ----
  "policy-usage": () =>
    `用法：npm run policy -- export ID OUT.xlsx | check FILE.xlsx|ID [--json FILE] | compare A B [--json FILE] | new OUT.xlsx [--extends ID] [--lang zh|en]`,
  "policy-verb-unknown": ({ verb }: { verb: string }) =>
    verb === ""
      ? "请写明做什么：export、check、compare 或 new"
      : `没有“${verb}”这一项，可用 export、check、compare、new`,
  "policy-words-unfit": ({ verb }: { verb: string }) => `${verb} 后面的文件或代号个数不对`,
  "policy-written": ({ id, path }: { id: string; path: string }) => `政策 ${id} 已写入 ${path}`,
  "policy-finding": ({
    severity,
    place,
    message,
    code,
    example,
  }: {
    severity: "error" | "warning" | "info";
    place: string;
    message: string;
    code: string;
    example: string;
  }) =>
    `  ${{ error: "错误", warning: "警告", info: "说明" }[severity]} ${place}：${message}（${code}）${example === "" ? "" : `\n      例：${example}`}`,
  "policy-checked": ({
    name,
    errors,
    warnings,
    infos,
  }: {
    name: string;
    errors: number;
    warnings: number;
    infos: number;
  }) => `检查 ${name}：错误 ${errors}，警告 ${warnings}，说明 ${infos}`,
  "policy-unusable": ({ file }: { file: string }) => `${file} 有错误，改正后再用；npm run policy -- check 列出全部`,
  "policy-compared": ({ before, after, count }: { before: string; after: string; count: number }) =>
    count === 0 ? `${before} 与 ${after}：任何记录的学时都相同` : `${before} → ${after}：${count} 处不同`,
  "policy-difference": (d: {
    form: string;
    when: string;
    before: string;
    after: string;
    clauses: readonly (string | null)[];
    example: string;
  }) =>
    `  ${d.form}（${d.when}）：${d.before} → ${d.after}${d.clauses.length === 0 ? "" : `；依据 ${d.clauses.map((clause) => clause ?? "—").join(" → ")}`}\n      例：${d.example}`,
  "blank-name-missing": () => "请写明要建立的文件名",
  "blank-one-file": ({ more }: { more: string }) => `一次建立一个文件，多出了“${more}”`,
  "blank-extension": () => "文件名应以 .xlsx 结尾",
  "blank-exists": ({ path }: { path: string }) => `${path} 已经存在，不会覆盖，请换一个文件名`,
  "blank-made": ({ path }: { path: string }) => `已建立空白申报表：${path}`,
};

type RoundChange = "added" | "changed" | "removed" | "outcome";

interface RoundLineDetails {
  readonly change: RoundChange;
  readonly names: readonly (string | number)[];
  readonly what: string;
  readonly verdicts: readonly string[];
}

const CHANGE_ZH: Readonly<Record<RoundChange, string>> = {
  added: "新增",
  changed: "改动",
  removed: "删除",
  outcome: "结果有变",
};

const CHANGE_EN: Readonly<Record<RoundChange, string>> = {
  added: "Added",
  changed: "Changed",
  removed: "Removed",
  outcome: "Comes out otherwise",
};

const inBrackets = (parts: readonly string[]): string => (parts.length === 0 ? "" : ` (${parts.join(", ")})`);

const en: typeof zh = {
  ...runEn,
  ...batchEn,
  "unit-line": ({ unit, policy, year }) => `  Unit: ${unit}, policy ${policy}, year applied for ${year}`,
  "records-line": ({ count, tallies }) => `  ${several(count, "record")}: ${enTallies(tallies)}`,
  "years-line": ({ count, tallies }) => `  ${several(count, "year")}: ${enTallies(tallies)}`,
  "people-line": ({ count, tallies }) => `  ${several(count, "person", "people")}: ${enTallies(tallies)}`,
  "frequent-problems": () => "  Most frequent problems:",
  "frequent-problem": ({ count, problem }) => `    ${String(count).padStart(4)} ×  ${problem}`,
  "no-open-questions": () => "  Open questions: none",
  "open-questions": ({ questions }) =>
    [
      `  ${several(questions.length, "open question")}:`,
      ...questions.map(({ id, question, touched }) => `    ${id} ${question} (${touched} ×)`),
    ].join("\n"),
  "heaviest-question": ({ question, clause }) => `    What touches most: ${question} (${clause})`,
  "left-aside": ({ sheet, kind, places, count }) =>
    `  ${sheet}: ${LEFT_ASIDE_EN[kind]}: ${places
      .map(({ row, column, text, nearest }) =>
        column === null
          ? `row ${row}`
          : `column ${column} “${text}”${nearest === null ? "" : ` (rename it if “${nearest}” is meant)`}`,
      )
      .join(", ")}${count > places.length ? ` and ${count - places.length} more` : ""}`,
  "question-effects": ({ question, options }) =>
    `    ${question} ${options.map(({ option, effect }) => `With “${option}”, ${effect}`).join("; ")}`,
  "effects-rest": ({ count }) =>
    `    ${several(count, "further question")} with less or no effect: see “Decide” in the pane`,
  "no-effects": () => "    Deciding any single one of them changes no person and no year",
  "certificates-issued": ({ count, first, last }) =>
    `  Certificates: ${count} issued${first === null ? "" : `, numbers ${first} to ${last ?? first}`}`,

  "compared-sides": ({ before, after }) => `  Comparison: ${before} → ${after}`,
  "compared-same": () => "    Nobody’s verdict changes",
  "compared-totals": ({ verdicts, years, records }) =>
    `    ${several(verdicts, "verdict")}, ${several(years, "year")} and ${several(records, "record")} change`,
  "compared-rest": ({ count }) => `    ${several(count, "further person", "further people")}: see the file of --json`,
  "compared-person": ({ name, registrationNo, verdict, codes }) =>
    `    ${name} ${registrationNo}: ${verdict}${inBrackets(codes)}`,
  "compared-year": ({ year, states, amount, codes }) =>
    `      ${year}: ${states}${amount === null ? "" : `, ${amount.text}${amount.difference === null ? "" : ` (${amount.difference})`}`}${inBrackets(codes)}`,
  "compared-records-rest": ({ count }) => `        ${several(count, "further record")}`,
  "compared-record": ({ sheet, row, amount, verdict, clauses, codes }) =>
    `        ${sheet} row ${row}: ${amount}, ${verdict}${clauses.length === 0 ? "" : `, by ${clauses.join(", ")}`}${inBrackets(codes)}`,
  "year-unlisted": () => "not listed",
  "problem-new": ({ problem }) => `new: ${problem}`,
  "problem-gone": ({ problem }) => `no longer: ${problem}`,

  "person-unknown": ({ asked }) =>
    `  Neither “人员信息” nor “学时记录” has the registration number “${asked}”: check the number.`,
  "person-unlisted": ({ registrationNo }) => `  ${registrationNo}: not on “人员信息”`,
  "year-in-full": ({ year, status, publicHours, professionalHours, totalHours, reasons }) => {
    const why = reasons.map((parts) => parts.join(": ")).join("; ");
    return `  ${year} ${status}: public ${publicHours}, professional ${professionalHours}, total ${totalHours}${why === "" ? "" : `; ${why}`}`;
  },
  "records-of-no-year": () => "  Records of no year",
  "record-in-full": ({ row, form, title }) => `    Row ${row} ${form} “${title}”`,

  "round-file": ({ kind, file, unit, year }) =>
    `  ${kind === "round" ? "Earlier round" : "Earlier year"} ${file}: ${unit}, year applied for ${year}`,
  "round-counts": ({ of, counts }) =>
    `    ${of === "people" ? "People" : "Records"}: ${counts.unchanged} the same${counts.outcome > 0 ? ` (${counts.outcome} of them come out otherwise)` : ""}, ${counts.added} added, ${counts.changed} changed, ${counts.removed} removed`,
  "round-again": (again) =>
    `    ${several(again.records, "record")} to look at again (${again.added} added, ${again.changed} changed, ${again.outcome} come out otherwise), of ${several(again.people, "person", "people")}`,
  "round-line": ({ change, names, what, verdicts }) =>
    `      ${CHANGE_EN[change]} ${names.join(" ")}${what === "" ? "" : `: ${what}`}${verdicts.length === 0 ? "" : ` (${verdicts.join(" → ")})`}`,
  "round-rest": ({ count }) => `      ${count} more: see the sheet “上轮对照”`,
  "round-doubt": ({ name, certificateNo, registrationNo, why, now }) =>
    why === "renumbered"
      ? `    ${name} holds the valid certificate ${certificateNo}; the registration number was changed from ${registrationNo} to ${now}: check “发证台账” before issuing, so that nobody gets two`
      : `    ${name} holds the valid certificate ${certificateNo} and ${DOUBT_EN[why]}: check whether to void it`,
  "round-opinions": ({ counting, stale, lost }) =>
    `    Decisions on findings: ${counting} kept, ${stale} to check again${lost > 0 ? `, ${lost} whose record or problem is gone` : ""}`,
  "round-opinion-conflict": ({ name, row, own, other }) =>
    `      ${name} row ${row}: “${own}” here, “${other}” in the earlier round; this workbook’s counts`,
  "round-numbers": ({ count }) => `    Certificate numbers: ${count} taken over`,
  "round-number-conflict": ({ entry, own }) =>
    `      ${entry.certificateNo} ${entry.name}: differs from ${own.certificateNo} ${own.name} (${own.status}) in this workbook’s ledger, not taken over; check it`,
  "round-proofs": ({ people, years, same }) =>
    `    Proven years: ${several(years, "year")} of ${several(people, "person", "people")} relied on${same > 0 ? `, ${several(same, "year")} stamped already` : ""}`,
  "round-proof-refused": ({ entry, why }) =>
    `      ${entry.name} certificate ${entry.certificateNo}: ${{ name: "another name", ledger: "a number twice or dates out of order in the ledger", unmet: "none of its years is met" }[why]}, not relied on`,
  "round-decisions": ({ taken, conflicts }) =>
    `    Questions: ${several(taken, "decision")} taken${conflicts > 0 ? `, ${conflicts} differ from this workbook’s, which count` : ""}`,

  "at-cell": ({ sheet, cell, text }) => `${sheet}${cell === null ? "" : `!${cell}`}: ${text}`,
  "action-failed": ({ message, remedy }) => `${message ?? "Failed"}${remedy === null ? "" : `: ${remedy}`}`,

  "blank-usage": () => `usage: npm run blank -- OUT.xlsx [--lang zh|en]`,
  "policy-usage": () =>
    `usage: npm run policy -- export ID OUT.xlsx | check FILE.xlsx|ID [--json FILE] | compare A B [--json FILE] | new OUT.xlsx [--extends ID] [--lang zh|en]`,
  "policy-verb-unknown": ({ verb }) =>
    verb === ""
      ? "say what to do: export, check, compare or new"
      : `there is no “${verb}”: export, check, compare or new`,
  "policy-words-unfit": ({ verb }) => `the number of files or ids after ${verb} is wrong`,
  "policy-written": ({ id, path }) => `policy ${id} written to ${path}`,
  "policy-finding": ({ severity, place, message, code, example }) =>
    `  ${severity} ${place}: ${message} (${code})${example === "" ? "" : `\n      example: ${example}`}`,
  "policy-checked": ({ name, errors, warnings, infos }) =>
    `${name}: ${several(errors, "error")}, ${several(warnings, "warning")}, ${several(infos, "note")}`,
  "policy-unusable": ({ file }) => `${file} has errors; npm run policy -- check lists them all`,
  "policy-compared": ({ before, after, count }) =>
    count === 0
      ? `${before} and ${after} give the same hours for every record`
      : `${before} → ${after}: ${several(count, "difference")}`,
  "policy-difference": (d) =>
    `  ${d.form} (${d.when}): ${d.before} → ${d.after}${d.clauses.length === 0 ? "" : `; by ${d.clauses.map((clause) => clause ?? "—").join(" → ")}`}\n      example: ${d.example}`,
  "blank-name-missing": () => "Name the file to make",
  "blank-one-file": ({ more }) => `One file at a time: “${more}” is too much`,
  "blank-extension": () => "The file’s name has to end in .xlsx",
  "blank-exists": ({ path }) => `${path} is there already and will not be overwritten: choose another name`,
  "blank-made": ({ path }) => `Blank submission workbook made: ${path}`,
};

type CommandSentences = typeof zh;
export type CommandKey = keyof CommandSentences;
export type CommandDetails<Key extends CommandKey> = Parameters<CommandSentences[Key]>;

const sentences: Readonly<Record<Language, CommandSentences>> = { zh, en };

/** Every key of the command's words. */
export const COMMAND_KEYS = Object.keys(zh) as readonly CommandKey[];

/** Says a key of the command in a language. */
export type CommandSpeech = <Key extends CommandKey>(key: Key, ...details: CommandDetails<Key>) => string;

/** The command's words in a language. */
export const commandSpeech =
  (language: Language): CommandSpeech =>
  (key, ...details) =>
    (sentences[language][key] as (...given: typeof details) => string)(...details);

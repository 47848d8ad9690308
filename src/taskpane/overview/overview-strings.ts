/** Words of 概览. */
import type { LeftAsideItem } from "../../submission/types";
import type { RecordPart } from "../../trust";

const noticesZh: Readonly<Record<LeftAsideItem["kind"], (place: string, text: string, nearest: string) => string>> = {
  "sheet-unread": (place) => `${place} 行起：找不到表头行，整表未读取`,
  "column-unread": (place, text, nearest) =>
    `${place} 列“${text}”：不是标准列，未读取${nearest === "" ? "" : `；如为“${nearest}”，请改列名`}`,
  "blank-skipped": (place) => `${place} 行：空行，已跳过`,
  "header-skipped": (place) => `${place} 行：重复的表头，已跳过`,
  "totals-skipped": (place) => `${place} 行：合计或小计，已跳过`,
  "note-skipped": (place) => `${place} 行：说明文字，已跳过`,
};

const zh = {
  welcome: "逐条审核继续教育申报",
  welcomeText: "打开单位交来的申报工作簿，按通知折算学时、核对材料、判定年度。单位填写的内容不会被改动。",
  /** What happens, in three steps. */
  steps: [
    "审核：读取记录，写入批注、审核意见和年度汇总",
    "决定：通知没写明的口径，和要人来定的记录",
    "发证或退回：生成合格证明，或给单位的退回件",
  ],
  loading: "正在审核，结果马上出来…",
  next: "接下来",
  nothingNext: "没有待办：可以固化结果，或打印合格证明。",
  todo: {
    doubtful: (count: number): string => `${count} 份有效证明的持有人现在不符合，核对是否作废`,
    outdated: "结果已旧，重新审核",
    conflicts: "编号有冲突，先核对台账",
    questions: (count: number): string => `${count} 个口径未定`,
    records: (count: number): string => `${count} 条记录等待决定`,
    errors: (count: number): string => `${count} 处错误，逐条核对`,
    certificates: (count: number): string => `${count} 人可以发证`,
    sendBack: (people: number): string => `${people} 人需补正，退回单位`,
    again: (records: number): string => `${records} 条与上轮不同，需再看`,
  },
  incoming: {
    title: "随文件带来的内容",
    notCounted: "以下内容不是本机关写下的，未经确认一律不计入：",
    rows: (sheet: string, count: number, by: string): string =>
      `${sheet} ${count} 行（${by === "" ? "未署名" : `署名：${by}`}）`,
    settings: (count: number): string => `存在文件里的设置 ${count} 项，未采用`,
    renamed: (from: string, to: string): string => `单位自己的工作表“${from}”已改名为“${to}”，内容未动`,
    toBeRenamed: (from: string, to: string): string => `单位自己的工作表“${from}”，审核时改名为“${to}”，内容不动`,
    hidden: (name: string): string => `隐藏的工作表“${name}”也会读取`,
    show: "显示",
    which: "逐行查看",
    more: (count: number): string => `另有 ${count} 行`,
    name: "处理人",
    reason: "理由",
    hint: "采信后即作为本机关的决定，表上注明由谁、何时、为何采信；不予采信的留在表上，不计入。",
    takeOver: (count: number): string => `采信 ${count} 项`,
    putAside: (count: number): string => `不予采信 ${count} 项`,
    confirmTyped: (count: number): string => `是本机关填写的：确认 ${count} 行`,
    typedHint: (name: string): string =>
      `上次审核之后填写，没有本机关的印记。以“${name}”的名义确认；如是单位填写的，请逐项核对。`,
    typedReason: "本机关在加载项未打开时填写",
  },
  summary: "结论",
  people: "人员",
  years: "年度",
  records: "记录",
  show: (what: string, word: string, count: number): string => `${what}：${word} ${count}，查看`,
  frequent: "最常见的问题",
  times: (count: number): string => `${count} 处`,
  noFindings: "没有发现问题。",
  about: "这份申报",
  /** The last line: the product's version and the notice it reviews by. */
  version: (version: string, notice: string): string => `依据：${notice} · 版本 ${version}`,
  /** The record that the last review left in the workbook. */
  record: {
    parts: { inputs: "填报内容", decisions: "口径或处理意见", policy: "所依据的规则" } satisfies Record<
      RecordPart,
      string
    >,
    changed: (parts: readonly string[]): string =>
      `工作簿里的结果已旧：上次审核后，${parts.join("、")}有改动，请重新审核`,
    asTheyAre: "这里按现在的单元格显示；工作表里写着的还是上次审核的结果。",
    rows: (count: number): string => `上次审核后改动的记录：${count} 条`,
    made: (on: string, version: string, people: number, records: number, findings: number): string =>
      `审核记录：${on}，版本 ${version}，${people} 人、${records} 条记录、${findings} 条意见`,
    hashes: (policy: string, inputs: string, decisions: string): string =>
      `校验值：政策 ${policy} · 填报 ${inputs} · 决定 ${decisions}`,
  },
  live: "更正单元格后，该行、该年度和本人随即重算。",
  chosenColumns: (columns: readonly string[]): string => `由审核人指定的列：${columns.join("、")}`,
  forgetColumns: "取消指定并重新审核",
  leftAside: (count: number): string => `未读取的行和列：${count} 处`,
  notice: noticesZh,
};

type OverviewStrings = typeof zh;

const en: OverviewStrings = {
  welcome: "Continuing education, record by record",
  welcomeText:
    "Open the workbook that a unit handed in: hours are converted, evidence checked and years judged by the notice. What the unit filled in is never changed.",
  steps: [
    "Review: reads the records, writes annotation, findings and years",
    "Decide: what the notice leaves open, and records that need a person",
    "Issue or send back: certificates, or a workbook for the unit",
  ],
  loading: "Reviewing, results are on their way…",
  next: "Next",
  nothingNext: "Nothing left to do: freeze the results, or print certificates.",
  todo: {
    doubtful: (count) => `${count} valid certificates whose holders no longer qualify: void them?`,
    outdated: "Results are outdated: review again",
    conflicts: "Numbers conflict: check the ledger first",
    questions: (count) => `${count} readings undecided`,
    records: (count) => `${count} records wait for a decision`,
    errors: (count) => `${count} errors to look at`,
    certificates: (count) => `${count} people can get a certificate`,
    sendBack: (people) => `${people} people have something to correct: send back`,
    again: (records) => `${records} records differ from the last round`,
  },
  incoming: {
    title: "What came with the file",
    notCounted: "This office has not written the following; nothing of it counts until it is confirmed:",
    rows: (sheet, count, by) =>
      `${sheet}: ${count} ${count === 1 ? "row" : "rows"} (${by === "" ? "unsigned" : `signed ${by}`})`,
    settings: (count) => `${count} stored settings, not used`,
    renamed: (from, to) => `The unit’s own sheet ${from} is called ${to} now; nothing on it was changed`,
    toBeRenamed: (from, to) =>
      `The unit’s own sheet ${from} will be called ${to} by the review; nothing on it is changed`,
    hidden: (name) => `The hidden sheet ${name} is read too`,
    show: "Show",
    which: "Row by row",
    more: (count) => `and ${count} more`,
    name: "Who decides",
    reason: "Reason",
    hint: "What is taken over is the office’s decision from then on, and the sheet says who took it over, when and why. What is put aside stays on the sheet and does not count.",
    takeOver: (count) => `Take over ${count}`,
    putAside: (count) => `Put aside ${count}`,
    confirmTyped: (count) => `Typed by this office: confirm ${count} ${count === 1 ? "row" : "rows"}`,
    typedHint: (name) =>
      `Typed after the last review, without this office’s mark. Confirmed as ${name}; what the unit typed is looked at one by one.`,
    typedReason: "本机关在加载项未打开时填写",
  },
  summary: "Verdicts",
  people: "People",
  years: "Years",
  records: "Records",
  show: (what, word, count) => `${what}: ${word} ${count}, show`,
  frequent: "Most frequent problems",
  times: (count) => `${count}×`,
  noFindings: "Nothing was found.",
  about: "This submission",
  version: (version, notice) => `Notice: ${notice} · Version ${version}`,
  record: {
    parts: { inputs: "what the unit filled in", decisions: "readings or decisions", policy: "the rules" },
    changed: (parts) => `The results in this workbook are old: ${parts.join(" and ")} changed since. Review again`,
    asTheyAre:
      "What is shown here goes by the cells as they are; the sheets still have the results of the last review.",
    rows: (count) => `Records changed since the last review: ${count}`,
    made: (on, version, people, records, findings) =>
      `Reviewed on ${on}, version ${version}: ${people} people, ${records} records, ${findings} findings`,
    hashes: (policy, inputs, decisions) => `Hashes: notice ${policy} · inputs ${inputs} · decisions ${decisions}`,
  },
  live: "Correct a cell, and its row, year and person are judged anew.",
  chosenColumns: (columns) => `Columns chosen by the reviewer: ${columns.join(", ")}`,
  forgetColumns: "Forget the choice and review again",
  leftAside: (count) => `Rows and columns not read: ${count}`,
  notice: {
    "sheet-unread": (place) => `${place}: no header row found, the sheet was not read`,
    "column-unread": (place, text, nearest) =>
      `${place} “${text}”: no standard column, not read${nearest === "" ? "" : `; rename it if ${nearest} is meant`}`,
    "blank-skipped": (place) => `${place}: blank row, skipped`,
    "header-skipped": (place) => `${place}: header repeated, skipped`,
    "totals-skipped": (place) => `${place}: totals row, skipped`,
    "note-skipped": (place) => `${place}: note, skipped`,
  },
};

export const overviewStrings = { zh, en } as const;

/** Words of the second round's section. */
import type { DoubtfulHolder } from "../../certificates";
import {
  CHANGE_WORDS,
  whatChanged,
  type RoundChange,
  type CarriedNumberConflict,
  type RefusedProof,
  type RoundCounts,
} from "../../rounds";

export const roundZh = {
  title: "上轮对照",
  again: (records: number, people: number): string =>
    records + people === 0 ? "与上轮相同或已处理，没有需要再看的内容。" : `需再看 ${records} 条记录，涉及 ${people} 人`,
  parts: (added: number, changed: number, outcome: number): string =>
    [added > 0 ? `新增 ${added}` : "", changed > 0 ? `改动 ${changed}` : "", outcome > 0 ? `结果有变 ${outcome}` : ""]
      .filter(Boolean)
      .join(" · "),
  againHint: "逐项对照见“上轮对照”表；在审核意见中点“需再看”筛选。",
  none: "还没有导入上轮结果。单位改正后重新报送的，可与上轮审核过的工作簿对照。",
  file: "选择上轮或以前年度审核过的工作簿（.xlsx）",
  hint: "同一年度的：对照增删改，带入口径、人工处理和证明编号。以前年度的：达标且持有有效证明的年度作已验印处理。本工作簿已有的决定不变。",
  from: (file: string, year: number): string => `“${file}”（${year} 年度申报）`,
  counts: (of: "people" | "records", { unchanged, added, changed, removed, outcome }: RoundCounts): string =>
    `${of === "people" ? "人员" : "记录"}：相同 ${unchanged - (of === "records" ? outcome : 0)}，新增 ${added}，改动 ${changed}，删除 ${removed}${of === "records" && outcome > 0 ? `，未改但结果有变 ${outcome}` : ""}`,
  list: "增删改明细",
  changes: CHANGE_WORDS,
  what: whatChanged,
  rest: (count: number): string => `还有 ${count} 处，导入后见“上轮对照”表`,
  opinions: (counting: number, stale: number): string =>
    counting + stale === 0 ? "没有可带入的人工处理" : `人工处理：${counting} 条沿用，${stale} 条因记录有改动待复核`,
  lost: (count: number): string => `${count} 条处理意见所在的记录或问题已不存在，不带入`,
  opinionConflict: (name: string, row: number, own: string, other: string): string =>
    `${name} 第 ${row} 行：本工作簿“${own}”，上轮“${other}”，以本工作簿为准`,
  decisions: (taken: number, conflicts: number): string =>
    `口径：采用 ${taken} 个${conflicts > 0 ? `；${conflicts} 个与本工作簿不同，以本工作簿为准` : ""}`,
  ledger: (count: number): string => `证明编号：带入 ${count} 个`,
  ledgerConflict: ({ entry, kind, own }: CarriedNumberConflict): string =>
    kind === "number"
      ? `证明编号 ${entry.certificateNo}：上轮属 ${entry.name}，本工作簿属 ${own.name}，未带入，请核对`
      : kind === "person"
        ? `${entry.name}：上轮编号 ${entry.certificateNo}，本工作簿已有 ${own.certificateNo}，未带入，请核对`
        : `证明编号 ${entry.certificateNo}：上轮“${entry.status}”，本工作簿“${own.status}”，以本工作簿为准，请核对`,
  doubtful: ({ certificateNo, registrationNo, name, why, now = "" }: DoubtfulHolder): string =>
    why === "renumbered"
      ? `${name} 持有效证明 ${certificateNo}，登记证书编号由 ${registrationNo} 改为 ${now}：请先核对“发证台账”，再生成证明，以免一人两证`
      : `${name} 持有效证明 ${certificateNo}，${why === "gone" ? "本轮没有此人" : why === "name" ? "本轮该登记证书编号是另一姓名" : "本轮结论不是合格"}：请核对是否作废`,
  proofs: (years: number, people: number): string =>
    years === 0
      ? "没有可采信的年度：对方没有本单位人员的有效证明，或这些年度已经验印"
      : `可采信 ${people} 人 ${years} 个年度，作已验印处理`,
  refused: ({ entry, why }: RefusedProof): string =>
    `${entry.name} 证明 ${entry.certificateNo}：${why === "name" ? "与本工作簿的姓名不同" : why === "ledger" ? "台账有重号或日期次序问题" : "证明所列年度在其“年度汇总”中没有达标的"}，不采信`,
  otherUnit: (own: string, other: string): string => `对方单位是“${other}”，本工作簿是“${own}”。`,
  sameUnit: "确认是同一单位（如已更名）",
  by: "导入人姓名",
  byHint: "姓名和今天的日期将写入“已验印依据”表。",
  byMissing: "请填写导入人姓名",
  confirm: "导入并重新审核",
};

export const roundEn: typeof roundZh = {
  title: "Since the last round",
  again: (records, people) =>
    records + people === 0
      ? "The same as before or decided: nothing to look at again."
      : `${records} records to look at again, of ${people} people`,
  parts: (added, changed, outcome) =>
    [
      added > 0 ? `${added} added` : "",
      changed > 0 ? `${changed} changed` : "",
      outcome > 0 ? `${outcome} come out otherwise` : "",
    ]
      .filter(Boolean)
      .join(" · "),
  againHint: "The sheet 上轮对照 lists them; filter the findings by “To look at again”.",
  none: "No earlier round was taken over. A workbook handed in again can be laid beside the one reviewed before.",
  file: "Choose the workbook reviewed before, of this year or an earlier one (.xlsx)",
  hint: "Of the same year: what was added, changed and removed; readings, decisions and numbers come along. Of an earlier year: years met under a valid certificate count as proven. What this workbook has decided stands.",
  from: (file, year) => `“${file}” (submission for ${year})`,
  counts: (of, { unchanged, added, changed, removed, outcome }) =>
    `${of === "people" ? "People" : "Records"}: ${unchanged - (of === "records" ? outcome : 0)} the same, ${added} added, ${changed} changed, ${removed} removed${of === "records" && outcome > 0 ? `, ${outcome} unchanged that come out otherwise` : ""}`,
  list: "What was added, changed and removed",
  changes: { added: "Added", changed: "Changed", removed: "Removed", outcome: "Comes out otherwise" } satisfies Record<
    RoundChange,
    string
  >,
  what: ({ of, changes, change, rowBefore, resembles }: Parameters<typeof whatChanged>[0]): string =>
    [
      ...changes.map(({ column, before, after }) =>
        column === "身份证号"
          ? column
          : `${column}: ${before === "" ? "(blank)" : before} → ${after === "" ? "(blank)" : after}`,
      ),
      ...(change === "outcome"
        ? [
            of === "person"
              ? "the years follow the records"
              : "unchanged itself: a filing, a reading or another row changed",
          ]
        : []),
      ...(change === "removed" ? [`row ${rowBefore ?? ""} before`] : []),
      ...(resembles.length > 0
        ? [`resembles row ${resembles.join(", ")} here too much to say which it became: check`]
        : []),
    ].join("; "),
  rest: (count) => `${count} more; see the sheet 上轮对照 afterwards`,
  opinions: (counting, stale) =>
    counting + stale === 0
      ? "No reviewer’s decision to take over"
      : `Reviewers’ decisions: ${counting} count again, ${stale} wait because the record changed`,
  lost: (count) => `${count} notes whose record or problem is gone stay behind`,
  opinionConflict: (name, row, own, other) =>
    `${name}, row ${row}: here “${own}”, before “${other}”; what this workbook decided stands`,
  decisions: (taken, conflicts) =>
    `Readings: ${taken} taken over${conflicts > 0 ? `; ${conflicts} differ, this workbook’s stand` : ""}`,
  ledger: (count) => `Certificate numbers: ${count} taken over`,
  ledgerConflict: ({ entry, kind, own }) =>
    kind === "number"
      ? `Number ${entry.certificateNo} was ${entry.name}’s and is ${own.name}’s here: not taken over, check it`
      : kind === "person"
        ? `${entry.name} held ${entry.certificateNo} and holds ${own.certificateNo} here: not taken over, check it`
        : `Number ${entry.certificateNo}: “${entry.status}” before, “${own.status}” here; this workbook’s stands, check it`,
  doubtful: ({ certificateNo, registrationNo, name, why, now = "" }) =>
    why === "renumbered"
      ? `${name} holds the valid number ${certificateNo}; the registration number changed from ${registrationNo} to ${now}: check 发证台账 before making certificates, or there will be two`
      : `${name} holds the valid number ${certificateNo}, but ${why === "gone" ? "is not in this round" : why === "name" ? "the registration number has another name now" : "no longer qualifies"}: should it be voided?`,
  proofs: (years, people) =>
    years === 0
      ? "No year can be proven: no valid certificate of these people, or stamped already"
      : `${years} years of ${people} people can be taken as proven`,
  refused: ({ entry, why }) =>
    `${entry.name}, certificate ${entry.certificateNo}: ${why === "name" ? "another name here" : why === "ledger" ? "its ledger has a conflict" : "none of its years is met there"}; not taken`,
  otherUnit: (own, other) => `That unit is “${other}”, this one is “${own}”.`,
  sameUnit: "They are the same unit",
  by: "Taken over by",
  byHint: "The name and today’s date are written to the sheet 已验印依据.",
  byMissing: "Enter who takes over",
  confirm: "Take over and review again",
};

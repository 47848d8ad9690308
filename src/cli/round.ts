/** What a round before brought, in lines that a person reads in a terminal. */
import type { ImportRoundOutcome, RoundPreview } from "../excel/index";
import { CHANGE_WORDS, whatChanged, type RoundCounts, type RoundLine } from "../rounds/index";

const MOST = 12;

/** `outcome` is null when there was nothing to take over. */
export function roundLines(
  { previous, kind, carried, outcome: previewed }: RoundPreview,
  outcome: ImportRoundOutcome | null,
): string[] {
  const { decisions, round, proofs } = outcome?.carried ?? carried;
  const facts = outcome?.round ?? previewed;
  const { unit } = previous.submission;
  const lines = [
    `  ${kind === "round" ? "上轮" : "以前年度"} ${previous.fileName}：${unit.unitName}，申报年度 ${unit.applicationYear}`,
  ];
  if (facts !== null) {
    const { comparison, again, doubtful } = facts;
    lines.push(
      `    人员：${counted(comparison.people)}`,
      `    记录：${counted(comparison.records)}`,
      `    需再看 ${again.records.size} 条记录（新增 ${again.added}，改动 ${again.changed}，结果有变 ${again.outcome}），涉及 ${again.people.size} 人`,
      ...comparison.lines.slice(0, MOST).map(lineText),
      ...(comparison.lines.length > MOST ? [`      还有 ${comparison.lines.length - MOST} 处，见“上轮对照”表`] : []),
      ...doubtful.map(
        ({ certificateNo, registrationNo, name, why, now = "" }) =>
          `    ${name} 持有效证明 ${certificateNo}，${why === "renumbered" ? `登记证书编号由 ${registrationNo} 改为 ${now}，生成证明前请核对“发证台账”，以免一人两证` : why === "gone" ? "本轮没有此人" : why === "name" ? "本轮该编号是另一姓名" : "本轮结论不是合格"}${why === "renumbered" ? "" : "，请核对是否作废"}`,
      ),
    );
  }
  if (round !== null) {
    const { opinions, ledger } = round;
    lines.push(
      `    人工处理：${opinions.counting} 条沿用，${opinions.stale} 条待复核${opinions.lost.length > 0 ? `，${opinions.lost.length} 条所在的记录或问题已不存在` : ""}`,
    );
    for (const { name, row, own, other } of opinions.conflicts)
      lines.push(`      ${name} 第 ${row + 1} 行：本工作簿“${own}”，上轮“${other}”，以本工作簿为准`);
    lines.push(`    证明编号：带入 ${ledger.taken.length} 个`);
    for (const { entry, own } of ledger.conflicts)
      lines.push(
        `      ${entry.certificateNo} ${entry.name}：与本工作簿台账的 ${own.certificateNo} ${own.name}（${own.status}）不一致，未带入，请核对`,
      );
  }
  if (kind === "year") {
    lines.push(
      `    已验印依据：采信 ${new Set(proofs.taken.map(({ registrationNo }) => registrationNo)).size} 人 ${proofs.taken.length} 个年度${proofs.same > 0 ? `，另有 ${proofs.same} 个年度原已验印` : ""}`,
    );
    for (const { entry, why } of proofs.refused)
      lines.push(
        `      ${entry.name} 证明 ${entry.certificateNo}：${why === "name" ? "姓名不同" : why === "ledger" ? "台账有重号或日期次序问题" : "所列年度没有达标的"}，不采信`,
      );
  }
  lines.push(
    `    口径：采用 ${decisions.taken.length} 个${decisions.conflicts.length > 0 ? `，${decisions.conflicts.length} 个与本工作簿不同，以本工作簿为准` : ""}`,
  );
  return lines;
}

const counted = ({ unchanged, added, changed, removed, outcome }: RoundCounts): string =>
  `相同 ${unchanged}${outcome > 0 ? `（其中结果有变 ${outcome}）` : ""}，新增 ${added}，改动 ${changed}，删除 ${removed}`;

function lineText(line: RoundLine): string {
  const { name, registrationNo, year, title, change, before, after } = line;
  const verdicts = [before, after]
    .map((each) => (each === null ? null : `${each.verdict}${each.hours === null ? "" : ` ${each.hours}`}`))
    .filter((each) => each !== null);
  const what = whatChanged(line);
  return `      ${CHANGE_WORDS[change]} ${[name, registrationNo, year, title].filter((part) => part !== null && part !== "").join(" ")}${what === "" ? "" : `：${what}`}${verdicts.length === 0 ? "" : `（${[...new Set(verdicts)].join(" → ")}）`}`;
}

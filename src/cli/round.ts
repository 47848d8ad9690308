/** What a round before brought, in lines that a person reads in a terminal. */
import type { ImportRoundOutcome, RoundPreview } from "../excel/index";
import { commandSpeech, type CommandSpeech } from "../messages/command";
import type { Language } from "../messages/index";
import { shownNumber } from "../submission";
import { whatChanged, type RoundLine } from "../rounds/index";

const MOST = 12;

/** `outcome` is null when there was nothing to take over. */
export function roundLines(
  { previous, kind, carried, outcome: previewed }: RoundPreview,
  outcome: ImportRoundOutcome | null,
  language: Language,
): string[] {
  const say = commandSpeech(language);
  const { decisions, round, proofs } = outcome?.carried ?? carried;
  const facts = outcome?.round ?? previewed;
  const { unit } = previous.submission;
  const lines = [say("round-file", { kind, file: previous.fileName, unit: unit.unitName, year: unit.applicationYear })];
  if (facts !== null) {
    const { comparison, again, doubtful } = facts;
    const { added, changed, outcome: otherwise } = again;
    lines.push(
      say("round-counts", { of: "people", counts: comparison.people }),
      say("round-counts", { of: "records", counts: comparison.records }),
      say("round-again", {
        records: again.records.size,
        added,
        changed,
        outcome: otherwise,
        people: again.people.size,
      }),
      ...comparison.lines.slice(0, MOST).map((line) => lineText(line, say)),
      ...(comparison.lines.length > MOST ? [say("round-rest", { count: comparison.lines.length - MOST })] : []),
      ...doubtful.map((holder) => say("round-doubt", { now: "", ...holder })),
    );
  }
  if (round !== null) {
    const { opinions, ledger } = round;
    lines.push(
      say("round-opinions", { counting: opinions.counting, stale: opinions.stale, lost: opinions.lost.length }),
    );
    for (const { name, row, own, other } of opinions.conflicts)
      lines.push(say("round-opinion-conflict", { name, row: row + 1, own, other }));
    lines.push(say("round-numbers", { count: ledger.taken.length }));
    for (const { entry, own } of ledger.conflicts) lines.push(say("round-number-conflict", { entry, own }));
  }
  if (kind === "year") {
    lines.push(
      say("round-proofs", {
        people: new Set(proofs.taken.map(({ registrationNo }) => registrationNo)).size,
        years: proofs.taken.length,
        same: proofs.same,
      }),
    );
    for (const { entry, why } of proofs.refused) lines.push(say("round-proof-refused", { entry, why }));
  }
  lines.push(say("round-decisions", { taken: decisions.taken.length, conflicts: decisions.conflicts.length }));
  return lines;
}

function lineText(line: RoundLine, say: CommandSpeech): string {
  const { name, year, title, change, before, after } = line;
  const verdicts = [before, after]
    .map((each) => (each === null ? null : `${each.verdict}${each.hours === null ? "" : ` ${each.hours}`}`))
    .filter((each) => each !== null);
  return say("round-line", {
    change,
    names: [name, shownNumber(line), year ?? "", title].filter((part) => part !== ""),
    // As the sheet 上轮对照 has it
    what: whatChanged(line),
    verdicts: [...new Set(verdicts)],
  });
}

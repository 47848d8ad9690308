/** The documents handed in: complete, completed by a substitute, or a question that the notice leaves open (annex 4 part 2). */
import type { CompiledForm } from "../compiled-policy";
import type { CheckedRecord, Gate } from "./checked-record";

/**
 * Says what the documents lack. Returns null when they will do; else the questions of which any one, accepted, lets the
 * hours through. An empty list: nothing does.
 */
export function checkEvidence(checked: CheckedRecord, form: CompiledForm): readonly Gate[] | null {
  const { record, office } = checked;
  const { evidence } = form.policy;
  const check = form.checkEvidence?.(record.evidence);
  if (!evidence || !check) return null;
  if (check.substitute) checked.add(check.substitute.code, "info", check.substitute.clause);
  if (check.complete) return null;
  const openings = check.openings.flatMap((index) => {
    const opening = evidence.openings[index];
    return opening === undefined ? [] : [{ ...opening, question: office.index(opening.ask) }];
  });
  const details = { missing: check.missing, ...(check.others > 0 ? { others: check.others } : {}) };
  const accepted = openings.find(
    (opening) => !office.isOpen(opening.question) && office.holds(opening.question, opening.accept),
  );
  if (accepted) {
    checked.ask(accepted.question, accepted.code, details);
    return null;
  }
  let undecided = false;
  let incomplete = openings.every((opening) => opening.saysIncomplete || !office.isOpen(opening.question));
  for (const opening of openings) {
    checked.ask(opening.question, opening.code, details);
    if (!office.isOpen(opening.question)) continue;
    undecided = true;
    incomplete ||= opening.saysIncomplete;
  }
  if (incomplete) checked.add("evidence-incomplete", undecided ? "judgement" : "error", evidence.clause, details);
  return openings.map((opening) => ({
    question: opening.question,
    accept: office.indexOfOption(opening.question, opening.accept),
  }));
}

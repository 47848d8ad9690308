/** The documents handed in: complete, completed by a substitute, or a question that the notice leaves open (annex 4 part 2). */
import type { CompiledForm } from "../compiled-policy";
import type { CheckedRecord, OpenGate } from "./checked-record";

/**
 * Says what the documents lack. Returns null when they will do; else the questions of which any one, accepted, lets the
 * hours through, to be said once all checks are made. An empty list: nothing does. One that is decided so that it accepts
 * silences the others.
 */
export function checkEvidence(checked: CheckedRecord, form: CompiledForm): readonly OpenGate[] | null {
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
  const details = { missing: check.missing, ...(check.others.length > 0 ? { others: check.others.length } : {}) };
  const gates = openings.map(({ question, accept, code }) => ({
    question,
    accept: office.indexOfOption(question, accept),
    code,
    details,
  }));
  const accepted = gates.find(
    ({ question, accept }) => !office.isOpen(question) && office.inForce[question] === accept,
  );
  if (accepted) return [accepted];
  const isUndecided = openings.some(({ question }) => office.isOpen(question));
  const isIncomplete =
    openings.every(({ question, saysIncomplete }) => saysIncomplete || !office.isOpen(question)) ||
    openings.some(({ question, saysIncomplete }) => saysIncomplete && office.isOpen(question));
  if (isIncomplete) checked.add("evidence-incomplete", isUndecided ? "judgement" : "error", evidence.clause, details);
  return gates;
}

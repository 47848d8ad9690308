/** Checks a policy before it is used: over every record that its own tests can tell apart, and in every reference. */
import type { Policy } from "../policy/language";
import { checkConversions } from "./checks/conversions";
import type { Found } from "./checks/found";
import { checkWhole } from "./checks/whole";
import type { PolicyFinding, Severity } from "./findings";
import { Names } from "./names";
import type { PolicyReading } from "./read";

const GRAVITY: Readonly<Record<Severity, number>> = { error: 0, warning: 1, info: 2 };

/** All findings of a workbook that was read: what can't be read, or, where all can, what the checks find. The grave first. */
export function checkPolicyBook({ policy, findings, placeOf }: PolicyReading): readonly PolicyFinding[] {
  if (policy === null) return findings;
  const found = checkPolicy(policy, (path) => {
    const { sheet, cell } = placeOf(path);
    return `${sheet}!${cell ?? ""}`;
  }).map(({ path, ...each }): PolicyFinding => ({ ...each, ...placeOf(path) }));
  return [...findings, ...found].sort((a, b) => GRAVITY[a.severity] - GRAVITY[b.severity]);
}

/** What the checks find, by paths. `place`: paths with the same place are parts of one table, written once. */
function checkPolicy(policy: Policy, place: (path: string) => string): readonly Found[] {
  const all = new Map<string, Found>();
  const note = (...[code, severity, path, details = {}, example = null]: Parameters<NoteOf>): void => {
    const key = `${code} ${place(path)} ${code.startsWith("hours-") ? String(details.column) : ""}`;
    if (!all.has(key)) all.set(key, { code, severity, path, details, example });
  };
  const names = new Names(policy);
  const reach = checkConversions(policy, names, place, note);
  checkWhole(policy, names, reach, note);
  return [...all.values()];
}

type NoteOf = (
  code: Found["code"],
  severity: Severity,
  path: string,
  details?: Found["details"],
  example?: Found["example"],
) => void;

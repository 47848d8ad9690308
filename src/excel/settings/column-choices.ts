/** What the reviewer has said about headers that nobody could know, kept with the workbook: it is asked once. */
import type { ColumnChoices } from "../../submission/types";
import type { TrustedSettings } from "./storage";

const KEY = "ce-hours-review.columns";

/** What people have said that headers mean, as the document keeps it; none where it can't be read. */
export function loadColumns(settings: TrustedSettings): ColumnChoices {
  const value = settings.get(KEY);
  if (!isRecord(value)) return {};
  return Object.fromEntries(
    Object.entries(value).map(([sheet, choices]) => [sheet, isRecord(choices) ? textsOf(choices) : {}]),
  );
}

/** Adds to what was said before; a key that is said anew is no longer what it was. Null forgets everything. */
export async function keepColumns(settings: TrustedSettings, choices: ColumnChoices | null): Promise<void> {
  await settings.save(KEY, choices === null ? null : merged(loadColumns(settings), choices));
}

function merged(before: ColumnChoices, choices: ColumnChoices): ColumnChoices {
  const result = { ...before };
  for (const [sheet, own] of Object.entries(choices)) {
    const said = new Set(Object.values(own));
    const left = Object.entries(before[sheet] ?? {}).filter(([, key]) => !said.has(key));
    result[sheet] = { ...Object.fromEntries(left), ...own };
  }
  return result;
}

function textsOf(choices: Readonly<Record<string, unknown>>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(choices).filter((entry): entry is [string, string] => typeof entry[1] === "string"),
  );
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

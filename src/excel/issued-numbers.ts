/**
 * Numbers of certificates that this machine has seen as given, in the browser's storage for this add-in: a ledger that
 * was restored from a backup knows less than the office has given, and says so nowhere. Kept are keyed hashes: neither
 * names nor registration numbers stand there.
 */
import { entryKey, isValid, type GivenElsewhere } from "../certificates/index";
import type { WorkbookGrids } from "../submission/grid";
import type { LedgerEntry } from "../submission/types";
import { unitOfGrids, yearOfGrids, type Sealer } from "../trust";

const STORED_AS = "ce-hours-review.issued";

/** Holders' marks by number, by a mark of the unit and year. */
type Stored = Readonly<Record<string, Readonly<Record<string, string>>>>;

/** What is remembered of this unit's and year's numbers and does not stand in these entries, or stands with another holder. */
export async function givenElsewhere(
  grids: WorkbookGrids,
  entries: readonly LedgerEntry[],
  sealer: Sealer,
): Promise<GivenElsewhere> {
  const known = stored()[await scopeMark(grids, sealer)] ?? {};
  const standing = new Set(entries.map(({ certificateNo }) => certificateNo));
  const conflicting = new Set<string>();
  for (const entry of entries.filter(isValid)) {
    const mark = known[entry.certificateNo];
    if (mark !== undefined && mark !== (await holderMark(entry, sealer))) conflicting.add(entryKey(entry));
  }
  return { conflicting, missing: Object.keys(known).filter((number) => !standing.has(number)) };
}

/** Notes the holders of valid numbers; a number that is noted keeps its holder, and one that two people hold is not noted. */
export async function rememberNumbers(
  grids: WorkbookGrids,
  entries: readonly LedgerEntry[],
  sealer: Sealer,
): Promise<void> {
  const scope = await scopeMark(grids, sealer);
  const all = stored();
  const known: Record<string, string> = { ...all[scope] };
  const holders = new Map<string, Set<string>>();
  for (const { certificateNo, registrationNo } of entries.filter(isValid))
    holders.set(certificateNo, (holders.get(certificateNo) ?? new Set()).add(registrationNo));
  let isNews = false;
  for (const entry of entries.filter(isValid)) {
    if (known[entry.certificateNo] !== undefined || (holders.get(entry.certificateNo)?.size ?? 0) > 1) continue;
    known[entry.certificateNo] = await holderMark(entry, sealer);
    isNews = true;
  }
  if (isNews) localStorage.setItem(STORED_AS, JSON.stringify({ ...all, [scope]: known }));
}

/** A unit's year: numbers are one workbook's, whatever its file is called. */
function scopeMark(grids: WorkbookGrids, sealer: Sealer): Promise<string> {
  return sealer.seal(JSON.stringify(["numbers of", unitOfGrids(grids), yearOfGrids(grids)]));
}

function holderMark({ certificateNo, registrationNo }: LedgerEntry, sealer: Sealer): Promise<string> {
  return sealer.seal(JSON.stringify(["holder", certificateNo, registrationNo]));
}

/** What can't be read is as good as nothing: the ledger itself is the record. */
function stored(): Stored {
  try {
    const value: unknown = JSON.parse(localStorage.getItem(STORED_AS) ?? "{}");
    const isMap = (each: unknown): each is Record<string, unknown> => typeof each === "object" && each !== null;
    if (!isMap(value)) return {};
    return Object.fromEntries(
      Object.entries(value).map(([scope, numbers]) => [
        scope,
        isMap(numbers)
          ? Object.fromEntries(
              Object.entries(numbers).filter((pair): pair is [string, string] => typeof pair[1] === "string"),
            )
          : {},
      ]),
    );
  } catch {
    return {};
  }
}

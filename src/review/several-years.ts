/** One activity claimed for several years: what of it goes beyond its days, or counts a certificate twice. */
import { normalisedTitle, yearOfDay } from "../submission/text";
import { completedWithin, firstDayOf, lastDayOf } from "../submission/period";
import type { RecordUnderReview } from "./record-under-review";

/**
 * The later records that claim too much of one activity, each with the first that claims it: online courses with the
 * same 证书学时; of activities that are spread over days, those whose half-days (of meetings: countable days) go beyond what
 * the dates allow together with the records before. What was completed once, where a notice lets it be claimed for two
 * years: of two claims the one for the year of completion stands, wherever it is in the sheet. What a decided reading makes
 * nothing, as a meeting in the year that does not take it, claims nothing.
 */
export function claimedForSeveralYears(
  records: readonly RecordUnderReview[],
): ReadonlyMap<RecordUnderReview, RecordUnderReview> {
  const later = new Map<RecordUnderReview, RecordUnderReview>();
  const activities = new Map<string, Claims>();
  const completed = new Map<string, RecordUnderReview[]>();
  for (const each of records) {
    const once = completionOf(each);
    if (once !== null) {
      const alike = completed.get(once);
      if (alike) alike.push(each);
      else completed.set(once, [each]);
      continue;
    }
    const claim = claimOf(each);
    if (claim === null) continue;
    const known = activities.get(claim.activity);
    if (known === undefined) {
      activities.set(claim.activity, { first: each, years: new Set([each.record.year]), used: claim.uses });
      continue;
    }
    const isOtherYear = !known.years.has(each.record.year);
    known.years.add(each.record.year);
    if (known.used + claim.uses <= claim.most) known.used += claim.uses;
    else if (isOtherYear) later.set(each, known.first);
  }
  for (const claims of completed.values()) markSecondClaims(claims, later);
  return later;
}

/** Person, form and title of what can be claimed for the year of its completion or the year after; null for all else. */
function completionOf({ record, form }: RecordUnderReview): string | null {
  const { registrationNo, year, title, completedDate } = record;
  if (!form?.policy.yearAfter || year === null || registrationNo === "" || title === "" || completedDate === null)
    return null;
  return [registrationNo, form.slug, normalisedTitle(title)].join("\u001f");
}

function markSecondClaims(
  claims: readonly RecordUnderReview[],
  later: Map<RecordUnderReview, RecordUnderReview>,
): void {
  if (claims.length < 2) return;
  const isOwnYear = ({ record }: RecordUnderReview): boolean =>
    record.completedDate !== null && yearOfDay(record.completedDate) === record.year;
  const standing: RecordUnderReview[] = [];
  for (const each of [...claims.filter(isOwnYear), ...claims.filter((claim) => !isOwnYear(claim))]) {
    const span = completedWithin(each.record);
    const first = standing.find(({ record }) => {
      const other = completedWithin(record);
      return record.year !== each.record.year && other.first <= span.last && other.last >= span.first;
    });
    if (first) later.set(each, first);
    else standing.push(each);
  }
}

interface Claims {
  readonly first: RecordUnderReview;
  readonly years: Set<number | null>;
  used: number;
}

interface ActivityUse {
  /** Person, form, title and dates; of online courses also the hours. */
  readonly activity: string;
  /** What the record takes of it, and how much there is. */
  readonly uses: number;
  readonly most: number;
}

function claimOf(each: RecordUnderReview): ActivityUse | null {
  const { record, form } = each;
  const { registrationNo, year, title, unreadable } = record;
  if (!form || year === null || registrationNo === "" || title === "") return null;
  const activity = (...more: readonly (number | string | null)[]): string =>
    [registrationNo, form.slug, normalisedTitle(title), ...more].join("\u001f");
  if (form.policy.dates !== "asked" && form.policy.dates !== "used") return null;
  if (each.converted > 0 && each.convertsToNothing()) return null;
  const { startDate, endDate } = record;
  if (startDate === null || endDate === null || unreadable.has("startDate") || unreadable.has("endDate")) return null;
  if (form.policy.extent === "certificate")
    return record.statedHours === null || record.statedHours <= 0
      ? null
      : { activity: activity(startDate, endDate, record.statedHours), uses: 1, most: 1 };
  const days = (lastDayOf(record) ?? endDate) - (firstDayOf(record) ?? startDate) + 1;
  const { meetingDays, uncountedDays, halfDays } = record;
  if (form.policy.extent === "days")
    return meetingDays === null
      ? null
      : { activity: activity(startDate, endDate), uses: meetingDays - (uncountedDays ?? 0), most: days };
  return halfDays === null ? null : { activity: activity(startDate, endDate), uses: halfDays, most: 2 * days };
}

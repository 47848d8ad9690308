/** One activity claimed for several years: what of it goes beyond its days, or counts a certificate twice. */
import { normalisedTitle } from "../submission/text";
import { firstDayOf, lastDayOf } from "../submission/period";
import type { RecordUnderReview } from "./record-under-review";

/**
 * The later records that claim too much of one activity, each with the first that claims it: online courses with the
 * same 证书学时; of activities that are spread over days, those whose half-days (of meetings: countable days) go beyond what
 * the dates allow together with the records before; what was completed on one day, where a notice lets it be claimed for
 * two years.
 */
export function claimedForSeveralYears(
  records: readonly RecordUnderReview[],
): ReadonlyMap<RecordUnderReview, RecordUnderReview> {
  const later = new Map<RecordUnderReview, RecordUnderReview>();
  const activities = new Map<string, Claims>();
  for (const each of records) {
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
  return later;
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

function claimOf({ record, form }: RecordUnderReview): ActivityUse | null {
  const { registrationNo, year, title, unreadable } = record;
  if (!form || year === null || registrationNo === "" || title === "") return null;
  const activity = (...more: readonly (number | string | null)[]): string =>
    [registrationNo, form.slug, normalisedTitle(title), ...more].join("\u001f");
  if (form.policy.yearAfter && record.completedDate !== null)
    return { activity: activity(record.completedDate), uses: 1, most: 1 };
  if (form.policy.dates !== "asked" && form.policy.dates !== "used") return null;
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

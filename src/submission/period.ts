/** When an activity was, by the dates that a record gives: one date stands for both, a month for all of its days. */
import { calendarOf, dayNumber } from "./text";
import type { DayNumber, LearningRecord } from "./types";

type Dates = Pick<LearningRecord, "startDate" | "endDate" | "wholeMonths">;

/** The earliest day that it may have begun; null when neither date is known. */
export function firstDayOf({ startDate, endDate, wholeMonths }: Dates): DayNumber | null {
  if (startDate !== null) return startDate;
  return endDate !== null && wholeMonths.has("endDate") ? firstOfMonth(endDate) : endDate;
}

/** The latest day that it may have ended; null when neither date is known. */
export function lastDayOf({ startDate, endDate, wholeMonths }: Dates): DayNumber | null {
  if (endDate !== null) return endDate;
  return startDate !== null && wholeMonths.has("startDate") ? lastOfMonth(startDate) : startDate;
}

/**
 * Between which days it was completed: one day, or the month. A year alone begins as its January does, so that January is
 * read as the whole year. To be asked of records with a 完成日期 only.
 */
export function completedWithin({
  completedDate,
  wholeMonths,
}: Pick<LearningRecord, "completedDate" | "wholeMonths">): {
  readonly first: DayNumber;
  readonly last: DayNumber;
} {
  const first = completedDate ?? 0;
  if (!wholeMonths.has("completedDate")) return { first, last: first };
  const { year, month } = calendarOf(first);
  return { first, last: month === 1 ? (dayNumber(year, 12, 31) ?? first) : lastOfMonth(first) };
}

function firstOfMonth(day: DayNumber): DayNumber {
  return day - calendarOf(day).day + 1;
}

function lastOfMonth(day: DayNumber): DayNumber {
  const { year, month } = calendarOf(day);
  const next = month === 12 ? dayNumber(year + 1, 1, 1) : dayNumber(year, month + 1, 1);
  return (next ?? day + 1) - 1;
}

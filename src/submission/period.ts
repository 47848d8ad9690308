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

function firstOfMonth(day: DayNumber): DayNumber {
  return day - calendarOf(day).day + 1;
}

function lastOfMonth(day: DayNumber): DayNumber {
  const { year, month } = calendarOf(day);
  const next = month === 12 ? dayNumber(year + 1, 1, 1) : dayNumber(year, month + 1, 1);
  return (next ?? day + 1) - 1;
}

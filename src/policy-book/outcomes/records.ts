/** A record for a point of the partition, and the cells that a person would type for it. */
import type { FactName } from "../../policy/language";
import { calendarOf } from "../../submission/text";
import type { LearningRecord } from "../../submission/types";
import { headerOf, labelOfSlug } from "../../submission/vocabulary";
import { listOfFact } from "../words";
import type { Axis, PointValue, Span } from "./partition";

/** Values by axis. */
export type Point = readonly PointValue[];

/** A record of which nothing is filled in but what the review of a single one needs. */
export const BLANK_RECORD: LearningRecord = {
  place: { sheet: "", row: 0 },
  registrationNo: "1",
  name: "",
  year: 2018,
  form: null,
  formLabel: "",
  subject: "professional",
  title: "1",
  startDate: null,
  endDate: null,
  halfDays: null,
  evenings: null,
  meetingDays: null,
  uncountedDays: null,
  statedHours: null,
  progress: null,
  filingNo: "",
  level: null,
  rank: null,
  authors: null,
  role: null,
  indexing: [],
  kind: null,
  patentee: null,
  completedDate: null,
  modules: null,
  authority: null,
  assessment: null,
  stamped: true,
  sealed: false,
  claimedHours: null,
  evidence: [],
  wholeMonths: new Set(),
  unreadable: new Set(),
  problems: [],
  fingerprint: "",
  suitsFormulas: true,
};

const isSpan = (value: PointValue): value is Span => value !== null && typeof value === "object";

/** The record of a point of a form (its slug and first label). */
export function recordOf(axes: readonly Axis[], point: Point, form: string, label: string): LearningRecord {
  const record: Record<string, unknown> = { ...BLANK_RECORD, form, formLabel: label };
  axes.forEach(({ key }, at) => {
    const value = point[at] ?? null;
    if (key === "span") {
      record.startDate = isSpan(value) ? value.start : null;
      record.endDate = isSpan(value) ? value.end : null;
    } else if (key === "indexing" || key === "evidence") record[key] = value === null ? [] : [value];
    else record[key] = value;
  });
  return record as unknown as LearningRecord;
}

/** All points, those with the fewest and smallest values first. */
export function pointsOf(axes: readonly Axis[]): Point[] {
  let points: PointValue[][] = [[]];
  for (const { values } of axes) points = points.flatMap((point) => values.map((value) => [...point, value]));
  return points;
}

export const isoDay = (day: number): string => {
  const { year, month, day: date } = calendarOf(day);
  return [year, month, date].map((part) => String(part).padStart(2, "0")).join("-");
};

/** What a person would type, by the columns of 学时记录; blank cells are left out. */
export function exampleOf(
  axes: readonly Axis[],
  point: Point,
  label: string,
  documents: ReadonlyMap<string, string>,
): Readonly<Record<string, string | number>> {
  const cells: Record<string, string | number> = { [headerOf("form")]: label };
  axes.forEach(({ key }, at) => {
    const value = point[at] ?? null;
    if (value === null) return;
    if (key === "authors") {
      // Stands behind the rank: 1/3
      const rank = point[axes.findIndex((axis) => axis.key === "rank")] ?? 1;
      cells[headerOf("rank")] = `${String(rank)}/${String(value)}`;
    } else if (isSpan(value)) {
      cells[headerOf("startDate")] = isoDay(value.start);
      cells[headerOf("endDate")] = isoDay(value.end);
    } else if (key === "formLabel") cells[headerOf("form")] = value;
    else if (key === "completedDate") cells[headerOf(key)] = isoDay(Number(value));
    else if (key === "evidence") cells[headerOf(key)] = [...documents].find(([, slug]) => slug === value)?.[0] ?? value;
    else cells[headerOf(key)] = typeof value === "string" ? wordOf(key as FactName, value) : value;
  });
  return cells;
}

/** The workbook's word for a value of a closed column. */
export function wordOf(fact: FactName, value: string): string {
  const list = listOfFact(fact);
  return list === undefined ? value : labelOfSlug(list, value);
}

/** The record of the last review, kept in the workbook. */
import { readRunRecord, type RunRecord } from "../../trust";
import type { TrustedSettings } from "./storage";

const KEY = "ce-hours-review.record";

export function loadRunRecord(settings: TrustedSettings): RunRecord | null {
  return readRunRecord(settings.get(KEY));
}

/** Saves, or forgets with null. One round trip; none where it is what the workbook has. */
export async function saveRunRecord(settings: TrustedSettings, record: RunRecord | null): Promise<void> {
  if (JSON.stringify(record) !== JSON.stringify(loadRunRecord(settings))) await settings.save(KEY, record);
}

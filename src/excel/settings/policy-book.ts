/**
 * The policy of a policy workbook that this workbook is reviewed under: its canonical text is kept in the workbook's own
 * settings, so that a reopened workbook gives the same answers on any computer of the office.
 */
import { z } from "zod";
import { adoptPolicy } from "../../policy";

const STORED = z.strictObject({ text: z.string(), hash: z.string() });

/** A policy as the workbook keeps it: its canonical text, and the SHA-256 of that in hexadecimal digits. */
export type KeptPolicy = z.infer<typeof STORED>;

/** What is kept; null for nothing, and for what can't be read. */
export function keptPolicy(stored: unknown): KeptPolicy | null {
  return STORED.safeParse(stored).data ?? null;
}

/** Makes a stored policy known under its id. One that can't be read any more stays unknown, and the next review says so. */
export function adoptStored(stored: unknown): void {
  const read = STORED.safeParse(stored);
  if (!read.success) return;
  try {
    adoptPolicy(read.data.text, read.data.hash);
  } catch {
    // Written by a later version of the language: 政策 then names a policy that is not known
  }
}

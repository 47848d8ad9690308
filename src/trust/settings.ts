/** Settings that the add-in keeps in the document: each with the office's mark, since a unit can write settings too. */
import { z } from "zod";
import type { Sealer } from "./types";

const SEALED = z.strictObject({ value: z.unknown(), mark: z.string() });

/** As a setting is stored: what it is, and the office's mark on its key and value. */
export interface SealedSetting {
  readonly value: unknown;
  readonly mark: string;
}

/** A value as it is stored under this key. */
export async function sealedSetting(key: string, value: unknown, sealer: Sealer): Promise<SealedSetting> {
  return { value, mark: await sealer.seal(textOf(key, value)) };
}

/** What was stored under this key; null when the office has not stored it. */
export async function openedSetting(
  key: string,
  stored: unknown,
  sealer: Sealer,
): Promise<Pick<SealedSetting, "value"> | null> {
  const read = SEALED.safeParse(stored);
  if (!read.success) return null;
  const { value, mark } = read.data;
  return mark === (await sealer.seal(textOf(key, value))) ? { value } : null;
}

const textOf = (key: string, value: unknown): string => JSON.stringify(["setting", key, value]);

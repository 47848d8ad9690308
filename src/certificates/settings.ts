/** Settings as a workbook keeps them: written by this or another version of the add-in, so every value is checked by itself. */
import { z } from "zod";
import { dayNumber } from "../submission/text";
import { DEFAULT_SETTINGS, type CertificateSettings } from "./types";

const LONGEST = 40;

const STORED = z.object({
  level: z.enum(["printed", "filled-in"]).catch(DEFAULT_SETTINGS.level),
  yearDigits: z.enum(["chinese", "arabic"]).catch(DEFAULT_SETTINGS.yearDigits),
  stubBlank: z.enum(["year", "empty"]).catch(DEFAULT_SETTINGS.stubBlank),
  layout: z.enum(["form", "template"]).catch(DEFAULT_SETTINGS.layout),
  handler: z.string().max(LONGEST).catch(""),
  phone: z.string().max(LONGEST).catch(""),
  issuedOn: z.union([z.literal(""), z.string().refine(isDay)]).catch(""),
  nextNumber: z.number().int().min(1).max(9999).nullable().catch(null),
});

/** What can't be read is as by default. */
export function parseSettings(stored: unknown): CertificateSettings {
  const reading = STORED.safeParse(typeof stored === "object" && stored !== null ? stored : {});
  return reading.success ? reading.data : DEFAULT_SETTINGS;
}

/** True when every setting is the same. */
export function sameSettings(one: CertificateSettings, other: CertificateSettings): boolean {
  return (Object.keys(DEFAULT_SETTINGS) as (keyof CertificateSettings)[]).every((key) => one[key] === other[key]);
}

/** A calendar day that exists, "YYYY-MM-DD". */
export function isDay(text: string): boolean {
  // Not z.iso.date(): webpack 5.113 bundles it as z.date(), which takes no text
  const [, year, month, day] = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text) ?? [];
  return dayNumber(Number(year), Number(month), Number(day)) !== null;
}

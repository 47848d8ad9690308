/**
 * What is known of a code: how grave it is, which cell it is about, whether a reviewer's signed decision stands above it,
 * what the unit can do, and its words. Plain data, so that a notice can be written down and read back.
 */
import { z } from "zod";

/** Columns of 学时记录 that a code may be about. */
const CODE_CELLS = [
  "registrationNo",
  "year",
  "form",
  "subject",
  "title",
  "startDate",
  "endDate",
  "halfDays",
  "evenings",
  "meetingDays",
  "uncountedDays",
  "statedHours",
  "progress",
  "filingNo",
  "level",
  "rank",
  "role",
  "indexing",
  "kind",
  "patentee",
  "completedDate",
  "modules",
  "authority",
  "assessment",
  "stamped",
  "claimedHours",
  "evidence",
] as const;

/**
 * What is wrong, and what to do about it. `{key}` is a detail of the finding; a passage in `[…]` is left out when one of
 * its details is missing. Without a second part the remedy is to decide the question behind the code.
 */
const words = z.union([z.tuple([z.string()]), z.tuple([z.string(), z.string()])]);

export const codeEntry = z.strictObject({
  /** `judgement`: the code of a question. While that is open it is a judgement, once it is decided an info */
  severity: z.enum(["error", "judgement", "warning", "info"]),
  /** key of the record's cell that it is about; absent: the row as a whole, or the cell that the check itself names */
  cell: z.enum(CODE_CELLS).optional(),
  /** a reviewer's signed decision on the record stands above it; so it does above every code of a question */
  lifted: z.literal(true).optional(),
  /**
   * For the workbook sent back to the unit. Words: what the unit itself can do about it, said instead of the remedy, also
   * while a question is open. `explains`: it only explains a figure, there is nothing to hand in. `office`: it is the
   * office's own business. Absent: the remedy is said, and an open question is not
   */
  sendBack: z.union([z.enum(["explains", "office"]), z.strictObject({ zh: z.string(), en: z.string() })]).optional(),
  zh: words,
  en: words,
  /** said instead where the finding's detail `wanted` names what may stand in the cell */
  wanted: z.record(z.string(), z.strictObject({ zh: words, en: words })).optional(),
});

export type CodeEntry = z.infer<typeof codeEntry>;

/** What a `{key}` of the words stands for: text of the workbook, a number, or a list. Lists are joined by `messages/`. */
export type Detail = string | number | readonly (string | number)[];

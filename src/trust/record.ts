/**
 * The record that a review leaves in the workbook: by which notice and version, of which inputs and decisions, when, and
 * with how many results. Nobody's name or number stands in it: hashes only.
 */
import { z } from "zod";
import { ANNOTATION_TITLES } from "../results/annotation";
import type { CellValue } from "../grid/address";
import type { SheetGrid, WorkbookGrids } from "../submission/grid";
import { labelOf } from "../submission/text";
import { SHEETS } from "../submission/vocabulary";
import { readClaims, yearOfGrids } from "./claims";
import { utf8 } from "./office-key";

const RUN_RECORD = z.strictObject({
  /** YYYY-MM-DD */
  on: z.string(),
  version: z.string(),
  policy: z.string(),
  policyHash: z.string(),
  inputsHash: z.string(),
  decisionsHash: z.string(),
  people: z.number(),
  records: z.number(),
  findings: z.number(),
});

export type RunRecord = z.infer<typeof RUN_RECORD>;

/** The record as it was stored; null when that is none. */
export function readRunRecord(stored: unknown): RunRecord | null {
  const read = RUN_RECORD.safeParse(stored);
  return read.success ? read.data : null;
}

/** What of WebCrypto makes a hash: the page's, or Node's. */
interface Digest {
  readonly subtle: { digest(algorithm: "SHA-256", data: Uint8Array<ArrayBuffer>): Promise<ArrayBuffer> };
}

/** SHA-256 of a text in UTF-8, 64 hexadecimal digits. */
async function hashOf(text: string, { subtle }: Digest): Promise<string> {
  const bytes = new Uint8Array(await subtle.digest("SHA-256", utf8(text)));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
}

/** What of a review is noted: the notice's id, and how much it found. */
interface Judged {
  readonly policy: string;
  readonly people: readonly unknown[];
  readonly records: readonly unknown[];
  readonly findings: readonly unknown[];
}

/** The record of a review. `grids`: as they stand after its results were written; `policy`: the notice as canonical JSON. */
export async function runRecord(
  { policy: id, people, records, findings }: Judged,
  grids: WorkbookGrids,
  { policy, on, version }: { readonly policy: string; readonly on: string; readonly version: string },
  crypto: Digest,
): Promise<RunRecord> {
  const counts = { people: people.length, records: records.length, findings: findings.length };
  const policyHash = await hashOf(policy, crypto);
  return { on, version, policy: id, policyHash, ...(await hashes(grids, crypto)), ...counts };
}

/** What results rest on. */
export type RecordPart = "inputs" | "decisions" | "policy";

/**
 * What no longer is as the record says; empty when its results match the workbook. `policy`: the notice as canonical
 * JSON, null where none is known.
 */
export async function changesSince(
  record: Pick<RunRecord, "inputsHash" | "decisionsHash" | "policyHash">,
  grids: WorkbookGrids,
  policy: string | null,
  crypto: Digest,
): Promise<readonly RecordPart[]> {
  const now = await hashes(grids, crypto);
  const policyHash = policy === null ? record.policyHash : await hashOf(policy, crypto);
  return [
    ...(now.inputsHash === record.inputsHash ? [] : ["inputs" as const]),
    ...(now.decisionsHash === record.decisionsHash ? [] : ["decisions" as const]),
    ...(policyHash === record.policyHash ? [] : ["policy" as const]),
  ];
}

async function hashes(grids: WorkbookGrids, crypto: Digest): Promise<Pick<RunRecord, "inputsHash" | "decisionsHash">> {
  return {
    inputsHash: await hashOf(inputsText(grids), crypto),
    decisionsHash: await hashOf(decisionsText(grids), crypto),
  };
}

const INPUT_SHEETS = [SHEETS.unit, SHEETS.people, SHEETS.records, SHEETS.filings, SHEETS.organisations] as const;

/** Every filled cell of the unit's sheets with its place, without our own columns: blank rows and columns around them change nothing. */
function inputsText(grids: WorkbookGrids): string {
  return JSON.stringify(
    INPUT_SHEETS.flatMap((name) => {
      const grid = grids.get(name);
      if (grid === undefined) return [];
      const end = name === SHEETS.records ? firstOwnColumn(grid) : Infinity;
      const cells: [number, number, CellValue][] = [];
      grid.values.forEach((line, down) =>
        line.forEach((value, right) => {
          const column = grid.firstColumn + right;
          if (value !== null && value !== "" && column < end) cells.push([grid.firstRow + down, column, value]);
        }),
      );
      return [[name, cells]];
    }),
  );
}

function firstOwnColumn({ values, firstColumn }: SheetGrid): number {
  for (const line of values) {
    const at = line.findIndex((cell) => labelOf(cell) === ANNOTATION_TITLES[0]);
    if (at >= 0 && ANNOTATION_TITLES.every((title, offset) => labelOf(line[at + offset]) === title))
      return firstColumn + at;
  }
  return Infinity;
}

/** What the office has decided, wherever its lines stand; numbers of certificates decide nothing. */
function decisionsText(grids: WorkbookGrids): string {
  const year = yearOfGrids(grids);
  const texts = [SHEETS.decisions, SHEETS.opinions, SHEETS.proven].flatMap((name) => {
    const grid = grids.get(name);
    return readClaims(grid, year)
      .claims.filter(({ row }) => grid?.notOurs?.get(row) === undefined)
      .map(({ text }) => text);
  });
  return JSON.stringify(texts.sort());
}

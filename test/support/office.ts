/** The tests' office: its key, and its mark on what a test says that the office has written. */
import { webcrypto } from "node:crypto";
import type { Workbook } from "../../src/book/model/workbook";
import { gridsOf } from "../../src/in-memory/grids";
import { KEY_STORED_AS } from "../../src/cli/office-key";
import { MARK_HEADER } from "../../src/submission/vocabulary";
import {
  CLAIM_SHEET_NAMES,
  newKeyFile,
  readClaims,
  sealedSetting,
  sealerOf,
  yearOfGrids,
  type Crypto,
  type Sealer,
} from "../../src/trust";

const crypto = webcrypto as unknown as Crypto;

const OFFICE_KEY = newKeyFile({ getRandomValues: (bytes) => bytes.fill(7), subtle: crypto.subtle });
/** What every page of the office finds in its storage. */
export const OFFICE_STORAGE = { [KEY_STORED_AS]: OFFICE_KEY };

export async function officeSealer(): Promise<Sealer> {
  const sealer = await sealerOf(OFFICE_KEY, crypto);
  if (sealer === null) throw new Error("no key");
  return sealer;
}

/** A document's settings as the office has stored them. */
export async function officeSettings(values: Readonly<Record<string, unknown>>): Promise<Record<string, unknown>> {
  const sealer = await officeSealer();
  const stored = Object.entries(values).map(
    async ([key, value]) => [key, await sealedSetting(key, value, sealer)] as const,
  );
  return Object.fromEntries(await Promise.all(stored));
}

/** Puts the office's mark on every row of 口径, 审核意见, 发证台账 and 已验印依据, as if the office had written them. */
export async function byTheOffice(workbook: Workbook): Promise<Workbook> {
  const sealer = await officeSealer();
  const grids = gridsOf(workbook);
  for (const name of CLAIM_SHEET_NAMES) {
    const grid = grids.get(name);
    const sheet = workbook.sheetByName(name);
    const { claims, layout } = readClaims(grid, yearOfGrids(grids));
    if (grid === undefined || !sheet || layout === null) continue;
    const free = grid.firstColumn + (grid.values[0]?.length ?? 0);
    const column = layout.columns.get(MARK_HEADER) ?? free;
    sheet.setValue(layout.headerRow, column, MARK_HEADER);
    sheet.setColumnHidden(column, true);
    for (const { row, text } of claims) sheet.setValue(row, column, await sealer.seal(text));
  }
  return workbook;
}

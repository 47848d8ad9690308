/** trust/: what the office wrote or confirmed, and what only came with the file. Pure. */
export { CLAIM_SHEET_NAMES, readClaims, unitOfGrids, yearOfGrids } from "./claims";
export { dealingPatches, foreignNotes, type Dealing } from "./confirm";
export { isKeyFile, newKeyFile, sealerOf, type Crypto } from "./office-key";
export { foreignRows, hasOurForm, ownRows, tellApart } from "./origins";
export { patchedGrid } from "./patched-grid";
export { changesSince, readRunRecord, runRecord, type RecordPart, type RunRecord } from "./record";
export { markBlocks, sealPatch, sealPlan } from "./seal";
export { SHEET_MARK } from "./sheet-mark";
export { NOTHING_INCOMING } from "./types";
export type { Claim, Incoming, IncomingRow, Sealer } from "./types";
export { verifyGrids } from "./verify";
export { openedSetting, sealedSetting } from "./settings";

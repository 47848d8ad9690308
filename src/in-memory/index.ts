/** in-memory/: reviews a workbook in memory and carries the write plan out on it, to the same end as excel/ in Excel. Pure. */
export { issueCertificates } from "./certificates";
export { gridOfSheet, gridsOf } from "./grids";
export { layPatch } from "./own-sheet";
export { reviewBook } from "./review";

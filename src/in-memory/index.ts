/** in-memory/: reviews a workbook in memory and carries the write plan out on it, to the same end as excel/ in Excel. Pure. */
export { certificatesOf, issueCertificates } from "./certificates";
export { gridOfSheet, gridsOf } from "./grids";
export { layOwnSheet, layPatch } from "./own-sheet";
export { NotReviewable } from "./reading";
export { decisionsOf, reviewBook } from "./review";

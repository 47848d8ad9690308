/** send-back/: what a unit gets back to put right, and the file it comes in. Pure. `file.ts` is loaded when it is needed. */
export { isWorthSending, sendBackContent, type SendBack, type SendBackCounts, type SendBackItem, type SendBackPerson } from "./content";
export type { SendBackRequest } from "./file";
export { chineseDate, letterPlan, type LetterInput } from "./letter";
export { opinionSheetPlan } from "./opinion-sheet";

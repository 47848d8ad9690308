/** send-back/: what a unit gets back to put right, and the file it comes in. Pure. `file.ts` is loaded when it is needed. */
export { isWorthSending, sendBackContent, type SendBackCounts } from "./content";
export type { LetterInput } from "./letter";

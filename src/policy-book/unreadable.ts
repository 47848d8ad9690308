/** What in a cell can't be read, and what may stand there instead. Caught where the cell's place is known. */
import { nearest } from "../submission/text";

export type UnreadableKey =
  | "word-unknown"
  | "number-unreadable"
  | "whole-number-needed"
  | "sign-unexpected"
  | "formula-unfit"
  | "fact-twice"
  | "or-twice"
  | "value-blank"
  | "table-unknown"
  | "table-circle"
  | "table-too-large"
  | "option-missing"
  | "option-twice"
  | "option-without-question"
  | "error-without-code"
  | "code-without-use";

export class Unreadable extends Error {
  override readonly name = "Unreadable";
  /** The nearest of the words that may stand there, null when none is near. */
  readonly near: string | null;

  /** `allowed`: words, or descriptions of what may stand there. */
  constructor(
    readonly key: UnreadableKey,
    readonly found: string,
    readonly allowed: readonly string[] = [],
  ) {
    super(`${key}: ${found}`);
    this.near = nearest(found, allowed);
  }
}

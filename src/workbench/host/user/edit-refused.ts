/** Why an edit is not made: what Excel would say no to, and what would damage something on the sheet. */
export type EditReason =
  /** The sheet is protected and the cells are locked. */
  | "protected"
  /** A merge would be cut, or a covered cell written. */
  | "merged"
  /** Part of an array formula would change. */
  | "array"
  /** A table would lose its header or its last row. */
  | "table"
  /** What was typed begins like a formula and is none. */
  | "formula"
  /** No such rows, columns or cells; a text that is too long. */
  | "size"
  /** Contents would be pushed off the sheet. */
  | "full"
  /** Something on the sheet cannot be moved here. */
  | "part"
  /** A filter that nobody can carry out here. */
  | "filter";

/** Thrown before anything is changed. */
export class EditRefused extends Error {
  override readonly name = "EditRefused";
  constructor(
    readonly reason: EditReason,
    message: string,
  ) {
    super(message);
  }
}

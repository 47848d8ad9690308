/** What makes a workbook, a certificate template or a ledger unusable: a key and details; the sentences are made in src/messages. */

/** A header as it stands in the sheet. */
export interface NamedColumn {
  /** 1-based, as a person counts. */
  readonly column: number;
  readonly name: string;
}

/** What each problem's sentence names. Texts of the workbook, sheet names and headers stay as they are in any language. */
export interface InputProblemDetails {
  // ---- the sheets of a submission ----
  /** `meant`: a sheet that is probably the missing one under another name. */
  readonly "sheet-missing": { readonly sheet: string; readonly meant: string | null };
  /** No header within the first `rows` rows; it has to have these columns at least. */
  readonly "header-missing": { readonly rows: number; readonly columns: readonly string[] };
  readonly "column-missing": { readonly header: string; readonly near: NamedColumn | null };
  readonly "column-twice": { readonly header: string; readonly columns: readonly NamedColumn[] };
  // ---- 单位信息 ----
  readonly "label-twice": { readonly label: string };
  readonly "label-blank": { readonly label: string };
  readonly "year-unreadable": { readonly label: string; readonly text: string };
  readonly "option-unknown": {
    readonly label: string;
    readonly text: string;
    readonly options: readonly string[];
    readonly near: string | null;
  };
  readonly "policy-unknown": { readonly id: string; readonly known: readonly string[] };
  // ---- numbers of certificates ----
  readonly "number-above-9999": { readonly last: string };
  /** The day of issue is before the last one of the ledger. Both YYYY-MM-DD. */
  readonly "issued-before-ledger": { readonly issuedOn: string; readonly latest: string };
  readonly "nobody-to-reissue": { readonly registrationNo: string };
  // ---- 合格证明模板 ----
  readonly "template-protected": object;
  readonly "template-has-tables": object;
  readonly "template-no-print-area": object;
  readonly "template-print-area-unfit": { readonly address: string };
  readonly "template-formula": object;
  readonly "template-field-outside": { readonly text: string };
  readonly "template-field-blank": { readonly text: string };
  readonly "template-field-unknown": {
    readonly field: string;
    readonly near: string | null;
    readonly known: readonly string[];
  };
  readonly "template-braces": { readonly text: string };
  readonly "template-fields-missing": { readonly fields: readonly string[] };
  /** `rows` and `columns`: the most that a page may have. */
  readonly "template-area-large": { readonly last: string; readonly rows: number; readonly columns: number };
  /** 1-based. */
  readonly "template-row-hidden": { readonly row: number };
  readonly "template-column-hidden": object;
  readonly "template-object": { readonly name: string };
  readonly "template-picture-outside": { readonly name: string };
  readonly "template-fit-to-page": object;
  /** Sizes in points; `scale`: the largest percentage that fits. */
  readonly "template-page-large": {
    readonly width: number;
    readonly height: number;
    readonly roomWidth: number;
    readonly roomHeight: number;
    readonly scale: number;
  };
}

export type InputProblemKey = keyof InputProblemDetails;

interface InputProblemOf<Key extends InputProblemKey> {
  readonly key: Key;
  readonly details: InputProblemDetails[Key];
  readonly sheet: string;
  /** A1 address; null where the sheet as a whole is meant. */
  readonly cell: string | null;
  /** The columns that could be meant, when a person may settle it. */
  readonly choice?: ColumnQuestion;
}

/** Why a workbook, a template or a ledger can't be used: one problem with its cell. */
export type InputProblem = { readonly [Key in InputProblemKey]: InputProblemOf<Key> }[InputProblemKey];

/** A needed column that no header names for certain. */
export interface ColumnQuestion {
  readonly key: string;
  readonly header: string;
  readonly candidates: readonly ColumnCandidate[];
}

export interface ColumnCandidate {
  /** As `ColumnChoices` names it. */
  readonly header: string;
  /** 0-based column of the sheet. */
  readonly column: number;
}

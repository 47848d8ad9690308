/** Sheets of the contract that are read or made. Any other sheet is left alone. */
import { isSampleSheet } from "./sample-sheet";
import { REVIEWED_SHEETS, SHEETS } from "../submission/vocabulary";

export const RECORD_SHEET = SHEETS.records;

/** Sheets whose cells are read: the unit's, and ours that hold what people wrote. */
const READ_SHEETS: readonly string[] = [...REVIEWED_SHEETS, SHEETS.round];

const UNFINISHED = "(生成中)";

/** What a sheet of pages is called while it is being made: only a finished one bears the name that is printed. */
export function unfinished(name: string): string {
  return `${name}${UNFINISHED}`;
}

/** Where values of a large write are laid down before they are copied to their places; nobody sees it. */
export const STAGING_SHEET = unfinished("审核结果");

/** Where 自检 tries what Excel does. */
export const SELF_CHECK_SHEET = unfinished("自检");

/** Stands before the sheets of a blank submission until all of them are filled. */
export const UNFINISHED_SHEET = unfinished("新建申报表");

/** Left behind by a run that broke off. */
export function isUnfinished(name: string): boolean {
  return name.endsWith(UNFINISHED);
}

/** 抽查清单 holds what inspectors wrote, and there may be several. */
export function isReadSheet(name: string): boolean {
  return READ_SHEETS.includes(name) || isSampleSheet(name);
}

/** The office's papers: whoever makes one knows by other means that the sheet is ours (papers.ts). */
function isPaperSheet(name: string): boolean {
  return (
    isSampleSheet(name) ||
    [SHEETS.filingForms, SHEETS.organisationForm, SHEETS.yearReport, SHEETS.statement].some((paper) =>
      name.startsWith(paper),
    )
  );
}

/** 合格证明, 合格证明(2) …, also while they are being made. */
export function isPageSheet(name: string): boolean {
  const rest = isUnfinished(name) ? name.slice(0, -UNFINISHED.length) : name;
  return (
    rest === SHEETS.certificates ||
    (rest.startsWith(`${SHEETS.certificates}(`) && /^\(\d+\)$/.test(rest.slice(SHEETS.certificates.length)))
  );
}

/** True for the name of a sheet that the add-in makes, unfinished and staging ones included. */
export function isOwnSheet(name: string): boolean {
  return (
    [
      SHEETS.decisions,
      SHEETS.opinions,
      SHEETS.years,
      SHEETS.ledger,
      SHEETS.sendBack,
      SHEETS.letter,
      SHEETS.proven,
      SHEETS.round,
    ].some((own) => own === name) ||
    isPageSheet(name) ||
    isPaperSheet(name)
  );
}

/** What a sheet of the unit's own under one of our names is renamed to, the first free name: 原年度汇总, 原年度汇总(2) … */
export function renamedTo(name: string, sheets: Pick<ReadonlyMap<string, unknown>, "has">): string {
  for (let at = 1; ; at += 1) {
    const candidate = at === 1 ? `原${name}` : `原${name}(${at})`;
    if (!sheets.has(candidate)) return candidate;
  }
}

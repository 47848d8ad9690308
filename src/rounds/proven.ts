/** 已验印依据: years that an earlier year's certificates prove. */
import { isValid, ledgerConflicts } from "../certificates";
import {
  cellText,
  dateAsWritten,
  originColumns,
  originOf,
  readTableRows,
  standings,
  tablePlan,
  type OwnSheetPlan,
  type PlannedCell,
  type ResultColumn,
} from "../results";
import type { Review } from "../review/types";
import { numberAs, shownNumber } from "../submission";
import type { SheetGrid } from "../submission/grid";
import { labelOf } from "../submission/text";
import type { LedgerEntry, ProvenYear, Submission } from "../submission/types";
import { ORIGIN_HEADER, SHEETS } from "../submission/vocabulary";
import type { PreviousRound } from "./previous";

export const PROVEN_SHEET = SHEETS.proven;

export type Proof = Pick<ProvenYear, "registrationNo" | "name" | "certificateNo"> & {
  readonly year: number;
  /** The number as this workbook has it; only where that differs from the key. */
  readonly registrationNoText?: string;
};

/** A valid certificate that proves nothing here: `name` is called otherwise in this workbook, `ledger` its line is in conflict, `unmet` no year of its window is 达标 there. */
export interface RefusedProof {
  readonly entry: LedgerEntry;
  readonly why: "name" | "ledger" | "unmet";
}

export interface CarriedProofs {
  readonly taken: readonly Proof[];
  /** Sealed here already, by the unit's column or an earlier import. */
  readonly same: number;
  readonly refused: readonly RefusedProof[];
}

export const NO_PROOFS: CarriedProofs = { taken: [], same: 0, refused: [] };

/** Years that are 达标 there, lie in the window of a valid certificate, and are asked of the same person here. */
export function carryProofs(previous: PreviousRound, submission: Submission, review: Review): CarriedProofs {
  const { ledger } = previous.submission;
  const blocked = new Set(ledgerConflicts(ledger).flatMap(({ entries }) => entries));
  const people = new Map(submission.people.map((person) => [person.registrationNo, person]));
  const listed = new Set(review.years.map(({ registrationNo, year }) => `${registrationNo} ${year}`));
  const taken = new Map<string, Proof>();
  const refused: RefusedProof[] = [];
  let same = 0;
  ledger.forEach((entry, at) => {
    const { registrationNo, certificateNo, fromYear, toYear } = entry;
    const person = people.get(registrationNo);
    if (!isValid(entry) || person === undefined) return;
    if (labelOf(person.name) !== labelOf(entry.name)) return void refused.push({ entry, why: "name" });
    if (blocked.has(at)) return void refused.push({ entry, why: "ledger" });
    const years = [...(previous.years.get(registrationNo) ?? [])].filter(
      ([year, { verdict }]) =>
        verdict === "达标" && fromYear !== null && toYear !== null && year >= fromYear && year <= toYear,
    );
    if (years.length === 0) return void refused.push({ entry, why: "unmet" });
    for (const [year] of years) {
      const key = `${registrationNo} ${year}`;
      if (!listed.has(key)) continue;
      if (person.sealedYears.includes(year)) same += 1;
      else if (!taken.has(key))
        taken.set(key, {
          ...numberAs(registrationNo, person.registrationNoText),
          name: person.name,
          year,
          certificateNo,
        });
    }
  });
  return { taken: [...taken.values()], same, refused };
}

const COLUMNS: readonly ResultColumn[] = [
  { title: "登记证书编号", kind: "text", width: 16 },
  { title: "姓名", kind: "text", width: 12 },
  { title: "年度", kind: "number", width: 8, center: true },
  { title: "证明编号", kind: "text", width: 14 },
  { title: "来源文件", kind: "text", width: 36, wrap: true },
  { title: "导入人", kind: "text", width: 12 },
  { title: "导入日期", kind: "text", width: 12 },
];

/** The sheet with its lines word for word, then the new ones, signed. */
export function provenPlan(
  existing: SheetGrid | undefined,
  taken: readonly Proof[],
  source: string,
  by: string,
  on: string,
): OwnSheetPlan {
  const rows = readTableRows(existing, "证明编号");
  const standing = rows.map(({ row }) => existing?.notOurs?.get(row));
  const origins = rows.map(({ line }, at) =>
    originOf({
      by: cellText(line.get("导入人")),
      origin: cellText(line.get(ORIGIN_HEADER)),
      ...(standing[at] === undefined ? {} : { standing: standing[at] }),
    }),
  );
  const kept = rows.map(({ line }, at): PlannedCell[] => [
    ...COLUMNS.map(({ title }): PlannedCell => {
      const value = line.get(title);
      return title === "导入日期"
        ? dateAsWritten(value)
        : typeof value === "number" && title === "年度"
          ? value
          : cellText(value);
    }),
    origins[at] ?? "",
    null,
  ]);
  const fresh = taken.map((proof): PlannedCell[] => [
    shownNumber(proof),
    proof.name,
    proof.year,
    proof.certificateNo,
    source,
    by,
    on,
    "",
    null,
  ]);
  return tablePlan(PROVEN_SHEET, [...COLUMNS, ...originColumns(origins)], [...kept, ...fresh], {
    notOurs: standings(standing.map((each) => (each === undefined ? undefined : { standing: each }))),
  });
}

/** Issuing: who gets which number, the ledger to be written first, and the pages to be made after it. */
import { dateText } from "../results/dates";
import type { OwnSheetPlan, PlannedCell } from "../results/plan";
import { readTable, tablePlan, type TableColumn } from "../results/table";
import type { Review } from "../review/types";
import type { SheetGrid } from "../submission/grid";
import type { LedgerEntry, Submission } from "../submission/types";
import { certificateProblems } from "./checks";
import { certificateContent } from "./content";
import { findingOn, whoIsReady } from "./eligibility";
import { conflictFindings, isoDateOf, LEDGER_SHEET, ledgerConflicts, nextNumbers, VALID, validNumber, validNumbers, VOID } from "./ledger";
import { pagePlans } from "./pages";
import { DEFAULT_SETTINGS, type CertificateFields, type CertificateSettings, type Withheld } from "./types";

export interface IssueOptions {
  /** Date of issue, "YYYY-MM-DD". */
  readonly today: string;
  /** The office's next free number; without it numbers are unique in this workbook only. */
  readonly firstNumber?: number;
  readonly settings?: CertificateSettings;
}

export interface CertificatePlan {
  /** To be written, and written for good, before any page is made. */
  readonly ledger: OwnSheetPlan;
  readonly pages: readonly OwnSheetPlan[];
  readonly issued: readonly CertificateFields[];
  readonly withheld: readonly Withheld[];
  /** Entries of the ledger after issuing. */
  readonly entries: readonly LedgerEntry[];
  /** Valid numbers of this round by registration number. */
  readonly numbers: ReadonlyMap<string, string>;
}

const COLUMNS: readonly TableColumn[] = [
  { title: "证明编号", kind: "text", width: 13 },
  { title: "登记证书编号", kind: "text", width: 18 },
  { title: "姓名", kind: "text", width: 12 },
  { title: "起始年度", kind: "number", width: 10 },
  { title: "截止年度", kind: "number", width: 10 },
  { title: "经办人", kind: "text", width: 12 },
  { title: "签发日期", kind: "text", width: 12 },
  { title: "状态", kind: "text", width: 8 },
  { title: "作废原因", kind: "text", width: 30, wrap: true },
];
const STATUS_COLUMN = 7;

/** `ledgerGrid`: the ledger as read, whose lines are kept word for word. */
export function certificatePlan(
  submission: Submission,
  review: Review,
  ledgerGrid: SheetGrid | undefined,
  options: IssueOptions,
): CertificatePlan {
  const { ledger, unit } = submission;
  const readiness = whoIsReady(submission, review);
  const blocked = blockedPeople(ledger);
  const nextNumber = nextNumbers(ledger, unit.applicationYear, options.firstNumber);
  const people = new Map(submission.people.map((person) => [person.registrationNo, person]));

  const issued: CertificateFields[] = [];
  const withheld: Withheld[] = [...readiness.withheld];
  const fresh: LedgerEntry[] = [];
  for (const { fields } of readiness.ready) {
    const conflicts = blocked.get(fields.registrationNo);
    if (conflicts !== undefined) {
      withheld.push({ registrationNo: fields.registrationNo, name: fields.name, findings: conflicts });
      continue;
    }
    const held = validNumber(ledger, fields.registrationNo, unit.applicationYear);
    if (held === null) {
      const complete = { ...fields, certificateNo: nextNumber(), issuedOn: options.today };
      issued.push(complete);
      fresh.push(entryOf(complete));
      continue;
    }
    // The page repeats what the ledger says was issued, not what the workbook says today.
    const again: CertificateFields = {
      ...fields,
      certificateNo: held.certificateNo,
      issuedOn: isoDateOf(held.issuedOn) ?? "",
      handler: held.handler === "" ? fields.handler : held.handler,
      fromYear: held.fromYear ?? fields.fromYear,
      toYear: held.toYear ?? fields.toYear,
    };
    const problems = certificateProblems(again, null);
    const person = people.get(fields.registrationNo);
    if (problems.length === 0) issued.push(again);
    else if (person !== undefined) {
      withheld.push({ registrationNo: person.registrationNo, name: person.name, findings: problems.map(findingOn(person)) });
    }
  }

  const settings = options.settings ?? DEFAULT_SETTINGS;
  const entries = [...ledger, ...fresh];
  return {
    ledger: ledgerPlan(ledgerGrid, fresh),
    pages: pagePlans(issued.map((fields) => certificateContent(fields, settings))),
    issued,
    withheld,
    entries,
    numbers: validNumbers(entries, unit.applicationYear),
  };
}

/** Lines of the ledger as they are, then the new ones; those of an earlier round come first, as their dates do. */
export function ledgerPlan(existing: SheetGrid | undefined, fresh: readonly LedgerEntry[], earlier: readonly LedgerEntry[] = []): OwnSheetPlan {
  const kept = readTable(existing, "证明编号").map((line) =>
    COLUMNS.map(({ title, kind }): PlannedCell => {
      const value = line.get(title);
      return typeof value === "number" && kind === "number" ? value : dateOrText(title, value);
    }),
  );
  const lines = [...earlier.map(lineOf), ...kept, ...fresh.map(lineOf)];
  return tablePlan(LEDGER_SHEET, COLUMNS, lines, {
    validations: [{ row: 1, column: STATUS_COLUMN, rows: Math.max(lines.length, 1), columns: 1, values: [VALID, VOID] }],
  });
}

function dateOrText(title: string, value: string | number | boolean | null | undefined): string {
  return title === "签发日期" ? dateText(value) : value === null || value === undefined ? "" : String(value);
}

function lineOf(entry: LedgerEntry): PlannedCell[] {
  return [
    entry.certificateNo,
    entry.registrationNo,
    entry.name,
    entry.fromYear,
    entry.toYear,
    entry.handler,
    entry.issuedOn,
    entry.status,
    entry.voidReason,
  ];
}

function entryOf(fields: CertificateFields): LedgerEntry {
  const { certificateNo, registrationNo, name, fromYear, toYear, handler, issuedOn } = fields;
  return { certificateNo, registrationNo, name, fromYear, toYear, handler, issuedOn, status: VALID, voidReason: "" };
}

function blockedPeople(ledger: readonly LedgerEntry[]) {
  const findings = ledgerConflicts(ledger).flatMap((conflict) => conflictFindings(conflict, ledger));
  const byPerson = new Map<string, typeof findings>();
  for (const finding of findings) {
    const registrationNo = finding.registrationNo ?? "";
    byPerson.set(registrationNo, [...(byPerson.get(registrationNo) ?? []), finding]);
  }
  return byPerson;
}

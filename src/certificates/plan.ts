/** Issuing and voiding: who gets which number, what is written to the ledger first, and the pages to be made after it. */
import type { CertificateForm } from "../policy/certificate-form";
import type { OwnSheetPlan } from "../results/plan";
import type { Finding, Review } from "../review/types";
import { numberAs, readLedgerRows, shownNumber, type LedgerReading } from "../submission";
import type { SheetGrid } from "../submission/grid";
import type { InputProblem, LedgerEntry, Person, Submission } from "../submission/types";
import { a1 } from "../grid/address";
import { certificateProblems } from "./checks";
import { certificateContent } from "./content";
import { doubtfulHolders, secondNumbers, type DoubtfulHolder } from "./doubtful-holders";
import { certificateClause, findingOn, whoIsReady } from "./eligibility";
import {
  conflictFindings,
  isoDateOf,
  isValid,
  LEDGER_SHEET,
  latestIssue,
  ledgerConflicts,
  ledgerState,
  nextNumbers,
  VALID,
  validNumber,
  validNumbers,
  VOID,
  type LedgerState,
} from "./ledger";
import { ledgerChange, type LedgerChange, type Voiding } from "./ledger-sheet";
import { pagePlans } from "./pages";
import {
  DEFAULT_SETTINGS,
  NOTHING_ELSEWHERE,
  type CertificateFields,
  type CertificateSettings,
  type GivenElsewhere,
  type Withheld,
} from "./types";

export interface CertificatePlanOptions {
  /** Today, "YYYY-MM-DD". */
  readonly today: string;
  /** The office's next free number; without it (and without one in the settings) numbers are unique in this workbook only. */
  readonly firstNumber?: number;
  readonly settings?: CertificateSettings;
  /** Registration numbers of those to be given a page; everyone ready when left out. */
  readonly chosen?: ReadonlySet<string>;
  /** Why people who seem to hold a valid number get another one all the same, by registration number. */
  readonly reasons?: ReadonlyMap<string, string>;
  /** Numbers that another ledger, of all units, has given people of this workbook already, by registration number. */
  readonly given?: ReadonlyMap<string, Pick<LedgerEntry, "certificateNo" | "issuedOn">>;
  /** The entry to be voided first. */
  readonly voided?: Voiding;
  /** What this machine has seen given beyond the ledger. */
  readonly elsewhere?: GivenElsewhere;
}

export interface CertificatePlan {
  /** To be written, and written for good, before any page is made. Null when the ledger has it all. */
  readonly ledger: LedgerChange | null;
  /** Why nothing may be issued at all: one line a problem. */
  readonly problems: readonly InputProblem[];
  readonly issued: readonly CertificateFields[];
  /** How many of the issued get their number now. */
  readonly fresh: number;
  readonly withheld: readonly Withheld[];
  /** Valid numbers of this round by registration number. */
  readonly numbers: ReadonlyMap<string, string>;
}

/** `ledgerGrid`: the ledger as read. */
export function certificatePlan(
  submission: Submission,
  review: Review,
  ledgerGrid: SheetGrid | undefined,
  options: CertificatePlanOptions,
): CertificatePlan {
  const reading = readLedgerRows(ledgerGrid);
  if (!reading.ok)
    return { ledger: null, problems: reading.problems, issued: [], fresh: 0, withheld: [], numbers: new Map() };
  const settings = options.settings ?? DEFAULT_SETTINGS;
  const { unit } = submission;
  const rows = reading.rows.map(({ row, entry }) =>
    row === options.voided?.row
      ? { row, entry: { ...entry, status: VOID, voidReason: options.voided.reason } }
      : { row, entry },
  );
  const ledger = rows.map(({ entry }) => entry);
  const elsewhere = options.elsewhere ?? NOTHING_ELSEWHERE;
  const readiness = whoIsReady(submission, review, settings);
  const clause = certificateClause(review);
  const blocked = blockedPeople(
    ledger,
    rows.map(({ row }) => row),
    clause,
    elsewhere,
  );
  const first = options.firstNumber ?? settings.nextNumber ?? undefined;
  const nextNumber = nextNumbers(ledger, unit.applicationYear, first, elsewhere.missing);
  const people = new Map(submission.people.map((person) => [person.registrationNo, person]));
  const issuedOn = settings.issuedOn === "" ? options.today : settings.issuedOn;

  const second = secondNumbers(doubtfulHolders(ledger, submission, review));

  const issued: CertificateFields[] = [];
  const withheld: Withheld[] = [...readiness.withheld];
  const fresh: LedgerEntry[] = [];
  for (const { fields } of readiness.ready) {
    const conflicts = blocked.get(fields.registrationNo);
    if (conflicts !== undefined) {
      withheld.push({ registrationNo: fields.registrationNo, name: fields.name, findings: conflicts });
      continue;
    }
    if (options.chosen?.has(fields.registrationNo) === false) continue;
    const held = validNumber(ledger, fields.registrationNo, unit.applicationYear);
    if (held === null) {
      const holder = second.get(fields.registrationNo);
      const reason = options.reasons?.get(fields.registrationNo)?.trim() ?? "";
      const person = people.get(fields.registrationNo);
      if (holder !== undefined && reason === "" && person !== undefined) {
        withheld.push(alreadyHeld(person, holder, clause));
        continue;
      }
      const given = options.given?.get(fields.registrationNo);
      const complete = {
        ...fields,
        certificateNo: given?.certificateNo ?? nextNumber(),
        issuedOn: (given === undefined ? null : isoDateOf(given.issuedOn)) ?? issuedOn,
      };
      issued.push(complete);
      fresh.push({ ...entryOf(complete), ...(holder === undefined ? {} : { note: reason }) });
      continue;
    }
    const again = asIssued(fields, held);
    const problems = certificateProblems(again, null);
    const person = people.get(fields.registrationNo);
    if (problems.length === 0) issued.push(again);
    else if (person !== undefined) {
      withheld.push({
        registrationNo: person.registrationNo,
        name: person.name,
        findings: problems.map(findingOn(person, clause)),
      });
    }
  }
  const latest = latestIssue(ledger);
  return {
    ledger: ledgerChange(reading, fresh, options.voided === undefined ? [] : [options.voided]),
    problems: [
      ...(fresh.length > 0 && latest !== null && issuedOn < latest ? [backInTime(reading, issuedOn, latest)] : []),
      ...tooMany(fresh),
    ],
    issued,
    fresh: fresh.length,
    withheld,
    numbers: validNumbers([...ledger, ...fresh], unit.applicationYear),
  };
}

/** The page repeats what the ledger says was issued, not what the workbook says today. */
export function asIssued(
  fields: Omit<CertificateFields, "certificateNo" | "issuedOn">,
  held: LedgerEntry,
): CertificateFields {
  return {
    ...fields,
    certificateNo: held.certificateNo,
    registrationNoText: shownNumber(held),
    name: held.name === "" ? fields.name : held.name,
    issuedOn: isoDateOf(held.issuedOn) ?? "",
    handler: held.handler === "" ? fields.handler : held.handler,
    fromYear: held.fromYear ?? fields.fromYear,
    toYear: held.toYear ?? fields.toYear,
  };
}

/** Pages in the notice's own form. */
export function formPages(
  issued: readonly CertificateFields[],
  settings: CertificateSettings,
  form: CertificateForm,
): readonly OwnSheetPlan[] {
  return pagePlans(
    issued.map((fields) => certificateContent(fields, settings, form)),
    form,
  );
}

/** The ledger as it stands after a plan was carried out. */
export function stateAfter(
  ledgerGrid: SheetGrid | undefined,
  plan: Pick<CertificatePlan, "issued" | "fresh">,
  voided?: Voiding,
  elsewhere?: GivenElsewhere,
): LedgerState {
  const reading = readLedgerRows(ledgerGrid);
  if (!reading.ok) return ledgerState(reading);
  const before = new Set(reading.rows.map(({ entry }) => entry.certificateNo));
  const rows = reading.rows.map(({ row, entry }) =>
    row === voided?.row ? { row, entry: { ...entry, status: VOID, voidReason: voided.reason } } : { row, entry },
  );
  const first = reading.layout === null ? 1 : reading.layout.lastRow + 1;
  const fresh = plan.issued
    .filter(({ certificateNo }) => !before.has(certificateNo))
    .map((fields, at) => ({ row: first + at, entry: entryOf(fields) }));
  return ledgerState({ ...reading, rows: [...rows, ...fresh] }, elsewhere);
}

/** Numbers have four digits. */
function tooMany(fresh: readonly LedgerEntry[]): readonly InputProblem[] {
  const last = fresh[fresh.length - 1]?.certificateNo ?? "";
  return last.length <= "2018-9999".length
    ? []
    : [{ key: "number-above-9999", details: { last }, sheet: LEDGER_SHEET, cell: null }];
}

/** A ledger that goes back in time is a conflict: it must not be made by us. */
function backInTime(reading: LedgerReading & { readonly ok: true }, issuedOn: string, latest: string): InputProblem {
  const last = reading.rows.find(({ entry }) => isValid(entry) && isoDateOf(entry.issuedOn) === latest);
  return {
    key: "issued-before-ledger",
    details: { issuedOn, latest },
    sheet: LEDGER_SHEET,
    cell: last === undefined ? null : a1(last.row, reading.layout?.columns.get("签发日期") ?? 0),
  };
}

/** A person who is withheld because another valid number seems to be theirs. */
function alreadyHeld(
  person: Pick<Person, "place" | "registrationNo" | "name">,
  holder: DoubtfulHolder,
  clause: string,
): Withheld {
  const problem = {
    code: "certificate-already-held",
    details: { value: `${holder.certificateNo} ${shownNumber(holder)} ${holder.name}` },
  } as const;
  return {
    registrationNo: person.registrationNo,
    name: person.name,
    findings: [findingOn(person, clause)(problem)],
  };
}

function entryOf(fields: CertificateFields): LedgerEntry {
  const { certificateNo, registrationNo, registrationNoText, name, fromYear, toYear, handler, issuedOn } = fields;
  const number = numberAs(registrationNo, registrationNoText);
  return { certificateNo, ...number, name, fromYear, toYear, handler, issuedOn, status: VALID, voidReason: "" };
}

function blockedPeople(
  ledger: readonly LedgerEntry[],
  rows: readonly number[],
  clause: string,
  elsewhere: GivenElsewhere,
): ReadonlyMap<string, readonly Finding[]> {
  const findings = ledgerConflicts(ledger, elsewhere).flatMap((conflict) =>
    conflictFindings(conflict, ledger, rows, clause),
  );
  const byPerson = new Map<string, readonly Finding[]>();
  for (const finding of findings) {
    const registrationNo = finding.registrationNo ?? "";
    byPerson.set(registrationNo, [...(byPerson.get(registrationNo) ?? []), finding]);
  }
  return byPerson;
}

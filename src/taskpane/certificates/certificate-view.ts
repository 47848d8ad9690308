/** What the section 合格证明 shows, computed from a review, the ledger and the settings. Pure. */
import {
  asIssued,
  certificateContent,
  certificateProblems,
  doubtfulHolders,
  nextNumbers,
  secondNumbers,
  validNumber,
  whoIsReady,
  type CertificateContent,
  type CertificateFields,
  type CertificateSettings,
  type DoubtfulHolder,
  type LedgerState,
} from "../../certificates";
import type { ReviewOutcome } from "../../excel";
import { messageOf, personSentence, type Language } from "../../messages";
import { certificateFormOf, policyOf } from "../../policy";
import { reasonsOf } from "../../review/reasons";
import type { Review } from "../../review/types";
import type { LedgerEntry, Submission } from "../../submission/types";

interface Waiting {
  readonly registrationNo: string;
  readonly name: string;
  readonly reasons: readonly string[];
  /** The person's years and what they lack; blank for one who is qualified. */
  readonly why: string;
}

export interface Ready {
  readonly fields: Omit<CertificateFields, "certificateNo" | "issuedOn">;
  /** The valid entry the person has in this round; null: a new number. */
  readonly held: LedgerEntry | null;
}

/** Who can get a certificate now, what stands in the way of the others, and how many get none at all. */
export interface CertificateView {
  readonly ready: readonly Ready[];
  readonly waiting: readonly Waiting[];
  readonly notSenior: number;
  /** Holders of valid numbers that this submission no longer bears out. */
  readonly doubtful: readonly DoubtfulHolder[];
  /** Who could get a number, but seems to hold one: given when the reviewer says why. */
  readonly second: readonly { readonly person: Ready; readonly holder: DoubtfulHolder }[];
  /** False under a notice that issues no certificates. */
  readonly issues: boolean;
}

/** `ledger`: as last read, which may be later than the review. */
export function certificateView(
  submission: Submission,
  review: Review,
  ledger: LedgerState | null,
  settings: CertificateSettings,
  language: Language,
): CertificateView {
  const policy = policyOf(review.policy);
  const { ready, withheld } = whoIsReady(submission, review, settings);
  const entries = ledger?.entries ?? submission.ledger;
  const blocked = new Map(
    (ledger?.conflicts ?? []).flatMap(({ finding, entries: involved }) =>
      involved.map((entry) => [entry.registrationNo, finding] as const),
    ),
  );
  const people = new Map(reasonsOf(review).map((person) => [person.registrationNo, person]));
  const why = (registrationNo: string): string => {
    const person = people.get(registrationNo);
    return person === undefined || person.verdict === "qualified" ? "" : personSentence(person, language, policy);
  };
  const waiting = withheld.map(({ registrationNo, name, findings }) => ({
    registrationNo,
    name,
    reasons: findings.map((finding) => messageOf(finding, language, policy).problem),
    why: why(registrationNo),
  }));
  const stopped = ready.flatMap(({ fields: { registrationNo, name } }): Waiting[] => {
    const finding = blocked.get(registrationNo);
    return finding === undefined
      ? []
      : [{ registrationNo, name, reasons: [messageOf(finding, language, policy).problem], why: "" }];
  });
  const doubtful = doubtfulHolders(entries, submission, review);
  const holders = secondNumbers(doubtful);
  const able = ready
    .filter(({ fields }) => !blocked.has(fields.registrationNo))
    .map(({ fields }): Ready => ({
      fields,
      held: validNumber(entries, fields.registrationNo, submission.unit.applicationYear),
    }));
  return {
    ready: able.filter(({ fields }) => !holders.has(fields.registrationNo)),
    second: able.flatMap((person) => {
      const holder = holders.get(person.fields.registrationNo);
      return holder === undefined ? [] : [{ person, holder }];
    }),
    doubtful,
    waiting: [...stopped, ...waiting],
    notSenior: review.people.filter((person) => !person.senior).length,
    issues: policyOf(review.policy)?.windows !== undefined,
  };
}

/** How many people can get a certificate now. */
export function readyCount(
  { submission, review }: Pick<ReviewOutcome, "submission" | "review">,
  ledger: LedgerState | null,
  settings: CertificateSettings,
): number {
  if (policyOf(review.policy)?.windows === undefined) return 0;
  const blocked = new Set(
    (ledger?.conflicts ?? []).flatMap(({ entries }) => entries.map(({ registrationNo }) => registrationNo)),
  );
  const holders = secondNumbers(doubtfulHolders(ledger?.entries ?? submission.ledger, submission, review));
  return whoIsReady(submission, review, settings).ready.filter(
    ({ fields: { registrationNo } }) => !blocked.has(registrationNo) && !holders.has(registrationNo),
  ).length;
}

/** The number that the next new certificate gets. */
export function nextNumberOf(submission: Submission, ledger: LedgerState | null, firstNumber: number | null): string {
  const { applicationYear } = submission.unit;
  return nextNumbers(
    ledger?.entries ?? submission.ledger,
    applicationYear,
    firstNumber ?? undefined,
    ledger?.missing,
  )();
}

const SAMPLE: Ready["fields"] = {
  registrationNo: "XG0000",
  name: "",
  employer: "虚构研究院",
  currentTitle: "工程师",
  education: "大学本科",
  specialty: "水利工程",
  targetLevel: "副高级",
  fromYear: 2013,
  toYear: 2017,
  handler: "钱样办",
  phone: "0737-0000000",
};

/** The certificate's text for a person, or for an invented one (null); a number still to be given is shown as ____. */
export function previewOf(
  person: Ready | null,
  sampleName: string,
  year: number,
  settings: CertificateSettings,
  today: string,
  policyId: string,
): CertificateContent {
  const form = certificateFormOf(policyId);
  const fields = person?.fields ?? {
    ...SAMPLE,
    name: sampleName,
    ...(settings.handler === "" ? {} : { handler: settings.handler }),
    ...(settings.phone === "" ? {} : { phone: settings.phone }),
  };
  const again = person?.held ? asIssued(person.fields, person.held) : null;
  if (again !== null && certificateProblems(again, null).length === 0) return certificateContent(again, settings, form);
  return certificateContent(
    { ...fields, certificateNo: `${year}-____`, issuedOn: settings.issuedOn === "" ? today : settings.issuedOn },
    settings,
    form,
  );
}

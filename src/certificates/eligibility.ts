/** Who gets a certificate: qualified applicants for 副高级 and 正高级 whose data is complete and whose named years are all met. */
import { policyOf } from "../policy";
import type { Code } from "../policy/codes";
import type { Finding, FindingDetails, PersonReview, Review } from "../review/types";
import { numberAs } from "../submission";
import type { Person, Submission } from "../submission/types";
import { certificateProblems } from "./checks";
import type { CertificateCandidate, CertificateSettings, Withheld } from "./types";

export interface Readiness {
  /** In the order of 人员信息. */
  readonly ready: readonly CertificateCandidate[];
  readonly withheld: readonly Withheld[];
}

/** `office`: handler and phone that stand on the stub instead of the unit's; blank ones count for nothing. */
export function whoIsReady(
  submission: Submission,
  review: Review,
  office: Partial<Pick<CertificateSettings, "handler" | "phone">> = {},
): Readiness {
  const clause = certificateClause(review);
  const people = new Map<string, Person>();
  // Two rows with one number are one entry, by the first row's data.
  for (const person of submission.people) {
    if (!people.has(person.registrationNo)) people.set(person.registrationNo, person);
  }
  const met = new Set(
    review.years
      .filter(({ status }) => status === "met")
      .map(({ registrationNo, year }) => `${registrationNo} ${year}`),
  );
  const ready: CertificateCandidate[] = [];
  const withheld: Withheld[] = [];
  for (const outcome of review.people) {
    const person = people.get(outcome.registrationNo);
    if (!outcome.senior || person === undefined) continue;
    const fields = { ...fieldsOf(submission, person, outcome), ...given(office) };
    const problems = certificateProblems(fields, whyNot(fields, outcome, met));
    if (problems.length === 0) ready.push({ fields });
    else
      withheld.push({
        registrationNo: person.registrationNo,
        name: person.name,
        findings: problems.map(findingOn(person, clause)),
      });
  }
  return { ready, withheld };
}

function given({ handler = "", phone = "" }: Partial<Pick<CertificateSettings, "handler" | "phone">>) {
  return {
    ...(handler.trim() === "" ? {} : { handler: handler.trim() }),
    ...(phone.trim() === "" ? {} : { phone: phone.trim() }),
  };
}

/** The clause behind everything about certificates; blank under a notice that issues none. */
export function certificateClause(review: Pick<Review, "policy">): string {
  return policyOf(review.policy)?.certificate?.clause ?? "";
}

/** Turns a certificate problem into a finding on the person. */
export function findingOn(person: Pick<Person, "place" | "registrationNo" | "name">, clause: string) {
  return ({ code, details }: { readonly code: Code; readonly details: FindingDetails }): Finding => ({
    code,
    severity: "error",
    clause,
    place: person.place,
    registrationNo: person.registrationNo,
    name: person.name,
    details,
  });
}

/** The years that the certificate names: those of the review's window, or the claimed ones while the window is open. */
function fieldsOf({ unit }: Submission, person: Person, outcome: PersonReview): CertificateCandidate["fields"] {
  return {
    ...numberAs(person.registrationNo, person.registrationNoText),
    name: person.name,
    employer: person.employer,
    currentTitle: person.currentTitle,
    education: person.educationLabel,
    specialty: person.specialty,
    targetLevel: person.targetLevelLabel,
    fromYear: outcome.window?.from ?? person.fromYear,
    toYear: outcome.window?.to ?? person.toYear,
    handler: unit.handler,
    phone: unit.phone,
  };
}

function whyNot(
  { fromYear, toYear }: CertificateCandidate["fields"],
  outcome: PersonReview,
  met: ReadonlySet<string>,
): FindingDetails | null {
  if (outcome.verdict !== "qualified") return { verdict: outcome.verdict };
  if (fromYear === null || toYear === null) return null;
  const unmet: number[] = [];
  for (let year = fromYear; year <= toYear; year += 1) {
    if (!met.has(`${outcome.registrationNo} ${year}`)) unmet.push(year);
  }
  return unmet.length === 0 ? null : { years: unmet };
}

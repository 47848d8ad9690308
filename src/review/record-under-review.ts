/**
 * One record on its own: conversion, evidence, filing, year, stamp. What other records and the year do to it comes later
 * (cross-record-rules, year-review). Its credited value is a function of the option vector, so that lowest and highest
 * follow from it.
 */
import { cellOfCode, isLiftedByDecision, severityOf, type Code } from "../policy/codes";
import type { Filing, LearningRecord, RecordDecision } from "../submission/types";
import { headerOf } from "../submission/vocabulary";
import type { CheckedRecord, Gate, OpenGate } from "./checks/checked-record";
import { checkCreditYear, checkDates } from "./checks/credit-year";
import { checkEvidence } from "./checks/evidence";
import { checkFiling } from "./checks/filing";
import type { CompiledForm } from "./compiled-policy";
import { ConversionOutcomes, type Evaluated } from "./conversion-outcomes";
import type { CellKey, EvaluationContext, OptionVector } from "./evaluation-context";
import type { OfficeDecisions } from "./office-decisions";
import type { FindingDetails, Severity, SubjectOutcome } from "./types";
import { CONTRACT, NO_DETAILS, clauseOfError, type UnplacedFinding } from "./unplaced-finding";

/** What a review of single records may look at besides the record. */
export interface RecordContext {
  readonly office: OfficeDecisions;
  /** Where conversions are evaluated, one after the other. */
  readonly evaluation: EvaluationContext;
  /** `undefined`: not known here (=CE.* sees one row); null: the workbook has no 培训备案. */
  readonly filings: ReadonlyMap<string, Filing> | null | undefined;
  /** The person's year is already stamped and proven (已验印年度). */
  readonly yearIsSealed: (record: LearningRecord) => boolean;
}

/** One record under review. Mutable until records are compared with one another and its year is summed. */
export class RecordUnderReview implements CheckedRecord {
  readonly findings: UnplacedFinding[] = [];
  /** Hours that count for the year, and between what they can still move. Nothing until its year is summed. */
  credited = 0;
  lowest = 0;
  highest = 0;
  /** Set by an error: nothing of it counts, whatever is decided. */
  blocked = false;
  readonly converted: number;
  /** As the course was registered, or the form's own; and how much of the converted hours is 公需. */
  private readonly registered: SubjectOutcome;
  private readonly convertedShare: number;
  /** Open questions on which the credited value may depend. */
  open: readonly number[];
  /** Decided questions on which it may depend. */
  private readonly settled: readonly number[];
  private gates: readonly OpenGate[] = NO_GATES;
  private evidenceGates: readonly OpenGate[] | null = null;
  /** The most hours that the open questions of its conversion can give, and that any options can. */
  private highestOpen: number;
  private highestOfAll: number;
  /** A decided question stands on it whose every option may give nothing (no days, no certified hours). */
  private nothingByDecision = false;
  private readonly fixedHours: number | null;
  /** Hours by a reviewer's decision; null when there is none that counts. */
  private decidedHours: number | null = null;
  decision: RecordDecision | null = null;
  // Fields of its own: looked up for every evaluation
  readonly office: OfficeDecisions;
  private readonly evaluation: EvaluationContext;

  constructor(
    readonly record: LearningRecord,
    readonly form: CompiledForm | null,
    context: RecordContext,
  ) {
    const { office } = context;
    this.office = office;
    this.evaluation = context.evaluation;
    for (const problem of record.problems) {
      this.findings.push({
        code: problem.code,
        severity: severityOf(problem.code, office.policy),
        clause: form?.policy.conversion.clause ?? CONTRACT,
        key: problem.key,
        details: problem.details,
      });
    }
    const now = this.convertNow();
    const { questions } = now;
    // A conversion that asked nothing gives the same under all options.
    this.fixedHours = questions.length === 0 ? now.hours : null;
    this.highestOpen = now.highestOpen;
    this.highestOfAll = now.highestOfAll;
    const provisional = now.decided ? this.convertAt(office.provisional) : now;
    this.converted = provisional.hours;
    this.gradeUnreadableValues(now.unreadable);
    this.convertedShare = provisional.publicShare;
    this.registered = this.checkSubject();
    if (form) this.checkAll(form, context);
    this.sayGates();
    const met = this.gates.length === 0 && this.evidenceGates === null ? questions : this.withGates(questions);
    this.open = met.length === 0 ? NO_QUESTIONS : met.filter((question) => office.isOpen(question));
    this.settled = met.length === 0 ? NO_QUESTIONS : met.filter((question) => !office.isOpen(question));
    this.blocked =
      this.evidenceGates?.length === 0 ||
      this.findings.some(({ severity, code }) => severity === "error" && code !== "evidence-incomplete");
  }

  /** Subject of the converted hours; if those are 0, of what counts of it in the end, other rows and caps included. */
  subject(credited: number): SubjectOutcome {
    if (this.converted > 0)
      return subjectOf(this.registered, { hours: this.converted, publicShare: this.convertedShare });
    return credited > 0
      ? subjectOf(this.registered, { hours: credited, publicShare: this.publicShare(this.office.inForce, credited) })
      : "none";
  }

  private withGates(questions: readonly number[]): number[] {
    return [...new Set([...questions, ...[...this.gates, ...(this.evidenceGates ?? [])].map((gate) => gate.question)])];
  }

  /** Converted hours under an option vector. Errors of the record's own figures make it 0. */
  private convert(options: OptionVector): number {
    this.evaluation.begin(this.record, options); // also without a form: nothing of the row before may stay
    return this.form?.convert(this.evaluation) ?? 0;
  }

  private convertAt(options: OptionVector): Amount {
    const hours = this.convert(options);
    return { hours, publicShare: this.evaluation.publicShare };
  }

  /** One evaluation, with what it asked and whether it failed. */
  private evaluated(options: OptionVector): Evaluated {
    const { hours, publicShare } = this.convertAt(options);
    return { hours, publicShare, failed: this.evaluation.errors.length > 0, asked: [...this.evaluation.asked] };
  }

  /** Converts at the options in force; says the questions that stand on the record, or what is wrong with its figures. */
  private convertNow(): Amount & {
    readonly questions: readonly number[];
    readonly decided: boolean;
    readonly unreadable: ReadonlySet<string>;
    readonly highestOpen: number;
    readonly highestOfAll: number;
  } {
    const { form, office } = this;
    const amount = this.convertAt(office.inForce);
    const { asked, errors } = this.evaluation;
    if (form === null || (asked.length === 0 && errors.length === 0))
      return {
        ...amount,
        questions: NO_QUESTIONS,
        decided: false,
        unreadable: NOTHING,
        highestOpen: amount.hours,
        highestOfAll: amount.hours,
      };
    const decided = asked.some(({ question }) => !office.isOpen(question));
    const wrong = [...errors];
    if (asked.length > 0) {
      const outcomes = new ConversionOutcomes(office, [...asked], (options) => this.evaluated(options));
      const { highestOpen, highestOfAll, questions } = outcomes;
      // A figure that only some readings need is wrong where no other reading gives hours without it.
      if (wrong.length === 0 || highestOpen > 0) {
        for (const question of questions) {
          const codes = outcomes.codesOf(question);
          if (codes.length > 0 && !office.isOpen(question) && outcomes.isAlwaysSaid(question))
            this.nothingByDecision = true;
          for (const code of codes) this.ask(question, code, this.questionFigures());
        }
        return { ...amount, questions, decided, unreadable: NOTHING, highestOpen, highestOfAll };
      }
    }
    const unreadable = new Set<string>();
    for (const { code, key } of wrong) {
      if (code === "value-unknown") unreadable.add(key ?? "");
      else if (!this.findings.some((finding) => finding.code === code && finding.key === key))
        this.findings.push({
          code,
          severity: severityOf(code, office.policy),
          clause: clauseOfError(form.policy, code),
          key: key ?? this.keyOf(code),
          details: this.figures(key),
        });
    }
    return { ...amount, questions: NO_QUESTIONS, decided, unreadable, highestOpen: 0, highestOfAll: 0 };
  }

  private questionFigures(): FindingDetails {
    const { statedHours } = this.record;
    const converted = this.convert(this.office.provisional);
    return statedHours === null ? { converted } : { converted, stated: statedHours };
  }

  /** What a cell that can't be read leads to: an error only where the conversion needs it, and where the record stands nowhere. */
  private gradeUnreadableValues(needed: ReadonlySet<string>): void {
    this.record.problems.forEach(({ code, key }, index) => {
      const finding = this.findings[index];
      if (finding === undefined || !OF_READING.has(code)) return;
      const isError =
        needed.has(key) || PLACING.has(key) || (key === "subject" && this.form?.policy.subject === "registered");
      this.findings[index] = { ...finding, severity: isError ? "error" : "warning" };
    });
  }

  /** Adds a finding of this severity under a clause. */
  add(code: Code, severity: Severity, clause: string, details: FindingDetails = NO_DETAILS): void {
    this.findings.push({ code, severity, clause, key: this.keyOf(code), details });
  }

  private keyOf(code: Code): string | undefined {
    return cellOfCode(code, this.office.policy);
  }

  /** Adds a finding with the severity of its code and the clause that the policy gives it. */
  addRule(code: Code, details: FindingDetails = NO_DETAILS): void {
    this.add(
      code,
      severityOf(code, this.office.policy),
      this.office.policy.clauses[code] ?? this.form?.policy.conversion.clause ?? CONTRACT,
      details,
    );
  }

  ask(question: number, code: Code, details: FindingDetails = NO_DETAILS): void {
    this.add(code, this.office.isOpen(question) ? "judgement" : "info", this.office.clauseOf(question), details);
  }

  /** The cell that an error of conversion is about, by its header and value. */
  private figures(key: CellKey | undefined): FindingDetails {
    if (key === undefined) return {};
    const value = key in this.record ? this.record[key as keyof LearningRecord] : null;
    return { column: headerOf(key), ...(typeof value === "number" || typeof value === "string" ? { value } : {}) };
  }

  private checkSubject(): SubjectOutcome {
    const { record, form } = this;
    if (!form) return "none";
    if (form.policy.subject === "registered") {
      if (record.subject !== null) return record.subject;
      this.addRule("subject-missing");
      return "either";
    }
    if (record.subject === "public" && form.policy.subjectAsked) this.addRule("subject-not-allowed");
    return form.policy.subject;
  }

  private checkStamp(): void {
    if (this.record.stamped !== true && !this.record.unreadable.has("stamped"))
      this.addRule("registration-not-stamped");
  }

  private checkAll(form: CompiledForm, context: RecordContext): void {
    const { record } = this;
    const sealed = record.sealed || context.yearIsSealed(record);
    if (record.claimedHours !== null && this.converted > 0 && record.claimedHours !== this.converted) {
      this.add("hours-claim-mismatch", "warning", form.policy.conversion.clause, {
        claimed: record.claimedHours,
        converted: this.converted,
        unit: this.office.policy.unit,
      });
    }
    if (!sealed && form.policy.stamped) this.checkStamp();
    if (!sealed) this.evidenceGates = checkEvidence(this, form);
    checkDates(this, form);
    checkCreditYear(this, form);
    checkFiling(this, form, context.filings);
  }

  gate(
    id: string,
    code: Code,
    accept: string,
    details: FindingDetails = NO_DETAILS,
    asked?: "where it has hours",
  ): void {
    const question = this.office.index(id);
    const gate = { question, accept: this.office.indexOfOption(question, accept), code, details };
    this.gates = [...this.gates, asked === undefined ? gate : { ...gate, onlyWithHours: true }];
  }

  /**
   * Says the questions that decide between all and nothing, where an option of theirs changes what is credited; errors of
   * the record are left aside. An open one is asked as the others are decided, a decided one whatever they are.
   */
  private sayGates(): void {
    const { office, gates, evidenceGates } = this;
    if (gates.length === 0 && evidenceGates === null) return;
    const canAccept = ({ question, accept }: Gate): boolean =>
      office.isOpen(question) || office.inForce[question] === accept;
    const evidenceCan = evidenceGates === null || evidenceGates.length === 0 || evidenceGates.some(canAccept);
    for (const gate of gates) {
      const stands = gate.onlyWithHours
        ? !this.convertsToNothing()
        : office.isOpen(gate.question)
          ? this.highestOpen > 0 && evidenceCan && gates.every((other) => other === gate || canAccept(other))
          : this.highestOfAll > 0;
      if (stands) this.ask(gate.question, gate.code, gate.details);
    }
    for (const gate of evidenceGates ?? []) {
      const stands = office.isOpen(gate.question)
        ? this.highestOpen > 0 && gates.every(canAccept)
        : this.highestOfAll > 0;
      if (stands) this.ask(gate.question, gate.code, gate.details);
    }
    const accepted = evidenceGates?.some(
      ({ question, accept }) => !office.isOpen(question) && office.inForce[question] === accept,
    );
    if (accepted === true) this.evidenceGates = null;
  }

  convertsToNothing(): boolean {
    return this.convert(this.office.inForce) === 0;
  }

  /**
   * Applies a reviewer's decision. Signed, it lifts codes of evidence, filing, year and judgement; the errors that are
   * left block the row whatever was decided. To be called when all other codes stand.
   */
  decide(decision: RecordDecision): void {
    const { treatment, hours, by, on, stale } = decision;
    const warn = (code: Code, details: FindingDetails): void => {
      this.findings.push({ code, severity: "warning", clause: CONTRACT, key: undefined, details });
    };
    if (stale) return warn("decision-stale", { by, on });
    if (treatment === null) return warn("value-unknown", { column: "处理", value: decision.text });
    if (treatment === "set" && hours === null)
      return warn("value-unknown", { column: "核定学时", value: decision.hoursText });
    if (by === "" || on === "") return warn("decision-unsigned", {});
    this.findings.forEach((finding, index) => {
      if (isLiftedByDecision(finding.code, this.office.policy)) this.findings[index] = { ...finding, severity: "info" };
    });
    this.decision = decision;
    this.decidedHours = treatment === "refuse" ? 0 : (hours ?? this.convert(this.office.inForce));
    this.blocked = this.findings.some(({ severity }) => severity === "error");
    this.open = NO_QUESTIONS;
  }

  /** Credited hours under an option vector, other rows aside. */
  value(options: OptionVector): number {
    if (this.blocked) return 0;
    if (this.decidedHours !== null) return this.decidedHours;
    for (const gate of this.gates) if (options[gate.question] !== gate.accept) return 0;
    if (this.evidenceGates && !this.evidenceGates.some((gate) => options[gate.question] === gate.accept)) return 0;
    return this.fixedHours ?? this.convert(options);
  }

  /** 公需 part of the credited hours `value` gave under the same options. */
  publicShare(options: OptionVector, hours: number): number {
    if (hours === 0) return 0;
    if (!this.form?.splits)
      return this.record.subject === "public" && this.form?.policy.subject === "registered" ? hours : 0;
    const amount = this.convertAt(options);
    // 核定学时 on a record of both subjects keeps their proportion.
    return amount.hours === 0 ? 0 : (amount.publicShare * hours) / amount.hours;
  }

  /** True when it is worth nothing by a decision: undone, it could be worth something, or something would be wrong with it. */
  isZeroByDecision(): boolean {
    if (this.blocked || this.settled.length === 0) return false;
    let otherwise = this.nothingByDecision;
    this.office.combinations([...this.settled, ...this.open], (options) => {
      otherwise ||= this.value(options) > 0 || this.hasErrors(options);
    });
    return otherwise;
  }

  private hasErrors(options: OptionVector): boolean {
    this.convert(options);
    return this.evaluation.errors.length > 0;
  }
}

/** Hours, and how many of them are 公需 where a clause gives both subjects at once. */
interface Amount {
  readonly hours: number;
  readonly publicShare: number;
}

/** Codes of cells that can't be read or used. */
const OF_READING: ReadonlySet<Code> = new Set<Code>(["value-unknown", "invalid-number", "rank-invalid"]);
/** Cells without which a record stands nowhere. */
const PLACING: ReadonlySet<string> = new Set(["form", "year", "title", "registrationNo"]);

/** Most records ask nothing and wait for nothing: they share the empty ones. */
const NOTHING: ReadonlySet<string> = new Set();
const NO_GATES: readonly OpenGate[] = [];
const NO_QUESTIONS: readonly number[] = [];

const subjectOf = (subject: SubjectOutcome, { hours, publicShare }: Amount): SubjectOutcome =>
  publicShare === 0 ? subject : publicShare === hours ? "public" : "both";

/**
 * One record on its own: conversion, evidence, filing, year, stamp. What other records and the year do to it comes later
 * (cross-record-rules, year-review). Its credited value is a function of the option vector, so that lowest and highest
 * follow from it.
 */
import { cellOfCode, isLiftedByDecision, severityOf, type Code } from "../policy/codes";
import type { Filing, LearningRecord, RecordDecision } from "../submission/types";
import { headerOf } from "../submission/vocabulary";
import type { CheckedRecord, Gate } from "./checks/checked-record";
import { checkCreditYear } from "./checks/credit-year";
import { checkEvidence } from "./checks/evidence";
import { checkFiling } from "./checks/filing";
import type { CompiledForm } from "./compiled-policy";
import type { AskedQuestion, CellKey, EvaluationContext, OptionVector } from "./evaluation-context";
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
  private gates: readonly Gate[] = NO_GATES;
  private evidenceGates: readonly Gate[] | null = null;
  /** A decided question stands on it whose every option may give nothing (no days, no certified hours). */
  private nothingByDecision = false;
  private readonly fixedHours: number | null;
  /** Hours by a reviewer's decision; null when there is none that counts. */
  private decidedHours: number | null = null;
  decision: RecordDecision | null = null;

  constructor(
    readonly record: LearningRecord,
    readonly form: CompiledForm | null,
    private readonly context: RecordContext,
  ) {
    const { office } = context;
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
    const questions = now.asked.length === 0 ? NO_QUESTIONS : this.questionsOf(now.asked);
    // A conversion that asked nothing gives the same under all options.
    this.fixedHours = questions.length === 0 ? now.hours : null;
    const provisional = now.decided ? this.convertAt(office.provisional) : now;
    this.converted = provisional.hours;
    this.downgradeUnknownValues(now.unreadable);
    this.convertedShare = provisional.publicShare;
    this.registered = this.checkSubject();
    if (form) this.checkAll(form);
    const met = this.gates.length === 0 && this.evidenceGates === null ? questions : this.withGates(questions);
    this.open = met.length === 0 ? NO_QUESTIONS : met.filter((question) => office.isOpen(question));
    this.settled = met.length === 0 ? NO_QUESTIONS : met.filter((question) => !office.isOpen(question));
    this.blocked =
      this.evidenceGates?.length === 0 ||
      this.findings.some(({ severity, code }) => severity === "error" && code !== "evidence-incomplete");
  }

  get office(): OfficeDecisions {
    return this.context.office;
  }

  private get evaluation(): EvaluationContext {
    return this.context.evaluation;
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

  /** Converts at the options in force, notes errors and the questions whose options change the hours. */
  private convertNow(): Amount & {
    readonly asked: readonly AskedQuestion[];
    readonly decided: boolean;
    readonly unreadable: ReadonlySet<string>;
  } {
    const { form, office } = this;
    const amount = this.convertAt(office.inForce);
    if (this.evaluation.asked.length === 0 && this.evaluation.errors.length === 0)
      return {
        hours: amount.hours,
        publicShare: amount.publicShare,
        asked: NOT_ASKED,
        decided: false,
        unreadable: NOTHING,
      };
    const decided = this.evaluation.asked.some(({ question }) => !office.isOpen(question));
    if (!form || this.evaluation.errors.length === 0) {
      const asked = dedupe(this.evaluation.asked);
      for (const { question, codes, always } of asked) {
        if (!always && !this.matters(question, amount)) continue;
        if (always && !office.isOpen(question)) this.nothingByDecision = true;
        for (const code of codes) this.ask(question, code, this.questionFigures());
      }
      return { ...amount, asked, decided, unreadable: NOTHING };
    }
    const unreadable = new Set<string>();
    for (const { code, key } of this.evaluation.errors) {
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
    return { ...amount, asked: [], decided, unreadable };
  }

  private questionFigures(): FindingDetails {
    const { statedHours } = this.record;
    const converted = this.convert(this.office.provisional);
    return statedHours === null ? { converted } : { converted, stated: statedHours };
  }

  /** True when some option of the question, the others as in force, gives other hours, or makes a missing figure needed. */
  private matters(question: number, { hours, publicShare }: Amount): boolean {
    const options = this.office.inForce.slice();
    return this.office.optionsOf(question).some((_, option) => {
      options[question] = option;
      return (
        this.convert(options) !== hours ||
        this.evaluation.publicShare !== publicShare ||
        this.evaluation.errors.length > 0
      );
    });
  }

  /** All questions that an evaluation can meet under any options of the open ones. */
  private questionsOf(asked: readonly AskedQuestion[]): number[] {
    const known = new Set(asked.map((each) => each.question));
    const waiting = [...known];
    for (let question = waiting.pop(); question !== undefined; question = waiting.pop()) {
      const options = this.office.inForce.slice();
      for (let option = 0; option < this.office.optionsOf(question).length; option++) {
        options[question] = option;
        this.convert(options);
        for (const each of this.evaluation.asked) {
          if (known.has(each.question)) continue;
          known.add(each.question);
          waiting.push(each.question);
        }
      }
    }
    return [...known];
  }

  /** An unreadable value is an error only where the conversion needed it. */
  private downgradeUnknownValues(needed: ReadonlySet<string>): void {
    if (this.record.problems.length === 0) return;
    this.findings.forEach((finding, index) => {
      if (finding.code !== "value-unknown") return;
      const isError =
        needed.has(finding.key ?? "") ||
        finding.key === "form" ||
        finding.key === "year" ||
        (finding.key === "subject" && this.form?.policy.subject === "registered");
      this.findings[index] = { ...finding, severity: isError ? "error" : "warning" };
    });
  }

  add(code: Code, severity: Severity, clause: string, details: FindingDetails = NO_DETAILS): void {
    this.findings.push({ code, severity, clause, key: this.keyOf(code), details });
  }

  private keyOf(code: Code): string | undefined {
    return cellOfCode(code, this.office.policy);
  }

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

  private checkAll(form: CompiledForm): void {
    const { record } = this;
    const sealed = record.sealed || this.context.yearIsSealed(record);
    if (record.claimedHours !== null && this.converted > 0 && record.claimedHours !== this.converted) {
      this.add("hours-claim-mismatch", "warning", form.policy.conversion.clause, {
        claimed: record.claimedHours,
        converted: this.converted,
        unit: this.office.policy.unit,
      });
    }
    if (!sealed && form.policy.stamped) this.checkStamp();
    if (!sealed) this.evidenceGates = checkEvidence(this, form);
    checkCreditYear(this, form);
    checkFiling(this, form, this.context.filings);
  }

  /** The question holds for what the record may become, said or not. */
  gate(id: string, code: Code, accept: string, details: FindingDetails = NO_DETAILS): void {
    const question = this.office.index(id);
    if (!this.convertsToNothing()) this.ask(question, code, details);
    this.gates = [...this.gates, { question, accept: this.office.indexOfOption(question, accept) }];
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

/** Most records ask nothing and wait for nothing: they share the empty ones. */
const NOTHING: ReadonlySet<string> = new Set();
const NO_GATES: readonly Gate[] = [];
const NO_QUESTIONS: readonly number[] = [];
const NOT_ASKED: readonly AskedQuestion[] = [];

const subjectOf = (subject: SubjectOutcome, { hours, publicShare }: Amount): SubjectOutcome =>
  publicShare === 0 ? subject : publicShare === hours ? "public" : "both";

function dedupe(asked: readonly AskedQuestion[]): AskedQuestion[] {
  return asked.filter(
    (each, index) =>
      asked.findIndex((other) => other.question === each.question && other.codes === each.codes) === index,
  );
}

/**
 * One record on its own: conversion, evidence, filing, year, stamp. What other rows and people do to it comes later
 * (across.ts). A row's credited value is a function of the reading, so that lowest and highest follow from it.
 */
import type { CompiledForm, Office } from "./engine";
import { Evaluation, type Asked, type CellKey, type ReadingOf } from "./compile";
import { readEvidence } from "./evidence";
import { cellOfCode, isLiftedByDecision, severityOf, type Code } from "../policy/codes";
import { yearOfDay } from "../submission/text";
import { headerOf } from "../submission/vocabulary";
import type { Filing, LearningRecord, RecordDecision } from "../submission/types";
import type { Severity, SubjectOutcome } from "./types";

export type Details = Readonly<Record<string, string | number>>;

/** A finding before it is given its place. */
export interface Draft {
  readonly code: Code;
  readonly severity: Severity;
  readonly clause: string;
  readonly key: string | undefined;
  readonly details: Details;
}

/** A question that decides between all of the hours and none. */
interface Gate {
  readonly question: number;
  readonly accept: number;
}

/** What a review of single rows may look at besides the row. */
export interface RowContext {
  readonly office: Office;
  /** `undefined`: not known here (=CE.* sees one row); null: the workbook has no 培训备案. */
  readonly filings: ReadonlyMap<string, Filing> | null | undefined;
  /** The person's year is already stamped and proven (已验印年度). */
  readonly yearIsSealed: (record: LearningRecord) => boolean;
}

const run = new Evaluation();

/** A record at work. Mutable while rows are compared with one another. */
export class Row {
  readonly drafts: Draft[] = [];
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
  private evidenceGates: Gate[] | null = null;
  /** A decided question stands on it whose every option may give nothing (no days, no certified hours). */
  private nothingByDecision = false;
  private readonly fixedHours: number | null;
  /** Hours by a reviewer's decision; null when there is none that counts. */
  private decidedHours: number | null = null;
  decision: RecordDecision | null = null;

  constructor(
    readonly record: LearningRecord,
    readonly form: CompiledForm | null,
    private readonly office: Office,
    context: RowContext,
  ) {
    for (const problem of record.problems) {
      this.drafts.push({
        code: problem.code,
        severity: severityOf(problem.code, office.engine.policy),
        clause: form?.policy.conversion.clause ?? CONTRACT,
        key: problem.key,
        details: problem.details,
      });
    }
    const now = this.convertNow();
    const questions = now.asked.length === 0 ? NO_QUESTIONS : this.questionsOf(now.asked);
    // A conversion that asked nothing gives the same under every reading.
    this.fixedHours = questions.length === 0 ? now.hours : null;
    const provisional = now.decided ? this.convertAt(office.provisional) : now;
    this.converted = provisional.hours;
    this.downgradeUnknownValues(now.unreadable);
    this.convertedShare = provisional.publicShare;
    this.registered = this.checkSubject();
    if (form) this.checkRow(form, context);
    const met = this.gates.length === 0 && this.evidenceGates === null ? questions : this.withGates(questions);
    this.open = met.length === 0 ? NO_QUESTIONS : met.filter((question) => office.isOpen(question));
    this.settled = met.length === 0 ? NO_QUESTIONS : met.filter((question) => !office.isOpen(question));
    this.blocked =
      this.evidenceGates?.length === 0 ||
      this.drafts.some(({ severity, code }) => severity === "error" && code !== "evidence-incomplete");
  }

  /** Subject of the converted hours; if those are 0, of what counts of it in the end, other rows and caps included. */
  subject(credited: number): SubjectOutcome {
    if (this.converted > 0)
      return subjectOf(this.registered, { hours: this.converted, publicShare: this.convertedShare });
    return credited > 0
      ? subjectOf(this.registered, { hours: credited, publicShare: this.publicShare(this.office.reading, credited) })
      : "none";
  }

  private withGates(questions: readonly number[]): number[] {
    return [...new Set([...questions, ...[...this.gates, ...(this.evidenceGates ?? [])].map((gate) => gate.question)])];
  }

  /** Converted hours under a reading. Errors of the row's own figures make it 0. */
  private convert(reading: ReadingOf): number {
    run.begin(this.record, reading); // also without a form: nothing of the row before may stay
    return this.form?.convert(run) ?? 0;
  }

  private convertAt(reading: ReadingOf): Amount {
    const hours = this.convert(reading);
    return { hours, publicShare: run.publicShare };
  }

  /** Converts at the reading in force, notes errors and the questions whose options change the hours. */
  private convertNow(): Amount & {
    readonly asked: readonly Asked[];
    readonly decided: boolean;
    readonly unreadable: ReadonlySet<string>;
  } {
    const { form, office } = this;
    const amount = this.convertAt(office.reading);
    if (run.asked.length === 0 && run.errors.length === 0)
      return {
        hours: amount.hours,
        publicShare: amount.publicShare,
        asked: NOT_ASKED,
        decided: false,
        unreadable: NOTHING,
      };
    const decided = run.asked.some(({ question }) => !office.isOpen(question));
    if (!form || run.errors.length === 0) {
      const asked = dedupe(run.asked);
      for (const { question, codes, always } of asked) {
        if (!always && !this.matters(question, amount)) continue;
        if (always && !office.isOpen(question)) this.nothingByDecision = true;
        for (const code of codes) this.ask(question, code, this.questionFigures());
      }
      return { ...amount, asked, decided, unreadable: NOTHING };
    }
    const unreadable = new Set<string>();
    for (const { code, key } of run.errors) {
      if (code === "value-unknown") unreadable.add(key ?? "");
      else if (!this.drafts.some((draft) => draft.code === code && draft.key === key))
        this.drafts.push({
          code,
          severity: severityOf(code, office.engine.policy),
          clause: clauseOfError(form.policy, code),
          key: key ?? this.keyOf(code),
          details: this.figures(key),
        });
    }
    return { ...amount, asked: [], decided, unreadable };
  }

  private questionFigures(): Details {
    const { statedHours } = this.record;
    const converted = this.convert(this.office.provisional);
    return statedHours === null ? { converted } : { converted, stated: statedHours };
  }

  /** True when some option of the question, the others as in force, gives other hours, or makes a missing figure needed. */
  private matters(question: number, { hours, publicShare }: Amount): boolean {
    const reading = this.office.reading.slice();
    return this.office.optionsOf(question).some((_, option) => {
      reading[question] = option;
      return this.convert(reading) !== hours || run.publicShare !== publicShare || run.errors.length > 0;
    });
  }

  /** All questions that an evaluation can meet under any options of the open ones. */
  private questionsOf(asked: readonly Asked[]): number[] {
    const known = new Set(asked.map((each) => each.question));
    const waiting = [...known];
    for (let question = waiting.pop(); question !== undefined; question = waiting.pop()) {
      const reading = this.office.reading.slice();
      for (let option = 0; option < this.office.optionsOf(question).length; option++) {
        reading[question] = option;
        this.convert(reading);
        for (const each of run.asked) {
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
    this.drafts.forEach((draft, index) => {
      if (draft.code !== "value-unknown") return;
      const isError =
        needed.has(draft.key ?? "") ||
        draft.key === "form" ||
        draft.key === "year" ||
        (draft.key === "subject" && this.form?.policy.subject === "registered");
      this.drafts[index] = { ...draft, severity: isError ? "error" : "warning" };
    });
  }

  private add(code: Code, severity: Severity, clause: string, details: Details = NO_DETAILS): void {
    this.drafts.push({ code, severity, clause, key: this.keyOf(code), details });
  }

  private keyOf(code: Code): string | undefined {
    return cellOfCode(code, this.office.engine.policy);
  }

  private addRule(code: Code, details: Details = NO_DETAILS): void {
    this.add(
      code,
      severityOf(code, this.office.engine.policy),
      this.office.engine.policy.clauses[code] ?? this.form?.policy.conversion.clause ?? CONTRACT,
      details,
    );
  }

  private ask(question: number, code: Code, details: Details = NO_DETAILS): void {
    this.add(code, this.office.isOpen(question) ? "judgement" : "info", this.office.clauseOf(question), details);
  }

  /** The cell that an error of conversion is about, by its header and value. */
  private figures(key: CellKey | undefined): Details {
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

  private checkRow(form: CompiledForm, context: RowContext): void {
    const { record } = this;
    const sealed = record.sealed || context.yearIsSealed(record);
    if (record.claimedHours !== null && this.converted > 0 && record.claimedHours !== this.converted) {
      this.add("hours-claim-mismatch", "warning", form.policy.conversion.clause, {
        claimed: record.claimedHours,
        converted: this.converted,
        unit: this.office.engine.policy.unit,
      });
    }
    if (!sealed && form.policy.stamped) this.checkStamp();
    if (!sealed) this.checkEvidence();
    this.checkYear();
    this.checkFiling(context);
  }

  private checkEvidence(): void {
    const { form, office } = this;
    const evidence = form?.policy.evidence;
    const reading = form && readEvidence(form, this.record.evidence);
    if (!evidence || !reading) return;
    if (reading.substitute) this.add(reading.substitute.code, "info", reading.substitute.clause);
    if (reading.complete) return;
    const openings = reading.openings.flatMap((index) => {
      const opening = evidence.openings[index];
      return opening === undefined ? [] : [{ ...opening, question: office.index(opening.ask) }];
    });
    const details = { missing: reading.missing.join("、"), ...(reading.others > 0 ? { others: reading.others } : {}) };
    const accepted = openings.find(
      (opening) => !office.isOpen(opening.question) && office.reads(opening.question, opening.accept),
    );
    if (accepted) {
      this.ask(accepted.question, accepted.code, details);
      return;
    }
    let undecided = false;
    let incomplete = openings.every((opening) => opening.saysIncomplete || !office.isOpen(opening.question));
    for (const opening of openings) {
      this.ask(opening.question, opening.code, details);
      if (!office.isOpen(opening.question)) continue;
      undecided = true;
      incomplete ||= opening.saysIncomplete;
    }
    if (incomplete) this.add("evidence-incomplete", undecided ? "judgement" : "error", evidence.clause, details);
    this.evidenceGates = openings.map((opening) => ({
      question: opening.question,
      accept: office.indexOfOption(opening.question, opening.accept),
    }));
  }

  private checkYear(): void {
    const { record, form, office } = this;
    const claimed = record.year;
    if (claimed === null || !form) return;
    if (form.policy.creditYear === "completion") {
      const completed = record.completedDate;
      if (completed === null || yearOfDay(completed) === claimed) return;
      const details = { claimed, actual: yearOfDay(completed) };
      const { yearAfter } = form.policy;
      if (yearAfter && claimed === details.actual + 1)
        this.gate(yearAfter.ask, yearAfter.code, yearAfter.accept, details);
      else this.addRule("year-mismatch", details);
      return;
    }
    if (form.policy.creditYear !== "period") return;
    const first = record.startDate ?? record.endDate;
    const last = record.endDate ?? record.startDate;
    if (first === null || last === null) return;
    const [from, to] = [yearOfDay(first), yearOfDay(last)];
    if (claimed >= from && claimed <= to) return;
    const details = { claimed, actual: to };
    if (claimed > to) {
      this.addRule("year-mismatch", details);
      return;
    }
    const { makeup } = office.engine.policy;
    if (!makeup) this.addRule("year-mismatch", details);
    else if (to > makeup.lastYear) this.addRule(makeup.refused, details);
    else this.gate(makeup.ask, makeup.code, makeup.accept, details);
  }

  /** A question between all and nothing. Said only of a row that is worth something; it holds for what the row may become. */
  private gate(id: string, code: Code, accept: string, details: Details = NO_DETAILS): void {
    const question = this.office.index(id);
    if (!this.convertsToNothing()) this.ask(question, code, details);
    this.gates = [...this.gates, { question, accept: this.office.indexOfOption(question, accept) }];
  }

  private convertsToNothing(): boolean {
    return this.convert(this.office.reading) === 0;
  }

  private checkFiling(context: RowContext): void {
    const { record, form, office } = this;
    const { filing } = office.engine.policy;
    if (!form || !filing) return;
    const isPublic = record.subject === "public";
    const demanded = isPublic ? form.demanded.public : form.demanded.other;
    if (demanded === null) return;
    if (record.filingNo === "") {
      const { unnumbered } = filing;
      if (unnumbered?.form !== form.slug) {
        this.addRule(filing.notFiled);
        return;
      }
      const question = office.index(unnumbered.ask);
      this.gate(unnumbered.ask, unnumbered.code, unnumbered.accept);
      if (!this.convertsToNothing() && !office.isOpen(question) && !office.reads(question, unnumbered.accept))
        this.addRule(filing.notFiled);
      return;
    }
    if (context.filings === undefined) return; // =CE.* sees the row only
    const filed = context.filings?.get(record.filingNo);
    if (!filed) {
      this.addRule(filing.notFiled, { filingNo: record.filingNo });
      return;
    }
    const start = record.startDate ?? filed.startDate;
    const inTime = filed.filedOn !== null && (start === null || filed.filedOn < start);
    if (!inTime) this.addRule(filing.notFiled, { filingNo: record.filingNo });
    const missing = demanded.filter((item) => !filed.items.has(item));
    if (missing.length > 0)
      this.addRule(filing.incomplete, { filingNo: record.filingNo, missing: missing.map(headerOf).join("、") });
    const { theme } = filing;
    if (theme && isPublic && inTime && record.year === theme.year && !filed.theme.includes(theme.words))
      this.gate(theme.ask, theme.code, theme.accept, { theme: filed.theme });
  }

  /**
   * Applies a reviewer's decision. Signed, it lifts codes of evidence, filing, year and judgement; the errors that are
   * left block the row whatever was decided. To be called when all other codes stand.
   */
  decide(decision: RecordDecision): void {
    const { treatment, hours, by, on, stale } = decision;
    const warn = (code: Code, details: Details): void => {
      this.drafts.push({ code, severity: "warning", clause: CONTRACT, key: undefined, details });
    };
    if (stale) return warn("decision-stale", { by, on });
    if (treatment === null) return warn("value-unknown", { column: "处理", value: decision.text });
    if (treatment === "set" && hours === null)
      return warn("value-unknown", { column: "核定学时", value: decision.hoursText });
    if (by === "" || on === "") return warn("decision-unsigned", {});
    this.drafts.forEach((draft, index) => {
      if (isLiftedByDecision(draft.code, this.office.engine.policy))
        this.drafts[index] = { ...draft, severity: "info" };
    });
    this.decision = decision;
    this.decidedHours = treatment === "refuse" ? 0 : (hours ?? this.convert(this.office.reading));
    this.blocked = this.drafts.some(({ severity }) => severity === "error");
    this.open = NO_QUESTIONS;
  }

  /** Credited hours under a reading, other rows aside. */
  value(reading: ReadingOf): number {
    if (this.blocked) return 0;
    if (this.decidedHours !== null) return this.decidedHours;
    for (const gate of this.gates) if (reading[gate.question] !== gate.accept) return 0;
    if (this.evidenceGates && !this.evidenceGates.some((gate) => reading[gate.question] === gate.accept)) return 0;
    return this.fixedHours ?? this.convert(reading);
  }

  /** 公需 part of the credited hours `value` gave under the same reading. */
  publicShare(reading: ReadingOf, hours: number): number {
    if (hours === 0) return 0;
    if (!this.form?.splits)
      return this.record.subject === "public" && this.form?.policy.subject === "registered" ? hours : 0;
    const amount = this.convertAt(reading);
    // 核定学时 on a record of both subjects keeps their proportion.
    return amount.hours === 0 ? 0 : (amount.publicShare * hours) / amount.hours;
  }

  /** True when it is worth nothing by a decision: undone, it could be worth something, or something would be wrong with it. */
  isZeroByDecision(): boolean {
    if (this.blocked || this.settled.length === 0) return false;
    let otherwise = this.nothingByDecision;
    this.office.combinations([...this.settled, ...this.open], (reading) => {
      otherwise ||= this.value(reading) > 0 || this.hasErrors(reading);
    });
    return otherwise;
  }

  private hasErrors(reading: ReadingOf): boolean {
    this.convert(reading);
    return run.errors.length > 0;
  }
}

/** A check may stand under a clause of its own. */
export const clauseOfError = ({ conversion }: CompiledForm["policy"], code: Code): string =>
  conversion.checks.find((check) => check.code === code)?.clause ?? conversion.clause;

/** Where a rule is the workbook's own and not the notice's. */
export const CONTRACT = "申报工作簿约定";

/** Hours, and how many of them are 公需 where a clause gives both subjects at once. */
interface Amount {
  readonly hours: number;
  readonly publicShare: number;
}

/** Most rows ask nothing and wait for nothing: they share the empty ones. */
const NOTHING: ReadonlySet<string> = new Set();
const NO_GATES: readonly Gate[] = [];
const NO_QUESTIONS: readonly number[] = [];
const NOT_ASKED: readonly Asked[] = [];
const NO_DETAILS: Details = {};

const subjectOf = (subject: SubjectOutcome, { hours, publicShare }: Amount): SubjectOutcome =>
  publicShare === 0 ? subject : publicShare === hours ? "public" : "both";

function dedupe(asked: readonly Asked[]): Asked[] {
  return asked.filter(
    (each, index) =>
      asked.findIndex((other) => other.question === each.question && other.codes === each.codes) === index,
  );
}

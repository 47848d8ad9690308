/**
 * What a record converts to under every combination of the options that its conversion can meet. From it follows which
 * questions stand on the record ("Which questions stand on a row" of the workbook contract): an open one where, the
 * decided ones as decided, some combination of the other open ones lets two of its options differ; a decided one where
 * some combination of all others does.
 */
import type { Code } from "../policy/codes";
import type { AskedQuestion, OptionVector } from "./evaluation-context";
import type { OfficeDecisions } from "./office-decisions";

/** What one evaluation gives. */
export interface Evaluated {
  readonly hours: number;
  readonly publicShare: number;
  /** An error of the record's own figures stands: nothing can be converted. */
  readonly failed: boolean;
  readonly asked: readonly AskedQuestion[];
}

interface Outcome extends Evaluated {
  /** Which combination it is (0-based), in the order in which they are made. */
  readonly number: number;
  /** Options by the position of the question. */
  readonly options: readonly number[];
  /** Every decided question has the option that was decided. */
  readonly isOpen: boolean;
}

/** Beyond this many combinations further questions are left as they are in force. */
const MOST_COMBINATIONS = 4_096;

/** What a record's conversion gives under every combination of the options that bear on it. */
export class ConversionOutcomes {
  /** Every question that the conversion can meet. */
  readonly questions: readonly number[];
  private readonly outcomes: readonly Outcome[];

  /** `first`: what the evaluation under the options in force asked. */
  constructor(
    private readonly office: OfficeDecisions,
    first: readonly AskedQuestion[],
    evaluate: (options: OptionVector) => Evaluated,
  ) {
    let questions = [...new Set(first.map(({ question }) => question))];
    for (;;) {
      const outcomes = this.allOf(questions, evaluate);
      const met = new Set<number>();
      for (const { asked } of outcomes) for (const { question } of asked) met.add(question);
      const further = [...met].filter((question) => !questions.includes(question));
      const wider = this.withinBounds([...questions, ...further]);
      if (wider.length === questions.length) {
        this.questions = questions;
        this.outcomes = outcomes;
        return;
      }
      questions = wider;
    }
  }

  private withinBounds(questions: readonly number[]): number[] {
    let combinations = 1;
    return questions.filter((question) => {
      const more = combinations * this.office.optionsOf(question).length;
      if (more > MOST_COMBINATIONS) return false;
      combinations = more;
      return true;
    });
  }

  private allOf(questions: readonly number[], evaluate: (options: OptionVector) => Evaluated): Outcome[] {
    const { office } = this;
    const decided = questions.filter((question) => !office.isOpen(question));
    const outcomes: Outcome[] = [];
    office.combinations(questions, (options) => {
      const { hours, publicShare, failed, asked } = evaluate(options);
      outcomes.push({
        hours,
        publicShare,
        failed,
        asked,
        number: outcomes.length,
        options: questions.map((question) => options[question] ?? 0),
        isOpen: decided.every((question) => options[question] === office.inForce[question]),
      });
    });
    return outcomes;
  }

  /** The most hours that the open questions can give, the decided ones as decided. */
  get highestOpen(): number {
    return this.highest(({ isOpen }) => isOpen);
  }

  /** The most hours that any options can give, decided or not. */
  get highestOfAll(): number {
    return this.highest(() => true);
  }

  private highest(counts: (outcome: Outcome) => boolean): number {
    return this.outcomes.reduce((most, each) => (counts(each) ? Math.max(most, each.hours) : most), 0);
  }

  /** The codes of a question that stands on the record; empty where it does not stand. */
  codesOf(question: number): readonly Code[] {
    const bearing = this.bearingOn(question);
    const asked = new Set<AskedQuestion>();
    for (const outcome of bearing) for (const each of outcome.asked) if (each.question === question) asked.add(each);
    if (![...asked].some(({ always }) => always) && !this.differs(question, bearing)) return [];
    return [...new Set([...asked].flatMap(({ codes }) => codes))];
  }

  /** True for a question that is said even where no option changes the hours. */
  isAlwaysSaid(question: number): boolean {
    return this.bearingOn(question).some(({ asked }) =>
      asked.some((each) => each.question === question && each.always),
    );
  }

  private bearingOn(question: number): readonly Outcome[] {
    return this.office.isOpen(question) ? this.outcomes.filter(({ isOpen }) => isOpen) : this.outcomes;
  }

  /** True when two options of the question differ while all others stay. A missing figure that an option needs is a difference. */
  private differs(question: number, outcomes: readonly Outcome[]): boolean {
    const at = this.questions.indexOf(question);
    // Outcomes are numbered with the last question counting by ones: less this question's share, the number is that of the others
    const share = this.questions
      .slice(at + 1)
      .reduce((product, later) => product * this.office.optionsOf(later).length, 1);
    const byOthers = new Map<number, Outcome>();
    for (const outcome of outcomes) {
      const others = outcome.number - (outcome.options[at] ?? 0) * share;
      const first = byOthers.get(others);
      if (!first) byOthers.set(others, outcome);
      else if (
        first.hours !== outcome.hours ||
        first.publicShare !== outcome.publicShare ||
        first.failed !== outcome.failed
      )
        return true;
    }
    return false;
  }
}

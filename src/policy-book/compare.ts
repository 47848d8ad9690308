/**
 * Compares two policies without any submission: every difference in what an activity is worth, over the joint partition of
 * both, merged to the fewest rows that say it.
 */
import type { FactName, FormPolicy, Policy } from "../policy/language";
import { Names } from "./names";
import { FormOutcomes, readingsAt, type Outcome, type Readings } from "./outcomes/form-outcomes";
import { axesOf, type Axis, type PointValue } from "./outcomes/partition";
import { exampleOf, isoDay, pointsOf, wordOf, type Point } from "./outcomes/records";
import { isNumber } from "./outcomes/walk";
import { coverOf, type Box } from "./outcomes/cover";
import { factWord, SAYS } from "./words";

/** One row of the comparison. Hours are a number, or a formula of the columns that they hang on; null: no such form. */
export interface PolicyDifference {
  readonly form: string;
  /** The condition in the workbook's words; `一律` where it is every record of the form. */
  readonly when: string;
  readonly before: number | string | null;
  readonly after: number | string | null;
  readonly clauseBefore: string | null;
  readonly clauseAfter: string | null;
  /** Cells of a row of 学时记录 that shows it, by their columns. */
  readonly example: Readonly<Record<string, string | number>>;
}

const ALWAYS = "一律";
/** More combinations of points and options than this are not merged over the options. */
const MOST_CELLS = 400_000;

export function comparePolicies(before: Policy, after: Policy): readonly PolicyDifference[] {
  return formPairs(before, after).flatMap((pair) => new FormComparison(before, after, pair).run());
}

/** Labels of 学习形式 that both policies give to the same pair of forms; null where a policy has no such label. */
interface FormPair {
  readonly labels: readonly string[];
  readonly before: string | null;
  readonly after: string | null;
}

function formPairs(before: Policy, after: Policy): FormPair[] {
  const formOf = (policy: Policy, label: string): string | null =>
    Object.entries(policy.forms).find(([, { labels }]) => labels.includes(label))?.[0] ?? null;
  const labels = [before, after].flatMap(({ forms }) => Object.values(forms).flatMap((form) => form.labels));
  const pairs = new Map<string, { labels: string[]; before: string | null; after: string | null }>();
  for (const label of new Set(labels)) {
    const pair = { before: formOf(before, label), after: formOf(after, label) };
    const key = JSON.stringify(pair);
    const known = pairs.get(key);
    if (known === undefined) pairs.set(key, { labels: [label], ...pair });
    else known.labels.push(label);
  }
  return [...pairs.values()];
}

/** Records that differ in the same way. */
interface Difference {
  readonly before: Outcome | null;
  readonly after: Outcome | null;
  /** Cells (numbers of the grid of points and options) at which it is so. */
  readonly cells: Set<number>;
  readonly example: Point;
}

class FormComparison {
  private readonly sides: readonly [FormOutcomes | null, FormOutcomes | null];
  private readonly axes: readonly Axis[];
  private readonly names: Names;

  constructor(
    private readonly before: Policy,
    private readonly after: Policy,
    private readonly pair: FormPair,
  ) {
    const forms = [this.formOf(before, pair.before), this.formOf(after, pair.after)].filter((form) => form !== null);
    this.axes = labelled(axesOf(forms), pair.labels);
    const side = (policy: Policy, slug: string | null): FormOutcomes | null =>
      slug === null ? null : new FormOutcomes(policy, slug, this.axes, {}, pair.labels[0]);
    this.sides = [side(before, pair.before), side(after, pair.after)];
    this.names = new Names(pair.after === null ? before : after);
  }

  private formOf(policy: Policy, slug: string | null): FormPolicy | null {
    return slug === null ? null : (policy.forms[slug] ?? null);
  }

  run(): PolicyDifference[] {
    if (this.isSame()) return [];
    const points = pointsOf(this.axes);
    const met = new Map<string, readonly string[]>();
    const seen: { readonly at: number; readonly readings: Readings; readonly outcomes: readonly (Outcome | null)[] }[] =
      [];
    points.forEach((point, at) => {
      for (const { readings, outcomes } of readingsAt(this.sides, point)) {
        for (const question of Object.keys(readings))
          if (!met.has(question)) met.set(question, this.optionsOf(question));
        seen.push({ at, readings, outcomes });
      }
    });
    const questions = [...met].filter(([question]) => this.matters(question, seen));
    const sizes = [...this.axes.map(({ values }) => values.length), ...questions.map(([, options]) => options.length)];
    const cellCount = sizes.reduce((product, size) => product * size, 1);
    const merged = cellCount > MOST_CELLS ? [] : questions;
    return this.rowsOf(seen, points, merged);
  }

  /** The two forms, and the questions that they ask, are written alike. */
  private isSame(): boolean {
    const [a, b] = [this.formOf(this.before, this.pair.before), this.formOf(this.after, this.pair.after)];
    if (a === null || b === null) return false;
    const conversion = (form: FormPolicy, policy: Policy): string => {
      const asked = policy.questions.filter(({ id }) => JSON.stringify(form.conversion).includes(`"ask":"${id}"`));
      return JSON.stringify([form.conversion, asked.map(({ id, options }) => [id, options]), form.subject]);
    };
    return conversion(a, this.before) === conversion(b, this.after);
  }

  private optionsOf(question: string): readonly string[] {
    const [before, after] = this.sides;
    return [...new Set([...(before?.optionsOf(question) ?? []), ...(after?.optionsOf(question) ?? [])])];
  }

  /** Some record that differs does so, or differs otherwise, under one option only. */
  private matters(
    question: string,
    seen: readonly {
      readonly at: number;
      readonly readings: Readings;
      readonly outcomes: readonly (Outcome | null)[];
    }[],
  ): boolean {
    const count = this.optionsOf(question).length;
    const tally = new Map<string, number>();
    for (const { at, readings, outcomes } of seen) {
      if (readings[question] === undefined) continue;
      const said = `${at} ${JSON.stringify({ ...readings, [question]: "" })}${keyOf(outcomes) ?? "="}`;
      tally.set(said, (tally.get(said) ?? 0) + 1);
    }
    return [...tally.values()].some((same) => same < count);
  }

  private rowsOf(
    seen: readonly {
      readonly at: number;
      readonly readings: Readings;
      readonly outcomes: readonly (Outcome | null)[];
    }[],
    points: readonly Point[],
    questions: readonly (readonly [string, readonly string[]])[],
  ): PolicyDifference[] {
    const sizes = [...this.axes.map(({ values }) => values.length), ...questions.map(([, options]) => options.length)];
    const differences = new Map<string, Difference>();
    const alike = new Map<number, string>();
    /** Wrong under both policies, in the same way: may be told with any difference. */
    const wrong = new Set<number>();
    const perPoint = questions.reduce((product, [, options]) => product * options.length, 1);
    for (const { at, readings, outcomes } of seen) {
      const key = keyOf(outcomes);
      for (const cell of cellsOf(at * perPoint, readings, questions)) {
        if (key === null) {
          // Says the same formula change at a point where it makes no difference: may be told with it
          const text = formulaKey(outcomes);
          if (text !== null) alike.set(cell, text);
          if (outcomes.every((outcome) => outcome !== null && outcome.errors.length > 0)) wrong.add(cell);
          continue;
        }
        const known = differences.get(key);
        if (known !== undefined) known.cells.add(cell);
        else
          differences.set(key, {
            before: outcomes[0] ?? null,
            after: outcomes[1] ?? null,
            cells: new Set([cell]),
            example: points[at] ?? [],
          });
      }
    }
    return [...differences].map(([key, { before, after, cells: own, example }]) => {
      const boxes = coverOf(sizes, own, (cell) => own.has(cell) || wrong.has(cell) || alike.get(cell) === key);
      return {
        form: this.pair.labels.join("、"),
        when: this.whenText(boxes, questions),
        before: shown(before),
        after: shown(after),
        clauseBefore: before?.clause ?? null,
        clauseAfter: after?.clause ?? null,
        example: exampleOf(this.axes, example, this.pair.labels[0] ?? "", this.documents()),
      };
    });
  }

  private documents(): ReadonlyMap<string, string> {
    return this.names.documents(this.pair.after ?? this.pair.before ?? "");
  }

  // ---- words ----

  private whenText(boxes: readonly Box[], questions: readonly (readonly [string, readonly string[]])[]): string {
    const texts = boxes.map((box) => {
      const parts = box.flatMap((chosen, at) => {
        if (chosen === null) return [];
        const axis = this.axes[at];
        if (axis !== undefined) return [this.axisText(axis, chosen)];
        const [question = "", options = []] = questions[at - this.axes.length] ?? [];
        const names = chosen.map((each) => this.names.optionName(question, options[each] ?? ""));
        return [`${question}${SAYS.is} ${names.join("、")}`];
      });
      return parts.length === 0 ? ALWAYS : parts.join(` ${SAYS.and} `);
    });
    return texts.join(`；${SAYS.or} `);
  }

  /** Values (0-based) of an axis in words: `排名≤3`, `级别为 国家级、省级`, `级别不为 县级`. */
  private axisText({ key, values, other }: Axis, chosen: readonly number[]): string {
    const picked = chosen.map((at) => values[at] ?? null);
    const filled = picked.filter((value) => value !== null);
    const all = values.filter((value) => value !== null);
    const name = key === "span" ? "" : factWord(key);
    const isWithBlank = filled.length < picked.length;
    if (filled.length === 0)
      return key === "span" ? `${factWord("days")}${SAYS.is}${SAYS.blank}` : `${name}${SAYS.is}${SAYS.blank}`;
    if (filled.length === all.length)
      return key === "span" ? `${factWord("days")}${SAYS.given}` : `${name}${SAYS.given}`;
    const text =
      key === "span"
        ? spansText(filled)
        : typeof filled[0] === "number" && key !== "completedDate"
          ? numbersText(name, filled as number[], all as number[])
          : this.wordsText(key, name, filled, all, other);
    const blank = key === "span" ? `${factWord("days")}${SAYS.is}${SAYS.blank}` : `${name}${SAYS.is}${SAYS.blank}`;
    return isWithBlank ? `（${blank} ${SAYS.or} ${text}）` : text;
  }

  private wordsText(
    key: FactName,
    name: string,
    filled: readonly PointValue[],
    all: readonly PointValue[],
    other: string | null,
  ): string {
    const word = (value: PointValue): string =>
      key === "evidence"
        ? ([...this.documents()].find(([, slug]) => slug === value)?.[0] ?? String(value))
        : wordOf(key, String(value));
    if (other === null || !filled.includes(other)) return `${name}${SAYS.is} ${filled.map(word).join("、")}`;
    return `${name}${SAYS.isNot} ${all
      .filter((value) => !filled.includes(value))
      .map(word)
      .join("、")}`;
  }
}

/** Of the axis of labels only those that are compared here. */
const labelled = (axes: readonly Axis[], labels: readonly string[]): readonly Axis[] =>
  axes.map((axis) => (axis.key === "formLabel" ? { ...axis, values: labels } : axis));

const spansText = (spans: readonly PointValue[]): string =>
  spans
    .map((span) => (span !== null && typeof span === "object" ? `${isoDay(span.start)} 至 ${isoDay(span.end)}` : ""))
    .join("、");

/** Numbers that stand for ranges: `排名≤3`, `起止月数＞6 且 …`. */
function numbersText(name: string, filled: readonly number[], all: readonly number[]): string {
  const runs: number[][] = [];
  for (const value of filled) {
    const last = runs.at(-1);
    if (last !== undefined && all.indexOf(value) === all.indexOf(last.at(-1) ?? NaN) + 1) last.push(value);
    else runs.push([value]);
  }
  const texts = runs.map((run) => {
    const [low = 0, high = 0] = [run[0], run.at(-1)];
    const isFirst = low === all[0];
    const isLast = high === all.at(-1);
    if (low === high && !isLast) return `${name}${SAYS.is} ${low}`;
    const parts = [...(isFirst ? [] : [`${name}≥${low}`]), ...(isLast ? [] : [`${name}≤${high}`])];
    return parts.length === 0 ? `${name}${SAYS.given}` : parts.join(` ${SAYS.and} `);
  });
  return texts.length === 1 ? (texts[0] ?? "") : `（${texts.join(` ${SAYS.or} `)}）`;
}

/** Outcomes as one text; null where both sides give the same hours for the same subjects, or are both wrong in the same way. */
function keyOf([before = null, after = null]: readonly (Outcome | null)[]): string | null {
  if (before !== null && after !== null) {
    const isSame =
      before.hours === after.hours &&
      before.publicShare === after.publicShare &&
      [...before.errors].sort().join() === [...after.errors].sort().join();
    if (isSame) return null;
  }
  return JSON.stringify([before?.text ?? null, after?.text ?? null, before?.clause ?? null, after?.clause ?? null]);
}

/** The same text for outcomes that are equal by chance: 4 times nothing is 5 times nothing. */
function formulaKey([before = null, after = null]: readonly (Outcome | null)[]): string | null {
  if (before === null || after === null || before.text === after.text) return null;
  return JSON.stringify([before.text, after.text, before.clause, after.clause]);
}

const shown = (outcome: Outcome | null): number | string | null =>
  outcome === null ? null : isNumber(outcome.text) ? Number(outcome.text) : outcome.text;

/** Numbers of the cells of a point: one for each combination of the options that were not asked. */
function cellsOf(
  first: number,
  readings: Readings,
  questions: readonly (readonly [string, readonly string[]])[],
): readonly number[] {
  let cells = [0];
  for (const [question, options] of questions) {
    const option = readings[question];
    const chosen = option === undefined ? options.map((_, at) => at) : [options.indexOf(option)];
    cells = cells.flatMap((cell) => chosen.map((at) => cell * options.length + at));
  }
  return cells.map((cell) => first + cell);
}

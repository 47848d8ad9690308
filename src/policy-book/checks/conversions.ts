/** Checks of conversions, form by form, over all points of the partition that its own tests cut the facts into. */
import type { Policy } from "../../policy/language";
import { EvaluationContext } from "../../review/evaluation-context";
import { compileCondition } from "../../review/worth/condition";
import type { LearningRecord } from "../../submission/types";
import type { Names } from "../names";
import { FormOutcomes, readingsAt, type Outcome } from "../outcomes/form-outcomes";
import { axesOf, type Axis } from "../outcomes/partition";
import { exampleOf, pointsOf, recordOf, type Point } from "../outcomes/records";
import type { Table, TableRow } from "../outcomes/walk";
import { factWord } from "../words";
import type { Note } from "./found";

/** What the conversions of a policy can give, for checks of the whole. */
export interface Reach {
  /** Most hours that a form can give, by subject. */
  readonly most: { total: number; public: number; professional: number };
  /** Pairs of options, `question option option`, that some record tells apart. */
  readonly told: Set<string>;
  /** Questions that some record asks. */
  readonly asked: Set<string>;
}

export const pairOf = (question: string, a: string, b: string): string => `${question}\n${[a, b].sort().join("\n")}`;

export function checkConversions(policy: Policy, names: Names, place: (path: string) => string, note: Note): Reach {
  const reach: Reach = { most: { total: 0, public: 0, professional: 0 }, told: new Set(), asked: new Set() };
  for (const slug of Object.keys(policy.forms)) new FormCheck(policy, slug, names, place, note, reach).run();
  return reach;
}

/** What was seen of one table of the sheet; uses of the same table are seen together. */
interface TableSeen {
  readonly table: Table;
  readonly path: string;
  readonly hit: Set<number>;
  /** The first point at which a row's condition holds, whether or not an earlier row holds as well. */
  readonly held: Map<number, Point>;
  gap: Point | null;
  /** Of rows `earlier later`: whether both hold somewhere, and each without the other. */
  readonly pairs: readonly Pair[];
  /** Conditions of the rows, compiled; null for one that hangs on what was taken. */
  readonly tests: readonly (((context: EvaluationContext) => boolean) | null)[];
  /** The last point that was looked at. */
  last: Point | null;
}

interface Pair {
  readonly earlier: number;
  readonly later: number;
  /** The first point at which both hold, and the first at which they give different hours. */
  both: Point | null;
  differs: Point | null;
  earlierAlone: boolean;
  laterAlone: boolean;
}

class FormCheck {
  private readonly axes: readonly Axis[];
  private readonly outcomes: FormOutcomes;
  private readonly paths = new Map<object, string>();
  private readonly seen = new Map<string, TableSeen>();
  private readonly context = new EvaluationContext();
  private point: Point = [];
  private isNoting = true;
  private noting: { readonly table: Table; readonly row: number }[] = [];

  constructor(
    policy: Policy,
    private readonly slug: string,
    private readonly names: Names,
    private readonly place: (path: string) => string,
    private readonly note: Note,
    private readonly reach: Reach,
  ) {
    const form = policy.forms[slug];
    this.axes = form === undefined ? [] : axesOf([form]);
    this.outcomes = new FormOutcomes(policy, slug, this.axes, {
      begin: () => {
        if (this.isNoting) this.noting = [];
      },
      table: (table, row) => {
        if (this.isNoting) this.noting.push({ table, row });
      },
    });
    this.notePaths(this.outcomes.form.conversion.worth, `forms.${slug}.conversion.worth`);
  }

  private notePaths(node: unknown, path: string): void {
    if (node === null || typeof node !== "object") return;
    this.paths.set(node, path);
    for (const [key, each] of Object.entries(node))
      this.notePaths(each, Array.isArray(node) ? `${path}[${key}]` : `${path}.${key}`);
  }

  private example(point: Point): Readonly<Record<string, string | number>> {
    return exampleOf(this.axes, point, this.outcomes.label, this.names.documents(this.slug));
  }

  run(): void {
    const provisional: (Outcome | null)[] = [];
    const points = pointsOf(this.axes);
    for (const point of points) {
      this.point = point;
      let first: Outcome | null = null;
      let hasFirst = false;
      for (const { readings, outcomes } of readingsAt([this.outcomes], point)) {
        const [outcome] = outcomes;
        if (outcome == null) continue;
        // What a gap gives is said as a gap
        if (!hasFirst) first = this.noting.some(({ row }) => row < 0) ? null : outcome;
        hasFirst = true;
        this.seeOutcome(outcome);
        // The last evaluation was this reading's own
        this.isNoting = false;
        if (!outcome.blocked) this.seeTables();
        this.seeOptions(point, readings, outcome);
        this.isNoting = true;
      }
      provisional.push(first);
    }
    this.sayTables();
    this.sayTrends(points, provisional);
    this.sayUnbounded(points);
  }

  // ---- what is seen at a point ----

  private seeOutcome({ hours, publicShare, errors, rawHours }: Outcome): void {
    const { most } = this.reach;
    const registered = this.outcomes.form.subject === "registered";
    most.total = Math.max(most.total, hours);
    most.public = Math.max(most.public, registered ? hours : publicShare);
    most.professional = Math.max(most.professional, hours - publicShare);
    if (errors.length === 0 && rawHours < 0)
      this.note("hours-negative", "warning", this.path("worth"), { found: rawHours }, this.example(this.point));
  }

  private path(part: string): string {
    return `forms.${this.slug}.conversion.${part}`;
  }

  private seeTables(): void {
    const record = recordOf(this.axes, this.point, this.slug, this.outcomes.label);
    for (const { table, row } of this.noting) {
      const path = this.paths.get(table) ?? this.path("worth");
      const key = this.place(path);
      let seen = this.seen.get(key);
      if (seen === undefined) this.seen.set(key, (seen = seenOf(table, path)));
      if (row < 0) seen.gap ??= this.point;
      else seen.hit.add(row);
      if (seen.last === this.point) continue;
      seen.last = this.point;
      this.seePairs(seen, record);
    }
  }

  /** Which rows of a table hold at the point, whatever stands before them. Rows that hang on what was taken are left out. */
  private seePairs(seen: TableSeen, record: LearningRecord): void {
    const { context } = this;
    const { rows } = seen.table;
    const holds = seen.tests.map((test) => {
      if (test === null) return null;
      context.begin(record, NO_OPTIONS);
      const held = test(context);
      return !context.stuck && held;
    });
    holds.forEach((held, at) => {
      if (held === true && !seen.held.has(at)) seen.held.set(at, this.point);
    });
    for (const pair of seen.pairs) {
      const [a, b] = [holds[pair.earlier], holds[pair.later]];
      if (a === true && b === true) {
        pair.both ??= this.point;
        if (pair.differs === null && this.differ(rows[pair.earlier], rows[pair.later])) pair.differs = this.point;
      } else if (a === true) pair.earlierAlone = true;
      else if (b === true) pair.laterAlone = true;
    }
  }

  /** True where two rows give different hours, whatever option of a question either asks. */
  private differ(a: TableRow | undefined, b: TableRow | undefined): boolean {
    if (a === undefined || b === undefined) return false;
    const other = this.outcomes.hoursOf(b.then);
    return !this.outcomes.hoursOf(a.then).some((hours) => other.includes(hours));
  }

  /** Options that give something else here than the one of this reading. */
  private seeOptions(point: Point, readings: Readonly<Record<string, string>>, outcome: Outcome): void {
    for (const [question, option] of Object.entries(readings)) {
      this.reach.asked.add(question);
      for (const other of this.outcomes.optionsOf(question)) {
        const pair = pairOf(question, option, other);
        if (other === option || this.reach.told.has(pair)) continue;
        const { outcome: otherwise } = this.outcomes.at(point, { ...readings, [question]: other });
        if (
          otherwise.hours !== outcome.hours ||
          otherwise.publicShare !== outcome.publicShare ||
          otherwise.errors.join() !== outcome.errors.join()
        )
          this.reach.told.add(pair);
      }
    }
  }

  // ---- what is said ----

  private sayTables(): void {
    for (const seen of this.seen.values()) {
      const { table, path, hit, held, gap } = seen;
      if (gap !== null) this.note("gap", "error", path, {}, this.example(gap));
      const same = this.saySame(seen);
      table.rows.forEach((row, at) => {
        if (hit.has(at) || same.has(at)) return;
        const point = held.get(at);
        const rowPath = `${path}.rows[${at}].${row.when === undefined ? "then" : "when"}`;
        if (point === undefined) this.note("row-never-holds", "warning", rowPath);
        else {
          const by = seen.pairs.find(({ later, both }) => later === at && both !== null);
          this.note("row-unreachable", "warning", rowPath, { row: (by?.earlier ?? at - 1) + 1 }, this.example(point));
        }
      });
      this.sayHidden(seen, same);
    }
  }

  /** Rows that have the condition of an earlier one. */
  private saySame({ table, path, held }: TableSeen): ReadonlySet<number> {
    const same = new Set<number>();
    table.rows.forEach(({ when, then }, later) => {
      const earlier = table.rows.findIndex((row) => JSON.stringify(row.when) === JSON.stringify(when));
      if (earlier >= later) return;
      same.add(later);
      const differs = JSON.stringify(table.rows[earlier]?.then) !== JSON.stringify(then);
      const point = held.get(later);
      this.note(
        "row-same-condition",
        differs ? "error" : "warning",
        `${path}.rows[${later}].${when === undefined ? "then" : "when"}`,
        { row: earlier + 1 },
        point === undefined ? null : this.example(point),
      );
    });
    return same;
  }

  /** A row of which an earlier one, that is no special case of it, takes some records that it would give other hours. */
  private sayHidden({ table, path, hit, pairs }: TableSeen, same: ReadonlySet<number>): void {
    for (const { earlier, later, differs, earlierAlone, laterAlone } of pairs) {
      const isPartial = earlierAlone && laterAlone && table.rows[later]?.when !== undefined;
      if (differs === null || !isPartial || !hit.has(later) || same.has(later)) continue;
      this.note(
        "row-hidden-in-part",
        "info",
        `${path}.rows[${later}].when`,
        { row: earlier + 1 },
        this.example(differs),
      );
    }
  }

  /** Hours that fall as something rises, or rise as a rank goes down; once for each column. */
  private sayTrends(points: readonly Point[], provisional: readonly (Outcome | null)[]): void {
    let stride = points.length;
    for (const [position, { key, values }] of this.axes.entries()) {
      stride /= values.length;
      if (!RISING.has(key) && key !== "rank" && key !== "level") continue;
      const found = this.fall(points, provisional, position, stride);
      if (found === null) continue;
      const code = key === "rank" ? "hours-rise-with-rank" : "hours-fall";
      const fact = key === "span" ? factWord("months") : factWord(key);
      this.note(
        code,
        "info",
        this.path("worth"),
        { column: fact, before: found.before, after: found.after, other: inOneLine(this.example(found.other)) },
        this.example(found.point),
      );
    }
  }

  private fall(
    points: readonly Point[],
    provisional: readonly (Outcome | null)[],
    position: number,
    stride: number,
  ): { readonly point: Point; readonly other: Point; readonly before: number; readonly after: number } | null {
    const { key } = this.axes[position] as Axis;
    for (const [at, point] of points.entries()) {
      const other = points[at + stride];
      const [before, after] = [provisional[at], provisional[at + stride]];
      if (other === undefined || before == null || after == null) continue;
      if (other.some((value, index) => index !== position && value !== point[index])) continue;
      const [low, high] = [point[position] ?? null, other[position] ?? null];
      if (low === null || high === null || before.errors.length + after.errors.length > 0) continue;
      const difference = after.hours - before.hours;
      if (key === "level") {
        const rise = (LEVELS[String(high)] ?? NaN) - (LEVELS[String(low)] ?? NaN);
        if (rise * difference < 0) return { point, other, before: before.hours, after: after.hours };
      } else if (typeof low === "number" && (key === "rank" ? difference > 0 : difference < 0))
        return { point, other, before: before.hours, after: after.hours };
    }
    return null;
  }

  /** A column whose number can raise the hours without any end, although all else is filled in. */
  private sayUnbounded(points: readonly Point[]): void {
    for (const [position, { key, values }] of this.axes.entries()) {
      if (typeof values.at(-1) !== "number" || key === "year" || key === "rank" || key === "progress") continue;
      const spanAt = this.axes.findIndex((axis) => axis.key === "span");
      const found = points.find((point) => {
        if (spanAt >= 0 && point[spanAt] === null) return false;
        if (point[position] !== values.at(-1)) return false;
        const { outcome } = this.outcomes.at(
          point.map((value, at) => (at === position ? MANY : value)),
          {},
        );
        return outcome.errors.length === 0 && outcome.hours >= MANY;
      });
      if (found !== undefined)
        this.note(
          "hours-unbounded",
          "info",
          this.path("worth"),
          { column: factWord(key as Exclude<typeof key, "span">) },
          this.example(found),
        );
    }
  }
}

const inOneLine = (example: Readonly<Record<string, string | number>>): string =>
  Object.entries(example)
    .map(([column, value]) => `${column} ${value}`)
    .join("，");

function seenOf(table: Table, path: string): TableSeen {
  const pairs = table.rows.flatMap((_, later) =>
    Array.from({ length: later }, (__, earlier): Pair => ({
      earlier,
      later,
      both: null,
      differs: null,
      earlierAlone: false,
      laterAlone: false,
    })),
  );
  const tests = table.rows.map(({ when }) =>
    when !== undefined && JSON.stringify(when).includes('"taken"') ? null : compileCondition(when),
  );
  return { table, path, hit: new Set(), held: new Map(), gap: null, pairs, tests, last: null };
}

const NO_OPTIONS = new Int8Array(0);
const MANY = 10_000;
/** Counts of what was done: more of it should not be worth less. */
const RISING: ReadonlySet<string> = new Set(["halfDays", "evenings", "meetingDays", "modules"]);
/** Levels by how high they are; those beside them are not compared. */
const LEVELS: Readonly<Record<string, number>> = {
  national: 4,
  provincial: 3,
  ministerial: 3,
  municipal: 2,
  bureau: 2,
  county: 1,
};

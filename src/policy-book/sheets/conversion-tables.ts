/**
 * Sheet 折算: what activities are worth. Each form has a decision table, and further ones that its formulas name as 〔…〕;
 * below it what makes the form worth nothing. A table begins with a line 折算表 | name | mode | clause; its header names the
 * facts of its conditions, then 另须, 学时, 条款, 口径 and 代码.
 */
import type { Condition, Policy, Test, Worth } from "../../policy/language";
import { codes, type Written } from "../codecs";
import type { Vocabulary } from "../language/vocabulary";
import { alternativesText, conditionText, testCell, testsOf, worthText } from "../language/write";
import { factWord, MODES, SAYS } from "../words";
import { FACTS } from "../../policy/language";
import type { Names } from "../names";

/** Columns of a table besides those of its facts. */
export const OUTCOME_HEADERS = { also: "另须", hours: "学时", clause: "条款", question: "口径", code: "代码" } as const;
export const CHECK_HEADERS = { when: "情形", code: "代码", of: "所在栏目", clause: "条款" } as const;

/** A table as it is laid out: cells below its title line, the header first. */
export interface ConversionTable {
  readonly name: string;
  readonly mode: string;
  /** The form's own clause, on its main table. */
  readonly clause: string | null;
  readonly header: readonly string[];
  readonly rows: readonly (readonly (Written | null)[])[];
}

type ConversionRow = {
  readonly when?: Condition | undefined;
  readonly then: Worth;
  readonly clause?: string | undefined;
};

/** All tables of the policy, form by form. */
export function conversionTables(policy: Policy, names: Names): readonly ConversionTable[] {
  return Object.entries(policy.forms).flatMap(([slug, { conversion }]) => {
    const name = names.forms.nameOf(slug);
    const words = names.vocabulary(slug);
    const tables = new FormTables(name, words, names).of(conversion.worth, conversion.clause);
    if (conversion.checks.length === 0) return tables;
    const rows = conversion.checks.map(({ code: said, when, of, clause }) => [
      conditionText(when, words),
      said,
      of === undefined ? null : factWord(of),
      clause ?? null,
    ]);
    return [...tables, { name, mode: MODES.checks, clause: null, header: Object.values(CHECK_HEADERS), rows }];
  });
}

class FormTables {
  private readonly named = new Map<string, string>();
  private readonly waiting: { readonly name: string; readonly worth: Worth }[] = [];

  constructor(
    private readonly form: string,
    private readonly words: Vocabulary,
    private readonly names: Names,
  ) {}

  of(worth: Worth, clause: string): ConversionTable[] {
    const tables = [{ ...this.table(this.form, worth), clause }];
    for (let next = this.waiting.shift(); next !== undefined; next = this.waiting.shift())
      tables.push({ ...this.table(next.name, next.worth), clause: null as unknown as string });
    return tables;
  }

  /** The name of a table for a worth; worths that are the same share one. */
  private readonly nameOf = (worth: Worth): string => {
    const key = JSON.stringify(worth);
    let name = this.named.get(key);
    if (name === undefined) {
      name = `${this.form}·${this.named.size + 1}`;
      this.named.set(key, name);
      this.waiting.push({ name, worth });
    }
    return name;
  };

  private table(name: string, worth: Worth): Omit<ConversionTable, "clause"> {
    const rows: readonly ConversionRow[] | null = typeof worth === "object" && "rows" in worth ? worth.rows : null;
    const facts = FACTS.filter((each) => rows?.some(({ when }) => when?.[each] !== undefined) === true);
    const hasAlso = rows?.some(
      ({ when }) => when !== undefined && (when.any !== undefined || testsOf(when).length === 0),
    );
    const header = [
      ...facts.map(factWord),
      ...(hasAlso === true ? [OUTCOME_HEADERS.also] : []),
      OUTCOME_HEADERS.hours,
      ...(rows === null ? [] : [OUTCOME_HEADERS.clause]),
      OUTCOME_HEADERS.question,
      OUTCOME_HEADERS.code,
    ];
    const lines = (rows ?? [{ then: worth }]).map(({ when, then, clause }) => {
      const { hours, question, said } = this.outcome(then);
      return [
        ...facts.map((each) => (when?.[each] === undefined ? null : testCell(each, when[each] as Test, this.words))),
        ...(hasAlso === true ? [this.also(when)] : []),
        hours,
        ...(rows === null ? [] : [clause ?? null]),
        question,
        said,
      ];
    });
    return { name, mode: rows === null ? MODES.plain : MODES.rows, header, rows: lines };
  }

  private also(when: Condition | undefined): string | null {
    if (when === undefined) return null;
    if (when.any !== undefined) return alternativesText(when.any, this.words);
    return testsOf(when).length === 0 ? SAYS.anything : null;
  }

  /** The cells 学时, 口径 and 代码 of a row. */
  private outcome(then: Worth): {
    readonly hours: Written;
    readonly question: string | null;
    readonly said: string | null;
  } {
    if (typeof then === "object" && "ask" in then) {
      const { ask, options, always } = then;
      const order = [...new Set([...this.names.optionSlugs(ask), ...Object.keys(options)])];
      const lines = order.flatMap((option) => {
        const each = options[option];
        return each === undefined ? [] : [`${this.names.optionName(ask, option)}：${this.formula(each)}`];
      });
      return {
        hours: lines.join("\n"),
        question: always === true ? `${ask}（${SAYS.always}）` : ask,
        said: String(codes.write(then.code, this.names, {})),
      };
    }
    if (typeof then === "object" && "error" in then)
      return {
        hours: then.of === undefined ? SAYS.error : `${SAYS.error}（${factWord(then.of)}）`,
        question: null,
        said: then.error,
      };
    return { hours: typeof then === "number" && then >= 0 ? then : this.formula(then), question: null, said: null };
  }

  private formula(worth: Worth): string {
    return worthText(worth, this.words, this.nameOf);
  }
}

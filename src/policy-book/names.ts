/** Names that cells use for parts of the policy: forms by their first label, documents by theirs, options by their words. */
import { plain, Vocabulary } from "./language/vocabulary";

/** What names are made from: the policy, or as much of it as has been read. */
export interface Named {
  readonly forms: Readonly<
    Record<
      string,
      {
        readonly labels: readonly string[];
        readonly evidence?: { readonly labels: Readonly<Record<string, string>> } | undefined;
      }
    >
  >;
  readonly questions: readonly {
    readonly id: string;
    readonly options: readonly string[];
    readonly zh: { readonly options: Readonly<Record<string, string>> };
  }[];
}

/** Names to slugs and back. A name that two slugs would share is given to neither: they go by their slugs. */
class Register {
  private readonly slugs = new Map<string, string>();
  private readonly names = new Map<string, string>();

  /** `fit`: what a name looks like that cells can hold. */
  constructor(pairs: readonly (readonly [slug: string, name: string])[], fit: RegExp) {
    const count = new Map<string, number>();
    for (const [, name] of pairs) count.set(plain(name), (count.get(plain(name)) ?? 0) + 1);
    const all = new Set(pairs.map(([slug]) => slug));
    for (const [slug, name] of pairs) {
      const isOwn = count.get(plain(name)) === 1 && !all.has(name) && fit.test(name);
      this.names.set(slug, isOwn ? name : slug);
      if (isOwn) this.slugs.set(plain(name), slug);
    }
    for (const slug of all) if (!this.slugs.has(plain(slug))) this.slugs.set(plain(slug), slug);
  }

  nameOf = (slug: string): string => this.names.get(slug) ?? slug;
  slugOf = (name: string): string | undefined => this.slugs.get(plain(name));
  get all(): string[] {
    return [...this.names.values()];
  }
}

export class Names {
  readonly forms: Register;
  private readonly options = new Map<string, Register>();
  private readonly vocabularies = new Map<string, Vocabulary>();

  constructor(private readonly named: Named) {
    this.forms = new Register(
      Object.entries(named.forms).map(([slug, { labels }]) => [slug, labels[0] ?? slug]),
      /^[^、；：“”〔〕·\n]+$/u,
    );
    for (const { id, options, zh } of named.questions)
      this.options.set(
        id,
        new Register(
          options.map((option) => [option, zh.options[option] ?? option]),
          /^[^；“”\n]*[^；“”\n：:]$/u,
        ),
      );
  }

  /** Numbers of the questions. */
  get questions(): string[] {
    return [...this.options.keys()];
  }

  optionName(question: string, option: string): string {
    return this.options.get(question)?.nameOf(option) ?? option;
  }

  /** Slugs of a question's options, the provisional one first. */
  optionSlugs(question: string): readonly string[] {
    return this.named.questions.find(({ id }) => id === question)?.options ?? [];
  }

  /** Undefined where the question has no such option; of an unknown question every text is its own slug. */
  optionSlug(question: string, name: string): string | undefined {
    const options = this.options.get(question);
    return options === undefined ? name : options.slugOf(name);
  }

  /** Names of a question's options, the provisional one first. */
  optionNames(question: string): string[] {
    return this.options.get(question)?.all ?? [];
  }

  /** Labels of a form's evidence to their slugs. */
  documents(form: string): ReadonlyMap<string, string> {
    return new Map(Object.entries(this.named.forms[form]?.evidence?.labels ?? {}));
  }

  /** Words that conditions of a form may name. */
  vocabulary(form: string): Vocabulary {
    let known = this.vocabularies.get(form);
    if (!known) {
      known = new Vocabulary(this.documents(form), this.named.forms[form]?.labels ?? []);
      this.vocabularies.set(form, known);
    }
    return known;
  }
}

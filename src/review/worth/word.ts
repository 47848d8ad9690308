/**
 * What a word of the policy language is to the review: it compiles a worth written with it, and traces it when a record
 * is explained. A word knows no other: what stands inside its worth goes back to the compiler or the tracer.
 */
import type { Worth } from "../../policy/language";
import type { Evaluate, EvaluationContext } from "../evaluation-context";
import type { Step } from "./steps";

/** A question of the policy: its index (0-based) and its options, the provisional one first. */
export interface IndexedQuestion {
  readonly index: number;
  readonly options: readonly string[];
}

/** Compiles what stands inside a worth. Done once a policy. */
export interface WorthCompiler {
  readonly worth: (source: Worth) => Evaluate<number>;
  /** Throws when the policy has no such question. */
  readonly question: (id: string) => IndexedQuestion;
}

/** Walks a worth for one record and notes each step. */
export interface WorthTracer {
  /** The evaluation of the record, as the compiled conversion would run it. */
  readonly context: EvaluationContext;
  /** A second evaluation in the same state: what a test notes there is not noted on the record's. */
  readonly probe: () => EvaluationContext;
  readonly worth: (source: Worth) => Step;
  readonly question: (id: string) => IndexedQuestion;
  /** A document as units write it, by its slug. */
  readonly documentLabel: (slug: string) => string;
}

export interface Word {
  readonly accepts: (source: Worth) => boolean;
  /** Hours in the policy's unit; 0 where an error is noted. */
  readonly compile: (source: Worth, compiler: WorthCompiler) => Evaluate<number>;
  /** Leaves the tracer's context as the compiled worth would. */
  readonly trace: (source: Worth, tracer: WorthTracer) => Step;
}

/** A worth written with a word. */
export type Written<Key extends string> = Extract<Exclude<Worth, string | number>, { readonly [key in Key]: unknown }>;

/** A word that is known by its own key. */
export function word<Key extends string>(
  key: Key,
  {
    compile,
    trace,
  }: {
    readonly compile: (source: Written<Key>, compiler: WorthCompiler) => Evaluate<number>;
    readonly trace: (source: Written<Key>, tracer: WorthTracer) => Step;
  },
): Word {
  return {
    accepts: (source) => typeof source === "object" && key in source,
    // `accepts` has looked for the key
    compile: (source, compiler) => compile(source as Written<Key>, compiler),
    trace: (source, tracer) => trace(source as Written<Key>, tracer),
  };
}

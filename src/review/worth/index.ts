/** The words of the policy language. A new one is a file of this folder, its entry here, and its shape in policy/language. */
import type { Policy, Worth } from "../../policy/language";
import type { Evaluate } from "../evaluation-context";
import { ask } from "./ask";
import { best } from "./best";
import { error } from "./error";
import { expression } from "./expression";
import { rows } from "./rows";
import { split } from "./split";
import type { Step } from "./steps";
import { sum } from "./sum";
import { take } from "./take";
import type { IndexedQuestion, Word, WorthCompiler, WorthTracer } from "./word";

const WORDS: readonly Word[] = [expression, sum, rows, best, ask, split, take, error];

function wordOf(source: Worth): Word {
  const found = WORDS.find((word) => word.accepts(source));
  if (!found) throw new Error(`no word of the policy language: ${Object.keys(source).join(", ")}`);
  return found;
}

/** Compiles a worth into one closure. Throws for a question that the policy does not have. */
export function compileWorth(source: Worth, policy: Pick<Policy, "questions">): Evaluate<number> {
  const compiler: WorthCompiler = {
    worth: (each) => wordOf(each).compile(each, compiler),
    question: (id) => indexedQuestion(policy, id),
  };
  return compiler.worth(source);
}

/** Traces a worth for the record of the tracer's context. */
export const traceWorth = (source: Worth, tracer: WorthTracer): Step => wordOf(source).trace(source, tracer);

/** A question by its id. Throws when the policy has none of it. */
export function indexedQuestion({ questions }: Pick<Policy, "questions">, id: string): IndexedQuestion {
  const index = questions.findIndex((question) => question.id === id);
  const options = questions[index]?.options;
  if (options === undefined) throw new Error(`there is no question ${id}`);
  return { index, options };
}

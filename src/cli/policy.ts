/** `npm run policy`: notices as workbooks, written, checked and compared without Excel. */
import { existsSync } from "node:fs";
import { saveWorkbook } from "../book/xlsx/index";
import { policyFindingText } from "../messages/policy-findings";
import { policyIds, policyOf, type Policy } from "../policy/index";
import { checkPolicyBook } from "../policy-book/check";
import { comparePolicies, type PolicyDifference } from "../policy-book/compare";
import { policyWorkbook } from "../policy-book/file";
import type { PolicyFinding } from "../policy-book/findings";
import { newPolicy } from "../policy-book/new-policy";
import { readCommandLine, UsageError } from "../workbench/cli/arguments";
import { endWith, exitCodeOf, fromHere, say } from "../workbench/cli/command";
import { checkTargets, Outputs } from "./files";
import { exampleText, findingLines, policyReading, readablePolicy } from "./policy-file";
import { LANGUAGE, text } from "./speech";

/** What `--json` holds of a check. */
const findingJson = (finding: PolicyFinding) => ({
  code: finding.code,
  severity: finding.severity,
  sheet: finding.sheet,
  cell: finding.cell,
  message: policyFindingText(finding, LANGUAGE),
  example: finding.example,
});

function writeNew(id: string, path: string, policy: Policy): void {
  if (!/\.xlsx$/i.test(path)) throw new UsageError(text("blank-extension"));
  const out = fromHere(path);
  if (existsSync(out)) throw new UsageError(text("blank-exists", { path: out }));
  const outputs = new Outputs();
  outputs.add(out, saveWorkbook(policyWorkbook(policy), "xlsx"));
  outputs.write();
  say(text("policy-written", { id, path: out }));
}

function builtIn(id: string): Policy {
  const policy = policyIds().includes(id) ? policyOf(id) : undefined;
  if (policy === undefined) throw new UsageError(text("policy-unknown", { option: "policy", id, known: policyIds() }));
  return policy;
}

/** Writes what `--json` asks for, beside nothing that is read. */
function writeJson(path: string | undefined, read: readonly (string | null)[], content: unknown): void {
  if (path === undefined) return;
  const out = fromHere(path);
  checkTargets(
    read.filter((each) => each !== null),
    [{ option: "--json", path: out }],
  );
  const outputs = new Outputs();
  outputs.add(out, `${JSON.stringify(content, null, 1)}\n`);
  outputs.write();
}

/** Gives the exit code: 0 nothing found, 1 warnings, 2 errors. */
function check(given: string, json: string | undefined): number {
  const { name, file, reading } = policyReading(given);
  const findings = checkPolicyBook(reading);
  writeJson(json, [file], findings.map(findingJson));
  for (const line of findingLines(findings)) say(line);
  const count = (severity: PolicyFinding["severity"]): number =>
    findings.filter((each) => each.severity === severity).length;
  const [errors, warnings] = [count("error"), count("warning")];
  say(text("policy-checked", { name, errors, warnings, infos: count("info") }));
  return errors > 0 ? 2 : warnings > 0 ? 1 : 0;
}

function compare(a: string, b: string, json: string | undefined): void {
  const [before, after] = [readablePolicy(a), readablePolicy(b)];
  const differences = comparePolicies(before.policy, after.policy);
  writeJson(json, [before.file, after.file], differences);
  say(text("policy-compared", { before: before.name, after: after.name, count: differences.length }));
  for (const difference of differences) say(text("policy-difference", shown(difference)));
}

const shown = ({ form, when, before, after, clauseBefore, clauseAfter, example }: PolicyDifference) => ({
  form,
  when,
  before: String(before ?? "—"),
  after: String(after ?? "—"),
  clauses: clauseBefore === clauseAfter ? [clauseBefore] : [clauseBefore, clauseAfter],
  example: exampleText(example),
});

function run(argv: readonly string[]): number {
  const line = readCommandLine(argv, { values: ["json", "extends", "lang"], flags: [] });
  const [verb = "", first, second, ...more] = line.words;
  const json = line.values.get("json");
  const unfit = (): never => {
    throw new UsageError(text("policy-words-unfit", { verb }));
  };
  if (more.length > 0) unfit();
  switch (verb) {
    case "export":
      if (first === undefined || second === undefined) return unfit();
      writeNew(first, second, builtIn(first));
      return 0;
    case "check":
      if (first === undefined || second !== undefined) return unfit();
      return check(first, json);
    case "compare":
      if (first === undefined || second === undefined) return unfit();
      compare(first, second, json);
      return 0;
    case "new": {
      if (first === undefined || second !== undefined) return unfit();
      const parent = line.values.get("extends");
      const policy = newPolicy(parent === undefined ? null : builtIn(parent));
      writeNew(policy.id, first, policy);
      return 0;
    }
    default:
      throw new UsageError(text("policy-verb-unknown", { verb }));
  }
}

/** Runs the command with the arguments given; gives its exit code. */
export async function policyCommand(args: readonly string[]): Promise<number> {
  let found = 0;
  const code = await exitCodeOf(
    text("policy-usage"),
    () => {
      found = run(args);
      return Promise.resolve();
    },
    LANGUAGE,
  );
  return code === 0 ? found : code;
}

if (require.main === module) endWith(policyCommand(process.argv.slice(2)));

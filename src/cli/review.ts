/**
 * `npm run review`: the real add-in, in the workbench, on a submission workbook. It presses the add-in's own buttons,
 * waits for them and saves what the workbook has become.
 */
import { basename, extname, join, resolve } from "node:path";
import { isDay, validNumbers } from "../certificates/index";
import type {
  DecisionPreview,
  ImportRoundOutcome,
  IssueOutcome,
  ReviewOutcome,
  RoundPreview,
  SendBackOutcome,
} from "../excel/index";
import { optionLabel, problemText, questionText, sentenceOf } from "../messages";
import { policyOf } from "../policy/index";
import {
  adoptProvisionalPlan,
  compareReviews,
  gridOf,
  QUESTION_SHEET,
  readForeignDecisions,
  report,
  type Comparison,
  type Pair,
} from "../results/index";
import { reviewSubmission } from "../review/index";
import { anonymousFile } from "../send-back/anonymous";
import { isWorthSending, sendBackContent } from "../send-back/index";
import { readSubmission } from "../submission/index";
import type { SheetGrid, WorkbookGrids } from "../submission/grid";
import { verifyGrids } from "../trust";
import { Workbench } from "../workbench";
import { fileTypeOfName, macrosOf, saveWorkbook } from "../book/xlsx/index";
import { readCommandLine, UsageError } from "../workbench/cli/arguments";
import { endWith, exitCodeOf, fromHere, InputRefused, say } from "../workbench/cli/command";
import { batchCommand } from "./batch/command";
import { isFolderGiven } from "./batch/options";
import { comparisonLines } from "./comparison";
import { AddinDriver, AddinFailure } from "./driver";
import { explainLines } from "./explain";
import { checkTargets, openInput, Outputs, readInput, type Target } from "./files";
import { gridOfSheet, gridsOf } from "../in-memory";
import { commandKey, KEY_STORED_AS } from "./office-key";
import { checkPolicyName, isPolicyFile, policyToUse } from "./policy-file";
import { adoptKept, policySettings } from "./policy-settings";
import { roundLines } from "./round";
import { LANGUAGE, LOCALE, text } from "./speech";
import { incomingLines, takenOverLines, takeOverAll } from "./trust";
import { summaryLines } from "./summary";
import { today } from "./today";
import { uncalculatedLines } from "./uncalculated";

const ROOT = resolve(__dirname, "../..");
const PAGE = join(ROOT, "dist/taskpane.html");
const SAMPLE = join(ROOT, "assets/sample/submission.xlsx");

interface Job {
  readonly input: string;
  readonly out: string;
  readonly json: string | null;
  readonly adoptBy: string | null;
  readonly certificates: boolean;
  readonly firstNumber: number | null;
  /** Whose review is told in full. */
  readonly explain: string | null;
  /** A policy instead of the one that 单位信息 names. */
  readonly policy: string | null;
  /** A workbook whose decisions are taken over. */
  readonly decisions: string | null;
  readonly compare: Compare | null;
  /** Where 退回件 goes, and what is filled in for it. */
  readonly sendBack: { readonly out: string; readonly fields: Readonly<Record<string, string>> } | null;
  /** A workbook reviewed before, of this round's year or an earlier one; who takes it over; and that its unit is the same. */
  readonly previous: string | null;
  readonly by: string | null;
  readonly sameUnit: boolean;
  /** Where the input goes without names and numbers of people. */
  readonly anonymous: string | null;
  /** What the input brings (decisions, proven years, numbers) is confirmed. */
  readonly trust: boolean;
  /** A file with the office's key; this machine's own when left out. */
  readonly officeKey: string | null;
}

/** What a person fills in for 回复函. */
const LETTER_OPTIONS = ["deadline", "office", "handler", "phone", "remarks"] as const;

/** With what the review is compared. */
type Compare =
  | { readonly kind: "policy"; readonly id: string }
  | { readonly kind: "decisions"; readonly file: string }
  | { readonly kind: "provisional" };

function jobsOf(argv: readonly string[]): Job[] {
  const line = readCommandLine(argv, {
    values: [
      "out",
      "json",
      "adopt-provisional",
      "first-number",
      "explain",
      "policy",
      "decisions",
      "compare",
      "previous",
      "anonymous",
      "by",
      "send-back",
      "office-key",
      "lang",
      ...LETTER_OPTIONS,
    ],
    flags: ["certificates", "same-unit", "trust-decisions"],
  });
  const [given, ...more] = line.words;
  if (more.length > 0) throw new UsageError(text("one-workbook", { more: more.join(" ") }));
  const first = line.values.get("first-number");
  if (first !== undefined && !/^[1-9]\d{0,3}$/.test(first)) throw new UsageError(text("first-number-unfit"));
  const policy = line.values.get("policy");
  if (policy !== undefined) checkPolicyName("--policy", policy);
  const decisions = line.values.get("decisions");
  const previous = line.values.get("previous");
  if (previous === undefined && (line.values.has("by") || line.flags.has("same-unit")))
    throw new UsageError(text("previous-missing"));
  const shared = {
    previous: previous === undefined ? null : fromHere(previous),
    anonymous: line.values.has("anonymous") ? fromHere(line.values.get("anonymous") ?? "") : null,
    by: line.values.get("by") ?? null,
    sameUnit: line.flags.has("same-unit"),
    trust: line.flags.has("trust-decisions"),
    officeKey: line.values.has("office-key") ? fromHere(line.values.get("office-key") ?? "") : null,
    policy: policy ?? null,
    decisions: decisions === undefined ? null : fromHere(decisions),
    compare: compareOf(line.values.get("compare")),
    sendBack: sendBackOf(line.values),
    certificates: line.flags.has("certificates"),
    adoptBy: line.values.get("adopt-provisional") ?? null,
    firstNumber: first === undefined ? null : Number(first),
    explain: line.values.get("explain") ?? null,
    json: line.values.has("json") ? fromHere(line.values.get("json") ?? "") : null,
  };
  if (given === undefined && [...line.values.keys()].every((name) => name === "lang") && line.flags.size === 0) {
    return [
      { ...shared, input: SAMPLE, out: join(ROOT, "out/sample-open.xlsx") },
      {
        ...shared,
        input: SAMPLE,
        out: join(ROOT, "out/sample-decided.xlsx"),
        adoptBy: "样例审核人",
        certificates: true,
      },
    ];
  }
  const input = given === undefined ? SAMPLE : fromHere(given);
  const asked = line.values.get("out");
  const out =
    asked === undefined ? join(ROOT, "out", `${basename(input, extname(input))}-reviewed.xlsx`) : fromHere(asked);
  const job = { ...shared, input, out };
  checkName(out);
  checkTargets(filesRead(job), targetsOf(job));
  return [job];
}

function filesRead({ input, decisions, previous, compare, policy }: Job): string[] {
  const compared = compare?.kind === "decisions" ? compare.file : null;
  const policies = [policy, compare?.kind === "policy" ? compare.id : null].flatMap((given) =>
    given !== null && isPolicyFile(given) ? [fromHere(given)] : [],
  );
  return [input, decisions, previous, compared, ...policies].filter((path) => path !== null);
}

function targetsOf(job: Job): Target[] {
  const targets: Target[] = [
    { option: "--out", path: job.out },
    { option: text("frozen-copy"), path: frozenFile(job) },
  ];
  if (job.json !== null) targets.push({ option: "--json", path: job.json });
  const comparison = comparisonFile(job);
  if (comparison !== null) targets.push({ option: text("comparison-file"), path: comparison });
  if (job.anonymous !== null) targets.push({ option: "--anonymous", path: job.anonymous });
  if (job.sendBack !== null) targets.push({ option: "--send-back", path: job.sendBack.out });
  return targets;
}

/** Beside the result; always without macros. */
const frozenFile = ({ out }: Job): string => out.replace(/(\.xl[st][xm])?$/i, ".frozen.xlsx");

const comparisonFile = ({ json, compare }: Job): string | null =>
  json === null || compare === null ? null : json.replace(/(\.json)?$/i, ".compare.json");

/** Excel refuses, or warns of, a file whose name says another format than it has. */
function checkName(out: string): void {
  if (/\.(xls|xlsb|xlam|xla|ods|et|csv|txt|pdf)$/i.test(out))
    throw new UsageError(text("output-extension", { name: basename(out) }));
}

function sendBackOf(values: ReadonlyMap<string, string>): Job["sendBack"] {
  const out = values.get("send-back");
  const given = LETTER_OPTIONS.filter((name) => values.has(name));
  if (out === undefined) {
    if (given[0] !== undefined) throw new UsageError(text("send-back-missing", { option: given[0] }));
    return null;
  }
  const deadline = values.get("deadline");
  if (deadline !== undefined && !isDay(deadline)) throw new UsageError(text("deadline-unfit"));
  return {
    out: fromHere(out),
    fields: Object.fromEntries(given.map((name) => [`send-back-${name}`, values.get(name) ?? ""])),
  };
}

function compareOf(given: string | undefined): Compare | null {
  if (given === undefined) return null;
  if (given === "provisional") return { kind: "provisional" };
  const [, kind, rest = ""] = /^(policy|decisions):(.+)$/su.exec(given) ?? [];
  if (kind === "policy") {
    checkPolicyName("--compare policy:", rest);
    return { kind, id: rest };
  }
  if (kind === "decisions") return { kind, file: fromHere(rest) };
  throw new UsageError(text("compare-unfit", { given }));
}

/** The sheet 口径 of a workbook that decisions come from. */
function decisionSheet(path: string): SheetGrid {
  const sheet = openInput(path).sheetByName(QUESTION_SHEET);
  if (!sheet) throw new InputRefused([text("no-question-sheet", { file: basename(path), sheet: QUESTION_SHEET })]);
  return gridOfSheet(sheet);
}

/** What was taken over from another workbook, and what was not. */
function importLines(preview: DecisionPreview): string[] {
  const { taken, same, conflicts, unreadable, unknown } = preview;
  const named = (id: string): string => `${id} ${questionText(id, LANGUAGE)}`;
  const label = (id: string, option: string): string => optionLabel(id, option, LANGUAGE);
  return [
    text("decisions-taken", {
      file: preview.fileName,
      questions: taken.map(({ id }) => named(id)),
      same: same.length,
    }),
    ...conflicts.map(({ id, own, other }) =>
      text("decision-conflict", { question: named(id), own: label(id, own), other: label(id, other) }),
    ),
    ...unreadable.map(({ id, text: given }) => text("decision-unreadable", { question: named(id), given })),
    ...(unknown.length === 0 ? [] : [text("decisions-unknown", { ids: unknown })]),
  ];
}

interface RoundTaken {
  readonly preview: RoundPreview;
  readonly outcome: ImportRoundOutcome | null;
}

/** Presses 导入上轮结果. What only a person can say has to stand on the command line. Throws InputRefused, AddinFailure. */
async function takeRound(
  addin: AddinDriver,
  { name, bytes }: { readonly name: string; readonly bytes: Uint8Array },
  { by, sameUnit }: Job,
): Promise<RoundTaken> {
  const confirm = ({ otherUnit, carried }: RoundPreview): boolean => {
    const years = carried.proofs.taken.length;
    if (otherUnit !== null && !sameUnit)
      throw new InputRefused([text("other-unit", { file: name, own: otherUnit.own, other: otherUnit.other })]);
    if (years > 0 && by === null) throw new InputRefused([text("importer-missing", { file: name, years })]);
    return true;
  };
  return addin.importRound(name, bytes, { sameUnit, confirm, ...(by === null ? {} : { by }) });
}

/** The same workbook reviewed another way. Throws InputRefused. */
function compared(
  compare: Compare,
  outcome: ReviewOutcome,
  grids: WorkbookGrids,
): { readonly comparison: Comparison; readonly names: Pair<string> } {
  const { review, submission } = outcome;
  const policy = policyOf(review.policy);
  const other = compare.kind === "policy" ? policyOf(compare.id) : policy;
  if (!policy || !other) throw new Error(`there is no policy ${review.policy}`);
  const reading = readSubmission(gridsFor(compare, outcome, grids), { policy: other });
  if (!reading.ok)
    throw new InputRefused(
      reading.problems.map((problem) =>
        text("at-cell", { sheet: problem.sheet, cell: problem.cell, text: problemText(problem, LANGUAGE) }),
      ),
    );
  const names = {
    before:
      compare.kind === "policy"
        ? text("side-policy", { id: policy.id })
        : text("side-current", { count: submission.decisions.filter(({ option }) => option !== null).length }),
    after:
      compare.kind === "policy"
        ? text("side-policy", { id: other.id })
        : compare.kind === "decisions"
          ? text("side-file", { file: basename(compare.file) })
          : text("side-provisional"),
  };
  return {
    comparison: compareReviews(
      { review, policy },
      { review: reviewSubmission(reading.submission, other), policy: other },
    ),
    names,
  };
}

function gridsFor(compare: Compare, { submission, review }: ReviewOutcome, grids: WorkbookGrids): WorkbookGrids {
  if (compare.kind === "policy") return grids;
  if (compare.kind === "provisional")
    return new Map(grids).set(QUESTION_SHEET, gridOf(adoptProvisionalPlan(submission, review, "—", "—")));
  const sheet = decisionSheet(compare.file);
  const read = readForeignDecisions(sheet, review);
  if (read === null || read.decisions.length === 0) {
    throw new InputRefused([
      text("no-questions-of-policy", { file: basename(compare.file), sheet: QUESTION_SHEET, policy: review.policy }),
    ]);
  }
  return new Map(grids).set(QUESTION_SHEET, { ...sheet, name: QUESTION_SHEET });
}

/** Presses 固化结果; gives why it failed. A result that can't be frozen is no reason to lose the others. */
async function freeze(addin: AddinDriver): Promise<string | null> {
  try {
    await addin.press("freeze");
    return null;
  } catch (error) {
    if (error instanceof AddinFailure) return error.lines.join(" ");
    throw error;
  }
}

async function run(job: Job): Promise<void> {
  say(text("reviewing", { path: job.input }));
  const workbook = openInput(job.input);
  const uncalculated = uncalculatedLines(workbook);
  if (uncalculated.length > 0) throw new InputRefused(uncalculated);
  for (const warning of workbook.warnings) say(text("warning", { warning }));
  // What can be said to be wrong with other files is said before the review
  if (job.decisions !== null) decisionSheet(job.decisions);
  if (job.compare?.kind === "decisions") decisionSheet(job.compare.file);
  if (job.previous !== null) openInput(job.previous);
  const previous = job.previous === null ? null : { name: basename(job.previous), bytes: readInput(job.previous) };
  const policy = job.policy === null ? null : policyToUse(job.policy);
  const compare: Compare | null =
    job.compare?.kind === "policy" ? { kind: "policy", id: policyToUse(job.compare.id).id } : job.compare;
  const key = await commandKey(job.officeKey);
  const trusted = job.trust ? await takeOverAll(workbook, key.sealer, today()) : [];
  const settings = policy === null ? {} : await policySettings(policy, key.sealer);
  const storage = { [KEY_STORED_AS]: key.file };
  const workbench = await Workbench.open({
    page: PAGE,
    workbook,
    settings,
    storage,
    locale: LOCALE,
    clock: () => new Date(),
  });
  try {
    await adoptKept(workbench, key.sealer);
    const addin = new AddinDriver(workbench, (progress) => say(`  ${progress}`), LANGUAGE);
    let outcome = (await addin.press("review")) as ReviewOutcome;
    const { incoming } = outcome;
    let round: RoundTaken | null = null;
    if (previous !== null) {
      round = await takeRound(addin, previous, job);
      outcome = round.outcome ?? outcome;
    }
    let taken: DecisionPreview | null = null;
    if (job.decisions !== null) {
      const result = await addin.importDecisions(basename(job.decisions), readInput(job.decisions));
      taken = result.preview;
      outcome = result.outcome ?? outcome;
    }
    if (job.adoptBy !== null) outcome = (await addin.press("adopt", { "adopt-name": job.adoptBy })) as ReviewOutcome;
    let issued: IssueOutcome | null = null;
    // Another notice may know no certificates: then the pane offers none.
    if (job.certificates && policyOf(outcome.review.policy)?.windows !== undefined)
      issued = (await addin.press(
        "certificates",
        job.firstNumber === null ? {} : { "first-number": String(job.firstNumber) },
      )) as IssueOutcome;
    await workbench.settled();
    assertClean(workbench);
    const other =
      compare === null ? null : compared(compare, outcome, await verifyGrids(gridsOf(workbook), key.sealer));

    const outputs = new Outputs();
    const type = fileTypeOfName(job.out) ?? "xlsx";
    outputs.add(job.out, saveWorkbook(workbook, type));
    if (job.anonymous !== null) outputs.add(job.anonymous, anonymousFile(readInput(job.input)));
    const numbers = new Map(validNumbers(outcome.submission.ledger, outcome.unit.applicationYear));
    for (const entry of issued?.issued ?? []) numbers.set(entry.registrationNo, entry.certificateNo);
    if (job.json !== null) {
      const whole = report(outcome.review, numbers, (finding) =>
        sentenceOf(finding, "zh", policyOf(outcome.review.policy)),
      );
      outputs.add(job.json, `${JSON.stringify(whole, null, 1)}\n`);
    }
    const comparison = comparisonFile(job);
    if (comparison !== null && other !== null)
      outputs.add(comparison, `${JSON.stringify({ comparison: other.comparison }, null, 1)}\n`);
    const worth = isWorthSending(sendBackContent(outcome.submission, outcome.review));
    const sentBack =
      job.sendBack === null || !worth
        ? null
        : ((await addin.press("send-back", job.sendBack.fields)) as SendBackOutcome);
    const file = workbench.createdWorkbooks.at(-1);
    if (job.sendBack !== null && file !== undefined) outputs.add(job.sendBack.out, file);
    const unfrozen = await freeze(addin);
    await workbench.settled();
    assertClean(workbench);
    const frozen = frozenFile(job);
    if (unfrozen === null) outputs.add(frozen, saveWorkbook(workbook, "xlsx"));
    outputs.write();

    for (const line of summaryLines(outcome, issued, LANGUAGE)) say(line);
    for (const line of [...takenOverLines(trusted), ...incomingLines(incoming)]) say(line);
    if (job.explain !== null) for (const line of explainLines(outcome, job.explain, LANGUAGE)) say(line);
    if (round !== null) for (const line of roundLines(round.preview, round.outcome, LANGUAGE)) say(line);
    if (taken !== null) for (const line of importLines(taken)) say(line);
    if (other !== null) for (const line of comparisonLines(other.comparison, other.names, LANGUAGE)) say(line);
    const { roundTrips, requestBytes, responseBytes } = workbench.log;
    say(text("round-trips", { count: roundTrips, sent: kilobytes(requestBytes), received: kilobytes(responseBytes) }));
    say(text("result-at", { path: job.out }));
    say(unfrozen === null ? text("frozen-at", { path: frozen }) : text("not-frozen", { why: unfrozen }));
    if (job.anonymous !== null) say(text("anonymous-at", { path: job.anonymous }));
    if (macrosOf(workbook))
      say(type === "xlsm" || type === "xltm" ? text("frozen-without-macros") : text("macros-left"));
    if (job.sendBack !== null && sentBack !== null)
      say(
        text("sent-back-at", {
          path: job.sendBack.out,
          people: sentBack.counts.toCorrect,
          items: sentBack.counts.items,
        }),
      );
    if (job.sendBack !== null && !worth) say(text("nothing-to-send-back"));
    if (job.json !== null) say(text("report-at", { path: job.json }));
    if (comparison !== null) say(text("comparison-at", { path: comparison }));
    say("");
  } finally {
    workbench.close();
  }
}

const kilobytes = (bytes: number): string => `${Math.round(bytes / 1024)} KB`;

/** The workbench refuses what it does not know: an add-in may swallow that, we don't. That a file lacks a sheet is an answer, not a failure. */
function assertClean(workbench: Workbench): void {
  const { refused } = workbench.log;
  const errors = workbench.log.errors.filter(
    ({ code, statement }) => code !== "ItemNotFound" || statement !== "InsertWorksheetsFromBase64",
  );
  if (refused.length > 0 || errors.length > 0) {
    throw new Error(
      `the workbench refused or failed: ${[...refused, ...errors.map((error) => `${error.code} ${error.message}`)].join("; ")}`,
    );
  }
}

/** Runs the command with the arguments given; gives its exit code. */
export const reviewCommand = (args: readonly string[]): Promise<number> =>
  isFolderGiven(args)
    ? batchCommand(args, { today: today(), clock: () => performance.now() })
    : exitCodeOf(
        text("review-usage"),
        async () => {
          for (const job of jobsOf(args)) await run(job);
        },
        LANGUAGE,
      );

if (require.main === module) endWith(reviewCommand(process.argv.slice(2)));

/** What is done to one workbook of a batch, wherever it is done: both steps read a file and write another. */
import { createHash } from "node:crypto";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { webcrypto } from "node:crypto";
import { basename, dirname } from "node:path";
import { factsOf, type FileFacts, type Wanting } from "../../batch";
import { NotAWorkbookError, fileTypeOfName, openWorkbook, saveWorkbook } from "../../book/xlsx";
import type { Workbook } from "../../book/model/workbook";
import { certificatesOf, decisionsOf, issueCertificates, NotReviewable, reviewBook } from "../../in-memory";
import { failureWords, problemText } from "../../messages";
import { adoptPolicy, policyOf } from "../../policy";
import type { SheetGrid } from "../../submission/grid";
import type { LedgerEntry } from "../../submission/types";
import { sealerOf, type Sealer } from "../../trust";
import { InputRefused } from "../../workbench/cli/command";
import { readInput } from "../files";
import { NODE_PACKING } from "../packing";
import type { PolicyToUse } from "../policy-file";
import { LANGUAGE, text } from "../speech";
import { takeOverAll } from "../trust";
import { uncalculatedLines } from "../uncalculated";

/** What holds for every workbook of the batch. */
export interface TaskChoices {
  readonly policy: string | null;
  /** The policy itself, where it comes from a policy workbook. */
  readonly policyBook: PolicyToUse["kept"];
  /** Path of a workbook whose decisions are taken over. */
  readonly decisions: string | null;
  readonly adoptBy: string | null;
  /** What the workbooks bring is confirmed. */
  readonly trust: boolean;
  readonly certificates: boolean;
  /** "YYYY-MM-DD" */
  readonly today: string;
  /** The text of the office's key file. */
  readonly key: string;
}

export interface ReviewTask {
  readonly kind: "review";
  readonly input: string;
  /** The name within the folder. */
  readonly file: string;
  /** Where the reviewed workbook goes. */
  readonly output: string;
  readonly choices: TaskChoices;
}

export interface IssueTask {
  readonly kind: "issue";
  /** The reviewed workbook. */
  readonly input: string;
  readonly file: string;
  readonly output: string;
  /** Numbers of those who had none, by registration number. */
  readonly given: ReadonlyMap<string, Pick<LedgerEntry, "certificateNo" | "issuedOn">>;
  /** Registration numbers of all who get a page. */
  readonly chosen: ReadonlySet<string>;
  readonly choices: TaskChoices;
}

export type Task = ReviewTask | IssueTask;

/** A workbook that can't be reviewed, and why: one line each. */
export interface Refused {
  readonly exit: 2;
  readonly sha256: string;
  readonly problems: readonly string[];
}

export interface Reviewed {
  readonly exit: 0;
  /** Of the file that was read. */
  readonly sha256: string;
  readonly facts: FileFacts;
  /** Who is ready for a certificate and has no number yet. */
  readonly wanting: Wanting["people"];
  /** Who is ready and has one. */
  readonly holding: readonly string[];
  /** Why no certificate can be issued at all; the results stand all the same. */
  readonly problems: readonly string[];
}

export interface Issued {
  readonly exit: 0;
  readonly certificates: readonly string[];
  readonly problems: readonly string[];
}

const hashOf = (bytes: Uint8Array): string => createHash("sha256").update(bytes).digest("hex");

/** Reviews a workbook and writes it with its results. What is wrong with the input comes back as Refused. */
export async function reviewFile({ input, file, output, choices }: ReviewTask): Promise<Reviewed | Refused> {
  let sha256 = "";
  try {
    if (choices.policyBook !== null) adoptPolicy(choices.policyBook.text, choices.policyBook.hash);
    const bytes = readInput(input);
    sha256 = hashOf(bytes);
    const workbook = opened(bytes, file);
    const uncalculated = uncalculatedLines(workbook);
    if (uncalculated.length > 0) throw new InputRefused(uncalculated);
    const sealer = await sealerFor(choices.key);
    if (choices.trust) await takeOverAll(workbook, sealer, choices.today);
    const decisions = choices.decisions === null ? null : decisionGrid(choices.decisions);
    const reviewed = await reviewBook(workbook, sealer, {
      ...(choices.policy === null ? {} : { policy: choices.policy }),
      ...(decisions === null ? {} : { decisions }),
      ...(choices.adoptBy === null ? {} : { adopt: { by: choices.adoptBy, today: choices.today } }),
    });
    const facts = factsOf(reviewed, reviewed.grids);
    const ready = await readyFor(workbook, sealer, choices, facts.policy);
    write(output, saveWorkbook(workbook, fileTypeOfName(file) ?? "xlsx"));
    return { exit: 0, sha256, facts, ...ready };
  } catch (error) {
    return { exit: 2, sha256, problems: linesOf(error) };
  }
}

/** Numbers and prints the certificates of a reviewed workbook. */
export async function issueFile({ input, file, output, given, chosen, choices }: IssueTask): Promise<Issued | Refused> {
  try {
    if (choices.policyBook !== null) adoptPolicy(choices.policyBook.text, choices.policyBook.hash);
    const workbook = opened(readFileSync(input), file);
    const { issued } = await issueCertificates(workbook, await sealerFor(choices.key), {
      today: choices.today,
      given,
      chosen,
      ...(choices.policy === null ? {} : { policy: choices.policy }),
    });
    write(output, saveWorkbook(workbook, fileTypeOfName(file) ?? "xlsx"));
    return { exit: 0, certificates: issued.map(({ certificateNo }) => certificateNo), problems: [] };
  } catch (error) {
    return { exit: 2, sha256: "", problems: linesOf(error) };
  }
}

async function readyFor(
  workbook: Workbook,
  sealer: Sealer,
  { certificates, policy, today }: TaskChoices,
  reviewedBy: string,
): Promise<Pick<Reviewed, "wanting" | "holding" | "problems">> {
  // Another notice may know no certificates
  if (!certificates || policyOf(reviewedBy)?.windows === undefined) return { wanting: [], holding: [], problems: [] };
  const { plan, held } = await certificatesOf(workbook, sealer, { today, ...(policy === null ? {} : { policy }) });
  const isHeld = ({ registrationNo }: { readonly registrationNo: string }): boolean => held.has(registrationNo);
  return {
    wanting: plan.issued
      .filter((fields) => !isHeld(fields))
      .map(({ registrationNo, name, fromYear, toYear, handler }) => ({
        registrationNo,
        name,
        fromYear,
        toYear,
        handler,
      })),
    holding: plan.issued.filter(isHeld).map(({ registrationNo }) => registrationNo),
    problems: plan.problems.map(atCell),
  };
}

function opened(bytes: Uint8Array, file: string): Workbook {
  try {
    return openWorkbook(bytes, NODE_PACKING);
  } catch (error) {
    if (!(error instanceof NotAWorkbookError)) throw error;
    throw new InputRefused([text("no-workbook", { file: basename(file), kind: error.kind })]);
  }
}

const grids = new Map<string, SheetGrid | null>();

/** A worker reads the workbook once for all. */
function decisionGrid(path: string): SheetGrid | null {
  const known = grids.get(path);
  if (known !== undefined) return known;
  const grid = decisionsOf(openWorkbook(readFileSync(path)));
  grids.set(path, grid);
  return grid;
}

let sealer: { readonly key: string; readonly sealer: Promise<Sealer> } | null = null;

function sealerFor(key: string): Promise<Sealer> {
  if (sealer?.key !== key) sealer = { key, sealer: made(key) };
  return sealer.sealer;
}

async function made(key: string): Promise<Sealer> {
  const own = await sealerOf(key, webcrypto as unknown as Parameters<typeof sealerOf>[1]);
  if (own === null) throw new Error("the office key can't be read");
  return own;
}

/** The caller gives the file its name once it is whole. */
function write(path: string, bytes: Uint8Array): void {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, bytes, { flush: true });
}

type Problem = NotReviewable["problems"][number];

const atCell = (problem: Problem): string =>
  text("at-cell", { sheet: problem.sheet, cell: problem.cell, text: problemText(problem, LANGUAGE) });

/** One line each. An error of our own becomes a line too: it must not stop the other workbooks. */
function linesOf(error: unknown): readonly string[] {
  if (error instanceof InputRefused) return error.lines;
  if (error instanceof NotReviewable) {
    if (error.failure === null) return error.problems.map(atCell);
    const { message, remedy } = failureWords(error.failure.key, error.failure.details, LANGUAGE);
    return [text("action-failed", { message, remedy })];
  }
  const [line = ""] = (error instanceof Error ? error.message : String(error)).split("\n");
  return [text("batch-failed", { why: line })];
}

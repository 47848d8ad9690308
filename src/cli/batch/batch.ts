/**
 * A folder of workbooks: each reviewed by itself, on all cores; then what only the whole shows, the numbers of
 * certificates, their pages, and the summary. What can't be reviewed stops nothing else.
 */
import { randomUUID, webcrypto } from "node:crypto";
import { existsSync } from "node:fs";
import { basename } from "node:path";
import {
  acrossFiles,
  allot,
  cityPlans,
  originOf,
  provenElsewhere,
  type Across,
  type BatchSummary,
  type FileFacts,
  type FileSummary,
  type Wanting,
} from "../../batch";
import { emptyWorkbook, saveWorkbook } from "../../book/xlsx";
import { LEDGER_SHEET, VALID } from "../../certificates";
import { decisionsOf, layOwnSheet } from "../../in-memory";
import { SHEETS } from "../../submission";
import type { LedgerEntry } from "../../submission/types";
import { sealerOf, type Sealer } from "../../trust";
import { InputRefused } from "../../workbench/cli/command";
import { openInput } from "../files";
import { commandKey } from "../office-key";
import { policyToUse } from "../policy-file";
import { text } from "../speech";
import { filesOf, Notes, writeWhole, type InputFile } from "./folders";
import { lockOf } from "./lock";
import { addToLedger, readOfficeLedger, type OfficeLedger } from "./office-ledger";
import type { BatchJob } from "./options";
import { eachOf, Workers } from "./pool";
import { secondsLeft } from "./seconds-left";
import type { TaskChoices } from "./task";

/** What is noted of a workbook. */
interface FileNote {
  readonly exit: 0 | 2;
  readonly sha256: string;
  readonly problems: readonly string[];
  readonly facts: FileFacts | null;
  readonly wanting: Wanting["people"];
  readonly holding: readonly string[];
  readonly certificates: readonly string[];
}

/** How far a batch is; `seconds`: what is left, null while nobody can say. */
export interface BatchProgress {
  readonly step: "reviewing" | "issuing";
  readonly done: number;
  readonly total: number;
  readonly seconds: number | null;
  /** The workbook that was finished last. */
  readonly file: string;
}

export interface BatchOptions {
  /** "YYYY-MM-DD" */
  readonly today: string;
  /** Milliseconds, rising. */
  readonly clock: () => number;
  readonly signal: AbortSignal;
  readonly onProgress: (progress: BatchProgress) => void;
  /** Told once that another run works on the same folder and is waited for. */
  readonly onWait: () => void;
}

/** Throws InputRefused for what stands in the way of the whole batch. Aborted, it throws the signal's reason; what is done stays done. */
export async function runBatch(job: BatchJob, options: BatchOptions): Promise<BatchSummary> {
  if (job.decisions !== null && decisionsOf(openInput(job.decisions)) === null)
    throw new InputRefused([text("no-question-sheet", { file: basename(job.decisions), sheet: SHEETS.decisions })]);
  if (job.certificates) readOfficeLedger(job.ledger);
  const key = await commandKey(job.officeKey);
  const named = job.policy === null ? null : policyToUse(job.policy);
  const choices: TaskChoices = {
    policy: named?.id ?? null,
    policyBook: named?.kept ?? null,
    decisions: job.decisions,
    adoptBy: job.adoptBy,
    trust: job.trust,
    certificates: job.certificates,
    today: options.today,
    key: key.file,
  };
  // The id of a policy workbook has its hash in it
  const { today: _day, policyBook: _text, ...lasting } = choices;
  const notes = new Notes<FileNote>(job.notes, job.out, JSON.stringify(lasting));
  const token = randomUUID();
  const lock = await lockOf(notes.lock, token, options.signal, options.onWait);
  const workers = new Workers(job.workers);
  try {
    if (!job.resume) notes.forgetAll();
    const files = filesOf(job.folder, [
      job.out,
      job.notes,
      job.summary,
      job.ledger,
      ...(job.json === null ? [] : [job.json]),
    ]);
    const known = await reviewAll(files, { job, notes, workers, choices, options });
    if (job.certificates) await issueAll(files, known, { job, notes, workers, choices, options, token });
    options.signal.throwIfAborted();
    const summary = summaryOf(files, known, job);
    writeSummary(job, files, known, summary, options.today);
    return summary;
  } finally {
    lock.release();
    await workers.close();
  }
}

interface Running {
  readonly job: BatchJob;
  readonly notes: Notes<FileNote>;
  readonly workers: Workers;
  readonly choices: TaskChoices;
  readonly options: BatchOptions;
}

/** What is noted of each workbook, those done before included. */
async function reviewAll(
  files: readonly InputFile[],
  { notes, workers, choices, options }: Running,
): Promise<Map<string, FileNote>> {
  const known = new Map<string, FileNote>();
  const waiting = files.filter(({ file, path }) => {
    const note = notes.noteOf(file, path);
    if (note === null) return true;
    const isThere =
      note.step === "reviewed"
        ? existsSync(notes.waiting(file, "reviewed"))
        : note.content.exit === 2 || notes.finish(file);
    if (isThere) known.set(file, note.content);
    return !isThere;
  });
  const progress = new Estimate("reviewing", waiting, files.length, options);
  await eachOf(waiting, workers.count + 1, options.signal, async (input) => {
    const { file, path } = input;
    // With pages to come the workbook waits: under its name there is never half of it
    const output = notes.waiting(file, "done");
    notes.forget(file);
    const result = await workers.review({ kind: "review", input: path, file, output, choices }, options.signal);
    const note: FileNote =
      result.exit === 2
        ? { ...NOTHING, exit: 2, sha256: result.sha256, problems: result.problems }
        : { ...NOTHING, ...result };
    known.set(file, note);
    const hasPages = note.wanting.length + note.holding.length > 0 && note.problems.length === 0;
    if (hasPages) notes.reviewedWaits(file, note.sha256, note);
    else notes.done(file, note.sha256, note, note.exit === 0);
    progress.finished(input);
  });
  options.signal.throwIfAborted();
  return known;
}

const NOTHING = { problems: [], facts: null, wanting: [], holding: [], certificates: [] } as const;

/** Numbers first, in the order of the workbooks and all at once; then the pages. */
async function issueAll(
  files: readonly InputFile[],
  known: Map<string, FileNote>,
  { job, notes, workers, choices, options, token }: Running & { readonly token: string },
): Promise<void> {
  const noted = files.flatMap(({ file }) => {
    const note = known.get(file);
    return note?.facts ? [{ file, facts: note.facts, note }] : [];
  });
  const pending = files.filter(({ file, path }) => notes.noteOf(file, path)?.step === "reviewed");
  if (pending.length === 0) return;
  const sealer = await sealerFor(choices.key);
  const waits = new Set(pending.map(({ file }) => file));
  const allotment = await addToLedger(job.ledger, { sealer, token, signal: options.signal }, (ledger) => {
    const own = importedEntries(ledger, noted);
    const result = allot(
      [...ledger.entries, ...own],
      noted.flatMap(({ facts }) => facts.numbers),
      noted
        .filter(({ file }) => waits.has(file))
        .map(({ file, facts, note }) => ({ file, unitName: facts.unitName, year: facts.year, people: note.wanting })),
      { on: options.today, ...(job.firstNumber === null ? {} : { firstNumber: job.firstNumber }) },
    );
    return { fresh: [...own, ...result.fresh], result };
  });
  const progress = new Estimate("issuing", pending, pending.length, options);
  await eachOf(pending, workers.count + 1, options.signal, async (input) => {
    const { file } = input;
    const note = known.get(file);
    if (note === undefined) return;
    const given = allotment.given.get(file) ?? new Map<string, LedgerEntry>();
    const problems = [
      ...allotment.refused
        .filter((each) => each.file === file)
        .map(({ name, registrationNo, certificateNo, by }) =>
          text("batch-second-number", { name, registrationNo, certificateNo, by }),
        ),
      ...allotment.exhausted
        .filter((each) => each.file === file)
        .map(({ name, registrationNo }) => text("batch-numbers-exhausted", { name, registrationNo })),
    ];
    const result = await workers.issue(
      {
        kind: "issue",
        input: notes.waiting(file, "reviewed"),
        file,
        output: notes.waiting(file, "done"),
        given: new Map([...given].map(([id, { certificateNo, issuedOn }]) => [id, { certificateNo, issuedOn }])),
        chosen: new Set([...given.keys(), ...note.holding]),
        choices,
      },
      options.signal,
    );
    const after: FileNote = {
      ...note,
      exit: result.exit,
      certificates: result.exit === 0 ? result.certificates : [],
      problems: [...problems, ...result.problems],
    };
    known.set(file, after);
    notes.done(file, note.sha256, after, after.exit === 0);
    progress.finished(input);
  });
  options.signal.throwIfAborted();
}

/** Numbers that workbooks hold with the office's mark and the ledger of all units does not know yet. */
function importedEntries(
  { entries }: OfficeLedger,
  noted: readonly { readonly file: string; readonly facts: FileFacts }[],
): readonly LedgerEntry[] {
  const there = new Set(entries.map(({ certificateNo }) => certificateNo));
  return noted.flatMap(({ file, facts }) =>
    facts.numbers.flatMap(({ isOurs, row: _row, ...entry }): LedgerEntry[] => {
      if (!isOurs || there.has(entry.certificateNo)) return [];
      there.add(entry.certificateNo);
      return [{ ...entry, status: VALID, voidReason: "", origin: originOf(facts.unitName, file) }];
    }),
  );
}

async function sealerFor(key: string): Promise<Sealer> {
  const sealer = await sealerOf(key, webcrypto as unknown as Parameters<typeof sealerOf>[1]);
  if (sealer === null) throw new Error("the office key can't be read");
  return sealer;
}

function summaryOf(files: readonly InputFile[], known: ReadonlyMap<string, FileNote>, job: BatchJob): BatchSummary {
  const listed = files.map(({ file }): FileSummary => {
    const { exit, facts, certificates, problems } = known.get(file) ?? { ...NOTHING, exit: 2 as const };
    return {
      file,
      exit,
      records: facts?.records ?? 0,
      people: facts?.people ?? 0,
      qualified: facts?.qualified ?? 0,
      unqualified: facts?.unqualified ?? 0,
      pending: facts?.pending ?? 0,
      certificates,
      problems,
    };
  });
  return { files: listed, across: [...acrossFiles(keysOf(files, known)), ...againstLedger(files, known, job)] };
}

const keysOf = (files: readonly InputFile[], known: ReadonlyMap<string, FileNote>) =>
  files.flatMap(({ file }) => {
    const facts = known.get(file)?.facts;
    return facts ? [{ file, ...facts }] : [];
  });

/** A number in a workbook that the ledger of all units has given to somebody else. */
function againstLedger(
  files: readonly InputFile[],
  known: ReadonlyMap<string, FileNote>,
  job: BatchJob,
): readonly Across[] {
  if (!existsSync(job.ledger)) return [];
  const holders = new Map(readOfficeLedger(job.ledger).entries.map((entry) => [entry.certificateNo, entry]));
  return keysOf(files, known).flatMap(({ file, numbers }) =>
    numbers.flatMap(({ certificateNo, registrationNo, row }): Across[] => {
      const holder = holders.get(certificateNo);
      if (holder === undefined || holder.registrationNo === registrationNo) return [];
      return [
        {
          code: "certificate-number-twice",
          places: [
            { file, sheet: LEDGER_SHEET, row },
            { file: basename(job.ledger), sheet: LEDGER_SHEET, row: holder.row },
          ],
        },
      ];
    }),
  );
}

function writeSummary(
  job: BatchJob,
  files: readonly InputFile[],
  known: ReadonlyMap<string, FileNote>,
  summary: BatchSummary,
  today: string,
): void {
  const keys = keysOf(files, known);
  const ledger = existsSync(job.ledger) ? readOfficeLedger(job.ledger).entries : [];
  const proven = provenElsewhere(keys, {
    file: basename(job.ledger),
    numbers: ledger.map((entry) => ({ ...entry, isOurs: true })),
  });
  const workbook = emptyWorkbook();
  const [blank] = workbook.sheets;
  const facts = new Map(keys.map((each) => [each.file, each]));
  const listed = summary.files.map((each) => ({ ...each, facts: facts.get(each.file) ?? null }));
  for (const plan of cityPlans(listed, summary.across, proven, { folder: basename(job.out), today }))
    layOwnSheet(workbook, plan);
  if (blank !== undefined) workbook.removeSheet(blank);
  writeWhole(job.summary, saveWorkbook(workbook, "xlsx"));
  if (job.json !== null) writeWhole(job.json, `${JSON.stringify(summary, null, 1)}\n`);
}

/** Time that is left, by the bytes that are done: large workbooks take longer. */
class Estimate {
  private readonly begun: number;
  private readonly total: number;
  private bytes = 0;
  private count: number;

  constructor(
    private readonly step: BatchProgress["step"],
    waiting: readonly InputFile[],
    private readonly all: number,
    private readonly options: BatchOptions,
  ) {
    this.begun = options.clock();
    this.total = waiting.reduce((sum, { bytes }) => sum + bytes, 0);
    this.count = all - waiting.length;
  }

  finished({ file, bytes }: InputFile): void {
    this.bytes += bytes;
    this.count += 1;
    const spent = (this.options.clock() - this.begun) / 1000;
    const seconds = secondsLeft(spent, this.bytes, this.total);
    this.options.onProgress({ step: this.step, done: this.count, total: this.all, seconds, file });
  }
}

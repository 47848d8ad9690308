/** The local server of 批量审核: takes files in, runs the batch, hands results out. For this machine only. */
import { randomUUID } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, rmSync, statSync } from "node:fs";
import type { IncomingMessage, RequestListener, ServerResponse } from "node:http";
import { availableParallelism } from "node:os";
import { join, resolve, sep } from "node:path";
import { zipSync } from "fflate";
import { z } from "zod";
import { PATHS, TOKEN_HEADER, type BatchSetup, type BatchState, type StartOptions } from "../../batch-page/wire";
import { policyIds, policyOf } from "../../policy";
import { answer, answerFile, answerMissing, listen, pathOf, type Headers } from "../../workbench/server/respond";
import { InputRefused } from "../../workbench/cli/command";
import { text } from "../speech";
import { runBatch } from "./batch";
import { filesOf, writeWhole } from "./folders";
import { placesOf, type BatchJob } from "./options";

export interface PageServerOptions {
  /** 0 is any free port. */
  readonly port: number;
  /** Where the page was built. */
  readonly built: string;
  /** Holds files and results until they are cleared. */
  readonly folder: string;
  readonly ledger: string;
  readonly language: "zh" | "en";
  readonly today: () => string;
  readonly clock: () => number;
}

export interface RunningPage {
  readonly url: string;
  readonly close: () => Promise<void>;
}

/** A workbook of a unit has some megabytes at most. */
const LARGEST_FILE = 200 * 1024 * 1024;
const LARGEST_OPTIONS = 10_000;
const XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

const PAGE_POLICY: Headers = {
  "Content-Security-Policy":
    "default-src 'self'; img-src 'self' data:; object-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
};

const OPTIONS = z.strictObject({
  policy: z.enum(policyIds()).nullable(),
  adoptBy: z.string().trim().min(1).max(40).nullable(),
  certificates: z.boolean(),
  firstNumber: z.number().int().min(1).max(9999).nullable(),
  trust: z.boolean(),
});

/** What was asked for can't be done: a status and a word for whoever reads the log. */
class Unfit extends Error {
  constructor(
    readonly status: number,
    message: string,
  ) {
    super(message);
  }
}

export async function startPageServer(options: PageServerOptions): Promise<RunningPage> {
  const desk = new Desk(options);
  const token = randomUUID();
  const setup: BatchSetup = {
    token,
    language: options.language,
    policies: policyIds().map((id) => ({ id, title: policyOf(id)?.title ?? id })),
    ledger: options.ledger,
    folder: options.folder,
  };
  const serve: RequestListener = (request, response) => {
    const isChange = request.method === "POST";
    // Without the token it is a page of another site that asks
    if (isChange && request.headers[TOKEN_HEADER] !== token) {
      answer(response, 403, "text/plain; charset=utf-8", "the token is missing\n");
      return;
    }
    const done = isChange ? desk.change(request) : Promise.resolve().then(() => desk.show(request, response, setup));
    done.then(
      () => {
        if (isChange) answer(response, 200, "text/plain; charset=utf-8", "");
      },
      (error: unknown) => {
        const status = error instanceof Unfit ? error.status : 500;
        answer(
          response,
          status,
          "text/plain; charset=utf-8",
          `${error instanceof Error ? error.message : String(error)}\n`,
        );
      },
    );
  };
  const server = await listen(options.port, () => serve);
  return { url: `${server.origin}/`, close: () => desk.close().then(() => server.close()) };
}

/** The files, and the one batch that runs over them. */
class Desk {
  private readonly folder: string;
  private state: Omit<BatchState, "files" | "hasLedger">;
  private cancel: AbortController | null = null;
  private running: Promise<void> = Promise.resolve();

  constructor(private readonly options: PageServerOptions) {
    this.folder = join(options.folder, "in");
    this.state = NOTHING;
  }

  private get places(): ReturnType<typeof placesOf> {
    return placesOf(this.folder, join(this.options.folder, "out"));
  }

  /** Answers a question that changes nothing. */
  show(request: IncomingMessage, response: ServerResponse, setup: BatchSetup): void {
    const path = pathOf(request) ?? "";
    if (path === PATHS.setup) return json(response, setup);
    if (path === PATHS.state) return json(response, this.now());
    if (path === PATHS.summary) return download(response, this.places.summary, "summary.xlsx");
    if (path === PATHS.ledger) return download(response, this.options.ledger, "ledger.xlsx");
    if (path === PATHS.all) return this.downloadAll(response);
    if (path === PATHS.result) {
      const file = queryOf(request, "file");
      return download(response, this.within(this.places.out, file), file.split("/").at(-1) ?? file);
    }
    const built = resolve(this.options.built);
    const page = resolve(built, `.${path === "/" ? "/index.html" : path}`);
    if (!page.startsWith(built + sep) || !existsSync(page) || !statSync(page).isFile()) answerMissing(response, path);
    else answerFile(response, page, page.endsWith(".html") ? PAGE_POLICY : {});
  }

  /** Does what is asked for. Throws Unfit. */
  async change(request: IncomingMessage): Promise<void> {
    const path = pathOf(request);
    if (path === PATHS.cancel) this.cancel?.abort();
    else if (this.state.phase === "running") throw new Unfit(409, "a batch is running");
    else if (path === PATHS.file) {
      const target = this.within(this.folder, queryOf(request, "name"));
      writeWhole(target, await bodyOf(request, LARGEST_FILE));
      this.state = NOTHING;
    } else if (path === PATHS.clear) {
      for (const each of Object.values(this.places)) rmSync(each, { recursive: true, force: true });
      this.state = NOTHING;
    } else if (path === PATHS.start) {
      const given = OPTIONS.safeParse(parsed(await bodyOf(request, LARGEST_OPTIONS)));
      if (!given.success) throw new Unfit(400, "the options are none");
      this.start(given.data, queryOf(request, "resume", "") !== "");
    } else throw new Unfit(404, `there is no ${path ?? ""}`);
  }

  close(): Promise<void> {
    this.cancel?.abort();
    return this.running;
  }

  private start(options: StartOptions, resume: boolean): void {
    const cancel = new AbortController();
    this.cancel = cancel;
    this.state = { ...NOTHING, phase: "running" };
    mkdirSync(this.folder, { recursive: true });
    const job: BatchJob = {
      ...this.places,
      ...options,
      ledger: this.options.ledger,
      json: null,
      decisions: null,
      officeKey: null,
      resume,
      workers: availableParallelism(),
    };
    this.running = runBatch(job, {
      today: this.options.today(),
      clock: this.options.clock,
      signal: cancel.signal,
      onWait: () => undefined,
      onProgress: (progress) => {
        this.state = { ...this.state, progress };
      },
    }).then(
      (summary) => {
        this.state = { ...NOTHING, phase: "done", summary };
      },
      (error: unknown) => {
        if (cancel.signal.aborted) this.state = { ...NOTHING, phase: "cancelled" };
        else this.state = { ...NOTHING, phase: "failed", failure: failureOf(error) };
      },
    );
  }

  private now(): BatchState {
    return {
      ...this.state,
      files: existsSync(this.folder) ? filesOf(this.folder, []).map(({ file }) => file) : [],
      hasLedger: existsSync(this.options.ledger),
    };
  }

  private downloadAll(response: ServerResponse): void {
    const { out, summary } = this.places;
    const files = existsSync(out) ? filesOf(out, []) : [];
    const entries = files.map(({ file, path }) => [`out/${file}`, readFileSync(path)] as const);
    const whole = existsSync(summary) ? ([["summary.xlsx", readFileSync(summary)]] as const) : [];
    // Workbooks are packed already
    const zip = zipSync(Object.fromEntries([...whole, ...entries]), { level: 0 });
    answer(response, 200, "application/zip", zip, attachment("all.zip"));
  }

  /** A path within a folder by a name that came in. Throws Unfit for one that leads out of it. */
  private within(folder: string, name: string): string {
    const path = resolve(folder, name);
    if (name === "" || name.includes("\0") || !path.startsWith(resolve(folder) + sep))
      throw new Unfit(400, "no such name");
    return path;
  }
}

const NOTHING: Omit<BatchState, "files" | "hasLedger"> = {
  phase: "collecting",
  progress: null,
  summary: null,
  failure: [],
};

const failureOf = (error: unknown): readonly string[] =>
  error instanceof InputRefused
    ? error.lines
    : [text("batch-failed", { why: error instanceof Error ? error.message : String(error) })];

function queryOf(request: IncomingMessage, name: string, none?: string): string {
  const value = new URL(request.url ?? "/", "http://127.0.0.1").searchParams.get(name) ?? none;
  if (value === undefined) throw new Unfit(400, `${name} is missing`);
  return value;
}

async function bodyOf(request: IncomingMessage, largest: number): Promise<Buffer> {
  const parts: Buffer[] = [];
  let size = 0;
  for await (const part of request as AsyncIterable<Buffer>) {
    size += part.length;
    if (size > largest) throw new Unfit(413, "too large");
    parts.push(part);
  }
  return Buffer.concat(parts);
}

function parsed(body: Buffer): unknown {
  try {
    return JSON.parse(body.toString("utf8")) as unknown;
  } catch {
    return null;
  }
}

const json = (response: ServerResponse, value: unknown): void =>
  answer(response, 200, "application/json; charset=utf-8", JSON.stringify(value));

const attachment = (name: string): Headers => ({
  "Content-Disposition": `attachment; filename*=UTF-8''${encodeURIComponent(name)}`,
});

function download(response: ServerResponse, path: string, name: string): void {
  if (existsSync(path) && statSync(path).isFile()) answer(response, 200, XLSX, readFileSync(path), attachment(name));
  else answerMissing(response, name);
}

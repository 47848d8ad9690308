/** The folder of a batch: which files there are, where each result goes, and what was done before. */
import { createHash } from "node:crypto";
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { basename, dirname, join, relative, resolve, sep } from "node:path";

export interface InputFile {
  /** The name within the folder, parts joined by "/". */
  readonly file: string;
  readonly path: string;
  readonly bytes: number;
}

/** Locks of Excel, hidden files and what systems leave in folders are nobody's workbooks. */
const NOBODYS = /^(~\$|\.)|^(thumbs\.db|desktop\.ini)$/i;

/** Every file of the folder and of those in it, by name; `except`: paths that are ours. */
export function filesOf(folder: string, except: readonly string[]): readonly InputFile[] {
  const ours = new Set(except.map(realPath));
  const found: InputFile[] = [];
  const seen = new Set<string>();
  const note = (path: string, bytes: number): void => {
    found.push({ file: relative(folder, path).split(sep).join("/"), path, bytes });
  };
  const visit = (path: string): void => {
    // A link may lead back to where it stands
    if (seen.has(realPath(path))) return;
    seen.add(realPath(path));
    for (const name of namesIn(path) ?? []) {
      const each = join(path, name);
      if (NOBODYS.test(name) || ours.has(realPath(each))) continue;
      const stat = statSync(each, { throwIfNoEntry: false });
      if (stat === undefined) continue;
      // A folder that can't be read stands in the list as what it is
      if (!stat.isDirectory() || namesIn(each) === null) note(each, stat.size);
      else visit(each);
    }
  };
  visit(folder);
  return found.sort((one, other) => (one.file < other.file ? -1 : one.file > other.file ? 1 : 0));
}

/** Null for a folder that can't be read. */
function namesIn(path: string): readonly string[] | null {
  try {
    return readdirSync(path);
  } catch {
    return null;
  }
}

/** The path without links, also of what is not there yet. */
function realPath(path: string): string {
  if (existsSync(path)) return realpathSync.native(path);
  const folder = dirname(path);
  return folder === path ? path : join(realPath(folder), basename(path));
}

export const isInside = (path: string, folder: string): boolean =>
  realPath(path) === realPath(folder) || realPath(path).startsWith(realPath(folder) + sep);

/** Writes a file beside its place and gives it its name then: there is never half a file under the name. */
export function writeWhole(path: string, content: string | Uint8Array): void {
  mkdirSync(dirname(path), { recursive: true });
  const beside = `${path}.${process.pid}.tmp`;
  try {
    writeFileSync(beside, content, { flush: true });
    renameSync(beside, path);
  } catch (error) {
    rmSync(beside, { force: true });
    throw error;
  }
}

/** Gives a whole file its name, also where that is on another disk. */
function moveWhole(from: string, to: string): void {
  mkdirSync(dirname(to), { recursive: true });
  try {
    renameSync(from, to);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "EXDEV") throw error;
    const beside = `${to}.${process.pid}.tmp`;
    copyFileSync(from, beside);
    renameSync(beside, to);
    rmSync(from, { force: true });
  }
}

/** What was noted of a workbook. `step`: how far it is. */
interface Note<Content> {
  readonly choices: string;
  readonly sha256: string;
  readonly step: "reviewed" | "done";
  readonly content: Content;
}

/**
 * Notes on what is done, beside the results: a run that was broken off at any moment goes on from them. A workbook is
 * noted as done before its result gets its name, and the result waits beside the note until then.
 */
export class Notes<Content> {
  /** `choices`: what the results depend on besides the workbook. */
  constructor(
    readonly folder: string,
    private readonly out: string,
    private readonly choices: string,
  ) {}

  forgetAll(): void {
    for (const name of existsSync(this.folder) ? readdirSync(this.folder) : [])
      if (name !== LOCK) rmSync(join(this.folder, name), { recursive: true, force: true });
  }

  get lock(): string {
    mkdirSync(this.folder, { recursive: true });
    return join(this.folder, LOCK);
  }

  /** Where a workbook waits between its steps. */
  waiting(file: string, step: "reviewed" | "done"): string {
    return join(this.folder, `${idOf(file)}.${step}.bin`);
  }

  /** What was noted of a workbook whose content is the same still; null when it has to be done, or done again. */
  noteOf(file: string, path: string): Pick<Note<Content>, "step" | "content"> | null {
    const note = this.read(file);
    return note?.choices === this.choices && hashOf(path) === note.sha256 ? note : null;
  }

  /** To be called before a workbook is done (again): what is half done must not be taken for whole. */
  forget(file: string): void {
    rmSync(join(this.folder, `${idOf(file)}.json`), { force: true });
  }

  /** A result that waits for its name gets it. False when there is none, neither waiting nor under its name. */
  finish(file: string): boolean {
    const [from, to] = [this.waiting(file, "done"), this.resultOf(file)];
    if (existsSync(from)) moveWhole(from, to);
    return existsSync(to);
  }

  /** The reviewed workbook waits for its pages; a note that is there says that it is whole. */
  reviewedWaits(file: string, sha256: string, content: Content): void {
    renameSync(this.waiting(file, "done"), this.waiting(file, "reviewed"));
    this.write(file, { choices: this.choices, sha256, step: "reviewed", content });
  }

  /** `withResult`: false for a workbook that could not be reviewed. */
  done(file: string, sha256: string, content: Content, withResult: boolean): void {
    this.write(file, { choices: this.choices, sha256, step: "done", content });
    if (withResult) this.finish(file);
    else rmSync(this.resultOf(file), { force: true });
    rmSync(this.waiting(file, "reviewed"), { force: true });
  }

  resultOf(file: string): string {
    return resolve(this.out, file);
  }

  private write(file: string, note: Note<Content>): void {
    writeWhole(join(this.folder, `${idOf(file)}.json`), JSON.stringify(note));
  }

  private read(file: string): Note<Content> | null {
    try {
      return JSON.parse(readFileSync(join(this.folder, `${idOf(file)}.json`), "utf8")) as Note<Content>;
    } catch {
      return null;
    }
  }
}

/** Of a file's content; null for one that can't be read. */
function hashOf(path: string): string | null {
  try {
    return createHash("sha256").update(readFileSync(path)).digest("hex");
  } catch {
    return null;
  }
}

const LOCK = "lock";
const idOf = (file: string): string => createHash("sha256").update(file).digest("hex").slice(0, 24);

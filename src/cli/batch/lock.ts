/** A lock file: one process at a time, also where two run on a folder that machines share. */
import { openSync, closeSync, readFileSync, renameSync, rmSync, statSync, utimesSync, writeSync } from "node:fs";
import { hostname } from "node:os";

const ASKS_AGAIN_MS = 50;
/** A holder says that it is alive this often, and is taken for dead after so long a silence, in milliseconds. */
const BEATS_EVERY_MS = 2_000;
const SILENT_FOR_MS = 20_000;

export interface Lock {
  /** Throws when another has taken the lock meanwhile: what was to be written is not written then. */
  readonly check: () => void;
  readonly release: () => void;
}

/** Waits for the lock. `onWait` is told once that another holds it; `token` is unlike that of any other run. */
export async function lockOf(path: string, token: string, signal: AbortSignal, onWait: () => void): Promise<Lock> {
  const own = JSON.stringify({ pid: process.pid, host: hostname(), token });
  for (let waited = false; ;) {
    signal.throwIfAborted();
    if (taken(path, own)) return held(path, own);
    if (isDead(path)) steal(path, token);
    else {
      if (!waited) onWait();
      waited = true;
      await new Promise((resolve) => setTimeout(resolve, ASKS_AGAIN_MS));
    }
  }
}

function taken(path: string, own: string): boolean {
  try {
    const file = openSync(path, "wx");
    writeSync(file, own);
    closeSync(file);
    return true;
  } catch (error) {
    if (codeOf(error) === "EEXIST") return false;
    throw error;
  }
}

function held(path: string, own: string): Lock {
  const beat = setInterval(() => {
    try {
      if (readFileSync(path, "utf8") === own) touch(path);
    } catch {
      // Gone, or not to be reached: whoever writes finds out
    }
  }, BEATS_EVERY_MS);
  beat.unref();
  const check = (): void => {
    if (textOf(path) !== own) throw new Error(`another run has taken ${path}`);
  };
  return {
    check,
    release: () => {
      clearInterval(beat);
      if (textOf(path) === own) rmSync(path, { force: true });
    },
  };
}

/** The process that held it is gone, or has not been heard of for long. */
function isDead(path: string): boolean {
  const text = textOf(path);
  if (text === null) return false;
  try {
    if (clockOf(path) - statSync(path).mtimeMs > SILENT_FOR_MS) return true;
    const { pid, host } = JSON.parse(text) as { readonly pid: number; readonly host: string };
    if (host !== hostname()) return false;
    process.kill(pid, 0);
    return false;
  } catch (error) {
    // EPERM: it is alive, and another user's. What can't be read yet is being written.
    return codeOf(error) === "ESRCH";
  }
}

/** Moved aside before it is deleted: of two that find it dead only one moves it. */
function steal(path: string, token: string): void {
  const aside = `${path}.${token}`;
  try {
    renameSync(path, aside);
    rmSync(aside, { force: true });
  } catch {
    // Another was quicker
  }
}

/** The file system's own clock: that of the machine may be another. */
function clockOf(path: string): number {
  const probe = `${path}.${process.pid}.now`;
  try {
    closeSync(openSync(probe, "w"));
    return statSync(probe).mtimeMs;
  } finally {
    rmSync(probe, { force: true });
  }
}

function touch(path: string): void {
  const now = clockOf(path) / 1000;
  utimesSync(path, now, now);
}

function textOf(path: string): string | null {
  try {
    return readFileSync(path, "utf8");
  } catch {
    return null;
  }
}

const codeOf = (error: unknown): unknown =>
  typeof error === "object" && error !== null && "code" in error ? error.code : undefined;

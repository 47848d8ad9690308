/** Files that a command reads and writes: which is which on the disk, and writing all of them or none. */
import {
  existsSync,
  mkdirSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { basename, dirname, join } from "node:path";
import { NotAWorkbookError, openWorkbook } from "../book/xlsx/index";
import type { Workbook } from "../book/model/workbook";
import { NODE_PACKING } from "./packing";
import { UsageError } from "../workbench/cli/arguments";
import { InputRefused } from "../workbench/cli/command";
import { text } from "./speech";

/** A file that is written, and the option that names it. */
export interface Target {
  readonly option: string;
  readonly path: string;
}

/**
 * Throws UsageError when a target is one of the files that are read (also through a link, or under another name of the
 * same file), a folder, or another target.
 */
export function checkTargets(read: readonly string[], targets: readonly Target[]): void {
  const inputs = new Set(read.flatMap(namesOf));
  const taken = new Map<string, string>();
  for (const { option, path } of targets) {
    if (statOf(path)?.isDirectory() === true) throw new UsageError(text("target-folder", { option, path }));
    const folder = existingFolder(path);
    if (statOf(folder)?.isDirectory() !== true)
      throw new UsageError(text("target-under-file", { option, path, folder }));
    const names = namesOf(path);
    if (names.some((name) => inputs.has(name))) throw new UsageError(text("target-is-input", { option, path }));
    const other = names.map((name) => taken.get(name)).find((name) => name !== undefined);
    if (other !== undefined) throw new UsageError(text("targets-same", { other, option, path }));
    for (const name of names) taken.set(name, option);
  }
}

/** Undefined for what is not there, or can't be. */
function statOf(path: string): ReturnType<typeof statSync> | undefined {
  try {
    return statSync(path);
  } catch {
    return undefined;
  }
}

/** The nearest folder above that is there; what is there instead of one, when it is a file. */
function existingFolder(path: string): string {
  let folder = dirname(path);
  while (!existsSync(folder) && folder !== dirname(folder)) folder = dirname(folder);
  return folder;
}

/** What a file is known by: its real path, and where it is there the disk's own number of it (hard links share one). */
function namesOf(path: string): string[] {
  const name = process.platform === "linux" ? realPath(path) : realPath(path).toLowerCase();
  const stat = statOf(path);
  return stat === undefined ? [name] : [name, `${stat.dev}:${stat.ino}`];
}

/** The path without links, also of a file that is not there yet. */
function realPath(path: string): string {
  if (existsSync(path)) return realpathSync.native(path);
  const folder = dirname(path);
  return folder === path ? path : join(realPath(folder), basename(path));
}

/** Collects what is written, and writes it at the end: a command that fails before has written nothing. */
export class Outputs {
  private readonly files: { readonly path: string; readonly content: Uint8Array | string }[] = [];

  /** Adds a file to be written. */
  add(path: string, content: Uint8Array | string): void {
    this.files.push({ path, content });
  }

  /** Writes all files beside their places first. Throws InputRefused when one can't be written: then there is none. */
  write(): void {
    const waiting: { readonly from: string; readonly to: string }[] = [];
    let current = "";
    try {
      for (const { path, content } of this.files) {
        current = path;
        mkdirSync(dirname(path), { recursive: true });
        const to = realPath(path);
        const from = `${to}.${process.pid}.tmp`;
        waiting.push({ from, to });
        writeFileSync(from, content);
      }
      for (const { from, to } of waiting) {
        current = to;
        renameSync(from, to);
      }
    } catch (error) {
      for (const { from } of waiting) rmSync(from, { force: true });
      throw new InputRefused([
        text("file-not-written", { path: current, why: error instanceof Error ? error.message : String(error) }),
      ]);
    }
  }
}

/** Throws InputRefused. */
export function readInput(path: string): Uint8Array {
  const stat = statOf(path);
  if (stat === undefined) throw new InputRefused([text("file-missing", { path })]);
  if (stat.isDirectory()) throw new InputRefused([text("file-is-folder", { path })]);
  try {
    return readFileSync(path);
  } catch (error) {
    throw new InputRefused([
      text("file-not-read", { path, why: error instanceof Error ? error.message : String(error) }),
    ]);
  }
}

/** Throws InputRefused in one line, with the remedy. */
export function openInput(path: string): Workbook {
  const bytes = readInput(path);
  try {
    return openWorkbook(bytes, NODE_PACKING);
  } catch (error) {
    if (!(error instanceof NotAWorkbookError)) throw error;
    throw new InputRefused([text("no-workbook", { file: basename(path), kind: error.kind })]);
  }
}

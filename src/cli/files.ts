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
import { NotAWorkbookError, type NotAWorkbookKind, openWorkbook } from "../book/xlsx/index";
import type { Workbook } from "../book/model/workbook";
import { UsageError } from "../workbench/cli/arguments";
import { InputRefused } from "../workbench/cli/command";

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
    if (statOf(path)?.isDirectory() === true)
      throw new UsageError(`${option} 应为文件，“${path}”是一个文件夹，请写上文件名`);
    const folder = existingFolder(path);
    if (statOf(folder)?.isDirectory() !== true)
      throw new UsageError(`${option} 的“${path}”写不了：“${folder}”是文件，不是文件夹`);
    const names = namesOf(path);
    if (names.some((name) => inputs.has(name)))
      throw new UsageError(`输出文件不能就是输入文件：${option} 的“${path}”是要读取的文件，请给另一个文件名`);
    const other = names.map((name) => taken.get(name)).find((name) => name !== undefined);
    if (other !== undefined) throw new UsageError(`${other} 和 ${option} 是同一个文件“${path}”，请给不同的文件名`);
    for (const name of names) taken.set(name, option);
  }
}

const statOf = (path: string): ReturnType<typeof statSync> | undefined => statSync(path, { throwIfNoEntry: false });

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
        `${current}：文件写不了（${error instanceof Error ? error.message : String(error)}），请关闭打开它的程序，或换一个文件名、文件夹后重试。`,
      ]);
    }
  }
}

const SAVE_AS = "请在 Excel 中打开并另存为“Excel 工作簿 (*.xlsx)”后重试。";
const NOT_A_WORKBOOK: Readonly<Record<NotAWorkbookKind, string>> = {
  empty: "文件是空的，请向单位重新索取。",
  damaged: "文件已损坏或不完整，打不开，请在 Excel 中打开、修复并另存后重试，或向单位重新索取。",
  encrypted: "工作簿设有打开密码，请在 Excel 中取消密码并保存后重试。",
  old: `是旧版 .xls 工作簿，不能审核，${SAVE_AS}`,
  text: `是文本文件（可能是 CSV），不是 .xlsx 工作簿，${SAVE_AS}`,
  large:
    "工作簿太大（展开后的内容、部件、单元格或样式过多），不能打开，请在 Excel 中删去多余的行、列、工作表后另存重试。",
  doctype: `文件中含有文档类型声明（DOCTYPE），不能打开，${SAVE_AS}`,
  other: `不是 .xlsx 工作簿，${SAVE_AS}`,
};

/** Throws InputRefused. */
export function readInput(path: string): Uint8Array {
  const stat = statOf(path);
  if (stat === undefined) throw new InputRefused([`${path}：没有这个文件，请核对路径。`]);
  if (stat.isDirectory()) throw new InputRefused([`${path}：是文件夹，请给一个 .xlsx 文件。`]);
  try {
    return readFileSync(path);
  } catch (error) {
    throw new InputRefused([`${path}：文件读不了（${error instanceof Error ? error.message : String(error)}）。`]);
  }
}

/** Throws InputRefused in one line, with the remedy. */
export function openInput(path: string): Workbook {
  const bytes = readInput(path);
  try {
    return openWorkbook(bytes);
  } catch (error) {
    if (!(error instanceof NotAWorkbookError)) throw error;
    throw new InputRefused([`${basename(path)}：${NOT_A_WORKBOOK[error.kind]}`]);
  }
}

/** The page's side of the local server. Throws where the server can't be reached or refuses. */
import { PATHS, TOKEN_HEADER, type BatchSetup, type BatchState, type StartOptions } from "./wire";

export class Client {
  private constructor(readonly setup: BatchSetup) {}

  static async open(): Promise<Client> {
    return new Client(await read<BatchSetup>(await fetch(PATHS.setup)));
  }

  async state(): Promise<BatchState> {
    return read<BatchState>(await fetch(PATHS.state));
  }

  /** False when the server finds it too large. */
  async add(name: string, content: Blob): Promise<boolean> {
    const { status } = await this.post(`${PATHS.file}?name=${encodeURIComponent(name)}`, content);
    return status !== 413;
  }

  async start(options: StartOptions, resume: boolean): Promise<void> {
    await this.post(`${PATHS.start}${resume ? "?resume=1" : ""}`, JSON.stringify(options));
  }

  async cancel(): Promise<void> {
    await this.post(PATHS.cancel, "");
  }

  async clear(): Promise<void> {
    await this.post(PATHS.clear, "");
  }

  private post(path: string, body: Blob | string): Promise<Response> {
    return fetch(path, { method: "POST", body, headers: { [TOKEN_HEADER]: this.setup.token } });
  }
}

async function read<T>(response: Response): Promise<T> {
  if (!response.ok) throw new Error(await response.text());
  return (await response.json()) as T;
}

export interface DroppedFile {
  /** With the folders it lies in. */
  readonly name: string;
  readonly file: File;
}

/** Locks of Excel, hidden files and what systems leave in folders. */
const NOBODYS = /(^|\/)(~\$|\.)|(^|\/)(thumbs\.db|desktop\.ini)$/i;

/** Files of a drop, those of dropped folders included. */
export async function droppedFiles(items: DataTransferItemList): Promise<readonly DroppedFile[]> {
  const entries = [...items].flatMap((item) => item.webkitGetAsEntry() ?? []);
  const found: DroppedFile[] = [];
  const visit = async (entry: FileSystemEntry, path: string): Promise<void> => {
    const name = `${path}${entry.name}`;
    if (NOBODYS.test(name)) return;
    if (entry.isFile) {
      const file = await new Promise<File>((resolve, reject) => (entry as FileSystemFileEntry).file(resolve, reject));
      found.push({ name, file });
      return;
    }
    for (const each of await childrenOf(entry as FileSystemDirectoryEntry)) await visit(each, `${name}/`);
  };
  for (const entry of entries) await visit(entry, "");
  return found;
}

/** A browser gives a hundred at a time. */
async function childrenOf(folder: FileSystemDirectoryEntry): Promise<readonly FileSystemEntry[]> {
  const reader = folder.createReader();
  const all: FileSystemEntry[] = [];
  for (;;) {
    const some = await new Promise<FileSystemEntry[]>((resolve, reject) => reader.readEntries(resolve, reject));
    if (some.length === 0) return all;
    all.push(...some);
  }
}

/** Files of a file field, by the name they have within a chosen folder. */
export const chosenFiles = (list: FileList): readonly DroppedFile[] =>
  [...list]
    .map((file) => ({ name: file.webkitRelativePath === "" ? file.name : file.webkitRelativePath, file }))
    .filter(({ name }) => !NOBODYS.test(name));

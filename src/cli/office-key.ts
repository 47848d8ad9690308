/** The office's key on this machine, for the command: a file in the user's own settings, or the one that is named. */
import { webcrypto } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { homedir } from "node:os";
import { dirname, join } from "node:path";
import { isKeyFile, newKeyFile, sealerOf, type Sealer } from "../trust";
import { InputRefused } from "../workbench/cli/command";
import { text as said } from "./speech";

/** Where the add-in's page looks for the key (src/excel/office-key.ts). */
export const KEY_STORED_AS = "ce-hours-review.office-key";

export interface OpenedOfficeKey {
  /** The text of the key's file. */
  readonly file: string;
  readonly sealer: Sealer;
}

/**
 * The key of `path`, or of this user's settings, where one is made on first use. Throws InputRefused when the named
 * file is missing or is no key, or when a new key can't be kept.
 */
export async function commandKey(path: string | null): Promise<OpenedOfficeKey> {
  const file = path === null ? ownKey(settingsFile()) : namedKey(path);
  const sealer = await sealerOf(file, webcrypto as unknown as Parameters<typeof sealerOf>[1]);
  if (sealer === null) throw new Error("the office key can't be read");
  return { file, sealer };
}

function settingsFile(): string {
  const folder = process.env.XDG_CONFIG_HOME ?? process.env.APPDATA ?? join(homedir(), ".config");
  return join(folder, "ce-hours-review", "office-key.json");
}

function namedKey(path: string): string {
  if (!existsSync(path)) throw new InputRefused([said("key-missing", { path })]);
  return checked(path);
}

function ownKey(path: string): string {
  if (existsSync(path)) return checked(path);
  const fresh = newKeyFile(webcrypto as unknown as Parameters<typeof newKeyFile>[0]);
  try {
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, fresh, { mode: 0o600, flag: "wx" });
    return fresh;
  } catch (error) {
    // Another command made it in the same moment
    if (existsSync(path)) return checked(path);
    throw new InputRefused([
      said("key-not-kept", { path, why: error instanceof Error ? error.message : String(error) }),
    ]);
  }
}

function checked(path: string): string {
  const text = readFileSync(path, "utf8");
  if (!isKeyFile(text)) throw new InputRefused([said("key-unfit", { path })]);
  return text;
}

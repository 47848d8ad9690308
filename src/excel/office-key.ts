/**
 * The office's key on this machine: made when it is first needed, kept in the browser's storage for this add-in, and
 * taken to the office's other machines as a file.
 */
import { isKeyFile, newKeyFile, sealerOf, type Sealer } from "../trust";

const STORED_AS = "ce-hours-review.office-key";

/** The key in the browser's storage. Throws when the storage can't be used. */
export class OfficeKey {
  private sealer: Promise<Sealer> | null = null;

  /** Makes marks with the key of this machine; a machine without one gets one now. */
  readonly current = (): Promise<Sealer> => {
    this.sealer ??= made(this.file());
    return this.sealer;
  };

  /** The text of the key's file, to be kept in a safe place and imported on the office's other machines. */
  readonly file = (): string => {
    const stored = localStorage.getItem(STORED_AS);
    if (stored !== null && isKeyFile(stored)) return stored;
    const fresh = newKeyFile(crypto);
    localStorage.setItem(STORED_AS, fresh);
    return fresh;
  };

  /** Takes the key of another machine in place of this one's. False, and nothing changes, when the text is no key file. */
  readonly take = (text: string): boolean => {
    if (!isKeyFile(text)) return false;
    localStorage.setItem(STORED_AS, text);
    this.sealer = null;
    return true;
  };
}

async function made(file: string): Promise<Sealer> {
  const sealer = await sealerOf(file, crypto);
  if (sealer === null) throw new Error("the office key can't be read");
  return sealer;
}

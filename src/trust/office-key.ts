/** The office's key: made once, kept on the office's machines, exported and imported as a small file. */
import { z } from "zod";
import type { Sealer } from "./types";

const KEY_BYTES = 32;
/** 128 bits of a mark are more than anybody can guess. */
const MARK_BYTES = 16;

const KEY_FILE = z.object({
  kind: z.literal("ce-hours-review office key"),
  version: z.literal(1),
  key: z.string().regex(/^[A-Za-z0-9_-]{43}$/),
});

/** What of WebCrypto is needed: the page's, or Node's. */
export interface Crypto {
  getRandomValues(bytes: Uint8Array<ArrayBuffer>): unknown;
  readonly subtle: {
    importKey(
      format: "raw",
      key: Uint8Array<ArrayBuffer>,
      algorithm: { readonly name: string; readonly hash: string },
      extractable: boolean,
      usages: "sign"[],
    ): Promise<unknown>;
    sign(algorithm: string, key: unknown, data: Uint8Array<ArrayBuffer>): Promise<ArrayBuffer>;
  };
}

/** The text of a new key file. */
export function newKeyFile(crypto: Crypto): string {
  const bytes = new Uint8Array(KEY_BYTES);
  crypto.getRandomValues(bytes);
  return `${JSON.stringify({ kind: "ce-hours-review office key", version: 1, key: base64Url(bytes) }, null, 1)}\n`;
}

/** True of the text of a key file. */
export function isKeyFile(text: string): boolean {
  return parsed(text) !== null;
}

/** Makes marks with the key of a file. Null when the text is no key file. */
export async function sealerOf(text: string, crypto: Crypto): Promise<Sealer | null> {
  const key = parsed(text);
  if (key === null) return null;
  const bytes = bytesOf(key);
  const hmac = await crypto.subtle.importKey("raw", bytes, { name: "HMAC", hash: "SHA-256" }, false, ["sign"]);
  const known = new Map<string, string>();
  return {
    seal: async (said) => {
      const before = known.get(said);
      if (before !== undefined) return before;
      const hash = await crypto.subtle.sign("HMAC", hmac, utf8(said));
      const mark = base64Url(new Uint8Array(hash).subarray(0, MARK_BYTES));
      if (known.size < MOST_KNOWN) known.set(said, mark);
      return mark;
    },
  };
}

/** True of a cell that looks like a mark, whoever made it. */
export function isMark(cell: unknown): boolean {
  return typeof cell === "string" && /^[A-Za-z0-9_-]{22}$/.test(cell);
}

/** The same rows are looked at again with every action. */
const MOST_KNOWN = 20_000;

function parsed(text: string): string | null {
  try {
    return KEY_FILE.parse(JSON.parse(text)).key;
  } catch {
    return null;
  }
}

/** UTF-8; half of a surrogate pair becomes U+FFFD, as in TextEncoder. */
export function utf8(text: string): Uint8Array<ArrayBuffer> {
  const bytes: number[] = [];
  for (const character of text) {
    const point = character.codePointAt(0) ?? 0;
    const code = point >= 0xd800 && point <= 0xdfff ? 0xfffd : point;
    if (code < 0x80) bytes.push(code);
    else if (code < 0x800) bytes.push(0xc0 | (code >> 6), 0x80 | (code & 63));
    else if (code < 0x10000) bytes.push(0xe0 | (code >> 12), 0x80 | ((code >> 6) & 63), 0x80 | (code & 63));
    else bytes.push(0xf0 | (code >> 18), 0x80 | ((code >> 12) & 63), 0x80 | ((code >> 6) & 63), 0x80 | (code & 63));
  }
  return Uint8Array.from(bytes);
}

const ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

function base64Url(bytes: Uint8Array): string {
  let text = "";
  for (let at = 0; at < bytes.length; at += 3) {
    const part = bytes.subarray(at, at + 3);
    const bits = ((part[0] ?? 0) << 16) | ((part[1] ?? 0) << 8) | (part[2] ?? 0);
    for (let digit = 0; digit <= part.length; digit += 1) text += ALPHABET[(bits >> (18 - 6 * digit)) & 63] ?? "";
  }
  return text;
}

function bytesOf(text: string): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(Math.floor((text.length * 6) / 8));
  let [bits, count, at] = [0, 0, 0];
  for (const letter of text) {
    bits = (bits << 6) | ALPHABET.indexOf(letter);
    count += 6;
    if (count >= 8) {
      count -= 8;
      bytes[at++] = (bits >> count) & 255;
    }
  }
  return bytes;
}

/**
 * Zip archives: the list of entries, and their bytes, counted as they are inflated. A name that leaves the archive, one
 * that stands twice, and sizes that no submission has are refused before anything of them is kept.
 */
import { NotAWorkbookError } from "./errors";
import { TooMuchDataError, type Packing } from "./packing";

/** Bytes of all parts together. A sheet of 100,000 records unpacks to about 200 MB. */
const MOST_BYTES = 320_000_000;
const MOST_PARTS = 20_000;
/** Cells pack to a tenth or thirtieth of their size; what packs so much better is made to fill memory. */
const MOST_RATIO = 250;
const RATIO_COUNTS_FROM = 16_000_000;

interface Entry {
  readonly name: string;
  readonly encrypted: boolean;
  readonly method: number;
  readonly packed: number;
  readonly size: number;
  /** Of the local header. */
  readonly offset: number;
}

const damaged = (why: string): NotAWorkbookError =>
  new NotAWorkbookError(`The file is damaged or cut off: it cannot be unpacked (${why}).`, "damaged");
const tooLarge = (why: string): NotAWorkbookError => new NotAWorkbookError(`The file is not opened: ${why}.`, "large");

/** The parts of an archive by name. Throws NotAWorkbookError (`damaged`, `large`, `encrypted`). */
export function unzip(bytes: Uint8Array, packing: Packing): Map<string, Uint8Array> {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let entries: Entry[];
  try {
    entries = listEntries(bytes, view);
  } catch (error) {
    if (error instanceof RangeError) throw damaged("the list of parts is cut off");
    throw error;
  }
  const names = new Set<string>();
  let total = 0;
  for (const { name, size, packed } of entries) {
    const folders = name.split("/");
    if (folders.includes("..")) throw damaged(`the name ${shown(name)} leads out of the file`);
    // The library that writes archives keeps parts in an object: this one would be lost
    if (folders.includes("__proto__")) throw damaged(`no part may be called ${shown(name)}`);
    const key = name.toLowerCase();
    if (names.has(key)) throw damaged(`the part ${shown(name)} is there twice`);
    names.add(key);
    total += size;
    if (size > RATIO_COUNTS_FROM && size > packed * MOST_RATIO)
      throw tooLarge(`${shown(name)} unpacks to ${Math.round(size / 1e6)} MB, more than ${MOST_RATIO} times its size`);
  }
  if (total > MOST_BYTES) throw tooLarge(`it unpacks to ${Math.round(total / 1e6)} MB, more than ${MOST_BYTES / 1e6}`);
  const parts = new Map<string, Uint8Array>();
  for (const entry of entries)
    if (!entry.name.endsWith("/")) parts.set(entry.name, contentOf(bytes, view, entry, packing));
  return parts;
}

const shown = (name: string): string => (name.length > 60 ? `${name.slice(0, 60)}…` : name);

/** The entries of the central directory, folders included. */
function listEntries(bytes: Uint8Array, view: DataView): Entry[] {
  const end = endRecord(bytes, view);
  let count = view.getUint16(end + 10, true);
  let at = view.getUint32(end + 16, true);
  // zip64: the counts stand in a record of its own, which a locator before this one points at
  if ((count === 0xffff || at === 0xffffffff) && end >= 20 && view.getUint32(end - 20, true) === 0x07064b50) {
    const record = wide(view, end - 12);
    if (view.getUint32(record, true) !== 0x06064b50) throw damaged("its zip64 record is missing");
    count = wide(view, record + 32);
    at = wide(view, record + 48);
  }
  if (count > MOST_PARTS) throw tooLarge(`it has ${count} parts, more than ${MOST_PARTS}`);
  const entries: Entry[] = [];
  for (let index = 0; index < count; index += 1) {
    if (view.getUint32(at, true) !== 0x02014b50) throw damaged("the list of parts is damaged");
    const [nameLength, extraLength, noteLength] = [28, 30, 32].map((offset) => view.getUint16(at + offset, true));
    const nameEnd = at + 46 + (nameLength ?? 0);
    const extraEnd = nameEnd + (extraLength ?? 0);
    const flags = view.getUint16(at + 8, true);
    const text = new TextDecoder((flags & 0x800) === 0 ? "latin1" : "utf-8").decode(bytes.subarray(at + 46, nameEnd));
    const narrow = {
      size: view.getUint32(at + 24, true),
      packed: view.getUint32(at + 20, true),
      offset: view.getUint32(at + 42, true),
    };
    entries.push({
      name: text.replace(/\\/g, "/").replace(/^\/+/, ""),
      encrypted: (flags & 1) === 1,
      method: view.getUint16(at + 10, true),
      ...widened(view, narrow, nameEnd, extraEnd),
    });
    at = extraEnd + (noteLength ?? 0);
  }
  return entries;
}

/** Sizes and place of an entry, from its zip64 field where the narrow ones are full. */
function widened(
  view: DataView,
  narrow: { readonly size: number; readonly packed: number; readonly offset: number },
  from: number,
  to: number,
): { readonly size: number; readonly packed: number; readonly offset: number } {
  for (let at = from; at + 4 <= to; at += 4 + view.getUint16(at + 2, true)) {
    if (view.getUint16(at, true) !== 1) continue;
    let field = at + 4;
    const read = (value: number): number => {
      if (value !== 0xffffffff) return value;
      field += 8;
      return wide(view, field - 8);
    };
    return { size: read(narrow.size), packed: read(narrow.packed), offset: read(narrow.offset) };
  }
  return narrow;
}

const wide = (view: DataView, at: number): number => Number(view.getBigUint64(at, true));

/** Where the record stands that ends an archive; a remark of up to 64 KB may follow it. */
function endRecord(bytes: Uint8Array, view: DataView): number {
  for (let at = bytes.length - 22; at >= 0 && at > bytes.length - 22 - 65_536; at -= 1)
    if (bytes[at] === 0x50 && view.getUint32(at, true) === 0x06054b50) return at;
  throw damaged("the end of the archive is missing");
}

function contentOf(
  bytes: Uint8Array,
  view: DataView,
  { name, encrypted, method, packed, size, offset }: Entry,
  packing: Packing,
): Uint8Array {
  if (encrypted) throw new NotAWorkbookError("Parts of the file are encrypted with a password.", "encrypted");
  if (offset + 30 > bytes.length || view.getUint32(offset, true) !== 0x04034b50)
    throw damaged(`${shown(name)} is not where the list says`);
  const begin = offset + 30 + view.getUint16(offset + 26, true) + view.getUint16(offset + 28, true);
  if (begin + packed > bytes.length) throw damaged(`${shown(name)} is cut off`);
  const data = bytes.subarray(begin, begin + packed);
  if (method === 0) {
    if (packed !== size) throw damaged(`the size of ${shown(name)} is wrong`);
    return data.slice();
  }
  if (method !== 8) throw damaged(`${shown(name)} is packed in a way that is not known`);
  return inflated(data, size, name, packing);
}

/** Exactly `size` bytes, or the file is refused as soon as there are more. */
function inflated(data: Uint8Array, size: number, name: string, packing: Packing): Uint8Array {
  let whole: Uint8Array;
  try {
    whole = packing.inflate(data, size);
  } catch (error) {
    if (error instanceof TooMuchDataError) throw damaged(`${shown(name)} is larger than it says`);
    throw damaged(error instanceof Error ? error.message : String(error));
  }
  if (whole.length !== size) throw damaged(`${shown(name)} is cut off`);
  return whole;
}

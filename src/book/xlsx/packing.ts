/** How parts are packed and unpacked: by fflate everywhere, by the system's own zlib where an edge hands it in. */
import { Inflate, zipSync } from "fflate";

/** A part to be packed. */
interface PartToPack {
  readonly name: string;
  readonly bytes: Uint8Array;
  /** 0: stored, 1: fast, 6: the usual. */
  readonly level: 0 | 1 | 6;
}

export interface Packing {
  /** Unpacks raw deflated data. Throws TooMuchDataError as soon as it is more than `size` bytes, an Error where it is damaged. */
  readonly inflate: (data: Uint8Array, size: number) => Uint8Array;
  /** An archive of the parts, in their order, with the date that Excel gives (1980-01-01). */
  readonly zip: (parts: readonly PartToPack[]) => Uint8Array;
}

/** Thrown by `Packing.inflate` where the data is more than it says. */
export class TooMuchDataError extends Error {}

/** Packed bytes handed over at once: they inflate to 17 MB at most. */
const STEP = 16_384;

export const PORTABLE_PACKING: Packing = {
  inflate(data, size) {
    const into = new Uint8Array(size);
    let length = 0;
    const stream = new Inflate((chunk) => {
      if (length + chunk.length > size) throw new TooMuchDataError();
      into.set(chunk, length);
      length += chunk.length;
    });
    for (let at = 0; at < data.length; at += STEP) stream.push(data.subarray(at, at + STEP), at + STEP >= data.length);
    return into.subarray(0, length);
  },
  zip(parts) {
    const mtime = new Date(1980, 0, 1);
    return zipSync(Object.fromEntries(parts.map(({ name, bytes, level }) => [name, [bytes, { level, mtime }]])));
  },
};

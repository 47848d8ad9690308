/** Sizes of requests and answers. Excel on the web takes 5 MB of UTF-8 each; we stay below. */

/** Just under the limit, less what surrounds the cells. */
export const MAX_BATCH_BYTES = 4_500_000;
/** Quotes, a comma and their escapes: the batch is JSON inside a JSON string. */
const CELL_OVERHEAD = 7;
const NUMBER_BYTES = 12;
/** One object path and one action in a request. */
export const CALL_BYTES = 450;

/** UTF-8 bytes of a cell's value within a batch. */
function cellBytes(value: unknown): number {
  return typeof value === "string" ? utf8Bytes(value) + CELL_OVERHEAD : NUMBER_BYTES;
}

/** UTF-8 bytes of a line of values within a request. */
export function lineBytes(line: readonly unknown[]): number {
  let bytes = 2;
  for (const value of line) bytes += cellBytes(value);
  return bytes;
}

function utf8Bytes(text: string): number {
  let bytes = 0;
  for (let at = 0; at < text.length; at += 1) {
    const unit = text.charCodeAt(at);
    // A surrogate is half of a character of four bytes; quotes, backslashes and controls are escaped twice.
    if (unit < 0x20 || unit === 0x22 || unit === 0x5c) bytes += 4;
    else if (unit < 0x80) bytes += 1;
    else if (unit < 0x800 || (unit >= 0xd800 && unit <= 0xdfff)) bytes += 2;
    else bytes += 3;
  }
  return bytes;
}

/** The encoding of an XML part: as its first bytes and its declaration say. */

const DECLARED = /^(\s*<\?xml[^>]*?\sencoding\s*=\s*)(["'])([A-Za-z][\w.:-]*)\2/;

/** UTF-16 shows in its first bytes, with or without a byte order mark. */
function utf16Of(bytes: Uint8Array): "utf-16le" | "utf-16be" | null {
  const [a, b] = bytes;
  if ((a === 0xff && b === 0xfe) || (a === 0x3c && b === 0)) return "utf-16le";
  if ((a === 0xfe && b === 0xff) || (a === 0 && b === 0x3c)) return "utf-16be";
  return null;
}

function encodingOf(bytes: Uint8Array): string {
  const wide = utf16Of(bytes);
  if (wide !== null) return wide;
  if (bytes[0] === 0xef && bytes[1] === 0xbb) return "utf-8";
  const declared = DECLARED.exec(new TextDecoder("latin1").decode(bytes.subarray(0, 200)))?.[3] ?? "utf-8";
  // a declaration of UTF-16 that can be read byte by byte is wrong
  return /^utf-?16/i.test(declared) ? "utf-8" : declared;
}

/** The text of an XML part, without a byte order mark. Bytes in an encoding nobody knows are read as UTF-8. */
export function decodeXml(bytes: Uint8Array): string {
  try {
    return new TextDecoder(encodingOf(bytes)).decode(bytes);
  } catch (error) {
    // By name: the decoder may be of another realm than this code
    if ((error as { readonly name?: unknown }).name !== "RangeError") throw error;
    return new TextDecoder().decode(bytes);
  }
}

/** True unless the part is UTF-8, or says nothing else and is. */
export function hasOtherEncoding(bytes: Uint8Array): boolean {
  return !/^(utf-?8|us-ascii)$/i.test(encodingOf(bytes));
}

/** The text with a declaration that fits UTF-8. */
export function inUtf8(text: string): string {
  return text.replace(DECLARED, (whole, before: string, quote: string, encoding: string) =>
    /^utf-?8$/i.test(encoding) ? whole : `${before}${quote}UTF-8${quote}`,
  );
}

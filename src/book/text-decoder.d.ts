/** From the Encoding standard; every host has it, and no type library but the DOM's and Node's declares it. */
declare class TextDecoder {
  constructor(label?: string);
  decode(bytes: Uint8Array): string;
}

declare class TextEncoder {
  /** Writes UTF-8 as far as there is room; `read` counts UTF-16 units, `written` bytes. */
  encodeInto(text: string, into: Uint8Array): { readonly read: number; readonly written: number };
}

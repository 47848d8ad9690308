/** From the Encoding standard; every host has it, and no type library but the DOM's and Node's declares it. */
declare class TextDecoder {
  constructor(label?: string);
  decode(bytes: Uint8Array): string;
}

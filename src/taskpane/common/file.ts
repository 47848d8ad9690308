/** Files that the user chose. */

/** Its bytes; none for a file that can't be read. */
export function bytesOf(file: Blob): Promise<Uint8Array> {
  return new Promise((resolve) => {
    const reader = new FileReader();
    reader.onloadend = () => {
      resolve(
        typeof reader.result === "object" && reader.result !== null ? new Uint8Array(reader.result) : new Uint8Array(),
      );
    };
    reader.readAsArrayBuffer(file);
  });
}

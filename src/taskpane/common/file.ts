/** Files that the user chose. */

/** The bytes as base64; "" for an empty file and for one that can't be read. */
export function base64Of(file: Blob): Promise<string> {
  return new Promise((resolve) => {
    const reader = new FileReader();
    reader.onloadend = () => {
      // "data:…;base64,UEsDB…"
      const text = typeof reader.result === "string" ? reader.result : "";
      resolve(text.slice(text.indexOf(",") + 1));
    };
    reader.readAsDataURL(file);
  });
}

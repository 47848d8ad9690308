/** The open workbook as a file, and a file as a new workbook. */
import { checkCancelled, isTooLarge } from "./failures";
import { ExcelFailure, type ActionOptions } from "./types";

/** The most that Office hands out at once. */
const SLICE_BYTES = 4 * 1024 * 1024;
/** Largest piece that `String.fromCharCode` takes as arguments everywhere; a multiple of 3, so that pieces join in base64. */
const PIECE = 30_000;

/** The bytes of the workbook as it stands now, unsaved changes included. */
export async function documentBytes({ signal, onProgress }: ActionOptions): Promise<Uint8Array> {
  const file = await asked<Office.File>((done) =>
    Office.context.document.getFileAsync(Office.FileType.Compressed, { sliceSize: SLICE_BYTES }, done),
  );
  try {
    const slices: Uint8Array[] = [];
    for (let index = 0; index < file.sliceCount; index += 1) {
      checkCancelled(signal);
      const slice = await asked<Office.Slice>((done) => file.getSliceAsync(index, done));
      slices.push(bytesOf(slice.data));
      onProgress?.({ step: "reading", done: index + 1, total: file.sliceCount });
    }
    const bytes = new Uint8Array(slices.reduce((sum, { length }) => sum + length, 0));
    let at = 0;
    for (const slice of slices) {
      bytes.set(slice, at);
      at += slice.length;
    }
    return bytes;
  } finally {
    // Office keeps two copies of a document at most
    await asked((done) => file.closeAsync(done)).catch(() => undefined);
  }
}

/** Opens a file as a new, unsaved workbook beside this one. */
export async function openAsNew(bytes: Uint8Array): Promise<void> {
  try {
    await Excel.createWorkbook(base64Of(bytes));
  } catch (error) {
    if (!isTooLarge(error)) throw error;
    const megabytes = (bytes.length / 1_000_000).toFixed(1);
    throw new ExcelFailure("return-too-large", { megabytes });
  }
}

function asked<T>(call: (done: (result: Office.AsyncResult<T>) => void) => void): Promise<T> {
  return new Promise((resolve, reject) => {
    call((result) => {
      if (result.status === Office.AsyncResultStatus.Failed) reject(new Error(result.error.message));
      else resolve(result.value);
    });
  });
}

/** Hosts hand a slice over as a list of numbers or as bytes. */
function bytesOf(data: unknown): Uint8Array {
  if (Array.isArray(data)) return Uint8Array.from(data as readonly number[]);
  if (ArrayBuffer.isView(data)) return new Uint8Array(data.buffer, data.byteOffset, data.byteLength);
  throw new Error("unknown form of a slice of the document");
}

function base64Of(bytes: Uint8Array): string {
  let text = "";
  for (let at = 0; at < bytes.length; at += PIECE) text += btoa(String.fromCharCode(...bytes.subarray(at, at + PIECE)));
  return text;
}

/** A write as a list of small operations with known sizes, carried out in few batches. */
import { MAX_BATCH_BYTES } from "./bytes";
import { checkCancelled, isTooLarge } from "./failures";
import type { ActionOptions } from "./types";

/** Sheets by name; one proxy a batch, so that a batch names each sheet once. */
export type SheetOf = (name: string) => Excel.Worksheet;

/** Something to queue. `bytes` is what it adds to a request, estimated. */
export interface Operation {
  readonly bytes: number;
  readonly run: (sheetOf: SheetOf, context: Excel.RequestContext) => void;
}

/** Where to cut a batch so that both parts are about as large; at least one operation on each side. */
function middleOf(batch: readonly Operation[]): number {
  const half = sizeOf(batch) / 2;
  let bytes = 0;
  const at = batch.findIndex((operation) => (bytes += operation.bytes) >= half);
  return Math.min(Math.max(at, 1), batch.length - 1);
}

function sizeOf(operations: readonly Operation[]): number {
  return operations.reduce((sum, operation) => sum + operation.bytes, 0);
}

/**
 * Runs operations in order, a round trip for every 4.5 MB. A batch that Excel finds too large is halved; operations
 * only set what they name, so that a part which was done before is done again to the same end.
 */
export async function carryOut(
  context: Excel.RequestContext,
  operations: readonly Operation[],
  { signal, onProgress }: ActionOptions,
): Promise<void> {
  const total = sizeOf(operations);
  let done = 0;
  const send = async (batch: readonly Operation[]): Promise<void> => {
    checkCancelled(signal);
    context.application.suspendApiCalculationUntilNextSync();
    const sheets = new Map<string, Excel.Worksheet>();
    const sheetOf: SheetOf = (name) => {
      const sheet = sheets.get(name) ?? context.workbook.worksheets.getItem(name);
      sheets.set(name, sheet);
      return sheet;
    };
    for (const operation of batch) operation.run(sheetOf, context);
    try {
      await context.sync();
    } catch (error) {
      if (!isTooLarge(error) || batch.length < 2) throw error;
      const middle = middleOf(batch);
      await send(batch.slice(0, middle));
      await send(batch.slice(middle));
      return;
    }
    done += sizeOf(batch);
    onProgress?.({ step: "writing", done, total });
  };
  let batch: Operation[] = [];
  let bytes = 0;
  for (const operation of operations) {
    if (batch.length > 0 && bytes + operation.bytes > MAX_BATCH_BYTES) {
      await send(batch);
      batch = [];
      bytes = 0;
    }
    batch.push(operation);
    bytes += operation.bytes;
  }
  if (batch.length > 0) await send(batch);
}

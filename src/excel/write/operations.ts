/**
 * A write as a list of small operations with known sizes, carried out so that it is done whole or not at all.
 *
 * What fits into one request is one request. Of what does not, the values are first laid down on a sheet of our own that
 * nobody sees, in as many requests as they need, and the last request copies them to their places: until then the
 * workbook is as it was, and cancelling, like any failure, takes that sheet away and leaves nothing behind.
 */
import type { Area } from "../../grid/address";
import { CALL_BYTES, MAX_BATCH_BYTES } from "../request-sizes";
import { alreadyExists, checkCancelled, isProtected, isTooLarge } from "../failures";
import { deleteSheet, STAGING_SHEET } from "../sheets";
import type { WarningKey } from "../../messages";
import type { ActionOptions } from "../types";

/** Sheets by name; one proxy a batch, so that a batch names each sheet once. */
export type SheetOf = (name: string) => Excel.Worksheet;

/** Something to queue. `bytes` is what it adds to a request, estimated. */
export interface Operation {
  readonly bytes: number;
  readonly run: (sheetOf: SheetOf, context: Excel.RequestContext) => void;
  /**
   * Done last, in a request of its own, once all else is written: Excel may refuse it (a filter's criteria), and then the
   * warning is given instead of a failure.
   */
  readonly warning?: WarningKey;
  /** The same as values to be put into cells: they may be laid down elsewhere and copied. */
  readonly values?: PlacedValues;
}

interface PlacedValues {
  readonly sheet: string;
  readonly area: Area;
  readonly cells: readonly (readonly (string | number)[])[];
}

export interface WriteOptions extends ActionOptions {
  /** Another part of the same action is written already: nobody can cancel any more. */
  readonly begun?: boolean;
  /** What has to be noted right before the first change; gives how it is taken back, should there be no change after all. */
  readonly beforehand?: () => Promise<() => Promise<void>>;
}

/** Carries out operations in order. Throws `cancelled` only while nothing has been changed. */
export async function carryOut(
  context: Excel.RequestContext,
  operations: readonly Operation[],
  options: WriteOptions,
): Promise<void> {
  const needed = operations.filter(({ warning }) => warning === undefined);
  const write = new Write(context, needed, options);
  const isSmall = sizeOf(needed) <= MAX_BATCH_BYTES;
  if (!isSmall || !(await write.atOnce())) await write.inParts();
  for (const operation of operations) if (operation.warning !== undefined) await write.attempt(operation);
}

function sizeOf(operations: readonly Operation[]): number {
  return operations.reduce((sum, operation) => sum + operation.bytes, 0);
}

/** Smaller blocks are written where they belong: a copy is a call or two itself. */
const WORTH_LAYING_DOWN = 20 * CALL_BYTES;

class Write {
  private readonly total: number;
  private readonly signal: AbortSignal | undefined;
  private done = 0;
  private takeBack: (() => Promise<void>) | undefined;

  constructor(
    private readonly context: Excel.RequestContext,
    private readonly operations: readonly Operation[],
    private readonly options: WriteOptions,
  ) {
    this.total = sizeOf(operations);
    this.signal = options.begun === true ? undefined : options.signal;
    this.tell(options.begun === true);
  }

  /** All in one request; false when Excel finds it too large, and has done nothing of it. */
  async atOnce(): Promise<boolean> {
    await this.makeReady();
    if (this.operations.length === 0) return true;
    try {
      await this.request(this.operations);
    } catch (error) {
      if (!isTooLarge(error) || this.operations.length < 2) throw error;
      await this.takeBack?.();
      // Nothing is written yet: from here on it can be cancelled again
      this.tell(this.options.begun === true);
      return false;
    }
    this.add(this.total, true);
    return true;
  }

  /** Does what may be refused; gives its warning when it is. */
  async attempt(operation: Operation): Promise<void> {
    try {
      await this.request([operation]);
    } catch {
      if (operation.warning !== undefined) this.options.onWarning?.(operation.warning);
    }
  }

  async inParts(): Promise<void> {
    const staged = this.options.begun === true ? null : await this.stage();
    try {
      await this.makeReady();
      for (const batch of batchesOf(staged ?? this.operations)) await this.send(batch, true);
    } catch (error) {
      if (staged !== null) await this.unstage();
      throw error;
    }
  }

  /** The last moment to cancel. */
  private async makeReady(): Promise<void> {
    checkCancelled(this.signal);
    this.tell(true);
    this.takeBack = await this.options.beforehand?.();
  }

  private add(bytes: number, final: boolean): void {
    this.done = Math.min(this.total, this.done + bytes);
    this.tell(final);
  }

  private tell(final: boolean): void {
    this.options.onProgress?.({ step: "writing", done: this.done, total: this.total, ...(final ? { final } : {}) });
  }

  /**
   * A batch that Excel finds too large is halved; operations only set what they name, so that a part which was done
   * before is done again to the same end.
   */
  private async send(batch: readonly Operation[], final: boolean): Promise<void> {
    try {
      await this.request(batch);
    } catch (error) {
      if (!isTooLarge(error) || batch.length < 2) throw error;
      const middle = middleOf(batch);
      await this.send(batch.slice(0, middle), final);
      await this.send(batch.slice(middle), final);
      return;
    }
    this.add(sizeOf(batch), final);
  }

  private async request(batch: readonly Operation[]): Promise<void> {
    const { context } = this;
    context.application.suspendApiCalculationUntilNextSync();
    const sheets = new Map<string, Excel.Worksheet>();
    const sheetOf: SheetOf = (name) => {
      const sheet = sheets.get(name) ?? context.workbook.worksheets.getItem(name);
      sheets.set(name, sheet);
      return sheet;
    };
    for (const operation of batch) operation.run(sheetOf, context);
    await context.sync();
  }

  /**
   * Lays the values down; gives the operations with copies in their place. Null where no sheet can be added: then
   * nothing is laid down, and the write takes several requests of which none can be taken back. A staging sheet that an
   * earlier run left behind is deleted, once: where it can't be, this throws what Excel said.
   */
  private async stage(isRetry = false): Promise<readonly Operation[] | null> {
    const laid: Operation[] = [ADD_STAGING_SHEET];
    let column = 0;
    const staged = this.operations.map((operation): Operation => {
      const { values, bytes } = operation;
      if (values === undefined || bytes < WORTH_LAYING_DOWN) return operation;
      const at = { ...values.area, row: 0, column };
      column += at.columns;
      laid.push({ bytes, run: (sheetOf) => layDown(sheetOf(STAGING_SHEET), at, values.cells) });
      return copyOf(values, at);
    });
    try {
      for (const batch of batchesOf(laid)) {
        checkCancelled(this.signal);
        await this.send(batch, false);
      }
    } catch (error) {
      await this.unstage();
      if (isProtected(error)) return null;
      // A run that broke off has left it behind; now it is gone
      if (alreadyExists(error) && !isRetry) return this.stage(true);
      throw error;
    }
    return [...staged, { bytes: CALL_BYTES, run: (sheetOf) => deleteSheet(sheetOf(STAGING_SHEET)) }];
  }

  /** Best effort: whatever stands in its way is not what the caller has to hear. */
  private async unstage(): Promise<void> {
    try {
      deleteSheet(this.context.workbook.worksheets.getItem(STAGING_SHEET));
      await this.context.sync();
    } catch {
      // The next large write takes it away, or clearing
    }
  }
}

function* batchesOf(operations: readonly Operation[]): Generator<readonly Operation[]> {
  let batch: Operation[] = [];
  let bytes = 0;
  for (const operation of operations) {
    if (batch.length > 0 && bytes + operation.bytes > MAX_BATCH_BYTES) {
      yield batch;
      batch = [];
      bytes = 0;
    }
    batch.push(operation);
    bytes += operation.bytes;
  }
  if (batch.length > 0) yield batch;
}

/** Where to cut a batch so that both parts are about as large; at least one operation on each side. */
function middleOf(batch: readonly Operation[]): number {
  const half = sizeOf(batch) / 2;
  let bytes = 0;
  const at = batch.findIndex((operation) => (bytes += operation.bytes) >= half);
  return Math.min(Math.max(at, 1), batch.length - 1);
}

const ADD_STAGING_SHEET: Operation = {
  bytes: CALL_BYTES,
  run: (_, context) => {
    context.workbook.worksheets.add(STAGING_SHEET).visibility = "Hidden";
  },
};

/** Text must meet cells that are formatted as text, here too. */
function layDown(sheet: Excel.Worksheet, area: Area, cells: readonly (readonly (string | number)[])[]): void {
  const range = (column: number, columns: number): Excel.Range =>
    sheet.getRangeByIndexes(area.row, area.column + column, area.rows, columns);
  for (let column = 0; column < area.columns; column += 1) {
    if (!cells.some((line) => typeof line[column] === "string" && line[column] !== "")) continue;
    const isMixed = cells.some((line) => typeof line[column] === "number");
    // A single value stands for every cell of the range; the type only knows the two-dimensional form
    range(column, 1).numberFormat = isMixed
      ? cells.map((line) => [typeof line[column] === "number" ? "General" : "@"])
      : ("@" as unknown as string[][]);
  }
  range(0, area.columns).values = cells.map((line) => [...line]);
}

function copyOf({ sheet, area }: PlacedValues, at: Area): Operation {
  return {
    bytes: 3 * CALL_BYTES,
    run: (sheetOf) => {
      const source = sheetOf(STAGING_SHEET).getRangeByIndexes(at.row, at.column, at.rows, at.columns);
      sheetOf(sheet).getRangeByIndexes(area.row, area.column, area.rows, area.columns).copyFrom(source, "Values");
    },
  };
}

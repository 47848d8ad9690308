/** A workbook with a person at it, without any page: what the person does, and the events that would reach a page. */
import { openWorkbook, emptyWorkbook, saveWorkbook } from "../../src/book/xlsx";
import { isCellError, parseAddress, type Area, type Sheet, type Workbook } from "../../src/book/model/workbook";
import { Calculation, type FunctionDeclaration } from "../../src/workbench/host/calculation/recalculation";
import { HostState } from "../../src/workbench/host/state";
import { ExcelUser } from "../../src/workbench/host/user/user";
import { WorkbookEvent } from "../../src/workbench/host/protocol/constants";
import { testClock } from "../support/clock";
import { FunctionBroker, type PushedEntry } from "../../src/workbench/host/protocol/services";

export interface HostHarnessOptions {
  readonly workbook?: Workbook;
  readonly functions?: ReadonlyMap<string, FunctionDeclaration>;
  /** Answers each call of a custom function by name and arguments. */
  readonly answer?: (name: string, args: readonly unknown[]) => unknown;
}

export class HostHarness {
  readonly workbook: Workbook;
  readonly state: HostState;
  readonly calculation: Calculation;
  readonly user: ExcelUser;
  readonly events: Record<string, unknown>[] = [];
  readonly refused: string[] = [];
  /** How many calls each push to the page carried. */
  readonly pushes: number[] = [];

  constructor(options: HostHarnessOptions = {}) {
    this.workbook = options.workbook ?? emptyWorkbook();
    const broker: FunctionBroker = new FunctionBroker((entries) => {
      this.pushes.push(entries.length);
      queueMicrotask(() => broker.receive(entries.map((entry) => answered(entry, options.answer))));
    });
    broker.setReady();
    this.calculation = new Calculation({
      workbook: this.workbook,
      broker,
      functions: options.functions ?? new Map(),
      namespace: undefined,
      blank: "zero",
      refuse: (what) => void this.refused.push(what),
      isManual: () => this.state.calculationMode === "Manual",
      clock: testClock,
    });
    this.state = new HostState(
      this.workbook,
      (type, _target, args) => void this.events.push({ type, ...args }),
      this.calculation,
      testClock,
    );
    for (const type of [
      WorkbookEvent.changed,
      WorkbookEvent.rowSorted,
      WorkbookEvent.selectionChanged,
      WorkbookEvent.activated,
    ])
      this.state.listen(type, null, 1);
    this.user = new ExcelUser(this.state, this.calculation);
  }

  get sheet(): Sheet {
    return this.workbook.activeSheet;
  }

  sheetNamed(name: string): Sheet {
    return this.workbook.sheetByName(name) ?? this.workbook.addSheet(name);
  }

  /** Fills cells by address, `Sheet!A1` or of the first sheet; a text that begins with `=` is a formula with nothing to show yet. */
  fill(cells: Readonly<Record<string, string | number | boolean | null>>): this {
    for (const [address, value] of Object.entries(cells)) {
      const { sheet, box } = this.at(address);
      if (typeof value === "string" && value.startsWith("=")) {
        sheet.setFormula(box.row, box.column, value);
        this.calculation.formulaWritten(sheet, box.row, box.column);
      } else sheet.setValue(box.row, box.column, value);
    }
    return this;
  }

  at(address: string): { readonly sheet: Sheet; readonly box: Area } {
    const parsed = parseAddress(address);
    if (parsed === null) throw new Error(`no address: ${address}`);
    return {
      sheet: parsed.sheet === undefined ? (this.workbook.sheets[0] as Sheet) : this.sheetNamed(parsed.sheet),
      box: parsed.box,
    };
  }

  type(address: string, text: string): void {
    const { sheet, box } = this.at(address);
    this.user.type(sheet, box.row, box.column, text);
  }

  formula(address: string): string | undefined {
    const { sheet, box } = this.at(address);
    return sheet.cell(box.row, box.column)?.formula;
  }

  /** A cell's value, an error as its name. */
  value(address: string): string | number | boolean | null {
    const { sheet, box } = this.at(address);
    const value = sheet.value(box.row, box.column);
    return isCellError(value) ? value.error : value;
  }

  async calculated(): Promise<this> {
    await this.calculation.run();
    return this;
  }

  /** The workbook as its file gives it back. */
  saved(): Workbook {
    return openWorkbook(saveWorkbook(this.workbook));
  }
}

function answered(entry: PushedEntry, answer: HostHarnessOptions["answer"]): unknown[] {
  const [id, name, args] = JSON.parse(entry[3]) as [number, string, unknown[]];
  return [id, true, answer?.(name, args) ?? null];
}

/** `dataTypes`: the metadata says `allowCustomDataForDataTypeAny`. */
export const declared = (
  names: Readonly<Record<string, readonly boolean[]>>,
  dataTypes = false,
): Map<string, FunctionDeclaration> =>
  new Map(
    Object.entries(names).map(([name, matrices]) => [
      name,
      {
        id: name,
        name,
        parameters: matrices.map((matrix, index) => ({
          name: `p${index}`,
          type: "any",
          matrix,
          optional: index > 0,
          repeating: false,
        })),
        requiresAddress: false,
        requiresParameterAddresses: false,
        streaming: false,
        dataTypes,
      },
    ]),
  );

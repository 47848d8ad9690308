/** The workbook, its application, names and protection: the root of the object model. */
import type { HostState } from "../state";
import { HostError, Refused } from "../protocol/errors";
import { asText, call, get, link, set, HostObject, type MemberTable } from "../protocol/host-object";
import "./range";
import { serialOf } from "../user/typed";
import { rangeObject } from "./targets";
import { SHEETS } from "./sheet";
import { createAndOpen, insertSheets } from "./insert";
import { NAMES } from "./names";
import { TABLES } from "./table";

interface Root {
  readonly state: HostState;
  readonly name: string;
}

const APPLICATION: MemberTable<Root> = {
  name: "Application",
  get: { CalculationMode: get(({ state }) => state.calculationMode) },
  set: {
    CalculationMode: set(({ state }, value) => {
      const mode = asText(value, "calculationMode");
      if (mode !== "Automatic" && mode !== "Manual")
        throw new Refused(`the calculation mode ${mode} is not implemented`);
      state.calculationMode = mode;
      if (mode === "Automatic") state.changes.calculate();
    }),
  },
  call: {
    Calculate: call(1, ({ state }) => state.changes.calculate()),
    // Formulas are calculated after the batch and nothing is painted, so there is nothing to put off.
    SuspendApiCalculationUntilNextSync: call(0, () => null, 6),
    SuspendScreenUpdatingUntilNextSync: call(0, () => null, 9),
  },
};

const PROTECTION: MemberTable<Root> = {
  name: "WorkbookProtection",
  get: { Protected: get(({ state }) => state.workbook.structureProtected, 7) },
  call: {
    Protect: call(
      0,
      ({ state }) => {
        if (state.workbook.structureProtected)
          throw new HostError("InvalidOperation", "the workbook is protected already");
        state.workbook.structureProtected = true;
      },
      7,
    ),
    Unprotect: call(0, ({ state }) => void (state.workbook.structureProtected = false), 7),
  },
};

const RESULT: MemberTable<{ readonly value: number }> = {
  name: "FunctionResult",
  get: { Value: get(({ value }) => value, 2), Error: get(() => null, 2) },
};

/** Worksheet functions that an add-in may ask without a cell. */
const FUNCTIONS: MemberTable<Root> = {
  name: "Functions",
  call: {
    Date: call(
      3,
      ({ state }, args) => {
        const serial = serialOf(args.number(0), args.number(1), args.number(2), state.workbook.date1904);
        if (serial === null) throw new HostError("InvalidArgument", "there is no such day");
        return HostObject.of(RESULT, { value: serial });
      },
      2,
    ),
  },
};

const WORKBOOK: MemberTable<Root> = {
  name: "Workbook",
  get: {
    Name: get(({ name }) => name, 7),
    IsDirty: get(
      ({ state: { workbook } }) => workbook.dirty.size > 0 || workbook.sheets.some((sheet) => sheet.dirty.size > 0),
      9,
    ),
    ReadOnly: get(() => false, 8),
  },
  link: {
    Worksheets: link((root) => HostObject.of(SHEETS, root)),
    Tables: link(({ state }) => HostObject.of(TABLES, { state, sheet: null })),
    Functions: link((root) => HostObject.of(FUNCTIONS, root), 2),
    Names: link(({ state }) => HostObject.of(NAMES, { state, sheet: null })),
    Application: link((root) => HostObject.of(APPLICATION, root)),
    Protection: link((root) => HostObject.of(PROTECTION, root), 7),
  },
  call: {
    GetSelectedRange: call(0, ({ state }) => rangeObject(state, state.selection.sheet, state.selection.box)),
    InsertWorksheetsFromBase64: call(2, ({ state }, args) => insertSheets(state, args), 13),
    CreateAndOpenWorkbook: call(1, ({ state }, args) => createAndOpen(state, args), 8),
    GetActiveCell: call(
      0,
      ({ state }) => rangeObject(state, state.selection.sheet, { ...state.selection.box, rows: 1, columns: 1 }),
      7,
    ),
  },
};

/** The workbook as an object of the host; `name` is its file's. */
export const workbookObject = (state: HostState, name: string): HostObject => HostObject.of(WORKBOOK, { state, name });

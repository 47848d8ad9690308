/** The workbook, its application, names and protection: the root of the object model. */
import { parseAddress } from "../../../book/model/workbook";
import type { Desk } from "../state";
import { HostError, notFound, Refused } from "../protocol/errors";
import { asText, call, get, link, set, WireObject, type WireTable } from "../protocol/host-object";
import { rangeObject } from "./range";
import { SHEETS } from "./sheet";
import { createAndOpen, insertSheets } from "./insert";
import { TABLES } from "./table";

interface Root {
  readonly desk: Desk;
  readonly name: string;
}

const APPLICATION: WireTable<Root> = {
  name: "Application",
  get: { CalculationMode: get(({ desk }) => desk.calculationMode) },
  set: {
    CalculationMode: set(({ desk }, value) => {
      const mode = asText(value, "calculationMode");
      if (mode !== "Automatic" && mode !== "Manual")
        throw new Refused(`the calculation mode ${mode} is not implemented`);
      desk.calculationMode = mode;
      if (mode === "Automatic") desk.changes.calculate();
    }),
  },
  call: {
    Calculate: call(1, ({ desk }) => desk.changes.calculate()),
    // Formulas are calculated after the batch and nothing is painted, so there is nothing to put off.
    SuspendApiCalculationUntilNextSync: call(0, () => null, 6),
    SuspendScreenUpdatingUntilNextSync: call(0, () => null, 9),
  },
};

const PROTECTION: WireTable<Root> = {
  name: "WorkbookProtection",
  get: { Protected: get(({ desk }) => desk.workbook.structureProtected, 7) },
  call: {
    Protect: call(
      0,
      ({ desk }) => {
        if (desk.workbook.structureProtected)
          throw new HostError("InvalidOperation", "the workbook is protected already");
        desk.workbook.structureProtected = true;
      },
      7,
    ),
    Unprotect: call(0, ({ desk }) => void (desk.workbook.structureProtected = false), 7),
  },
};

interface NameTarget extends Root {
  readonly item: string;
}

function nameObject(root: Root, item: string): WireObject | null {
  const found = root.desk.workbook.definedName(item, null);
  return found ? WireObject.of(NAME, { ...root, item: found.name }) : null;
}

function nameRange({ desk, item }: NameTarget): WireObject | null {
  const address = parseAddress(desk.workbook.definedName(item, null)?.formula.slice(1) ?? "");
  const sheet = address?.sheet === undefined ? undefined : desk.workbook.sheetByName(address.sheet);
  return address && sheet ? rangeObject(desk, sheet, address.box) : null;
}

const NAME: WireTable<NameTarget> = {
  name: "NamedItem",
  id: ({ item }) => item,
  get: {
    Name: get(({ item }) => item),
    Formula: get(({ desk, item }) => desk.workbook.definedName(item, null)?.formula ?? "", 7),
    Visible: get(({ desk, item }) => desk.workbook.definedName(item, null)?.hidden !== true),
  },
  call: {
    GetRangeOrNullObject: call(0, nameRange, 4),
    Delete: call(0, ({ desk, item }) => desk.workbook.removeDefinedName(item), 4),
  },
};

const NAMES: WireTable<Root> = {
  name: "NamedItemCollection",
  items: (root) =>
    root.desk.workbook.definedNames
      .filter((each) => each.sheet === null)
      .flatMap((each) => nameObject(root, each.name) ?? []),
  byKey: (root, args) => {
    const item = nameObject(root, args.text(0));
    if (!item) throw notFound(`there is no name ${args.text(0)}`);
    return item;
  },
  call: {
    GetCount: call(0, ({ desk }) => desk.workbook.definedNames.filter((each) => each.sheet === null).length, 4),
    GetItemOrNullObject: call(1, (root, args) => nameObject(root, args.text(0)), 4),
  },
};

const WORKBOOK: WireTable<Root> = {
  name: "Workbook",
  get: {
    Name: get(({ name }) => name, 7),
    IsDirty: get(
      ({ desk: { workbook } }) => workbook.dirty.size > 0 || workbook.sheets.some((sheet) => sheet.dirty.size > 0),
      9,
    ),
    ReadOnly: get(() => false, 8),
  },
  link: {
    Worksheets: link((root) => WireObject.of(SHEETS, root)),
    Tables: link(({ desk }) => WireObject.of(TABLES, { desk, sheet: null })),
    Names: link((root) => WireObject.of(NAMES, root)),
    Application: link((root) => WireObject.of(APPLICATION, root)),
    Protection: link((root) => WireObject.of(PROTECTION, root), 7),
  },
  call: {
    GetSelectedRange: call(0, ({ desk }) => rangeObject(desk, desk.selection.sheet, desk.selection.box)),
    InsertWorksheetsFromBase64: call(2, ({ desk }, args) => insertSheets(desk, args), 13),
    CreateAndOpenWorkbook: call(1, ({ desk }, args) => createAndOpen(desk, args), 8),
    GetActiveCell: call(
      0,
      ({ desk }) => rangeObject(desk, desk.selection.sheet, { ...desk.selection.box, rows: 1, columns: 1 }),
      7,
    ),
  },
};

export const workbookObject = (desk: Desk, name: string): WireObject => WireObject.of(WORKBOOK, { desk, name });

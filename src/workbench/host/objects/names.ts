/** Names of a workbook or of one of its sheets. */
import { parseAddress, type Sheet } from "../../../book/model/workbook";
import type { HostState } from "../state";
import { HostError, notFound, Refused } from "../protocol/errors";
import { call, get, set, HostObject, type Args, type MemberTable } from "../protocol/host-object";
import { rangeObject } from "./targets";

/** Names of the workbook, or of one sheet. */
interface NamesOf {
  readonly state: HostState;
  readonly sheet: Sheet | null;
}

interface NameTarget extends NamesOf {
  readonly item: string;
}

function nameObject(of: NamesOf, item: string): HostObject | null {
  const found = of.state.workbook.definedName(item, of.sheet);
  return found ? HostObject.of(NAME, { ...of, item: found.name }) : null;
}

function nameRange({ state, sheet: of, item }: NameTarget): HostObject | null {
  const address = parseAddress(state.workbook.definedName(item, of)?.formula.slice(1) ?? "");
  const sheet = address?.sheet === undefined ? undefined : state.workbook.sheetByName(address.sheet);
  return address && sheet ? rangeObject(state, sheet, address.box) : null;
}

const NAME: MemberTable<NameTarget> = {
  name: "NamedItem",
  id: ({ item }) => item,
  get: {
    Name: get(({ item }) => item),
    Formula: get(({ state, sheet, item }) => state.workbook.definedName(item, sheet)?.formula ?? "", 7),
    Visible: get(({ state, sheet, item }) => state.workbook.definedName(item, sheet)?.hidden !== true),
  },
  set: {
    Visible: set(({ state, sheet, item }, value) => {
      const known = state.workbook.definedName(item, sheet);
      if (known === undefined) return;
      state.workbook.removeDefinedName(item, sheet);
      state.workbook.setDefinedName(known.name, known.formula, sheet, value === false);
    }),
  },
  call: {
    GetRangeOrNullObject: call(0, nameRange, 4),
    Delete: call(0, ({ state, sheet, item }) => state.workbook.removeDefinedName(item, sheet), 4),
  },
};

/** A name for a text; what names for ranges and other formulas would do is not told. */
function addName(of: NamesOf, args: Args): HostObject {
  const { workbook } = of.state;
  const [name, formula] = [args.text(0), args.text(1)];
  if (!/^[\p{L}_\\][\p{L}\p{N}_.\\]*$/u.test(name)) throw new HostError("InvalidArgument", `${name} is no name`);
  if (workbook.definedName(name, of.sheet) !== undefined)
    throw new HostError("ItemAlreadyExists", `there is a name ${name} already`);
  if (!/^="(?:[^"]|"")*"$/.test(formula)) throw new Refused("names for other than texts are not implemented");
  workbook.setDefinedName(name, formula, of.sheet);
  return HostObject.of(NAME, { ...of, item: name });
}

export const NAMES: MemberTable<NamesOf> = {
  name: "NamedItemCollection",
  items: (of) =>
    of.state.workbook.definedNames
      .filter((each) => each.sheet === of.sheet)
      .flatMap((each) => nameObject(of, each.name) ?? []),
  byKey: (of, args) => {
    const item = nameObject(of, args.text(0));
    if (!item) throw notFound(`there is no name ${args.text(0)}`);
    return item;
  },
  call: {
    Add: call(3, addName, 4),
    GetCount: call(
      0,
      ({ state, sheet }) => state.workbook.definedNames.filter((each) => each.sheet === sheet).length,
      4,
    ),
    GetItemOrNullObject: call(1, (of, args) => nameObject(of, args.text(0)), 4),
  },
};

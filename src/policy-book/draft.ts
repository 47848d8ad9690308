/** A policy that is being read: its raw value, and the cell that each of its parts comes from. */
import type { Place } from "../submission/grid";

/** A part of the raw value. */
export type Entry = Record<string, unknown>;

/** Where the parts of a raw value stand. A part that is made in several places of the value has one place on the sheet. */
export class Marks {
  private readonly places = new WeakMap<object, { self?: Place; readonly keys: Map<string, Place> }>();

  /** Notes the cell of an object or list, or of one of its keys. The first note stands. */
  mark(part: unknown, place: Place, key?: string): void {
    if (part === null || typeof part !== "object") return;
    const known = this.places.get(part) ?? { keys: new Map<string, Place>() };
    this.places.set(part, known);
    if (key === undefined) known.self ??= place;
    else if (!known.keys.has(key)) known.keys.set(key, place);
  }

  /** The cell of a path such as `forms.paper.labels[0]`: its own, or that of the nearest part around it. */
  placeOf(root: unknown, path: string): Place | null {
    let found: Place | null = null;
    let node = root;
    for (const step of stepsOf(path)) {
      if (node === null || typeof node !== "object") break;
      const known = this.places.get(node);
      found = known?.keys.get(step) ?? known?.self ?? found;
      node = (node as Entry)[step];
      if (node !== null && typeof node === "object") found = this.places.get(node)?.self ?? found;
    }
    return found;
  }
}

/** `a.b[0]` → a, b, 0. A key with a dot in it stands in quotes: `a["b.c"]`. */
function stepsOf(path: string): string[] {
  return [...path.matchAll(/\["([^"]*)"\]|\[(\d+)\]|([^.[\]]+)/gu)].map(
    ([, quoted, index, key]) => quoted ?? index ?? key ?? "",
  );
}

/** The value at a dotted path of an entry; undefined where there is none. */
export function valueAt(entry: Entry, path: string): unknown {
  return path
    .split(".")
    .reduce<unknown>(
      (node, key) => (node !== null && typeof node === "object" ? (node as Entry)[key] : undefined),
      entry,
    );
}

/** Sets the value at a dotted path and makes the parts on the way. Gives the part that now holds it. */
export function setAt(entry: Entry, path: string, value: unknown): Entry {
  const keys = path.split(".");
  const last = keys.pop() ?? "";
  let node = entry;
  for (const key of keys) node = (node[key] ??= {}) as Entry;
  node[last] = value;
  return node;
}

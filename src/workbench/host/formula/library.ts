/** Every ordinary function that is evaluated here. */
import { AGGREGATES } from "./aggregates";
import type { FunctionEntry } from "./call";
import { DATES } from "./dates";
import { LOGIC } from "./logic";
import { LOOKUPS } from "./lookups";
import { MATHEMATICS } from "./mathematics";
import { TEXTS } from "./texts";

const LIBRARY: ReadonlyMap<string, FunctionEntry> = new Map(
  Object.entries({ ...AGGREGATES, ...LOGIC, ...MATHEMATICS, ...TEXTS, ...DATES, ...LOOKUPS }),
);

/** A built-in function by name, in any case; undefined for one that the host does not know. */
export const libraryFunction = (name: string): FunctionEntry | undefined => LIBRARY.get(name.toUpperCase());

/** Functions whose value may change though nothing they refer to did: a clock, or what is in sight. */
export const VOLATILE: ReadonlySet<string> = new Set(["TODAY", "NOW", "SUBTOTAL"]);

/** Of these arguments only the place counts, never what stands there. */
export const PLACE_ONLY: ReadonlySet<string> = new Set(["ROW", "COLUMN", "ROWS", "COLUMNS"]);

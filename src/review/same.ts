/** Equality of plain data: objects, arrays, maps and sets of it. Sets and maps are compared in their order. */
export function isSame(a: unknown, b: unknown): boolean {
  if (Object.is(a, b)) return true;
  if (typeof a !== "object" || typeof b !== "object" || a === null || b === null) return false;
  if (Array.isArray(a)) return Array.isArray(b) && a.length === b.length && a.every((each, at) => isSame(each, b[at]));
  if (a instanceof Map || a instanceof Set)
    return a.constructor === b.constructor && isSame([...a], [...(b as Iterable<unknown>)]);
  const [own, others] = [Object.entries(a), b as Readonly<Record<string, unknown>>];
  return (
    own.length === Object.keys(others).length &&
    own.every(([key, value]) => key in others && isSame(value, others[key]))
  );
}

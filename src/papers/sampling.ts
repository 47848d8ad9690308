/**
 * Which credited records are inspected in the original: n %, drawn at random and stratified by learning form.
 * Chance comes from a seed that is written down, so that anybody can draw the same list again.
 */

export interface SampleCandidate {
  /** What the record is found by, whatever row it stands in: the draw does not depend on the order of rows. */
  readonly identity: string;
  readonly stratum: string;
  readonly person: string;
}

export interface SampleParameters {
  /** Above 0, 100 at most. */
  readonly percent: number;
  /** 0 to 4294967295. */
  readonly seed: number;
  /** At least one record of every person who has any; such a record is added to the drawn ones. */
  readonly onePerPerson: boolean;
}

/** `stratum`: drawn within its form. `person`: added, since nothing of the person's was drawn. */
type DrawnFor = "stratum" | "person";

interface Stratum {
  readonly stratum: string;
  readonly size: number;
  readonly drawn: number;
}

export interface Sample<T extends SampleCandidate> {
  /** In the order of the candidates. */
  readonly drawn: readonly { readonly candidate: T; readonly for: DrawnFor }[];
  /** In the order in which forms first occur; records added for a person are not counted. */
  readonly strata: readonly Stratum[];
}

/** mulberry32: 32 bits of state, equal numbers on every machine. Gives 0 (inclusive) to 1 (exclusive). */
export function mulberry32(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

/**
 * Places for strata of the given sizes, by largest remainder; of equal remainders the larger stratum first, then the
 * earlier. The total is n % of all, rounded half up, and never below one where there is anything to draw.
 */
export function placesFor(sizes: readonly number[], percent: number): readonly number[] {
  const all = sizes.reduce((sum, size) => sum + size, 0);
  if (all === 0) return sizes.map(() => 0);
  // Whole numbers throughout (millionths of a place): 0.1 × 30 must not be a hair below 3.
  const shares = sizes.map((size) => Math.round(size * percent * 10_000));
  const places = shares.map((share) => Math.floor(share / 1_000_000));
  const total = Math.max(1, Math.floor((Math.round(all * percent * 10_000) + 500_000) / 1_000_000));
  let left = total - places.reduce((sum, each) => sum + each, 0);
  const order = sizes
    .map((size, at) => ({ at, size, remainder: (shares[at] ?? 0) % 1_000_000 }))
    .sort((a, b) => b.remainder - a.remainder || b.size - a.size || a.at - b.at);
  for (const { at, size } of order) {
    if (left === 0) break;
    if ((places[at] ?? 0) >= size) continue;
    places[at] = (places[at] ?? 0) + 1;
    left -= 1;
  }
  return places;
}

/** Same candidates (in any order), same request: same sample. */
export function drawSample<T extends SampleCandidate>(
  candidates: readonly T[],
  { percent, seed, onePerPerson }: SampleParameters,
): Sample<T> {
  const random = mulberry32(seed);
  // By code units: a locale's own order would draw differently on another machine.
  const ordered = [...candidates].sort((a, b) => (a.identity < b.identity ? -1 : a.identity > b.identity ? 1 : 0));
  const groups = groupsBy(ordered, ({ stratum }) => stratum);
  const names = [...groups.keys()].sort();
  const places = placesFor(
    names.map((name) => groups.get(name)?.length ?? 0),
    percent,
  );
  const chosen = new Map<T, DrawnFor>();
  names.forEach((name, at) => {
    for (const candidate of shuffled(groups.get(name) ?? [], random).slice(0, places[at]))
      chosen.set(candidate, "stratum");
  });
  if (onePerPerson) {
    for (const [, own] of groupsBy(ordered, ({ person }) => person)) {
      const [first] = own.some((candidate) => chosen.has(candidate)) ? [] : shuffled(own, random);
      if (first !== undefined) chosen.set(first, "person");
    }
  }
  return {
    drawn: candidates.flatMap((candidate) => {
      const reason = chosen.get(candidate);
      return reason === undefined ? [] : [{ candidate, for: reason }];
    }),
    strata: [...groupsBy(candidates, ({ stratum }) => stratum)].map(([stratum, own]) => ({
      stratum,
      size: own.length,
      drawn: places[names.indexOf(stratum)] ?? 0,
    })),
  };
}

function groupsBy<T>(items: readonly T[], key: (item: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const group = groups.get(key(item));
    if (group === undefined) groups.set(key(item), [item]);
    else group.push(item);
  }
  return groups;
}

/** Fisher and Yates. */
function shuffled<T>(items: readonly T[], random: () => number): T[] {
  const mixed = [...items];
  for (let at = mixed.length - 1; at > 0; at -= 1) {
    const other = Math.floor(random() * (at + 1));
    const kept = mixed[at] as T;
    mixed[at] = mixed[other] as T;
    mixed[other] = kept;
  }
  return mixed;
}

/** Covers cells of a grid of several dimensions with few boxes. Cells are numbered with the last dimension counting by ones. */

/** For each dimension the positions that the box takes (0-based), null for all of them. */
export type Box = readonly (readonly number[] | null)[];

/**
 * Boxes that cover all of `cells` and nothing but cells that may be covered. Each is as wide as it can be: no dimension of it
 * can be widened. Deterministic: begins with the smallest cell that is not covered yet.
 */
export function coverOf(
  sizes: readonly number[],
  cells: ReadonlySet<number>,
  mayCover: (cell: number) => boolean,
): readonly Box[] {
  const left = new Set(cells);
  const boxes: Box[] = [];
  for (const cell of [...cells].sort((a, b) => a - b)) {
    if (!left.has(cell)) continue;
    const box = widest(sizes, cell, mayCover);
    for (const covered of cellsOf(sizes, box)) left.delete(covered);
    boxes.push(box.map((chosen, at) => (chosen.length === sizes[at] ? null : chosen)));
  }
  return narrowed(sizes, withoutNeedless(sizes, boxes, cells), cells);
}

/** Widens a cell in each dimension in turn, the last ones (questions) first. */
function widest(sizes: readonly number[], cell: number, mayCover: (cell: number) => boolean): number[][] {
  const box = positionsOf(sizes, cell).map((position) => [position]);
  for (let at = sizes.length - 1; at >= 0; at -= 1) {
    const own = box[at] ?? [];
    const wider: number[] = [];
    for (let position = 0; position < (sizes[at] ?? 1); position += 1) {
      box[at] = [position];
      if (own.includes(position) || every(sizes, box, mayCover)) wider.push(position);
    }
    box[at] = wider;
  }
  return box;
}

function positionsOf(sizes: readonly number[], cell: number): number[] {
  const positions: number[] = [];
  let rest = cell;
  for (const size of [...sizes].reverse()) {
    positions.unshift(rest % size);
    rest = Math.floor(rest / size);
  }
  return positions;
}

function* cellsOf(
  sizes: readonly number[],
  box: readonly (readonly number[])[],
  at = 0,
  before = 0,
): Generator<number> {
  const chosen = box[at];
  if (chosen === undefined) {
    yield before;
    return;
  }
  for (const position of chosen) yield* cellsOf(sizes, box, at + 1, before * (sizes[at] ?? 1) + position);
}

function every(
  sizes: readonly number[],
  box: readonly (readonly number[])[],
  holds: (cell: number) => boolean,
): boolean {
  for (const cell of cellsOf(sizes, box)) if (!holds(cell)) return false;
  return true;
}

/** Boxes whose cells are all in others are left out, the first ones first. */
function withoutNeedless(sizes: readonly number[], boxes: readonly Box[], cells: ReadonlySet<number>): readonly Box[] {
  const whole = boxes.map((box) =>
    box.map((chosen, at) => chosen ?? Array.from({ length: sizes[at] ?? 1 }, (_, each) => each)),
  );
  const count = new Map<number, number>();
  for (const box of whole)
    for (const cell of cellsOf(sizes, box)) if (cells.has(cell)) count.set(cell, (count.get(cell) ?? 0) + 1);
  return boxes.filter((_, at) => {
    const own = [...cellsOf(sizes, whole[at] ?? [])].filter((cell) => cells.has(cell));
    if (!own.every((cell) => (count.get(cell) ?? 0) > 1)) return true;
    for (const cell of own) count.set(cell, (count.get(cell) ?? 0) - 1);
    return false;
  });
}

/** Boxes without values all of whose cells are in other boxes, the last boxes first: each case is said once. */
function narrowed(sizes: readonly number[], boxes: readonly Box[], cells: ReadonlySet<number>): readonly Box[] {
  const full = (box: Box): number[][] =>
    box.map((chosen, at) => [...(chosen ?? Array.from({ length: sizes[at] ?? 1 }, (_, each) => each))]);
  const count = new Map<number, number>();
  for (const box of boxes)
    for (const cell of cellsOf(sizes, full(box))) if (cells.has(cell)) count.set(cell, (count.get(cell) ?? 0) + 1);
  const result = [...boxes];
  for (let index = boxes.length - 1; index >= 0; index -= 1) {
    const box = full(boxes[index] ?? []);
    box.forEach((chosen, at) => {
      if (chosen.length === sizes[at]) return;
      for (const position of [...chosen]) {
        if (box[at]?.length === 1) break;
        const own = [
          ...cellsOf(
            sizes,
            box.map((each, other) => (other === at ? [position] : each)),
          ),
        ].filter((cell) => cells.has(cell));
        if (!own.every((cell) => (count.get(cell) ?? 0) > 1)) continue;
        for (const cell of own) count.set(cell, (count.get(cell) ?? 0) - 1);
        box[at] = (box[at] ?? []).filter((each) => each !== position);
      }
    });
    result[index] = box.map((chosen, at) => (chosen.length === sizes[at] ? null : chosen));
  }
  return result;
}

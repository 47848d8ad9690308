/** Lists of any length with few rows in the page. */
import {
  defaultRangeExtractor,
  observeElementRect,
  useVirtualizer,
  type Range,
  type Virtualizer,
} from "@tanstack/react-virtual";
import { useCallback, type RefObject } from "react";

/** What a list may hold in the page at any time, whatever it holds in all. */
export const MOST_ROWS = 60;

/** Rows above and below those in sight, so that scrolling shows no gap. */
const SPARE_ROWS = 6;

/** Where nothing is measured (no layout, or a view that is not shown) a list is taken to be so large. */
const UNMEASURED = { width: 320, height: 600 };

export interface VirtualListOptions {
  readonly count: number;
  readonly scroller: RefObject<HTMLElement | null>;
  readonly heightOf: (row: number) => number;
  /** A row that stays in the page wherever the list is scrolled to: it may have the focus. */
  readonly keep: number;
  readonly keyOf?: (row: number) => string | number;
}

export function useVirtualList({
  count,
  scroller,
  heightOf,
  keep,
  keyOf,
}: VirtualListOptions): Virtualizer<HTMLElement, HTMLElement> {
  return useVirtualizer<HTMLElement, HTMLElement>({
    count,
    getScrollElement: () => scroller.current,
    estimateSize: heightOf,
    overscan: SPARE_ROWS,
    initialRect: UNMEASURED,
    observeElementRect: useCallback(
      (instance: Virtualizer<HTMLElement, HTMLElement>, tell: (rect: { width: number; height: number }) => void) =>
        observeElementRect(instance, (rect) => tell(rect.height === 0 ? UNMEASURED : rect)),
      [],
    ),
    rangeExtractor: useCallback((range: Range) => withKept(defaultRangeExtractor(range), keep, count), [keep, count]),
    ...(keyOf === undefined ? {} : { getItemKey: keyOf }),
    useFlushSync: false,
  });
}

/** At most as many rows as a page may hold, the kept one among them. */
export function withKept(rows: readonly number[], keep: number, count: number): number[] {
  const some = rows.slice(0, MOST_ROWS - 1);
  if (keep < 0 || keep >= count || some.includes(keep)) return some;
  return [...some, keep].sort((one, other) => one - other);
}

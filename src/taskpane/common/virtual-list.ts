/** Lists of any length of which only the rows in sight (and a few more) are in the page. */
import {
  defaultRangeExtractor,
  observeElementRect,
  useVirtualizer,
  type Range,
  type Virtualizer,
} from "@tanstack/react-virtual";
import { useCallback, type RefObject } from "react";

/** The most rows of a list that are in the page at any time. */
export const MAX_ROWS_IN_PAGE = 60;

/** Rows above and below those in sight, so that scrolling shows no gap. */
const OVERSCAN_ROWS = 6;

/** Assumed size in pixels where nothing can be measured: no layout, or a hidden view. */
const UNMEASURED_SIZE = { width: 320, height: 600 };

export interface VirtualListOptions {
  readonly count: number;
  readonly scroller: RefObject<HTMLElement | null>;
  readonly heightOf: (row: number) => number;
  /** A row that stays in the page wherever the list is scrolled to, since it may have the focus; -1 for none. */
  readonly keep: number;
  readonly keyOf?: (row: number) => string | number;
}

/** Which rows of a long list are to be rendered, and where they stand, as the user scrolls. */
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
    overscan: OVERSCAN_ROWS,
    initialRect: UNMEASURED_SIZE,
    observeElementRect: useCallback(
      (instance: Virtualizer<HTMLElement, HTMLElement>, tell: (rect: { width: number; height: number }) => void) =>
        observeElementRect(instance, (rect) => tell(rect.height === 0 ? UNMEASURED_SIZE : rect)),
      [],
    ),
    rangeExtractor: useCallback((range: Range) => withKept(defaultRangeExtractor(range), keep, count), [keep, count]),
    ...(keyOf === undefined ? {} : { getItemKey: keyOf }),
    useFlushSync: false,
  });
}

/** At most MAX_ROWS_IN_PAGE of the rows, `keep` among them. */
export function withKept(rows: readonly number[], keep: number, count: number): number[] {
  const some = rows.slice(0, MAX_ROWS_IN_PAGE - 1);
  if (keep < 0 || keep >= count || some.includes(keep)) return some;
  return [...some, keep].sort((one, other) => one - other);
}

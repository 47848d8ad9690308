/** Classes of 证明. */
import { mergeStyleSets, type IStyle } from "@fluentui/react";
import { space, token, type as size } from "../common/tokens";

/** The page in the preview is drawn at its true size and scaled down as a whole. */
const PAGE = { width: 842, height: 595 } as const;
const SHOWN_WIDTH = { narrow: 244, wide: 364 } as const;
/** From this width on, the wider preview has room. */
const atRoom = "@media (min-width: 440px)";
const frame = (width: number): IStyle => ({ width, height: (PAGE.height * width) / PAGE.width });
const scaled = (width: number): IStyle => ({ transform: `scale(${width / PAGE.width})` });

/** From how many entries on a list has a search field, and how many it shows at most. */
export const SEARCH_FROM = 8;
export const MAX_LISTED = 300;

export const own = mergeStyleSets({
  people: { border: "none", margin: 0, padding: 0, minWidth: 0 },
  person: {
    display: "grid",
    gridTemplateColumns: "20px 1fr auto",
    columnGap: space.tiny,
    alignItems: "start",
    padding: `${space.tiny}px 0`,
    borderTop: `1px solid ${token("line")}`,
  },
  box: { margin: "3px 0 0", width: 16, height: 16, accentColor: token("accent") },
  head: {
    display: "flex",
    justifyContent: "space-between",
    alignItems: "baseline",
    gap: space.small,
    flexWrap: "wrap",
  },
  field: { display: "grid", gap: 2 },
  inside: { display: "grid", gap: space.small, marginTop: space.small },
  waiting: {
    maxHeight: 300,
    overflowY: "auto",
    marginTop: space.small,
    selectors: { ":focus-visible": { outline: `2px solid ${token("accent")}` } },
  },
  conflict: { marginTop: space.small, paddingTop: space.small, borderTop: `1px solid ${token("line")}` },
  alarm: {
    background: token("badSoft"),
    borderLeft: `3px solid ${token("bad")}`,
    padding: space.small,
    marginBottom: space.small,
    borderRadius: 3,
  },
  frame: [
    frame(SHOWN_WIDTH.narrow),
    {
      overflow: "hidden",
      border: `1px solid ${token("control")}`,
      forcedColorAdjust: "none",
      selectors: { [atRoom]: frame(SHOWN_WIDTH.wide) },
    },
  ],
  page: [
    scaled(SHOWN_WIDTH.narrow),
    {
      width: PAGE.width,
      height: PAGE.height,
      boxSizing: "border-box",
      padding: "48px 24px",
      transformOrigin: "0 0",
      display: "grid",
      gridTemplateColumns: "182px 32px 1fr",
      background: "#ffffff",
      color: "#000000",
      fontFamily: '"FangSong", "仿宋", "STFangsong", serif',
      lineHeight: "40px",
      fontSize: 13,
      overflowWrap: "anywhere",
      selectors: { [atRoom]: scaled(SHOWN_WIDTH.wide) },
    },
  ],
  cut: { borderLeft: "1px dashed #000000", marginLeft: 16 },
  text: { fontSize: size.small, whiteSpace: "pre-wrap", margin: 0 },
});

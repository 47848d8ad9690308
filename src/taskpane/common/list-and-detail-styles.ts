/** Classes of 问题, and of other views with a list and a detail. */
import { mergeStyleSets } from "@fluentui/react";
import { atWide, focusRingInside, lines, numeric, plainButton } from "./styles";
import { radius, space, token, type } from "./tokens";

/** All rows have one height in pixels, so that positions in a list of 100,000 need no measuring. */
export const FINDING_HEIGHT = 68;
export const GROUP_HEIGHT = 36;

export const own = mergeStyleSets({
  split: {
    flex: 1,
    minHeight: 0,
    display: "flex",
    selectors: { [atWide]: { display: "grid", gridTemplateColumns: "minmax(0, 5fr) minmax(0, 6fr)" } },
  },
  listSide: {
    flex: 1,
    minWidth: 0,
    minHeight: 0,
    display: "flex",
    flexDirection: "column",
    selectors: { [atWide]: { borderRight: `1px solid ${token("line")}` } },
  },
  /** The list while the detail has its place. */
  behind: { display: "none", selectors: { [atWide]: { display: "flex" } } },
  detailSide: {
    flex: 1,
    minWidth: 0,
    minHeight: 0,
    overflowY: "auto",
    padding: space.medium,
    background: token("card"),
    selectors: { ":focus": { outline: "none" }, ":focus-visible": focusRingInside },
  },
  placeholder: {
    display: "none",
    selectors: {
      [atWide]: { display: "block", flex: 1, padding: space.huge, color: token("muted"), background: token("card") },
    },
  },
  filters: {
    flex: "none",
    padding: `${space.small}px ${space.small}px 6px`,
    display: "grid",
    gridTemplateColumns: "minmax(0, 1fr)",
    gap: 6,
    borderBottom: `1px solid ${token("line")}`,
  },
  /** The parts of a view, as chips. */
  parts: {
    flex: "none",
    display: "flex",
    gap: space.tiny,
    padding: `6px ${space.small}px`,
    borderBottom: `1px solid ${token("line")}`,
  },
  selects: { display: "grid", gridTemplateColumns: "minmax(0, 3fr) minmax(0, 2fr) auto", gap: 6, alignItems: "center" },
  scroller: {
    flex: 1,
    minHeight: 120,
    overflowY: "auto",
    background: token("card"),
    selectors: { ":focus-visible": focusRingInside },
  },
  listSpace: { position: "relative", margin: 0, padding: 0, listStyle: "none" },
  listRow: { position: "absolute", left: 0, right: 0, top: 0, overflow: "hidden", boxSizing: "border-box" },
  finding: [
    plainButton,
    {
      display: "grid",
      gridTemplateColumns: "18px minmax(0, 1fr)",
      columnGap: space.tiny,
      alignContent: "start",
      width: "100%",
      height: "100%",
      boxSizing: "border-box",
      padding: `5px ${space.small}px 5px ${space.small + 3}px`,
      borderBottom: `1px solid ${token("line")}`,
      lineHeight: "19px",
      selectors: {
        ":hover": { background: token("accentSoft") },
        ":focus-visible": focusRingInside,
        "&[aria-current='true']": {
          background: token("accentSoft"),
          borderLeft: `3px solid ${token("accent")}`,
          paddingLeft: space.small,
        },
        "> span:first-child": { paddingTop: 2 },
      },
    },
  ],
  about: [numeric, lines(1), { color: token("muted"), fontSize: type.small, lineHeight: "18px" }],
  problem: lines(2),
  group: [
    plainButton,
    numeric,
    {
      display: "flex",
      alignItems: "center",
      gap: space.tiny,
      width: "100%",
      height: "100%",
      boxSizing: "border-box",
      padding: `0 ${space.small}px`,
      background: token("sunken"),
      borderBottom: `1px solid ${token("line")}`,
      fontWeight: 600,
      selectors: {
        ":hover": { background: token("accentSoft") },
        ":focus-visible": focusRingInside,
        "> svg": { flex: "none" },
      },
    },
  ],
  groupName: [lines(1), { flex: 1, minWidth: 0 }],
  // Stays at the bottom, whatever is above it
  foot: {
    flex: "none",
    display: "flex",
    alignItems: "center",
    gap: space.small,
    padding: `6px ${space.small}px`,
    background: token("card"),
    borderTop: `1px solid ${token("line")}`,
  },
  footText: [numeric, { flex: 1, minWidth: 0, fontSize: type.small, color: token("muted") }],
  step: { minWidth: 32, padding: 0, flex: "none" },
  next: { padding: "0 8px", flex: "none" },
  key: { fontSize: 11, marginLeft: 6, opacity: 0.9 },
  // Detail
  detailHead: { display: "flex", alignItems: "flex-start", gap: space.small, marginBottom: space.small },
  detailTitle: {
    margin: 0,
    fontSize: type.lead,
    fontWeight: 600,
    selectors: { ":focus": { outline: "none" }, ":focus-visible": { outline: `2px solid ${token("accent")}` } },
  },
  toList: { selectors: { [atWide]: { display: "none" } } },
  told: {
    borderLeft: `3px solid ${token("line")}`,
    padding: `2px 0 2px ${space.small}px`,
    margin: `${space.small}px 0`,
    selectors: { "dl dt": { minWidth: 42 } },
  },
  grave: {
    display: "flex",
    gap: 6,
    fontWeight: 600,
    selectors: { "> span:first-child": { paddingTop: 3, flex: "none" } },
  },
  facts: [
    numeric,
    {
      margin: `${space.small}px 0`,
      padding: space.small,
      background: token("sunken"),
      border: `1px solid ${token("line")}`,
      borderRadius: radius.small,
      fontSize: type.small,
    },
  ],
  factLine: {
    display: "grid",
    gridTemplateColumns: "auto minmax(0, 1fr)",
    columnGap: space.small,
    selectors: { dt: { color: token("muted"), minWidth: 28 }, dd: { margin: 0 } },
  },
});

/** Classes that more than one view uses. Colours come from the tokens only. */
import { mergeStyleSets, type IStyle } from "@fluentui/react";
import { radius, space, token, type } from "./tokens";

/** From this width on, a list and its detail stand side by side. */
export const WIDE = "(min-width: 600px)";
export const atWide = `@media ${WIDE}`;

export const focusRing: IStyle = { outline: `2px solid ${token("accent")}`, outlineOffset: "1px" };
/** For elements whose surroundings would cut off a ring outside. */
export const focusRingInside: IStyle = { outline: `2px solid ${token("accent")}`, outlineOffset: "-2px" };

export const plainButton: IStyle = {
  font: "inherit",
  color: "inherit",
  background: "transparent",
  border: "none",
  cursor: "pointer",
  textAlign: "left",
  selectors: { ":focus-visible": focusRing },
};
export const numeric: IStyle = { fontVariantNumeric: "tabular-nums" };

/** Text that ends in … after so many lines. */
export const lines = (count: number): IStyle =>
  ({
    display: "-webkit-box",
    WebkitLineClamp: String(count),
    WebkitBoxOrient: "vertical",
    overflow: "hidden",
  }) as IStyle;

const field: IStyle = {
  font: "inherit",
  color: token("ink"),
  background: token("card"),
  border: `1px solid ${token("control")}`,
  borderRadius: 2,
  minHeight: 28,
  minWidth: 0,
  boxSizing: "border-box",
  selectors: { ":focus-visible": { outline: `2px solid ${token("accent")}`, outlineOffset: "0" } },
};

export const styles = mergeStyleSets({
  // A view's parts: cards below one another
  card: {
    background: token("card"),
    border: `1px solid ${token("line")}`,
    borderRadius: radius.medium,
    padding: space.medium,
    marginBottom: space.small,
  },
  heading: { margin: 0, fontSize: type.lead, fontWeight: 600 },
  headingRow: {
    display: "flex",
    justifyContent: "space-between",
    alignItems: "baseline",
    gap: space.small,
    marginBottom: space.small,
  },
  facts: [numeric, { color: token("muted"), fontSize: type.small }],
  muted: { color: token("muted"), fontSize: type.small },
  hint: { color: token("muted"), fontSize: type.small, marginTop: space.tiny },
  wide: { width: "100%" },
  more: { marginTop: space.small, width: "100%" },
  grow: { flex: 1, minWidth: 0 },
  unseen: {
    position: "absolute",
    width: 1,
    height: 1,
    overflow: "hidden",
    clip: "rect(0 0 0 0)",
    whiteSpace: "nowrap",
  },
  // Verdicts: always a mark and a word besides
  good: { color: token("good") },
  bad: { color: token("bad") },
  open: { color: token("open") },
  note: { color: token("note") },
  verdict: [
    numeric,
    { display: "inline-flex", alignItems: "center", gap: space.tiny, selectors: { "> svg": { flex: "none" } } },
  ],
  // Lists
  list: { margin: 0, padding: 0, listStyle: "none" },
  scroll: {
    maxHeight: 220,
    overflowY: "auto",
    marginTop: space.tiny,
    selectors: { ":focus-visible": focusRingInside },
  },
  rowButton: [
    plainButton,
    numeric,
    {
      display: "flex",
      width: "100%",
      gap: space.small,
      alignItems: "flex-start",
      padding: `${space.tiny + 2}px ${space.tiny}px`,
      borderRadius: radius.small,
      selectors: {
        ":hover": { background: token("accentSoft") },
        ":focus-visible": focusRingInside,
        "> svg, > span > svg": { flex: "none", marginTop: 3 },
      },
    },
  ],
  item: {
    borderTop: `1px solid ${token("line")}`,
    padding: `${space.small}px 0`,
    selectors: { ":first-child": { borderTop: "none", paddingTop: 0 } },
  },
  where: [numeric, { color: token("muted"), fontSize: type.small }],
  cellName: [numeric, { color: token("accent"), fontWeight: 600 }],
  fix: { fontSize: type.small },
  link: [
    plainButton,
    numeric,
    { fontSize: type.small, color: token("accent"), padding: "2px 4px", minHeight: 24, textDecoration: "underline" },
  ],
  details: {
    marginTop: space.small,
    selectors: {
      summary: { cursor: "pointer", color: token("accent"), minHeight: 24, selectors: { ":focus-visible": focusRing } },
    },
  },
  // Filters
  chips: { display: "flex", flexWrap: "wrap", gap: space.tiny },
  chip: [
    plainButton,
    numeric,
    {
      display: "inline-flex",
      alignItems: "center",
      gap: 3,
      minHeight: 26,
      padding: "1px 5px",
      fontSize: type.small,
      border: `1px solid ${token("control")}`,
      borderRadius: 13,
      selectors: {
        ":hover": { background: token("accentSoft") },
        ":focus-visible": focusRing,
        "> svg, > span": { flex: "none" },
        "&[aria-pressed='true']": {
          background: token("accent"),
          borderColor: token("accent"),
          color: token("onAccent"),
          fontWeight: 600,
        },
        "&[aria-pressed='true'] *": { color: token("onAccent") },
      },
    },
  ],
  field: [field, { padding: "2px 8px", selectors: { "::placeholder": { color: token("muted"), opacity: 1 } } }],
  select: [field, { padding: "0 2px", fontSize: type.small, width: "100%" }],
  // Forms
  form: {
    marginTop: space.small,
    padding: space.medium,
    background: token("sunken"),
    border: `1px solid ${token("line")}`,
    borderRadius: radius.medium,
    display: "grid",
    gridTemplateColumns: "minmax(0, 1fr)",
    gap: space.small,
  },
  formButtons: { display: "flex", gap: space.small, flexWrap: "wrap" },
  warning: { borderLeft: `3px solid ${token("bad")}`, paddingLeft: space.small },
  /** Cards beside one another where there is room. */
  columns: {
    selectors: {
      [atWide]: {
        display: "grid",
        gridTemplateColumns: "repeat(2, minmax(0, 1fr))",
        columnGap: space.small,
        alignItems: "start",
      },
    },
  },
  /** Actions below one another, each with its hint. */
  actions: {
    display: "grid",
    gridTemplateColumns: "minmax(0, 1fr)",
    gap: space.medium,
    selectors: { [atWide]: { gridTemplateColumns: "repeat(2, minmax(0, 1fr))", alignItems: "start" } },
  },
  statusLine: {
    display: "flex",
    gap: 6,
    alignItems: "flex-start",
    selectors: { "> svg": { flex: "none", marginTop: 3 } },
  },
});

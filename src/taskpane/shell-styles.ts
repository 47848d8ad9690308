/** Classes of what stands around the views: header, status, tabs. */
import { mergeStyleSets } from "@fluentui/react";
import { focusRingInside, lines, numeric, plainButton } from "./styles";
import { fontFamily, radius, space, token, type } from "./tokens";

export const shell = mergeStyleSets({
  // The pane is as high as its window; a view scrolls by itself. Where there is next to no height, the whole scrolls.
  pane: {
    height: "100vh",
    minHeight: 380,
    boxSizing: "border-box",
    display: "flex",
    flexDirection: "column",
    background: token("page"),
    color: token("ink"),
    fontFamily,
    fontSize: type.body,
    lineHeight: "1.5",
    overflowWrap: "anywhere",
    // Where four colours are all there are, what can't be pressed is told by its border
    selectors: { ".ms-Button.is-disabled": { border: `1px dashed ${token("control")}` } },
  },
  header: { flex: "none", background: token("card"), padding: `${space.small}px ${space.medium}px`, borderBottom: `1px solid ${token("line")}` },
  headLine: { display: "flex", alignItems: "center", gap: space.small },
  names: { flex: 1, minWidth: 0, lineHeight: "1.3" },
  unit: [lines(2), { margin: 0, fontSize: type.lead, fontWeight: 600 }],
  year: [numeric, { color: token("muted"), fontSize: type.small }],
  start: { minWidth: 64, padding: "0 10px", flex: "none" },
  running: { marginTop: space.small, display: "flex", alignItems: "center", gap: space.small },
  runningText: { flex: 1, minWidth: 0 },
  runningLine: [numeric, { display: "flex", justifyContent: "space-between", gap: space.small, fontSize: type.small }],
  bar: { height: 6, borderRadius: 3, background: token("sunken"), overflow: "hidden", border: `1px solid ${token("control")}` },
  barFill: { height: "100%", background: token("accent"), transition: "width 120ms linear", forcedColorAdjust: "none", selectors: { "@media (forced-colors: active)": { background: "CanvasText" }, "@media (prefers-reduced-motion: reduce)": { transition: "none" } } },
  waiting: { color: token("open"), fontWeight: 600 },
  // The whole job must stay in reach below a long list of problems
  status: { maxHeight: "45vh", overflowY: "auto", fontSize: type.body, selectors: { ":focus": { outline: "none" }, ":focus-visible": focusRingInside } },
  told: { marginTop: space.tiny + 2 },
  statusLine: { display: "flex", gap: 6, alignItems: "flex-start", selectors: { "> svg": { flex: "none", marginTop: 3 } } },
  done: { color: token("good") },
  failed: { color: token("bad"), fontWeight: 600 },
  remedy: { marginTop: 2, color: token("ink"), fontWeight: 400 },
  waysOut: { display: "flex", flexWrap: "wrap", gap: space.small, marginTop: space.tiny + 2 },
  problems: { margin: `${space.tiny + 2}px 0 0`, padding: 0, listStyle: "none", color: token("ink"), fontWeight: 400 },
  problem: { padding: `${space.tiny}px ${space.small}px`, background: token("badSoft"), borderLeft: `3px solid ${token("bad")}`, marginBottom: space.tiny, borderRadius: radius.small },
  outdated: { marginTop: space.tiny + 2, display: "flex", alignItems: "center", gap: space.small, padding: `${space.tiny}px ${space.small}px`, background: token("openSoft"), border: `1px solid ${token("open")}`, borderRadius: radius.small },
  // Six tabs have to fit into 320 px: the number stands below its word
  tabs: { flex: "none", display: "flex", background: token("card"), borderBottom: `1px solid ${token("line")}`, padding: "0 4px" },
  tab: [
    plainButton,
    numeric,
    {
      flex: "1 1 auto",
      minWidth: 0,
      minHeight: 44,
      // No transparent line below: where colours are forced it would be seen
      padding: "3px 2px 4px",
      display: "flex",
      flexDirection: "column",
      alignItems: "center",
      justifyContent: "center",
      lineHeight: "1.2",
      whiteSpace: "nowrap",
      textAlign: "center",
      selectors: {
        ":hover": { background: token("accentSoft") },
        ":focus-visible": focusRingInside,
        "&[aria-selected='true']": { borderBottom: `3px solid ${token("accent")}`, paddingBottom: 1, color: token("accent"), fontWeight: 600 },
        ":lang(en)": { fontSize: type.small, letterSpacing: "-0.01em" },
      },
    },
  ],
  badge: { fontSize: 11, color: token("muted"), fontWeight: 400 },
  main: { flex: 1, minHeight: 0, display: "flex", flexDirection: "column" },
  view: { flex: 1, minHeight: 0, overflowY: "auto", padding: space.medium, boxSizing: "border-box", position: "relative", selectors: { ":focus": { outline: "none" }, ":focus-visible": focusRingInside, "&[hidden]": { display: "none" } } },
  /** A view whose parts scroll by themselves. */
  filled: { padding: 0, display: "flex", flexDirection: "column", overflow: "hidden" },
  empty: { textAlign: "center", padding: `${space.huge}px ${space.medium}px`, color: token("muted"), maxWidth: 420, margin: "0 auto" },
  emptyTitle: { margin: `${space.small}px 0`, fontSize: type.title, fontWeight: 600, color: token("ink") },
  emptySteps: { textAlign: "left", margin: `${space.large}px 0`, padding: 0, listStyle: "none", color: token("ink"), display: "grid", gap: space.small },
  emptyStep: { display: "grid", gridTemplateColumns: "24px 1fr", gap: space.small },
  stepNumber: { width: 22, height: 22, borderRadius: 11, border: `1px solid ${token("accent")}`, color: token("accent"), textAlign: "center", lineHeight: "20px", fontSize: type.small, fontWeight: 600, boxSizing: "border-box" },
  skeleton: { height: 14, borderRadius: 3, background: token("line"), margin: "10px 0" },
});

/** The whole pane: header, six tabs, and the open view. Made for 320 to 900 px. */
import { ThemeProvider } from "@fluentui/react";
import {
  useCallback,
  useEffect,
  useMemo,
  useState,
  useSyncExternalStore,
  type KeyboardEvent,
  type ReactElement,
} from "react";
import type { Language } from "../../messages/index";
import { Certificates } from "../certificates/certificates";
import type { Controller, PaneState } from "../controller";
import { Decide } from "../decide/decide";
import { Findings } from "../findings/findings";
import { useFocusRescue } from "../common/focus";
import { Header } from "./header";
import { Overview } from "../overview/overview";
import { Papers } from "../papers/papers";
import { People } from "../people/people";
import { shell } from "./shell-styles";
import type { View } from "../views";
import { stringsOf } from "../strings";
import { PaneContextProvider } from "../common/pane-context";
import { Tabs } from "./tabs";
import { fluentTheme } from "../common/theme";
import { customProperties, type Palette } from "../common/tokens";
import { ViewPanel } from "./view-panel";

export interface PaneProps {
  readonly controller: Controller;
  readonly language: Language;
  readonly palette: Palette;
}

export function Pane({ controller, language, palette }: PaneProps): ReactElement {
  const state = useSyncExternalStore(controller.subscribe, controller.getState);
  const strings = stringsOf(language);
  const context = useMemo(() => ({ controller, language, strings }), [controller, language, strings]);
  const theme = useMemo(() => fluentTheme(palette), [palette]);
  const [pane, setPane] = useState<HTMLElement | null>(null);
  useFocusRescue(
    pane,
    useCallback(() => pane?.querySelector<HTMLElement>("[data-testid='status']") ?? null, [pane]),
  );
  return (
    <ThemeProvider theme={theme}>
      <PaneContextProvider.Provider value={context}>
        <div
          ref={setPane}
          className={shell.pane}
          style={customProperties(palette)}
          lang={language === "zh" ? "zh-CN" : "en"}
          onKeyDown={(event) => onKey(event, controller)}
        >
          <Header state={state} />
          <main className={shell.main} aria-busy={state.running !== null}>
            <Tabs state={state} />
            <Views state={state} />
          </main>
        </div>
      </PaneContextProvider.Provider>
    </ThemeProvider>
  );
}

/** Keys that work anywhere in the pane. In a list of choices Alt with arrows opens the list, as everywhere. */
function onKey(event: KeyboardEvent, controller: Controller): void {
  const target = event.target as HTMLElement;
  if (
    event.altKey &&
    (event.key === "ArrowDown" || event.key === "ArrowUp") &&
    target.tagName !== "SELECT" &&
    target.getAttribute("role") !== "combobox"
  ) {
    event.preventDefault();
    void controller.nextProblem(event.key === "ArrowDown" ? 1 : -1);
  }
  const asked = event.altKey ? { KeyQ: controller.lookFor, KeyS: controller.try }[event.code] : undefined;
  if (asked !== undefined) {
    event.preventDefault();
    asked();
  }
  // In Excel on the web office.js handles Tab; from a focused heading it would move the focus out of the pane
  if (event.key === "Tab" && target.tabIndex < 0) event.stopPropagation();
  if (event.key !== "Escape") return;
  if (!event.defaultPrevented && controller.getState().form !== null) {
    event.preventDefault();
    controller.closeForm();
  }
  // An Escape that reaches office.js in Excel on the web moves the focus to the pane's first button
  if (event.defaultPrevented) event.stopPropagation();
}

/** What each view is made of; `filled` ones scroll in their own parts. */
const CONTENTS: Readonly<
  Record<View, { readonly content: (props: { readonly state: PaneState }) => ReactElement; readonly filled: boolean }>
> = {
  overview: { content: Overview, filled: false },
  findings: { content: Findings, filled: true },
  decide: { content: Decide, filled: true },
  people: { content: People, filled: true },
  certificates: { content: Certificates, filled: false },
  papers: { content: Papers, filled: false },
};

/** A view is rendered when it is first opened and then kept, with its scroll position and what was typed. */
function Views({ state }: { readonly state: PaneState }): ReactElement {
  const [opened, setOpened] = useState<ReadonlySet<View>>(new Set());
  const { view } = state;
  useEffect(() => {
    if (!opened.has(view)) setOpened(new Set([...opened, view]));
  }, [opened, view]);
  return (
    <>
      {(Object.keys(CONTENTS) as View[]).map((each) => {
        const { content: Content, filled } = CONTENTS[each];
        return (
          <ViewPanel key={each} view={each} active={each === view} filled={filled} arrivals={state.arrivals}>
            {(each === view || opened.has(each)) && <Content state={state} />}
          </ViewPanel>
        );
      })}
    </>
  );
}

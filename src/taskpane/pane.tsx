/** The whole pane: one scrolling page, made for 320 px. */
import { ThemeProvider } from "@fluentui/react";
import { createContext, useContext, useMemo, useSyncExternalStore, type ReactElement, type ReactNode } from "react";
import type { Language } from "../messages";
import { policyOf } from "../policy";
import { Certificates } from "./certificates";
import { LeftAside } from "./columns";
import type { Controller, PaneState } from "./controller";
import { Findings } from "./findings";
import { Sign } from "./marks";
import { Output } from "./output";
import { Papers } from "./papers";
import { Questions } from "./questions";
import { RunBar } from "./run-bar";
import { SecondRound } from "./second-round";
import { Shortfalls } from "./shortfalls";
import { stringsOf, type Strings } from "./strings";
import { styles } from "./styles";
import { Summary } from "./summary";
import { fluentTheme } from "./theme";
import { customProperties, type Palette } from "./tokens";

interface Surroundings {
  readonly controller: Controller;
  readonly language: Language;
  readonly strings: Strings;
}

const SurroundingsContext = createContext<Surroundings | null>(null);

/** The controller, and the words to speak. */
export function useSurroundings(): Surroundings {
  const surroundings = useContext(SurroundingsContext);
  if (surroundings === null) throw new Error("outside of the pane");
  return surroundings;
}

export interface PaneProps {
  readonly controller: Controller;
  readonly language: Language;
  readonly palette: Palette;
}

export function Pane({ controller, language, palette }: PaneProps): ReactElement {
  const state = useSyncExternalStore(controller.subscribe, controller.getState);
  const strings = stringsOf(language);
  const surroundings = useMemo(() => ({ controller, language, strings }), [controller, language, strings]);
  const theme = useMemo(() => fluentTheme(palette), [palette]);
  return (
    <ThemeProvider theme={theme}>
      <SurroundingsContext.Provider value={surroundings}>
        <main className={styles.pane} style={customProperties(palette)} lang={language === "zh" ? "zh-CN" : "en"} aria-busy={state.running !== null}>
          <header className={styles.brand}>
            <Sign />
            <h1 className={styles.brandName}>{strings.product}</h1>
          </header>
          <Sections state={state} />
        </main>
      </SurroundingsContext.Provider>
    </ThemeProvider>
  );
}

function Sections({ state }: { readonly state: PaneState }): ReactElement {
  const { outcome } = state;
  return (
    <>
      <UnitCard state={state} />
      {outcome && (
        <>
          <Summary review={outcome.review} />
          <SecondRound state={state} />
          <Findings review={outcome.review} submission={outcome.submission} again={outcome.again} />
          <Shortfalls review={outcome.review} />
        </>
      )}
      {(outcome !== null || state.form === "adopt" || state.form === "import") && <Questions state={state} />}
      <Certificates state={state} />
      <Output state={state} />
      <Papers state={state} />
    </>
  );
}

/** Whose submission it is, and the button that starts everything. */
function UnitCard({ state }: { readonly state: PaneState }): ReactElement {
  const { strings } = useSurroundings();
  const { outcome } = state;
  return (
    <section className={`${styles.card} ${styles.unit}`} aria-label={outcome?.unit.unitName ?? strings.product}>
      {outcome ? (
        <div style={{ marginBottom: 12 }}>
          <h2 className={styles.unitName}>{outcome.unit.unitName}</h2>
          <div className={styles.facts}>
            {strings.year(outcome.unit.applicationYear)} · {strings.counts(outcome.review.people.length, outcome.review.records.length)}
          </div>
          <div className={styles.facts} style={{ marginTop: 0 }}>
            {policyOf(outcome.review.policy)?.title ?? outcome.review.policy}
          </div>
        </div>
      ) : (
        <p style={{ margin: "0 0 12px" }}>{strings.welcome}</p>
      )}
      <RunBar state={state} />
      {outcome && <LeftAside submission={outcome.submission} busy={state.running !== null} />}
    </section>
  );
}

/** A titled card. */
export function Section({ id, title, aside, children }: { readonly id: string; readonly title: string; readonly aside?: string; readonly children: ReactNode }): ReactElement {
  return (
    <section className={styles.card} aria-labelledby={id}>
      <div className={styles.headingRow}>
        <h2 id={id} className={styles.heading}>
          {title}
        </h2>
        {aside !== undefined && <span className={styles.muted}>{aside}</span>}
      </div>
      {children}
    </section>
  );
}

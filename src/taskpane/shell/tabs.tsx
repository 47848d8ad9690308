/** The six views as tabs: arrows, Home and End go from one to the next, the number below a word says how much waits there. */
import { useMemo, useRef, type KeyboardEvent, type ReactElement } from "react";
import { actionsOfView } from "../actions/index";
import { readyCount } from "../certificates/certificate-view";
import type { PaneState } from "../controller";
import { waitingQuestions, waitingRecords } from "../decide/waiting";
import { shell } from "./shell-styles";
import { VIEWS, type View } from "../views";
import { styles } from "../common/styles";
import { usePaneContext } from "../common/pane-context";

type Counts = Readonly<Partial<Record<View, number>>>;

/** Names of the actions whose buttons stand in a view, for whoever drives the pane and has to open the view first. */
const ACTIONS_OF_VIEW = Object.fromEntries(
  VIEWS.map((view) => [
    view,
    actionsOfView(view)
      .map(({ name }) => name)
      .join(" "),
  ]),
) as Readonly<Record<View, string>>;

export function Tabs({ state }: { readonly state: PaneState }): ReactElement {
  const { controller, strings } = usePaneContext();
  const counts = useCounts(state);
  const list = useRef<HTMLDivElement>(null);
  const open = (view: View): void => {
    controller.go(view, false);
    list.current?.querySelector<HTMLElement>(`#ce-tab-${view}`)?.focus();
  };
  const move = (event: KeyboardEvent): void => {
    if (event.altKey || event.ctrlKey || event.metaKey) return;
    const at = VIEWS.indexOf(state.view);
    const to = { ArrowRight: at + 1, ArrowLeft: at - 1, Home: 0, End: VIEWS.length - 1 }[event.key];
    if (to === undefined) return;
    event.preventDefault();
    open(VIEWS[(to + VIEWS.length) % VIEWS.length] ?? "overview");
  };
  return (
    <nav>
      <div ref={list} role="tablist" aria-label={strings.viewList} className={shell.tabs} onKeyDown={move}>
        {VIEWS.map((view) => {
          const count = counts[view];
          return (
            <button
              key={view}
              type="button"
              role="tab"
              id={`ce-tab-${view}`}
              data-testid={`tab-${view}`}
              data-actions={ACTIONS_OF_VIEW[view]}
              className={shell.tab}
              aria-selected={view === state.view}
              aria-controls={`ce-view-${view}`}
              tabIndex={view === state.view ? 0 : -1}
              onClick={() => controller.go(view, false)}
            >
              <span>{strings.views[view]}</span>
              {count !== undefined && (
                <span className={shell.badge}>
                  <span aria-hidden="true">{count}</span>
                  <span className={styles.unseen}>{badgeWords(view, count, strings.badges)}</span>
                </span>
              )}
            </button>
          );
        })}
      </div>
    </nav>
  );
}

function badgeWords(view: View, count: number, badges: Readonly<Record<string, (count: number) => string>>): string {
  return badges[view]?.(count) ?? String(count);
}

function useCounts({ outcome, ledger }: PaneState): Counts {
  const { controller } = usePaneContext();
  return useMemo(() => {
    if (outcome === null) return {};
    const { review } = outcome;
    return {
      findings: review.findings.length,
      decide: waitingQuestions(review).length + waitingRecords(review).length,
      people: review.people.length,
      certificates: readyCount(outcome, ledger, controller.loadSettings()),
    };
  }, [outcome, ledger, controller]);
}

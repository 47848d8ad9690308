/** 问题: the list of findings, the chosen one in full beside it or in its place, and the buttons to the next one. */
import { DefaultButton, PrimaryButton } from "@fluentui/react";
import { useEffect, useRef, useState, type ReactElement } from "react";
import { DecideMany } from "../decide/decide-many";
import { recordsToDecide, type ManyRecords } from "../decide/many";
import type { PaneState } from "../controller";
import { Icon } from "../common/icons";
import { isFirstReview } from "../state";
import { styles, WIDE } from "../common/styles";
import { usePaneContext } from "../common/pane-context";
import { Unreviewed } from "../shell/view-panel";
import { Detail } from "./detail";
import { Filters } from "./filters";
import { FindingList } from "./finding-list";
import { own } from "../common/list-and-detail-styles";
import { useFindings } from "./use-findings";

/** True where list and detail stand side by side. */
function isWide(): boolean {
  return typeof window.matchMedia === "function" && window.matchMedia(WIDE).matches;
}

export function Findings({ state }: { readonly state: PaneState }): ReactElement {
  const { controller, strings } = usePaneContext();
  const { shown, found, scanned } = useFindings();
  const [many, setMany] = useState<ManyRecords | null>(null);
  const root = useRef<HTMLDivElement>(null);
  useDetailFocus(root, shown !== null);
  const { outcome } = state;
  if (outcome === null) return <Unreviewed running={isFirstReview(state)} />;
  const behind = shown !== null || many !== null;
  return (
    <>
      <div ref={root} className={own.split}>
        <div className={behind ? `${own.listSide} ${own.behind}` : own.listSide}>
          <Filters />
          {scanned === 1 && found > 1 && (
            <button
              type="button"
              data-testid="decide-many"
              className={styles.link}
              style={{ alignSelf: "flex-start" }}
              onClick={() => {
                setMany(recordsToDecide(outcome, controller.findings.foundFindings()));
                controller.findings.close();
              }}
            >
              {strings.decide.manyButton}
            </button>
          )}
          <FindingList />
        </div>
        {many !== null && shown === null ? (
          <DecideMany outcome={outcome} records={many} busy={state.running !== null} onClose={() => setMany(null)} />
        ) : shown === null ? (
          <div className={own.placeholder}>{strings.finding.choose}</div>
        ) : (
          <Detail shown={shown} outcome={outcome} busy={state.running !== null} />
        )}
      </div>
      <ShownAnnouncement />
      <Foot />
    </>
  );
}

/** Announces the shown finding to screen readers, when it was reached by a key or from the sheet. */
function ShownAnnouncement(): ReactElement {
  const { strings } = usePaneContext();
  const { shown, index } = useFindings();
  const finding = shown?.finding ?? null;
  const text =
    finding === null || index === null
      ? ""
      : [strings.severities[finding.severity], finding.name, finding.year, index.wordsOf(finding).problem]
          .filter(Boolean)
          .join(" ");
  return (
    <div className={styles.unseen} role="status" aria-live="polite">
      {text}
    </div>
  );
}

/** In a narrow pane the detail takes the list's place: the focus goes with it, and back to the row it came from. */
function useDetailFocus(root: React.RefObject<HTMLDivElement | null>, open: boolean): void {
  const was = useRef(open);
  useEffect(() => {
    const changed = was.current !== open;
    was.current = open;
    if (!changed || isWide()) return;
    const focused = document.activeElement;
    const lost =
      focused === document.body || focused?.isConnected === false || root.current?.contains(focused) === true;
    if (lost) root.current?.querySelector<HTMLElement>(open ? "[data-detail-title]" : "button[data-stop]")?.focus();
  }, [root, open]);
}

function Foot(): ReactElement {
  const { controller, strings } = usePaneContext();
  const words = strings.finding;
  const { shown, found, scanned, index } = useFindings();
  const all = index?.findings.length ?? 0;
  const text =
    scanned < 1
      ? words.searching(Math.round(scanned * 100))
      : shown === null
        ? words.shown(found, all)
        : words.position(controller.findings.position(), found);
  return (
    <div className={own.foot}>
      <DefaultButton
        data-testid="previous-problem"
        className={own.step}
        ariaLabel={words.previous}
        title={`${words.previous} Alt+↑`}
        onClick={() => void controller.nextProblem(-1)}
      >
        <Icon name="up" />
      </DefaultButton>
      <span className={own.footText} data-testid="count">
        {text}
      </span>
      <PrimaryButton
        data-testid="next-problem"
        className={own.next}
        aria-keyshortcuts="Alt+ArrowDown"
        onClick={() => void controller.nextProblem(1)}
      >
        {words.next}
        <span className={own.key}>{words.keys}</span>
      </PrimaryButton>
    </div>
  );
}

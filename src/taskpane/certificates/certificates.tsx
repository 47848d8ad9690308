/** 证明: who is ready, who is not and why; generating, with settings and preview; the ledger's numbers, and voiding one. */
import { DefaultButton } from "@fluentui/react";
import { useMemo, useState, type ReactElement } from "react";
import { isValid, PAGE_SHEET, type LedgerRow } from "../../certificates";
import { SectionActions } from "../actions/section-actions";
import type { PaneState } from "../state";
import { styles } from "../common/styles";
import { usePaneContext } from "../common/pane-context";
import { Section } from "../shell/view-panel";
import { NotReady } from "./certificate-people";
import { certificateView } from "./certificate-view";
import { DoubtfulHolders } from "./doubtful-holders";
import { Conflicts, Ledger, VoidForm } from "./ledger";

export function Certificates({ state }: { readonly state: PaneState }): ReactElement {
  const { controller, language, strings } = usePaneContext();
  const words = strings.certificate;
  const busy = state.running !== null;
  const { outcome, issued, ledger } = state;
  const view = useMemo(
    () => outcome && certificateView(outcome.submission, outcome.review, ledger, controller.loadSettings(), language),
    [outcome, ledger, controller, language],
  );
  // Of two lines with one number the row tells which is meant
  const [row, setRow] = useState<number | null>(null);
  const voiding =
    ledger?.entries.find(
      (entry) => isValid(entry) && entry.certificateNo === state.voiding && (row === null || entry.row === row),
    ) ?? null;
  const askToVoid = (entry: LedgerRow): void => {
    setRow(entry.row);
    controller.askToVoid(entry.certificateNo);
  };
  const closeVoid = (): void => {
    setRow(null);
    controller.askToVoid(null);
  };
  return (
    <>
      {ledger !== null && <Conflicts ledger={ledger} busy={busy} onVoid={askToVoid} />}
      {voiding !== null && <VoidForm key={voiding.row} entry={voiding} busy={busy} onEnd={closeVoid} />}
      {view !== null && <DoubtfulHolders holders={view.doubtful} busy={busy} onVoid={controller.askToVoid} />}
      <Section id="ce-certificates" title={words.title}>
        {state.form?.section !== "certificates" && (
          <div className={styles.muted} style={{ marginBottom: 8 }}>
            {view === null
              ? words.reviewFirst
              : !view.issues
                ? words.noneByNotice
                : view.ready.length === 0
                  ? words.nobodyReady
                  : words.ready(view.ready.length)}
          </div>
        )}
        <SectionActions section="certificates" state={state} />
        {issued !== null && issued.issued.length > 0 && (
          <div style={{ marginTop: 8 }}>
            <div className={styles.hint}>{words.printHint(issued.issued.length)}</div>
            <DefaultButton
              data-testid="show-pages"
              text={words.show}
              onClick={() => void controller.select({ sheet: PAGE_SHEET, row: 0, column: 0 })}
            />
          </div>
        )}
      </Section>
      {view !== null && view.issues && view.waiting.length + view.notSenior > 0 && (
        <Section id="ce-not-ready" title={words.notReady(view.waiting.length)}>
          <NotReady view={view} />
        </Section>
      )}
      {ledger !== null && ledger.problems.length === 0 && (
        <Section id="ce-ledger" title={words.ledgerTitle}>
          <Ledger ledger={ledger} busy={busy} onVoid={askToVoid} />
        </Section>
      )}
    </>
  );
}

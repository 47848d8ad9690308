/** The status line: how the last action ended, and what has changed in the workbook since. */
import { DefaultButton } from "@fluentui/react";
import type { ReactElement, ReactNode } from "react";
import { review } from "../actions/review";
import { ColumnsForm } from "./column-questions";
import type { PaneState } from "../controller";
import { FailureText } from "./failure";
import { Icon } from "../common/icons";
import { shell } from "./shell-styles";
import { styles } from "../common/styles";
import { usePaneContext } from "../common/pane-context";

/** A live region that stays in the page, so that screen readers announce its changes. Gets the focus of removed controls. */
export function Status({ state }: { readonly state: PaneState }): ReactElement {
  const { strings } = usePaneContext();
  const busy = state.running !== null;
  const failure = state.last?.failure ?? null;
  const phase = busy ? "busy" : state.last === null ? "idle" : failure ? "error" : "done";
  return (
    <div className={shell.status}>
      <div
        role="status"
        aria-live="polite"
        tabIndex={-1}
        data-testid="status"
        data-state={phase}
        className={shell.status}
      >
        {busy ? (
          <Busy state={state} />
        ) : state.last === null || failure === null ? (
          <Done state={state} />
        ) : (
          <FailureText action={state.last.action} failure={failure} />
        )}
        {!busy && state.updated !== null && (
          <Line
            testId="updated"
            mark="good"
            className={shell.done}
            text={strings.updated(state.updated.rows, state.updated.people)}
          />
        )}
        {state.nextSaid !== null && (
          <Line
            testId="next-said"
            mark="info"
            className={styles.note}
            text={
              {
                wrapped: strings.finding.wrapped,
                none: strings.finding.nothingLeft,
                unreviewed: strings.finding.unreviewed,
              }[state.nextSaid]
            }
          />
        )}
        {!busy && state.outdated !== null && <OutdatedBar outdated={state.outdated} />}
        {state.ledger !== null &&
          state.ledger.conflicts.length + state.ledger.problems.length > 0 &&
          state.view !== "certificates" && <LedgerAlarm />}
      </div>
      {!busy && failure !== null && <ColumnsForm problems={failure.problems} />}
    </div>
  );
}

/** For screen readers. Announces steps only: a percentage would be read out at every change. */
function Busy({ state: { running } }: { readonly state: PaneState }): ReactElement {
  const { strings } = usePaneContext();
  const step = running?.progress?.step ?? "starting";
  return (
    <span className={styles.unseen}>{step === "waiting-for-edit" ? strings.waitingHint : strings.steps[step]}</span>
  );
}

function Done({ state: { last, undoable } }: { readonly state: PaneState }): ReactNode {
  const { controller, strings } = usePaneContext();
  if (last === null || last.doneText.text === "") return null;
  return (
    <div className={shell.messages}>
      <div className={`${shell.statusLine} ${shell.done}`}>
        <Icon name="good" />
        <span className={styles.grow}>{last.doneText.text}</span>
        {undoable && <DefaultButton data-testid="undo" text={strings.undo} onClick={() => void controller.undo()} />}
      </div>
      {last.doneText.hint !== undefined && <div className={styles.hint}>{last.doneText.hint}</div>}
    </div>
  );
}

function OutdatedBar({
  outdated: { reasons, rows },
}: {
  readonly outdated: NonNullable<PaneState["outdated"]>;
}): ReactElement {
  const { controller, strings } = usePaneContext();
  return (
    <div className={shell.outdated} data-testid="stale">
      <Icon name="warning" />
      <span className={styles.grow}>
        {strings.outdated(
          reasons.map((reason) => strings.outdatedReasons[reason]),
          rows,
        )}
      </span>
      <DefaultButton
        data-testid="stale-review"
        text={strings.reviewAgain}
        onClick={() => void controller.run(review)}
      />
    </div>
  );
}

/** Numbers in conflict, said in every view but 证明, which shows what to do. */
function LedgerAlarm(): ReactElement {
  const { controller, strings } = usePaneContext();
  return (
    <div className={shell.outdated} data-testid="ledger-alarm">
      <Icon name="bad" />
      <span className={styles.grow}>{strings.overview.todo.conflicts}</span>
      <DefaultButton text={strings.views.certificates} onClick={() => controller.go("certificates")} />
    </div>
  );
}

function Line({
  testId,
  mark,
  className,
  text,
}: {
  readonly testId: string;
  readonly mark: "good" | "info";
  readonly className: string | undefined;
  readonly text: string;
}): ReactElement {
  return (
    <div className={`${shell.messages} ${shell.statusLine} ${className ?? ""}`} data-testid={testId}>
      <Icon name={mark} />
      <span>{text}</span>
    </div>
  );
}

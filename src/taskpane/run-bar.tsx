/** Start, progress, cancel, and how the last action ended. */
import { DefaultButton, PrimaryButton } from "@fluentui/react";
import type { ReactElement, ReactNode } from "react";
import type { Language } from "../messages";
import { ColumnsForm } from "./columns";
import type { Failure, PaneState } from "./controller";
import { Mark } from "./marks";
import { useSurroundings } from "./pane";
import { paperStringsOf } from "./paper-strings";
import { sendBackDone } from "./send-back-strings";
import type { Strings } from "./strings";
import { styles } from "./styles";

export function RunBar({ state }: { readonly state: PaneState }): ReactElement {
  const { controller, strings } = useSurroundings();
  const busy = state.running !== null && state.running.action !== "select";
  return (
    <>
      {busy ? (
        <Running state={state} />
      ) : (
        <PrimaryButton data-testid="review" className={styles.primary} text={state.outcome ? strings.reviewAgain : strings.review} onClick={() => void controller.review()} />
      )}
      <Status state={state} busy={busy} />
      {!busy && state.last?.failure && <ColumnsForm problems={state.last.failure.problems ?? []} />}
    </>
  );
}

function Running({ state: { running } }: { readonly state: PaneState }): ReactElement {
  const { controller, strings } = useSurroundings();
  const progress = running?.progress ?? null;
  const step = running?.cancelling ? strings.cancelling : progress ? strings.steps[progress.step] : strings.loading;
  const known = progress !== null && progress.total > 0;
  const percent = known ? Math.min(100, Math.round((100 * progress.done) / progress.total)) : 0;
  return (
    <div className={styles.running}>
      <div className={styles.runningLine}>
        <span>{step}</span>
        <span>{known && `${percent}%`}</span>
      </div>
      <div className={styles.bar} role="progressbar" aria-label={step} aria-valuemin={0} aria-valuemax={100} {...(known ? { "aria-valuenow": percent } : {})}>
        <div className={styles.barFill} style={{ width: `${percent}%` }} />
      </div>
      <DefaultButton data-testid="cancel" text={strings.cancel} disabled={running?.cancelling ?? false} onClick={controller.cancel} />
    </div>
  );
}

/** A live region that stays in the page: screen readers announce what changes in it. */
function Status({ state, busy }: { readonly state: PaneState; readonly busy: boolean }): ReactElement {
  const { language, strings } = useSurroundings();
  const failure = state.last?.failure ?? null;
  const phase = busy ? "busy" : state.last === null ? "idle" : failure ? "error" : "done";
  return (
    <div className={styles.status} role="status" aria-live="polite" data-testid="status" data-state={phase}>
      {statusOf(state, busy, strings, language)}
      {!busy && state.stale > 0 && (
        <div className={styles.statusLine} data-testid="stale">
          <Mark name="info" />
          <span>{strings.stale(state.stale)}</span>
        </div>
      )}
    </div>
  );
}

function statusOf(state: PaneState, busy: boolean, strings: Strings, language: Language): ReactNode {
  if (busy) {
    // For screen readers only, and steps only: announcing every per cent would drown the reader
    const step = state.running?.progress?.step;
    return <span className={styles.unseen}>{step ? strings.steps[step] : strings.loading}</span>;
  }
  if (state.last === null) return null;
  const { action, failure } = state.last;
  if (failure) return <FailureText headline={strings.failed[action]} failure={failure} cancelledRemedy={action === "paper" ? paperStringsOf(language).cancelledRemedy : strings.cancelledRemedy} strings={strings} />;
  const findings = state.outcome?.review.findings.length ?? 0;
  const detail = action === "review" || action === "adopt" ? (findings === 0 ? strings.nothingFound : strings.doneCounts(findings)) : "";
  const headline = headlineOf(state, language, strings) ?? strings.done[action];
  return (
    <>
      <div className={`${styles.statusLine} ${styles.statusDone}`}>
        <Mark name="good" />
        <span>{detail === "" ? headline : `${headline} · ${detail}`}</span>
      </div>
      {(action === "review" || action === "adopt") && state.outcome?.liveFormulas === false && <div className={styles.hint}>{strings.valuesOnly}</div>}
    </>
  );
}

/** What was made, where the action has more to say than that it ended; null for every other one. */
function headlineOf({ last, issued, voided, paper, sentBack }: PaneState, language: Language, { certificate }: Strings): string | null {
  switch (last?.action) {
    case "certificates": return certificate.issued(issued?.issued.length ?? 0, issued?.fresh ?? 0);
    case "void": return voided && certificate.voided(voided.voided, voided.reissued, voided.lost);
    case "paper": return paper && paperStringsOf(language).done(paper);
    case "send-back": return sentBack && sendBackDone(sentBack, language);
    default: return null;
  }
}

function FailureText({ headline, failure, cancelledRemedy, strings }: { readonly headline: string; readonly failure: Failure; readonly cancelledRemedy: string; readonly strings: Strings }): ReactElement {
  const [message, remedy] =
    failure.kind === "editing" ? [headline, strings.editing] : failure.kind === "cancelled" ? [strings.cancelled, cancelledRemedy] : [`${headline}：${failure.message}`, failure.remedy];
  const problems = failure.problems ?? [];
  return (
    <div className={failure.kind === "cancelled" ? styles.note : styles.statusError}>
      <div className={styles.statusLine}>
        <Mark name={failure.kind === "cancelled" ? "info" : "bad"} />
        <span>{message}</span>
      </div>
      {remedy !== "" && <div className={styles.remedy}>{remedy}</div>}
      {problems.length > 0 && (
        <ul className={styles.problems} aria-label={strings.problemsOf(problems.length)}>
          {problems.map((problem) => (
            <li key={`${problem.sheet} ${problem.cell ?? ""} ${problem.message}`} className={styles.problem}>
              <strong>
                {problem.sheet} {problem.cell}
              </strong>
              <div>{problem.message}</div>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}

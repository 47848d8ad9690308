/** What is left to do, most pressing first; each line leads to where it is done. */
import { useMemo, type ReactElement } from "react";
import { review as reviewAction } from "../actions/review";
import { readyCount } from "../certificates/certificate-view";
import type { PaneState } from "../controller";
import { waitingQuestions, waitingRecords } from "../decide/waiting";
import { useFindings } from "../findings/use-findings";
import { Icon } from "../common/icons";
import { doubtfulHolders } from "../../certificates";
import { sendBackContent } from "../../send-back";
import { styles } from "../common/styles";
import { usePaneContext } from "../common/pane-context";
import { Section } from "../shell/view-panel";

interface Step {
  readonly id: string;
  readonly text: string;
  readonly go: () => void;
  /** The name of the view it leads to, or of the action it starts. */
  readonly to: string;
}

export function NextSteps({ state }: { readonly state: PaneState }): ReactElement {
  const { strings } = usePaneContext();
  const steps = useSteps(state);
  return (
    <Section id="ce-next" title={strings.overview.next}>
      {steps.length === 0 && <div className={styles.muted}>{strings.overview.nothingNext}</div>}
      <ul className={styles.list} data-testid="next-steps">
        {steps.map(({ id, text, to, go }) => (
          <li key={id}>
            <button type="button" data-testid={`todo-${id}`} className={styles.rowButton} onClick={go}>
              <Icon name="go" size={12} />
              <span className={styles.grow}>{text}</span>
              <span className={styles.muted}>{to}</span>
            </button>
          </li>
        ))}
      </ul>
    </Section>
  );
}

function useSteps(state: PaneState): readonly Step[] {
  const { controller, strings } = usePaneContext();
  const { index } = useFindings();
  const { outcome, ledger, outdated } = state;
  const counted = useMemo(() => {
    if (outcome === null) return null;
    const { review, submission } = outcome;
    const { toCorrect } = sendBackContent(submission, review).counts;
    return {
      questions: waitingQuestions(review).length,
      records: waitingRecords(review).length,
      ready: readyCount(outcome, ledger, controller.loadSettings()),
      toCorrect,
      doubtful: doubtfulHolders(ledger?.entries ?? submission.ledger, submission, review).length,
    };
  }, [outcome, ledger, controller]);
  if (counted === null) return [];
  const { todo } = strings.overview;
  const step = (id: string, when: boolean, text: string, to: string, go: () => void): readonly Step[] =>
    when ? [{ id, text, to, go }] : [];
  const errors = index?.severities.error ?? 0;
  const again = index?.fresh ?? 0;
  return [
    ...step("doubtful", counted.doubtful > 0, todo.doubtful(counted.doubtful), strings.views.certificates, () =>
      controller.go("certificates"),
    ),
    ...step("outdated", outdated !== null, todo.outdated, strings.reviewAgain, () => void controller.run(reviewAction)),
    ...step(
      "conflicts",
      (ledger?.conflicts.length ?? 0) + (ledger?.problems.length ?? 0) + (ledger?.missing.length ?? 0) > 0,
      todo.conflicts,
      strings.views.certificates,
      () => controller.go("certificates"),
    ),
    ...step("again", again > 0, todo.again(outcome?.again?.records.size ?? 0), strings.views.findings, () =>
      controller.goToFindings({ again: true }),
    ),
    ...step("questions", counted.questions > 0, todo.questions(counted.questions), strings.views.decide, () =>
      controller.goToDecide("questions"),
    ),
    ...step("records", counted.records > 0, todo.records(counted.records), strings.views.decide, () =>
      controller.goToDecide("records"),
    ),
    ...step("errors", errors > 0, todo.errors(errors), strings.views.findings, () =>
      controller.goToFindings({ severity: "error" }),
    ),
    ...step("send-back", counted.toCorrect > 0, todo.sendBack(counted.toCorrect), strings.views.papers, () =>
      controller.go("papers"),
    ),
    ...step("certificates", counted.ready > 0, todo.certificates(counted.ready), strings.views.certificates, () =>
      controller.go("certificates"),
    ),
  ];
}

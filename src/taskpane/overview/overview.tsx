/** Where the review stands: what to do next, the verdicts, the most frequent problems, and what is under review. */
import { PrimaryButton } from "@fluentui/react";
import type { ReactElement } from "react";
import { review as reviewAction } from "../actions/review";
import { DEFAULT_POLICY_ID, policyOf } from "../../policy";
import type { PersonVerdict, RecordVerdict, Review, YearStatus } from "../../review/types";
import type { PaneState } from "../controller";
import { SeverityMark } from "../common/severity-mark";
import { useFindings } from "../findings/use-findings";
import { ProductIcon } from "../common/icons";
import { shell } from "../shell/shell-styles";
import { isFirstReview } from "../state";
import { styles } from "../common/styles";
import { usePaneContext } from "../common/pane-context";
import { VERSION } from "../../version";
import { Loading, Section } from "../shell/view-panel";
import { Incoming } from "./incoming";
import { LeftAside } from "./left-aside";
import { NextSteps } from "./next-steps";
import { Record } from "./record";
import { Totals, type TallyKind } from "./totals";

const PEOPLE: Readonly<Record<TallyKind, PersonVerdict>> = { good: "qualified", bad: "unqualified", open: "pending" };
const YEARS: Readonly<Record<TallyKind, YearStatus>> = { good: "met", bad: "unmet", open: "pending" };
const RECORDS: Readonly<Record<TallyKind, RecordVerdict>> = { good: "credited", bad: "rejected", open: "pending" };

export function Overview({ state }: { readonly state: PaneState }): ReactElement {
  const { controller, strings } = usePaneContext();
  const { outcome } = state;
  if (outcome === null)
    return isFirstReview(state) ? (
      <Loading text={strings.overview.loading} />
    ) : (
      <>
        <Incoming state={state} />
        <Welcome record={state.record} />
      </>
    );
  const { review, submission } = outcome;
  return (
    <div className={styles.columns}>
      <Incoming state={state} />
      <NextSteps state={state} />
      <Totals
        review={review}
        onPeople={(kind) => controller.goToPeople({ verdict: PEOPLE[kind] })}
        onYears={(kind) => controller.goToPeople({ year: YEARS[kind] })}
        onRecords={(kind) =>
          kind === "open" ? controller.go("decide") : controller.goToFindings({ record: RECORDS[kind] })
        }
      />
      <Frequent />
      <Section id="ce-about" title={strings.overview.about}>
        <div>{strings.counts(review.people.length, review.records.length)}</div>
        <div className={styles.hint}>{strings.overview.live}</div>
        <LeftAside submission={submission} busy={state.running !== null} />
        <Version policy={review.policy} />
        <Record state={state.record} submission={submission} />
      </Section>
    </div>
  );
}

const titleOf = ({ policy }: Pick<Review, "policy">): string => policyOf(policy)?.title ?? policy;

/** Which version this is, and the notice it reviews by. */
function Version({ policy }: { readonly policy: string }): ReactElement {
  const { strings } = usePaneContext();
  return (
    <div className={styles.hint} data-testid="version">
      {strings.overview.version(VERSION, titleOf({ policy }))}
    </div>
  );
}

function Frequent(): ReactElement {
  const { controller, strings } = usePaneContext();
  const { index } = useFindings();
  const frequent = (index?.codes ?? []).filter(({ severity }) => severity !== "info").slice(0, 5);
  return (
    <Section id="ce-frequent" title={strings.overview.frequent}>
      {frequent.length === 0 && <div className={styles.muted}>{strings.overview.noFindings}</div>}
      <ul className={styles.list}>
        {frequent.map(({ code, severity, problem, count }) => (
          <li key={code}>
            <button
              type="button"
              data-testid="frequent"
              data-frequent={code}
              className={styles.rowButton}
              onClick={() => controller.goToFindings({ code })}
            >
              <SeverityMark severity={severity} />
              <span className={styles.grow}>{problem}</span>
              <span className={styles.muted}>{strings.overview.times(count)}</span>
            </button>
          </li>
        ))}
      </ul>
    </Section>
  );
}

/** Before the first review: what the add-in does, in three steps, and the button. */
function Welcome({ record }: Pick<PaneState, "record">): ReactElement {
  const { controller, strings } = usePaneContext();
  const words = strings.overview;
  return (
    <div className={shell.empty} data-testid="welcome">
      <ProductIcon size={44} />
      <h2 className={shell.emptyTitle}>{words.welcome}</h2>
      {record === null ? <p>{words.welcomeText}</p> : <Record state={record} submission={null} />}
      <ol className={shell.emptySteps}>
        {words.steps.map((step, at) => (
          <li key={step} className={shell.emptyStep}>
            <span className={shell.stepNumber} aria-hidden="true">
              {at + 1}
            </span>
            <span>{step}</span>
          </li>
        ))}
      </ol>
      <PrimaryButton className={styles.wide} text={strings.review} onClick={() => void controller.run(reviewAction)} />
      <Version policy={DEFAULT_POLICY_ID} />
    </div>
  );
}

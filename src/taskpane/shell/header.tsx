/** The pane's header: unit and year, the review button, progress, and the status line. */
import { DefaultButton, PrimaryButton } from "@fluentui/react";
import type { ReactElement } from "react";
import { review } from "../actions/review";
import type { PaneState } from "../controller";
import { ProductIcon } from "../common/icons";
import { shell } from "./shell-styles";
import { Status } from "./status";
import { usePaneContext } from "../common/pane-context";

export function Header({ state }: { readonly state: PaneState }): ReactElement {
  const { controller, strings } = usePaneContext();
  const { outcome, running } = state;
  return (
    <header className={shell.header}>
      <div className={shell.headLine}>
        <ProductIcon />
        <div className={shell.names}>
          <h1 className={shell.unit} title={outcome?.unit.unitName ?? strings.product}>
            {outcome?.unit.unitName ?? strings.product}
          </h1>
          {outcome !== null && <div className={shell.year}>{strings.year(outcome.unit.applicationYear)}</div>}
        </div>
        <PrimaryButton
          data-testid="review"
          className={shell.start}
          text={outcome === null ? strings.review : strings.reviewAgain}
          disabled={running !== null}
          allowDisabledFocus
          onClick={() => void controller.run(review)}
        />
      </div>
      {running !== null && <Progress running={running} />}
      <Status state={state} />
    </header>
  );
}

function Progress({ running }: { readonly running: NonNullable<PaneState["running"]> }): ReactElement {
  const { controller, language, strings } = usePaneContext();
  const { action, progress, percent, cancelling } = running;
  const words = action.words[language];
  const waits = progress?.step === "waiting-for-edit";
  const step = cancelling ? strings.cancelling : `${words.running} · ${strings.steps[progress?.step ?? "starting"]}`;
  return (
    <div className={shell.running}>
      <div className={shell.runningText}>
        <div className={shell.runningLine}>
          <span className={waits ? shell.waiting : undefined}>{waits ? strings.steps["waiting-for-edit"] : step}</span>
          <span>{percent !== null && `${percent}%`}</span>
        </div>
        <div
          className={shell.bar}
          role="progressbar"
          aria-label={words.running}
          aria-valuemin={0}
          aria-valuemax={100}
          aria-valuetext={waits ? strings.waitingHint : step}
          {...(percent === null ? {} : { "aria-valuenow": percent })}
        >
          <div className={shell.barFill} style={{ width: `${percent ?? 0}%` }} />
        </div>
        {waits && <div className={shell.remedy}>{strings.waitingHint}</div>}
      </div>
      <DefaultButton
        data-testid="cancel"
        text={strings.cancel}
        disabled={cancelling || progress?.final === true}
        allowDisabledFocus
        onClick={controller.cancel}
      />
    </div>
  );
}

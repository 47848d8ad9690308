/** What comes after a review: a workbook to send back, frozen results, or the sheets as they came. */
import { DefaultButton, PrimaryButton } from "@fluentui/react";
import type { ReactElement } from "react";
import type { PaneState } from "../controller";
import { styles } from "../shared/styles";
import { useSurroundings } from "../shared/pane-context";
import { Section } from "../shell/view-panel";
import { SendBack } from "./send-back";

export function Output({ state }: { readonly state: PaneState }): ReactElement {
  const { controller, strings } = useSurroundings();
  const words = strings.output;
  return (
    <Section id="ce-output" title={words.title}>
      <div className={styles.actions}>
        <SendBack state={state} />
        <div>
          <DefaultButton
            data-testid="freeze"
            className={styles.wide}
            text={words.freeze}
            disabled={state.running !== null}
            onClick={() => void controller.freeze()}
          />
          <div className={styles.hint}>{words.freezeHint}</div>
        </div>
      </div>
    </Section>
  );
}

export function Clearing({ state }: { readonly state: PaneState }): ReactElement {
  const { controller, strings } = useSurroundings();
  const words = strings.output;
  const busy = state.running !== null;
  return (
    <Section id="ce-clear" title={words.clearTitle}>
      {state.form === "clear" ? (
        <ClearForm busy={busy} />
      ) : (
        <div>
          <DefaultButton
            data-testid="clear"
            className={styles.wide}
            text={words.clear}
            disabled={busy}
            autoFocus={state.closed === "clear"}
            onClick={() => controller.openForm("clear")}
          />
          <div className={styles.hint}>{words.clearHint}</div>
        </div>
      )}
    </Section>
  );
}

function ClearForm({ busy }: { readonly busy: boolean }): ReactElement {
  const { controller, strings } = useSurroundings();
  const words = strings.output;
  return (
    <div className={styles.form} role="group" aria-label={words.clear}>
      <div className={styles.warning}>
        <strong>{words.clearHint}</strong>
        <div>{words.clearWarning}</div>
      </div>
      <div className={styles.formButtons}>
        <PrimaryButton
          data-testid="clear-confirm"
          text={words.confirmClear}
          disabled={busy}
          allowDisabledFocus
          onClick={() => void controller.clear()}
        />
        <DefaultButton autoFocus text={strings.back} onClick={controller.closeForm} />
      </div>
      <DefaultButton
        data-testid="forget"
        className={styles.wide}
        text={words.forget}
        disabled={busy}
        allowDisabledFocus
        onClick={() => void controller.forget()}
      />
      <div className={styles.hint}>{words.forgetHint}</div>
    </div>
  );
}

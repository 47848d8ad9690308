/** What comes after a review: frozen results, or the sheets as they came. */
import { DefaultButton, PrimaryButton } from "@fluentui/react";
import type { ReactElement } from "react";
import type { PaneState } from "./controller";
import { Section, useSurroundings } from "./pane";
import { SendBack } from "./send-back";
import { styles } from "./styles";

export function Output({ state }: { readonly state: PaneState }): ReactElement {
  const { controller, strings } = useSurroundings();
  const busy = state.running !== null;
  return (
    <Section id="ce-output" title={strings.output}>
      <div className={styles.outputs}>
        <SendBack state={state} />
        <div>
          <DefaultButton data-testid="freeze" className={styles.wide} text={strings.freeze} disabled={busy} onClick={() => void controller.freeze()} />
          <div className={styles.hint}>{strings.freezeHint}</div>
        </div>
        {state.form === "clear" ? (
          <ClearForm />
        ) : (
          <div>
            <DefaultButton data-testid="clear" className={styles.wide} text={strings.clear} disabled={busy} onClick={() => controller.openForm("clear")} />
            <div className={styles.hint}>{strings.clearHint}</div>
          </div>
        )}
      </div>
    </Section>
  );
}

function ClearForm(): ReactElement {
  const { controller, strings } = useSurroundings();
  return (
    <div className={styles.form} role="group" aria-label={strings.clear}>
      <div className={styles.warning}>
        <strong>{strings.clearHint}</strong>
        <div>{strings.clearWarning}</div>
      </div>
      <div className={styles.formButtons}>
        <PrimaryButton data-testid="clear-confirm" text={strings.confirmClear} onClick={() => void controller.clear()} />
        <DefaultButton autoFocus text={strings.back} onClick={controller.closeForm} />
      </div>
      <DefaultButton data-testid="forget" className={styles.wide} text={strings.forget} onClick={() => void controller.forget()} />
      <div className={styles.hint}>{strings.forgetHint}</div>
    </div>
  );
}

/** Asks before the results are cleared, and offers to clear the decisions and the ledger as well. */
import { DefaultButton, PrimaryButton } from "@fluentui/react";
import type { ReactElement } from "react";
import type { FormProps } from "../actions/action";
import { forget } from "../actions/forget";
import { usePaneContext } from "../common/pane-context";
import { styles } from "../common/styles";

export function ClearForm({ title, busy, run, close }: FormProps<undefined>): ReactElement {
  const { controller, language, strings } = usePaneContext();
  const words = strings.output;
  const everything = forget.words[language];
  return (
    <div className={styles.form} role="group" aria-label={title}>
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
          onClick={() => void run(undefined)}
        />
        <DefaultButton autoFocus text={strings.back} onClick={close} />
      </div>
      <DefaultButton
        data-testid="forget"
        className={styles.wide}
        text={everything.button}
        disabled={busy}
        allowDisabledFocus
        onClick={() => void controller.run(forget)}
      />
      <div className={styles.hint}>{everything.hint}</div>
    </div>
  );
}

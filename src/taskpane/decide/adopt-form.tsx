/** Asks who decides, before all open questions are decided by their provisional options. */
import { DefaultButton, PrimaryButton, TextField } from "@fluentui/react";
import { useState, type FormEvent, type ReactElement } from "react";
import { effectWords } from "../../results";
import type { FormProps } from "../actions/action";
import { useDraft } from "../common/form-drafts";
import { usePaneContext } from "../common/pane-context";
import { recallName, rememberName } from "../common/remembered-name";
import { styles } from "../common/styles";

export function AdoptForm({ title, busy, state, run, close }: FormProps<{ readonly name: string }>): ReactElement {
  const { language, strings } = usePaneContext();
  const words = strings.decide;
  const { draft, change, forget } = useDraft("adopt", () => ({ name: recallName() }));
  const [refused, setRefused] = useState(false);
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    const name = draft.name.trim();
    setRefused(name === "");
    if (name === "" || busy) return;
    rememberName(name);
    if (await run({ name })) forget();
  };
  return (
    <form className={styles.form} onSubmit={(event) => void submit(event)} noValidate aria-label={title}>
      {state.adoption !== null && (
        <div className={styles.hint} data-testid="adopt-effect">
          {words.adoptionEffect(effectWords(state.adoption, language))}
        </div>
      )}
      <TextField
        data-testid="adopt-name"
        label={words.adoptName}
        required
        autoFocus
        maxLength={40}
        value={draft.name}
        description={words.adoptHint}
        errorMessage={refused ? words.nameMissing : ""}
        onChange={(_, value) => change({ name: value ?? "" })}
      />
      <div className={styles.formButtons}>
        <PrimaryButton
          data-testid="adopt-confirm"
          type="submit"
          text={words.confirmAdopt}
          disabled={busy}
          allowDisabledFocus
        />
        <DefaultButton text={strings.back} onClick={close} />
      </div>
    </form>
  );
}

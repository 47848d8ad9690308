/** The office's key as a file: kept in a safe place, or taken from another of the office's machines. */
import { DefaultButton, PrimaryButton, TextField } from "@fluentui/react";
import { useState, type ChangeEvent, type ReactElement } from "react";
import { isKeyFile } from "../../trust";
import type { FormProps } from "../actions/action";
import { usePaneContext } from "../common/pane-context";
import { styles } from "../common/styles";

export function OfficeKeyForm({ title, busy, run, close }: FormProps<{ readonly text: string }>): ReactElement {
  const { controller, strings } = usePaneContext();
  const words = strings.output.officeKey;
  const [text, setText] = useState("");
  const [shown, setShown] = useState(false);
  const isWrong = text !== "" && !isKeyFile(text);
  const choose = async ({ target }: ChangeEvent<HTMLInputElement>): Promise<void> => {
    const file = target.files?.[0];
    if (file !== undefined) setText(await file.text());
  };
  const own = controller.officeKeyFile();
  return (
    <div className={styles.form} role="group" aria-label={title}>
      <div>{words.keep}</div>
      <a
        data-testid="office-key-download"
        download="office-key.json"
        href={`data:application/json;charset=utf-8,${encodeURIComponent(own)}`}
      >
        {words.download}
      </a>
      <DefaultButton
        data-testid="office-key-show"
        text={words.show}
        onClick={() => setShown(!shown)}
        aria-expanded={shown}
      />
      {shown && <TextField label={words.file} multiline readOnly rows={4} value={own} />}
      <label>
        <strong>{words.take}</strong>
        <input
          data-testid="office-key-file"
          type="file"
          accept=".json"
          disabled={busy}
          style={{ display: "block", maxWidth: "100%", marginTop: 4 }}
          onChange={(event) => void choose(event)}
        />
      </label>
      {isWrong && <div role="alert">{words.wrong}</div>}
      <div className={styles.hint}>{words.takeHint}</div>
      <div className={styles.formButtons}>
        <PrimaryButton
          data-testid="office-key-confirm"
          text={words.confirm}
          disabled={busy || text === "" || isWrong}
          allowDisabledFocus
          onClick={() => void run({ text })}
        />
        <DefaultButton text={strings.back} onClick={close} />
      </div>
    </div>
  );
}

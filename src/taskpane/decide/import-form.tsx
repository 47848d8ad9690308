/** Decisions of another workbook: choose its file, see what would be taken over, confirm. */
import { DefaultButton, PrimaryButton } from "@fluentui/react";
import { useState, type ChangeEvent, type ReactElement } from "react";
import type { DecisionPreview } from "../../excel";
import { optionLabel, questionText } from "../../messages";
import type { FormProps } from "../actions/action";
import { previewDecisions } from "../actions/preview-decisions";
import { bytesOf } from "../common/file";
import { takeFocus } from "../common/focus";
import { styles } from "../common/styles";
import { usePaneContext } from "../common/pane-context";

export function ImportForm({ state, title, busy, run, close }: FormProps<DecisionPreview>): ReactElement {
  const { controller, strings } = usePaneContext();
  const { preview } = state;
  const [reading, setReading] = useState(false);
  const choose = async ({ target }: ChangeEvent<HTMLInputElement>): Promise<void> => {
    const file = target.files?.[0];
    if (file === undefined) return;
    setReading(true);
    await controller.run(previewDecisions, { name: file.name, bytes: await bytesOf(file) });
    setReading(false);
  };
  return (
    <div className={styles.form} role="group" aria-label={title}>
      {preview === null ? (
        <label>
          <strong>{strings.decide.importFile}</strong>
          <input
            data-testid="import-file"
            type="file"
            accept=".xlsx,.xlsm"
            autoFocus
            disabled={reading || busy}
            style={{ display: "block", maxWidth: "100%", marginTop: 4 }}
            onChange={(event) => void choose(event)}
          />
        </label>
      ) : (
        <Preview preview={preview} />
      )}
      <div className={styles.hint}>{strings.decide.importHint}</div>
      <div className={styles.formButtons}>
        {preview !== null && (
          <PrimaryButton
            data-testid="import-confirm"
            text={strings.decide.confirmImport}
            disabled={busy || preview.taken.length === 0}
            allowDisabledFocus={busy}
            onClick={() => void run(preview)}
          />
        )}
        <DefaultButton data-testid="import-back" text={strings.back} onClick={close} />
      </div>
    </div>
  );
}

function Preview({ preview }: { readonly preview: DecisionPreview }): ReactElement {
  const { language, strings } = usePaneContext();
  const { taken, same, conflicts, unreadable, unknown } = preview;
  const label = (id: string, option: string): string => optionLabel(id, option, language);
  return (
    <div data-testid="import-preview" ref={takeFocus} tabIndex={-1}>
      <strong>{strings.decide.importFrom(preview.fileName)}</strong>
      <div>{strings.decide.importTaken(taken.length)}</div>
      {taken.length > 0 && (
        <ul
          className={`${styles.list} ${styles.scroll}`}
          tabIndex={0}
          aria-label={strings.decide.importTaken(taken.length)}
        >
          {taken.map(({ id, option, text, by, on }) => (
            <li key={id} className={styles.fix}>
              <strong>{id}</strong> {questionText(id, language)} {label(id, option ?? text)}{" "}
              <span className={styles.muted}>{[by, on].filter(Boolean).join(" ")}</span>
            </li>
          ))}
        </ul>
      )}
      {same.length > 0 && <div className={styles.muted}>{strings.decide.importSame(same.length)}</div>}
      {conflicts.length > 0 && (
        <div className={styles.warning}>
          {strings.decide.importConflicts(conflicts.length)}
          {conflicts.map(({ id, own, other }) => (
            <div key={id} className={styles.fix}>
              {strings.decide.importConflict(`${id} ${questionText(id, language)}`, label(id, own), label(id, other))}
            </div>
          ))}
        </div>
      )}
      {unreadable.length > 0 && (
        <div className={styles.muted}>
          {strings.decide.importUnreadable(
            unreadable.map(({ id, text }) => `${id} ${questionText(id, language)} “${text}”`),
          )}
        </div>
      )}
      {unknown.length > 0 && <div className={styles.muted}>{strings.decide.importUnknown(unknown)}</div>}
    </div>
  );
}

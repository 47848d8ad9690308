/** Exports the notice in use, and has a policy workbook checked before the workbook is reviewed by it. */
import { DefaultButton, PrimaryButton } from "@fluentui/react";
import { useState, type ChangeEvent, type ReactElement } from "react";
import type { PolicyPreview } from "../../excel";
import { policyFindingText } from "../../messages";
import { DEFAULT_POLICY_ID, policyOf } from "../../policy";
import { exportPolicy } from "../actions/export-policy";
import { previewPolicy } from "../actions/preview-policy";
import type { FormProps } from "../actions/action";
import { placeOfAddress } from "../common/cell-labels";
import { bytesOf } from "../common/file";
import { takeFocus } from "../common/focus";
import { usePaneContext } from "../common/pane-context";
import { SeverityMark } from "../common/severity-mark";
import { styles } from "../common/styles";
import { policyStrings } from "./policy-strings";

/** More are read in the sheets themselves. */
const MOST_SHOWN = 100;

export function PolicyForm({ state, title, busy, run, close }: FormProps<Pick<PolicyPreview, "kept">>): ReactElement {
  const { controller, language, strings } = usePaneContext();
  const words = policyStrings[language];
  const { policyPreview: preview } = state;
  const [reading, setReading] = useState(false);
  const id = state.outcome?.review.policy ?? DEFAULT_POLICY_ID;
  const isWorkbookPolicy = id.includes("@");
  const read = async (file: Parameters<typeof previewPolicy.run>[1]["file"]): Promise<void> => {
    setReading(true);
    await controller.run(previewPolicy, { file });
    setReading(false);
  };
  const choose = async ({ target }: ChangeEvent<HTMLInputElement>): Promise<void> => {
    const file = target.files?.[0];
    if (file !== undefined) await read({ name: file.name, bytes: await bytesOf(file) });
  };
  return (
    <div className={styles.form} role="group" aria-label={title}>
      <div>{words.inUse(policyOf(id)?.title ?? id)}</div>
      <DefaultButton
        data-testid="policy-export"
        text={words.export}
        disabled={busy}
        onClick={() => void controller.run(exportPolicy, { id })}
      />
      <label>
        <strong>{words.file}</strong>
        <input
          data-testid="policy-file"
          type="file"
          accept=".xlsx,.xlsm"
          disabled={reading || busy}
          style={{ display: "block", maxWidth: "100%", marginTop: 4 }}
          onChange={(event) => void choose(event)}
        />
      </label>
      <DefaultButton data-testid="policy-open" text={words.open} disabled={busy} onClick={() => void read(null)} />
      {preview !== null && <Preview preview={preview} />}
      <div className={styles.hint}>{words.hint}</div>
      <div className={styles.formButtons}>
        {preview !== null && (
          <PrimaryButton
            data-testid="policy-confirm"
            text={words.use}
            disabled={busy || preview.kept === null}
            allowDisabledFocus={busy}
            onClick={() => void run({ kept: preview.kept })}
          />
        )}
        {isWorkbookPolicy && (
          <DefaultButton
            data-testid="policy-leave"
            text={words.leave}
            disabled={busy}
            onClick={() => void run({ kept: null })}
          />
        )}
        <DefaultButton data-testid="policy-back" text={strings.back} onClick={close} />
      </div>
    </div>
  );
}

function Preview({ preview }: { readonly preview: PolicyPreview }): ReactElement {
  const { controller, language } = usePaneContext();
  const words = policyStrings[language];
  const { title, findings, kept, file } = preview;
  const errors = findings.filter(({ severity }) => severity === "error").length;
  const verdict =
    kept === null
      ? title === ""
        ? words.unread
        : words.errors(errors)
      : findings.length === 0
        ? words.clean
        : words.found(findings.length);
  return (
    <div data-testid="policy-findings" ref={takeFocus} tabIndex={-1}>
      {title !== "" && <strong>{words.of(title)}</strong>}
      <div>{verdict}</div>
      <ul className={styles.list}>
        {findings.slice(0, MOST_SHOWN).map((finding) => {
          const { code, severity, sheet, cell } = finding;
          const place = cell === null ? null : placeOfAddress(sheet, cell);
          const where = cell === null ? sheet : `${sheet}!${cell}`;
          return (
            <li key={`${code} ${where}`} className={styles.fix}>
              <SeverityMark severity={severity} />{" "}
              {file === null && place !== null ? (
                <button type="button" className={styles.link} onClick={() => void controller.select(place)}>
                  {where}
                </button>
              ) : (
                <strong>{where}</strong>
              )}{" "}
              {policyFindingText(finding, language)}
            </li>
          );
        })}
      </ul>
      {findings.length > MOST_SHOWN && <div className={styles.hint}>{words.more(findings.length - MOST_SHOWN)}</div>}
    </div>
  );
}

/** Asks which rows that came with the workbook the office takes over or puts aside, who does it, and why. */
import { Checkbox, DefaultButton, PrimaryButton, TextField } from "@fluentui/react";
import { useState, type ReactElement } from "react";
import type { FormProps } from "../actions/action";
import type { DealRequest } from "./deal-request";
import { useDraft } from "../common/form-drafts";
import { usePaneContext } from "../common/pane-context";
import { recallName, rememberName } from "../common/remembered-name";
import { styles } from "../common/styles";
import { incomingGroups } from "./incoming-groups";

/** The choice of the settings among those of groups of rows. */
const SETTINGS = "";
/** Rows of a group that are named one by one. */
const MOST_NAMED = 20;

export function IncomingForm({ state, title, busy, run, close }: FormProps<DealRequest>): ReactElement {
  const { strings } = usePaneContext();
  const words = strings.overview.incoming;
  const groups = incomingGroups(state.incoming.rows);
  const { draft, change, forget } = useDraft("incoming", () => ({ name: recallName(), reason: "" }));
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set());
  const [refused, setRefused] = useState(false);
  const stored = state.incoming.settings.length;
  const withSettings = stored > 0 && !left.has(SETTINGS);
  const chosen = groups.filter(({ key }) => !left.has(key)).flatMap(({ rows }) => rows);
  const count = chosen.length + (withSettings ? stored : 0);
  const deal = async (take: DealRequest["take"]): Promise<void> => {
    const by = draft.name.trim();
    setRefused(by === "");
    if (by === "" || busy || count === 0) return;
    rememberName(by);
    if (await run({ take, rows: chosen, withSettings, by, reason: draft.reason.trim() })) forget();
  };
  const choose = (key: string, checked: boolean): void => {
    const next = new Set(left);
    if (checked) next.delete(key);
    else next.add(key);
    setLeft(next);
  };
  return (
    <div className={styles.form} role="group" aria-label={title}>
      {stored > 0 && (
        <Checkbox
          label={words.settings(stored)}
          checked={!left.has(SETTINGS)}
          onChange={(_, checked) => choose(SETTINGS, checked === true)}
        />
      )}
      {groups.map(({ key, sheet, by, rows }) => (
        <div key={key}>
          <Checkbox
            label={words.rows(sheet, rows.length, by)}
            inputProps={{ "data-testid": "incoming-group" } as object}
            checked={!left.has(key)}
            onChange={(_, checked) => choose(key, checked === true)}
          />
          <details className={styles.details}>
            <summary tabIndex={0}>{words.which}</summary>
            <ul className={styles.list}>
              {rows.slice(0, MOST_NAMED).map((row) => (
                <li key={row.row} className={styles.where}>
                  {`${row.row + 1} ${row.about}`}
                </li>
              ))}
              {rows.length > MOST_NAMED && <li className={styles.where}>{words.more(rows.length - MOST_NAMED)}</li>}
            </ul>
          </details>
        </div>
      ))}
      <TextField
        data-testid="incoming-name"
        label={words.name}
        required
        maxLength={40}
        value={draft.name}
        errorMessage={refused ? strings.decide.nameMissing : ""}
        onChange={(_, value) => change({ name: value ?? "" })}
      />
      <TextField
        data-testid="incoming-reason"
        label={words.reason}
        maxLength={200}
        value={draft.reason}
        onChange={(_, value) => change({ reason: value ?? "" })}
      />
      <div className={styles.hint}>{words.hint}</div>
      <div className={styles.formButtons}>
        <PrimaryButton
          data-testid="incoming-confirm"
          text={words.takeOver(count)}
          disabled={busy || count === 0}
          allowDisabledFocus
          onClick={() => void deal("over")}
        />
        <DefaultButton
          data-testid="incoming-aside"
          text={words.putAside(count)}
          disabled={busy || count === 0}
          allowDisabledFocus
          onClick={() => void deal("aside")}
        />
        <DefaultButton text={strings.back} onClick={close} />
      </div>
    </div>
  );
}

/** A unit hands in again: choose the workbook reviewed before, see what changed and what would come along, take it over. */
import { Checkbox, DefaultButton, PrimaryButton, TextField } from "@fluentui/react";
import { useState, type ChangeEvent, type FormEvent, type ReactElement } from "react";
import type { RoundPreview } from "../../excel";
import type { RoundLine } from "../../rounds";
import { shownNumber } from "../../submission";
import type { FormProps } from "../actions/action";
import { previewRound } from "../actions/preview-round";
import { bytesOf } from "../common/file";
import { takeFocus } from "../common/focus";
import { useDraft } from "../common/form-drafts";
import { usePaneContext } from "../common/pane-context";
import { recallName, rememberName } from "../common/remembered-name";
import { styles } from "../common/styles";

/** The most lines of the preview; the sheet 上轮对照 has all of them. */
const MOST = 100;

export interface RoundRequest {
  readonly previous: RoundPreview["previous"];
  /** Who relies on earlier years' certificates; blank where no year is proven by one. */
  readonly name: string;
}

export function RoundForm({ state, title, busy, run, close }: FormProps<RoundRequest>): ReactElement {
  const { controller, strings } = usePaneContext();
  const words = strings.round;
  const preview = state.roundPreview;
  const [reading, setReading] = useState(false);
  const choose = async ({ target }: ChangeEvent<HTMLInputElement>): Promise<void> => {
    const file = target.files?.[0];
    if (file === undefined) return;
    setReading(true);
    await controller.run(previewRound, { name: file.name, bytes: await bytesOf(file) });
    setReading(false);
  };
  if (preview !== null) return <Confirm preview={preview} title={title} busy={busy} run={run} close={close} />;
  return (
    <div className={styles.form} role="group" aria-label={title}>
      <label>
        <strong>{words.file}</strong>
        <input
          data-testid="round-file"
          type="file"
          accept=".xlsx,.xlsm"
          autoFocus
          disabled={reading || busy}
          style={{ display: "block", maxWidth: "100%", marginTop: 4 }}
          onChange={(event) => void choose(event)}
        />
      </label>
      <div className={styles.hint}>{words.hint}</div>
      <div className={styles.formButtons}>
        <DefaultButton data-testid="round-back" text={strings.back} onClick={close} />
      </div>
    </div>
  );
}

interface ConfirmProps extends Pick<FormProps<RoundRequest>, "title" | "busy" | "run" | "close"> {
  readonly preview: RoundPreview;
}

/** Asks for a name only where earlier certificates prove years: decisions keep the names they have. */
function Confirm({ preview, title, busy, run, close }: ConfirmProps): ReactElement {
  const { strings } = usePaneContext();
  const words = strings.round;
  const { otherUnit, carried, kind } = preview;
  const { draft, change, forget } = useDraft(`round ${preview.previous.fileName}`, () => ({
    name: recallName(),
    sameUnit: false,
  }));
  const { name, sameUnit } = draft;
  const [refused, setRefused] = useState(false);
  const signed = carried.proofs.taken.length > 0;
  const nothing = kind === "year" && !signed && carried.decisions.taken.length === 0;
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    const given = name.trim();
    setRefused(signed && given === "");
    if (busy || (signed && given === "") || (otherUnit !== null && !sameUnit) || nothing) return;
    if (signed) rememberName(given);
    if (await run({ previous: preview.previous, name: given })) forget();
  };
  return (
    <form className={styles.form} onSubmit={(event) => void submit(event)} noValidate aria-label={title}>
      <Preview preview={preview} />
      {otherUnit !== null && (
        <div className={styles.warning}>
          <div>{words.otherUnit(otherUnit.own, otherUnit.other)}</div>
          <Checkbox
            inputProps={{ "data-testid": "round-same-unit" } as Record<string, string>}
            label={words.sameUnit}
            checked={sameUnit}
            onChange={(_, checked) => change({ sameUnit: checked === true })}
          />
        </div>
      )}
      {signed && (
        <TextField
          data-testid="round-name"
          label={words.by}
          required
          maxLength={40}
          value={name}
          description={words.byHint}
          errorMessage={refused ? words.byMissing : ""}
          onChange={(_, value) => change({ name: value ?? "" })}
        />
      )}
      <div className={styles.formButtons}>
        <PrimaryButton
          data-testid="round-confirm"
          type="submit"
          text={words.confirm}
          disabled={busy || nothing || (otherUnit !== null && !sameUnit)}
          allowDisabledFocus={busy}
        />
        <DefaultButton data-testid="round-back" text={strings.back} onClick={close} />
      </div>
    </form>
  );
}

function Preview({ preview: { previous, carried, outcome, kind } }: { readonly preview: RoundPreview }): ReactElement {
  const { strings } = usePaneContext();
  const words = strings.round;
  const { decisions, round, proofs } = carried;
  const lines = outcome?.comparison.lines ?? [];
  const warnings = [
    ...(round?.opinions.conflicts ?? []).map(({ name, row, own, other }) =>
      words.opinionConflict(name, row + 1, own, other),
    ),
    ...(round?.ledger.conflicts ?? []).map(words.ledgerConflict),
    ...(outcome?.doubtful ?? []).map(words.doubtful),
    ...proofs.refused.map(words.refused),
  ];
  return (
    <div data-testid="round-preview" ref={takeFocus} tabIndex={-1}>
      <strong>{words.from(previous.fileName, previous.submission.unit.applicationYear)}</strong>
      {outcome !== null && (
        <>
          <div>{words.counts("people", outcome.comparison.people)}</div>
          <div>{words.counts("records", outcome.comparison.records)}</div>
          <div>{words.again(outcome.again.records.size, outcome.again.people.size)}</div>
          {lines.length > 0 && (
            <details className={styles.details}>
              <summary tabIndex={0}>{words.list}</summary>
              <ul className={`${styles.list} ${styles.scroll}`} tabIndex={0} aria-label={words.list}>
                {lines.slice(0, MOST).map((line, at) => (
                  <li key={at} className={styles.fix}>
                    <RoundItem line={line} />
                  </li>
                ))}
              </ul>
              {lines.length > MOST && <div className={styles.muted}>{words.rest(lines.length - MOST)}</div>}
            </details>
          )}
        </>
      )}
      {round !== null && (
        <>
          <div>{words.opinions(round.opinions.counting, round.opinions.stale)}</div>
          {round.opinions.lost.length > 0 && (
            <div className={styles.muted}>{words.lost(round.opinions.lost.length)}</div>
          )}
          {round.ledger.taken.length > 0 && <div>{words.ledger(round.ledger.taken.length)}</div>}
        </>
      )}
      {kind === "year" && (
        <div>
          {words.proofs(proofs.taken.length, new Set(proofs.taken.map(({ registrationNo }) => registrationNo)).size)}
        </div>
      )}
      <div>{words.decisions(decisions.taken.length, decisions.conflicts.length)}</div>
      {warnings.length > 0 && (
        <div className={styles.warning}>
          {warnings.map((warning) => (
            <div key={warning} className={styles.fix}>
              {warning}
            </div>
          ))}
        </div>
      )}
    </div>
  );
}

function RoundItem({ line }: { readonly line: RoundLine }): ReactElement {
  const { strings } = usePaneContext();
  const { name, year, title, change } = line;
  const what = strings.round.what(line);
  return (
    <>
      <strong>{strings.round.changes[change]}</strong>{" "}
      {[name, shownNumber(line), year, title].filter((part) => part !== null && part !== "").join(" ")}
      {what !== "" && <div className={styles.muted}>{what}</div>}
    </>
  );
}

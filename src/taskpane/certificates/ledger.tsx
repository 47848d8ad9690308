/** 发证台账: its valid numbers, numbers in conflict, and voiding one. */
import { DefaultButton, PrimaryButton, TextField } from "@fluentui/react";
import { useState, type FormEvent, type ReactElement } from "react";
import { isValid, type LedgerRow, type LedgerState } from "../../certificates";
import { messageOf, problemText } from "../../messages";
import { shownNumber } from "../../submission";
import { voidCertificate } from "../actions/void-certificate";
import { withdrawPages } from "../actions/withdraw-pages";
import { useDraft } from "../common/form-drafts";
import { Icon } from "../common/icons";
import { styles } from "../common/styles";
import { usePaneContext } from "../common/pane-context";
import { useNotice } from "../common/use-notice";
import { space, token } from "../common/tokens";
import { MAX_LISTED, own, SEARCH_FROM } from "./certificate-styles";

interface LedgerProps {
  readonly ledger: LedgerState;
  readonly busy: boolean;
  readonly onVoid: (entry: LedgerRow) => void;
}

/** Numbers in conflict, which may not be printed, with buttons that void or withdraw them. */
export function Conflicts({ ledger, busy, onVoid }: LedgerProps): ReactElement | null {
  const { language, strings } = usePaneContext();
  const words = strings.certificate;
  if (ledger.problems.length > 0) {
    return (
      <div className={own.alarm} role="alert" data-testid="ledger-unreadable">
        <strong>{words.ledgerUnreadable}</strong>
        {ledger.problems.map((problem) => (
          <div key={`${problem.key} ${problem.cell ?? ""}`}>
            {problem.sheet} {problem.cell} {problemText(problem, language)}
          </div>
        ))}
      </div>
    );
  }
  return (
    <>
      {ledger.missing.length > 0 && (
        <div className={own.alarm} role="alert" data-testid="ledger-missing">
          <div className={styles.statusLine}>
            <Icon name="bad" />
            <strong>{words.missing(ledger.missing)}</strong>
          </div>
          <div className={styles.fix}>{words.missingHint}</div>
        </div>
      )}
      {ledger.conflicts.length > 0 && <ConflictList ledger={ledger} busy={busy} onVoid={onVoid} />}
    </>
  );
}

function ConflictList({ ledger, busy, onVoid }: LedgerProps): ReactElement {
  const { controller, language, strings } = usePaneContext();
  const notice = useNotice();
  const words = strings.certificate;
  return (
    <div className={own.alarm} role="alert" data-testid="ledger-conflicts">
      <div className={styles.statusLine}>
        <Icon name="bad" />
        <strong>{words.conflicts}</strong>
      </div>
      <div className={styles.fix}>{words.conflictsHint}</div>
      {ledger.conflicts.map(({ finding, entries }, at) => (
        <div key={at} className={own.conflict}>
          <div>{messageOf(finding, language, notice).problem}</div>
          {entries.map((entry) => (
            <div key={entry.row} className={own.head}>
              <button
                type="button"
                className={styles.link}
                aria-label={strings.goToCell(`${finding.place.sheet} ${entry.row + 1}`)}
                onClick={() => void controller.select({ ...finding.place, row: entry.row })}
              >
                {words.row(entry.row + 1)}
              </button>
              <span className={styles.grow}>
                {entry.certificateNo} {entry.name} {entry.issuedOn}
              </span>
              <button
                type="button"
                data-testid="void"
                data-row={entry.row}
                className={styles.link}
                disabled={busy}
                aria-label={words.voidTitle(entry.certificateNo, entry.name)}
                onClick={() => onVoid(entry)}
              >
                {voidCertificate.words[language].button}
              </button>
            </div>
          ))}
        </div>
      ))}
      <DefaultButton
        data-testid="withdraw"
        className={styles.more}
        text={withdrawPages.words[language].button}
        disabled={busy}
        onClick={() => void controller.run(withdrawPages)}
      />
    </div>
  );
}

export function Ledger({ ledger, busy, onVoid }: LedgerProps): ReactElement {
  const { language, strings } = usePaneContext();
  const words = strings.certificate;
  const [search, setSearch] = useState("");
  const valid = ledger.entries.filter(isValid);
  const wanted = search.trim().toLowerCase();
  const found = valid.filter((entry) =>
    `${entry.certificateNo} ${entry.name} ${entry.registrationNo} ${shownNumber(entry)}`.toLowerCase().includes(wanted),
  );
  if (valid.length === 0) return <div className={styles.muted}>{words.ledgerEmpty}</div>;
  return (
    <details className={styles.details} style={{ marginTop: 0 }} open={valid.length <= SEARCH_FROM}>
      <summary tabIndex={0} data-testid="ledger">
        {words.ledger(valid.length)}
      </summary>
      {valid.length >= SEARCH_FROM && (
        <TextField
          data-testid="find-number"
          ariaLabel={words.findNumber}
          placeholder={words.findNumber}
          value={search}
          onChange={(_, value) => setSearch(value ?? "")}
        />
      )}
      {found.length === 0 && <div className={styles.muted}>{words.noMatch}</div>}
      <ul className={`${styles.list} ${styles.scroll}`} aria-label={words.ledger(valid.length)}>
        {found.slice(0, MAX_LISTED).map((entry) => (
          <li
            key={entry.row}
            className={own.head}
            style={{ borderTop: `1px solid ${token("line")}`, padding: "4px 0" }}
          >
            <span>
              {entry.certificateNo} <strong>{entry.name}</strong>
              <div className={styles.muted}>
                {shownNumber(entry)} · {entry.issuedOn}
              </div>
            </span>
            <button
              type="button"
              data-testid="void"
              data-row={entry.row}
              className={styles.link}
              disabled={busy}
              aria-label={words.voidTitle(entry.certificateNo, entry.name)}
              onClick={() => onVoid(entry)}
            >
              {voidCertificate.words[language].button}
            </button>
          </li>
        ))}
      </ul>
    </details>
  );
}

export function VoidForm({
  entry,
  busy,
  onEnd,
}: {
  readonly entry: LedgerRow;
  readonly busy: boolean;
  readonly onEnd: () => void;
}): ReactElement {
  const { controller, strings } = usePaneContext();
  const words = strings.certificate;
  const { draft, change, forget } = useDraft(`void ${entry.certificateNo}`, () => ({ reason: "", reissue: false }));
  const { reason, reissue } = draft;
  const [refused, setRefused] = useState(false);
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    setRefused(reason.trim() === "");
    if (reason.trim() === "" || busy) return;
    const { row, certificateNo, registrationNo } = entry;
    // After a failure the reason stays in the form
    if (
      !(await controller.run(voidCertificate, {
        entry: { row, certificateNo, registrationNo },
        reason: reason.trim(),
        reissue,
      }))
    )
      return;
    forget();
    onEnd();
  };
  return (
    <form
      className={styles.form}
      onSubmit={(event) => void submit(event)}
      onKeyDown={(event) => {
        if (event.key !== "Escape") return;
        event.preventDefault();
        onEnd();
      }}
      noValidate
      aria-label={words.voidTitle(entry.certificateNo, entry.name)}
    >
      <strong>{words.voidTitle(entry.certificateNo, entry.name)}</strong>
      <div className={styles.hint}>{words.voidHint}</div>
      <TextField
        data-testid="void-reason"
        label={words.reason}
        required
        autoFocus
        maxLength={100}
        value={reason}
        errorMessage={refused ? words.reasonMissing : ""}
        onChange={(_, value) => change({ reason: value ?? "" })}
      />
      <label style={{ display: "flex", gap: space.tiny }}>
        <input
          data-testid="void-reissue"
          type="checkbox"
          className={own.box}
          checked={reissue}
          onChange={() => change({ reissue: !reissue })}
        />
        <span>{words.reissue}</span>
      </label>
      <div className={styles.hint}>{words.undo}</div>
      <div className={styles.formButtons}>
        <PrimaryButton
          data-testid="void-confirm"
          type="submit"
          text={words.confirmVoid}
          disabled={busy}
          allowDisabledFocus
        />
        <DefaultButton text={words.back} onClick={onEnd} />
      </div>
    </form>
  );
}

/** What comes after a review: certificates, frozen results, or the sheets as they came. */
import { DefaultButton, PrimaryButton, TextField } from "@fluentui/react";
import { useMemo, useState, type FormEvent, type ReactElement } from "react";
import type { ReviewOutcome } from "../excel";
import type { PaneState } from "./controller";
import { Section, useSurroundings } from "./pane";
import { SendBack } from "./send-back";
import { styles } from "./styles";
import { certificateView } from "./view-model";

export function Output({ state }: { readonly state: PaneState }): ReactElement {
  const { controller, strings } = useSurroundings();
  const busy = state.running !== null;
  return (
    <Section id="ce-output" title={strings.output}>
      <div className={styles.outputs}>
        {state.form === "certificates" ? (
          <CertificateForm outcome={state.outcome} />
        ) : (
          <DefaultButton data-testid="certificates" className={styles.wide} text={strings.certificates} disabled={busy} onClick={() => controller.openForm("certificates")} />
        )}
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

function CertificateForm({ outcome }: { readonly outcome: ReviewOutcome | null }): ReactElement {
  const { controller, language, strings } = useSurroundings();
  const [text, setText] = useState("");
  const view = useMemo(() => outcome && certificateView(outcome.submission, outcome.review, language), [outcome, language]);
  const number = text.trim() === "" ? null : Number(text.trim().normalize("NFKC"));
  const wrong = number !== null && !(Number.isInteger(number) && number >= 1 && number <= 9999);
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (!wrong) void controller.certificates(number);
  };
  return (
    <form className={styles.form} onSubmit={submit} noValidate>
      <strong>{!view ? strings.reviewFirst : view.given ? strings.certificatesReady(view.ready) : strings.notGiven}</strong>
      {view && view.waiting.length > 0 && (
        <details className={styles.details} style={{ marginTop: 0 }}>
          <summary>{strings.notReady(view.waiting.length)}</summary>
          <ul className={`${styles.list} ${styles.scroll}`} tabIndex={0} aria-label={strings.notReady(view.waiting.length)}>
            {view.waiting.map((person) => (
              <li key={person.registrationNo} className={styles.person}>
                <strong>{person.name}</strong> <span className={styles.muted}>{person.registrationNo}</span>
                <div className={styles.fix}>{person.reasons.join("；")}</div>
              </li>
            ))}
          </ul>
        </details>
      )}
      {view?.given && view.notSenior > 0 && <div className={styles.muted}>{strings.notSenior(view.notSenior)}</div>}
      <TextField
        data-testid="first-number"
        label={strings.firstNumber}
        inputMode="numeric"
        maxLength={4}
        value={text}
        description={text.trim() === "" ? strings.onlyThisBook : strings.firstNumberHint}
        errorMessage={wrong ? strings.numberWrong : ""}
        onChange={(_, value) => setText(value ?? "")}
      />
      <div className={styles.formButtons}>
        <PrimaryButton data-testid="certificates-confirm" type="submit" text={strings.confirmCertificates} disabled={wrong} />
        <DefaultButton text={strings.back} onClick={controller.closeForm} />
      </div>
    </form>
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
    </div>
  );
}

/** What the notice leaves open and the office has not decided yet. */
import { DefaultButton, PrimaryButton, TextField } from "@fluentui/react";
import { useState, type FormEvent, type ReactElement } from "react";
import { questionWords } from "../messages";
import { effectSentence, type OptionEffect } from "../results";
import type { PaneState } from "./controller";
import { ImportForm } from "./import-form";
import { Section, useSurroundings } from "./pane";
import { recallName, rememberName } from "./remembered";
import { styles } from "./styles";

/** There is no review yet when the ribbon asks for the name before anything was reviewed. */
export function Questions({ state }: { readonly state: PaneState }): ReactElement {
  const { controller, language, strings } = useSurroundings();
  const { effects, form } = state;
  const review = state.outcome?.review ?? null;
  const busy = state.running !== null;
  const undecided = (review?.questions ?? []).filter((question) => question.decision === null && question.touched > 0);
  return (
    <Section id="ce-questions" title={strings.questions}>
      {review !== null && <div>{undecided.length === 0 ? strings.allDecided : strings.openQuestions(undecided.length)}</div>}
      {undecided.length > 0 && (
        <>
          <div className={styles.hint}>{strings.questionsHint}</div>
          <ul className={`${styles.list} ${styles.scroll}`} tabIndex={0} aria-labelledby="ce-questions">
            {undecided.map((question) => (
              <li key={question.id} className={styles.person}>
                <strong>{question.id}</strong> {questionWords(question.id, language)?.question ?? question.question}
                <div className={styles.where}>
                  {question.clause} · {strings.touched(question.touched)}
                </div>
                {effects !== null && <Options id={question.id} effects={effects.get(question.id)} />}
              </li>
            ))}
          </ul>
        </>
      )}
      {form === "adopt" ? <AdoptForm /> : <DefaultButton data-testid="adopt" className={styles.more} text={strings.adopt} disabled={busy} onClick={() => controller.openForm("adopt")} />}
      {form === "import" ? (
        <ImportForm preview={state.preview} />
      ) : (
        <DefaultButton data-testid="import" className={styles.more} text={strings.importDecisions} disabled={busy} onClick={() => controller.openForm("import")} />
      )}
    </Section>
  );
}

/** What each option would change; worked out after the review, one question after the other. */
function Options({ id, effects }: { readonly id: string; readonly effects: readonly OptionEffect[] | undefined }): ReactElement {
  const { language, strings } = useSurroundings();
  if (effects === undefined) return <div className={styles.hint}>{strings.weighing}</div>;
  return (
    <ul className={styles.list} data-testid={`effects-${id}`}>
      {effects.map((effect) => (
        <li key={effect.option} className={styles.fix}>
          {effectSentence(id, effect, language)}
        </li>
      ))}
    </ul>
  );
}

function AdoptForm(): ReactElement {
  const { controller, strings } = useSurroundings();
  const [name, setName] = useState(recallName);
  const [refused, setRefused] = useState(false);
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    const given = name.trim();
    setRefused(given === "");
    if (given === "") return;
    rememberName(given);
    void controller.adopt(given);
  };
  return (
    <form className={styles.form} onSubmit={submit} noValidate aria-label={strings.adopt}>
      <TextField
        data-testid="adopt-name"
        label={strings.adoptName}
        required
        autoFocus
        maxLength={40}
        value={name}
        description={strings.adoptHint}
        errorMessage={refused ? strings.nameMissing : ""}
        onChange={(_, value) => setName(value ?? "")}
      />
      <div className={styles.formButtons}>
        <PrimaryButton data-testid="adopt-confirm" type="submit" text={strings.confirmAdopt} />
        <DefaultButton text={strings.back} onClick={controller.closeForm} />
      </div>
    </form>
  );
}

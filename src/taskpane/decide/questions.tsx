/** What the notice leaves open: each question with what its options would change, to be decided here; all at once, or as elsewhere. */
import { DefaultButton, PrimaryButton, TextField } from "@fluentui/react";
import { useState, type FormEvent, type ReactElement } from "react";
import { questionWords } from "../../messages";
import { effectSentence, type OptionEffect } from "../../results";
import type { QuestionState } from "../../review/types";
import type { PaneState } from "../controller";
import { useDraft } from "../shared/form-drafts";
import { recallName, rememberName } from "../shared/remembered-name";
import { styles } from "../shared/styles";
import { useSurroundings } from "../shared/pane-context";
import { Section } from "../shell/view-panel";
import { ImportForm } from "./import-form";
import { QuestionForm } from "./question-form";
import { waitingQuestions } from "./waiting";

/** There is no review yet when the ribbon asks for the name before anything was reviewed. */
export function Questions({ state }: { readonly state: PaneState }): ReactElement {
  const { controller, strings } = useSurroundings();
  const words = strings.decide;
  const { effects, form } = state;
  const review = state.outcome?.review ?? null;
  const busy = state.running !== null;
  const undecided = review === null ? [] : waitingQuestions(review);
  const decided = (review?.questions ?? []).filter(({ decision }) => decision !== null);
  return (
    <Section id="ce-questions" title={words.questions}>
      {review !== null && (
        <strong>{undecided.length === 0 ? words.allDecided : words.openQuestions(undecided.length)}</strong>
      )}
      {undecided.length > 0 && <div className={styles.hint}>{words.questionsHint}</div>}
      <div className={styles.actions} style={{ margin: "8px 0" }}>
        {form === "adopt" ? (
          <AdoptForm busy={busy} />
        ) : (
          <DefaultButton
            data-testid="adopt"
            className={styles.wide}
            text={words.adopt}
            disabled={busy}
            autoFocus={state.closed === "adopt"}
            onClick={() => controller.openForm("adopt")}
          />
        )}
        {form === "import" ? (
          <ImportForm preview={state.preview} busy={busy} />
        ) : (
          <DefaultButton
            data-testid="import"
            className={styles.wide}
            text={words.importDecisions}
            disabled={busy}
            autoFocus={state.closed === "import"}
            onClick={() => controller.openForm("import")}
          />
        )}
      </div>
      {undecided.length > 0 && (
        <ul className={styles.list} aria-labelledby="ce-questions">
          {undecided.map((question) => (
            <Question key={question.id} question={question} effects={effects} busy={busy} />
          ))}
        </ul>
      )}
      {decided.length > 0 && (
        <details className={styles.details} data-testid="decided">
          <summary tabIndex={0}>{words.decided(decided.length)}</summary>
          <ul className={styles.list}>
            {decided.map((question) => (
              <Question key={question.id} question={question} effects={effects} busy={busy} />
            ))}
          </ul>
        </details>
      )}
    </Section>
  );
}

interface QuestionProps {
  readonly question: QuestionState;
  readonly effects: PaneState["effects"];
  readonly busy: boolean;
}

function Question({ question, effects, busy }: QuestionProps): ReactElement {
  const { controller, language, strings } = useSurroundings();
  const words = strings.decide;
  const { id, clause, touched, decision } = question;
  const said = questionWords(id, language);
  const [open, setOpen] = useState(controller.drafts.has(`question ${id}`));
  const [closed, setClosed] = useState(false);
  return (
    <li className={styles.item} data-testid={`question-${id}`}>
      <strong>{id}</strong> {said?.question ?? question.question}
      <div className={styles.where}>
        {clause} · {words.touched(touched)}
      </div>
      {decision !== null && (
        <div className={styles.fix}>
          {words.decidedAs(said?.options[decision.option] ?? decision.text, decision.by, decision.on)}
        </div>
      )}
      {open ? (
        <QuestionForm
          question={question}
          effects={effects?.get(id)}
          busy={busy}
          onClose={() => {
            setOpen(false);
            setClosed(true);
          }}
        />
      ) : (
        <>
          {decision === null && effects !== null && <Options id={id} effects={effects.get(id)} />}
          <DefaultButton
            data-testid={`choose-${id}`}
            ariaLabel={`${decision === null ? words.choose : words.change} ${id}`}
            text={decision === null ? words.choose : words.change}
            disabled={busy}
            autoFocus={closed}
            onClick={() => setOpen(true)}
          />
        </>
      )}
    </li>
  );
}

/** What each option would change; worked out after the review, one question after the other. */
function Options({
  id,
  effects,
}: {
  readonly id: string;
  readonly effects: readonly OptionEffect[] | undefined;
}): ReactElement {
  const { language, strings } = useSurroundings();
  if (effects === undefined) return <div className={styles.hint}>{strings.decide.weighing}</div>;
  return (
    <ul className={styles.list} style={{ marginBottom: 4 }} data-testid={`effects-${id}`}>
      {effects.map((effect) => (
        <li key={effect.option} className={styles.fix}>
          {effectSentence(id, effect, language)}
        </li>
      ))}
    </ul>
  );
}

function AdoptForm({ busy }: { readonly busy: boolean }): ReactElement {
  const { controller, strings } = useSurroundings();
  const words = strings.decide;
  const { draft, change, forget } = useDraft("adopt", () => ({ name: recallName() }));
  const [refused, setRefused] = useState(false);
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    const given = draft.name.trim();
    setRefused(given === "");
    if (given === "" || busy) return;
    rememberName(given);
    if (await controller.adopt(given)) forget();
  };
  return (
    <form className={styles.form} onSubmit={(event) => void submit(event)} noValidate aria-label={words.adopt}>
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
        <DefaultButton text={strings.back} onClick={controller.closeForm} />
      </div>
    </form>
  );
}

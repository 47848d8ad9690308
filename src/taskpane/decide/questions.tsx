/** What the notice leaves open: each question with what its options would change, to be decided here; all at once, or as elsewhere. */
import { DefaultButton } from "@fluentui/react";
import { useState, type ReactElement } from "react";
import { questionWords } from "../../messages";
import { effectSentence, type OptionEffect } from "../../results";
import type { QuestionState } from "../../review/types";
import { SectionActions } from "../actions/section-actions";
import type { PaneState } from "../state";
import { styles } from "../common/styles";
import { usePaneContext } from "../common/pane-context";
import { Section } from "../shell/view-panel";
import { QuestionForm } from "./question-form";
import { byWeight, changesNothing, waitingQuestions } from "./waiting";

/** There is no review yet when the ribbon asks for the name before anything was reviewed. */
export function Questions({ state }: { readonly state: PaneState }): ReactElement {
  const { strings } = usePaneContext();
  const words = strings.decide;
  const { effects } = state;
  const review = state.outcome?.review ?? null;
  const busy = state.running !== null;
  const undecided = review === null ? [] : byWeight(waitingQuestions(review), effects);
  const idle = undecided.filter(({ id }) => changesNothing(effects?.get(id)));
  const bearing = undecided.filter((question) => !idle.includes(question));
  const decided = (review?.questions ?? []).filter(({ decision }) => decision !== null);
  return (
    <Section id="ce-questions" title={words.questions}>
      {review !== null && (
        <strong>{undecided.length === 0 ? words.allDecided : words.openQuestions(undecided.length)}</strong>
      )}
      {undecided.length > 0 && <div className={styles.hint}>{words.questionsHint}</div>}
      <div className={styles.actions} style={{ margin: "8px 0" }}>
        <SectionActions section="questions" state={state} />
      </div>
      {bearing.length > 0 && (
        <ul className={styles.list} aria-labelledby="ce-questions">
          {bearing.map((question) => (
            <Question key={question.id} question={question} effects={effects} busy={busy} />
          ))}
        </ul>
      )}
      {idle.length > 0 && (
        <details className={styles.details} data-testid="changes-nobody">
          <summary tabIndex={0}>{words.changesNobody(idle.length)}</summary>
          <ul className={styles.list}>
            {idle.map((question) => (
              <Question key={question.id} question={question} effects={effects} busy={busy} />
            ))}
          </ul>
        </details>
      )}
      {decided.length > 0 && (
        <details className={styles.details} data-testid="decided">
          <summary tabIndex={0}>{words.decidedQuestions(decided.length)}</summary>
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
  const { controller, language, strings } = usePaneContext();
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

/** What each option would change; computed after the review, one question after the other. */
function Options({
  id,
  effects,
}: {
  readonly id: string;
  readonly effects: readonly OptionEffect[] | undefined;
}): ReactElement {
  const { language, strings } = usePaneContext();
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

/** Asks which column is meant where no header says so for certain, and says what was left aside. */
import { DefaultButton, Dropdown, PrimaryButton } from "@fluentui/react";
import { useState, type FormEvent, type ReactElement } from "react";
import { columnName } from "../submission/grid";
import type { ColumnChoices, InputProblem, Notice, Submission } from "../submission/types";
import { useSurroundings } from "./pane";
import { styles } from "./styles";

type Question = InputProblem & { readonly choice: NonNullable<InputProblem["choice"]> };

/** A dropdown a column in question; nothing is chosen beforehand. Nothing at all when there is nothing to choose from. */
export function ColumnsForm({ problems }: { readonly problems: readonly InputProblem[] }): ReactElement | null {
  const { controller, strings } = useSurroundings();
  const [answers, setAnswers] = useState<Readonly<Record<string, string>>>({});
  const [refused, setRefused] = useState(false);
  const questions = problems.filter((problem): problem is Question => (problem.choice?.candidates.length ?? 0) > 0);
  if (questions.length === 0) return null;
  const idOf = ({ sheet, choice }: Question): string => `${sheet}-${choice.key}`;
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    const open = questions.some((question) => answers[idOf(question)] === undefined);
    setRefused(open);
    if (!open) void controller.useColumns(choicesOf(questions, (question) => answers[idOf(question)] ?? ""));
  };
  return (
    <form className={styles.form} data-testid="columns-form" aria-label={strings.useColumns} onSubmit={submit} noValidate>
      {questions.map((question) => (
        <Dropdown
          key={idOf(question)}
          data-testid={`column-${idOf(question)}`}
          label={strings.whichColumn(question.sheet, question.choice.header)}
          placeholder={strings.chooseColumn}
          options={question.choice.candidates.map(({ header, column }) => ({ key: header, text: strings.columnNamed(columnName(column), header.replace(/#\d+$/, "")) }))}
          selectedKey={answers[idOf(question)] ?? null}
          errorMessage={refused && answers[idOf(question)] === undefined ? strings.columnMissing : ""}
          onChange={(_, option) => option && setAnswers({ ...answers, [idOf(question)]: String(option.key) })}
        />
      ))}
      <div className={styles.hint}>{strings.columnsHint}</div>
      <div className={styles.formButtons}>
        <PrimaryButton data-testid="columns-confirm" type="submit" text={strings.useColumns} />
      </div>
    </form>
  );
}

function choicesOf(questions: readonly Question[], answer: (question: Question) => string): ColumnChoices {
  const choices: Record<string, Record<string, string>> = {};
  for (const question of questions) choices[question.sheet] = { ...choices[question.sheet], [answer(question)]: question.choice.key };
  return choices;
}

/** Below a finished review: columns that were chosen, and rows and columns that were left aside. */
export function LeftAside({ submission, busy }: { readonly submission: Submission; readonly busy: boolean }): ReactElement {
  const { controller, strings } = useSurroundings();
  const chosen = [submission.peopleLayout, submission.recordLayout].flatMap((layout) => [...layout.chosen].map(([key, header]) => strings.columnNamed(columnName(layout.columns.get(key) ?? 0), header.replace(/#\d+$/, ""))));
  return (
    <>
      {submission.notices.length > 0 && (
        <details className={styles.details} data-testid="notices">
          <summary>{strings.leftAside(submission.notices.length)}</summary>
          <ul className={`${styles.list} ${styles.scroll}`} tabIndex={0} aria-label={strings.leftAside(submission.notices.length)}>
            {submission.notices.map((notice) => (
              <li key={`${notice.sheet} ${notice.row} ${notice.column ?? ""}`} className={styles.where}>
                {strings.notice[notice.kind](placeOf(notice), notice.text ?? "", notice.nearest ?? "")}
              </li>
            ))}
          </ul>
        </details>
      )}
      {chosen.length > 0 && (
        <div className={styles.hint} data-testid="chosen">
          {strings.chosenColumns(chosen.join("、"))}
          <DefaultButton data-testid="columns-forget" className={styles.more} text={strings.forgetColumns} disabled={busy} onClick={() => void controller.useColumns(null)} />
        </div>
      )}
    </>
  );
}

const placeOf = ({ sheet, row, column }: Notice): string => `${sheet} ${column === undefined ? row + 1 : columnName(column)}`;

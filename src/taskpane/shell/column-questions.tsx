/** Asks which column is meant where no header says so for certain. */
import { Dropdown, PrimaryButton } from "@fluentui/react";
import { useState, type FormEvent, type ReactElement } from "react";
import { review } from "../actions/review";
import { columnName } from "../../grid/address";
import type { FailureProblem } from "../../messages";
import type { ColumnQuestion, ColumnChoices } from "../../submission/types";
import { styles } from "../common/styles";
import { usePaneContext } from "../common/pane-context";

type Question = FailureProblem & { readonly choice: ColumnQuestion };

/** One dropdown for each column in question, with nothing preselected; null when there is nothing to choose from. */
export function ColumnsForm({ problems }: { readonly problems: readonly FailureProblem[] }): ReactElement | null {
  const { controller, strings } = usePaneContext();
  const [answers, setAnswers] = useState<Readonly<Record<string, string>>>({});
  const [refused, setRefused] = useState(false);
  const questions = problems.filter((problem): problem is Question => (problem.choice?.candidates.length ?? 0) > 0);
  if (questions.length === 0) return null;
  const idOf = ({ sheet, choice }: Question): string => `${sheet}-${choice.key}`;
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    const open = questions.some((question) => answers[idOf(question)] === undefined);
    setRefused(open);
    if (!open)
      void controller.run(review, { columns: choicesOf(questions, (question) => answers[idOf(question)] ?? "") });
  };
  return (
    <form
      className={styles.form}
      data-testid="columns-form"
      aria-label={strings.useColumns}
      onSubmit={submit}
      noValidate
    >
      {questions.map((question) => (
        <Dropdown
          key={idOf(question)}
          data-testid={`column-${idOf(question)}`}
          label={strings.whichColumn(question.sheet, question.choice.header)}
          placeholder={strings.chooseColumn}
          options={question.choice.candidates.map(({ header, column }) => ({
            key: header,
            text: strings.columnNamed(columnName(column), header.replace(/#\d+$/, "")),
          }))}
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
  for (const question of questions)
    choices[question.sheet] = { ...choices[question.sheet], [answer(question)]: question.choice.key };
  return choices;
}

/** One question decided: which option, who, and why; or left open again. */
import { ChoiceGroup, DefaultButton, PrimaryButton, TextField } from "@fluentui/react";
import { useState, type FormEvent, type ReactElement } from "react";
import { questionWords } from "../../messages";
import { effectWords, type OptionEffect } from "../../results";
import type { QuestionState } from "../../review/types";
import { decideQuestion } from "../actions/decide-question";
import { useDraft } from "../common/form-drafts";
import { useFocusOnChoice } from "../common/focus";
import { recallName, rememberName } from "../common/remembered-name";
import { styles } from "../common/styles";
import { usePaneContext } from "../common/pane-context";

interface QuestionFormProps {
  readonly question: QuestionState;
  readonly effects: readonly OptionEffect[] | undefined;
  readonly busy: boolean;
  readonly onClose: () => void;
}

export function QuestionForm({
  question: { id, options, provisional, decision },
  effects,
  busy,
  onClose,
}: QuestionFormProps): ReactElement {
  const { controller, language, strings } = usePaneContext();
  const words = strings.decide;
  const { draft, change, forget } = useDraft(`question ${id}`, () => ({
    option: decision?.option ?? "",
    reason: decision?.reason ?? "",
    name: recallName(),
  }));
  const [checked, setChecked] = useState(false);
  const form = useFocusOnChoice(true);
  const [optionMissing, nameMissing] = [draft.option === "", draft.name.trim() === ""];
  const labels = questionWords(id, language)?.options;
  const text = (slug: string): string => {
    const effect = effects?.find(({ option }) => option === slug);
    return [
      labels?.[slug] ?? slug,
      slug === provisional ? words.provisional : "",
      effect === undefined ? "" : `${strings.colon}${effectWords(effect, language)}`,
    ].join("");
  };
  const write = async (option: string | null): Promise<void> => {
    rememberName(draft.name.trim());
    if (!(await controller.run(decideQuestion, { id, option, name: draft.name.trim(), reason: draft.reason.trim() })))
      return;
    forget();
    onClose();
  };
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    setChecked(true);
    if (!optionMissing && !nameMissing && !busy) void write(draft.option);
  };
  return (
    <form
      ref={form}
      className={styles.form}
      onSubmit={submit}
      onKeyDown={(event) => {
        if (event.key !== "Escape") return;
        event.preventDefault();
        onClose();
      }}
      noValidate
      data-testid={`question-form-${id}`}
      aria-label={`${words.choose} ${id}`}
    >
      <ChoiceGroup
        label={words.option}
        required
        selectedKey={draft.option}
        options={options.map(({ slug }) => ({ key: slug, text: text(slug), "data-testid": `option-${slug}` }))}
        onChange={(_, option) => change({ option: option?.key ?? "" })}
      />
      {checked && optionMissing && (
        <div className={styles.bad} role="alert">
          {words.optionMissing}
        </div>
      )}
      <TextField
        data-testid="question-reason"
        label={words.reasonOptional}
        maxLength={200}
        value={draft.reason}
        onChange={(_, value) => change({ reason: value ?? "" })}
      />
      <TextField
        data-testid="question-name"
        label={words.adoptName}
        required
        maxLength={40}
        value={draft.name}
        description={words.questionHint}
        errorMessage={checked && nameMissing ? words.nameMissing : ""}
        onChange={(_, value) => change({ name: value ?? "" })}
      />
      <div className={styles.formButtons}>
        <PrimaryButton
          data-testid="question-confirm"
          type="submit"
          text={words.confirmQuestion}
          disabled={busy}
          allowDisabledFocus
        />
        {decision !== null && (
          <DefaultButton
            data-testid="question-undo"
            text={words.takeBackQuestion}
            disabled={busy}
            onClick={() => void write(null)}
          />
        )}
        <DefaultButton text={strings.back} onClick={onClose} />
      </div>
    </form>
  );
}

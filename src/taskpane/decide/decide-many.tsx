/** The form that decides on all records of the list at once: who, how many hours, what it changes, one reason, one name. */
import { DefaultButton, PrimaryButton } from "@fluentui/react";
import { useMemo, useState, type FormEvent, type ReactElement } from "react";
import type { ReviewOutcome } from "../../excel";
import { policyOf } from "../../policy";
import { effectWords, treatmentEffect } from "../../results";
import { decideMany } from "../actions/decide-many";
import { useDraft } from "../common/form-drafts";
import { useFocusOnChoice } from "../common/focus";
import { own } from "../common/list-and-detail-styles";
import { usePaneContext } from "../common/pane-context";
import { recallName, rememberName, rememberReason } from "../common/remembered-name";
import { styles } from "../common/styles";
import type { ManyRecords } from "./many";
import { NameField, ReasonField, TreatmentField } from "./decision-fields";

/** More names than these are counted. */
const NAMES_SHOWN = 12;

type Choice = "accept" | "refuse";
const CHOICES: readonly Choice[] = ["accept", "refuse"];

interface DecideManyProps {
  readonly outcome: ReviewOutcome;
  readonly records: ManyRecords;
  readonly busy: boolean;
  readonly onClose: () => void;
}

export function DecideMany({ outcome: { submission, review }, records, busy, onClose }: DecideManyProps): ReactElement {
  const { controller, language, strings } = usePaneContext();
  const words = strings.decide;
  const { draft, change, forget } = useDraft("decide many", () => ({
    treatment: null as Choice | null,
    reason: "",
    name: recallName(),
  }));
  const { treatment, reason, name } = draft;
  const [checked, setChecked] = useState(false);
  const form = useFocusOnChoice(true);
  const count = records.rows.size;
  const effect = useMemo(
    () => (treatment === null ? null : treatmentEffect(submission, review, records.rows, treatment)),
    [submission, review, records, treatment],
  );
  const unit = policyOf(review.policy)?.unit ?? "";
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    setChecked(true);
    if (treatment === null || reason.trim() === "" || name.trim() === "" || busy) return;
    rememberName(name.trim());
    rememberReason(reason.trim());
    const given = { treatment, by: name.trim(), reason: reason.trim() };
    // After a failure the draft stays
    if (!(await controller.run(decideMany, { identities: records.identities, given }))) return;
    forget();
    onClose();
  };
  if (count === 0)
    return (
      <section className={own.detailSide} aria-label={words.manyButton} data-testid="many">
        <p className={styles.muted}>{words.manyNone}</p>
        <DefaultButton text={strings.back} autoFocus onClick={onClose} />
      </section>
    );
  return (
    <section className={own.detailSide} aria-label={words.many(count)} data-testid="many">
      <form
        ref={form}
        className={styles.form}
        onSubmit={(event) => void submit(event)}
        onKeyDown={(event) => {
          if (event.key !== "Escape") return;
          event.preventDefault();
          onClose();
        }}
        noValidate
        aria-label={words.many(count)}
      >
        <h2 className={own.detailTitle}>{words.many(count)}</h2>
        <div className={styles.hint}>{words.manyHint}</div>
        <div data-testid="many-sum">
          {words.manyPeople(records.people, count, records.converted, records.credited, unit)}
        </div>
        <div className={styles.fix}>
          {words.andOthers(records.names.slice(0, NAMES_SHOWN), Math.max(0, records.names.length - NAMES_SHOWN))}
        </div>
        <TreatmentField
          name="many"
          label={words.recordsMany}
          choices={CHOICES}
          treatment={treatment}
          missing={checked && treatment === null}
          onChange={(value) => change({ treatment: value })}
        />
        {effect !== null && (
          <div role="status" data-testid="many-effect">
            {words.manyEffect(effectWords(effect, language))}
          </div>
        )}
        <ReasonField
          name="many-reason"
          reason={reason}
          missing={checked && reason.trim() === ""}
          onChange={(value) => change({ reason: value })}
        />
        <NameField
          name="many-name"
          decidedBy={name}
          missing={checked && name.trim() === ""}
          onChange={(value) => change({ name: value })}
        />
        <div className={styles.formButtons}>
          <PrimaryButton
            data-testid="many-confirm"
            type="submit"
            text={words.confirmMany(count)}
            disabled={busy}
            allowDisabledFocus
          />
          <DefaultButton text={strings.back} onClick={onClose} />
        </div>
      </form>
    </section>
  );
}

/** What the reviewer decides on one record: 认定, 不予认定 or 核定学时, with reason and name; or taking the decision back. */
import { Checkbox, DefaultButton, PrimaryButton, TextField } from "@fluentui/react";
import { useState, type FormEvent, type ReactElement } from "react";
import type { RecordReview } from "../../review/types";
import type { RecordDecision, Treatment } from "../../submission/types";
import { decideRecord } from "../actions/decide-record";
import { NameField, ReasonField, TreatmentField } from "./decision-fields";
import { useDraft } from "../common/form-drafts";
import { useFocusOnChoice } from "../common/focus";
import { recallName, rememberName, rememberReason } from "../common/remembered-name";
import { styles } from "../common/styles";
import { usePaneContext } from "../common/pane-context";

export interface HoursRange {
  readonly lowest: number;
  readonly highest: number;
}

/**
 * What may be set without a further question: from what the record counts for at least to what its clause gives, which also
 * a record that counts for nothing now (evidence is missing) is worth once it is credited.
 */
export function hoursRangeOf({ lowestHours, highestHours, convertedHours }: RecordReview): HoursRange {
  return { lowest: Math.min(lowestHours, convertedHours), highest: Math.max(highestHours, convertedHours) };
}

export interface DecideRecordProps {
  /** What the record is known by (`identitiesOf`). */
  readonly identity: string;
  /** The decision on 审核意见, if there is one. */
  readonly decision: RecordDecision | null;
  /** The hours that the record can be worth, by its readings. */
  readonly range: HoursRange;
  readonly busy: boolean;
  /** The form is open from the start. */
  readonly opened?: boolean;
  /** Goes to the next record that waits; where it is left out, the list does that by itself. */
  readonly onNext?: () => Promise<void>;
}

export function DecideRecord({
  identity,
  decision,
  range,
  busy,
  opened = false,
  onNext,
}: DecideRecordProps): ReactElement {
  const { controller, strings } = usePaneContext();
  const words = strings.decide;
  const stands = decision !== null && decision.treatment !== null;
  // A form with a draft is open again
  const goesOn = onNext !== undefined && controller.settlesOneAfterTheOther;
  const [open, setOpen] = useState(((opened || goesOn) && !stands) || controller.drafts.has(draftOf(identity)));
  const [closed, setClosed] = useState(false);
  if (open) {
    return (
      <RecordForm
        identity={identity}
        decision={decision}
        range={range}
        busy={busy}
        takesFocus={!opened}
        onNext={onNext}
        onClose={() => {
          controller.settlesOneAfterTheOther = false;
          setOpen(false);
          setClosed(true);
        }}
      />
    );
  }
  return (
    <div style={{ display: "grid", gap: 4, margin: "8px 0" }}>
      {stands && (
        <div className={styles.fix} data-testid="decision">
          {words.decidedBy(words.treatments[decision.treatment], decision.hours, decision.by, decision.on)}
          {decision.reason !== "" && `${strings.colon}${decision.reason}`}
        </div>
      )}
      <div className={styles.formButtons}>
        <DefaultButton
          data-testid="decide"
          text={stands ? words.recordAgain : words.record}
          disabled={busy}
          autoFocus={closed}
          onClick={() => setOpen(true)}
        />
        {stands && (
          <DefaultButton
            data-testid="decide-undo"
            text={words.takeBack}
            disabled={busy}
            onClick={() => void controller.run(decideRecord, { identity, given: null })}
          />
        )}
      </div>
    </div>
  );
}

const draftOf = (identity: string): string => `decide ${identity}`;
const TREATMENTS: readonly Treatment[] = ["accept", "refuse", "set"];

interface RecordFormProps {
  readonly identity: string;
  readonly decision: RecordDecision | null;
  readonly range: HoursRange;
  readonly busy: boolean;
  readonly takesFocus: boolean;
  readonly onNext: (() => Promise<void>) | undefined;
  readonly onClose: () => void;
}

function RecordForm({ identity, decision, range, busy, takesFocus, onNext, onClose }: RecordFormProps): ReactElement {
  const { controller, strings } = usePaneContext();
  const words = strings.decide;
  const { draft, change, forget } = useDraft(draftOf(identity), () => ({
    treatment: decision?.treatment ?? null,
    hours: decision?.hoursText ?? "",
    reason: decision?.reason ?? "",
    name: recallName(),
    outside: false,
  }));
  const { treatment, hours, reason, name, outside } = draft;
  const [checked, setChecked] = useState(false);
  const form = useFocusOnChoice(takesFocus);
  const given = Number(hours);
  const hoursWrong = treatment === "set" && (hours.trim() === "" || !Number.isFinite(given) || given < 0);
  const isOutside = treatment === "set" && !hoursWrong && (given < range.lowest || given > range.highest);
  const [nameMissing, reasonMissing] = [name.trim() === "", reason.trim() === ""];
  const write = async (): Promise<boolean> => {
    setChecked(true);
    if (treatment === null || hoursWrong || (isOutside && !outside) || nameMissing || reasonMissing || busy)
      return false;
    rememberName(name.trim());
    rememberReason(reason.trim());
    const done = await controller.run(decideRecord, {
      identity,
      given: { treatment, hours: treatment === "set" ? given : null, by: name.trim(), reason: reason.trim() },
      replaces: decision?.treatment != null,
    });
    // After a failure the draft stays
    if (done) forget();
    return done;
  };
  const writeOnly = async (): Promise<void> => {
    if (await write()) onClose();
  };
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    if (onNext === undefined) return writeOnly();
    // Before the review is shown: another record may stand here then
    controller.settlesOneAfterTheOther = true;
    if (await write()) await onNext();
    else controller.settlesOneAfterTheOther = false;
  };
  return (
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
      data-testid="decide-form"
      aria-label={words.record}
    >
      <TreatmentField
        name="decide"
        label={words.record}
        choices={TREATMENTS}
        treatment={treatment}
        missing={checked && treatment === null}
        onChange={(value) => change({ treatment: value })}
      />
      {treatment === "set" && (
        <TextField
          data-testid="decide-hours"
          label={words.hours}
          required
          inputMode="decimal"
          value={hours}
          errorMessage={checked && hoursWrong ? words.hoursWrong : ""}
          onChange={(_, value) => change({ hours: value ?? "", outside: false })}
        />
      )}
      {isOutside && (
        <div className={styles.warning}>
          <div role="alert">{words.outsideRange(given, range.lowest, range.highest)}</div>
          <Checkbox
            inputProps={{ "data-testid": "decide-outside" } as Record<string, string>}
            label={words.confirmOutside}
            checked={outside}
            onChange={(_, on) => change({ outside: on === true })}
          />
          {checked && !outside && <div className={styles.bad}>{words.outsideMissing}</div>}
        </div>
      )}
      <ReasonField
        name="decide-reason"
        reason={reason}
        missing={checked && reasonMissing}
        onChange={(value) => change({ reason: value })}
      />
      <NameField
        name="decide-name"
        decidedBy={name}
        missing={checked && nameMissing}
        onChange={(value) => change({ name: value })}
      />
      <div className={styles.formButtons}>
        {onNext === undefined ? (
          <PrimaryButton
            data-testid="decide-confirm"
            type="submit"
            text={words.confirmRecord}
            disabled={busy}
            allowDisabledFocus
          />
        ) : (
          <>
            <PrimaryButton
              data-testid="decide-next"
              type="submit"
              text={words.confirmAndNext}
              disabled={busy}
              allowDisabledFocus
            />
            <DefaultButton
              data-testid="decide-confirm"
              text={words.confirmRecord}
              disabled={busy}
              allowDisabledFocus
              onClick={() => void writeOnly()}
            />
          </>
        )}
        <DefaultButton text={strings.back} onClick={onClose} />
      </div>
    </form>
  );
}

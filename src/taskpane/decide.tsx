/** What the reviewer decides on one record: 认定, 不予认定 or 核定学时, with reason and name; and the way back. */
import { ChoiceGroup, DefaultButton, type IChoiceGroup, PrimaryButton, TextField } from "@fluentui/react";
import { useState, type FormEvent, type ReactElement } from "react";
import type { RecordDecision, Treatment } from "../submission/types";
import { useSurroundings } from "./pane";
import { recallName, rememberName } from "./remembered";
import { styles } from "./styles";

export interface DecideProps {
  /** What the record is known by (`identitiesOf`). */
  readonly identity: string;
  /** What stands on 审核意见 for it now. */
  readonly decision: RecordDecision | null;
}

export function Decide({ identity, decision }: DecideProps): ReactElement {
  const { controller, strings } = useSurroundings();
  const [open, setOpen] = useState(false);
  if (open) return <DecideForm identity={identity} decision={decision} onClose={() => setOpen(false)} />;
  const stands = decision !== null && decision.treatment !== null;
  return (
    <div className={styles.decide}>
      {stands && (
        <div className={styles.fix} data-testid="decision">
          {strings.decidedBy(strings.treatments[decision.treatment], decision.hours, decision.by, decision.on)}
          {decision.reason !== "" && `：${decision.reason}`}
        </div>
      )}
      <div className={styles.formButtons}>
        <DefaultButton data-testid="decide" text={stands ? strings.decideAgain : strings.decide} onClick={() => setOpen(true)} />
        {stands && <DefaultButton data-testid="decide-undo" text={strings.takeBack} onClick={() => void controller.decide(identity, null)} />}
      </div>
    </div>
  );
}

const focusChoice = (group: IChoiceGroup | null): void => group?.focus();

const TREATMENTS: readonly Treatment[] = ["accept", "refuse", "set"];

function DecideForm({ identity, decision, onClose }: DecideProps & { readonly onClose: () => void }): ReactElement {
  const { controller, strings } = useSurroundings();
  const [treatment, setTreatment] = useState<Treatment>(decision?.treatment ?? "accept");
  const [hours, setHours] = useState(decision?.hoursText ?? "");
  const [reason, setReason] = useState(decision?.reason ?? "");
  const [name, setName] = useState(recallName);
  const [checked, setChecked] = useState(false);
  const given = Number(hours);
  const hoursWrong = treatment === "set" && (hours.trim() === "" || !Number.isFinite(given) || given < 0);
  const [nameMissing, reasonMissing] = [name.trim() === "", reason.trim() === ""];
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    setChecked(true);
    if (hoursWrong || nameMissing || reasonMissing) return;
    rememberName(name.trim());
    void controller.decide(identity, { treatment, hours: treatment === "set" ? given : null, by: name.trim(), reason: reason.trim() }).then(() => {
      // What was not written stays to be tried again
      if (controller.getState().last?.failure === null) onClose();
    });
  };
  return (
    <form className={styles.form} onSubmit={submit} noValidate data-testid="decide-form" aria-label={strings.decide}>
      <ChoiceGroup
        componentRef={focusChoice}
        label={strings.decide}
        selectedKey={treatment}
        options={TREATMENTS.map((each) => ({ key: each, text: strings.treatments[each], "data-testid": `decide-${each}` }))}
        onChange={(_, option) => setTreatment((option?.key as Treatment | undefined) ?? "accept")}
      />
      {treatment === "set" && (
        <TextField data-testid="decide-hours" label={strings.decideHours} required inputMode="decimal" value={hours} errorMessage={checked && hoursWrong ? strings.hoursWrong : ""} onChange={(_, value) => setHours(value ?? "")} />
      )}
      <TextField data-testid="decide-reason" label={strings.decideReason} required maxLength={200} value={reason} errorMessage={checked && reasonMissing ? strings.reasonMissing : ""} onChange={(_, value) => setReason(value ?? "")} />
      <TextField data-testid="decide-name" label={strings.decideName} required maxLength={40} value={name} description={strings.decideHint} errorMessage={checked && nameMissing ? strings.decideNameMissing : ""} onChange={(_, value) => setName(value ?? "")} />
      <div className={styles.formButtons}>
        <PrimaryButton data-testid="decide-confirm" type="submit" text={strings.confirmDecide} />
        <DefaultButton text={strings.back} onClick={onClose} />
      </div>
    </form>
  );
}

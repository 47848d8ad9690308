/** Fields of the forms that decide on records: what is decided, why, and who. */
import { ChoiceGroup, TextField } from "@fluentui/react";
import type { ReactElement } from "react";
import type { Treatment } from "../../submission/types";
import { recentReasons } from "../common/remembered-name";
import { styles } from "../common/styles";
import { usePaneContext } from "../common/pane-context";

/** Short choices fit into one line. */
const BESIDE = { flexContainer: { display: "flex", flexWrap: "wrap", columnGap: "12px" } } as const;

interface TreatmentFieldProps<Choice extends Treatment> {
  /** Test ids of the choices begin with it. */
  readonly name: string;
  readonly label: string;
  readonly choices: readonly Choice[];
  /** Null: nothing is chosen yet. A decision that nobody made must not be written by mistake. */
  readonly treatment: Choice | null;
  /** The form was sent without one. */
  readonly missing: boolean;
  readonly onChange: (treatment: Choice | null) => void;
}

export function TreatmentField<Choice extends Treatment>({
  name,
  label,
  choices,
  treatment,
  missing,
  onChange,
}: TreatmentFieldProps<Choice>): ReactElement {
  const words = usePaneContext().strings.decide;
  return (
    <>
      <ChoiceGroup
        label={label}
        styles={BESIDE}
        required
        selectedKey={treatment}
        options={choices.map((each) => ({
          key: each,
          text: words.treatments[each],
          "data-testid": `${name}-${each}`,
        }))}
        onChange={(_, option) => onChange(choices.find((each) => each === option?.key) ?? null)}
      />
      {missing && (
        <div className={styles.bad} role="alert">
          {words.treatmentMissing}
        </div>
      )}
    </>
  );
}

interface ReasonFieldProps {
  /** Test id of the field; those of the choices begin with it. */
  readonly name: string;
  readonly reason: string;
  /** The form was sent without one. */
  readonly missing: boolean;
  readonly onChange: (reason: string) => void;
}

export function ReasonField({ name, reason, missing, onChange }: ReasonFieldProps): ReactElement {
  const words = usePaneContext().strings.decide;
  return (
    <>
      <TextField
        data-testid={name}
        label={words.reason}
        required
        maxLength={200}
        value={reason}
        errorMessage={missing ? words.reasonMissing : ""}
        onChange={(_, value) => onChange(value ?? "")}
      />
      <div className={styles.chips} role="group" aria-label={words.recentReasons}>
        {recentReasons(words.usualReasons).map((each) => (
          <button
            key={each}
            type="button"
            data-testid={`${name}-recent`}
            className={styles.chip}
            aria-pressed={reason === each}
            onClick={() => onChange(each)}
          >
            {each}
          </button>
        ))}
      </div>
    </>
  );
}

interface NameFieldProps {
  /** Test id of the field. */
  readonly name: string;
  readonly decidedBy: string;
  /** The form was sent without one. */
  readonly missing: boolean;
  readonly onChange: (decidedBy: string) => void;
}

export function NameField({ name, decidedBy, missing, onChange }: NameFieldProps): ReactElement {
  const words = usePaneContext().strings.decide;
  return (
    <TextField
      data-testid={name}
      label={words.name}
      required
      maxLength={40}
      value={decidedBy}
      description={words.recordHint}
      errorMessage={missing ? words.recordNameMissing : ""}
      onChange={(_, value) => onChange(value ?? "")}
    />
  );
}

/** The reason of a decision: typed, or picked from those given last. */
import { TextField } from "@fluentui/react";
import type { ReactElement } from "react";
import { recentReasons } from "../common/remembered-name";
import { styles } from "../common/styles";
import { usePaneContext } from "../common/pane-context";

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

/** Asks how the sample is drawn: share, seed, who draws. */
import { Checkbox, DefaultButton, PrimaryButton, TextField } from "@fluentui/react";
import { useState, type FormEvent, type ReactElement } from "react";
import type { FormProps } from "../actions/action";
import { useDraft } from "../common/form-drafts";
import { usePaneContext } from "../common/pane-context";
import { recallName, rememberName } from "../common/remembered-name";
import { styles } from "../common/styles";

const LARGEST_SEED = 4_294_967_295;
const USUAL_PERCENT = "10";

/** A random seed, as text. */
function someSeed(): string {
  return String(crypto.getRandomValues(new Uint32Array(1))[0] ?? 0);
}

const numberIn = (text: string): number =>
  text.trim() === "" ? Number.NaN : Number(text.normalize("NFKC").replace("%", "").trim());

export interface SampleRequest {
  /** Above 0, up to 100. */
  readonly percent: number;
  /** 0 to 4294967295: the same seed and records give the same list. */
  readonly seed: number;
  readonly onePerPerson: boolean;
  /** Who draws. */
  readonly by: string;
  /** The last list goes, with the results written on it. */
  readonly replace: boolean;
}

export function SampleForm({ title, busy, run, close }: FormProps<SampleRequest>): ReactElement {
  const { strings } = usePaneContext();
  const words = strings.sample;
  const { draft, change, forget } = useDraft("sample", () => ({
    percentText: USUAL_PERCENT,
    seedText: someSeed(),
    onePerPerson: false,
    replace: false,
    by: recallName(),
  }));
  const { percentText, seedText, onePerPerson, replace, by } = draft;
  const [refused, setRefused] = useState(false);
  const percent = numberIn(percentText);
  const seed = numberIn(seedText);
  const percentWrong = !(percent > 0 && percent <= 100);
  const seedWrong = !(Number.isInteger(seed) && seed >= 0 && seed <= LARGEST_SEED);
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    const name = by.trim();
    setRefused(name === "");
    if (name === "" || percentWrong || seedWrong || busy) return;
    rememberName(name);
    if (await run({ percent, seed, onePerPerson, by: name, replace })) forget();
  };
  return (
    <form className={styles.form} onSubmit={(event) => void submit(event)} noValidate aria-label={title}>
      <TextField
        data-testid="sample-percent"
        label={words.percent}
        autoFocus
        inputMode="decimal"
        required
        value={percentText}
        errorMessage={percentWrong ? words.percentWrong : ""}
        onChange={(_, value) => change({ percentText: value ?? "" })}
      />
      <TextField
        data-testid="sample-seed"
        label={words.seed}
        inputMode="numeric"
        required
        value={seedText}
        description={words.seedHint}
        errorMessage={seedWrong ? words.seedWrong : ""}
        onChange={(_, value) => change({ seedText: value ?? "" })}
      />
      <DefaultButton
        data-testid="sample-other-seed"
        text={words.otherSeed}
        onClick={() => change({ seedText: someSeed() })}
      />
      <TextField
        data-testid="sample-by"
        label={words.by}
        required
        maxLength={40}
        value={by}
        errorMessage={refused ? words.byWrong : ""}
        onChange={(_, value) => change({ by: value ?? "" })}
      />
      <Checkbox
        label={words.onePerPerson}
        checked={onePerPerson}
        inputProps={{ ...testId("sample-one-per-person") }}
        onChange={(_, on) => change({ onePerPerson: on === true })}
      />
      <div>
        <Checkbox
          label={words.replace}
          checked={replace}
          inputProps={{ ...testId("sample-replace") }}
          onChange={(_, on) => change({ replace: on === true })}
        />
        <div className={styles.hint}>{words.replaceHint}</div>
      </div>
      <div className={styles.formButtons}>
        <PrimaryButton
          data-testid="sample-confirm"
          type="submit"
          text={words.confirmSample}
          disabled={busy || percentWrong || seedWrong}
          allowDisabledFocus={busy}
        />
        <DefaultButton text={strings.back} onClick={close} />
      </div>
    </form>
  );
}

/** The type of Fluent's `inputProps` knows no data attributes. */
const testId = (name: string): Record<string, string> => ({ "data-testid": name });

/**
 * 文书: all that is made of a review: what goes back and what is frozen; the view of problems, the sample, the year's
 * report, the notice's forms and a blank submission; the round before; clearing.
 */
import { Checkbox, DefaultButton, PrimaryButton, TextField } from "@fluentui/react";
import { useState, type FormEvent, type ReactElement } from "react";
import type { PaneState } from "../controller";
import { useDraft } from "../shared/form-drafts";
import { recallName, rememberName } from "../shared/remembered-name";
import { styles } from "../shared/styles";
import { useSurroundings } from "../shared/pane-context";
import { Section } from "../shell/view-panel";
import { Clearing, Output } from "./output";
import type { PaperRequest } from "./paper-requests";
import { paperStringsOf } from "./paper-strings";
import { SecondRound } from "./second-round";

const LARGEST_SEED = 4_294_967_295;
const USUAL_PERCENT = "10";

export function Papers({ state }: { readonly state: PaneState }): ReactElement {
  return (
    <>
      <Output state={state} />
      <OtherPapers state={state} />
      {state.outcome !== null && <SecondRound state={state} />}
      <Clearing state={state} />
    </>
  );
}

function OtherPapers({ state }: { readonly state: PaneState }): ReactElement {
  const { controller, language } = useSurroundings();
  const strings = paperStringsOf(language);
  const busy = state.running !== null;
  const button = (id: string, text: string, hint: string | null, request: PaperRequest): ReactElement => (
    <div>
      <DefaultButton
        data-testid={id}
        className={styles.wide}
        text={text}
        disabled={busy}
        onClick={() => void controller.paper(request)}
      />
      {hint !== null && <div className={styles.hint}>{hint}</div>}
    </div>
  );
  return (
    <Section id="ce-papers" title={strings.title}>
      <div className={styles.actions}>
        {state.problemView
          ? button("leave-view", strings.leaveView, strings.viewOnHint, { paper: "view", on: false })
          : button("problem-view", strings.view, strings.viewHint, { paper: "view", on: true })}
        {state.form === "sample" ? (
          <SampleForm busy={busy} />
        ) : (
          <div>
            <DefaultButton
              data-testid="sample"
              className={styles.wide}
              text={strings.sample}
              disabled={busy}
              autoFocus={state.closed === "sample"}
              onClick={() => controller.openForm("sample")}
            />
            <div className={styles.hint}>{strings.sampleHint}</div>
          </div>
        )}
        {button("report", strings.report, strings.reportHint, { paper: "report" })}
        {button("forms", strings.forms, strings.formsHint, { paper: "forms", blank: false })}
        {button("blank-forms", strings.blankForms, null, { paper: "forms", blank: true })}
        {button("blank", strings.blank, strings.blankHint, { paper: "blank" })}
      </div>
    </Section>
  );
}

/** A number nobody has chosen. */
function someSeed(): string {
  return String(crypto.getRandomValues(new Uint32Array(1))[0] ?? 0);
}

const numberIn = (text: string): number =>
  text.trim() === "" ? Number.NaN : Number(text.normalize("NFKC").replace("%", "").trim());

function SampleForm({ busy }: { readonly busy: boolean }): ReactElement {
  const { controller, language } = useSurroundings();
  const strings = paperStringsOf(language);
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
    if (await controller.paper({ paper: "sample", percent, seed, onePerPerson, by: name, replace })) forget();
  };
  return (
    <form className={styles.form} onSubmit={(event) => void submit(event)} noValidate aria-label={strings.sample}>
      <TextField
        data-testid="sample-percent"
        label={strings.percent}
        autoFocus
        inputMode="decimal"
        required
        value={percentText}
        errorMessage={percentWrong ? strings.percentWrong : ""}
        onChange={(_, value) => change({ percentText: value ?? "" })}
      />
      <TextField
        data-testid="sample-seed"
        label={strings.seed}
        inputMode="numeric"
        required
        value={seedText}
        description={strings.seedHint}
        errorMessage={seedWrong ? strings.seedWrong : ""}
        onChange={(_, value) => change({ seedText: value ?? "" })}
      />
      <DefaultButton
        data-testid="sample-other-seed"
        text={strings.otherSeed}
        onClick={() => change({ seedText: someSeed() })}
      />
      <TextField
        data-testid="sample-by"
        label={strings.by}
        required
        maxLength={40}
        value={by}
        errorMessage={refused ? strings.byWrong : ""}
        onChange={(_, value) => change({ by: value ?? "" })}
      />
      <Checkbox
        label={strings.onePerPerson}
        checked={onePerPerson}
        inputProps={{ ...testId("sample-one-per-person") }}
        onChange={(_, on) => change({ onePerPerson: on === true })}
      />
      <div>
        <Checkbox
          label={strings.replace}
          checked={replace}
          inputProps={{ ...testId("sample-replace") }}
          onChange={(_, on) => change({ replace: on === true })}
        />
        <div className={styles.hint}>{strings.replaceHint}</div>
      </div>
      <div className={styles.formButtons}>
        <PrimaryButton
          data-testid="sample-confirm"
          type="submit"
          text={strings.confirmSample}
          disabled={busy || percentWrong || seedWrong}
          allowDisabledFocus={busy}
        />
        <DefaultButton text={strings.back} onClick={controller.closeForm} />
      </div>
    </form>
  );
}

/** React knows data attributes, the type of an input's own properties does not. */
const testId = (name: string): Record<string, string> => ({ "data-testid": name });

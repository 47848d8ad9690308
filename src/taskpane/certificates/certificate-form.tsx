/** Who gets a certificate, from which number on, and how it looks. */
import { DefaultButton, PrimaryButton, TextField } from "@fluentui/react";
import { useMemo, useState, type FormEvent, type ReactElement } from "react";
import { isDay, type CertificateSettings } from "../../certificates";
import type { FormProps } from "../actions/action";
import { keepSettings } from "../actions/keep-settings";
import { useDraft } from "../common/form-drafts";
import { takeFocus } from "../common/focus";
import { styles } from "../common/styles";
import { usePaneContext } from "../common/pane-context";
import { Ready } from "./certificate-people";
import { certificateView, nextNumberOf, previewOf } from "./certificate-view";
import { Preview } from "./preview";
import { Settings } from "./settings";

/** Everyone who is ready, and the settings that the workbook keeps, when left out. */
export interface IssueRequest {
  /** The first of the new numbers, 1 to 9999. */
  readonly firstNumber?: number;
  /** Registration numbers. */
  readonly chosen?: readonly string[];
  readonly settings?: CertificateSettings;
  /** Why people who seem to hold a valid number get another one, by registration number. */
  readonly reasons?: Readonly<Record<string, string>>;
}

export function CertificateForm({
  state: { outcome, ledger },
  title,
  busy,
  run,
  close,
}: FormProps<IssueRequest>): ReactElement {
  const { controller, language, strings } = usePaneContext();
  const words = strings.certificate;
  const { draft, change, forget } = useDraft("certificates", () => {
    const settings = controller.loadSettings();
    return {
      settings,
      text: settings.nextNumber === null ? "" : String(settings.nextNumber),
      left: new Set() as ReadonlySet<string>,
      reasons: {} as Readonly<Record<string, string>>,
    };
  });
  const { settings, text, left, reasons } = draft;
  const [shown, setShown] = useState<string | null>(null);
  const view = useMemo(
    () => outcome && certificateView(outcome.submission, outcome.review, ledger, settings, language),
    [outcome, ledger, settings, language],
  );
  const number = text.trim() === "" ? null : Number(text.trim().normalize("NFKC"));
  const wrong = number !== null && !(Number.isInteger(number) && number >= 1 && number <= 9999);
  const dateWrong = settings.issuedOn !== "" && !isDay(settings.issuedOn);
  const second = (view?.second ?? []).map(({ person }) => person.fields.registrationNo);
  const chosen = [
    ...(view?.ready ?? [])
      .map(({ fields }) => fields.registrationNo)
      .filter((registrationNo) => !left.has(registrationNo)),
    ...second.filter((registrationNo) => (reasons[registrationNo] ?? "").trim() !== ""),
  ];
  const nobody = view !== null && view.ready.length + second.length > 0 && chosen.length === 0;
  const kept: CertificateSettings = { ...settings, nextNumber: wrong ? null : number };
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    if (wrong || dateWrong || nobody || busy) return;
    if (
      await run({
        settings: kept,
        ...(number === null ? {} : { firstNumber: number }),
        ...(view === null ? {} : { chosen, reasons }),
      })
    )
      forget();
  };
  if (view !== null && !view.issues) {
    return (
      <div className={styles.form} data-testid="no-certificates">
        <div>{words.noneByNotice}</div>
        <DefaultButton text={words.back} onClick={close} />
      </div>
    );
  }
  const person = view?.ready.find(({ fields }) => fields.registrationNo === shown) ?? view?.ready[0] ?? null;
  const day = { ...kept, issuedOn: dateWrong ? "" : kept.issuedOn };
  return (
    <form className={styles.form} onSubmit={(event) => void submit(event)} noValidate aria-label={title}>
      <strong ref={takeFocus} tabIndex={-1}>
        {view ? words.ready(view.ready.length) : words.reviewFirst}
      </strong>
      {view && view.ready.length === 0 && <div>{words.nobodyReady}</div>}
      {view && view.ready.length > 0 && (
        <Ready ready={view.ready} left={left} onLeft={(left) => change({ left })} onPreview={setShown} />
      )}
      {view && view.second.length > 0 && (
        <div className={styles.warning} data-testid="second-numbers">
          <strong>{words.second(view.second.length)}</strong>
          <div>{words.secondHint}</div>
          {view.second.map(({ person: { fields }, holder }) => (
            <TextField
              key={fields.registrationNo}
              data-testid={`second-${fields.registrationNo}`}
              label={words.secondReason(fields.name, holder.certificateNo, holder.registrationNo)}
              maxLength={100}
              value={reasons[fields.registrationNo] ?? ""}
              onChange={(_, value) => change({ reasons: { ...reasons, [fields.registrationNo]: value ?? "" } })}
            />
          ))}
        </div>
      )}
      <TextField
        data-testid="first-number"
        label={words.firstNumber}
        inputMode="numeric"
        maxLength={4}
        value={text}
        description={[
          outcome && !wrong ? words.startsAt(nextNumberOf(outcome.submission, ledger, number)) : "",
          text.trim() === "" ? words.onlyThisBook : words.firstNumberHint,
        ].join("")}
        errorMessage={wrong ? words.numberWrong : ""}
        onChange={(_, value) => change({ text: value ?? "" })}
      />
      <Settings
        settings={settings}
        onChange={(settings) => change({ settings })}
        dateWrong={dateWrong}
        unit={{ handler: outcome?.unit.handler ?? "", phone: outcome?.unit.phone ?? "" }}
        onKeep={() => void controller.run(keepSettings, kept)}
        canKeep={!wrong && !dateWrong && !busy}
      />
      <Preview
        name={person?.fields.name ?? null}
        content={previewOf(
          person,
          words.sampleName,
          outcome?.unit.applicationYear ?? Number(controller.today().slice(0, 4)),
          day,
          controller.today(),
          outcome?.review.policy ?? "",
        )}
        asTemplate={settings.layout === "template"}
      />
      <div className={styles.hint}>{words.undo}</div>
      {nobody && (
        <div className={styles.bad} role="alert">
          {words.chooseSomebody}
        </div>
      )}
      <div className={styles.formButtons}>
        <PrimaryButton
          data-testid="certificates-confirm"
          type="submit"
          text={words.confirm}
          disabled={busy || wrong || dateWrong || nobody}
          allowDisabledFocus={busy}
        />
        <DefaultButton text={words.back} onClick={close} />
      </div>
    </form>
  );
}

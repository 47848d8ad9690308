/** What would go back to the unit, and the few things that only the office knows. */
import { DefaultButton, PrimaryButton, TextField } from "@fluentui/react";
import { useMemo, type FormEvent, type ReactElement } from "react";
import { isDay } from "../../certificates";
import { isWorthSending, sendBackContent, type LetterInput } from "../../send-back";
import type { FormProps } from "../actions/action";
import { useDraft } from "../common/form-drafts";
import { recall, recallName, remember } from "../common/remembered-name";
import { styles } from "../common/styles";
import { usePaneContext } from "../common/pane-context";

export function SendBackForm({
  state: { outcome },
  title,
  busy,
  run,
  close,
}: FormProps<Omit<LetterInput, "date">>): ReactElement {
  const { strings } = usePaneContext();
  const words = strings.sendBack;
  const { draft, change, forget } = useDraft("send-back", () => ({
    officeName: recall("office"),
    deadline: "",
    handler: recallName(),
    phone: recall("phone"),
    remarks: "",
  }));
  const { officeName, deadline, handler, phone, remarks } = draft;
  const content = useMemo(() => outcome && sendBackContent(outcome.submission, outcome.review), [outcome]);
  const day = deadline.trim().normalize("NFKC");
  const wrong = day !== "" && !isDay(day);
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    if (wrong || busy) return;
    remember("office", officeName.trim());
    remember("phone", phone.trim());
    if (
      await run({
        officeName: officeName.trim(),
        deadline: day,
        handler: handler.trim(),
        phone: phone.trim(),
        remarks: remarks.trim(),
      })
    )
      forget();
  };
  const preview =
    content === null
      ? strings.certificate.reviewFirst
      : isWorthSending(content)
        ? words.counts(content.counts)
        : words.nothing(content.counts.waiting);
  return (
    <form className={styles.form} aria-label={title} onSubmit={(event) => void submit(event)} noValidate>
      <strong data-testid="send-back-preview">{preview}</strong>
      <TextField
        data-testid="send-back-deadline"
        label={words.deadline}
        autoFocus
        inputMode="numeric"
        maxLength={10}
        value={deadline}
        description={words.deadlineHint}
        errorMessage={wrong ? words.deadlineWrong : ""}
        onChange={(_, value) => change({ deadline: value ?? "" })}
      />
      <TextField
        data-testid="send-back-office"
        label={words.office}
        maxLength={60}
        value={officeName}
        description={words.officeHint}
        onChange={(_, value) => change({ officeName: value ?? "" })}
      />
      <TextField
        data-testid="send-back-handler"
        label={words.handler}
        maxLength={30}
        value={handler}
        onChange={(_, value) => change({ handler: value ?? "" })}
      />
      <TextField
        data-testid="send-back-phone"
        label={words.phone}
        inputMode="tel"
        maxLength={30}
        value={phone}
        onChange={(_, value) => change({ phone: value ?? "" })}
      />
      <TextField
        data-testid="send-back-remarks"
        label={words.remarks}
        maxLength={300}
        multiline
        autoAdjustHeight
        rows={2}
        value={remarks}
        onChange={(_, value) => change({ remarks: value ?? "" })}
      />
      <div className={styles.hint}>{words.privacy}</div>
      <div className={styles.formButtons}>
        <PrimaryButton
          data-testid="send-back-confirm"
          type="submit"
          text={words.confirm}
          disabled={busy || wrong}
          allowDisabledFocus={busy}
        />
        <DefaultButton text={strings.back} onClick={close} />
      </div>
    </form>
  );
}

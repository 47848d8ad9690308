/** 退回: what would go back to the unit, the few things only the office knows, and the button. */
import { DefaultButton, PrimaryButton, TextField } from "@fluentui/react";
import { useMemo, type FormEvent, type ReactElement } from "react";
import { isDay } from "../../certificates";
import type { ReviewOutcome } from "../../excel";
import { isWorthSending, sendBackContent } from "../../send-back";
import type { PaneState } from "../controller";
import { useDraft } from "../shared/form-drafts";
import { recall, recallName, remember } from "../shared/remembered-name";
import { styles } from "../shared/styles";
import { useSurroundings } from "../shared/pane-context";
import { sendBackStringsOf } from "./send-back-strings";

export function SendBack({ state }: { readonly state: PaneState }): ReactElement {
  const { controller, language } = useSurroundings();
  const strings = sendBackStringsOf(language);
  if (state.form === "send-back") return <SendBackForm outcome={state.outcome} busy={state.running !== null} />;
  return (
    <div>
      <DefaultButton
        data-testid="send-back"
        className={styles.wide}
        text={strings.sendBack}
        disabled={state.running !== null}
        autoFocus={state.closed === "send-back"}
        onClick={() => controller.openForm("send-back")}
      />
      <div className={styles.hint}>{strings.hint}</div>
    </div>
  );
}

function SendBackForm({
  outcome,
  busy,
}: {
  readonly outcome: ReviewOutcome | null;
  readonly busy: boolean;
}): ReactElement {
  const { controller, language, strings: words } = useSurroundings();
  const strings = sendBackStringsOf(language);
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
      await controller.sendBack({
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
      ? words.certificate.reviewFirst
      : isWorthSending(content)
        ? strings.counts(content.counts)
        : strings.nothing(content.counts.waiting);
  return (
    <form className={styles.form} aria-label={strings.sendBack} onSubmit={(event) => void submit(event)} noValidate>
      <strong data-testid="send-back-preview">{preview}</strong>
      <TextField
        data-testid="send-back-deadline"
        label={strings.deadline}
        autoFocus
        inputMode="numeric"
        maxLength={10}
        value={deadline}
        description={strings.deadlineHint}
        errorMessage={wrong ? strings.deadlineWrong : ""}
        onChange={(_, value) => change({ deadline: value ?? "" })}
      />
      <TextField
        data-testid="send-back-office"
        label={strings.office}
        maxLength={60}
        value={officeName}
        description={strings.officeHint}
        onChange={(_, value) => change({ officeName: value ?? "" })}
      />
      <TextField
        data-testid="send-back-handler"
        label={strings.handler}
        maxLength={30}
        value={handler}
        onChange={(_, value) => change({ handler: value ?? "" })}
      />
      <TextField
        data-testid="send-back-phone"
        label={strings.phone}
        inputMode="tel"
        maxLength={30}
        value={phone}
        onChange={(_, value) => change({ phone: value ?? "" })}
      />
      <TextField
        data-testid="send-back-remarks"
        label={strings.remarks}
        maxLength={300}
        multiline
        autoAdjustHeight
        rows={2}
        value={remarks}
        onChange={(_, value) => change({ remarks: value ?? "" })}
      />
      <div className={styles.hint}>{strings.privacy}</div>
      <div className={styles.formButtons}>
        <PrimaryButton
          data-testid="send-back-confirm"
          type="submit"
          text={strings.confirm}
          disabled={busy || wrong}
          allowDisabledFocus={busy}
        />
        <DefaultButton text={words.back} onClick={controller.closeForm} />
      </div>
    </form>
  );
}

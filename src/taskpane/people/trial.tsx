/** 试算: a form and the few cells that its hours hang on; hours, clause, open questions and the papers to hand in follow as one types. */
import { DefaultButton, mergeStyleSets } from "@fluentui/react";
import { useMemo, type ReactElement } from "react";
import type { ReviewOutcome } from "../../excel";
import { explanationOf, messageOf } from "../../messages";
import { DEFAULT_POLICY_ID, policyOf } from "../../policy";
import { trial, trialKeys, type Trial as Tried } from "../../review/trial";
import { headerOf, VALUES, type ClosedList } from "../../submission/vocabulary";
import { useDraft } from "../common/form-drafts";
import { Icon } from "../common/icons";
import { usePaneContext } from "../common/pane-context";
import { styles } from "../common/styles";
import { space, type } from "../common/tokens";

const own = mergeStyleSets({
  body: { flex: 1, minHeight: 0, overflowY: "auto", padding: space.medium },
  /** Two beside one another, so that the result stays in sight. */
  fields: { display: "grid", gridTemplateColumns: "repeat(2, minmax(0, 1fr))", columnGap: space.small },
  field: { display: "grid", gap: 2, marginTop: space.small, fontSize: type.small },
  hours: { fontSize: type.lead, fontWeight: 600 },
  list: { margin: 0, paddingLeft: 18, fontSize: type.small },
  part: { margin: `${space.small}px 0 0`, fontSize: "inherit", fontWeight: 600 },
});

/** What was chosen and typed: values by key of the column. */
interface TrialDraft {
  readonly form: string;
  readonly values: Readonly<Record<string, string>>;
}

const EMPTY: TrialDraft = { form: "", values: {} };
const DATES: ReadonlySet<string> = new Set(["startDate", "endDate"]);

const closedList = (key: string): ClosedList | undefined =>
  Object.hasOwn(VALUES, key) ? VALUES[key as keyof typeof VALUES] : undefined;

export function Trial({ outcome }: { readonly outcome: ReviewOutcome | null }): ReactElement {
  const { strings } = usePaneContext();
  const words = strings.trial;
  const { draft, change, forget } = useDraft("trial", () => EMPTY);
  const policyId = outcome?.review.policy ?? DEFAULT_POLICY_ID;
  const policy = policyOf(policyId);
  const labels = Object.values(policy?.forms ?? {}).flatMap((form) => form.labels);
  const slug = Object.entries(policy?.forms ?? {}).find(([, form]) => form.labels.includes(draft.form))?.[0];
  const keys = useMemo(
    () => (policy === undefined || slug === undefined ? [] : trialKeys(policy, slug)),
    [policy, slug],
  );
  const tried = useMemo(() => {
    const given = keys.map((key) => [headerOf(key), draft.values[key] ?? ""] as const);
    const found = trial(draft.form, given, policyId, outcome?.submission.decisions);
    return "error" in found ? null : found;
  }, [keys, draft, policyId, outcome]);
  return (
    <div className={own.body} data-testid="trial">
      <p className={styles.muted} style={{ marginTop: 0 }}>
        {words.intro}
      </p>
      <label className={own.field}>
        {words.form}
        <select
          className={styles.select}
          data-testid="trial-form"
          value={draft.form}
          onChange={({ target }) => change({ form: target.value })}
        >
          <option value="">{words.choose}</option>
          {labels.map((label) => (
            <option key={label} lang="zh-CN">
              {label}
            </option>
          ))}
        </select>
      </label>
      <div className={own.fields}>
        {keys.map((key) => (
          <Field
            key={key}
            name={key}
            value={draft.values[key] ?? ""}
            onChange={(value) => change({ values: { ...draft.values, [key]: value } })}
          />
        ))}
      </div>
      {slug === undefined || tried === null ? <p className={styles.muted}>{words.empty}</p> : <Result tried={tried} />}
      {draft.form !== "" && <DefaultButton className={styles.more} text={words.clear} onClick={forget} />}
    </div>
  );
}

interface FieldProps {
  /** Key of the column. */
  readonly name: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
}

function Field({ name, value, onChange }: FieldProps): ReactElement {
  const words = usePaneContext().strings.trial;
  const options = closedList(name);
  return (
    <label className={own.field}>
      <span lang="zh-CN">{headerOf(name)}</span>
      {options === undefined ? (
        <input
          className={styles.field}
          data-testid={`trial-${name}`}
          inputMode={DATES.has(name) ? "text" : "decimal"}
          placeholder={DATES.has(name) ? words.date : words.number}
          value={value}
          onChange={({ target }) => onChange(target.value)}
        />
      ) : (
        <select
          className={styles.select}
          data-testid={`trial-${name}`}
          value={value}
          onChange={({ target }) => onChange(target.value)}
        >
          <option value="">{words.choose}</option>
          {[...options.keys()].map((label) => (
            <option key={label} lang="zh-CN">
              {label}
            </option>
          ))}
        </select>
      )}
    </label>
  );
}

function Result({ tried: { policy, explanation, wrong, papers } }: { readonly tried: Tried }): ReactElement {
  const { language, strings } = usePaneContext();
  const words = strings.trial;
  const { computation, questions } = explanationOf(explanation, language, policy);
  return (
    <section className={styles.card} style={{ marginTop: space.medium }} aria-label={words.result} aria-live="polite">
      {wrong.length === 0 ? (
        <>
          <div className={`${own.hours} ${styles.verdict}`} data-testid="trial-hours">
            {strings.total(explanation.hours, policy.unit)}
          </div>
          <div>{computation}</div>
        </>
      ) : (
        <>
          <div className={`${styles.verdict} ${styles.open}`} data-testid="trial-lacking">
            <Icon name="open" size={12} />
            {words.lacking}
          </div>
          <ul className={own.list}>
            {wrong.map((finding) => {
              const { problem, remedy } = messageOf(finding, language, policy);
              return (
                <li key={`${problem} ${remedy}`}>
                  {problem}
                  {strings.colon}
                  {remedy}
                </li>
              );
            })}
          </ul>
        </>
      )}
      {questions.length > 0 && (
        <>
          <h2 className={own.part}>{words.questions}</h2>
          <ul className={own.list}>
            {questions.map((question) => (
              <li key={question}>{question}</li>
            ))}
          </ul>
        </>
      )}
      <h2 className={own.part}>{words.papers}</h2>
      {papers.length === 0 ? (
        <div className={styles.muted}>{words.noPapers}</div>
      ) : (
        <>
          {papers.length > 1 && <div className={styles.muted}>{words.anyOf}</div>}
          <ul className={own.list} lang="zh-CN" data-testid="trial-papers">
            {papers.map((set) => (
              <li key={set.join()}>{set.join(words.and)}</li>
            ))}
          </ul>
        </>
      )}
    </section>
  );
}

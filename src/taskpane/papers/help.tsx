/** 帮助: 自检 with what came of it, to be copied for whoever looks after the add-in. */
import { DefaultButton } from "@fluentui/react";
import { useState, type ReactElement } from "react";
import type { SelfCheckOutcome } from "../../excel";
import { SELF_CHECK, type Language } from "../../messages";
import { SectionActions } from "../actions/section-actions";
import { usePaneContext } from "../common/pane-context";
import { styles } from "../common/styles";
import { copyText } from "../people/clipboard";
import { CopyByHand } from "../people/copy-by-hand";
import { Section } from "../shell/view-panel";
import type { PaneState } from "../state";
import { helpStrings } from "./help-strings";

export function Help({ state }: { readonly state: PaneState }): ReactElement {
  const { language } = usePaneContext();
  const words = helpStrings[language];
  return (
    <Section id="ce-help" title={words.title}>
      <div className={styles.actions}>
        <SectionActions section="help" state={state} />
      </div>
      {state.selfChecked !== null && <Results outcome={state.selfChecked} />}
    </Section>
  );
}

function Results({ outcome }: { readonly outcome: SelfCheckOutcome }): ReactElement {
  const { language } = usePaneContext();
  const words = helpStrings[language];
  const [copied, setCopied] = useState<{ readonly text: string; readonly done: boolean } | null>(null);
  const others = outcome.results.filter(({ state }) => state !== "holds");
  const copy = async (): Promise<void> => {
    const text = selfCheckText(outcome, language);
    setCopied({ text, done: await copyText(text) });
  };
  return (
    <div data-testid="self-check-results">
      {others.length === 0 ? (
        <div>{words.allHold(outcome.results.length)}</div>
      ) : (
        <ul className={styles.list}>
          {others.map(({ id, seen }) => {
            const { expected, otherwise } = SELF_CHECK[id][language];
            return (
              <li key={id} className={styles.warning}>
                <strong>{words.notSo(expected)}</strong>
                <div>{otherwise}</div>
                <div className={styles.hint}>{words.seen(seen)}</div>
              </li>
            );
          })}
        </ul>
      )}
      <div className={styles.hint}>{words.limit(outcome.formulaLimit)}</div>
      <DefaultButton
        data-testid="self-check-copy"
        text={copied?.done === true ? words.copied : words.copy}
        onClick={() => void copy()}
      />
      {copied?.done === false && <CopyByHand text={copied.text} onClose={() => setCopied(null)} />}
    </div>
  );
}

/** Everything that was seen, a line each; nothing of the workbook. */
export function selfCheckText({ about, results, formulaLimit }: SelfCheckOutcome, language: Language): string {
  const words = helpStrings[language];
  return [
    ...about,
    ...results.map(({ id, state, seen }) =>
      [words.states[state], id, SELF_CHECK[id][language].expected, seen].join(" | "),
    ),
    words.limit(formulaLimit),
  ].join("\n");
}

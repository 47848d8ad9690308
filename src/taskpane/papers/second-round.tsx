/** The section 上轮对照: what a workbook reviewed before has shown, and taking it over. */
import type { ReactElement } from "react";
import { SectionActions } from "../actions/section-actions";
import { usePaneContext } from "../common/pane-context";
import { styles } from "../common/styles";
import { Section } from "../shell/view-panel";
import type { PaneState } from "../state";

export function SecondRound({ state }: { readonly state: PaneState }): ReactElement {
  const { strings } = usePaneContext();
  const words = strings.round;
  const again = state.outcome?.again ?? null;
  return (
    <Section id="ce-round" title={words.title}>
      <div data-testid="again">
        {again === null ? (
          <span className={styles.muted}>{words.none}</span>
        ) : (
          <>
            <strong>{words.again(again.records.size, again.people.size)}</strong>
            <div>{words.parts(again.added, again.changed, again.outcome)}</div>
            {again.records.size + again.people.size > 0 && <div className={styles.hint}>{words.againHint}</div>}
          </>
        )}
      </div>
      <div className={styles.more}>
        <SectionActions section="second-round" state={state} />
      </div>
    </Section>
  );
}

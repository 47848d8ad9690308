/**
 * 文书: all that is made of a review: what goes back to the unit and what is frozen; the view of problems, the sample, the
 * year's report, the notice's forms and a blank submission; the round before; clearing.
 */
import type { ReactElement } from "react";
import { SectionActions } from "../actions/section-actions";
import { usePaneContext } from "../common/pane-context";
import { styles } from "../common/styles";
import { Section } from "../shell/view-panel";
import type { PaneState } from "../state";
import { Help } from "./help";
import { SecondRound } from "./second-round";

export function Papers({ state }: { readonly state: PaneState }): ReactElement {
  const { strings } = usePaneContext();
  const { title, papersTitle, clearTitle } = strings.output;
  return (
    <>
      <Section id="ce-output" title={title}>
        <div className={styles.actions}>
          <SectionActions section="output" state={state} />
        </div>
      </Section>
      <Section id="ce-papers" title={papersTitle}>
        <div className={styles.actions}>
          <SectionActions section="other-papers" state={state} />
        </div>
      </Section>
      {state.outcome !== null && <SecondRound state={state} />}
      <Section id="ce-clear" title={clearTitle}>
        <SectionActions section="clearing" state={state} />
      </Section>
      <Help state={state} />
    </>
  );
}

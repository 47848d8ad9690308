/** 决定: the questions that the notice leaves open, the records that wait for a person, and those that are decided. */
import type { ReactElement } from "react";
import { mergeStyleSets } from "@fluentui/react";
import type { PaneState } from "../controller";
import { shell } from "../shell/shell-styles";
import { isFirstReview, type DecidePart } from "../state";
import { styles } from "../common/styles";
import { usePaneContext } from "../common/pane-context";
import { own as list } from "../common/list-and-detail-styles";
import { space } from "../common/tokens";
import { Unreviewed } from "../shell/view-panel";
import { decidedRecords, DecidedRecords } from "./decided";
import { Questions } from "./questions";
import { Records } from "./records";
import { waitingQuestions, waitingRecords } from "./waiting";

const own = mergeStyleSets({
  body: { flex: 1, minHeight: 0, overflowY: "auto", padding: space.medium, position: "relative" },
});

const PARTS: readonly DecidePart[] = ["questions", "records", "decided"];

export function Decide({ state }: { readonly state: PaneState }): ReactElement {
  const { controller, strings } = usePaneContext();
  const { outcome, decidePart } = state;
  const asked = state.form?.section === "questions";
  // The ribbon may open a form before anything was reviewed
  if (outcome === null && !asked) return <Unreviewed running={isFirstReview(state)} />;
  const counts: Readonly<Record<DecidePart, number>> = {
    questions: outcome === null ? 0 : waitingQuestions(outcome.review).length,
    records: outcome === null ? 0 : waitingRecords(outcome.review).length,
    decided: outcome === null ? 0 : decidedRecords(outcome).length,
  };
  return (
    <>
      <div className={list.parts} role="group" aria-label={strings.decide.parts}>
        {PARTS.map((each) => (
          <button
            key={each}
            type="button"
            data-testid={`part-${each}`}
            className={styles.chip}
            aria-pressed={each === decidePart}
            onClick={() => controller.chooseDecidePart(each)}
          >
            {strings.decide[each]} {counts[each]}
          </button>
        ))}
      </div>
      {decidePart === "questions" ? (
        <div className={own.body}>
          <Questions state={state} />
        </div>
      ) : outcome === null ? (
        <Unreviewed running={false} />
      ) : decidePart === "decided" ? (
        <div className={own.body}>
          <DecidedRecords outcome={outcome} busy={state.running !== null} />
        </div>
      ) : (
        <div className={shell.main}>
          <Records outcome={outcome} busy={state.running !== null} />
        </div>
      )}
    </>
  );
}

/** 已决定: the records that somebody has decided on, the latest first; each can be looked at or taken back. */
import { DefaultButton } from "@fluentui/react";
import { useMemo, type ReactElement } from "react";
import type { ReviewOutcome } from "../../excel";
import { identitiesOf } from "../../submission";
import type { LearningRecord, RecordDecision } from "../../submission/types";
import { decideRecord } from "../actions/decide-record";
import { placeLabel } from "../common/cell-labels";
import { usePaneContext } from "../common/pane-context";
import { styles } from "../common/styles";

/** The rest stand on 审核意见. */
const MOST_SHOWN = 200;

interface DecidedProps {
  readonly outcome: ReviewOutcome;
  readonly busy: boolean;
}

interface Decided {
  readonly record: LearningRecord;
  readonly decision: RecordDecision;
}

/** Records with a decision, those decided last first. */
export function decidedRecords({ submission: { records, recordDecisions } }: ReviewOutcome): readonly Decided[] {
  return records
    .flatMap((record): Decided[] => {
      const decision = recordDecisions.get(record.place.row);
      return decision === undefined || decision.text === "" ? [] : [{ record, decision }];
    })
    .sort((one, other) => (one.decision.on < other.decision.on ? 1 : one.decision.on > other.decision.on ? -1 : 0));
}

export function DecidedRecords({ outcome, busy }: DecidedProps): ReactElement {
  const { controller, strings } = usePaneContext();
  const words = strings.decide;
  const decided = useMemo(() => decidedRecords(outcome), [outcome]);
  const identities = useMemo(() => identitiesOf(outcome.submission.records), [outcome]);
  return (
    <div data-testid="decided-records">
      <strong>{decided.length === 0 ? words.noneDecided : words.decidedRecords(decided.length)}</strong>
      <ul className={styles.list}>
        {decided.slice(0, MOST_SHOWN).map(({ record, decision }) => {
          const { place, name, year, title } = record;
          const about = [name, year, title].filter(Boolean).join(" · ");
          const identity = identities.get(place.row);
          return (
            <li key={place.row} className={styles.fix}>
              <button type="button" className={styles.link} onClick={() => void controller.select(place)}>
                {placeLabel(place)}
              </button>{" "}
              {about}
              <div>
                {words.decidedBy(decision.text, decision.hours, decision.by, decision.on)}
                {decision.reason === "" ? "" : ` ${decision.reason}`}
              </div>
              {decision.stale && <div className={styles.warning}>{words.decidedBefore}</div>}
              <DefaultButton
                data-testid="take-back-decided"
                text={words.takeBack}
                ariaLabel={`${words.takeBack} ${about}`}
                disabled={busy || identity === undefined}
                onClick={() => identity !== undefined && void controller.run(decideRecord, { identity, given: null })}
              />
            </li>
          );
        })}
      </ul>
      {decided.length > MOST_SHOWN && (
        <div className={styles.hint}>{words.moreDecided(decided.length - MOST_SHOWN)}</div>
      )}
    </div>
  );
}

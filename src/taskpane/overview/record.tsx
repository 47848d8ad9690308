/** Which review the results in the workbook are of, and what has changed since. */
import type { ReactElement } from "react";
import type { Submission } from "../../submission/types";
import { placeLabel } from "../common/cell-labels";
import { Icon } from "../common/icons";
import { usePaneContext } from "../common/pane-context";
import { styles } from "../common/styles";
import type { PaneState } from "../controller";

/** `submission`: the one that is shown; null where there is none. */
export function Record({
  state,
  submission,
}: {
  readonly state: PaneState["record"];
  readonly submission: Submission | null;
}): ReactElement | null {
  const { strings } = usePaneContext();
  const words = strings.overview.record;
  if (state === null) return null;
  const { record, changed } = state;
  return (
    <div data-testid="run-record" role={changed.length > 0 ? "alert" : undefined}>
      {changed.length > 0 && (
        <div className={styles.statusLine}>
          <Icon name="bad" />
          <strong>{words.changed(changed.map((part) => words.parts[part]))}</strong>
        </div>
      )}
      <div className={styles.hint}>
        {words.made(record.on, record.version, record.people, record.records, record.findings)}
      </div>
      {changed.length > 0 && submission !== null && <div className={styles.hint}>{words.asTheyAre}</div>}
      {submission !== null && <ChangedRows rows={state.rows} submission={submission} />}
      <div className={styles.hint}>
        {words.hashes(record.policyHash.slice(0, 8), record.inputsHash.slice(0, 8), record.decisionsHash.slice(0, 8))}
      </div>
    </div>
  );
}

/** The records that are not what they were, each leading to its row. */
function ChangedRows({
  rows,
  submission,
}: {
  readonly rows: readonly number[];
  readonly submission: Submission;
}): ReactElement | null {
  const { controller, strings } = usePaneContext();
  if (rows.length === 0) return null;
  const wanted = new Set(rows);
  const records = submission.records.filter(({ place }) => wanted.has(place.row));
  const title = strings.overview.record.rows(rows.length);
  return (
    <details className={styles.details} data-testid="changed-rows">
      <summary tabIndex={0}>{title}</summary>
      <ul className={`${styles.list} ${styles.scroll}`} aria-label={title}>
        {records.map(({ place, name, title: activity }) => (
          <li key={place.row}>
            <button type="button" className={styles.rowButton} onClick={() => void controller.select(place)}>
              <span className={styles.cellName}>{placeLabel(place)}</span>
              <span className={styles.grow}>
                {name} {activity}
              </span>
            </button>
          </li>
        ))}
      </ul>
    </details>
  );
}

/** What a finished review says of columns: those that were chosen, and rows and columns that were left aside. */
import { DefaultButton } from "@fluentui/react";
import type { ReactElement } from "react";
import { review } from "../actions/review";
import { columnName } from "../../grid/address";
import type { LeftAsideItem, Submission } from "../../submission/types";
import { styles } from "../common/styles";
import { usePaneContext } from "../common/pane-context";

export function LeftAside({
  submission,
  busy,
}: {
  readonly submission: Submission;
  readonly busy: boolean;
}): ReactElement {
  const { controller, strings } = usePaneContext();
  const chosen = [submission.peopleLayout, submission.recordLayout].flatMap((layout) =>
    [...layout.chosen].map(([key, header]) =>
      strings.columnNamed(columnName(layout.columns.get(key) ?? 0), header.replace(/#\d+$/, "")),
    ),
  );
  return (
    <>
      {submission.notices.length > 0 && (
        <details className={styles.details} data-testid="notices">
          <summary tabIndex={0}>{strings.overview.leftAside(submission.notices.length)}</summary>
          <ul
            className={`${styles.list} ${styles.scroll}`}
            tabIndex={0}
            aria-label={strings.overview.leftAside(submission.notices.length)}
          >
            {submission.notices.map((notice) => (
              <li key={`${notice.sheet} ${notice.row} ${notice.column ?? ""}`} className={styles.where}>
                {strings.overview.notice[notice.kind](placeOf(notice), notice.text ?? "", notice.nearest ?? "")}
              </li>
            ))}
          </ul>
        </details>
      )}
      {chosen.length > 0 && (
        <div className={styles.hint} data-testid="chosen">
          {strings.overview.chosenColumns(chosen)}
          <DefaultButton
            data-testid="columns-forget"
            className={styles.more}
            text={strings.overview.forgetColumns}
            disabled={busy}
            onClick={() => void controller.run(review, { columns: null })}
          />
        </div>
      )}
    </>
  );
}

const placeOf = ({ sheet, row, column }: LeftAsideItem): string =>
  `${sheet} ${column === undefined ? row + 1 : columnName(column)}`;

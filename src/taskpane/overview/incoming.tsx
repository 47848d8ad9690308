/** What came with the workbook: rows that do not count until somebody has dealt with them, sheets that were renamed or are hidden. */
import { DefaultButton } from "@fluentui/react";
import type { ReactElement } from "react";
import { ActionButton } from "../actions/action-button";
import { dealWithIncoming } from "../actions/deal-with-incoming";
import { showSheet } from "../actions/show-sheet";
import { usePaneContext } from "../common/pane-context";
import { styles } from "../common/styles";
import { Section } from "../shell/view-panel";
import type { PaneState } from "../state";
import { incomingGroups } from "./incoming-groups";

export function Incoming({ state }: { readonly state: PaneState }): ReactElement | null {
  const { controller, strings } = usePaneContext();
  const incoming = state.outcome?.incoming;
  if (incoming === undefined) return null;
  const { rows, settings, renamed, hiddenSheets } = incoming;
  if (rows.length + settings.length + renamed.length + hiddenSheets.length === 0) return null;
  const words = strings.overview.incoming;
  return (
    <Section id="ce-incoming" title={words.title}>
      <div data-testid="incoming-list" className={styles.warning}>
        {rows.length > 0 && <strong>{words.notCounted}</strong>}
        <ul className={styles.list}>
          {incomingGroups(rows).map((group) => (
            <li key={group.key}>{words.rows(group.sheet, group.rows.length, group.by)}</li>
          ))}
          {settings.length > 0 && <li>{words.settings(settings.length)}</li>}
          {renamed.map(({ from, to }) => (
            <li key={from}>{words.renamed(from, to)}</li>
          ))}
          {hiddenSheets.map((name) => (
            <li key={name}>
              {words.hidden(name)}{" "}
              <DefaultButton
                data-testid="show-sheet"
                text={words.show}
                ariaLabel={`${words.show} ${name}`}
                disabled={state.running !== null}
                onClick={() => void controller.run(showSheet, { name })}
              />
            </li>
          ))}
        </ul>
      </div>
      <ActionButton action={dealWithIncoming} state={state} primary />
    </Section>
  );
}

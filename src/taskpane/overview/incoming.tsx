/** What came with the workbook: rows that do not count until somebody has dealt with them, sheets that were renamed or are hidden. */
import { DefaultButton, PrimaryButton } from "@fluentui/react";
import type { ReactElement } from "react";
import { ActionButton } from "../actions/action-button";
import { dealWithIncoming } from "../actions/deal-with-incoming";
import { showSheet } from "../actions/show-sheet";
import { usePaneContext } from "../common/pane-context";
import { recallName } from "../common/remembered-name";
import { styles } from "../common/styles";
import { Section } from "../shell/view-panel";
import type { PaneState } from "../state";
import type { IncomingRow } from "../../trust";
import type { DealRequest } from "./deal-request";
import { incomingGroups } from "./incoming-groups";

export function Incoming({ state }: { readonly state: PaneState }): ReactElement | null {
  const { controller, strings } = usePaneContext();
  const { rows, settings, renamed, hiddenSheets, reviewed } = state.incoming;
  if (rows.length + settings.length + renamed.length + hiddenSheets.length === 0) return null;
  const words = strings.overview.incoming;
  const typed = reviewed ? rows.filter(({ fresh }) => fresh) : [];
  const name = recallName();
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
            <li key={from}>{(state.outcome === null ? words.toBeRenamed : words.renamed)(from, to)}</li>
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
      {typed.length > 0 && name !== "" && (
        <>
          <PrimaryButton
            data-testid="incoming-typed"
            className={styles.wide}
            text={words.confirmTyped(typed.length)}
            disabled={state.running !== null}
            onClick={() => void controller.run(dealWithIncoming, typedHere(typed, name, words.typedReason))}
          />
          <div className={styles.hint}>{words.typedHint(name)}</div>
        </>
      )}
      <ActionButton action={dealWithIncoming} state={state} primary={typed.length === 0} />
    </Section>
  );
}

/** What people of this office typed while the add-in did not run: one press confirms it. */
function typedHere(rows: readonly IncomingRow[], by: string, reason: string): DealRequest {
  return { take: "over", rows, withSettings: false, by, reason };
}

/** Search, severity, kind of problem and grouping, in little height; filters set by other views are named and can be removed. */
import type { ReactElement, ReactNode } from "react";
import type { Severity } from "../../review/types";
import { Icon } from "../common/icons";
import { styles } from "../common/styles";
import { usePaneContext } from "../common/pane-context";
import { own } from "../common/list-and-detail-styles";
import { GROUPINGS, type Grouping } from "./groups";
import { SEVERITIES } from "./search";
import { SeverityMark } from "../common/severity-mark";
import { useFindings } from "./use-findings";

export function Filters(): ReactElement {
  const { controller, strings } = usePaneContext();
  const words = strings.finding;
  const { filter, grouping, groups, folded, index } = useFindings();
  const { setFilter, setGrouping, foldAll } = controller.findings;
  return (
    <div className={own.filters} role="search" aria-label={words.list}>
      <input
        data-testid="search"
        type="search"
        className={styles.field}
        placeholder={words.search}
        aria-label={words.search}
        value={filter.text}
        onChange={({ target }) => setFilter({ text: target.value })}
      />
      <div className={styles.chips} role="group" aria-label={words.filter}>
        {SEVERITIES.map((severity) => (
          <SeverityChip
            key={severity}
            severity={severity}
            pressed={filter.severity === severity}
            count={index?.severities[severity] ?? 0}
            onClick={() => setFilter({ severity: filter.severity === severity ? null : severity })}
          />
        ))}
        {index !== null && index.again !== null && (
          <button
            type="button"
            data-testid="filter-again"
            className={styles.chip}
            aria-pressed={filter.again}
            onClick={() => setFilter({ again: !filter.again })}
          >
            {words.onlyAgain} {index.fresh}
          </button>
        )}
        <OtherFilters />
      </div>
      <div className={own.selects}>
        <select
          data-testid="filter-code"
          className={styles.select}
          aria-label={words.code}
          value={filter.code ?? ""}
          onChange={({ target }) => setFilter({ code: target.value === "" ? null : target.value })}
        >
          <option value="">{words.allCodes(index?.codes.length ?? 0)}</option>
          {index?.codes.map(({ code, problem, count }) => (
            <option key={code} value={code}>
              {`${count} · ${problem}`}
            </option>
          ))}
        </select>
        <select
          data-testid="group"
          className={styles.select}
          aria-label={words.group}
          value={grouping}
          onChange={({ target }) => setGrouping(target.value as Grouping)}
        >
          {GROUPINGS.map((each) => (
            <option key={each} value={each}>
              {words.groupings[each]}
            </option>
          ))}
        </select>
        {groups.length > 1 && (
          <button
            type="button"
            data-testid="fold-all"
            className={styles.link}
            onClick={() => foldAll(folded.size < groups.length)}
          >
            {folded.size < groups.length ? words.foldAll : words.unfoldAll}
          </button>
        )}
      </div>
    </div>
  );
}

interface SeverityChipProps {
  readonly severity: Severity;
  readonly pressed: boolean;
  readonly count: number;
  readonly onClick: () => void;
}

function SeverityChip({ severity, pressed, count, onClick }: SeverityChipProps): ReactElement {
  const { strings } = usePaneContext();
  return (
    <button
      type="button"
      data-testid={`filter-${severity}`}
      className={styles.chip}
      aria-pressed={pressed}
      onClick={onClick}
    >
      <SeverityMark severity={severity} size={11} />
      {strings.severities[severity]} {count}
    </button>
  );
}

/** Filters that other views set (a person, records with a verdict), as buttons that remove them. */
function OtherFilters(): ReactNode {
  const { controller, strings } = usePaneContext();
  const words = strings.finding;
  const { filter, index } = useFindings();
  const { setFilter } = controller.findings;
  const person =
    filter.person === null
      ? null
      : (index?.review.people.find(({ registrationNo }) => registrationNo === filter.person)?.name ?? filter.person);
  const set = [
    ...(person === null ? [] : [{ what: words.onlyPerson(person), release: { person: null } }]),
    ...(filter.record === null ? [] : [{ what: words.onlyRecords[filter.record], release: { record: null } }]),
  ];
  return set.map(({ what, release }) => (
    <button
      key={what}
      type="button"
      data-testid="release"
      className={styles.chip}
      aria-pressed="true"
      aria-label={words.release(what)}
      onClick={() => setFilter(release)}
    >
      {what}
      <Icon name="bad" size={10} />
    </button>
  ));
}

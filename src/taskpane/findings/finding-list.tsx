/** The list: one Tab stop; arrows, Home and End move within it, Enter selects the cell and shows the finding in full. */
import { DefaultButton } from "@fluentui/react";
import { memo, useCallback, useEffect, useRef, useState, type KeyboardEvent, type ReactElement } from "react";
import type { Finding } from "../../review/types";
import { Icon } from "../common/icons";
import { placeLabel } from "../common/cell-labels";
import { styles } from "../common/styles";
import { usePaneContext } from "../common/pane-context";
import { useVirtualList } from "../common/virtual-list";
import { FINDING_HEIGHT, GROUP_HEIGHT, own } from "../common/list-and-detail-styles";
import type { Group, Grouping } from "./groups";
import { isFiltered, NO_FILTER, type FindingIndex } from "./search";
import { SeverityMark } from "../common/severity-mark";
import { useFindings } from "./use-findings";

export function FindingList(): ReactElement {
  const { controller, strings } = usePaneContext();
  const { rows, index, current, filter, scanned, grouping } = useFindings();
  const scroller = useRef<HTMLDivElement>(null);
  const [active, setActive] = useState(0);
  const stop = Math.max(0, Math.min(active, rows.count - 1));
  const heightOf = useCallback(
    (row: number) => (rows.at(row)?.kind === "group" ? GROUP_HEIGHT : FINDING_HEIGHT),
    [rows],
  );
  const virtual = useVirtualList({ count: rows.count, scroller, heightOf, keep: stop });
  // Rows of groups and findings differ in height: measure again when the rows change
  useEffect(() => virtual.measure(), [rows, virtual]);
  useEffect(() => {
    const at = current < 0 ? -1 : rows.rowOf(current);
    if (at < 0) return;
    setActive(at);
    virtual.scrollToIndex(at);
  }, [current, rows, virtual]);
  const focusRow = useRef<number | null>(null);
  useEffect(() => {
    if (focusRow.current === null) return;
    scroller.current
      ?.querySelector<HTMLElement>(`button[data-row="${focusRow.current}"]`)
      ?.focus({ preventScroll: true });
    focusRow.current = null;
  }, [active]);
  const move = (event: KeyboardEvent): void => {
    if (event.altKey || event.ctrlKey || event.metaKey) return;
    // Plain keys: Excel may take those with Alt for itself
    if (event.key === "n" || event.key === "p") {
      event.preventDefault();
      void controller.nextProblem(event.key === "n" ? 1 : -1);
      return;
    }
    const page = Math.max(1, Math.floor((scroller.current?.clientHeight ?? 0) / FINDING_HEIGHT));
    const to = {
      ArrowDown: stop + 1,
      ArrowUp: stop - 1,
      PageDown: stop + page,
      PageUp: stop - page,
      Home: 0,
      End: rows.count - 1,
    }[event.key];
    if (to === undefined) return;
    event.preventDefault();
    const next = Math.max(0, Math.min(rows.count - 1, to));
    focusRow.current = next;
    setActive(next);
    virtual.scrollToIndex(next);
  };
  if (index === null || rows.count === 0)
    return (
      <Nothing
        scanning={scanned < 1}
        filtered={isFiltered(filter)}
        onRelease={() => controller.findings.setFilter(NO_FILTER)}
      />
    );
  return (
    <div ref={scroller} className={own.scroller} data-testid="findings-scroller">
      <ul
        role="list"
        className={own.listSpace}
        style={{ height: virtual.getTotalSize() }}
        data-testid="findings"
        aria-label={strings.finding.list}
        onKeyDown={move}
      >
        {virtual.getVirtualItems().map(({ index: row, start, size }) => {
          const what = rows.at(row);
          if (what === undefined) return null;
          return (
            <li
              key={row}
              className={own.listRow}
              style={{ height: size, transform: `translateY(${start}px)` }}
              aria-setsize={scanned < 1 ? -1 : rows.count}
              aria-posinset={row + 1}
            >
              {what.kind === "group" ? (
                <GroupRow
                  row={row}
                  group={what.group}
                  count={what.group.items.length}
                  folded={what.folded}
                  stop={row === stop}
                  grouping={grouping}
                  index={index}
                  onFocus={setActive}
                />
              ) : (
                <FindingRow
                  row={row}
                  finding={index.findings[what.index]}
                  stop={row === stop}
                  current={what.index === current}
                  onFocus={setActive}
                />
              )}
            </li>
          );
        })}
      </ul>
    </div>
  );
}

interface FindingRowProps {
  readonly row: number;
  readonly finding: Finding | undefined;
  readonly stop: boolean;
  readonly current: boolean;
  readonly onFocus: (row: number) => void;
}

const FindingRow = memo(function FindingRow({
  row,
  finding,
  stop,
  current,
  onFocus,
}: FindingRowProps): ReactElement | null {
  const { controller, strings } = usePaneContext();
  const { index } = controller.findings.getState();
  if (finding === undefined || index === null) return null;
  const where = placeLabel(finding.place);
  const { problem, remedy } = index.wordsOf(finding);
  const about = [finding.name ?? finding.registrationNo, finding.year]
    .filter((part) => part !== undefined && part !== "")
    .join(" ");
  return (
    <button
      type="button"
      className={own.finding}
      tabIndex={stop ? 0 : -1}
      data-row={row}
      data-code={finding.code}
      {...(stop ? { "data-stop": "" } : {})}
      title={strings.finding.goTo(where)}
      aria-current={current}
      onFocus={() => onFocus(row)}
      onClick={() => void controller.choose(finding)}
    >
      <SeverityMark severity={finding.severity} />
      <span>
        <span className={own.about}>
          {strings.severities[finding.severity]} · <span className={styles.cellName}>{where}</span>
          {about !== "" && ` · ${about}`}
        </span>
        <span className={own.problem}>
          {problem} <span className={styles.muted}>{remedy}</span>
        </span>
      </span>
    </button>
  );
});

interface GroupRowProps {
  readonly row: number;
  readonly group: Group;
  /** Changes while a search goes on. */
  readonly count: number;
  readonly folded: boolean;
  readonly stop: boolean;
  readonly grouping: Grouping;
  readonly index: FindingIndex;
  readonly onFocus: (row: number) => void;
}

const GroupRow = memo(function GroupRow({
  row,
  group,
  count,
  folded,
  stop,
  grouping,
  index,
  onFocus,
}: GroupRowProps): ReactElement {
  const { controller, strings } = usePaneContext();
  const words = strings.finding;
  const { first, key } = group;
  const name = {
    none: "",
    person: key === "" ? words.ofNobody : `${first.name ?? ""} ${key}`.trim(),
    code: index.codes.find(({ code }) => code === key)?.problem ?? key,
    clause: key === "" ? words.noClause : key,
  }[grouping];
  return (
    <button
      type="button"
      className={own.group}
      tabIndex={stop ? 0 : -1}
      data-row={row}
      data-testid="group-head"
      {...(stop ? { "data-stop": "" } : {})}
      aria-expanded={!folded}
      onFocus={() => onFocus(row)}
      onClick={() => controller.findings.fold(key)}
    >
      <Icon name={folded ? "go" : "down"} size={12} />
      {grouping === "code" && <SeverityMark severity={first.severity} size={12} />}
      <span className={own.groupName}>{name}</span>
      <span className={styles.muted}>{words.groupCount(count)}</span>
    </button>
  );
});

function Nothing({
  scanning,
  filtered,
  onRelease,
}: {
  readonly scanning: boolean;
  readonly filtered: boolean;
  readonly onRelease: () => void;
}): ReactElement {
  const { strings } = usePaneContext();
  const words = strings.finding;
  return (
    <div className={own.scroller} style={{ padding: 16 }} data-testid="no-findings">
      <p className={styles.muted}>{scanning ? words.searching(0) : filtered ? words.noMatch : words.none}</p>
      {filtered && !scanning && <DefaultButton data-testid="release-all" text={words.releaseAll} onClick={onRelease} />}
    </div>
  );
}

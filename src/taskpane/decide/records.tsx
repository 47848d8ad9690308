/** Records that wait for a decision: a list, and the chosen one with its computation and the form that decides on it. */
import { DefaultButton } from "@fluentui/react";
import { useEffect, useMemo, useRef, useState, type KeyboardEvent, type ReactElement } from "react";
import type { ReviewOutcome } from "../../excel";
import { messageOf } from "../../messages";
import { policyOf } from "../../policy";
import type { RecordReview } from "../../review/types";
import { Facts, Verdict } from "../findings/detail";
import { explainRow } from "../findings/explained";
import { FINDING_HEIGHT, own } from "../common/list-and-detail-styles";
import { Icon } from "../common/icons";
import { cellLabel, placeLabel } from "../common/cell-labels";
import { styles } from "../common/styles";
import { usePaneContext } from "../common/pane-context";
import { useVirtualList } from "../common/virtual-list";
import { DecideRecord, hoursRangeOf } from "./decide-record";
import { waitingRecords } from "./waiting";

interface RecordsProps {
  readonly outcome: ReviewOutcome;
  readonly busy: boolean;
}

export function Records({ outcome, busy }: RecordsProps): ReactElement {
  const { controller, strings } = usePaneContext();
  const words = strings.decide;
  const waiting = useMemo(() => waitingRecords(outcome.review), [outcome]);
  const [row, setRow] = useState<number | null>(null);
  const root = useRef<HTMLDivElement>(null);
  const chosen = row === null ? null : following(waiting, row);
  const shown = chosen === null ? null : chosen.place.row;
  // A record leaves the list once it is decided: the focus moves to the next one, or back to the list
  useEffect(() => {
    const focused = document.activeElement;
    if (focused !== document.body && root.current?.contains(focused) !== true) return;
    if (shown !== null) root.current?.querySelector<HTMLElement>("[data-detail-title]")?.focus();
    else root.current?.querySelector<HTMLElement>("button[data-stop]")?.focus();
  }, [shown]);
  const choose = (record: RecordReview): void => {
    setRow(record.place.row);
    void controller.select(record.place);
  };
  return (
    <div ref={root} className={own.split}>
      <div className={chosen === null ? own.listSide : `${own.listSide} ${own.behind}`}>
        <div className={own.filters}>
          <strong>{waiting.length === 0 ? words.nobodyWaits : words.waiting(waiting.length)}</strong>
          {waiting.length > 0 && <div className={styles.muted}>{words.waitingHint}</div>}
        </div>
        <RecordList outcome={outcome} records={waiting} current={shown} onChoose={choose} />
      </div>
      {chosen === null ? (
        <div className={own.placeholder}>{strings.finding.choose}</div>
      ) : (
        <RecordCard key={chosen.place.row} chosen={chosen} outcome={outcome} busy={busy} onClose={() => setRow(null)} />
      )}
    </div>
  );
}

/** The record in the row, or the first that waits below it, or above; null when none does. */
function following(waiting: readonly RecordReview[], row: number): RecordReview | null {
  return waiting.find(({ place }) => place.row >= row) ?? waiting.at(-1) ?? null;
}

interface RecordListProps {
  readonly outcome: ReviewOutcome;
  readonly records: readonly RecordReview[];
  /** Row of the record that is shown. */
  readonly current: number | null;
  readonly onChoose: (record: RecordReview) => void;
}

function RecordList({ outcome: { submission, review }, records, current, onChoose }: RecordListProps): ReactElement {
  const { language, strings } = usePaneContext();
  const scroller = useRef<HTMLDivElement>(null);
  const [active, setActive] = useState(0);
  const stop = Math.max(0, Math.min(active, records.length - 1));
  const virtual = useVirtualList({ count: records.length, scroller, heightOf: () => FINDING_HEIGHT, keep: stop });
  const byRow = useMemo(() => new Map(submission.records.map((record) => [record.place.row, record])), [submission]);
  const names = useMemo(
    () => new Map(review.people.map(({ registrationNo, name }) => [registrationNo, name])),
    [review],
  );
  const move = (event: KeyboardEvent): void => {
    if (event.altKey) return;
    const to = { ArrowDown: stop + 1, ArrowUp: stop - 1, Home: 0, End: records.length - 1 }[event.key];
    if (to === undefined) return;
    event.preventDefault();
    const next = Math.max(0, Math.min(records.length - 1, to));
    setActive(next);
    virtual.scrollToIndex(next);
    requestAnimationFrame(() =>
      scroller.current?.querySelector<HTMLElement>(`button[data-row="${next}"]`)?.focus({ preventScroll: true }),
    );
  };
  return (
    <div ref={scroller} className={own.scroller}>
      <ul
        role="list"
        className={own.listSpace}
        style={{ height: virtual.getTotalSize() }}
        data-testid="waiting"
        aria-label={strings.decide.waiting(records.length)}
        onKeyDown={move}
      >
        {virtual.getVirtualItems().map(({ index, start, size }) => {
          const record = records[index];
          if (record === undefined) return null;
          const read = byRow.get(record.place.row);
          const open = record.findings.find(({ severity }) => severity === "judgement");
          return (
            <li
              key={index}
              className={own.listRow}
              style={{ height: size, transform: `translateY(${start}px)` }}
              aria-setsize={records.length}
              aria-posinset={index + 1}
            >
              <button
                type="button"
                className={own.finding}
                tabIndex={index === stop ? 0 : -1}
                data-row={index}
                {...(index === stop ? { "data-stop": "" } : {})}
                aria-current={record.place.row === current}
                onFocus={() => setActive(index)}
                onClick={() => onChoose(record)}
              >
                <span className={styles.open}>
                  <Icon name="open" />
                </span>
                <span>
                  <span className={own.about}>
                    {names.get(record.registrationNo) ?? read?.name} · {record.year} ·{" "}
                    <span className={styles.cellName}>
                      {strings.finding.row(Number(cellLabel({ sheet: record.place.sheet, row: record.place.row })))}
                    </span>
                  </span>
                  <span className={own.problem}>
                    {[read?.title, open && messageOf(open, language, policyOf(review.policy)).problem]
                      .filter(Boolean)
                      .join(strings.colon)}
                  </span>
                </span>
              </button>
            </li>
          );
        })}
      </ul>
    </div>
  );
}

interface RecordCardProps {
  readonly chosen: RecordReview;
  readonly outcome: ReviewOutcome;
  readonly busy: boolean;
  readonly onClose: () => void;
}

function RecordCard({ chosen, outcome: { submission, review }, busy, onClose }: RecordCardProps): ReactElement {
  const { controller, language, strings } = usePaneContext();
  const words = strings.decide;
  const { lines, record } = useMemo(
    () => explainRow({ place: chosen.place, finding: null }, submission, review, language),
    [chosen, submission, review, language],
  );
  return (
    <section
      className={own.detailSide}
      aria-label={words.record}
      data-testid="record-card"
      onKeyDown={(event) => {
        if (event.key !== "Escape" || event.defaultPrevented) return;
        event.preventDefault();
        onClose();
      }}
    >
      <div className={own.detailHead}>
        <DefaultButton
          data-testid="to-records"
          className={own.toList}
          styles={{ root: { minWidth: 0, padding: "0 8px" } }}
          ariaLabel={words.toRecords}
          title={words.toRecords}
          onClick={onClose}
        >
          <Icon name="back" />
        </DefaultButton>
        <div className={styles.grow}>
          <h2 className={own.detailTitle} tabIndex={-1} data-detail-title="">
            {[record?.record.name, chosen.year].filter(Boolean).join(" · ")}
          </h2>
          <div className={styles.fix}>{record?.record.title}</div>
          <button
            type="button"
            className={styles.link}
            style={{ paddingLeft: 0 }}
            onClick={() => void controller.select(chosen.place)}
          >
            {strings.finding.goToCell(placeLabel(chosen.place))}
          </button>
        </div>
        <Verdict verdict={chosen.verdict} />
      </div>
      {chosen.findings.map((finding, at) => (
        <div key={at} className={own.told}>
          {strings.severities[finding.severity]}
          {strings.colon}
          {messageOf(finding, language, policyOf(review.policy)).problem}
          {finding.clause !== "" && <span className={styles.muted}> {finding.clause}</span>}
        </div>
      ))}
      <Facts lines={lines} />
      {record !== null && (
        <DecideRecord
          key={record.identity}
          identity={record.identity}
          decision={record.decision}
          range={hoursRangeOf(chosen)}
          busy={busy}
          opened
        />
      )}
    </section>
  );
}

/** What was found: the most frequent problems, then every finding, to be filtered, searched and gone to. */
import { DefaultButton, SearchBox } from "@fluentui/react";
import { memo, useDeferredValue, useMemo, useRef, useState, type KeyboardEvent, type ReactElement } from "react";
import type { Review, Severity } from "../review/types";
import type { Again } from "../rounds";
import { Mark, SEVERITY_MARKS } from "./marks";
import { Section, useSurroundings } from "./pane";
import { styles } from "./styles";
import { gravestFirst, isNew, linesOf, matching, mostFrequent, SEVERITIES, type Filter, type Line } from "./view-model";

/** Rows shown at first, and added by each 更多: a pane with thousands of rows would answer slowly. */
const PAGE = 200;

const NO_FILTER: Filter = { severity: null, code: null, text: "", again: null };
const SEVERITY_CLASSES: Readonly<Record<Severity, string>> = { error: styles.bad, judgement: styles.open, warning: styles.note, info: styles.note };

export function Findings({ review, again }: { readonly review: Review; readonly again: Again | null }): ReactElement {
  const { language, strings } = useSurroundings();
  const lines = useMemo(() => gravestFirst(linesOf(review.findings, language)), [review, language]);
  const frequent = useMemo(() => mostFrequent(review.findings, language), [review, language]);
  const [filter, setFilter] = useState(NO_FILTER);
  const [pages, setPages] = useState(1);
  // Typing stays fluent over thousands of findings: the list follows when there is time
  const deferred = useDeferredValue(filter);
  // A later review has its own idea of what is new
  const found = useMemo(() => matching(lines, { ...deferred, again: deferred.again ? again : null }), [lines, deferred, again]);
  const change = (part: Partial<Filter>): void => {
    setFilter({ ...filter, ...part });
    setPages(1);
  };
  const listed = found.slice(0, pages * PAGE);
  return (
    <>
      {frequent.length > 0 && (
        <Section id="ce-frequent" title={strings.frequent}>
          <ul className={styles.list}>
            {frequent.map((each) => (
              <li key={each.code}>
                <button
                  type="button"
                  className={styles.rowButton}
                  aria-pressed={filter.code === each.code}
                  onClick={() => change({ code: filter.code === each.code ? null : each.code, severity: null, text: "" })}
                >
                  <SeverityMark severity={each.severity} />
                  <span className={styles.grow}>{each.problem}</span>
                  <span className={styles.muted}>{strings.times(each.count)}</span>
                </button>
              </li>
            ))}
          </ul>
        </Section>
      )}
      <Section id="ce-findings" title={strings.findings} aside={strings.shown(listed.length, found.length)}>
        <SearchBox placeholder={strings.search} ariaLabel={strings.search} value={filter.text} onChange={(_, text) => change({ text: text ?? "" })} />
        <div className={styles.chips} role="group" aria-label={strings.filter}>
          <Chip pressed={filter.severity === null} label={strings.all} count={lines.length} onClick={() => change({ severity: null })} />
          {SEVERITIES.map((severity) => (
            <Chip
              key={severity}
              severity={severity}
              pressed={filter.severity === severity}
              label={strings.severities[severity]}
              count={lines.filter((line) => line.finding.severity === severity).length}
              onClick={() => change({ severity })}
            />
          ))}
          {again !== null && (
            <Chip
              pressed={(filter.again ?? null) !== null}
              label={strings.onlyAgain}
              count={lines.filter((line) => isNew(line.finding, again)).length}
              onClick={() => change({ again: (filter.again ?? null) === null ? again : null })}
            />
          )}
          {filter.code !== null && (
            <button type="button" className={styles.chip} aria-pressed="true" onClick={() => change({ code: null })}>
              {strings.onlyCode}
              {frequent.find((each) => each.code === filter.code)?.problem ?? filter.code}
              <Mark name="bad" size={10} />
            </button>
          )}
        </div>
        {found.length === 0 ? <p className={styles.muted}>{lines.length === 0 ? strings.nothingFound : strings.noMatch}</p> : <FindingList lines={listed} />}
        {listed.length < found.length && <DefaultButton className={styles.more} text={strings.more(found.length - listed.length)} onClick={() => setPages(pages + 1)} />}
      </Section>
    </>
  );
}

interface ChipProps {
  readonly severity?: Severity;
  readonly pressed: boolean;
  readonly label: string;
  readonly count: number;
  readonly onClick: () => void;
}

function Chip({ severity, pressed, label, count, onClick }: ChipProps): ReactElement {
  return (
    <button type="button" className={styles.chip} aria-pressed={pressed} onClick={onClick}>
      {severity && <SeverityMark severity={severity} size={11} />}
      {label} {count}
    </button>
  );
}

function SeverityMark({ severity, size = 14 }: { readonly severity: Severity; readonly size?: number }): ReactElement {
  return (
    <span className={SEVERITY_CLASSES[severity]} style={{ display: "inline-flex", paddingTop: size > 12 ? 3 : 0 }}>
      <Mark name={SEVERITY_MARKS[severity]} size={size} />
    </span>
  );
}

/** One stop of the Tab key; arrows, Home and End move within the list, Enter goes to the cell. */
const FindingList = memo(function FindingList({ lines }: { readonly lines: readonly Line[] }): ReactElement {
  const { strings } = useSurroundings();
  const list = useRef<HTMLUListElement>(null);
  const [current, setCurrent] = useState(0);
  const stop = Math.min(current, lines.length - 1);
  const move = (event: KeyboardEvent): void => {
    const to = { ArrowDown: stop + 1, ArrowUp: stop - 1, Home: 0, End: lines.length - 1 }[event.key];
    if (to === undefined) return;
    event.preventDefault();
    const next = Math.max(0, Math.min(lines.length - 1, to));
    setCurrent(next);
    list.current?.querySelectorAll<HTMLButtonElement>("button")[next]?.focus();
  };
  return (
    <ul ref={list} className={styles.findingList} data-testid="findings" aria-label={strings.findings} onKeyDown={move}>
      {lines.map((line, index) => (
        <FindingRow key={index} line={line} index={index} stop={index === stop} onFocus={setCurrent} />
      ))}
    </ul>
  );
});

interface FindingRowProps {
  readonly line: Line;
  readonly index: number;
  readonly stop: boolean;
  readonly onFocus: (index: number) => void;
}

const FindingRow = memo(function FindingRow({ line, index, stop, onFocus }: FindingRowProps): ReactElement {
  const { controller, strings } = useSurroundings();
  const { finding, problem, remedy, where } = line;
  const about = [finding.name ?? finding.registrationNo, finding.year, finding.clause].filter((part) => part !== undefined && part !== "").join(" · ");
  return (
    <li>
      <button
        type="button"
        className={styles.finding}
        tabIndex={stop ? 0 : -1}
        data-code={finding.code}
        title={strings.goTo(where)}
        onFocus={() => onFocus(index)}
        onClick={() => void controller.select(finding.place)}
      >
        <SeverityMark severity={finding.severity} />
        <span>
          <span className={styles.where}>
            {strings.severities[finding.severity]} · <span className={styles.whereCell}>{where}</span>
          </span>
          <br />
          {problem}
          <span className={styles.fix} style={{ display: "block" }}>
            {remedy}
          </span>
          <span className={styles.where}>{about}</span>
        </span>
        <Mark name="go" />
      </button>
    </li>
  );
});

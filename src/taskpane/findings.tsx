/** What was found: the most frequent problems, then every finding, to be filtered, searched and gone to. */
import { DefaultButton, SearchBox } from "@fluentui/react";
import { memo, useCallback, useDeferredValue, useMemo, useRef, useState, type KeyboardEvent, type ReactElement } from "react";
import type { Finding, Review, Severity } from "../review/types";
import type { Again } from "../rounds";
import type { Submission } from "../submission/types";
import { identitiesOf } from "../submission";
import { Decide, type DecideProps } from "./decide";
import { Mark, SEVERITY_MARKS } from "./marks";
import { Section, useSurroundings } from "./pane";
import { styles } from "./styles";
import { explainedOf, gravestFirst, isNew, linesOf, matching, mostFrequent, SEVERITIES, type Explained, type Filter, type Line } from "./view-model";

/** Rows shown at first, and added by each 更多: a pane with thousands of rows would answer slowly. */
const PAGE = 200;

const NO_FILTER: Filter = { severity: null, code: null, text: "", again: null };
const SEVERITY_CLASSES: Readonly<Record<Severity, string>> = { error: styles.bad, judgement: styles.open, warning: styles.note, info: styles.note };

interface FindingsProps {
  readonly review: Review;
  readonly submission: Submission;
  /** What a second round makes new to the reviewer; null when no round before was taken over. */
  readonly again: Again | null;
}

export function Findings({ review, submission, again }: FindingsProps): ReactElement {
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
  const identities = useMemo(() => identitiesOf(submission.records), [submission]);
  const explain = useCallback(
    (finding: Finding): Behind => {
      const { sheet, row } = finding.place;
      const identity = sheet === submission.recordLayout.sheet ? identities.get(row) : undefined;
      return {
        lines: explainedOf(finding, submission, review, language),
        record: identity === undefined ? null : { identity, decision: submission.recordDecisions.get(row) ?? null },
      };
    },
    [identities, submission, review, language],
  );
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
        {found.length === 0 ? <p className={styles.muted}>{lines.length === 0 ? strings.nothingFound : strings.noMatch}</p> : <FindingList lines={listed} explain={explain} />}
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

/** What opens below a finding: why, and where it is a record's, what to do with it. */
interface Behind {
  readonly lines: readonly Explained[];
  readonly record: DecideProps | null;
}

interface FindingListProps {
  readonly lines: readonly Line[];
  readonly explain: (finding: Finding) => Behind;
}

/** One stop of the Tab key; arrows, Home and End move within the list, Enter goes to the cell and opens what stands behind. */
const FindingList = memo(function FindingList({ lines, explain }: FindingListProps): ReactElement {
  const { controller, strings } = useSurroundings();
  // By what it says and where: a review anew makes new findings, and what was open stays open
  const [opened, setOpened] = useState<string | null>(null);
  const choose = useCallback(
    (finding: Finding): void => {
      setOpened((before) => (before === keyOf(finding) ? null : keyOf(finding)));
      void controller.select(finding.place);
    },
    [controller],
  );
  const list = useRef<HTMLUListElement>(null);
  const [current, setCurrent] = useState(0);
  const stop = Math.min(current, lines.length - 1);
  const move = (event: KeyboardEvent): void => {
    // Below a finding there may be a form: its fields have arrows of their own
    if (!(event.target as HTMLElement).hasAttribute("data-code")) return;
    const to = { ArrowDown: stop + 1, ArrowUp: stop - 1, Home: 0, End: lines.length - 1 }[event.key];
    if (to === undefined) return;
    event.preventDefault();
    const next = Math.max(0, Math.min(lines.length - 1, to));
    setCurrent(next);
    list.current?.querySelectorAll<HTMLButtonElement>("button[data-code]")[next]?.focus();
  };
  return (
    <ul ref={list} className={styles.findingList} data-testid="findings" aria-label={strings.findings} onKeyDown={move}>
      {lines.map((line, index) => (
        <FindingRow key={index} line={line} index={index} stop={index === stop} onFocus={setCurrent} onChoose={choose} explain={keyOf(line.finding) === opened ? explain : null} />
      ))}
    </ul>
  );
});

const keyOf = ({ code, place, year }: Finding): string => [code, place.sheet, place.row, place.column, year].join("|");

interface FindingRowProps {
  readonly line: Line;
  readonly index: number;
  readonly stop: boolean;
  readonly onFocus: (index: number) => void;
  readonly onChoose: (finding: Finding) => void;
  /** Null while what stands behind the finding is not shown. */
  readonly explain: ((finding: Finding) => Behind) | null;
}

const FindingRow = memo(function FindingRow({ line, index, stop, onFocus, onChoose, explain }: FindingRowProps): ReactElement {
  const { strings } = useSurroundings();
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
        aria-expanded={explain !== null}
        onClick={() => onChoose(finding)}
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
      {explain && <BehindFinding {...explain(finding)} />}
    </li>
  );
});

function BehindFinding({ lines, record }: Behind): ReactElement {
  const { strings } = useSurroundings();
  return (
    <>
      {lines.length > 0 && (
        <dl className={styles.explained} data-testid="explained">
          {lines.map(({ kind, text }, index) => (
            <div key={index} className={styles.explainedLine}>
              <dt>{strings.explained[kind]}</dt>
              <dd>{text}</dd>
            </div>
          ))}
        </dl>
      )}
      {record && <Decide key={record.identity} {...record} />}
    </>
  );
}

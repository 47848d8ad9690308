/** 人员: each person's years as a compact table with what they lack in words, to be searched, filtered, and copied into a reply. */
import { DefaultButton, mergeStyleSets } from "@fluentui/react";
import { memo, useCallback, useEffect, useMemo, useRef, useState, type ReactElement } from "react";
import { doubtfulHolders, type DoubtfulHolder, type LedgerState } from "../../certificates";
import type { ReviewOutcome } from "../../excel";
import { catalogueOf } from "../../messages";
import type { PersonReview, PersonVerdict, Review } from "../../review/types";
import { shownNumber } from "../../submission";
import { voidCertificate } from "../actions/void-certificate";
import type { PaneState } from "../controller";
import { own as list } from "../common/list-and-detail-styles";
import { Icon } from "../common/icons";
import { placeLabel } from "../common/cell-labels";
import { isFirstReview, type PeoplePart } from "../state";
import { styles } from "../common/styles";
import { usePaneContext } from "../common/pane-context";
import { space, token } from "../common/tokens";
import { Unreviewed } from "../shell/view-panel";
import { useVirtualList } from "../common/virtual-list";
import { Answer } from "./answer";
import { copyText } from "./clipboard";
import { CopyByHand } from "./copy-by-hand";
import { PeopleIndex, textOf, type PersonYears } from "./person-years";
import { Trial } from "./trial";
import { YearTable } from "./year-table";

const own = mergeStyleSets({
  person: { padding: space.small, borderBottom: `1px solid ${token("line")}`, boxSizing: "border-box" },
  head: { display: "flex", alignItems: "baseline", gap: space.small, flexWrap: "wrap" },
  name: [{ fontWeight: 600, minWidth: 0 }],
  tools: { display: "flex", gap: space.small, flexWrap: "wrap", alignItems: "center", marginTop: 2 },
});

const VERDICTS: readonly PersonVerdict[] = ["unqualified", "pending", "qualified"];
const MARKS: Readonly<Record<PersonVerdict, "good" | "bad" | "open">> = {
  qualified: "good",
  unqualified: "bad",
  pending: "open",
};

/** Estimated heights in pixels: name, tools and table head together, and a line for each year. */
const HEIGHT = { person: 82, year: 23 };

const PARTS: readonly PeoplePart[] = ["people", "trial"];

export function People({ state }: { readonly state: PaneState }): ReactElement {
  const { controller, strings } = usePaneContext();
  const { peoplePart } = state;
  return (
    <>
      <div className={list.parts} role="group" aria-label={strings.people.parts}>
        {PARTS.map((each) => (
          <button
            key={each}
            type="button"
            data-testid={`people-part-${each}`}
            className={styles.chip}
            aria-pressed={each === peoplePart}
            onClick={() => controller.choosePeoplePart(each)}
          >
            {each === "people" ? strings.people.list : strings.trial.title}
          </button>
        ))}
      </div>
      {peoplePart === "trial" ? <Trial outcome={state.outcome} /> : <Submitted state={state} />}
    </>
  );
}

/** The people of the submission. */
function Submitted({ state }: { readonly state: PaneState }): ReactElement {
  const { outcome, people, asked } = state;
  if (outcome === null) return <Unreviewed running={isFirstReview(state)} />;
  const isThere = outcome.review.people.some(({ registrationNo }) => registrationNo === asked);
  if (asked !== null && isThere)
    return <Answer outcome={outcome} registrationNo={asked} busy={state.running !== null} />;
  return <PeopleOf outcome={outcome} ledger={state.ledger} filter={people} searches={state.searches} />;
}

interface PeopleOfProps {
  readonly outcome: ReviewOutcome;
  readonly ledger: LedgerState | null;
  readonly filter: PaneState["people"];
  readonly searches: number;
}

function PeopleOf({ outcome: { review, submission }, ledger, filter, searches }: PeopleOfProps): ReactElement {
  const { language, strings } = usePaneContext();
  const words = strings.people;
  const entries = ledger?.entries ?? submission.ledger;
  const index = useMemo(() => new PeopleIndex(review, submission, entries), [review, submission, entries]);
  const found = useMemo(() => index.matching(filter), [index, filter]);
  const doubtful = useMemo(
    () =>
      new Map(
        doubtfulHolders(entries, submission, review).map((holder) => [holder.now ?? holder.registrationNo, holder]),
      ),
    [entries, submission, review],
  );
  const [copied, setCopied] = useState<{
    readonly text: string;
    readonly people: number;
    readonly done: boolean;
  } | null>(null);
  const copy = useCallback(
    async (people: readonly PersonReview[]): Promise<void> => {
      const text = people.map((person) => textOf(index.of(person, language), words, language)).join("\n\n");
      setCopied({ text, people: people.length, done: await copyText(text) });
    },
    [index, language, words],
  );
  return (
    <>
      <PeopleFilters review={review} filter={filter} found={found} searches={searches} />
      <PersonList
        key={found.length === 0 ? "none" : "some"}
        index={index}
        found={found}
        doubtful={doubtful}
        onCopy={copy}
      />
      <div className={list.foot}>
        <div className={list.footText} role="status" aria-live="polite" data-testid="copied">
          {copied === null
            ? words.shown(found.length, review.people.length)
            : copied.done
              ? words.copied(copied.people)
              : words.denied}
        </div>
        <DefaultButton
          data-testid="copy-all"
          text={words.copyAll(found.length)}
          disabled={found.length === 0}
          onClick={() => void copy(found)}
        />
      </div>
      {copied !== null && !copied.done && <CopyByHand text={copied.text} onClose={() => setCopied(null)} />}
    </>
  );
}

function PeopleFilters({
  review,
  filter,
  found,
  searches,
}: {
  readonly review: Review;
  readonly filter: PaneState["people"];
  readonly found: readonly PersonReview[];
  readonly searches: number;
}): ReactElement {
  const { controller, language, strings } = usePaneContext();
  const words = strings.people;
  const [first] = found;
  const search = useRef<HTMLInputElement>(null);
  useEffect(() => {
    if (searches === 0) return;
    search.current?.focus();
    search.current?.select();
  }, [searches]);
  const { personVerdicts } = catalogueOf(language);
  return (
    <div className={list.filters} role="search" aria-label={words.list} data-found={found.length}>
      <input
        ref={search}
        data-testid="find-people"
        type="search"
        className={styles.field}
        placeholder={words.search}
        aria-label={words.search}
        value={filter.text}
        onChange={({ target }) => controller.filterPeople({ text: target.value })}
        onKeyDown={({ key, nativeEvent }) => {
          // While characters are being composed Enter takes them over
          if (key === "Enter" && !nativeEvent.isComposing && filter.text.trim() !== "" && first !== undefined)
            controller.askAbout(first.registrationNo);
        }}
      />
      <div className={styles.chips} role="group" aria-label={words.verdict}>
        {VERDICTS.map((verdict) => (
          <button
            key={verdict}
            type="button"
            data-testid={`people-${verdict}`}
            className={styles.chip}
            aria-pressed={filter.verdict === verdict}
            onClick={() => controller.filterPeople({ verdict: filter.verdict === verdict ? null : verdict })}
          >
            <span className={styles[MARKS[verdict]]} style={{ display: "inline-flex" }}>
              <Icon name={MARKS[verdict]} size={11} />
            </span>
            {personVerdicts[verdict]} {review.people.filter((person) => person.verdict === verdict).length}
          </button>
        ))}
        {filter.year !== null && (
          <button
            type="button"
            data-testid="release-year"
            className={styles.chip}
            aria-pressed="true"
            aria-label={words.release(words.yearStatus[filter.year])}
            onClick={() => controller.filterPeople({ year: null })}
          >
            {words.yearStatus[filter.year]}
            <Icon name="bad" size={10} />
          </button>
        )}
      </div>
    </div>
  );
}

interface PersonListProps {
  readonly index: PeopleIndex;
  readonly found: readonly PersonReview[];
  /** Valid certificates of people who no longer qualify, by registration number. */
  readonly doubtful: ReadonlyMap<string, DoubtfulHolder>;
  readonly onCopy: (people: readonly PersonReview[]) => Promise<void>;
}

function PersonList({ index, found, doubtful, onCopy }: PersonListProps): ReactElement {
  const { language, strings } = usePaneContext();
  const words = strings.people;
  const scroller = useRef<HTMLDivElement>(null);
  const heightOf = useCallback(
    (row: number) => {
      const person = found[row];
      return HEIGHT.person + HEIGHT.year * (person === undefined ? 0 : index.yearCount(person));
    },
    [found, index],
  );
  const keyOf = useCallback((row: number) => `${row} ${found[row]?.registrationNo ?? ""}`, [found]);
  const virtual = useVirtualList({ count: found.length, scroller, heightOf, keep: -1, keyOf });
  if (found.length === 0)
    return (
      <div className={list.scroller} style={{ padding: 16 }}>
        <p className={styles.muted}>{words.noMatch}</p>
      </div>
    );
  return (
    <div ref={scroller} className={list.scroller}>
      <ul
        role="list"
        className={list.listSpace}
        style={{ height: virtual.getTotalSize() }}
        data-testid="people"
        aria-label={words.list}
      >
        {virtual.getVirtualItems().map(({ index: row, start, key }) => {
          const person = found[row];
          if (person === undefined) return null;
          return (
            <li
              key={key}
              ref={virtual.measureElement}
              data-index={row}
              className={list.listRow}
              style={{ transform: `translateY(${start}px)` }}
              aria-setsize={found.length}
              aria-posinset={row + 1}
            >
              <Person of={index.of(person, language)} holder={doubtful.get(person.registrationNo)} onCopy={onCopy} />
            </li>
          );
        })}
      </ul>
    </div>
  );
}

const Person = memo(function Person({
  of: { person, years, findings },
  holder,
  onCopy,
}: {
  readonly of: PersonYears;
  readonly holder: DoubtfulHolder | undefined;
  readonly onCopy: PersonListProps["onCopy"];
}): ReactElement {
  const { controller, language, strings } = usePaneContext();
  const words = strings.people;
  const { name, registrationNo, verdict, place } = person;
  return (
    <div className={own.person} data-testid="person" data-person={registrationNo}>
      <div className={own.head}>
        <button
          type="button"
          className={`${styles.link} ${own.name}`}
          style={{ paddingLeft: 0, fontSize: "inherit" }}
          aria-label={words.goTo(name, placeLabel(place))}
          onClick={() => void controller.select(place)}
        >
          {name}
        </button>
        <span className={styles.where}>{shownNumber(person)}</span>
        <span className={styles.grow} />
        <span className={`${styles.verdict} ${styles[MARKS[verdict]]}`}>
          <Icon name={MARKS[verdict]} size={12} />
          {catalogueOf(language).personVerdicts[verdict]}
        </span>
      </div>
      {holder !== undefined && (
        <div className={styles.bad} data-testid="person-doubtful">
          {words.doubtful(holder.certificateNo)}{" "}
          <button
            type="button"
            data-testid="person-void"
            className={styles.link}
            aria-label={strings.certificate.voidTitle(holder.certificateNo, holder.name)}
            onClick={() => controller.askToVoid(holder.certificateNo)}
          >
            {voidCertificate.words[language].button}
          </button>
        </div>
      )}
      {years.length === 0 ? (
        <div className={styles.muted}>{words.noYears}</div>
      ) : (
        <YearTable name={name} years={years} />
      )}
      <div className={own.tools}>
        <button
          type="button"
          data-testid="ask"
          className={styles.link}
          style={{ paddingLeft: 0 }}
          aria-label={words.askOf(name)}
          onClick={() => controller.askAbout(registrationNo)}
        >
          {words.ask}
        </button>
        <button
          type="button"
          data-testid="copy"
          className={styles.link}
          aria-label={words.copyOf(name)}
          onClick={() => void onCopy([person])}
        >
          {words.copy}
        </button>
        {findings > 0 && (
          <button
            type="button"
            data-testid="findings-of"
            className={styles.link}
            aria-label={words.findingsOf(name, findings)}
            onClick={() => controller.goToFindings({ person: registrationNo })}
          >
            {words.findings(findings)}
          </button>
        )}
      </div>
    </div>
  );
});

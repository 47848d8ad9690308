/** All there is to say to one person who asks: verdict, years, records, and what would make a record count. */
import { DefaultButton, mergeStyleSets, PrimaryButton } from "@fluentui/react";
import { useEffect, useMemo, useRef, useState, type ReactElement } from "react";
import type { ReviewOutcome } from "../../excel";
import { answerWords } from "../../messages";
import {
  answerText,
  personAnswer,
  recordSentence,
  yearSentence,
  type RecordAnswer,
  type YearAnswer,
} from "../../results";
import type { YearStatus } from "../../review/types";
import { shownNumber } from "../../submission";
import { writeStatement } from "../actions/write-statement";
import { placeLabel } from "../common/cell-labels";
import { Icon } from "../common/icons";
import { own as list } from "../common/list-and-detail-styles";
import { usePaneContext } from "../common/pane-context";
import { styles } from "../common/styles";
import { space, token, type } from "../common/tokens";
import { Verdict } from "../findings/detail";
import { copyText } from "./clipboard";
import { CopyByHand } from "./copy-by-hand";

const own = mergeStyleSets({
  year: { borderTop: `1px solid ${token("line")}`, padding: `${space.small}px 0` },
  yearHead: { margin: 0, fontSize: "inherit", fontWeight: 600 },
  record: { margin: `${space.small}px 0 0`, paddingLeft: space.small, borderLeft: `3px solid ${token("line")}` },
  lines: { margin: 0, padding: 0, listStyle: "none", fontSize: type.small },
  remedies: { margin: `${space.tiny}px 0 0`, fontSize: type.small, selectors: { ul: { margin: 0, paddingLeft: 18 } } },
  foot: { flexWrap: "wrap" },
});

const MARKS: Readonly<Record<YearStatus, "good" | "bad" | "open">> = { met: "good", unmet: "bad", pending: "open" };

interface AnswerProps {
  readonly outcome: ReviewOutcome;
  readonly registrationNo: string;
  readonly busy: boolean;
}

/** Null where the person is no longer in the submission. */
export function Answer({ outcome, registrationNo, busy }: AnswerProps): ReactElement | null {
  const { controller, language, strings } = usePaneContext();
  const words = strings.people;
  const answer = useMemo(() => personAnswer(outcome, registrationNo, language), [outcome, registrationNo, language]);
  const title = useRef<HTMLHeadingElement>(null);
  useEffect(() => title.current?.focus(), [registrationNo]);
  const [copied, setCopied] = useState<{ readonly text: string; readonly done: boolean } | null>(null);
  if (answer === null) return null;
  const { person, sentence, years, rest, notice } = answer;
  const copy = async (): Promise<void> => {
    const text = answerText(answer, language);
    setCopied({ text, done: await copyText(text) });
  };
  return (
    <>
      <section
        className={list.detailSide}
        aria-labelledby="ce-answer"
        data-testid="answer"
        onKeyDown={(event) => {
          if (event.key !== "Escape" || event.defaultPrevented) return;
          event.preventDefault();
          controller.askAbout(null);
        }}
      >
        <div className={list.detailHead}>
          <DefaultButton
            data-testid="answer-back"
            styles={{ root: { minWidth: 0, padding: "0 8px" } }}
            ariaLabel={words.toList}
            title={words.toList}
            onClick={() => controller.askAbout(null)}
          >
            <Icon name="back" />
          </DefaultButton>
          <div className={styles.grow}>
            <h2 id="ce-answer" ref={title} className={list.detailTitle} tabIndex={-1}>
              {person.name} <span className={styles.where}>{shownNumber(person)}</span>
            </h2>
            <div>{sentence}</div>
          </div>
        </div>
        {years.map((year) => (
          <Year key={year.year.year} answer={year} />
        ))}
        {rest.length > 0 && (
          <div className={own.year}>
            <h3 className={own.yearHead}>{answerWords(language).restOfRecords}</h3>
            {rest.map((record) => (
              <Record key={record.record.place.row} answer={record} />
            ))}
          </div>
        )}
        <div className={styles.hint}>{answerWords(language).basis(notice)}</div>
      </section>
      {copied !== null && !copied.done && <CopyByHand text={copied.text} onClose={() => setCopied(null)} />}
      <div className={`${list.foot} ${own.foot}`}>
        <div className={list.footText} role="status" aria-live="polite">
          {copied === null ? "" : copied.done ? words.answerCopied : words.denied}
        </div>
        <DefaultButton data-testid="answer-copy" text={words.copyAnswer} onClick={() => void copy()} />
        <PrimaryButton
          data-testid="statement"
          text={writeStatement.words[language].button}
          disabled={busy}
          onClick={() => void controller.run(writeStatement, { registrationNo })}
        />
      </div>
    </>
  );
}

function Year({ answer }: { readonly answer: YearAnswer }): ReactElement {
  const { language } = usePaneContext();
  const mark = MARKS[answer.year.status];
  return (
    <div className={own.year} data-testid="answer-year">
      <h3 className={own.yearHead}>
        <span className={`${styles.verdict} ${styles[mark]}`}>
          <Icon name={mark} size={12} />
          {yearSentence(answer, language)}
        </span>
      </h3>
      <ul className={own.lines}>
        {answer.why.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
      {answer.records.map((record) => (
        <Record key={record.record.place.row} answer={record} />
      ))}
    </div>
  );
}

function Record({ answer }: { readonly answer: RecordAnswer }): ReactElement {
  const { controller, language } = usePaneContext();
  const { place } = answer.record;
  const words = answerWords(language);
  return (
    <div className={own.record} data-testid="answer-record">
      <div className={styles.statusLine}>
        <button
          type="button"
          className={`${styles.link} ${styles.grow}`}
          style={{ paddingLeft: 0 }}
          title={placeLabel(place)}
          onClick={() => void controller.select(place)}
        >
          {recordSentence(answer, language)}
        </button>
        <Verdict verdict={answer.review.verdict} />
      </div>
      <ul className={own.lines}>
        {answer.lines.map((line, at) => (
          <li key={at}>{line}</li>
        ))}
      </ul>
      {answer.remedies.length > 0 && (
        <div className={own.remedies}>
          <strong>{words.toCount}</strong>
          <ul>
            {answer.remedies.map((line) => (
              <li key={line}>{line}</li>
            ))}
          </ul>
        </div>
      )}
    </div>
  );
}

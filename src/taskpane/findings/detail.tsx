/** One finding in full, or a row on which nothing was found: clause, remedy, computation, evidence, and what to do with it. */
import { DefaultButton } from "@fluentui/react";
import { useMemo, type ReactElement } from "react";
import type { ReviewOutcome } from "../../excel";
import { catalogueOf, messageOf } from "../../messages";
import type { Finding, RecordVerdict } from "../../review/types";
import { DecideRecord, hoursRangeOf } from "../decide/decide-record";
import { Icon } from "../common/icons";
import { placeLabel } from "../common/cell-labels";
import { styles } from "../common/styles";
import { usePaneContext } from "../common/pane-context";
import { useNotice } from "../common/use-notice";
import { explainRow, type Explained, type RecordShown } from "./explained";
import { own } from "../common/list-and-detail-styles";
import type { Shown } from "./findings-model";
import { SeverityMark } from "../common/severity-mark";

interface DetailProps {
  readonly shown: Shown;
  readonly outcome: ReviewOutcome;
  readonly busy: boolean;
}

export function Detail({ shown, outcome: { submission, review }, busy }: DetailProps): ReactElement {
  const { controller, language, strings } = usePaneContext();
  const words = strings.finding;
  const { place, finding } = shown;
  const { lines, record, others } = useMemo(
    () => explainRow(shown, submission, review, language),
    [shown, submission, review, language],
  );
  const person = review.people.find(
    (each) => each.registrationNo === (record?.record.registrationNo ?? finding?.registrationNo),
  );
  return (
    <section
      className={own.detailSide}
      aria-label={words.detail}
      data-testid="detail"
      onKeyDown={(event) => {
        if (event.key !== "Escape" || event.defaultPrevented) return;
        event.preventDefault();
        controller.findings.close();
      }}
    >
      <div className={own.detailHead}>
        <DefaultButton
          data-testid="to-list"
          className={own.toList}
          styles={{ root: { minWidth: 0, padding: "0 8px" } }}
          ariaLabel={words.toList}
          title={words.toList}
          onClick={controller.findings.close}
        >
          <Icon name="back" />
        </DefaultButton>
        <div className={styles.grow}>
          <h2 className={own.detailTitle} tabIndex={-1} data-detail-title="">
            {[record?.record.name ?? finding?.name ?? person?.name ?? place.sheet, record?.record.year ?? finding?.year]
              .filter(Boolean)
              .join(" · ")}
          </h2>
          {record !== null && <div className={styles.fix}>{record.record.title}</div>}
          <button
            type="button"
            data-testid="go-to-cell"
            className={styles.link}
            style={{ paddingLeft: 0 }}
            onClick={() => void controller.select(place)}
          >
            {words.goToCell(placeLabel(place))}
          </button>
        </div>
        {record !== null && <Verdict verdict={record.review.verdict} />}
      </div>
      {finding === null ? <p className={styles.muted}>{words.nothingHere}</p> : <FindingInFull finding={finding} />}
      <Facts lines={lines} />
      {record !== null && <Decision record={record} busy={busy} />}
      <Others findings={others} />
      {person !== undefined && (
        <button
          type="button"
          data-testid="whole-person"
          className={styles.link}
          style={{ paddingLeft: 0 }}
          onClick={() => controller.goToFindings({ person: person.registrationNo })}
        >
          {words.wholePerson}
        </button>
      )}
    </section>
  );
}

const VERDICTS: Readonly<Record<RecordVerdict, "good" | "bad" | "open">> = {
  credited: "good",
  rejected: "bad",
  pending: "open",
};

export function Verdict({ verdict }: { readonly verdict: RecordVerdict }): ReactElement {
  const { language } = usePaneContext();
  const kind = VERDICTS[verdict];
  return (
    <span className={`${styles.verdict} ${styles[kind]}`}>
      <Icon name={kind} size={12} />
      {catalogueOf(language).recordVerdicts[verdict]}
    </span>
  );
}

function FindingInFull({ finding }: { readonly finding: Finding }): ReactElement {
  const { language, strings } = usePaneContext();
  const { problem, remedy } = messageOf(finding, language, useNotice());
  return (
    <div className={own.told} data-testid="finding" data-code={finding.code}>
      <div className={own.grave}>
        <SeverityMark severity={finding.severity} />
        <span>
          {strings.severities[finding.severity]}
          {strings.colon}
          {problem}
        </span>
      </div>
      <dl style={{ margin: 0 }}>
        <div className={own.factLine}>
          <dt>{strings.finding.remedy}</dt>
          <dd>{remedy}</dd>
        </div>
        {finding.clause !== "" && (
          <div className={own.factLine}>
            <dt>{strings.finding.clause}</dt>
            <dd>{finding.clause}</dd>
          </div>
        )}
      </dl>
    </div>
  );
}

export function Facts({ lines }: { readonly lines: readonly Explained[] }): ReactElement | null {
  const { strings } = usePaneContext();
  if (lines.length === 0) return null;
  return (
    <dl className={own.facts} data-testid="explained">
      {lines.map(({ kind, text }, at) => (
        <div key={at} className={own.factLine}>
          <dt>{strings.finding.explained[kind]}</dt>
          <dd>{text}</dd>
        </div>
      ))}
    </dl>
  );
}

function Decision({
  record: { identity, decision, review },
  busy,
}: {
  readonly record: RecordShown;
  readonly busy: boolean;
}): ReactElement {
  const { controller } = usePaneContext();
  return (
    <DecideRecord
      key={identity}
      identity={identity}
      decision={decision}
      range={hoursRangeOf(review)}
      busy={busy}
      onNext={() => controller.leaveRow(review.place)}
    />
  );
}

/** Other findings of the same row, as buttons that show them. */
function Others({ findings }: { readonly findings: readonly Finding[] }): ReactElement | null {
  const { controller, language, strings } = usePaneContext();
  const notice = useNotice();
  if (findings.length === 0) return null;
  return (
    <div data-testid="others">
      <h3 className={styles.muted} style={{ margin: "12px 0 0", fontWeight: 600 }}>
        {strings.finding.others(findings.length)}
      </h3>
      <ul className={styles.list}>
        {findings.map((finding, at) => (
          <li key={at}>
            <button type="button" className={styles.rowButton} onClick={() => void controller.choose(finding)}>
              <SeverityMark severity={finding.severity} />
              <span className={styles.grow}>
                <span className={styles.muted}>{strings.severities[finding.severity]} </span>
                {messageOf(finding, language, notice).problem}
              </span>
            </button>
          </li>
        ))}
      </ul>
    </div>
  );
}

/** How many people, years and records pass, fail, or wait for a judgement. */
import type { ReactElement } from "react";
import { catalogueOf } from "../messages";
import type { Review } from "../review/types";
import { Mark } from "./marks";
import { Section, useSurroundings } from "./pane";
import { styles } from "./styles";
import { totalsOf, type Tally } from "./view-model";

export function Summary({ review }: { readonly review: Review }): ReactElement {
  const { language, strings } = useSurroundings();
  const totals = totalsOf(review);
  const { personVerdicts, yearStatuses, recordVerdicts } = catalogueOf(language);
  return (
    <Section id="ce-summary" title={strings.summary}>
      <div className={styles.totals}>
        <Total title={strings.people} unit={strings.units.people} tally={totals.people} words={[personVerdicts.qualified, personVerdicts.unqualified, personVerdicts.pending]} />
        <Total title={strings.years} unit={strings.units.years} tally={totals.years} words={[yearStatuses.met, yearStatuses.unmet, yearStatuses.pending]} />
        <Total title={strings.records} unit={strings.units.records} tally={totals.records} words={[recordVerdicts.credited, recordVerdicts.rejected, recordVerdicts.pending]} />
      </div>
    </Section>
  );
}

interface TotalProps {
  readonly title: string;
  readonly unit: string;
  readonly tally: Tally;
  readonly words: readonly [good: string, bad: string, open: string];
}

function Total({ title, unit, tally: { good, bad, open }, words }: TotalProps): ReactElement {
  const { strings } = useSurroundings();
  const all = good + bad + open;
  return (
    <div>
      <div className={styles.totalHead}>
        <span>{title}</span>
        <span className={styles.muted}>{strings.total(all, unit)}</span>
      </div>
      <div className={styles.share} aria-hidden="true">
        {all === 0 && <span className={styles.shareNone} />}
        {good > 0 && <span className={styles.shareGood} style={{ flex: good }} />}
        {bad > 0 && <span className={styles.shareBad} style={{ flex: bad }} />}
        {open > 0 && <span className={styles.shareOpen} style={{ flex: open }} />}
      </div>
      <div className={styles.counts}>
        <Count className={styles.good} mark="good" word={words[0]} count={good} />
        <Count className={styles.bad} mark="bad" word={words[1]} count={bad} />
        <Count className={styles.open} mark="open" word={words[2]} count={open} />
      </div>
    </div>
  );
}

function Count({ className, mark, word, count }: { readonly className: string; readonly mark: "good" | "bad" | "open"; readonly word: string; readonly count: number }): ReactElement {
  return (
    <div className={`${styles.count} ${className}`}>
      <Mark name={mark} size={12} />
      <span>{word}</span>
      <span className={styles.number}>{count}</span>
    </div>
  );
}

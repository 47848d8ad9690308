/** How many people, years and records pass, fail, or wait for a judgement; each number leads to those it counts. */
import { mergeStyleSets } from "@fluentui/react";
import type { ReactElement } from "react";
import { catalogueOf } from "../../messages";
import type { Review } from "../../review/types";
import { Icon } from "../common/icons";
import { focusRing, numeric, plainButton, styles } from "../common/styles";
import { usePaneContext } from "../common/pane-context";
import { space, token, type } from "../common/tokens";
import { Section } from "../shell/view-panel";
import { totalsOf, type Tally } from "./tallies";

const own = mergeStyleSets({
  totals: { display: "grid", gap: space.medium },
  head: [numeric, { display: "flex", justifyContent: "space-between", fontWeight: 600 }],
  // Different fills as well: with forced colours all three have the same colour
  share: { display: "flex", gap: 2, height: 8, margin: `${space.tiny}px 0`, forcedColorAdjust: "none" },
  good: { background: token("good"), borderRadius: 2 },
  bad: {
    borderRadius: 2,
    border: `1px solid ${token("bad")}`,
    boxSizing: "border-box",
    background: `repeating-linear-gradient(90deg, ${token("bad")} 0 3px, transparent 3px 4px)`,
  },
  open: {
    borderRadius: 2,
    border: `1px solid ${token("open")}`,
    boxSizing: "border-box",
    background: `repeating-linear-gradient(135deg, ${token("open")} 0 2px, transparent 2px 6px)`,
  },
  none: { background: token("sunken"), borderRadius: 2, flex: 1 },
  counts: { display: "grid", gridTemplateColumns: "1fr 1fr 1fr", gap: 2 },
  count: [
    plainButton,
    numeric,
    {
      display: "flex",
      flexWrap: "wrap",
      alignItems: "center",
      columnGap: space.tiny,
      minHeight: 28,
      padding: "0 2px",
      borderRadius: 3,
      fontSize: type.small,
      selectors: {
        ":hover": { background: token("accentSoft") },
        ":focus-visible": focusRing,
        "> svg": { flex: "none" },
      },
    },
  ],
  number: {
    fontSize: type.lead,
    fontWeight: 600,
    color: token("ink"),
    textDecoration: "underline",
    textDecorationColor: token("control"),
    textUnderlineOffset: 3,
  },
});

type Kind = "good" | "bad" | "open";
const KINDS: readonly Kind[] = ["good", "bad", "open"];
const CLASSES: Readonly<Record<Kind, string | undefined>> = { good: styles.good, bad: styles.bad, open: styles.open };

interface TotalsProps {
  readonly review: Review;
  readonly onPeople: (kind: Kind) => void;
  readonly onYears: (kind: Kind) => void;
  readonly onRecords: (kind: Kind) => void;
}

export type { Kind as TallyKind };

export function Totals({ review, onPeople, onYears, onRecords }: TotalsProps): ReactElement {
  const { language, strings } = usePaneContext();
  const words = strings.overview;
  const totals = totalsOf(review);
  const { personVerdicts, yearStatuses, recordVerdicts } = catalogueOf(language);
  return (
    <Section id="ce-summary" title={words.summary}>
      <div className={own.totals}>
        <Total
          id="people"
          title={words.people}
          unit={strings.units.people}
          tally={totals.people}
          words={{ good: personVerdicts.qualified, bad: personVerdicts.unqualified, open: personVerdicts.pending }}
          onShow={onPeople}
        />
        <Total
          id="years"
          title={words.years}
          unit={strings.units.years}
          tally={totals.years}
          words={{ good: yearStatuses.met, bad: yearStatuses.unmet, open: yearStatuses.pending }}
          onShow={onYears}
        />
        <Total
          id="records"
          title={words.records}
          unit={strings.units.records}
          tally={totals.records}
          words={{ good: recordVerdicts.credited, bad: recordVerdicts.rejected, open: recordVerdicts.pending }}
          onShow={onRecords}
        />
      </div>
    </Section>
  );
}

interface TotalProps {
  readonly id: string;
  readonly title: string;
  readonly unit: string;
  readonly tally: Tally;
  readonly words: Readonly<Record<Kind, string>>;
  readonly onShow: (kind: Kind) => void;
}

function Total({ id, title, unit, tally, words, onShow }: TotalProps): ReactElement {
  const { strings } = usePaneContext();
  const all = tally.good + tally.bad + tally.open;
  return (
    <div>
      <div className={own.head}>
        <span>{title}</span>
        <span className={styles.muted}>{strings.total(all, unit)}</span>
      </div>
      <div className={own.share} aria-hidden="true">
        {all === 0 && <span className={own.none} />}
        {KINDS.map(
          (kind) => tally[kind] > 0 && <span key={kind} className={own[kind]} style={{ flex: tally[kind] }} />,
        )}
      </div>
      <div className={own.counts}>
        {KINDS.map((kind) => (
          <button
            key={kind}
            type="button"
            data-testid={`total-${id}-${kind}`}
            className={`${own.count} ${CLASSES[kind] ?? ""}`}
            aria-label={strings.overview.show(title, words[kind], tally[kind])}
            onClick={() => onShow(kind)}
          >
            <Icon name={kind} size={12} />
            <span>{words[kind]}</span> <span className={own.number}>{tally[kind]}</span>
          </button>
        ))}
      </div>
    </div>
  );
}

/** The tab panel of a view, and parts that several views use. */
import { PrimaryButton } from "@fluentui/react";
import { memo, useEffect, useRef, type ReactElement, type ReactNode } from "react";
import { review } from "../actions/review";
import { Icon } from "../common/icons";
import { shell } from "./shell-styles";
import type { View } from "../views";
import { styles } from "../common/styles";
import { usePaneContext } from "../common/pane-context";

interface ViewPanelProps {
  readonly view: View;
  readonly active: boolean;
  readonly filled: boolean;
  readonly arrivals: number;
  readonly children: ReactNode;
}

/** A tab panel. Hidden ones are not rendered again: only the open view follows the steps of a progress. */
export const ViewPanel = memo(
  function ViewPanel({ view, active, filled, arrivals, children }: ViewPanelProps): ReactElement {
    const panel = useRef<HTMLDivElement>(null);
    const seen = useRef(arrivals);
    useEffect(() => {
      if (active && arrivals !== seen.current) panel.current?.focus();
      seen.current = arrivals;
    }, [active, arrivals]);
    return (
      <div
        ref={panel}
        id={`ce-view-${view}`}
        className={`${shell.view} ${filled ? shell.filled : ""}`}
        role="tabpanel"
        aria-labelledby={`ce-tab-${view}`}
        tabIndex={filled ? -1 : 0}
        hidden={!active}
        data-testid={`view-${view}`}
      >
        {children}
      </div>
    );
  },
  (before, after) => !before.active && !after.active,
);

/** A titled card. */
export function Section({
  id,
  title,
  aside,
  children,
}: {
  readonly id: string;
  readonly title: string;
  readonly aside?: string;
  readonly children: ReactNode;
}): ReactElement {
  return (
    <section className={styles.card} aria-labelledby={id}>
      <div className={styles.headingRow}>
        <h2 id={id} className={styles.heading}>
          {title}
        </h2>
        {aside !== undefined && <span className={styles.muted}>{aside}</span>}
      </div>
      {children}
    </section>
  );
}

/** A view that has nothing to show before a review, or while the first one runs. */
export function Unreviewed({ running }: { readonly running: boolean }): ReactElement {
  const { controller, strings } = usePaneContext();
  const words = controller.getState().record === null ? strings.firstReview : strings.reviewedBefore;
  if (running) return <Loading text={strings.overview.loading} />;
  return (
    <div className={shell.empty} data-testid="empty">
      <Icon name="info" size={28} />
      <h2 className={shell.emptyTitle}>{words.title}</h2>
      <p>{words.text}</p>
      <PrimaryButton text={strings.review} onClick={() => void controller.run(review)} />
    </div>
  );
}

/** A placeholder for results that are being made. */
export function Loading({ text }: { readonly text: string }): ReactElement {
  return (
    <div style={{ padding: 12 }} data-testid="loading">
      <p className={styles.muted}>{text}</p>
      <div aria-hidden="true">
        {[90, 70, 80, 55, 75, 60].map((width) => (
          <div key={width} className={shell.skeleton} style={{ width: `${width}%` }} />
        ))}
      </div>
    </div>
  );
}

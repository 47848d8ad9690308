/** Valid numbers whose holders no longer qualify, each with the way to void it. */
import type { ReactElement } from "react";
import type { DoubtfulHolder } from "../../certificates";
import { shownNumber } from "../../submission";
import { voidCertificate } from "../actions/void-certificate";
import { Icon } from "../common/icons";
import { usePaneContext } from "../common/pane-context";
import { styles } from "../common/styles";
import { own } from "./certificate-styles";

interface DoubtfulHoldersProps {
  readonly holders: readonly DoubtfulHolder[];
  readonly busy: boolean;
  readonly onVoid: (certificateNo: string) => void;
}

export function DoubtfulHolders({ holders, busy, onVoid }: DoubtfulHoldersProps): ReactElement | null {
  const { language, strings } = usePaneContext();
  const words = strings.certificate;
  if (holders.length === 0) return null;
  return (
    <div className={own.alarm} role="alert" data-testid="doubtful-holders">
      <div className={styles.statusLine}>
        <Icon name="bad" />
        <strong>{words.doubtful(holders.length)}</strong>
      </div>
      <div className={styles.fix}>{words.doubtfulHint}</div>
      <ul className={`${styles.list} ${styles.scroll}`} aria-label={words.doubtful(holders.length)} tabIndex={0}>
        {holders.map(({ certificateNo, name, why, now, ...number }) => (
          <li key={certificateNo} className={own.head}>
            <span className={styles.grow}>
              {certificateNo} <strong>{name}</strong>
              <div className={styles.muted}>
                {shownNumber(number)} · {now === undefined ? words.doubtfulWhy[why] : words.renumberedTo(now)}
              </div>
            </span>
            <button
              type="button"
              data-testid="void-doubtful"
              className={styles.link}
              disabled={busy}
              aria-label={words.voidTitle(certificateNo, name)}
              onClick={() => onVoid(certificateNo)}
            >
              {voidCertificate.words[language].button}
            </button>
          </li>
        ))}
      </ul>
    </div>
  );
}

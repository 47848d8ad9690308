/** The severity of a finding as an icon. Its word stands beside it or in the accessible name of the control. */
import type { ReactElement } from "react";
import type { Severity } from "../../review/types";
import { Icon, SEVERITY_ICONS } from "./icons";
import { styles } from "./styles";

const CLASSES: Readonly<Record<Severity, string | undefined>> = {
  error: styles.bad,
  judgement: styles.open,
  warning: styles.note,
  info: styles.note,
};

export function SeverityMark({
  severity,
  size = 14,
}: {
  readonly severity: Severity;
  readonly size?: number;
}): ReactElement {
  return (
    <span className={CLASSES[severity]} style={{ display: "inline-flex" }}>
      <Icon name={SEVERITY_ICONS[severity]} size={size} />
    </span>
  );
}

/** How grave a finding is, as a mark; its word stands beside it or in the name of what bears it. */
import type { ReactElement } from "react";
import type { Severity } from "../../review/types";
import { Mark, SEVERITY_MARKS } from "./icons";
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
      <Mark name={SEVERITY_MARKS[severity]} size={size} />
    </span>
  );
}

/** A person's years: hours, result, and below what is lacking. */
import { mergeStyleSets } from "@fluentui/react";
import { Fragment, type ReactElement } from "react";
import { catalogueOf } from "../../messages";
import type { YearStatus } from "../../review/types";
import { Icon } from "../common/icons";
import { numeric, styles } from "../common/styles";
import { usePaneContext } from "../common/pane-context";
import { token, type } from "../common/tokens";
import type { YearLine } from "./person-years";

const own = mergeStyleSets({
  table: [
    numeric,
    {
      width: "100%",
      maxWidth: 520,
      borderCollapse: "collapse",
      fontSize: type.small,
      tableLayout: "fixed",
      selectors: {
        "th, td": { textAlign: "right", fontWeight: 400, padding: "1px 4px" },
        th: { color: token("muted") },
        "th:first-child, td:first-child": { textAlign: "left", paddingLeft: 0, width: "18%" },
        "th:last-child, td:last-child": { textAlign: "left", paddingLeft: 12, paddingRight: 0, width: "28%" },
        "tbody tr": { borderTop: `1px solid ${token("line")}` },
        "tbody tr[data-why]": { borderTop: "none" },
      },
    },
  ],
  why: { color: token("muted") },
});

const STATUS: Readonly<Record<YearStatus, "good" | "bad" | "open">> = { met: "good", unmet: "bad", pending: "open" };

export function YearTable({
  name,
  years,
}: {
  readonly name: string;
  readonly years: readonly YearLine[];
}): ReactElement {
  const { language, strings } = usePaneContext();
  const words = strings.people;
  const { columns } = words;
  return (
    <table className={own.table} aria-label={words.table(name)}>
      <thead>
        <tr>
          {[columns.year, columns.publicHours, columns.professionalHours, columns.total, columns.status].map(
            (title) => (
              <th key={title} scope="col">
                {title}
              </th>
            ),
          )}
        </tr>
      </thead>
      <tbody>
        {years.map(({ review: { year, publicHours, professionalHours, totalHours, status, sealed }, why }) => (
          <Fragment key={year}>
            <tr>
              <th scope="row">{year}</th>
              <td>{publicHours}</td>
              <td>{professionalHours}</td>
              <td>{totalHours}</td>
              <td>
                <span className={`${styles.verdict} ${styles[STATUS[status]]}`}>
                  <Icon name={STATUS[status]} size={11} />
                  {catalogueOf(language).yearStatuses[status]}
                </span>
                {sealed && <span className={styles.muted}> {words.sealed}</span>}
              </td>
            </tr>
            {why !== "" && (
              <tr data-why="">
                <td colSpan={5} className={own.why} style={{ textAlign: "left", paddingLeft: 0 }}>
                  {year} {why}
                </td>
              </tr>
            )}
          </Fragment>
        ))}
      </tbody>
    </table>
  );
}

/** Years that are not met, person by person. */
import { DefaultButton } from "@fluentui/react";
import { useMemo, useState, type ReactElement } from "react";
import { catalogueOf, messageOf, waitingSentence } from "../messages";
import { yearReasons, type YearReasons } from "../review/reasons";
import type { Review, YearReview } from "../review/types";
import { Mark } from "./marks";
import { Section, useSurroundings } from "./pane";
import { styles } from "./styles";
import { shortfallsOf } from "./view-model";

const PAGE = 50;

export function Shortfalls({ review }: { readonly review: Review }): ReactElement {
  const { strings } = useSurroundings();
  const people = useMemo(() => shortfallsOf(review), [review]);
  const reasons = useMemo(() => yearReasons(review), [review]);
  const [pages, setPages] = useState(1);
  const listed = people.slice(0, pages * PAGE);
  return (
    <Section id="ce-shortfalls" title={strings.shortfalls} aside={strings.total(people.length, strings.units.people)}>
      {people.length === 0 && <p className={styles.muted}>{strings.noShortfalls}</p>}
      <ul className={styles.peopleList} tabIndex={0} aria-labelledby="ce-shortfalls">
        {listed.map((person) => (
          <li key={person.registrationNo} className={styles.person}>
            <strong>{person.name}</strong> <span className={styles.muted}>{person.registrationNo}</span>
            {person.years.map((year) => (
              <Year key={year.year} year={year} reasons={reasons.get(person.registrationNo)?.get(year.year)} />
            ))}
          </li>
        ))}
      </ul>
      {listed.length < people.length && <DefaultButton className={styles.more} text={strings.more(people.length - listed.length)} onClick={() => setPages(pages + 1)} />}
    </Section>
  );
}

function Year({ year, reasons: why }: { readonly year: YearReview; readonly reasons: YearReasons | undefined }): ReactElement {
  const { language, strings } = useSurroundings();
  const failed = year.status === "unmet";
  const waiting = why && waitingSentence(why, language);
  const reasons = [...year.findings.filter((finding) => finding.severity !== "info").map((finding) => messageOf(finding, language).problem), ...(waiting ? [waiting] : [])];
  return (
    <div className={styles.yearLine}>
      <strong>{year.year}</strong>
      <div>
        <div style={{ display: "flex", justifyContent: "space-between", gap: 8 }}>
          <span>{strings.yearHours(year.publicHours, year.professionalHours, year.totalHours)}</span>
          <span className={`${styles.count} ${failed ? styles.bad : styles.open}`} style={{ flex: "none" }}>
            <Mark name={failed ? "bad" : "open"} size={11} />
            {catalogueOf(language).yearStatuses[year.status]}
          </span>
        </div>
        {reasons.length > 0 && <div className={styles.muted}>{reasons.join(catalogueOf(language).explain.semicolon)}</div>}
      </div>
    </div>
  );
}

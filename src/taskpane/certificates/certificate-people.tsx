/** Who is ready, to be chosen; who is not, and why. */
import { TextField } from "@fluentui/react";
import { useState, type ReactElement } from "react";
import { shownNumber } from "../../submission";
import { styles } from "../common/styles";
import { usePaneContext } from "../common/pane-context";
import { MAX_LISTED, own, SEARCH_FROM } from "./certificate-styles";
import type { CertificateView, Ready as ReadyPerson } from "./certificate-view";

interface ReadyProps {
  readonly ready: readonly ReadyPerson[];
  /** Registration numbers that are not chosen. */
  readonly left: ReadonlySet<string>;
  readonly onLeft: (left: ReadonlySet<string>) => void;
  readonly onPreview: (registrationNo: string) => void;
}

export function Ready({ ready, left, onLeft, onPreview }: ReadyProps): ReactElement {
  const { strings } = usePaneContext();
  const words = strings.certificate;
  const [search, setSearch] = useState("");
  const wanted = search.trim().toLowerCase();
  const found = ready.filter(({ fields }) =>
    `${fields.name} ${fields.registrationNo} ${shownNumber(fields)}`.toLowerCase().includes(wanted),
  );
  const listed = found.slice(0, MAX_LISTED);
  const toggle = (registrationNo: string): void => {
    const next = new Set(left);
    if (!next.delete(registrationNo)) next.add(registrationNo);
    onLeft(next);
  };
  return (
    <fieldset className={own.people}>
      <legend className={styles.muted} style={{ padding: 0 }}>
        {words.chosen(ready.filter(({ fields }) => !left.has(fields.registrationNo)).length, ready.length)}
      </legend>
      <div className={own.head}>
        <button type="button" data-testid="choose-all" className={styles.link} onClick={() => onLeft(new Set())}>
          {words.all}
        </button>
        <button
          type="button"
          data-testid="choose-none"
          className={styles.link}
          onClick={() => onLeft(new Set(ready.map(({ fields }) => fields.registrationNo)))}
        >
          {words.none}
        </button>
      </div>
      {ready.length >= SEARCH_FROM && (
        <TextField
          data-testid="find-person"
          ariaLabel={words.find}
          placeholder={words.find}
          value={search}
          onChange={(_, value) => setSearch(value ?? "")}
        />
      )}
      {found.length === 0 && <div className={styles.muted}>{words.noMatch}</div>}
      <ul className={`${styles.list} ${styles.scroll}`}>
        {listed.map(({ fields, fields: { registrationNo, name }, held }) => (
          <li key={registrationNo} className={own.person}>
            <input
              id={`ce-choose-${registrationNo}`}
              data-testid="choose"
              data-person={registrationNo}
              className={own.box}
              type="checkbox"
              checked={!left.has(registrationNo)}
              onChange={() => toggle(registrationNo)}
            />
            <label htmlFor={`ce-choose-${registrationNo}`}>
              <strong>{name}</strong> <span className={styles.muted}>{shownNumber(fields)}</span>
              <div className={styles.muted}>{held?.certificateNo ?? words.newNumber}</div>
            </label>
            <button
              type="button"
              data-testid="preview"
              data-person={registrationNo}
              className={styles.link}
              aria-label={words.previewOf(name)}
              onClick={() => onPreview(registrationNo)}
            >
              {words.preview}
            </button>
          </li>
        ))}
      </ul>
      {listed.length < found.length && <div className={styles.muted}>{words.listed(listed.length, found.length)}</div>}
    </fieldset>
  );
}

/** People who get no certificate now, each with the reasons, and how many apply for levels that get none at all. */
export function NotReady({ view }: { readonly view: CertificateView }): ReactElement {
  const { controller, strings } = usePaneContext();
  const words = strings.certificate;
  return (
    <>
      {view.waiting.length > 0 && (
        <ul
          className={`${styles.list} ${own.waiting}`}
          tabIndex={0}
          aria-label={words.notReady(view.waiting.length)}
          data-testid="not-ready"
        >
          {view.waiting.slice(0, MAX_LISTED).map((person) => (
            <li key={person.registrationNo} className={styles.item}>
              <button
                type="button"
                className={styles.link}
                style={{ padding: 0, fontSize: "inherit", fontWeight: 600 }}
                onClick={() => controller.goToFindings({ person: person.registrationNo })}
              >
                {person.name}
              </button>{" "}
              <span className={styles.muted}>{person.registrationNo}</span>
              <div className={styles.fix}>{words.reasons(person.reasons)}</div>
              {person.why !== "" && <div className={styles.muted}>{person.why}</div>}
            </li>
          ))}
        </ul>
      )}
      {view.waiting.length > MAX_LISTED && (
        <div className={styles.muted}>{words.restNotReady(view.waiting.length - MAX_LISTED)}</div>
      )}
      {view.notSenior > 0 && <div className={styles.muted}>{words.notSenior(view.notSenior)}</div>}
    </>
  );
}

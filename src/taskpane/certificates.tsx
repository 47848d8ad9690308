/** Certificates: who gets one, how it reads, the ledger's numbers, and voiding one. */
import { DefaultButton, mergeStyleSets, PrimaryButton, TextField } from "@fluentui/react";
import { useMemo, useState, type FormEvent, type ReactElement, type ReactNode } from "react";
import { isDay, isValid, PAGE_SHEET, TEMPLATE_FIELDS, type CertificateContent, type CertificateSettings, type LedgerRow, type LedgerState } from "../certificates";
import type { ReviewOutcome } from "../excel";
import { messageOf } from "../messages";
import { certificateView, nextNumberOf, previewOf, type CertificateView, type Ready } from "./certificate-view";
import type { PaneState } from "./controller";
import { takeFocus } from "./focus";
import { Mark } from "./marks";
import { Section, useSurroundings } from "./pane";
import { styles } from "./styles";
import { space, token, type as size } from "./tokens";

/** The page in the preview is drawn at its true size and scaled down as a whole. */
const PAGE = { width: 842, height: 595 } as const;
const SHOWN_WIDTH = 244;
const SCALE = SHOWN_WIDTH / PAGE.width;
/** Long lists are searched, not scrolled. */
const SEARCH_FROM = 8;
const LISTED = 300;

const own = mergeStyleSets({
  people: { border: "none", margin: 0, padding: 0, minWidth: 0 },
  person: { display: "grid", gridTemplateColumns: "20px 1fr auto", columnGap: space.tiny, alignItems: "start", padding: `${space.tiny}px 0`, borderTop: `1px solid ${token("line")}` },
  box: { margin: "3px 0 0", width: 16, height: 16, accentColor: token("accent") },
  link: { font: "inherit", fontSize: size.small, color: token("accent"), background: "transparent", border: "none", padding: "2px 4px", cursor: "pointer", textDecoration: "underline", selectors: { ":focus-visible": { outline: `2px solid ${token("accent")}` } } },
  head: { display: "flex", justifyContent: "space-between", alignItems: "baseline", gap: space.small, flexWrap: "wrap" },
  field: { display: "grid", gap: 2 },
  select: { font: "inherit", color: token("ink"), background: token("card"), border: `1px solid ${token("control")}`, borderRadius: 2, minHeight: 32, padding: "0 6px", width: "100%", selectors: { ":focus-visible": { outline: `2px solid ${token("accent")}` } } },
  inside: { display: "grid", gap: space.small, marginTop: space.small },
  conflict: { marginTop: space.small, paddingTop: space.small, borderTop: `1px solid ${token("line")}` },
  alarm: { background: token("badSoft"), borderLeft: `3px solid ${token("bad")}`, padding: space.small, marginBottom: space.small, borderRadius: 3 },
  frame: { width: SHOWN_WIDTH, height: PAGE.height * SCALE, overflow: "hidden", border: `1px solid ${token("control")}`, forcedColorAdjust: "none" },
  page: {
    width: PAGE.width, height: PAGE.height, boxSizing: "border-box", padding: "48px 24px", transform: `scale(${SCALE})`, transformOrigin: "0 0", display: "grid",
    gridTemplateColumns: "182px 32px 1fr", background: "#ffffff", color: "#000000", fontFamily: '"FangSong", "仿宋", "STFangsong", serif', lineHeight: "40px", fontSize: 13, overflowWrap: "anywhere",
  },
  cut: { borderLeft: "1px dashed #000000", marginLeft: 16 },
  text: { fontSize: size.small, whiteSpace: "pre-wrap", margin: 0 },
});

export function Certificates({ state }: { readonly state: PaneState }): ReactElement {
  const { controller, strings } = useSurroundings();
  const words = strings.certificate;
  const [voiding, setVoiding] = useState<LedgerRow | null>(null);
  const busy = state.running !== null;
  const { issued, ledger } = state;
  return (
    <Section id="ce-certificates" title={words.title}>
      {ledger !== null && <Conflicts ledger={ledger} busy={busy} onVoid={setVoiding} />}
      <div className={styles.outputs}>
        {state.form === "certificates" ? (
          <CertificateForm outcome={state.outcome} ledger={ledger} />
        ) : (
          <DefaultButton data-testid="certificates" className={styles.wide} text={words.make} disabled={busy} onClick={() => controller.openForm("certificates")} />
        )}
        {issued !== null && issued.issued.length > 0 && (
          <div>
            <div className={styles.hint}>{words.printHint(issued.issued.length)}</div>
            <button type="button" className={own.link} onClick={() => void controller.select({ sheet: PAGE_SHEET, row: 0, column: 0 })}>
              {words.show}
            </button>
          </div>
        )}
        {voiding !== null && <VoidForm key={voiding.row} entry={voiding} busy={busy} onEnd={() => setVoiding(null)} />}
        {ledger !== null && ledger.problems.length === 0 && <Ledger ledger={ledger} busy={busy} onVoid={setVoiding} />}
      </div>
    </Section>
  );
}

// ---- who, which number, how ----

function CertificateForm({ outcome, ledger }: { readonly outcome: ReviewOutcome | null; readonly ledger: LedgerState | null }): ReactElement {
  const { controller, language, strings } = useSurroundings();
  const words = strings.certificate;
  const [settings, setSettings] = useState(controller.loadSettings);
  const [text, setText] = useState(settings.nextNumber === null ? "" : String(settings.nextNumber));
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set());
  const [shown, setShown] = useState<string | null>(null);
  const view = useMemo(() => outcome && certificateView(outcome.submission, outcome.review, ledger, settings, language), [outcome, ledger, settings, language]);
  const number = text.trim() === "" ? null : Number(text.trim().normalize("NFKC"));
  const wrong = number !== null && !(Number.isInteger(number) && number >= 1 && number <= 9999);
  const dateWrong = settings.issuedOn !== "" && !isDay(settings.issuedOn);
  const chosen = (view?.ready ?? []).map(({ fields }) => fields.registrationNo).filter((registrationNo) => !left.has(registrationNo));
  const nobody = view !== null && view.ready.length > 0 && chosen.length === 0;
  const kept: CertificateSettings = { ...settings, nextNumber: wrong ? null : number };
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (wrong || dateWrong || nobody) return;
    void controller.certificates({ settings: kept, ...(number === null ? {} : { firstNumber: number }), ...(view === null ? {} : { chosen }) });
  };
  if (view !== null && !view.issues) {
    return (
      <div className={styles.form} data-testid="no-certificates">
        <div>{words.noneByNotice}</div>
        <DefaultButton text={words.back} onClick={controller.closeForm} />
      </div>
    );
  }
  const person = view?.ready.find(({ fields }) => fields.registrationNo === shown) ?? view?.ready[0] ?? null;
  const day = { ...kept, issuedOn: dateWrong ? "" : kept.issuedOn };
  return (
    <form className={styles.form} onSubmit={submit} noValidate aria-label={words.make}>
      <strong ref={takeFocus} tabIndex={-1}>{view ? words.ready(view.ready.length) : words.reviewFirst}</strong>
      {view && view.ready.length === 0 && <div>{words.nobodyReady}</div>}
      {view && view.ready.length > 0 && <People ready={view.ready} left={left} onLeft={setLeft} onPreview={setShown} />}
      {view && <NotReady view={view} />}
      <TextField
        data-testid="first-number"
        label={words.firstNumber}
        inputMode="numeric"
        maxLength={4}
        value={text}
        description={[outcome && !wrong ? words.startsAt(nextNumberOf(outcome.submission, ledger, number)) : "", text.trim() === "" ? words.onlyThisBook : words.firstNumberHint].join("")}
        errorMessage={wrong ? words.numberWrong : ""}
        onChange={(_, value) => setText(value ?? "")}
      />
      <Settings settings={settings} onChange={setSettings} dateWrong={dateWrong} unit={{ handler: outcome?.unit.handler ?? "", phone: outcome?.unit.phone ?? "" }} onKeep={() => void controller.saveSettings(kept)} canKeep={!wrong && !dateWrong} />
      <Preview
        name={person?.fields.name ?? null}
        content={previewOf(person, words.sampleName, outcome?.unit.applicationYear ?? Number(controller.today().slice(0, 4)), day, controller.today())}
        asTemplate={settings.layout === "template"}
      />
      <div className={styles.hint}>{words.undo}</div>
      {nobody && <div className={styles.bad} role="alert">{words.chooseSomebody}</div>}
      <div className={styles.formButtons}>
        <PrimaryButton data-testid="certificates-confirm" type="submit" text={words.confirm} disabled={wrong || dateWrong || nobody} />
        <DefaultButton text={words.back} onClick={controller.closeForm} />
      </div>
    </form>
  );
}

interface PeopleProps {
  readonly ready: readonly Ready[];
  /** Registration numbers that are not chosen. */
  readonly left: ReadonlySet<string>;
  readonly onLeft: (left: ReadonlySet<string>) => void;
  readonly onPreview: (registrationNo: string) => void;
}

function People({ ready, left, onLeft, onPreview }: PeopleProps): ReactElement {
  const { strings } = useSurroundings();
  const words = strings.certificate;
  const [search, setSearch] = useState("");
  const wanted = search.trim().toLowerCase();
  const found = ready.filter(({ fields: { name, registrationNo } }) => `${name} ${registrationNo}`.toLowerCase().includes(wanted));
  const listed = found.slice(0, LISTED);
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
        <button type="button" data-testid="choose-all" className={own.link} onClick={() => onLeft(new Set())}>
          {words.all}
        </button>
        <button type="button" data-testid="choose-none" className={own.link} onClick={() => onLeft(new Set(ready.map(({ fields }) => fields.registrationNo)))}>
          {words.none}
        </button>
      </div>
      {ready.length >= SEARCH_FROM && <TextField data-testid="find-person" ariaLabel={words.find} placeholder={words.find} value={search} onChange={(_, value) => setSearch(value ?? "")} />}
      {found.length === 0 && <div className={styles.muted}>{words.noMatch}</div>}
      <ul className={`${styles.list} ${styles.scroll}`}>
        {listed.map(({ fields: { registrationNo, name }, held }) => (
          <li key={registrationNo} className={own.person}>
            <input id={`ce-choose-${registrationNo}`} data-testid="choose" data-person={registrationNo} className={own.box} type="checkbox" checked={!left.has(registrationNo)} onChange={() => toggle(registrationNo)} />
            <label htmlFor={`ce-choose-${registrationNo}`}>
              <strong>{name}</strong> <span className={styles.muted}>{registrationNo}</span>
              <div className={styles.muted}>{held?.certificateNo ?? words.newNumber}</div>
            </label>
            <button type="button" data-testid="preview" data-person={registrationNo} className={own.link} aria-label={words.previewOf(name)} onClick={() => onPreview(registrationNo)}>
              {words.preview}
            </button>
          </li>
        ))}
      </ul>
      {listed.length < found.length && <div className={styles.muted}>{strings.shown(listed.length, found.length)}</div>}
    </fieldset>
  );
}

function NotReady({ view }: { readonly view: CertificateView }): ReactElement {
  const { strings } = useSurroundings();
  const words = strings.certificate;
  return (
    <>
      {view.waiting.length > 0 && (
        <details className={styles.details} style={{ marginTop: 0 }}>
          <summary>{words.notReady(view.waiting.length)}</summary>
          <ul className={`${styles.list} ${styles.scroll}`} tabIndex={0} aria-label={words.notReady(view.waiting.length)}>
            {view.waiting.map((person) => (
              <li key={person.registrationNo} className={styles.person}>
                <strong>{person.name}</strong> <span className={styles.muted}>{person.registrationNo}</span>
                <div className={styles.fix}>{person.reasons.join("；")}</div>
              </li>
            ))}
          </ul>
        </details>
      )}
      {view.notSenior > 0 && <div className={styles.muted}>{words.notSenior(view.notSenior)}</div>}
    </>
  );
}

interface SettingsProps {
  readonly settings: CertificateSettings;
  readonly onChange: (settings: CertificateSettings) => void;
  readonly dateWrong: boolean;
  /** What stands on 单位信息. */
  readonly unit: { readonly handler: string; readonly phone: string };
  readonly onKeep: () => void;
  readonly canKeep: boolean;
}

function Settings({ settings, onChange, dateWrong, unit, onKeep, canKeep }: SettingsProps): ReactElement {
  const { controller, strings } = useSurroundings();
  const words = strings.certificate;
  const change = (part: Partial<CertificateSettings>): void => onChange({ ...settings, ...part });
  return (
    <details className={styles.details} style={{ marginTop: 0 }}>
      <summary data-testid="certificate-settings">{words.settings}</summary>
      <div className={own.inside}>
        <Choice name="level" label={words.level} options={words.levels} value={settings.level} onChange={(level) => change({ level })} />
        <Choice name="year-digits" label={words.yearDigits} options={words.yearDigitsOf} value={settings.yearDigits} onChange={(yearDigits) => change({ yearDigits })} />
        <Choice name="stub-blank" label={words.stubBlank} options={words.stubBlanks} value={settings.stubBlank} onChange={(stubBlank) => change({ stubBlank })} />
        <TextField data-testid="handler" label={words.handler} maxLength={40} value={settings.handler} description={words.asUnit(unit.handler)} onChange={(_, value) => change({ handler: value ?? "" })} />
        <TextField data-testid="phone" label={words.phone} maxLength={40} value={settings.phone} description={words.asUnit(unit.phone)} onChange={(_, value) => change({ phone: value ?? "" })} />
        <TextField
          data-testid="issued-on"
          label={words.issuedOn}
          maxLength={10}
          placeholder={words.datePlaceholder}
          value={settings.issuedOn}
          description={words.issuedOnHint(controller.today())}
          errorMessage={dateWrong ? words.dateWrong : ""}
          onChange={(_, value) => change({ issuedOn: (value ?? "").trim() })}
        />
        <Choice name="layout" label={words.layout} options={words.layouts} value={settings.layout} onChange={(layout) => change({ layout })} />
        {settings.layout === "template" && (
          <div>
            <div className={styles.hint}>{words.templateHint(TEMPLATE_FIELDS.map(({ name }) => `{{${name}}}`).join(" "))}</div>
            <DefaultButton data-testid="template" text={words.makeTemplate} onClick={() => void controller.makeTemplate()} />
          </div>
        )}
        <div>
          <DefaultButton data-testid="settings" text={words.remember} disabled={!canKeep} onClick={onKeep} />
          <div className={styles.hint}>{words.rememberHint}</div>
        </div>
      </div>
    </details>
  );
}

interface ChoiceProps<K extends string> {
  readonly name: string;
  readonly label: string;
  readonly options: Readonly<Record<K, string>>;
  readonly value: K;
  readonly onChange: (value: K) => void;
}

function Choice<K extends string>({ name, label, options, value, onChange }: ChoiceProps<K>): ReactElement {
  return (
    <label className={own.field}>
      <span style={{ fontWeight: 600 }}>{label}</span>
      <select data-testid={name} className={own.select} value={value} onChange={(event) => onChange(event.target.value as K)}>
        {(Object.entries(options) as [K, string][]).map(([key, word]) => (
          <option key={key} value={key}>
            {word}
          </option>
        ))}
      </select>
    </label>
  );
}

// ---- preview ----

interface PreviewProps {
  /** Null: an invented person. */
  readonly name: string | null;
  readonly content: CertificateContent;
  readonly asTemplate: boolean;
}

function Preview({ name, content, asTemplate }: PreviewProps): ReactElement {
  const { strings } = useSurroundings();
  const words = strings.certificate;
  const { stub, body } = content;
  return (
    <div data-testid="certificate-preview" style={{ minWidth: 0 }}>
      <div className={styles.muted}>{name === null ? `${words.previewOf(words.sampleName)}（${words.sampleNote}）` : words.previewOf(name)}</div>
      {asTemplate ? <div className={styles.hint}>{words.previewAsTemplate}</div> : <Picture content={content} />}
      <details className={styles.details} open>
        <summary>{`${words.stub} · ${words.body}`}</summary>
        <pre className={own.text} lang="zh-CN" style={{ fontFamily: "inherit" }}>
          {[...stub.title, stub.subtitle, ...stub.lines, stub.date, "", ...body.title, body.paragraph, body.registration, body.date].join("\n")}
        </pre>
      </details>
    </div>
  );
}

/** The page as it will be printed, small. Its words stand below for those who can't read it. */
function Picture({ content: { stub, body } }: { readonly content: CertificateContent }): ReactElement {
  const line = (text: string, style: React.CSSProperties = {}, key?: number): ReactNode => (
    <div key={key} style={{ minHeight: 40, ...style }}>
      {text}
    </div>
  );
  const title = { textAlign: "center", fontWeight: 700, fontFamily: '"SimSun", "宋体", serif' } as const;
  return (
    <div className={own.frame} aria-hidden="true" lang="zh-CN">
      <div className={own.page}>
        <div>
          {line("")}
          {stub.title.map((text, at) => line(text, { ...title, fontSize: 14 }, at))}
          {line(stub.subtitle, { ...title, fontSize: 14 })}
          {stub.lines.map((text, at) => line(text, {}, at))}
          {line("")}
          {line(stub.date, { textAlign: "right" })}
        </div>
        <div className={own.cut} />
        <div style={{ fontSize: 16 }}>
          {line("")}
          {body.title.map((text, at) => line(text, { ...title, fontSize: 26 }, at))}
          {line("")}
          <div style={{ height: 160, lineHeight: "40px" }}>{body.paragraph}</div>
          {line("")}
          {line(body.registration)}
          {line("")}
          {line(body.date, { textAlign: "right" })}
        </div>
      </div>
    </div>
  );
}

// ---- the ledger ----

interface LedgerProps {
  readonly ledger: LedgerState;
  readonly busy: boolean;
  readonly onVoid: (entry: LedgerRow) => void;
}

/** Numbers that may not be printed, with the way out of it. */
function Conflicts({ ledger, busy, onVoid }: LedgerProps): ReactElement | null {
  const { controller, language, strings } = useSurroundings();
  const words = strings.certificate;
  if (ledger.problems.length > 0) {
    return (
      <div className={own.alarm} role="alert" data-testid="ledger-unreadable">
        <strong>{words.ledgerUnreadable}</strong>
        {ledger.problems.map(({ sheet, cell, message }) => (
          <div key={message}>
            {sheet} {cell} {message}
          </div>
        ))}
      </div>
    );
  }
  if (ledger.conflicts.length === 0) return null;
  return (
    <div className={own.alarm} role="alert" data-testid="ledger-conflicts">
      <div className={styles.statusLine}>
        <Mark name="bad" />
        <strong>{words.conflicts}</strong>
      </div>
      <div className={styles.fix}>{words.conflictsHint}</div>
      {ledger.conflicts.map(({ finding, entries }, at) => (
        <div key={at} className={own.conflict}>
          <div>{messageOf(finding, language).problem}</div>
          {entries.map((entry) => (
            <div key={entry.row} className={own.head}>
              <button type="button" className={own.link} aria-label={strings.goTo(`${finding.place.sheet} ${entry.row + 1}`)} onClick={() => void controller.select({ ...finding.place, row: entry.row })}>
                {words.row(entry.row + 1)}
              </button>
              <span className={styles.grow}>
                {entry.certificateNo} {entry.name} {entry.issuedOn}
              </span>
              <button type="button" data-testid="void" data-row={entry.row} className={own.link} disabled={busy} aria-label={words.voidTitle(entry.certificateNo, entry.name)} onClick={() => onVoid(entry)}>
                {words.voidThis}
              </button>
            </div>
          ))}
        </div>
      ))}
      <DefaultButton data-testid="withdraw" className={styles.more} text={words.withdraw} disabled={busy} onClick={() => void controller.withdrawConflicting()} />
    </div>
  );
}

function Ledger({ ledger, busy, onVoid }: LedgerProps): ReactElement {
  const { strings } = useSurroundings();
  const words = strings.certificate;
  const [search, setSearch] = useState("");
  const valid = ledger.entries.filter(isValid);
  const wanted = search.trim().toLowerCase();
  const found = valid.filter(({ certificateNo, name, registrationNo }) => `${certificateNo} ${name} ${registrationNo}`.toLowerCase().includes(wanted));
  if (valid.length === 0) return <div className={styles.muted}>{words.ledgerEmpty}</div>;
  return (
    <details className={styles.details} style={{ marginTop: 0 }}>
      <summary data-testid="ledger">{words.ledger(valid.length)}</summary>
      {valid.length >= SEARCH_FROM && <TextField data-testid="find-number" ariaLabel={words.findNumber} placeholder={words.findNumber} value={search} onChange={(_, value) => setSearch(value ?? "")} />}
      {found.length === 0 && <div className={styles.muted}>{words.noMatch}</div>}
      <ul className={`${styles.list} ${styles.scroll}`} aria-label={words.ledger(valid.length)}>
        {found.slice(0, LISTED).map((entry) => (
          <li key={entry.row} className={own.head} style={{ borderTop: `1px solid ${token("line")}`, padding: "4px 0" }}>
            <span>
              {entry.certificateNo} <strong>{entry.name}</strong>
              <div className={styles.muted}>
                {entry.registrationNo} · {entry.issuedOn}
              </div>
            </span>
            <button type="button" data-testid="void" data-row={entry.row} className={own.link} disabled={busy} aria-label={words.voidTitle(entry.certificateNo, entry.name)} onClick={() => onVoid(entry)}>
              {words.voidThis}
            </button>
          </li>
        ))}
      </ul>
    </details>
  );
}

function VoidForm({ entry, busy, onEnd }: { readonly entry: LedgerRow; readonly busy: boolean; readonly onEnd: () => void }): ReactElement {
  const { controller, strings } = useSurroundings();
  const words = strings.certificate;
  const [reason, setReason] = useState("");
  const [reissue, setReissue] = useState(false);
  const [refused, setRefused] = useState(false);
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    setRefused(reason.trim() === "");
    if (reason.trim() === "") return;
    const { row, certificateNo, registrationNo } = entry;
    void controller.voidCertificate({ entry: { row, certificateNo, registrationNo }, reason: reason.trim(), reissue }).then(() => {
      // Of a voiding that failed the reason stays written
      if (controller.getState().last?.failure === null) onEnd();
    });
  };
  return (
    <form className={styles.form} onSubmit={submit} noValidate aria-label={words.voidTitle(entry.certificateNo, entry.name)}>
      <strong>{words.voidTitle(entry.certificateNo, entry.name)}</strong>
      <div className={styles.hint}>{words.voidHint}</div>
      <TextField data-testid="void-reason" label={words.reason} required autoFocus maxLength={100} value={reason} errorMessage={refused ? words.reasonMissing : ""} onChange={(_, value) => setReason(value ?? "")} />
      <label style={{ display: "flex", gap: space.tiny }}>
        <input data-testid="void-reissue" type="checkbox" className={own.box} checked={reissue} onChange={() => setReissue(!reissue)} />
        <span>{words.reissue}</span>
      </label>
      <div className={styles.hint}>{words.undo}</div>
      <div className={styles.formButtons}>
        <PrimaryButton data-testid="void-confirm" type="submit" text={words.confirmVoid} disabled={busy} />
        <DefaultButton text={words.back} onClick={onEnd} />
      </div>
    </form>
  );
}

/** Files in, options, progress, results. */
import { useCallback, useEffect, useState, type DragEvent, type ReactElement } from "react";
import type { FileSummary } from "../batch";
import { chosenFiles, droppedFiles, type Client, type DroppedFile } from "./client";
import { Results } from "./results";
import { BATCH_WORDS, type BatchWords } from "./strings";
import type { BatchState, StartOptions } from "./wire";

const ASKS_AGAIN_MS = 500;

const NO_OPTIONS: StartOptions = { policy: null, adoptBy: null, certificates: false, firstNumber: null, trust: false };

export function App({ client }: { readonly client: Client }): ReactElement {
  const [language, setLanguage] = useState(client.setup.language);
  const [state, setState] = useState<BatchState | null>(null);
  const [isGone, setGone] = useState(false);
  const [adding, setAdding] = useState<{ readonly done: number; readonly total: number } | null>(null);
  const [notes, setNotes] = useState<readonly string[]>([]);
  const [options, setOptions] = useState(NO_OPTIONS);
  const words = BATCH_WORDS[language];

  const refresh = useCallback(async () => {
    try {
      setState(await client.state());
      setGone(false);
    } catch {
      setGone(true);
    }
  }, [client]);

  useEffect(() => {
    void refresh();
    const timer = setInterval(() => void refresh(), ASKS_AGAIN_MS);
    return () => clearInterval(timer);
  }, [refresh]);

  useEffect(() => {
    document.documentElement.lang = language === "zh" ? "zh-CN" : "en";
    document.title = words.title;
  }, [language, words]);

  const add = async (files: readonly DroppedFile[]): Promise<void> => {
    const refused: string[] = [];
    for (const [done, { name, file }] of files.entries()) {
      setAdding({ done, total: files.length });
      if (!(await client.add(name, file))) refused.push(words.tooLarge(name));
    }
    setAdding(null);
    setNotes(refused);
    await refresh();
  };
  const act = (work: () => Promise<void>) => () => void work().then(refresh, refresh);

  if (state === null) return <main>{isGone ? <p role="alert">{words.gone}</p> : null}</main>;
  const running = state.phase === "running";
  return (
    <main>
      <header>
        <h1>{words.title}</h1>
        <button
          type="button"
          className="quiet"
          lang={language === "zh" ? "en" : "zh-CN"}
          onClick={() => setLanguage(language === "zh" ? "en" : "zh")}
        >
          {words.other}
        </button>
      </header>
      <p className="muted">{words.local}</p>
      {isGone ? <p role="alert">{words.gone}</p> : null}
      {running ? null : <DropZone words={words} add={add} />}
      <p aria-live="polite" className="status" data-testid="status">
        {statusOf(state, adding, words)}
      </p>
      {running ? <Bar state={state} /> : null}
      {[...notes, ...state.failure].map((line) => (
        <p key={line} role="alert">
          {line}
        </p>
      ))}
      {running ? (
        <button type="button" onClick={act(() => client.cancel())}>
          {words.cancel}
        </button>
      ) : (
        <Options client={client} words={words} options={options} onChange={setOptions} />
      )}
      {running || state.files.length === 0 ? null : (
        <p className="buttons">
          <button
            type="button"
            className="primary"
            data-testid="start"
            disabled={adding !== null}
            onClick={act(() => client.start(options, state.phase === "cancelled"))}
          >
            {state.phase === "cancelled" ? words.resume : words.start}
          </button>
          <button
            type="button"
            onClick={act(async () => {
              if (window.confirm(words.clearAsk)) await client.clear();
            })}
          >
            {words.clear}
          </button>
        </p>
      )}
      {state.summary === null ? null : <Results summary={state.summary} words={words} hasLedger={state.hasLedger} />}
      <footer className="muted">
        <p>{words.keptAt(client.setup.folder)}</p>
        <p>{words.ledgerAt(client.setup.ledger)}</p>
      </footer>
    </main>
  );
}

function statusOf(
  { phase, files, progress, summary }: BatchState,
  adding: { readonly done: number; readonly total: number } | null,
  words: BatchWords,
): string {
  if (adding !== null) return words.adding(adding.done, adding.total);
  if (phase === "running") {
    if (progress === null) return words.preparing;
    const { step, done, total, seconds } = progress;
    const said = step === "reviewing" ? words.reviewing(done, total) : words.issuing(done, total);
    return seconds === null || done === total ? said : `${said} · ${words.left(seconds)}`;
  }
  if (phase === "cancelled") return words.cancelled;
  if (phase === "failed") return words.failed;
  if (summary !== null)
    return words.done(summary.files.length, summary.files.filter(({ exit }: FileSummary) => exit === 2).length);
  return files.length === 0 ? "" : words.files(files.length);
}

function Bar({ state: { progress } }: { readonly state: BatchState }): ReactElement {
  return progress === null ? <progress /> : <progress value={progress.done} max={Math.max(1, progress.total)} />;
}

function DropZone({
  words,
  add,
}: {
  readonly words: BatchWords;
  readonly add: (files: readonly DroppedFile[]) => Promise<void>;
}): ReactElement {
  const [isOver, setOver] = useState(false);
  const drop = (event: DragEvent): void => {
    event.preventDefault();
    setOver(false);
    void droppedFiles(event.dataTransfer.items).then(add);
  };
  return (
    <section
      className={isOver ? "drop over" : "drop"}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={drop}
    >
      <p>{words.drop}</p>
      <p className="buttons">
        <FileField label={words.choose} add={add} isFolder={false} />
        <FileField label={words.chooseFolder} add={add} isFolder />
      </p>
    </section>
  );
}

/** A field for files; React has no property for a folder's. */
function FileField({
  label,
  add,
  isFolder,
}: {
  readonly label: string;
  readonly add: (files: readonly DroppedFile[]) => Promise<void>;
  readonly isFolder: boolean;
}): ReactElement {
  return (
    <label className="file">
      {label}
      <input
        type="file"
        multiple
        data-testid={isFolder ? "folder" : "files"}
        {...(isFolder ? { webkitdirectory: "" } : { accept: ".xlsx,.xlsm" })}
        onChange={({ target }) => {
          if (target.files !== null) void add(chosenFiles(target.files)).then(() => (target.value = ""));
        }}
      />
    </label>
  );
}

function Options({
  client,
  words,
  options,
  onChange,
}: {
  readonly client: Client;
  readonly words: BatchWords;
  readonly options: StartOptions;
  readonly onChange: (options: StartOptions) => void;
}): ReactElement {
  const set = (change: Partial<StartOptions>): void => onChange({ ...options, ...change });
  return (
    <fieldset>
      <label>
        <span>{words.policy}</span>
        <select
          value={options.policy ?? ""}
          onChange={({ target }) => set({ policy: target.value === "" ? null : target.value })}
        >
          <option value="">{words.policyOfUnit}</option>
          {client.setup.policies.map(({ id, title }) => (
            <option key={id} value={id}>
              {title}
            </option>
          ))}
        </select>
      </label>
      <label>
        <span>{words.adopt}</span>
        <input
          value={options.adoptBy ?? ""}
          placeholder={words.adoptHint}
          maxLength={40}
          onChange={({ target }) => set({ adoptBy: target.value === "" ? null : target.value })}
        />
      </label>
      <label className="check">
        <input
          type="checkbox"
          checked={options.certificates}
          onChange={({ target }) => set({ certificates: target.checked })}
        />
        <span>{words.certificates}</span>
      </label>
      {options.certificates ? (
        <label>
          <span>{words.firstNumber}</span>
          <input
            inputMode="numeric"
            pattern="[1-9][0-9]{0,3}"
            value={options.firstNumber ?? ""}
            placeholder={words.firstNumberHint}
            onChange={({ target }) =>
              set({ firstNumber: /^[1-9]\d{0,3}$/.test(target.value) ? Number(target.value) : null })
            }
          />
        </label>
      ) : null}
      <label className="check">
        <input type="checkbox" checked={options.trust} onChange={({ target }) => set({ trust: target.checked })} />
        <span>{words.trust}</span>
      </label>
    </fieldset>
  );
}

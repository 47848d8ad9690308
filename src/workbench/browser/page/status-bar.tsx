/** What is going on, what was refused and what went wrong, and what is selected. */
import { useState } from "react";
import { isCellError } from "../../../book/model/workbook";
import type { PageController } from "../controller";
import { Icon } from "./icons";
import { usePage } from "./use-controller";

/** More cells are not added up on every move. */
const MOST_SUMMED = 200_000;

interface Summary {
  readonly count: number;
  readonly numbers: number;
  readonly sum: number;
}

function summaryOf({ sheet, selection }: PageController): Summary | null {
  const used = sheet.usedBox(true);
  if (used === null || selection.rows * selection.columns === 1) return null;
  const rows = Math.min(selection.rows, Math.max(0, used.row + used.rows - selection.row));
  const columns = Math.min(selection.columns, Math.max(0, used.column + used.columns - selection.column));
  if (rows * columns > MOST_SUMMED) return null;
  let [count, numbers, sum] = [0, 0, 0];
  sheet.eachCell({ ...selection, rows, columns }, (_row, _column, { value }) => {
    if (value === null || value === "" || isCellError(value)) return;
    count++;
    if (typeof value !== "number") return;
    numbers++;
    sum += value;
  });
  return { count, numbers, sum };
}

function Selected(): JSX.Element | null {
  const { controller } = usePage();
  const { words } = controller;
  const summary = summaryOf(controller);
  if (summary === null || summary.count === 0) return null;
  const round = (value: number): string => String(Number(value.toPrecision(12)));
  return (
    <span className="selected">
      {summary.numbers > 0 && (
        <span>
          {words.average}：{round(summary.sum / summary.numbers)}
        </span>
      )}
      <span>
        {words.count}：{summary.count}
      </span>
      {summary.numbers > 0 && (
        <span>
          {words.sum}：{round(summary.sum)}
        </span>
      )}
    </span>
  );
}

function Section({ title, lines }: { readonly title: string; readonly lines: readonly string[] }): JSX.Element | null {
  if (lines.length === 0) return null;
  return (
    <section>
      <h3>{title}</h3>
      <ul>
        {lines.map((text, index) => (
          <li key={index}>{text}</li>
        ))}
      </ul>
    </section>
  );
}

function Log({ onClose }: { readonly onClose: () => void }): JSX.Element {
  const { controller } = usePage();
  const { words, notices } = controller;
  const { log } = controller.host;
  const empty = log.refused.length + log.errors.length + notices.length + log.console.length === 0;
  return (
    <div
      className="log"
      role="dialog"
      aria-label={words.log}
      onKeyDown={(event) => {
        if (event.key === "Escape") onClose();
      }}
    >
      <button type="button" className="close" autoFocus aria-label={words.close} title={words.close} onClick={onClose}>
        <Icon name="close" />
      </button>
      {empty && <p>{words.logEmpty}</p>}
      <Section title={words.noticesTitle} lines={notices.map(({ text }) => text)} />
      <Section
        title={words.errorsTitle}
        lines={log.errors.map(
          ({ code, message, statement }) => `${code}: ${message}${statement === "" ? "" : ` (${statement})`}`,
        )}
      />
      <Section title={words.refusedTitle} lines={log.refused} />
      <Section title={words.consoleTitle} lines={log.console} />
    </div>
  );
}

export function StatusBar(): JSX.Element {
  const { controller } = usePage();
  const { words, notices, host } = controller;
  const [open, setOpen] = useState(false);
  const state = host.starting
    ? words.starting
    : host.busy
      ? words.calculating
      : controller.isEditing
        ? words.editing
        : words.ready;
  const { refused, errors } = host.log;
  return (
    <footer className="status-bar">
      <span role="status">{state}</span>
      <button
        type="button"
        className={refused.length + errors.length > 0 ? "alarm" : undefined}
        aria-expanded={open}
        onClick={() => setOpen(!open)}
      >
        {[
          refused.length > 0 ? words.refused(refused.length) : "",
          errors.length > 0 ? words.errors(errors.length) : "",
          notices.length > 0 ? words.notices(notices.length) : "",
        ]
          .filter((each) => each !== "")
          .join(" · ") || words.log}
      </button>
      <Selected />
      {open && <Log onClose={() => setOpen(false)} />}
    </footer>
  );
}

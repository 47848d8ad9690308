/** The results of a batch: a line a file, what only the whole shows, and what can be saved. */
import type { ReactElement } from "react";
import type { BatchSummary, FileSummary } from "../batch";
import type { BatchWords } from "./strings";
import { PATHS } from "./wire";

/** The rest stands in the summary workbook. */
const MOST_ACROSS = 50;
const COUNTS = ["records", "people", "qualified", "unqualified", "pending"] as const;

export function Results({
  summary: { files, across },
  words,
  hasLedger,
}: {
  readonly summary: BatchSummary;
  readonly words: BatchWords;
  readonly hasLedger: boolean;
}): ReactElement {
  const { columns } = words;
  const sum = (key: (typeof COUNTS)[number]): number => files.reduce((total, file) => total + file[key], 0);
  return (
    <section>
      <p className="buttons">
        <a href={PATHS.summary} download>
          {words.summaryFile}
        </a>
        <a href={PATHS.all} download>
          {words.allFiles}
        </a>
        {hasLedger ? (
          <a href={PATHS.ledger} download>
            {words.ledgerFile}
          </a>
        ) : null}
      </p>
      <div className="scroll">
        <table data-testid="results">
          <thead>
            <tr>
              {(["file", "state", ...COUNTS, "certificates", "problems"] as const).map((key) => (
                <th key={key} scope="col">
                  {columns[key]}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {files.map((file) => (
              <FileLine key={file.file} file={file} words={words} />
            ))}
          </tbody>
          <tfoot>
            <tr>
              <th scope="row">{words.total}</th>
              <td />
              {COUNTS.map((key) => (
                <td key={key} className="number">
                  {sum(key)}
                </td>
              ))}
              <td className="number">{files.reduce((total, { certificates }) => total + certificates.length, 0)}</td>
              <td />
            </tr>
          </tfoot>
        </table>
      </div>
      {across.length === 0 ? null : (
        <>
          <h2>{words.across}</h2>
          <ul>
            {across.slice(0, MOST_ACROSS).map(({ code, places }) => (
              <li key={`${code} ${places.map(({ file, row }) => `${file} ${row}`).join(" ")}`}>
                {words.acrossCodes[code]}
                <ul>
                  {places.map(({ file, sheet, row }) => (
                    <li key={`${file} ${row}`}>{words.place(file, sheet, row)}</li>
                  ))}
                </ul>
              </li>
            ))}
          </ul>
          {across.length > MOST_ACROSS ? <p>{words.more(across.length - MOST_ACROSS)}</p> : null}
        </>
      )}
    </section>
  );
}

function FileLine({ file, words }: { readonly file: FileSummary; readonly words: BatchWords }): ReactElement {
  const isDone = file.exit === 0;
  return (
    <tr className={isDone ? "" : "refused"}>
      <th scope="row">
        {isDone ? (
          <a href={`${PATHS.result}?file=${encodeURIComponent(file.file)}`} download>
            {file.file}
          </a>
        ) : (
          file.file
        )}
      </th>
      <td>{isDone ? words.reviewed : words.refused}</td>
      {COUNTS.map((key) => (
        <td key={key} className="number">
          {isDone ? file[key] : ""}
        </td>
      ))}
      <td className="number">{file.certificates.length === 0 ? "" : file.certificates.length}</td>
      <td>
        {file.problems.map((line) => (
          <div key={line}>{line}</div>
        ))}
      </td>
    </tr>
  );
}

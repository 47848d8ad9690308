/** The screen of a failure: what happened, what to do, the cells to correct, and buttons that go on. */
import { DefaultButton } from "@fluentui/react";
import type { ReactElement } from "react";
import { problemText, type FailureProblem } from "../../messages";
import { Icon } from "../common/icons";
import type { ActionDescription } from "../actions/description";
import { newWorkbook } from "../actions/new-workbook";
import { placeOfAddress } from "../common/cell-labels";
import { shell } from "./shell-styles";
import type { Failure } from "../state";
import { styles } from "../common/styles";
import { usePaneContext } from "../common/pane-context";

export function FailureText({
  action,
  failure,
}: {
  readonly action: ActionDescription;
  readonly failure: Failure;
}): ReactElement {
  const { controller, language, strings } = usePaneContext();
  const { kind } = failure;
  const said = failure.words?.[language] ?? failure;
  const headline = action.words[language].failed;
  const [message, remedy] =
    kind === "editing"
      ? [headline, strings.editing]
      : kind === "cancelled"
        ? [strings.cancelled, ""]
        : [`${headline}${strings.colon}${said.message}`, said.remedy];
  const problems = failure.problems;
  // A workbook without the sheets of a submission: offer to make them
  const noSubmission = problems.some(({ key }) => key === "sheet-missing" || key === "header-missing");
  return (
    <div className={`${shell.messages} ${kind === "cancelled" ? styles.note : shell.failed}`}>
      <div className={shell.statusLine}>
        <Icon name={kind === "cancelled" ? "info" : "bad"} />
        <span>{message}</span>
      </div>
      {remedy !== "" && <div className={shell.remedy}>{remedy}</div>}
      {problems.length > 0 && (
        <ul className={shell.problems} aria-label={strings.problemsOf(problems.length)}>
          {problems.map((problem) => (
            <Problem
              key={`${problem.sheet} ${problem.cell ?? ""} ${problemText(problem, language)}`}
              problem={problem}
            />
          ))}
        </ul>
      )}
      <div className={shell.waysOut}>
        <DefaultButton data-testid="retry" text={strings.retry} onClick={() => void controller.retry()} />
        {noSubmission && (
          <DefaultButton
            data-testid="new-workbook"
            text={newWorkbook.words[language].button}
            onClick={() => void controller.run(newWorkbook)}
          />
        )}
      </div>
    </div>
  );
}

function Problem({ problem }: { readonly problem: FailureProblem }): ReactElement {
  const { sheet, cell } = problem;
  const { controller, language, strings } = usePaneContext();
  const place = placeOfAddress(sheet, cell);
  const where = cell === null ? sheet : `${sheet} ${cell}`;
  return (
    <li className={shell.problem}>
      {place === null ? (
        <strong>{where}</strong>
      ) : (
        <button
          type="button"
          data-testid="problem-cell"
          className={styles.link}
          aria-label={strings.goToCell(where)}
          onClick={() => void controller.select(place)}
        >
          {where}
        </button>
      )}
      <div>{problemText(problem, language)}</div>
    </li>
  );
}

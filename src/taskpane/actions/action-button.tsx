/** An action as a view shows it: its button with a hint, or its form while that is open. */
import { DefaultButton, PrimaryButton } from "@fluentui/react";
import type { ReactElement } from "react";
import { styles } from "../common/styles";
import { usePaneContext } from "../common/pane-context";
import type { PaneState } from "../state";
import type { ListedAction } from "./action";

interface ActionButtonProps {
  readonly action: ListedAction;
  readonly state: PaneState;
  /** The most important button of its view. */
  readonly primary?: boolean;
}

export function ActionButton({ action, state, primary = false }: ActionButtonProps): ReactElement | null {
  const { controller, language } = usePaneContext();
  const { name, form, offered, start } = action;
  const { button, hint } = action.words[language];
  if (form !== null && state.form === action) return form({ state, language, runner: controller });
  if (!offered(state)) return null;
  const Button = primary ? PrimaryButton : DefaultButton;
  return (
    <div>
      <Button
        data-testid={name}
        className={styles.wide}
        text={button}
        disabled={state.running !== null}
        autoFocus={state.closed === action}
        onClick={() => void start?.(controller)}
      />
      {hint !== "" && <div className={styles.hint}>{hint}</div>}
    </div>
  );
}

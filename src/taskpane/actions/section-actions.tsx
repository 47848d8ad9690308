/** The buttons and open forms of a section, from the list of actions. */
import type { ReactElement } from "react";
import type { PaneState } from "../state";
import type { Section } from "../views";
import { actionsOf } from "./index";
import { ActionButton } from "./action-button";

interface SectionActionsProps {
  readonly section: Section;
  readonly state: PaneState;
}

export function SectionActions({ section, state }: SectionActionsProps): ReactElement {
  return (
    <>
      {actionsOf(section).map((action) => (
        <ActionButton key={action.name} action={action} state={state} primary={section === "certificates"} />
      ))}
    </>
  );
}

/**
 * The ribbon's buttons. Each starts what the button of the pane starts; an action that asks something first (a name, a
 * number, a confirmation) opens the pane with its form.
 */
import { ACTIONS } from "../taskpane/actions";
import type { ListedAction } from "../taskpane/actions/action";
import type { Controller } from "../taskpane/controller";

/** Function names of manifest.xml and actions of shortcuts.json, and what each does. */
function commandsOf(controller: Controller): ReadonlyMap<string, () => Promise<unknown>> {
  // The pane may come late, or never where the host shows none: nothing waits for it
  const inPane = (command: () => Promise<unknown>) => async (): Promise<void> => {
    void controller.showPane();
    await command();
  };
  const actions = ACTIONS.flatMap(({ ribbon, start }: ListedAction) =>
    ribbon === null || start === null ? [] : [[ribbon, inPane(() => start(controller))] as const],
  );
  return new Map([
    ...actions,
    ["nextProblem", inPane(() => controller.nextProblem())],
    // By its key alone (assets/shortcuts.json)
    ["previousProblem", inPane(() => controller.nextProblem(-1))],
    ["showPane", () => controller.showPane()],
  ]);
}

/** Registers the commands with Office. Excel greys a button out until its event is completed, whatever happened. */
export function associateCommands(controller: Controller): void {
  for (const [name, command] of commandsOf(controller)) {
    // A key that was pressed in the grid hands no event over
    Office.actions.associate(name, (event?: Office.AddinCommands.Event) => {
      void command().finally(() => event?.completed());
    });
  }
}

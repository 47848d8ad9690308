/**
 * The ribbon's buttons. Each starts what the button of the pane starts; an action that asks something first (a name, a
 * number, a confirmation) opens the pane with its form.
 */
import { ACTIONS } from "../taskpane/actions";
import type { ListedAction } from "../taskpane/actions/action";
import type { Controller } from "../taskpane/controller";

/** Function names of manifest.xml, and what each does. */
function commandsOf(controller: Controller): ReadonlyMap<string, () => Promise<unknown>> {
  const inPane = (command: () => Promise<unknown>) => async (): Promise<void> => {
    await controller.showPane();
    await command();
  };
  const actions = ACTIONS.flatMap(({ ribbon, start }: ListedAction) =>
    ribbon === null || start === null ? [] : [[ribbon, inPane(() => start(controller))] as const],
  );
  return new Map([
    ...actions,
    ["nextProblem", inPane(() => controller.nextProblem())],
    ["showPane", () => controller.showPane()],
  ]);
}

/** Registers the commands with Office. Excel greys a button out until its event is completed, whatever happened. */
export function associateCommands(controller: Controller): void {
  for (const [name, command] of commandsOf(controller)) {
    Office.actions.associate(name, (event: Office.AddinCommands.Event) => {
      void command().finally(() => event.completed());
    });
  }
}

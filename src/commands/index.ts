/**
 * The ribbon's buttons. They start what the pane's buttons start; where the pane asks something first (a name, a
 * number, a confirmation) the ribbon opens the pane with that question.
 */
import type { Controller, Form } from "../taskpane/controller";

/** Ribbon function names of manifest.xml and what each does. */
function commandsOf(controller: Controller): Readonly<Record<string, () => Promise<void>>> {
  const ask = (form: Form) => async (): Promise<void> => {
    await controller.showPane();
    controller.openForm(form);
  };
  const run = (action: () => Promise<unknown>) => async (): Promise<void> => {
    await controller.showPane();
    await action();
  };
  return {
    newWorkbook: run(() => controller.paper({ paper: "blank" })),
    review: run(controller.review),
    nextProblem: run(controller.nextProblem),
    issueCertificates: ask("certificates"),
    freezeResults: run(controller.freeze),
    clearResults: ask("clear"),
    adoptProvisional: ask("adopt"),
    showPane: controller.showPane,
  };
}

/** Excel greys a button out until its event is completed, whatever happened in between. */
export function associateCommands(controller: Controller): void {
  for (const [name, command] of Object.entries(commandsOf(controller))) {
    Office.actions.associate(name, async (event: Office.AddinCommands.Event) => {
      try {
        await command();
      } finally {
        event.completed();
      }
    });
  }
}

/** Tells of the cell that a person selects, once no other follows. Selections that the add-in made itself are no news. */
import type { Place } from "../../submission/grid";
import { areasOf } from "./event-addresses";
import type { WorkbookSession } from "../session/workbook-session";

/** Arrow keys held down select faster than anybody reads. */
const RESTS_AFTER_MS = 150;

/** Gives a handler of selection events; `nameOf` finds a sheet's name by its id, null when it is gone. */
export function selectionHandler(
  session: Pick<WorkbookSession, "isWorking" | "selection">,
  onSelection: (place: Place) => void,
  nameOf: (worksheetId: string) => Promise<string | null>,
): (args: Pick<Excel.WorksheetSelectionChangedEventArgs, "address" | "worksheetId">) => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  return ({ address, worksheetId }) => {
    clearTimeout(timer);
    if (session.isWorking()) return;
    timer = setTimeout(() => {
      void nameOf(worksheetId).then(
        (sheet) => {
          const [first] = areasOf(address);
          if (sheet === null || first === undefined) return;
          const place = { sheet, row: first.row, column: first.column };
          if (!session.selection.take(place)) onSelection(place);
        },
        () => undefined,
      );
    }, RESTS_AFTER_MS);
  };
}

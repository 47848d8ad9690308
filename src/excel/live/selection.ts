/** Reports the cell that the user selects, once no other selection follows. Selections made by the add-in are not reported. */
import type { Place } from "../../submission/grid";
import { areasOf } from "./event-addresses";
import type { WorkbookSession } from "../session/workbook-session";

/** Milliseconds without another selection before one is reported: an arrow key held down selects a cell every 30. */
const REPORT_AFTER_MS = 150;

/** Gives a handler of selection events; `nameOf` finds a sheet's name by its id, null when it is gone. */
export function selectionHandler(
  session: Pick<WorkbookSession, "isWorking" | "selection" | "timer">,
  onSelection: (place: Place) => void,
  nameOf: (worksheetId: string) => Promise<string | null>,
): (args: Pick<Excel.WorksheetSelectionChangedEventArgs, "address" | "worksheetId">) => void {
  let callOff: () => void = () => undefined;
  return ({ address, worksheetId }) => {
    callOff();
    if (session.isWorking()) return;
    callOff = session.timer.after(REPORT_AFTER_MS, () => {
      void nameOf(worksheetId).then(
        (sheet) => {
          const [first] = areasOf(address);
          if (sheet === null || first === undefined) return;
          const place = { sheet, row: first.row, column: first.column };
          if (!session.selection.take(place)) onSelection(place);
        },
        () => undefined,
      );
    });
  };
}

/** What a person selects, told once the hand rests. Selections that the add-in made itself are no news. */
import type { Place } from "../../submission/grid";
import { areasOf } from "./event-addresses";
import { isWorking } from "../session";

/** Arrow keys held down select faster than anybody reads. */
const RESTS_AFTER_MS = 150;

let expected: Place | null = null;

/** The next selection, when it is of this place, is our own. */
export function expectSelection(place: Place): void {
  expected = { ...place, column: place.column ?? 0 };
}

function isExpected({ sheet, row, column }: Place): boolean {
  const own = expected;
  expected = null;
  return own !== null && own.sheet === sheet && own.row === row && own.column === column;
}

/** Gives a handler of selection events; `nameOf` finds a sheet's name by its id, null when it is gone. */
export function selectionHandler(
  onSelection: (place: Place) => void,
  nameOf: (worksheetId: string) => Promise<string | null>,
): (args: Pick<Excel.WorksheetSelectionChangedEventArgs, "address" | "worksheetId">) => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  return ({ address, worksheetId }) => {
    clearTimeout(timer);
    if (isWorking()) return;
    timer = setTimeout(() => {
      void nameOf(worksheetId).then(
        (sheet) => {
          const [first] = areasOf(address);
          if (sheet === null || first === undefined) return;
          const place = { sheet, row: first.row, column: first.column };
          if (!isExpected(place)) onSelection(place);
        },
        () => undefined,
      );
    }, RESTS_AFTER_MS);
  };
}

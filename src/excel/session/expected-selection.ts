/** Tells selections that the add-in makes itself from those that a person makes. */
import type { Place } from "../../submission/grid";

/** The selection that the add-in is about to make, so that its event is not taken for the user's. */
export class ExpectedSelection {
  private expected: Place | null = null;

  /** The next selection, when it is of this place, is the add-in's own. A place without a column stands for column A. */
  expect(place: Place): void {
    this.expected = { ...place, column: place.column ?? 0 };
  }

  /** True of the selection that was expected. Whatever was selected, nothing is expected any more. */
  take({ sheet, row, column }: Place): boolean {
    const own = this.expected;
    this.expected = null;
    return own !== null && own.sheet === sheet && own.row === row && own.column === column;
  }
}

/** A selection is reported once no other follows, and never one that the add-in made. */
import { selectionHandler } from "../../src/excel/live/selection";
import { after, now, pause } from "../../src/taskpane/clock";
import { ExpectedSelection } from "../../src/excel/session/expected-selection";
import type { Place } from "../../src/submission/grid";

const session = { isWorking: () => false, selection: new ExpectedSelection(), timer: { after, now, pause } };

beforeEach(() => jest.useFakeTimers());
afterEach(() => jest.useRealTimers());

function handler(): { readonly told: Place[]; readonly select: (address: string, sheet?: string) => Promise<void> } {
  const told: Place[] = [];
  const handle = selectionHandler(
    session,
    (place) => void told.push(place),
    async (id) => (id === "{gone}" ? null : "学时记录"),
  );
  return {
    told,
    select: async (address, worksheetId = "{1}") => {
      handle({ address, worksheetId });
      await jest.advanceTimersByTimeAsync(address === "" ? 0 : 200);
    },
  };
}

test("the first cell of what was selected", async () => {
  const { told, select } = handler();
  await select("C5:D9");
  await select("7:7");
  expect(told).toEqual([
    { sheet: "学时记录", row: 4, column: 2 },
    { sheet: "学时记录", row: 6, column: 0 },
  ]);
});

test("an arrow key held down tells the last cell only", async () => {
  const told: Place[] = [];
  const handle = selectionHandler(
    session,
    (place) => void told.push(place),
    async () => "学时记录",
  );
  for (const address of ["A1", "A2", "A3"]) {
    handle({ address, worksheetId: "{1}" });
    await jest.advanceTimersByTimeAsync(50);
  }
  await jest.advanceTimersByTimeAsync(200);
  expect(told.map(({ row }) => row)).toEqual([2]);
});

test("a selection that the add-in made is not reported, the next one is", async () => {
  const { told, select } = handler();
  session.selection.expect({ sheet: "学时记录", row: 3 });
  await select("A4");
  await select("A4");
  expect(told).toEqual([{ sheet: "学时记录", row: 3, column: 0 }]);
});

test("an expected selection that did not come does not swallow another", async () => {
  const { told, select } = handler();
  session.selection.expect({ sheet: "学时记录", row: 3, column: 2 });
  await select("B9");
  await select("C4");
  expect(told.map(({ row }) => row)).toEqual([8, 3]);
});

test("a sheet that is gone, an address of nothing", async () => {
  const { told, select } = handler();
  await select("A1", "{gone}");
  await select("#REF!");
  expect(told).toEqual([]);
});

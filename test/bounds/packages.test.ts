/**
 * Files that are made to do harm: refused in one line that says what to do, or read within bounds. Sizes are counted while
 * parts are inflated, so that none of these takes long; how long and how much is measured by hand (docs/security.md).
 */
import { NotAWorkbookError, openWorkbook, saveWorkbook } from "../../src/book/xlsx";
import { READ, REFUSED } from "./hostile";

test.each(REFUSED.map((each) => [each.what, each] as const))("refused: %s", (_, { make, kind }) => {
  let refusal: unknown = null;
  try {
    openWorkbook(make());
  } catch (error) {
    refusal = error;
  }
  expect(refusal).toBeInstanceOf(NotAWorkbookError);
  expect((refusal as NotAWorkbookError).kind).toBe(kind);
  expect((refusal as Error).message).not.toContain("\n");
});

test.each(READ.map((each) => [each.what, each] as const))("read: %s", (_, { make }) => {
  const workbook = openWorkbook(make());
  expect(workbook.sheets.length).toBeGreaterThan(0);
  // And saved again
  expect(openWorkbook(saveWorkbook(workbook)).sheets.length).toBe(workbook.sheets.length);
});

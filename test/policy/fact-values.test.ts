/** Values that a notice may name are those that the workbook's closed columns have. */
import { FACT_VALUES, PERSON_VALUES } from "../../src/policy/fact-values";
import { VALUES, type ClosedList } from "../../src/submission/vocabulary";

const lists: Readonly<Record<string, ClosedList>> = VALUES;

test.each(Object.entries({ ...FACT_VALUES, ...PERSON_VALUES }))("%s", (key, values) => {
  expect([...values].sort()).toEqual([...(lists[key]?.values() ?? [])].sort());
});

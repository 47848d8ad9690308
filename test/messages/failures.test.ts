/** Words of failures: both languages say all, with the same details, and a way out. */
import { FAILURES, failureWords, type FailureKey } from "../../src/messages/failures";

const keys = Object.keys(FAILURES) as FailureKey[];
const detailsOf = (texts: readonly string[]): readonly string[] =>
  [...new Set([...texts.join(" ").matchAll(/\{(\w+)\}/g)].map(([, name = ""]) => name))]
    .filter((name) => name !== "wanted")
    .sort();

test.each(keys)("%s: message and remedy in both languages, of the same details", (key) => {
  const { zh, en } = FAILURES[key];
  for (const text of [...zh, ...en]) expect(text.trim()).not.toBe("");
  expect(detailsOf(en)).toEqual(detailsOf(zh));
  // Chinese only as names of sheets in quotes; full stops are the pane's
  expect(en.join(" ").replace(/“[^”]*”/g, "")).not.toMatch(/[\u4e00-\u9fff，。；：]/u);
  expect([...zh, ...en].filter((text) => /[。.]$/u.test(text))).toEqual([]);
});

test("details are put in their places; what is missing leaves nothing behind", () => {
  expect(failureWords("sheet-protected", { sheet: "学时记录" }, "zh").message).toBe("工作表“学时记录”受保护，不能写入");
  expect(failureWords("sheet-protected", { sheet: "学时记录" }, "en").message).toBe(
    "Sheet “学时记录” is protected and can't be written to",
  );
  expect(failureWords("host", {}, "en").message).toBe("Excel could not do it: ");
});

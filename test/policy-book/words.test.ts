/** Every code of a policy workbook's findings has a sentence in both languages. */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { policyFindingCodes, policyFindingText } from "../../src/messages/policy-findings";

const ROOM = join(__dirname, "../../src/policy-book");
/** Codes as they are listed in the types of the room. */
const codes = ["unreadable.ts", "findings.ts", "checks/found.ts"].flatMap((file) =>
  [...readFileSync(join(ROOM, file), "utf8").matchAll(/^\s+\| "([a-z-]+)"/gmu)].map(([, code = ""]) => code),
);

test("the types are where they were looked for", () => {
  expect(readdirSync(ROOM)).toContain("checks");
  expect(codes.length).toBeGreaterThan(40);
});

test("each code has its sentences, and each sentence its code", () => {
  expect([...policyFindingCodes()].sort()).toEqual([...codes].sort());
  for (const code of codes)
    for (const language of ["zh", "en"] as const)
      expect(
        policyFindingText({ code, details: { found: "x", near: "y", allowed: ["y", "z"] } }, language),
      ).not.toMatch(/undefined|^$|\[object/u);
});

/** A policy written as sheets and read back is the same, to the byte of its canonical text. */
import { policyIds, policyOf, type Policy } from "../../src/policy";
import { canonicalText, policyOfText } from "../../src/policy/canonical";
import { openWorkbook, saveWorkbook } from "../../src/book/xlsx";
import { gridsOf as gridsOfFile } from "../../src/in-memory";
import { policyWorkbook } from "../../src/policy-book/file";
import { readPolicyBook } from "../../src/policy-book/read";
import { policySheets } from "../../src/policy-book/write";
import { gridOf } from "../../src/results";

const gridsOf = (policy: Policy) => new Map(policySheets(policy).map((plan) => [plan.name, gridOf(plan)]));

test.each(policyIds())("%s comes back", (id) => {
  const policy = policyOf(id) as Policy;
  const { policy: read, findings } = readPolicyBook(gridsOf(policy));
  expect(findings).toEqual([]);
  expect(canonicalText(read as Policy)).toBe(canonicalText(policy));
});

test.each(policyIds())("%s comes back from a file", (id) => {
  const policy = policyOf(id) as Policy;
  const bytes = saveWorkbook(policyWorkbook(policy), "xlsx");
  const { policy: read, findings } = readPolicyBook(gridsOfFile(openWorkbook(bytes)));
  expect(findings).toEqual([]);
  expect(canonicalText(read as Policy)).toBe(canonicalText(policy));
});

test.each(policyIds())("the canonical text of %s is that of the policy it stands for", (id) => {
  const text = canonicalText(policyOf(id) as Policy);
  expect(canonicalText(policyOfText(text))).toBe(text);
});

/** The walls between rooms bite: each snippet, linted as if it stood in that room, is refused. */
import { spawnSync } from "node:child_process";
import { join } from "node:path";

const root = join(__dirname, "..");

/** ESLint loads its own configuration by import(), which Jest's module system can't; so it runs in a process of its own. */
const LINT = `
  import { ESLint } from "eslint";
  import { readFileSync } from "node:fs";
  import tseslint from "typescript-eslint";
  // The snippets are no files of a project: rules that ask for types are left out
  const eslint = new ESLint({ overrideConfig: [tseslint.configs.disableTypeChecked] });
  const broken = [];
  for (const { file, code } of JSON.parse(readFileSync(0, "utf8"))) {
    const [result] = await eslint.lintText(code, { filePath: file });
    broken.push(result.messages.map((message) => message.ruleId));
  }
  console.log(JSON.stringify(broken));
`;

interface Snippet {
  readonly file: string;
  readonly code: string;
}

/** The rules that each snippet breaks. */
function rulesBroken(snippets: readonly Snippet[]): readonly (readonly (string | null)[])[] {
  const { stdout, stderr } = spawnSync(process.execPath, ["--input-type=module", "-e", LINT], {
    cwd: root,
    input: JSON.stringify(snippets),
    encoding: "utf8",
  });
  if (stdout === "") throw new Error(stderr);
  return JSON.parse(stdout) as (string | null)[][];
}

const REFUSED: readonly (readonly [file: string, code: string, rule: string])[] = [
  ["src/review/x.ts", 'import { reviewWorkbook } from "../excel";\nreviewWorkbook();', "boundaries/dependencies"],
  [
    "src/policy/x.ts",
    'import { reviewRow } from "../review/function-row";\nreviewRow([], []);',
    "boundaries/dependencies",
  ],
  ["src/results/x.ts", 'import { Pane } from "../taskpane/shell/pane";\nexport { Pane };', "boundaries/dependencies"],
  ["src/results/x.ts", 'import { matchRounds } from "../rounds";\nexport { matchRounds };', "boundaries/dependencies"],
  ["src/rounds/x.ts", 'import { reviewWorkbook } from "../excel";\nreviewWorkbook();', "boundaries/dependencies"],
  ["src/rounds/x.ts", "export const now = new Date();", "no-restricted-syntax"],
  ["src/workbench/x.ts", 'import { reviewWorkbook } from "../excel";\nreviewWorkbook();', "boundaries/dependencies"],
  ["src/workbench/x.ts", 'import { SHEETS } from "../submission";\nexport { SHEETS };', "boundaries/dependencies"],
  ["src/cli/x.ts", 'import { reviewWorkbook } from "../excel";\nreviewWorkbook();', "boundaries/dependencies"],
  ["src/book/x.ts", 'import { SHEETS } from "../submission";\nexport { SHEETS };', "boundaries/dependencies"],
  [
    "src/review/x.ts",
    'import { openWorkbook } from "../book/xlsx";\nexport { openWorkbook };',
    "boundaries/dependencies",
  ],
  ["src/send-back/x.ts", 'import { readFileSync } from "node:fs";\nreadFileSync("");', "no-restricted-imports"],
  ["src/review/x.ts", 'import { a1 } from "../grid/address";\na1(0, 0);', "no-restricted-imports"],
  ["src/certificates/x.ts", 'import { readFileSync } from "node:fs";\nreadFileSync("");', "no-restricted-imports"],
  ["src/messages/x.ts", 'import { useState } from "react";\nuseState();', "no-restricted-imports"],
  ["src/submission/x.ts", "Office.onReady();", "no-restricted-globals"],
  ["src/taskpane/x.ts", "Excel.run(async () => undefined);", "no-restricted-globals"],
  ["src/excel/x.ts", "setTimeout(() => undefined, 1);", "no-restricted-globals"],
  ["src/commands/x.ts", "Office.context.document.getFilePropertiesAsync(() => undefined);", "no-restricted-syntax"],
  ["src/review/x.ts", "export const now = new Date();", "no-restricted-syntax"],
  ["src/results/x.ts", "export const now = Date.now();", "no-restricted-syntax"],
  ["src/papers/x.ts", "export const seed = Math.random();", "no-restricted-syntax"],
  ["src/papers/x.ts", 'import { reviewWorkbook } from "../excel";\nreviewWorkbook();', "boundaries/dependencies"],
  ["src/policy/x.ts", "export const chance = Math.random();", "no-restricted-syntax"],
  ["src/workbench/x.ts", "export const now = new Date();", "no-restricted-syntax"],
  ["src/workbench/host/x.tsx", "export const now = Date.now();", "no-restricted-syntax"],
  ["src/cli/x.ts", "export const now = new Date();", "no-restricted-syntax"],
  ["test/workbench/x.ts", "export const now = new Date();", "no-restricted-syntax"],
  ["src/workbench/x.ts", 'import { columnName } from "../submission/grid";\ncolumnName(1);', "boundaries/dependencies"],
  [
    "src/excel/read/x.ts",
    'import { markStale } from "../live/stale-marks";\nexport { markStale };',
    "no-restricted-imports",
  ],
  [
    "src/excel/actions/x.ts",
    'import { WorkbookWatch } from "../live/watch";\nexport { WorkbookWatch };',
    "no-restricted-imports",
  ],
  ["src/excel/x.ts", "export const x: any = 1;", "@typescript-eslint/no-explicit-any"],
];

const ALLOWED: readonly Snippet[] = [
  { file: "src/review/x.ts", code: 'import type { Place } from "../submission/grid";\nexport type X = Place;\n' },
  { file: "src/excel/x.ts", code: "export const x = (): Promise<void> => Excel.run(async () => undefined);\n" },
  {
    file: "src/cli/x.ts",
    code: 'import type { ReviewOutcome } from "../excel";\nexport type X = ReviewOutcome;\n',
  },
];

const refused = rulesBroken(REFUSED.map(([file, code]) => ({ file, code })));

test.each(REFUSED.map(([file, code, rule], index) => ({ file, code, rule, broken: refused[index] })))(
  "$file: $code",
  ({ broken, rule }) => {
    expect(broken).toContain(rule);
  },
);

test("what the rooms are for is allowed", () => {
  expect(rulesBroken(ALLOWED)).toEqual(ALLOWED.map(() => []));
});

/** `npm run faults`: each request of each action fails in each way (test/faults); in `npm test` the ways take turns. */
import { spawnSync } from "node:child_process";
import { createRequire } from "node:module";

const jest = createRequire(import.meta.url).resolve("jest/bin/jest.js");
const { status } = spawnSync(process.execPath, [jest, "test/faults/faults.test.ts", ...process.argv.slice(2)], {
  stdio: "inherit",
  env: { ...process.env, FAULTS: "all" },
});
process.exitCode = status ?? 1;

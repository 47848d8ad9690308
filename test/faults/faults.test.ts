/**
 * Every action of the pane, each of its requests failing: the unit's cells are as they were, the failure is said with a way
 * out, a second try completes, and the workbook is the one that never failed. Here each request fails in one way, the ways
 * taking turns; `npm run faults` has each fail in every way.
 */
import "../taskpane/page";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { ACTIONS } from "../../src/taskpane/actions";
import { CANCELLED, disturbed, DISTURBANCES, undisturbed } from "./matrix";
import { Rig } from "./rig";
import { ALL, prepare, SCENARIOS, type Prepared } from "./scenarios";

const WHOLE_MATRIX = process.env["FAULTS"] === "all";
const ONLY = process.env["FAULTS_ACTION"];
const chosen = Object.keys(ALL).filter((name) => ONLY === undefined || name === ONLY);

let rig: Rig;
let prepared: Prepared;
beforeAll(async () => {
  rig = await Rig.open();
  prepared = await prepare(rig);
});
afterAll(() => rig.close());

test("every action of the pane has its case, and every file of an action is in the list", () => {
  expect(Object.keys(SCENARIOS).sort()).toEqual(ACTIONS.map(({ name }) => name).sort());
  const folder = join(__dirname, "../../src/taskpane/actions");
  const written = readdirSync(folder)
    .map((file) => readFileSync(join(folder, file), "utf8"))
    .flatMap((text) => /= (?:button|form|inner)Action\(\{\s+name: "([^"]+)"/.exec(text)?.[1] ?? []);
  expect(written.sort()).toEqual(ACTIONS.map(({ name }) => name).sort());
});

// The ways take turns over all actions, so that each is met by every kind of request
let turn = 0;

test.each(chosen)("%s", async (label) => {
  const scenario = ALL[label];
  if (scenario === undefined) throw new Error(`there is no scenario ${label}`);
  const expected = await undisturbed(rig, prepared, scenario);
  expect({ label, ok: expected.end.ok, failure: expected.end.failure }).toEqual({ label, ok: true, failure: null });
  const ways = Object.entries(DISTURBANCES);
  const found: string[] = [];
  for (let k = 0; k < expected.requests; k += WHOLE_MATRIX ? 1 : (scenario.each ?? 1)) {
    const at = turn % ways.length;
    const now = WHOLE_MATRIX
      ? ways
      : ways.filter(([way], n) => n === at || (scenario.allOrNothing && way === CANCELLED));
    turn += 1;
    for (const [way, disturbance] of now) {
      const problems = await disturbed(rig, prepared, scenario, k, disturbance, expected);
      found.push(...problems.map((problem) => `request ${k}, ${way}: ${problem}`));
    }
  }
  expect(found).toEqual([]);
});

/**
 * Numbers of certificates, by a model: whatever is issued, voided, sorted, edited, broken off, restored from a backup or
 * brought from another machine, no two people hold one valid number without its being found when the workbook is opened
 * next, said, and kept from being printed.
 */
import "../taskpane/page";
import * as fc from "fast-check";
import type { LedgerState } from "../../src/certificates";
import type { IssueOutcome } from "../../src/excel";
import { sheetOf } from "../e2e/addin-harness";
import { openPane, type Pane } from "./desk";
import { Rig, type Snapshot } from "./rig";
import { prepareTwo } from "./scenarios";

const LEDGER = "发证台账";
const [NUMBER, HOLDER, STATUS] = [0, 1, 7];
const PEOPLE = ["YY000001", "YY000002"] as const;

let rig: Rig;
let begun: Snapshot;
beforeAll(async () => {
  rig = await Rig.open();
  begun = await prepareTwo(rig);
});
afterAll(() => rig.close());

/** What the office has on its desks: a backup, and who was given what on this machine. */
interface Model {
  backup: Snapshot | null;
  readonly given: Map<string, Set<string>>;
}

/** The ledger as a pane says it that is opened now. */
async function loaded(): Promise<{ readonly pane: Pane; readonly ledger: LedgerState }> {
  await rig.reload();
  const pane = await openPane();
  await pane.controller.readLedger();
  const { ledger } = pane.controller.getState();
  if (ledger === null) throw new Error("the ledger was not read");
  return { pane, ledger };
}

async function check(model: Model): Promise<void> {
  const { pane, ledger } = await loaded();
  const valid = ledger.entries.filter(({ certificateNo, status }) => certificateNo !== "" && status !== "作废");
  for (const { certificateNo, registrationNo } of valid) note(model, certificateNo, registrationNo);
  const twice = new Set(
    valid.map(({ certificateNo }) => certificateNo).filter((number) => (model.given.get(number)?.size ?? 0) > 1),
  );
  const said = new Set(ledger.conflicts.flatMap(({ entries }) => entries.map(({ certificateNo }) => certificateNo)));
  expect([...twice].filter((number) => !said.has(number))).toEqual([]);
  const { ok, outcome } = await pane.run("certificates", { chosen: [] });
  if (!ok) return;
  const printed = (outcome as IssueOutcome).issued.map(({ certificateNo }) => certificateNo);
  expect(printed.filter((number) => said.has(number))).toEqual([]);
}

function note({ given }: Model, number: string, holder: string): void {
  given.set(number, new Set([...(given.get(number) ?? []), holder]));
}

async function issue(model: Model, person: string): Promise<void> {
  const { pane } = await loaded();
  const { ok, outcome } = await pane.run("certificates", { chosen: [person] });
  if (!ok) return;
  for (const { certificateNo, registrationNo } of (outcome as IssueOutcome).issued)
    note(model, certificateNo, registrationNo);
}

async function crashed(person: string, at: number, moment: "half" | "after"): Promise<void> {
  const { pane } = await loaded();
  const lost = rig.arm(at, { code: "", moment, reload: true });
  await Promise.race([pane.run("certificates", { chosen: [person] }), lost]);
  rig.disarm();
}

/** Rows of the ledger below its header, as a person sees them. */
function rows(): readonly number[] {
  const ledger = rig.workbook.sheetByName(LEDGER);
  return ledger === undefined
    ? []
    : [...ledger.rows.keys()].filter((row) => row > 0 && ledger.value(row, NUMBER) !== null);
}

class Command implements fc.AsyncCommand<Model, Rig> {
  constructor(
    private readonly name: string,
    private readonly act: (model: Model) => Promise<void> | void,
  ) {}
  check = (): boolean => true;
  run = async (model: Model): Promise<void> => {
    await this.act(model);
    await check(model);
  };
  toString = (): string => this.name;
}

const who = fc.constantFrom(...PEOPLE);
const COMMANDS = [
  who.map((person) => new Command(`issue to ${person}`, (model) => issue(model, person))),
  fc
    .tuple(who, fc.integer({ min: 3, max: 6 }), fc.constantFrom("half" as const, "after" as const))
    .map(
      ([person, at, moment]) =>
        new Command(`issue to ${person}, crash ${moment} request ${at}`, () => crashed(person, at, moment)),
    ),
  fc.boolean().map(
    (reissue) =>
      new Command(`void, ${reissue ? "another instead" : "no other"}`, async () => {
        const { pane, ledger } = await loaded();
        const entry = ledger.entries.find(({ status }) => status === "有效");
        if (entry !== undefined) await pane.run("void", { entry, reason: "测试", reissue });
      }),
  ),
  fc.constant(
    new Command("sort the ledger", () => {
      const [first, last] = [rows()[0], rows().at(-1)];
      if (first === undefined || last === undefined || first === last) return;
      const sheet = sheetOf(rig.workbook, LEDGER);
      for (let column = 0; column < 12; column += 1) {
        const [above, below] = [sheet.value(first, column), sheet.value(last, column)];
        sheet.setValue(first, column, below);
        sheet.setValue(last, column, above);
      }
    }),
  ),
  fc.constant(
    new Command("write the first number over the last", () => {
      const [first, last] = [rows()[0], rows().at(-1)];
      if (first === undefined || last === undefined) return;
      const sheet = sheetOf(rig.workbook, LEDGER);
      sheet.setValue(last, NUMBER, sheet.value(first, NUMBER));
    }),
  ),
  fc.constant(
    new Command("take the last row out", () => {
      const last = rows().at(-1);
      if (last === undefined) return;
      for (let column = 0; column < 12; column += 1) sheetOf(rig.workbook, LEDGER).setValue(last, column, null);
    }),
  ),
  fc.constant(
    new Command("make a void number valid by hand", () => {
      const sheet = rig.workbook.sheetByName(LEDGER);
      const row = rows().find((each) => sheet?.value(each, STATUS) === "作废");
      if (sheet !== undefined && row !== undefined) sheet.setValue(row, STATUS, "有效");
    }),
  ),
  fc.constant(
    new Command("back up", (model) => {
      model.backup = rig.snapshot();
    }),
  ),
  fc.constant(
    new Command("restore", async ({ backup }) => {
      if (backup !== null) await rig.put(backup, false);
    }),
  ),
  who.map(
    (person) =>
      new Command(`another machine issues to ${person} in a copy, and its row is pasted here`, async (model) => {
        const here = rig.snapshot();
        const seen = rig.seen;
        await rig.put(begun);
        const { pane } = await loaded();
        await pane.run("certificates", { chosen: [person] });
        const there = sheetOf(rig.workbook, LEDGER);
        const pasted = Array.from({ length: 12 }, (_, column) => there.value(1, column));
        await rig.put(here);
        rig.seen = seen;
        const ledger = rig.workbook.sheetByName(LEDGER);
        if (ledger === undefined) return;
        const free = Math.max(0, ...rows()) + 1;
        pasted.forEach((value, column) => ledger.setValue(free, column, value));
        note(model, String(pasted[NUMBER]), String(pasted[HOLDER]));
      }),
  ),
];

test("no two people hold one valid number unseen", async () => {
  await fc.assert(
    fc.asyncProperty(fc.commands(COMMANDS, { maxCommands: 9 }), async (commands) => {
      await rig.put(begun);
      await fc.asyncModelRun(() => ({ model: { backup: null, given: new Map() }, real: rig }), commands);
    }),
    { seed: 11, numRuns: Number(process.env["LEDGER_RUNS"] ?? 8), endOnFailure: true },
  );
});

test("a ledger restored from a backup gives none of the numbers that were given since, and says which", async () => {
  await rig.put(begun);
  const model: Model = { backup: rig.snapshot(), given: new Map() };
  await issue(model, PEOPLE[0]);
  await rig.put(model.backup ?? begun, false);
  expect((await loaded()).ledger.missing).toEqual(["2018-0001"]);
  await issue(model, PEOPLE[1]);
  expect(
    (await loaded()).ledger.entries.map(({ certificateNo, registrationNo }) => [certificateNo, registrationNo]),
  ).toEqual([["2018-0002", PEOPLE[1]]]);
});

test("another machine's ledger that gave a number to somebody else is found on opening, and nobody is printed with it", async () => {
  await rig.put(begun);
  const model: Model = { backup: null, given: new Map() };
  await issue(model, PEOPLE[0]);
  const seen = rig.seen;
  await rig.put(begun);
  await issue(model, PEOPLE[1]);
  rig.seen = seen;
  const { pane, ledger } = await loaded();
  expect(ledger.conflicts.map(({ finding }) => finding.code)).toEqual(["certificate-number-duplicate"]);
  const { outcome } = await pane.run("certificates", {});
  expect((outcome as IssueOutcome).issued.map(({ registrationNo }) => registrationNo)).not.toContain(PEOPLE[1]);
});

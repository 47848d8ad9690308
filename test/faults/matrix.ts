/** One action, one request that fails in one way, and what must hold afterwards. */
import type { Workbook } from "../../src/book/model/workbook";
import { sheetSnapshot, INPUTS, workbookSnapshot, type SheetSnapshot } from "../e2e/addin-harness";
import { RECORD_COLUMNS } from "../support/submission";
import { openPane, type ActionName, type End, type Pane } from "./desk";
import type { Fault, Rig } from "./rig";
import type { Prepared, Scenario } from "./scenarios";

/** A fault of a request, or 取消 pressed while it is under way. */
type Disturbance = Fault | "cancel";

export const CANCELLED = "cancelled";

/** Every way in which a request may end, by a name for reports. */
export const DISTURBANCES: Readonly<Record<string, Disturbance>> = {
  "GeneralException, nothing done": { code: "GeneralException", moment: "before" },
  "a cell is being edited": { code: "InvalidOperationInCellEditMode", moment: "before" },
  "the pane is closed, nothing done": { code: "", moment: "before", reload: true },
  "GeneralException, half done": { code: "GeneralException", moment: "half" },
  "the request is too large": { code: "RequestPayloadSizeLimitExceeded", moment: "before" },
  [CANCELLED]: "cancel",
  "the answer is too large": { code: "ResponsePayloadSizeLimitExceeded", moment: "after" },
  "a sheet is gone, most done": { code: "ItemNotFound", moment: "most" },
  "the pane is reloaded, all done": { code: "", moment: "after", reload: true },
  "access denied, a quarter done": { code: "AccessDenied", moment: "quarter" },
  "the connection is lost, all done": { code: "InvalidOrTimedOutSession", moment: "after" },
  "GeneralException, nearly all done": { code: "GeneralException", moment: "nearly" },
  "the pane is reloaded, most done": { code: "", moment: "most", reload: true },
};

type Named = Scenario<ActionName> & { readonly name: ActionName };

/** The workbook after an action that nothing disturbed, and how many requests it took. */
interface Undisturbed {
  readonly requests: number;
  readonly end: End;
  readonly facts: readonly (readonly [string, SheetSnapshot])[];
  readonly settings: string;
  /** The workbook before it. */
  readonly before: { readonly facts: readonly (readonly [string, SheetSnapshot])[]; readonly settings: string };
  /** The unit's own sheets, and their cells. */
  readonly given: readonly string[];
  readonly inputs: string;
}

export async function undisturbed(rig: Rig, prepared: Prepared, { name, from, request }: Named): Promise<Undisturbed> {
  await rig.put(prepared.states[from]);
  const given = INPUTS.filter((each) => rig.workbook.sheetByName(each) !== undefined);
  const inputs = inputCells(rig.workbook, given);
  const before = { facts: workbookSnapshot(rig.workbook), settings: settingsOf(rig) };
  const pane = await openPane();
  rig.count();
  const end = await pane.run(name, request(prepared));
  const { requests } = rig;
  await rig.settled();
  const facts = workbookSnapshot(rig.workbook);
  return { requests, end, facts, settings: settingsOf(rig), before, given, inputs };
}

/** What does not hold after the k-th request was disturbed; blank when all does. */
export async function disturbed(
  rig: Rig,
  prepared: Prepared,
  { name, from, request, alreadyDone, allOrNothing = false }: Named,
  k: number,
  disturbance: Disturbance,
  expected: Undisturbed,
): Promise<readonly string[]> {
  await rig.put(prepared.states[from]);
  let pane = await openPane();
  const { ended, reloaded } = await runDisturbed(rig, pane, () => pane.run(name, request(prepared)), k, disturbance);
  const problems: string[] = [];
  if (inputCells(rig.workbook, expected.given) !== expected.inputs) problems.push("input cells changed");
  if (ended !== null && !ended.ok) problems.push(...unsaid(ended));
  if (allOrNothing && disturbance === "cancel" && ended?.ok === false) {
    await rig.settled();
    problems.push(
      ...differences(workbookSnapshot(rig.workbook), expected.before.facts).map((each) => `not as it was: ${each}`),
    );
    if (settingsOf(rig) !== expected.before.settings) problems.push("not as it was: settings");
  }
  if (reloaded) {
    await rig.reload();
    pane = await openPane();
  }
  const second = await (ended?.ok === true ? ended : secondTry(pane, name, request(prepared), reloaded));
  await rig.settled();
  const isThere = second.failure !== null && "key" in second.failure && second.failure.key === alreadyDone;
  if (!second.ok && !isThere)
    problems.push(`the second try failed: ${second.failure?.message} ${second.failure?.remedy}`);
  // A row of the ledger is there with its mark or not at all; how it looks is not taken up again where it is there
  const partly =
    from.endsWith("in pieces") ||
    (disturbance !== "cancel" && ["quarter", "half", "most", "nearly"].includes(disturbance.moment));
  const facts = (all: Undisturbed["facts"]): Undisturbed["facts"] => (partly ? all.map(plainLedger) : all);
  problems.push(...differences(facts(workbookSnapshot(rig.workbook)), facts(expected.facts)));
  if (inputCells(rig.workbook, expected.given) !== expected.inputs)
    problems.push("input cells changed by the second try");
  if (settingsOf(rig) !== expected.settings) problems.push("settings differ");
  problems.push(...rig.refused);
  return problems;
}

async function runDisturbed(
  rig: Rig,
  pane: Pane,
  run: () => Promise<End>,
  k: number,
  disturbance: Disturbance,
): Promise<{ readonly ended: End | null; readonly reloaded: boolean }> {
  if (disturbance === "cancel") {
    rig.count();
    rig.onRequest = (at) => {
      if (at === k) pane.controller.cancel();
    };
    const ended = await run();
    rig.disarm();
    return { ended, reloaded: false };
  }
  const lost = rig.arm(k, disturbance).then(() => null);
  const ended = await Promise.race([run(), lost]);
  rig.disarm();
  return { ended, reloaded: ended === null };
}

/** 重试 of the pane that failed; after a reload the action is asked for anew. */
async function secondTry(pane: Pane, name: ActionName, request: unknown, reloaded: boolean): Promise<End> {
  if (reloaded) return pane.run(name, request);
  const ok = await pane.controller.retry();
  return { ok, failure: pane.controller.getState().last?.failure ?? null, outcome: null };
}

/** Every failure says what happened and what to do, in both languages. */
function unsaid({ failure }: End): readonly string[] {
  if (failure === null) return ["it failed and nothing is said"];
  const said = [
    failure.message,
    failure.remedy,
    ...Object.values(failure.words ?? { zh: { message: "", remedy: "" } }).flatMap(({ message, remedy }) => [
      message,
      remedy,
    ]),
  ];
  return said.some((text) => text === "") ? [`“${failure.message}” says not all in both languages`] : [];
}

/** Values, formulas and looks of what the unit filled in, as one text. */
function inputCells(workbook: Workbook, names: readonly string[]): string {
  return JSON.stringify(
    names.map((name) => {
      const sheet = workbook.sheetByName(name);
      return sheet === undefined
        ? name
        : sheetSnapshot(sheet, name === "学时记录" ? RECORD_COLUMNS.length : Infinity).cells;
    }),
  );
}

/** The ledger by what its cells hold, without their looks. */
function plainLedger([name, facts]: Undisturbed["facts"][number]): Undisturbed["facts"][number] {
  if (name !== "发证台账") return [name, facts];
  const cells = Object.entries(facts.cells).flatMap(([place, text]) => {
    const [value, formula] = JSON.parse(text) as unknown[];
    return value === null && formula === null ? [] : [[place, JSON.stringify([value, formula])] as const];
  });
  return [name, { cells: Object.fromEntries(cells), columns: {}, rows: {}, frame: null }];
}

function differences(now: Undisturbed["facts"], then: Undisturbed["facts"]): readonly string[] {
  const names = (facts: Undisturbed["facts"]): string => facts.map(([name]) => name).join(" ");
  if (names(now) !== names(then)) return [`sheets: ${names(now)} ≠ ${names(then)}`];
  return now
    .flatMap(([name, facts], at) => {
      const before = then[at]?.[1];
      if (before === undefined) return [];
      const places = (["cells", "columns", "rows"] as const).flatMap((part) =>
        [...new Set([...Object.keys(facts[part]), ...Object.keys(before[part])])]
          .filter((key) => facts[part][key] !== before[part][key])
          .map((key) => `${name} ${part} ${key}: ${facts[part][key] ?? "nothing"} ≠ ${before[part][key] ?? "nothing"}`),
      );
      const [one, other] = [JSON.stringify(facts.frame), JSON.stringify(before.frame)];
      return one === other ? places : [...places, `${name} frame: ${one} ≠ ${other}`];
    })
    .slice(0, 4);
}

const settingsOf = (rig: Rig): string =>
  JSON.stringify([...rig.settings].sort(([one], [other]) => (one < other ? -1 : 1)));

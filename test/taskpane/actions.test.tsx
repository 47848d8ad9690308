/** The list of the pane's actions: what each says of itself is so in the pane, on the ribbon and in both languages. */
import "./page";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { act } from "react";
import type { Language } from "../../src/messages";
import { ACTIONS } from "../../src/taskpane/actions";
import type { ListedAction } from "../../src/taskpane/actions/action";
import { review } from "../../src/taskpane/actions/review";
import { VIEW_OF_SECTION } from "../../src/taskpane/views";
import { NOTHING_INCOMING } from "../../src/trust";
import { at, outcomeWith, show, stage, type Stage } from "./stage";

const LANGUAGES: readonly Language[] = ["zh", "en"];
const actions: readonly ListedAction[] = ACTIONS;
const cases = actions.map((action) => [action.name, action] as const);

let staged: Stage | null = null;
afterEach(async () => {
  await staged?.unmount();
  staged = null;
});

test("no two actions have the same name", () => {
  expect(actions.map(({ name }) => name)).toEqual([...new Set(actions.map(({ name }) => name))]);
});

test.each(cases)("%s has its words in both languages", (_, { words, section, start }) => {
  for (const language of LANGUAGES) {
    const { button, running, failed } = words[language];
    expect([running, failed].filter((text) => text.trim() === "")).toEqual([]);
    // A button has a word; what stands in a section has a button
    if (start !== null) expect(button).not.toBe("");
    if (section !== null) expect(start).not.toBeNull();
  }
  const blank = (language: Language): readonly string[] =>
    Object.entries(words[language]).flatMap(([key, text]) => (text === "" ? [key] : []));
  expect(blank("en")).toEqual(blank("zh"));
});

const manifest = readFileSync(join(__dirname, "../../manifest.xml"), "utf8");
const functions = [...manifest.matchAll(/<FunctionName>(\w+)<\/FunctionName>/g)].map(([, name]) => name ?? "");

test("each function of the ribbon is an action's, or one of the pane's own commands", () => {
  const own = ["nextProblem"];
  const ribbon = actions.flatMap((action) => (action.ribbon === null ? [] : [action.ribbon]));
  expect(functions.filter((name) => !ribbon.includes(name) && !own.includes(name))).toEqual([]);
  expect(ribbon).toEqual([...new Set(ribbon)]);
  expect(actions.filter(({ ribbon, start }) => ribbon !== null && start === null)).toEqual([]);
});

const shown = cases.flatMap(([name, action]) =>
  action.section === null ? [] : [[name, action, action.section] as const],
);

test.each(shown)("%s has its button where it says, and its form opens there", async (name, action, section) => {
  const problemView = name === "leave-view";
  // What came with the file has its button while there is something of it
  const rows = name === "incoming" ? [{ sheet: "口径", row: 1, by: "某", about: "J-01", fresh: false }] : [];
  const outcome = { ...outcomeWith([]), incoming: { ...NOTHING_INCOMING, rows } };
  staged = await stage({ review: () => Promise.resolve(outcome), problemViewIsOn: () => problemView });
  await act(async () => void (await staged?.controller.run(review)));
  if (problemView) await act(async () => staged?.controller.noteProblemView());
  const view = VIEW_OF_SECTION[section];
  if (view !== null) await show(view);
  const button = at<HTMLButtonElement>(name);
  expect(button.disabled).toBe(false);
  if (action.form === null) return;
  await show("overview");
  await act(async () => void (await (staged === null ? null : action.start?.(staged.controller))));
  expect(staged.controller.getState()).toMatchObject({ form: action, view });
  expect(document.querySelector(`[data-testid="${name}"]`)).toBeNull();
});

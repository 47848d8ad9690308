/**
 * The manifest as Excel would read it. Limits are those of Microsoft's reference of the add-in-only manifest
 * (https://learn.microsoft.com/javascript/api/manifest): `string`, `group`, `control`, `customtab`, `icon`, `displayname`.
 */
import { execFileSync } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { JSDOM } from "jsdom";
import { associateCommands } from "../../src/commands";
import type { Controller } from "../../src/taskpane/controller";

const ROOT = join(__dirname, "../..");
const FILE = join(ROOT, "manifest.xml");
const ADDRESS = "https://localhost:3000/";
const SIZES = [16, 20, 24, 32, 40, 48, 64, 80];

const { document } = new JSDOM(readFileSync(FILE, "utf8"), { contentType: "text/xml" }).window;
/** Elements by local name, whatever their namespace's prefix. */
const all = (name: string, within: Document | Element = document): Element[] => [
  ...within.getElementsByTagNameNS("*", name),
];
const attribute = (element: Element | undefined, name: string): string => element?.getAttribute(name) ?? "";
const child = (element: Element, name: string): Element => {
  const found = [...element.children].find((each) => each.localName === name);
  if (!found) throw new Error(`${element.localName} ${attribute(element, "id")} has no ${name}`);
  return found;
};

const tab = all("CustomTab")[0]!;
const buttons = all("Control", tab);
const resources = new Map(
  ["Image", "Url", "String"]
    .flatMap((name) => all(name, all("Resources")[0]))
    .map((each) => [attribute(each, "id"), each]),
);
/** A string of the resources in both languages. */
const words = (element: Element): { readonly zh: string; readonly en: string } => {
  const string = resources.get(attribute(element, "resid"));
  return { zh: attribute(string, "DefaultValue"), en: attribute(string?.firstElementChild ?? undefined, "Value") };
};

test("the manifest has the one version of package.json", () => {
  const { version } = JSON.parse(readFileSync(join(ROOT, "package.json"), "utf8")) as { version: string };
  expect(readFileSync(join(ROOT, "manifest.xml"), "utf8")).toContain(`<Version>${version}.0</Version>`);
});

test("no action names a pane of its own: beside a shared runtime Excel may open a second one", () => {
  // https://learn.microsoft.com/office/dev/add-ins/develop/configure-your-add-in-to-use-a-shared-runtime
  expect(all("TaskpaneId")).toEqual([]);
});

test("its own tab has six buttons, in working order", () => {
  expect(words(child(tab, "Label"))).toEqual({ zh: "继续教育审核", en: "CE Review" });
  const seen = all("Group", tab).map((group) => [
    words(child(group, "Label")).zh,
    ...all("Control", group).map(
      (button) => `${words(child(button, "Label")).zh} → ${all("FunctionName", button)[0]?.textContent ?? ""}`,
    ),
  ]);
  expect(seen).toEqual([
    ["准备", "新建申报表 → newWorkbook"],
    ["审核", "审核 → review", "定位下一问题 → nextProblem"],
    ["成果", "生成合格证明 → issueCertificates", "固化结果 → freezeResults", "清除 → clearResults"],
  ]);
});

test("every function a button names is registered by the page", () => {
  const registered: string[] = [];
  Object.assign(globalThis, { Office: { actions: { associate: (name: string) => registered.push(name) } } });
  associateCommands(new Proxy({}, { get: () => () => Promise.resolve() }) as Controller);
  const named = all("FunctionName").map((each) => each.textContent);
  expect(named.filter((name) => !registered.includes(name))).toEqual([]);
});

test("keys in the grid: one modifier besides Shift and one plain sign each, an action that is registered", () => {
  const address = attribute(all("ExtendedOverrides")[0], "Url");
  expect(address).toBe(`${ADDRESS}shortcuts.json`);
  const { actions, shortcuts } = JSON.parse(readFileSync(join(ROOT, "assets/shortcuts.json"), "utf8")) as {
    readonly actions: readonly { readonly id: string; readonly type: string }[];
    readonly shortcuts: readonly { readonly action: string; readonly key: { readonly default: string } }[];
  };
  expect(shortcuts.map(({ action }) => action).sort()).toEqual(actions.map(({ id }) => id).sort());
  expect(shortcuts.filter(({ key }) => !/^Ctrl\+Alt\+[A-Z0-9]$/u.test(key.default))).toEqual([]);
  const registered: string[] = [];
  Object.assign(globalThis, { Office: { actions: { associate: (name: string) => void registered.push(name) } } });
  associateCommands(new Proxy({}, { get: () => () => Promise.resolve() }) as Controller);
  expect(actions.filter(({ id }) => !registered.includes(id))).toEqual([]);
});

test("the pane opens without any function too: from a cell's menu", () => {
  const [action] = all("OfficeMenu").flatMap((menu) => all("Action", menu));
  expect(action?.getAttribute("xsi:type")).toBe("ShowTaskpane");
  // The shared runtime has one page: another address would start a second one
  const pages = [...all("SourceLocation", action), ...all("Runtime"), ...all("FunctionFile")].map((each) =>
    attribute(each, "resid"),
  );
  expect(new Set(pages)).toEqual(new Set(["Taskpane.Url"]));
});

test("ids are unique and within 125 characters; ids of resources within 32", () => {
  const parts = ["CustomTab", "Group", "Control"].flatMap((name) => all(name)).map((each) => attribute(each, "id"));
  expect(parts).toEqual([...new Set(parts)]);
  expect(parts.filter((id) => id.length === 0 || id.length > 125)).toEqual([]);
  const ids = ["Image", "Url", "String"]
    .flatMap((name) => all(name, all("Resources")[0]))
    .map((each) => attribute(each, "id"));
  expect(ids).toEqual([...new Set(ids)]);
  expect(ids.filter((id) => id.length === 0 || id.length > 32)).toEqual([]);
});

test("what is referred to is there, and what is there is referred to", () => {
  const named = new Set([...document.querySelectorAll("[resid]")].map((each) => attribute(each, "resid")));
  expect([...named].filter((id) => !resources.has(id))).toEqual([]);
  expect([...resources.keys()].filter((id) => !named.has(id))).toEqual([]);
});

test("every text is there in Chinese and English, and within Office's limits", () => {
  const texts = [
    ...all("DisplayName").map((element) => ({ element, limit: 125 })),
    ...[...document.documentElement.children]
      .filter((each) => each.localName === "Description")
      .map((element) => ({ element, limit: 250 })),
    ...all("ShortStrings")
      .flatMap((group) => all("String", group))
      .map((element) => ({ element, limit: 125 })),
    ...all("LongStrings")
      .flatMap((group) => all("String", group))
      .map((element) => ({ element, limit: 250 })),
  ];
  expect(texts.length).toBeGreaterThan(20);
  const faults = texts.flatMap(({ element, limit }) => {
    const name = attribute(element, "id") || element.localName;
    const overrides = [...element.children].filter((each) => attribute(each, "Locale") === "en-US");
    const both = [attribute(element, "DefaultValue"), ...overrides.map((each) => attribute(each, "Value"))];
    return [
      ...(overrides.length === 1 ? [] : [`${name}: ${String(overrides.length)} English texts`]),
      ...both
        .filter((text) => text === "" || text.length > limit)
        .map((text) => `${name}: ${String(text.length)} of ${String(limit)} characters`),
    ];
  });
  expect(faults).toEqual([]);
});

test("titles and labels are short strings, descriptions long ones", () => {
  const [short, long] = ["ShortStrings", "LongStrings"].map(
    (name) =>
      new Set(
        all(name)
          .flatMap((group) => all("String", group))
          .map((each) => attribute(each, "id")),
      ),
  );
  const inOverrides = (name: string): string[] =>
    all(name, all("VersionOverrides")[0]).map((each) => attribute(each, "resid"));
  expect([...inOverrides("Label"), ...inOverrides("Title")].filter((id) => !short?.has(id))).toEqual([]);
  expect(inOverrides("Description").filter((id) => !long?.has(id))).toEqual([]);
});

test("a label of the tab fits a large button: two lines of six characters, or of fourteen in English", () => {
  const labels = buttons.map((button) => words(child(button, "Label")));
  expect(labels.filter(({ zh }) => zh.length > 12)).toEqual([]);
  expect(labels.filter(({ en }) => en.split(" ").some((word) => word.length > 14) || en.length > 28)).toEqual([]);
});

/** Width and height as the PNG's own header has them. */
function pixels(file: string): readonly [number, number] {
  const bytes = readFileSync(file);
  if (bytes.toString("latin1", 1, 4) !== "PNG") throw new Error(`${file} is no PNG`);
  return [bytes.readUInt32BE(16), bytes.readUInt32BE(20)];
}

test("every button and group has an icon of every size, and each file has exactly that size", () => {
  const faults = all("Icon").flatMap((icon) => {
    const images = all("Image", icon);
    const sizes = images.map((image) => Number(attribute(image, "size")));
    const owner = attribute(icon.parentElement ?? undefined, "id");
    if (String(sizes) !== String(SIZES)) return [`${owner}: sizes ${String(sizes)}`];
    return images.flatMap((image, at) => {
      const address = attribute(resources.get(attribute(image, "resid")), "DefaultValue");
      const measured = pixels(join(ROOT, address.replace(ADDRESS, "")));
      return measured.every((side) => side === sizes[at]) ? [] : [`${owner}: ${address} is ${String(measured)}`];
    });
  });
  expect(faults).toEqual([]);
});

test("no icon is shipped that nobody shows", () => {
  const shown = new Set(
    [...resources.values(), ...all("IconUrl"), ...all("HighResolutionIconUrl")].map((each) =>
      attribute(each, "DefaultValue").replace(`${ADDRESS}assets/icons/`, ""),
    ),
  );
  expect(readdirSync(join(ROOT, "assets/icons")).filter((file) => !shown.has(file))).toEqual([]);
});

test("Microsoft's own tool reads it", () => {
  const said = execFileSync(process.execPath, [join(ROOT, "node_modules/office-addin-manifest/cli.js"), "info", FILE], {
    encoding: "utf8",
  });
  expect(said).toContain("Name: 继续教育学时审核");
  expect(said).toMatch(/Version: \d+\.\d+\.\d+\.\d+/);
});

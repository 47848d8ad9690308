/** The add-in's own tab, as its manifest describes it: groups and buttons with words and icons in one language. */

type ButtonAction = { readonly kind: "function"; readonly name: string } | { readonly kind: "pane" };

export interface RibbonButton {
  readonly id: string;
  readonly label: string;
  readonly tip: string;
  /** Address of its icon by size in pixels. */
  readonly icons: ReadonlyMap<number, string>;
  readonly action: ButtonAction;
}

interface RibbonGroup {
  readonly label: string;
  readonly buttons: readonly RibbonButton[];
}

export interface RibbonTab {
  readonly label: string;
  readonly groups: readonly RibbonGroup[];
}

const childrenOf = (element: Element, name: string): Element[] =>
  [...element.children].filter((child) => child.localName === name);
const childOf = (element: Element, name: string): Element | undefined => childrenOf(element, name)[0];
const resourceOf = (element: Element | undefined): string => element?.getAttribute("resid") ?? "";

/** Words and addresses by their resource id, in a language where the manifest has it. */
class Resources {
  private readonly values = new Map<string, string>();

  constructor(document: Document, locale: string, pageOrigin: string) {
    for (const entry of [...document.getElementsByTagName("*")]) {
      if (!["String", "Image", "Url"].includes(entry.localName)) continue;
      const own = childrenOf(entry, "Override").find(
        (each) => each.getAttribute("Locale")?.toLowerCase() === locale.toLowerCase(),
      );
      const value = own?.getAttribute("Value") ?? entry.getAttribute("DefaultValue") ?? "";
      // The manifest names the place of production; here the same files are served elsewhere
      this.values.set(
        entry.getAttribute("id") ?? "",
        entry.localName === "String" ? value : value.replace(/^https?:\/\/[^/]+/, pageOrigin),
      );
    }
  }

  of(element: Element | undefined): string {
    return this.values.get(resourceOf(element)) ?? "";
  }
}

function iconsOf(element: Element | undefined, resources: Resources): ReadonlyMap<number, string> {
  return new Map(
    (element === undefined ? [] : childrenOf(element, "Image")).map((image) => [
      Number(image.getAttribute("size")),
      resources.of(image),
    ]),
  );
}

function buttonOf(control: Element, resources: Resources): RibbonButton | null {
  const action = childOf(control, "Action");
  const kind = action === undefined ? null : [...action.attributes].find((each) => each.localName === "type")?.value;
  const name = action === undefined ? undefined : childOf(action, "FunctionName")?.textContent;
  const tip = childOf(control, "Supertip");
  const known: ButtonAction | null =
    kind === "ShowTaskpane"
      ? { kind: "pane" }
      : kind === "ExecuteFunction" && name
        ? { kind: "function", name: name.trim() }
        : null;
  if (known === null) return null;
  return {
    id: control.getAttribute("id") ?? "",
    label: resources.of(childOf(control, "Label")),
    tip: resources.of(tip === undefined ? undefined : childOf(tip, "Description")),
    icons: iconsOf(childOf(control, "Icon"), resources),
    action: known,
  };
}

/** Tabs of the add-in-only manifest; what stands on Office's own tabs comes as a tab without a name. None when the XML is no such manifest. */
export function readRibbon(document: Document, locale: string, pageOrigin: string): readonly RibbonTab[] {
  const resources = new Resources(document, locale, pageOrigin);
  const surfaces = [...document.getElementsByTagName("*")].filter(
    (each) =>
      each.localName === "ExtensionPoint" &&
      [...each.attributes].some(({ localName, value }) => localName === "type" && value === "PrimaryCommandSurface"),
  );
  return surfaces.flatMap((surface) =>
    [...surface.children]
      .filter((tab) => tab.localName === "CustomTab" || tab.localName === "OfficeTab")
      .map((tab) => ({
        label: resources.of(childOf(tab, "Label")),
        groups: childrenOf(tab, "Group").map((group) => ({
          label: resources.of(childOf(group, "Label")),
          buttons: childrenOf(group, "Control").flatMap((control) => buttonOf(control, resources) ?? []),
        })),
      })),
  );
}

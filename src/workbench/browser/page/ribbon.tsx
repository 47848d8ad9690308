/** Tabs of buttons: the add-in's own, as its manifest says, and one with what the user does to rows and columns. */
import { type ReactNode, useState } from "react";
import type { RibbonButton } from "../manifest";
import { Icon, type PageIconName } from "./icons";
import { usePage } from "./use-controller";

/** The icon nearest above the size drawn, which is 32 px. */
function iconOf({ icons }: RibbonButton): string | undefined {
  const sizes = [...icons.keys()].sort((a, b) => a - b);
  const size = sizes.find((each) => each >= 32 * Math.max(1, window.devicePixelRatio)) ?? sizes.at(-1);
  return size === undefined ? undefined : icons.get(size);
}

function Group({ label, children }: { readonly label: string; readonly children: ReactNode }): JSX.Element {
  return (
    <div className="ribbon-group" role="group" aria-label={label}>
      <div className="ribbon-buttons">{children}</div>
      <div className="ribbon-label">{label}</div>
    </div>
  );
}

function AddinButton({ button, onPane }: { readonly button: RibbonButton; readonly onPane: () => void }): JSX.Element {
  const { controller } = usePage();
  const { action } = button;
  const icon = iconOf(button);
  return (
    <button
      type="button"
      className="large"
      title={button.tip}
      data-command={action.kind === "function" ? action.name : "pane"}
      onClick={() => (action.kind === "function" ? void controller.command(action.name) : onPane())}
    >
      {icon === undefined ? <Icon name="pane" size={32} /> : <img src={icon} width={32} height={32} alt="" />}
      <span>{button.label}</span>
    </button>
  );
}

function ToolButton({
  icon,
  label,
  onPress,
}: {
  readonly icon: PageIconName;
  readonly label: string;
  readonly onPress: () => void;
}): JSX.Element {
  const { focusGrid } = usePage();
  const press = (): void => {
    // The cells keep the keyboard, whatever then takes it for itself
    focusGrid();
    onPress();
  };
  return (
    <button type="button" className="small" onClick={press}>
      <Icon name={icon} />
      {label}
    </button>
  );
}

function DataTools({ onFilter }: { readonly onFilter: () => void }): JSX.Element {
  const { controller } = usePage();
  const { words } = controller;
  return (
    <>
      <Group label={words.sortGroup}>
        <div className="tool-columns">
          <ToolButton icon="ascending" label={words.ascending} onPress={() => controller.sort(true)} />
          <ToolButton icon="descending" label={words.descending} onPress={() => controller.sort(false)} />
          <ToolButton icon="filter" label={words.filter} onPress={onFilter} />
          <ToolButton
            icon="showAll"
            label={words.showAll}
            onPress={() => controller.filter({ sheet: controller.sheet, column: controller.selection.column }, null)}
          />
        </div>
      </Group>
      <Group label={words.rowGroup}>
        <div className="tool-columns">
          <ToolButton icon="insertRows" label={words.insertRows} onPress={() => controller.insertRows()} />
          <ToolButton icon="deleteRows" label={words.deleteRows} onPress={() => controller.deleteRows()} />
          <ToolButton icon="insertColumns" label={words.insertColumns} onPress={() => controller.insertColumns()} />
          <ToolButton icon="deleteColumns" label={words.deleteColumns} onPress={() => controller.deleteColumns()} />
        </div>
      </Group>
      <Group label={words.cellGroup}>
        <div className="tool-columns">
          <ToolButton icon="fillDown" label={words.fillDown} onPress={() => controller.fillDown()} />
          <ToolButton icon="clear" label={words.clear} onPress={() => controller.clear()} />
        </div>
      </Group>
    </>
  );
}

export interface RibbonProps {
  readonly onPane: () => void;
  readonly onFilter: () => void;
}

export function Ribbon({ onPane, onFilter }: RibbonProps): JSX.Element {
  const { controller, ribbon } = usePage();
  const { words } = controller;
  const [chosen, setChosen] = useState(0);
  const own = ribbon();
  const tabs = [...(own.length > 0 ? own : [{ label: words.addinTab, groups: [] }]), null];
  const tab = tabs[chosen] ?? null;
  return (
    <nav className="ribbon">
      <div className="ribbon-tabs" role="tablist">
        {tabs.map((each, index) => (
          <button
            key={index}
            type="button"
            role="tab"
            aria-selected={index === chosen}
            onClick={() => setChosen(index)}
          >
            {each === null ? words.dataTab : each.label || words.addinTab}
          </button>
        ))}
      </div>
      <div className="ribbon-panel" role="tabpanel">
        {tab === null ? (
          <DataTools onFilter={onFilter} />
        ) : tab.groups.length > 0 ? (
          tab.groups.map((group) => (
            <Group key={group.label} label={group.label}>
              {group.buttons.map((button) => (
                <AddinButton key={button.id} button={button} onPane={onPane} />
              ))}
            </Group>
          ))
        ) : (
          <Group label={words.pane}>
            <button type="button" className="large" onClick={onPane}>
              <Icon name="pane" size={32} />
              <span>{words.showPane}</span>
            </button>
          </Group>
        )}
      </div>
    </nav>
  );
}

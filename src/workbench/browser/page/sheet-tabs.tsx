/** The workbook's sheets: to go to, to add, to rename by a double click, to delete. */
import { useEffect, useRef, useState } from "react";
import type { Sheet } from "../../../book/model/workbook";
import { Icon } from "./icons";
import { Menu, type MenuPlace } from "./menu";
import { usePage } from "./use-controller";

function Rename({ sheet, onDone }: { readonly sheet: Sheet; readonly onDone: () => void }): JSX.Element {
  const { controller } = usePage();
  const [name, setName] = useState(sheet.name);
  const box = useRef<HTMLInputElement>(null);
  useEffect(() => {
    box.current?.select();
  }, []);
  const finish = (keep: boolean): void => {
    onDone();
    if (keep) controller.renameSheet(sheet, name.trim());
  };
  return (
    <input
      ref={box}
      className="tab-name"
      aria-label={controller.words.renameSheet}
      value={name}
      size={Math.max(6, name.length * 2)}
      onChange={(event) => setName(event.target.value)}
      onBlur={() => finish(true)}
      onKeyDown={(event) => {
        if (event.nativeEvent.isComposing) return;
        if (event.key === "Enter") finish(true);
        if (event.key === "Escape") finish(false);
      }}
    />
  );
}

export function SheetTabs(): JSX.Element {
  const { controller } = usePage();
  const { words, host } = controller;
  const [renamed, setRenamed] = useState<Sheet | null>(null);
  const [menu, setMenu] = useState<(MenuPlace & { readonly sheet: Sheet }) | null>(null);
  const active = useRef<HTMLButtonElement>(null);
  const current = host.workbook.activeSheet;
  useEffect(() => {
    active.current?.scrollIntoView({ block: "nearest", inline: "nearest" });
  }, [current]);
  return (
    <div className="sheet-tabs">
      <div className="tabs" role="tablist" aria-label={words.sheets}>
        {host.workbook.sheets
          .filter((sheet) => sheet.visibility === "Visible")
          .map((sheet) =>
            sheet === renamed ? (
              <Rename key="renamed" sheet={sheet} onDone={() => setRenamed(null)} />
            ) : (
              <button
                key={sheet.name}
                ref={sheet === current ? active : null}
                type="button"
                role="tab"
                aria-selected={sheet === current}
                style={sheet.tabColor === null ? undefined : { boxShadow: `inset 0 -3px ${sheet.tabColor}` }}
                onClick={() => controller.activate(sheet)}
                onDoubleClick={() => setRenamed(sheet)}
                onContextMenu={(event) => {
                  event.preventDefault();
                  setMenu({ x: event.clientX, y: event.clientY, sheet });
                }}
              >
                {sheet.name}
              </button>
            ),
          )}
      </div>
      <button
        type="button"
        className="add-sheet"
        aria-label={words.addSheet}
        title={words.addSheet}
        onClick={() => controller.addSheet()}
      >
        <Icon name="plus" />
      </button>
      {menu !== null && (
        <Menu
          place={menu}
          label={menu.sheet.name}
          onClose={() => setMenu(null)}
          items={[
            { label: words.renameSheet, run: () => setRenamed(menu.sheet) },
            { label: words.deleteSheet, run: () => controller.deleteSheet(menu.sheet) },
          ]}
        />
      )}
    </div>
  );
}

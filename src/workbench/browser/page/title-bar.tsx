/** The document's name, its file buttons, and how the workbench looks and speaks. */
import { useRef } from "react";
import { THEMES, type ThemeName } from "../themes";
import { Icon } from "./icons";
import { usePage } from "./use-controller";

/** Hands bytes to the browser's downloads. */
function download(bytes: Uint8Array, name: string): void {
  const url = URL.createObjectURL(
    new Blob([bytes.slice()], { type: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet" }),
  );
  const link = document.createElement("a");
  link.href = url;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), 10_000);
}

export function TitleBar(): JSX.Element {
  const { controller, focusGrid } = usePage();
  const { host, words } = controller;
  const chooser = useRef<HTMLInputElement>(null);
  return (
    <header className="title-bar">
      <div className="title-actions">
        <input
          ref={chooser}
          type="file"
          accept=".xlsx"
          hidden
          onChange={(event) => {
            const file = event.target.files?.[0];
            event.target.value = "";
            if (file) void file.arrayBuffer().then((buffer) => controller.open(new Uint8Array(buffer), file.name));
          }}
        />
        <button type="button" onClick={() => chooser.current?.click()}>
          <Icon name="open" />
          {words.open}
        </button>
        <button type="button" onClick={() => download(host.save(), host.documentName)}>
          <Icon name="save" />
          {words.save}
        </button>
        <button
          type="button"
          onClick={() => {
            focusGrid();
            controller.undo();
          }}
        >
          <Icon name="undo" />
          {words.undo}
        </button>
      </div>
      <h1 title={host.documentName}>
        {host.documentName}
        <span> · {words.product}</span>
      </h1>
      <div className="title-settings">
        <select
          aria-label={words.theme}
          title={words.theme}
          value={host.theme}
          onChange={(event) => host.dress(event.target.value as ThemeName)}
        >
          {THEMES.map((theme) => (
            <option key={theme} value={theme}>
              {words.themes[theme]}
            </option>
          ))}
        </select>
        <button
          type="button"
          lang={host.language === "zh" ? "en" : "zh-CN"}
          onClick={() => host.speak(host.language === "zh" ? "en" : "zh")}
        >
          {words.otherLanguage}
        </button>
      </div>
    </header>
  );
}

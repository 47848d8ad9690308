/** The values of a column with a tick each: what is ticked stays in sight. */
import { useMemo, useState } from "react";
import type { FilterChoice } from "../controller";
import { type MenuPlace, useInsideWindow, usePressOutside } from "./menu";
import { usePage } from "./use-controller";

/** More are found by searching. */
const LISTED = 500;

export interface FilterBoxProps {
  readonly place: MenuPlace;
  readonly choice: FilterChoice;
  readonly onClose: () => void;
}

export function FilterBox({ place, choice, onClose }: FilterBoxProps): JSX.Element {
  const { controller, focusGrid } = usePage();
  const { words } = controller;
  const box = useInsideWindow<HTMLDivElement>(place);
  usePressOutside(box, onClose);
  const close = (): void => {
    onClose();
    focusGrid();
  };
  const [sought, setSought] = useState("");
  const [ticked, setTicked] = useState<ReadonlySet<string>>(choice.shown);
  const listed = useMemo(
    () => choice.values.filter((value) => value.toLowerCase().includes(sought.toLowerCase())),
    [choice, sought],
  );
  const all = listed.every((value) => ticked.has(value));
  const tick = (values: readonly string[], on: boolean): void => {
    const next = new Set(ticked);
    for (const value of values)
      if (on) next.add(value);
      else next.delete(value);
    setTicked(next);
  };
  return (
    <div
      ref={box}
      className="filter-box"
      role="dialog"
      aria-label={words.filterOf(choice.title)}
      onKeyDown={(event) => {
        if (event.key === "Escape") close();
      }}
    >
      <form
        onSubmit={(event) => {
          event.preventDefault();
          close();
          // A search narrows what is meant to what it found
          const shown = choice.values.filter((value) => ticked.has(value) && (sought === "" || listed.includes(value)));
          controller.filter(choice, shown.length === choice.values.length ? null : shown);
        }}
      >
        <strong>{words.filterOf(choice.title)}</strong>
        <input
          type="search"
          autoFocus
          placeholder={words.search}
          aria-label={words.search}
          value={sought}
          onChange={(event) => setSought(event.target.value)}
        />
        <label>
          <input type="checkbox" checked={all} onChange={(event) => tick(listed, event.target.checked)} />
          {words.selectAll}
        </label>
        <div className="filter-values">
          {listed.slice(0, LISTED).map((value) => (
            <label key={value} title={value}>
              <input
                type="checkbox"
                checked={ticked.has(value)}
                onChange={(event) => tick([value], event.target.checked)}
              />
              {value === "" ? words.blanks : value}
            </label>
          ))}
        </div>
        <div className="filter-actions">
          <button type="submit" className="primary">
            {words.apply}
          </button>
          <button type="button" onClick={close}>
            {words.cancel}
          </button>
        </div>
      </form>
    </div>
  );
}

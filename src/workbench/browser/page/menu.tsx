/** A small menu at the mouse: arrows and Enter, Escape closes. */
import { type KeyboardEvent, useEffect, useLayoutEffect, useRef } from "react";
import { usePage } from "./use-controller";

export interface MenuPlace {
  readonly x: number;
  readonly y: number;
}

interface MenuItem {
  readonly label: string;
  readonly run: () => void;
  /** A line above it. */
  readonly begins?: boolean;
}

/** Keeps a box that opens at a point inside the window. */
export function useInsideWindow<T extends HTMLElement>({ x, y }: MenuPlace): React.RefObject<T> {
  const box = useRef<T>(null);
  useLayoutEffect(() => {
    const element = box.current;
    if (element === null) return;
    element.style.left = `${Math.max(4, Math.min(x, window.innerWidth - element.offsetWidth - 4))}px`;
    element.style.top = `${Math.max(4, Math.min(y, window.innerHeight - element.offsetHeight - 4))}px`;
  }, [x, y]);
  return box;
}

/** Closes on a press outside the box. */
export function usePressOutside(box: React.RefObject<HTMLElement>, close: () => void): void {
  useEffect(() => {
    const press = (event: PointerEvent): void => {
      if (!(event.target instanceof Node) || box.current?.contains(event.target) !== true) close();
    };
    window.addEventListener("pointerdown", press, true);
    return () => window.removeEventListener("pointerdown", press, true);
  });
}

export interface MenuProps {
  readonly place: MenuPlace;
  readonly label: string;
  readonly items: readonly MenuItem[];
  readonly onClose: () => void;
}

export function Menu({ place, label, items, onClose }: MenuProps): JSX.Element {
  const { focusGrid } = usePage();
  const box = useInsideWindow<HTMLDivElement>(place);
  usePressOutside(box, onClose);
  useEffect(() => {
    box.current?.querySelector("button")?.focus();
  }, [box]);
  const move = (event: KeyboardEvent): void => {
    if (event.key === "Escape") {
      onClose();
      focusGrid();
    }
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step === undefined) return;
    event.preventDefault();
    const buttons = [...(box.current?.querySelectorAll("button") ?? [])];
    buttons[
      (buttons.findIndex((each) => each === document.activeElement) + step + buttons.length) % buttons.length
    ]?.focus();
  };
  return (
    <div ref={box} className="menu" role="menu" aria-label={label} onKeyDown={move}>
      {items.map((item) => (
        <button
          key={item.label}
          type="button"
          role="menuitem"
          className={item.begins === true ? "begins" : undefined}
          onClick={() => {
            onClose();
            focusGrid();
            item.run();
          }}
        >
          {item.label}
        </button>
      ))}
    </div>
  );
}

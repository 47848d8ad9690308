/** The name box, and the formula bar with our own text of the cell: formulas as the user types them. */
import { useCallback, useEffect, useRef, useState } from "react";
import { formatBox } from "../../../book/model/workbook";
import { inputText } from "../cell-text";
import { usePage } from "./use-controller";

function NameBox(): JSX.Element {
  const { controller, focusGrid } = usePage();
  const name = formatBox(controller.selection);
  const [typed, setTyped] = useState<string | null>(null);
  return (
    <input
      className="name-box"
      aria-label={controller.words.nameBox}
      title={controller.words.nameBox}
      value={typed ?? name}
      spellCheck={false}
      onFocus={(event) => event.target.select()}
      onChange={(event) => setTyped(event.target.value)}
      onBlur={() => setTyped(null)}
      onKeyDown={(event) => {
        if (event.key === "Enter" && typed !== null) controller.goTo(typed);
        if (event.key === "Enter" || event.key === "Escape") {
          setTyped(null);
          focusGrid();
        }
      }}
    />
  );
}

/** The cell being edited in the bar: it stays the same when the selection is moved by somebody else. */
interface Edit {
  readonly sheet: string;
  readonly row: number;
  readonly column: number;
  readonly from: string;
  readonly text: string;
}

export function FormulaBar(): JSX.Element {
  const { controller, focusGrid } = usePage();
  const { sheet, selection } = controller;
  const { row, column } = selection;
  const [edit, setEdit] = useState<Edit | null>(null);
  const editing = useRef<Edit | null>(null);
  const shown = inputText(
    sheet.cell(row, column),
    controller.host.workbook.style(sheet.styleIndex(row, column)).numberFormat,
  );

  const change = useCallback(
    (next: Edit | null): void => {
      if ((editing.current === null) !== (next === null)) controller.editing(next !== null);
      editing.current = next;
      setEdit(next);
    },
    [controller],
  );
  const commit = (): void => {
    const done = editing.current;
    if (done === null) return;
    change(null);
    const target = controller.host.workbook.sheetByName(done.sheet);
    if (target && done.text !== done.from) controller.type(target, done.row, done.column, done.text);
  };
  // A page that goes away must not leave the workbook in edit mode
  useEffect(() => () => change(null), [change]);

  return (
    <section className="formula-bar" aria-label={controller.words.formulaBar}>
      <NameBox />
      <span className="fx" aria-hidden="true">
        fx
      </span>
      <input
        className="formula"
        aria-label={controller.words.formulaBar}
        value={edit?.text ?? shown}
        spellCheck={false}
        onChange={(event) =>
          change({ ...(editing.current ?? { sheet: sheet.name, row, column, from: shown }), text: event.target.value })
        }
        onBlur={commit}
        onKeyDown={(event) => {
          if (event.nativeEvent.isComposing) return;
          if (event.key === "Escape") change(null);
          if (event.key === "Enter") commit();
          if (event.key === "Enter" || event.key === "Escape") focusGrid();
        }}
      />
    </section>
  );
}

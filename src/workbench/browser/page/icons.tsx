/** Marks of the workbench's own buttons: lines on a 16 px square, in the colour of the text. */

const PATHS = {
  open: "M1.5 13V3.5h4l1.5 2h7V7M1.5 13l2-6h12l-2 6z",
  save: "M2.5 2.5h9l2 2v9h-11zM5 2.5v4h5.5v-4M4.5 13.5v-4h7v4",
  undo: "M6 3 2.5 6.5 6 10M2.5 6.5h7a4 4 0 0 1 0 8H7",
  close: "M3.5 3.5l9 9M12.5 3.5l-9 9",
  plus: "M8 3v10M3 8h10",
  pane: "M1.5 2.5h13v11h-13zM10 2.5v11",
  ascending: "M4.5 2v12M4.5 14 2 11.5M4.5 14 7 11.5M9 4h2.5M9 7.5h4M9 11h5.5",
  descending: "M4.5 2v12M4.5 14 2 11.5M4.5 14 7 11.5M9 4h5.5M9 7.5h4M9 11h2.5",
  filter: "M2 2.5h12L9.5 8v5.5l-3-1.5V8z",
  showAll: "M2 2.5h12L9.5 8v5.5l-3-1.5V8zM10.5 11l4 4M14.5 11l-4 4",
  insertRows: "M1.5 2.5h13v4h-13zM8 9v6M5 12h6",
  deleteRows: "M1.5 2.5h13v4h-13zM5 10l6 4.5M11 10l-6 4.5",
  insertColumns: "M2.5 1.5h4v13h-4zM12 5v6M9 8h6",
  deleteColumns: "M2.5 1.5h4v13h-4zM10 5l4.5 6M14.5 5 10 11",
  fillDown: "M2.5 1.5h11v4h-11zM8 6.5v8M8 14.5 5 11.5M8 14.5l3-3",
  clear: "M3 10.5 9.5 4l4 4-5.5 5.5H6zM6 13.5h8",
} as const;

export type PageIconName = keyof typeof PATHS;

export function Icon({ name, size = 16 }: { readonly name: PageIconName; readonly size?: number }): JSX.Element {
  return (
    <svg className="icon" width={size} height={size} viewBox="0 0 16 16" aria-hidden="true">
      <path
        d={PATHS[name]}
        fill="none"
        stroke="currentColor"
        strokeWidth="1.25"
        strokeLinejoin="round"
        strokeLinecap="round"
      />
    </svg>
  );
}

/** Addresses as Excel's events write them: K2, K2:L5, 5:7, C:D, several with commas, perhaps with the sheet in front. */

/** 0-based. `rows` or `columns` null: to the end of the sheet. */
export interface AddressedArea {
  readonly row: number;
  readonly column: number;
  readonly rows: number | null;
  readonly columns: number | null;
}

/** The areas that an address names; what is no address of cells is left out. */
export function areasOf(address: string): readonly AddressedArea[] {
  return address.split(",").flatMap(
    (part) =>
      areaOf(
        part
          .slice(part.lastIndexOf("!") + 1)
          .replace(/\$/g, "")
          .trim(),
      ) ?? [],
  );
}

function areaOf(text: string): AddressedArea | null {
  const [from = "", to = from] = text.split(":");
  const [first, last] = [cornerOf(from), cornerOf(to)];
  if (first === null || last === null) return null;
  const span = (one: number | null, other: number | null): number | null =>
    one === null || other === null ? null : other - one + 1;
  return {
    row: first.row ?? 0,
    column: first.column ?? 0,
    rows: span(first.row, last.row),
    columns: span(first.column, last.column),
  };
}

interface Corner {
  readonly row: number | null;
  readonly column: number | null;
}

function cornerOf(text: string): Corner | null {
  const [, letters = "", digits = ""] = /^([A-Za-z]{0,3})(\d{0,7})$/.exec(text) ?? [];
  if (letters === "" && digits === "") return null;
  const column = [...letters.toUpperCase()].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0);
  return { row: digits === "" ? null : Number(digits) - 1, column: letters === "" ? null : column - 1 };
}

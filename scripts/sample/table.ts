/** A table written as text: a header line, then a line a row, cells between `|`. */
export type TableRow = Readonly<Record<string, string>>;

export function readTable(text: string): readonly TableRow[] {
  const [header = [], ...lines] = text
    .trim()
    .split("\n")
    .map((line) => line.split("|").map((cell) => cell.trim()));
  return lines.map((line) => {
    if (line.length > header.length) throw new Error(`a cell too many: ${line.join(" | ")}`);
    return Object.fromEntries(header.map((name, column) => [name, line[column] ?? ""]));
  });
}

/** The cell of a row; a column that the table does not have is a mistake of the table's. */
export function cell(row: TableRow, column: string): string {
  const value = row[column];
  if (value === undefined) throw new Error(`no column ${column} in ${Object.values(row).join(" | ")}`);
  return value;
}

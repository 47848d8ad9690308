/** Filters by lists of values: the criteria as on file, and which rows they leave in sight. */
import type { AutoFilter, Area, Sheet } from "../../book/model/workbook";
import { Refused } from "./protocol/errors";

export interface ColumnFilter {
  /** Position in the filter's box. */
  readonly column: number;
  readonly values: readonly string[];
  /** Blank cells are shown too. */
  readonly blank: boolean;
}

const escapeXml = (text: string): string =>
  text.replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/>/g, "&gt;").replace(/"/g, "&quot;");
const unescapeXml = (text: string): string =>
  text.replace(
    /&(lt|gt|quot|apos|amp);/g,
    (_all, name: string) => ({ lt: "<", gt: ">", quot: '"', apos: "'", amp: "&" })[name] ?? "",
  );

const COLUMN = /<filterColumn\b[^>]*?colId="(\d+)"[^>]*?(?:\/>|>([\s\S]*?)<\/filterColumn>)/g;
const LIST = /^\s*<filters(\s+blank="(?:1|true)")?(?:\s*\/>|\s*>((?:\s*<filter val="[^"]*"\s*\/>)*)\s*<\/filters>)\s*$/;

/** Criteria that are lists of values; other kinds are refused. */
export function readFilters({ criteria }: Pick<AutoFilter, "criteria">): ColumnFilter[] {
  const found: ColumnFilter[] = [];
  for (const [whole, id, body = ""] of criteria.matchAll(COLUMN)) {
    if (body === "") continue;
    const list = LIST.exec(body);
    if (list === null) throw new Refused(`the filter ${whole} is not implemented`);
    found.push({
      column: Number(id),
      values: [...(list[2] ?? "").matchAll(/<filter val="([^"]*)"/g)].map(([, value = ""]) => unescapeXml(value)),
      blank: list[1] !== undefined,
    });
  }
  return found;
}

/** The criteria of filtered columns as the file has them. */
export const filterXml = (filters: readonly ColumnFilter[]): string =>
  [...filters]
    .sort((a, b) => a.column - b.column)
    .map(
      ({ column, values, blank }) =>
        `<filterColumn colId="${column}"><filters${blank ? ' blank="1"' : ""}>${values.map((each) => `<filter val="${escapeXml(each)}"/>`).join("")}</filters></filterColumn>`,
    )
    .join("");

/** Hides the rows that do not meet the filters and shows the others. `textAt`: what a cell shows. */
export function applyFilters(
  sheet: Sheet,
  box: Area,
  filters: readonly ColumnFilter[],
  textAt: (row: number, column: number) => string,
): void {
  for (let row = box.row + 1; row < box.row + box.rows; row++) {
    const meets = filters.every(({ column, values, blank }) => {
      const text = textAt(row, box.column + column);
      return text === ""
        ? blank || values.includes("")
        : values.some((each) => each.toLowerCase() === text.toLowerCase());
    });
    sheet.setRowHidden(row, !meets);
  }
}

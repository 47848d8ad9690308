/** Where everything stands on a sheet, taken out and put back as one when lines move or rows change their order. */
import { MAX_ROWS } from "../address";
import type { Chart } from "../charts";
import type { SheetContent, SheetPart } from "./content";
import type { SheetCore } from "./core";
import type { Drawings } from "./drawings";
import { dropFilterName } from "./tables";

/** Everything of a sheet that has a place among its cells. */
export type Arrangement = Pick<
  SheetContent,
  "rows" | "columns" | "merges" | "tables" | "autoFilter" | "page" | "validations" | "shapes"
> & {
  readonly charts: readonly Chart[];
};

/** What a save rewrites when such a thing has moved. */
const PARTS_OF_ARRANGEMENT: Readonly<Record<keyof Arrangement, readonly SheetPart[]>> = {
  rows: ["cells"],
  columns: ["columns"],
  merges: ["merges"],
  tables: ["tables"],
  autoFilter: ["autoFilter"],
  page: ["rowBreaks", "columnBreaks"],
  validations: ["validations"],
  shapes: ["drawing"],
  charts: ["charts"],
};

/** How rows, columns, merges and drawings of a sheet lie, to be given back by `restore`. */
export function arrangementOf(core: SheetCore, { charts }: Drawings): Arrangement {
  core.unfold(0, MAX_ROWS);
  const { content } = core;
  const { rows, columns, merges, tables, autoFilter, page, validations, shapes } = content;
  return { rows, columns, merges, tables, autoFilter, page, validations, shapes, charts };
}

/** Rows must be new objects where their cells are not what they were. */
export function arrange(core: SheetCore, drawings: Drawings, next: Partial<Arrangement>): void {
  const { charts, ...content } = next;
  Object.assign(core.content, content);
  if (charts !== undefined) drawings.replaceCharts(charts);
  for (const key of Object.keys(next) as (keyof Arrangement)[])
    for (const part of PARTS_OF_ARRANGEMENT[key]) core.dirty.add(part);
  // The name that stands for the filter's box is moved with the other names.
  if (next.autoFilter === null) dropFilterName(core);
  if (next.rows !== undefined) core.workbook.dirty.add("formulas");
  core.revision++;
  core.extent++;
}

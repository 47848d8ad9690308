/** Which columns a filter's criteria narrow. */
import type { AutoFilter, Table } from "../model/workbook";
import { rewriteElements } from "./xml";

/** Positions within the filter's box (0 first). */
export function filteredColumns({ criteria }: Pick<Table | AutoFilter, "criteria">): readonly number[] {
  const columns: number[] = [];
  rewriteElements(criteria, ({ name, attributes }) => {
    if (name === "filterColumn") columns.push(Number(attributes.get("colId")));
    return null;
  });
  return columns;
}

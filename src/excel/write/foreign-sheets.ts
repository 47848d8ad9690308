/** Sheets of the unit's own under one of our names: they are renamed before ours are made, never emptied or deleted. */
import { CALL_BYTES } from "../request-sizes";
import { renamedTo } from "../sheets";
import type { WorkbookReading } from "../types";
import type { Operation } from "./operations";

/** Gives a sheet that is not ours another name. It comes before everything that uses the name for a sheet of ours. */
export function renameOperation(name: string, { sheets }: Pick<WorkbookReading, "sheets">): Operation {
  const to = renamedTo(name, sheets);
  return {
    bytes: 2 * CALL_BYTES,
    // Not by the batch's proxy: under that name another sheet will stand
    run: (_, context) => {
      context.workbook.worksheets.getItem(name).name = to;
    },
  };
}

/** Excel takes no requests while a cell is being edited: we say so, and go on by ourselves once Enter was pressed. */
import { checkCancelled, isEditing } from "./failures";
import type { ActionOptions } from "./types";

/** Asked more often, the workbook would be no quicker; a person does not notice so much. */
const ASKS_AGAIN_MS = 400;

/** Does something that only reads, again and again while a cell is being edited. */
export async function whenNotEditing<T>(work: () => Promise<T>, { signal, onProgress }: ActionOptions): Promise<T> {
  for (;;) {
    checkCancelled(signal);
    try {
      return await work();
    } catch (error) {
      if (!isEditing(error)) throw error;
    }
    onProgress?.({ step: "waiting-for-edit", done: 0, total: 1 });
    await new Promise<void>((resolve) => setTimeout(resolve, ASKS_AGAIN_MS));
  }
}

/** Excel takes no requests while a cell is being edited: the pane is told so, and the request is made again until it is taken. */
import { checkCancelled, isEditing } from "./failures";
import type { Timer } from "./timer";
import type { ActionOptions } from "./types";

/** Time between two attempts, in milliseconds: short enough that nobody notices it after Enter. */
const RETRY_MS = 400;

/**
 * Does something that only reads, and does it again for as long as it fails because a cell is being edited. Throws
 * `cancelled`, and whatever else `work` throws.
 */
export async function whenNotEditing<T>(
  work: () => Promise<T>,
  { signal, onProgress }: ActionOptions,
  { pause }: Pick<Timer, "pause">,
): Promise<T> {
  for (;;) {
    checkCancelled(signal);
    try {
      return await work();
    } catch (error) {
      if (!isEditing(error)) throw error;
    }
    onProgress?.({ step: "waiting-for-edit", done: 0, total: 1 });
    await pause(RETRY_MS);
  }
}

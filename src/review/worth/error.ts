/** `error`: worth nothing, and wrong. A cell (`of`) that can't be read is said to be that, and nothing else. */
import { isUnreadable } from "../facts";
import { word } from "./word";

export const error = word("error", {
  compile: (source) => (context) => {
    context.fail(
      source.of !== undefined && isUnreadable(context.record, source.of) ? "value-unknown" : source.error,
      source.of,
    );
    return 0;
  },
  trace: (source, { context }) => {
    context.fail(source.error);
    return { kind: "error", value: 0, code: source.error };
  },
});

/** A text to be copied by hand, where the pane may not write to the clipboard. */
import { DefaultButton, mergeStyleSets } from "@fluentui/react";
import { useEffect, useRef, type ReactElement } from "react";
import { usePaneContext } from "../common/pane-context";
import { numeric } from "../common/styles";
import { token, type } from "../common/tokens";

const own = mergeStyleSets({
  text: [
    numeric,
    {
      width: "100%",
      boxSizing: "border-box",
      minHeight: 120,
      font: "inherit",
      fontSize: type.small,
      color: token("ink"),
      background: token("card"),
      border: `1px solid ${token("control")}`,
      borderRadius: 2,
    },
  ],
});

/** The text, selected, where the pane may not write to the clipboard. */
export function CopyByHand({ text, onClose }: { readonly text: string; readonly onClose: () => void }): ReactElement {
  const { strings } = usePaneContext();
  const field = useRef<HTMLTextAreaElement>(null);
  useEffect(() => {
    field.current?.focus();
    field.current?.select();
  }, [text]);
  return (
    <div
      style={{ padding: 8, flex: "none" }}
      onKeyDown={(event) => {
        if (event.key !== "Escape") return;
        event.preventDefault();
        onClose();
      }}
    >
      <textarea
        ref={field}
        data-testid="copy-text"
        className={own.text}
        readOnly
        value={text}
        aria-label={strings.people.text}
      />
      <DefaultButton text={strings.close} onClick={onClose} />
    </div>
  );
}

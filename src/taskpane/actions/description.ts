/** What is known of an action without running it: its name, its words, and where it is started. Plain data. */
import type { Language } from "../../messages";
import type { Section } from "../views";

/** An action's words in one language. */
export interface ActionWords {
  /** What its button says; "" for an action that has no button of its own. */
  readonly button: string;
  /** What stands below the button; "" for nothing. */
  readonly hint: string;
  /** Beside the progress bar while it runs. */
  readonly running: string;
  /** The status line once it is done; "" where the status line says nothing, or where `doneText` says more. */
  readonly done: string;
  /** The status line when it failed; what stood in the way follows it. */
  readonly failed: string;
}

export interface ActionDescription {
  /** Also the test id of its button, and the `action` of the event `ce:done`. */
  readonly name: string;
  readonly words: Readonly<Record<Language, ActionWords>>;
  /** The section that holds its button; null for an action that another control starts. */
  readonly section: Section | null;
  /** The function name of its ribbon button in manifest.xml; null when it has none. */
  readonly ribbon: string | null;
  /** It ends in a new review. */
  readonly reviews: boolean;
}

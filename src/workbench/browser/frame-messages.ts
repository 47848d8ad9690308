/** What the workbench's page and its script in the add-in's frame tell each other, beside what office.js says to its host. */

/** Colours as `Office.context.officeTheme` has them: #RRGGBB. */
export interface ThemeColours {
  readonly bodyBackgroundColor: string;
  readonly bodyForegroundColor: string;
  readonly controlBackgroundColor: string;
  readonly controlForegroundColor: string;
}

export type FromFrame =
  /** The script runs; nothing of the page does yet. */
  | { readonly workbench: "begun" }
  /** The theme told is in place. */
  | { readonly workbench: "dressed" }
  /** The answer to "atRest": whether the page has nothing more to do by itself. */
  | { readonly workbench: "rest"; readonly atRest: boolean }
  /** Everything the page names has been loaded. */
  | { readonly workbench: "loaded" }
  /** An error nobody in the page caught. */
  | { readonly workbench: "pageError"; readonly message: string }
  | { readonly workbench: "console"; readonly line: string }
  /** The page asked for something outside its folder. */
  | { readonly workbench: "refused"; readonly address: string };

export type ToFrame =
  | { readonly workbench: "theme"; readonly colours: ThemeColours }
  /** Asks whether the page has nothing more to do by itself. */
  | { readonly workbench: "atRest" };

/** Tells messages of ours from what office.js posts, which is text. */
export const isOwnMessage = (data: unknown): data is { readonly workbench: string } =>
  typeof data === "object" && data !== null && "workbench" in data;

/**
 * The origin office.js is told its host has. It trusts none but https ones of Microsoft's or of the page's own name;
 * ours is http on this machine, so the frame's script translates between the two.
 */
export const claimedOrigin = (pageAddress: string): string => `https://${new URL(pageAddress).hostname}`;

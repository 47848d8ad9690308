/** What the workbench's page asks its server first: what to open, and which page is the add-in. */

export type PageLanguage = "zh" | "en";

export interface Setup {
  /** Address of the add-in's page, on an origin of its own. */
  readonly page: string;
  readonly documentName: string;
  readonly language: PageLanguage;
  /** The add-in's functions.json; null when it has none. */
  readonly functions: unknown;
  /** The add-in's manifest as XML; null when it has none. */
  readonly manifest: string | null;
}

export const SETUP_PATH = "/setup.json";
export const WORKBOOK_PATH = "/workbook.xlsx";

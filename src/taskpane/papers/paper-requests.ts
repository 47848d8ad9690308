/** What the section 其他文书 can be asked for. */
import type { PaperOutcome, Progress } from "../../excel";

export type PaperRequest =
  | { readonly paper: "blank" }
  | { readonly paper: "forms"; readonly blank: boolean }
  | { readonly paper: "report" }
  | {
      readonly paper: "sample";
      readonly percent: number;
      readonly seed: number;
      readonly onePerPerson: boolean;
      readonly by: string;
      readonly replace: boolean;
    }
  | { readonly paper: "view"; readonly on: boolean };

export interface PaperSteering {
  readonly today: string;
  readonly signal: AbortSignal;
  readonly onProgress: (progress: Progress) => void;
}

export interface PaperServices {
  readonly make: (request: PaperRequest, steering: PaperSteering) => Promise<PaperOutcome>;
  readonly problemViewIsOn: () => boolean;
}

/** What the pane needs from its host: excel/ in the product, fakes in tests. */
import type { CertificateSettings, LedgerState } from "../certificates";
import type {
  DecideOptions,
  DecisionPreview,
  ForeignFile,
  ImportOutcome,
  ImportRoundOutcome,
  IssueOutcome,
  Progress,
  ReviewOutcome,
  RoundPreview,
  SendBackOutcome,
  VoidOptions,
  VoidOutcome,
} from "../excel";
import type { Language } from "../messages";
import type { LetterInput } from "../send-back";
import type { Place } from "../submission/grid";
import type { ColumnChoices } from "../submission/types";
import type { PaperServices } from "./papers/paper-requests";

export interface Steering {
  readonly signal: AbortSignal;
  readonly onProgress: (progress: Progress) => void;
}

/** Who gets a page, and how; everyone ready, and as the workbook keeps it, when left out. */
export interface IssueRequest {
  readonly firstNumber?: number;
  readonly chosen?: readonly string[];
  readonly settings?: CertificateSettings;
}

export type VoidRequest = Pick<VoidOptions, "entry" | "reason" | "reissue">;

/** One question of 口径 decided; `option` null takes the decision back. */
export interface QuestionDecision {
  readonly id: string;
  readonly option: string | null;
  readonly name: string;
  readonly reason: string;
}

export interface Services {
  readonly language: Language;
  readonly reviewWorkbook: (steering: Steering) => Promise<ReviewOutcome>;
  readonly adoptProvisional: (
    request: { readonly name: string; readonly today: string } & Steering,
  ) => Promise<ReviewOutcome>;
  readonly decideQuestion: (
    request: QuestionDecision & { readonly today: string } & Steering,
  ) => Promise<ReviewOutcome>;
  readonly decideRecord: (request: Pick<DecideOptions, "identity" | "given"> & Steering) => Promise<ReviewOutcome>;
  readonly previewDecisions: (request: { readonly file: ForeignFile } & Steering) => Promise<DecisionPreview>;
  readonly importDecisions: (request: Pick<DecisionPreview, "decisions"> & Steering) => Promise<ImportOutcome>;
  readonly previewRound: (request: { readonly file: ForeignFile } & Steering) => Promise<RoundPreview>;
  readonly importRound: (
    request: Pick<RoundPreview, "previous"> & { readonly name: string; readonly today: string } & Steering,
  ) => Promise<ImportRoundOutcome>;
  readonly issueCertificates: (request: IssueRequest & { readonly today: string } & Steering) => Promise<IssueOutcome>;
  readonly voidCertificate: (request: VoidRequest & { readonly today: string } & Steering) => Promise<VoidOutcome>;
  readonly withdrawConflicting: (request: { readonly today: string } & Steering) => Promise<unknown>;
  readonly makeTemplate: (steering: Steering) => Promise<unknown>;
  /** The ledger and nothing else, as it stands. */
  readonly readLedger: () => Promise<LedgerState>;
  readonly loadCertificateSettings: () => CertificateSettings;
  readonly saveCertificateSettings: (settings: CertificateSettings) => Promise<unknown>;
  readonly freezeResults: (steering: Steering) => Promise<unknown>;
  readonly sendBack: (request: { readonly letter: LetterInput } & Steering) => Promise<SendBackOutcome>;
  readonly clearResults: (steering: Steering) => Promise<unknown>;
  readonly forgetDecisions: (steering: Steering) => Promise<unknown>;
  /** Keeps with the workbook which headers mean what; null forgets it. */
  readonly keepColumns: (choices: ColumnChoices | null) => Promise<unknown>;
  readonly selectPlace: (place: Place) => Promise<unknown>;
  /** The review that corrections in the sheets are laid to from now on; null: none. */
  readonly followReview: (outcome: ReviewOutcome | null) => void;
  readonly papers: PaperServices;
  readonly today: () => string;
  /** A clock that only goes forward, in milliseconds. */
  readonly now: () => number;
  readonly pause: (milliseconds: number) => Promise<void>;
  readonly showPane: () => Promise<unknown>;
}

/** 作废: one number of 发证台账 is void, with the reason; a new one takes its place when asked for. */
import type { VoidOptions } from "../../excel";
import { innerAction } from "./action";

export type VoidRequest = Pick<VoidOptions, "entry" | "reason" | "reissue">;

const DONE = {
  zh: (number: string, reissued: string | null, lost: number): string =>
    `${reissued === null ? `已作废 ${number}` : `已作废 ${number}，重发 ${reissued}`}${lost > 0 ? `；另有 ${lost} 页的人现在不能出证，也已撤下，原因见“生成合格证明”` : ""}`,
  en: (number: string, reissued: string | null, lost: number): string =>
    `${reissued === null ? `${number} voided` : `${number} voided, ${reissued} issued instead`}${lost > 0 ? `; ${lost} more pages had to go, since their people can’t get one now: see Make certificates` : ""}`,
} as const;

export const voidCertificate = innerAction({
  name: "void",
  words: {
    zh: { button: "作废", hint: "", running: "作废", done: "", failed: "没有作废" },
    en: { button: "Void", hint: "", running: "Voiding", done: "", failed: "Nothing was voided" },
  },
  run: (excel, request: VoidRequest, steering) => excel.voidCertificate({ ...request, ...steering }),
  after: ({ ledger }, pane) => pane.set({ ledger }),
  afterFailure: (pane) => void pane.readLedger(),
  doneText: ({ voided, reissued, lost }, language) => ({ text: DONE[language](voided, reissued, lost) }),
});

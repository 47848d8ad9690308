/** 生成合格证明: numbers and pages for those who are chosen, or for everyone who is ready. */
import { CertificateForm, type IssueRequest } from "../certificates/certificate-form";
import { formAction } from "./action";

/** The end, by how many certificates were made and how many of them have a new number. */
export const CERTIFICATES_DONE = {
  zh: (count: number, fresh: number): string =>
    count === 0
      ? "没有可以生成的合格证明"
      : `已生成 ${count} 份合格证明${fresh === count ? "" : `，其中新编号 ${fresh} 个`}`,
  en: (count: number, fresh: number): string =>
    count === 0
      ? "No certificate could be made"
      : `${count} certificates made${fresh === count ? "" : `, ${fresh} with a new number`}`,
} as const;

export const issueCertificates = formAction({
  name: "certificates",
  section: "certificates",
  ribbon: "issueCertificates",
  words: {
    zh: { button: "生成合格证明", hint: "", running: "生成合格证明", done: "", failed: "没有生成" },
    en: {
      button: "Make certificates",
      hint: "",
      running: "Making certificates",
      done: "",
      failed: "No certificates were made",
    },
  },
  Form: CertificateForm,
  run: (excel, request: IssueRequest, steering) => excel.issueCertificates({ ...request, ...steering }),
  after: (issued, pane) => pane.set({ issued, ledger: issued.ledger }),
  afterFailure: (pane) => void pane.readLedger(),
  doneText: ({ issued, fresh }, language) => ({ text: CERTIFICATES_DONE[language](issued.length, fresh) }),
});

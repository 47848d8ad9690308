/** A notice's certificate as data: its words around the blanks, and how a page of it is laid out. */
import { z } from "zod";

/** Everything that the form leaves blank; in its words each stands as `{name}`. */
const CERTIFICATE_BLANKS = [
  "name",
  "employer",
  "currentTitle",
  "education",
  "specialty",
  "level",
  "fromYear",
  "toYear",
  "count",
  "certificateNo",
  "registrationNo",
  "handler",
  "phone",
  "date",
  "blank",
] as const;
export type CertificateBlank = (typeof CERTIFICATE_BLANKS)[number];

/** Text with `{blank}`s of CERTIFICATE_BLANKS. */
const formText = z.string().superRefine((text, context) => {
  for (const [, blank = ""] of text.matchAll(/\{(\w*)\}/g))
    if (!(CERTIFICATE_BLANKS as readonly string[]).includes(blank))
      context.addIssue({ code: "custom", message: `the form has no blank ${blank}` });
});
const titleLines = z.tuple([z.string(), z.string()]);

export const certificateForm = z.strictObject({
  clause: z.string(),
  /** what stands for the level of the title where it is part of the printed form */
  printedLevel: z.string(),
  /** digits 0 to 9 as the form writes its years, months and days */
  digits: z.array(z.string()).length(10),
  stub: z.strictObject({
    title: titleLines,
    subtitle: formText,
    lines: z.array(formText).max(7),
    date: formText,
  }),
  body: z.strictObject({ title: titleLines, paragraph: formText, registration: formText, date: formText }),
  /** one A4 landscape page a person: the stub on the left, the certificate on the right, a cutting line between */
  layout: z.strictObject({
    /** widths in characters: stub, two gutters for the cutting line and the cross-cut seal, certificate */
    widths: z.tuple([z.number(), z.number(), z.number(), z.number()]),
    /** rows of a page, all of one height in points */
    rows: z.number(),
    rowHeight: z.number(),
    /** in points */
    margins: z.strictObject({ top: z.number(), bottom: z.number(), left: z.number(), right: z.number() }),
    /** 0-based rows of the page */
    titleRow: z.number(),
    subtitleRow: z.number(),
    linesRow: z.number(),
    paragraphRow: z.number(),
    paragraphRows: z.number(),
    registrationRow: z.number(),
    dateRow: z.number(),
    fonts: z.strictObject({ text: z.string(), title: z.string() }),
    /** sizes of letters in points */
    sizes: z.strictObject({
      stub: z.number(),
      body: z.number(),
      stubTitle: z.number(),
      bodyTitle: z.number(),
      longStubLine: z.number(),
      longParagraph: z.number(),
    }),
    /** longest texts, in characters, that stand in their cells at full size; longer ones are set smaller */
    longest: z.strictObject({ stubLine: z.number(), paragraph: z.number() }),
  }),
});

export type CertificateForm = z.infer<typeof certificateForm>;

/** What Excel does with the document as a whole. */
import { documentBytes } from "../../document-file";
import type { Check } from "./check";

const KEY = "ce-hours-review.self-check";

export const DOCUMENT_CHECKS: readonly Check[] = [
  {
    id: "settings-kept",
    look: async () => {
      const { settings } = Office.context.document;
      let kept: unknown;
      try {
        settings.set(KEY, "1");
        await saved(settings);
        await new Promise((resolve) => settings.refreshAsync(resolve));
        kept = settings.get(KEY);
      } finally {
        settings.remove(KEY);
        await saved(settings);
      }
      return { holds: kept === "1", seen: kept === "1" ? "kept" : "lost" };
    },
  },
  {
    id: "document-as-file",
    look: async () => {
      const bytes = await documentBytes({});
      const isZip = bytes[0] === 0x50 && bytes[1] === 0x4b;
      return { holds: isZip, seen: `${Math.round(bytes.length / 1024)} kB` };
    },
  },
  {
    id: "new-workbook",
    look: () => {
      const can =
        typeof Excel.createWorkbook === "function" && Office.context.requirements.isSetSupported("ExcelApi", "1.8");
      return Promise.resolve({ holds: can, seen: can ? "offered" : "not offered" });
    },
  },
  {
    id: "one-runtime",
    look: () => {
      const can = Office.context.requirements.isSetSupported("SharedRuntime", "1.1");
      return Promise.resolve({ holds: can, seen: can ? "SharedRuntime 1.1" : "no shared runtime" });
    },
  },
];

function saved(settings: Office.Settings): Promise<void> {
  return new Promise((resolve, reject) => {
    settings.saveAsync(({ status, error }) => {
      if (status === Office.AsyncResultStatus.Failed) reject(new Error(error.message));
      else resolve();
    });
  });
}

/** 政策工作簿 in Excel: the notice exported as one, one read and checked, and the workbook reviewed under it. */
import { adoptPolicy } from "../../policy";
import type { CheckedPolicy } from "../../policy-book/in-page";
import { documentBytes, openAsNew } from "../document-file";
import { checkCancelled, toFailure } from "../failures";
import type { ForeignFile } from "../read/other-workbook";
import { reviewGrids } from "../session/reviewed";
import type { WorkbookSession } from "../session/workbook-session";
import { keptPolicy, type KeptPolicy } from "../settings/policy-book";
import { ExcelFailure, type ActionOptions, type ReviewOutcome } from "../types";
import { needsLooks, writeReview, type ReviewOptions } from "./review";

const BOOK = "ce-hours-review.policy-book";
const CHOSEN = "ce-hours-review.policy";

/** What reads, checks and writes policy workbooks is loaded when it is asked for, not with the pane. */
const policyBooks = () => import(/* webpackChunkName: "policy-book" */ "../../policy-book/in-page");

export interface ExportPolicyOptions extends ActionOptions {
  /** A notice's id, or that of the policy workbook this workbook is reviewed under. */
  readonly id: string;
}

/** Opens a notice as a policy workbook beside this one. Throws `policy-unknown`. */
export function exportPolicy(session: WorkbookSession, { id, ...options }: ExportPolicyOptions): Promise<void> {
  return session.alone(async () => {
    try {
      await session.settings.refresh();
      const kept = keptPolicy(session.settings.get(BOOK));
      const source = kept !== null && adoptPolicy(kept.text, kept.hash).id === id ? { text: kept.text } : { id };
      const { policyFile } = await policyBooks();
      options.onProgress?.({ step: "writing", done: 0, total: 1 });
      const file = policyFile(source);
      if (file === null) throw new ExcelFailure("policy-unknown", { id });
      checkCancelled(options.signal);
      await openAsNew(file);
    } catch (error) {
      throw toFailure(error);
    }
  });
}

export interface PreviewPolicyOptions extends ActionOptions {
  /** Null: the sheets of the open workbook. */
  readonly file: ForeignFile | null;
}

/** What was read of a policy workbook; nothing has been changed. */
export interface PolicyPreview extends Omit<CheckedPolicy, "text"> {
  /** The file's name; null for the open workbook: then the places of findings are in it. */
  readonly file: string | null;
  /** What is kept when it is used; null while an error stands in the way. */
  readonly kept: KeptPolicy | null;
}

/** Reads and checks a policy workbook. Throws `input` for a file that is no workbook. */
export function previewPolicy(
  session: WorkbookSession,
  { file, ...options }: PreviewPolicyOptions,
): Promise<PolicyPreview> {
  return session.alone(async () => {
    try {
      const { checkedPolicy, CannotReadFile } = await policyBooks();
      const bytes = file?.bytes ?? (await documentBytes(options));
      checkCancelled(options.signal);
      options.onProgress?.({ step: "reviewing", done: 0, total: 1 });
      try {
        const { text, ...rest } = checkedPolicy(bytes);
        return {
          ...rest,
          file: file?.name ?? null,
          kept: text === null ? null : { text, hash: await sha256(text) },
        };
      } catch (error) {
        if (!(error instanceof CannotReadFile)) throw error;
        throw new ExcelFailure(error.key, { file: file?.name ?? "" }, { cause: error });
      }
    } catch (error) {
      throw toFailure(error);
    }
  });
}

export interface UsePolicyOptions extends ReviewOptions {
  /** Null: the notice that 单位信息 names counts again. */
  readonly kept: KeptPolicy | null;
}

/**
 * Keeps the policy with the workbook, under the office's mark, and reviews by it. What the unit wrote on 单位信息 stays as
 * it is.
 */
export function usePolicy(session: WorkbookSession, { kept, ...options }: UsePolicyOptions): Promise<ReviewOutcome> {
  return session.inWorkbook(options, needsLooks(session), async (workbook) => {
    const { settings, grids } = workbook.reading;
    const policy = kept === null ? null : adoptPolicy(kept.text, kept.hash);
    checkCancelled(options.signal);
    await settings.save(BOOK, kept);
    await settings.save(CHOSEN, policy?.id ?? null);
    options.onProgress?.({ step: "reviewing", done: 0, total: 1 });
    return writeReview(session, workbook, reviewGrids(grids, workbook.reading), options);
  });
}

async function sha256(text: string): Promise<string> {
  const digest = await crypto.subtle.digest("SHA-256", new TextEncoder().encode(text));
  return [...new Uint8Array(digest)].map((byte) => byte.toString(16).padStart(2, "0")).join("");
}

/** A policy chosen on the command line, as the document's settings that the add-in reads. */
import { adoptPolicy } from "../policy/index";
import { openedSetting, sealedSetting, type Sealer } from "../trust";
import type { Workbench } from "../workbench";
import type { PolicyToUse } from "./policy-file";

/** Where the add-in looks for a policy chosen instead of the one that 单位信息 names, and for that of a policy workbook (src/excel/settings). */
const POLICY_SETTING = "ce-hours-review.policy";
const POLICY_BOOK_SETTING = "ce-hours-review.policy-book";

/** Settings of the document that make the add-in review under a policy. */
export async function policySettings({ id, kept }: PolicyToUse, sealer: Sealer): Promise<Record<string, unknown>> {
  return {
    [POLICY_SETTING]: await sealedSetting(POLICY_SETTING, id, sealer),
    ...(kept === null ? {} : { [POLICY_BOOK_SETTING]: await sealedSetting(POLICY_BOOK_SETTING, kept, sealer) }),
  };
}

/** Makes known here, too, what policy of a policy workbook the document keeps. */
export async function adoptKept({ settings }: Workbench, sealer: Sealer): Promise<void> {
  const stored = settings.get(POLICY_BOOK_SETTING);
  if (stored === undefined) return;
  const opened = await openedSetting(POLICY_BOOK_SETTING, JSON.parse(stored), sealer);
  const kept = opened?.value as PolicyToUse["kept"] | undefined;
  if (kept != null) adoptPolicy(kept.text, kept.hash);
}

/**
 * A policy chosen for this workbook instead of the one that 单位信息 names, kept in the workbook's own settings: the
 * unit's cell stays as the unit filled it in.
 */
import type { TrustedSettings } from "./storage";

/** Its id, undefined when 单位信息 decides. */
export function chosenPolicy(settings: TrustedSettings): string | undefined {
  const value = settings.get("ce-hours-review.policy");
  return typeof value === "string" && value !== "" ? value : undefined;
}

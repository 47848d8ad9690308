/**
 * A policy chosen for this workbook instead of the one that 单位信息 names, kept in the workbook's own settings: the
 * unit's cell stays as the unit filled it in.
 */
const KEY = "ce-hours-review.policy";

/** Its id, undefined when 单位信息 decides. */
export function chosenPolicy(): string | undefined {
  const value: unknown = Office.context.document.settings.get(KEY);
  return typeof value === "string" && value !== "" ? value : undefined;
}

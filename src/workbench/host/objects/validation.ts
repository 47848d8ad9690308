/** DataValidation: lists, numbers, dates and lengths with limits, formulas. Times are read as far as their type and texts go. */
import { formatBox, listLiteral, type Validation } from "../../../book/model/workbook";
import { invalid, Refused } from "../protocol/errors";
import {
  asFlag,
  asRecord,
  asText,
  call,
  get,
  isRecord,
  onlyKeys,
  set,
  HostObject,
  type MemberTable,
} from "../protocol/host-object";
import { RANGE, type AreasTarget } from "./targets";

/** The validation all cells share: null when none has one, undefined when they differ. */
function current({ sheet, boxes }: AreasTarget): Validation | null | undefined {
  let first: Validation | null | undefined;
  for (const box of boxes) {
    const rows = Math.min(box.rows, 10_000);
    for (let row = box.row; row < box.row + rows; row++) {
      for (let column = box.column; column < box.column + box.columns; column++) {
        const found = sheet.validationAt(row, column);
        if (first === undefined) first = found;
        else if (first !== found) return undefined;
      }
    }
  }
  return first ?? null;
}

const TYPES: Readonly<Record<Validation["type"], string>> = {
  none: "None",
  whole: "WholeNumber",
  decimal: "Decimal",
  list: "List",
  date: "Date",
  time: "Time",
  textLength: "TextLength",
  custom: "Custom",
};

const BLANK: Omit<Validation, "boxes"> = {
  type: "none",
  allowBlank: true,
  showDropDown: true,
  showError: true,
  showPrompt: true,
};

function change(target: AreasTarget, next: (old: Omit<Validation, "boxes">) => Omit<Validation, "boxes">): void {
  const { state, sheet, boxes } = target;
  for (const box of boxes) state.checkUnlocked(sheet, box);
  const old = current(target);
  const { boxes: _boxes, ...rest } = old ?? { ...BLANK, boxes };
  void _boxes;
  sheet.addValidation({ ...next(rest), boxes: [...boxes] });
}

/** Kinds of rule with one or two limits. */
const BASIC: Readonly<Record<string, Validation["type"]>> = {
  wholeNumber: "whole",
  decimal: "decimal",
  textLength: "textLength",
  date: "date",
};

const OPERATORS: Readonly<Record<string, string>> = {
  Between: "between",
  NotBetween: "notBetween",
  EqualTo: "equal",
  NotEqualTo: "notEqual",
  GreaterThan: "greaterThan",
  LessThan: "lessThan",
  GreaterThanOrEqualTo: "greaterThanOrEqual",
  LessThanOrEqualTo: "lessThanOrEqual",
};

/** A limit is a number, or a formula. Dates as text and ranges are left to who needs them. */
function limit(value: unknown): string {
  if (typeof value === "number" && Number.isFinite(value)) return String(value);
  if (typeof value === "string" && value.startsWith("=")) return value.slice(1);
  throw new Refused(`the limit ${JSON.stringify(value)} of a validation is not implemented`);
}

/** A number as it was given, a formula with its sign. */
function limitText(text: string | undefined): string | number {
  if (text === undefined) return "";
  return /^-?\d+(\.\d+)?$/.test(text) ? Number(text) : `=${text}`;
}

function readRule(target: AreasTarget): unknown {
  const validation = current(target);
  if (!validation || validation.type === "none") return {};
  if (validation.type === "list") {
    const source = listLiteral(validation)?.join(",") ?? `=${validation.formula1 ?? ""}`;
    return { list: { inCellDropDown: validation.showDropDown, source } };
  }
  if (validation.type === "custom") return { custom: { formula: `=${validation.formula1 ?? ""}` } };
  const basic = Object.entries(BASIC).find(([, type]) => type === validation.type)?.[0];
  if (basic !== undefined) {
    const operator = Object.entries(OPERATORS).find(([, each]) => each === (validation.operator ?? "between"))?.[0];
    return {
      [basic]: { formula1: limitText(validation.formula1), formula2: limitText(validation.formula2), operator },
    };
  }
  throw new Refused(`reading a rule of type ${validation.type} is not implemented`);
}

function writeRule(target: AreasTarget, value: unknown): void {
  const rule = asRecord(value, "rule");
  onlyKeys(rule, ["list", "custom", ...Object.keys(BASIC)], "rule");
  if (Object.values(rule).filter((each) => each !== null && each !== undefined).length !== 1)
    throw invalid("a validation has one kind of rule");
  for (const [key, type] of Object.entries(BASIC)) {
    if (!isRecord(rule[key])) continue;
    const basic = rule[key];
    onlyKeys(basic, ["formula1", "formula2", "operator"], key);
    const operator = OPERATORS[asText(basic.operator, "operator")];
    if (operator === undefined) throw invalid(`${String(basic.operator)} is no operator`);
    const two = operator === "between" || operator === "notBetween";
    if (two !== (basic.formula2 !== undefined && basic.formula2 !== null && basic.formula2 !== ""))
      throw invalid(`${operator} takes ${two ? "two limits" : "one limit"}`);
    const limits = { formula1: limit(basic.formula1), ...(two ? { formula2: limit(basic.formula2) } : {}) };
    change(target, ({ formula2: _formula2, ...old }) => ({ ...old, type, operator, ...limits }));
    return;
  }
  if (isRecord(rule.custom)) {
    const formula = asText(rule.custom.formula, "custom.formula").replace(/^=/, "");
    change(target, (old) => ({ ...old, type: "custom", formula1: formula }));
    return;
  }
  const list = asRecord(rule.list, "rule.list");
  onlyKeys(list, ["inCellDropDown", "source"], "rule.list");
  const formula1 = listSource(list.source);
  change(target, (old) => ({ ...old, type: "list", formula1, showDropDown: list.inCellDropDown !== false }));
}

function listSource(source: unknown): string {
  if (source instanceof HostObject) {
    const { sheet, box } = source.as(RANGE);
    return formatBox(box, { absolute: true, sheet: sheet.name });
  }
  const text = asText(source, "list.source");
  if (text.startsWith("=")) return text.slice(1);
  if (text.length > 255) throw invalid("a list in one text may have 255 characters");
  return `"${text.replace(/"/g, '""')}"`;
}

const titled = (word: string): string => word.charAt(0).toUpperCase() + word.slice(1);

export const VALIDATION: MemberTable<AreasTarget> = {
  name: "DataValidation",
  get: {
    Type: get((target) => {
      const validation = current(target);
      return validation === undefined ? "Inconsistent" : TYPES[validation?.type ?? "none"];
    }, 8),
    Rule: get(readRule, 8),
    IgnoreBlanks: get((target) => current(target)?.allowBlank ?? true, 8),
    ErrorAlert: get((target) => {
      const v = current(target);
      return {
        message: v?.error ?? "",
        showAlert: v?.showError ?? true,
        style: titled(v?.errorStyle ?? "stop"),
        title: v?.errorTitle ?? "",
      };
    }, 8),
    Prompt: get((target) => {
      const v = current(target);
      return { message: v?.prompt ?? "", showPrompt: v?.showPrompt ?? true, title: v?.promptTitle ?? "" };
    }, 8),
  },
  set: {
    Rule: set(writeRule, 8),
    IgnoreBlanks: set(
      (target, value) => change(target, (old) => ({ ...old, allowBlank: asFlag(value, "ignoreBlanks") })),
      8,
    ),
    ErrorAlert: set((target, value) => {
      const alert = asRecord(value, "errorAlert");
      onlyKeys(alert, ["message", "showAlert", "style", "title"], "errorAlert");
      const style = (typeof alert.style === "string" ? alert.style : "Stop").toLowerCase();
      if (style !== "stop" && style !== "warning" && style !== "information")
        throw invalid(`${style} is no alert style`);
      change(target, (old) => ({
        ...old,
        showError: alert.showAlert !== false,
        errorStyle: style,
        errorTitle: asText(alert.title ?? "", "title"),
        error: asText(alert.message ?? "", "message"),
      }));
    }, 8),
    Prompt: set((target, value) => {
      const prompt = asRecord(value, "prompt");
      onlyKeys(prompt, ["message", "showPrompt", "title"], "prompt");
      change(target, (old) => ({
        ...old,
        showPrompt: prompt.showPrompt !== false,
        promptTitle: asText(prompt.title ?? "", "title"),
        prompt: asText(prompt.message ?? "", "message"),
      }));
    }, 8),
  },
  call: {
    Clear: call(
      0,
      ({ state, sheet, boxes }) => {
        for (const box of boxes) {
          state.checkUnlocked(sheet, box);
          sheet.removeValidations(box);
        }
      },
      8,
    ),
  },
};

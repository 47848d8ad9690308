/** A policy to begin a new workbook with. */
import { parsePolicy, type Policy } from "../policy/language";

const UNIT = "学时";

/** A copy of a policy under an id of its own; without one, a small policy with one form. */
export function newPolicy(parent: Policy | null): Policy {
  if (parent !== null) return { ...parent, id: `${parent.id}-new`, extends: parent.id };
  return parsePolicy({
    id: "new-policy-1",
    title: "新政策",
    unit: UNIT,
    forms: {
      training: {
        labels: ["面授培训"],
        clause: "第一条",
        subject: "registered",
        dates: "asked",
        creditYear: "period",
        conversion: {
          clause: "第一条",
          numbers: ["halfDays"],
          worth: {
            rows: [
              { when: { halfDays: { is: "blank" } }, then: { error: "field-missing", of: "halfDays" } },
              { then: { times: [4, "halfDays"] } },
            ],
          },
        },
      },
    },
    questions: [],
    minima: [{ of: "total", atLeast: 90, code: "year-total-short", clause: "第一条" }],
    codes: {
      "year-total-short": {
        severity: "error",
        zh: ["全年合计不足[，差 {missing} {unit}]", "补充[ {year} 年度]继续教育记录[ {needed} {unit}]"],
        en: ["The year's total is too low[ by {missing} {unit}]", "Add records[ of {year}][: {needed} {unit}]"],
      },
    },
    clauses: { "year-mismatch": "第一条", "subject-missing": "第一条", "subject-not-allowed": "第一条" },
  });
}

/** 已验印依据 beside the unit's own column (正文四.4): a signed line of the same person counts, an unsigned one is said. */
import { reviewSubmission } from "../../src/review";
import { readSubmission } from "../../src/submission";
import { PROVEN_HEADERS } from "../../src/submission/vocabulary";
import { gridOf, submissionGrids, type RowCells } from "../support/submission";

const LINE: RowCells = {
  登记证书编号: "YY000001",
  姓名: "张样例",
  年度: 2014,
  证明编号: "2017-0003",
  来源文件: "2017.xlsx",
  导入人: "赵",
  导入日期: "2018-07-11",
};

function reviewed(lines: readonly RowCells[], person: RowCells = {}) {
  const sheet = gridOf("已验印依据", [
    PROVEN_HEADERS,
    ...lines.map((line) => PROVEN_HEADERS.map((header) => line[header] ?? null)),
  ]);
  const reading = readSubmission(new Map([...submissionGrids({ people: [person] }), ["已验印依据", sheet]]));
  if (!reading.ok) throw new Error(JSON.stringify(reading.problems));
  const review = reviewSubmission(reading.submission);
  return {
    met: review.years.filter(({ status }) => status === "met").map(({ year }) => year),
    codes: review.findings
      .filter(({ place }) => place.sheet === "已验印依据")
      .map(({ code, severity }) => `${code} ${severity}`),
  };
}

test.each<readonly [string, readonly RowCells[], RowCells, readonly number[], readonly string[]]>([
  ["signed", [LINE], {}, [2014], []],
  ["beside the unit's own column", [LINE], { 已验印年度: "2013、2014" }, [2013, 2014], []],
  ["nobody signed", [{ ...LINE, 导入人: null }], {}, [], ["decision-unsigned warning"]],
  ["no date", [{ ...LINE, 导入日期: null }], {}, [], ["decision-unsigned warning"]],
  ["no certificate", [{ ...LINE, 证明编号: null }], {}, [], []],
  ["another name", [{ ...LINE, 姓名: "李样例" }], {}, [], []],
  ["another number", [{ ...LINE, 登记证书编号: "YY000009" }], {}, [], []],
  ["a year that is none", [{ ...LINE, 年度: "前年" }], {}, [], ["value-unknown warning"]],
])("%s", (_, lines, person, met, codes) => {
  expect(reviewed(lines, person)).toEqual({ met, codes });
});

/**
 * =CE.*: what a row itself shows, from the same rules as the review. Pure: same arguments, same answer; no clock, no
 * network, no workbook. A wrong input gives a Chinese text that says what is wrong, never an error value.
 *
 * Descriptions below are screen text of Excel's function wizard, hence Chinese. Ids and the order of parameters are
 * frozen: Excel caches them.
 */
import {
  catalogueOf,
  codeSummary,
  explanationOf,
  functionProblemText,
  messageOf,
  questionWords,
  type FunctionProblem,
} from "../messages";
import { DEFAULT_POLICY_ID, policyIds, policyOf, questionOf } from "../policy";
import { explainRow, reviewRow, type ArgumentError } from "../review/function-row";
import { scorePoints } from "../review/score";
import { trial } from "../review/trial";
import type { CellValue } from "../grid/address";
import type { YearReview } from "../review";
import { reviewYear } from "../review/function-year";
import { holdsRecord, oneHeaderLine } from "../submission";
import { clausesByCode } from "./clauses";
import { headerLines, rowsOf } from "./record-argument";
import { RowMemory } from "./row-memory";

/**
 * 一条（或多条）学时记录按条款折算的学时
 * @customfunction HOURS
 * @param record 记录所在的单元格区域，或用 TEXTJOIN(CHAR(31),FALSE,区域) 连接的文本
 * @param headers “学时记录”的表头行（列名分两行写的选两行）
 * @param [policy] 政策编号，省略时按默认通知
 * @returns 折算学时；多行记录给出一列
 */
export function hours(record: unknown[][], headers: unknown[][], policy?: string): unknown[][] {
  return eachRow(record, headers, policy, reviewRow, (review) => review.hours);
}

/**
 * 一条（或多条）学时记录折算后计入的科目
 * @customfunction SUBJECT
 * @param record 记录所在的单元格区域，或用 TEXTJOIN(CHAR(31),FALSE,区域) 连接的文本
 * @param headers “学时记录”的表头行（列名分两行写的选两行）
 * @param [policy] 政策编号，省略时按默认通知
 * @returns 公需科目、专业科目等
 */
export function subject(record: unknown[][], headers: unknown[][], policy?: string): unknown[][] {
  return eachRow(record, headers, policy, reviewRow, (review) => catalogueOf("zh").subjects[review.subject]);
}

/**
 * 一条（或多条）学时记录本行可见的问题及依据条款，没有问题时为空
 * @customfunction VIOLATIONS
 * @param record 记录所在的单元格区域，或用 TEXTJOIN(CHAR(31),FALSE,区域) 连接的文本
 * @param headers “学时记录”的表头行（列名分两行写的选两行）
 * @param [policy] 政策编号，省略时按默认通知
 * @returns 问题，以“；”分隔
 */
export function violations(record: unknown[][], headers: unknown[][], policy?: string): unknown[][] {
  return eachRow(record, headers, policy, reviewRow, (review) =>
    review.findings
      .filter((finding) => finding.severity !== "info")
      .map((finding) => `${messageOf(finding, "zh", policyOf(policy ?? "")).problem}（${finding.clause}）`)
      .join("；"),
  );
}

/**
 * 一条（或多条）学时记录的证明材料是否齐全
 * @customfunction EVIDENCE
 * @param record 记录所在的单元格区域，或用 TEXTJOIN(CHAR(31),FALSE,区域) 连接的文本
 * @param headers “学时记录”的表头行（列名分两行写的选两行）
 * @param [policy] 政策编号，省略时按默认通知
 * @returns “齐全”，或最接近的一组还缺什么
 */
export function evidence(record: unknown[][], headers: unknown[][], policy?: string): unknown[][] {
  return eachRow(record, headers, policy, reviewRow, (review) => {
    const missing = review.missingEvidence;
    if (missing === null) return "不要求";
    return missing.length === 0 ? "齐全" : `尚缺：${missing.join("、")}`;
  });
}

/**
 * 一条（或多条）学时记录怎样折算：算式或所对条款、待定口径、证明材料
 * @customfunction EXPLAIN
 * @param record 记录所在的单元格区域，或用 TEXTJOIN(CHAR(31),FALSE,区域) 连接的文本
 * @param headers “学时记录”的表头行
 * @param [policy] 政策编号，省略时按默认通知
 * @returns 如“6 个半天 × 4 + 2 晚 × 2 = 28 学时（附件5第1条）”
 */
export function explain(record: unknown[][], headers: unknown[][], policy?: string): unknown[][] {
  return eachRow(record, headers, policy, explainRow, (explanation) => {
    const { computation, questions, evidence } = explanationOf(explanation, "zh", policyOf(policy ?? ""));
    return [
      computation,
      ...questions,
      ...(explanation.evidence?.complete === false && evidence !== null ? [evidence] : []),
    ].join("；");
  });
}

/**
 * 某人某年度的认定学时，给出同样的工作表时与“年度汇总”一致
 * @customfunction TOTAL
 * @param records “学时记录”的数据区域，不含表头
 * @param headers “学时记录”的表头行（列名分两行写的选两行）
 * @param registrationNo 登记证书编号
 * @param year 年度
 * @param [subject] 公需科目或专业科目，省略时为合计
 * @param [filings] “培训备案”区域，含表头
 * @param [decisions] “口径”区域，含表头
 * @param [policy] 政策编号，省略时按默认通知
 * @returns 认定学时
 */
export function total(
  records: unknown[][],
  headers: unknown[][],
  registrationNo: string,
  year: number,
  subject?: string,
  filings?: unknown[][],
  decisions?: unknown[][],
  policy?: string,
): unknown {
  return ofYear({ records, headers, registrationNo, year, filings, decisions, policy }, (review) => {
    const asked = String(subject ?? "").trim();
    if (asked === "") return review.totalHours;
    if (asked === "公需科目") return review.publicHours;
    return asked === "专业科目" ? review.professionalHours : told({ key: "no-such-subject", subject: asked });
  });
}

/**
 * 某人某年度的结论，给出同样的工作表时与“年度汇总”一致
 * @customfunction STATUS
 * @param records “学时记录”的数据区域，不含表头
 * @param headers “学时记录”的表头行（列名分两行写的选两行）
 * @param registrationNo 登记证书编号
 * @param year 年度
 * @param [filings] “培训备案”区域，含表头
 * @param [decisions] “口径”区域，含表头
 * @param [policy] 政策编号，省略时按默认通知
 * @returns 达标、不达标或待判断
 */
export function status(
  records: unknown[][],
  headers: unknown[][],
  registrationNo: string,
  year: number,
  filings?: unknown[][],
  decisions?: unknown[][],
  policy?: string,
): unknown {
  return ofYear(
    { records, headers, registrationNo, year, filings, decisions, policy },
    (review) => catalogueOf("zh").yearStatuses[review.status],
  );
}

/**
 * 问题代码或口径编号的依据条款和一句话说明
 * @customfunction CLAUSE
 * @param code 代码，如 evidence-incomplete，或口径编号
 * @param [policy] 政策编号，省略时先查默认通知
 * @returns 条款：说明
 */
export function clause(code: string, policy?: string): string {
  const asked = String((code as string | null) ?? "").trim(); // a blank cell may come as null
  const named = String(policy ?? "").trim();
  if (policyOf(named) === undefined) return told({ key: "no-such-policy", id: named });
  const name = questionOf(asked.toUpperCase()) === undefined ? asked.toLowerCase() : asked.toUpperCase();
  const where = clauseIn(named === "" ? [DEFAULT_POLICY_ID, ...policyIds()] : [named], name);
  const summary = questionWords(name, "zh")?.question ?? codeSummary(name, "zh");
  if (summary === undefined) return told({ key: "no-such-code", code: asked });
  // Codes about the workbook itself (a blank cell, a wrong number) rest on no clause
  return where === undefined ? summary : `${where}：${summary}`;
}

/** The clause of the first of these policies that has one. */
function clauseIn(ids: readonly string[], name: string): string | undefined {
  for (const id of ids) {
    const policy = policyOf(id);
    const found = policy && clausesByCode(policy).get(name);
    if (found !== undefined) return found;
  }
  return undefined;
}

/**
 * 继续教育在职称评审中的得分：权重项或加分项总分的规定比例
 * @customfunction SCORE
 * @param total 总分，或各权重项的总和
 * @param metYears 达标的年数
 * @param years 要求的年数
 * @param [reading] 得分口径：all-or-nothing（省略时）或 proportional
 * @param [policy] 政策编号，省略时按默认通知
 * @returns 得分
 */
export function score(total: number, metYears: number, years: number, reading?: string, policy?: string): unknown {
  const notice = policyOf(policy ?? "");
  if (notice === undefined) return told({ key: "no-such-policy", id: policy ?? "" });
  if (![total, metYears, years].every((each) => Number.isFinite(each) && each >= 0)) return told({ key: "no-number" });
  const options = notice.questions.find(({ id }) => id === notice.score?.ask)?.options ?? [];
  if (reading && !options.includes(reading)) return told({ key: "no-such-reading", options });
  return scorePoints(notice, { total, metYears, years }, reading ?? options[0]) ?? told({ key: "no-score" });
}

/**
 * 试算：一项学习按条款折算多少学时，只给形式和折算要用的几项，如 =CE.CONVERT("论文","收录类别","SCI","排名",1)
 * @customfunction CONVERT
 * @param form 学习形式
 * @param [item1] “学时记录”的列名，如 收录类别
 * @param [value1] 该列的值
 * @param [item2] 第二项的列名
 * @param [value2] 第二项的值
 * @param [item3] 第三项的列名
 * @param [value3] 第三项的值
 * @param [item4] 第四项的列名
 * @param [value4] 第四项的值
 * @param [item5] 第五项的列名
 * @param [value5] 第五项的值
 * @param [item6] 第六项的列名
 * @param [value6] 第六项的值
 * @param [policy] 政策编号，省略时按默认通知
 * @returns 折算学时；折算不出时说明缺什么
 */
export function convert(
  form: unknown,
  item1?: unknown,
  value1?: unknown,
  item2?: unknown,
  value2?: unknown,
  item3?: unknown,
  value3?: unknown,
  item4?: unknown,
  value4?: unknown,
  item5?: unknown,
  value5?: unknown,
  item6?: unknown,
  value6?: unknown,
  policy?: string,
): unknown {
  try {
    const given = [item1, value1, item2, value2, item3, value3, item4, value4, item5, value5, item6, value6].map(
      (each) => rowsOf(each)[0]?.[0] ?? null,
    );
    const pairs = given.flatMap((name, at) =>
      at % 2 === 0 && name !== null ? [[String(name), given[at + 1] ?? null] as const] : [],
    );
    const tried = trial(String(rowsOf(form)[0]?.[0] ?? ""), pairs, policy || DEFAULT_POLICY_ID);
    if ("error" in tried) return told(tried.error);
    const { explanation, wrong, policy: notice } = tried;
    return wrong.length === 0
      ? explanation.hours
      : wrong.map((finding) => messageOf(finding, "zh", notice).problem).join("；");
  } catch (error) {
    return failed(error);
  }
}

type RowAnswer = string | number;

/** A row's subject, hours and problems come from one evaluation, and a recalculation evaluates nothing twice. */
const memory = new RowMemory();

/** Functions speak Chinese: they know no language of the pane. */
const told = (problem: FunctionProblem): string => functionProblemText(problem, "zh");

const failed = (error: unknown): string =>
  told({ key: "failed", detail: error instanceof Error ? error.message : String(error) });

/** Arguments as Excel hands them over: anything may be anything. */
type YearInput = Readonly<
  Record<"records" | "headers" | "registrationNo" | "year" | "filings" | "decisions" | "policy", unknown>
>;

/** One answer for a person's year, or a text that says what is wrong. */
function ofYear(input: YearInput, answer: (review: YearReview) => RowAnswer): RowAnswer {
  try {
    const headers = oneHeaderLine(rowsOf(input.headers));
    if (headers === null) return told({ key: "header-wrong" });
    const sheet = (range: unknown) => (range === undefined || range === null ? undefined : rowsOf(range));
    const filings = sheet(input.filings);
    const decisions = sheet(input.decisions);
    const review = reviewYear({
      records: rowsOf(input.records),
      headers,
      registrationNo: rowsOf(input.registrationNo)[0]?.[0] ?? null,
      year: rowsOf(input.year)[0]?.[0] ?? null,
      ...(filings === undefined ? {} : { filings }),
      ...(decisions === undefined ? {} : { decisions }),
      ...(typeof input.policy === "string" ? { policyId: input.policy } : {}),
    });
    return "error" in review ? told(review.error) : answer(review);
  } catch (error) {
    return failed(error);
  }
}

type RowReader<T extends object> = (
  cells: readonly CellValue[],
  headers: readonly CellValue[],
  policy?: string,
) => T | { readonly error: ArgumentError };

/** A column of answers, one a row. Nothing may escape as an exception: Excel would show a bare #VALUE!. */
function eachRow<T extends object>(
  record: unknown,
  headers: unknown,
  policy: string | undefined,
  read: RowReader<T>,
  answer: (found: T) => RowAnswer,
): RowAnswer[][] {
  try {
    const rows = rowsOf(record);
    const names = oneHeaderLine(headerLines(headers, rows[0]?.length ?? 0));
    if (names === null) return [[told({ key: "header-wrong" })]];
    const remembered = memory.of<ReturnType<typeof read> | null>(read, [policy ?? null, ...names]);
    return rows.map((cells) => {
      if (cells.length !== names.length)
        return [told({ key: "cells-differ", cells: cells.length, headers: names.length })];
      if (cells.every((cell) => cell === null)) return [""];
      const found = remembered(cells, () =>
        holdsRecord(cells, names) ? read(cells, names, policy ?? undefined) : null,
      );
      if (found === null) return [""];
      return ["error" in found ? told(found.error) : answer(found)];
    });
  } catch (error) {
    return [[failed(error)]];
  }
}

/** A submission in which nearly every cell is wrong: few records, very many findings. */
import { saveWorkbook } from "../../src/book/xlsx";
import { workbookOfTables } from "../e2e/addin-harness";
import type { WorkbookGrids } from "../../src/submission/grid";
import { submissionGrids, type RowCells, type SubmissionTables } from "../support/submission";

const FINDINGS_A_RECORD = 24;
const RECORDS_A_PERSON = 14;

const registrationNo = (person: number): string => `YY${String(person + 1).padStart(6, "0")}`;

/** 24 findings: words where numbers, dates and known words belong; no subject; no evidence. */
function wrongRecord(at: number): RowCells {
  const wrong = `乱${at}`;
  return {
    登记证书编号: registrationNo(Math.floor(at / RECORDS_A_PERSON)),
    姓名: `张样${Math.floor(at / RECORDS_A_PERSON)}`,
    年度: 2013 + (at % 5),
    学习形式: "面授培训",
    科目: wrong,
    名称: `虚构培训${at}`,
    半天数: wrong,
    晚上数: wrong,
    会议天数: wrong,
    不计天数: wrong,
    证书学时: wrong,
    完成进度: wrong,
    级别: wrong,
    排名: wrong,
    角色: wrong,
    收录类别: wrong,
    成果类型: wrong,
    开始日期: wrong,
    结束日期: wrong,
    完成日期: wrong,
    合格模块数: wrong,
    批准单位: wrong,
    考核结果: wrong,
    申报学时: wrong,
    初审盖章: wrong,
    已验印: wrong,
    证明材料: wrong,
  };
}

function tables(findings: number): SubmissionTables {
  const records = Math.ceil(findings / FINDINGS_A_RECORD);
  return {
    people: Array.from({ length: Math.ceil(records / RECORDS_A_PERSON) }, (_, at) => ({
      登记证书编号: registrationNo(at),
      姓名: `张样${at}`,
    })),
    records: Array.from({ length: records }, (_, at) => wrongRecord(at)),
  };
}

/** A submission with at least so many findings. */
export const manyFindings = (findings: number): WorkbookGrids => submissionGrids(tables(findings));

/** The same as a file. */
export function workbookOfFindings(findings: number): { readonly name: string; readonly bytes: Uint8Array } {
  return { name: "很多意见.xlsx", bytes: saveWorkbook(workbookOfTables(tables(findings))) };
}

/**
 * Codes that stand under any notice: how cells are read, how rows, people and decisions fit together, and what every
 * notice asks of a record. Their clauses stand in the notice (`clauses`, or the rule at work); a notice's own codes are in
 * its folder.
 */
import type { CodeEntry } from "./code";

export const ENGINE_CODES = {
  "value-unknown": {
    severity: "error",
    zh: ["[“{column}”]填写的内容[“{value}”]不在规定的选项中", "[在 {cell} ]改填规定的选项[，最接近的是“{nearest}”]"],
    en: [
      "The value[ “{value}”][ of {column}] is none of the allowed ones",
      "Enter an allowed value[ in {cell}][; the nearest is “{nearest}”]",
    ],
    wanted: {
      number: {
        zh: ["[“{column}”]的“{value}”读不出数目", "[在 {cell} ]填写数字，如 6[，以“{counted}”计；别的单位不换算]"],
        en: [
          "The number “{value}”[ of {column}] can't be read",
          "Enter a number such as 6[ in {cell}][, counted in {counted}; other units are not converted]",
        ],
      },
      rank: {
        zh: ["[“{column}”]的“{value}”读不出排名", "[在 {cell} ]写成 2、第二 或 2/5 这样的排名"],
        en: ["The rank “{value}” can't be read", "Write it as 2, 第二 or 2/5[ in {cell}]"],
      },
      percent: {
        zh: ["[“{column}”]的“{value}”读不出百分数", "[在 {cell} ]写成 100 或 100% 这样的百分数"],
        en: ["The per cent “{value}”[ of {column}] can't be read", "Write it as 100 or 100%[ in {cell}]"],
      },
      date: {
        zh: ["[“{column}”]的“{value}”不是能读出的日期", "[在 {cell} ]写成 2018-07-10 这样的日期；没有的不填"],
        en: [
          "“{value}”[ of {column}] is no date that can be read",
          "Write it as 2018-07-10[ in {cell}]; leave it blank if there is none",
        ],
      },
      year: {
        zh: ["[“{column}”]的“{value}”不是能读出的年份", "[在 {cell} ]写成 2018 这样的四位年份"],
        en: ["“{value}”[ of {column}] is no year that can be read", "Write it as 2018[ in {cell}]"],
      },
      claim: {
        zh: ["[“{column}”]不能是 {value} 年", "[在 {cell} ]填写 1990 年至申报年度之间的年份，截止年度不早于起始年度"],
        en: [
          "{value} can't be the year[ of {column}]",
          "Enter a year from 1990 to the year applied for[ in {cell}], the last not before the first",
        ],
      },
      years: {
        zh: ["[“{column}”]的“{value}”不是能读出的年份", "[在 {cell} ]写成 2013、2014 或 2013-2015"],
        en: [
          "“{value}”[ of {column}] are no years that can be read",
          "Write them as 2013、2014 or 2013-2015[ in {cell}]",
        ],
      },
      text: {
        zh: ["[“{column}”]的单元格是错误值[ {value}]，没有内容可读", "[在 {cell} ]改填实际内容，不用公式"],
        en: [
          "The cell[ of {column}] holds the error value {value}",
          "Enter the content itself[ in {cell}], no formula",
        ],
      },
    },
  },
  "field-missing": {
    severity: "error",
    sendBack: { zh: "补填[“{column}”]", en: "Fill it in[: {column}]" },
    zh: ["缺少必填内容[“{column}”]", "[在 {cell} ]补填后重新审核"],
    en: ["A required cell is blank[: {column}]", "Fill it in[ ({cell})] and review again"],
  },
  "invalid-number": {
    severity: "error",
    zh: [
      "[“{column}”]的数值[“{value}”]无效，应为不小于 0 的数[，不超过 {most}]，半天数、晚上数、天数、模块数须为整数",
      "[在 {cell} ]改填正确的数",
    ],
    en: [
      "The number[ “{value}”][ of {column}] is invalid; half-days, evenings, days and modules are whole, none is negative[ or above {most}]",
      "Enter the right number[ in {cell}]",
    ],
  },
  "rank-invalid": {
    severity: "error",
    cell: "rank",
    zh: ["排名[“{value}”]无效", "[在 {cell} ]改填 1、2、3 等正整数"],
    en: ["The rank[ “{value}”] is invalid", "Enter 1, 2, 3 …[ in {cell}]"],
  },
  "rank-missing": {
    severity: "error",
    cell: "rank",
    zh: ["未填排名，无法折算", "按证明材料[在 {cell} ]补填本人排名"],
    en: ["The rank is blank, so nothing can be converted", "Enter the person's rank from the evidence[ in {cell}]"],
  },
  "subject-missing": {
    severity: "error",
    cell: "subject",
    zh: ["未注明科目，暂不能认定", "按培训登记[在 {cell} ]填写公需科目或专业科目"],
    en: ["No subject is given; it can't be credited yet", "Enter 公需科目 or 专业科目 as registered[ in {cell}]"],
  },
  "formula-in-input": {
    severity: "warning",
    zh: ["填报单元格中是公式，已按显示的值审核", "核对数值后改填为普通值"],
    en: ["An input cell holds a formula; its shown value was used", "Check it and enter a plain value"],
  },
  "dates-missing": {
    severity: "warning",
    cell: "startDate",
    zh: ["没有填写开始日期和结束日期，无法核对年度", "[在 {cell} ]补填起止日期"],
    en: ["Neither date is given, so the year can't be checked", "Enter the dates[ in {cell}]"],
  },
  "merged-cells": {
    severity: "info",
    sendBack: "office",
    zh: [
      "数据行中有合并的单元格，所覆盖的各行已按同一内容审核[（共 {count} 行）]",
      "核对各行；需要时取消合并，逐行填写",
    ],
    en: [
      "Cells are merged over data rows; each row was reviewed with their value[ ({count} rows)]",
      "Check the rows; unmerge and fill them in where they differ",
    ],
  },
  "far-cells": {
    severity: "warning",
    sendBack: "office",
    zh: ["此处的内容离表中其他内容太远，没有读取", "清除多余的内容；确是填报内容的，移到表中后重新审核"],
    en: [
      "What stands here is too far from the rest of the sheet; it was not read",
      "Clear it, or move it into the table and review again",
    ],
  },
  "hidden-rows": {
    severity: "info",
    sendBack: "office",
    zh: ["表中有隐藏的行，已一并审核", "取消隐藏后核对"],
    en: ["The sheet has hidden rows; they were reviewed too", "Unhide and check them"],
  },
  "hidden-sheets": {
    severity: "info",
    sendBack: "office",
    zh: ["工作表是隐藏的，已一并读取", "取消隐藏后核对"],
    en: ["The sheet is hidden; it was read too", "Unhide and check it"],
  },
  "column-ambiguous": {
    severity: "error",
    zh: ["有两列都对应[“{column}”]，两列均未读取", "保留一列，另一列改名"],
    en: ["Two columns stand for the same field[ {column}]; neither was read", "Keep one and rename the other"],
  },
  "id-checksum": {
    severity: "warning",
    zh: ["身份证号的校验位不符", "[去掉号码以外的“{extra}”，]对照证件核对号码"],
    en: ["The id number's check character is wrong", "[Take away “{extra}”; ]compare it with the document"],
  },
  "id-precision-lost": {
    severity: "warning",
    zh: ["身份证号按数字录入，末几位已丢失", "将单元格设为文本后重新录入"],
    en: ["The id number was typed as a number and lost its last digits", "Format the cell as text and type it again"],
  },
  "person-unknown": {
    severity: "error",
    cell: "registrationNo",
    zh: [
      "登记证书编号[“{value}”]不在“人员信息”中",
      "[很可能是“{likely}”，单元格按数字录入丢了前面的 0；]核对编号，或在“人员信息”中补录此人",
    ],
    en: [
      "The registration number[ “{value}”] is in no row of 人员信息",
      "[It may be {likely}, typed as a number that lost its leading zeros; ]correct the number or add the person",
    ],
  },
  "person-duplicate": {
    severity: "error",
    zh: ["“人员信息”中有两人使用同一登记证书编号[（第 {rows} 行）]", "核对登记证书，各人使用各自的编号"],
    en: ["Two people share one registration number[ (rows {rows})]", "Give each the number of their own booklet"],
  },
  "record-duplicate": {
    severity: "error",
    cell: "title",
    zh: ["与前面的记录重复[（第 {row} 行）]，不再计算", "删除重复的一行；确属两次的，核对名称和日期"],
    en: [
      "The record repeats an earlier one[ (row {row})] and is not counted",
      "Delete it; if it was another occasion, correct title and dates",
    ],
  },
  "achievement-claimed-twice": {
    severity: "error",
    cell: "title",
    zh: ["同一成果由不同人员以同一排名申报[（{others}）]", "对照证明材料核实各人排名"],
    en: [
      "Different people claim one achievement at the same rank[ ({others})]",
      "Check the ranks against the evidence",
    ],
  },
  "dates-overlap": {
    severity: "error",
    cell: "startDate",
    zh: ["与本人另一全天面授培训日期重叠[（第 {row} 行）]", "核对两次培训的起止日期"],
    en: ["It shares a day with another all-day training of the same person[ (row {row})]", "Check the dates of both"],
  },
  "decision-unsigned": {
    severity: "warning",
    sendBack: "office",
    zh: ["已作决定但未填决定人或日期", "补填姓名和日期"],
    en: ["A decision lacks its name or date", "Fill in both"],
  },
  "decision-stale": {
    severity: "error",
    sendBack: "office",
    zh: ["作出处理决定后该记录又有改动，原决定不再生效，待复核", "清空原处理，重新审核后再填"],
    en: [
      "The record changed after the decision, which no longer counts",
      "Clear the decision, review again and decide anew",
    ],
  },
  "hours-claim-mismatch": {
    severity: "warning",
    cell: "claimedHours",
    sendBack: "office",
    zh: [
      "申报学时[ {claimed} ]与折算{unit}[ {converted} ]不一致，以折算为准",
      "核对所填数据[，无误的把申报学时改为 {converted}]",
    ],
    en: [
      "The {unit} claimed[ ({claimed})] differ from those converted[ ({converted})]; the latter count",
      "Check the row[; if it is right, change 申报学时 to {converted}]",
    ],
  },
  "day-count-impossible": {
    severity: "error",
    cell: "halfDays",
    zh: ["半天数、晚上数或不计天数超出了起止日期或会议天数", "对照通知和日程核对天数"],
    en: [
      "Half-days, evenings or uncounted days exceed the dates or the meeting's days",
      "Check them against the timetable",
    ],
  },
  "year-mismatch": {
    severity: "error",
    cell: "year",
    lifted: true,
    zh: ["申报年度与实际完成年度[（{actual}）]不符", "改按实际年度[ {actual} ]申报"],
    en: ["The year claimed is not the year of completion[ ({actual})]", "Claim it for the right year[, {actual}]"],
  },
  "subject-not-allowed": {
    severity: "warning",
    cell: "subject",
    sendBack: "office",
    zh: ["该学习形式只能计入专业科目，已按专业科目计算", "将科目改为专业科目"],
    en: ["This form counts as 专业科目 only and was counted so", "Change the subject to 专业科目"],
  },
  "evidence-incomplete": {
    severity: "error",
    cell: "evidence",
    lifted: true,
    sendBack: { zh: "补交所缺材料[：{missing}]", en: "Hand in what is lacking[: {missing}]" },
    zh: [
      "证明材料不齐[，最接近的一组尚缺：{missing}]",
      "补交[{missing}，凑齐]一组规定的材料[；另有 {others} 组，凑齐其中一组也可]",
    ],
    en: [
      "The evidence is incomplete[; the nearest set lacks {missing}]",
      "Hand in[ {missing} to complete] a full set[; any of {others} other sets would do too]",
    ],
  },
  "registration-not-stamped": {
    severity: "warning",
    cell: "stamped",
    lifted: true,
    zh: ["主管部门未初审盖章", "请主管部门确认并盖章"],
    en: ["The department has not stamped the record", "Have it confirmed and stamped"],
  },
  "certificate-field-missing": {
    severity: "error",
    zh: ["合格证明所需内容不全[，缺：{missing}]", "补填后再出证"],
    en: ["The certificate lacks required data[: {missing}]", "Fill it in before issuing"],
  },
  "certificate-years-inconsistent": {
    severity: "error",
    zh: ["起止年度与年数不一致", "核对起始年度和截止年度"],
    en: ["The years and their number don't agree", "Check 起始年度 and 截止年度"],
  },
  "certificate-not-eligible": {
    severity: "error",
    zh: [
      "不符合出具合格证明的条件[：结论为“{verdict}”][：{years} 年度未达标]",
      "只为年度全部达标的副高级、正高级申报人员出证",
    ],
    en: [
      "No certificate can be issued[: {verdict}][: {years} not met]",
      "Only 副高级 and 正高级 with every year met get one",
    ],
  },
  "certificate-number-duplicate": {
    severity: "error",
    zh: ["证明编号[ {value} ]有两条有效记录", "将其中一条作废后再打印"],
    en: ["Two valid entries bear one number[ ({value})]", "Void one of them before printing"],
  },
  "certificate-already-held": {
    severity: "error",
    zh: ["此人似已有有效证明[ {value}]", "核对后先作废原编号；确是另一人的，写明原因后再生成"],
    en: [
      "This person seems to hold a valid certificate already[: {value}]",
      "Check, and void that number first; if it is another person’s, give the reason and make the certificate",
    ],
  },
  "ledger-out-of-order": {
    severity: "error",
    zh: ["发证台账的签发日期前后颠倒[（{value}）]", "核对台账，将有误的一条作废后再打印"],
    en: ["The ledger goes back in time[ ({value})]", "Check it and void the wrong entry before printing"],
  },
} as const satisfies Readonly<Record<string, CodeEntry>>;

export type EngineCode = keyof typeof ENGINE_CODES;

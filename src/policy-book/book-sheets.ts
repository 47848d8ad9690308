/** The sheets of a policy workbook: their sections, in the order in which they stand. */
import {
  codeSections,
  channelSections,
  factWordSections,
  groupSections,
  minimumSections,
  policySections,
  termSections,
} from "./sheets/simple";
import { certificateSections, noteSections } from "./sheets/certificate";
import { evidenceSections, formSections, questionSections, vocabularySections } from "./sheets/forms";
import type { Section } from "./sections";
import { POLICY_SHEETS, type PolicySheet } from "./words";

export interface SheetDesign {
  readonly name: PolicySheet;
  /** Empty for 折算, which is built of tables of its own. */
  readonly sections: readonly Section[];
  /** Widths in characters, of the first columns on. */
  readonly widths: readonly number[];
  /** What the sheet is for, said at its head. */
  readonly about: string;
}

export const SHEET_DESIGNS: readonly SheetDesign[] = [
  {
    name: POLICY_SHEETS.policy,
    sections: policySections,
    widths: [18, 22, 40, 44],
    about:
      "这本政策工作簿是一个政策的全部规则。改动后用 npm run policy -- check 检查，用 compare 与原政策比较，再用来审核。以※开头的行只作说明，不会被读取。",
  },
  {
    name: POLICY_SHEETS.forms,
    sections: [...formSections, ...factWordSections],
    widths: [16, 34, 16, 18, 12, 11, 11, 11, 11, 10, 10],
    about: "列入继续教育的学习形式。新增一种形式：在此加一行，在“折算”加一张同名的表，在“词汇”和“材料”写明证明材料。",
  },
  {
    name: POLICY_SHEETS.conversions,
    sections: [],
    widths: [12, 18, 18, 18, 18, 30, 22, 18, 24],
    about:
      "每种形式一张折算表：依次对照各行，第一个全部条件成立的行算数；空格为不限。条件写“空”“已填”“国家级、省级”“非 国外”“≤3”“≥6，≤12”；“另须”写“证书学时为空 或 证书学时≤0”。" +
      "学时写数或算式，如 4×半天数＋2×晚上数、较小值（所得，证书学时）；〔论文·1〕是下面那张表的结果；“所得＝算式；〔表〕”先算出所得，再按那张表；“不计”须有代码。" +
      "有口径的行，学时一格每个选项一行，如“按刊印排名：5”。",
  },
  {
    name: POLICY_SHEETS.evidence,
    sections: evidenceSections,
    widths: [18, 46, 24, 36, 16, 34, 20],
    about: "证明材料：一行一套，任一套齐全即可。",
  },
  {
    name: POLICY_SHEETS.groups,
    sections: groupSections,
    widths: [34, 10, 14, 20, 12, 26, 34],
    about: "同一人同一年度的几条记录只计最高一项的情形。",
  },
  {
    name: POLICY_SHEETS.minima,
    sections: minimumSections,
    widths: [14, 18, 18, 34, 14, 30, 30],
    about: "每年应达到的学时。没有问题的要求必须达到。",
  },
  {
    name: POLICY_SHEETS.terms,
    sections: termSections,
    widths: [24, 20, 40, 40],
    about: "备案、补训和须证明的年度。整段不填就是政策没有这一要求。",
  },
  {
    name: POLICY_SHEETS.channels,
    sections: channelSections,
    widths: [26, 24, 10, 10, 26, 28, 14, 26, 26, 12],
    about: "哪类单位何时、由谁提交，用哪种验证方式。",
  },
  {
    name: POLICY_SHEETS.questions,
    sections: questionSections,
    widths: [10, 18, 44, 44, 20, 30, 34],
    about: "政策没有写明、由本机关决定的问题。每个问题从填有编号的行开始，其后各行是其余选项；第一个选项是暂定口径。",
  },
  {
    name: POLICY_SHEETS.codes,
    sections: codeSections,
    widths: [32, 10, 14, 10, 18, 38, 34, 38, 34, 12, 30, 30],
    about: "审核时提示的话。只填代码和条款的是各政策通用的代码。",
  },
  {
    name: POLICY_SHEETS.vocabulary,
    sections: vocabularySections,
    widths: [20, 34, 30],
    about: "证明材料的写法。列名和级别、角色等固定词汇见下方各列，不能改动。",
  },
  {
    name: POLICY_SHEETS.certificate,
    sections: certificateSections,
    widths: [20, 20, 44, 44],
    about: "合格证明的文字和版面。不发证明的政策整段不填。",
  },
  {
    name: POLICY_SHEETS.notes,
    sections: noteSections,
    widths: [24, 60, 60],
    about: "政策中没有列为规则的内容，以及原因。供使用者核对，不影响审核。",
  },
];

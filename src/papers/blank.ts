/** 新建申报表: the standard workbook without any entry. Labels come from policy and vocabulary, never typed again. */
import { policyIds, policyOf, type Policy } from "../policy";
import { HEADER } from "../results/colours";
import type { CellCheck, OwnSheetPlan, PlannedCell, StyledArea } from "../results/plan";
import { PAGE_FOOTER } from "../results/table";
import {
  FILING_COLUMNS,
  ORGANISATION_COLUMNS,
  PEOPLE_COLUMNS,
  RECORD_COLUMNS,
  SHEETS,
  UNIT_LABELS,
  VALUES,
  type ColumnWords,
} from "../submission/vocabulary";
import {
  FILING_DESIGNS,
  FIRST_YEAR,
  inPrint,
  labelsOf,
  LAST_YEAR,
  LIST_TITLES,
  ORGANISATION_DESIGNS,
  PEOPLE_DESIGNS,
  RECORD_DESIGNS,
  UNIT_DESIGNS,
  withNotes,
  type ColumnDesign,
  type ColumnKind,
  type ListName,
} from "./blank-columns";

/** Rows of a table that take drop-downs and checks. */
const ROWS = 2000;
const WHOLE_COLUMN = 1_048_576;
const NEEDED = { fill: "#FCE4C8", color: "#5A3A00", bold: true } as const;
const PROMPT_LENGTH = 255;
const MARGINS = { top: 42, bottom: 42, left: 30, right: 30 } as const;

/** Sheets in the order in which they stand. */
export const BLANK_SHEETS = [
  SHEETS.unit,
  SHEETS.people,
  SHEETS.records,
  SHEETS.filings,
  SHEETS.organisations,
  SHEETS.instructions,
  SHEETS.dictionary,
] as const;

/** The sheets of the blank submission workbook, in their order: 单位信息 to 字典, after the default notice. */
export function blankPlans(): readonly OwnSheetPlan[] {
  const policy = policyOf("");
  if (policy === undefined) throw new Error("there is no default policy");
  const dictionary = dictionaryOf(policy);
  const tables: readonly (readonly [
    string,
    readonly ColumnWords[],
    Readonly<Record<string, ColumnDesign>>,
    number,
    number,
  ])[] = [
    [SHEETS.people, PEOPLE_COLUMNS, withNotes(PEOPLE_DESIGNS, policy.papers.notes.people), 3, 1],
    [SHEETS.records, RECORD_COLUMNS, RECORD_DESIGNS, 3, 2],
    [SHEETS.filings, FILING_COLUMNS, FILING_DESIGNS, 1, 3],
    [SHEETS.organisations, ORGANISATION_COLUMNS, ORGANISATION_DESIGNS, 2, 1],
  ];
  return [
    unitSheet(dictionary, withNotes(UNIT_DESIGNS, policy.papers.notes.unit)),
    ...tables.map(([name, columns, designs, frozen, pagesWide]) =>
      tableSheet(name, columns, designs, frozen, pagesWide, dictionary, promptsOf(name, policy)),
    ),
    instructionSheet(policy, tables),
    dictionarySheet(dictionary),
  ];
}

// ---- 字典 ----

interface DictionaryColumn {
  readonly title: string;
  readonly list: ListName | null;
  readonly labels: readonly string[];
}

/** Closed lists first, then the papers of each form. */
function dictionaryOf(policy: Policy): readonly DictionaryColumn[] {
  const lists = (Object.keys(LIST_TITLES) as ListName[]).map((list): DictionaryColumn => {
    return { title: LIST_TITLES[list], list, labels: labelsOfList(list, policy) };
  });
  return [
    ...lists,
    ...evidenceOf(policy).map(({ forms, labels }): DictionaryColumn => ({
      title: `证明材料：${forms.join("、")}`,
      list: null,
      labels,
    })),
  ];
}

function labelsOfList(list: ListName, policy: Policy): readonly string[] {
  switch (list) {
    case "form":
      return formLabels(policy);
    case "policyId":
      return policyIds();
    case "unitNature":
      return policy.unitKinds.map(({ label }) => inPrint(label));
    default:
      return labelsOf(VALUES[list]);
  }
}

const formLabels = (policy: Policy): readonly string[] =>
  Object.values(policy.forms).flatMap(({ labels }) => labels.map(inPrint));

interface EvidenceOfForms {
  readonly forms: readonly string[];
  readonly labels: readonly string[];
}

/** Papers of each form; forms that know the same papers stand together. */
function evidenceOf(policy: Policy): readonly EvidenceOfForms[] {
  const groups = new Map<string, { forms: string[]; labels: readonly string[] }>();
  for (const form of Object.values(policy.forms)) {
    const labels = Object.keys(form.evidence?.labels ?? {}).map(inPrint);
    if (labels.length === 0) continue;
    const group = groups.get(labels.join("、")) ?? { forms: [], labels };
    group.forms.push(...form.labels.map(inPrint));
    groups.set(labels.join("、"), group);
  }
  return [...groups.values()];
}

function dictionarySheet(dictionary: readonly DictionaryColumn[]): OwnSheetPlan {
  const height = Math.max(...dictionary.map(({ labels }) => labels.length));
  const cells = Array.from({ length: height }, (_, row) =>
    dictionary.map(({ labels }): PlannedCell => labels[row] ?? null),
  );
  return {
    name: SHEETS.dictionary,
    blocks: [
      { row: 0, column: 0, cells: [dictionary.map(({ title }) => title)] },
      { row: 1, column: 0, cells },
    ],
    styles: [
      { row: 0, column: 0, rows: height + 1, columns: dictionary.length, style: { numberFormat: "@" } },
      { row: 0, column: 0, rows: 1, columns: dictionary.length, style: { ...HEADER, wrap: true, vertical: "center" } },
    ],
    columnWidths: dictionary.map(({ title, labels }, column) => ({
      column,
      characters: Math.min(26, 3 + 2 * Math.max(...labels.map((label) => label.length), Math.min(title.length, 8))),
    })),
    freezeRows: 1,
    print: {
      orientation: "landscape",
      paper: "a4",
      fitWidth: true,
      pagesWide: 2,
      titleRows: { first: 0, count: 1 },
      margins: MARGINS,
      footer: PAGE_FOOTER,
    },
  };
}

// ---- checks ----

/** What a kind of cell takes, and what is said to someone who writes something else. */
function checkOf(
  takes: ColumnKind,
  header: string,
  dictionary: readonly DictionaryColumn[],
): Pick<CellCheck, "rule" | "error"> {
  const wrong = (message: string): NonNullable<CellCheck["error"]> => ({ title: header, message });
  switch (takes.kind) {
    case "text":
      return { rule: null };
    case "length":
      return {
        rule: { kind: "length", exactly: takes.exactly },
        error: wrong(`应为 ${takes.exactly} 位，请核对；没有可不填`),
      };
    case "whole":
      return { rule: takes, error: wrong(`请填 ${takes.from} 至 ${takes.to} 的整数`) };
    case "decimal":
      return { rule: takes, error: wrong(`请填 ${takes.from} 至 ${takes.to} 的数字`) };
    case "date":
      return { rule: { kind: "date", from: FIRST_YEAR, to: LAST_YEAR }, error: wrong("请填日期，如 2018-7-10") };
    case "list": {
      const column = dictionary.findIndex(({ list }) => list === takes.list);
      return {
        rule: { kind: "list", sheet: SHEETS.dictionary, column, row: 1, rows: dictionary[column]?.labels.length ?? 1 },
        error: wrong("请从下拉列表中选择；全部选项见“字典”"),
      };
    }
  }
}

const formatOf = ({ kind }: ColumnKind): string =>
  kind === "date" ? "yyyy-mm-dd" : kind === "whole" || kind === "decimal" ? "General" : "@";

/** Input messages of cells with several values: the labels, as many as a message holds, and where the rest stands. */
function promptsOf(
  sheet: string,
  policy: Policy,
): Readonly<Record<string, { readonly cell: string; readonly header: string }>> {
  if (sheet !== SHEETS.records) return {};
  const several = "可填多项，用顿号隔开。";
  const [cell, header] = evidencePrompts(policy);
  return {
    indexing: {
      cell: `${several}论文：${labelsOf(VALUES.indexing).join("、")}`,
      header: RECORD_DESIGNS.indexing?.note ?? "",
    },
    evidence: { cell, header },
  };
}

/** Labels form by form: what a cell's message can hold, the rest on the header's. What every form knows is said in 字典 only. */
function evidencePrompts(policy: Policy): readonly [string, string] {
  const groups = evidenceOf(policy);
  const common = (groups[0]?.labels ?? []).filter((label) => groups.every(({ labels }) => labels.includes(label)));
  const texts = groups.map(
    ({ forms, labels }) => `${forms.join("/")}：${labels.filter((label) => !common.includes(label)).join("、")}`,
  );
  const end = (left: number): string => (left === 0 ? "" : "；其余形式见列名和“字典”");
  let taken = texts.length;
  const message = (): string => `可填多项，用顿号隔开。${texts.slice(0, taken).join("；")}${end(texts.length - taken)}`;
  while (message().length > PROMPT_LENGTH) taken -= 1;
  const rest = texts.slice(taken).join("；");
  return [message(), `续：${rest}；各形式均可：${common.join("、")}`.slice(0, PROMPT_LENGTH)];
}

// ---- tables ----

function tableSheet(
  name: string,
  columns: readonly ColumnWords[],
  designs: Readonly<Record<string, ColumnDesign>>,
  frozen: number,
  pagesWide: number,
  dictionary: readonly DictionaryColumn[],
  prompts: ReturnType<typeof promptsOf>,
): OwnSheetPlan {
  const of = (key: string): ColumnDesign => designOf(designs, key);
  const checks = columns.flatMap(({ key, header, needed }, column): CellCheck[] => {
    const { takes, note } = of(key);
    const { rule, error } = checkOf(takes, header, dictionary);
    const prompt = prompts[key];
    const body: CellCheck = {
      row: 1,
      column,
      rows: ROWS,
      columns: 1,
      rule,
      ...(error === undefined ? {} : { error }),
      ...(prompt === undefined ? {} : { prompt: { title: header, message: prompt.cell } }),
    };
    const head: CellCheck = {
      row: 0,
      column,
      rows: 1,
      columns: 1,
      rule: null,
      prompt: { title: needed === true ? `${header}（必填）` : header, message: prompt?.header ?? note },
    };
    return rule === null && prompt === undefined ? [head] : [head, body];
  });
  return {
    name,
    blocks: [{ row: 0, column: 0, cells: [columns.map(({ header }) => inPrint(header))] }],
    styles: [
      // Whole columns: pasted rows are text and dates too, and the sheet stays as empty as it looks.
      ...columns.map(({ key }, column): StyledArea => ({
        row: 0,
        column,
        rows: WHOLE_COLUMN,
        columns: 1,
        style: { numberFormat: formatOf(of(key).takes) },
      })),
      {
        row: 0,
        column: 0,
        rows: 1,
        columns: columns.length,
        style: { ...HEADER, numberFormat: "@", wrap: true, horizontal: "center", vertical: "center", border: "all" },
      },
      ...columns.flatMap(({ needed }, column): StyledArea[] =>
        needed === true ? [{ row: 0, column, rows: 1, columns: 1, style: NEEDED }] : [],
      ),
    ],
    columnWidths: columns.map(({ key }, column) => ({ column, characters: of(key).width })),
    rowHeights: [{ row: 0, rows: 1, points: 30 }],
    checks,
    freezeRows: 1,
    freezeColumns: frozen,
    print: {
      orientation: "landscape",
      paper: "a4",
      fitWidth: true,
      pagesWide,
      titleRows: { first: 0, count: 1 },
      ...(pagesWide > 1 ? { titleColumns: { first: 0, count: frozen } } : {}),
      margins: MARGINS,
      footer: PAGE_FOOTER,
    },
  };
}

function designOf(designs: Readonly<Record<string, ColumnDesign>>, key: string): ColumnDesign {
  const design = designs[key];
  if (design === undefined) throw new Error(`the blank workbook has no design for ${key}`);
  return design;
}

// ---- 单位信息 ----

function unitSheet(
  dictionary: readonly DictionaryColumn[],
  designs: Readonly<Record<string, ColumnDesign>>,
): OwnSheetPlan {
  const first = 1;
  const lines = UNIT_LABELS.map(({ key, header, needed }): PlannedCell[] => [
    inPrint(header),
    null,
    `${needed === true ? "必填。" : ""}${designOf(designs, key).note}`,
  ]);
  return {
    name: SHEETS.unit,
    blocks: [
      { row: 0, column: 0, cells: [["项目", "填写内容", "说明"]] },
      { row: first, column: 0, cells: lines },
    ],
    styles: [
      {
        row: 0,
        column: 0,
        rows: lines.length + first,
        columns: 3,
        style: { numberFormat: "@", vertical: "center", border: "all" },
      },
      { row: 0, column: 0, rows: 1, columns: 3, style: { ...HEADER, horizontal: "center" } },
      { row: first, column: 0, rows: lines.length, columns: 1, style: { bold: true } },
      { row: first, column: 2, rows: lines.length, columns: 1, style: { color: "#566270", wrap: true } },
      ...UNIT_LABELS.flatMap(({ key, needed }, at): StyledArea[] => [
        {
          row: first + at,
          column: 1,
          rows: 1,
          columns: 1,
          style: { numberFormat: formatOf(designOf(designs, key).takes), horizontal: "left" },
        },
        ...(needed === true ? [{ row: first + at, column: 0, rows: 1, columns: 1, style: NEEDED }] : []),
      ]),
    ],
    columnWidths: [18, 36, 52].map((characters, column) => ({ column, characters })),
    rowHeights: [{ row: 0, rows: lines.length + first, points: 24 }],
    checks: UNIT_LABELS.flatMap(({ key, header }, at): CellCheck[] => {
      const { takes, note } = designOf(designs, key);
      const check = checkOf(takes, inPrint(header), dictionary);
      return [
        {
          row: first + at,
          column: 1,
          rows: 1,
          columns: 1,
          ...check,
          prompt: { title: inPrint(header), message: note },
        },
      ];
    }),
    freezeRows: 1,
    print: {
      orientation: "portrait",
      paper: "a4",
      fitWidth: true,
      centerHorizontally: true,
      margins: MARGINS,
      footer: PAGE_FOOTER,
    },
  };
}

// ---- 填表说明 ----

const GENERAL = [
  "一个申报单位、一次申报填一册；先填“单位信息”和“人员信息”，再在“学时记录”中一次学习或一项成果填一行。",
  "列名底色为橙色的是必填列。列名和工作表名请勿改动；不用的列可以留空。",
  "有下拉列表的单元格请从列表选择，选项都来自“字典”；证明材料、收录类别可填多项，用顿号隔开。",
  "登记证书编号、身份证号、备案号已设为文本：粘贴时请选“只粘贴值”，以免号码变成数字。",
  "日期填成 2018-7-10 的样子，年度填四位数字；不知道的不要填 0。",
  "公需科目培训和网络培训先在“培训备案”中登记，再把备案号填到学时记录。",
  "选中任一列名，可看到该列的填写说明。",
] as const;

function instructionSheet(
  policy: Policy,
  tables: readonly (readonly [string, readonly ColumnWords[], Readonly<Record<string, ColumnDesign>>, ...unknown[]])[],
): OwnSheetPlan {
  const top: readonly (readonly PlannedCell[])[] = [
    ["填表说明", null, null, null],
    [`依据：${policy.title}`, null, null, null],
    ...GENERAL.map((line, at) => [`${at + 1}. ${line}`, null, null, null]),
  ];
  const papers = evidenceOf(policy).map(({ forms, labels }): PlannedCell[] => [
    "学时记录",
    forms.join("、"),
    "",
    `证明材料：${labels.join("、")}`,
  ]);
  const lines = [
    ...tables.flatMap(([sheet, columns, designs]) =>
      columns.map(({ key, header, needed }): PlannedCell[] => [
        sheet,
        inPrint(header),
        needed === true ? "必填" : "",
        designOf(designs, key).note,
      ]),
    ),
    ...papers,
  ];
  const header = top.length + 1;
  return {
    name: SHEETS.instructions,
    blocks: [
      { row: 0, column: 0, cells: top },
      { row: header, column: 0, cells: [["工作表", "列（或学习形式）", "必填", "填写说明"], ...lines] },
    ],
    styles: [
      {
        row: 0,
        column: 0,
        rows: header + 1 + lines.length,
        columns: 4,
        style: { numberFormat: "@", vertical: "center" },
      },
      { row: 0, column: 0, rows: top.length, columns: 4, style: { wrap: true } },
      { row: 0, column: 0, rows: 1, columns: 1, style: { bold: true, fontSize: 16 } },
      { row: header, column: 0, rows: 1, columns: 4, style: { ...HEADER } },
      { row: header + 1, column: 1, rows: lines.length, columns: 1, style: { wrap: true } },
      { row: header + 1, column: 3, rows: lines.length, columns: 1, style: { wrap: true } },
      { row: header, column: 0, rows: lines.length + 1, columns: 4, style: { border: "all" } },
    ],
    columnWidths: [12, 22, 7, 70].map((characters, column) => ({ column, characters })),
    rowHeights: [
      { row: 0, rows: 1, points: 30 },
      { row: 2, rows: GENERAL.length, points: 32 },
    ],
    merges: top.map((_, row) => ({ row, column: 0, rows: 1, columns: 4 })),
    hideGridlines: true,
    print: {
      orientation: "portrait",
      paper: "a4",
      fitWidth: true,
      titleRows: { first: header, count: 1 },
      margins: MARGINS,
      footer: PAGE_FOOTER,
    },
  };
}

/**
 * Real life's workbooks: the same small submission bent in every way that offices bend it. The review must say the same
 * of it, and what a bend itself deserves to be told: [what, how it is bent, findings that come with it].
 */
import { problemText } from "../../src/messages";
import type { InputProblem } from "../../src/submission/input-problem";
import fc from "fast-check";
import { readSubmission } from "../../src/submission";
import type { CellValue } from "../../src/grid/address";
import type { WorkbookGrids } from "../../src/submission/grid";
import { PEOPLE_COLUMNS, RECORD_COLUMNS, serial, type RowCells } from "../support/submission";
import {
  added,
  bend,
  bendGrid,
  both,
  bothSheets,
  cleanGrids,
  columnOf,
  each,
  essence,
  FILINGS,
  insert,
  PEOPLE,
  put,
  read,
  RECORDS,
  rename,
  reorder,
  reviewOf,
  twoRows,
  under,
  UNIT,
  type Bend,
  type Lines,
} from "./bend";

type Case = readonly [what: string, bend: Bend, findings?: readonly string[]];

const clean = reviewOf(cleanGrids());

/** Bends the clean submission: same records, years and people; only the named findings are new. */
function sameBut(cases: readonly Case[]): void {
  test.each(cases.map(([what, bent, findings = []]) => ({ what, bent, findings })))("$what", ({ bent, findings }) => {
    const review = reviewOf(bent(cleanGrids()));
    expect(essence(review)).toEqual(essence(clean));
    expect(added(review, clean)).toEqual([...findings].sort());
  });
}

test("the clean submission is worth bending: hours, an open question, an unmet year", () => {
  expect(clean.records.map(({ convertedHours }) => convertedHours)).toEqual([18, 30, 24, 60, 40, 8, 5, 8]);
  expect(clean.records.map(({ verdict }) => verdict)).toEqual([...Array<string>(7).fill("credited"), "pending"]);
  expect(clean.findings.map(({ code }) => code)).toContain("registration-not-stamped");
});

const fullWidth = (value: CellValue): CellValue =>
  [...String(value)]
    .map((each) => (each > " " && each <= "~" ? String.fromCharCode(each.charCodeAt(0) + 0xfee0) : each))
    .join("");

describe("above the header", () => {
  const title: Lines = [
    ["益阳市专业技术人员继续教育学时申报表", null, null],
    ["填报单位：虚构研究院", null, null, "2018 年度"],
    [null],
    ["注：登记证书编号、姓名、年度、学习形式必须填写。"],
  ];
  sameBut(
    // A case a line
    // prettier-ignore
    [
    ["title, unit, blank and note rows", bothSheets((lines) => [...title, ...lines])],
    ["a title row over 单位信息 and 培训备案", both(bend(UNIT, (lines) => [["单位基本信息"], ...lines]), bend(FILINGS, (lines) => [["培训备案表"], ...lines]))],
    ["header in row 20", bothSheets((lines) => [...Array.from({ length: 19 }, (_, at) => [at === 0 ? "说明" : null]), ...lines])],
    ["a note that names two columns", bothSheets((lines) => [["姓名", "登记证书编号", "两列必填"], ...lines])],
    ["the sheet begins at C4", both(bendGrid(RECORDS, { firstRow: 3, firstColumn: 2 }), bendGrid(PEOPLE, { firstRow: 3, firstColumn: 2 }))],
    ["a note far to the right of the table", bend(RECORDS, (lines) => [[...Array<null>(40).fill(null), "单位：学时"], ...lines])],
  ],
  );
});

test("a note far to the right above the header is no column of the table", () => {
  const { recordLayout } = read(
    bend(RECORDS, (lines) => [[...Array<null>(40).fill(null), "单位：学时"], ...lines])(cleanGrids()),
  );
  expect(recordLayout.lastColumn).toBe(RECORD_COLUMNS.length - 1);
});

describe("headers of two rows", () => {
  const period = { 起止日期: ["开始日期", "结束日期"] };
  const groups = { ...period, 培训量: ["半天数", "晚上数", "会议天数", "不计天数"], 学时: ["证书学时", "申报学时"] };
  const adjacent = bend(
    RECORDS,
    reorder((columns) => {
      const claimed = RECORD_COLUMNS.indexOf("申报学时");
      const others = columns.filter((at) => at !== claimed);
      return others.flatMap((at) => (RECORD_COLUMNS[at] === "证书学时" ? [at, claimed] : [at]));
    }),
  );
  const people = { 申报: ["申报专业", "申报级别"], 年度: ["起始年度", "截止年度"] };
  const cases: Case[] = [
    ["起止日期 over two names, all others merged downwards", bend(RECORDS, (lines) => twoRows(lines, period, "above"))],
    ["起止日期 over two names, all others in the lower row", bend(RECORDS, (lines) => twoRows(lines, period, "below"))],
    [
      "a group title that is itself a synonym (学时)",
      both(
        adjacent,
        bend(RECORDS, (lines) => twoRows(lines, groups, "above")),
      ),
    ],
    [
      "the same, names below",
      both(
        adjacent,
        bend(RECORDS, (lines) => twoRows(lines, groups, "below")),
      ),
    ],
    ["人员信息 in two rows", bend(PEOPLE, (lines) => twoRows(lines, people, "above"))],
    ["人员信息 in two rows, names below", bend(PEOPLE, (lines) => twoRows(lines, people, "below"))],
    [
      "培训备案 in two rows",
      bend(FILINGS, (lines) => twoRows(lines, { 预计培训时间: ["开始日期", "结束日期"] }, "above")),
    ],
    [
      "under a title, with both rows repeated in the middle",
      bend(RECORDS, (lines) => {
        const [upper = [], lower = [], ...rest] = twoRows(lines, period, "above");
        return [["学时申报表"], upper, lower, ...rest.slice(0, 3), upper, lower, ...rest.slice(3)];
      }),
    ],
    [
      "a hint below a name (半天数 / 个)",
      bend(RECORDS, (lines) => {
        const [upper = [], lower = [], ...rest] = twoRows(lines, period, "above");
        return [upper, lower.map((cell, at) => (at === columnOf(lines, "半天数") ? "（个）" : cell)), ...rest];
      }),
    ],
  ];
  sameBut(cases);

  test("a group title over two unknown columns is not taken for the name of one", () => {
    const grids = bend(RECORDS, (lines) => {
      const [upper = [], lower = [], ...rest] = twoRows(lines, { ...period, 名称: ["名称", "主办单位"] }, "above");
      const at = columnOf(lines, "名称");
      return [
        upper,
        lower.map((cell, column) => (column === at ? "主标题" : column === at + 1 ? "副标题" : cell)),
        ...rest,
      ];
    })(cleanGrids());
    expect(() => read(grids)).toThrow(/名称/);
  });

  test("the layout names both rows, so that formulas are given both", () => {
    const { recordLayout } = read(
      bend(RECORDS, (lines) => [["学时申报表"], ...twoRows(lines, period, "above")])(cleanGrids()),
    );
    expect([recordLayout.headerTop, recordLayout.headerRow]).toEqual([1, 2]);
  });
});

describe("columns", () => {
  const synonyms: readonly (readonly [sheet: string, header: string, ...others: string[]])[] = [
    [RECORDS, "登记证书编号", "证书编号", "继续教育证书编号", "登记证号"],
    [PEOPLE, "登记证书编号", "证书编号", "继续教育证书编号", "登记证号"],
    [RECORDS, "学习形式", "培训形式", "形式", "活动类型"],
    [RECORDS, "科目", "科目类别", "课程类型"],
    [RECORDS, "名称", "培训名称", "活动名称", "课程名称", "题目"],
    [RECORDS, "主办单位", "施教机构", "培训机构"],
    [RECORDS, "排名", "本人排名", "署名顺序", "排序"],
    [PEOPLE, "身份证号", "公民身份号码", "证件号码"],
    [RECORDS, "申报学时", "学时", "自报学时"],
    [RECORDS, "证明材料", "材料", "佐证材料"],
  ];
  const swap =
    (seed: number) =>
    (columns: number[]): number[] =>
      columns
        .map((at) => [((at + 1) * 7919 * seed) % 104_729, at] as const)
        .sort(([a], [b]) => a - b)
        .map(([, at]) => at);
  const decorate = (change: (header: string) => string) =>
    bothSheets(([header = [], ...lines]) => [header.map((cell) => change(String(cell))), ...lines]);
  const newColumn =
    (header: string, value: CellValue, at: number) =>
    (lines: CellValue[][]): Lines =>
      lines.map((line, row) => [...line.slice(0, at), row === 0 ? header : value, ...line.slice(at)]);
  sameBut(
    // A case a line
    // prettier-ignore
    [
    ["reversed", bothSheets(reorder((columns) => columns.reverse()))],
    ["shuffled", bothSheets(reorder(swap(3)))],
    ["shuffled otherwise", bothSheets(reorder(swap(11)))],
    ...synonyms.flatMap(([sheet, header, ...others]) => others.map((other): Case => [`${sheet}: ${other} = ${header}`, rename(sheet, { [header]: other })])),
    ["所学专业 beside 申报专业", bend(PEOPLE, newColumn("所学专业", "虚构专业", 3))],
    ["unknown columns in between", bothSheets((lines) => newColumn("联系电话", "0737-0000000", 2)(newColumn("单位意见", "同意", 7)(lines.map((line) => [...line])).map((line) => [...line])))],
    ["the unit's own columns 审核结论 and 核定学时 in between", bend(RECORDS, (lines) => newColumn("审核结论", "同意", 2)(newColumn("核定学时", 8, 5)(lines).map((line) => [...line])))],
    ["a blank column in between", bothSheets((lines) => lines.map((line) => [...line.slice(0, 3), null, ...line.slice(3)]))],
    ["trailing asterisks", decorate((header) => `${header}*`)],
    ["full-width asterisks in front", decorate((header) => `＊${header}`)],
    ["trailing colons", decorate((header) => `${header}：`)],
    ["line breaks and spaces within", decorate((header) => `${header.slice(0, 2)}\n ${header.slice(2)}　`)],
    ["（必填） behind", decorate((header) => `${header}（必填）`)],
    ["units in brackets", rename(RECORDS, { 完成进度: "完成进度（％）", 年度: "年度\n(yyyy)", 证书学时: "证书学时(学时)" })],
    ["two columns for 备注", rename(RECORDS, { 主办单位: "备注" }), [`column-ambiguous ${RECORDS}!AF1`]],
    ["two columns for 主办单位, by synonym", rename(RECORDS, { 备注: "施教机构" }), [`column-ambiguous ${RECORDS}!AF1`]],
  ],
  );

  test("of two columns for one key neither is read", () => {
    const { records, recordLayout } = read(rename(RECORDS, { 备注: "自报学时" })(cleanGrids()));
    expect(recordLayout.columns.has("claimedHours")).toBe(false);
    expect(records.map(({ claimedHours }) => claimedHours)).toEqual(records.map(() => null));
  });

  test("a column that is not read names the absent one that it may be; 培训备案 without a header is told", () => {
    const bent = both(
      rename(RECORDS, { 申报学时: "申报学时数" }),
      rename(PEOPLE, { 备注: "所学专业" }),
      bend(FILINGS, () => [["无"]]),
    )(cleanGrids());
    expect(read(bent).notices).toEqual([
      { sheet: PEOPLE, kind: "column-unread", row: 0, column: 14, text: "所学专业" },
      { sheet: RECORDS, kind: "column-unread", row: 0, column: 29, text: "申报学时数", nearest: "申报学时" },
      { sheet: FILINGS, kind: "sheet-unread", row: 0 },
    ]);
  });

  test("unknown columns and skipped rows are told with the submission", () => {
    const { notices } = read(
      both(
        bend(RECORDS, newColumn("单位意见", "同意", 7)),
        insert(RECORDS, Infinity, [null, null, "合计", null, null]),
      )(cleanGrids()),
    );
    expect(notices).toEqual([
      { sheet: RECORDS, kind: "column-unread", row: 0, column: 7, text: "单位意见" },
      { sheet: RECORDS, kind: "totals-skipped", row: 9 },
    ]);
  });
});

describe("rows that are none", () => {
  const total = (values: RowCells): readonly CellValue[] => under(RECORD_COLUMNS, values);
  const header = (change: (text: string) => string = (text) => text): readonly CellValue[] =>
    RECORD_COLUMNS.map(change);
  const numbered = (columns: readonly string[]) => under(columns, { 序号: 8 });
  sameBut(
    // A case a line
    // prettier-ignore
    [
    ["blank rows", both(insert(RECORDS, 3, [null], [null]), insert(PEOPLE, 2, [null]), insert(FILINGS, 2, [null]))],
    ["blank rows holding spaces only", insert(RECORDS, 3, RECORD_COLUMNS.map(() => " 　"))],
    ["rows that are numbered and otherwise blank", both(insert(RECORDS, Infinity, numbered(RECORD_COLUMNS), numbered(RECORD_COLUMNS)), insert(PEOPLE, Infinity, numbered(PEOPLE_COLUMNS)))],
    ["the header again", insert(RECORDS, 4, header())],
    ["the header again, with asterisks", both(bend(RECORDS, ([first = [], ...lines]) => [first.map((cell) => `${cell}*`), ...lines]), insert(RECORDS, 4, header((text) => `${text}*`)))],
    ["the header again in 人员信息", insert(PEOPLE, 2, [...PEOPLE_COLUMNS])],
    ["title and header again, as on a new page", insert(RECORDS, 4, ["学时申报表（续）"], header())],
    ["合计 at the end", insert(RECORDS, Infinity, total({ 序号: "合计", 申报学时: 48 }))],
    ["合计 under 姓名", insert(RECORDS, Infinity, total({ 姓名: "合　计", 申报学时: 48 }))],
    ["小计 under 名称 after each person", both(insert(RECORDS, Infinity, total({ 名称: "小计：", 申报学时: 0 })), insert(RECORDS, 6, total({ 名称: "小计：", 申报学时: 48 })))],
    ["小计 under 登记证书编号", insert(RECORDS, 6, total({ 登记证书编号: "小计", 申报学时: 48 }))],
    ["a person's 小计, with the person named", insert(RECORDS, 6, total({ 登记证书编号: "YY000001", 姓名: "张样例", 名称: "小计", 申报学时: 48 }))],
    ["张样例 小计", insert(RECORDS, 6, total({ 姓名: "张样例 小计", 申报学时: 48 }))],
    ["2017年度小计", insert(RECORDS, 6, total({ 年度: "2017年度小计", 申报学时: 48 }))],
    ["what Excel's own subtotals write: 汇总 and 总计", both(insert(RECORDS, 6, total({ 登记证书编号: "YY000001 汇总", 申报学时: 48 })), insert(RECORDS, Infinity, total({ 登记证书编号: "总计", 申报学时: 48 })))],
    ["合计（学时） far to the right", insert(RECORDS, Infinity, total({ 考核结果: "合计（学时）", 申报学时: 48 }))],
    ["本页小计", insert(RECORDS, 4, total({ 序号: "本页小计", 申报学时: 48 }))],
    ["合计 of people", insert(PEOPLE, Infinity, under(PEOPLE_COLUMNS, { 序号: "合计", 姓名: "2 人" }))],
    ["a note below the table", insert(RECORDS, Infinity, [null], ["注：以上内容真实。"], ["填表人：钱经办　　审核人：李主管"])],
  ],
  );

  test.each<[string, RowCells]>([
    ["a title that ends with 合计", { 名称: "预算合计编制培训" }],
    ["a person whose number is missing", { 登记证书编号: null, 名称: "小计算机应用" }],
    ["a remark about a total", { 备注: "合计18学时" }],
  ])("%s is a record", (_what, cells) => {
    const bent = put(
      RECORDS,
      ...Object.entries(cells).map(([header, value]) => [1, header, value] as const),
    )(cleanGrids());
    expect(read(bent).records).toHaveLength(clean.records.length);
  });

  test("every skipped row is told, by its kind; blank rows below the table are none", () => {
    const bent = both(
      insert(RECORDS, Infinity, total({ 序号: "合计" }), ["注：完"], [null], [null]),
      insert(RECORDS, 4, header()),
      insert(RECORDS, 2, [null]),
    )(cleanGrids());
    expect(read(bent).notices.map(({ kind, row }) => `${kind} ${row + 1}`)).toEqual([
      "blank-skipped 3",
      "header-skipped 6",
      "totals-skipped 12",
      "note-skipped 13",
    ]);
  });
});

describe("how a value is written", () => {
  const dates: readonly (readonly [what: string, write: (day: number) => CellValue])[] = [
    ["an Excel date", (day) => day],
    ["an Excel date with a time", (day) => day + 0.5],
    ["its serial as text", (day) => String(day)],
    ...(
      [
        "y-m-d",
        "y/M/D",
        "y.m.d",
        "y年m月d日",
        "yMD",
        "y-M-D 00:00:00",
        " y - m - d ",
        "y 年 m 月 d 日",
        "y．m．d",
        "y／M／D",
        "y—m—d",
      ] as const
    ).map((form) => [form, (day: number) => written(day, form)] as const),
    ["yMD as a number", (day) => Number(written(day, "yMD"))],
    ["full-width digits", (day) => fullWidth(written(day, "y年m月d日"))],
    ["ideographic spaces around", (day) => `　${written(day, "y-m-d")}　`],
  ];
  const isoDay = (day: number): Date => new Date(Date.UTC(1899, 11, 30) + day * 86_400_000);
  function written(day: number, form: string): string {
    const date = isoDay(day);
    const [month, of] = [date.getUTCMonth() + 1, date.getUTCDate()];
    const two = (figure: number): string => String(figure).padStart(2, "0");
    return form
      .replace("y", String(date.getUTCFullYear()))
      .replace("m", String(month))
      .replace("d", String(of))
      .replace("M", two(month))
      .replace("D", two(of));
  }
  const everyDate = (write: (day: number) => CellValue): Bend =>
    both(
      ...["开始日期", "结束日期", "完成日期"].map((header) => each(RECORDS, header, (day) => write(Number(day)))),
      ...["备案日期", "开始日期", "结束日期"].map((header) => each(FILINGS, header, (day) => write(Number(day)))),
      bend(UNIT, (lines) =>
        lines.map(([label = null, value = null]) => [label, /日期/.test(String(label)) ? write(Number(value)) : value]),
      ),
    );
  const everyYear = (write: (year: number) => CellValue): Bend =>
    both(
      each(RECORDS, "年度", (year) => write(Number(year))),
      ...["起始年度", "截止年度", "已验印年度"].map((header) => each(PEOPLE, header, (year) => write(Number(year)))),
      bend(UNIT, (lines) =>
        lines.map(([label = null, value = null]) => [label, label === "申报年度" ? write(Number(value)) : value]),
      ),
    );
  const NUMBERS = ["半天数", "晚上数", "会议天数", "不计天数", "证书学时", "排名", "申报学时"];
  const everyNumber = (write: (figure: number) => CellValue): Bend =>
    both(...NUMBERS.map((header) => each(RECORDS, header, (figure) => write(Number(figure)))));
  const everyText = (write: (text: string) => CellValue): Bend =>
    both(
      ...[UNIT, PEOPLE, RECORDS, FILINGS].map((sheet) =>
        bend(sheet, (lines) =>
          lines.map((line) =>
            line.map((cell) => (cell === null ? null : typeof cell === "number" ? cell : write(cell as string))),
          ),
        ),
      ),
    );

  describe("dates", () => sameBut(dates.map(([what, write]): Case => [what, everyDate(write)])));
  describe("years", () =>
    sameBut(
      (["2018", "2018年", "2018年度", "２０１８", "２０１８年", " 2018 年度 ", "2018.0", "　2018"] as const).map(
        (form): Case => [
          form,
          everyYear((year) => form.replace("2018", String(year)).replace("２０１８", String(fullWidth(year)))),
        ],
      ),
    ));
  describe("numbers", () =>
    sameBut([
      ["text numbers", everyNumber(String)],
      ["full-width text numbers", everyNumber(fullWidth)],
      ["with spaces", everyNumber((figure) => ` ${figure}　`)],
      ["with decimals", everyNumber((figure) => `${figure}.0`)],
    ]));
  describe("per cent: 60", () =>
    sameBut(
      [60, 0.6, "60", "60%", "６０％", "60 %", "0.6", " 60.0% "].map((form): Case => [
        `${typeof form} ${form}`,
        each(RECORDS, "完成进度", () => form),
      ]),
    ));
  describe("text", () =>
    sameBut(
      // A case a line
      // prettier-ignore
      [
      ["spaces around", everyText((text) => ` ${text} `)],
      ["ideographic and hard spaces around", everyText((text) => `　${text} `)],
      ["zero-width characters of a web page", everyText((text) => `\u200b${text}\ufeff`)],
      ["full-width letters, digits and signs", everyText((text) => (text === "yiyang-2018-47" ? text : fullWidth(text)))],
      ["half-width brackets", everyText((text) => text.replace("（", "(").replace("）", ")"))],
      ["a number in small letters", both(each(RECORDS, "登记证书编号", (value) => String(value).toLowerCase()), each(RECORDS, "备案号", (value) => String(value).toLowerCase()))],
      ["closed lists in small letters", each(RECORDS, "收录类别", (value) => String(value).toLowerCase())],
      ["everything is text, as in a sheet formatted as text", both(...[UNIT, PEOPLE, RECORDS, FILINGS].map((sheet) => bend(sheet, (lines) => lines.map((line) => line.map((cell) => (cell === null ? null : String(cell)))))))],
    ],
    ));
  describe("several values in a cell", () => {
    const separated = (separator: string): Bend =>
      both(
        ...["证明材料", "收录类别"].map((header) =>
          each(RECORDS, header, (value) => String(value).split("、").join(separator)),
        ),
        put(PEOPLE, [2, "已验印年度", ["2016", "2016"].join(separator)]),
      );
    sameBut(
      // A case a line
      // prettier-ignore
      [
      ...["、", "；", ";", "，", ",", "/", "+", "\n", "\r\n", "＋", "／", "､", " 、 ", "；\n", "，，"].map((separator): Case => [JSON.stringify(separator), separated(separator)]),
      ["mixed, one at the end", put(RECORDS, [4, "证明材料", "刊物封面；刊号\n目录复印件、"], [6, "证明材料", "培训通知/培训签到表+培训课程表，"])],
      ["& parts nothing: A&HCI", put(RECORDS, [4, "收录类别", "Ａ＆ＨＣＩ/CSSCI"])],
    ],
    );
  });
});

describe("cells that deserve a word", () => {
  const formula =
    (sheet: string, ...cells: readonly (readonly [row: number, header: string])[]): Bend =>
    (grids) =>
      bendGrid(sheet, {
        formulas: new Map(
          cells.map(([row, header]) => [`${row},${columnOf(grids.get(sheet)?.values ?? [], header)}`, "=1+1"]),
        ),
      })(grids);
  const hide = (sheet: string): Bend => bendGrid(sheet, { hasHiddenRows: true });
  sameBut(
    // A case a line
    // prettier-ignore
    [
    ["formulas: the cached value is used", formula(RECORDS, [1, "半天数"], [4, "排名"]), [`formula-in-input ${RECORDS}!K2`, `formula-in-input ${RECORDS}!S5`]],
    ["formulas on people", formula(PEOPLE, [2, "起始年度"]), [`formula-in-input ${PEOPLE}!L3`]],
    ["a formula in 单位信息", bendGrid(UNIT, { formulas: new Map([["8,1", "=TODAY()"]]) }), [`formula-in-input ${UNIT}!B9`]],
    ["a formula in 合计 is nobody's input", both(insert(RECORDS, 9, under(RECORD_COLUMNS, { 序号: "合计", 申报学时: 48 })), bendGrid(RECORDS, { formulas: new Map([["9,29", "=SUM(AD2:AD9)"]]) }))],
    ["a formula in an unknown column", both(bend(RECORDS, (lines) => lines.map((line, row) => [...line, row === 0 ? "自算" : row])), bendGrid(RECORDS, { formulas: new Map([["1,32", "=K2*4"]]) }))],
    ["hidden rows are read like others", hide(RECORDS), [`hidden-rows ${RECORDS}!A1`]],
    ["hidden rows of people", hide(PEOPLE), [`hidden-rows ${PEOPLE}!A1`]],
    ["an id typed as a number", put(PEOPLE, [1, "身份证号", 110105194912310020]), [`id-precision-lost ${PEOPLE}!D2`]],
    ["an id that was a number before it became text", put(PEOPLE, [1, "身份证号", "1.10105194912310E+17"]), [`id-precision-lost ${PEOPLE}!D2`]],
    ["a bad check character", put(PEOPLE, [1, "身份证号", "110105194912310021"]), [`id-checksum ${PEOPLE}!D2`]],
    ["an id with a small x, full-width, with spaces", put(PEOPLE, [1, "身份证号", "１１０１０５ 19491231 002x"])],
    ["an id of 15 digits", put(PEOPLE, [1, "身份证号", "110105491231002"]), [`id-checksum ${PEOPLE}!D2`]],
    ["an unknown evidence label beside those that are needed", put(RECORDS, [1, "证明材料", "培训通知、结业证书、合影"]), [`value-unknown ${RECORDS}!AE2`]],
  ],
  );

  test.each<[string, Bend, string, string | undefined]>([
    ["form", put(RECORDS, [1, "学习形式", "面受培训"]), `${RECORDS}!E2`, "面授培训"],
    ["subject", put(RECORDS, [1, "科目", "专业课目"]), `${RECORDS}!F2`, "专业科目"],
    ["level", put(RECORDS, [5, "级别", "市 级别"]), `${RECORDS}!R6`, "市级"],
    ["index", put(RECORDS, [4, "收录类别", "CSCI"]), `${RECORDS}!U5`, "SCI"],
    ["evidence label", put(RECORDS, [1, "证明材料", "培训通知书、结业证书"]), `${RECORDS}!AE2`, "培训通知"],
    ["level applied for", put(PEOPLE, [1, "申报级别", "副高"]), `${PEOPLE}!I2`, "副高级"],
    ["education", put(PEOPLE, [1, "学历", "本科"]), `${PEOPLE}!F2`, "大学本科"],
    ["nothing near", put(RECORDS, [5, "级别", "甲乙丙丁"]), `${RECORDS}!R6`, undefined],
  ])("an unknown %s: the nearest allowed value is named", (_what, bent, cell, nearest) => {
    const review = reviewOf(bent(cleanGrids()));
    expect(added(review, clean).filter((line) => line.startsWith("value-unknown"))).toEqual([`value-unknown ${cell}`]);
    expect(review.findings.find(({ code }) => code === "value-unknown")?.details?.nearest).toBe(nearest);
  });
});

describe("单位信息", () => {
  const pairs: Bend = bend(UNIT, (lines) =>
    Array.from({ length: Math.ceil(lines.length / 2) }, (_, at) => [
      ...(lines[2 * at] ?? []),
      ...(lines[2 * at + 1] ?? []),
    ]),
  );
  sameBut(
    // A case a line
    // prettier-ignore
    [
    ["two labels in a row", pairs],
    ["a number in front of the label", bend(UNIT, (lines) => lines.map((line, at) => [at + 1, ...line]))],
    ["colons and asterisks", bend(UNIT, (lines) => lines.map(([label = null, value = null]) => [`*${label}：`, value]))],
    ["a hint in column C", bend(UNIT, (lines) => lines.map((line) => [...line, "请如实填写"]))],
    ["the same thing said twice", bend(UNIT, (lines) => [...lines, lines[8] ?? []])],
    ["提交日期 said twice, otherwise", bend(UNIT, (lines) => [...lines, ["提交日期", serial("2018-09-10")]]), [`column-ambiguous ${UNIT}!B12`]],
  ],
  );

  test("a hint right of a blank cell is no value", () => {
    const { unit } = read(
      bend(UNIT, (lines) =>
        lines.map(([label = null, value = null]) =>
          label === "初审日期" ? [label, null, "市直单位必填"] : [label, value],
        ),
      )(cleanGrids()),
    );
    expect(unit.preReviewDate).toBeNull();
  });
});

describe("what can't be matched with certainty is reported", () => {
  const problemsOf = (grids: WorkbookGrids): string[] => {
    try {
      read(grids);
    } catch (error) {
      return (JSON.parse((error as Error).message) as InputProblem[]).map(
        (problem) => `${problem.sheet}!${problem.cell ?? ""} ${problemText(problem, "zh")}`,
      );
    }
    return [];
  };
  const without =
    (sheet: string): Bend =>
    (grids) =>
      new Map([...grids].filter(([name]) => name !== sheet));
  const unitValue = (label: string, value: CellValue): Bend =>
    bend(UNIT, (lines) => lines.map(([each = null, old = null]) => [each, each === label ? value : old]));
  test.each<[string, Bend, ...RegExp[]]>(
    // A case a line
    // prettier-ignore
    [
    ["no 单位信息", without(UNIT), /单位信息! 缺少工作表/],
    ["no 人员信息", without(PEOPLE), /人员信息! 缺少工作表/],
    ["no 学时记录", without(RECORDS), /学时记录! 缺少工作表/],
    ["a blank sheet", bend(RECORDS, () => [[null]]), /学时记录! 找不到表头行/],
    ["a header below row 20", bend(RECORDS, (lines) => [...Array.from({ length: 20 }, (_, at) => [at === 0 ? "说明" : null]), ...lines]), /学时记录! 找不到表头行.*前 20 行/],
    ["no 单位名称", unitValue("单位名称", " "), /单位信息!B1 “单位名称”没有填写/],
    ["no 单位性质", unitValue("单位性质", null), /单位信息!B2 “单位性质”没有填写/],
    ["no 申报年度", unitValue("申报年度", null), /单位信息!B8 “申报年度”没有填写/],
    ["申报年度 is no year", unitValue("申报年度", "去年"), /单位信息!B8 .*去年/],
    ["单位性质 nearly right", unitValue("单位性质", "市直属单位"), /单位信息!B2 .*市直属单位.*最接近“市直单位”/],
    ["unknown 政策", unitValue("政策", "nowhere"), /单位信息!B11 .*nowhere/],
    ["单位名称 twice", bend(UNIT, (lines) => [...lines, ["单位名称", "另一单位"]]), /单位信息!A12 “单位名称”出现了两次/],
    ["年度 twice", rename(RECORDS, { 备注: "年度" }), /学时记录!AF1 有两列都是“年度”/],
    ["题目 beside 名称", rename(RECORDS, { 备注: "题目" }), /学时记录!AF1 有两列都是“名称”.*“名称”.*“题目”/],
    ["申报专业 twice", rename(PEOPLE, { 备注: "申报专业" }), /人员信息!O1 有两列都是“申报专业”/],
    ["a header nearly right", rename(RECORDS, { 登记证书编号: "证书号码" }), /学时记录!B1 缺少必需的列“登记证书编号”：第 2 列“证书号码”是不是“登记证书编号”？请改列名/],
    ["another nearly right", rename(PEOPLE, { 申报级别: "拟申报级别" }), /人员信息!I1 .*第 9 列“拟申报级别”是不是“申报级别”/],
    ["nothing near", rename(PEOPLE, { 学历: "甲乙丙" }), /人员信息!A1 缺少必需的列“学历”：请补上该列/],
    ["所学专业 is never 申报专业", rename(PEOPLE, { 申报专业: "所学专业" }), /人员信息!A1 缺少必需的列“申报专业”：请补上该列/],
    ["two sheets at once", both(rename(PEOPLE, { 学历: "甲乙丙" }), rename(RECORDS, { 科目: "甲乙丙" })), /人员信息.*学历/, /学时记录.*科目/],
  ],
  )("%s", (_what, bent, ...lines) => {
    const problems = problemsOf(bent(cleanGrids()));
    expect(problems).toHaveLength(lines.length);
    lines.forEach((line, at) => expect(problems[at]).toMatch(line));
  });

  test.each([
    ["学时记录表", /工作表“学时记录表”是不是“学时记录”？请改名/],
    [" 学时记录", /工作表“ 学时记录”是不是“学时记录”？请改名/],
    ["人员信息", /把对应工作表改名为“学时记录”/],
    ["说明", /把对应工作表改名为“学时记录”/],
  ])("no 学时记录, but a sheet %j", (name, message) => {
    const reading = readSubmission(without(RECORDS)(cleanGrids()), { sheets: [UNIT, PEOPLE, name] });
    const [problem] = reading.ok ? [] : reading.problems;
    expect(problem === undefined ? "" : problemText(problem, "zh")).toMatch(message);
  });

  test.each(
    PEOPLE_COLUMNS.filter((each) => !["序号", "身份证号", "人事档案所在地", "已验印年度", "备注"].includes(each)),
  )("人员信息 without %s", (header) => {
    expect(problemsOf(rename(PEOPLE, { [header]: "甲乙丙丁戊己庚辛" })(cleanGrids()))).toEqual([
      expect.stringContaining(`缺少必需的列“${header}”`),
    ]);
  });
  test.each(["登记证书编号", "姓名", "年度", "学习形式", "科目", "名称", "证明材料"])(
    "学时记录 without %s",
    (header) => {
      expect(problemsOf(rename(RECORDS, { [header]: "甲乙丙丁戊己庚辛" })(cleanGrids()))).toEqual([
        expect.stringContaining(`缺少必需的列“${header}”`),
      ]);
    },
  );
  test.each(
    RECORD_COLUMNS.filter(
      (each) => !["登记证书编号", "姓名", "年度", "学习形式", "科目", "名称", "证明材料"].includes(each),
    ),
  )("学时记录 without %s is read: the column is blank", (header) => {
    expect(read(rename(RECORDS, { [header]: "甲乙丙丁戊己庚辛" })(cleanGrids())).records).toHaveLength(8);
  });
});

describe("what the reviewer has chosen", () => {
  const misnamed = both(
    rename(RECORDS, { 登记证书编号: "证号", 学习形式: "类别", 备注: "题目" }),
    rename(PEOPLE, { 申报专业: "所学专业" }),
  );
  const columns = {
    [RECORDS]: { 证号: "registrationNo", 类别: "form", 名称: "title" },
    [PEOPLE]: { 所学专业: "specialty" },
  };
  const choicesOf = (grids: WorkbookGrids, options = {}) => {
    try {
      read(grids, options);
    } catch (error) {
      return (
        JSON.parse((error as Error).message) as { choice?: { key: string; candidates: { header: string }[] } }[]
      ).map(({ choice }) => choice && [choice.key, choice.candidates.map(({ header }) => header)]);
    }
    return [];
  };

  test("problems carry the columns that could be meant: unknown ones, or the two that claim to be it", () => {
    const bent = both(rename(RECORDS, { 登记证书编号: "证号", 备注: "题目", 主办单位: "甲" }))(cleanGrids());
    expect(choicesOf(bent)).toEqual([
      ["registrationNo", ["证号", "甲"]],
      ["title", ["名称", "题目"]],
    ]);
  });

  test("所学专业 may be chosen by a person only if nothing else could be: it is not offered", () => {
    expect(choicesOf(rename(PEOPLE, { 申报专业: "所学专业" })(cleanGrids()))).toEqual([["specialty", []]]);
  });

  test("with it the review is that of the clean workbook", () => {
    const review = reviewOf(misnamed(cleanGrids()), { columns });
    expect(essence(review)).toEqual(essence(clean));
    expect(added(review, clean)).toEqual([]);
  });

  test("two columns of one name are told apart by their order", () => {
    const bent = both(rename(RECORDS, { 主办单位: "证号", 登记证书编号: "证号" }))(cleanGrids());
    expect(choicesOf(bent)).toEqual([["registrationNo", ["证号", "证号#2"]]]);
    expect(essence(reviewOf(bent, { columns: { [RECORDS]: { 证号: "registrationNo" } } }))).toEqual(essence(clean));
  });

  test.each<[string, Record<string, Record<string, string>>]>([
    ["of another sheet", { [FILINGS]: { 证号: "registrationNo" } }],
    ["of a header that is gone", { [RECORDS]: { 旧证号: "registrationNo" } }],
    ["of a key that there is not", { [RECORDS]: { 证号: "nonsense" } }],
  ])("a choice %s is not used", (_what, chosen) => {
    expect(choicesOf(rename(RECORDS, { 登记证书编号: "证号" })(cleanGrids()), { columns: chosen })).toEqual([
      ["registrationNo", ["证号"]],
    ]);
  });

  test("the layout says which columns were chosen", () => {
    expect([...read(misnamed(cleanGrids()), { columns }).recordLayout.chosen]).toEqual([
      ["registrationNo", "证号"],
      ["form", "类别"],
      ["title", "名称"],
    ]);
  });
});

describe("any of it together", () => {
  const title = fc.array(
    fc.constantFrom<readonly CellValue[]>(
      ["学时申报表"],
      [null],
      ["填报单位：虚构研究院", null, "2018年度"],
      [null, "姓名"],
    ),
    { maxLength: 12 },
  );
  const noise = fc.array(fc.tuple(fc.nat({ max: 6 }), fc.constantFrom("blank", "header", "totals", "numbered")), {
    maxLength: 5,
  });
  const order = fc.shuffledSubarray(
    RECORD_COLUMNS.map((_, at) => at),
    { minLength: RECORD_COLUMNS.length },
  );
  test("titles, any order of columns, two rows of headers and rows that are none change nothing", () => {
    fc.assert(
      fc.property(title, noise, order, fc.boolean(), (above, extra, columns, text) => {
        const rows: Bend = bend(RECORDS, (lines) => {
          const bent: CellValue[][] = [...lines];
          for (const [at, kind] of extra) {
            const line =
              kind === "header"
                ? [...RECORD_COLUMNS]
                : under(
                    RECORD_COLUMNS,
                    kind === "totals" ? { 姓名: "小计", 申报学时: 8 } : kind === "numbered" ? { 序号: 9 } : {},
                  );
            bent.splice(at + 1, 0, [...line]);
          }
          return bent;
        });
        const asText: Bend = bend(RECORDS, (lines) =>
          lines.map((line) => line.map((cell) => (cell === null || !text ? cell : String(cell)))),
        );
        const review = reviewOf(
          both(
            rows,
            asText,
            bend(
              RECORDS,
              reorder(() => columns),
            ),
            bend(RECORDS, (lines) => [...above, ...lines]),
          )(cleanGrids()),
        );
        expect(essence(review)).toEqual(essence(clean));
        expect(added(review, clean)).toEqual([]);
      }),
    );
  });
});

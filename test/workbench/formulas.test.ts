/** Ordinary formulas: what each gives over one small book, with values as Excel has them. */
import { fixFormulaRanges, isRange, parseA1Ref, stringifyA1Ref, stringifyTokens, tokenize } from "@borgar/fx/xlsx";
import { moveReferences } from "../../src/book/model/formulas";
import { HostHarness } from "./host-harness";

/** 学时: six records with a header; 空: blanks of every kind; names and a table. */
function book(): HostHarness {
  const host = new HostHarness().fill({
    "学时!A1": "编号",
    "学时!B1": "姓名",
    "学时!C1": "形式",
    "学时!D1": "学时",
    "学时!E1": "年度",
    "学时!A2": "YY001",
    "学时!B2": "甲",
    "学时!C2": "论文",
    "学时!D2": 30,
    "学时!E2": 2018,
    "学时!A3": "YY002",
    "学时!B3": "乙",
    "学时!C3": "面授培训",
    "学时!D3": 12,
    "学时!E3": 2018,
    "学时!A4": "YY003",
    "学时!B4": "甲",
    "学时!C4": "网络培训",
    "学时!D4": 20,
    "学时!E4": 2019,
    "学时!A5": "YY004",
    "学时!B5": "丙",
    "学时!C5": "论文",
    "学时!D5": "待定",
    "学时!E5": 2019,
    "学时!A6": "yy005",
    "学时!B6": "甲",
    "学时!C6": "研讨*会",
    "学时!E6": 2020,
    "学时!A7": "YY006",
    "学时!B7": "乙",
    "学时!C7": "论文",
    "学时!D7": 8.5,
    "学时!E7": 2020,
    "空!A2": "",
    "空!A3": 0,
    "空!A4": "0",
    "空!A5": true,
    "空!A6": " ",
    "空!A8": "=1/0",
    "空!A9": '=""',
    "空!A10": "12",
    "空!A11": "2018-3-5",
    "数!A1": 1,
    "数!A2": 3,
    "数!A3": 5,
    "数!A4": 7,
    "数!B1": "小",
    "数!B2": "中",
    "数!B3": "大",
    "数!B4": "特大",
    "数!D1": "甲",
    "数!E1": "乙",
    "数!F1": "丙",
    "数!D2": 10,
    "数!E2": 20,
    "数!F2": 30,
    "数!H1": "430903198001010011",
    "数!H2": "430903198001010029",
  });
  host.sheetNamed("表").setValue(0, 0, "项目");
  host.fill({ "表!B1": "学时 数", "表!A2": "一", "表!B2": 4, "表!A3": "二", "表!B3": 6, "表!A4": "三", "表!B4": 8 });
  host.sheetNamed("表").addTable({ row: 0, column: 0, rows: 4, columns: 2 }, "表1");
  host.workbook.setDefinedName("全部学时", "=学时!$D$2:$D$7");
  host.workbook.setDefinedName("一倍半", "=1.5");
  return host;
}

const given: readonly (readonly [formula: string, value: unknown])[] = [
  // reckoning
  ["=1+2*3", 7],
  ["=-2^2", 4],
  ["=2^-1", 0.5],
  ["=10%", 0.1],
  ["=0.1+0.2=0.3", true],
  ["=1/3*3", 1],
  ["=0.3-0.1-0.2", 0],
  ["=5/0", "#DIV/0!"],
  ['="3"+4', 7],
  ['=" 12% "*1', 0.12],
  ['="1,234"+0', 1234],
  ['="2018-3-5"+0', 43164],
  ['="甲"+1', "#VALUE!"],
  ['=""+1', "#VALUE!"],
  ["=TRUE+1", 2],
  ["=空!A1+1", 1],
  ['=空!A1&"x"', "x"],
  ["=空!A1=0", true],
  ['=空!A1=""', true],
  ['=空!A3=""', false],
  ['="a"="A"', true],
  ['=1<"1"', true],
  ['="甲"<"乙"', true],
  ['=TRUE>"z"', true],
  ['=1E15&""', "1E+15"],
  ['=0.1&""', "0.1"],
  ['=123456789012345&""', "123456789012345"],
  ['=1e-5&""', "0.00001"],
  ["=(-8)^(1/3)", "#NUM!"],
  ["=空!A8+1", "#DIV/0!"],
  ["=空!A1", 0],
  ['=2018&"年"', "2018年"],
  ["=1=TRUE", false],
  ["=0^0", "#NUM!"],
  // sums and counts
  ["=SUM(学时!D2:D7)", 70.5],
  ["=SUM(学时!D:D)", 70.5],
  ['=SUM(1,"2",TRUE)', 4],
  ["=SUM(空!A1:A7)", 0],
  ["=SUM(空!A1:A9)", "#DIV/0!"],
  ['=SUM("甲")', "#VALUE!"],
  ["=SUM(全部学时)*一倍半", 105.75],
  ["=AVERAGE(学时!D2:D7)", 17.625],
  ["=AVERAGE(空!A1:A2)", "#DIV/0!"],
  ["=MIN(学时!D2:D7)", 8.5],
  ["=MAX(学时!D2:D7)", 30],
  ["=MIN(空!A1:A2)", 0],
  ["=MEDIAN(1,2,3,10)", 2.5],
  ["=COUNT(学时!D1:D7)", 4],
  ['=COUNT(1,"2","甲",TRUE)', 3],
  ["=COUNT(空!A1:A11)", 1],
  ["=COUNTA(空!A1:A11)", 9],
  ['=COUNTA("")', 1],
  ["=COUNTBLANK(空!A1:A11)", 4],
  ["=COUNTBLANK(空!A:A)", 1048569],
  ["=PRODUCT(2,3,4)", 24],
  ["=SUMPRODUCT(数!A1:A4,数!A1:A4)", 84],
  ['=SUMPRODUCT((学时!C2:C7="论文")*1)', 3],
  ['=SUMPRODUCT((学时!B2:B7="甲")*(学时!E2:E7=2018),学时!D2:D7)', 30],
  ["=SUMPRODUCT(--(学时!E2:E7>=2019))", 4],
  ["=SUMPRODUCT(1/COUNTIF(学时!B2:B7,学时!B2:B7))", 3],
  ["=SUMPRODUCT(数!A1:A4,数!A1:A3)", "#VALUE!"],
  ["=LARGE(数!A1:A4,2)", 5],
  ["=SMALL(数!A1:A4,9)", "#NUM!"],
  ["=RANK(5,数!A1:A4)", 2],
  ["=STDEV.S(1,3)", Math.SQRT2],
  ["=STDEV(1)", "#DIV/0!"],
  // criteria
  ['=SUMIF(学时!C2:C7,"论文",学时!D2:D7)', 38.5],
  ['=SUMIF(学时!C:C,"*培训",学时!D:D)', 32],
  ['=SUMIF(学时!D2:D7,">=12")', 62],
  ['=SUMIF(学时!B2:B7,"<>甲",学时!D2)', 20.5],
  ['=SUMIF(学时!C2:C7,"研讨~*会",学时!E2:E7)', 2020],
  ['=SUMIF(学时!A2:A7,"yy00?",学时!D2:D7)', 70.5],
  ['=SUMIFS(学时!D:D,学时!B:B,"甲",学时!E:E,2018)', 30],
  ['=SUMIFS(学时!D:D,学时!E:E,">=2019",学时!E:E,"<2021")', 28.5],
  ['=SUMIFS(学时!D2:D7,学时!B2:B6,"甲")', "#VALUE!"],
  ['=SUMIFS(学时!D:D,学时!C:C,"<>")', 70.5],
  ['=COUNTIF(学时!C:C,"论文")', 3],
  ['=COUNTIF(学时!C2:C7,"论?")', 3],
  ['=COUNTIF(学时!D2:D7,"")', 1],
  ['=COUNTIF(学时!D2:D7,"<>")', 5],
  ['=COUNTIF(学时!D2:D7,"待*")', 1],
  ['=COUNTIF(学时!D2:D7,"*")', 1],
  ["=COUNTIF(空!A1:A11,0)", 2],
  ['=COUNTIF(空!A1:A11,"=")', 2],
  ['=COUNTIF(空!A1:A11,"")', 4],
  ["=COUNTIF(空!A1:A11,TRUE)", 1],
  ['=COUNTIF(空!A1:A11,"#DIV/0!")', 1],
  ["=COUNTIF(空!A1:A11,12)", 1],
  ["=COUNTIF(数!H1:H2,数!H1)", 2],
  ['=COUNTIF(数!H1:H2,数!H1&"*")', 1],
  ["=COUNTIF(学时!B2:B7,空!A1)", 0],
  ['=COUNTIFS(学时!B:B,"甲",学时!D:D,">0")', 2],
  ['=COUNTIFS(学时!C:C,"论文",学时!E:E,"<>2018")', 2],
  ['=AVERAGEIF(学时!C2:C7,"论文",学时!D2:D7)', 19.25],
  ['=AVERAGEIFS(学时!D:D,学时!B:B,"丁")', "#DIV/0!"],
  ['=MAXIFS(学时!D:D,学时!B:B,"甲")', 30],
  ['=MINIFS(学时!D:D,学时!B:B,"丁")', 0],
  // decisions
  ['=IF(1>2,"是","否")', "否"],
  ['=IF(空!A1,"是")', false],
  ["=IF(TRUE,空!A1)", 0],
  ['=IF("甲",1,2)', "#VALUE!"],
  ['=IF("true",1,2)', 1],
  ["=IF(FALSE,1/0,3)", 3],
  ["=IF(1,,2)", 0],
  ['=IFS(学时!D2>40,"优",学时!D2>20,"良",TRUE,"差")', "良"],
  ["=IFS(FALSE,1)", "#N/A"],
  ['=IFERROR(1/0,"无")', "无"],
  ['=IFERROR(空!A1,"无")', 0],
  ["=IFNA(1/0,1)", "#DIV/0!"],
  ['=IFNA(NA(),"缺")', "缺"],
  ['=AND(TRUE,1,"true")', true],
  ["=AND(空!A1:A2)", "#VALUE!"],
  ["=OR(FALSE,学时!D2>10)", true],
  ["=NOT(0)", true],
  ['=SWITCH(学时!C2,"培训",1,"论文",2)', 2],
  ['=SWITCH(9,1,"a")', "#N/A"],
  ['=SWITCH(9,1,"a","其他")', "其他"],
  ['=CHOOSE(2,"a","b")', "b"],
  ['=CHOOSE(3,"a","b")', "#VALUE!"],
  ["=SUM(CHOOSE(2,数!A1:A2,数!A3:A4))", 12],
  ['=SUM(IF(学时!C2:C7="论文",1,0))', 3],
  // looking up
  ['=VLOOKUP("YY003",学时!A:E,4,FALSE)', 20],
  ['=VLOOKUP("yy001",学时!A1:E7,2,0)', "甲"],
  ['=VLOOKUP("YY9",学时!A:E,2,FALSE)', "#N/A"],
  ['=VLOOKUP("YY00?",学时!A:E,2,)', "甲"],
  ["=VLOOKUP(4,数!A1:B4,2)", "中"],
  ["=VLOOKUP(0,数!A1:B4,2)", "#N/A"],
  ["=VLOOKUP(9,数!A1:B4,2,TRUE)", "特大"],
  ["=VLOOKUP(1,数!A1:B4,3)", "#REF!"],
  ["=VLOOKUP(1,数!A1:B4,0)", "#VALUE!"],
  ['=VLOOKUP("1",数!A1:B4,2,0)', "#N/A"],
  ['=VLOOKUP("YY005",学时!A:E,4,0)', 0],
  ['=VLOOKUP("YY005",学时!A:E,4,0)&""', ""],
  ['=HLOOKUP("乙",数!D1:F2,2,FALSE)', 20],
  ['=XLOOKUP("YY002",学时!A:A,学时!B:B)', "乙"],
  ['=XLOOKUP("无",学时!A:A,学时!B:B,"没有")', "没有"],
  ['=XLOOKUP("无",学时!A:A,学时!B:B)', "#N/A"],
  ["=XLOOKUP(4,数!A1:A4,数!B1:B4,,-1)", "中"],
  ["=XLOOKUP(4,数!A1:A4,数!B1:B4,,1)", "大"],
  ['=XLOOKUP("论文",学时!C:C,学时!A:A,,0,-1)', "YY006"],
  ['=XLOOKUP("*培训",学时!C:C,学时!A:A,,2)', "YY002"],
  ['=SUM(XLOOKUP("甲",数!D1:F1,数!D2:F2))', 10],
  ["=SUM(XLOOKUP(3,数!A1:A4,数!A1:B4))", 3],
  ['=MATCH("乙",学时!B:B,0)', 3],
  ["=MATCH(4,数!A1:A4)", 2],
  ["=MATCH(4,数!A1:A4,1)", 2],
  ['=MATCH("丁",学时!B:B,)', "#N/A"],
  ["=MATCH(15,{30,20,10},-1)", 2],
  ['=MATCH("网*",学时!C1:C7,0)', 4],
  ["=XMATCH(20,学时!D:D)", 4],
  ['=INDEX(学时!B:B,MATCH("YY004",学时!A:A,0))', "丙"],
  ["=INDEX(数!D1:F2,2,3)", 30],
  ["=INDEX(数!D1:F2,3,1)", "#REF!"],
  ["=SUM(INDEX(数!D1:F2,2,0))", 60],
  ["=INDEX(数!D2:F2,2)", 20],
  ["=SUM(数!A1:INDEX(数!A:A,3))", 9],
  ["=LOOKUP(6,数!A1:A4,数!B1:B4)", "大"],
  ["=ROW()", 1],
  ["=COLUMN()", 1],
  ["=ROW(学时!C5)", 5],
  ["=ROWS(学时!A2:E7)", 6],
  ["=COLUMNS(学时!A2:E7)", 5],
  ["=SUMPRODUCT(ROW(A1:A3))", 6],
  ["=ADDRESS(3,2)", "$B$3"],
  // texts
  ['=LEFT("继续教育",2)', "继续"],
  ['=LEFT("abc")', "a"],
  ['=LEFT("abc",-1)', "#VALUE!"],
  ['=RIGHT("2018年",9)', "2018年"],
  ['=MID("430903198001010011",7,4)', "1980"],
  ['=MID("abc",9,2)', ""],
  ['=MID("abc",0,2)', "#VALUE!"],
  ['=LEN("学时 ")', 3],
  ["=LEN(空!A1)", 0],
  ["=LEN(12.50)", 4],
  ['=LENB("学时a")', 5],
  ['=TRIM("  甲   乙 ")', "甲 乙"],
  ['=UPPER("ab")&LOWER("CD")', "ABcd"],
  ['=SUBSTITUTE("a-b-c","-","/")', "a/b/c"],
  ['=SUBSTITUTE("a-b-c","-","/",2)', "a-b/c"],
  ['=REPLACE("abcdef",2,3,"*")', "a*ef"],
  ['=FIND("教","继续教育")', 3],
  ['=FIND("A","abc")', "#VALUE!"],
  ['=SEARCH("A","cab")', 2],
  ['=SEARCH("教?","继续教育")', 3],
  ['=FIND("","abc")', 1],
  ['=CONCAT(学时!B2:B4,"!")', "甲乙甲!"],
  ['=CONCATENATE(1,"a",TRUE)', "1aTRUE"],
  ['=TEXTJOIN("、",TRUE,学时!B2:B7)', "甲、乙、甲、丙、甲、乙"],
  ['=TEXTJOIN(",",FALSE,空!A1:A4)', ",,0,0"],
  ['=TEXTJOIN(",",TRUE,空!A1:A4)', "0,0"],
  ['=TEXTJOIN("、",TRUE,IF(学时!C2:C7="论文",学时!B2:B7,""))', "甲、丙、乙"],
  ["=CHAR(65)&CHAR(10)", "A\n"],
  ['=EXACT("a","A")', false],
  ['=REPT("★",3)', "★★★"],
  ['=VALUE("12.5%")', 0.125],
  ['=VALUE("甲")', "#VALUE!"],
  ['=VALUE("１２")', 12],
  ['=T(5)&N("x")', "0"],
  ['=HYPERLINK("#学时!A1","看")', "看"],
  ['=TEXT(0.285,"0.00%")', "28.50%"],
  ['=TEXT(1234.5,"#,##0.00")', "1,234.50"],
  ['=TEXT(1.005,"0.00")', "1.01"],
  ['=TEXT(43164,"yyyy-mm-dd")', "2018-03-05"],
  ['=TEXT(43164,"yyyy年m月d日")', "2018年3月5日"],
  ['=TEXT(43164,"aaaa")', "星期一"],
  ['=TEXT(7,"000")', "007"],
  ['=TEXT("甲","@学时")', "甲学时"],
  ['=TEXT(-1,"yyyy")', "#VALUE!"],
  ['=TEXT("2018-3-5","m/d")', "3/5"],
  ['=TEXT(0.5,"h:mm")', "12:00"],
  // dates
  ["=DATE(2018,3,5)", 43164],
  ["=DATE(2018,14,1)", 43497],
  ["=DATE(2018,3,0)", 43159],
  ["=DATE(118,1,1)", 43101],
  ["=YEAR(43164)", 2018],
  ['=MONTH("2018-3-5")', 3],
  ["=DAY(DATE(2020,3,0))", 29],
  ["=YEAR(-1)", "#NUM!"],
  ["=YEAR(空!A1)", 1900],
  ['=DATEVALUE("2018/3/5")', 43164],
  ['=DATEVALUE("2018年3月5日")', 43164],
  ['=DATEVALUE("12")', "#VALUE!"],
  ['=DATEDIF("2018-3-5","2020-3-4","Y")', 1],
  ['=DATEDIF("2018-3-5","2020-3-4","YM")', 11],
  ['=DATEDIF("2018-1-31","2018-3-1","MD")', -2 + 0],
  ['=DATEDIF(2,1,"D")', "#NUM!"],
  ['=EDATE("2018-1-31",1)', 43159],
  ['=EOMONTH("2018-1-15",0)', 43131],
  ["=WEEKDAY(43164,2)", 1],
  ["=WEEKNUM(43164)", 10],
  ["=NETWORKDAYS(43164,43170)", 5],
  ["=TODAY()", 46349],
  ["=INT(NOW())=TODAY()", true],
  ['=DAYS("2018-3-5","2018-3-1")', 4],
  ["=TIME(8,30,0)", 8.5 / 24],
  ["=HOUR(0.75)", 18],
  // numbers
  ["=ROUND(2.5,0)", 3],
  ["=ROUND(-2.5,0)", -3],
  ["=ROUND(1.005,2)", 1.01],
  ["=ROUND(1234,-2)", 1200],
  ["=ROUNDUP(1.01,1)", 1.1],
  ["=ROUNDDOWN(-1.99,1)", -1.9],
  ["=INT(-1.5)", -2],
  ["=TRUNC(-1.5)", -1],
  ["=MOD(-3,2)", 1],
  ["=MOD(3,0)", "#DIV/0!"],
  ['=ABS("-3")', 3],
  ["=CEILING(7,3)", 9],
  ["=FLOOR(7,3)", 6],
  ["=MROUND(7,3)", 6],
  ["=SQRT(-1)", "#NUM!"],
  ["=POWER(2,10)", 1024],
  // questions
  ["=ISBLANK(空!A1)", true],
  ["=ISBLANK(空!A2)", false],
  ["=ISBLANK(空!A9)", false],
  ["=ISNUMBER(空!A4)", false],
  ["=ISTEXT(空!A4)", true],
  ["=ISERROR(空!A8)", true],
  ["=ISNA(空!A8)", false],
  ["=ISNA(NA())", true],
  ["=ISLOGICAL(空!A5)", true],
  ["=SUM(--ISNUMBER(学时!D2:D7))", 4],
  // tables, arrays, names, places
  ["=SUM(表1[学时 数])", 18],
  ["=SUM(表1)", 18],
  ["=COUNTA(表1[#All])", 8],
  ["=表1[[#Headers],[学时 数]]", "学时 数"],
  ["=SUM(表1[[项目]:[学时 数]])", 18],
  ["=SUM(表1[没有])", "#REF!"],
  ["=SUM({1,2;3,4})", 10],
  ["=SUM({1,2,3}*2)", 12],
  ["=SUM(数!A1:A4*数!A1:A4)", 84],
  ["=INDEX({1,2;3,4},2,1)", 3],
  ["=@数!A:A", 1],
  ["=没有!A1", "#REF!"],
  ["=SUM(#REF!)", "#REF!"],
  ["='学时'!D2", 30],
];

describe("formulas that Excel would reckon", () => {
  it.each(given)("%s", async (formula, value) => {
    const host = book();
    host.fill({ "答!A1": formula });
    await host.calculated();
    const shown = host.value("答!A1");
    if (typeof value === "number" && !Number.isInteger(value)) expect(shown).toBeCloseTo(value, 12);
    else expect(shown).toBe(value);
    expect(host.refused).toEqual([]);
  });

  it("knows the row of a table, and what a filter leaves in sight", async () => {
    const host = book().fill({ "表!C1": "两倍" });
    host.sheetNamed("表").resizeTable(host.sheetNamed("表").tables[0]!, { row: 0, column: 0, rows: 4, columns: 3 });
    host.fill({
      "表!C2": "=[@[学时 数]]*2",
      "表!C4": "=表1[@[学时 数]]*2",
      "答!A1": "=SUBTOTAL(9,表1[学时 数])",
      "答!A2": "=SUBTOTAL(103,表1[项目])",
    });
    await host.calculated();
    expect([host.value("表!C2"), host.value("表!C4"), host.value("答!A1")]).toEqual([8, 16, 18]);
    host.user.filter(host.sheetNamed("表"), 0, ["一", "三"]);
    await host.calculated();
    expect([host.value("答!A1"), host.value("答!A2")]).toEqual([12, 2]);
  });
});

it("the book moves the very references that fx sees", () => {
  const byParser = (formula: string): string => {
    const tokens = tokenize(formula, { mergeRefs: true });
    for (const token of tokens) {
      const reference = isRange(token) ? parseA1Ref(token.value, { allowNamed: false }) : undefined;
      if (reference === undefined || !("range" in reference)) continue;
      const { top, bottom } = reference.range;
      token.value = stringifyA1Ref({
        ...reference,
        range: {
          ...reference.range,
          top: top === null ? null : top + 1,
          bottom: bottom === null || bottom === undefined ? null : bottom + 1,
        },
      });
    }
    return stringifyTokens(tokens);
  };
  const change = { axis: "rows", at: 0, count: 1 } as const;
  const formulas = given.map(([formula]) => formula).filter((formula) => !formula.includes("#REF!"));
  expect(formulas.map((formula) => fixFormulaRanges(moveReferences(formula, change, () => true)))).toEqual(
    formulas.map((formula) => fixFormulaRanges(byParser(formula))),
  );
});

describe("formulas that nobody reckons here", () => {
  it("show #NAME? when a person typed them, and so does what reads them", async () => {
    const host = book();
    host.type("答!A1", "=不存在(1)");
    host.type("答!A2", "=没有的名称+1");
    host.type("答!A3", "=OFFSET(A1,1,1)");
    host.type("答!A4", '=A1&"x"');
    host.type("答!A5", '=IFERROR(A1,"无")');
    host.type("答!A6", "=数!A1:A4");
    await host.calculated();
    expect([1, 2, 3, 4, 5, 6].map((row) => host.value(`答!A${row}`))).toEqual([
      "#NAME?",
      "#NAME?",
      "#NAME?",
      "#NAME?",
      "无",
      "#SPILL!",
    ]);
  });

  it("keep what the file shows, marked stale once what they read has changed", async () => {
    const host = book();
    const sheet = host.sheetNamed("答");
    sheet.setFormula(0, 0, "=UNIQUE(学时!B2:B7)", "甲");
    sheet.setFormula(1, 0, "=SUM(学时!D2:D3)", 999);
    host.type("学时!D9", "1");
    await host.calculated();
    expect([host.value("答!A1"), sheet.cell(0, 0)?.stale, host.value("答!A2")]).toEqual(["甲", undefined, 999]);
    host.type("学时!B2", "丁");
    host.type("学时!D2", "31");
    await host.calculated();
    expect([host.value("答!A1"), sheet.cell(0, 0)?.stale, host.value("答!A2")]).toEqual(["甲", true, 43]);
  });

  it("show 0 where they go in a circle, and the workbook says so", async () => {
    const host = book();
    host.fill({ "答!A1": "=B1+1", "答!B1": "=A1+1", "答!C1": "=A1+5", "答!D1": "=SUM(D1:D3)" });
    await host.calculated();
    expect([host.value("答!A1"), host.value("答!B1"), host.value("答!C1"), host.value("答!D1")]).toEqual([0, 0, 5, 0]);
    expect(host.workbook.warnings).toHaveLength(3);
  });
});

/** A second invented unit, by the accounting rule (财会〔2018〕10号): eight accountants, 2019 to 2021, most kinds of record and of mistake. */
import type { SampleCell, SampleSheet } from "./sheets";
import { cell, readTable, type TableRow } from "./table";

const UNIT: readonly (readonly [label: string, value: string])[] = [
  ["单位名称", "虚构会计服务中心"],
  ["单位性质", "其他组织"],
  ["所属县（市）区", ""],
  ["主管部门", "虚构财政局"],
  ["经办人", "钱样办"],
  ["联系电话", "0000-0000000"],
  ["申报年度", "2022"],
  ["提交日期", "2022-03-10"],
  ["提交方式", "单位"],
  ["政策", "accounting-2018-10"],
];

const PEOPLE = readTable(`
编号   | 姓名   | 学历       | 现有职称   | 申报级别
KJ0001 | 张样账 | 大学本科   | 助理会计师 | 中级
KJ0002 | 李样税 | 大学本科   | 会计师     | 副高级
KJ0003 | 王示审 | 大学专科   | 助理会计师 | 中级
KJ0004 | 赵拟核 | 硕士研究生 | 会计师     | 副高级
KJ0005 | 周样票 | 大学本科   | 会计师     | 副高级
KJ0006 | 吴示算 | 博士研究生 | 高级会计师 | 正高级
KJ0007 | 郑拟簿 | 大学专科   | 助理会计师 | 中级
KJ0008 | 冯样表 | 大学本科   | 助理会计师 | 中级
`);

/** Courses of every year by their codes; 学时 as the platform's certificate has them. */
const COURSES = readTable(`
码 | 学习形式 | 科目     | 名称                 | 主办单位           | 开始  | 结束  | 半天数 | 证书学时
公 | 网络培训 | 公需科目 | 会计法律法规与职业道德 | 虚构会计继续教育网 | 04-01 | 06-30 |        | 30
德 | 网络培训 | 公需科目 | 宏观经济形势         | 虚构会计继续教育网 | 04-01 | 06-30 |        | 30
专 | 网络培训 | 专业科目 | 企业会计准则讲解     | 虚构会计继续教育网 | 07-01 | 10-31 |        | 60
短 | 网络培训 | 专业科目 | 政府会计制度专题     | 虚构会计继续教育网 | 07-01 | 08-31 |        | 30
面 | 面授培训 | 专业科目 | 内部控制实务研修     | 虚构财经学院       | 09-16 | 09-18 | 6      | 24
`);

const ATTENDANCE = readTable(`
编号   | 2019     | 2020  | 2021
KJ0001 |          | 公 专 | 公 专
KJ0002 | 公 短 面 | 公 专 | 公 专
KJ0003 | 公 专    | 公    | 公 专
KJ0004 | 公 短    | 公 专 |
KJ0005 | 公 专    | 公 专 | 公 短
KJ0006 | 公 面    | 公 专 |
KJ0007 | 公 德 短 | 公 专 | 公 专
KJ0008 |          |       | 公 专
`);

const OTHERS = readTable(`
编号   | 年度 | 学习形式       | 名称                         | 主办单位         | 其余
KJ0001 | 2019 | 会计考试       | 中级会计专业技术资格考试     | 虚构考试中心     | 完成日期=2019-09-08; 合格模块数=2; 申报学分=180; 证明材料=成绩单
KJ0001 | 2020 | 会计会议       | 虚构会计学会年会             | 虚构会计学会     | 开始日期=2020-11-05; 结束日期=2020-11-07; 会议天数=3; 半天数=1; 申报学分=30; 证明材料=会议邀请函
KJ0002 | 2020 | 会计类论文     | 中小企业成本核算刍议         | 虚构财会月刊     | 收录类别=国内公开; 排名=1; 完成日期=2020-05-20; 申报学分=30
KJ0002 | 2020 | 会计类论文     | 研发费用加计扣除要点         | 虚构财会月刊     | 收录类别=国内公开; 排名=2; 完成日期=2020-08-20; 申报学分=10
KJ0002 | 2020 | 会计类论文     | 本单位税务筹划心得           | 虚构内部通讯     | 收录类别=内部准印; 排名=1; 完成日期=2020-12-01; 申报学分=30
KJ0002 | 2021 | 会计会议       | 虚构税务筹划论坛             | 虚构注册税务学会 | 开始日期=2021-05-10; 结束日期=2021-05-12; 会议天数=3; 不计天数=1; 申报学分=30
KJ0003 | 2020 | 会计类学历教育 | 高级财务会计（专升本课程）   | 虚构开放大学     | 完成日期=2020-07-05; 合格模块数=1; 申报学分=90; 证明材料=成绩单
KJ0003 | 2021 | 会计类学历教育 | 审计学（专升本课程）         | 虚构开放大学     | 完成日期=2021-07-04; 合格模块数=1; 申报学分=90; 证明材料=成绩单
KJ0003 | 2021 | 会计类学历教育 | 管理会计（专升本课程）       | 虚构开放大学     | 完成日期=2021-07-06; 合格模块数=0; 考核结果=不合格
KJ0004 | 2019 | 会计类论文     | 管理会计工具应用             | 虚构会计研究     | 收录类别=CSSCI; 排名=1; 完成日期=2019-03-15; 申报学分=30
KJ0004 | 2020 | 会计类论文     | Lease accounting in practice | 虚构国际期刊     | 收录类别=SSCI; 排名=1; 完成日期=2020-06-30; 申报学分=30
KJ0004 | 2021 | 会计类书籍     | 成本会计案例                 | 虚构财经出版社   | 排名=2; 角色=参编; 完成日期=2021-04-01; 申报学分=60
KJ0004 | 2021 | 会计类论文     | 数据资产入表的几个问题       | 虚构会计研究     | 收录类别=北大核心; 排名=3; 角色=通讯作者; 完成日期=2021-10-15; 申报学分=30
KJ0005 | 2021 | 会计类课题     | 乡镇财政绩效评价研究         | 虚构会计学会     | 角色=参与; 排名=3; 申报学分=60
KJ0006 | 2019 | 会计会议       | 虚构全国会计学术年会         | 虚构会计学会     | 开始日期=2019-10-18; 结束日期=2019-10-20; 会议天数=3; 申报学分=30; 证明材料=会议邀请函
KJ0006 | 2020 | 会计类课题     | 集团资金管理咨询             | 虚构集团公司     | 级别=横向; 角色=主持; 完成日期=2020-12-10; 申报学分=90
KJ0006 | 2021 | 会计类课题     | 乡镇财政绩效评价研究         | 虚构会计学会     | 级别=社会力量; 排名=1; 完成日期=2021-11-30; 申报学分=90
KJ0006 | 2021 | 会计类书籍     | 政府会计操作指南             | 虚构财经出版社   | 排名=1; 角色=主编; 完成日期=2021-09-01; 申报学分=90
KJ0008 | 2019 | 会计考试       | 会计领军人才选拔考试         | 虚构财政局       | 完成日期=2019-12-01; 考核结果=合格; 申报学分=90; 证明材料=成绩单
KJ0008 | 2021 | 会计考试       | 注册会计师考试（会计）       | 虚构考试中心     | 完成日期=2020-12-20; 合格模块数=1; 申报学分=90; 证明材料=成绩单
KJ0008 | 2021 | 会计会议       | 虚构跨年财务论坛             | 虚构会计学会     | 开始日期=2020-12-30; 结束日期=2021-01-02; 会议天数=2; 申报学分=20; 证明材料=会议邀请函
KJ0008 | 2021 | 会计类学历教育 | 财务管理、税法（两门课程）   | 虚构开放大学     | 完成日期=2021-07-06; 合格模块数=2; 申报学分=180; 证明材料=成绩单
KJ0008 | 2020 | 计算机考试     | 会计信息化考试               | 虚构考试中心     | 完成日期=2020-05-20; 合格模块数=1; 申报学分=90
KJ0099 | 2020 | 会计会议       | 虚构会计学会年会             | 虚构会计学会     | 开始日期=2020-11-05; 结束日期=2020-11-07; 会议天数=3; 申报学分=30; 证明材料=会议邀请函
`);

/** What single cells of courses were filled in with instead. */
const MISTAKES = readTable(`
编号   | 年度 | 码 | 列       | 改为
KJ0005 | 2020 | 专 | 完成进度 | 60
KJ0002 | 2021 | 专 | 申报学分 | 90
KJ0007 | 2020 | 公 | 科目     |
KJ0007 | 2021 | 专 | 年度     | 2020
`);

const COLUMNS = [
  "序号",
  "登记证书编号",
  "姓名",
  "年度",
  "学习形式",
  "科目",
  "名称",
  "主办单位",
  "开始日期",
  "结束日期",
  "半天数",
  "会议天数",
  "不计天数",
  "证书学时",
  "完成进度",
  "级别",
  "排名",
  "角色",
  "收录类别",
  "完成日期",
  "合格模块数",
  "考核结果",
  "申报学分",
  "证明材料",
  "备注",
];
const WIDTHS = [6, 14, 10, 8, 14, 11, 28, 18, 12, 12, 8, 9, 9, 9, 9, 9, 7, 9, 11, 12, 11, 9, 9, 14, 14];
const DATES = ["开始日期", "结束日期", "完成日期"];
const NUMBERS = [
  "序号",
  "年度",
  "半天数",
  "会议天数",
  "不计天数",
  "证书学时",
  "完成进度",
  "排名",
  "合格模块数",
  "申报学分",
];

type Cells = Readonly<Record<string, string>>;

function courses(attended: TableRow): readonly Cells[] {
  const person = cell(attended, "编号");
  return ["2019", "2020", "2021"].flatMap((year) =>
    [...cell(attended, year).replace(/ /g, "")].map((code): Cells => {
      const course = COURSES.find((row) => row["码"] === code);
      if (course === undefined) throw new Error(`no course ${code}`);
      const online = cell(course, "学习形式") === "网络培训";
      const cells: Record<string, string> = {
        登记证书编号: person,
        年度: year,
        学习形式: cell(course, "学习形式"),
        科目: cell(course, "科目"),
        名称: `${year}年${cell(course, "名称")}`,
        主办单位: cell(course, "主办单位"),
        开始日期: `${year}-${cell(course, "开始")}`,
        结束日期: `${year}-${cell(course, "结束")}`,
        半天数: cell(course, "半天数"),
        证书学时: cell(course, "证书学时"),
        完成进度: online ? "100" : "",
        申报学分: online ? cell(course, "证书学时") : "30",
      };
      for (const mistake of MISTAKES)
        if (mistake["编号"] === person && mistake["年度"] === year && mistake["码"] === code)
          cells[cell(mistake, "列")] = cell(mistake, "改为");
      return cells;
    }),
  );
}

function others(): readonly Cells[] {
  return OTHERS.map((row) => ({
    登记证书编号: cell(row, "编号"),
    年度: cell(row, "年度"),
    学习形式: cell(row, "学习形式"),
    科目: "专业科目",
    名称: cell(row, "名称"),
    主办单位: cell(row, "主办单位"),
    ...Object.fromEntries(
      cell(row, "其余")
        .split("; ")
        .map((pair) => pair.split("=")),
    ),
  }));
}

function typed(column: string, text: string): SampleCell {
  if (text === "") return null;
  if (DATES.includes(column)) return { day: Math.round(Date.parse(`${text}T00:00:00Z`) / 86_400_000) + 25_569 };
  return NUMBERS.includes(column) ? Number(text) : text;
}

function recordSheet(): SampleSheet {
  const names = new Map(PEOPLE.map((row) => [cell(row, "编号"), cell(row, "姓名")]));
  const order = (cells: Cells): string => `${cells["登记证书编号"] ?? ""} ${cells["年度"] ?? ""}`;
  const records = [...ATTENDANCE.flatMap(courses), ...others()].sort((a, b) =>
    order(a) < order(b) ? -1 : order(a) > order(b) ? 1 : 0,
  );
  const lines = records.map((cells, index) => {
    const named: Cells = {
      ...cells,
      序号: String(index + 1),
      姓名: names.get(cells["登记证书编号"] ?? "") ?? "刘样外",
    };
    return COLUMNS.map((column) => typed(column, named[column] ?? ""));
  });
  const title = "虚构会计服务中心2019—2021年度会计专业技术人员继续教育学分申报表";
  return {
    name: "学时记录",
    lines: [[title], ["（本表人员、课程、成果均为虚构）"], COLUMNS, ...lines],
    headerRow: 2,
    widths: WIDTHS,
    filterTo: 2 + lines.length,
  };
}

function peopleSheet(): SampleSheet {
  const headers = [
    "序号",
    "登记证书编号",
    "姓名",
    "工作单位",
    "学历",
    "现有职称",
    "申报专业",
    "申报级别",
    "验证方式",
    "起始年度",
    "截止年度",
  ];
  const rows = PEOPLE.map((person, index): readonly SampleCell[] => [
    index + 1,
    cell(person, "编号"),
    cell(person, "姓名"),
    "虚构会计服务中心",
    cell(person, "学历"),
    cell(person, "现有职称"),
    "会计",
    cell(person, "申报级别"),
    "登记证书复印件",
    2019,
    2021,
  ]);
  return {
    name: "人员信息",
    lines: [headers, ...rows],
    headerRow: 0,
    widths: [6, 14, 10, 18, 12, 14, 10, 10, 16, 10, 10],
    filterTo: null,
  };
}

function unitSheet(): SampleSheet {
  const lines = UNIT.map(([label, value]): readonly SampleCell[] => [
    label,
    label === "申报年度"
      ? Number(value)
      : label.endsWith("日期")
        ? typed("开始日期", value)
        : value === ""
          ? null
          : value,
  ]);
  return { name: "单位信息", lines, headerRow: null, widths: [18, 28], filterTo: null };
}

export function accountingSheets(): readonly SampleSheet[] {
  return [unitSheet(), peopleSheet(), recordSheet()];
}

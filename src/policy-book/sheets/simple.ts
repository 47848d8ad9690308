/** Sheets of plain sections: everything of a policy but its forms, conversions, evidence and questions. */
import type { Policy } from "../../policy/language";
import {
  FILING_COLUMNS,
  PEOPLE_COLUMNS,
  RECORD_COLUMNS,
  UNIT_LABELS,
  VALUES,
  type ColumnWords,
} from "../../submission/vocabulary";
import {
  closed,
  code,
  fact,
  flag,
  form,
  levels,
  number,
  numberCell,
  numberOfCell,
  option,
  question,
  several,
  split,
  text,
  texts,
  whole,
  words,
  yesNo,
  type Codec,
} from "../codecs";
import type { Entry } from "../draft";
import type { Field, Section } from "../sections";
import { Unreadable } from "../unreadable";

export const field = (path: string, header: string, note: string, codec: Codec, needed = false): Field =>
  needed ? { path, header, note, codec, needed } : { path, header, note, codec };

/** A section whose entries are a list of the policy, by its path. */
export function listSection(title: string, path: string, fields: readonly Field[]): Section {
  const [first = "", second] = path.split(".");
  return {
    title,
    kind: "table",
    fields,
    entries: (policy) => {
      const part = policy[first as keyof Policy] as unknown;
      const list = second === undefined ? part : (part as Entry | undefined)?.[second];
      return (list ?? []) as Entry[];
    },
    put: (entries, { raw }) => {
      if (second === undefined) raw[first] = [...entries];
      else if (entries.length > 0 || raw[first] !== undefined) ((raw[first] ??= {}) as Entry)[second] = [...entries];
    },
  };
}

/** A card that is one part of the policy, absent where nothing of it is filled in. */
export function cardSection(title: string, path: string, fields: readonly Field[]): Section {
  const [first = "", second] = path.split(".");
  return {
    title,
    kind: "card",
    fields,
    entries: (policy) => {
      const part = policy[first as keyof Policy] as Entry | undefined;
      const entry = second === undefined ? part : (part?.[second] as Entry | undefined);
      return entry === undefined ? [] : [entry];
    },
    put: ([entry], reading) => {
      if (entry === undefined) return;
      const { raw } = reading;
      const target = second === undefined ? raw : ((raw[first] ??= {}) as Entry);
      const key = second ?? first;
      const before = target[key] as Entry | undefined;
      if (before === undefined) target[key] = entry;
      else {
        Object.assign(before, entry);
        reading.carry(entry, before, Object.keys(entry));
      }
    },
  };
}

const columns = (list: readonly ColumnWords[]) => words(list.map(({ key, header }) => [header, key] as const));
export const clause = (note = "依据的条款"): Field => field("clause", "条款", note, text, true);
const ask = (path = "ask"): Field => field(path, "口径", "有待决定的问题的编号，见“口径”", question);
const codeField = (path = "code", header = "代码", note = "提示用的代码，见“代码”", needed = true): Field =>
  field(path, header, note, code, needed);

// ---- 政策 ----

export const policySections: readonly Section[] = [
  {
    title: "政策",
    kind: "card",
    fields: [
      field("id", "代号", "小写字母、年份、文号，如 city-2019-12；改动过的政策另起代号", text, true),
      field("title", "名称", "文号和标题", text, true),
      field("unit", "单位", "学时或学分", text, true),
      field("issuer", "发文机关", "没有可不填", text),
      field("extends", "所依据的政策", "由哪一政策改来，填其代号；没有可不填", text),
      field("papers.filing", "备案表标题", "{year} 处填年度；不填时用表名", text),
      field("papers.organisations", "一览表标题", "{year} 处填年度；不填时用表名", text),
      field("papers.yearReport.title", "年度报告标题", "{year} 处填年度", text),
      field("papers.yearReport.basis", "年度报告依据", "为何报、报给谁；没有可不填", text),
    ],
    entries: (policy) => [policy],
    put: ([entry], reading) => {
      if (entry === undefined) return;
      Object.assign(reading.raw, entry);
      reading.carry(entry, reading.raw, Object.keys(entry));
    },
  },
  {
    title: "填表提示",
    kind: "table",
    fields: [
      field(
        "sheet",
        "表",
        "空白申报表的哪一张",
        words([
          ["单位信息", "unit"],
          ["人员信息", "people"],
        ]),
        true,
      ),
      field("column", "栏目", "栏目的名称", columns([...UNIT_LABELS, ...PEOPLE_COLUMNS]), true),
      field("note", "提示", "填表人看到的话", text, true),
    ],
    entries: ({ papers }) =>
      (["unit", "people"] as const).flatMap((sheet) =>
        Object.entries(papers.notes[sheet]).map(([column, note]) => ({ sheet, column, note })),
      ),
    put: (entries, reading) => {
      const papers = (reading.raw.papers ??= {}) as Entry;
      const notes: Record<string, Entry> = { unit: {}, people: {} };
      papers.notes = notes;
      for (const entry of entries) {
        const target = notes[String(entry.sheet)];
        if (target === undefined || entry.column === undefined) continue;
        target[String(entry.column)] = entry.note;
        const place = reading.placeOf(entry, "note");
        if (place !== null) reading.marks.mark(target, place, String(entry.column));
      }
    },
  },
];

// ---- 上限与归并 ----

export const groupSections: readonly Section[] = [
  listSection("上限与归并", "groups", [
    field("forms", "学习形式", "归在一起的形式，用顿号隔开", several(form), true),
    field("sameTitleAcrossForms", "仅同名", "只归并名称相同、形式不同的记录：是或否", yesNo),
    field("keep", "计法", "每人每年只计最高一项", words([["只计最高一项", "highest"]]), true),
    clause(),
    ask(),
    field("keepHighest", "采用此口径才归并", "问题的哪一选项；没有问题不填", option()),
    codeField("code", "代码", "未计的记录上提示的代码"),
  ]),
];

// ---- 词汇 ----

export const factWordSections: readonly Section[] = [
  listSection("说法", "factWords", [
    field("form", "学习形式", "在说明学时来历时，此形式的说法与众不同", form, true),
    field("fact", "栏目", "说的是哪一栏", fact, true),
    field("zh", "中文", "{value} 处为所填内容", text, true),
    field("en", "English", "the same in English", text, true),
    field("enOne", "English of 1", "where one thing is said another way", text),
  ]),
];

// ---- 年度要求 ----

/** A number, or a share of the total: `合计的2/3`. */
const least: Codec = {
  write: (value) =>
    typeof value === "number"
      ? numberCell(value)
      : `合计的${numberCell((value as { shareOfTotal: number }).shareOfTotal)}`,
  read: (cell) => {
    const [, share] = /^合计的\s*(.*)$/su.exec(String(cell).trim()) ?? [];
    return share === undefined ? numberOfCell(cell) : { shareOfTotal: numberOfCell(share) };
  },
};
const optionList: Codec = {
  write: (value, names, entry) => (value as string[]).map((each) => option().write(each, names, entry)).join("；"),
  read: (cell, names, entry) => split(cell, "；").map((piece) => option().read(piece, names, entry)),
};

export const minimumSections: readonly Section[] = [
  listSection("年度要求", "minima", [
    field(
      "of",
      "科目",
      "合计、公需科目或专业科目",
      words([
        ["合计", "total"],
        ["公需科目", "public"],
        ["专业科目", "professional"],
      ]),
      true,
    ),
    field("atLeast", "不少于", "数，或“合计的2/3”", least, true),
    clause(),
    codeField("code", "代码", "不足时提示的代码"),
    ask(),
    field("lenient", "视为达标的选项", "问题的哪一选项下不足也达标", option()),
    field("under", "适用的选项", "只在这些选项下有此要求，用分号隔开；不填为一律", optionList),
  ]),
  cardSection("评审分值", "score", [
    clause(),
    field("share", "占比", "继续教育占总分的比例，如 0.03", number, true),
    ask(),
    field("proportional", "按比例的选项", "问题的哪一选项为按比例", option()),
  ]),
];

// ---- 期限 ----

const FILED = columns(FILING_COLUMNS);
/** `申报上年：-1；申报当年：0`, by the options of the question. */
const offsets: Codec = {
  write: (value, names, entry) =>
    Object.entries(value as Record<string, number>)
      .map(([slug, years]) => `${names.optionName(String((entry.end as Entry).ask), slug)}：${years}`)
      .join("；"),
  read: (cell, names, entry) =>
    Object.fromEntries(
      split(cell, "；").map((piece) => {
        const [, name = piece, years = ""] = /^(.*)[：:]\s*(\S+)$/su.exec(piece) ?? [];
        const asked = String((entry.end as Entry | undefined)?.ask);
        const slug = names.optionSlug(asked, name);
        if (slug === undefined) throw new Unreadable("word-unknown", name, names.optionNames(asked));
        return [slug, numberOfCell(years)];
      }),
    ),
};
/** An option of a question at a nested path of the entry. */
const optionOf = (part: string): Codec => {
  const of = option();
  return {
    write: (value, names, entry) => of.write(value, names, entry[part] as Entry),
    read: (cell, names, entry) => of.read(cell, names, (entry[part] ?? {}) as Entry),
  };
};

export const termSections: readonly Section[] = [
  cardSection("备案", "filing", [
    clause(),
    field("always", "一律须有", "每件备案都须有的栏目，用顿号隔开", several(FILED)),
    codeField("notFiled", "未备案的代码", "未备案，或在培训开始后才备案"),
    codeField("incomplete", "备案不全的代码", "备案缺项"),
  ]),
  listSection("备案材料", "filing.demands", [
    field("form", "学习形式", "须备案的形式", form, true),
    field(
      "subject",
      "科目",
      "公需科目，或不限",
      words([
        ["公需科目", "public"],
        ["不限", "any"],
      ]),
      true,
    ),
    field("items", "须备栏目", "“培训备案”的栏目，用顿号隔开", several(FILED), true),
  ]),
  cardSection("没有备案号", "filing.unnumbered", [
    field("form", "学习形式", "没有备案号时须决定的形式", form, true),
    ask(),
    field("accept", "认可的选项", "问题的哪一选项为认可", option()),
    codeField(),
  ]),
  cardSection("公需主题", "filing.theme", [
    field("year", "年度", "此主题所属年度", whole, true),
    field("words", "主题", "培训主题中应有的词", text, true),
    ask(),
    field("accept", "认可的选项", "问题的哪一选项为其他主题也计算", option()),
    codeField(),
    clause(),
  ]),
  cardSection("补训", "makeup", [
    clause(),
    field("lastYear", "最后年度", "可补训的最后一年", whole, true),
    codeField("refused", "不予补训的代码", "在最后年度之后补训"),
    ask(),
    field("accept", "认可的选项", "问题的哪一选项为计算", option()),
    codeField("code", "代码", "可补训年度内提示的代码"),
  ]),
  cardSection("证明年度", "windows", [
    clause(),
    field("levels", "级别", "须证明若干年的申报级别，用顿号隔开", levels, true),
    field("years", "年数", "须证明的年数", whole, true),
    codeField("tooShort", "年数不足的代码", "所列年度不够"),
    codeField("claimDiffers", "年数有出入的代码", "所列年度多于所须"),
    codeField("yearNotMet", "年度不达标的代码", "其中一年不达标"),
    { ...ask("end.ask"), header: "截止年度的口径" },
    field("end.offsets", "截止年度", "各选项与申报年度相差的年数，如“申报当年：0；申报上年：-1”", offsets, true),
    codeField("end.code", "截止年度的代码", "截止年度未定时提示"),
    { ...ask("unstated.ask"), header: "未写明年数的口径" },
    field("unstated.asClaimed", "依所列年度的选项", "问题的哪一选项为依所列年度", optionOf("unstated"), true),
    codeField("unstated.code", "未写明年数的代码", "渠道没有写明年数时提示"),
  ]),
  listSection("学历减年", "windows.shorter", [
    field("education", "学历", "年数较少的学历", closed(VALUES.education), true),
    field("years", "年数", "该学历须证明的年数", whole, true),
  ]),
  cardSection("不须证明年度的人", "claimedYears", [
    clause(),
    codeField("yearNotMet", "年度不达标的代码", "所列年度中一年不达标"),
  ]),
];

// ---- 渠道 ----

export const channelSections: readonly Section[] = [
  listSection("单位性质", "unitKinds", [
    field("label", "单位性质", "单位信息中的写法", text, true),
    field("nature", "类别", "渠道所用的类别代号", text, true),
  ]),
  listSection("渠道", "channels", [
    field("natures", "类别", "此渠道的单位类别，用顿号隔开", texts, true),
    clause(),
    field("months.first", "首月", "受理的第一个月；全年受理不填", whole),
    field("months.last", "末月", "受理的最后一个月，含当月", whole),
    codeField("months.code", "期外的代码", "不在受理月份内", false),
    codeField("individual.code", "个人提交的代码", "个人自行提交；不问则不填", false),
    field(
      "via.submitter",
      "不应由谁提交",
      "由其提交时提示",
      words([
        ["单位", "unit"],
        ["主管部门", "department"],
      ]),
    ),
    codeField("via.code", "提交方式的代码", "由不应提交者提交", false),
    codeField("preReview.code", "缺初审的代码", "没有初审日期；不问则不填", false),
    field("windowStated", "写明年数", "政策为此渠道写明了须证明的年数：是或否", yesNo, true),
  ]),
  cardSection("验证方式", "proofs", [
    clause(),
    field("senior", "须证明年度者", "应申请的验证方式", closed(VALUES.proof), true),
    field("others", "其他级别", "应申请的验证方式", closed(VALUES.proof), true),
    field("othersClause", "其他级别的条款", "依据的条款", text, true),
    field("ownPlace", "本级档案", "没有所属县（市）区的单位，人事档案所在地的写法", text, true),
    codeField("wrongProof", "方式不符的代码", "申请的验证方式不符"),
    codeField("wrongPlace", "档案地不符的代码", "人事档案不在受理地"),
  ]),
];

// ---- 代码 ----

const severity = words([
  ["错误", "error"],
  ["待判断", "judgement"],
  ["警告", "warning"],
  ["说明", "info"],
]);
/** Cells of words in two languages: what is wrong, and what to do. */
const wordFields = (before = ""): readonly Field[] => [
  field(`${before}zh.0`, "问题（中文）", "{…} 处填细节；[…] 内缺细节时省去", text),
  field(`${before}zh.1`, "办法（中文）", "怎样改正；口径的代码可不填", text),
  field(`${before}en.0`, "Problem (English)", "英文窗格中的问题", text),
  field(`${before}en.1`, "Remedy (English)", "英文窗格中的办法", text),
];
const WORD_PATHS = ["zh", "en"] as const;

/** `{0: …, 1: …}` as a list, without what comes after a blank. */
function wordLists(entry: Entry, reading: Parameters<Section["put"]>[1]): void {
  for (const language of WORD_PATHS) {
    const parts = entry[language] as Entry | undefined;
    if (parts === undefined) continue;
    const list = [parts["0"] ?? "", ...(parts["1"] === undefined ? [] : [parts["1"]])];
    reading.carry(parts, list, ["0", "1"]);
    entry[language] = list;
  }
}

export const codeSections: readonly Section[] = [
  {
    title: "代码",
    kind: "table",
    fields: [
      field("name", "代码", "小写英文和短横，全表不重复", code, true),
      field("severity", "程度", "错误、待判断（口径的代码）、警告、说明；通用代码不填", severity),
      field("cell", "所在栏目", "问题在“学时记录”的哪一栏；不填为整行", columns(RECORD_COLUMNS)),
      field("lifted", "可人工认定", "人工认定后不再算错：是，或不填", flag),
      field("clause", "条款", "不由形式决定的条款", text),
      ...wordFields(),
      field(
        "sendBack",
        "退回件",
        "不填为照常；只作说明，或属本机关的事",
        words([
          ["只作说明", "explains"],
          ["机关内部", "office"],
        ]),
      ),
      field("returned.zh", "退回时（中文）", "退回单位时改说的话", text),
      field("returned.en", "退回时（English）", "the same in English", text),
    ],
    entries: ({ codes, clauses }) => {
      const own = Object.entries(codes).map(([name, { sendBack, ...entry }]) => ({
        name,
        ...entry,
        ...(typeof sendBack === "object" ? { returned: sendBack } : sendBack === undefined ? {} : { sendBack }),
        ...(clauses[name] === undefined ? {} : { clause: clauses[name] }),
      }));
      const general = Object.entries(clauses).flatMap(([name, text]) =>
        name in codes ? [] : [{ name, clause: text }],
      );
      return [...own, ...general];
    },
    put: (entries, reading) => {
      const codes = reading.raw.codes as Record<string, Entry>;
      const clauses = reading.raw.clauses as Entry;
      for (const { name, clause: text, returned, ...rest } of entries) {
        if (name === undefined) continue;
        const key = String(name);
        const row = entries.find((each) => each.name === name) as Entry;
        const place = reading.placeOf(row, "name");
        if (key in codes || key in clauses) {
          const twice = entries.filter((each) => each.name === name).at(-1);
          const at = twice === undefined ? place : reading.placeOf(twice, "name");
          if (at !== null) reading.findings.add("row-twice", at, { found: key });
          continue;
        }
        if (text !== undefined) {
          clauses[key] = text;
          const at = reading.placeOf(row, "clause");
          if (at !== null) reading.marks.mark(clauses, at, key);
        }
        const entry: Entry = { ...rest, ...(returned === undefined ? {} : { sendBack: returned }) };
        if (Object.keys(entry).length === 0) continue;
        reading.carry(row, entry, Object.keys(rest));
        wordLists(entry, reading);
        codes[key] = entry;
        if (place !== null) reading.marks.mark(codes, place, key);
      }
    },
  },
  {
    title: "另说的话",
    kind: "table",
    fields: [
      field("name", "代码", "上表中的代码", code, true),
      field("wanted", "所须", "说明栏目应填什么的细节", text, true),
      ...wordFields(),
    ],
    entries: ({ codes }) =>
      Object.entries(codes).flatMap(([name, { wanted }]) =>
        Object.entries(wanted ?? {}).map(([key, entry]) => ({ name, wanted: key, ...entry })),
      ),
    put: (entries, reading) => {
      const codes = reading.raw.codes as Record<string, Entry>;
      for (const row of entries) {
        const { name, wanted, ...rest } = row;
        const entry: Entry = { ...rest };
        reading.carry(row, entry, Object.keys(rest));
        wordLists(entry, reading);
        const code = (codes[String(name)] ??= {});
        ((code.wanted ??= {}) as Entry)[String(wanted)] = entry;
      }
    },
  },
];

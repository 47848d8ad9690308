/** Sheets 形式, 材料, 词汇 and 口径: forms, their evidence, and the questions. */
import type { Policy } from "../../policy/language";
import {
  code,
  document,
  documents,
  documentSets,
  facts,
  factsUnless,
  form,
  option,
  question,
  text,
  texts,
  words,
  yesNo,
} from "../codecs";
import type { Entry } from "../draft";
import type { Reading, Section } from "../sections";
import { field } from "./simple";

/** Forms with their slug, as rows of a table. */
const formRows = (policy: Policy): Entry[] =>
  Object.entries(policy.forms).map(([slug, form]) => ({ form: slug, ...form }));

/** Puts keys of rows into the forms that the rows name. A form's second row is said. */
function putIntoForms(entries: readonly Entry[], reading: Reading, keys: readonly string[], part?: string): void {
  const seen = new Set<string>();
  for (const entry of entries) {
    const found = reading.form(entry.form);
    if (found === undefined) continue;
    const place = reading.placeOf(entry, "form");
    if (seen.has(String(entry.form)) && place !== null)
      reading.findings.add("row-twice", place, { found: reading.names.forms.nameOf(String(entry.form)) });
    seen.add(String(entry.form));
    const target = part === undefined ? found : ((found[part] ??= {}) as Entry);
    for (const key of keys) if (entry[key] !== undefined) target[key] = entry[key];
    reading.carry(entry, target, keys);
  }
}

const FORM_KEYS = [
  "labels",
  "clause",
  "subject",
  "subjectAsked",
  "dates",
  "extent",
  "creditYear",
  "stamped",
  "noOverlap",
  "rankIsUnique",
] as const;

export const formBasics: Section = {
  title: "形式",
  kind: "table",
  fields: [
    field("slug", "代号", "小写英文，全表不重复", code, true),
    field("labels", "学习形式", "“学时记录”中的写法，用顿号隔开；第一种是各表所用的名称", texts, true),
    field("clause", "条款", "列入继续教育的条款", text, true),
    field(
      "subject",
      "科目",
      "依登记：公需或专业都可；专业：一律专业科目",
      words([
        ["依登记", "registered"],
        ["专业", "professional"],
      ]),
    ),
    field("subjectAsked", "核对科目", "科目填得不对时提示：是或否", yesNo),
    field(
      "dates",
      "起止日期",
      "须填；可用（有则用）；须到日（学时取决于日期）；不用",
      words([
        ["须填", "asked"],
        ["可用", "used"],
        ["须到日", "to-the-day"],
        ["不用", "not-used"],
      ]),
    ),
    field(
      "extent",
      "时间单位",
      "起止日期之内按什么计：半天、整天、证书",
      words([
        ["半天", "half-days"],
        ["整天", "days"],
        ["证书", "certificate"],
      ]),
    ),
    field(
      "creditYear",
      "计入年度",
      "学习当年（起止日期）；完成当年（完成日期）；不限",
      words([
        ["学习当年", "period"],
        ["完成当年", "completion"],
        ["不限", "none"],
      ]),
    ),
    field("stamped", "须初审盖章", "是或否", yesNo),
    field("noOverlap", "不得同日", "同一人两条记录不得占同一天：是或否", yesNo),
    field("rankIsUnique", "排名唯一", "同一成果两人不得同一排名：是或否", yesNo),
  ],
  entries: (policy) => formRows(policy).map((row) => ({ ...row, slug: row.form })),
  put: (entries, reading) => {
    const forms = reading.raw.forms as Record<string, Entry>;
    for (const entry of entries) {
      if (entry.slug === undefined) continue;
      const slug = String(entry.slug);
      const place = reading.placeOf(entry, "slug");
      if (slug in forms) {
        if (place !== null) reading.findings.add("row-twice", place, { found: slug });
        continue;
      }
      const made: Entry = {};
      for (const key of FORM_KEYS) if (entry[key] !== undefined) made[key] = entry[key];
      reading.carry(entry, made, FORM_KEYS);
      forms[slug] = made;
      if (place !== null) reading.marks.mark(forms, place, slug);
    }
  },
};

export const formSections: readonly Section[] = [
  formBasics,
  {
    title: "读取",
    kind: "table",
    fields: [
      field("form", "学习形式", "上表的第一种写法", form, true),
      field("needs", "必填", "不填即错的栏目，用顿号隔开", facts),
      field("numbers", "数目", "核对其数值的栏目，用分号隔开；可写“排名（除非 角色为 主编）”", factsUnless),
      field("legible", "须可读", "填了就要读得出的栏目，用分号隔开", factsUnless),
    ],
    entries: (policy) =>
      formRows(policy).flatMap(({ form: slug, conversion }) => {
        const entry: Entry = { form: slug };
        for (const key of ["needs", "numbers", "legible"]) {
          const list = (conversion as Entry)[key] as unknown[];
          if (list.length > 0) entry[key] = list;
        }
        return Object.keys(entry).length > 1 ? [entry] : [];
      }),
    put: (entries, reading) => putIntoForms(entries, reading, ["needs", "numbers", "legible"], "conversion"),
  },
  {
    title: "次年申报",
    kind: "table",
    fields: [
      field("form", "学习形式", "完成后的次年也可能申报的形式", form, true),
      field("ask", "口径", "可否的问题，见“口径”", question, true),
      field("accept", "认可的选项", "问题的哪一选项为可以", option(), true),
      field("code", "代码", "未决定时提示", code, true),
    ],
    entries: (policy) =>
      formRows(policy).flatMap((row) =>
        row.yearAfter === undefined ? [] : [{ form: row.form, ...(row.yearAfter as Entry) }],
      ),
    put: (entries, reading) => putIntoForms(entries, reading, ["ask", "accept", "code"], "yearAfter"),
  },
];

// ---- 词汇 ----

/** The raw evidence of a row's form, made where there is none yet. */
function evidenceOf(entry: Entry, reading: Reading): Entry | undefined {
  const found = reading.form(entry.form);
  return found === undefined ? undefined : ((found.evidence ??= {}) as Entry);
}

export const vocabularySections: readonly Section[] = [
  {
    title: "材料名称",
    kind: "table",
    fields: [
      field("form", "学习形式", "材料所属的形式", form, true),
      field("label", "写法", "“证明材料”一栏中的写法；一种材料可有几种写法，各占一行", text, true),
      field("slug", "材料代号", "同一材料代号相同；小写英文", code, true),
    ],
    entries: (policy) =>
      Object.entries(policy.forms).flatMap(([slug, { evidence }]) =>
        Object.entries(evidence?.labels ?? {}).map(([label, document]) => ({ form: slug, label, slug: document })),
      ),
    put: (entries, reading) => {
      for (const entry of entries) {
        const evidence = evidenceOf(entry, reading);
        if (evidence === undefined || entry.label === undefined) continue;
        const labels = (evidence.labels ??= {}) as Entry;
        const label = String(entry.label);
        const place = reading.placeOf(entry, "label");
        if (label in labels && place !== null) reading.findings.add("row-twice", place, { found: label });
        else labels[label] = entry.slug;
        reading.carry(entry, labels, []);
        if (place !== null) reading.marks.mark(labels, place, label);
      }
    },
  },
];

// ---- 材料 ----

export const evidenceSections: readonly Section[] = [
  {
    title: "成套材料",
    kind: "table",
    fields: [
      field("form", "学习形式", "每行一套，任一套齐全即可", form, true),
      field("set", "材料", "一套中的各件，用顿号隔开；写法见“词汇”", documents, true),
      field("clause", "条款", "同一形式各行相同", text, true),
    ],
    entries: (policy) =>
      Object.entries(policy.forms).flatMap(([slug, { evidence }]) =>
        (evidence?.sets ?? []).map((set) => ({ form: slug, set, clause: evidence?.clause })),
      ),
    put: (entries, reading) => {
      for (const entry of entries) {
        const evidence = evidenceOf(entry, reading);
        if (evidence === undefined) continue;
        const sets = (evidence.sets ??= []) as unknown[];
        const place = reading.placeOf(entry, "set");
        if (entry.set !== undefined) {
          if (place !== null) reading.marks.mark(sets, place, String(sets.length));
          sets.push(entry.set);
        }
        reading.carry(entry, evidence, ["clause"]);
        if (evidence.clause === undefined) evidence.clause = entry.clause;
        else if (entry.clause !== undefined && entry.clause !== evidence.clause) {
          const at = reading.placeOf(entry, "clause");
          if (at !== null)
            reading.findings.add("row-differs", at, {
              found: String(entry.clause),
              allowed: [String(evidence.clause)],
            });
        }
      }
    },
  },
  {
    title: "代替",
    kind: "table",
    fields: [
      field("form", "学习形式", "", form, true),
      field("slug", "材料", "可以代替的材料", document, true),
      field("standsFor", "代替", "被代替的材料", document, true),
      field("code", "代码", "代替时提示", code, true),
      field("clause", "条款", "", text, true),
    ],
    entries: (policy) =>
      Object.entries(policy.forms).flatMap(([slug, { evidence }]) =>
        (evidence?.substitutes ?? []).map((entry) => ({ form: slug, ...entry })),
      ),
    put: listIntoEvidence("substitutes", ["slug", "standsFor", "code", "clause"]),
  },
  {
    title: "有待决定的材料",
    kind: "table",
    fields: [
      field("form", "学习形式", "按行的次序考虑", form, true),
      field("ask", "口径", "较少的材料够不够，见“口径”", question, true),
      field("accept", "认可的选项", "问题的哪一选项为够", option(), true),
      field("sets", "够用的材料", "各套用分号隔开；一件不须的写“不须材料”", documentSets, true),
      field("saysIncomplete", "同时提示不齐", "未决定时也提示材料不齐：是或否", yesNo, true),
      field("code", "代码", "未决定时提示", code, true),
      field("clause", "条款", "", text, true),
    ],
    entries: (policy) =>
      Object.entries(policy.forms).flatMap(([slug, { evidence }]) =>
        (evidence?.openings ?? []).map((entry) => ({ form: slug, ...entry })),
      ),
    put: listIntoEvidence("openings", ["ask", "accept", "sets", "saysIncomplete", "code", "clause"]),
  },
];

function listIntoEvidence(key: string, keys: readonly string[]): Section["put"] {
  return (entries, reading) => {
    for (const entry of entries) {
      const evidence = evidenceOf(entry, reading);
      if (evidence === undefined) continue;
      const made: Entry = {};
      for (const each of keys) if (entry[each] !== undefined) made[each] = entry[each];
      reading.carry(entry, made, keys);
      ((evidence[key] ??= []) as Entry[]).push(made);
    }
  };
}

// ---- 口径 ----

export const questionSections: readonly Section[] = [
  {
    title: "口径",
    kind: "table",
    fields: [
      field("id", "编号", "字母和两位数，如 B-01；各政策不得相同。其后各行不填，为同一问题的选项", code),
      field("clause", "条款", "没有写明或前后不一的条款", text),
      field("zh", "问题（中文）", "", text),
      field("en", "Question (English)", "", text),
      field("option", "选项代号", "第一个选项是暂定口径", text, true),
      field("optionZh", "选项（中文）", "“折算”等表中所用的写法", text, true),
      field("optionEn", "Option (English)", "", text, true),
    ],
    entries: ({ questions }) =>
      questions.flatMap(({ id, clause, options, zh, en }) =>
        options.map((option, at) => ({
          ...(at === 0 ? { id, clause, zh: zh.question, en: en.question } : {}),
          option,
          optionZh: zh.options[option],
          optionEn: en.options[option],
        })),
      ),
    put: (entries, reading) => {
      const questions = reading.raw.questions as Entry[];
      let current: { options: string[]; zh: { options: Entry }; en: { options: Entry } } | undefined;
      for (const entry of entries) {
        if (entry.id !== undefined) {
          const options: string[] = [];
          const [zh, en] = [entry.zh, entry.en].map((asked) => ({
            ...(asked === undefined ? {} : { question: asked }),
            options: {} as Entry,
          })) as [{ options: Entry }, { options: Entry }];
          const made = {
            id: entry.id,
            ...(entry.clause === undefined ? {} : { clause: entry.clause }),
            options,
            zh,
            en,
          };
          reading.carry(entry, made, ["id", "clause", "zh", "en"]);
          reading.carry(entry, options, []);
          const place = reading.placeOf(entry, "id");
          if (place !== null && questions.some(({ id }) => id === entry.id))
            reading.findings.add("row-twice", place, { found: String(entry.id) });
          questions.push(made);
          current = made;
        }
        if (current === undefined) {
          const place = reading.placeOf(entry, "option");
          if (place !== null) reading.findings.add("option-without-question", place, { found: String(entry.option) });
          continue;
        }
        if (entry.option === undefined) continue;
        const option = String(entry.option);
        const place = reading.placeOf(entry, "option");
        if (current.options.includes(option)) {
          if (place !== null) reading.findings.add("option-twice", place, { found: option });
          continue;
        }
        if (place !== null) reading.marks.mark(current.options, place, String(current.options.length));
        current.options.push(option);
        if (entry.optionZh !== undefined) current.zh.options[option] = entry.optionZh;
        if (entry.optionEn !== undefined) current.en.options[option] = entry.optionEn;
      }
    },
  },
];

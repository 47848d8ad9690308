/** The workbook that sums a batch up: units and results with links, who fails, what is open, what only the whole shows, and the year's report. */
import { questionWords } from "../messages";
import { sumOfTallies, yearReportOf, type ReportTallies } from "../papers";
import {
  effectWords,
  tablePlan,
  type OptionEffect,
  type OwnSheetPlan,
  type PlannedCell,
  type StateTransition,
  type ResultColumn,
} from "../results";
import type { Across, ProvenElsewhere } from "./across";
import { ACROSS_WORDS, CITY_SHEETS, CITY_TITLES, CITY_WORDS } from "./city-words";
import type { FileFacts } from "./facts";
import type { FileSummary } from "./summary";

/** A workbook of the batch; `facts` is null where it could not be reviewed. */
export interface CityFile extends FileSummary {
  readonly facts: FileFacts | null;
}

const MOST_PROBLEMS = 3;

/** Excel takes no longer literal in a formula. */
const MAX_LITERAL = 255;

/** `folder`: name of the folder with the results, which stands beside this workbook; `today` is "YYYY-MM-DD". */
export function cityPlans(
  files: readonly CityFile[],
  across: readonly Across[],
  proven: readonly ProvenElsewhere[],
  { folder, today }: { readonly folder: string; readonly today: string },
): readonly OwnSheetPlan[] {
  const link = (file: string): PlannedCell => linkTo(`${folder}/${file}`, file);
  return [
    filesPlan(files, link),
    failingPlan(files, link),
    problemsPlan(files),
    questionsPlan(files),
    acrossPlan(across, link),
    provenPlan(proven, link),
    incomingPlan(files, link),
    ...reportPlans(files, today),
  ];
}

/** A file's name as a link to it; as text where it is too long, or holds what Excel takes for a part of an address. */
function linkTo(path: string, text: string): PlannedCell {
  if (path.length > MAX_LITERAL || /[#%]/.test(path)) return text;
  return { formula: `=HYPERLINK(${quoted(path)},${quoted(text)})`, shown: text };
}

const quoted = (text: string): string => `"${text.replace(/"/g, '""')}"`;

const column = (title: string, kind: ResultColumn["kind"], width: number): ResultColumn => ({
  title,
  kind,
  width,
  ...(width > 30 ? { wrap: true } : {}),
});

function columnsOf<Titles extends readonly string[]>(
  titles: Titles,
  kinds: string,
  widths: readonly number[],
): readonly ResultColumn[] {
  const KINDS = { t: "text", n: "number", f: "formula" } as const;
  return titles.map((title, at) => column(title, KINDS[kinds[at] as keyof typeof KINDS], widths[at] ?? 10));
}

/** Lines, or one that says that there are none. */
const orNone = (lines: readonly (readonly PlannedCell[])[], width: number): readonly (readonly PlannedCell[])[] =>
  lines.length > 0 ? lines : [[CITY_WORDS.nothing, ...new Array<null>(width - 1).fill(null)]];

function filesPlan(files: readonly CityFile[], link: (file: string) => PlannedCell): OwnSheetPlan {
  const total = (key: "records" | "people" | "qualified" | "unqualified" | "pending"): number =>
    files.reduce((sum, file) => sum + file[key], 0);
  const counts = (file: Pick<CityFile, "records" | "people" | "qualified" | "unqualified" | "pending">) => [
    file.records,
    file.people,
    file.qualified,
    file.unqualified,
    file.pending,
    file.people === 0 ? null : file.qualified / file.people,
  ];
  const lines = files.map((each, at): PlannedCell[] => [
    at + 1,
    each.exit === 0 ? link(each.file) : each.file,
    each.facts?.unitName ?? null,
    each.exit === 0 ? CITY_WORDS.reviewed : CITY_WORDS.refused,
    ...(each.exit === 0 ? counts(each) : new Array<null>(6).fill(null)),
    each.certificates.length,
    remarkOf(each.problems),
  ]);
  const all = {
    records: total("records"),
    people: total("people"),
    qualified: total("qualified"),
    unqualified: total("unqualified"),
    pending: total("pending"),
  };
  const sum: PlannedCell[] = [
    null,
    CITY_WORDS.total,
    CITY_WORDS.units(files.length),
    null,
    ...counts(all),
    files.reduce((count, { certificates }) => count + certificates.length, 0),
    null,
  ];
  const columns = columnsOf(CITY_TITLES.files, "nftttnnnnnnt", [6, 28, 24, 10, 8, 8, 8, 8, 8, 9, 9, 48]).map(
    (each, at) => (at >= 4 && at <= 10 ? { ...each, kind: "number" as const } : each),
  );
  const plan = tablePlan(CITY_SHEETS.files, columns, [...lines, sum]);
  const rates = { row: 1, column: 9, rows: files.length + 1, columns: 1, style: { numberFormat: "0.0%" } };
  const bold = { row: files.length + 1, column: 0, rows: 1, columns: columns.length, style: { bold: true } };
  return { ...plan, styles: [...plan.styles, rates, bold] };
}

/** The first of them: the line of a workbook stays a line. */
function remarkOf(problems: readonly string[]): string {
  const said = problems.slice(0, MOST_PROBLEMS).join("\n");
  return problems.length > MOST_PROBLEMS ? `${said}\n${CITY_WORDS.more(problems.length)}` : said;
}

function failingPlan(files: readonly CityFile[], link: (file: string) => PlannedCell): OwnSheetPlan {
  const lines = files.flatMap(({ file, facts }) =>
    (facts?.failing ?? []).map(({ registrationNo, name, row, why }): PlannedCell[] => [
      link(file),
      facts?.unitName ?? "",
      registrationNo,
      name,
      row,
      why,
    ]),
  );
  const columns = columnsOf(CITY_TITLES.failing, "ftttnt", [28, 24, 18, 12, 6, 80]);
  return tablePlan(CITY_SHEETS.failing, columns, orNone(lines, columns.length));
}

function problemsPlan(files: readonly CityFile[]): OwnSheetPlan {
  const sums = new Map<string, { words: string; count: number; files: number }>();
  for (const { facts } of files)
    for (const { code, words, count } of facts?.problems ?? []) {
      const known = sums.get(code) ?? { words, count: 0, files: 0 };
      sums.set(code, { ...known, count: known.count + count, files: known.files + 1 });
    }
  const lines = [...sums]
    .sort(([, a], [, b]) => b.count - a.count)
    .map(([code, { words, count, files: inFiles }]): PlannedCell[] => [code, words, count, inFiles]);
  const columns = columnsOf(CITY_TITLES.problems, "ttnn", [28, 60, 8, 10]);
  return tablePlan(CITY_SHEETS.problems, columns, orNone(lines, columns.length));
}

interface QuestionSum {
  touched: number;
  files: number;
  readonly options: Map<string, OptionEffect>;
}

/** Each question with what each of its options would change in all workbooks together. */
function questionsPlan(files: readonly CityFile[]): OwnSheetPlan {
  const sums = new Map<string, QuestionSum>();
  for (const { facts } of files)
    for (const { id, touched, options } of facts?.questions ?? []) {
      const sum: QuestionSum = sums.get(id) ?? { touched: 0, files: 0, options: new Map() };
      sum.touched += touched;
      sum.files += 1;
      for (const effect of options) sum.options.set(effect.option, added(sum.options.get(effect.option), effect));
      sums.set(id, sum);
    }
  const lines = [...sums]
    .sort(([, a], [, b]) => b.touched - a.touched)
    .flatMap(([id, { touched, files: inFiles, options }]) => {
      const words = questionWords(id, "zh");
      return [...options.values()].map((effect, at): PlannedCell[] => [
        id,
        at === 0 ? (words?.question ?? "") : "",
        at === 0 ? touched : null,
        at === 0 ? inFiles : null,
        words?.options[effect.option] ?? effect.option,
        effectWords(effect, "zh"),
      ]);
    });
  const columns = columnsOf(CITY_TITLES.questions, "ttnntt", [8, 50, 10, 10, 24, 60]);
  return tablePlan(CITY_SHEETS.questions, columns, orNone(lines, columns.length));
}

function added(one: OptionEffect | undefined, other: OptionEffect): OptionEffect {
  if (one === undefined) return other;
  return {
    option: one.option,
    people: both(one.people, other.people),
    years: both(one.years, other.years),
    records: both(one.records, other.records),
    hours: one.hours + other.hours,
  };
}

function both<State extends string>(
  one: readonly StateTransition<State>[],
  other: readonly StateTransition<State>[],
): readonly StateTransition<State>[] {
  const sums = new Map<string, StateTransition<State>>();
  for (const each of [...one, ...other]) {
    const key = `${each.from} ${each.to}`;
    sums.set(key, { ...each, count: each.count + (sums.get(key)?.count ?? 0) });
  }
  return [...sums.values()].sort((a, b) => b.count - a.count);
}

function acrossPlan(across: readonly Across[], link: (file: string) => PlannedCell): OwnSheetPlan {
  const lines = across.flatMap(({ code, places }) =>
    places.map(({ file, sheet, row }, at): PlannedCell[] => [
      at === 0 ? ACROSS_WORDS[code] : "",
      link(file),
      sheet,
      row,
    ]),
  );
  const columns = columnsOf(CITY_TITLES.across, "tftn", [40, 32, 14, 8]);
  return tablePlan(CITY_SHEETS.across, columns, orNone(lines, columns.length));
}

function provenPlan(proven: readonly ProvenElsewhere[], link: (file: string) => PlannedCell): OwnSheetPlan {
  const lines = proven.map(({ file, registrationNo, name, row, years, certificateNo, by }): PlannedCell[] => [
    link(file),
    registrationNo,
    name,
    row,
    CITY_WORDS.years(years),
    certificateNo,
    by,
  ]);
  const columns = columnsOf(CITY_TITLES.proven, "fttnttt", [28, 18, 12, 6, 28, 14, 28]);
  return tablePlan(CITY_SHEETS.proven, columns, orNone(lines, columns.length));
}

function incomingPlan(files: readonly CityFile[], link: (file: string) => PlannedCell): OwnSheetPlan {
  const lines = files.flatMap(({ file, facts }) => [
    ...(facts?.incoming.rows ?? []).map(({ sheet, row, by, about }): PlannedCell[] => [
      link(file),
      sheet,
      row + 1,
      by,
      about,
    ]),
    ...(facts?.incoming.renamed ?? []).map(({ from, to }): PlannedCell[] => [
      link(file),
      from,
      null,
      "",
      CITY_WORDS.renamed(from, to),
    ]),
  ]);
  const columns = columnsOf(CITY_TITLES.incoming, "ftntt", [28, 14, 6, 14, 60]);
  return tablePlan(CITY_SHEETS.incoming, columns, orNone(lines, columns.length));
}

/** The year's report of all workbooks, one a notice and year. */
function reportPlans(files: readonly CityFile[], today: string): readonly OwnSheetPlan[] {
  const groups = new Map<string, ReportTallies[]>();
  for (const { facts } of files) {
    if (facts === null) continue;
    const key = `${facts.policy} ${facts.year}`;
    groups.set(key, [...(groups.get(key) ?? []), facts.report]);
  }
  return [...groups.values()].flatMap(([first, ...rest], at): OwnSheetPlan[] => {
    if (first === undefined) return [];
    const plan = yearReportOf(sumOfTallies([first, ...rest], CITY_WORDS.units(rest.length + 1)), today);
    return [at === 0 ? plan : { ...plan, name: `${plan.name}(${at + 1})` }];
  });
}

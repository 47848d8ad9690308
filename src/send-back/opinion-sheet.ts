/** 退回意见: per person and record what is wrong, where, and what to hand in. A4 landscape, its header on every page. */
import { catalogueOf } from "../messages";
import { HEADER } from "../results/colours";
import { a1, type Area } from "../grid/address";
import type { OwnSheetPlan, PlannedCell, StyledArea } from "../results/plan";
import type { Place } from "../submission/grid";
import { SHEETS } from "../submission/vocabulary";
import { yearFigures, type SendBack, type SendBackItem, type SendBackPerson } from "./content";
import { linesOf } from "./text-size";
import { WAITING } from "./unit-words";

const COLUMNS = [
  { title: "姓名", width: 9 },
  { title: "登记证书编号", width: 14 },
  { title: "年度", width: 6 },
  { title: "名称", width: 25 },
  { title: "位置", width: 15 },
  { title: "问题", width: 34 },
  { title: "需补交/更正的内容", width: 32 },
  { title: "依据条款", width: 16 },
] as const;
const WIDTH = COLUMNS.reduce((sum, { width }) => sum + width, 0);
const HEADER_ROW = 2;
const LINK_COLUMN = 4;
const LINE_POINTS = 15;
const MARGINS = { top: 42, bottom: 48, left: 30, right: 30 } as const;
const BANNER = { bold: true, fill: "#EEF2F7", color: "#1F2937" } as const;
const QUIET = { color: "#4B5563" } as const;
const LINK = "#0B57A4";

type SheetLine = {
  readonly kind: "banner" | "figures" | "item" | "waiting" | "note";
  readonly cells: readonly PlannedCell[];
  readonly text: string;
};

/** The sheet 退回意见: who has to put what right, where, by which clause and what to hand in. */
export function opinionSheetPlan(content: SendBack): OwnSheetPlan {
  const lines = linesOfContent(content);
  const first = HEADER_ROW + 1;
  const at = (kind: SheetLine["kind"]): number[] =>
    lines.flatMap((line, index) => (line.kind === kind ? [first + index] : []));
  const merged = lines.flatMap(({ kind }, index): Area[] =>
    kind === "item" ? [] : [{ row: first + index, column: 0, rows: 1, columns: COLUMNS.length }],
  );
  const whole = (row: number): Area => ({ row, column: 0, rows: 1, columns: COLUMNS.length });
  const rows = first + lines.length;
  const styles: StyledArea[] = [
    {
      row: 0,
      column: 0,
      rows,
      columns: COLUMNS.length,
      style: { numberFormat: "@", fontSize: 10, wrap: true, vertical: "top" },
    },
    { ...whole(0), style: { bold: true, fontSize: 16, horizontal: "center", vertical: "center", wrap: false } },
    { ...whole(1), style: { horizontal: "left", vertical: "center", ...QUIET } },
    { row: HEADER_ROW, column: 0, rows: rows - HEADER_ROW, columns: COLUMNS.length, style: { border: "all" } },
    { ...whole(HEADER_ROW), style: { ...HEADER, vertical: "center", horizontal: "center" } },
    { row: first, column: 2, rows: lines.length, columns: 1, style: { horizontal: "center", numberFormat: "General" } },
    {
      row: first,
      column: LINK_COLUMN,
      rows: lines.length,
      columns: 1,
      style: { numberFormat: "General", color: LINK },
    },
    ...[...at("banner"), ...at("figures"), ...at("waiting"), ...at("note")].map((row): StyledArea => ({
      ...whole(row),
      style: { horizontal: "left", vertical: "center", numberFormat: "@", color: "#000000" },
    })),
    ...at("banner").map((row): StyledArea => ({ ...whole(row), style: BANNER })),
    ...[...at("figures"), ...at("waiting"), ...at("note")].map((row): StyledArea => ({ ...whole(row), style: QUIET })),
  ];
  return {
    name: SHEETS.sendBack,
    blocks: [
      { row: 0, column: 0, cells: [only("继续教育申报退回意见"), only(subtitle(content))] },
      { row: HEADER_ROW, column: 0, cells: [COLUMNS.map(({ title }) => title), ...lines.map(({ cells }) => cells)] },
    ],
    styles,
    columnWidths: COLUMNS.map(({ width }, column) => ({ column, characters: width })),
    // Merged cells are never fitted to their text, by no program
    rowHeights: [
      { row: 0, rows: 1, points: 30 },
      { row: 1, rows: 1, points: 18 },
      { row: HEADER_ROW, rows: 1, points: 20 },
      ...lines.map((line, index) => ({ row: first + index, rows: 1, points: heightOf(line) })),
    ],
    merges: [whole(0), whole(1), ...merged],
    freezeRows: first,
    hideGridlines: true,
    print: {
      orientation: "landscape",
      paper: "a4",
      fitWidth: true,
      centerHorizontally: true,
      titleRows: { first: HEADER_ROW, count: 1 },
      area: { row: 0, column: 0, rows, columns: COLUMNS.length },
      margins: MARGINS,
      footer: "第 &P 页，共 &N 页",
    },
  };
}

function heightOf({ kind, cells, text }: SheetLine): number {
  if (kind === "banner") return 21;
  if (kind !== "item") return linesOf(text, WIDTH) * LINE_POINTS + 5;
  return (
    Math.max(...COLUMNS.map(({ width }, column) => linesOf(shownOf(cells[column] ?? null), width))) * LINE_POINTS + 4
  );
}

function shownOf(cell: PlannedCell): string {
  return cell === null ? "" : typeof cell === "object" ? String(cell.shown ?? "") : String(cell);
}

const only = (text: string): PlannedCell[] => COLUMNS.map((_, column) => (column === 0 ? text : null));

function subtitle({ unit, counts, people }: SendBack): string {
  return `单位：${unit.unitName}　　申报年度：${unit.applicationYear}　　涉及 ${people.length} 人，共 ${counts.items} 项${counts.advice > 0 ? `，其中提醒 ${counts.advice} 项` : ""}。位置可点击，转到本工作簿中的单元格。`;
}

function linesOfContent(content: SendBack): readonly SheetLine[] {
  const { unitItems, people, counts } = content;
  const unit =
    unitItems.length === 0
      ? []
      : [banner(`单位及备案材料　　${unitItems.length} 项`), ...unitItems.map((item) => itemLine(item, "", ""))];
  const rest = counts.people - people.filter(({ isKnown }) => isKnown).length;
  return [
    ...unit,
    ...people.flatMap((person) => personLines(person, content.hourUnit)),
    ...(rest > 0
      ? [
          mergedLine(
            "note",
            `其余 ${rest} 人没有需要补正的内容。${counts.waiting > 0 ? `共 ${counts.waiting} 人${WAITING}后核定。` : ""}`,
          ),
        ]
      : []),
  ];
}

function personLines(person: SendBackPerson, hourUnit: string): readonly SheetLine[] {
  const { name, registrationNo, items, waiting } = person;
  return [
    banner(`${name}　${registrationNo}　　${items.length} 项`),
    ...(person.years.length === 0
      ? []
      : [mergedLine("figures", `各年度${hourUnit}：${person.years.map(yearText).join("；")}`)]),
    ...items.map((item) => itemLine(item, name, registrationNo)),
    ...(waiting.length === 0 ? [] : [mergedLine("waiting", waitingText(waiting))]),
  ];
}

function yearText(year: SendBackPerson["years"][number]): string {
  const status = !year.counts
    ? "不在要求年度内"
    : year.sealed && year.status === "met"
      ? "已验印"
      : year.status === "pending"
        ? WAITING
        : catalogueOf("zh").yearStatuses[year.status];
  return `${year.year} 年${yearFigures(year).trim()}（${status}）`;
}

/** One line, however much is open: there is nothing to do about it. */
function waitingText(places: readonly Place[]): string {
  const rows = places
    .filter(({ sheet }) => sheet === SHEETS.records)
    .map(({ row }) => row + 1)
    .sort((a, b) => a - b);
  const where = rows.length === 0 ? "" : `：${SHEETS.records}第 ${rows.join("、")} 行`;
  return `${WAITING}，暂不需补正${where}`;
}

const banner = (text: string): SheetLine => mergedLine("banner", text);

function mergedLine(kind: SheetLine["kind"], text: string): SheetLine {
  return { kind, text, cells: only(text) };
}

function itemLine(item: SendBackItem, name: string, registrationNo: string): SheetLine {
  const { year, title, place, problem, remedy, clause, advice } = item;
  return {
    kind: "item",
    text: "",
    cells: [
      name,
      registrationNo,
      year,
      title,
      place === null ? null : linkTo(place),
      problem,
      advice ? `（提醒）${remedy}` : remedy,
      clause,
    ],
  };
}

function linkTo({ sheet, row, column }: Place): PlannedCell {
  const address = a1(row, column ?? 0);
  const text = `${sheet}!${address}`;
  const quoted = (value: string): string => `"${value.replace(/"/g, '""')}"`;
  return {
    formula: `=HYPERLINK(${quoted(`#'${sheet.replace(/'/g, "''")}'!${address}`)},${quoted(text)})`,
    shown: text,
  };
}

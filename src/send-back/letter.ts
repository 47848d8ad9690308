/** 回复函: the reply to the unit on one A4 page. Its sentences are the office's everyday ones; every figure is the review's. */
import type { Area } from "../grid/address";
import type { OwnSheetPlan, StyledArea } from "../results/plan";
import { isoDay } from "../submission/text";
import { SHEETS } from "../submission/vocabulary";
import type { SendBack } from "./content";
import { widthOf } from "./text-size";
import { WAITING } from "./unit-words";

/** What only the office knows. Blank texts leave their passage out, or a line to fill in by hand. */
export interface LetterInput {
  readonly officeName: string;
  /** "YYYY-MM-DD" */
  readonly deadline: string;
  readonly handler: string;
  readonly phone: string;
  readonly remarks: string;
  /** "YYYY-MM-DD" */
  readonly date: string;
}

/** Characters of the default font, together the width of A4 upright between its margins: LibreOffice does not scale a page of one column. */
const WIDTHS = [21, 21, 20, 20] as const;
/** Chinese characters of 16 points on a line of that width. */
const CHARACTERS = 27;
const LINE_POINTS = 26;
const MARGINS = { top: 72, bottom: 60, left: 72, right: 62 } as const;
const INDENT = "　　";

interface Paragraph {
  readonly text: string;
  readonly kind: "title" | "address" | "body" | "right" | "gap";
}

/** The sheet 回复函: the letter that goes with what is sent back, one paragraph a row. */
export function letterPlan(content: SendBack, input: LetterInput): OwnSheetPlan {
  const paragraphs = paragraphsOf(content, input);
  const at = (kind: Paragraph["kind"]): number[] =>
    paragraphs.flatMap((paragraph, row) => (paragraph.kind === kind ? [row] : []));
  const line = (row: number): Area => ({ row, column: 0, rows: 1, columns: WIDTHS.length });
  const one = (row: number, style: StyledArea["style"]): StyledArea => ({ ...line(row), style });
  return {
    name: SHEETS.letter,
    blocks: [
      {
        row: 0,
        column: 0,
        cells: paragraphs.map(({ text }) => WIDTHS.map((_, column) => (column > 0 || text === "" ? null : text))),
      },
    ],
    styles: [
      {
        row: 0,
        column: 0,
        rows: paragraphs.length,
        columns: WIDTHS.length,
        style: {
          numberFormat: "@",
          fontName: "仿宋",
          fontSize: 16,
          wrap: true,
          vertical: "center",
          horizontal: "left",
        },
      },
      ...at("title").map((row) =>
        one(row, { fontName: "宋体", fontSize: 20, bold: true, horizontal: "center", vertical: "center" }),
      ),
      ...at("right").map((row) => one(row, { horizontal: "right" })),
    ],
    columnWidths: WIDTHS.map((characters, column) => ({ column, characters })),
    merges: paragraphs.map((_, row) => line(row)),
    rowHeights: paragraphs.map((paragraph, row) => ({ row, rows: 1, points: heightOf(paragraph) })),
    hideGridlines: true,
    print: {
      orientation: "portrait",
      paper: "a4",
      fitWidth: true,
      centerHorizontally: true,
      area: { row: 0, column: 0, rows: paragraphs.length, columns: WIDTHS.length },
      margins: MARGINS,
    },
  };
}

function heightOf({ kind, text }: Paragraph): number {
  if (kind === "title") return 64;
  if (kind === "gap") return 24;
  const lines = text.split("\n").reduce((sum, line) => sum + Math.max(1, Math.ceil(widthOf(line) / 2 / CHARACTERS)), 0);
  return Math.min(lines * LINE_POINTS, 400);
}

function paragraphsOf(content: SendBack, input: LetterInput): readonly Paragraph[] {
  const { unit, counts, policyTitle } = content;
  const { credited, rejected, pending } = counts.recordVerdicts;
  const received = unit.submissionDate === null ? "" : `于${chineseDate(isoDay(unit.submissionDate))}`;
  const basis = policyTitle === "" ? "" : `依据${cited(policyTitle)}，`;
  const waiting = counts.waiting === 0 ? "" : `，待确定口径后核定的${counts.waiting}人`;
  const open = pending === 0 ? "" : `，待核定${pending}条`;
  const deadline = input.deadline === "" ? "" : `于${chineseDate(input.deadline)}前`;
  const contact = [
    input.handler === "" ? "" : `经办人：${input.handler}`,
    input.phone === "" ? "" : `联系电话：${input.phone}`,
  ]
    .filter((part) => part !== "")
    .join("　　");
  const body = (text: string): Paragraph => ({ kind: "body", text: `${INDENT}${text}` });
  const remarks = input.remarks.trim();
  const hasOpen =
    counts.waiting > 0 ||
    content.people.some(
      ({ waiting: places, years }) => places.length > 0 || years.some(({ status }) => status === "pending"),
    );
  return [
    { kind: "title", text: "关于退回继续教育申报材料的函" },
    { kind: "address", text: `${unit.unitName}：` },
    body(
      `你单位${received}报送的${unit.applicationYear}年度专业技术人员继续教育申报材料收悉。${basis}经逐条审核，现函复如下。`,
    ),
    body(
      `一、审核情况。共${counts.people}人、学习记录${counts.records}条。审核合格的${counts.qualified}人，需补正的${counts.toCorrect}人${waiting}；记录认定${credited}条，不予认定${rejected}条${open}。`,
    ),
    body(
      `二、补正要求。请对照附件逐人逐项补交材料、更正填报内容，在随函退回的工作簿中改好后，${deadline}一并重新报送。${hasOpen ? `附件中注明“${WAITING}”的，暂不需补正。` : ""}`,
    ),
    ...(remarks === "" ? [] : [body(`三、其他事项。${remarks}`)]),
    ...(contact === "" ? [] : [body(contact)]),
    { kind: "gap", text: "" },
    body(`附件：退回意见（共${counts.items}项${counts.advice > 0 ? `，其中提醒${counts.advice}项` : ""}）`),
    { kind: "gap", text: "" },
    { kind: "right", text: `${input.officeName === "" ? "　　　　　　　　　　（盖章）" : input.officeName}　　` },
    { kind: "right", text: `${chineseDate(input.date)}　　` },
  ];
}

/** A policy's title begins with the notice's number. */
function cited(title: string): string {
  const [, number, name] = /^(\S+号) (\S.*)$/u.exec(title) ?? [];
  return number === undefined ? title : `《${name}》（${number}）`;
}

/** 2018年7月2日 of "2018-07-02"; anything else as it was written. */
function chineseDate(text: string): string {
  const [, year, month, day] = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text) ?? [];
  return year === undefined ? text : `${year}年${Number(month)}月${Number(day)}日`;
}

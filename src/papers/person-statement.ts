/** 个人情况说明: one person's verdict, years and records, and what would make a record count, on paper. */
import { HEADER } from "../results/colours";
import type { PersonAnswer, RecordAnswer } from "../results/person-answer";
import type { OwnSheetPlan, PlannedCell, StyledArea } from "../results/plan";
import { PAGE_FOOTER } from "../results/table";
import { answerWords, catalogueOf } from "../messages";
import { shownNumber } from "../submission";
import type { Submission } from "../submission/types";
import { SHEETS } from "../submission/vocabulary";
import { wrapped } from "./wrapped";

const WIDTHS = [8, 12, 26, 9, 9, 50] as const;
const COLUMNS = WIDTHS.length;
const FULL_WIDTH = WIDTHS.reduce((sum, width) => sum + width, 0);
/** Points of one line of text. Hosts fit no row by themselves whose cells are merged, and not every host fits the others. */
const LINE = 16;
/** Excel's highest row, in points. */
const MOST_POINTS = 409;

const YEARS = ["年度", "公需学时", "专业学时", "合计", "结论", "说明"] as const;
const RECORDS = ["年度", "学习形式", "名称", "核定学时", "结论", "计算、材料，怎样才能计入"] as const;

/** Fills the sheet from top to bottom. */
class Page {
  readonly blocks: OwnSheetPlan["blocks"][number][] = [];
  readonly styles: StyledArea[] = [];
  readonly merges: { row: number; column: number; rows: number; columns: number }[] = [];
  readonly rowHeights: { row: number; rows: number; points: number }[] = [];
  row = 0;

  /** A line over the whole width. */
  text(text: string, style: StyledArea["style"] = {}): void {
    this.blocks.push({ row: this.row, column: 0, cells: [[text]] });
    const area = { row: this.row, column: 0, rows: 1, columns: COLUMNS };
    this.styles.push({ ...area, style: { numberFormat: "@", wrap: true, vertical: "center", ...style } });
    this.merges.push(area);
    const size = (style.fontSize ?? 11) / 11;
    this.rowHeights.push({
      row: this.row,
      rows: 1,
      points: Math.min(MOST_POINTS, linesIn(text, FULL_WIDTH / size) * LINE * size + 4),
    });
    this.row += 1;
  }

  table(header: readonly string[], lines: readonly (readonly PlannedCell[])[], numbers: readonly number[]): void {
    this.blocks.push({ row: this.row, column: 0, cells: [header, ...lines] });
    this.styles.push(
      {
        row: this.row,
        column: 0,
        rows: lines.length + 1,
        columns: COLUMNS,
        style: { numberFormat: "@", wrap: true, vertical: "top", border: "all" },
      },
      {
        row: this.row,
        column: 0,
        rows: 1,
        columns: COLUMNS,
        style: { ...HEADER, horizontal: "center", vertical: "center" },
      },
      ...numbers.map((column) => ({
        row: this.row + 1,
        column,
        rows: Math.max(1, lines.length),
        columns: 1,
        style: { numberFormat: "General", horizontal: "center" } as const,
      })),
    );
    lines.forEach((line, at) => {
      const deepest = Math.max(...line.map((cell, column) => linesIn(cell, WIDTHS[column] ?? 1)));
      this.rowHeights.push({ row: this.row + 1 + at, rows: 1, points: Math.min(MOST_POINTS, deepest * LINE + 2) });
    });
    this.row += lines.length + 1;
  }
}

/** The sheet for one person. `today`: YYYY-MM-DD. */
export function personStatementPlan(submission: Submission, answer: PersonAnswer, today: string): OwnSheetPlan {
  const words = answerWords("zh");
  const { yearStatuses, recordVerdicts } = catalogueOf("zh");
  const { person, years, rest } = answer;
  const own = submission.people.find(({ registrationNo }) => registrationNo === person.registrationNo);
  const page = new Page();
  page.text("继续教育个人情况说明", { bold: true, fontSize: 16, horizontal: "center" });
  page.text(`${submission.unit.unitName}　${submission.unit.applicationYear} 年度申报`, { horizontal: "center" });
  page.text(
    [
      `姓名：${person.name}`,
      `登记证书编号：${shownNumber(person)}`,
      ...(own === undefined || own.targetLevelLabel === "" ? [] : [`申报级别：${own.targetLevelLabel}`]),
    ].join("　　"),
  );
  page.text(`结论：${answer.sentence}`, { bold: true });
  page.row += 1;
  if (years.length > 0)
    page.table(
      YEARS,
      years.map(({ year, why }): PlannedCell[] => [
        year.year,
        year.publicHours,
        year.professionalHours,
        year.totalHours,
        yearStatuses[year.status],
        why.join("\n"),
      ]),
      [0, 1, 2, 3],
    );
  page.row += 1;
  const records = [...years.flatMap((year) => year.records), ...rest];
  if (records.length > 0)
    page.table(
      RECORDS,
      records.map((record): PlannedCell[] => [
        record.review.year,
        record.record.formLabel,
        record.record.title,
        record.review.creditedHours,
        recordVerdicts[record.review.verdict],
        remarkOf(record, words.toCount + words.colon),
      ]),
      [0, 3],
    );
  page.row += 1;
  page.text(words.basis(answer.notice));
  page.text(`说明日期：${today}　　　　经办人：`);
  return {
    name: SHEETS.statement,
    blocks: page.blocks,
    styles: page.styles,
    merges: page.merges,
    rowHeights: page.rowHeights,
    columnWidths: WIDTHS.map((characters, column) => ({ column, characters })),
    hideGridlines: true,
    print: {
      orientation: "portrait",
      paper: "a4",
      fitWidth: true,
      area: { row: 0, column: 0, rows: page.row, columns: COLUMNS },
      margins: { top: 54, bottom: 54, left: 45, right: 45 },
      centerHorizontally: true,
      footer: PAGE_FOOTER,
    },
  };
}

const linesIn = (cell: PlannedCell, characters: number): number =>
  typeof cell === "string" ? Math.max(1, wrapped(cell, Math.floor(characters) - 1).length) : 1;

const remarkOf = ({ lines, remedies }: RecordAnswer, toCount: string): string =>
  [...lines, ...(remedies.length === 0 ? [] : [toCount, ...remedies])].join("\n");

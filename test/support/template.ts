/** A template for certificates as an office would make it. */
import type { Sheet, Workbook } from "../../src/book/model/workbook";
import { withPicture } from "./picture";

export const TEMPLATE = "合格证明模板";

/** Heights of its own, a merge, a picture, a note outside the print area; fields alone and within sentences. */
export function withTemplate(book: Workbook, change: (sheet: Sheet) => void = () => undefined): Workbook {
  const sheet = book.addSheet(TEMPLATE);
  const lines: readonly (readonly [number, number, string])[] = [
    [1, 0, "存根（{{存根}}）"],
    [2, 0, "{{姓名}}"],
    [3, 0, "{{工作单位}} {{现有职称}}"],
    [4, 0, "No. {{证明编号}}"],
    [5, 0, "{{经办人}} {{联系电话}}"],
    [1, 1, "合格证明"],
    [
      2,
      1,
      "{{ 姓名 }}同志，{{学历}}，申报{{申报专业}}专业{{级别}}及以上职称，{{起始年度}}年至{{截止年度}}年（近{{年数}}年）学时合格。",
    ],
    [4, 1, "登记证书 {{登记证书编号}}"],
    [5, 1, "{{日期}}"],
    [0, 4, "说明：打印区域以外的文字不印"],
  ];
  for (const [row, column, value] of lines) sheet.setValue(row, column, value);
  [24, 60, 33, 90, 40, 28].forEach((points, row) => sheet.setRowHeight(row, points));
  sheet.setColumnWidth(0, 30);
  sheet.setColumnWidth(1, 55);
  sheet.setStyle(1, 1, { font: { bold: true, size: 22 } });
  sheet.setStyle(2, 1, { wrap: true });
  sheet.merge({ row: 2, column: 1, rows: 2, columns: 2 });
  sheet.setPage({ orientation: "landscape", paperSize: 9 });
  sheet.setPrintAreas([{ row: 1, column: 0, rows: 5, columns: 3 }]);
  change(sheet);
  return withPicture(book, TEMPLATE, { row: 1, column: 0, down: 10, right: 20, size: 40 });
}

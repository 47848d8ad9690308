/** Pictures of printed sheets and of a certificate: the reviewed sample, printed through LibreOffice. */
import { execFileSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { openWorkbook, saveWorkbook } from "../../src/book/xlsx";
import { ANNOTATION_HEADERS } from "../../src/submission/vocabulary";
import { Workbench } from "../../src/workbench";
import { AddinDriver } from "../../src/cli/driver";
import { ADDIN, SAMPLE } from "../../test/browser/workbench";
import { smallPng } from "./small-png";

interface Press {
  /** Where pictures go. */
  readonly folder: string;
  /** Where files in between go. */
  readonly work: string;
}

/** In the words of the sample, whose unit has headers of its own. */
const SHOWN = ["姓名", "年度", "培训形式", "活动名称", "佐证材料", "自报学时", ...ANNOTATION_HEADERS.slice(0, -1)];

/** For the picture only: the columns that matter, the first page of rows, and one page wide. */
function readable(workbook: ReturnType<typeof openWorkbook>): void {
  const [sheet] = workbook.sheets;
  const box = sheet?.usedBox(true);
  if (!sheet || !box) return;
  const rows = Array.from({ length: 20 }, (_, at) => at);
  const columns = Array.from({ length: box.column + box.columns }, (_, at) => at);
  const header = rows.find((row) => columns.some((column) => sheet.value(row, column) === "姓名")) ?? 0;
  const shown = columns.filter((column) => SHOWN.includes(String(sheet.value(header, column))));
  for (const column of columns) if (!shown.includes(column)) sheet.setColumnHidden(column, true);
  sheet.setPrintAreas([{ row: header, column: 0, rows: 33, columns: (shown[shown.length - 1] ?? 0) + 1 }]);
  sheet.setPage({ orientation: "landscape", paperSize: 9, fitToPage: true, fitToWidth: 1, fitToHeight: 0 });
}

/** For the picture only: the view as a screen shows it, rows and columns named. */
function asItStands(workbook: ReturnType<typeof openWorkbook>): void {
  const [sheet] = workbook.sheets;
  const shown = Array.from({ length: 60 }, (_, column) => column).filter(
    (column) => sheet?.column(column)?.hidden !== true && sheet?.usedBox(true) !== null,
  );
  const rows = sheet?.usedBox(true)?.rows ?? 1;
  sheet?.setPrintAreas([
    {
      row: 0,
      column: 0,
      rows: Math.min(rows, 480),
      columns: Math.min(1 + Math.max(...shown.filter((column) => column < (sheet.usedBox(true)?.columns ?? 0))), 60),
    },
  ]);
  sheet?.setPage({
    orientation: "landscape",
    paperSize: 9,
    fitToPage: true,
    fitToWidth: 1,
    fitToHeight: 0,
    printHeadings: true,
  });
}

/** Prints one sheet of a workbook, its first page, as a picture. */
function print({ folder, work }: Press, workbook: string, sheet: string, name: string, prepare = readable): void {
  const copy = openWorkbook(readFileSync(workbook));
  for (const each of [...copy.sheets]) if (each.name !== sheet) copy.removeSheet(each);
  if (sheet === "学时记录") prepare(copy);
  const file = join(work, `${name}.xlsx`);
  writeFileSync(file, saveWorkbook(copy));
  execFileSync("soffice", ["--headless", "--convert-to", "pdf", "--outdir", work, file], { stdio: "ignore" });
  execFileSync("pdftoppm", [
    "-r",
    "110",
    "-f",
    "1",
    "-l",
    "1",
    "-png",
    "-singlefile",
    join(work, `${name}.pdf`),
    join(work, name),
  ]);
  writeFileSync(join(folder, `${name}.png`), smallPng(readFileSync(join(work, `${name}.png`))));
}

/** Reviews the sample, makes everything that can be printed, and prints it. */
export async function shootSheets(press: Press): Promise<void> {
  const workbench = await Workbench.open({
    page: ADDIN,
    workbook: openWorkbook(readFileSync(SAMPLE)),
    clock: () => new Date(),
  });
  const save = (name: string, bytes: Uint8Array): string => {
    const file = join(press.work, `${name}.xlsx`);
    writeFileSync(file, bytes);
    return file;
  };
  const addin = new AddinDriver(workbench);
  await workbench.idle();
  await addin.press("review");
  await addin.press("adopt", { "adopt-name": "样例审核人" });
  await addin.press("certificates");
  await addin.paper("report");
  await addin.press("send-back", {
    "send-back-deadline": "2018-11-30",
    "send-back-office": "虚构市人力资源和社会保障局",
    "send-back-handler": "样例审核人",
    "send-back-phone": "0700-0000000",
  });
  const sentBack = save("sent-back", workbench.createdWorkbooks.at(-1) ?? new Uint8Array());
  await addin.press("freeze");
  await workbench.idle();
  const frozen = save("frozen", saveWorkbook(workbench.workbook));
  await addin.paper("problem-view");
  await workbench.idle();
  const problems = save("problem-view", saveWorkbook(workbench.workbook));
  workbench.close();
  print(press, problems, "学时记录", "problems", asItStands);
  print(press, frozen, "年度工作报告", "report");
  print(press, frozen, "合格证明", "certificate");
  print(press, frozen, "学时记录", "records");
  print(press, frozen, "年度汇总", "years");
  print(press, sentBack, "退回意见", "send-back");
}

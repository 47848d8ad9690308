/**
 * Makes the README's pictures from the real thing: the pane's own page after a review, and sheets printed through
 * LibreOffice. Needs chromium, soffice and pdftoppm on the PATH; says which one is missing.
 */
import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { Workbench } from "../src/workbench";
import { AddinDriver } from "../src/workbench/cli/driver";
import { ANNOTATION_HEADERS } from "../src/submission/vocabulary";
import { openWorkbook, saveWorkbook } from "../src/book/xlsx";

const ROOT = resolve(__dirname, "..");
const PICTURES = join(ROOT, "docs/pictures");
const PANE = { width: 320, height: 1100 };

function need(command: string): void {
  try {
    execFileSync("sh", ["-c", `command -v ${command}`]);
  } catch {
    throw new Error(`${command} is missing: apt-get install chromium libreoffice-calc poppler-utils fonts-noto-cjk`);
  }
}

/** The pane as it stands, with the rules that Fluent put into its style sheets written out. */
function pageOf(window: Workbench["window"]): string {
  const rules = [...window.document.styleSheets].flatMap((sheet) => [...sheet.cssRules].map((rule) => rule.cssText));
  const copy = window.document.documentElement.cloneNode(true) as HTMLElement;
  for (const node of copy.querySelectorAll('script, style, meta[http-equiv="Content-Security-Policy"]')) node.remove();
  // What is ticked is no attribute of the live page.
  for (const box of window.document.querySelectorAll<HTMLInputElement>("input:checked")) copy.querySelector(`#${box.id}`)?.setAttribute("checked", "");
  const body = copy.querySelector("body")?.outerHTML ?? "";
  return `<!doctype html><html lang="zh-CN"><head><meta charset="utf-8"><style>${rules.join("\n")}</style></head>${body}</html>`;
}

function shoot(html: string, name: string, work: string, from = ""): void {
  const page = join(work, `${name}.html`);
  writeFileSync(page, html);
  // A window narrower than 500 px is not to be had: the pane is shown in a frame of its own width.
  const frame = join(work, `${name}-frame.html`);
  writeFileSync(frame, `<!doctype html><style>body{margin:0}iframe{border:0;width:${PANE.width}px;height:${PANE.height}px}</style><iframe src="${name}.html${from}"></iframe>`);
  const target = join(PICTURES, `${name}.png`);
  execFileSync("chromium", ["--headless", "--no-sandbox", "--disable-gpu", "--hide-scrollbars", "--force-device-scale-factor=2", "--disable-background-networking", "--allow-file-access-from-files", `--window-size=${PANE.width},${PANE.height}`, `--screenshot=${target}`, `file://${frame}`], { stdio: "ignore" });
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
  const shown = Array.from({ length: 60 }, (_, column) => column).filter((column) => sheet?.column(column)?.hidden !== true && sheet?.usedBox(true) !== null);
  const rows = sheet?.usedBox(true)?.rows ?? 1;
  sheet?.setPrintAreas([{ row: 0, column: 0, rows: Math.min(rows, 480), columns: Math.min(1 + Math.max(...shown.filter((column) => column < (sheet.usedBox(true)?.columns ?? 0))), 60) }]);
  sheet?.setPage({ orientation: "landscape", paperSize: 9, fitToPage: true, fitToWidth: 1, fitToHeight: 0, printHeadings: true });
}

/** Prints one sheet of a workbook, its first page, as a picture. */
function print(workbook: string, sheet: string, name: string, work: string, prepare = readable): void {
  const copy = openWorkbook(readFileSync(workbook));
  for (const each of [...copy.sheets]) if (each.name !== sheet) copy.removeSheet(each);
  if (sheet === "学时记录") prepare(copy);
  const file = join(work, `${name}.xlsx`);
  writeFileSync(file, saveWorkbook(copy));
  execFileSync("soffice", ["--headless", "--convert-to", "pdf", "--outdir", work, file], { stdio: "ignore" });
  execFileSync("pdftoppm", ["-r", "110", "-f", "1", "-l", "1", "-png", "-singlefile", join(work, `${name}.pdf`), join(work, name)]);
  renameSync(join(work, `${name}.png`), join(PICTURES, `${name}.png`));
}

async function main(): Promise<void> {
  for (const command of ["chromium", "soffice", "pdftoppm"]) need(command);
  mkdirSync(PICTURES, { recursive: true });
  const work = mkdtempSync(join(tmpdir(), "pictures-"));
  const workbook = openWorkbook(readFileSync(join(ROOT, "assets/sample/submission.xlsx")));
  const workbench = await Workbench.open({ page: join(ROOT, "dist/taskpane.html"), workbook });
  const addin = new AddinDriver(workbench);
  await workbench.idle();
  shoot(pageOf(workbench.window), "pane-empty-320", work);
  await addin.press("review");
  await workbench.idle();
  shoot(pageOf(workbench.window), "pane-320", work);
  for (const form of ["adopt", "certificates", "send-back"]) {
    workbench.window.document.querySelector<HTMLElement>(`[data-testid="${form}"]`)?.click();
    await workbench.idle();
    await new Promise((resolve) => setTimeout(resolve, 300));
    // The end of the page, where the form stands.
    shoot(pageOf(workbench.window), `pane-${form}-320`, work, form === "adopt" ? "#ce-questions" : "#ce-certificates");
  }
  await addin.press("adopt", { "adopt-name": "样例审核人" });
  await addin.press("certificates");
  await addin.paper("report");
  await addin.paper("forms");
  await addin.paper("sample", { "sample-percent": "10", "sample-seed": "20181123", "sample-by": "样例抽查人" });
  await addin.press("send-back", { "send-back-deadline": "2018-11-30", "send-back-office": "虚构市人力资源和社会保障局", "send-back-handler": "样例审核人", "send-back-phone": "0700-0000000" });
  const sentBack = join(work, "sent-back.xlsx");
  writeFileSync(sentBack, workbench.createdWorkbooks.at(-1) ?? new Uint8Array());
  await addin.press("freeze");
  await workbench.idle();
  const frozen = join(work, "frozen.xlsx");
  writeFileSync(frozen, saveWorkbook(workbook));
  await addin.paper("problem-view");
  await workbench.idle();
  const problems = join(work, "problems-view.xlsx");
  writeFileSync(problems, saveWorkbook(workbook));
  shoot(pageOf(workbench.window), "pane-papers-320", work, "#ce-papers");
  workbench.close();
  print(problems, "学时记录", "problems", work, asItStands);
  print(frozen, "年度工作报告", "report", work);
  print(frozen, "公需科目培训备案表", "filing-form", work);
  print(frozen, "抽查清单", "sample", work);
  print(frozen, "合格证明", "certificate", work);
  print(frozen, "学时记录", "records", work);
  print(frozen, "审核意见", "opinions", work);
  print(frozen, "年度汇总", "years", work);
  print(sentBack, "退回意见", "send-back", work);
  print(sentBack, "回复函", "letter", work);
  process.stdout.write(`${PICTURES}\n`);
}

void main().then(
  () => process.exit(0),
  (error: unknown) => {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
    process.exit(1);
  },
);

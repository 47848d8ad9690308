/**
 * Makes the pictures of README and docs from the real thing. `npm run pictures [-- pane [light] [dark] [nightSky] | sheets]`
 * The pane in the browser workbench; sheets printed through LibreOffice, which needs soffice and pdftoppm on the PATH.
 */
import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { LOOKS, shootPane } from "./pictures/pane";
import { shootSheets } from "./pictures/sheets";

const ROOT = resolve(__dirname, "..");
const PICTURES = join(ROOT, "docs/pictures");

function need(command: string): void {
  try {
    execFileSync("sh", ["-c", `command -v ${command}`]);
  } catch {
    throw new Error(`${command} is missing: apt-get install libreoffice-calc poppler-utils fonts-noto-cjk`);
  }
}

async function main([what, ...looks]: readonly string[]): Promise<void> {
  execFileSync(process.execPath, [join(ROOT, "scripts/ensure.mjs"), "--build", "--workbench"], { stdio: "inherit" });
  mkdirSync(PICTURES, { recursive: true });
  const work = mkdtempSync(join(tmpdir(), "pictures-"));
  try {
    if (what !== "sheets")
      await shootPane({
        folder: PICTURES,
        looks: looks.length === 0 ? LOOKS : LOOKS.filter((look) => looks.includes(look)),
      });
    if (what !== "pane") {
      for (const command of ["soffice", "pdftoppm"]) need(command);
      await shootSheets({ folder: PICTURES, work });
    }
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
  process.stdout.write(`${PICTURES}\n`);
}

void main(process.argv.slice(2)).then(
  () => process.exit(0),
  (error: unknown) => {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
    process.exit(1);
  },
);

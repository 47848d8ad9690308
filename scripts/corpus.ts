/**
 * `npm run corpus -- FOLDER`: opens every workbook of a folder, saves it untouched, changed, and with rows put in, and
 * prints what does not hold. Nothing in the folder is written. Exit 1 when something does not hold.
 */
import { readdirSync, readFileSync, statSync } from "node:fs";
import { join, relative, resolve } from "node:path";
import { checkWorkbook } from "./corpus/check";

const LARGEST_FILE = 30_000_000;

function filesIn(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return filesIn(path);
    return entry.isFile() && /\.xl[st][xm]$/i.test(entry.name) && statSync(path).size <= LARGEST_FILE ? [path] : [];
  });
}

const [given] = process.argv.slice(2);
if (given === undefined) {
  process.stderr.write("usage: npm run corpus -- FOLDER\n");
  process.exit(2);
}
const folder = resolve(process.env.INIT_CWD ?? process.cwd(), given);
const files = filesIn(folder).sort();
const count = { good: 0, refused: 0, faulty: 0 };
for (const file of files) {
  const started = performance.now();
  const { refused, faults, cells } = checkWorkbook(readFileSync(file));
  const ms = Math.round(performance.now() - started);
  const kind = refused !== null ? "refused" : faults.length > 0 ? "faulty" : "good";
  count[kind] += 1;
  const words = refused ?? faults.join("; ");
  if (kind !== "good" || ms > 5_000)
    process.stdout.write(
      `${kind.padEnd(8)} ${String(ms).padStart(6)} ms ${String(cells).padStart(8)} cells  ${relative(folder, file)}  ${words.slice(0, 600)}\n`,
    );
}
process.stdout.write(
  `${files.length} workbooks: ${count.good} hold, ${count.refused} refused, ${count.faulty} with faults\n`,
);
process.exitCode = count.faulty > 0 ? 1 : 0;

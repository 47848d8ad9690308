/**
 * What the columns of a sheet are called: in one header row or two, with marks and notes around the name. A name that is
 * not known is never taken for one that is: the reviewer may say what it means (`HeaderChoices`).
 */
import type { CellValue } from "../grid/address";
import { labelOf } from "./text";
import { ANNOTATION_HEADERS, RETURNED_HEADERS, type ColumnWords } from "./vocabulary";

/** What the reviewer has said about one sheet: key by header. */
export type HeaderChoices = Readonly<Record<string, string>>;

interface HeaderCell {
  /** Half-width, without spaces and marks. A second column of the same name ends in #2, and so on; blank is "". */
  readonly name: string;
  readonly key: string | undefined;
}

export type WordIndex = ReadonlyMap<string, string>;

/** Keys by every word that names them. */
export function wordIndex(columns: readonly ColumnWords[]): WordIndex {
  return new Map(
    columns.flatMap(({ key, header, synonyms = [] }) =>
      [header, ...synonyms].map((word) => [labelOf(word).toLowerCase(), key] as const),
    ),
  );
}

/** Notes behind a name that leave it what it is. */
const NOTE = /\((必填项?|选填|可选|%|百分比|yyyy|yyyy-mm-dd|年|天|个|次|学时|小时|文本|格式.*|单位:.*|如.*|例.*)\)$/iu;
const MARKS = /[*:★※▲]/gu;
const ANNOTATION_NAMES = ANNOTATION_HEADERS.map(nameOf);
const RETURNED_NAMES = RETURNED_HEADERS.map(nameOf);
const OURS: ReadonlySet<string> = new Set([...ANNOTATION_NAMES, ...RETURNED_NAMES]);

/** A header's name without line breaks, blanks and the marks of a needed column. */
export function nameOf(cell: CellValue | undefined): string {
  return labelOf(cell).replace(MARKS, "");
}

/** The column key that a header's name stands for, synonyms included; undefined for an unknown one. */
export function keyOfName(name: string, words: WordIndex): string | undefined {
  const folded = name.toLowerCase();
  return words.get(folded) ?? words.get(folded.replace(NOTE, ""));
}

export interface Header {
  readonly cells: readonly HeaderCell[];
  /** Where our own annotation begins; nothing right of it is the unit's. */
  readonly annotation: number | null;
}

/** One header row, or two that are read as one. */
export function readHeader(lines: readonly (readonly CellValue[])[], words: WordIndex): Header {
  const [upper = [], lower] = lines;
  const width = Math.max(upper.length, lower?.length ?? 0);
  const seen = new Map<string, number>();
  const cells: HeaderCell[] = [];
  for (let at = 0; at < width; at += 1) {
    if (isAnnotation(upper, at) || (lower !== undefined && isAnnotation(lower, at))) return { cells, annotation: at };
    const name = lower === undefined ? nameOf(upper[at]) : nameOfTwo(upper, lower, at, words);
    const times = (seen.get(name) ?? 0) + 1;
    seen.set(name, times);
    cells.push({ name: name === "" || times === 1 ? name : `${name}#${times}`, key: keyOfName(name, words) });
  }
  return { cells, annotation: null };
}

/** All of our titles side by side: one of them alone is a column of the unit's own. */
function isAnnotation(line: readonly CellValue[], at: number): boolean {
  return [ANNOTATION_NAMES, RETURNED_NAMES].some((names) =>
    names.every((name, next) => nameOf(line[at + next]) === name),
  );
}

/** A known name below wins over what stands above it; a name above a blank cell was merged downwards. */
function nameOfTwo(upper: readonly CellValue[], lower: readonly CellValue[], at: number, words: WordIndex): string {
  const [above, below] = [nameOf(upper[at]), nameOf(lower[at])];
  if (below === "" || above === "") return above || below;
  if (keyOfName(below, words) !== undefined) return below;
  const isGroup = nameOf(upper[at + 1]) === "" && nameOf(lower[at + 1]) !== "";
  return keyOfName(above, words) !== undefined && !isGroup ? above : `${above}-${below}`;
}

/** Offsets of the columns of each key. What the reviewer has chosen stands before every name. */
export function matchColumns(
  { cells }: Header,
  choices: HeaderChoices,
  keys: ReadonlySet<string>,
): ReadonlyMap<string, readonly number[]> {
  const chosen = cells.map(({ name }) => chosenKey(name, choices, keys));
  const settled = new Set(chosen);
  const found = new Map<string, number[]>();
  cells.forEach(({ key }, at) => {
    const own = chosen[at] ?? (key !== undefined && !settled.has(key) ? key : undefined);
    if (own !== undefined) found.set(own, [...(found.get(own) ?? []), at]);
  });
  return found;
}

/**
 * The key that a person has said this header means; undefined where nobody has, or where the sheet has no such column.
 */
export function chosenKey(name: string, choices: HeaderChoices, keys: ReadonlySet<string>): string | undefined {
  const key = Object.hasOwn(choices, name) ? choices[name] : undefined;
  return key !== undefined && keys.has(key) ? key : undefined;
}

/** First and last line of the header among `lines`; two lines only where together they name more. Null: fewer than two names. */
export function findHeader(
  lines: readonly (readonly CellValue[])[],
  words: WordIndex,
  choices: HeaderChoices,
  keys: ReadonlySet<string>,
): { readonly first: number; readonly last: number } | null {
  const hits = (first: number, last: number): number =>
    matchColumns(readHeader(lines.slice(first, last + 1), words), choices, keys).size;
  let best: { first: number; last: number } | null = null;
  let most = 1;
  const consider = (first: number, last: number): void => {
    const found = hits(first, last);
    if (found <= most) return;
    most = found;
    best = { first, last };
  };
  lines.forEach((_, at) => consider(at, at));
  lines.forEach((line, at) => {
    if (at > 0 && isHeaderLike(line, words, choices)) consider(at - 1, at);
  });
  return best;
}

/** A second header row holds names and no figures. */
function isHeaderLike(line: readonly CellValue[], words: WordIndex, choices: HeaderChoices): boolean {
  const filled = line.filter((cell) => labelOf(cell) !== "");
  if (filled.some((cell) => typeof cell !== "string")) return false;
  const known = filled
    .map(nameOf)
    .filter((name) => keyOfName(name, words) !== undefined || Object.hasOwn(choices, name) || OURS.has(name)).length;
  return known >= 2 || (known === 1 && filled.length === 1);
}

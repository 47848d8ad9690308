/** Words that stand for others: the same one for the same text wherever it occurs, so that what is compared stays equal. */
import type { CellValue } from "../grid/address";
import { idChecksumHolds, textOf } from "../submission/text";
import { WORDS_FOR_NO } from "../submission/vocabulary";

export type Kind =
  | "number"
  | "person"
  | "id"
  | "unit"
  | "post"
  | "specialty"
  | "place"
  | "activity"
  | "filing"
  | "phone"
  | "address"
  | "text";

const WORDS: Readonly<Record<Exclude<Kind, "id">, (at: number) => string>> = {
  number: (at) => `RY${padded(at, 6)}`,
  person: (at) => `人员${padded(at, 4)}`,
  unit: (at) => `单位${padded(at, 3)}`,
  post: (at) => `职务${padded(at, 3)}`,
  specialty: (at) => `专业${padded(at, 3)}`,
  place: (at) => `县${padded(at, 2)}`,
  activity: (at) => `活动${padded(at, 5)}`,
  filing: (at) => `BA-${padded(at, 4)}`,
  phone: (at) => `0000-${padded(at, 7)}`,
  address: (at) => `地点${padded(at, 3)}`,
  text: (at) => `文字${padded(at, 4)}`,
};

/** Kinds that are taken out of texts which stay. */
const IN_TEXTS: ReadonlySet<Kind> = new Set(["number", "person", "id", "unit"]);

/** Says that there is nothing, or is nothing to hide. */
const SAYS_NOTHING: ReadonlySet<string> = new Set([...WORDS_FOR_NO, "有", "已", "√", "✓", "/", "-", "—"]);
/** Office's word for an error value that a cell shows. */
const ERROR_VALUE = /^#[A-Z/0]+[!?]?$/;

export class Pseudonyms {
  private readonly known = new Map<string, CellValue>();
  private readonly counts = new Map<Kind, number>();
  private readonly hidden = new Map<string, string>();
  private pattern: RegExp | null = null;

  /** `stays`: words of the notice that name nobody, such as that for the office's own level. */
  constructor(private readonly stays: ReadonlySet<string>) {}

  /** What stands for a cell. A blank, an error value and a word for "none" stay; a number becomes a text, but for an id. */
  of(kind: Kind, cell: CellValue): CellValue {
    const text = textOf(cell);
    if (
      text === "" ||
      SAYS_NOTHING.has(text) ||
      this.stays.has(text) ||
      ERROR_VALUE.test(text) ||
      typeof cell === "boolean"
    )
      return cell;
    const key = `${kind} ${typeof cell === "number" ? "#" : ""}${text.replace(/\s+/gu, "").toUpperCase()}`;
    const before = this.known.get(key);
    if (before !== undefined) return before;
    const at = (this.counts.get(kind) ?? 0) + 1;
    this.counts.set(kind, at);
    const word = kind === "id" ? idFor(cell, text, at) : WORDS[kind](at);
    this.known.set(key, word);
    if (typeof cell === "string" && IN_TEXTS.has(kind) && cell.trim().length > 1)
      this.hidden.set(cell.trim(), String(word));
    return word;
  }

  /** A text that stays, without what is hidden elsewhere. */
  within(text: string): string {
    if (this.hidden.size === 0) return text;
    return this.pattern === null ? text : text.replace(this.pattern, (word) => this.hidden.get(word) ?? "");
  }

  /** From here on `within` takes out what has been hidden so far. */
  collect(): void {
    this.pattern = new RegExp(
      [...this.hidden.keys()]
        .sort((one, other) => other.length - one.length)
        .map((word) => word.replace(/[.*+?^${}()|[\]\\]/g, "\\$&"))
        .join("|"),
      "gu",
    );
  }
}

/** An invented number that the same is wrong with: lost digits, or a bad check character. */
function idFor(cell: CellValue, text: string, at: number): CellValue {
  if (typeof cell === "number") return cell >= 1e15 ? 110_101_190_001_010_000 + at * 1000 : at;
  if (/^\d(\.\d+)?E\+?\d+$/iu.test(text)) return "1.1E+17";
  const day = new Date(Date.UTC(1950, 0, 1 + Math.floor(at / 900)));
  const first = `110101${day.toISOString().slice(0, 10).replace(/-/g, "")}${padded(100 + (at % 900), 3)}`;
  const holds = idChecksumHolds(text.toUpperCase());
  return [..."0123456789X"].map((check) => `${first}${check}`).find((each) => idChecksumHolds(each) === holds) ?? first;
}

function padded(at: number, length: number): string {
  return String(at).padStart(length, "0");
}

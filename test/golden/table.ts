/** Reads golden.csv: the notice's rules as rows of figures, each with its clause and the expected outcome. */
import { readFileSync } from "node:fs";
import { join } from "node:path";

export type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json };

/** Inputs of a golden row; a name that is not there reads as blank. */
export class Inputs {
  constructor(private readonly source: Readonly<Record<string, Json>>) {}

  has(name: string): boolean {
    return name in this.source;
  }

  text(name: string): string | null {
    const value = this.source[name] ?? null;
    if (value !== null && typeof value !== "string") throw new Error(`${name} is not a text`);
    return value;
  }

  number(name: string): number | null {
    const value = this.source[name] ?? null;
    if (value !== null && typeof value !== "number") throw new Error(`${name} is not a number`);
    return value;
  }

  /** A cell as the row writes it: a number, a text or blank. */
  cell(name: string): string | number | null {
    const value = this.source[name] ?? null;
    if (value !== null && typeof value !== "number" && typeof value !== "string")
      throw new Error(`${name} is not a cell`);
    return value;
  }

  flag(name: string): boolean {
    return this.source[name] === true;
  }

  texts(name: string): readonly string[] {
    return this.list(name).map(String);
  }

  numbers(name: string): readonly number[] {
    return this.list(name).map(Number);
  }

  nested(name: string): readonly Inputs[] {
    return this.list(name).map((item) => {
      if (!isObject(item)) throw new Error(`${name} holds something else than objects`);
      return new Inputs(item);
    });
  }

  inner(name: string): Inputs {
    const value = this.source[name] ?? null;
    if (!isObject(value)) throw new Error(`${name} is not an object`);
    return new Inputs(value);
  }

  private list(name: string): readonly Json[] {
    const value = this.source[name];
    if (!Array.isArray(value)) throw new Error(`${name} is not a list`);
    return value as readonly Json[];
  }
}

export interface GoldenRow {
  readonly id: string;
  readonly clause: string;
  readonly form: string;
  readonly inputs: Inputs;
  /** `null`: the row says nothing about it. */
  readonly convertedHours: number | null;
  readonly creditedHours: number | null;
  readonly subject: string;
  readonly codes: readonly string[];
  readonly note: string;
}

export function readGoldenRows(): readonly GoldenRow[] {
  const [header, ...lines] = parseCsv(readFileSync(join(__dirname, "golden.csv"), "utf8"));
  if (header === undefined) throw new Error("golden.csv is empty");
  return lines.map((line) => {
    const cell = (name: string): string => {
      const value = line[header.indexOf(name)];
      if (value === undefined) throw new Error(`golden.csv: ${line[0] ?? "?"} has no ${name}`);
      return value;
    };
    const hours = (name: string): number | null => (cell(name) === "" ? null : Number(cell(name)));
    const inputs: unknown = JSON.parse(cell("inputs"));
    if (!isObject(inputs as Json)) throw new Error(`golden.csv: inputs of ${cell("id")}`);
    return {
      id: cell("id"),
      clause: cell("clause"),
      form: cell("form"),
      inputs: new Inputs(inputs as Readonly<Record<string, Json>>),
      convertedHours: hours("converted_hours"),
      creditedHours: hours("expected_hours"),
      subject: cell("expected_subject"),
      codes: cell("expected_violation_codes")
        .split(";")
        .filter((code) => code !== ""),
      note: cell("note"),
    };
  });
}

function isObject(value: Json): value is { readonly [key: string]: Json } {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** Lines of cells; quoted cells may hold commas and doubled quotes. */
export function parseCsv(text: string): readonly (readonly string[])[] {
  const cells = /("(?:[^"]|"")*"|[^,\r\n]*)(,|\r?\n|$)/gy;
  const lines: string[][] = [];
  let line: string[] = [];
  const body = text.replace(/^\uFEFF/, "");
  while (cells.lastIndex < body.length) {
    const [, cell = "", end = ""] = cells.exec(body) ?? [];
    line.push(cell.startsWith('"') ? cell.slice(1, -1).replaceAll('""', '"') : cell);
    if (end === ",") continue;
    lines.push(line);
    line = [];
  }
  return lines;
}

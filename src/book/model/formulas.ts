/**
 * Formula text: moving relative references, renaming sheets, and the names that differ between what a user sees
 * and what stands on file. A light scan, no full parse: strings, quoted sheet names and structured references
 * are recognised so that nothing inside them is touched.
 */
import { MAX_COLUMNS, MAX_ROWS, columnIndex, columnName, quoteSheet } from "./address";
import { type LineChange, moveSpan } from "./moves";

type Kind = "text" | "string" | "sheet" | "name" | "function" | "reference" | "bracket";

interface Piece {
  readonly kind: Kind;
  readonly text: string;
}

const REFERENCE = /^(\$?)([A-Za-z]{1,3})(\$?)(\d{1,7})$/;
const WORD = /[$\p{L}\p{N}_.\\?]+/uy;

/** Cuts a formula into pieces whose texts joined are the formula again. */
function cut(formula: string): Piece[] {
  const pieces: Piece[] = [];
  let i = 0;
  while (i < formula.length) {
    const c = formula[i] ?? "";
    if (c === '"' || c === "'") {
      let end = i + 1;
      while (end < formula.length) {
        if (formula[end] === c) {
          if (formula[end + 1] !== c) break;
          end++;
        }
        end++;
      }
      end = Math.min(end + 1, formula.length);
      const isSheet = c === "'" && formula[end] === "!";
      if (isSheet) end++;
      pieces.push({ kind: isSheet ? "sheet" : "string", text: formula.slice(i, end) });
      i = end;
    } else if (c === "[") {
      let depth = 0;
      let end = i;
      do {
        if (formula[end] === "'") end++;
        else if (formula[end] === "[") depth++;
        else if (formula[end] === "]") depth--;
        end++;
      } while (end < formula.length && depth > 0);
      // [1]Sheet!A1: the index of another workbook belongs to the sheet that follows
      pieces.push({ kind: "bracket", text: formula.slice(i, end) });
      i = end;
    } else {
      WORD.lastIndex = i;
      const word = WORD.exec(formula)?.[0];
      if (word === undefined) {
        pieces.push({ kind: "text", text: c });
        i++;
        continue;
      }
      const end = i + word.length;
      const next = formula[end];
      if (next === "!") {
        pieces.push({ kind: "sheet", text: `${word}!` });
        i = end + 1;
        continue;
      }
      const kind: Kind = next === "(" ? "function" : next !== "[" && REFERENCE.test(word) ? "reference" : "name";
      pieces.push({ kind, text: word });
      i = end;
    }
  }
  return pieces;
}

function wrap(index: number, size: number): number {
  return ((index % size) + size) % size;
}

function shiftRow(text: string, rows: number): string {
  return text.startsWith("$") ? text : String(wrap(Number(text) - 1 + rows, MAX_ROWS) + 1);
}

function shiftColumn(text: string, columns: number): string {
  return text.startsWith("$") ? text : columnName(wrap(columnIndex(text) + columns, MAX_COLUMNS));
}

/** The formula as it reads when copied `rows` down and `columns` to the right. Relative references wrap as Excel's do. */
export function shiftFormula(formula: string, rows: number, columns: number): string {
  if (rows === 0 && columns === 0) return formula;
  const pieces = cut(formula);
  const out: string[] = [];
  for (let i = 0; i < pieces.length; i++) {
    const piece = pieces[i];
    if (piece === undefined) break;
    if (piece.kind === "reference") {
      const [, dollarColumn = "", column = "", dollarRow = "", row = ""] = REFERENCE.exec(piece.text) ?? [];
      if (columnIndex(column) < 0) out.push(piece.text);
      else
        out.push(
          dollarColumn +
            (dollarColumn ? column : shiftColumn(column, columns)) +
            dollarRow +
            (dollarRow ? row : shiftRow(row, rows)),
        );
      continue;
    }
    const colon = pieces[i + 1];
    const second = pieces[i + 2];
    if (piece.kind === "name" && colon?.text === ":" && second?.kind === "name") {
      if (/^\$?\d{1,7}$/.test(piece.text) && /^\$?\d{1,7}$/.test(second.text)) {
        out.push(shiftRow(piece.text, rows), ":", shiftRow(second.text, rows));
        i += 2;
        continue;
      }
      if (/^\$?[A-Za-z]{1,3}$/.test(piece.text) && /^\$?[A-Za-z]{1,3}$/.test(second.text)) {
        out.push(shiftColumn(piece.text, columns), ":", shiftColumn(second.text, columns));
        i += 2;
        continue;
      }
    }
    out.push(piece.text);
  }
  return out.join("");
}

/** A name as it stands before `!`, without quotes. */
function bareSheet(piece: string): string {
  const bare = piece.slice(0, -1);
  return bare.startsWith("'") ? bare.slice(1, -1).replace(/''/g, "'") : bare;
}

interface ReferenceCorner {
  readonly row: string;
  readonly column: string;
}

/** A corner of a reference: a cell, a whole row or a whole column; null when the piece is none. */
function cornerOf(piece: Piece | undefined): ReferenceCorner | null {
  if (piece?.kind !== "reference" && piece?.kind !== "name") return null;
  const match = /^(\$?[A-Za-z]{1,3})?(\$?\d{1,7})?$/.exec(piece.text);
  const { 1: column = "", 2: row = "" } = match ?? [];
  if (match === null || column + row === "" || (column !== "" && columnIndex(column.replace("$", "")) < 0)) return null;
  return { column, row };
}

const lineOf = (text: string, axis: LineChange["axis"]): number =>
  axis === "rows" ? Number(text.replace("$", "")) - 1 : columnIndex(text.replace("$", ""));

const withLine = (text: string, line: number, axis: LineChange["axis"]): string =>
  (text.startsWith("$") ? "$" : "") + (axis === "rows" ? String(line + 1) : columnName(line));

/** Both corners of a reference after lines moved, or null when it means nothing any more. The corners keep their order. */
function moveCorners(
  a: ReferenceCorner,
  b: ReferenceCorner,
  change: LineChange,
): readonly [ReferenceCorner, ReferenceCorner] | null {
  const part = change.axis === "rows" ? "row" : "column";
  if (a[part] === "" || b[part] === "") return [a, b];
  const [x, y] = [lineOf(a[part], change.axis), lineOf(b[part], change.axis)];
  const span = moveSpan(Math.min(x, y), Math.max(x, y), change);
  if (span === null) return null;
  const [first, last] = x <= y ? span : [span[1], span[0]];
  return [
    { ...a, [part]: withLine(a[part], first, change.axis) },
    { ...b, [part]: withLine(b[part], last, change.axis) },
  ];
}

/**
 * The formula after rows or columns came or went on a sheet: references to what went become #REF!, ranges grow and shrink.
 * `isThere` says whether a name before `!` (null without one) means that sheet; references over several sheets and into
 * other workbooks stay.
 */
export function moveReferences(
  formula: string,
  change: LineChange,
  isThere: (sheet: string | null) => boolean,
): string {
  const pieces = cut(formula);
  const out: string[] = [];
  let there = isThere(null);
  for (let i = 0; i < pieces.length; i++) {
    const piece = pieces[i];
    if (piece === undefined) break;
    if (piece.kind === "sheet") {
      const beyond = pieces[i - 1]?.kind === "bracket" || pieces[i - 1]?.text === ":";
      there = !beyond && isThere(bareSheet(piece.text));
      out.push(piece.text);
      continue;
    }
    const first = cornerOf(piece);
    const second = pieces[i + 1]?.text === ":" ? cornerOf(pieces[i + 2]) : null;
    const paired =
      first !== null &&
      second !== null &&
      (first.row === "") === (second.row === "") &&
      (first.column === "") === (second.column === "");
    const isReference = paired || piece.kind === "reference";
    if (there && first !== null && isReference) {
      const moved = moveCorners(first, paired ? second : first, change);
      if (moved === null) out.push("#REF!");
      else out.push(moved[0].column + moved[0].row, ...(paired ? [":", moved[1].column + moved[1].row] : []));
    } else out.push(piece.text, ...(paired ? [":", pieces[i + 2]?.text ?? ""] : []));
    if (paired) i += 2;
    there = isThere(null);
  }
  return out.join("");
}

/**
 * The formula after a sheet was renamed, or removed (`to` null: its references become #REF!).
 * References into other workbooks are left alone.
 */
export function replaceSheet(formula: string, from: string, to: string | null): string {
  const wanted = from.toLowerCase();
  const pieces = cut(formula);
  let changed = false as boolean; // set in a callback, which the compiler does not follow
  const out = pieces.map((piece, i) => {
    if (piece.kind !== "sheet" || pieces[i - 1]?.kind === "bracket") return piece.text;
    if (bareSheet(piece.text).toLowerCase() !== wanted) return piece.text;
    changed = true;
    return to === null ? "#REF!" : `${quoteSheet(to)}!`;
  });
  return changed ? out.join("") : formula;
}

/** Functions younger than the file format: they stand on file with a prefix. */
const PREFIXED = new Set(
  (
    "ACOT ACOTH AGGREGATE ARABIC BASE BETA.DIST BETA.INV BINOM.DIST BINOM.DIST.RANGE BINOM.INV BITAND BITLSHIFT BITOR BITRSHIFT BITXOR " +
    "BYCOL BYROW CEILING.MATH CEILING.PRECISE CHISQ.DIST CHISQ.DIST.RT CHISQ.INV CHISQ.INV.RT CHISQ.TEST CHOOSECOLS CHOOSEROWS COMBINA " +
    "CONCAT CONFIDENCE.NORM CONFIDENCE.T COT COTH COVARIANCE.P COVARIANCE.S CSC CSCH DAYS DECIMAL DROP ERF.PRECISE ERFC.PRECISE EXPAND " +
    "EXPON.DIST F.DIST F.DIST.RT F.INV F.INV.RT F.TEST FILTER FILTERXML FLOOR.MATH FLOOR.PRECISE FORECAST.ETS FORECAST.ETS.CONFINT " +
    "FORECAST.ETS.SEASONALITY FORECAST.ETS.STAT FORECAST.LINEAR FORMULATEXT GAMMA GAMMA.DIST GAMMA.INV GAMMALN.PRECISE GAUSS HSTACK " +
    "HYPGEOM.DIST IFNA IFS IMCOSH IMCOT IMCSC IMCSCH IMSEC IMSECH IMSINH IMTAN ISFORMULA ISOMITTED ISOWEEKNUM LAMBDA LET LOGNORM.DIST " +
    "LOGNORM.INV MAKEARRAY MAP MAXIFS MINIFS MODE.MULT MODE.SNGL MUNIT NEGBINOM.DIST NORM.DIST NORM.INV NORM.S.DIST NORM.S.INV NUMBERVALUE " +
    "PDURATION PERCENTILE.EXC PERCENTILE.INC PERCENTRANK.EXC PERCENTRANK.INC PERMUTATIONA PHI POISSON.DIST QUARTILE.EXC QUARTILE.INC " +
    "RANDARRAY RANK.AVG RANK.EQ REDUCE RRI SCAN SEC SECH SEQUENCE SHEET SHEETS SKEW.P SORTBY STDEV.P STDEV.S SWITCH T.DIST T.DIST.2T " +
    "T.DIST.RT T.INV T.INV.2T T.TEST TAKE TEXTAFTER TEXTBEFORE TEXTJOIN TEXTSPLIT TOCOL TOROW UNICHAR UNICODE UNIQUE VALUETOTEXT VAR.P " +
    "VAR.S VSTACK WEBSERVICE WEIBULL.DIST WRAPCOLS WRAPROWS XLOOKUP XMATCH XOR Z.TEST ARRAYTOTEXT SORT"
  ).split(" "),
);
/** Of these the prefix has a second part. */
const WORKSHEET_PREFIXED = new Set(["FILTER", "SORT"]);
/** Dotted names of Excel's own that stand on file as they are. */
const PLAIN_DOTTED = new Set(["ERROR.TYPE", "ISO.CEILING", "NETWORKDAYS.INTL", "WORKDAY.INTL"]);

/** What a user sees of a formula on file. Give and get it without `=`. */
export function formulaFromFile(text: string): string {
  if (!/_xl/i.test(text)) return text;
  return cut(text)
    .map(({ kind, text: word }) => {
      if (kind !== "function" && kind !== "name") return word;
      const custom = /^_xldudf_([^_]+)_(.+)$/i.exec(word);
      // LibreOffice writes the name in lower case; Excel shows it in upper case
      if (custom !== null) return `${custom[1] ?? ""}.${custom[2] ?? ""}`.toUpperCase();
      const bare = word.replace(/^(?:_xlfn\.|_xlws\.|_xlpm\.)+/i, "");
      return kind === "function" && bare !== word && PREFIXED.has(bare.toUpperCase()) ? bare.toUpperCase() : bare;
    })
    .join("");
}

/** How a user's formula stands on file. Give and get it without `=`. */
export function formulaToFile(text: string): string {
  const pieces = cut(text);
  const parameters = parameterNames(pieces);
  return pieces
    .map(({ kind, text: word }) => {
      if (kind === "name") return parameters.has(word.toLowerCase()) ? `_xlpm.${word}` : word;
      if (kind !== "function") return word;
      const name = word.toUpperCase();
      if (parameters.has(word.toLowerCase())) return `_xlpm.${word}`;
      if (PREFIXED.has(name)) return `_xlfn.${WORKSHEET_PREFIXED.has(name) ? "_xlws." : ""}${name}`;
      if (!name.includes(".") || name.startsWith("_XL") || name.startsWith(".") || PLAIN_DOTTED.has(name)) return word;
      return `_xldudf_${name.replace(/\./g, "_")}`;
    })
    .join("");
}

/** True when the formula, as a user sees it, calls a custom function such as CE.HOURS. */
export function callsCustomFunction(formula: string): boolean {
  return formula.includes(".") && /_xldudf_/.test(formulaToFile(formula));
}

/** Names bound by LET and LAMBDA, which also carry a prefix on file. */
function parameterNames(pieces: readonly Piece[]): Set<string> {
  const names = new Set<string>();
  const calls: { bind: "LET" | "LAMBDA" | null; argument: number }[] = [];
  pieces.forEach((piece, i) => {
    if (piece.text === "(") {
      const caller = pieces[i - 1];
      const name = caller?.kind === "function" ? caller.text.toUpperCase() : "";
      calls.push({ bind: name === "LET" || name === "LAMBDA" ? name : null, argument: 0 });
    } else if (piece.text === ")") calls.pop();
    else if (piece.text === ",") {
      const call = calls[calls.length - 1];
      if (call !== undefined) call.argument++;
    } else if (piece.kind === "name") {
      const call = calls[calls.length - 1];
      const followed = nextText(pieces, i);
      // a bound name is followed by a comma: LET's value or LAMBDA's next argument
      if (call?.bind === "LET" && call.argument % 2 === 0 && followed === "," && opens(pieces, i))
        names.add(piece.text.toLowerCase());
      if (call?.bind === "LAMBDA" && followed === "," && opens(pieces, i)) names.add(piece.text.toLowerCase());
    }
  });
  return names;
}

function nextText(pieces: readonly Piece[], i: number): string | undefined {
  for (let at = i + 1; at < pieces.length; at++) if (pieces[at]?.text.trim() !== "") return pieces[at]?.text;
  return undefined;
}

function opens(pieces: readonly Piece[], i: number): boolean {
  for (let at = i - 1; at >= 0; at--) {
    const text = pieces[at]?.text.trim();
    if (text !== "") return text === "(" || text === ",";
  }
  return false;
}

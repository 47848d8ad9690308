/**
 * Inputs that failed, each the example submission with one thing changed, after public bug reports. What a user expects of
 * each, through the code of the command: what is opened and refused, what the report says, what is saved.
 */
import {
  existsSync,
  linkSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { checkWorkbook } from "../../scripts/corpus/check";
import { isCellError } from "../../src/book/model/workbook";
import { macrosOf, openWorkbook, saveWorkbook, withoutPersonalData } from "../../src/book/xlsx";
import { openPackage } from "../../src/book/xlsx/package";
import { checkTargets, openInput, Outputs } from "../../src/cli/files";
import { gridsOf } from "../../src/in-memory/grids";
import { uncalculatedLines } from "../../src/cli/uncalculated";
import { problemText, sentenceOf } from "../../src/messages";
import { policyOf } from "../../src/policy";
import { report } from "../../src/results";
import { reviewSubmission } from "../../src/review";
import { readSubmission } from "../../src/submission";
import { InputRefused } from "../../src/workbench/cli/command";

const FOLDER = __dirname;
const EXAMPLE = join(FOLDER, "../golden/example/submission.xlsx");
const bytesOf = (name: string): Uint8Array => readFileSync(join(FOLDER, name));

type Report = ReturnType<typeof report>;

function submissionOf(path: string) {
  const workbook = openInput(path);
  const reading = readSubmission(gridsOf(workbook), { sheets: workbook.sheets.map(({ name }) => name) });
  if (!reading.ok) throw new InputRefused(reading.problems.map((problem) => problemText(problem, "zh")));
  return reading.submission;
}

function reportOf(path: string): Report {
  const submission = submissionOf(path);
  const policy = policyOf(submission.unit.policyId)!;
  return report(reviewSubmission(submission, policy), new Map(), (finding) => sentenceOf(finding, "zh", policy));
}

const outside = (name: string): Report => reportOf(join(FOLDER, name));
const example = (): Report => reportOf(EXAMPLE);
const results = ({ records, years, people }: Report) => ({ records, years, people });
const codes = ({ findings }: Report, code: string) => findings.filter((finding) => finding.code === code);

describe("the same report as the example", () => {
  test.each([
    "d1904.xlsx",
    "merged_person.xlsx",
    "plain_styles_selfclosed.xlsx",
    "rows_repeated_some.xlsx",
    "single_quotes.xlsx",
    "stray_cell_far.xlsx",
    "utf16be_workbook.xlsx",
    "xlsm_macro.xlsm",
    "year_as_date.xlsx",
  ])("%s", (name) => {
    expect(results(outside(name))).toEqual(results(example()));
  });
});

test("merged cells are said once", () => {
  expect(codes(outside("merged_person.xlsx"), "merged-cells")).toHaveLength(1);
});

test("what is too far away is said with its cell", () => {
  expect(codes(outside("stray_cell_far.xlsx"), "far-cells").map(({ cell }) => cell)).toEqual(["XFA900000"]);
});

test("rows with error values get no live formulas; the others keep theirs", () => {
  const { records } = submissionOf(join(FOLDER, "error_in_remark.xlsx"));
  expect(records.filter(({ suitsFormulas }) => !suitsFormulas)).toHaveLength(1);
  expect(submissionOf(join(FOLDER, "d1904.xlsx")).records.some(({ suitsFormulas }) => suitsFormulas)).toBe(false);
});

test.each(["error_values.xlsx", "impossible_dates.xlsx", "quantities_with_units.xlsx"])(
  "%s: what can't be read is value-unknown, with its cell",
  (name) => {
    const found = codes(outside(name), "value-unknown").filter(({ sheet }) => sheet === "学时记录");
    expect(found.length).toBeGreaterThan(0);
    expect(found.every(({ cell }) => /^[A-Z]+\d+$/.test(cell ?? ""))).toBe(true);
  },
);

test("a leading zero that was lost is a person-unknown that says so", () => {
  const [found] = codes(outside("regno_leading_zero_lost.xlsx"), "person-unknown");
  expect(found?.message).toMatch(/零|0/);
});

describe("refused, with the remedy", () => {
  const refusal = (work: () => unknown): string => {
    try {
      work();
    } catch (error) {
      if (error instanceof InputRefused) return error.lines.join("\n");
      throw error;
    }
    return "";
  };
  test("a DOCTYPE", () => {
    const lines = refusal(() => openInput(join(FOLDER, "doctype_strings.xlsx")));
    expect(lines).toMatch(/^doctype_strings\.xlsx：.*DOCTYPE.*重试。$/);
  });
  test("formulas without stored values", () => {
    const lines = uncalculatedLines(openInput(join(FOLDER, "formulas_uncached.xlsx")));
    expect(lines).toHaveLength(1);
    expect(lines[0]).toMatch(/^学时记录!C2、D2.*请在 Excel 中打开、保存后重试。$/);
    expect(uncalculatedLines(openInput(EXAMPLE))).toEqual([]);
  });
  test("sheets as Numbers names them are suggested", () => {
    const lines = refusal(() => submissionOf(join(FOLDER, "numbers_app_sheets.xlsx")));
    expect(lines).toContain("学时记录 - 表格 1");
    expect(lines).toContain("人员信息 - 表格 1");
  });
});

describe("what is saved", () => {
  const files = readdirSync(FOLDER).filter((name) => /\.xls[xm]$/.test(name) && name !== "doctype_strings.xlsx");
  test.each(files)("%s loses nothing", (name) => {
    expect(checkWorkbook(bytesOf(name))).toMatchObject({ refused: null, faults: [] });
  });
  test.each(files)("%s keeps every text without personal data", (name) => {
    const texts = (bytes: Uint8Array): unknown[] =>
      openWorkbook(bytes).sheets.flatMap((sheet) =>
        [...sheet.rows.values()].flatMap(({ cells }) =>
          cells.flatMap((cell) =>
            cell === undefined ? [] : [isCellError(cell.value) ? cell.value.error : cell.value],
          ),
        ),
      );
    expect(texts(withoutPersonalData(bytesOf(name)))).toEqual(texts(bytesOf(name)));
  });
  test("macros go where the name has none, and stay where it has", () => {
    const workbook = openWorkbook(bytesOf("xlsm_macro.xlsm"));
    expect(macrosOf(workbook)).toBe(true);
    const typeOf = (bytes: Uint8Array): string | undefined => openPackage(bytes).contentType("xl/workbook.xml");
    const [plain, kept] = [saveWorkbook(workbook, "xlsx"), saveWorkbook(workbook, "xlsm")];
    expect(typeOf(plain)).toBe("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml");
    expect(openPackage(plain).names.filter((name) => /vba/i.test(name))).toEqual([]);
    expect(typeOf(kept)).toBe("application/vnd.ms-excel.sheet.macroEnabled.main+xml");
    expect(kept).toEqual(bytesOf("xlsm_macro.xlsm"));
  });
});

describe("no input is written over", () => {
  const folder = mkdtempSync(join(tmpdir(), "outside-"));
  const at = (name: string): string => join(folder, name);
  writeFileSync(at("in.xlsx"), "input");
  linkSync(at("in.xlsx"), at("hard.xlsx"));
  symlinkSync(at("in.xlsx"), at("soft.xlsx"));
  mkdirSync(at("real"));
  symlinkSync(at("real"), at("link"));
  writeFileSync(at("real/in.xlsx"), "input");

  test.each([
    ["the input itself", "in.xlsx", ["in.xlsx"]],
    ["a hard link to it", "in.xlsx", ["hard.xlsx"]],
    ["a symbolic link to it", "in.xlsx", ["soft.xlsx"]],
    ["the input is the link", "soft.xlsx", ["in.xlsx"]],
    ["through the folder's link", "real/in.xlsx", ["link/in.xlsx"]],
    ["another way of writing it", "in.xlsx", ["real/../in.xlsx"]],
    ["two targets, one file", "in.xlsx", ["out.xlsx", "out.xlsx"]],
    ["two targets through a link", "in.xlsx", ["link/out.xlsx", "real/out.xlsx"]],
    ["a folder", "in.xlsx", ["real"]],
    ["below a file", "in.xlsx", ["in.xlsx/out.xlsx"]],
  ])("%s", (_what, input, targets) => {
    const named = targets.map((path, index) => ({ option: index === 0 ? "--out" : "--json", path: at(path) }));
    expect(() => checkTargets([at(input)], named)).toThrow(expect.objectContaining({ name: "UsageError" }));
  });
  test("another name in the same folder is fine", () => {
    expect(() => checkTargets([at("in.xlsx")], [{ option: "--out", path: at("new/out.xlsx") }])).not.toThrow();
  });
  test("all files or none", () => {
    const outputs = new Outputs();
    outputs.add(at("first.json"), "1");
    outputs.add(at("in.xlsx/second.json"), "2");
    expect(() => outputs.write()).toThrow(InputRefused);
    expect(existsSync(at("first.json"))).toBe(false);
    expect(readdirSync(folder).filter((name) => name.endsWith(".tmp"))).toEqual([]);
  });
});

/** The figures of hand-worked.md, worked out before the engine was asked. */
import { reviewSubmission } from "../../src/review";
import type { Review } from "../../src/review/types";
import { readSubmission } from "../../src/submission";
import type { WorkbookGrids } from "../../src/submission/grid";
import { decidedGrids, gridsOfFile } from "../support/submission";

const sample = gridsOfFile("assets/sample/submission.xlsx");

function review(grids: WorkbookGrids): Review {
  const reading = readSubmission(grids);
  if (!reading.ok) throw new Error(JSON.stringify(reading.problems));
  return reviewSubmission(reading.submission);
}

const open = review(sample);
const provisional = review(decidedGrids(sample));
const accepting = review(decidedGrids(sample, { "J-43": "accept" }));

const codes = (findings: readonly { readonly code: string }[]): readonly string[] =>
  [...new Set(findings.map(({ code }) => code))].sort();

/** 年度 公 专 合计 status, a line a year. */
const years = (of: Review, registrationNo: string): readonly (readonly [number, number, number, number, string])[] =>
  of.years
    .filter((year) => year.registrationNo === registrationNo)
    .map(
      ({ year, publicHours, professionalHours, totalHours, status }) =>
        [year, publicHours, professionalHours, totalHours, status] as const,
    );

const year = (of: Review, registrationNo: string, wanted: number): Review["years"][number] | undefined =>
  of.years.find((entry) => entry.registrationNo === registrationNo && entry.year === wanted);

const person = (of: Review, registrationNo: string): Review["people"][number] | undefined =>
  of.people.find((entry) => entry.registrationNo === registrationNo);

const records = (of: Review, registrationNo: string): Review["records"] =>
  of.records.filter((record) => record.registrationNo === registrationNo);

/** What deserves a mention: form, converted and credited hours, codes of the records that carry any. */
const remarkable = (of: Review, registrationNo: string): readonly unknown[] =>
  records(of, registrationNo)
    .filter(({ findings }) => findings.length > 0)
    .map(({ year: claimed, form, convertedHours, creditedHours, verdict, findings }) => [
      claimed,
      form,
      convertedHours,
      creditedHours,
      verdict,
      codes(findings),
    ]);

describe("张样清 XG0001: clean", () => {
  test("every year to the hour", () => {
    expect(years(open, "XG0001")).toEqual([
      [2013, 32, 60, 92, "met"],
      [2014, 30, 64, 94, "met"],
      [2015, 30, 64, 94, "met"],
      [2016, 32, 70, 102, "met"],
      [2017, 30, 60, 90, "met"],
      [2018, 0, 0, 0, "unmet"],
    ]);
    expect(remarkable(open, "XG0001")).toEqual([]);
  });

  test("pending while the window is open, qualified for 2013–2017 when decided", () => {
    expect(person(open, "XG0001")?.verdict).toBe("pending");
    expect(person(provisional, "XG0001")).toMatchObject({ verdict: "qualified", window: { from: 2013, to: 2017 } });
  });
});

describe("李样文 XG0002: paper cap, unfiled training, claim mismatch", () => {
  test("years and the records behind them", () => {
    expect(years(open, "XG0002")).toEqual([
      [2013, 32, 64, 96, "met"],
      [2014, 32, 70, 102, "met"],
      [2015, 0, 60, 60, "unmet"],
      [2016, 30, 64, 94, "met"],
      [2017, 30, 60, 90, "met"],
      [2018, 0, 0, 0, "unmet"],
    ]);
    expect(remarkable(open, "XG0002")).toEqual([
      [2014, "paper", 5, 0, "rejected", ["paper-annual-limit"]],
      [2014, "paper", 10, 0, "rejected", ["paper-annual-limit"]],
      [2015, "training", 32, 0, "rejected", ["training-not-filed"]],
      [2016, "training", 40, 40, "credited", ["hours-claim-mismatch"]],
    ]);
    expect(codes(year(open, "XG0002", 2015)?.findings ?? [])).toEqual(["annual-total-shortfall", "public-shortfall"]);
  });

  test("no decision can save 2015", () => {
    for (const reviewed of [open, provisional, accepting]) {
      expect(person(reviewed, "XG0002")?.verdict).toBe("unqualified");
      expect(codes(person(reviewed, "XG0002")?.findings ?? [])).toContain("window-year-not-passed");
    }
  });
});

describe("王示远 XG0003: turns on J-43", () => {
  test("the years that do not turn on it", () => {
    expect(years(open, "XG0003").filter(([of]) => of !== 2016)).toEqual([
      [2013, 30, 60, 90, "met"],
      [2014, 30, 60, 90, "met"],
      [2015, 32, 64, 96, "met"],
      [2017, 32, 64, 96, "met"],
      [2018, 0, 0, 0, "unmet"],
    ]);
  });

  test("open: between 72 and 104", () => {
    expect(remarkable(open, "XG0003")).toEqual([[2016, "online", 32, 0, "pending", ["j-online-unfiled"]]]);
    const course = records(open, "XG0003").find(({ verdict }) => verdict === "pending");
    expect(course).toMatchObject({ lowestHours: 0, highestHours: 32 });
    expect(year(open, "XG0003", 2016)).toMatchObject({
      publicHours: 32,
      professionalHours: 40,
      totalHours: 72,
      status: "pending",
    });
    expect(codes(year(open, "XG0003", 2016)?.findings ?? [])).toEqual([
      "annual-total-shortfall",
      "professional-shortfall",
    ]);
    expect(person(open, "XG0003")?.verdict).toBe("pending");
  });

  test("decided provisionally: to be filed, so 72", () => {
    expect(remarkable(provisional, "XG0003")).toEqual([
      [2016, "online", 32, 0, "rejected", ["j-online-unfiled", "training-not-filed"]],
    ]);
    expect(year(provisional, "XG0003", 2016)).toMatchObject({ totalHours: 72, status: "unmet" });
    expect(person(provisional, "XG0003")?.verdict).toBe("unqualified");
    expect(codes(person(provisional, "XG0003")?.findings ?? [])).toContain("window-year-not-passed");
  });

  test("J-43 accept: 104", () => {
    expect(year(accepting, "XG0003", 2016)).toMatchObject({
      publicHours: 32,
      professionalHours: 72,
      totalHours: 104,
      status: "met",
    });
    expect(person(accepting, "XG0003")?.verdict).toBe("qualified");
  });
});

/** Drawing a sample: places by largest remainder, chance by seed only, one a person where asked. */
import fc from "fast-check";
import { drawSample, mulberry32, placesFor, type SampleCandidate } from "../../src/papers/sampling";

test("mulberry32 gives the numbers of its reference", () => {
  const random = mulberry32(0);
  expect([random(), random(), random()]).toEqual([0.26642920868471265, 0.0003297457005828619, 0.2232720274478197]);
  const other = mulberry32(123_456);
  expect([other(), other()]).toEqual([0.38233304349705577, 0.7972629074938595]);
});

const CASES: readonly (readonly [sizes: readonly number[], percent: number, places: readonly number[]])[] = [
  [[100, 50, 10], 10, [10, 5, 1]],
  // 37.7 + 7.9 + 13.3 + 3 + 1.1 + 0.1: 61 whole, 2 by the largest remainders
  [[377, 79, 133, 30, 11, 1], 10, [38, 8, 13, 3, 1, 0]],
  // Equal remainders: the larger stratum first, then the earlier
  [[5, 15, 5], 10, [1, 2, 0]],
  [[1, 1, 1], 1, [1, 0, 0]],
  [[30], 0.1, [1]],
  [[7, 3], 100, [7, 3]],
  [[], 10, []],
  [[0, 0], 50, [0, 0]],
];

test.each(CASES)("%j at %d %% → %j", (sizes, percent, places) => {
  expect(placesFor(sizes, percent)).toEqual(places);
});

const candidates = fc
  .array(
    fc.record({
      stratum: fc.constantFrom("面授培训", "网络培训", "论文", "专利"),
      person: fc.constantFrom("A", "B", "C", "D"),
    }),
    { maxLength: 60 },
  )
  .map((list) =>
    list.map((each, at): SampleCandidate => ({ ...each, identity: `${each.person}|${each.stratum}|${at}` })),
  );
const request = fc.record({
  percent: fc.integer({ min: 1, max: 1000 }).map((tenths) => tenths / 10),
  seed: fc.integer({ min: 0, max: 4_294_967_295 }),
  onePerPerson: fc.boolean(),
});

test("the same seed and records give the same sample, whatever the order of rows; strata and people get their share", () => {
  fc.assert(
    fc.property(candidates, request, (list, asked) => {
      const sample = drawSample(list, asked);
      const ids = sample.drawn.map(({ candidate }) => candidate.identity);
      expect(new Set(ids).size).toBe(ids.length);
      expect(drawSample([...list].reverse(), asked).drawn.map(({ candidate }) => candidate.identity)).toEqual(
        [...ids].reverse(),
      );
      const byForm = sample.drawn.filter((each) => each.for === "stratum");
      for (const { stratum, size, drawn } of sample.strata) {
        expect(byForm.filter(({ candidate }) => candidate.stratum === stratum)).toHaveLength(drawn);
        // Within one of the exact share, but for the one that a small book always gets.
        if (byForm.length > 1) expect(Math.abs(drawn - (size * asked.percent) / 100)).toBeLessThanOrEqual(1);
      }
      if (list.length > 0)
        expect(byForm).toHaveLength(Math.max(1, Math.floor((list.length * asked.percent) / 100 + 0.5 + 1e-9)));
      if (asked.onePerPerson)
        expect(new Set(sample.drawn.map(({ candidate }) => candidate.person))).toEqual(
          new Set(list.map(({ person }) => person)),
        );
      else expect(sample.drawn.every((each) => each.for === "stratum")).toBe(true);
    }),
  );
});

test("every record of a form is as likely as any other", () => {
  const list = Array.from({ length: 10 }, (_, at): SampleCandidate => ({
    identity: `r${at}`,
    stratum: "论文",
    person: "A",
  }));
  const counts = new Map<string, number>();
  for (let seed = 0; seed < 5000; seed += 1) {
    for (const { candidate } of drawSample(list, { percent: 20, seed, onePerPerson: false }).drawn)
      counts.set(candidate.identity, (counts.get(candidate.identity) ?? 0) + 1);
  }
  // 1,000 each expected, standard deviation 28
  for (const { identity } of list) expect(Math.abs((counts.get(identity) ?? 0) - 1000)).toBeLessThan(130);
});

/**
 * `npm run mutation`: changes the core in small ways and sees whether a test notices. Only the tests of the pure rooms
 * run, so that a change takes seconds. Takes hours: `npm run mutation -- --mutate src/review/year-review.ts` for one file.
 * see https://stryker-mutator.io/docs/stryker-js/configuration
 */
export default {
  testRunner: "jest",
  jest: { projectType: "custom", configFile: "jest.pure.config.cjs", enableFindRelatedTests: true },
  plugins: ["@stryker-mutator/jest-runner"],
  mutate: [
    "src/review/**/*.ts",
    "src/policy/language.ts",
    "src/certificates/**/*.ts",
    "src/results/**/*.ts",
    "src/excel/write/**/*.ts",
  ],
  coverageAnalysis: "perTest",
  ignorePatterns: ["dist", "out", ".cache", "docs/pictures"],
  tempDirName: ".cache/stryker",
  reporters: ["progress", "clear-text", "json"],
  jsonReporter: { fileName: "out/mutation.json" },
  concurrency: 2,
  thresholds: { high: 90, low: 85, break: null },
};

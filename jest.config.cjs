/** @type {import('jest').Config} */
module.exports = {
  testEnvironment: "<rootDir>/test/support/environment.cjs",
  moduleNameMapper: { "^jsdom$": "<rootDir>/test/support/jsdom.cjs" },
  testSequencer: "<rootDir>/test/support/sequencer.cjs",
  roots: ["<rootDir>/test"],
  testMatch: ["**/*.test.ts", "**/*.test.tsx"],
  transform: { "^.+\\.[tj]sx?$": "@swc/jest" },
  testTimeout: 120000,
  maxWorkers: "100%",
};

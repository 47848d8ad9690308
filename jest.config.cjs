/** @type {import('jest').Config} */
module.exports = {
  testEnvironment: "<rootDir>/test/support/environment.cjs",
  moduleNameMapper: { "^jsdom$": "<rootDir>/test/support/jsdom.cjs" },
  testSequencer: "<rootDir>/test/support/sequencer.cjs",
  // Tests stand in test/; which of them import what is known of files below a root only
  roots: ["<rootDir>/src", "<rootDir>/test"],
  testMatch: ["**/*.test.ts", "**/*.test.tsx"],
  transform: { "^.+\\.[tj]sx?$": "@swc/jest" },
  testTimeout: 120000,
  maxWorkers: "100%",
};

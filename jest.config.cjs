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
  // Names of the language that a module looks up in the context of its test take 100 ns each time; handed into the module
  // they take none, which halves the time of what is calculated
  sandboxInjectedGlobals: [
    ...["Array", "Error", "JSON", "Map", "Math", "Number", "Object", "Promise"],
    ...["RegExp", "Set", "String", "Symbol", "Uint8Array", "WeakMap"],
  ],
  maxWorkers: "100%",
};

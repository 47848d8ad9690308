/** The tests of the pure rooms, for `npm run mutation`: they need neither the built add-in, nor a page, nor a browser. */
/** @type {import('jest').Config} */
module.exports = {
  ...require("./jest.config.cjs"),
  // By its name: the mutation runner puts its own around it
  testEnvironment: "node",
  moduleNameMapper: {},
  testPathIgnorePatterns: [
    "/node_modules/",
    "/test/(browser|e2e|bundle|bench|workbench|taskpane|manifest)/",
    "/walls\\.test",
  ],
};

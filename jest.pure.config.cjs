/** The tests that need neither the built add-in nor a browser. */
/** @type {import('jest').Config} */
module.exports = {
  ...require("./jest.config.cjs"),
  testPathIgnorePatterns: ["/node_modules/", "/test/(browser|e2e|bundle|bench|workbench)/"],
};

/**
 * Node as jest's tests have it, with jsdom loaded once a worker and not once a test file: reading its 400 modules through
 * jest's own registry takes a second each time. test/support/jsdom.cjs hands it on.
 */
const { TestEnvironment } = require("jest-environment-node");

module.exports = class extends TestEnvironment {
  constructor(config, context) {
    super(config, context);
    Object.defineProperty(this.global, "jsdomOfWorker", { configurable: true, get: () => require("jsdom") });
  }
};

/** Runs the long test files first, whatever jest knows of earlier runs: on a fresh clone it would go by the size of files. */
const Sequencer = require("@jest/test-sequencer").default;

/** By folder, the longest first; a test in a real browser takes as long as a hundred plain ones. */
const LONG = [
  /test[\\/]browser[\\/](views|many|grid|whole-job)\./,
  /test[\\/]e2e[\\/](certificates|send-back|second-round)\./,
  /test[\\/]browser[\\/]/,
  /test[\\/]e2e[\\/]/,
];

const rank = ({ path }) => {
  const at = LONG.findIndex((pattern) => pattern.test(path));
  return at < 0 ? LONG.length : at;
};

module.exports = class extends Sequencer {
  sort(tests) {
    const usual = super.sort(tests);
    return [...usual].sort((a, b) => rank(a) - rank(b));
  }
};

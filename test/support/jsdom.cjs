/** jsdom as the worker has loaded it, see environment.cjs. */
module.exports = globalThis.jsdomOfWorker;

/** The page of `npm run batch`, served on this machine only. */
const { resolve } = require("node:path");
const CopyPlugin = require("copy-webpack-plugin");

const CACHE = resolve(__dirname, ".cache");

/** @returns {import('webpack').Configuration} */
module.exports = {
  mode: "production",
  entry: { batch: "./src/batch-page/main.tsx" },
  output: { path: resolve(CACHE, "batch-page"), filename: "[name].js", clean: true },
  devtool: false,
  cache: { type: "filesystem", cacheDirectory: resolve(CACHE, "webpack-batch") },
  resolve: { extensions: [".tsx", ".ts", ".js"] },
  module: { rules: [{ test: /\.tsx?$/, exclude: /node_modules/, loader: "swc-loader" }] },
  // It is read from this machine's disk
  performance: false,
  plugins: [
    new CopyPlugin({ patterns: [{ from: "src/batch-page/index.html" }, { from: "src/batch-page/batch.css" }] }),
  ],
};

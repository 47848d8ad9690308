/**
 * The page of `npm start`: a tool of ours, served on this machine only, so neither minified nor part of dist/.
 * The grid is a chunk of its own: the add-in's pane is there before it.
 */
const { resolve } = require("node:path");
const CopyPlugin = require("copy-webpack-plugin");

const CACHE = resolve(__dirname, ".cache");

/** @returns {import('webpack').Configuration} */
module.exports = {
  mode: "development",
  entry: {
    workbench: "./src/workbench/browser/main.tsx",
    // Runs in the add-in's frame
    frame: "./src/workbench/browser/frame-script.ts",
  },
  output: { path: resolve(CACHE, "workbench"), filename: "[name].js", chunkFilename: "[name].chunk.js", clean: true },
  // No eval: the page's content security policy allows none
  devtool: false,
  cache: { type: "filesystem", cacheDirectory: resolve(CACHE, "webpack-workbench") },
  resolve: { extensions: [".tsx", ".ts", ".js"] },
  module: {
    rules: [{ test: /\.tsx?$/, exclude: /node_modules/, loader: "swc-loader" }],
  },
  // It is read from this machine's disk
  performance: false,
  plugins: [
    new CopyPlugin({
      patterns: [
        { from: "src/workbench/browser/index.html" },
        { from: "src/workbench/browser/themes.css" },
        { from: "src/workbench/browser/workbench.css" },
        { from: resolve(__dirname, "node_modules/@univerjs/preset-sheets-core/lib/index.css"), to: "grid.css" },
      ],
    }),
  ],
};

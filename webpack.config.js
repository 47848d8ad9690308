/**
 * One page, one bundle: pane, ribbon commands and custom functions share a runtime.
 *
 *   webpack --mode production                      office.js from Microsoft's CDN
 *   webpack --mode production --env office=cn      office.js from the CDN of Microsoft 365 operated by 21Vianet
 *   webpack --mode production --env office=local   office.js beside the page, for networks without internet; Microsoft does not
 *                                                  support that (office-js 6496)
 *   webpack serve --mode development               https://localhost:3000 with a certificate that this machine trusts
 *   … --env address=https://ce.example.gov.cn/addin   a folder for that server: manifest.xml names the address instead of
 *                                                     https://localhost:3000, with notices, licence and checksums beside
 */
const { resolve } = require("node:path");
const CopyPlugin = require("copy-webpack-plugin");
const CustomFunctionsMetadataPlugin = require("custom-functions-metadata-plugin");
const HtmlPlugin = require("html-webpack-plugin");
const { parseNumber } = require("office-addin-cli");
const devCerts = require("office-addin-dev-certs");
const { "taskpane.js": TASKPANE } = require("./budget.json").files;
const { config, version } = require("./package.json");
const { SitePlugin } = require("./scripts/release/site.cjs");

/** Where office.js comes from: the origin that the content security policy allows, and the path behind it. */
const SOURCES = {
  microsoft: { origin: "https://appsforoffice.microsoft.com", path: "/lib/1/hosted/office.js" },
  cn: { origin: "https://appsforoffice.cdn.partner.office365.cn", path: "/appsforoffice/lib/1/hosted/office.js" },
  local: { origin: "", path: "officejs/office.js" },
};
const PORT = parseNumber(process.env.npm_package_config_dev_server_port ?? config.dev_server_port);
const DEVELOPMENT_HOST = "https://localhost:3000";
const OFFICE_JS = resolve(__dirname, "node_modules/@microsoft/office-js/dist");

/** What Excel's part of office.js may load: its host scripts, words in all languages, its own telemetry module. */
const OFFICE_FILES = [
  "office.js",
  "excel*.js",
  "o15apptofilemappingtable.js",
  "custom-functions-runtime.js",
  "es6-promise.js",
  "*/office_strings.js",
  "telemetry/*.js",
  "ariatelemetry/*.js",
];

/** No inline script, no eval, nothing from elsewhere but office.js. Fluent and React set inline styles. */
function contentSecurityPolicy({ origin }) {
  const office = origin === "" ? "" : ` ${origin}`;
  return [
    "default-src 'none'",
    `script-src 'self'${office}`,
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data:",
    `connect-src 'self'${office}`,
    "font-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
  ].join("; ");
}

/** manifest.xml with the address it is served from and the version of package.json, in Office's four parts. */
const manifestFor = (host) => (content) =>
  content
    .toString("utf8")
    .replaceAll(DEVELOPMENT_HOST, host)
    .replace(/<Version>[^<]*<\/Version>/u, `<Version>${version}.0</Version>`);

/**
 * Takes `allowCustomDataForDataTypeAny` out of the generated metadata: with it Microsoft 365 hands errors over to our
 * functions as objects (office-js 4385), without it a formula with an error among its arguments is that error everywhere.
 */
class WithoutDataTypes {
  apply(compiler) {
    const name = "WithoutDataTypes";
    compiler.hooks.thisCompilation.tap(name, (compilation) => {
      const stage = compiler.webpack.Compilation.PROCESS_ASSETS_STAGE_SUMMARIZE;
      compilation.hooks.processAssets.tap({ name, stage }, (assets) => {
        const { allowCustomDataForDataTypeAny: _, ...metadata } = JSON.parse(String(assets["functions.json"].source()));
        const text = JSON.stringify(metadata, null, 4);
        compilation.updateAsset("functions.json", new compiler.webpack.sources.RawSource(text));
      });
    });
  }
}

/** Office shows add-ins only over https; the manifest has no place for a query or a fragment. */
function addressOf(given) {
  if (given === undefined) return DEVELOPMENT_HOST;
  const url = URL.canParse(String(given)) ? new URL(String(given)) : null;
  if (url?.protocol !== "https:" || url.search !== "" || url.hash !== "")
    throw new Error(`--env address=${given} is no https address such as https://ce.example.gov.cn/addin`);
  return url.href.replace(/\/+$/, "");
}

/** Where `--env office=…` says that office.js comes from. Throws for a name that is none of them. */
function officeSource(name = "microsoft") {
  const source = Object.hasOwn(SOURCES, name) ? SOURCES[name] : undefined;
  if (source === undefined) throw new Error(`--env office=${name} is none of ${Object.keys(SOURCES).join(", ")}`);
  return source;
}

/** What stands beside an office.js that we serve ourselves: whose it is, its terms, and that nobody at Microsoft answers for it there. */
const officeNotice = (files) =>
  [
    "office.js and the files in this folder are Copyright (c) Microsoft Corporation. All rights reserved.",
    `They are those of the npm package @microsoft/office-js ${files.version}, unchanged; their terms are in LICENSE.md beside this file.`,
    "Microsoft supports office.js from its own content delivery network only; this copy is for networks without internet, receives no",
    "updates, and may fail with later versions of Excel (https://github.com/OfficeDev/office-js/issues/6496).",
    "",
  ].join("\n");

/** @returns {Promise<import('webpack').Configuration>} */
module.exports = async (env = {}, argv = {}) => {
  const production = argv.mode !== "development";
  const serving = env.WEBPACK_SERVE === true;
  const office = officeSource(env.office);
  const local = office === SOURCES.local;
  if (local)
    process.stderr.write("office=local: Microsoft does not support office.js beside the page (office-js 6496)\n");
  const host = addressOf(env.address);
  return {
    mode: production ? "production" : "development",
    entry: { taskpane: "./src/main.tsx" },
    output: { path: resolve(__dirname, "dist"), filename: "[name].js", clean: true },
    // eval-based source maps would break the content security policy
    devtool: production ? false : "source-map",
    resolve: { extensions: [".tsx", ".ts", ".js"] },
    module: {
      rules: [
        {
          test: /\.tsx?$/,
          exclude: /node_modules/,
          loader: "swc-loader",
          options: { sourceMaps: !production },
        },
      ],
    },
    // The budget that test/bundle holds; here it warns while developing
    performance: { maxAssetSize: TASKPANE.bytes, maxEntrypointSize: TASKPANE.bytes },
    plugins: [
      new CustomFunctionsMetadataPlugin({ output: "functions.json", input: "./src/functions/functions.ts" }),
      new WithoutDataTypes(),
      new HtmlPlugin({
        filename: "taskpane.html",
        template: "./src/taskpane/taskpane.html",
        templateParameters: {
          officeJs: `${office.origin}${office.path}`,
          policy: contentSecurityPolicy(office),
        },
        scriptLoading: "blocking",
        inject: "body",
      }),
      ...(env.address === undefined ? [] : [new SitePlugin(__dirname)]),
      new CopyPlugin({
        patterns: [
          { from: "assets/icons", to: "assets/icons" },
          { from: "manifest.xml", transform: manifestFor(host) },
          { from: "assets/shortcuts.json" },
          ...(local
            ? [
                ...OFFICE_FILES.map((pattern) => ({
                  from: pattern,
                  context: OFFICE_JS,
                  to: "officejs/[path][name][ext]",
                  globOptions: { ignore: ["**/*.debug.js"] },
                  // shipped in its original form, as its licence asks
                  info: { minimized: true },
                })),
                { from: resolve(OFFICE_JS, "../LICENSE.md"), to: "officejs/LICENSE.md" },
                {
                  from: resolve(OFFICE_JS, "../package.json"),
                  to: "officejs/NOTICE.txt",
                  transform: (content) => officeNotice(JSON.parse(content.toString("utf8"))),
                },
              ]
            : []),
        ],
      }),
    ],
    devServer: {
      // Office shows a page only over https with a certificate that the machine trusts: made and installed on first use
      server: serving ? { type: "https", options: await devCerts.getHttpsServerOptions() } : "https",
      port: PORT,
      headers: { "Access-Control-Allow-Origin": "*" },
      // The overlay and live reload need inline scripts and a socket; the policy allows neither
      client: false,
      hot: false,
      liveReload: false,
    },
  };
};

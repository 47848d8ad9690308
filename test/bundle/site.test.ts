/** What a folder for an office's server has besides the add-in, and which addresses it can be built for. */
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createHash } from "node:crypto";
import { tmpdir } from "node:os";
import { join } from "node:path";

const ROOT = join(__dirname, "../..");
const { checksumsOf, noticesOf, packageOf } = jest.requireActual<{
  checksumsOf: (files: readonly (readonly [string, Uint8Array])[]) => string;
  noticesOf: (folders: readonly string[]) => string;
  packageOf: (file: string) => string | null;
}>("../../scripts/release/site.cjs");

test.each([
  ["/p/node_modules/react/index.js", "/p/node_modules/react"],
  ["/p/node_modules/@fluentui/react/lib/a.js", "/p/node_modules/@fluentui/react"],
  ["/p/node_modules/a/node_modules/b/c.js", "/p/node_modules/a/node_modules/b"],
  ["/p/src/main.tsx", null],
])("%s belongs to %s", (file, folder) => {
  expect(packageOf(file)).toBe(folder);
});

test("notices name each package once, with version, licence and its text", () => {
  const folder = join(ROOT, "node_modules/react");
  const notices = noticesOf([folder, join(ROOT, "node_modules/fflate"), folder]);
  expect(notices.match(/^\S+ \d+\.\d+\.\d+ \(.+\)$/gmu)?.map((line) => line.split(" ")[0])).toEqual([
    "fflate",
    "react",
  ]);
  expect(notices).toContain(readFileSync(join(folder, "LICENSE"), "utf8").trim());
});

test("a package without a licence can't be shipped", () => {
  const folder = mkdtempSync(join(tmpdir(), "notices-"));
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, "package.json"), '{"name":"x","version":"1.0.0"}');
  expect(() => noticesOf([folder])).toThrow(/x names no licence/);
  rmSync(folder, { recursive: true });
});

test("checksums are what sha256sum -c reads, by name", () => {
  const sum = (text: string): string => createHash("sha256").update(text).digest("hex");
  expect(
    checksumsOf([
      ["b/c.js", Buffer.from("2")],
      ["a.js", Buffer.from("1")],
    ]),
  ).toBe(`${sum("1")}  a.js\n${sum("2")}  b/c.js\n`);
});

interface Configuration {
  readonly plugins: readonly {
    readonly userOptions?: { readonly templateParameters: { readonly officeJs: string; readonly policy: string } };
    readonly patterns?: readonly { from: string; to?: string; transform?: (content: Buffer) => string }[];
  }[];
}
const configure =
  jest.requireActual<(env: Readonly<Record<string, string>>) => Promise<Configuration>>("../../webpack.config.js");

test("the manifest of a build names its address and no other", async () => {
  const { plugins } = await configure({ address: "https://ce.example.gov.cn/addin/" });
  const transform = plugins
    .flatMap(({ patterns }) => patterns ?? [])
    .find(({ from }) => from === "manifest.xml")?.transform;
  const manifest = transform?.(readFileSync(join(ROOT, "manifest.xml"))) ?? "";
  expect(manifest).toContain('<SourceLocation DefaultValue="https://ce.example.gov.cn/addin/taskpane.html"/>');
  expect(manifest).not.toContain("localhost");
});

test.each(["http://ce.example.gov.cn", "ce.example.gov.cn", "https://a.b/c?d=e", "https://a.b/#c"])(
  "%s is no address for a build",
  async (address) => {
    await expect(configure({ address })).rejects.toThrow(/is no https address/);
  },
);

const scriptsOf = (policy: string): string => /script-src ([^;]*)/u.exec(policy)?.[1] ?? "";

test.each([
  [
    undefined,
    "https://appsforoffice.microsoft.com/lib/1/hosted/office.js",
    "'self' https://appsforoffice.microsoft.com",
  ],
  [
    "cn",
    "https://appsforoffice.cdn.partner.office365.cn/appsforoffice/lib/1/hosted/office.js",
    "'self' https://appsforoffice.cdn.partner.office365.cn",
  ],
  ["local", "officejs/office.js", "'self'"],
])("office=%s: where office.js comes from, and what alone the page may load", async (office, officeJs, scripts) => {
  const said = jest.spyOn(process.stderr, "write").mockReturnValue(true);
  const { plugins } = await configure(office === undefined ? {} : { office });
  const parameters = plugins.find(({ userOptions }) => userOptions !== undefined)?.userOptions?.templateParameters;
  expect(parameters?.officeJs).toBe(officeJs);
  expect(scriptsOf(parameters?.policy ?? "")).toBe(scripts);
  // Microsoft does not support office.js beside the page: it is said, and its terms and notice lie beside it
  expect(said.mock.calls.flat().join("").includes("6496")).toBe(office === "local");
  const copied = plugins.flatMap(({ patterns }) => patterns ?? []);
  const notice = copied.find(({ to }) => to === "officejs/NOTICE.txt");
  expect(notice !== undefined).toBe(office === "local");
  if (notice !== undefined) {
    expect(notice.transform?.(Buffer.from('{"version":"1.2.3"}'))).toMatch(
      /Copyright .* Microsoft[^]*1\.2\.3[^]*6496/u,
    );
    expect(copied.some(({ to }) => to === "officejs/LICENSE.md")).toBe(true);
  }
  said.mockRestore();
});

test("another source of office.js is refused by name", async () => {
  await expect(configure({ office: "china" })).rejects.toThrow(/office=china is none of microsoft, cn, local/);
});

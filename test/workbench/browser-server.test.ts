/** The local servers of the browser workbench: what they hand out, what they change on the way, what they refuse. */
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createServer, request as plainRequest, type Server } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Adaptation, adaptPage } from "../../src/workbench/server/html";
import { type RunningWorkbench, startServer } from "../../src/workbench/server/server";
import type { Setup } from "../../src/workbench/server/setup";

const HOST = "http://127.0.0.1:1";
const SCRIPT = `<script src="/.workbench/frame.js" data-host="${HOST}"></script>`;

describe("the add-in's page on its way to the frame", () => {
  const cases: readonly [what: string, html: string, adapted: string, target?: string][] =
    // A case a line
    // prettier-ignore
    [
    ["our script stands first in the head", '<html><head lang="zh"><script src="a.js"></script>', `<html><head lang="zh">${SCRIPT}<script src="a.js"></script>`],
    ["a page without a head", "<!doctype html><p>x</p>", `<!doctype html>${SCRIPT}<p>x</p>`],
    ["a page without anything", "<p>x</p>", `${SCRIPT}<p>x</p>`],
    ["office.js of the CDN", '<head><script src="https://appsforoffice.microsoft.com/lib/1/hosted/office.js">', `<head>${SCRIPT}<script src="/.workbench/office/office.js">`],
    ["without quotes, as minified pages have it", "<head><script src=https://appsforoffice.microsoft.com/lib/1.1/hosted/office.js></script>", `<head>${SCRIPT}<script src=/.workbench/office/office.js></script>`],
    ["of the CDN in China", "<head><script src='//appsforoffice.cdn.partner.office365.cn/appsforoffice/lib/1/hosted/office.js'>", `<head>${SCRIPT}<script src='/.workbench/office/office.js'>`],
    ["the page's policy goes on naming the CDN", '<head><meta content="script-src https://appsforoffice.microsoft.com">', `<head>${SCRIPT}<meta content="script-src https://appsforoffice.microsoft.com">`],
    ["addresses of the server stood in for", '<head><script src="https://localhost:3000/x.js">', `<head>${SCRIPT}<script src="/x.js">`, "https://localhost:3000"],
  ];
  test.each(cases)("%s", (...[, html, adapted, target]) => {
    const adaptation: Adaptation = { hostOrigin: HOST, ...(target === undefined ? {} : { target }) };
    expect(adaptPage(html, adaptation)).toBe(adapted);
  });
});

interface Answer {
  readonly status: number;
  readonly text: string;
  readonly headers: Readonly<Record<string, unknown>>;
}

/** Asks as it stands: no redirects followed, paths not tidied, any Host header. */
function ask(origin: string, path: string, headers: Record<string, string> = {}): Promise<Answer> {
  const { hostname, port } = new URL(origin);
  return new Promise((resolve, reject) => {
    plainRequest({ hostname, port, path, headers }, (response) => {
      let text = "";
      response.setEncoding("utf8").on("data", (part: string) => (text += part));
      response.on("end", () => resolve({ status: response.statusCode ?? 0, text, headers: response.headers }));
    })
      .on("error", reject)
      .end();
  });
}

describe("served", () => {
  let folder: string;
  let running: RunningWorkbench | undefined;

  const start = (page: string): Promise<RunningWorkbench> =>
    startServer({
      port: 0,
      page,
      workbook: { name: "单位.xlsx", bytes: new Uint8Array([80, 75]) },
      language: "en",
      built: folder,
    });
  const setupOf = async ({ url }: RunningWorkbench): Promise<Setup> =>
    JSON.parse((await ask(url, "/setup.json")).text) as Setup;

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), "workbench-"));
    for (const [name, text] of [
      ["index.html", "<p>workbench</p>"],
      ["workbench.js", "1"],
      ["frame.js", "2"],
      ["page.html", "<head></head>"],
      ["functions.json", '{"functions":[]}'],
    ] as const) {
      writeFileSync(join(folder, name), text);
    }
  });
  afterEach(async () => {
    await running?.close();
    running = undefined;
    rmSync(folder, { recursive: true });
  });

  test("the page and what it opens", async () => {
    running = await start(join(folder, "page.html"));
    const { url } = running;
    expect(url).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/$/);
    expect((await ask(url, "/")).text).toBe("<p>workbench</p>");
    expect((await ask(url, "/workbook.xlsx")).text).toBe("PK");
    const setup = await setupOf(running);
    expect(setup).toEqual({
      page: expect.stringMatching(/^http:\/\/127\.0\.0\.1:\d+\/page\.html$/),
      documentName: "单位.xlsx",
      language: "en",
      functions: { functions: [] },
      manifest: null,
    });
    expect(new URL(setup.page).origin).not.toBe(new URL(url).origin);
  });

  test("the frame's origin: page, our script, office.js, nothing else", async () => {
    running = await start(join(folder, "page.html"));
    const { page } = await setupOf(running);
    const host = new URL(running.url).origin;
    const got = await ask(page, "/page.html");
    expect(got.text).toBe(`<head><script src="/.workbench/frame.js" data-host="${host}"></script></head>`);
    expect(got.headers["content-security-policy"]).toBe(
      `default-src 'self' 'unsafe-inline' 'unsafe-eval' data: blob:; frame-ancestors ${host}`,
    );
    expect((await ask(page, "/.workbench/frame.js")).text).toBe("2");
    expect((await ask(page, "/.workbench/office/office.js")).text).toContain("Office");
    const refused: readonly (readonly [path: string, status: number])[] = [
      ["/.workbench/office/../../../package.json", 404],
      ["/.workbench/office/%2e%2e/%2e%2e/package.json", 404],
      ["/../workbench.js/..", 404],
      ["/nothing.js", 404],
      ["/%zz", 404],
    ];
    for (const [path, status] of refused) expect([path, (await ask(page, path)).status]).toEqual([path, status]);
  });

  test("other names that lead here are refused", async () => {
    running = await start(join(folder, "page.html"));
    const { port } = new URL(running.url);
    const names: readonly (readonly [host: string, status: number])[] = [
      [`127.0.0.1:${port}`, 200],
      [`localhost:${port}`, 200],
      [`evil.example:${port}`, 403],
      ["127.0.0.1", 403],
    ];
    for (const [host, status] of names)
      expect([host, (await ask(running.url, "/workbook.xlsx", { host })).status]).toEqual([host, status]);
  });

  test("a page of another server keeps its paths, and may be framed", async () => {
    const other: Server = createServer((request, response) => {
      if (request.url === "/old")
        response.writeHead(302, { location: `http://${request.headers.host ?? ""}/app/page.html` });
      else if (request.url === "/app/page.html")
        response.writeHead(200, { "content-type": "text/html", "x-frame-options": "DENY" });
      else if (request.url === "/app/functions.json") response.writeHead(200, { "content-type": "application/json" });
      else response.writeHead(404);
      response.end(
        request.url === "/app/page.html"
          ? "<head></head>"
          : request.url === "/app/functions.json"
            ? '{"functions":[{"id":"F"}]}'
            : `no ${request.url ?? ""}`,
      );
    });
    await new Promise<void>((resolve) => other.listen(0, "127.0.0.1", resolve));
    try {
      const address = other.address();
      const port = typeof address === "object" && address !== null ? address.port : 0;
      running = await start(`http://127.0.0.1:${port}/app/page.html?x=1`);
      const setup = await setupOf(running);
      expect(setup.functions).toEqual({ functions: [{ id: "F" }] });
      expect(setup.manifest).toBeNull();
      expect(new URL(setup.page).pathname + new URL(setup.page).search).toBe("/app/page.html?x=1");
      expect((await ask(setup.page, "/old")).headers.location).toBe("/app/page.html");
      const page = await ask(setup.page, "/app/page.html");
      expect(page.text).toContain("/.workbench/frame.js");
      expect(page.headers["x-frame-options"]).toBeUndefined();
      expect(await ask(setup.page, "/api?q=1")).toMatchObject({ status: 404, text: "no /api?q=1" });
    } finally {
      await new Promise((resolve) => other.close(resolve));
    }
  });

  test("a server that is not there is said", async () => {
    running = await start("http://127.0.0.1:9/page.html");
    const setup = await setupOf(running);
    expect(setup).toMatchObject({ functions: null, manifest: null });
    expect(await ask(setup.page, "/page.html")).toMatchObject({
      status: 502,
      text: expect.stringContaining("http://127.0.0.1:9 does not answer"),
    });
  });
});

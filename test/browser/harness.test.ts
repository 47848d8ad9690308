/** The harness itself: what it calls a fault, and that axe works where nothing may be evaluated. */
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { expectNoViolations, violations } from "./accessibility";
import { browserTest } from "./browser-test";
import { eventually } from "./workbench";

const page = (body: string, script = ""): string =>
  `<!doctype html><html lang="zh-CN"><head><title>页</title><link rel="icon" href="data:,"></head><body><main><h1>页</h1>${body}</main><script src="/script.js?${encodeURIComponent(script)}"></script></body></html>`;

const POLICY = "default-src 'self'; img-src 'self' data: http:; connect-src *; frame-src 'self'";

/** Pages by path; scripts come back as they were asked for, since the policy allows no others. */
const PAGES: Readonly<Record<string, string>> = {
  "/quiet": page("<p>好</p>"),
  "/prints": page("<p>好</p>", "console.error('坏了')"),
  "/throws": page("<p>好</p>", "null.f()"),
  "/calls": page("<p>好</p>", "fetch('https://example.com/x').catch(() => undefined)"),
  "/shows": page("<p>好</p><img alt='图' src='http://example.com/x.png'>"),
  "/unnamed": page("<input>"),
  "/frame": page("<iframe title='内' src='/unnamed'></iframe>"),
};

let server: Server;
let origin = "";

beforeAll(async () => {
  server = createServer((request, response) => {
    const { pathname, search } = new URL(request.url ?? "/", "http://127.0.0.1");
    const script = pathname === "/script.js";
    response.writeHead(200, {
      "Content-Type": script ? "text/javascript; charset=utf-8" : "text/html; charset=utf-8",
      "Content-Security-Policy": POLICY,
    });
    response.end(script ? decodeURIComponent(search.slice(1)) : PAGES[pathname]);
  }).listen(0, "127.0.0.1");
  await new Promise((resolve) => server.once("listening", resolve));
  origin = `http://127.0.0.1:${String((server.address() as AddressInfo).port)}`;
});

afterAll(() => server.close());

const cases: readonly { readonly what: string; readonly path: string; readonly fault?: RegExp }[] =
  // A case a line
  // prettier-ignore
  [
  { what: "a page without faults has none", path: "/quiet" },
  { what: "an error it prints is a fault", path: "/prints", fault: /^console: 坏了/ },
  { what: "an error it throws is a fault", path: "/throws", fault: /^page error: TypeError/ },
  { what: "a call to another machine is a fault", path: "/calls", fault: /^leaves this machine: https:\/\/example\.com\/x|^console: .*ERR_NAME_NOT_RESOLVED/ },
  { what: "a picture from another machine is a fault", path: "/shows", fault: /^leaves this machine: http:\/\/example\.com\/x\.png|^console: .*ERR_NAME_NOT_RESOLVED/ },
];

for (const { what, path, fault } of cases) {
  browserTest(
    what,
    async ({ page: tab, faults }) => {
      await tab.goto(origin + path);
      if (fault)
        await eventually(async () => expect(faults).toEqual(expect.arrayContaining([expect.stringMatching(fault)])));
      else expect(faults).toEqual([]);
    },
    fault ? { expected: fault } : {},
  );
}

browserTest(
  "axe works under a policy that allows no evaluation, and finds nothing where nothing is wrong",
  async ({ page: tab }) => {
    await tab.goto(`${origin}/quiet`);
    await expectNoViolations(tab);
  },
);

browserTest("axe works inside a frame, and says what and where", async ({ page: tab }) => {
  await tab.goto(`${origin}/frame`);
  const inner = tab.frames().find((frame) => frame.url().endsWith("/unnamed"))!;
  expect(await violations(inner)).toEqual([expect.stringMatching(/^label: .*\n {2}input /)]);
  await expectNoViolations(inner, "h1");
});

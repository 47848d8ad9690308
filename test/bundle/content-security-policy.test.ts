/** The policy of the built page: nothing but its own files and office.js, no inline script, no eval. */
import { readFileSync } from "node:fs";
import { join } from "node:path";

const html = readFileSync(join(__dirname, "../../dist/taskpane.html"), "utf8");
const OFFICE = "https://appsforoffice.microsoft.com";

const policy = new Map(
  (/http-equiv="?Content-Security-Policy"? content="([^"]*)"/.exec(html)?.[1] ?? "")
    .split(";")
    .map((part) => part.trim().split(/\s+/u))
    .map(([directive = "", ...sources]) => [directive, sources] as const),
);

test("everything that is not named is forbidden", () => {
  expect(Object.fromEntries(policy)).toEqual({
    "default-src": ["'none'"],
    "script-src": ["'self'", OFFICE],
    // Fluent and React set inline styles
    "style-src": ["'self'", "'unsafe-inline'"],
    "img-src": ["'self'", "data:"],
    "connect-src": ["'self'", OFFICE],
    "font-src": ["'self'"],
    "base-uri": ["'none'"],
    "form-action": ["'none'"],
  });
});

test("the policy stands before the first script, and the page has no script of its own in it", () => {
  const first = html.indexOf("<script");
  expect(html.indexOf("Content-Security-Policy")).toBeLessThan(first);
  expect(
    [...html.matchAll(/<script\b([^>]*)>([^<]*)<\/script>/gu)].filter(([, , text]) => text?.trim() !== ""),
  ).toEqual([]);
  for (const [, address = ""] of html.matchAll(/(?:src|href)="?(https?:[^">\s]*)/gu))
    expect(address.startsWith(OFFICE)).toBe(true);
  expect(html).not.toMatch(/\son[a-z]+=/u);
});

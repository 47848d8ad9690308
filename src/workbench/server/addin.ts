/** Serves an add-in's page to the workbench's frame: from a folder, or from another server that it stands in for. */
import { existsSync, readFileSync } from "node:fs";
import { type IncomingMessage, request as requestHttp, type RequestListener, type ServerResponse } from "node:http";
import { request as requestHttps } from "node:https";
import { basename, dirname, join, resolve } from "node:path";
import { officeFile, pageFile } from "../frame/files";
import { adaptPage, FRAME_SCRIPT, OFFICE_PATH, OWN_PATH } from "./html";
import { answer, answerFile, answerMissing, type Headers, pathOf } from "./respond";

/** Files that belong to an add-in beside its page. */
type Companion = "functions.json" | "manifest.xml";

export interface AddinPage {
  /** Path of the page on the server that stands for it, with what follows it. */
  readonly path: string;
  /** The text of a file beside the page; null when there is none. */
  readonly companion: (name: Companion) => Promise<string | null>;
  readonly serve: (hostOrigin: string, frameScript: string) => RequestListener;
}

/**
 * What a page in the frame may load: this server's files. What it asks of others is refused by the browser and told
 * by the frame's script.
 */
const framePolicy = (hostOrigin: string): Headers => ({
  "Content-Security-Policy": `default-src 'self' 'unsafe-inline' 'unsafe-eval' data: blob:; frame-ancestors ${hostOrigin}`,
});

/** Files of the workbench itself; false when the path is not one of theirs. */
function serveOwn(path: string, frameScript: string, response: ServerResponse): boolean {
  if (!path.startsWith(OWN_PATH)) return false;
  const file =
    path === FRAME_SCRIPT
      ? frameScript
      : path.startsWith(OFFICE_PATH)
        ? officeFile(path.slice(OFFICE_PATH.length))
        : null;
  if (file === null) answerMissing(response, path);
  else answerFile(response, file);
  return true;
}

/** A page that is a file here. */
function pageOfFolder(file: string): AddinPage {
  const page = resolve(file);
  const folder = dirname(page);
  return {
    path: `/${encodeURIComponent(basename(page))}`,
    companion: (name) => {
      const beside = join(folder, name);
      return Promise.resolve(existsSync(beside) ? readFileSync(beside, "utf8") : null);
    },
    serve: (hostOrigin, frameScript) => (request, response) => {
      const path = pathOf(request);
      if (path !== null && serveOwn(path, frameScript, response)) return;
      const found = path === null ? null : pageFile(path.replace(/^\/+/, ""), folder);
      if (found === null) answerMissing(response, path ?? "");
      else if (/\.html?$/i.test(found))
        answer(
          response,
          200,
          "text/html; charset=utf-8",
          adaptPage(readFileSync(found, "utf8"), { hostOrigin }),
          framePolicy(hostOrigin),
        );
      else answerFile(response, found);
    },
  };
}

const LOOPBACK_NAMES = new Set(["localhost", "127.0.0.1", "[::1]"]);
const REQUEST_HEADERS_KEPT = ["accept", "accept-language", "content-type", "content-length", "cookie", "range"];
const ANSWER_HEADERS_KEPT = ["content-type", "set-cookie", "content-range", "accept-ranges", "etag", "last-modified"];

interface Forward {
  readonly method: string;
  readonly path: string;
  readonly headers: Readonly<Record<string, string | string[]>>;
  readonly body: IncomingMessage | null;
}

/** Asks the server that is stood in for. Certificates nobody vouches for are taken from this machine only. */
function forward(target: URL, { method, path, headers, body }: Forward): Promise<IncomingMessage> {
  return new Promise((done, failed) => {
    const secure = target.protocol === "https:";
    const options = { method, headers: { ...headers, host: target.host, "accept-encoding": "identity" } };
    const address = new URL(path, target);
    const asked = secure
      ? requestHttps(address, { ...options, rejectUnauthorized: !LOOPBACK_NAMES.has(target.hostname) }, done)
      : requestHttp(address, options, done);
    asked.on("error", failed);
    if (body === null) asked.end();
    else body.pipe(asked);
  });
}

async function textOf(message: IncomingMessage): Promise<string> {
  const parts: Buffer[] = [];
  for await (const part of message) parts.push(part as Buffer);
  return Buffer.concat(parts).toString("utf8");
}

const pick = (headers: IncomingMessage["headers"], names: readonly string[]): Record<string, string | string[]> =>
  Object.fromEntries(names.flatMap((name) => (headers[name] === undefined ? [] : [[name, headers[name]]])));

/** A page of another server. Its root stays the root, so that paths beginning with / lead where they should. */
function pageOfServer(address: URL): AddinPage {
  const target = new URL(address.origin);
  const relay = async (hostOrigin: string, request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const method = request.method ?? "GET";
    const body = method === "GET" || method === "HEAD" ? null : request;
    const got = await forward(target, {
      method,
      path: request.url ?? "/",
      headers: pick(request.headers, REQUEST_HEADERS_KEPT),
      body,
    });
    const headers: Record<string, string | string[]> = {
      ...pick(got.headers, ANSWER_HEADERS_KEPT),
      "cache-control": "no-store",
      ...framePolicy(hostOrigin),
    };
    if (got.headers.location !== undefined) headers.location = got.headers.location.replace(target.origin, "");
    response.writeHead(got.statusCode ?? 502, headers);
    if (/^text\/html/i.test(got.headers["content-type"] ?? ""))
      response.end(adaptPage(await textOf(got), { hostOrigin, target: target.origin }));
    else got.pipe(response);
  };
  return {
    path: address.pathname + address.search,
    companion: async (name) => {
      try {
        const got = await forward(target, {
          method: "GET",
          path: new URL(name, address).pathname,
          headers: {},
          body: null,
        });
        const text = await textOf(got);
        // Development servers answer an unknown path with their page.
        return got.statusCode === 200 && !/^\s*<(?:!doctype|html)/i.test(text) ? text : null;
      } catch {
        return null;
      }
    },
    serve: (hostOrigin, frameScript) => (request, response) => {
      const path = pathOf(request);
      if (path !== null && serveOwn(path, frameScript, response)) return;
      relay(hostOrigin, request, response).catch((error: unknown) => {
        if (response.headersSent) response.destroy();
        else
          answer(
            response,
            502,
            "text/plain; charset=utf-8",
            `${target.origin} does not answer: ${error instanceof Error ? error.message : String(error)}\n`,
          );
      });
    },
  };
}

/** The page behind an address or a path. */
export const addinPage = (page: string): AddinPage =>
  /^https?:\/\//i.test(page) ? pageOfServer(new URL(page)) : pageOfFolder(page);

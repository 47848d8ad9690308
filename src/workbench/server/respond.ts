/** Answers of the workbench's local servers. */
import { readFileSync } from "node:fs";
import { createServer, type IncomingMessage, type RequestListener, type ServerResponse } from "node:http";
import { extname } from "node:path";

const LOOPBACK = "127.0.0.1";

const TYPES: Readonly<Record<string, string>> = {
  ".html": "text/html; charset=utf-8",
  ".htm": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".mjs": "text/javascript; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".json": "application/json; charset=utf-8",
  ".map": "application/json; charset=utf-8",
  ".xml": "text/xml; charset=utf-8",
  ".svg": "image/svg+xml",
  ".png": "image/png",
  ".gif": "image/gif",
  ".jpg": "image/jpeg",
  ".ico": "image/x-icon",
  ".woff": "font/woff",
  ".woff2": "font/woff2",
  ".ttf": "font/ttf",
  ".txt": "text/plain; charset=utf-8",
  ".xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
};

export const typeOf = (path: string): string => TYPES[extname(path).toLowerCase()] ?? "application/octet-stream";

export type Headers = Readonly<Record<string, string>>;

/** Nothing is kept by the browser: the next build or workbook must be seen at once. Each origin has its own thread where the browser can. */
const ALWAYS: Headers = {
  "Cache-Control": "no-store",
  "X-Content-Type-Options": "nosniff",
  "Origin-Agent-Cluster": "?1",
  "Referrer-Policy": "no-referrer",
};

export function answer(
  response: ServerResponse,
  status: number,
  type: string,
  body: string | Uint8Array,
  headers: Headers = {},
): void {
  response.writeHead(status, { ...ALWAYS, "Content-Type": type, ...headers });
  response.end(body);
}

export const answerFile = (response: ServerResponse, file: string, headers: Headers = {}): void =>
  answer(response, 200, typeOf(file), readFileSync(file), headers);

export const answerMissing = (response: ServerResponse, path: string): void =>
  answer(response, 404, "text/plain; charset=utf-8", `there is no ${path}\n`);

/** The path asked for, decoded; null for one that cannot be decoded. */
export function pathOf(request: IncomingMessage): string | null {
  try {
    return decodeURIComponent(new URL(request.url ?? "/", `http://${LOOPBACK}`).pathname);
  } catch {
    return null;
  }
}

export interface LocalServer {
  readonly origin: string;
  close(): Promise<void>;
}

/** A server for this machine only. 0 is any free port. */
export function listen(port: number, handler: (origin: string) => RequestListener): Promise<LocalServer> {
  return new Promise((resolve, reject) => {
    let serve: RequestListener | undefined;
    let hosts: readonly string[] = [];
    const server = createServer((request, response) => {
      // A name of somebody else's that was made to lead here must not read what is served.
      if (!hosts.includes(request.headers.host ?? ""))
        answer(response, 403, "text/plain; charset=utf-8", "this server answers to its own name only\n");
      else serve?.(request, response);
    });
    server.once("error", reject);
    server.listen(port, LOOPBACK, () => {
      const address = server.address();
      const actual = typeof address === "object" && address !== null ? address.port : port;
      const origin = `http://${LOOPBACK}:${actual}`;
      hosts = [`${LOOPBACK}:${actual}`, `localhost:${actual}`];
      serve = handler(origin);
      resolve({
        origin,
        close: () =>
          new Promise((done) => {
            server.close(() => done());
            server.closeAllConnections();
          }),
      });
    });
  });
}

/** The two local servers of the workbench: its own page, and the add-in's on an origin of its own, as in real hosts. */
import type { RequestListener } from "node:http";
import { join, resolve, sep } from "node:path";
import { existsSync, statSync } from "node:fs";
import { addinPage } from "./addin";
import { answer, answerFile, answerMissing, type Headers, listen, pathOf, typeOf } from "./respond";
import { type PageLanguage, type Setup, SETUP_PATH, WORKBOOK_PATH } from "./setup";

export interface ServerOptions {
  /** 0 is any free port. */
  readonly port: number;
  /** File or address of the add-in's page. */
  readonly page: string;
  readonly workbook: { readonly name: string; readonly bytes: Uint8Array };
  readonly language: PageLanguage;
  /** Where the workbench's own page was built. */
  readonly built: string;
}

export interface RunningWorkbench {
  /** Address of the workbench's page. */
  readonly url: string;
  close(): Promise<void>;
}

const FRAME_SCRIPT_FILE = "frame.js";

/** The workbench's page draws a grid with styles of its own; it talks to this server and frames the add-in's. */
const pagePolicy = (addinOrigin: string): Headers => ({
  "Content-Security-Policy": [
    "default-src 'self'",
    "style-src 'self' 'unsafe-inline'",
    `img-src 'self' data: blob: ${addinOrigin}`,
    "font-src 'self' data:",
    `frame-src ${addinOrigin}`,
    "object-src 'none'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
  ].join("; "),
});

/** Starts both servers; the page can be opened at `url`. */
export async function startServer(options: ServerOptions): Promise<RunningWorkbench> {
  const addin = addinPage(options.page);
  const built = resolve(options.built);
  let hostOrigin = "";
  const frames = await listen(
    0,
    () => (request, response) => addin.serve(hostOrigin, join(built, FRAME_SCRIPT_FILE))(request, response),
  );
  const setup = async (): Promise<Setup> => {
    const functions = await addin.companion("functions.json");
    return {
      page: frames.origin + addin.path,
      documentName: options.workbook.name,
      language: options.language,
      functions: functions === null ? null : (JSON.parse(functions) as unknown),
      manifest: await addin.companion("manifest.xml"),
    };
  };
  const serve: RequestListener = (request, response) => {
    const path = pathOf(request);
    if (path === SETUP_PATH) {
      setup().then(
        (found) => answer(response, 200, typeOf(SETUP_PATH), JSON.stringify(found)),
        (error: unknown) => answer(response, 500, "text/plain; charset=utf-8", String(error)),
      );
    } else if (path === WORKBOOK_PATH) answer(response, 200, typeOf(WORKBOOK_PATH), options.workbook.bytes);
    else {
      const file = resolve(built, `.${path === "/" ? "/index.html" : path}`);
      if (!file.startsWith(built + sep) || !existsSync(file) || !statSync(file).isFile())
        answerMissing(response, path ?? "");
      else answerFile(response, file, file.endsWith(".html") ? pagePolicy(frames.origin) : {});
    }
  };
  try {
    const own = await listen(options.port, (origin) => {
      hostOrigin = origin;
      return serve;
    });
    return { url: `${own.origin}/`, close: () => Promise.all([own.close(), frames.close()]).then(() => undefined) };
  } catch (error) {
    await frames.close();
    throw error;
  }
}

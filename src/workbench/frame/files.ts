/** Where the files of a page come from: its folder, and office.js from the package, under whatever address it is asked. */
import { existsSync, readFileSync, statSync } from "node:fs";
import { dirname, join, resolve, sep } from "node:path";

export const ORIGIN = "https://localhost";

const officeFolder = join(dirname(require.resolve("@microsoft/office-js/package.json")), "dist");

/** Where pages find office.js: Microsoft's CDN, and 21Vianet's in China. */
export const OFFICE_HOSTS: ReadonlySet<string> = new Set([
  "appsforoffice.microsoft.com",
  "appsforoffice.cdn.partner.office365.cn",
]);

function fileIn(folder: string, path: string): string | null {
  const file = resolve(folder, path);
  if (!file.startsWith(folder + sep)) return null;
  return existsSync(file) && statSync(file).isFile() ? file : null;
}

/** A file of the office.js package, by its path below Microsoft's `lib/1/hosted/`. */
export const officeFile = (path: string): string | null => fileIn(officeFolder, path);

/** The file behind an address; null when the address leads outside or to nothing. */
export function fileFor(address: string, pageFolder: string): string | null {
  let url: URL;
  try {
    url = new URL(address);
  } catch {
    return null;
  }
  const path = decodeURIComponent(url.pathname).replace(/^\/+/, "");
  if (OFFICE_HOSTS.has(url.hostname)) {
    const asked = /(?:^|\/)lib\/1(?:\.1)?\/hosted\/(.+)$/.exec(path)?.[1];
    return asked === undefined ? null : officeFile(asked);
  }
  return url.origin === ORIGIN ? pageFile(path, pageFolder) : null;
}

/** A file of the page's folder, by its path there. */
export function pageFile(path: string, pageFolder: string): string | null {
  const own = fileIn(pageFolder, path);
  if (own !== null) return own;
  // office.js beside the page, in whatever folder: it asks for its other files next to itself.
  const parts = path.split("/");
  for (let at = 0; at < parts.length; at++) {
    const found = officeFile(parts.slice(at).join("/"));
    if (found !== null) return found;
  }
  return null;
}

/** Whether an address is one the page may ask for, there or not. */
export const isInside = (address: string): boolean => {
  try {
    const url = new URL(address);
    return (
      url.origin === ORIGIN || OFFICE_HOSTS.has(url.hostname) || url.protocol === "data:" || url.protocol === "blob:"
    );
  } catch {
    return false;
  }
};

/** A file's bytes. Throws when it can't be read. */
export const readBytes = (file: string): Buffer => readFileSync(file);

/**
 * Finds a browser for tests and pictures: an installed Chrome, Edge or Chromium, otherwise the Chromium that comes as an
 * npm package (`@sparticuz/chromium`, Linux on x64), unpacked once into .cache/browser with the libraries it wants, so
 * that it runs on a machine that has none of them. Nothing is fetched: the package is installed with the others.
 *
 *   node scripts/browser.mjs     what was found, as JSON
 *   CHROME_PATH=/path/to/chrome  this one and no other
 */
import { execFileSync, spawnSync } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { homedir } from "node:os";
import { delimiter, join } from "node:path";
import { pathToFileURL } from "node:url";

const root = join(import.meta.dirname, "..");
const PACKAGE = "@sparticuz/chromium";

const ON_PATH = [
  "google-chrome-stable",
  "google-chrome",
  "chromium",
  "chromium-browser",
  "microsoft-edge-stable",
  "microsoft-edge",
];
const IN_APPLICATIONS = ["Google Chrome", "Microsoft Edge", "Chromium"].map(
  (name) => `${name}.app/Contents/MacOS/${name}`,
);
const IN_PROGRAM_FILES = [
  "Google\\Chrome\\Application\\chrome.exe",
  "Microsoft\\Edge\\Application\\msedge.exe",
  "Chromium\\Application\\chrome.exe",
];

/** No calls home, no first-run pages, and pictures that don't depend on a graphics card. */
const ARGS = [
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-gpu",
  "--disable-quic",
  "--disable-sync",
  "--no-first-run",
  // Root and most containers have no sandbox to offer; only pages of this repository are opened
  ...(process.platform === "linux" ? ["--no-sandbox"] : []),
];

/** Where a browser may be installed, best first. */
function places() {
  switch (process.platform) {
    case "win32":
      return ["PROGRAMFILES", "PROGRAMFILES(X86)", "LOCALAPPDATA"].flatMap((name) =>
        process.env[name] ? IN_PROGRAM_FILES.map((file) => join(process.env[name], file)) : [],
      );
    case "darwin":
      return ["/Applications", join(homedir(), "Applications")].flatMap((folder) =>
        IN_APPLICATIONS.map((file) => join(folder, file)),
      );
    default: {
      const folders = (process.env.PATH ?? "").split(delimiter).filter((folder) => folder !== "");
      return ON_PATH.flatMap((name) => folders.map((folder) => join(folder, name)));
    }
  }
}

/** Whether it starts at all. Some distributions install a script that only says where to get the browser. */
function starts(executablePath, env = process.env) {
  // Elsewhere asking for the version opens a window
  if (process.platform !== "linux") return true;
  const { status, stdout } = spawnSync(executablePath, ["--version"], { env, encoding: "utf8", timeout: 20_000 });
  return status === 0 && /\d+\.\d+/.test(stdout);
}

/**
 * Unpacks the package's browser, fonts and libraries into `folder`. The package does it itself, into the folder for
 * temporary files; it takes its libraries along only where it believes to be on the service it was made for.
 */
function unpack(folder) {
  mkdirSync(folder, { recursive: true });
  const script = `import(${JSON.stringify(PACKAGE)}).then(({ default: chromium }) => chromium.executablePath())`;
  execFileSync(process.execPath, ["--input-type=module", "-e", script], {
    cwd: root,
    env: { ...process.env, TMPDIR: folder, AWS_EXECUTION_ENV: "AWS_Lambda_nodejs20.x" },
    stdio: ["ignore", "ignore", "inherit"],
  });
}

/** Fonts of the machine first, then those of the package: a bare machine has none, and a browser without any draws nothing. */
const fontConfiguration = (folder) => `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <include ignore_missing="yes">/etc/fonts/fonts.conf</include>
  <dir>/usr/share/fonts</dir>
  <dir>${folder}/fonts</dir>
  <cachedir>${folder}/font-cache</cachedir>
</fontconfig>
`;

/** The package's browser, unpacked when it is not yet. */
function provided() {
  const { version } = JSON.parse(readFileSync(join(root, "node_modules", PACKAGE, "package.json"), "utf8"));
  const folder = join(root, ".cache", "browser", version);
  if (!existsSync(folder)) {
    // Beside it and then renamed: an interrupted or simultaneous start leaves nothing half done
    const partial = `${folder}.${process.pid}`;
    unpack(partial);
    writeFileSync(join(partial, "fonts.conf"), fontConfiguration(folder));
    try {
      renameSync(partial, folder);
    } catch (error) {
      rmSync(partial, { recursive: true, force: true });
      if (!existsSync(folder)) throw error;
    }
  }
  const libraries = [join(folder, "al2023", "lib"), process.env.LD_LIBRARY_PATH].filter(Boolean).join(delimiter);
  return {
    executablePath: join(folder, "chromium"),
    env: { LD_LIBRARY_PATH: libraries, FONTCONFIG_FILE: join(folder, "fonts.conf") },
  };
}

/**
 * A browser that starts on this machine.
 * @returns {Promise<{ executablePath: string, args: string[], env: Record<string, string> }>} `env` is to be added to the
 *   environment the browser starts in
 */
export async function findBrowser() {
  const chosen = process.env.CHROME_PATH;
  if (chosen) {
    if (!existsSync(chosen) || !starts(chosen)) throw new Error(`CHROME_PATH names ${chosen}, which does not start`);
    return { executablePath: chosen, args: ARGS, env: {} };
  }
  const installed = places().find((place) => existsSync(place) && starts(place));
  if (installed) return { executablePath: installed, args: ARGS, env: {} };
  if (process.platform !== "linux" || process.arch !== "x64") {
    throw new Error("no Chrome, Edge or Chromium found: install one, or name it in CHROME_PATH");
  }
  const { executablePath, env } = provided();
  if (!starts(executablePath, { ...process.env, ...env })) {
    throw new Error(
      `${executablePath} does not start here (it wants glibc 2.34, as of Debian 12 and Ubuntu 22.04): install Chrome or Chromium, or name one in CHROME_PATH`,
    );
  }
  return { executablePath, args: ARGS, env };
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  findBrowser().then(
    (found) => console.log(JSON.stringify(found)),
    (error) => {
      console.error(error instanceof Error ? error.message : String(error));
      process.exitCode = 1;
    },
  );
}

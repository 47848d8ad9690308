/**
 * Runs first in the add-in's frame, before office.js. Its page stays as it is; what a real host's frame would give it
 * and ours lacks is put in place here:
 * - office.js speaks to an https host only: what it posts to `window.parent` goes to ours, and answers come under the name it expects
 * - `Office.context.officeTheme`, which this build of office.js never sets on the web
 * - errors, console lines and refused requests are told to the workbench
 */
import { claimedOrigin, type FromFrame, isOwnMessage, type ThemeColours, type ToFrame } from "./frame-messages";
import { watchPendingWork } from "./pending-work";

const RELAYED = ["log", "info", "warn", "error", "debug"] as const;
/** Position of the theme among the arguments of office.js's context; nothing is passed there on the web. */
type Constructor = (this: ContextLike, ...args: unknown[]) => void;

interface ContextLike {
  get_officeTheme?: () => ThemeColours | undefined;
}

function begin(hostOrigin: string): void {
  const host = window.parent;
  const claimed = claimedOrigin(location.href);
  const tell = (message: FromFrame): void => host.postMessage(message, hostOrigin);

  // office.js keeps the settings of an earlier document here, and prefers them to the host's
  sessionStorage.clear();

  const relay = { postMessage: (message: unknown) => host.postMessage(message, hostOrigin) };
  Object.defineProperty(window, "parent", { value: relay, configurable: true });

  const isWorkPending = watchPendingWork();
  let theme: ThemeColours | undefined;
  window.addEventListener("message", (event) => {
    if (event.source !== host || event.origin !== hostOrigin) return;
    event.stopImmediatePropagation();
    if (isOwnMessage(event.data)) {
      const message = event.data as ToFrame;
      if (message.workbench === "atRest") tell({ workbench: "rest", atRest: !isWorkPending() });
      else {
        theme = message.colours;
        tell({ workbench: "dressed" });
      }
      return;
    }
    window.dispatchEvent(new MessageEvent("message", { data: event.data, origin: claimed, source: host }));
  });

  trap(window, "OSF", (osf) =>
    trap(osf, "OfficeAppContext", (constructor) => withTheme(constructor as Constructor, () => theme)),
  );

  window.addEventListener("error", (event) => {
    if (event.message !== "") tell({ workbench: "pageError", message: event.message });
  });
  window.addEventListener("unhandledrejection", (event) =>
    tell({ workbench: "pageError", message: textOf(event.reason) }),
  );
  document.addEventListener("securitypolicyviolation", (event) => {
    if (/^(https?|wss?):/.test(event.blockedURI)) tell({ workbench: "refused", address: event.blockedURI });
  });
  for (const kind of RELAYED) {
    const own = console[kind].bind(console);
    console[kind] = (...values: unknown[]) => {
      tell({ workbench: "console", line: `${kind}: ${values.map(textOf).join(" ")}` });
      own(...values);
    };
  }
  window.addEventListener("load", () => tell({ workbench: "loaded" }));
  tell({ workbench: "begun" });
}

/** Calls back with a property's value as soon as it is set; what the callback gives, if anything, takes its place. */
function trap(target: object, name: string, found: (value: object) => unknown): void {
  let current: unknown;
  Object.defineProperty(target, name, {
    configurable: true,
    enumerable: true,
    get: () => current,
    set: (value: unknown) => {
      current =
        typeof value === "object" || typeof value === "function"
          ? value === null || value === current
            ? value
            : (found(value) ?? value)
          : value;
    },
  });
}

/** The constructor of office.js's context, with a theme that may change while the page is open. */
function withTheme(constructor: Constructor, theme: () => ThemeColours | undefined): Constructor {
  const themed: Constructor = function (this: ContextLike, ...args) {
    constructor.apply(this, args);
    this.get_officeTheme = theme;
  };
  themed.prototype = constructor.prototype as unknown;
  return themed;
}

function textOf(value: unknown): string {
  if (typeof value === "string") return value;
  if (value instanceof Error) return `${value.name}: ${value.message}`;
  try {
    return (JSON.stringify(value) as string | undefined) ?? String(value);
  } catch {
    return String(value);
  }
}

const hostOrigin = (document.currentScript as HTMLScriptElement | null)?.dataset.host;
if (hostOrigin !== undefined && window.parent !== window) begin(hostOrigin);

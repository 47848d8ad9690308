/** What pages expect of a browser and jsdom lacks. Harmless stand-ins; requests to the outside are refused and told. */
import { webcrypto } from "node:crypto";
import type { DOMWindow } from "jsdom";
import { fileFor, readBytes } from "./files";

export interface ShimOptions {
  readonly pageFolder: string;
  /** A text the page posts to its host. */
  readonly toHost: (text: string) => void;
  readonly refuse: (what: string) => void;
  /** Work that ends by no timer and no message has begun (1) or ended (-1). */
  readonly working: (change: 1 | -1) => void;
}

/** The page's cryptography: what is called is counted until it has ended. */
function countedSubtle(working: ShimOptions["working"]): SubtleCrypto {
  const { subtle } = webcrypto;
  return new Proxy(subtle as unknown as SubtleCrypto, {
    get: (_, name) => {
      const member: unknown = Reflect.get(subtle, name);
      if (typeof member !== "function") return member;
      return async (...values: unknown[]): Promise<unknown> => {
        working(1);
        try {
          return await (member.apply(subtle, values) as Promise<unknown>);
        } finally {
          working(-1);
        }
      };
    },
  });
}

function define(target: object, name: string, value: unknown): void {
  Object.defineProperty(target, name, { value, configurable: true, writable: true });
}

/**
 * Puts in place what jsdom lacks and a page in Excel has. What the page asks for and is not there is refused by name.
 */
export function installShims(window: DOMWindow, { pageFolder, toHost, refuse, working }: ShimOptions): void {
  // The trust check of office.js reads it; jsdom has none.
  define(window.document, "domain", "localhost");

  // window.parent is the window itself here, so what the page posts to its host passes by.
  const post = window.postMessage.bind(window) as (...args: unknown[]) => void;
  define(window, "postMessage", (message: unknown, ...rest: unknown[]) => {
    if (typeof message === "string" && message.includes('"_messageType":')) toHost(message);
    else post(message, ...rest);
  });

  define(window, "matchMedia", (media: string) => ({
    matches: false,
    media,
    onchange: null,
    addListener: () => undefined,
    removeListener: () => undefined,
    addEventListener: () => undefined,
    removeEventListener: () => undefined,
    dispatchEvent: () => false,
  }));
  class Observer {
    observe(): void {}
    unobserve(): void {}
    disconnect(): void {}
    takeRecords(): unknown[] {
      return [];
    }
  }
  define(window, "ResizeObserver", Observer);
  define(window, "IntersectionObserver", Observer);
  define(window, "scrollTo", () => undefined);
  define(window.Element.prototype, "scrollIntoView", () => undefined);
  define(window.Element.prototype, "scrollTo", () => undefined);
  define(window, "CSS", { supports: () => false, escape: (text: string) => text });
  define(window, "structuredClone", (value: unknown): unknown => structuredClone(value));
  const pageBytes = window.Uint8Array as typeof Uint8Array;
  const encoder = new TextEncoder();
  class PageEncoder {
    encode(text = ""): Uint8Array {
      // Of the page's own realm, or `instanceof Uint8Array` fails there.
      return pageBytes.from(encoder.encode(text));
    }
    encodeInto(text: string, into: Uint8Array): TextEncoderEncodeIntoResult {
      return encoder.encodeInto(text, into);
    }
  }
  define(window, "TextEncoder", PageEncoder);
  define(window, "TextDecoder", TextDecoder);
  if (!("subtle" in window.crypto)) define(window.crypto, "subtle", countedSubtle(working));

  const outside = (address: string): Error => {
    refuse(`the request ${address} leaves the page's folder`);
    return new Error(`the workbench refuses ${address}`);
  };
  define(window, "fetch", (input: unknown) => {
    const address = new URL(
      String(typeof input === "object" && input !== null && "url" in input ? input.url : input),
      window.location.href,
    ).href;
    const file = fileFor(address, pageFolder);
    if (file === null) return Promise.reject(outside(address));
    return Promise.resolve(new Response(new Uint8Array(readBytes(file)), { status: 200 }));
  });
  class RefusedRequest {
    constructor(address?: unknown) {
      if (address !== undefined) throw outside(String(address));
    }
    open(_method: string, address: unknown): void {
      throw outside(String(address));
    }
  }
  define(window, "XMLHttpRequest", RefusedRequest);
  define(window, "WebSocket", RefusedRequest);
  define(window.navigator, "sendBeacon", (address: unknown) => {
    outside(String(address));
    return false;
  });
  define(window, "open", (address: unknown) => {
    outside(String(address));
    return null;
  });
}

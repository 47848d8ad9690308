/** A page for tests of the pane. React and Fluent look for it when they are loaded: import this file before them. */
import { JSDOM } from "jsdom";

export const page = new JSDOM("<!doctype html><body></body>", { url: "https://localhost/", pretendToBeVisual: true })
  .window;

const NAMES = [
  "document",
  "Document",
  "navigator",
  "localStorage",
  "HTMLElement",
  "HTMLInputElement",
  "Element",
  "Node",
  "CustomEvent",
  "Event",
  "MutationObserver",
  "getComputedStyle",
  "requestAnimationFrame",
  "cancelAnimationFrame",
];
const define = (name: string, value: unknown): void => {
  Object.defineProperty(globalThis, name, { value, configurable: true, writable: true });
};
define("window", page);
for (const name of NAMES) define(name, Reflect.get(page, name));
define("IS_REACT_ACT_ENVIRONMENT", true);

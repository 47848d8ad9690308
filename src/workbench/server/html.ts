/** What the workbench changes in an add-in's page on its way to the frame: where office.js comes from, and one script of its own in front. */
import { OFFICE_HOSTS } from "../frame/files";

/** Below this path the frame's server answers with files of the workbench, not of the page. */
export const OWN_PATH = "/.workbench/";
/** Stands for Microsoft's `lib/1/hosted/`. */
export const OFFICE_PATH = `${OWN_PATH}office/`;
/** The script of `browser/frame-script.ts`. */
export const FRAME_SCRIPT = `${OWN_PATH}frame.js`;

const OFFICE_ADDRESS = new RegExp(
  `(\\b(?:src|href)\\s*=\\s*["']?)(?:https?:)?//(?:${[...OFFICE_HOSTS].map((host) => host.replace(/\./g, "\\.")).join("|")})/(?:[^"'\\s>]*/)?lib/1(?:\\.1)?/hosted/`,
  "gi",
);

export interface Adaptation {
  /** The workbench's own origin: the frame talks to nobody else. */
  readonly hostOrigin: string;
  /** Origin whose files this server hands out, when it is a proxy. */
  readonly target?: string;
}

/** The page as the frame gets it. */
export function adaptPage(html: string, { hostOrigin, target }: Adaptation): string {
  const mapped = html.replace(OFFICE_ADDRESS, `$1${OFFICE_PATH}`);
  const near = target === undefined ? mapped : mapped.replaceAll(target, "");
  const script = `<script src="${FRAME_SCRIPT}" data-host="${hostOrigin}"></script>`;
  // Before every script of the page: office.js looks at its surroundings while it loads.
  const head = /<head(?:\s[^>]*)?>/i.exec(near);
  if (head) return near.slice(0, head.index + head[0].length) + script + near.slice(head.index + head[0].length);
  const first = /<!doctype[^>]*>/i.exec(near);
  const at = first ? first.index + first[0].length : 0;
  return near.slice(0, at) + script + near.slice(at);
}

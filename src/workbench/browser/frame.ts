/** The add-in's iframe: made anew for every start of its page, spoken to by messages of a known origin only. */
import { frameName } from "../host/protocol/constants";
import { claimedOrigin, type FromFrame, isOwnMessage, type ThemeColours, type ToFrame } from "./frame-messages";

export interface PaneFrameOptions {
  readonly container: HTMLElement;
  readonly page: string;
  readonly locale: string;
  readonly title: string;
  readonly colours: () => ThemeColours;
  readonly toHost: (text: string) => void;
  readonly refuse: (what: string) => void;
  readonly print: (line: string) => void;
  readonly pageError: (message: string) => void;
}

/** The iframe that holds the add-in's page. */
export class PaneFrame {
  /** True until the page has loaded what it names. */
  loading = true;
  private focusWhenDressed = false;
  /** Who asked whether the page is at rest. */
  private asking: ((atRest: boolean) => void)[] = [];
  private readonly element: HTMLIFrameElement;
  private readonly origin: string;
  private readonly listener = (event: MessageEvent): void => this.receive(event);

  constructor(private readonly options: PaneFrameOptions) {
    this.origin = new URL(options.page).origin;
    window.addEventListener("message", this.listener);
    this.element = document.createElement("iframe");
    // office.js reads the name while it loads; set later, it takes itself to be outside of any host
    this.element.name = frameName(claimedOrigin(options.page), options.locale);
    this.element.title = options.title;
    this.element.allow = "clipboard-write";
    this.element.src = options.page;
    options.container.replaceChildren(this.element);
  }

  /** Hands a text of the host to the page. */
  post(text: string): void {
    this.element.contentWindow?.postMessage(text, this.origin);
  }

  /** Whether the page has nothing more to do by itself; it says so after it has taken in all that was posted before. */
  isAtRest(): Promise<boolean> {
    return new Promise((resolve) => {
      this.asking.push(resolve);
      this.tell({ workbench: "atRest" });
    });
  }

  /** Tells a new theme. Pages hear of no change; they look when they get the focus, so they get it then. */
  changeTheme(): void {
    this.focusWhenDressed = true;
    this.tellTheme();
  }

  private tellTheme(): void {
    this.tell({ workbench: "theme", colours: this.options.colours() });
  }

  private tell(message: ToFrame): void {
    this.element.contentWindow?.postMessage(message, this.origin);
  }

  private answerAsked(atRest: boolean): void {
    for (const answer of this.asking.splice(0)) answer(atRest);
  }

  /** Takes the iframe away and stops listening to it. */
  close(): void {
    window.removeEventListener("message", this.listener);
    this.element.remove();
    this.answerAsked(false);
  }

  private receive(event: MessageEvent): void {
    if (event.source !== this.element.contentWindow || event.origin !== this.origin) return;
    if (typeof event.data === "string") this.options.toHost(event.data);
    else if (isOwnMessage(event.data)) this.take(event.data as FromFrame);
  }

  private take(message: FromFrame): void {
    switch (message.workbench) {
      case "begun":
        // A page that loads itself anew has forgotten what it was asked
        this.answerAsked(false);
        this.tellTheme();
        return;
      case "rest":
        this.answerAsked(message.atRest);
        return;
      case "dressed":
        if (this.focusWhenDressed) this.element.contentWindow?.focus();
        this.focusWhenDressed = false;
        return;
      case "loaded":
        this.loading = false;
        return;
      case "pageError":
        this.options.pageError(message.message);
        return;
      case "console":
        this.options.print(message.line);
        return;
      case "refused":
        this.options.refuse(`the request ${message.address} leaves the page's folder`);
    }
  }
}

/** Gives the keyboard to what stands behind or before a place on the page. */
export function focusBeside(place: HTMLElement, way: "forward" | "backward"): void {
  const side = way === "forward" ? Node.DOCUMENT_POSITION_FOLLOWING : Node.DOCUMENT_POSITION_PRECEDING;
  const beside = [...document.querySelectorAll<HTMLElement>("button, input, select, [tabindex='0']")].filter(
    (each) => each.checkVisibility() && (place.compareDocumentPosition(each) & side) !== 0,
  );
  beside.at(way === "forward" ? 0 : -1)?.focus();
}

/** Drives the add-in's pane as a person would: finds its controls, fills its fields, presses its buttons. */
import type { Workbench } from "../workbench";
import type { DecisionPreview, ImportOutcome, ImportRoundOutcome, RoundPreview } from "../excel/index";
import { commandSpeech } from "../messages/command";
import { problemText, type Language } from "../messages/index";
import type { DoneDetail } from "../taskpane/controller";
import type { View } from "../taskpane/views";
import { InputRefused } from "../workbench/cli/command";

/** The add-in refused the job; its own words, one line a problem. */
export class AddinFailure extends InputRefused {}

const APPEARS_WITHIN_MS = 20_000;

/** The pane's controls for whoever drives it: each is found by its test id in the view that is open. */
export class AddinDriver {
  constructor(
    private readonly workbench: Workbench,
    private readonly onProgress: (line: string) => void = () => undefined,
    private readonly language: Language = "zh",
  ) {}

  private get document(): Document {
    return this.workbench.window.document;
  }

  /** Presses a button, fills the fields of the form it opens, confirms, and waits for the end. Throws AddinFailure. */
  async press(
    action: "review" | "adopt" | "certificates" | "freeze" | "send-back" | "clear" | "incoming",
    fields: Readonly<Record<string, string>> = {},
  ): Promise<unknown> {
    let start: HTMLElement;
    if (
      action === "incoming" ||
      action === "adopt" ||
      action === "certificates" ||
      action === "send-back" ||
      action === "clear"
    ) {
      await this.openForm(action, `${action}-confirm`);
      for (const [name, value] of Object.entries(fields)) this.fill(await this.control(name), value);
      start = await this.control(`${action}-confirm`);
    } else {
      start = await this.control(action);
    }
    const confirm = start;
    return this.until(action, () => confirm.click());
  }

  /**
   * Takes over decisions of another workbook's 口径: chooses its file, and confirms when there is something to take.
   * Gives what was found, and the outcome of the review by it (null when nothing was to take). Throws AddinFailure.
   */
  async importDecisions(
    name: string,
    bytes: Uint8Array,
  ): Promise<{ readonly preview: DecisionPreview; readonly outcome: ImportOutcome | null }> {
    const preview = (await this.choose("import", "preview", name, bytes)) as DecisionPreview;
    if (preview.taken.length === 0) return { preview, outcome: null };
    const confirm = await this.control("import-confirm");
    return { preview, outcome: (await this.until("import", () => confirm.click())) as ImportOutcome };
  }

  /**
   * Takes over what a workbook reviewed before has: chooses its file, and confirms. `by` signs for proven years, `sameUnit` says
   * that a unit of another name is the same. Gives what was found, and the outcome of the review by it; null when `confirm` says no,
   * or when the pane has nothing to take over. Throws AddinFailure.
   */
  async importRound(
    name: string,
    bytes: Uint8Array,
    {
      by,
      sameUnit = false,
      confirm = () => true,
    }: {
      readonly by?: string;
      readonly sameUnit?: boolean;
      readonly confirm?: (preview: RoundPreview) => boolean;
    } = {},
  ): Promise<{ readonly preview: RoundPreview; readonly outcome: ImportRoundOutcome | null }> {
    const preview = (await this.choose("round", "round-preview", name, bytes)) as RoundPreview;
    await this.control("round-preview");
    if (!confirm(preview)) return { preview, outcome: null };
    if (preview.otherUnit !== null && sameUnit) (await this.control("round-same-unit")).click();
    if (by !== undefined && preview.carried.proofs.taken.length > 0) this.fill(await this.control("round-name"), by);
    const nothing =
      preview.kind === "year" && preview.carried.proofs.taken.length + preview.carried.decisions.taken.length === 0;
    if (nothing) return { preview, outcome: null };
    const button = await this.control("round-confirm");
    return { preview, outcome: (await this.until("round", () => button.click())) as ImportRoundOutcome };
  }

  /** Opens a view by its tab. */
  async show(view: View): Promise<void> {
    (await this.control(`tab-${view}`)).click();
  }

  /** The tab of the view that an action's button stands in; null for a button of the header, and before the pane has tabs. */
  private tabOf(action: string): HTMLElement | null {
    return this.document.querySelector<HTMLElement>(`[role="tab"][data-actions~="${action}"]`);
  }

  /** Opens the form behind a button; it is open already when what it asked for failed, perhaps a step too far. */
  private async openForm(button: string, field: string): Promise<void> {
    await this.control("tab-overview"); // until the pane has its tabs
    this.tabOf(button)?.click();
    if (this.inSight(field) === null) this.inSight(`${button}-back`)?.click();
    if (this.inSight(field) === null) (await this.control(button)).click();
  }

  /** Opens a form, hands its file field a file, and waits for what the pane says of it. */
  private async choose(form: string, action: string, name: string, bytes: Uint8Array): Promise<unknown> {
    await this.openForm(form, `${form}-file`);
    const input = (await this.control(`${form}-file`)) as HTMLInputElement;
    const { window } = this.workbench;
    Object.defineProperty(input, "files", {
      value: [new window.File([bytes as Uint8Array<ArrayBuffer>], name)],
      configurable: true,
    });
    return this.until(action, () => void input.dispatchEvent(new window.Event("change", { bubbles: true })));
  }

  /** Starts an action and waits for its end. Throws AddinFailure. */
  async until(action: string, start: () => void): Promise<unknown> {
    const done = this.nextDone(action);
    start();
    const detail = await done;
    if (detail.ok) return detail.outcome;
    const { failure } = detail;
    const problems = failure?.problems ?? [];
    const say = commandSpeech(this.language);
    throw new AddinFailure(
      problems.length > 0
        ? problems.map((problem) =>
            say("at-cell", {
              sheet: problem.sheet,
              cell: problem.cell,
              text: problemText(problem, this.language),
            }),
          )
        : [
            say("action-failed", {
              message: failure?.message ?? null,
              remedy: failure?.remedy ? failure.remedy : null,
            }),
          ],
    );
  }

  /** Presses a button of 其他文书; with `fields` it is the one that opens the form of the sample. Throws AddinFailure. */
  async paper(
    button: "blank" | "forms" | "blank-forms" | "report" | "problem-view" | "leave-view" | "sample",
    fields: Readonly<Record<string, string | boolean>> = {},
  ): Promise<unknown> {
    if (button === "sample") {
      await this.openForm(button, "sample-confirm");
      for (const [name, value] of Object.entries(fields)) {
        const control = await this.control(name);
        if (typeof value === "string") this.fill(control, value);
        else if (value !== (control as HTMLInputElement).checked) control.click();
      }
    }
    const start = await this.control(button === "sample" ? "sample-confirm" : button);
    return this.until(button, () => start.click());
  }

  /** What bears this test id and stands in the view that is open. */
  private inSight(name: string): HTMLElement | null {
    return (
      [...this.document.querySelectorAll<HTMLElement>(`[data-testid="${name}"]`)].find(
        (each) => each.closest("[hidden]") === null,
      ) ?? null
    );
  }

  /** The control with this test id, once it is there and can be used; its view is opened first. */
  async control(name: string): Promise<HTMLElement> {
    const end = performance.now() + APPEARS_WITHIN_MS;
    for (;;) {
      const tab = this.tabOf(name);
      if (tab?.getAttribute("aria-selected") === "false") tab.click();
      const found = this.inSight(name);
      if (found && !found.hasAttribute("disabled") && found.getAttribute("aria-disabled") !== "true") return found;
      if (performance.now() > end) throw new Error(`the pane has no usable control "${name}"`);
      await new Promise((resolve) => setTimeout(resolve, 1));
    }
  }

  /** As typing does: React listens to `input` events and reads the element's own value. */
  fill(control: HTMLElement, value: string): void {
    const { window } = this.workbench;
    const isField = control instanceof window.HTMLInputElement || control instanceof window.HTMLTextAreaElement;
    const input = isField ? control : control.querySelector<HTMLInputElement | HTMLTextAreaElement>("input, textarea");
    if (!input) throw new Error("the control is no field");
    const kind = input instanceof window.HTMLTextAreaElement ? window.HTMLTextAreaElement : window.HTMLInputElement;
    Object.getOwnPropertyDescriptor(kind.prototype, "value")?.set?.call(input, value);
    input.dispatchEvent(new window.Event("input", { bubbles: true }));
  }

  private nextDone(action: string): Promise<DoneDetail> {
    let last = "";
    const watch = setInterval(() => {
      const text = this.document.querySelector('[data-testid="status"]')?.textContent.trim() ?? "";
      if (text !== "" && text !== last) this.onProgress((last = text));
    }, 200);
    return new Promise((resolve) => {
      const listener = (event: Event): void => {
        const { detail } = event as CustomEvent<DoneDetail>;
        if (detail.action !== action) return;
        this.document.removeEventListener("ce:done", listener);
        clearInterval(watch);
        resolve(detail);
      };
      this.document.addEventListener("ce:done", listener);
    });
  }
}

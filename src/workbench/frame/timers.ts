/** The timers of a page, counted, so that the workbench knows when the page has nothing more to do. */
import type { DOMWindow } from "jsdom";

interface Timer {
  /** Milliseconds of `performance.now()`. */
  due: number;
  /** jsdom's own id of it; another one once it was brought forward. */
  id: number;
  readonly run: () => void;
}

/** The page's timers: which are due, so that a test waits for what happens and not for a time. */
export class PageTimers {
  private readonly waiting = new Map<number, Timer>();
  private readonly frames = new Set<number>();
  private readonly immediates = new Map<number, NodeJS.Immediate>();
  private readonly setLater: (run: () => void, delay: number) => number;
  private readonly clearLater: (id?: number) => void;
  private immediateId = 0;

  /** Takes the place of the window's `setTimeout` and `requestAnimationFrame`; repeated timers stay as they are and count for nothing. */
  constructor(window: DOMWindow) {
    this.setLater = window.setTimeout.bind(window);
    this.clearLater = window.clearTimeout.bind(window);
    const request = window.requestAnimationFrame.bind(window);
    const cancel = window.cancelAnimationFrame.bind(window);
    const replacements = {
      setTimeout: (handler: unknown, delay: unknown = 0, ...args: unknown[]): number =>
        this.start(
          typeof handler === "function" ? () => void handler(...args) : () => void window.eval(String(handler)),
          Number(delay),
        ),
      clearTimeout: (id?: number): void => this.stop(id),
      clearInterval: (id?: number): void => this.stop(id),
      requestAnimationFrame: (callback: FrameRequestCallback): number => {
        const id = request((time) => {
          this.frames.delete(id);
          callback(time);
        });
        this.frames.add(id);
        return id;
      },
      cancelAnimationFrame: (id: number): void => {
        this.frames.delete(id);
        cancel(id);
      },
    };
    for (const [name, value] of Object.entries(replacements))
      Object.defineProperty(window, name, { value, configurable: true, writable: true });
  }

  /** Whether a timer is due within so many milliseconds, or the page waits for the next picture. */
  isDueWithin(milliseconds: number): boolean {
    const end = performance.now() + milliseconds;
    return this.frames.size > 0 || [...this.waiting.values()].some(({ due }) => due <= end);
  }

  /** Lets the timer that is due next run at once when it is due within so many milliseconds. The order of timers stays. */
  bringForward(milliseconds: number): void {
    let next: Timer | null = null;
    for (const timer of this.waiting.values()) if (next === null || timer.due < next.due) next = timer;
    const now = performance.now();
    if (next === null || next.due <= now || next.due > now + milliseconds) return;
    this.clear(next.id);
    next.due = now;
    next.id = this.set(next.run, 0);
  }

  /** Lets no timer run any more: the page is closed. */
  close(): void {
    for (const immediate of this.immediates.values()) clearImmediate(immediate);
    this.immediates.clear();
    this.waiting.clear();
  }

  /**
   * A timer without a delay runs in the next turn, where Node's own would wait a millisecond: a page sets thousands of them.
   * Its id is negative, those of jsdom are positive.
   */
  private set(run: () => void, delay: number): number {
    if (delay > 0) return this.setLater(run, delay);
    const id = --this.immediateId;
    const immediate = setImmediate(() => {
      this.immediates.delete(id);
      try {
        run();
      } catch (error) {
        // jsdom tells the page of an error that a timer throws
        this.setLater(() => {
          throw error;
        }, 0);
      }
    });
    this.immediates.set(id, immediate);
    return id;
  }

  private clear(id?: number): void {
    const immediate = id === undefined ? undefined : this.immediates.get(id);
    if (immediate === undefined) return this.clearLater(id);
    clearImmediate(immediate);
    this.immediates.delete(id as number);
  }

  private start(handler: () => void, delay: number): number {
    const wait = Number.isNaN(delay) ? 0 : Math.max(0, delay);
    const timer: Timer = {
      due: performance.now() + wait,
      id: this.set(() => timer.run(), wait),
      run: () => {
        this.waiting.delete(first);
        handler();
      },
    };
    // The page knows it by its first id
    const first = timer.id;
    this.waiting.set(first, timer);
    return first;
  }

  private stop(id?: number): void {
    const timer = id === undefined ? undefined : this.waiting.get(id);
    if (id !== undefined) this.waiting.delete(id);
    this.clear(timer?.id ?? id);
  }
}

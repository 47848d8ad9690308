/** Counts what the add-in's page has set itself to do, so that the workbench knows when nothing more is to come. */

/** A timer that is due later than this, in milliseconds, is not waited for: such ones remind a person of something. */
const SOON = 2_000;

/**
 * Takes the place of the window's `setTimeout`, `MessageChannel` and `requestAnimationFrame`, which do what they did. Gives
 * whether a timer is due within SOON, a message of the page to itself is on its way, or a picture is waited for. To be
 * called before any script of the page runs.
 */
export function watchPendingWork(): () => boolean {
  const countMessages = watchMessages();
  const countPictures = watchPictures();
  const countTimers = watchTimers();
  return () => countMessages() + countPictures() + countTimers() > 0;
}

/** Gives how many timers are due within SOON. */
function watchTimers(): () => number {
  const timers = new Map<number, number>();
  const set = window.setTimeout.bind(window);
  const clear = window.clearTimeout.bind(window);
  const start = (handler: TimerHandler, delay?: number, ...args: unknown[]): number => {
    if (typeof handler !== "function") return set(handler, delay, ...args);
    const run = handler as (...values: unknown[]) => void;
    const id = set(() => {
      timers.delete(id);
      run(...args);
    }, delay);
    timers.set(id, performance.now() + (delay ?? 0));
    return id;
  };
  const stop = (id?: number): void => {
    if (id !== undefined) timers.delete(id);
    clear(id);
  };
  // Either stops a timer of the other kind
  Object.assign(window, { setTimeout: start, clearTimeout: stop, clearInterval: stop });
  return () => {
    const end = performance.now() + SOON;
    return [...timers.values()].filter((due) => due <= end).length;
  };
}

/** Gives how many messages of the page to itself are on their way. */
function watchMessages(): () => number {
  let messages = 0;
  class CountedChannel extends MessageChannel {
    constructor() {
      super();
      this.count(this.port1, this.port2);
      this.count(this.port2, this.port1);
    }

    private count(from: MessagePort, to: MessagePort): void {
      const post = from.postMessage.bind(from) as (...values: unknown[]) => void;
      from.postMessage = (...values: unknown[]) => {
        messages++;
        post(...values);
      };
      to.addEventListener("message", () => void messages--);
    }
  }
  window.MessageChannel = CountedChannel;
  return () => messages;
}

/** Gives how many callbacks wait for the next picture. A pane that is hidden gets none. */
function watchPictures(): () => number {
  const request = window.requestAnimationFrame.bind(window);
  const cancel = window.cancelAnimationFrame.bind(window);
  const requested = new Set<number>();
  window.requestAnimationFrame = (callback) => {
    const id = request((time) => {
      requested.delete(id);
      callback(time);
    });
    requested.add(id);
    return id;
  };
  window.cancelAnimationFrame = (id) => {
    requested.delete(id);
    cancel(id);
  };
  return () => (window.innerWidth > 0 ? requested.size : 0);
}

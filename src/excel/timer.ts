/** The timer that the entry hands in: nothing in this room waits by a timer of its own. All times are milliseconds. */
export interface Timer {
  /** Resolves after so long; the page paints and handles events meanwhile. */
  readonly pause: (milliseconds: number) => Promise<void>;
  /** On a clock that only goes forward. */
  readonly now: () => number;
  /** Calls back once after so long. Gives the function that calls it off; too late, that does nothing. */
  readonly after: (milliseconds: number, call: () => void) => () => void;
}

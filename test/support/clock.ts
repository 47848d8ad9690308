import type { Clock } from "../../src/workbench";

/** The clock of tests: Monday 23 November 2026, noon, whatever day it is. */
export const testClock: Clock = () => new Date(2026, 10, 23, 12);

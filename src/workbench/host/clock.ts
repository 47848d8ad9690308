/**
 * What day and time it is, in the time zone of the user. Only an entry point reads the system's clock; everything in the
 * workbench is handed one, so that a formula such as `=TODAY()` gives the same value wherever it is calculated.
 */
export type Clock = () => Date;

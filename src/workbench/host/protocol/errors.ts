/** The errors a host object may answer with; anything else thrown below the executor is a bug of the workbench. */

/** An error as Excel puts it into a response body. */
export class HostError extends Error {
  constructor(
    readonly code: string,
    message: string,
    readonly status = 400,
  ) {
    super(message);
  }
}

/** The workbench cannot do this, or will not guess it: it answers ApiNotFound and records the message. */
export class Refused extends HostError {
  constructor(what: string) {
    super("ApiNotFound", `workbench: ${what}`);
  }
}

/** The error `InvalidArgument`. */
export const invalid = (message: string): HostError => new HostError("InvalidArgument", message);
/** The error `ItemNotFound`. */
export const notFound = (message: string): HostError => new HostError("ItemNotFound", message, 404);

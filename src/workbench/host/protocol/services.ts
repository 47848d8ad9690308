/** Objects that office.js makes by service name instead of reaching them from the workbook. */
import { Refused } from "./errors";
import { FunctionMessage, MessageCategory, SERVICE, WorkbookEvent } from "./constants";
import { asText, call, HostObject, type MemberTable } from "./host-object";

/** One entry of a pushed rich-API message: category, type, target, JSON text, id, is remote. */
export type PushedEntry = readonly [number, number, string, string, number, boolean];

export type PushMany = (entries: readonly PushedEntry[]) => void;

/** What came back for a call of a custom function. */
export interface FunctionResult {
  readonly succeeded: boolean;
  readonly value: unknown;
  readonly errorCode: number | null;
}

export interface FunctionCall {
  readonly name: string;
  readonly args: readonly unknown[];
  readonly address: string | null;
  readonly parameterAddresses: readonly string[] | null;
}

/** Runs the add-in's custom functions: calls go out in one push, results come back as rows. */
export class FunctionBroker {
  private readonly pending = new Map<number, (result: FunctionResult) => void>();
  private nextId = 1;
  private markReady: () => void = () => undefined;
  private isReady = false;
  /** Resolves when the add-in said that its functions can be called. */
  readonly ready = new Promise<void>((resolve) => {
    this.markReady = resolve;
  });

  constructor(private readonly push: PushMany) {}

  get pendingCount(): number {
    return this.pending.size;
  }

  get available(): boolean {
    return this.isReady;
  }

  /** The page has registered its functions: calls that waited are sent. */
  setReady(): void {
    this.isReady = true;
    this.markReady();
  }

  /** Sends all calls in one event; gives their results in the same order. */
  callAll(calls: readonly FunctionCall[]): Promise<FunctionResult[]> {
    const entries: PushedEntry[] = [];
    const results = calls.map((each) => {
      const id = this.nextId++;
      const message = [id, each.name, each.args, each.address, 0, each.parameterAddresses];
      entries.push([MessageCategory.customFunction, FunctionMessage.invoke, "", JSON.stringify(message), 0, false]);
      return new Promise<FunctionResult>((resolve) => this.pending.set(id, resolve));
    });
    if (entries.length > 0) this.push(entries);
    return Promise.all(results);
  }

  /** Rows are [invocation id, succeeded, value, error code]. */
  receive(rows: unknown): void {
    if (!Array.isArray(rows)) throw new Refused("custom function results that are no list are not implemented");
    for (const row of rows as unknown[]) {
      if (!Array.isArray(row)) throw new Refused("a custom function result that is no row is not implemented");
      const [id, succeeded, value, errorCode] = row as unknown[];
      if (typeof id !== "number") throw new Refused("a custom function result without an id");
      const resolve = this.pending.get(id);
      this.pending.delete(id);
      resolve?.({ succeeded: succeeded === true, value, errorCode: typeof errorCode === "number" ? errorCode : null });
    }
  }

  /** Ends calls nobody will answer any more. */
  abandon(): void {
    for (const resolve of this.pending.values()) resolve({ succeeded: false, value: null, errorCode: 0 });
    this.pending.clear();
  }
}

const CUSTOM_FUNCTIONS: MemberTable<FunctionBroker> = {
  name: "CustomFunctions",
  call: {
    SetInvocationArrayResults: call(1, (broker, args) => broker.receive(args.value(0))),
    _SetOsfControlContainerReadyForCustomFunctions: call(0, (broker) => broker.setReady()),
  },
};

const ADDIN_INTERNAL: MemberTable<null> = {
  name: "AddinInternalService",
  call: { NotifyActionHandlerReady: call(0, () => null) },
};

/** The shared runtime's state: whether the pane is shown, and whether the add-in starts with the workbook. */
export class RuntimeState {
  state = "Visible";
  startState = "Inactive";
  constructor(
    private readonly push: PushMany,
    private readonly paneShown: (shown: boolean) => void,
  ) {}

  /** By the page, or by the user who opens or closes the pane. */
  show(state: string): void {
    this.state = state;
    const visibility = state === "Visible" ? "Visible" : "Hidden";
    this.paneShown(state === "Visible");
    this.push([
      [MessageCategory.workbookEvent, WorkbookEvent.visibilityChanged, "", JSON.stringify({ visibility }), 0, false],
    ]);
  }
}

const APP_RUNTIME: MemberTable<RuntimeState> = {
  name: "AppRuntimeService",
  call: {
    GetAppRuntimeState: call(0, (runtime) => runtime.state),
    SetAppRuntimeState: call(1, (runtime, args) => runtime.show(asText(args.value(0), "state"))),
  },
};

const APP_RUNTIME_PERSISTENCE: MemberTable<RuntimeState> = {
  name: "AppRuntimePersistenceService",
  call: {
    GetAppRuntimeStartState: call(0, (runtime) => runtime.startState),
    SetAppRuntimeStartState: call(1, (runtime, args) => {
      runtime.startState = asText(args.value(0), "state");
    }),
  },
};

/** The objects by which office.js reaches custom functions and the runtime, by their names in the protocol. */
export function services(broker: FunctionBroker, runtime: RuntimeState): Readonly<Record<string, HostObject>> {
  return {
    [SERVICE.customFunctions]: HostObject.of(CUSTOM_FUNCTIONS, broker),
    [SERVICE.addinInternal]: HostObject.of(ADDIN_INTERNAL, null),
    [SERVICE.appRuntime]: HostObject.of(APP_RUNTIME, runtime),
    [SERVICE.appRuntimePersistence]: HostObject.of(APP_RUNTIME_PERSISTENCE, runtime),
  };
}

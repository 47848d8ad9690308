/** The host's side of the conversation, free of any transport: takes the texts office.js posts, and posts texts back. */
import type { Workbook } from "../../../book/model/workbook";
import { Calculation, type FunctionDeclaration } from "../calculation/recalculation";
import type { Clock } from "../clock";
import { type Blank, HostState } from "../state";
import { documentFile, DocumentCopies } from "../document-file";
import { Executor, parseRequest, type RequestBody, type ResponseBody } from "./executor";
import { workbookObject } from "../objects/workbook";
import {
  ChannelError,
  CONVERSATION,
  Dispatch,
  EnvelopeAction,
  FileKey,
  FileType,
  MessageCategory,
  MessageType,
  PageAction,
  PathType,
  REQUIREMENT_SETS,
  RequestError,
  RequestFlag,
  requestErrorName,
  ResponseType,
  SERVICE,
} from "./constants";
import { ExcelUser } from "../user/user";
import { FunctionBroker, type PushedEntry, RuntimeState, services } from "./services";
import { isRecord, minorVersion } from "./host-object";

type BatchKind = "batch" | "startup" | "functionResults";

export interface TrafficEntry {
  readonly kind: BatchKind;
  readonly requestBytes: number;
  readonly responseBytes: number;
}

interface LoggedError {
  readonly code: string;
  readonly message: string;
  readonly statement: string;
}

export interface WorkbenchLog {
  roundTrips: number;
  requestBytes: number;
  responseBytes: number;
  readonly errors: LoggedError[];
  readonly refused: string[];
  readonly console: string[];
}

export interface HostSessionOptions {
  readonly workbook: Workbook;
  readonly documentName: string;
  readonly origin: string;
  readonly locale: string;
  readonly blank: Blank;
  readonly payloadLimit: number;
  readonly advertise: Readonly<Record<string, string>>;
  readonly functions: ReadonlyMap<string, FunctionDeclaration>;
  readonly namespace: string | undefined;
  readonly log: WorkbenchLog;
  /** The page's pane is to be shown or hidden. */
  readonly paneShown?: (shown: boolean) => void;
  /** The keyboard leaves the page at its end, or its beginning. */
  readonly tabbedOut?: (way: "forward" | "backward") => void;
  readonly clock: Clock;
  /** Hands a text to the page; must not call back before it returns. */
  readonly post: (text: string) => void;
}

const KNOWN_EVENTS = ["richApiMessage", "appCommandInvoked"];
const EVENTS_PER_REPLY = { Error: 0 } as const;

interface Subscription {
  readonly conversation: unknown;
  readonly correlation: unknown;
}

/** The conversation of one page with the host: messages in, answers and events out. */
export class HostSession {
  readonly traffic: TrafficEntry[] = [];
  readonly broker: FunctionBroker;
  readonly calculation: Calculation;
  readonly state: HostState;
  /** Whether the add-in's pane is shown. */
  readonly runtime: RuntimeState;
  /** The user at the workbook. */
  readonly user: ExcelUser;
  /** Makes the k-th batch of the page (0 first) fail as a whole with the number it gives. */
  failRequest: ((index: number) => number | null) | null = null;
  /** The document's settings: JSON texts by name. */
  settings = new Map<string, string>();
  /** What becomes of saved settings: on the web and on a Mac a save may fail, or be said to have been done and be lost (office-js 761, 5206, 6091). */
  savedSettingsAre: "kept" | "refused" | "lost" = "kept";
  /** When a message last came or went, in milliseconds of `performance.now()`. */
  lastActivity = performance.now();
  private readonly executor: Executor;
  private readonly subscriptions = new Map<string, Subscription>();
  private readonly commands = new Map<string, (status: number) => void>();
  private readonly early: PushedEntry[] = [];
  private readonly copies = new DocumentCopies();
  /** Bytes a slice of the document has, by its handle. */
  private readonly sliceSizes = new Map<number, number>();
  private batches = 0;
  private nextCommand = 1;

  constructor(private readonly options: HostSessionOptions) {
    const push = (entries: readonly PushedEntry[]): void => this.push(entries);
    this.broker = new FunctionBroker(push);
    this.calculation = new Calculation({
      workbook: options.workbook,
      broker: this.broker,
      functions: options.functions,
      namespace: options.namespace,
      blank: options.blank,
      refuse: (what) => this.refuse(what),
      isManual: () => this.state.calculationMode === "Manual",
      clock: options.clock,
    });
    this.state = new HostState(
      options.workbook,
      (type, target, args) =>
        this.push([[MessageCategory.workbookEvent, type, target, JSON.stringify(args), 0, args.source === "Remote"]]),
      this.calculation,
      options.clock,
    );
    this.runtime = new RuntimeState(push, options.paneShown ?? (() => undefined));
    const root = workbookObject(this.state, options.documentName);
    const version = minorVersion(options.advertise.ExcelApi ?? REQUIREMENT_SETS.ExcelApi ?? "1.14");
    this.executor = new Executor(
      root,
      services(this.broker, this.runtime),
      version,
      (what) => this.refuse(what),
      () => this.state.pageWrote(),
    );
    this.user = new ExcelUser(this.state, this.calculation);
  }

  get liveReferences(): number {
    return this.executor.liveReferences;
  }

  /** Copies of the document that the page took and has not closed. */
  get openCopies(): number {
    return this.copies.openCount;
  }

  get busy(): boolean {
    return this.calculation.busy || this.broker.pendingCount > 0 || this.commands.size > 0;
  }

  /** Ends the conversation: nothing is sent or calculated any more. */
  close(): void {
    this.calculation.close();
    this.broker.abandon();
  }

  private refuse(what: string): void {
    this.options.log.refused.push(what);
  }

  private fail(code: string, message: string, statement: string): void {
    this.options.log.errors.push({ code, message, statement });
  }

  // ---- messages of the page ----

  /** Takes a message of the page. */
  receive(text: string): void {
    let message: unknown;
    try {
      message = JSON.parse(text);
    } catch {
      return;
    }
    if (!isRecord(message) || message._messageType !== MessageType.request) return;
    this.lastActivity = performance.now();
    const name = String(message._actionName);
    const ids: Subscription = { conversation: message._conversationId, correlation: message._correlationId };
    if (message._actionType === EnvelopeAction.registerEvent) {
      this.register(name, ids);
      return;
    }
    if (message._actionType === EnvelopeAction.unregisterEvent) {
      this.subscriptions.delete(name);
      this.send(name, ids, ResponseType.call, EVENTS_PER_REPLY);
      return;
    }
    switch (name) {
      case "ContextActivationManager_getAppContextAsync":
        this.send(name, ids, ResponseType.call, this.appContext(message._data));
        return;
      case "ContextActivationManager_notifyHost":
        this.notified(Array.isArray(message._data) ? (message._data as unknown[])[1] : undefined);
        return;
      case "executeMethod":
        if (this.mustWait(message._data))
          this.state.afterCellEdit(() => this.send(name, ids, ResponseType.call, this.executeMethod(message._data)));
        else this.send(name, ids, ResponseType.call, this.executeMethod(message._data));
        return;
      default:
        this.refuse(`the message ${name} is not implemented`);
        this.fail("ChannelError", `the message ${name} is not implemented`, name);
        this.send(name, ids, ResponseType.call, null, ChannelError.handlingRequest);
    }
  }

  private notified(action: unknown): void {
    if (action === PageAction.tabExit) this.options.tabbedOut?.("forward");
    if (action === PageAction.tabExitShift) this.options.tabbedOut?.("backward");
  }

  private register(name: string, ids: Subscription): void {
    if (!KNOWN_EVENTS.includes(name)) {
      this.refuse(`the event ${name} is not implemented`);
      this.fail("GeneralException", `the event ${name} is not implemented`, name);
      this.send(name, ids, ResponseType.call, { Error: RequestError.internalError });
      return;
    }
    this.subscriptions.set(name, ids);
    this.send(name, ids, ResponseType.call, EVENTS_PER_REPLY);
    if (name === "richApiMessage" && this.early.length > 0) this.push(this.early.splice(0));
  }

  private appContext(control: unknown): unknown {
    const { locale, advertise, documentName } = this.options;
    return {
      // office.js throws when one of these is undefined.
      _id: control,
      _appName: 16,
      _appVersion: "16.0",
      _appUILocale: locale,
      _dataLocale: locale,
      _docUrl: `https://documents.example/${encodeURIComponent(documentName)}`,
      _clientMode: 1,
      _settings: [...this.settings],
      _reason: "documentOpened",
      _requirementMatrix: JSON.stringify({ ...REQUIREMENT_SETS, ...advertise }),
      _hostFullVersion: "16.0.18000.10000",
      _initialDisplayMode: 2,
    };
  }

  private executeMethod(data: unknown): unknown {
    const body = isRecord(data) ? data : {};
    const dispatch = isRecord(body.DdaMethod) ? body.DdaMethod.DispatchId : undefined;
    const done = { Error: 0, Version: 1 };
    switch (dispatch) {
      case Dispatch.richApi:
        return this.executeBatch(body.ArrayData);
      case Dispatch.saveSettings: {
        if (this.savedSettingsAre === "refused") return this.failed("the settings could not be saved", "saveAsync");
        if (this.savedSettingsAre === "lost") return done;
        const saved = isRecord(body.DdaSettingsMethod) ? body.DdaSettingsMethod.Properties : [];
        const pairs = Array.isArray(saved) ? (saved as unknown[]) : [];
        this.settings = new Map(
          pairs
            .filter((pair): pair is [unknown, unknown] => Array.isArray(pair))
            .map(([key, json]) => [String(key), String(json)]),
        );
        return done;
      }
      case Dispatch.loadSettings:
        return { ...done, Properties: { Settings: [...this.settings].map(([Name, Value]) => ({ Name, Value })) } };
      case Dispatch.openDocumentCopy:
        return this.openCopy(body);
      case Dispatch.documentCopySlice: {
        const handle = Number(body[FileKey.handle]);
        const slice = this.copies.slice(handle, Number(body[FileKey.sliceIndex]), this.sliceSizes.get(handle) ?? 1);
        if (slice === null)
          return this.failed(
            `there is no slice ${String(body[FileKey.sliceIndex])} of the copy ${handle}`,
            "getSliceAsync",
          );
        return { ...done, [FileKey.data]: [...slice], [FileKey.dataSize]: slice.length };
      }
      case Dispatch.closeDocumentCopy:
        return this.copies.close(Number(body[FileKey.handle]))
          ? done
          : this.failed("there is no such copy of the document", "closeAsync");
      case Dispatch.commandCompleted: {
        const id = String(body["0"]);
        this.commands.get(id)?.(typeof body["1"] === "number" ? body["1"] : 0);
        this.commands.delete(id);
        return done;
      }
      default:
        this.refuse(`the dispatch id ${String(dispatch)} is not implemented`);
        this.fail(
          "GeneralException",
          `the dispatch id ${String(dispatch)} is not implemented`,
          `dispatch ${String(dispatch)}`,
        );
        return { Error: RequestError.internalError, Version: 1 };
    }
  }

  /** `document.getFileAsync`: the document as it stands now; Excel knows only the compressed file (and PDF, which is not here). */
  private openCopy(body: Readonly<Record<string, unknown>>): unknown {
    const type = body[FileKey.fileType];
    if (type !== FileType.compressed) {
      this.refuse(`getFileAsync of file type ${String(type)} is not implemented`);
      return this.failed(`file type ${String(type)}`, "getFileAsync");
    }
    const bytes = documentFile(this.options.workbook, this.settings);
    const handle = this.copies.open(bytes);
    if (handle === null)
      return this.failed("no more than two copies of the document may be open: close one first", "getFileAsync");
    this.sliceSizes.set(handle, Number(body[FileKey.sliceSize]));
    return { Error: 0, Version: 1, [FileKey.newHandle]: handle, [FileKey.fileSize]: bytes.length };
  }

  private failed(message: string, statement: string): unknown {
    this.fail("GeneralException", message, statement);
    return { Error: RequestError.internalError, Version: 1 };
  }

  /** While the user types into a cell, batches that asked for it are held until that is over. */
  private mustWait(data: unknown): boolean {
    if (
      !this.state.editingCell ||
      !isRecord(data) ||
      !isRecord(data.DdaMethod) ||
      data.DdaMethod.DispatchId !== Dispatch.richApi
    )
      return false;
    const flags: unknown = Array.isArray(data.ArrayData) ? data.ArrayData[6] : 0;
    return typeof flags === "number" && (flags & RequestFlag.delayForCellEdit) !== 0;
  }

  private executeBatch(data: unknown): unknown {
    const text = Array.isArray(data) && typeof data[4] === "string" ? data[4] : "";
    const request = parseRequest(text);
    if (!request) {
      this.refuse("a rich-API request that is no batch is not implemented");
      return { Error: RequestError.internalError, Version: 1 };
    }
    const kind = kindOf(request);
    const requestBytes = utf8Length(text);
    const account = (responseBytes: number): void => {
      this.traffic.push({ kind, requestBytes, responseBytes });
      if (kind !== "batch") return;
      const { log } = this.options;
      log.roundTrips++;
      log.requestBytes += requestBytes;
      log.responseBytes += responseBytes;
    };
    const refuseWhole = (number: number, responseBytes = 0): unknown => {
      account(responseBytes);
      const name = requestErrorName(number);
      this.fail(
        name,
        `the host refused the whole request (${number}): ${requestBytes} bytes asked, ${responseBytes} answered`,
        "",
      );
      return { Error: number, Version: 1 };
    };
    if (kind === "batch" && this.state.editingCell) return refuseWhole(RequestError.inCellEditMode);
    const forced = kind === "batch" ? (this.failRequest?.(this.batches++) ?? null) : null;
    if (forced !== null) return refuseWhole(forced);
    if (requestBytes > this.options.payloadLimit) return refuseWhole(RequestError.requestPayloadSizeLimitExceeded);
    const response = this.executor.execute(request);
    const answer = JSON.stringify(response);
    const responseBytes = utf8Length(answer);
    if (responseBytes > this.options.payloadLimit)
      return refuseWhole(RequestError.responsePayloadSizeLimitExceeded, responseBytes);
    account(responseBytes);
    this.logFailure(request, response);
    return { Error: 0, Version: 1, Data: [200, [], answer] };
  }

  private logFailure(request: RequestBody, response: ResponseBody): void {
    if (!response.Error) return;
    const { Code, Message, ActionIndex } = response.Error;
    const action = request.Actions[ActionIndex];
    this.fail(Code, Message, action ? describe(request, action.ObjectPathId, action.Name) : "");
  }

  // ---- messages to the page ----

  private send(name: string, ids: Subscription, type: number, data: unknown, error: number = ChannelError.none): void {
    this.lastActivity = performance.now();
    this.options.post(
      JSON.stringify({
        _messageType: MessageType.response,
        _actionName: name,
        _conversationId: ids.conversation ?? CONVERSATION,
        _correlationId: ids.correlation,
        _origin: this.options.origin,
        _serializerVersion: 1,
        _errorCode: error,
        _responseType: type,
        _data: data,
      }),
    );
  }

  private push(entries: readonly PushedEntry[]): void {
    const ids = this.subscriptions.get("richApiMessage");
    // Events raised inside a batch must not reach the page before the batch's own answer.
    if (!ids) this.early.push(...entries);
    else queueMicrotask(() => this.send("richApiMessage", ids, ResponseType.event, { ArrayData: entries }));
  }

  /** Presses a ribbon button whose action is the given function; resolves when the page says it is done. */
  runCommand(functionName: string): Promise<{ readonly status: number }> {
    const ids = this.subscriptions.get("appCommandInvoked");
    if (!ids) return Promise.reject(new Error("the page does not listen to ribbon commands"));
    const id = `command${this.nextCommand++}`;
    return new Promise((resolve) => {
      this.commands.set(id, (status) => resolve({ status }));
      this.send("appCommandInvoked", ids, ResponseType.event, {
        0: id,
        1: functionName,
        2: JSON.stringify({ source: { id: functionName } }),
      });
    });
  }
}

const encoder = new TextEncoder();
const utf8Length = (text: string): number => encoder.encode(text).length;

/** Start-up and the results of custom functions are office.js's own batches, not the page's. */
function kindOf({ Actions, ObjectPaths }: RequestBody): BatchKind {
  const names = Object.values(ObjectPaths)
    .filter((path) => path.ObjectPathType === PathType.service)
    .map((path) => path.Name);
  if (names.includes(SERVICE.addinInternal)) return "startup";
  if (!names.includes(SERVICE.customFunctions)) return "batch";
  return Actions.some((action) => action.Name === "_SetOsfControlContainerReadyForCustomFunctions")
    ? "startup"
    : "functionResults";
}

/** The failing statement as a chain of names: `Worksheets.[Sheet1].GetRange(A1).Values`. */
function describe({ ObjectPaths }: RequestBody, pathId: number, name: string): string {
  const parts: string[] = name === "" ? [] : [name];
  let path = ObjectPaths[pathId];
  for (let depth = 0; path && depth < 30; depth++) {
    const args = (path.ArgumentInfo?.Arguments ?? [])
      .map((each) => (typeof each === "object" && each !== null ? "…" : String(each)))
      .join(", ");
    if (path.ObjectPathType === PathType.indexer) parts.unshift(`[${args}]`);
    else if (path.ObjectPathType === PathType.method) parts.unshift(`${path.Name}(${args})`);
    else if (path.ObjectPathType !== PathType.global) parts.unshift(path.Name);
    path = path.ParentObjectPathId === undefined ? undefined : ObjectPaths[path.ParentObjectPathId];
  }
  return parts.join(".");
}

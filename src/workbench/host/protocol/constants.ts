/**
 * Names for the numbers and strings that office.js and its host exchange.
 *
 * The protocol is undocumented; these were seen in `@microsoft/office-js@1.1.110` and hold for that build.
 */

/** Envelope: `_messageType`. */
export const MessageType = { request: 0, response: 1 } as const;

/** Envelope: `_actionType` of a request. */
export const EnvelopeAction = { invoke: 0, registerEvent: 1, unregisterEvent: 2 } as const;

/** Envelope: `_responseType` of a response. */
export const ResponseType = { call: 0, event: 1 } as const;

/** Envelope: `_errorCode` of a response: the channel's own errors, not Excel's. */
export const ChannelError = { none: 0, handlingRequest: -2 } as const;

/** Second entry of a `ContextActivationManager_notifyHost`: the keyboard leaves the page by Tab. office.js keeps Tab to itself within it. */
export const PageAction = { tabExit: 13, tabExitShift: 14 } as const;

/** `_data.DdaMethod.DispatchId` of an `executeMethod` request. */
export const Dispatch = {
  loadSettings: 75,
  saveSettings: 76,
  openDocumentCopy: 77,
  documentCopySlice: 80,
  closeDocumentCopy: 81,
  richApi: 93,
  commandCompleted: 94,
} as const;

/** Keys of what is asked of a copy of the document (fileType … sliceIndex), and of the answers. */
export const FileKey = {
  fileType: 0,
  sliceSize: 1,
  handle: 2,
  sliceIndex: 3,
  newHandle: 0,
  fileSize: 1,
  data: 0,
  dataSize: 1,
} as const;

/** Values of `FileKey.fileType`. */
export const FileType = { text: 0, compressed: 1, pdf: 2 } as const;

/** `Actions[].ActionType` of a rich-API request. */
export const ActionType = { instantiate: 1, query: 2, method: 3, setProperty: 4, trace: 5 } as const;

/** `ObjectPaths{}.ObjectPathType` of a rich-API request. */
export const PathType = { global: 1, service: 2, method: 3, property: 4, indexer: 5, reference: 6, null: 7 } as const;

/** First entry of a pushed rich-API message. */
export const MessageCategory = { customFunction: 1, workbookEvent: 65536 } as const;

/** Second entry of a pushed message about custom functions. */
export const FunctionMessage = { invoke: 1000, cancel: 1001 } as const;

/** Second entry of a pushed message about the workbook. */
export const WorkbookEvent = {
  changed: 10,
  activated: 11,
  deactivated: 12,
  added: 13,
  selectionChanged: 14,
  deleted: 15,
  rowSorted: 19,
  visibilityChanged: 65539,
} as const;

/** The target id office.js listens on for events of the whole workbook. */
export const WORKBOOK_TARGET = "Workbook";

/** Bits of the last item of the host-info string. */
const HostFlag = { sharedApp: 1, customFunctions: 2, publicAddin: 16 } as const;

/** Bits of the flags that come with a batch. */
export const RequestFlag = { delayForCellEdit: 64 } as const;

/** Numbers a whole request can fail with. */
export const RequestError = {
  internalError: 5001,
  inCellEditMode: 5004,
  requestPayloadSizeLimitExceeded: 5103,
  responsePayloadSizeLimitExceeded: 5104,
} as const;

/** What office.js makes of a failed request's number; used to name errors in the log. */
const REQUEST_ERROR_NAMES: Readonly<Record<number, string>> = {
  1014: "InvalidRequestContext",
  5004: "InvalidOperationInCellEditMode",
  5012: "InvalidOrTimedOutSession",
  5016: "WriteNotSupportedWhenModalDialogOpen",
  5102: "ActivityLimitReached",
  5103: "RequestPayloadSizeLimitExceeded",
  5104: "ResponsePayloadSizeLimitExceeded",
  7000: "AccessDenied",
};

/** The error code that office.js gives for a number of the protocol. */
export const requestErrorName = (number: number): string => REQUEST_ERROR_NAMES[number] ?? "GeneralException";

export const SERVICE = {
  customFunctions: "Microsoft.ExcelServices.CustomFunctions",
  addinInternal: "Microsoft.InternalService.AddinInternalService",
  appRuntime: "Microsoft.AppRuntime.AppRuntimeService",
  appRuntimePersistence: "Microsoft.AppRuntime.AppRuntimePersistenceService",
} as const;

/**
 * Requirement sets told to the page: those of a perpetual Office 2021, the oldest host in use.
 * `CustomFunctions` is the dialect of the protocol (results as arrays), not a set an add-in asks for.
 */
export const REQUIREMENT_SETS: Readonly<Record<string, string>> = {
  ExcelApi: "1.14",
  SharedRuntime: "1.1",
  CustomFunctions: "1.7",
  CustomFunctionsRuntime: "1.3",
  RichApiRuntime: "1.2",
  RichApiRuntimeFlag: "1.2",
  DialogApi: "1.2",
  RibbonApi: "1.1",
  Settings: "1.1",
  File: "1.1",
  CompressedFile: "1.1",
  AddinCommands: "1.3",
  DelayForCellEdit: "1.1",
};

export const CONVERSATION = "conversation1";
const CONTROL = "control1";

/** What the host writes into the frame's `name`; it must be there before office.js loads. */
export function frameName(hostOrigin: string, locale: string): string {
  const flags = HostFlag.sharedApp | HostFlag.customFunctions | HostFlag.publicAddin;
  return JSON.stringify({
    baseFrameName: "addin",
    hostInfo: ["Excel", "Web", "16.00", locale, "correlation", "", "disableLogging", flags].join("$"),
    xdmInfo: [CONVERSATION, CONTROL, hostOrigin].join("$"),
    serializerVersion: 1,
    flights: "[]",
  });
}

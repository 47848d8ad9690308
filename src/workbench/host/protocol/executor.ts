/** Runs one rich-API request body against a tree of host objects. */
import { HostError, invalid, Refused } from "./errors";
import { ActionType, PathType } from "./constants";
import { Args, isRecord, HostObject } from "./host-object";

interface ArgumentInfo {
  readonly Arguments?: readonly unknown[];
  readonly ReferencedObjectPathIds?: readonly unknown[];
}

export interface QueryInfo {
  readonly Select?: readonly string[];
  readonly Expand?: readonly string[];
  readonly Top?: number;
  readonly Skip?: number;
}

export interface RequestAction {
  readonly Id: number;
  readonly ActionType: number;
  readonly Name: string;
  readonly ObjectPathId: number;
  readonly ArgumentInfo?: ArgumentInfo;
  readonly QueryInfo?: QueryInfo;
}

export interface ObjectPath {
  readonly Id: number;
  readonly ObjectPathType: number;
  readonly Name: string;
  readonly ParentObjectPathId?: number;
  readonly ArgumentInfo?: ArgumentInfo;
}

export interface RequestBody {
  readonly Actions: readonly RequestAction[];
  readonly ObjectPaths: Readonly<Record<string, ObjectPath>>;
}

interface ActionResult {
  readonly ActionId: number;
  readonly Value: unknown;
}

interface ResponseError {
  readonly Code: string;
  readonly Message: string;
  readonly HttpStatusCode: number;
  readonly Location: string;
  readonly ActionIndex: number;
}

export interface ResponseBody {
  readonly Results: readonly ActionResult[];
  readonly Error?: ResponseError;
}

/** Names to read, as a tree: `format/fill/color` is {format: {fill: {color: {}}}}; `*` stands for all scalars. */
interface NameTree {
  [name: string]: NameTree;
}

type Resolve = (pathId: number) => HostObject | null;

/** Parses a request body; undefined when it is not one. */
export function parseRequest(text: string): RequestBody | undefined {
  let body: unknown;
  try {
    body = JSON.parse(text);
  } catch {
    return undefined;
  }
  if (!isRecord(body) || !Array.isArray(body.Actions) || !isRecord(body.ObjectPaths)) return undefined;
  return body as unknown as RequestBody;
}

/** Methods that leave the workbook as it is. */
const QUESTION = /^(Get|_|Activate$|Select$|Calculate$|SetInvocationArrayResults$)/;

/** Carries out requests of office.js, action by action, on the host's objects. */
export class Executor {
  private readonly objects = new Map<string, HostObject>();
  private readonly references = new Map<HostObject, string>();
  private nextReference = 1;

  /**
   * @param root the workbook
   * @param services objects that are made by name instead of being reached from the workbook
   * @param version minor part of the advertised ExcelApi
   * @param refuse told of everything asked for that is not implemented
   * @param wrote told when a property was set or a method called that is no question
   */
  constructor(
    private readonly root: HostObject,
    private readonly services: Readonly<Record<string, HostObject>>,
    private readonly version: number,
    private readonly refuse: (what: string) => void,
    private readonly wrote: () => void = () => undefined,
  ) {}

  /** How many references office.js keeps and has not given back. */
  get liveReferences(): number {
    return this.objects.size;
  }

  /** Carries out a request and gives its answer: the results so far, and the error of the action that failed. */
  execute(body: RequestBody): ResponseBody {
    const resolve = this.resolver(body);
    const results: ActionResult[] = [];
    for (const [index, action] of body.Actions.entries()) {
      try {
        results.push({ ActionId: action.Id, Value: this.run(action, resolve) ?? null });
      } catch (thrown) {
        // The model refuses impossible changes with a RangeError.
        const error = thrown instanceof RangeError ? invalid(thrown.message) : thrown;
        if (!(error instanceof HostError)) throw error;
        if (error instanceof Refused) this.refuse(error.message);
        // Excel, too, stops at the first failing action and keeps what was done before it.
        return {
          Results: results,
          Error: {
            Code: error.code,
            Message: error.message,
            HttpStatusCode: error.status,
            Location: action.Name || `action ${action.Id}`,
            ActionIndex: index,
          },
        };
      }
    }
    return { Results: results };
  }

  /** Every object path is walked once a request, however many actions use it. */
  private resolver(body: RequestBody): Resolve {
    const found = new Map<number, HostObject | null>();
    const resolve: Resolve = (pathId) => {
      const known = found.get(pathId);
      if (known !== undefined) return known;
      const path = body.ObjectPaths[pathId];
      if (!path) throw new HostError("InvalidObjectPath", `no object path ${pathId}`);
      const object = this.walk(path, resolve);
      found.set(pathId, object);
      return object;
    };
    return resolve;
  }

  private walk(path: ObjectPath, resolve: Resolve): HostObject | null {
    switch (path.ObjectPathType) {
      case PathType.global:
        return this.root;
      case PathType.service: {
        const service = this.services[path.Name];
        if (!service) throw new Refused(`service ${path.Name} is not implemented`);
        return service;
      }
      case PathType.reference: {
        const object = this.objects.get(path.Name);
        if (!object) throw new HostError("InvalidReference", `no reference ${path.Name}`);
        return object;
      }
      case PathType.null:
        // Its parent, if it names one, is stale and may not even be in the request.
        return null;
      case PathType.method:
      case PathType.property:
      case PathType.indexer:
        return this.walkFrom(path, resolve);
      default:
        throw new Refused(`object path type ${path.ObjectPathType} is not implemented`);
    }
  }

  private walkFrom(path: ObjectPath, resolve: Resolve): HostObject | null {
    if (path.ParentObjectPathId === undefined)
      throw new HostError("InvalidObjectPath", `object path ${path.Id} has no parent`);
    const parent = resolve(path.ParentObjectPathId);
    // Whatever hangs below a null object is null too.
    if (parent === null) return null;
    if (path.ObjectPathType === PathType.property) return parent.follow(path.Name, this.version);
    const args = readArguments(path.ArgumentInfo, resolve);
    if (path.ObjectPathType === PathType.indexer) return parent.byKey(args);
    const result = parent.invoke(path.Name, args, this.version);
    if (result === null || result === undefined || result instanceof HostObject) return result ?? null;
    throw new Error(`${parent.typeName}.${path.Name} gives no object`);
  }

  private run(action: RequestAction, resolve: Resolve): unknown {
    // A trace needs a result, though there is nothing to do: without one office.js never adds the event
    // handler whose registration it marks.
    if (action.ActionType === ActionType.trace) return null;
    const object = resolve(action.ObjectPathId);
    switch (action.ActionType) {
      case ActionType.instantiate:
        return this.identity(object);
      case ActionType.query:
        return object && { ...this.query(object, action.QueryInfo ?? {}), ...this.identity(object) };
      case ActionType.method:
        return this.runMethod(action, object, resolve);
      case ActionType.setProperty: {
        const target = notNull(object);
        const name = target.find("set", action.Name) ?? action.Name;
        target.write(name, readArguments(action.ArgumentInfo, resolve).value(0), this.version);
        this.wrote();
        return null;
      }
      default:
        throw new Refused(`action type ${action.ActionType} is not implemented`);
    }
  }

  private runMethod(action: RequestAction, object: HostObject | null, resolve: Resolve): unknown {
    if (action.Name === "_KeepReference") return this.keep(object);
    if (action.Name === "_RemoveReference") return this.forget(readArguments(action.ArgumentInfo, resolve).text(0));
    // A method of a null object does nothing
    if (object === null) return null;
    const result = object.invoke(action.Name, readArguments(action.ArgumentInfo, resolve), this.version);
    if (!QUESTION.test(action.Name)) this.wrote();
    return result instanceof HostObject ? this.identity(result) : result;
  }

  /** What office.js needs to find the object again: a reference, or a key for its parent's indexer. */
  private identity(object: HostObject | null): Record<string, unknown> | null {
    if (object === null) return null;
    const identity: Record<string, unknown> = {};
    // Types without a readable Id (a page break) take their key as _Id.
    if (object.id !== undefined) identity[object.find("get", "Id") ? "Id" : "_Id"] = object.id;
    const reference = this.references.get(object);
    if (reference !== undefined) identity._ReferenceId = reference;
    return identity;
  }

  private keep(object: HostObject | null): null {
    if (object === null || this.references.has(object)) return null;
    if (!object.tracked) throw new Refused(`${object.typeName}._KeepReference is not implemented`);
    const reference = `ref${this.nextReference++}`;
    this.objects.set(reference, object);
    this.references.set(object, reference);
    return null;
  }

  private forget(reference: string): null {
    const object = this.objects.get(reference);
    if (object) this.references.delete(object);
    this.objects.delete(reference);
    return null;
  }

  private query(object: HostObject, info: QueryInfo): Record<string, unknown> {
    const paths = [...(info.Select ?? []), ...(info.Expand ?? []).map((path) => `${path}/*`)];
    const tree = nameTree(paths.length > 0 ? paths : ["*"]);
    if (!object.isCollection) return this.read(object, tree);
    return this.readCollection(object, tree, info.Skip ?? 0, info.Top);
  }

  /** A collection's own scalars are asked for beside those of its items; `count` is the only one served. */
  private readCollection(collection: HostObject, tree: NameTree, skip = 0, top?: number): Record<string, unknown> {
    const { items: itemTree, ...rest } = tree;
    const own: Record<string, unknown> = {};
    const wanted: NameTree = {};
    for (const [name, subtree] of Object.entries({ ...rest, ...(itemTree ?? {}) })) {
      const member = collection.find("get", name);
      if (member === undefined) wanted[name] = subtree;
      else own[member] = collection.read(member, this.version);
    }
    if (Object.keys(wanted).length === 0 && !itemTree) return own;
    const items = collection.items().slice(skip, top === undefined ? undefined : skip + top);
    const leaves = Object.keys(wanted).length > 0 ? wanted : { "*": {} };
    return { ...own, _Items: items.map((item) => ({ ...this.read(item, leaves), _Id: item.id })) };
  }

  private read(object: HostObject, tree: NameTree): Record<string, unknown> {
    const values: Record<string, unknown> = {};
    for (const [name, subtree] of Object.entries(tree)) {
      if (name === "*") {
        for (const scalar of object.scalars(this.version)) values[scalar] = object.read(scalar, this.version);
        continue;
      }
      const scalar = object.find("get", name);
      if (scalar !== undefined) {
        values[scalar] = object.read(scalar, this.version);
        continue;
      }
      const member = object.find("link", name) ?? name;
      const target = object.follow(member, this.version);
      const leaves = Object.keys(subtree).length > 0 ? subtree : { "*": {} };
      if (target === null) values[member] = null;
      else values[member] = target.isCollection ? this.readCollection(target, leaves) : this.read(target, leaves);
    }
    return values;
  }
}

function nameTree(paths: readonly string[]): NameTree {
  const tree: NameTree = {};
  for (const path of paths) {
    let node = tree;
    for (const part of path.split("/")) node = node[part] ??= {};
  }
  return tree;
}

function notNull(object: HostObject | null): HostObject {
  if (object === null) throw new HostError("InvalidObjectPath", "the object is a null object");
  return object;
}

/** Arguments that are objects arrive as path ids, either in a parallel list or inside the values. */
function readArguments(info: ArgumentInfo | undefined, resolve: Resolve): Args {
  const beside = (value: unknown, pathId: unknown): unknown => {
    if (Array.isArray(pathId))
      return Array.isArray(value) ? value.map((each, index) => beside(each, pathId[index])) : value;
    return typeof pathId === "number" && pathId > 0 ? resolve(pathId) : value;
  };
  const pathIds = info?.ReferencedObjectPathIds;
  return new Args(
    (info?.Arguments ?? []).map((value, index) =>
      pathIds?.[index] ? beside(value, pathIds[index]) : inside(value, resolve),
    ),
  );
}

/** Replaces `{_ObjectPathId}` anywhere inside plain data; data without one (grids of values) is not copied. */
function inside(value: unknown, resolve: Resolve): unknown {
  if (Array.isArray(value)) {
    // Values of ranges are grids of scalars: nothing to look for, and they are big.
    return value.some((each) => typeof each === "object" && each !== null)
      ? value.map((each: unknown) => inside(each, resolve))
      : value;
  }
  if (!isRecord(value)) return value;
  if (typeof value._ObjectPathId === "number") return resolve(value._ObjectPathId);
  return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, inside(each, resolve)]));
}

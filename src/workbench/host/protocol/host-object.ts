/**
 * Host objects: what a rich-API request may touch.
 *
 * Each kind of object declares its members in one table; nothing that is not in the table can be reached, so a gap is
 * always loud. Member names are PascalCase, as in the protocol; `load()` asks for them in camelCase.
 */
import { invalid, Refused } from "./errors";

/** A member with the first version that has it: 9 stands for ExcelApi 1.9. */
interface Member<F> {
  readonly since: number;
  readonly run: F;
}

export type GetterMember<T> = Member<(self: T) => unknown>;
export type SetterMember<T> = Member<(self: T, value: unknown) => void>;
export type NavigationMember<T> = Member<(self: T) => HostObject | null>;
export interface MethodMember<T> extends Member<(self: T, args: Args) => unknown> {
  /** How many arguments are understood; one more that is not null is refused. */
  readonly takes: number;
}

export interface MemberTable<T> {
  readonly name: string;
  /** Types that office.js tracks with `_KeepReference`. */
  readonly tracked?: boolean;
  readonly get?: Readonly<Record<string, GetterMember<T>>>;
  readonly set?: Readonly<Record<string, SetterMember<T>>>;
  readonly link?: Readonly<Record<string, NavigationMember<T>>>;
  readonly call?: Readonly<Record<string, MethodMember<T>>>;
  /** Key by which the parent's indexer finds the object again. */
  readonly id?: (self: T) => string | number;
  readonly items?: (self: T) => readonly HostObject[];
  readonly byKey?: (self: T, args: Args) => HostObject | null;
}

/**
 * A type that other types name before its members are known: a range gives its worksheet and a worksheet gives ranges,
 * and yet no file imports the one that imports it.
 */
export class DeclaredType<T> {
  private table: MemberTable<T> | null = null;

  constructor(readonly name: string) {}

  /** Says which members the type has; called once. */
  define(table: Omit<MemberTable<T>, "name">): void {
    this.table = { name: this.name, ...table };
  }

  get members(): MemberTable<T> {
    if (this.table === null) throw new Error(`the type ${this.name} has no members`);
    return this.table;
  }
}

/** A type of objects: its table of members, or its name where the table is defined elsewhere. */
export type HostType<T> = MemberTable<T> | DeclaredType<T>;

const tableOf = <T>(type: HostType<T>): MemberTable<T> => (type instanceof DeclaredType ? type.members : type);

/** A property that can be read. `since`: the version of ExcelApi that has it, 9 for 1.9. */
export const get = <T>(run: (self: T) => unknown, since = 1): GetterMember<T> => ({ run, since });
/** A property that can be written. */
export const set = <T>(run: (self: T, value: unknown) => void, since = 1): SetterMember<T> => ({ run, since });
/** A property that gives another object; null where there is none. */
export const link = <T>(run: (self: T) => HostObject | null, since = 1): NavigationMember<T> => ({ run, since });
/** A method that understands `takes` arguments; one more that is not null is refused. */
export const call = <T>(takes: number, run: (self: T, args: Args) => unknown, since = 1): MethodMember<T> => ({
  takes,
  run,
  since,
});

/** The minor part of a version such as "1.14"; the major part of ExcelApi has always been 1. */
export const minorVersion = (version: string): number => Number(version.split(".")[1] ?? "0");

type MemberKind = "get" | "set" | "link" | "call";

/** An object of the add-in's object model: a table of members and the thing they work on. */
export class HostObject {
  private constructor(
    private readonly table: MemberTable<unknown>,
    readonly target: unknown,
  ) {}

  /** The only way in, so that a table always meets the target it was written for. */
  static of<T>(type: HostType<T>, target: T): HostObject {
    return new HostObject(tableOf(type) as MemberTable<unknown>, target);
  }

  get typeName(): string {
    return this.table.name;
  }

  get tracked(): boolean {
    return this.table.tracked === true;
  }

  get id(): string | number | undefined {
    return this.table.id?.(this.target);
  }

  get isCollection(): boolean {
    return this.table.items !== undefined;
  }

  /** The target, if the object is of the given kind. */
  as<T>(type: HostType<T>): T {
    const table = tableOf(type);
    if (this.table !== (table as MemberTable<unknown>))
      throw invalid(`a ${table.name} is wanted here, not a ${this.typeName}`);
    return this.target as T;
  }

  /** True for an object of this type. */
  is(table: { readonly name: string }): boolean {
    return this.table.name === table.name;
  }

  /** The items of a collection. Refused for an object that is none. */
  items(): readonly HostObject[] {
    if (!this.table.items) throw new Refused(`${this.typeName} has no items`);
    return this.table.items(this.target);
  }

  /** The item with this key; null where there is none. */
  byKey(args: Args): HostObject | null {
    if (!this.table.byKey) throw new Refused(`${this.typeName} has no indexer`);
    return this.table.byKey(this.target, args);
  }

  /** The protocol spelling of a member, or undefined. */
  find(kind: MemberKind, name: string): string | undefined {
    const members = this.table[kind];
    if (!members) return undefined;
    if (Object.hasOwn(members, name)) return name;
    const wanted = name.toLowerCase();
    return Object.keys(members).find((each) => each.toLowerCase() === wanted);
  }

  /** Names that `load()` without names reads: the scalars the advertised version has. */
  scalars(version: number): string[] {
    return Object.entries(this.table.get ?? {})
      .filter(([, member]) => member.since <= version)
      .map(([name]) => name);
  }

  /** Reads a property. Throws Refused where the type, or its version, does not have it. */
  read(name: string, version: number): unknown {
    return this.member("get", name, version).run(this.target) ?? null;
  }

  /** Writes a property. Throws Refused where the type, or its version, does not have it. */
  write(name: string, value: unknown, version: number): void {
    this.member("set", name, version).run(this.target, value);
  }

  /** The object behind a property. Throws Refused where the type, or its version, does not have it. */
  follow(name: string, version: number): HostObject | null {
    return this.member("link", name, version).run(this.target);
  }

  /** Calls a method. Throws Refused where the type, or its version, does not have it. */
  invoke(name: string, args: Args, version: number): unknown {
    const member = this.member("call", name, version);
    args.refuseBeyond(member.takes, `${this.typeName}.${name}`);
    return member.run(this.target, args);
  }

  private member<K extends MemberKind>(
    kind: K,
    name: string,
    version: number,
  ): NonNullable<MemberTable<unknown>[K]>[string] {
    const found = this.find(kind, name);
    const members = this.table[kind] as
      Readonly<Record<string, NonNullable<MemberTable<unknown>[K]>[string]>> | undefined;
    const member = found === undefined ? undefined : members?.[found];
    if (!member) throw new Refused(`${this.typeName}.${name} is not implemented (${KIND_WORD[kind]})`);
    if (member.since > version) {
      throw new Refused(
        `${this.typeName}.${name} came with ExcelApi 1.${member.since}, and only 1.${version} is advertised`,
      );
    }
    return member;
  }
}

const KIND_WORD: Readonly<Record<MemberKind, string>> = {
  get: "reading",
  set: "writing",
  link: "object",
  call: "method",
};

/** The arguments of a call, read with the type they must have. Arguments left out arrive as null. */
export class Args {
  constructor(private readonly values: readonly unknown[]) {}

  /** Throws Refused for an argument beyond the first `count` that is not null. */
  refuseBeyond(count: number, what: string): void {
    const extra = this.values.findIndex((value, index) => index >= count && value !== null && value !== undefined);
    if (extra >= 0) throw new Refused(`argument ${extra + 1} of ${what} is not implemented`);
  }

  value(index: number): unknown {
    return this.values[index] ?? null;
  }

  has(index: number): boolean {
    return this.value(index) !== null;
  }

  text(index: number): string {
    return asText(this.value(index), `argument ${index + 1}`);
  }

  optionalText(index: number): string | null {
    return this.has(index) ? this.text(index) : null;
  }

  number(index: number): number {
    return asNumber(this.value(index), `argument ${index + 1}`);
  }

  optionalNumber(index: number): number | null {
    return this.has(index) ? this.number(index) : null;
  }

  flag(index: number): boolean {
    return this.has(index) ? asFlag(this.value(index), `argument ${index + 1}`) : false;
  }

  key(index: number): string | number {
    const value = this.value(index);
    if (typeof value === "string" || typeof value === "number") return value;
    throw invalid(`argument ${index + 1} must be a name or an id`);
  }

  object(index: number): HostObject | null {
    const value = this.value(index);
    return value instanceof HostObject ? value : null;
  }
}

/** A text. Throws `InvalidArgument` for anything else; `what` names it. */
export function asText(value: unknown, what: string): string {
  if (typeof value === "string") return value;
  throw invalid(`${what} must be a text`);
}

/** A finite number. Throws `InvalidArgument` for anything else. */
export function asNumber(value: unknown, what: string): number {
  if (typeof value === "number" && Number.isFinite(value)) return value;
  throw invalid(`${what} must be a number`);
}

/** True or false. Throws `InvalidArgument` for anything else. */
export function asFlag(value: unknown, what: string): boolean {
  if (typeof value === "boolean") return value;
  throw invalid(`${what} must be true or false`);
}

/** An object with properties. Throws `InvalidArgument` for anything else. */
export function asRecord(value: unknown, what: string): Record<string, unknown> {
  if (isRecord(value)) return value;
  throw invalid(`${what} must be an object`);
}

/** True for an object that is no array. */
export const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** Refuses the members of an options object that nobody implemented. */
export function onlyKeys(record: Record<string, unknown>, known: readonly string[], what: string): void {
  for (const [key, value] of Object.entries(record)) {
    if (value !== null && value !== undefined && !known.includes(key))
      throw new Refused(`${what}.${key} is not implemented`);
  }
}

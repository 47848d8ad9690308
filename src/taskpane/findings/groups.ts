/** Findings in groups that can be folded: by person, code or clause. A row is a group's head or one of its findings. */
import type { Finding } from "../../review/types";
import { SEVERITIES, type FindingIndex } from "./search";

export const GROUPINGS = ["none", "person", "code", "clause"] as const;
export type Grouping = (typeof GROUPINGS)[number];

export interface Group {
  readonly key: string;
  /** Its first finding, from which the group's name is made. */
  readonly first: Finding;
  /** Indices of its findings, gravest first. */
  readonly items: number[];
}

/** The key of the group that a finding belongs to. */
export function keyIn(grouping: Grouping, finding: Finding): string {
  switch (grouping) {
    case "none":
      return "";
    case "person":
      return finding.registrationNo ?? "";
    case "code":
      return finding.code;
    case "clause":
      return finding.clause;
  }
}

/** People in the order of 人员信息, what belongs to nobody before them; codes the gravest first; clauses the most frequent first. */
export function orderedGroups(
  groups: ReadonlyMap<string, Group>,
  grouping: Grouping,
  { review }: FindingIndex,
): readonly Group[] {
  const all = [...groups.values()];
  if (grouping === "person") {
    const places = new Map(review.people.map(({ registrationNo }, at) => [registrationNo, at]));
    const placeOf = ({ key }: Group): number => (key === "" ? -1 : (places.get(key) ?? places.size));
    return all.sort((one, other) => placeOf(one) - placeOf(other));
  }
  const graveness = ({ first }: Group): number => (grouping === "code" ? SEVERITIES.indexOf(first.severity) : 0);
  return all.sort((one, other) => graveness(one) - graveness(other) || other.items.length - one.items.length);
}

type ListRow =
  | { readonly kind: "group"; readonly group: Group; readonly folded: boolean }
  | { readonly kind: "finding"; readonly index: number };

/** The rows of a list by index; none is made before it is asked for. */
export interface ListRows {
  readonly count: number;
  readonly at: (row: number) => ListRow | undefined;
  /** Where a finding stands; its group's head while that is folded. -1: not in the list. */
  readonly rowOf: (index: number) => number;
}

/** The rows of a list without groups. */
export function plainRows(found: readonly number[]): ListRows {
  return {
    count: found.length,
    at: (row) => {
      const index = found[row];
      return index === undefined ? undefined : { kind: "finding", index };
    },
    rowOf: (index) => found.indexOf(index),
  };
}

/** The rows of a list with groups: each group's head, and its findings unless it is folded. */
export function groupedRows(groups: readonly Group[], folded: ReadonlySet<string>): ListRows {
  const starts: number[] = [];
  let count = 0;
  for (const { key, items } of groups) {
    starts.push(count);
    count += 1 + (folded.has(key) ? 0 : items.length);
  }
  return {
    count,
    at: (row) => {
      const place = lastAtMost(starts, row);
      const group = groups[place];
      if (group === undefined || row < 0 || row >= count) return undefined;
      const index = group.items[row - (starts[place] ?? 0) - 1];
      return index === undefined ? { kind: "group", group, folded: folded.has(group.key) } : { kind: "finding", index };
    },
    rowOf: (index) => {
      const at = groups.findIndex(({ items }) => items.includes(index));
      const group = groups[at];
      if (group === undefined) return -1;
      return (starts[at] ?? 0) + (folded.has(group.key) ? 0 : 1 + group.items.indexOf(index));
    },
  };
}

/** Position of the last start that is not above `row`. */
function lastAtMost(starts: readonly number[], row: number): number {
  let low = 0;
  let high = starts.length - 1;
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if ((starts[middle] ?? 0) <= row) low = middle;
    else high = middle - 1;
  }
  return low;
}

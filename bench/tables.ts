/** The figures of a run as Markdown tables, readable on a terminal too. */
import type { BenchResult, ContenderResult, EverythingResult, MemoryResult, Times } from "./results";

/** Three digits that mean something. */
export function figure(value: number): string {
  if (!Number.isFinite(value)) return "–";
  if (value >= 100) return Math.round(value).toLocaleString("en-US").replaceAll(",", " ");
  return value >= 10 ? value.toFixed(1) : value.toPrecision(2);
}

export const count = (value: number): string => value.toLocaleString("en-US").replaceAll(",", " ");

const spread = ({ median, min, max, rounds }: Times): string =>
  rounds === 1 ? `${figure(median)} (once)` : `${figure(median)} (${figure(min)}–${figure(max)})`;

function table(header: readonly string[], lines: readonly (readonly string[])[]): string {
  const widths = header.map((cell, column) => Math.max(cell.length, ...lines.map((line) => line[column]?.length ?? 0)));
  const line = (cells: readonly string[]): string =>
    `| ${cells.map((cell, column) => (column === 0 ? cell.padEnd(widths[column] ?? 0) : cell.padStart(widths[column] ?? 0))).join(" | ")} |`;
  return [
    line(header),
    `|${widths.map((width, column) => (column === 0 ? "-".repeat(width + 2) : `${"-".repeat(width + 1)}:`)).join("|")}|`,
    ...lines.map(line),
  ].join("\n");
}

export function everythingTable(everything: readonly EverythingResult[]): string {
  return table(
    ["records", "people", "findings", "read, ms", "review, ms", "both, ms", "first time, ms"],
    everything.map((each) => [
      count(each.records),
      count(each.people),
      count(each.findings),
      spread(each.read),
      spread(each.review),
      spread(each.both),
      figure(each.first.read + each.first.review),
    ]),
  );
}

export function memoryTable(memory: readonly MemoryResult[]): string {
  return table(
    [
      "records",
      "live: cells, MB",
      "+ submission, MB",
      "+ review, MB",
      "least heap limit, MB",
      "peak of the process, MB",
      "cells let go: live, MB",
      "least limit, MB",
      "peak, MB",
    ],
    memory.map(({ records, kept, dropped }) => [
      count(records),
      ...[
        kept.heap.cells,
        kept.heap.submission,
        kept.heap.review,
        kept.limit,
        kept.peakRss,
        dropped.heap.review,
        dropped.limit,
        dropped.peakRss,
      ].map(count),
    ]),
  );
}

export function subsetTable({ versus }: BenchResult): string {
  const line = (records: number, { name, times, perRecord, timesOurs }: ContenderResult): string[] => [
    name,
    count(records),
    spread(times),
    figure(perRecord),
    `${figure(timesOurs)} ×`,
  ];
  return table(
    ["", "records", "ms", "ns a record", "of ours"],
    versus.sizes.flatMap(({ records, contenders }) => contenders.map((each) => line(records, each))),
  );
}

export function waysTable({ versus }: BenchResult): string {
  return table(
    ["way of driving an engine", "ns a record"],
    versus.ways.map(({ name, perRecord }) => [name, figure(perRecord)]),
  );
}

export const isEngine = (name: string): boolean => /engine/u.test(name);

/** How many times as long as our core the quicker engine takes, size by size. */
export function ratios({ versus }: BenchResult): { records: number; engine: string; ratio: number }[] {
  return versus.sizes.flatMap(({ records, contenders }) => {
    const [quicker] = contenders.filter(({ name }) => isEngine(name)).sort((a, b) => a.times.median - b.times.median);
    return quicker ? [{ records, engine: quicker.name, ratio: quicker.timesOurs }] : [];
  });
}

export function machineLine({ machine, versus }: BenchResult): string {
  const versions = Object.entries(versus.versions)
    .map(([name, version]) => `${name} ${version}`)
    .join(", ");
  return `${machine.cpu}, ${machine.cores} cores, ${machine.memory} GB; ${machine.system}; Node ${machine.node}; ${versions}; load when it began ${machine.load}`;
}

/** Said of a run on a machine that had other work. */
export function busyLine({ machine }: BenchResult): string[] {
  return machine.load > machine.cores / 2
    ? [
        `**The machine was busy with other work (load ${machine.load} on ${machine.cores} cores): times and ratios of this run are not to be relied on; memory is.**`,
      ]
    : [];
}

export function tables(result: BenchResult): string {
  const { everything, memory, versus } = result;
  return [
    machineLine(result),
    ...busyLine(result),
    "### Everything: read and review",
    everythingTable(everything),
    memoryTable(memory),
    `### The subset, beside two engines and a loop by hand`,
    `All agree on ${count(versus.compared.generated)} generated records and ${versus.compared.golden} golden ones.`,
    subsetTable(result),
    waysTable(result),
    ...ratios(result).map(
      ({ records, engine, ratio }) =>
        `${count(records)} records: the quicker engine (${engine}) takes ${figure(ratio)} times as long as ours.`,
    ),
  ].join("\n\n");
}

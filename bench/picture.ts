/** Time and memory against records, both axes logarithmic, as SVG without any dependency. A straight line of slope 1 is dashed. */
import type { BenchResult } from "./results";
import { count } from "./tables";

interface Point {
  readonly x: number;
  readonly y: number;
}
interface Line {
  readonly name: string;
  readonly colour: string;
  readonly points: readonly Point[];
}
interface Panel {
  readonly title: string;
  readonly unit: string;
  readonly lines: readonly Line[];
  /** The dashed line of slope 1 goes a little above this point. */
  readonly through: Point | undefined;
}

const WIDTH = 380;
const HEIGHT = 420;
const BOX = { left: 62, top: 36, right: 34, bottom: 116 } as const;
const COLOURS = { ours: "#0b5cad", second: "#b3541e", third: "#2e7d32", fourth: "#7b1fa2" } as const;
const INK = "#333333";
const FONT = 'font-family="Segoe UI, Helvetica, Arial, sans-serif"';

const escape = (text: string): string => text.replaceAll("&", "&amp;").replaceAll("<", "&lt;");
const round = (value: number): number => Math.round(value * 10) / 10;

/** 1, 1 000, 10⁻² … as it stands beside an axis. */
function tick(exponent: number): string {
  return exponent < 0
    ? (10 ** exponent).toFixed(-exponent)
    : exponent > 5
      ? `${count(10 ** (exponent - 6))} M`
      : count(10 ** exponent);
}

function panel({ title, unit, lines, through }: Panel, offset: number): string {
  const points = lines.flatMap((line) => line.points);
  const span = (values: readonly number[]): [number, number] => [
    Math.floor(Math.log10(Math.min(...values)) + 1e-9),
    Math.max(Math.ceil(Math.log10(Math.max(...values)) - 1e-9), Math.floor(Math.log10(Math.min(...values)) + 1e-9) + 1),
  ];
  const [left, right] = span(points.map((point) => point.x));
  const [bottom, top] = span(points.map((point) => point.y));
  const width = WIDTH - BOX.left - BOX.right;
  const height = HEIGHT - BOX.top - BOX.bottom;
  const x = (value: number): number => round(offset + BOX.left + ((Math.log10(value) - left) / (right - left)) * width);
  const y = (value: number): number =>
    round(BOX.top + height - ((Math.log10(value) - bottom) / (top - bottom)) * height);
  const parts: string[] = [
    `<text x="${offset + BOX.left}" y="22" font-size="14" font-weight="600" fill="${INK}">${escape(`${title}, ${unit}`)}</text>`,
  ];
  for (let exponent = left; exponent <= right; exponent++) {
    parts.push(
      `<path d="M${x(10 ** exponent)} ${BOX.top}v${height}" stroke="#e3e3e3"/>`,
      `<text x="${x(10 ** exponent)}" y="${BOX.top + height + 17}" text-anchor="middle" font-size="11" fill="${INK}">${tick(exponent)}</text>`,
    );
  }
  for (let exponent = bottom; exponent <= top; exponent++) {
    parts.push(
      `<path d="M${offset + BOX.left} ${y(10 ** exponent)}h${width}" stroke="#e3e3e3"/>`,
      `<text x="${offset + BOX.left - 7}" y="${y(10 ** exponent) + 4}" text-anchor="end" font-size="11" fill="${INK}">${tick(exponent)}</text>`,
    );
  }
  parts.push(
    `<text x="${offset + BOX.left + width / 2}" y="${BOX.top + height + 34}" text-anchor="middle" font-size="12" fill="${INK}">records</text>`,
  );
  if (through) {
    // Clipped to the box: as far as slope 1 stays inside it
    const shift = Math.log10(2 * through.y) - Math.log10(through.x);
    const from = Math.max(left, bottom - shift);
    const to = Math.min(right, top - shift);
    parts.push(
      `<path d="M${x(10 ** from)} ${y(10 ** (from + shift))}L${x(10 ** to)} ${y(10 ** (to + shift))}" stroke="#888888" stroke-dasharray="5 4" fill="none"/>`,
    );
  }
  lines.forEach(({ name, colour, points: own }, index) => {
    parts.push(
      `<path d="${own.map((point, at) => `${at === 0 ? "M" : "L"}${x(point.x)} ${y(point.y)}`).join("")}" stroke="${colour}" stroke-width="2" fill="none"/>`,
    );
    for (const point of own) parts.push(`<circle cx="${x(point.x)}" cy="${y(point.y)}" r="3.5" fill="${colour}"/>`);
    const at = BOX.top + height + 50 + index * 16;
    parts.push(
      `<path d="M${offset + BOX.left + 8} ${at}h18" stroke="${colour}" stroke-width="2.5"/>`,
      `<text x="${offset + BOX.left + 31}" y="${at + 4}" font-size="11.5" fill="${INK}">${escape(name)}</text>`,
    );
  });
  return parts.join("\n");
}

export function picture({ everything, memory, versus }: BenchResult): string {
  const line = <T>(name: string, colour: string, from: readonly T[], point: (each: T) => Point): Line => ({
    name,
    colour,
    points: from.map(point),
  });
  const timing = [
    line("read and review", COLOURS.ours, everything, (each) => ({ x: each.records, y: each.both.median })),
    line("of it read", COLOURS.second, everything, (each) => ({ x: each.records, y: each.read.median })),
  ];
  const holding =
    // A case a line
    // prettier-ignore
    [
    line("peak of the process, cells kept", COLOURS.ours, memory, (each) => ({ x: each.records, y: each.kept.peakRss })),
    line("cells let go after reading", COLOURS.third, memory, (each) => ({ x: each.records, y: each.dropped.peakRss })),
    line("live at the end, cells kept", COLOURS.second, memory, (each) => ({ x: each.records, y: each.kept.heap.review })),
  ];
  const palette = [COLOURS.ours, COLOURS.third, COLOURS.fourth, COLOURS.second];
  const names = versus.sizes[0]?.contenders.map((each) => each.name) ?? [];
  const beside = names.map((name, index): Line => ({
    name: name.replace(/,.*/u, ""),
    colour: palette[index] ?? INK,
    points: versus.sizes.flatMap(({ records, contenders }) =>
      contenders.filter((each) => each.name === name).map((each) => ({ x: records, y: each.times.median })),
    ),
  }));
  const panels: Panel[] = [
    { title: "Everything: time", unit: "ms", lines: timing, through: timing[0]?.points.at(-1) },
    { title: "Everything: memory", unit: "MB", lines: holding, through: holding[0]?.points.at(-1) },
    { title: "The subset, beside two engines", unit: "ms", lines: beside, through: beside[0]?.points.at(-1) },
  ];
  const width = WIDTH * panels.length;
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${HEIGHT}" width="${width}" height="${HEIGHT}" ${FONT} role="img">`,
    "<title>Time and memory against the number of records, both axes logarithmic; dashed: a straight line of slope 1</title>",
    `<rect width="${width}" height="${HEIGHT}" fill="#ffffff"/>`,
    ...panels.map((each, index) => panel(each, index * WIDTH)),
    "</svg>",
    "",
  ].join("\n");
}

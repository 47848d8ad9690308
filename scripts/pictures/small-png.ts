/** Makes a PNG small: at most 256 colours, each pixel a place in the palette. Screens and print have few colours besides the edges of letters. */
import { crc32, deflateSync, inflateSync } from "node:zlib";

const SIGNATURE = Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a);
const GREATEST_PALETTE = 256;

interface Pixels {
  readonly width: number;
  readonly height: number;
  /** 0xRRGGBB, line by line. */
  readonly colours: Uint32Array;
}

/** What browsers and poppler write: 8 bits a channel, RGB or RGBA (opaque), not interlaced. */
function decode(png: Buffer): Pixels {
  const [width, height, bits, kind, interlaced] = [
    png.readUInt32BE(16),
    png.readUInt32BE(20),
    png[24],
    png[25],
    png[28],
  ];
  if (bits !== 8 || (kind !== 2 && kind !== 6) || interlaced !== 0)
    throw new Error("only RGB and RGBA of 8 bits a channel are read");
  const parts: Buffer[] = [];
  for (let at = SIGNATURE.length; at < png.length; at += png.readUInt32BE(at) + 12) {
    if (png.toString("latin1", at + 4, at + 8) === "IDAT")
      parts.push(png.subarray(at + 8, at + 8 + png.readUInt32BE(at)));
  }
  const step = kind === 6 ? 4 : 3;
  const bytes = unfilter(inflateSync(Buffer.concat(parts)), width * step, height, step);
  const colours = Uint32Array.from(
    { length: width * height },
    (_, at) => ((bytes[at * step] ?? 0) << 16) | ((bytes[at * step + 1] ?? 0) << 8) | (bytes[at * step + 2] ?? 0),
  );
  return { width, height, colours };
}

/** Each line says how its bytes were told by those on the left and above (PNG, chapter 9). */
function unfilter(raw: Buffer, stride: number, height: number, step: number): Uint8Array {
  const out = new Uint8Array(stride * height);
  for (let y = 0; y < height; y += 1) {
    const filter = raw[y * (stride + 1)];
    for (let x = 0; x < stride; x += 1) {
      const at = y * stride + x;
      const left = x >= step ? (out[at - step] ?? 0) : 0;
      const up = y > 0 ? (out[at - stride] ?? 0) : 0;
      const upLeft = x >= step && y > 0 ? (out[at - stride - step] ?? 0) : 0;
      const guess = [0, left, up, (left + up) >> 1, paeth(left, up, upLeft)][filter ?? 0] ?? 0;
      out[at] = (raw[y * (stride + 1) + 1 + x] ?? 0) + guess;
    }
  }
  return out;
}

function paeth(left: number, up: number, upLeft: number): number {
  const [toLeft, toUp, toUpLeft] = [Math.abs(up - upLeft), Math.abs(left - upLeft), Math.abs(left + up - 2 * upLeft)];
  if (toLeft <= toUp && toLeft <= toUpLeft) return left;
  return toUp <= toUpLeft ? up : upLeft;
}

/** The most frequent colours; of those that nearly look the same, one. */
function paletteOf(colours: Uint32Array): readonly number[] {
  const counts = new Map<number, number>();
  for (const colour of colours) counts.set(colour, (counts.get(colour) ?? 0) + 1);
  const byCount = [...counts].sort(([, one], [, other]) => other - one).map(([colour]) => colour);
  if (byCount.length <= GREATEST_PALETTE) return byCount;
  const looks = new Map<number, number>();
  for (const colour of byCount) {
    const look = colour & 0xf8f8f8;
    if (!looks.has(look)) looks.set(look, colour);
  }
  return [...looks.values()].slice(0, GREATEST_PALETTE);
}

function distance(one: number, other: number): number {
  const [red, green, blue] = [
    (one >> 16) - (other >> 16),
    ((one >> 8) & 255) - ((other >> 8) & 255),
    (one & 255) - (other & 255),
  ];
  return red * red + green * green + blue * blue;
}

function nearest(colour: number, palette: readonly number[]): number {
  let best = 0;
  for (let at = 1; at < palette.length; at += 1)
    if (distance(colour, palette[at] ?? 0) < distance(colour, palette[best] ?? 0)) best = at;
  return best;
}

function chunk(name: string, data: Uint8Array): Buffer {
  const body = Buffer.concat([Buffer.from(name, "latin1"), data]);
  const framed = Buffer.alloc(body.length + 8);
  framed.writeUInt32BE(data.length, 0);
  body.copy(framed, 4);
  framed.writeUInt32BE(crc32(body), body.length + 4);
  return framed;
}

/** The same picture, in a palette. */
export function smallPng(png: Buffer): Buffer {
  const { width, height, colours } = decode(png);
  const palette = paletteOf(colours);
  const places = new Map(palette.map((colour, place) => [colour, place]));
  const lines = Buffer.alloc((width + 1) * height); // each line begins with 0: not filtered
  colours.forEach((colour, at) => {
    const place = places.get(colour) ?? nearest(colour, palette);
    places.set(colour, place);
    lines[at + Math.floor(at / width) + 1] = place;
  });
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([8, 3, 0, 0, 0], 8);
  return Buffer.concat([
    SIGNATURE,
    chunk("IHDR", header),
    chunk("PLTE", Uint8Array.from(palette.flatMap((colour) => [colour >> 16, (colour >> 8) & 255, colour & 255]))),
    chunk("IDAT", deflateSync(lines, { level: 9 })),
    chunk("IEND", new Uint8Array()),
  ]);
}

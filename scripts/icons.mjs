/**
 * Draws the add-in's icons into assets/icons. `node scripts/icons.mjs`; with `--sheet OUT.png` also one picture of all of
 * them, on light and dark ribbons and with the small ones magnified, to be looked at.
 *
 * An icon is a list of layers over a square of pixels: a colour and a distance (negative inside), sampled 8 × 8 a pixel.
 * Hand-made so that no picture library is needed: the PNG is written with node:zlib alone.
 *
 * Each icon is drawn twice: on a grid of 16 for 16, 20 and 24 pixels, with few strokes, and on a grid of 32 for the rest.
 * Straight edges lie on whole pixels at every size. Whatever is drawn in ink stands on white of its own, because a
 * ribbon may be black; the one accent is seen on both.
 */
import { mkdirSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { deflateSync } from "node:zlib";

const SIZES = [16, 20, 24, 32, 40, 48, 64, 80];
const LARGEST_SMALL = 24;
const SAMPLES = 8;

const INK = [50, 49, 48];
const WHITE = [255, 255, 255];
const ACCENT = [43, 124, 211];

// Shapes: (x, y) → distance in pixels, negative inside.
const circle = (cx, cy, r) => (x, y) => Math.hypot(x - cx, y - cy) - r;
const box =
  (x0, y0, x1, y1, r = 0) =>
  (x, y) => {
    const dx = Math.abs(x - (x0 + x1) / 2) - (x1 - x0) / 2 + r;
    const dy = Math.abs(y - (y0 + y1) / 2) - (y1 - y0) / 2 + r;
    return Math.hypot(Math.max(dx, 0), Math.max(dy, 0)) + Math.min(Math.max(dx, dy), 0) - r;
  };
const segment = (x, y, [x0, y0], [x1, y1]) => {
  const [ex, ey] = [x1 - x0, y1 - y0];
  const along = Math.min(1, Math.max(0, ((x - x0) * ex + (y - y0) * ey) / (ex * ex + ey * ey)));
  return Math.hypot(x - x0 - along * ex, y - y0 - along * ey);
};
/** A pen drawn along points, with round ends. */
const stroke =
  (width, ...points) =>
  (x, y) =>
    Math.min(...points.slice(1).map((point, at) => segment(x, y, points[at], point))) - width / 2;
const polygon =
  (...points) =>
  (x, y) => {
    let inside = false;
    let distance = Infinity;
    points.forEach((to, at) => {
      const from = points.at(at - 1);
      distance = Math.min(distance, segment(x, y, from, to));
      if (from[1] > y !== to[1] > y && x < ((to[0] - from[0]) * (y - from[1])) / (to[1] - from[1]) + from[0])
        inside = !inside;
    });
    return inside ? -distance : distance;
  };
const any =
  (...shapes) =>
  (x, y) =>
    Math.min(...shapes.map((shape) => shape(x, y)));
const both = (one, other) => (x, y) => Math.max(one(x, y), other(x, y));
const without = (shape, hole) => (x, y) => Math.max(shape(x, y), -hole(x, y));
const grown = (shape, by) => (x, y) => shape(x, y) - by;
/** The border of a shape, drawn on its inner side so that the outer edge stays where it was put. */
const border = (shape, width) => without(shape, grown(shape, -width));

/** White inside, ink around. */
const outlined = (shape, width) => [
  [WHITE, shape],
  [INK, border(shape, width)],
];
/** In the accent, with a white rim that keeps it apart from what lies under it. */
const mark = (shape, rim) => [
  [WHITE, grown(shape, rim)],
  [ACCENT, shape],
];

/**
 * The pixels of one size.
 * @param size pixels of a side
 * @param grid units of a side
 */
function canvas(size, grid) {
  const scale = size / grid;
  return {
    /** A length or place in pixels. */
    u: (units) => units * scale,
    /** The same, on a whole pixel. */
    at: (units) => Math.round(units * scale),
    /** A width: whole pixels, two at least where one would be thin. */
    pen: size < 20 ? 1.5 : Math.max(2, Math.round(scale * (grid === 16 ? 1.5 : 2))),
    /** Boxes and points in units. */
    box: (x0, y0, x1, y1, r = 0) =>
      box(Math.round(x0 * scale), Math.round(y0 * scale), Math.round(x1 * scale), Math.round(y1 * scale), r * scale),
    points: (...pairs) => pairs.map(([x, y]) => [x * scale, y * scale]),
  };
}
/** A rule across: `width` pixels thick, around y, on whole pixels. */
const across = (c, y, x0, x1, width) => {
  const top = Math.round(c.u(y) - width / 2);
  return box(c.at(x0), top, c.at(x1), top + width);
};
const down = (c, x, y0, y1, width) => {
  const left = Math.round(c.u(x) - width / 2);
  return box(left, c.at(y0), left + width, c.at(y1));
};
const plus = (c, x, y, arm, width) => {
  const [left, top, reach] = [Math.round(c.u(x) - width / 2), Math.round(c.u(y) - width / 2), c.at(arm)];
  return any(
    box(left - reach, top, left + width + reach, top + width),
    box(left, top - reach, left + width, top + width + reach),
  );
};

/** A page with its upper right corner folded. */
const page = (c, x0, y0, x1, y1, fold) => {
  const [left, top, right, bottom, corner] = [c.at(x0), c.at(y0), c.at(x1), c.at(y1), c.at(fold)];
  const shape = polygon([left, top], [right - corner, top], [right, top + corner], [right, bottom], [left, bottom]);
  const flap = box(right - corner - c.pen, top, right, top + corner + c.pen);
  return [...outlined(shape, c.pen), [INK, both(shape, border(flap, c.pen))]];
};
/** A padlock, shut. Its body begins at y, its shackle above. */
const padlock = (c, x0, y, x1, y1, width) => {
  const [left, right, top] = [c.at(x0), c.at(x1), c.at(y)];
  const [middle, radius] = [(left + right) / 2, Math.round((right - left) * 0.32)];
  const reach = Math.round((right - left) * 0.28);
  const arch = any(circle(middle, top - reach, radius), box(middle - radius, top - reach, middle + radius, top + 1));
  return { body: box(left, top, right, c.at(y1), c.u(0.8)), shackle: border(arch, width) };
};

/** By name, what each shows and how: `small` on 16 units, `large` on 32. */
const icons = {
  /** Continuing education: a mortarboard on the product's own tile. */
  app: {
    small: (c) => [
      [ACCENT, c.box(0, 0, 16, 16, 3)],
      [
        WHITE,
        any(box(c.at(4), c.at(7), c.at(12), c.at(13), c.u(1.5)), stroke(c.pen, ...c.points([14, 6.5], [14, 11.5]))),
      ],
      [ACCENT, grown(polygon(...c.points([8, 2.5], [15.2, 6.3], [8, 10.1], [0.8, 6.3])), c.u(0.7))],
      [WHITE, polygon(...c.points([8, 2.5], [15.2, 6.3], [8, 10.1], [0.8, 6.3]))],
    ],
    large: (c) => [
      [ACCENT, c.box(0, 0, 32, 32, 6)],
      [
        WHITE,
        any(
          box(c.at(8), c.at(14), c.at(24), c.at(25), c.u(3)),
          stroke(c.pen, ...c.points([28, 13], [28, 22])),
          circle(c.u(28), c.u(22.5), c.u(1.7)),
        ),
      ],
      [ACCENT, grown(polygon(...c.points([16, 6], [30, 13], [16, 20], [2, 13])), c.u(1.2))],
      [WHITE, polygon(...c.points([16, 6], [30, 13], [16, 20], [2, 13]))],
    ],
  },
  /** A blank page, and one more of them. */
  new: {
    small: (c) => [...page(c, 1, 0, 12, 15, 4), ...mark(plus(c, 12, 12, 3, 2), 1)],
    large: (c) => [
      ...page(c, 3, 1, 24, 30, 7),
      [INK, any(across(c, 14, 8, 19, c.pen), across(c, 19, 8, 15, c.pen))],
      ...mark(plus(c, 24, 24, 6, c.at(3.4)), c.u(2)),
    ],
  },
  /** A clipboard, ticked. */
  review: {
    small: (c) => [
      ...outlined(c.box(1, 2, 15, 16, 1), c.pen),
      [ACCENT, c.box(5, 0, 11, 4, 1)],
      [ACCENT, stroke(2.2 * c.u(1) ** 0.7, ...c.points([4.4, 9.6], [7, 12.2], [11.8, 6.8]))],
    ],
    large: (c) => [
      ...outlined(c.box(4, 4, 28, 31, 2), c.pen),
      [ACCENT, any(c.box(10, 2, 22, 8, 1.5), c.box(13, 0, 19, 4, 2))],
      [ACCENT, stroke(c.u(3.6), ...c.points([9.5, 19.5], [14, 24], [22.5, 14]))],
    ],
  },
  /** A warning, and on to where it is. */
  next: {
    small: (c) => [
      ...outlined(grown(polygon(...c.points([6.5, 1.5], [12, 12], [1, 12])), c.u(1)), c.pen),
      [INK, any(down(c, 6.5, 5.6, 9, 2), down(c, 6.5, 10, 11.5, 2))],
      ...mark(any(across(c, 12.5, 8, 13, 2), polygon(...c.points([12, 9], [16, 12.5], [12, 16]))), 1),
    ],
    large: (c) => [
      ...outlined(grown(polygon(...c.points([13, 3], [24.5, 25], [1.5, 25])), c.u(1.5)), c.pen),
      [INK, any(down(c, 13, 10, 17.5, c.at(3)), down(c, 13, 19.5, 22.5, c.at(3)))],
      ...mark(any(across(c, 25, 15, 25, c.at(4)), polygon(...c.points([23.5, 18], [32, 25], [23.5, 32]))), c.u(2)),
    ],
  },
  /** A certificate with its rosette. */
  certificates: {
    small: (c) => [
      ...outlined(c.box(0, 1, 16, 12), c.pen),
      [INK, any(across(c, 4.5, 3, 10, c.pen), across(c, 8, 3, 6, c.pen))],
      ...mark(
        any(
          circle(c.u(11), c.u(8.5), c.u(3)),
          polygon(...c.points([8.5, 9], [13.5, 9], [13.5, 16], [11, 14], [8.5, 16])),
        ),
        1,
      ),
      [WHITE, circle(c.u(11), c.u(8.5), c.u(1))],
    ],
    large: (c) => [
      ...outlined(c.box(1, 3, 31, 25, 1), c.pen),
      [INK, any(across(c, 9, 6, 22, c.pen), across(c, 14, 6, 14, c.pen), across(c, 19, 6, 12, c.pen))],
      ...mark(
        any(
          circle(c.u(22), c.u(18), c.u(6)),
          polygon(...c.points([17.5, 20], [26.5, 20], [26.5, 32], [22, 28.5], [17.5, 32])),
        ),
        c.u(2),
      ),
      [WHITE, circle(c.u(22), c.u(18), c.u(2.4))],
    ],
  },
  /** A table under lock: results that no longer change. */
  freeze: {
    small: (c) => {
      const { body, shackle } = padlock(c, 7, 11, 16, 16, 1.5 * c.u(1));
      const table = c.box(0, 0, 14, 13);
      return [
        ...outlined(table, c.pen),
        [INK, both(table, any(across(c, 8, 0, 14, c.pen), down(c, 5.5, 0, 13, c.pen)))],
        [ACCENT, c.box(0, 0, 14, 4)],
        ...mark(any(body, shackle), 1),
      ];
    },
    large: (c) => {
      const { body, shackle } = padlock(c, 15, 20, 31, 32, c.at(3));
      const table = c.box(1, 1, 28, 26, 1);
      return [
        ...outlined(table, c.pen),
        [
          INK,
          both(
            table,
            any(
              across(c, 14, 1, 28, c.pen),
              across(c, 20, 1, 28, c.pen),
              down(c, 10, 1, 26, c.pen),
              down(c, 19, 1, 26, c.pen),
            ),
          ),
        ],
        [ACCENT, both(table, c.box(1, 1, 28, 8))],
        ...mark(any(body, shackle), c.u(2)),
        [WHITE, any(circle(c.u(23), c.u(25), c.u(1.8)), down(c, 23, 25, 29, c.at(2)))],
      ];
    },
  },
  /** An eraser at work. */
  clear: {
    small: (c) => {
      const rubber = polygon(...c.points([10, 0.5], [15.5, 6], [8, 13.5], [2.5, 8]));
      return [
        ...outlined(rubber, c.pen),
        [ACCENT, both(rubber, polygon(...c.points([6, 4.5], [11.5, 10], [8, 13.5], [2.5, 8])))],
        [ACCENT, across(c, 15, 2, 15, 2)],
      ];
    },
    large: (c) => {
      const rubber = polygon(...c.points([20, 1.5], [30.5, 12], [16, 26.5], [5.5, 16]));
      return [
        ...outlined(rubber, c.pen),
        [ACCENT, both(rubber, polygon(...c.points([13, 8.5], [23.5, 19], [16, 26.5], [5.5, 16])))],
        [ACCENT, across(c, 29.5, 4, 30, c.at(3))],
      ];
    },
  },
};

/** RGBA bytes of an icon. Layers are blended sample by sample, so that edges meet without seams. */
function draw({ small, large }, size) {
  const layers = size <= LARGEST_SMALL ? small(canvas(size, 16)) : large(canvas(size, 32));
  const pixels = Buffer.alloc(size * size * 4);
  for (let py = 0; py < size; py += 1) {
    for (let px = 0; px < size; px += 1) {
      let covered = 0;
      const sum = [0, 0, 0];
      for (let sample = 0; sample < SAMPLES * SAMPLES; sample += 1) {
        const x = px + ((sample % SAMPLES) + 0.5) / SAMPLES;
        const y = py + (Math.floor(sample / SAMPLES) + 0.5) / SAMPLES;
        const hit = layers.findLast(([, shape]) => shape(x, y) <= 0);
        if (hit) {
          covered += 1;
          for (let channel = 0; channel < 3; channel += 1) sum[channel] += hit[0][channel];
        }
      }
      const at = (py * size + px) * 4;
      if (covered > 0)
        for (let channel = 0; channel < 3; channel += 1) pixels[at + channel] = Math.round(sum[channel] / covered);
      pixels[at + 3] = Math.round((255 * covered) / (SAMPLES * SAMPLES));
    }
  }
  return pixels;
}

const CRC_TABLE = Uint32Array.from({ length: 256 }, (_, n) => {
  let c = n;
  for (let k = 0; k < 8; k += 1) c = c & 1 ? 0xedb88320 ^ (c >>> 1) : c >>> 1;
  return c >>> 0;
});
function crc32(bytes) {
  let crc = 0xffffffff;
  for (const byte of bytes) crc = CRC_TABLE[(crc ^ byte) & 0xff] ^ (crc >>> 8);
  return (crc ^ 0xffffffff) >>> 0;
}

function png(pixels, width, height) {
  const chunk = (type, data) => {
    const body = Buffer.concat([Buffer.from(type, "latin1"), data]);
    const framed = Buffer.alloc(body.length + 8);
    framed.writeUInt32BE(data.length, 0);
    body.copy(framed, 4);
    framed.writeUInt32BE(crc32(body), body.length + 4);
    return framed;
  };
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([8, 6, 0, 0, 0], 8); // 8 bits, RGBA
  const stride = width * 4;
  const raw = Buffer.alloc((stride + 1) * height); // filter byte 0 before each line
  for (let y = 0; y < height; y += 1) pixels.copy(raw, y * (stride + 1) + 1, y * stride, (y + 1) * stride);
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk("IHDR", header),
    chunk("IDAT", deflateSync(raw, { level: 9 })),
    chunk("IEND", Buffer.alloc(0)),
  ]);
}

/** Ribbons of Excel's themes: colourful and white, dark grey, black. */
const RIBBONS = [
  [243, 242, 241],
  [102, 102, 102],
  [41, 41, 41],
];
const MAGNIFIED = 6;

/** All icons beside one another on each ribbon; below, the small ones magnified without smoothing. */
function contactSheet(drawn) {
  const [cell, gap] = [Math.max(...SIZES), 12];
  const small = SIZES.filter((size) => size <= LARGEST_SMALL);
  const wide = LARGEST_SMALL * MAGNIFIED;
  const names = Object.keys(icons);
  const row = SIZES.reduce((sum, size) => sum + size + gap, gap);
  const band = Math.max(row, small.length * (wide + gap) + gap);
  const [width, height] = [band * RIBBONS.length, names.length * (cell + gap + wide + gap)];
  const sheet = Buffer.alloc(width * height * 4);
  const put = (x, y, colour) => sheet.set([...colour, 255], (y * width + x) * 4);
  const blend = (pixels, size, x0, y0, times, ground) => {
    for (let y = 0; y < size * times; y += 1) {
      for (let x = 0; x < size * times; x += 1) {
        const at = (Math.floor(y / times) * size + Math.floor(x / times)) * 4;
        const alpha = pixels[at + 3] / 255;
        put(
          x0 + x,
          y0 + y,
          ground.map((value, channel) => Math.round(value * (1 - alpha) + pixels[at + channel] * alpha)),
        );
      }
    }
  };
  RIBBONS.forEach((ground, ribbon) => {
    for (let y = 0; y < height; y += 1) for (let x = 0; x < band; x += 1) put(ribbon * band + x, y, ground);
    names.forEach((name, line) => {
      const top = line * (cell + gap + wide + gap) + gap / 2;
      let x = ribbon * band + gap;
      for (const size of SIZES) {
        blend(drawn[name][size], size, x, top + cell - size, 1, ground);
        x += size + gap;
      }
      small.forEach((size, at) =>
        blend(drawn[name][size], size, ribbon * band + gap + at * (wide + gap), top + cell + gap, MAGNIFIED, ground),
      );
    });
  });
  return png(sheet, width, height);
}

const folder = join(import.meta.dirname, "..", "assets", "icons");
mkdirSync(folder, { recursive: true });
const drawn = Object.fromEntries(
  Object.entries(icons).map(([name, icon]) => [
    name,
    Object.fromEntries(SIZES.map((size) => [size, draw(icon, size)])),
  ]),
);
const files = new Map(
  Object.entries(drawn).flatMap(([name, sizes]) =>
    SIZES.map((size) => [`${name}-${size}.png`, png(sizes[size], size, size)]),
  ),
);
for (const old of readdirSync(folder)) if (!files.has(old)) rmSync(join(folder, old));
for (const [name, bytes] of files) writeFileSync(join(folder, name), bytes);
console.log(`${files.size} icons in assets/icons`);

const wanted = process.argv.indexOf("--sheet");
if (wanted > 0) writeFileSync(process.argv[wanted + 1], contactSheet(drawn));

/**
 * Draws the add-in's icons into assets/icons. `node scripts/icons.mjs`
 *
 * Each icon is a list of layers over the unit square, a colour and a distance (negative inside), sampled 8 × 8 a pixel.
 * Hand-made so that no picture library is needed: the PNG is written with node:zlib alone.
 */
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { deflateSync } from "node:zlib";

const SIZES = [16, 20, 24, 32, 40, 48, 64, 80];
const SAMPLES = 8;

const INK = [15, 76, 129];
const PALE = [222, 235, 247];
const WHITE = [255, 255, 255];
const SEAL = [176, 36, 24];
const GREEN = [16, 110, 62];

// Shapes: (x, y) → distance, negative inside.
const circle = (cx, cy, r) => (x, y) => Math.hypot(x - cx, y - cy) - r;
const box = (x0, y0, x1, y1, r = 0) => (x, y) => {
  const dx = Math.abs(x - (x0 + x1) / 2) - (x1 - x0) / 2 + r;
  const dy = Math.abs(y - (y0 + y1) / 2) - (y1 - y0) / 2 + r;
  return Math.hypot(Math.max(dx, 0), Math.max(dy, 0)) + Math.min(Math.max(dx, dy), 0) - r;
};
const line = (x0, y0, x1, y1, width) => (x, y) => {
  const [ex, ey] = [x1 - x0, y1 - y0];
  const along = Math.min(1, Math.max(0, ((x - x0) * ex + (y - y0) * ey) / (ex * ex + ey * ey)));
  return Math.hypot(x - x0 - along * ex, y - y0 - along * ey) - width / 2;
};
const any = (...shapes) => (x, y) => Math.min(...shapes.map((shape) => shape(x, y)));
const without = (shape, hole) => (x, y) => Math.max(shape(x, y), -hole(x, y));
const ring = (shape, width) => (x, y) => Math.abs(shape(x, y)) - width / 2;

const tick = (cx, cy, size, width) => any(
  line(cx - size * 0.5, cy + size * 0.02, cx - size * 0.12, cy + size * 0.4, width),
  line(cx - size * 0.12, cy + size * 0.4, cx + size * 0.52, cy - size * 0.36, width),
);
const cross = (cx, cy, size, width) => any(line(cx - size, cy - size, cx + size, cy + size, width), line(cx + size, cy - size, cx - size, cy + size, width));

/** A sheet with a head row and two rules: every icon of the product starts from it. */
const sheet = (x0 = 0.1, y0 = 0.05, x1 = 0.8, y1 = 0.93) => {
  const outline = box(x0 + 0.035, y0 + 0.035, x1 - 0.035, y1 - 0.035, 0.06);
  const height = y1 - y0;
  return [
    [WHITE, outline],
    [PALE, box(x0 + 0.07, y0 + 0.07, x1 - 0.07, y0 + height * 0.3)],
    [INK, ring(outline, 0.07)],
    [INK, any(line(x0 + 0.17, y0 + height * 0.44, x1 - 0.17, y0 + height * 0.44, 0.06), line(x0 + 0.17, y0 + height * 0.62, x1 - 0.32, y0 + height * 0.62, 0.06))],
  ];
};
/** A round badge at the lower right, with a white rim that keeps it apart from the sheet. */
const badge = (colour, mark) => [[WHITE, circle(0.7, 0.7, 0.31)], [colour, circle(0.7, 0.7, 0.26)], [WHITE, mark]];

const icons = {
  app: [...sheet(), ...badge(SEAL, tick(0.69, 0.69, 0.26, 0.075))],
  review: [...sheet(), ...badge(GREEN, tick(0.69, 0.69, 0.26, 0.075))],
  adopt: [...sheet(), ...badge(INK, any(line(0.58, 0.64, 0.82, 0.64, 0.065), line(0.58, 0.77, 0.82, 0.77, 0.065)))],
  certificates: [
    [WHITE, box(0.06, 0.14, 0.94, 0.74, 0.05)],
    [INK, ring(box(0.06, 0.14, 0.94, 0.74, 0.05), 0.07)],
    [INK, any(line(0.22, 0.32, 0.62, 0.32, 0.06), line(0.22, 0.48, 0.46, 0.48, 0.06))],
    [WHITE, circle(0.7, 0.6, 0.24)],
    [SEAL, any(line(0.63, 0.7, 0.58, 0.93, 0.1), line(0.77, 0.7, 0.82, 0.93, 0.1), circle(0.7, 0.6, 0.19))],
    [WHITE, circle(0.7, 0.6, 0.08)],
  ],
  freeze: [...sheet(), ...badge(INK, any(
    without(box(0.585, 0.68, 0.815, 0.84, 0.02), circle(0.7, 0.755, 0.03)),
    without(ring(circle(0.7, 0.66, 0.075), 0.05), box(0.5, 0.69, 0.9, 0.9)),
  ))],
  clear: [...sheet(), ...badge(SEAL, cross(0.7, 0.7, 0.1, 0.075))],
  pane: [
    [WHITE, box(0.06, 0.12, 0.94, 0.88, 0.06)],
    [PALE, box(0.6, 0.14, 0.92, 0.86)],
    [INK, any(ring(box(0.06, 0.12, 0.94, 0.88, 0.06), 0.07), line(0.6, 0.12, 0.6, 0.88, 0.06))],
    [INK, any(line(0.2, 0.34, 0.46, 0.34, 0.06), line(0.2, 0.5, 0.46, 0.5, 0.06), line(0.2, 0.66, 0.36, 0.66, 0.06))],
  ],
};

/** RGBA bytes of an icon. Layers are blended sample by sample, so that edges meet without seams. */
function draw(layers, size) {
  const pixels = Buffer.alloc(size * size * 4);
  for (let py = 0; py < size; py += 1) {
    for (let px = 0; px < size; px += 1) {
      let covered = 0;
      const sum = [0, 0, 0];
      for (let sample = 0; sample < SAMPLES * SAMPLES; sample += 1) {
        const x = (px + ((sample % SAMPLES) + 0.5) / SAMPLES) / size;
        const y = (py + (Math.floor(sample / SAMPLES) + 0.5) / SAMPLES) / size;
        const hit = layers.findLast(([, shape]) => shape(x, y) <= 0);
        if (hit) {
          covered += 1;
          for (let channel = 0; channel < 3; channel += 1) sum[channel] += hit[0][channel];
        }
      }
      const at = (py * size + px) * 4;
      if (covered > 0) for (let channel = 0; channel < 3; channel += 1) pixels[at + channel] = Math.round(sum[channel] / covered);
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

function png(pixels, size) {
  const chunk = (type, data) => {
    const body = Buffer.concat([Buffer.from(type, "latin1"), data]);
    const framed = Buffer.alloc(body.length + 8);
    framed.writeUInt32BE(data.length, 0);
    body.copy(framed, 4);
    framed.writeUInt32BE(crc32(body), body.length + 4);
    return framed;
  };
  const header = Buffer.alloc(13);
  header.writeUInt32BE(size, 0);
  header.writeUInt32BE(size, 4);
  header.set([8, 6, 0, 0, 0], 8); // 8 bits, RGBA
  const stride = size * 4;
  const raw = Buffer.alloc((stride + 1) * size); // filter byte 0 before each line
  for (let y = 0; y < size; y += 1) pixels.copy(raw, y * (stride + 1) + 1, y * stride, (y + 1) * stride);
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk("IHDR", header),
    chunk("IDAT", deflateSync(raw, { level: 9 })),
    chunk("IEND", Buffer.alloc(0)),
  ]);
}

const folder = join(import.meta.dirname, "..", "assets", "icons");
mkdirSync(folder, { recursive: true });
for (const [name, layers] of Object.entries(icons)) {
  for (const size of SIZES) writeFileSync(join(folder, `${name}-${size}.png`), png(draw(layers, size), size));
}
console.log(`${Object.keys(icons).length * SIZES.length} icons in assets/icons`);

/** Colours of the file format (rgb, theme and tint, indexed, automatic) to plain #RRGGBB. */
import type { XmlElement } from "./xml";
import { attr, child, numberAttr } from "./xml";

const INDEXED = (
  "000000 FFFFFF FF0000 00FF00 0000FF FFFF00 FF00FF 00FFFF 000000 FFFFFF FF0000 00FF00 0000FF FFFF00 FF00FF 00FFFF " +
  "800000 008000 000080 808000 800080 008080 C0C0C0 808080 9999FF 993366 FFFFCC CCFFFF 660066 FF8080 0066CC CCCCFF " +
  "000080 FF00FF FFFF00 00FFFF 800080 800000 008080 0000FF 00CCFF CCFFFF CCFFCC FFFF99 99CCFF FF99CC CC99FF FFCC99 " +
  "3366FF 33CCCC 99CC00 FFCC00 FF9900 FF6600 666699 969696 003366 339966 003300 333300 993300 993366 333399 333333"
).split(" ");

/** Excel's theme numbering starts light, dark – the theme part has it the other way round. */
const THEME_ORDER = [
  "lt1",
  "dk1",
  "lt2",
  "dk2",
  "accent1",
  "accent2",
  "accent3",
  "accent4",
  "accent5",
  "accent6",
  "hlink",
  "folHlink",
];
const DEFAULT_THEME = "FFFFFF 000000 E7E6E6 44546A 5B9BD5 ED7D31 A5A5A5 FFC000 4472C4 70AD47 0563C1 954F72".split(" ");

export interface WorkbookColors {
  readonly theme: readonly string[];
  readonly indexed: readonly string[];
}

/** The theme's and the file's own colours. */
export function readPalette(theme: XmlElement | undefined, styles: XmlElement | undefined): WorkbookColors {
  const scheme = child(child(theme, "themeElements"), "clrScheme");
  const themed = THEME_ORDER.map((name, i) => {
    const color = child(scheme, name)?.children[0];
    const text = color?.name === "sysClr" ? attr(color, "lastClr") : attr(color, "val");
    return text !== undefined && /^[0-9a-f]{6}$/i.test(text) ? text.toUpperCase() : (DEFAULT_THEME[i] ?? "000000");
  });
  const own = child(child(styles, "colors"), "indexedColors")?.children.map((color) =>
    (attr(color, "rgb") ?? "FF000000").slice(-6).toUpperCase(),
  );
  return { theme: themed, indexed: own === undefined || own.length === 0 ? INDEXED : own };
}

/** #RRGGBB of a colour element; `automatic` when it names none. */
export function readColor(color: XmlElement | undefined, palette: WorkbookColors, automatic: string): string;
export function readColor(
  color: XmlElement | undefined,
  palette: WorkbookColors,
  automatic: string | null,
): string | null;
export function readColor(
  color: XmlElement | undefined,
  palette: WorkbookColors,
  automatic: string | null,
): string | null {
  if (color === undefined) return automatic;
  const tint = numberAttr(color, "tint") ?? 0;
  const rgb = attr(color, "rgb");
  if (rgb !== undefined && /^([0-9a-f]{2})?[0-9a-f]{6}$/i.test(rgb)) return tinted(rgb.slice(-6).toUpperCase(), tint);
  const theme = numberAttr(color, "theme");
  if (theme !== undefined) return tinted(palette.theme[theme] ?? "000000", tint);
  const index = numberAttr(color, "indexed");
  // 64 and 65 are the system's text and window colours
  if (index !== undefined)
    return index >= 64
      ? index === 65
        ? "#FFFFFF"
        : automatic
      : tinted(palette.indexed[index] ?? INDEXED[index] ?? "000000", tint);
  return automatic;
}

function tinted(hex: string, tint: number): string {
  if (tint === 0) return `#${hex}`;
  const [r = 0, g = 0, b = 0] = [0, 2, 4].map((at) => parseInt(hex.slice(at, at + 2), 16) / 255);
  const max = Math.max(r, g, b);
  const min = Math.min(r, g, b);
  const light = (max + min) / 2;
  const d = max - min;
  const s = d === 0 ? 0 : d / (1 - Math.abs(2 * light - 1));
  const h = d === 0 ? 0 : max === r ? ((g - b) / d + 6) % 6 : max === g ? (b - r) / d + 2 : (r - g) / d + 4;
  const l = tint < 0 ? light * (1 + tint) : light * (1 - tint) + tint;
  const c = (1 - Math.abs(2 * l - 1)) * s;
  const x = c * (1 - Math.abs((h % 2) - 1));
  const m = l - c / 2;
  const [rr, gg, bb] =
    h < 1 ? [c, x, 0] : h < 2 ? [x, c, 0] : h < 3 ? [0, c, x] : h < 4 ? [0, x, c] : h < 5 ? [x, 0, c] : [c, 0, x];
  const byte = (value: number): string =>
    Math.round((value + m) * 255)
      .toString(16)
      .padStart(2, "0")
      .toUpperCase();
  return `#${byte(rr)}${byte(gg)}${byte(bb)}`;
}

/** `#RRGGBB` as on file. */
export function argb(color: string): string {
  if (!/^#[0-9a-f]{6}$/i.test(color)) throw new RangeError(`Not a colour: ${color}`);
  return `FF${color.slice(1).toUpperCase()}`;
}

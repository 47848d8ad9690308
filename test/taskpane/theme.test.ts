/** What the pane looks like, by what Office says; and that it can be read. */
import { Appearance, paletteFor } from "../../src/taskpane/common/theme";
import { dark, light, type OfficeColours, type Palette } from "../../src/taskpane/common/tokens";

const office = (
  bodyBackgroundColor: string,
  bodyForegroundColor: string,
  controlBackgroundColor: string,
  controlForegroundColor: string,
): OfficeColours => ({ bodyBackgroundColor, bodyForegroundColor, controlBackgroundColor, controlForegroundColor });

test.each<readonly [string, Partial<OfficeColours> | undefined, boolean, Palette | "contrast"]>([
  ["a host that says nothing", undefined, false, light],
  ["Office white", office("#FFFFFF", "#262626", "#FFFFFF", "#262626"), false, light],
  ["Office colourful", office("#E6E6E6", "#262626", "#FFFFFF", "#000000"), false, light],
  ["Office dark grey", office("#444444", "#F0F0F0", "#666666", "#FFFFFF"), false, dark],
  ["Office black", office("#262626", "#FFFFFF", "#363636", "#FFFFFF"), false, dark],
  ["only a ground is told", { bodyBackgroundColor: "#000000" }, false, dark],
  ["contrast black", office("#000000", "#FFFFFF", "#000000", "#00FF00"), false, "contrast"],
  ["contrast white", office("#FFFFFF", "#000000", "#FFFFFF", "#000000"), false, "contrast"],
  ["Aquatic", office("#202020", "#FFFFFF", "#202020", "#FFFFFF"), false, "contrast"],
  ["Desert", office("#FFFAEF", "#3D3D3D", "#FFFAEF", "#202020"), false, "contrast"],
  ["Dusk", office("#2D3236", "#FFFFFF", "#2D3236", "#B6F6F0"), false, "contrast"],
  ["Night sky", office("#000000", "#ffffff", "#000000", "#FFEE32"), false, "contrast"],
  ["forced by the system, whatever Office says", office("#FFFFFF", "#262626", "#FFFFFF", "#262626"), true, "contrast"],
  ["forced, and Office says nothing", undefined, true, "contrast"],
])("%s", (_, theme, forced, expected) => {
  const palette = paletteFor(theme, forced);
  if (expected !== "contrast") {
    expect(palette).toBe(expected);
    return;
  }
  // The theme's own four, nothing else; the system's, where it forces them
  const four = new Set<string>(
    forced || theme === undefined ? ["Canvas", "CanvasText", "ButtonFace", "ButtonText"] : Object.values(theme),
  );
  expect(Object.values(palette as object).filter((colour: string) => !four.has(colour))).toEqual([]);
});

function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5]
    .map((at) => parseInt(colour.slice(at, at + 2), 16) / 255)
    .map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4));
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
function contrast(one: string, other: string): number {
  const [high, low] = [luminance(one), luminance(other)].sort((a, b) => b - a);
  return ((high ?? 0) + 0.05) / ((low ?? 0) + 0.05);
}

test.each([
  ["light", light],
  ["dark", dark],
] as const)("%s: text 4.5 to 1 on every ground it stands on, controls 3 to 1", (_, palette) => {
  const poor: string[] = [];
  for (const ground of ["page", "card", "sunken", "accentSoft"] as const) {
    for (const ink of ["ink", "muted", "accent", "good", "bad", "open", "note"] as const)
      if (contrast(palette[ink], palette[ground]) < 4.5)
        poor.push(`${ink} on ${ground} ${contrast(palette[ink], palette[ground]).toFixed(2)}`);
  }
  for (const ground of ["page", "card", "sunken"] as const)
    if (contrast(palette.control, palette[ground]) < 3) poor.push(`control on ${ground}`);
  if (contrast(palette.onAccent, palette.accent) < 4.5) poor.push("onAccent");
  if (contrast(palette.bad, palette.badSoft) < 4.5 || contrast(palette.open, palette.openSoft) < 4.5) poor.push("soft");
  expect(poor).toEqual([]);
});

test("looked at again, the same theme is no change", () => {
  let theme = office("#FFFFFF", "#262626", "#FFFFFF", "#262626");
  const appearance = new Appearance(() => paletteFor(theme, false));
  let changes = 0;
  appearance.subscribe(() => (changes += 1));
  appearance.look();
  expect(changes).toBe(0);
  theme = office("#262626", "#FFFFFF", "#363636", "#FFFFFF");
  appearance.look();
  expect([changes, appearance.getPalette()]).toEqual([1, dark]);
});

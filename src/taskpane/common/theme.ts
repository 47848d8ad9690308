/** Light, dark or contrast, as Office says; Fluent's theme made from our tokens. */
import { createTheme, type Theme } from "@fluentui/react";
import { contrastPalette, dark, fontFamily, light, type OfficeColours, type Palette } from "./tokens";

/** CSS system colours: the browser replaces them by the user's contrast colours. */
const SYSTEM: OfficeColours = {
  bodyBackgroundColor: "Canvas",
  bodyForegroundColor: "CanvasText",
  controlBackgroundColor: "ButtonFace",
  controlForegroundColor: "ButtonText",
};

/**
 * The palette for `Office.context.officeTheme`. `forced`: the system forces its contrast colours (`forced-colors: active`).
 * A host that says nothing is light: so is Excel on the web.
 */
export function paletteFor(theme: Partial<OfficeColours> | undefined, forced: boolean): Palette {
  const colours = wholeOf(theme);
  // Forced colours are system colours, whatever theme Office reports
  if (forced) return contrastPalette(SYSTEM);
  if (colours !== null && isContrast(colours)) return contrastPalette(colours);
  return luminance(theme?.bodyBackgroundColor) < 0.35 ? dark : light;
}

function wholeOf(theme: Partial<OfficeColours> | undefined): OfficeColours | null {
  const { bodyBackgroundColor, bodyForegroundColor, controlBackgroundColor, controlForegroundColor } = theme ?? {};
  if (!bodyBackgroundColor || !bodyForegroundColor || !controlBackgroundColor || !controlForegroundColor) return null;
  return { bodyBackgroundColor, bodyForegroundColor, controlBackgroundColor, controlForegroundColor };
}

/** Body and its letters in the contrast themes that come with Windows 11: Aquatic, Desert, Dusk, Night sky. */
const WINDOWS_CONTRAST: ReadonlySet<string> = new Set([
  "#202020 #ffffff",
  "#fffaef #3d3d3d",
  "#2d3236 #ffffff",
  "#000000 #ffffff",
]);

/**
 * Contrast themes are made of pure colours, or are one of Windows' own with controls on the body's ground; Office's own
 * themes have greys, and controls that stand out.
 */
function isContrast({
  bodyBackgroundColor,
  bodyForegroundColor,
  controlBackgroundColor,
  controlForegroundColor,
}: OfficeColours): boolean {
  const pure = [bodyBackgroundColor, bodyForegroundColor, controlBackgroundColor, controlForegroundColor].every(
    (colour) => channels(colour)?.every((channel) => channel === 0 || channel === 1) === true,
  );
  return (
    pure ||
    (controlBackgroundColor.toLowerCase() === bodyBackgroundColor.toLowerCase() &&
      WINDOWS_CONTRAST.has(`${bodyBackgroundColor} ${bodyForegroundColor}`.toLowerCase()))
  );
}

/** The palette of the moment; calls its listeners when it changes. */
export class Appearance {
  private palette: Palette;
  private readonly listeners = new Set<() => void>();

  /** `read` gives the palette that Office and the system ask for now. */
  constructor(private readonly read: () => Palette) {
    this.palette = read();
  }

  readonly getPalette = (): Palette => this.palette;

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  readonly look = (): void => {
    const palette = this.read();
    const same = (Object.keys(palette) as (keyof Palette)[]).every((name) => palette[name] === this.palette[name]);
    if (same) return;
    this.palette = palette;
    for (const listener of this.listeners) listener();
  };
}

/** Fluent's theme in the pane's colours. */
export function fluentTheme(palette: Palette): Theme {
  const contrast = palette !== light && palette !== dark;
  return createTheme({
    isInverted: palette === dark,
    defaultFontStyle: { fontFamily },
    palette: {
      themePrimary: palette.accent,
      themeDark: palette.accentStrong,
      themeDarkAlt: palette.accentStrong,
      themeDarker: palette.accentStrong,
      themeSecondary: palette.accent,
      themeLight: palette.accentSoft,
      themeLighter: palette.accentSoft,
      themeLighterAlt: palette.accentSoft,
      neutralPrimary: palette.ink,
      neutralDark: palette.ink,
      neutralPrimaryAlt: palette.ink,
      neutralSecondary: palette.muted,
      neutralSecondaryAlt: palette.control,
      neutralTertiary: palette.muted,
      neutralTertiaryAlt: palette.line,
      neutralQuaternary: palette.line,
      neutralQuaternaryAlt: palette.line,
      neutralLight: palette.accentSoft,
      neutralLighter: palette.sunken,
      neutralLighterAlt: palette.sunken,
      white: palette.card,
      black: palette.ink,
    },
    semanticColors: {
      primaryButtonText: palette.onAccent,
      primaryButtonTextHovered: palette.onAccent,
      primaryButtonTextPressed: palette.onAccent,
      // Disabled text has to be readable too
      primaryButtonTextDisabled: palette.muted,
      buttonTextDisabled: palette.muted,
      inputBorder: palette.control,
      buttonBorder: palette.control,
      ...(contrast
        ? {
            buttonText: palette.control,
            buttonTextHovered: palette.control,
            buttonTextPressed: palette.control,
            buttonBackground: palette.accentSoft,
          }
        : {}),
      errorText: palette.bad,
      focusBorder: palette.accent,
    },
    effects: { roundedCorner2: "4px" },
  });
}

/** Red, green and blue of #RRGGBB, 0–1; null for anything else. */
function channels(colour: string | undefined): readonly [number, number, number] | null {
  const match = /^#?([0-9a-f]{2})([0-9a-f]{2})([0-9a-f]{2})$/i.exec(colour?.trim() ?? "");
  if (!match) return null;
  const [red = 0, green = 0, blue = 0] = match.slice(1).map((part) => parseInt(part, 16) / 255);
  return [red, green, blue];
}

/** Relative luminance; 1 for what is no colour. */
function luminance(colour: string | undefined): number {
  const [red, green, blue] = channels(colour) ?? [1, 1, 1];
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

/** Light or dark, as Office says; Fluent's theme made from our tokens. */
import { createTheme, type Theme } from "@fluentui/react";
import { dark, fontFamily, light, type Palette } from "./tokens";

/** `bodyBackgroundColor` of Office.context.officeTheme → the palette that suits it. */
export function paletteFor(background: string | undefined): Palette {
  return background !== undefined && luminance(background) < 0.35 ? dark : light;
}

export function fluentTheme(palette: Palette): Theme {
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
      neutralTertiary: palette.control,
      neutralTertiaryAlt: palette.line,
      neutralQuaternary: palette.line,
      neutralQuaternaryAlt: palette.line,
      neutralLight: palette.line,
      neutralLighter: palette.sunken,
      neutralLighterAlt: palette.sunken,
      white: palette.card,
      black: palette.ink,
    },
    semanticColors: {
      primaryButtonText: palette.onAccent,
      primaryButtonTextHovered: palette.onAccent,
      primaryButtonTextPressed: palette.onAccent,
      inputBorder: palette.control,
      buttonBorder: palette.control,
      errorText: palette.bad,
      focusBorder: palette.accent,
    },
    effects: { roundedCorner2: "4px" },
  });
}

/** Relative luminance of #RRGGBB; 1 for anything else. */
function luminance(colour: string): number {
  const match = /^#?([0-9a-f]{2})([0-9a-f]{2})([0-9a-f]{2})$/i.exec(colour.trim());
  if (!match) return 1;
  const [red = 1, green = 1, blue = 1] = match.slice(1).map((part) => parseInt(part, 16) / 255);
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

/** The looks of the workbench, and the colours it tells the add-in as Office's theme. */
import type { ThemeColours } from "./frame-messages";

export type ThemeName = "light" | "dark" | "aquatic" | "desert" | "dusk" | "nightSky";

export const THEMES: readonly ThemeName[] = ["light", "dark", "aquatic", "desert", "dusk", "nightSky"];

const colours = (background: string, foreground: string, control: string, controlText: string): ThemeColours => ({
  bodyBackgroundColor: background,
  bodyForegroundColor: foreground,
  controlBackgroundColor: control,
  controlForegroundColor: controlText,
});

/** Office's white and black themes; the four contrast themes of Windows 11 with their window and button colours. */
const OFFICE_COLOURS: Readonly<Record<ThemeName, ThemeColours>> = {
  light: colours("#FFFFFF", "#262626", "#FFFFFF", "#262626"),
  dark: colours("#262626", "#FFFFFF", "#363636", "#FFFFFF"),
  aquatic: colours("#202020", "#FFFFFF", "#202020", "#FFFFFF"),
  desert: colours("#FFFAEF", "#3D3D3D", "#FFFAEF", "#202020"),
  dusk: colours("#2D3236", "#FFFFFF", "#2D3236", "#B6F6F0"),
  nightSky: colours("#000000", "#FFFFFF", "#000000", "#FFEE32"),
};

/** The colours that Office tells the add-in under a theme. */
export const officeColours = (theme: ThemeName): ThemeColours => OFFICE_COLOURS[theme];

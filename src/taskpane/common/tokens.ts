/**
 * Design tokens: every colour, size and distance of the pane. Text colours hold 4.5:1 on `page` and `card`,
 * lines and marks of controls 3:1. Three verdicts share a hue with the annotation in the sheets and always carry a
 * mark and a word besides.
 */
export interface Palette {
  readonly page: string;
  readonly card: string;
  readonly sunken: string;
  readonly ink: string;
  readonly muted: string;
  readonly line: string;
  readonly control: string;
  readonly accent: string;
  readonly accentStrong: string;
  readonly accentSoft: string;
  readonly onAccent: string;
  readonly good: string;
  readonly bad: string;
  readonly open: string;
  readonly note: string;
  readonly goodSoft: string;
  readonly badSoft: string;
  readonly openSoft: string;
}

export const light: Palette = {
  page: "#f4f6f8",
  card: "#ffffff",
  sunken: "#eef1f4",
  ink: "#1b2733",
  muted: "#566270",
  line: "#dde3e9",
  control: "#7b8794",
  accent: "#0f4c81",
  accentStrong: "#0a3a64",
  accentSoft: "#e3edf6",
  onAccent: "#ffffff",
  good: "#106e3e",
  bad: "#b02418",
  open: "#8a5300",
  note: "#4a5a6a",
  goodSoft: "#e4f3ea",
  badSoft: "#fbe9e7",
  openSoft: "#fcf0dc",
};

export const dark: Palette = {
  page: "#1b1f24",
  card: "#24292f",
  sunken: "#2d333b",
  ink: "#f0f3f6",
  muted: "#b1bac4",
  line: "#3b434c",
  control: "#8b949e",
  accent: "#79b8ff",
  accentStrong: "#a5d0ff",
  accentSoft: "#1d3146",
  onAccent: "#0d1b2a",
  good: "#6fd08c",
  bad: "#ff9a8f",
  open: "#f0b95a",
  note: "#b1bac4",
  goodSoft: "#1e3527",
  badSoft: "#43251f",
  openSoft: "#3d2f18",
};

export const space = { tiny: 4, small: 8, medium: 12, large: 16, huge: 24 } as const;
export const radius = { small: 3, medium: 6 } as const;
export const type = { small: 12, body: 13, lead: 14, title: 16, figure: 20 } as const;
/** Office's own Chinese faces first; the system's where they are absent. */
export const fontFamily =
  '"Microsoft YaHei UI", "Microsoft YaHei", "PingFang SC", "Noto Sans CJK SC", "Segoe UI", system-ui, sans-serif';

/** The four colours that Office names, in a contrast theme or any other. */
export interface OfficeColours {
  readonly bodyBackgroundColor: string;
  readonly bodyForegroundColor: string;
  readonly controlBackgroundColor: string;
  readonly controlForegroundColor: string;
}

/** A contrast theme: its own four colours and nothing else; what differs by colour elsewhere has borders, icons and words. */
export function contrastPalette({
  bodyBackgroundColor: page,
  bodyForegroundColor: ink,
  controlBackgroundColor,
  controlForegroundColor,
}: OfficeColours): Palette {
  return {
    page,
    card: page,
    sunken: page,
    ink,
    muted: ink,
    line: ink,
    control: controlForegroundColor,
    accent: ink,
    accentStrong: ink,
    accentSoft: controlBackgroundColor,
    onAccent: page,
    good: ink,
    bad: ink,
    open: ink,
    note: ink,
    goodSoft: page,
    badSoft: page,
    openSoft: page,
  };
}

/** Tokens as custom properties, so that a change of theme restyles without rebuilding a class. */
export function customProperties(palette: Palette): Record<string, string> {
  return Object.fromEntries(Object.entries(palette).map(([name, value]) => [`--ce-${name}`, String(value)]));
}

/** A colour of the palette as a custom property of CSS. */
export function token(name: keyof Palette): string {
  return `var(--ce-${name})`;
}
